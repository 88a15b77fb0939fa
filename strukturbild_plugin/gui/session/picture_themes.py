"""Which picture the map shows: switched in the dock, kept as map themes, and another one beside it."""

from __future__ import annotations

import contextlib
from typing import Any, Protocol

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...store.gpkg.records import Snapshot
from ...store.qgis_project.picture_themes import (
    PictureTheme,
    picture_themes_of,
    show_picture_theme,
    shown_theme,
    write_themes,
)
from .. import settings
from ..guarded import guarded
from .open_document import OpenDocument, is_drawn
from .restyling import restyling
from .second_map_view import SecondMapView

EVERYTHING = "*"
"""How 'Alla bilder' is remembered."""


class DrawnPicture(Protocol):
    """Whoever draws: the picture that is drawn in."""

    picture: str


@guarded
class PictureThemes(QObject):
    """The views of the open strukturbild; the map shows one of them."""

    changed = pyqtSignal()
    """Another view is shown, or there are others to choose from."""

    def __init__(self, iface: QgisInterface, tools: DrawnPicture, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.views: tuple[PictureTheme, ...] = ()
        self.shown: PictureTheme | None = None
        self.beside = SecondMapView(iface, self)
        self._tools = tools
        self._opened: OpenDocument | None = None
        self._heard: QgsVectorLayer | None = None
        self._style_timer = QTimer(self)  # a theme sets one layer after the other: look when it is done
        self._style_timer.setSingleShot(True)
        self._style_timer.setInterval(0)
        self._style_timer.timeout.connect(guarded(self._style_chosen))

    def close(self) -> None:
        """The strukturbild is left."""
        self._listen(None)
        self.beside.close()
        self.views, self.shown, self._opened = (), None, None
        self.changed.emit()

    def load(self, opened: OpenDocument, snapshot: Snapshot) -> None:
        """The pictures as they were last read; the one shown stays, or is the one shown last time."""
        views = picture_themes_of(snapshot.pictures, settings.language())
        if opened is self._opened and views == self.views:
            return
        self._opened, self.views = opened, views
        self._listen(None)
        if views:
            self._put(self._to_show(opened))
            write_themes(QgsProject.instance(), self._layers(), views)
        self._listen(next(iter(self._layers()), None))
        self.changed.emit()

    def show(self, bild_id: str) -> None:
        """Show a picture and draw in it; '' shows all of them, and drawing goes on in the picture it was in."""
        view = next((view for view in self.views if view.bild_id == bild_id), None)
        if view is None or self._opened is None:
            return
        if view != self.shown:
            self._listen(None)
            self._put(view)
            self._listen(next(iter(self._layers()), None))
        self._remember(view)
        self.changed.emit()

    def show_picture_of(self, bild_id: str) -> None:
        """Show the picture that an object is in, unless the map shows it already."""
        if self.shown is not None and self.shown.bild_id not in ("", bild_id):
            self.show(bild_id)

    def restyled(self) -> None:
        """The layers have another look: all views shall have it."""
        if self.shown is not None:
            self._listen(None)
            self._put(self.shown)
            self._listen(next(iter(self._layers()), None))

    def others(self) -> tuple[PictureTheme, ...]:
        """The pictures that are not the one shown."""
        return tuple(view for view in self.views if view.bild_id and view != self.shown)

    def compare(self, bild_id: str) -> None:
        """Open a second map view beside this one, with that picture; it follows as the map is moved."""
        view = next((view for view in self.views if view.bild_id == bild_id), None)
        if view is not None:
            self.beside.open(view)

    def objects_of(self, snapshot: Snapshot) -> tuple[Any, ...]:
        """The objects that the map shows."""
        bild_id = self.shown.bild_id if self.shown is not None else ""
        return tuple(one for one in snapshot.objects if not bild_id or one.bild_id == bild_id)

    def _layers(self) -> list[QgsVectorLayer]:
        return [layer for layer in self._opened.layers() if is_drawn(layer)] if self._opened is not None else []

    def _to_show(self, opened: OpenDocument) -> PictureTheme:
        """What was shown last time; a project read from disk says it itself."""
        kept = settings.place_in(opened.path, "visad")
        wanted = "" if kept == EVERYTHING else kept or self._tools.picture
        return next((view for view in self.views if view.bild_id == wanted), self.views[0])

    def _put(self, view: PictureTheme) -> None:
        if view.bild_id:
            self._tools.picture = view.bild_id
        with restyling():
            show_picture_theme(self._layers(), self.views, view, self._tools.picture)
        self.shown = view

    def _remember(self, view: PictureTheme) -> None:
        if self._opened is not None:
            settings.remember_place(self._opened.path, "visad", view.bild_id or EVERYTHING)
            settings.remember_place(self._opened.path, "bild", self._tools.picture)

    def _listen(self, layer: QgsVectorLayer | None) -> None:
        if self._heard is not None:
            with contextlib.suppress(TypeError, RuntimeError):  # the layer may be gone
                self._heard.styleManager().currentStyleChanged.disconnect(guarded(self._on_style_changed))
        self._heard = layer
        if layer is not None:
            layer.styleManager().currentStyleChanged.connect(guarded(self._on_style_changed))

    def _on_style_changed(self, _name: str) -> None:
        self._style_timer.start()

    def _style_chosen(self) -> None:
        """A map theme was chosen in QGIS's own menu: the dock follows."""
        layers = self._layers()
        view = shown_theme(layers[0], self.views) if layers else None
        if view is None or view == self.shown:
            return
        self.shown = view
        if view.bild_id:
            self._tools.picture = view.bild_id
        self._remember(view)
        self.changed.emit()
