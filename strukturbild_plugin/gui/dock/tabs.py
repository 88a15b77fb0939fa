"""The pages of the open strukturbild, as tabs of the dock."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QWidget

from ...export.workshop_papers import button_texts
from ...i18n import tr
from ..check_panel.check_page import CheckPage
from ..export_panel.edition_page import EditionPage
from ..goal_linking.goal_link_controller import GoalLinkController
from ..goal_linking.goal_link_page import GoalLinkPage
from ..goal_map.goal_map_controller import GoalMapController
from ..goal_map.goal_map_page import GoalMapPage
from ..goal_map.influence_controller import InfluenceController
from ..goal_map.question_controller import QuestionController
from ..goal_map.scenario_controller import ScenarioController
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..object_panel.object_page import ObjectPage
from ..object_panel.overview_page import OverviewPage
from ..object_panel.pending_anchoring import PendingAnchoring
from ..session.head_edits import HeadEdits
from ..session.picture_themes import PictureThemes
from ..session.session import Session
from ..steps.steps_page import StepsPage
from ..widgets.labels import icon
from ..widgets.responsive_tabs import ResponsiveTabs
from ..workshop_notes.contributor_view import ContributorView
from ..workshop_notes.notes_controller import NotesController
from ..workshop_notes.notes_page import NotesPage
from ..workshop_review.review_controller import ReviewController
from ..workshop_review.review_page import ReviewPage
from ..workshop_synthesis.synthesis_controller import SynthesisController
from ..workshop_synthesis.synthesis_page import SynthesisPage


@guarded
class DockTabs(ResponsiveTabs):
    """Every page, with its name and its icon for a narrow dock."""

    def __init__(
        self,
        session: Session,
        tools: ToolController,
        head_edits: HeadEdits,
        pictures: PictureThemes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._review_asked = False
        self.waiting = PendingAnchoring(session, tools, head_edits, self)
        self.steps = StepsPage(self)
        self.object_page = ObjectPage(tools, head_edits, self.waiting, self)
        self.overview = OverviewPage(self)
        self.check_page = CheckPage(self)
        self.edition_page = EditionPage(self)
        self.review_page, self.notes_page, self.synthesis_page = ReviewPage(self), NotesPage(self), SynthesisPage(self)
        self.goal_link_page, self.goal_map_page = GoalLinkPage(self), GoalMapPage(self)
        on_demand = (self.review_page, self.notes_page, self.synthesis_page, self.goal_link_page, self.goal_map_page)
        for page in on_demand:
            page.hide()
        self._add(self.steps, button_texts.steps_tab(), "sida_steg", True)
        self._add(self.object_page, button_texts.object_tab(), "sida_objekt", True)
        self._add(self.overview, tr("Innehåll"), "sida_innehall")
        self._add(self.check_page, tr("Granska"), "granska")
        self.review = ReviewController(session, tools, pictures, self.review_page, self)
        self.review.wanted.connect(guarded(self.show_review))
        self.review.changed.connect(guarded(lambda: self.edition_page.show_waiting(self.review.waiting())))
        for wanted in (self.review.show_wanted, self.edition_page.review_wanted, self.check_page.review_wanted):
            wanted.connect(guarded(self.open_review))
        self._add(self.edition_page, tr("Utgåva"), "utgava")
        self.notes = NotesController(session, tools, pictures, self.notes_page, self)
        self.contributors = ContributorView(session, tools, pictures, self.notes_page, self)
        self.notes.wanted.connect(guarded(self.show_notes))
        self.notes.show_wanted.connect(guarded(lambda: self.setCurrentWidget(self.notes_page)))
        self.notes.object_wanted.connect(guarded(lambda objekt_id: self.steps.objects_wanted.emit((objekt_id,))))
        self.synthesis = SynthesisController(session, tools, pictures, self.synthesis_page, self)
        self.synthesis.wanted.connect(guarded(self.show_synthesis))
        self.synthesis.object_wanted.connect(guarded(self.review.object_wanted))
        self.goal_linking = GoalLinkController(session, tools, pictures, self.goal_link_page, self)
        self.goal_linking.wanted.connect(guarded(self.show_goal_linking))
        self.goal_linking.show_wanted.connect(guarded(lambda: self.setCurrentWidget(self.goal_link_page)))
        self.object_page.goals_wanted.connect(guarded(self.goal_linking.begin_with_objects))
        self.goal_map = GoalMapController(session, tools, pictures, self.goal_map_page, self)
        self.goal_questions = QuestionController(session, tools, self.goal_map, self.goal_map_page)
        self.goal_influences = InfluenceController(session, tools, self.goal_map, self.goal_map_page)
        self.scenarios = ScenarioController(session, tools, pictures, self.goal_map, self.goal_map_page)
        self.goal_map.wanted.connect(guarded(self.show_goal_map))
        self.goal_map.show_wanted.connect(guarded(lambda: self.setCurrentWidget(self.goal_map_page)))
        self.goal_map.object_wanted.connect(guarded(self.review.object_wanted))
        self.goal_map.link_wanted.connect(guarded(self.goal_linking.begin_with))

    def close_down(self) -> None:
        """The plugin is switched off."""
        self.review.close_down()
        self.notes.close_down()
        self.contributors.close_down()
        self.synthesis.close_down()
        self.goal_linking.close_down()
        self.goal_map.close_down()
        self.goal_questions.close_down()
        self.scenarios.close_down()

    def show_review(self, wanted: bool) -> None:
        """The page of what a merge left to choose between is a tab while there is such."""
        self._show_page(self.review_page, wanted, button_texts.review_tab(), "fragor")
        if wanted and self._review_asked:
            self._review_asked = False
            self.setCurrentWidget(self.review_page)

    def show_notes(self, wanted: bool) -> None:
        """The page of comments and votes is a tab while there is reason for it."""
        self._show_page(self.notes_page, wanted, tr("Kommentarer"), "kommentera")

    def show_synthesis(self, wanted: bool) -> None:
        """The page of what groups have drawn alike is a tab while several have drawn."""
        self._show_page(self.synthesis_page, wanted, tr("Enighet"), "enighet")

    def show_goal_linking(self, wanted: bool) -> None:
        """The page for linking to goals is a tab from when it is asked for."""
        self._show_page(self.goal_link_page, wanted, tr("Koppla"), "koppla")

    def show_goal_map(self, wanted: bool) -> None:
        """The page of goals against the map is a tab from when it is asked for."""
        self._show_page(self.goal_map_page, wanted, tr("Mål i kartan"), "sida_mal")

    def open_review(self) -> None:
        """Show that page, as soon as the questions have been read when the file was opened just now."""
        self._review_asked = self.indexOf(self.review_page) < 0
        if not self._review_asked:
            self.setCurrentWidget(self.review_page)

    def open_review_when_read(self) -> None:
        """Show that page when the file that is being opened has been read, if it has questions."""
        self._review_asked = True

    def _show_page(self, page: QWidget, wanted: bool, text: str, picture: str) -> None:
        there = self.indexOf(page) >= 0
        if wanted and not there:
            self._add(page, text, picture, True)
        elif there and not wanted:
            self.remove_page(page)
            page.hide()

    def _add(self, page: QWidget, text: str, picture: str, first: bool = False) -> None:
        page.setMinimumSize(1, 1)  # a wide or high page must not push the dock off a small screen
        self.add_page(page, text, icon(picture), first)
