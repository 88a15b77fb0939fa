"""What the step page asks for: forms of the strukturbild itself, objects that hold a step back, check and edition."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsVectorLayer

from ..i18n import tr
from . import settings
from .goto import find_object, show_object


class StepActions:
    """Ties the step page of `dock` to the rest of it."""

    def __init__(self, iface: Any, bench: Any, dock: Any) -> None:
        self._iface, self._bench, self._dock = iface, bench, dock
        self._turn = 0
        page = dock.steps
        page.step_shown.connect(self._remember)
        page.action_wanted.connect(self._act)
        page.objects_wanted.connect(self._show_next)
        bench.live_read.connect(page.show_live)

    def _remember(self, kod: str) -> None:
        self._turn = 0
        if self._bench.opened is not None:
            settings.remember_place(self._bench.opened.path, "steg", kod)

    def _act(self, measure: str) -> None:
        calls = {
            "syfte": lambda: self._form("strukturbild"),
            "omrade": lambda: self._table("bild"),
            "mal": lambda: self._table("mal"),
            "granskning": self._dock.check,
            "utgavor": self._dock.export,
        }
        if measure in calls:
            calls[measure]()

    def _form(self, table: str) -> None:
        layer = self._editable(table)
        feature = next(layer.getFeatures(), None) if layer is not None else None
        if feature is not None:
            self._iface.openFeatureForm(layer, feature)

    def _table(self, table: str) -> None:
        layer = self._editable(table)
        if layer is not None:
            self._iface.showAttributeTable(layer)

    def _editable(self, table: str) -> QgsVectorLayer | None:
        layer = self._bench.opened.layer(table) if self._bench.opened is not None else None
        if layer is not None and not layer.isEditable() and not layer.startEditing():
            self._bench.messages.warn(tr("Filen går inte att skriva i. Spara den på ett annat ställe."))
        return layer

    def _show_next(self, ids: tuple[str, ...]) -> None:
        """Each click goes to the next of them."""
        opened = self._bench.opened
        found = find_object(opened, ids[self._turn % len(ids)]) if opened is not None else None
        self._turn += 1
        if found is not None:
            show_object(self._iface, opened, *found)
