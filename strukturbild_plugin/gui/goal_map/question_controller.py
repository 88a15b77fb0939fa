"""Where goals meet on the map as it is drawn now: found, listed, marked and answered. Main thread only.

Many objects are compared in a task, a moment after the last stroke, so that the pen does not wait.
"""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import QObject, QTimer

from ...analysis.coverage_texts import Names, TextTable
from ...analysis.goal_coverage import Coverage
from ...analysis.goal_meetings import Meeting, meetings
from ...analysis.goal_questions import (
    MapQuestion,
    goals_text,
    kind_text,
    more_text,
    places_of,
    questions_of,
    questions_table,
    strength_text,
    where_text,
)
from ...analysis.meeting_distances import distances_text
from ...drawing.edits.goal_influences import judged_pairs
from ...drawing.edits.goal_questions import OPEN, questions_in, write_question
from ...errors import Cancelled
from ...feedback import Feedback
from ...goals.model import GoalInfluence
from ...i18n import tr
from .. import settings
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..session.session import Session
from ..session.task_runner import BackgroundTask
from .goal_map_controller import GoalMapController
from .goal_map_page import QUESTIONS, GoalMapPage
from .question_marks import QuestionMark, QuestionMarks
from .question_view import ShownQuestion

AT_ONCE = 80
"""So many objects are compared while one waits; more in a task."""
SETTLE_MS = 250
MOST_SHOWN = 400
"""Lines and marks at most; conflicts come first, and the table has all."""


@guarded
class QuestionController(QObject):
    """What the view of questions shows and does."""

    def __init__(self, session: Session, tools: ToolController, goal_map: GoalMapController, page: GoalMapPage) -> None:
        super().__init__(goal_map)
        self._session, self._tools, self._goal_map, self._page = session, tools, goal_map, page
        self.found: tuple[MapQuestion, ...] = ()
        """Every question, in the order of their numbers."""
        self._meetings: tuple[Meeting, ...] | None = None
        self._stands_on: tuple[object, ...] = ()
        self._marks: QuestionMarks | None = None
        self._task: BackgroundTask | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(guarded(self._find))
        view = page.questions
        view.chosen.connect(guarded(self._choose))
        view.opened.connect(guarded(self._open))
        view.written.connect(guarded(self._write))
        view.filter_changed.connect(guarded(self._show))
        page.on_map_changed.connect(guarded(self._draw))
        goal_map.counted.connect(guarded(self._counted))
        goal_map.left.connect(guarded(self._hide))
        goal_map.forgotten.connect(guarded(self._forget))
        tools.changed.connect(guarded(self._changed))
        session.about_to_save.connect(guarded(view.keep))
        session.saved.connect(guarded(self._saved))
        goal_map.more_tables[QUESTIONS] = self.table

    @property
    def waits(self) -> bool:
        """Whether meetings are being looked for, or will be in a moment."""
        return self._soon.isActive() or self._task is not None

    def close_down(self) -> None:
        """The plugin is switched off."""
        self._forget()

    def table(self) -> TextTable | None:
        """All questions as a table."""
        snapshot = self._goal_map.snapshot
        return questions_table(self.found, Names(snapshot, settings.language())) if snapshot is not None else None

    def _counted(self) -> None:
        """What is drawn, linked or looked at may be other than it was."""
        if self._page.view != QUESTIONS:
            self._hide()
            return
        coverage, snapshot = self._goal_map.coverage, self._goal_map.snapshot
        if coverage is None or snapshot is None:
            return
        if self._basis(coverage) == self._stands_on and self._meetings is not None:
            self._show()
        elif self._meetings is None and len(coverage.objects) <= AT_ONCE:
            self._find()
        else:
            self._soon.start()

    def _basis(self, coverage: Coverage) -> tuple[object, ...]:
        return coverage.objects, coverage.goals, coverage.links, coverage.distances, self._influences()

    def _influences(self) -> tuple[GoalInfluence, ...]:
        session = self._tools.edit_session
        return tuple(one.influence() for one in judged_pairs(session).values()) if session is not None else ()

    def _find(self) -> None:
        coverage = self._goal_map.coverage
        if coverage is None or self._page.view != QUESTIONS:
            return
        self._stop()
        basis, influences = self._basis(coverage), self._influences()
        objects, goals, links, distances = coverage.objects, coverage.goals, coverage.links, coverage.distances
        session = self._tools.edit_session
        written = tuple(questions_in(session)) if session is not None else ()
        if len(objects) <= AT_ONCE:
            self._know(basis, meetings(objects, goals, links, influences, distances, written=written))
            return

        def work(feedback: Feedback) -> tuple[Meeting, ...]:
            return meetings(objects, goals, links, influences, distances, feedback, written)

        def done(found: tuple[Meeting, ...]) -> None:
            self._task = None
            self._know(basis, found)

        self._task = self._session.runner.start(tr("Letar efter var mål möts"), work, done, self._not_found)

    def _know(self, basis: tuple[object, ...], found: tuple[Meeting, ...]) -> None:
        self._stands_on, self._meetings = basis, found
        self._show()

    def _not_found(self, error: Exception, details: str) -> None:
        self._task = None
        if not isinstance(error, Cancelled):
            self._session.messages.failed(error, details)

    def _show(self) -> None:
        session, snapshot, view = self._tools.edit_session, self._goal_map.snapshot, self._page.questions
        if session is None or snapshot is None or self._page.view != QUESTIONS:
            return
        names = Names(snapshot, settings.language())
        self.found = self._of_picture(questions_of(self._meetings or (), questions_in(session)), names)
        drawn = {one.klass for one in self._goal_map.coverage.objects} if self._goal_map.coverage is not None else set()
        view.show_distances(distances_text(snapshot.catalogue, drawn, settings.language()))
        view.show_questions([self._shown(number, one, names) for number, one in self._listed()])
        said = (_summary(self.found, len(self._listed())), more_text(self._meetings or ()))
        self._page.summary.setText(" ".join(filter(None, said)))
        self._show_answer()
        self._draw()

    def _of_picture(self, found: tuple[MapQuestion, ...], names: Names) -> tuple[MapQuestion, ...]:
        """What is written of another picture's objects is not gone from the map: it is not looked at."""
        coverage = self._goal_map.coverage
        here = {one.objekt_id for one in coverage.objects} if coverage is not None else set()
        return tuple(
            one
            for one in found
            if one.meeting is not None or one.question.objekt_id in here or one.question.objekt_id not in names.objects
        )

    def _listed(self) -> list[tuple[int, MapQuestion]]:
        kind, state = self._page.questions.kinds.currentData(), self._page.questions.states.currentData()
        found = [
            (number, one)
            for number, one in enumerate(self.found, 1)
            if kind in ("", one.question.slag) and state in ("", one.question.status)
        ]
        return found[:MOST_SHOWN]

    def _shown(self, number: int, one: MapQuestion, names: Names) -> ShownQuestion:
        question = one.question
        goals, why = goals_text(one, names), strength_text(one)
        return ShownQuestion(one.key, number, question.slag, question.status, where_text(one, names), goals, why)

    def _question(self, key: str) -> MapQuestion | None:
        return next((one for one in self.found if one.key == key), None)

    def _show_answer(self) -> None:
        one = self._question(self._page.questions.key)
        said = one.question if one is not None else None
        answer = (said.status, said.ansvarig, said.text) if said is not None else (OPEN, "", "")
        self._page.questions.show_answer(one.key if one is not None else "", *answer, self._goal_map.may_write())

    def _choose(self, key: str) -> None:
        one = self._question(key)
        self._show_answer()
        if one is not None:
            self._goal_map.light([one.question.objekt_id, one.question.andra_objekt_id])
        self._draw()

    def _open(self, key: str) -> None:
        one = self._question(key)
        if one is not None and one.question.objekt_id:
            self._goal_map.object_wanted.emit(one.question.objekt_id)

    def _write(self, key: str, status: str, owner: str, text: str) -> None:
        session, one, snapshot = self._tools.edit_session, self._question(key), self._goal_map.snapshot
        if session is None or one is None or snapshot is None:
            return
        self._tools.who.reread()
        wanted = replace(one.question, status=status or OPEN, ansvarig=owner, text=text)
        title = f"{kind_text(wanted.slag)}: {where_text(one, Names(snapshot, settings.language()))}"
        if not self._tools.do(lambda: write_question(session, wanted, title)):
            self._show_answer()

    def _changed(self) -> None:
        """Something was done or undone; what is drawn is told of by itself."""
        if self._page.view == QUESTIONS and self._goal_map.looked_at:
            coverage = self._goal_map.coverage
            if coverage is not None and self._stands_on[3:] != (self._influences(),):
                self._soon.start()
            else:
                self._show()

    def _saved(self) -> None:
        """What the file says of questions is read again, when it is other than it was."""
        session, snapshot = self._tools.edit_session, self._session.snapshot
        if session is None or snapshot is None:
            return
        questions = {one.nyckel: one for one in reversed(snapshot.questions)}  # of two, the lesser identity
        influences = {(one.fran_mal_id, one.till_mal_id): one for one in snapshot.influences}
        if questions != questions_in(session) or influences != {
            pair: one.influence() for pair, one in judged_pairs(session).items()
        }:
            self._session.read()

    def _draw(self) -> None:
        page = self._page
        if not self._goal_map.looked_at or page.view != QUESTIONS or not page.on_map.isChecked():
            self._hide()
            return
        coverage = self._goal_map.coverage
        places = places_of([one for _number, one in self._listed()], coverage.objects if coverage is not None else ())
        if self._marks is None:
            self._marks = QuestionMarks(self._session.iface.mapCanvas())
        marks = [
            QuestionMark(one.key, number, one.question.slag, one.question.status, places[one.key])
            for number, one in self._listed()
            if one.key in places
        ]
        self._marks.show_marks(marks, page.questions.key)

    def marks(self) -> tuple[QuestionMark, ...]:
        """What is marked on the map."""
        return tuple(self._marks.marks.values()) if self._marks is not None else ()

    def _hide(self) -> None:
        if self._marks is not None:
            self._marks.remove()
            self._marks = None

    def _stop(self) -> None:
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _forget(self) -> None:
        self._stop()
        self.found, self._meetings, self._stands_on = (), None, ()
        self._hide()


def _summary(found: tuple[MapQuestion, ...], shown: int) -> str:
    waiting = sum(one.question.status == OPEN for one in found)
    said = tr("{n} frågor, {öppna} öppna.").format(n=len(found), öppna=waiting)
    if shown == MOST_SHOWN < len(found):
        said += " " + tr("{n} visas; tabellen har alla.").format(n=shown)
    return said
