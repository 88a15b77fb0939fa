"""How one goal bears on another, as edit commands: each judgement is one undo step, with who made it and when."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsFeature, QgsGeometry
from qgis.PyQt.QtCore import QDateTime

from ...errors import StoreError
from ...goals.model import GoalInfluence
from ...i18n import tr
from ...store.schema.tables import GOAL_INFLUENCES
from ..session.edit_buffer import add_row, delete_rows, plain, text, write_cells
from ..session.edit_session import EditSession
from .comments import moment_of

LEAST, MOST = -3, 3


@dataclass(frozen=True)
class JudgedPair:
    """A row of `mal_paverkan`, edits included."""

    fid: int
    fran_mal_id: str
    till_mal_id: str
    varde: int
    motivering: str
    vem: str
    grupp: str
    tid: str
    """ISO 8601 UTC; '' when nobody knows."""

    def influence(self) -> GoalInfluence:
        """The same without who and when."""
        return GoalInfluence(self.fran_mal_id, self.till_mal_id, self.varde, self.motivering)


def judged_pairs(edit_session: EditSession) -> dict[tuple[str, str], JudgedPair]:
    """Every pair that somebody has judged, edits included; none when the table is not open."""
    layer = edit_session.layers.get(GOAL_INFLUENCES.name)
    found = [_pair(feature) for feature in layer.getFeatures()] if layer is not None else []
    return {(one.fran_mal_id, one.till_mal_id): one for one in found}


def judge_pair(edit_session: EditSession, fran: str, till: str, varde: int | None, motivering: str, title: str) -> None:
    """Judge how progress with one goal bears on another, -3 to 3, as one step; None: it is not judged any longer.

    `title`: the pair in words. The person and the group of the edit session, and now, are written with it. Raises
    StoreError for a goal and itself, for a number outside, and when the table is not open.
    """
    if fran == till:
        raise StoreError(tr("Ett mål bedöms inte mot sig självt."))
    if varde is not None and not LEAST <= varde <= MOST:
        raise StoreError(tr("Påverkan anges från −3 till +3."))
    there = judged_pairs(edit_session).get((fran, till))
    wanted = None if varde is None else (varde, motivering.strip())
    if wanted == (None if there is None else (there.varde, there.motivering)):
        return
    with edit_session.command(tr("Bedöm {par}").format(par=title)):
        if wanted is None:
            delete_rows(edit_session, GOAL_INFLUENCES.name, [there.fid] if there is not None else [])
            return
        values = {
            "varde": wanted[0],
            "motivering": wanted[1],
            "vem": edit_session.author,
            "grupp": edit_session.group,
            "tid": QDateTime.currentDateTimeUtc(),
        }
        if there is None:
            pair = {"fran_mal_id": fran, "till_mal_id": till}
            add_row(edit_session, GOAL_INFLUENCES.name, {**pair, **values}, QgsGeometry())
        else:
            write_cells(edit_session, GOAL_INFLUENCES.name, there.fid, values)


def _pair(feature: QgsFeature) -> JudgedPair:
    value = plain(feature["varde"])
    number = int(value) if isinstance(value, (int, float)) else 0
    return JudgedPair(
        int(feature.id()),
        text(feature, "fran_mal_id"),
        text(feature, "till_mal_id"),
        max(LEAST, min(MOST, number)),
        text(feature, "motivering"),
        text(feature, "vem"),
        text(feature, "grupp"),
        moment_of(feature, "tid"),
    )
