"""Who has drawn what, in the groups' colours over the map: switched on and off, and never part of what is printed."""

from __future__ import annotations

from qgis.core import QgsFeatureRenderer, QgsRuleBasedRenderer, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ...errors import CatalogueError
from ...store.gpkg.records import Snapshot
from ...workshop.start import GROUP_COLOURS
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..session.live_checks import LiveState
from ..session.open_document import OpenDocument, is_drawn, table_of
from ..session.picture_themes import PictureThemes
from ..session.restyling import restyling
from ..session.session import Session
from ..session.session_follower import SessionFollower
from .group_colours import colours_for
from .notes_page import NotesPage


@guarded
class ContributorView(SessionFollower):
    """Keeps the marks in step with the switch, the groups and the style that the layers have."""

    def __init__(
        self,
        session: Session,
        tools: ToolController,
        pictures: PictureThemes,
        page: NotesPage,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(session, parent)
        self._tools, self._pictures, self._page = tools, pictures, page
        self.on = False
        self._chosen: bool | None = None
        """What the user has said; None: as the symbol set does."""
        self._names: frozenset[str] = frozenset()
        self._laid: tuple[object, ...] = ()
        """What the marks on the map stand for."""
        self._before: dict[str, QgsFeatureRenderer] = {}
        """The renderers of layers whose style had no rules, by layer id."""
        page.contributors_wanted.connect(guarded(self.show))
        session.live_read.connect(guarded(self._know))
        self.refresh_after(tools.changed)

    def show(self, on: bool) -> None:
        """Show who has drawn what, or no longer."""
        self._chosen = on
        self.refresh()

    def refresh(self) -> None:
        """Lay the marks anew when something they stand for is different."""
        opened, snapshot = self._session.opened, self._session.snapshot
        if opened is None or snapshot is None or self._tools.edit_session is None:
            return
        from ...cartography.symbol_sets.symbol_set_library import load_symbol_set

        try:
            symbols = load_symbol_set(snapshot.head.symboluppsattning, snapshot.attachments)
        except CatalogueError:
            return
        self.on = self._chosen if self._chosen is not None else bool(symbols.grupper)
        copy = opened.copy
        colours = colours_for({*self._names, copy.grupp if copy is not None else ""}, opened.group_colours)
        self._page.show_contributors(self.on, colours)
        layers = [layer for layer in opened.layers() if is_drawn(layer)]
        stands = (self.on, colours, symbols, [(one.id(), _has_marks(one)) for one in layers])
        if stands == self._laid or not (self.on or self._laid or symbols.grupper or any(map(_has_marks, layers))):
            return
        self._lay(opened, snapshot, colours, layers)
        self._laid = (self.on, colours, symbols, [(one.id(), _has_marks(one)) for one in layers])

    def _lay(
        self, opened: OpenDocument, snapshot: Snapshot, colours: dict[str, str], layers: list[QgsVectorLayer]
    ) -> None:
        from ...cartography.contributor_rules import hide_contributors, show_contributors
        from ...cartography.symbol_sets.symbol_set_library import load_symbol_set

        symbols = load_symbol_set(snapshot.head.symboluppsattning, snapshot.attachments)
        with restyling():
            for layer in layers:
                if self.on:
                    if not isinstance(layer.renderer(), QgsRuleBasedRenderer):
                        self._before[layer.id()] = layer.renderer().clone()
                    show_contributors(layer, table_of(layer), snapshot.catalogue, symbols, colours, GROUP_COLOURS)
                elif layer.id() in self._before:
                    layer.setRenderer(self._before.pop(layer.id()))
                    layer.triggerRepaint()
                else:
                    hide_contributors(layer)
        self._pictures.restyled()

    def _know(self, live: LiveState) -> None:
        self._names = frozenset(one.grupp for one in live.snapshot.objects if one.grupp)
        self.refresh_soon()

    def forget(self) -> None:
        """Another strukturbild is shown as its symbol set says."""
        self.on, self._chosen, self._names, self._laid, self._before = False, None, frozenset(), (), {}
        self._page.show_contributors(False, {})


def _has_marks(layer: QgsVectorLayer) -> bool:
    from ...cartography.contributor_rules import shows_contributors

    return shows_contributors(layer)
