"""Other areas for the open strukturbild: asked for, written, and followed by all in the window that shows the area."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QDialog, QWidget

from ...errors import StrukturbildError
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from ..guarded import guarded
from ..session.head_edits import HeadEdits
from ..session.open_document import AREA_TABLE, OpenDocument, base_map_shows, restyle_base_map
from ..session.session import Session
from .area_dialog import AreaDialog, AreaRequest


def ask_for_area(head_edits: HeadEdits, snapshot: Snapshot, window: QWidget) -> bool:
    """Ask which areas it is to be, and write them; whether they were changed."""
    dialog = AreaDialog(snapshot, window)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    if chosen:
        change_area(head_edits, snapshot, dialog.request())
    dialog.deleteLater()
    return chosen


def change_area(head_edits: HeadEdits, snapshot: Snapshot, request: AreaRequest) -> None:
    """Write the areas, with the way back. Those it had come first, in the order they stood."""
    from ...store.create import area_change

    kept = [kod for kod in snapshot.head.lan if kod in request.lan]
    codes = (*kept, *(kod for kod in request.lan if kod not in kept))
    head_edits.write(
        tr("området"),
        lambda db: area_change.change_area(db, codes, request.goals),
        lambda was: lambda db: area_change.undo_area_change(db, was),
    )


@guarded
class AreaChange(QObject):
    """Border, base map and view go with the area, whoever changed it. `session`: session.Session."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._seen: tuple[Any, ...] = ()
        session.snapshot_read.connect(guarded(self._follow))

    def _follow(self, snapshot: Snapshot) -> None:
        opened = self._session.opened
        if opened is None:
            return
        now = (opened.path, opened.layer_ids, snapshot.head.lan, tuple(area.kod for area in snapshot.areas))
        before, self._seen = self._seen, now
        if before[:2] == now[:2] and before != now:
            self._renew(opened, snapshot)
        elif not base_map_shows(QgsProject.instance(), snapshot.head.lan):
            self._renew_base_map(snapshot)

    def _renew(self, opened: OpenDocument, snapshot: Snapshot) -> None:
        layer = opened.layer(AREA_TABLE)
        if layer is not None:
            layer.dataProvider().reloadData()
            layer.updateExtents(True)
            layer.triggerRepaint()
        self._renew_base_map(snapshot)
        self._session.zoom_to_area()

    def _renew_base_map(self, snapshot: Snapshot) -> None:
        try:
            restyle_base_map(QgsProject.instance(), snapshot.head, snapshot.attachments)
        except StrukturbildError as error:
            self._session.messages.warn(str(error))
