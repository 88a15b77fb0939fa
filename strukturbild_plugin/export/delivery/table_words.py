"""Words for the codes in the tables of a delivery: which columns there are, and what stands in each row.

One column of words for each column of codes, called like it with `_namn`; where a column names nodes by their id, one
with the nodes' names. The words come first in a table, since readers without the plugin see them in that order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Callable, Mapping, Sequence

from ...bilingual_text import NO_TEXT
from ...catalogue.model import CHOICE, CHOICES, STATUS_LIST, Attribute, Text
from ...catalogue.plan_standard import PlanStandard
from ...store.create.regions import area_names, municipality_names
from ...store.gpkg.records import ObjectRecord, Snapshot
from ...store.gpkg.row_mapping import text_to_codes
from ...store.schema.tables import ColumnSpec, TableSpec, object_table
from .plan_words import PLAN_COLUMNS, PLAN_TITLES, plan_words
from .readable_columns import ALIASES, COLUMNS, ReadableTexts, column_names, free_name

NODE_REFERENCES = ("fran_id", "till_id", "nod_id", "hor_till_nod", "noder")
"""Attributes that hold the id of a node, or of several."""

MUNICIPALITIES = "kommunkoder"
"""The attribute that holds codes of municipalities as a text."""
AREAS_CONCERNED = "omradeskoder"
"""The attribute that holds codes of län and countries as a text."""
_MUNICIPALITY_DIGITS, _COUNTY_DIGITS = 4, 2

Key = tuple[object, ...]


@dataclass(frozen=True)
class WordColumn:
    """A column of words. `code`: the column that has the same as codes; '' when there is none."""

    name: str
    title: Text
    code: str = ""
    of_the_program: bool = False
    """True when the words are the program's or the base data's, which another version of them says otherwise; the
    others stand in the file itself."""
    of_areas: bool = False
    """True when they are the names of areas in the base data."""


@dataclass(frozen=True)
class TableWords:
    """The columns of words of one table, and the words of each row by its key."""

    columns: tuple[WordColumn, ...]
    keys: tuple[str, ...]
    """The columns that tell the rows apart."""
    rows: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)

    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def codes(self) -> frozenset[str]:
        """The columns that have words beside them."""
        return frozenset(column.code for column in self.columns) - {""}

    def of(self, key: Key) -> tuple[str | None, ...]:
        """The words of a row, NULL for none."""
        return tuple(word or None for word in self.rows.get(key, ("",) * len(self.columns)))

    def table(self, spec: TableSpec) -> TableSpec:
        """The table `spec` with these columns: the name and the words first, then texts, then codes and the rest."""
        codes, texts = self.codes(), [column.name for column in spec.columns if column.name in _LEADING_TEXTS]
        names = [column for column in spec.columns if column.name in _NAMES]
        words = [ColumnSpec(name) for name in self.names()]
        middle = [column for column in spec.columns if column.name in texts]
        rest = [column for column in spec.columns if column not in names and column not in middle]
        plain = [column for column in rest if column.name not in codes and column.name not in _PROGRAM_COLUMNS]
        behind = [column for column in rest if column not in plain]
        return replace(spec, columns=(*names, *words, *middle, *plain, *behind))


_NAMES = ("namn", "titel")
_LEADING_TEXTS = ("beskrivning", "stallningstagande", "planeringsprincip")
AUDIT_COLUMNS = ("skapad_av", "skapad", "andrad_av", "andrad", "grupp", "version")
"""Columns that say how a row came about."""
_PROGRAM_COLUMNS = (*("objekt_id", "bild_id", "mal_id", "over_id", "ursprung_id"), *AUDIT_COLUMNS)
"""Columns that mean nothing to a reader: identities, and how the row came about."""
PROGRAM_COLUMNS = frozenset(_PROGRAM_COLUMNS)

_CODES_OF = {"klass_namn": "klass", "niva_namn": "niva", "status_namn": "status", "bild": "bild_id"}
_BESIDE = Text("{namn} (i klartext)", "{namn} (in words)")
_SUBTYPE, _GOAL, _OBJECT = Text("Undertyp", "Subtype"), Text("Mål", "Goal"), Text("Objekt", "Object")
_GOAL_SET, _GOAL_ABOVE = Text("Målsamling", "Goal set"), Text("Överordnat mål", "Goal above")
_CONTRIBUTION = Text("Bidrag", "Contribution")
_STARTS_WITH, _COUNTIES = Text("Utgår från bilden", "Starts from the picture"), Text("Län", "Counties")
_ACCESS = Text("Tillgänglighet", "Accessibility")
_EXTENT = Text("Hur mycket av målen som är med", "How much of the goals is there")
_EXTENTS: Mapping[str, Text] = {
    "toppniva": Text("den översta nivån", "the top level"),
    "delvis": Text("en del av målen", "some of the goals"),
    "hela": Text("alla mål", "all goals"),
}
_BETWEEN_CODES = re.compile(r"[,;\n]|(?<=\d)\s+(?=\d)|(?<=\b[0-9A-Z]{2})\s+(?=[0-9A-Z]{2}\b)")
_ANY_STANDARD = PlanStandard("", "", "", NO_TEXT, NO_TEXT, (), "", ())
_PICTURE_LISTS = {"bildtyp": "bildtyp", "skala": "skala", "status": "bildstatus"}
_PICTURE_TITLES = (Text("Bildtyp", "Kind of picture"), Text("Skala", "Scale"), Text("Status", "Status"))


def table_words(snapshot: Snapshot, standard: PlanStandard | None = None) -> dict[str, TableWords]:
    """Table -> its words, for every table of `snapshot` that has codes a receiver meets."""
    texts = ReadableTexts(snapshot)
    found = {layer.kod: _object_words(texts, layer.kod, standard) for layer in snapshot.catalogue.lager}
    return {
        **found,
        "bild": _picture_words(texts),
        "malsamling": _goal_set_words(texts),
        "mal": _goal_words(texts),
        "objekt_mal": _link_words(texts),
        "insats": _measure_words(texts),
    }


def plan_column_names(snapshot: Snapshot, layer: str) -> tuple[str, ...]:
    """The names that the columns of a plan standard's words have in the table of `layer`."""
    words = _object_words(ReadableTexts(replace(snapshot, objects=())), layer, _ANY_STANDARD)
    return words.names()[-len(PLAN_COLUMNS) :]


def beside(title: Text) -> Text:
    """The title of the words beside a column with this title."""
    return Text(_BESIDE.sv.format(namn=title.sv), _BESIDE.en.format(namn=title.en or title.sv))


Say = Callable[[ObjectRecord], str]


def _object_words(texts: ReadableTexts, layer: str, standard: PlanStandard | None) -> TableWords:
    snapshot = texts.snapshot
    names = column_names(snapshot)
    columns = [
        WordColumn(names[name], ALIASES[name], _CODES_OF.get(name, ""), of_the_program=name == "mal")
        for name in COLUMNS
    ]
    says: list[Say] = []
    taken = {*object_table(snapshot.catalogue, layer).column_names(), *snapshot.catalogue.attribut, *names.values()}
    for wanted, title, code, say in _further(texts, layer):
        name, is_area = free_name(wanted, taken), code in (MUNICIPALITIES, AREAS_CONCERNED)
        columns.append(WordColumn(name, title, code, of_the_program=is_area, of_areas=is_area))
        taken.add(name)
        says.append(say)
    if standard is not None:
        for wanted, title in zip(PLAN_COLUMNS, PLAN_TITLES):
            name = free_name(wanted, taken)
            columns.append(WordColumn(name, title, of_the_program=True))
            taken.add(name)
    rows: dict[Key, tuple[str, ...]] = {}
    for record in snapshot.objects:
        if record.lager == layer:
            words = [*texts.columns(record).values(), *(say(record) for say in says)]
            if standard is not None:
                words += plan_words(standard, snapshot.catalogue, record, texts.language)
            rows[(record.objekt_id,)] = tuple(words)
    return TableWords(tuple(columns), ("objekt_id",), rows)


def _further(texts: ReadableTexts, layer: str) -> list[tuple[str, Text, str, Say]]:
    """Name, title, code column and words of the columns beyond the fixed ones."""
    catalogue = texts.snapshot.catalogue
    found: list[tuple[str, Text, str, Say]] = []
    if any(klass.undertyper for klass in catalogue.classes_in(layer)):
        found.append(("undertyp_namn", beside(_SUBTYPE), "undertyp", texts.subtype))
    nodes = {record.objekt_id: record.namn or texts.class_name(record) for record in texts.snapshot.objects}
    for attribute in catalogue.columns(layer):
        kod, title = attribute.kod, beside(attribute.namn)
        if attribute.typ in (CHOICE, CHOICES) and kod != STATUS_LIST:
            found.append((f"{kod}_namn", title, kod, _listed(texts, attribute)))
        elif kod == MUNICIPALITIES:
            found.append((f"{kod}_namn", title, kod, _areas(kod, municipality_names(), _MUNICIPALITY_DIGITS)))
        elif kod == AREAS_CONCERNED:
            found.append((f"{kod}_namn", title, kod, _areas(kod, area_names(), _COUNTY_DIGITS)))
        elif kod in NODE_REFERENCES:
            stem = kod[:-3] if kod.endswith("_id") else kod
            found.append((f"{stem}_namn", title, kod, _referred(kod, nodes)))
    return found


def _listed(texts: ReadableTexts, attribute: Attribute) -> Say:
    """What an object has chosen of a value list, in words."""
    named = {choice.kod: texts.text(choice.namn) for choice in texts.snapshot.catalogue.listor.get(attribute.lista, ())}

    def say(record: ObjectRecord) -> str:
        codes = _codes(record, attribute.kod, several=attribute.typ == CHOICES)
        return ", ".join(named.get(kod, kod) for kod in codes)

    return say


def _codes(record: ObjectRecord, kod: str, several: bool) -> Sequence[str]:
    if kod == "roll":
        return record.roller
    value = record.osakerhet if kod == "osakerhet" else record.attribut.get(kod)
    if several:
        return text_to_codes(value)
    return (str(value),) if value not in (None, "") else ()


def _referred(kod: str, nodes: Mapping[str, str]) -> Say:
    """The names of the nodes an object refers to, in its order; one that is not there is said as its id."""
    return lambda record: " – ".join(nodes.get(one, one) for one in text_to_codes(record.attribut.get(kod)))


def _areas(kod: str, names: Mapping[str, str], digits: int) -> Say:
    """The names of the areas that a text of codes names; what is no code is said as it is."""
    return lambda record: _area_names(str(record.attribut.get(kod) or ""), names, digits)


def _area_names(written: str, names: Mapping[str, str], digits: int) -> str:
    codes = filter(None, (part.strip() for part in _BETWEEN_CODES.split(written)))
    return ", ".join(names.get(code.upper().zfill(digits), code) for code in codes)


def _picture_words(texts: ReadableTexts) -> TableWords:
    columns = [WordColumn(f"{kod}_namn", beside(title), kod) for kod, title in zip(_PICTURE_LISTS, _PICTURE_TITLES)]
    columns.append(WordColumn("utgar_fran_namn", beside(_STARTS_WITH), "utgar_fran"))
    names = {picture.bild_id: picture.namn for picture in texts.snapshot.pictures}
    rows: dict[Key, tuple[str, ...]] = {
        (picture.bild_id,): (
            *(texts.value(listed, getattr(picture, kod)) for kod, listed in _PICTURE_LISTS.items()),
            names.get(picture.utgar_fran, picture.utgar_fran),
        )
        for picture in texts.snapshot.pictures
    }
    return TableWords(tuple(columns), ("bild_id",), rows)


def _goal_set_words(texts: ReadableTexts) -> TableWords:
    columns = (
        WordColumn("lan_namn", beside(_COUNTIES), "lan", of_the_program=True, of_areas=True),
        WordColumn("omfattning_namn", beside(_EXTENT), "omfattning", of_the_program=True),
    )
    names = area_names()
    rows: dict[Key, tuple[str, ...]] = {
        (one.kod,): (
            _area_names(",".join(one.lan), names, _COUNTY_DIGITS),
            texts.text(_EXTENTS[one.omfattning]) if one.omfattning in _EXTENTS else one.omfattning,
        )
        for one in texts.snapshot.goal_sets
    }
    return TableWords(columns, ("kod",), rows)


def _measure_words(texts: ReadableTexts) -> TableWords:
    names = {record.objekt_id: record.namn or texts.class_name(record) for record in texts.snapshot.objects}
    rows: dict[Key, tuple[str, ...]] = {
        (one.insats_id,): (names.get(one.objekt_id, ""),) for one in texts.snapshot.measures
    }
    return TableWords((WordColumn("objekt_namn", beside(_OBJECT), "objekt_id"),), ("insats_id",), rows)


def _goal_words(texts: ReadableTexts) -> TableWords:
    snapshot = texts.snapshot
    sets, titles = {one.kod: one.namn for one in snapshot.goal_sets}, {one.mal_id: one.titel for one in snapshot.goals}
    columns = (
        WordColumn("samling_namn", beside(_GOAL_SET), "samling"),
        WordColumn("over_namn", beside(_GOAL_ABOVE), "over_id"),
        WordColumn("tillganglighet_namn", beside(_ACCESS), "tillganglighet"),
    )
    rows: dict[Key, tuple[str, ...]] = {
        (goal.mal_id,): (
            sets.get(goal.samling, goal.samling),
            titles.get(goal.over_id, ""),
            ", ".join(texts.value("tillganglighet", kod) for kod in goal.tillganglighet),
        )
        for goal in snapshot.goals
    }
    return TableWords(columns, ("mal_id",), rows)


def _link_words(texts: ReadableTexts) -> TableWords:
    names = {record.objekt_id: record.namn or texts.class_name(record) for record in texts.snapshot.objects}
    columns = (
        WordColumn("objekt_namn", beside(_OBJECT), "objekt_id"),
        WordColumn("mal_namn", beside(_GOAL), "mal_id"),
        WordColumn("samling_namn", beside(_GOAL_SET)),
        WordColumn("bidrag_namn", beside(_CONTRIBUTION), "bidrag", of_the_program=True),
    )
    rows: dict[Key, tuple[str, ...]] = {}
    for links in texts.links.values():
        for link in links:
            goal, set_name, contribution, _reason = texts.goal_parts(link)
            name = names.get(link.objekt_id, "")
            rows[(link.objekt_id, link.mal_id)] = (name, goal, set_name, contribution)
    return TableWords(columns, ("objekt_id", "mal_id"), rows)
