"""How a change that was not saved is told: what it is, what is different, when it was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qgis.core import QgsApplication, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ..drawing.cells import as_value
from ..drawing.desk import COMMENTS, GOAL_LINKS, HEAD
from ..i18n import tr
from ..store.schema import FID, GEOMETRY
from ..store.unsaved import WHO, Cell, Cells, Change
from .recovery_beside import is_anchoring

_SILENT = frozenset((*WHO, FID, "objekt_id", "bild_id", "klass", "namn", "ursprung_id", "noder", "mal_id"))
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


def said_number(changes: Iterable[Change]) -> str:
    """'12 objekt': an object with all that belongs to it is one."""
    things = {_thing(change) for change in changes}
    return tr("1 objekt") if len(things) == 1 else tr("{n} objekt").format(n=len(things))


def _thing(change: Change) -> tuple[object, ...]:
    if change.tabell == GOAL_LINKS or is_anchoring(change):
        return (change.cell("objekt_id"),)
    return change.identity()


def verb_of(change: Change) -> str:
    """Drawn, changed or taken away."""
    if change.now is None:
        return tr("Borttaget")
    return tr("Nytt") if change.before is None else tr("Ändrat")


def title_of(change: Change, snapshot: Any, language: str) -> str:
    """'Nod ”Karlstad”'; plain words whatever the copy holds."""
    if change.tabell == GOAL_LINKS:
        goals = {goal.mal_id: goal.titel for goal in snapshot.goals} if snapshot is not None else {}
        return tr("Koppling till målet ”{goal}”").format(goal=_short(goals.get(change.cell("mal_id"), "?")))
    if change.tabell == COMMENTS:
        return tr("Kommentaren ”{text}”").format(text=_short(change.cell("text")))
    if is_anchoring(change):
        return tr("Förankring: {actor}").format(actor=_short(change.cell("aktor")))
    if change.tabell == HEAD:
        return tr("Om strukturbilden")
    catalogue = snapshot.catalogue if snapshot is not None else None
    klass = catalogue.klass(str(change.cell("klass") or "")) if catalogue is not None else None
    kind = klass.namn.in_language(language) if klass is not None else change.tabell
    name = change.cell("namn") or change.cell("titel")
    return tr("{kind} ”{name}”").format(kind=kind, name=_short(name)) if name else str(kind)


def details_of(change: Change, layer: QgsVectorLayer | None, there: Cells | None = None) -> list[str]:
    """What is different, a line for each column. `there`: what others have written meanwhile."""
    lines: list[str] = []
    if is_anchoring(change):
        return lines
    if change.before is not None and change.now is not None:
        names = [name for name in change.now if name not in WHO and name != FID]
    else:
        names = [name for name, cell in (change.now or {}).items() if name not in _SILENT and cell is not None]
    for name in names:
        if name == GEOMETRY:
            if change.before is not None:
                lines.append(tr("Läge eller form är ändrad"))
            continue
        now, before = _said(layer, name, change.cell(name)), _said(layer, name, (change.before or {}).get(name))
        title = _title(layer, name)
        lines.append(f"{title}: {before} → {now}" if change.before is not None else f"{title}: {now}")
        if there is not None and name in there:
            lines.append(tr("I filen står nu: {what}").format(what=_said(layer, name, there[name])))
    return lines


def _title(layer: QgsVectorLayer | None, name: str) -> str:
    place = layer.fields().indexOf(name) if layer is not None else -1
    return str(layer.attributeDisplayName(place)) if layer is not None and place >= 0 else name


def _said(layer: QgsVectorLayer | None, name: str, cell: Cell) -> str:
    """A value as the layer's own form shows it."""
    place = layer.fields().indexOf(name) if layer is not None else -1
    if layer is None or place < 0 or cell is None:
        return _short(cell) if cell is not None else "–"
    setup = layer.editorWidgetSetup(place)
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    try:
        value = as_value(layer.fields().field(place), cell)
        said = formatter.representValue(layer, place, setup.config(), None, value)
    except ValueError:
        return _short(cell)
    return _short(said[1:-1] if said.startswith("{") and said.endswith("}") else said)


def _short(cell: object) -> str:
    text = " ".join(str(cell if cell is not None else "").split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
