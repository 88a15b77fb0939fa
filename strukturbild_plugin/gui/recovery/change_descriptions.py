"""How a change that was not saved is told: what it is, what is different, when it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from qgis.core import QgsApplication, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ...drawing.session.edit_session import COMMENTS, GOAL_LINKS, HEAD
from ...drawing.session.object_index import CHAIN, SINGLE
from ...drawing.session.row_codec import as_value
from ...i18n import tr
from ...store.autosave.copy_format import AUDIT_COLUMNS, Cell, Cells, RowChange
from ...store.gpkg.records import Snapshot
from ...store.gpkg.row_mapping import text_to_codes
from ...store.schema.tables import FID, GEOMETRY
from .pending_input import is_anchoring

_SILENT = frozenset((*AUDIT_COLUMNS, FID, "objekt_id", "bild_id", "klass", "namn", "ursprung_id", "noder", "mal_id"))
"""Columns that say nothing to a reader of a new row, or that its title says."""
_LONGEST = 120


def said_moment(tid: str) -> str:
    """'14:32' today, 'i går 14:32', else '2026-11-19 14:32'."""
    moment = QDateTime.fromString(tid, Qt.DateFormat.ISODate).toLocalTime()
    time, days = moment.toString("HH:mm"), moment.date().daysTo(QDate.currentDate())
    if days == 0:
        return str(time)
    if days == 1:
        return tr("i går {time}").format(time=time)
    return str(moment.toString("yyyy-MM-dd HH:mm"))


def said_number(changes: Iterable[RowChange]) -> str:
    """'12 objekt': an object with all that belongs to it is one."""
    things = {_thing(change) for change in changes}
    return tr("1 objekt") if len(things) == 1 else tr("{n} objekt").format(n=len(things))


def _thing(change: RowChange) -> tuple[object, ...]:
    if change.tabell == GOAL_LINKS or is_anchoring(change):
        return (change.cell("objekt_id"),)
    return change.identity()


def verb_of(change: RowChange) -> str:
    """Drawn, changed or taken away."""
    if change.now is None:
        return tr("Borttaget")
    return tr("Nytt") if change.before is None else tr("Ändrat")


class ChangeDescriptions:
    """Tells changes in the words of the open strukturbild; plain text whatever a copy holds.

    `snapshot`: the strukturbild as last read, or None; `layers`: its open layers by table.
    """

    def __init__(self, snapshot: Snapshot | None, layers: Mapping[str, QgsVectorLayer], language: str) -> None:
        self._layers, self._language = layers, language
        self._catalogue = snapshot.catalogue if snapshot is not None else None
        self._goals = {goal.mal_id: goal.titel for goal in snapshot.goals} if snapshot is not None else {}
        self._names = {one.objekt_id: one.namn for one in snapshot.objects} if snapshot is not None else {}

    def title(self, change: RowChange) -> str:
        """'Nod ”Karlstad”'."""
        if change.tabell == GOAL_LINKS:
            goal = self._goals.get(str(change.cell("mal_id")), "?")
            return tr("Koppling till målet ”{goal}”").format(goal=_short(goal))
        if change.tabell == COMMENTS:
            return tr("Kommentaren ”{text}”").format(text=_short(change.cell("text")))
        if is_anchoring(change):
            return tr("Förankring: {actor}").format(actor=_short(change.cell("aktor")))
        if change.tabell == HEAD:
            return tr("Om strukturbilden")
        klass = self._klass(change)
        kind = klass.namn.in_language(self._language) if klass is not None else change.tabell
        name = change.cell("namn") or change.cell("titel")
        return tr("{kind} ”{name}”").format(kind=kind, name=_short(name)) if name else str(kind)

    def details(self, change: RowChange, there: Cells | None = None) -> list[str]:
        """What is different, a line for each column. `there`: what others have written meanwhile."""
        if is_anchoring(change) or change.now is None:
            return []
        lines, new = [], change.before is None
        for name, cell in change.now.items():
            if name in AUDIT_COLUMNS or name == FID or (new and (name in _SILENT or cell is None)):
                continue
            if name in (GEOMETRY, CHAIN):
                text = tr("Läge eller form är ändrad") if name == GEOMETRY else tr("Går genom andra noder")
                lines.extend([] if new else [text])
                continue
            title, now = self.column(change.tabell, name), self.value(change, name, cell)
            before = self.value(change, name, (change.before or {}).get(name))
            lines.append(f"{title}: {now}" if new else f"{title}: {before} → {now}")
            if there is not None and name in there:
                lines.append(tr("I filen står nu: {what}").format(what=self.value(change, name, there[name])))
        return lines

    def _klass(self, change: RowChange) -> Any:
        return self._catalogue.object_class(str(change.cell("klass") or "")) if self._catalogue is not None else None

    def column(self, table: str, name: str) -> str:
        """What a column is called."""
        attribute = self._catalogue.attribut.get(name) if self._catalogue is not None else None
        if attribute is not None:
            return str(attribute.namn.in_language(self._language))
        own = {"niva": tr("Nivå"), "undertyp": tr("Undertyp"), "klass": tr("Klass")}
        layer = self._layers.get(table)
        place = layer.fields().indexOf(name) if layer is not None else -1
        return own.get(name) or (str(layer.attributeDisplayName(place)) if layer is not None and place >= 0 else name)

    def value(self, change: RowChange, name: str, cell: Cell) -> str:
        """A value as forms show it, shortened; a dash for none."""
        if cell is None:
            return "–"
        if name in SINGLE:
            return _short(self._names.get(str(cell)) or tr("en annan nod"))
        choices = self._choices(change, name)
        if choices:
            codes = text_to_codes(cell) if isinstance(cell, str) else (cell,)
            return _short(", ".join(choices.get(str(code), str(code).replace("_", " ")) for code in codes))
        return self._in_form(change.tabell, name, cell)

    def _choices(self, change: RowChange, name: str) -> dict[str, str]:
        """What the codes of a column are called."""
        if self._catalogue is None:
            return {}
        attribute = self._catalogue.attribut.get(name)
        listed = self._catalogue.listor.get(attribute.lista, ()) if attribute is not None else ()
        own = self._catalogue.class_words(str(change.cell("klass") or ""), name, self._language)
        return own or {one.kod: one.namn.in_language(self._language) for one in listed}

    def _in_form(self, table: str, name: str, cell: Cell) -> str:
        """A value as the layer's own form shows it."""
        layer = self._layers.get(table)
        place = layer.fields().indexOf(name) if layer is not None else -1
        if layer is None or place < 0:
            return _short(cell)
        setup = layer.editorWidgetSetup(place)
        formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
        try:
            value = as_value(layer.fields().field(place), cell)
        except ValueError:
            return _short(cell)
        return _short(formatter.representValue(layer, place, setup.config(), None, value))


def _short(cell: object) -> str:
    text = " ".join(str(cell if cell is not None else "").split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
