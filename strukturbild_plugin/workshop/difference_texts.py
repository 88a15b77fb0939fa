"""Differences between two files in a planner's words: what it is, what is new about it, and what it said before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..catalogue.model import Catalogue, ObjectClass
from ..i18n import tr
from ..store.gpkg.row_mapping import text_to_codes
from ..store.qgis_project.forms import FIXED_NAMES
from ..store.schema.tables import GEOMETRY, HEAD
from .compare import ADDED, CHANGED, REMOVED, ColumnDifference, Comparison, RowDifference
from .copy_files.head_changes import head_title, is_told, said
from .merged_tables import LAYER, Cell, Row

_NODES = frozenset({"noder", "fran_id", "till_id", "nod_id"})
_LONGEST = 120


@dataclass(frozen=True)
class DifferenceText:
    """One line of what is new."""

    what: str
    """'Ny', 'Borttagen', 'Ändrad'."""
    klass: str
    name: str
    details: str
    """'Nivå: regional → storregional; flyttad'."""


@dataclass(frozen=True)
class DifferencePhrases:
    """The fixed words: what ADDED, CHANGED and REMOVED are called, and what is said of shapes and nodes."""

    kinds: Mapping[str, str]
    drawn: str
    other_layer: str
    other_nodes: str
    unnamed: str


def window_phrases() -> DifferencePhrases:
    """In the language of the running QGIS."""
    return DifferencePhrases(
        {ADDED: tr("Ny"), REMOVED: tr("Borttagen"), CHANGED: tr("Ändrad")},
        tr("ritad på annat sätt"),
        tr("av annat slag på kartan"),
        tr("går mellan andra noder"),
        tr("utan namn"),
    )


def summary(found: Comparison) -> str:
    """'3 nya objekt, 1 borttaget, 7 ändrade, annat om bilder, mål eller klasser.'"""
    if found.is_same():
        return tr("Inga skillnader.")
    new, gone, changed = (found.count(kind) for kind in (ADDED, REMOVED, CHANGED))
    parts = [
        tr("1 nytt objekt") if new == 1 else tr("{n} nya objekt").format(n=new),
        tr("1 borttaget") if gone == 1 else tr("{n} borttagna").format(n=gone),
        tr("1 ändrat") if changed == 1 else tr("{n} ändrade").format(n=changed),
    ]
    if found.links:
        one = len(found.links) == 1
        parts.append(tr("1 koppling till mål") if one else tr("{n} kopplingar till mål").format(n=len(found.links)))
    parts += [tr("{fält}: {förut} → {nu}").format(fält=fält, förut=förut, nu=nu) for fält, förut, nu in _of_head(found)]
    if any(one.key.kind != HEAD.name for one in found.others):
        parts.append(tr("annat om bilder, mål eller klasser"))
    return ", ".join(parts) + "."


def _of_head(found: Comparison) -> list[tuple[str, str, str]]:
    """What is another of the strukturbild itself: what it is called, what it said and says."""
    listed = [one for one in found.others if one.key.kind == HEAD.name and one.kind == CHANGED]
    return [
        (head_title(each.column, tr("sv")), said(each.before), said(each.after))
        for one in listed
        for each in one.columns
        if is_told(each.column)
    ]


def object_texts(
    found: Comparison, language: str = "sv", phrases: DifferencePhrases | None = None
) -> list[tuple[RowDifference, DifferenceText]]:
    """Each object that is different, by class and name; lines that only follow a node are left out.

    `language`: of classes, columns and values; `phrases`: without, those of the window.
    """
    words = _Words(found.catalogue, language, phrases or window_phrases())
    listed = [(one, words.of(one)) for one in found.objects if not one.follows]
    order = (ADDED, CHANGED, REMOVED)
    return sorted(listed, key=lambda pair: (order.index(pair[0].kind), pair[1].klass, pair[1].name, pair[0].key))


class _Words:
    def __init__(self, catalogue: Catalogue, language: str, phrases: DifferencePhrases) -> None:
        self._catalogue, self._language, self._phrases = catalogue, language, phrases

    def of(self, one: RowDifference) -> DifferenceText:
        klass = self._class(one.row)
        called = klass.namn.in_language(self._language) if klass is not None else str(one.row.get("klass") or "")
        name = one.name or self._phrases.unnamed
        return DifferenceText(self._phrases.kinds[one.kind], called, name, self._details(one.row, one.columns))

    def _class(self, row: Row) -> ObjectClass | None:
        return self._catalogue.object_class(str(row.get("klass") or ""))

    def _details(self, row: Row, columns: Sequence[ColumnDifference]) -> str:
        texts: list[str] = []
        for one in columns:
            if one.column == GEOMETRY:
                texts.append(self._phrases.drawn)
            elif one.column == LAYER:
                texts.append(self._phrases.other_layer)
            elif one.column in _NODES:
                texts.append(self._phrases.other_nodes)
            else:
                before, after = self._value(row, one.column, one.before), self._value(row, one.column, one.after)
                texts.append(f"{self._title(one.column)}: {before} → {after}")
        return "; ".join(dict.fromkeys(texts))

    def _title(self, column: str) -> str:
        attribute = self._catalogue.attribut.get(column)
        if attribute is not None:
            return attribute.namn.in_language(self._language)
        return FIXED_NAMES[column].in_language(self._language) if column in FIXED_NAMES else column

    def _value(self, row: Row, column: str, value: Cell) -> str:
        if value is None:
            return "–"
        attribute = self._catalogue.attribut.get(column)
        listed = self._catalogue.listor.get(attribute.lista, ()) if attribute is not None and attribute.lista else ()
        names = self._catalogue.class_words(str(row.get("klass") or ""), column, self._language)
        names = names or {one.kod: one.namn.in_language(self._language) for one in listed}
        if column == "klass":
            names = {one.kod: one.namn.in_language(self._language) for one in self._catalogue.klasser}
        text = (
            ", ".join(names.get(code, code.replace("_", " ")) for code in text_to_codes(value)) if names else str(value)
        )
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
