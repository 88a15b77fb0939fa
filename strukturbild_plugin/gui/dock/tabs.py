"""The pages of the open strukturbild, as tabs of the dock."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QWidget

from ...i18n import tr
from ..check_panel.check_page import CheckPage
from ..export_panel.edition_page import EditionPage
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..object_panel.object_page import ObjectPage
from ..object_panel.overview_page import OverviewPage
from ..object_panel.pending_anchoring import PendingAnchoring
from ..session.head_edits import HeadEdits
from ..session.session import Session
from ..steps.steps_page import StepsPage
from ..widgets.labels import icon
from ..widgets.responsive_tabs import ResponsiveTabs


@guarded
class DockTabs(ResponsiveTabs):
    """Every page, with its name and its icon for a narrow dock."""

    def __init__(
        self, session: Session, tools: ToolController, head_edits: HeadEdits, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.waiting = PendingAnchoring(session, tools, head_edits, self)
        self.steps = StepsPage(self)
        self.object_page = ObjectPage(tools, head_edits, self.waiting, self)
        self.overview = OverviewPage(self)
        self.check_page = CheckPage(self)
        self.edition_page = EditionPage(self)
        self._add(self.steps, tr("Steg"), "sida_steg")
        self._add(self.object_page, tr("Objekt"), "sida_objekt")
        self._add(self.overview, tr("Innehåll"), "sida_innehall")
        self._add(self.check_page, tr("Granska"), "granska")
        self._add(self.edition_page, tr("Utgåva"), "utgava")

    def _add(self, page: QWidget, text: str, picture: str) -> None:
        page.setMinimumSize(1, 1)  # a wide or high page must not push the dock off a small screen
        self.add_page(page, text, icon(picture))
