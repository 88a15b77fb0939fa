"""Workshops of any kind as plain rows: what all began with, and what each of several groups did to its copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from random import Random

from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.store.gpkg import wkb
from strukturbild_plugin.store.gpkg.row_mapping import codes_to_text, text_to_codes
from strukturbild_plugin.store.schema.tables import GEOMETRY
from strukturbild_plugin.workshop.line_ties import followed, tied_nodes
from strukturbild_plugin.workshop.merge_outcome import MergeOutcome, merge_outcome
from strukturbild_plugin.workshop.merged_tables import (
    LAYER,
    OBJECT,
    Key,
    MergedTables,
    Row,
    merged_tables,
    references,
)
from strukturbild_plugin.workshop.participants import CopyIdentity, Participant, digest_of
from tests.store.helpers import line, point, square

WORDS = ("gröna", "kilar", "stråk", "noder", "bostäder", "nära", "resande", "tåg", "gränsen", "Norge", "hela", "länet")
GROUPS = 6


@lru_cache(maxsize=1)
def tables() -> MergedTables:
    """The tables of the plugin's own catalogue."""
    return merged_tables(load_catalogue())


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
            if other.kind in ("objekt_mal", "rost"):
                del self.copy.rows[other]
            elif other.kind == "kommentar":
                self._set(other, {"objekt_id": None})
            else:
                codes = tuple(code for code in text_to_codes(row.get("noder")) if code != key.rad_id)
                ends = {name: None for name in ("fran_id", "till_id", "nod_id") if row.get(name) == key.rad_id}
                self._set(other, {"noder": codes_to_text(codes), **ends} if "noder" in row else ends)
        del self.copy.rows[key]

    def link(self) -> None:
        one, goal = self._any(self.copy.of_kind(OBJECT)), self._any(self.copy.of_kind("mal"))
        if one is None or goal is None:
            return
        row = {"objekt_id": one.rad_id, "mal_id": goal.rad_id, "bidrag": self.chance.randint(-2, 2), "motivering": None}
        key = tables().by_name["objekt_mal"].key_of(row)
        self.copy.rows[key] = row

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
        key = Key("kommentar", self._identity())
        row = {"kommentar_id": key.rad_id, "text": " ".join(self.chance.sample(WORDS, 4)), **self._audit()}
        self.copy.rows[key] = {**row, "objekt_id": about.rad_id if about else None, GEOMETRY: point(self._place())}

    def vote(self) -> None:
        about = self._any([*self.copy.of_kind(OBJECT), *self.copy.of_kind("kommentar")])
        if about is not None:
            key = Key("rost", self._identity())
            named = "objekt_id" if about.kind == OBJECT else "kommentar_id"
            self.copy.rows[key] = {"rost_id": key.rad_id, named: about.rad_id, "varde": 1, "vem": self.name}

    def delete_goal(self) -> None:
        key = self._any(self.copy.of_kind("mal"))
        if key is None or self.chance.random() < 0.5:
            return
        for other in list(self.copy.rows):
            if other.kind == "objekt_mal" and key in references(other, self.copy.rows[other]):
                del self.copy.rows[other]
            elif other.kind == "mal" and self.copy.rows[other].get("over_id") == key.rad_id:
                self.copy.rows[other] = {**self.copy.rows[other], "over_id": self.copy.rows[key].get("over_id")}
        del self.copy.rows[key]

    def add_class(self) -> None:
        code = f"egen_{self.name}_{self._made}"
        self.copy.rows[Key("klass", code)] = {"kod": code, "namn_sv": code, "ordning": 99, "egen": 1}
        self._new_object("omrade", code, wkb.normalised(square(*self._place(), 2000)))

    # --- helpers

    def _new_object(self, layer: str, klass: str, shape: bytes | None, **more: str | None) -> None:
        key = Key(OBJECT, self._identity())
        columns: dict[str, str | bytes | int | None] = dict.fromkeys(tables().by_name[layer].columns)
        columns.update(objekt_id=key.rad_id, bild_id="bild", klass=klass, namn=f"{layer} {self._made}", **self._audit())
        self.copy.rows[key] = {**columns, **more, GEOMETRY: shape, LAYER: layer}

    def _audit(self) -> dict[str, str | int]:
        self._clock += 1
        moment = f"2026-11-30T09:{self._clock // 60:02d}:{self._clock % 60:02d}.000Z"
        return {"skapad": moment, "skapad_av": self.name, "andrad": moment, "andrad_av": self.name, "version": 1}

    def _set(self, key: Key, cells: Mapping[str, str | bytes | None]) -> None:
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


def begun(chance: Random, objects: int) -> Copy:
    """What all begin with: about `objects` objects, goals, links, comments."""
    copy = Copy({Key("bild", "bild"): {"bild_id": "bild", "namn": "Målbild", "bildtyp": "malbild"}})
    for klass in ("nod", "strak", "samband", "gron_kil"):
        copy.rows[Key("klass", klass)] = {"kod": klass, "namn_sv": klass, "ordning": 1}
    copy.rows[Key("malsamling", "rus")] = {"kod": "rus", "namn": "RUS"}
    for number in range(8):
        row = {"mal_id": f"mal{number}", "samling": "rus", "titel": f"Mål {number}", "ordning": number}
        copy.rows[Key("mal", f"mal{number}")] = {**row, "over_id": "mal0" if number > 4 else None}
    hand = Hand(copy, chance, "start")
    for number in range(objects):
        (hand.add_node if number < 4 else chance.choice((hand.add_node, hand.add_line, hand.add_area)))()
    for _ in range(objects // 4):
        chance.choice((hand.link, hand.comment, hand.vote, hand.write_words))()
    return copy


@dataclass(frozen=True)
class Workshop:
    """A base, and what each group has done since."""

    base: Copy
    participants: tuple[Participant, ...]


def random_workshop(chance: Random, most_objects: int, groups: int = GROUPS) -> Workshop:
    """Any workshop of `groups` groups and up to `most_objects` objects."""
    base = begun(chance, chance.randint(20, most_objects))
    participants = []
    for number in range(groups):
        copy = Copy(dict(base.rows))
        Hand(copy, chance, f"bord{number}").act(chance.randint(0, 25))
        changes = copy.changes_since(base)
        identity = CopyIdentity(f"kopia{number}", "bas", namn=f"Bord {number}", ordning=number)
        participants.append(Participant(identity, changes, digest=digest_of(changes)))
    return Workshop(base, tuple(participants))


@dataclass
class MergedFile:
    """A main file that copies are merged into one batch after another."""

    workshop: Workshop
    content: Copy
    known: list[Participant] = field(default_factory=list)
    outcomes: list[MergeOutcome] = field(default_factory=list)

    def merge(self, added: Sequence[Participant]) -> MergeOutcome:
        news = {one.identity.kopia_id for one in added}
        after = [*(one for one in self.known if one.identity.kopia_id not in news), *added]
        after.sort(key=lambda one: one.sort_key)
        ours = self.content.changes_since(self.workshop.base)
        outcome = merge_outcome(tables(), self.workshop.base, ours, self.known, after, strict=False)
        for write in outcome.writes:
            if write.after is None:
                del self.content.rows[write.key]
            else:
                self.content.rows[write.key] = write.after
        self.known = after
        self.outcomes.append(outcome)
        return outcome


def merged_in(workshop: Workshop, batches: Sequence[Sequence[Participant]]) -> MergedFile:
    """The base with the participants merged into it, batch by batch."""
    file = MergedFile(workshop, Copy(dict(workshop.base.rows)))
    for batch in batches:
        file.merge(batch)
    return file


def orders(chance: Random, participants: Sequence[Participant], count: int) -> Iterator[list[list[Participant]]]:
    """`count` ways to merge them: shuffled, and in batches of any size."""
    for _ in range(count):
        listed = list(participants)
        chance.shuffle(listed)
        batches: list[list[Participant]] = [[]]
        for one in listed:
            if batches[-1] and chance.random() < 0.5:
                batches.append([])
            batches[-1].append(one)
        yield batches
