"""What the list, the card and the object panel say of comments and votes."""

from __future__ import annotations

from collections.abc import Sequence

from ...drawing.edits.comments import Comment, answers_to, title_of
from ...drawing.edits.objects import display_name
from ...drawing.edits.votes import Vote, votes_by_object
from ...drawing.session.edit_session import EditSession
from ...i18n import tr
from ..object_panel.object_page import votes_text
from ..recovery.change_descriptions import said_moment
from .comment_card import ShownComment
from .notes_page import NoteLine


def numbers_of(comments: Sequence[Comment]) -> dict[str, int]:
    """The number of each comment that is no answer, by kommentar_id: in the order they were written."""
    return {one.kommentar_id: number for number, one in enumerate((c for c in comments if not c.answers), start=1)}


def comment_line(edit_session: EditSession, comment: Comment, comments: tuple[Comment, ...], colour: str) -> NoteLine:
    """A comment in the list: its number and words, and under them who, when, about what and how many answers."""
    number = numbers_of(comments).get(comment.kommentar_id, 0)
    answers = len(answers_to(comments, comment.kommentar_id))
    parts = [
        signature(comment),
        name_of(edit_session, comment.objekt_id),
        answers_text(answers),
        "" if comment.is_open else tr("klar"),
    ]
    text = f"{number}. {' '.join(comment.text.split())}"
    return NoteLine(comment.kommentar_id, "\n".join((text, " · ".join(part for part in parts if part))), colour)


def shown_comment(
    edit_session: EditSession, comment: Comment, comments: tuple[Comment, ...], number: int
) -> ShownComment:
    """A comment as the card shows it."""
    answers = answers_to(comments, comment.kommentar_id)
    about = name_of(edit_session, comment.objekt_id)
    title = tr("Kommentar {n}").format(n=number)
    return ShownComment(
        comment.kommentar_id,
        f"{title} · {about}" if about else title,
        comment.text,
        signature(comment),
        tuple((one.text, signature(one)) for one in answers),
        not comment.is_open,
        comment.is_of(edit_session.author, edit_session.group),
    )


def signature(comment: Comment) -> str:
    """'Bord 2 · Åsa · 14:32'."""
    when = said_moment(comment.moment) if comment.moment else ""
    return " · ".join(part for part in (comment.group, comment.author, when) if part)


def name_of(edit_session: EditSession, objekt_id: str) -> str:
    """What an object is called; '' for none, and for one that is gone."""
    known = edit_session.objects.get(objekt_id) if objekt_id else None
    return title_of(display_name(edit_session, known)) if known is not None else ""


def vote_lines(edit_session: EditSession, votes: Sequence[Vote]) -> list[NoteLine]:
    """The objects with votes, the most first; what lies beside all objects last."""
    found = votes_by_object(votes)
    ordered = sorted(found.items(), key=lambda each: (not each[0], -each[1], name_of(edit_session, each[0])))
    return [NoteLine(code, _vote_text(edit_session, code, total, votes)) for code, total in ordered]


def answers_text(number: int) -> str:
    """'1 svar', '3 svar'; '' for none."""
    return tr("{n} svar").format(n=number) if number else ""


def _vote_text(edit_session: EditSession, objekt_id: str, total: int, votes: Sequence[Vote]) -> str:
    name = name_of(edit_session, objekt_id) or (tr("Borttaget objekt") if objekt_id else tr("Utan objekt"))
    here: dict[str, int] = {}
    for one in votes:
        if one.objekt_id == objekt_id:
            who = one.group or one.author or tr("utan namn")
            here[who] = here.get(who, 0) + one.weight
    who = ", ".join(f"{each}: {number}" for each, number in sorted(here.items()))
    return f"{name}: {votes_text(total)}\n{who}"
