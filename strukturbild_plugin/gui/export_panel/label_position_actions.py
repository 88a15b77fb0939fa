"""The way to moving names, and from there into the file."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QWidget

from ...errors import StrukturbildError
from ...export.edition.export_preview import offered_pictures
from ...i18n import tr
from .. import settings
from ..session.session import Session
from .label_position_dialog import LabelPositionDialog, Places


def move_names(session: Session, bild_id: str, window: QWidget) -> None:
    """Let the planner move names on the sheets of the open strukturbild, as it is saved."""
    from ...store.gpkg.snapshot import read_snapshot
    from ...store.writing.transaction import writing

    if session.opened is None:
        return
    path = session.opened.path

    def keep(picture: str, paper: str, places: Places) -> bool:
        try:
            with writing(path, settings.author()) as db:
                db.remove_label_places(picture, paper)
                for place in places:
                    db.set_label_place(place)
        except StrukturbildError as error:
            session.messages.failed(error)
            return False
        session.read()
        return True

    try:
        snapshot = read_snapshot(path)
    except StrukturbildError as error:
        session.messages.failed(error)
        return
    if not offered_pictures(snapshot):
        session.messages.warn(tr("Rita något först: ingen bild har några objekt än."))
        return
    dialog = LabelPositionDialog(snapshot, keep, window)
    dialog.open_at(bild_id)
    dialog.exec()
    dialog.deleteLater()
