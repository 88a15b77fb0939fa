"""Comments and votes of the open strukturbild: between page, card, map tools and layers. Main thread only."""

from __future__ import annotations

from qgis.core import QgsPointXY, QgsRectangle
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal

from ...compat import event_place
from ...drawing.edits.comments import (
    Comment,
    add_comment,
    answer_comment,
    comments_in,
    delete_comment,
    set_done,
)
from ...drawing.edits.votes import DOTS, Vote, dots_left, put_vote, take_back_vote, votes_in
from ...drawing.session.edit_session import EditSession
from ...errors import StoreError
from ...i18n import tr
from ...store.schema.tables import COMMENTS
from ...workshop.group_copy import GroupCopy
from ..guarded import guarded
from ..map_coordinates import centre_on, is_shown, pixel_of
from ..map_tools.tool_controller import ToolController
from ..session.picture_themes import PictureThemes
from ..session.session import Session
from ..session.session_follower import SessionFollower
from .comment_card import CommentCard
from .group_colours import NOBODY, colours_for
from .layer_marks import let_bubbles_stand_for, tell_map
from .note_marks import CommentMark, NoteMarks, VoteMark
from .note_texts import comment_line, name_of, numbers_of, shown_comment, vote_lines
from .note_tools import CommentTool, NoteTool, VoteTool
from .notes_page import ALL, MINE, MOST_VOTES, OPEN, NoteLine, NotesPage


@guarded
class NotesController(SessionFollower):
    """What is on the map and in the list is always what the layers say, also after undo."""

    wanted = pyqtSignal(bool)
    """Whether there is reason for a page of comments and votes."""
    show_wanted = pyqtSignal()
    """Bring the page to the front."""
    object_wanted = pyqtSignal(str)
    """Show this object on the map."""

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
        self._canvas = session.iface.mapCanvas()
        self.marks, self.card = NoteMarks(self._canvas), CommentCard(self._canvas)
        self._comments: tuple[Comment, ...] = ()
        self._votes: tuple[Vote, ...] = ()
        self._colours: dict[str, str] = {}
        self._at = ""
        """The comment that the card shows."""
        self._new: tuple[QgsPointXY, str] | None = None
        """Where a comment is being written, and on which object."""
        self._asked_for, self._pressed_mark = False, False
        self._shown_first: EditSession | None = None
        tell_map(self._canvas, True)
        self._wire()

    def _wire(self) -> None:
        page, card = self._page, self.card
        page.comment_wanted.connect(guarded(lambda on: self.comment() if on else self._tools.return_to_select_tool()))
        page.vote_wanted.connect(guarded(lambda on: self.vote() if on else self._tools.return_to_select_tool()))
        page.filter_changed.connect(guarded(self.refresh))
        page.line_chosen.connect(guarded(self._line_chosen))
        card.written.connect(guarded(self._write))
        card.done_pressed.connect(guarded(self._toggle_done))
        card.remove_pressed.connect(guarded(self._remove))
        card.closed.connect(guarded(self._card_closed))
        self.refresh_after(self._tools.changed, self._tools.tool_changed, self._pictures.changed)
        self.refresh_after(self._session.snapshot_read, self._tools.who.changed)
        self._session.about_to_save.connect(guarded(self.card.keep))
        self._canvas.viewport().installEventFilter(self)

    def close_down(self) -> None:
        """The plugin is switched off."""
        super().close_down()
        tell_map(self._canvas, False)
        self._canvas.viewport().removeEventFilter(self)
        self.card.close_down()
        self.marks.remove()

    def comment(self) -> None:
        """Take the comment tool: the next click is where the comment is about."""
        tool = self._tools.tool(CommentTool)
        tool.title, tool.clicked = tr("Kommentera"), self._comment_clicked
        self._begin(tool, tr("Klicka på kartan eller på något som är ritat. Esc lämnar."))

    def vote(self) -> None:
        """Take the vote tool: the next click puts a dot."""
        tool = self._tools.tool(VoteTool)
        tool.title, tool.clicked = self._vote_title(), self._vote_clicked
        self._begin(tool, tr("Klicka för att sätta en prick. Klicka på en egen för att ta tillbaka den."))

    def refresh(self) -> None:
        """Show all as it stands now."""
        edit_session = self._tools.edit_session
        if edit_session is None:
            self._comments, self._votes = (), ()
            self.marks.show_notes((), ())
            return
        self._comments, self._votes = comments_in(edit_session), votes_in(edit_session)
        names = {*(one.group for one in self._comments), *(one.group for one in self._votes), edit_session.group}
        opened = self._session.opened
        self._colours = colours_for(names, opened.group_colours if opened is not None else {})
        if self._at and self._find(self._at) is None:
            self.card.leave()
        self.wanted.emit(self._is_wanted())
        self._show_first(edit_session)
        self._show_marks(edit_session)
        self._show_page(edit_session)
        self._show_card(edit_session)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt's: with the select tool a click on a speech bubble opens it, instead of choosing what lies under it."""
        if event.type() == QEvent.Type.MouseButtonPress and self._tools.select_tool_active():
            spot = event_place(event)
            here = self.marks.comments_at(spot.x(), spot.y()) if event.button() == Qt.MouseButton.LeftButton else ()
            self._pressed_mark = bool(here)
            if here:
                self._open_next(here)
            return bool(here)
        if event.type() == QEvent.Type.MouseButtonRelease and self._pressed_mark:
            self._pressed_mark = False
            return True
        return False

    def go_to(self, kommentar_id: str) -> None:
        """Show a comment on the map, with its card."""
        comment, edit_session = self._find(kommentar_id), self._tools.edit_session
        if comment is None or edit_session is None:
            return
        self.card.keep()
        if comment.bild_id:
            self._pictures.show_picture_of(comment.bild_id)
        self._at, self._new = kommentar_id, None
        if comment.place is not None:
            place = QgsPointXY(*comment.place)
            spot = pixel_of(self._canvas, place)
            room = self._canvas.rect().adjusted(30, 40, -30, -30)
            if (
                spot is None
                or not room.contains(spot.toPoint())
                or not is_shown(self._canvas, QgsRectangle(place, place))
            ):
                centre_on(self._canvas, place)
        self._show_marks(edit_session)
        self._show_card(edit_session, focus=True)
        self.refresh()

    @property
    def _copy(self) -> GroupCopy | None:
        return self._session.opened.copy if self._session.opened is not None else None

    @property
    def _workshop_id(self) -> str:
        return self._copy.identity.workshop_id if self._copy is not None else ""

    def forget(self) -> None:
        """What was commented on is gone."""
        self.card.leave()
        self._comments, self._votes = (), ()
        self.marks.show_notes((), ())
        self._at, self._new, self._asked_for = "", None, False

    def _is_wanted(self) -> bool:
        opened = self._session.opened
        known = opened is not None and (opened.copy is not None or bool(opened.group_colours))
        return known or self._asked_for or bool(self._comments or self._votes)

    def _show_first(self, edit_session: EditSession) -> None:
        """In a copy where nothing else may be done, that is what one sees first."""
        if edit_session is not self._shown_first:
            self._shown_first = edit_session
            let_bubbles_stand_for(edit_session.layer(COMMENTS.name))
            if self._copy is not None and self._copy.may_comment() and not self._copy.may_draw():
                self.show_wanted.emit()

    def ask_for_page(self) -> None:
        """Show the page also when there is nothing in it yet."""
        if self._tools.edit_session is None:
            self._session.messages.warn(tr("Öppna en strukturbild först."))
            return
        self._asked_for = True
        self.wanted.emit(True)
        self.show_wanted.emit()

    def _begin(self, tool: NoteTool, hint: str) -> None:
        if self._tools.attempt(self._refuse):
            self.card.keep()
            self.card.leave()
            self._tools.who.reread()
            self._tools.selection.clear()
            self.ask_for_page()
            self._tools.begin(tool, hint)
        self.refresh()

    def _refuse(self) -> None:
        if self._copy is not None and not self._copy.may_comment():
            raise StoreError(self._copy.sentence())

    def _comment_clicked(self, place: QgsPointXY, objekt_id: str, pixel: tuple[float, float]) -> None:
        self.card.keep()
        here = self.marks.comments_at(*pixel)
        edit_session = self._tools.edit_session
        if here:
            self._open_next(here)
        elif edit_session is not None:
            self._at, self._new = "", (QgsPointXY(place), objekt_id)
            about = name_of(edit_session, objekt_id)
            self.card.ask(tr("Kommentera {thing}").format(thing=about) if about else tr("Ny kommentar"), place)
            self._show_marks(edit_session)

    def _vote_clicked(self, place: QgsPointXY, objekt_id: str, pixel: tuple[float, float]) -> None:
        edit_session = self._tools.edit_session
        if edit_session is None:
            return
        here = self.marks.votes_at(*pixel)
        mine = next((one for one in self._votes if here and one.rost_id == here[0] and self._is_mine(one)), None)
        if mine is not None:
            self._tools.do(lambda: take_back_vote(edit_session, mine.rost_id))
        else:
            picture, workshop = self._tools.picture, self._workshop_id
            self._tools.do(lambda: put_vote(edit_session, place, objekt_id, picture, workshop))
        self.refresh()

    def _write(self, said: str) -> None:
        edit_session, new, answered = self._tools.edit_session, self._new, self._find(self._at)
        if edit_session is None:
            return
        if new is not None:
            place, objekt_id = new
            self._new = None
            if edit_session.objects.get(objekt_id) is None:
                objekt_id = ""
            picture, workshop = self._tools.picture, self._workshop_id
            if self._tools.do(lambda: add_comment(edit_session, said, place, objekt_id, picture, workshop)):
                self.card.leave()
            else:  # it is still to be read, and tried again
                self._new = new
                self.card.edit.setPlainText(said)
        elif answered is not None:
            self._tools.do(lambda: answer_comment(edit_session, answered, said, self._workshop_id))
        self.refresh()

    def _toggle_done(self) -> None:
        edit_session, comment = self._tools.edit_session, self._find(self._at)
        if edit_session is not None and comment is not None:
            self.card.keep()
            if self._tools.do(lambda: set_done(edit_session, comment, comment.is_open)) and comment.is_open:
                self.card.leave()
            self.refresh()

    def _remove(self) -> None:
        edit_session, comment = self._tools.edit_session, self._find(self._at)
        if edit_session is not None and comment is not None:
            self._tools.do(lambda: delete_comment(edit_session, comment))
            self.refresh()

    def _card_closed(self) -> None:
        self._at, self._new = "", None
        self._canvas.setFocus()
        self.refresh_soon()

    def _open_next(self, here: tuple[str, ...]) -> None:
        """Of several under one mark each click shows the next."""
        place = here.index(self._at) + 1 if self._at in here else 0
        self.go_to(here[place % len(here)])

    def _line_chosen(self, code: str) -> None:
        if self._page.shows != MOST_VOTES:
            self.go_to(code)
        elif code:
            self.object_wanted.emit(code)

    def _find(self, kommentar_id: str) -> Comment | None:
        return next((one for one in self._comments if one.kommentar_id == kommentar_id), None)

    def _is_mine(self, one: Comment | Vote) -> bool:
        edit_session = self._tools.edit_session
        return edit_session is not None and one.is_of(edit_session.author, edit_session.group)

    def _in_picture(self, one: Comment | Vote) -> bool:
        shown = self._pictures.shown.bild_id if self._pictures.shown is not None else ""
        return not shown or one.bild_id in ("", shown)

    def _show_marks(self, edit_session: EditSession) -> None:
        numbers, listed = numbers_of(self._comments), {one.kommentar_id for one in self._listed()}
        comments = [
            CommentMark(
                one.kommentar_id,
                numbers[one.kommentar_id],
                one.place,
                self._colours.get(one.group, NOBODY),
                not one.is_open,
            )
            for one in self._comments
            if one.place is not None
            and one.kommentar_id in numbers
            and self._in_picture(one)
            and (one.is_open or one.kommentar_id in listed or one.kommentar_id == self._at)
        ]
        votes = [
            VoteMark(one.rost_id, one.place, self._colours.get(one.group, NOBODY), self._is_mine(one))
            for one in self._votes
            if one.place is not None and self._in_picture(one)
        ]
        self.marks.show_notes(comments, votes, self._at)

    def _listed(self) -> list[Comment]:
        """What the filter lets through, of those that are no answers."""
        shows = self._page.shows
        own = [one for one in self._comments if not one.answers]
        if shows == MINE:
            return [one for one in own if self._is_mine(one)]
        return own if shows == ALL else [one for one in own if one.is_open] if shows == OPEN else []

    def _show_page(self, edit_session: EditSession) -> None:
        page, own = self._page, [one for one in self._comments if not one.answers]
        tool = self._tools.current_tool
        copy = self._copy
        left = dots_left(edit_session, self._workshop_id)
        page.show_tools(
            isinstance(tool, CommentTool),
            isinstance(tool, VoteTool),
            tr("{n} av {antal} prickar kvar").format(n=left, antal=DOTS),
            copy.sentence() if copy is not None else "",
            copy is None or copy.may_comment(),
        )
        if isinstance(tool, VoteTool) and tool.title != self._vote_title():
            tool.title = self._vote_title()
            self._tools.tool_changed.emit()
        counts = {
            OPEN: sum(one.is_open for one in own),
            ALL: len(own),
            MINE: sum(self._is_mine(one) for one in own),
            MOST_VOTES: sum(one.weight for one in self._votes),
        }
        page.show_lines(self._lines(edit_session), counts, self._none_text(), self._at)

    def _lines(self, edit_session: EditSession) -> list[NoteLine]:
        if self._page.shows == MOST_VOTES:
            return vote_lines(edit_session, self._votes)
        return [
            comment_line(edit_session, one, self._comments, self._colours.get(one.group, NOBODY))
            for one in self._listed()
        ]

    def _none_text(self) -> str:
        if self._page.shows == MOST_VOTES:
            return tr("Ingen har röstat än. Välj Rösta och klicka på det ni tycker är viktigast.")
        return tr("Inga kommentarer att visa. Välj Kommentera och klicka på kartan.")

    def _vote_title(self) -> str:
        edit_session = self._tools.edit_session
        left = dots_left(edit_session, self._workshop_id) if edit_session is not None else DOTS
        return tr("Rösta · {n} prickar kvar").format(n=left)

    def _show_card(self, edit_session: EditSession, focus: bool = False) -> None:
        comment = self._find(self._at)
        if comment is None or comment.place is None:
            return
        shown = shown_comment(edit_session, comment, self._comments, numbers_of(self._comments)[comment.kommentar_id])
        may = self._copy is None or self._copy.may_comment()
        self.card.show_comment(shown, QgsPointXY(*comment.place), focus, may)
