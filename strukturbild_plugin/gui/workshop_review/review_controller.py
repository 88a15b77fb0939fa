"""The review: which conflict is shown, what is drawn of it on the map, and what a choice does. Main thread only."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...export.workshop_papers import button_texts
from ...i18n import tr
from ...store.gpkg.reader import reading
from ...store.schema.tables import GEOMETRY
from ...workshop.conflict_sentences import (
    alike_text,
    choice_name,
    choice_text,
    is_long,
    marked_words,
    sentence,
    waiting_text,
)
from ...workshop.conflicts import POSTPONED
from ...workshop.decisions import EDITED, KEEP, Answer, shape_of, together
from ...workshop.merged_tables import OBJECT, Key, Row
from ...workshop.questions.question import (
    MergeQuestion,
    QuestionSide,
    alike_questions,
    decide_question,
    postpone_question,
    question_choices,
    questions,
)
from ...workshop.row_merge import DELETED, IN_USE
from .. import settings
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..recovery.change_descriptions import said_moment
from ..session.picture_themes import PictureThemes
from ..session.session import Session
from ..session.session_follower import SessionFollower
from .conflict_preview import BASE_COLOUR, ConflictPreview
from .conflict_rows import ConflictRows, moment_now
from .conflict_words import GroupColours, StrukturbildWords
from .review_page import ReviewPage, ShownChoice, ShownConflict

_FALLBACK_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7")
ONE_LINE = ("namn", "titel", "indikator", "vad", "namn_sv", "namn_en")
"""Columns that are written on one line."""


@guarded
class ReviewController(SessionFollower):
    """Between the page, the open layers and the map. A Notice of the dock's strip, too, while it is not looked at."""

    changed = pyqtSignal()
    wanted = pyqtSignal(bool)
    """Whether there is something to review in the strukturbild that is open."""
    show_wanted = pyqtSignal()
    """Bring the page to the front."""
    object_wanted = pyqtSignal(str)
    """Show this object in its panel."""

    def __init__(
        self,
        session: Session,
        tools: ToolController,
        pictures: PictureThemes,
        page: ReviewPage,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(session, parent)
        self._tools, self._pictures, self._page = tools, pictures, page
        self.preview = ConflictPreview(session.iface.mapCanvas())
        self._rows: ConflictRows | None = None
        self._all: list[MergeQuestion] = []
        self._at = ""
        self._shown: object = None
        self._colours = GroupColours({})
        self._looked_at = False
        page.chosen.connect(guarded(self.choose))
        page.pointed.connect(guarded(self.preview.point_at))
        page.postponed.connect(guarded(self.postpone))
        page.moved.connect(guarded(self.move))
        page.edit_wanted.connect(guarded(self._edit_by_hand))
        page.shown_or_left.connect(guarded(self._look))
        self.refresh_after(tools.changed, session.snapshot_read)
        session.saved.connect(guarded(self._saved))

    def close_down(self) -> None:
        """The plugin is switched off."""
        super().close_down()
        self.preview.close()

    def waiting(self) -> int:
        """How many wait for a decision."""
        return sum(one.is_open for one in self._all)

    def sentence(self) -> str:
        """What the strip says; '' when nothing waits or the page is looked at."""
        return "" if self._looked_at or not self.waiting() else f"{waiting_text(self.waiting())}."

    def button(self) -> str:
        """What its button says."""
        return button_texts.show_questions()

    def act(self) -> None:
        """Show the page."""
        self.show_wanted.emit()

    def refresh(self) -> None:
        """Read the conflicts as they stand; show another when the one that was shown is decided or undone."""
        edit_session = self._tools.edit_session
        if edit_session is None:
            self.forget()
            return
        if self._rows is None or not self._rows.is_of(edit_session):
            self._begin(ConflictRows(edit_session))
        if self._rows is None or not self._rows.reviewable:
            return
        before = {one.konflikt_id: one.is_open for one in self._all}
        self._all = questions(self._rows.conflicts())
        again = [one.konflikt_id for one in self._all if one.is_open and before.get(one.konflikt_id) is False]
        if again:  # undone: what is open again is what one wants to see
            self._at = again[0]
        there = self._current()
        if there is None or not there.is_open:
            self._at = self._next_open(self._at)
        self.wanted.emit(bool(self._all))
        self._show()
        self.changed.emit()

    def forget(self) -> None:
        """The layers of what was asked about are gone."""
        self._rows, self._all, self._at, self._shown = None, [], "", None
        self.preview.close()
        self.wanted.emit(False)
        self.changed.emit()

    def choose(self, choice: str) -> None:
        """Decide the one that is shown, and those alike when that is ticked; then the next is shown."""
        one, rows = self._current(), self._rows
        if one is None or rows is None:
            return
        words = self._words(rows)
        listed = [one, *(self._alike(one, words) if self._page.alike.isChecked() else ())]
        value = self._page.written() or None if choice == EDITED else None
        answer = Answer(choice, settings.author(), self._page.reason.text(), moment_now(), value)

        def work() -> None:
            made = []
            for each in listed:
                current = rows.current(each.key)
                if each is not one and choice not in question_choices(each, current):
                    continue
                name = self._chosen_name(each, answer, words, current)
                made.append(decide_question(each, answer, current, sentence(each, words), name))
            rows.make(together(made), tr("Avgör: {namn}").format(namn=words.name(one.first)))

        self._tools.do(work)

    def postpone(self) -> None:
        """Leave the one that is shown for later."""
        one, rows = self._current(), self._rows
        if one is not None and rows is not None:
            after = self._next_open(one.konflikt_id)
            text = tr("Skjut upp: {namn}").format(namn=self._words(rows).name(one.first))
            if self._tools.do(lambda: rows.make(postpone_question(one), text)):
                self._at = after

    def move(self, by: int) -> None:
        """To the next that waits, or the one before."""
        waiting = [one.konflikt_id for one in self._all if one.is_open]
        if waiting:
            place = waiting.index(self._at) if self._at in waiting else 0
            self._at = waiting[(place + by) % len(waiting)]
            self._show()

    def _begin(self, rows: ConflictRows) -> None:
        self._rows, self._all, self._at, self._shown = rows, [], "", None
        opened = self._session.opened
        if rows.reviewable and opened is not None:
            with reading(opened.path) as db:
                self._colours = GroupColours.of(db)
        self.wanted.emit(False)
        self.preview.close()

    def _saved(self) -> None:
        """The check and the edition count what waits in the file."""
        self.refresh()  # else what was decided just before the save is seen too late to be compared
        snapshot = self._session.snapshot
        if self._rows is not None and snapshot is not None and snapshot.waiting_conflicts != self.waiting():
            self._session.read()

    def _look(self, shown: bool) -> None:
        self._looked_at = shown
        self._shown = None
        if shown:
            self._show()
        else:
            self.preview.close()
        self.changed.emit()

    def _current(self) -> MergeQuestion | None:
        return next((one for one in self._all if one.konflikt_id == self._at), None)

    def _next_open(self, after: str) -> str:
        ids = [one.konflikt_id for one in self._all]
        place = ids.index(after) + 1 if after in ids else 0
        ordered = [*self._all[place:], *self._all[:place]]
        return next((one.konflikt_id for one in ordered if one.is_open and one.konflikt_id != after), "")

    def _show(self) -> None:
        one, rows = self._current(), self._rows
        if not self._looked_at or rows is None:
            return
        current = rows.current(one.key) if one is not None else None
        state = (self._at, self.waiting(), one, current)
        if state == self._shown:
            return
        moved_on = not isinstance(self._shown, tuple) or self._shown[0] != self._at
        self._shown = state
        if one is None:
            self.preview.close()
            self._page.show_conflict(
                None, tr("Alla {n} frågor är avgjorda. Ctrl+Z tar tillbaka.").format(n=len(self._all))
            )
            return
        words = self._words(rows)
        self._page.show_conflict(self._told(one, words, current))
        self._draw(one, words, current)
        if moved_on:
            self._go_to(one, current)

    def _told(self, one: MergeQuestion, words: StrukturbildWords, current: Row | None) -> ShownConflict:
        open_ones = [each for each in self._all if each.is_open]
        others = len(self._alike(one, words))
        able = [choice for choice in question_choices(one, current) if choice != EDITED or self._is_text(one)]
        decided = len(self._all) - len(open_ones)
        sides = dict.fromkeys(each.side for each in one.sides)
        return ShownConflict(
            number=min(decided + 1 + open_ones.index(one), len(self._all)),
            count=len(self._all),
            decided=decided,
            sentence=sentence(one, words),
            sides=" · ".join(
                tr("{vem} {tid}").format(vem=side.vem, tid=said_moment(side.tid)) if side.tid else side.vem
                for side in sides
                if side.vem
            ),
            choices=[self._choice(one, choice, words, current) for choice in able],
            alike=alike_text(one, others, words) if others else "",
            text=str((current or {}).get(one.first.column) or "") if EDITED in able else None,
            one_line=one.first.column in ONE_LINE,
            postponed=one.status == POSTPONED,
        )

    def _alike(self, one: MergeQuestion, words: StrukturbildWords) -> list[MergeQuestion]:
        """The others where the situation is the same, also what goes along with a row that is deleted."""
        along = words.goes_along(one.first)
        return [each for each in alike_questions(one, self._all) if words.goes_along(each.first) == along]

    def _choice(self, one: MergeQuestion, choice: str, words: StrukturbildWords, current: Row | None) -> ShownChoice:
        text, side = choice_text(one, choice, words, current), one.side(choice)
        said = [(text, False)] if text else []
        if side is not None and is_long(side.conflict):
            said = list(marked_words(str(side.conflict.base or ""), text))
        name = choice_name(one, choice, words, current)
        return ShownChoice(choice, name, said, self._colour(one, side) if side is not None else "")

    def _chosen_name(self, one: MergeQuestion, answer: Answer, words: StrukturbildWords, current: Row | None) -> str:
        text = choice_text(one, answer.choice, words, current)
        if answer.choice == EDITED:
            text = f"”{answer.value!s}”" if answer.value else tr("inget")
        name = choice_name(one, answer.choice, words, current)
        return f"{name}: {text}" if text else name

    def _is_text(self, one: MergeQuestion) -> bool:
        """Whether it can be written in the page: no code out of a list, and no reference."""
        snapshot, column = self._session.snapshot, one.first.column
        attribute = snapshot.catalogue.attribut.get(column) if snapshot is not None else None
        if attribute is not None:
            return not attribute.lista and attribute.typ in ("text", "langtext")
        return column in (*ONE_LINE, "beskrivning", "text", "motivering", "syfte", "svar")

    def _colour(self, one: MergeQuestion, side: QuestionSide) -> str:
        mine = self._colours.by_group.get(side.side.grupp_id, "")
        return mine or _FALLBACK_COLOURS[one.sides.index(side) % len(_FALLBACK_COLOURS)]

    def _draw(self, one: MergeQuestion, words: StrukturbildWords, current: Row | None) -> None:
        shapes, names = dict[str, QgsGeometry](), dict[str, str]()
        stands, column = shape_of((self._place_of(one, current) or {}).get(GEOMETRY)), one.first.column
        sides: dict[str, object] = {"": one.first.base, **{each.choice: each.value for each in one.sides}}
        sides[KEEP] = stands
        for code, value in sides.items():
            shape = stands if code == KEEP or not _moves(one, value) else shape_of(value)  # type: ignore[arg-type]
            if shape is None or (value is None and code not in ("", KEEP) and not column):
                continue
            geometry = QgsGeometry()
            geometry.fromWkb(shape)
            shapes[code] = geometry
            names[code] = self._name_on_map(one, code, words)
        colours = {each.choice: self._colour(one, each) for each in one.sides}
        self.preview.show(shapes, names, {**colours, "": BASE_COLOUR, KEEP: BASE_COLOUR})

    def _name_on_map(self, one: MergeQuestion, code: str, words: StrukturbildWords) -> str:
        side = one.side(code)
        if side is None:
            return words.name(one.first) if code == KEEP else ""
        if isinstance(side.value, Mapping):
            return str(side.value.get("namn") or side.side.vem)
        column = side.conflict.column
        if column and column != GEOMETRY and not is_long(side.conflict):
            return words.value(side.conflict, column, side.value) or tr("inget")
        return side.side.vem

    def _place_of(self, one: MergeQuestion, current: Row | None) -> Row | None:
        """The row that shows on the map where it is: itself, or the object that it is about."""
        if one.key.kind == OBJECT or self._rows is None or (current or {}).get(GEOMETRY) is not None:
            return current
        about = (current or {}).get("objekt_id")
        return self._rows.current(Key(OBJECT, str(about))) if about else current

    def _go_to(self, one: MergeQuestion, current: Row | None) -> None:
        """The picture it is in, and the place beside the dock."""
        row = self._place_of(one, current) or (one.first.base if isinstance(one.first.base, Mapping) else {})
        if row.get("bild_id"):
            self._pictures.show_picture_of(str(row["bild_id"]))
        self.preview.zoom()

    def _edit_by_hand(self) -> None:
        one = self._current()
        if one is not None and one.key.kind == OBJECT:
            self._tools.use_select_tool()
            self.object_wanted.emit(one.key.rad_id)

    def _words(self, rows: ConflictRows) -> StrukturbildWords:
        edit_session = self._tools.edit_session
        layers = edit_session.layers if edit_session is not None else {}
        municipalities = self._colours.municipalities
        return StrukturbildWords(rows, self._session.snapshot, layers, settings.language(), municipalities)


def _moves(question: MergeQuestion, value: object) -> bool:
    """Whether what a side says is drawn where that side has it, and not where the object stands now."""
    conflict, base = question.first, question.first.base
    if conflict.column:
        return conflict.column == GEOMETRY
    if conflict.kind not in (DELETED, IN_USE) or not isinstance(value, Mapping) or not isinstance(base, Mapping):
        return True
    return value is base or value.get(GEOMETRY) != base.get(GEOMETRY)  # another question may have moved it
