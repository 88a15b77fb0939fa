"""Comments on the map in the edit session: made, answered, marked as done, taken away. Each is one undo step."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsFeature, QgsGeometry
from qgis.PyQt.QtCore import QDateTime, Qt

from ...errors import StoreError
from ...i18n import tr
from ..session.edit_buffer import add_row, audit, delete_rows, new_identity, plain, text, write_cells
from ..session.edit_session import COMMENTS, EditSession
from .objects import as_multi
from .qgis_geometry import Where, xy

OPEN, DONE = "oppen", "klar"
"""What `kommentar.status` says; without any, a comment is open."""
_TITLE_SIGNS = 40


@dataclass(frozen=True)
class Comment:
    """One row of `kommentar`, edits included."""

    fid: int
    kommentar_id: str
    text: str
    author: str
    group: str
    moment: str
    """When it was written, ISO 8601 UTC; '' when nobody knows."""
    status: str
    objekt_id: str
    bild_id: str
    answers: str
    """The comment that it is an answer to; '' for one that stands by itself."""
    place: tuple[float, float] | None
    """EPSG:3006; None for one without a place."""

    @property
    def is_open(self) -> bool:
        """Whether nobody has marked it as done."""
        return self.status != DONE

    def is_of(self, author: str, group: str) -> bool:
        """Whether it was written by this group, or by this person when no group is named."""
        return self.group == group and (bool(group) or self.author == author)


def comments_in(edit_session: EditSession) -> tuple[Comment, ...]:
    """All comments and answers, the earliest first; none when the table is not open."""
    layer = edit_session.layers.get(COMMENTS)
    found = [_comment(feature) for feature in layer.getFeatures()] if layer is not None else []
    return tuple(sorted(found, key=lambda one: (one.moment, one.kommentar_id)))


def answers_to(comments: tuple[Comment, ...], kommentar_id: str) -> tuple[Comment, ...]:
    """The answers to a comment, the earliest first."""
    return tuple(one for one in comments if one.answers == kommentar_id)


def add_comment(
    edit_session: EditSession,
    said: str,
    place: Where,
    objekt_id: str = "",
    bild_id: str = "",
    workshop_id: str = "",
) -> str:
    """Put a comment at `place` (EPSG:3006), on an object when one is given; gives its kommentar_id.

    Raises StoreError for one that says nothing.
    """
    row = {"objekt_id": objekt_id, "bild_id": bild_id, "workshop_id": workshop_id, "status": OPEN}
    return _add(edit_session, tr("Kommentera: {text}"), said, _point(place), row)


def answer_comment(edit_session: EditSession, comment: Comment, said: str, workshop_id: str = "") -> str:
    """Answer a comment, at its place; gives the answer's kommentar_id. Raises StoreError for one that says nothing."""
    row = {
        "objekt_id": comment.objekt_id,
        "bild_id": comment.bild_id,
        "workshop_id": workshop_id,
        "svar_pa": comment.kommentar_id,
    }
    shape = _point(comment.place) if comment.place is not None else QgsGeometry()
    return _add(edit_session, tr("Svara: {text}"), said, shape, row)


def set_done(edit_session: EditSession, comment: Comment, done: bool) -> None:
    """Mark a comment as done, or open it again."""
    step = tr("Klart: {text}") if done else tr("Öppna igen: {text}")
    with edit_session.command(step.format(text=title_of(comment.text))):
        write_cells(edit_session, COMMENTS, comment.fid, {"status": DONE if done else OPEN, **_changed(edit_session)})


def delete_comment(edit_session: EditSession, comment: Comment) -> None:
    """Take a comment away, with one's own answers to it. Raises StoreError when others have answered."""
    answers = answers_to(comments_in(edit_session), comment.kommentar_id)
    if not all(one.is_of(edit_session.author, edit_session.group) for one in answers):
        raise StoreError(tr("Andra har svarat på kommentaren. Markera den som klar i stället."))
    with edit_session.command(tr("Ta bort kommentar: {text}").format(text=title_of(comment.text))):
        delete_rows(edit_session, COMMENTS, [comment.fid, *(one.fid for one in answers)])


def title_of(said: str) -> str:
    """The beginning of a comment, on one line."""
    line = " ".join(said.split())
    return line if len(line) <= _TITLE_SIGNS else f"{line[: _TITLE_SIGNS - 1].rstrip()}…"


def moment_of(feature: QgsFeature, column: str) -> str:
    """A moment of a row as ISO 8601 UTC with milliseconds; '' for none."""
    value = plain(feature[column]) if feature.fields().indexOf(column) >= 0 else None
    if isinstance(value, QDateTime):
        return str(value.toUTC().toString(Qt.DateFormat.ISODateWithMs))
    return str(value) if isinstance(value, str) else ""


def _add(edit_session: EditSession, step: str, said: str, shape: QgsGeometry, row: dict[str, str]) -> str:
    said = said.strip()
    if not said:
        raise StoreError(tr("Kommentaren är tom. Skriv något först."))
    kommentar_id = new_identity()
    values = {"kommentar_id": kommentar_id, "text": said, **row, **audit(edit_session.author, edit_session.group)}
    with edit_session.command(step.format(text=title_of(said))):
        add_row(edit_session, COMMENTS, values, shape)
    return kommentar_id


def _changed(edit_session: EditSession) -> dict[str, object]:
    now = audit(edit_session.author, "")
    return {name: now[name] for name in ("andrad_av", "andrad")}


def _point(place: Where) -> QgsGeometry:
    x, y = xy(place)
    return as_multi(QgsGeometry.fromWkt(f"POINT({x!r} {y!r})"))


def _comment(feature: QgsFeature) -> Comment:
    shape = feature.geometry()
    spot = None
    if not shape.isNull() and not shape.isEmpty():
        vertex = next(shape.vertices())
        spot = (vertex.x(), vertex.y())
    return Comment(
        int(feature.id()),
        text(feature, "kommentar_id"),
        text(feature, "text"),
        text(feature, "skapad_av"),
        text(feature, "grupp"),
        moment_of(feature, "skapad"),
        text(feature, "status"),
        text(feature, "objekt_id"),
        text(feature, "bild_id"),
        text(feature, "svar_pa"),
        spot,
    )
