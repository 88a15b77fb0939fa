"""Puts documents together to one Catalogue. A document is the top mapping of a file, or the tables of a strukturbild.

Every section may stand in any file, so that a class can have its own attributes and value lists beside it. References
are therefore checked against what all documents together define: lists and groups, then attributes, then classes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any, Iterator, Sequence, TypeVar

from ..i18n import tr
from ..yaml_reader.fields import Fields
from ..yaml_reader.problems import Problems, SourceLocation
from .added_attributes import give_way
from .model import (
    ATTRIBUTE_TYPES,
    CHOICE,
    CHOICES,
    GEOMETRIES,
    LINE,
    NO_ROLES,
    POINT,
    ROLE_LIST,
    STATUS_LIST,
    UNCERTAINTY_LIST,
    Attribute,
    AttributeGroup,
    Catalogue,
    Choice,
    Layer,
    Level,
    ObjectClass,
    Structure,
    Text,
)

SHIPPED, OWN, STORED, PACK = "shipped", "own", "stored", "pack"
_COMPLETE, _ADDED = (SHIPPED, PACK), (OWN, PACK)
"""Kinds of documents that have every text in both languages; those that add to what the others hold."""

PICTURE_TYPE_LIST, SCALE_LIST, PICTURE_STATUS_LIST = "bildtyp", "skala", "bildstatus"
FIXED_LISTS = (STATUS_LIST, UNCERTAINTY_LIST, PICTURE_TYPE_LIST, SCALE_LIST, PICTURE_STATUS_LIST)
"""Lists that the map and the checks depend on: a region may rename but not add values."""
NEEDED_LISTS = (*FIXED_LISTS, ROLE_LIST)
NEEDED_COMMON = ("namn", "roll", "status", "osakerhet")
"""Attributes that `Objekt` has as named fields."""

RESERVED = frozenset(
    (
        *("fid", "ogc_fid", "geom", "objekt_id", "bild_id", "ursprung_id", "klass", "niva", "undertyp"),
        *("skapad_av", "skapad", "andrad_av", "andrad", "grupp", "version"),
        *("rowid", "oid", "ctid", "xmin", "xmax", "cmin", "cmax", "tableoid"),
    )
)
"""Columns that the store keeps itself, and those that SQLite and PostgreSQL do."""

MAX_SIZE_MM = 60.0
MAX_MEETING_M = 1_000_000.0
_STRUCTURE_CODE = re.compile(r"[A-ZÅÄÖ]")
_LAST = 9000

T = TypeVar("T")


@dataclass(frozen=True)
class Document:
    """One source of catalogue content; `kind` says how strictly it is read."""

    name: str
    block: dict[str, Any]
    kind: str = SHIPPED


@dataclass
class _Draft:
    """What has been understood so far, by code, and where it stood."""

    version: str = ""
    strukturer: dict[str, Structure] = field(default_factory=dict)
    lager: dict[str, Layer] = field(default_factory=dict)
    grupper: dict[str, AttributeGroup] = field(default_factory=dict)
    listor: dict[str, tuple[Choice, ...]] = field(default_factory=dict)
    attribut: dict[str, Attribute] = field(default_factory=dict)
    gemensamma: tuple[str, ...] = ()
    klasser: dict[str, ObjectClass] = field(default_factory=dict)
    places: dict[tuple[str, str], SourceLocation] = field(default_factory=dict)

    def keep(self, section: dict[str, T], name: str, kod: str, value: T, fields: Fields) -> None:
        """Add `value`, unless its code is taken: then both places are reported."""
        first = self.places.get((name, kod))
        if first is not None:
            fields.problem(tr("Koden är redan använd i {place}. Välj en annan kod.").format(place=first))
            return
        section[kod] = value
        self.places[name, kod] = fields.place


def assemble(documents: Sequence[Document], problems: Problems) -> Catalogue:
    """One catalogue of all documents. Faults go to `problems`; when there are any, the answer is not to be used."""
    own = [doc.block for doc in documents if doc.kind == OWN]
    if own:
        give_way([doc.block for doc in documents if doc.kind != OWN], own)
    draft = _Draft()
    read = [Fields(doc.block, SourceLocation(doc.name), problems, doc.kind in _COMPLETE) for doc in documents]
    pairs = list(zip(documents, read))
    for section in (_structures, _groups, _lists, _more_choices, _attributes, _layers, _common, _classes):
        for document, fields in pairs:
            section(document, fields, draft)
    for _document, fields in pairs:
        fields.done()
    _check_whole(draft, problems)
    catalogue = Catalogue(
        version=draft.version,
        strukturer=tuple(draft.strukturer.values()),
        lager=tuple(draft.lager.values()),
        grupper=tuple(draft.grupper.values()),
        attribut=draft.attribut,
        gemensamma=draft.gemensamma,
        listor=draft.listor,
        klasser=tuple(draft.klasser.values()),
    )
    return replace(catalogue, klasser=catalogue.in_legend_order())


def _structures(document: Document, fields: Fields, draft: _Draft) -> None:
    if document.kind in _ADDED:
        return
    draft.version = fields.text("version", required=False) or draft.version
    for kod, inner in fields.blocks("strukturer", tr("struktur"), _STRUCTURE_CODE):
        draft.keep(draft.strukturer, "strukturer", kod, Structure(kod, inner.both("namn"), inner.text("op_ord")), inner)
        inner.done()


def _groups(_document: Document, fields: Fields, draft: _Draft) -> None:
    for kod, inner in fields.blocks("grupper", tr("grupp")):
        draft.keep(draft.grupper, "grupper", kod, AttributeGroup(kod, inner.both("namn")), inner)
        inner.done()


def _lists(_document: Document, fields: Fields, draft: _Draft) -> None:
    for kod, inner in _value_blocks(fields, "listor"):
        values = _choices(inner)
        if not values:
            inner.problem(tr("Värdelistan är tom. Skriv minst ett värde: kod: {sv: ..., en: ...}."))
        draft.keep(draft.listor, "listor", kod, values, inner)


def _more_choices(document: Document, fields: Fields, draft: _Draft) -> None:
    """`fler_varden`: values an own file adds to a list that exists."""
    if document.kind != OWN:
        return
    for kod, inner in _value_blocks(fields, "fler_varden"):
        added = _choices(inner)
        if kod in FIXED_LISTS or kod not in draft.listor:
            allowed = sorted(set(draft.listor) - set(FIXED_LISTS))
            inner.problem(
                tr("Listan kan inte få fler värden. Listor som kan det: {lists}.").format(lists=", ".join(allowed))
            )
            continue
        taken = {choice.kod for choice in draft.listor[kod]}
        for choice in added:
            if choice.kod in taken:
                sentence = tr("Värdet '{value}' finns redan i listan. Ta bort det eller välj en annan kod.")
                inner.problem(sentence.format(value=choice.kod), choice.kod)
        draft.listor[kod] += tuple(choice for choice in added if choice.kod not in taken)


def _attributes(_document: Document, fields: Fields, draft: _Draft) -> None:
    for kod, inner in fields.blocks("attribut", tr("attribut")):
        if kod in RESERVED:
            inner.problem(tr("Koden används av programmet självt. Välj en annan kod."))
        draft.keep(draft.attribut, "attribut", kod, _attribute(kod, inner, draft), inner)
        inner.done()


def _attribute(kod: str, fields: Fields, draft: _Draft) -> Attribute:
    typ = fields.choice("typ", ATTRIBUTE_TYPES)
    value_list = fields.choice("lista", draft.listor, required=typ in (CHOICE, CHOICES))
    if value_list and typ and typ not in (CHOICE, CHOICES):
        sentence = tr(
            "'lista' hör bara till typerna val och flerval, men typen är {typ}. Ta bort raden eller ändra typen."
        )
        fields.problem(sentence.format(typ=typ), "lista")
    return Attribute(
        kod=kod,
        namn=fields.both("namn"),
        typ=typ,
        grupp=fields.choice("grupp", draft.grupper),
        hjalp=fields.both("hjalp", required=fields.complete),
        lista=value_list,
        enhet=fields.text("enhet", required=False),
        kalla=fields.text("kalla", required=False) or "egen",
    )


def _layers(document: Document, fields: Fields, draft: _Draft) -> None:
    if document.kind in _ADDED:
        return
    for kod, inner in fields.blocks("lager", tr("lager")):
        geometry = inner.choice("geometri", GEOMETRIES)
        layer = Layer(kod, geometry, inner.both("namn"), inner.codes("attribut", draft.attribut))
        draft.keep(draft.lager, "lager", kod, layer, inner)
        inner.done()


def _common(document: Document, fields: Fields, draft: _Draft) -> None:
    if document.kind not in _ADDED:
        draft.gemensamma = fields.codes("gemensamma", draft.attribut) or draft.gemensamma


def _classes(document: Document, fields: Fields, draft: _Draft) -> None:
    for kod, inner in fields.blocks("klasser", tr("klass")):
        klass = _object_class(kod, inner, draft, document.kind)
        draft.keep(draft.klasser, "klasser", kod, klass, inner)
        inner.done()


def _object_class(kod: str, fields: Fields, draft: _Draft, kind: str) -> ObjectClass:
    must = kind in _COMPLETE
    namn = fields.both("namn")
    plural = fields.both("plural", required=must)
    layers = _class_layers(fields, draft)
    subtypes = _subtypes(fields)
    return ObjectClass(
        kod=kod,
        namn=namn,
        plural=plural if plural.sv else namn,
        struktur=fields.choice("struktur", draft.strukturer),
        lager=layers,
        ordning=fields.integer("ordning", 0, 9999, None if must else _LAST),
        nivaer=_levels(fields, POINT in layers or LINE in layers, [choice.kod for choice in subtypes]),
        undertyper=subtypes,
        attribut=fields.codes("attribut", draft.attribut),
        symbol=fields.code("symbol", required=False),
        hjalp=fields.both("hjalp", required=must),
        ritanvisning=fields.both("ritanvisning", required=must),
        kalla=fields.text("kalla", required=must) or "egen",
        egen=fields.yes_no("egen") if kind == STORED else kind in _ADDED,
        roller=fields.codes("roller", [NO_ROLES, *(choice.kod for choice in draft.listor.get(ROLE_LIST, ()))]),
        motesavstand=fields.number("motesavstand", 0, MAX_MEETING_M, 0.0),
    )


def _class_layers(fields: Fields, draft: _Draft) -> dict[str, str]:
    """Geometry kind -> layer of that geometry."""
    if not fields.has("lager"):
        fields.missing("lager", "{punkt: nod}")
        return {}
    found = {}
    inner = fields.inside("lager")
    for kind in GEOMETRIES:
        allowed = [layer.kod for layer in draft.lager.values() if layer.geometri == kind]
        if inner.has(kind):
            found[kind] = inner.choice(kind, allowed)
    inner.done()
    if not found:
        inner.problem(tr("Klassen behöver minst en geometri: {kinds}.").format(kinds=", ".join(GEOMETRIES)))
    return found


def _levels(fields: Fields, sized: bool, subtypes: Sequence[str]) -> tuple[Level, ...]:
    """Levels as written, large to small. Points and lines need a size on the printed A3."""
    levels: list[Level] = []
    for kod, inner in fields.blocks("nivaer", tr("nivå")):
        size = inner.number("storlek", 0, MAX_SIZE_MM, None if sized else 0.0)
        name = Text(inner.text("sv"), inner.text("en", fields.complete))
        kalla, only = inner.text("kalla", required=False), inner.codes("undertyper", subtypes)
        levels.append(Level(kod, name, len(levels) + 1, size, kalla, only))
        inner.done()
    return tuple(levels)


def _subtypes(fields: Fields) -> tuple[Choice, ...]:
    return _choices(fields.inside("undertyper")) if fields.has("undertyper") else ()


def _value_blocks(fields: Fields, key: str) -> Iterator[tuple[str, Fields]]:
    return fields.blocks(key, tr("lista"))


def _choices(fields: Fields) -> tuple[Choice, ...]:
    """`kod: {sv: ..., en: ...}` each."""
    found = []
    for kod, inner in fields.every(tr("värde")):
        kalla = inner.text("kalla", required=False)
        found.append(Choice(kod, inner.languages(), kalla))
    return tuple(found)


def _check_whole(draft: _Draft, problems: Problems) -> None:
    """What must be there whatever the files are called."""
    place = SourceLocation(tr("katalogen som helhet"))
    for kod in NEEDED_LISTS:
        if kod not in draft.listor:
            problems.add(place, tr("Värdelistan '{kod}' saknas.").format(kod=kod))
    for kod in NEEDED_COMMON:
        if kod not in draft.gemensamma:
            where = draft.places.get(("attribut", kod), place)
            problems.add(where, tr("'{kod}' ska stå bland de gemensamma attributen.").format(kod=kod))
    for name, section in (("strukturer", draft.strukturer), ("lager", draft.lager), ("klasser", draft.klasser)):
        if not section:
            problems.add(place, tr("Det finns inga {name}.").format(name=name))
