"""Questions to deal with where goals meet on the map, as edit commands: each answer is one undo step."""

from __future__ import annotations

import uuid
from dataclasses import replace

from qgis.core import QgsFeature, QgsGeometry

from ...i18n import tr
from ...store.gpkg.records import Question
from ...store.schema.tables import QUESTIONS
from ..session.edit_buffer import add_row, audit, delete_rows, new_identity, text, write_cells
from ..session.edit_session import EditSession

OPEN, HANDLED, ACCEPTED = "oppen", "hanterad", "accepterad"
STATUSES = (OPEN, HANDLED, ACCEPTED)
"""What `fraga.status` says. A meeting that nobody has written of is open."""
_NAMESPACE = uuid.UUID("6f1d5c0e-3f0b-4e4c-9d52-0a6c1f0b7c11")
_COLUMNS = (
    *("fraga_id", "nyckel", "slag", "status", "objekt_id", "andra_objekt_id"),
    *("mal_id", "andra_mal_id", "ansvarig", "text"),
)
_TITLE_SIGNS = 60


def questions_in(edit_session: EditSession) -> dict[str, Question]:
    """What is written of each meeting, edits included, by `nyckel`; none when the table is not open.

    Where a merge has left two rows of one meeting, the one with the lesser identity holds.
    """
    layer = edit_session.layers.get(QUESTIONS.name)
    found = [_question(feature) for feature in layer.getFeatures()] if layer is not None else []
    return {one.nyckel: one for one in sorted(found, key=lambda one: one.fraga_id, reverse=True)}


def write_question(edit_session: EditSession, question: Question, title: str) -> Question:
    """Write what is said of a meeting (`nyckel`), as one step; gives it with its identity. `title`: for the undo.

    Open, without owner and text, it is as if nobody had written: the row is taken away, or never made. Raises
    StoreError when the table is not open or takes nothing.
    """
    there = questions_in(edit_session).get(question.nyckel)
    said = (question.status, question.ansvarig.strip(), question.text.strip())
    if said == ((there.status, there.ansvarig, there.text) if there is not None else (OPEN, "", "")):
        return there or question
    short = title if len(title) <= _TITLE_SIGNS else f"{title[: _TITLE_SIGNS - 1]}…"
    kept = replace(question, fraga_id=there.fraga_id if there is not None else _identity(edit_session, question.nyckel))
    kept = replace(kept, status=said[0], ansvarig=said[1], text=said[2])
    with edit_session.command(tr("Svara på frågan {fråga}").format(fråga=short)):
        if there is None:
            row = {name: getattr(kept, name) for name in _COLUMNS}
            made = audit(edit_session.author, edit_session.group)
            add_row(edit_session, QUESTIONS.name, {**row, **made}, QgsGeometry())
        elif said == (OPEN, "", ""):
            delete_rows(edit_session, QUESTIONS.name, _rows_of(edit_session, question.nyckel))
        else:
            made = audit(edit_session.author, "")
            changed = {name: made[name] for name in ("andrad_av", "andrad")}
            values = {"status": said[0], "ansvarig": said[1], "text": said[2], **changed}
            for fid in _rows_of(edit_session, question.nyckel)[:1]:
                write_cells(edit_session, QUESTIONS.name, fid, values)
    return kept


def _identity(edit_session: EditSession, nyckel: str) -> str:
    """The same in every copy, so that answers to one question meet as one row when copies are merged."""
    wanted = str(uuid.uuid5(_NAMESPACE, nyckel))
    taken = {text(feature, "fraga_id") for feature in edit_session.layer(QUESTIONS.name).getFeatures()}
    return new_identity() if wanted in taken else wanted


def _rows_of(edit_session: EditSession, nyckel: str) -> list[int]:
    """The rows of a meeting, the one that holds first."""
    features = edit_session.layer(QUESTIONS.name).getFeatures()
    found = [(text(feature, "fraga_id"), feature.id()) for feature in features if text(feature, "nyckel") == nyckel]
    return [fid for _identity, fid in sorted(found)]


def _question(feature: QgsFeature) -> Question:
    values = {name: text(feature, name) for name in _COLUMNS}
    status = values["status"] if values["status"] in STATUSES else OPEN
    return Question(**{**values, "status": status})
