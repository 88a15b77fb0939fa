"""Pictures compared by objects, goals and questions, as they are drawn now. Main thread; many objects in a task."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, QTimer

from ...analysis.coverage_texts import Names, TextTable
from ...analysis.scenario_comparison import (
    LEAST,
    ScenarioComparison,
    common_start,
    compare_scenarios,
    comparison_table,
    suggested_pictures,
)
from ...drawing.edits.goal_influences import judged_pairs
from ...errors import Cancelled
from ...feedback import Feedback
from ...i18n import tr
from .. import settings
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..session.picture_themes import PictureThemes
from ..session.session import Session
from ..session.task_runner import BackgroundTask
from .goal_map_controller import GoalMapController
from .goal_map_page import SCENARIOS, GoalMapPage

AT_ONCE = 150
"""So many objects are compared while one waits; more in a task."""
SETTLE_MS = 250


@guarded
class ScenarioController(QObject):
    """What the view of pictures compared shows."""

    def __init__(
        self,
        session: Session,
        tools: ToolController,
        pictures: PictureThemes,
        goal_map: GoalMapController,
        page: GoalMapPage,
    ) -> None:
        super().__init__(goal_map)
        self._session, self._tools, self._pictures = session, tools, pictures
        self._goal_map, self._page = goal_map, page
        self._table: TextTable | None = None
        self._task: BackgroundTask | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(guarded(self._compare))
        page.scenarios.pictures_changed.connect(guarded(self._compare))
        page.scenarios.beside_wanted.connect(guarded(self._show_beside))
        goal_map.counted.connect(guarded(self._counted))
        goal_map.forgotten.connect(guarded(self._forget))
        goal_map.more_tables[SCENARIOS] = lambda: self._table

    @property
    def waits(self) -> bool:
        """Whether pictures are being compared, or will be in a moment."""
        return self._soon.isActive() or self._task is not None

    def close_down(self) -> None:
        """The plugin is switched off."""
        self._stop()

    def _counted(self) -> None:
        snapshot = self._goal_map.snapshot
        if snapshot is None or self._page.view != SCENARIOS:
            self._stop()
            return
        ordered = sorted(snapshot.pictures, key=lambda one: (one.ordning, one.bild_id))
        self._page.scenarios.show_pictures([(one.bild_id, one.namn) for one in ordered], suggested_pictures(snapshot))
        self._page.summary.setText("")
        if self._table is None and len(snapshot.objects) <= AT_ONCE:
            self._compare()
        else:
            self._soon.start()

    def _compare(self) -> None:
        snapshot, session, view = self._goal_map.snapshot, self._tools.edit_session, self._page.scenarios
        if snapshot is None or session is None or self._page.view != SCENARIOS:
            return
        self._stop()
        pictures = view.chosen()
        if len(pictures) < LEAST:
            self._table = None
            view.show_table(None, tr("Välj minst två bilder. Filen behöver ha två bilder att jämföra."))
            return
        influences = [one.influence() for one in judged_pairs(session).values()]
        samling = str(self._page.sets.currentData() or "")
        if len(snapshot.objects) <= AT_ONCE:
            self._show(compare_scenarios(snapshot, pictures, influences, samling))
            return

        def work(feedback: Feedback) -> ScenarioComparison:
            return compare_scenarios(snapshot, pictures, influences, samling, feedback)

        def done(found: ScenarioComparison) -> None:
            self._task = None
            self._show(found)

        self._task = self._session.runner.start(tr("Jämför bilder"), work, done, self._failed)

    def _show(self, found: ScenarioComparison) -> None:
        snapshot = self._goal_map.snapshot
        if snapshot is None or self._page.view != SCENARIOS:
            return
        self._table = comparison_table(found, Names(snapshot, settings.language()))
        start = common_start(snapshot, [one.picture.bild_id for one in found.parts])
        said = tr("3 −1: tre objekt stödjer målet, ett motverkar. Ingen samlad poäng.")
        if start is None:
            said = tr("Bilderna har ingen gemensam utgångsbild.") + " " + said
        self._page.scenarios.show_table(self._table, said)

    def _failed(self, error: Exception, details: str) -> None:
        self._task = None
        if not isinstance(error, Cancelled):
            self._session.messages.failed(error, details)

    def _show_beside(self) -> None:
        """The first two, in the map and in a map beside it."""
        chosen = self._page.scenarios.chosen()
        if len(chosen) >= LEAST:
            self._pictures.show(chosen[0])
            self._pictures.compare(chosen[1])

    def _forget(self) -> None:
        self._stop()
        self._table = None
        self._page.scenarios.forget()

    def _stop(self) -> None:
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
