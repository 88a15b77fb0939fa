"""Which tables a merge covers, what a row of each is known by, what its columns are, and which rows name which others.

All of it is derived from the tables' specifications and the catalogue.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Union

from ..catalogue.model import CHOICES, LONG_TEXT, ROLE_LIST, Catalogue
from ..catalogue.table_rows import COLUMNS, subtype_list
from ..store.gpkg.row_mapping import text_to_codes
from ..store.schema.process_tables import BASE_ROWS, WORKING_COPIES
from ..store.schema.tables import AUDIT, EDITIONS, GEOMETRY, TEXT_COLUMN, TableSpec, all_tables

Cell = Union[None, str, int, float, bytes]
Row = Mapping[str, Cell]
"""By column; shapes as normalised WKB, and an empty text as None where it may be."""

OBJECT, LAYER = "objekt", "lager_"
"""The kind of all drawn objects, whatever table they lie in, and the made-up column that says which."""
MADE_FID = "fid_"
"""The made-up column of the fid that an added object has in its copy; nothing is merged by it."""

AUDIT_COLUMNS = frozenset(column.name for column in AUDIT)
"""Who and when: never a conflict."""
NOT_MERGED = (EDITIONS.name, WORKING_COPIES.name, BASE_ROWS.name)
"""What is about the file itself. An edition is of the file it was made in."""
NOT_IN_PROJECT = frozenset(
    (
        *(OBJECT, "objekt_mal", "mal", "malsamling", "mal_paverkan", "mal_motsvarighet", "kommentar", "rost", "logg"),
        *("insats", "fraga", "enighet", "workshop", "workshopgrupp"),
    )
)
"""Kinds whose rows the project in the file, and the styles of its layers, say nothing of."""
_SILENT = frozenset({"schema_version", "katalog_version", "katalogversion", "symboluppsattning"})
"""A group sees its copy with the symbols of workshops: how a copy looks is not taken over."""
_CATALOGUE_KEYS: Mapping[str, tuple[str, ...]] = {"varde": ("lista", "kod"), "niva": ("klass", "kod")}
_CATALOGUE_LISTS = frozenset({"attribut", "roller", "undertyper"})
_FREE_TEXTS: Mapping[str, tuple[str, ...]] = {
    "strukturbild": ("beskrivning",),
    "mal": ("beskrivning", "indikator"),
    "objekt_mal": ("motivering",),
    "mal_paverkan": ("motivering",),
    "mal_motsvarighet": ("motivering",),
    "kommentar": ("text", "svar"),
    "insats": ("vad", "detalj"),
    "fraga": ("text",),
    "workshop": ("syfte",),
}
"""Texts of several sentences, which two may change in different places; of objects the catalogue's long texts.

A name or a title is one thing: two new ones are a question.
"""


_PLACES: Mapping[str, tuple[str, ...]] = {"etikettplats": ("x", "y")}
"""Columns that are one value together: half of one's place and half of another's is nobody's."""
_STAMPS: Mapping[str, tuple[str, ...]] = {
    "mal_paverkan": ("tid", "vem", "grupp"),
    "konflikt": ("beslut_tid", "beslut_av", "status", "val", "beslut", "skal"),
}
"""Columns that say who wrote the row last, and when: those of the last one, and never a conflict.

Two groups who decide one conflict differently differ about what it is about, and that is asked.
"""


class Key(NamedTuple):
    """What a row is known by in every copy: its kind (the table; OBJECT for all objects) and its identity."""

    kind: str
    rad_id: str


class Reference(NamedTuple):
    """A column of a kind that names a row of another; `several`: in a list."""

    column: str
    kind: str
    several: bool = False


REFERENCES: Mapping[str, tuple[Reference, ...]] = {
    OBJECT: (
        Reference("bild_id", "bild"),
        Reference("klass", "klass"),
        Reference("noder", OBJECT, several=True),
        *(Reference(column, OBJECT) for column in ("fran_id", "till_id", "nod_id")),
    ),
    "objekt_mal": (Reference("objekt_id", OBJECT), Reference("mal_id", "mal")),
    "bild": (Reference("utgar_fran", "bild"),),
    "mal": (Reference("samling", "malsamling"), Reference("over_id", "mal")),
    "mal_paverkan": (Reference("fran_mal_id", "mal"), Reference("till_mal_id", "mal")),
    "mal_motsvarighet": (Reference("mal_id", "mal"), Reference("motsvarar_mal_id", "mal")),
    "kommentar": (
        Reference("objekt_id", OBJECT),
        Reference("bild_id", "bild"),
        Reference("svar_pa", "kommentar"),
    ),
    "rost": (Reference("objekt_id", OBJECT), Reference("kommentar_id", "kommentar"), Reference("bild_id", "bild")),
    "etikettplats": (Reference("objekt_id", OBJECT), Reference("bild_id", "bild")),
    "insats": (Reference("objekt_id", OBJECT),),
    "fraga": (
        *(Reference(column, OBJECT) for column in ("objekt_id", "andra_objekt_id")),
        *(Reference(column, "mal") for column in ("mal_id", "andra_mal_id")),
    ),
    "niva": (Reference("klass", "klass"),),
    "enighet": (Reference("objekt_id", OBJECT),),
    "workshopgrupp": (Reference("workshop_id", "workshop"),),
}
"""Which rows name which others. A merge never leaves one that names what is not there."""


@dataclass(frozen=True)
class MergedTable:
    """A table as a merge sees it."""

    spec: TableSpec
    kind: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    """All but fid, the geometry included."""
    required: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    """Merged word by word."""
    lists: frozenset[str] = frozenset()
    """Codes in any order, merged code by code."""
    silent: frozenset[str] = AUDIT_COLUMNS
    """Neither a change nor a conflict."""
    place: tuple[str, ...] = ()
    """Columns that are one value together."""
    stamps: tuple[str, ...] = ()
    """Of whoever wrote the row last; the time first."""

    @property
    def name(self) -> str:
        """The table's name."""
        return self.spec.name

    def key_of(self, row: Row) -> Key:
        """What a row of it is known by."""
        parts = [str(row.get(name) if row.get(name) is not None else "") for name in self.key]
        return Key(self.kind, parts[0] if len(parts) == 1 else json.dumps(parts, ensure_ascii=False))

    def key_values(self, key: Key) -> tuple[str, ...]:
        """What the key columns say in the row that is known by `key`."""
        return (key.rad_id,) if len(self.key) == 1 else tuple(json.loads(key.rad_id))


@dataclass(frozen=True)
class MergedTables:
    """Every table a merge covers, of a file made with one catalogue."""

    tables: tuple[MergedTable, ...]
    by_name: Mapping[str, MergedTable] = field(default_factory=dict)

    def of_row(self, key: Key, row: Row) -> MergedTable:
        """The table that `row` lies in."""
        return self.by_name[str(row[LAYER]) if key.kind == OBJECT else key.kind]


def merged_tables(catalogue: Catalogue) -> MergedTables:
    """The tables a merge covers of files made with `catalogue`."""
    found = [_merged(spec, catalogue) for spec in all_tables(catalogue) if spec.name not in NOT_MERGED]
    return MergedTables(tuple(found), {one.name: one for one in found})


def widest(first: Catalogue, others: Iterable[Catalogue]) -> Catalogue:
    """`first` with every layer, class, attribute and column that any of `others` has: what decides what is compared."""
    classes = {klass.kod: klass for klass in first.klasser}
    layers = {layer.kod: layer for layer in first.lager}
    attributes = dict(first.attribut)
    for each in others:
        for kod, attribute in each.attribut.items():
            attributes.setdefault(kod, attribute)
        for klass in each.klasser:
            known = classes.setdefault(klass.kod, klass)
            classes[klass.kod] = replace(
                known,
                attribut=tuple(dict.fromkeys((*known.attribut, *klass.attribut))),
                lager={**klass.lager, **known.lager},
            )
        for layer in each.lager:
            there = layers.setdefault(layer.kod, layer)
            layers[layer.kod] = replace(there, attribut=tuple(dict.fromkeys((*there.attribut, *layer.attribut))))
    return replace(first, attribut=attributes, klasser=tuple(classes.values()), lager=tuple(layers.values()))


def _merged(spec: TableSpec, catalogue: Catalogue) -> MergedTable:
    names = spec.column_names()
    geometry = (GEOMETRY,) if spec.geometry else ()
    if spec.objects:
        several, words = set[str](), set[str]()
        for attribute in catalogue.columns(spec.name):
            if attribute.typ == CHOICES and attribute.kod != "noder":
                several.add(attribute.kod)
            if attribute.typ == LONG_TEXT:
                words.add(attribute.kod)
        texts, lists = words & {*names}, several & {*names}
    elif spec.name in COLUMNS:
        texts, lists = set[str](), {*names} & _CATALOGUE_LISTS
    else:
        texts, lists = set(_FREE_TEXTS.get(spec.name, ())), set()
    return MergedTable(
        spec,
        OBJECT if spec.objects else spec.name,
        _key(spec),
        (*names, *geometry),
        frozenset(column.name for column in spec.columns if column.required and column.kind == TEXT_COLUMN),
        frozenset(texts) - {ref.column for ref in REFERENCES.get(OBJECT if spec.objects else spec.name, ())},
        frozenset(lists),
        AUDIT_COLUMNS | _SILENT,
        _PLACES.get(spec.name, ()),
        _STAMPS.get(spec.name, ()),
    )


def _key(spec: TableSpec) -> tuple[str, ...]:
    if spec.name in COLUMNS:
        return _CATALOGUE_KEYS.get(spec.name, ("kod",))
    named = [column.name for column in spec.columns if column.unique]
    return tuple(named[:1]) or spec.unique[0]


def references(key: Key, row: Row) -> Iterator[Key]:
    """The rows that `row` names."""
    for ref in REFERENCES.get(key.kind, ()):
        value = row.get(ref.column)
        if ref.several:
            for code in text_to_codes(value):
                yield Key(ref.kind, code)
        elif isinstance(value, str) and value:
            yield Key(ref.kind, value)


def chosen_values(key: Key, row: Row) -> Iterator[Key]:
    """The catalogue's level, subtype and roles that an object has: they too stay as long as an object has them."""
    if key.kind != OBJECT:
        return
    klass = str(row.get("klass"))
    chosen = [("niva", klass, row.get("niva")), ("varde", subtype_list(klass), row.get("undertyp"))]
    chosen += [("varde", ROLE_LIST, code) for code in text_to_codes(row.get("roll"))]
    for kind, of, code in chosen:
        if isinstance(code, str) and code:
            yield Key(kind, json.dumps([of, code], ensure_ascii=False))
