"""Somebody who draws in a copy of a strukturbild, as the plugin's tools leave the rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from random import Random

from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.catalogue.table_rows import to_rows
from strukturbild_plugin.store.gpkg import wkb
from strukturbild_plugin.store.gpkg.row_mapping import codes_to_text, text_to_codes
from strukturbild_plugin.store.schema.tables import GEOMETRY
from strukturbild_plugin.workshop.line_ties import followed, tied_nodes
from strukturbild_plugin.workshop.merged_tables import (
    LAYER,
    OBJECT,
    Cell,
    Key,
    MergedTables,
    Row,
    merged_tables,
    references,
)
from tests.store.helpers import line, point, square

GO_ALONG = ("objekt_mal", "rost", "etikettplats", "insats", "enighet")
WITH_GOALS = ("objekt_mal", "mal_paverkan", "mal_motsvarighet")
"""What goes with an object, and with a goal, that is deleted."""
WORDS = ("gröna", "kilar", "stråk", "noder", "bostäder", "nära", "resande", "tåg", "gränsen", "Norge", "hela", "länet")


@lru_cache(maxsize=1)
def tables() -> MergedTables:
    """The tables of the plugin's own catalogue."""
    return merged_tables(load_catalogue())


@lru_cache(maxsize=1)
def class_row(layer: str) -> Row:
    """A class of the plugin's own catalogue that is drawn in `layer`."""
    found = to_rows(load_catalogue())["klass"]
    return next(row for row in found if layer in (row["lager_punkt"], row["lager_linje"], row["lager_yta"]))


@dataclass
class Copy:
    """The rows of one copy, and the base that they began with."""

    rows: dict[Key, Row] = field(default_factory=dict)

    def row(self, key: Key) -> Row | None:
        return self.rows.get(key)

    def tied_lines(self, nodes: frozenset[str]) -> Sequence[Key]:
        tied = ((key, row) for key, row in self.rows.items() if key.kind == OBJECT)
        return sorted(key for key, row in tied if not nodes.isdisjoint(tied_nodes(row)))

    def objects(self, *layers: str) -> list[Key]:
        """The objects that lie in `layers`, in a fixed order."""
        return sorted(key for key, row in self.rows.items() if key.kind == OBJECT and row[LAYER] in layers)

    def of_kind(self, kind: str) -> list[Key]:
        return sorted(key for key in self.rows if key.kind == kind)

    def changes_since(self, base: Copy) -> dict[Key, Row | None]:
        """As `row_changes.changes_since` finds them in files."""
        changes: dict[Key, Row | None] = {key: None for key in base.rows if key not in self.rows}
        changes.update({key: row for key, row in self.rows.items() if base.rows.get(key) != row})
        return changes


class Hand:
    """Somebody who draws in a copy, as the plugin's tools leave the rows."""

    def __init__(self, copy: Copy, chance: Random, name: str) -> None:
        self.copy, self.chance, self.name = copy, chance, name
        self._made = 0
        self._clock = 0
        self.acts: list[Callable[[], None]] = [
            *[self.add_node, self.add_line, self.add_area, self.move_node, self.move_node, self.reshape_line],
            *[self.rename, self.rename, self.write_words, self.roles, self.delete_object, self.delete_object],
            *[self.link, self.unlink, self.weigh, self.comment, self.vote, self.delete_goal, self.add_class],
            *[self.untie, self.move_to_other_layer],
        ]

    def act(self, times: int) -> None:
        for _ in range(times):
            self.chance.choice(self.acts)()

    # --- acts

    def add_node(self) -> None:
        self._new_object("nod", "nod", point(self._place()))

    def add_area(self) -> None:
        x, y = self._place()
        self._new_object("gron_bla_yta", "gron_kil", wkb.normalised(square(x, y, 3000)))

    def add_line(self) -> None:
        nodes = self.copy.objects("nod")
        if len(nodes) < 2:
            return
        one, other = self.chance.sample(nodes, 2)
        places = [wkb.vertices(self._bytes(self.copy.rows[node][GEOMETRY]))[0] for node in (one, other)]
        middle = self._place()
        if self.chance.random() < 0.5:
            shape = wkb.normalised(line(places[0], middle, places[1]))
            self._new_object("strak", "strak", shape, noder=codes_to_text((one.rad_id, other.rad_id)))
        else:
            self._new_object(
                "samband", "samband", wkb.normalised(line(*places)), fran_id=one.rad_id, till_id=other.rad_id
            )

    def move_node(self) -> None:
        node = self._any(self.copy.objects("nod"))
        if node is None:
            return
        old = wkb.vertices(self._bytes(self.copy.rows[node][GEOMETRY]))
        dx, dy = self.chance.uniform(-4000, 4000), self.chance.uniform(-4000, 4000)
        new = [(x + dx, y + dy) for x, y in old]
        self._set(node, {GEOMETRY: point(*new)})
        for key in self.copy.tied_lines(frozenset({node.rad_id})):
            row = self.copy.rows[key]
            shape = followed(row, row[GEOMETRY], {node.rad_id: (old, new)})
            if shape != row[GEOMETRY]:
                self._set(key, {GEOMETRY: shape})

    def reshape_line(self) -> None:
        key = self._any(self.copy.objects("strak"))
        if key is not None:
            ends = wkb.vertices(self._bytes(self.copy.rows[key][GEOMETRY]))
            self._set(key, {GEOMETRY: wkb.normalised(line(ends[0], self._place(), ends[-1]))})

    def untie(self) -> None:
        key = self._any(self.copy.objects("strak"))
        if key is not None and len(text_to_codes(self.copy.rows[key].get("noder"))) > 1:
            self._set(key, {"noder": codes_to_text(text_to_codes(self.copy.rows[key]["noder"])[:-1])})

    def rename(self) -> None:
        key = self._any(self.copy.of_kind(OBJECT))
        if key is not None:
            self._set(key, {"namn": " ".join(self.chance.sample(WORDS, 2))})

    def write_words(self) -> None:
        key = self._any(self.copy.of_kind(OBJECT))
        if key is None:
            return
        words = str(self.copy.rows[key].get("beskrivning") or "").split()
        if words and self.chance.random() < 0.6:
            words[self.chance.randrange(len(words))] = self.chance.choice(WORDS)
        else:
            words.insert(self.chance.randint(0, len(words)), self.chance.choice(WORDS))
        self._set(key, {"beskrivning": " ".join(words)})

    def roles(self) -> None:
        key = self._any(self.copy.objects("nod"))
        if key is not None:
            codes = set(text_to_codes(self.copy.rows[key].get("roll"))) ^ {self.chance.choice("abcd")}
            self._set(key, {"roll": codes_to_text(sorted(codes))})

    def move_to_other_layer(self) -> None:
        key = self._any(self.copy.objects("gron_bla_yta", "omrade"))
        if key is not None:
            layer = "omrade" if self.copy.rows[key][LAYER] == "gron_bla_yta" else "gron_bla_yta"
            self._set(key, {LAYER: layer})

    def delete_object(self) -> None:
        key = self._any(self.copy.of_kind(OBJECT))
        if key is None:
            return
        for other in list(self.copy.rows):
            if key not in references(other, self.copy.rows[other]):
                continue
            row = self.copy.rows[other]
            if other.kind in GO_ALONG:
                del self.copy.rows[other]
            elif other.kind == "kommentar":
                self._set(other, {"objekt_id": None})
            elif other.kind == "fraga":
                named = {name: None for name in ("objekt_id", "andra_objekt_id") if row.get(name) == key.rad_id}
                self._set(other, named)
            else:
                codes = tuple(code for code in text_to_codes(row.get("noder")) if code != key.rad_id)
                ends = {name: None for name in ("fran_id", "till_id", "nod_id") if row.get(name) == key.rad_id}
                self._set(other, {"noder": codes_to_text(codes), **ends} if "noder" in row else ends)
        del self.copy.rows[key]

    def link(self) -> None:
        one, goal = self._any(self.copy.of_kind(OBJECT)), self._any(self.copy.of_kind("mal"))
        if one is None or goal is None:
            return
        self._add("objekt_mal", objekt_id=one.rad_id, mal_id=goal.rad_id, bidrag=self.chance.randint(-2, 2))

    def unlink(self) -> None:
        key = self._any(self.copy.of_kind("objekt_mal"))
        if key is not None:
            del self.copy.rows[key]

    def weigh(self) -> None:
        key = self._any(self.copy.of_kind("objekt_mal"))
        if key is not None:
            self.copy.rows[key] = {**self.copy.rows[key], "bidrag": self.chance.randint(-2, 2)}

    def comment(self) -> None:
        about = self._any(self.copy.of_kind(OBJECT))
        words = {"kommentar_id": self._identity(), "text": " ".join(self.chance.sample(WORDS, 4)), **self._audit()}
        self._add("kommentar", **words, objekt_id=about.rad_id if about else None, geom=point(self._place()))

    def vote(self) -> None:
        about = self._any([*self.copy.of_kind(OBJECT), *self.copy.of_kind("kommentar")])
        if about is not None:
            named = "objekt_id" if about.kind == OBJECT else "kommentar_id"
            self._add("rost", rost_id=self._identity(), varde=1, vem=self.name, **{named: about.rad_id})

    def delete_goal(self) -> None:
        key = self._any(self.copy.of_kind("mal"))
        if key is None or self.chance.random() < 0.5:
            return
        for other in list(self.copy.rows):
            if other.kind in WITH_GOALS and key in references(other, self.copy.rows[other]):
                del self.copy.rows[other]
            elif other.kind == "fraga" and key in references(other, self.copy.rows[other]):
                self._set(other, {"mal_id": None})
            elif other.kind == "mal" and self.copy.rows[other].get("over_id") == key.rad_id:
                self.copy.rows[other] = {**self.copy.rows[other], "over_id": self.copy.rows[key].get("over_id")}
        del self.copy.rows[key]

    def add_class(self) -> None:
        code = f"egen_{self.name}_{self._made}"
        self._add("klass", **{**class_row("omrade"), "kod": code, "namn_sv": code, "ordning": 99, "egen": 1})
        self._new_object("omrade", code, wkb.normalised(square(*self._place(), 2000)))

    # --- helpers

    def _new_object(self, layer: str, klass: str, shape: bytes | None, **more: str | None) -> None:
        key = Key(OBJECT, self._identity())
        columns: dict[str, Cell] = dict.fromkeys(tables().by_name[layer].columns)
        picture = self._any(self.copy.of_kind("bild"))
        assert picture is not None
        columns.update(objekt_id=key.rad_id, bild_id=picture.rad_id, klass=klass, namn=f"{layer} {self._made}")
        columns.update(self._audit())
        self.copy.rows[key] = {**columns, **more, GEOMETRY: shape, LAYER: layer}

    def _add(self, kind: str, **cells: Cell) -> Key:
        """A row of a table that holds no objects; one that is there already gets the cells."""
        table = tables().by_name[kind]
        row = {**dict.fromkeys(table.columns), **({"version": 1} if "version" in table.columns else {}), **cells}
        key = table.key_of(row)
        self.copy.rows[key] = row
        return key

    def _audit(self) -> dict[str, str | int]:
        self._clock += 1
        moment = f"2026-11-30T09:{self._clock // 60:02d}:{self._clock % 60:02d}.000Z"
        return {"skapad": moment, "skapad_av": self.name, "andrad": moment, "andrad_av": self.name, "version": 1}

    def _set(self, key: Key, cells: Mapping[str, Cell]) -> None:
        row, audit = self.copy.rows[key], self._audit()
        count = int(row.get("version") or 0) + 1
        who = {"andrad": audit["andrad"], "andrad_av": self.name, "version": count} if "version" in row else {}
        self.copy.rows[key] = {**row, **cells, **who}

    def _identity(self) -> str:
        self._made += 1
        return f"{self.name}-{self._made:04d}"

    def _place(self) -> tuple[float, float]:
        return self.chance.uniform(400_000, 500_000), self.chance.uniform(6_500_000, 6_600_000)

    def _any(self, keys: Sequence[Key]) -> Key | None:
        return self.chance.choice(keys) if keys else None

    @staticmethod
    def _bytes(value: object) -> bytes:
        assert isinstance(value, bytes)
        return value
