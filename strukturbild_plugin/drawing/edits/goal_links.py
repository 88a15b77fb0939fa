"""Links between an object and goals, as edit commands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qgis.core import QgsExpression, QgsFeature, QgsFeatureRequest, QgsGeometry
from qgis.PyQt.QtCore import QDateTime

from ...errors import StoreError
from ...goals.model import MAX_CONTRIBUTION, MIN_CONTRIBUTION
from ...i18n import tr
from ..session.edit_buffer import add_row, audit, delete_rows, plain, rows_about, text, write_cells
from ..session.edit_session import GOAL_LINKS, EditSession
from .objects import display_name


@dataclass(frozen=True)
class GoalLinkRow:
    """One row of `objekt_mal`."""

    fid: int
    mal_id: str
    bidrag: int
    motivering: str


def goal_links_of(edit_session: EditSession, objekt_id: str) -> tuple[GoalLinkRow, ...]:
    """The links of an object to goals, edits included."""
    layer = edit_session.layers.get(GOAL_LINKS)
    fids = rows_about(edit_session, GOAL_LINKS, objekt_id) if layer is not None else ()
    return tuple(_row(layer.getFeature(fid)) for fid in fids)  # type: ignore[union-attr]


def objects_linked_to(edit_session: EditSession, mal_id: str) -> dict[str, GoalLinkRow]:
    """The links to a goal by objekt_id, edits included."""
    layer = edit_session.layers.get(GOAL_LINKS)
    if layer is None or not mal_id:
        return {}
    wanted = QgsExpression.createFieldEqualityExpression("mal_id", mal_id)
    request = QgsFeatureRequest().setFilterExpression(wanted).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return {text(feature, "objekt_id"): _row(feature) for feature in layer.getFeatures(request)}


def linked_objects(edit_session: EditSession) -> set[str]:
    """Every object that is linked to some goal, edits included."""
    layer = edit_session.layers.get(GOAL_LINKS)
    return {text(feature, "objekt_id") for feature in layer.getFeatures()} if layer is not None else set()


def link_objects(
    edit_session: EditSession,
    mal_id: str,
    ids: Sequence[str],
    bidrag: int,
    motivering: str,
    goal_title: str = "",
    empties: bool = False,
) -> None:
    """Link several objects to a goal with one contribution (-2 to 2) and one reason, as one step.

    Those that are linked already get the contribution, and the reason if one is given; `empties`: an empty one too.
    Raises StoreError when an object is gone or may not be linked, or the contribution is outside; nothing of it is left
    then.
    """
    ids = tuple(dict.fromkeys(ids))
    name = display_name(edit_session, edit_session.known(ids[0])) if len(ids) == 1 else ""
    step = tr("Koppla {thing} till ett mål") if name else tr("Koppla {number} objekt till {goal}")
    with edit_session.command(step.format(thing=name, number=len(ids), goal=goal_title or tr("ett mål"))):
        there = objects_linked_to(edit_session, mal_id)
        for objekt_id in ids:
            edit_session.known(objekt_id)
            _write(edit_session, objekt_id, mal_id, there.get(objekt_id), bidrag, motivering, empties)


def link_goals(
    edit_session: EditSession,
    objekt_id: str,
    goals: Iterable[str],
    bidrag: int,
    motivering: str,
    empties: bool = False,
) -> None:
    """Link an object to several goals, as `link_objects` does."""
    thing = display_name(edit_session, edit_session.known(objekt_id))
    goals = tuple(dict.fromkeys(goals))
    with edit_session.command(tr("Koppla {thing} till mål").format(thing=thing)):
        there = {one.mal_id: one for one in goal_links_of(edit_session, objekt_id)}
        for mal_id in goals:
            _write(edit_session, objekt_id, mal_id, there.get(mal_id), bidrag, motivering, empties)


def unlink_objects(edit_session: EditSession, mal_id: str, ids: Iterable[str]) -> int:
    """Let several objects go of a goal, as one step; gives how many were linked."""
    there = objects_linked_to(edit_session, mal_id)
    fids = [there[objekt_id].fid for objekt_id in ids if objekt_id in there]
    if fids:
        with edit_session.command(
            tr("Ta bort {number} målkopplingar").format(number=len(fids))
            if len(fids) > 1
            else tr("Ta bort målkoppling")
        ):
            delete_rows(edit_session, GOAL_LINKS, fids)
    return len(fids)


def add_goal_link(edit_session: EditSession, objekt_id: str, mal_id: str, bidrag: int = 1) -> None:
    """Link an object to a goal. `bidrag`: contribution, -2 to 2. One that is linked already gets the contribution."""
    with edit_session.command(
        tr("Koppla {thing} till ett mål").format(thing=display_name(edit_session, edit_session.known(objekt_id)))
    ):
        there = {one.mal_id: one for one in goal_links_of(edit_session, objekt_id)}
        _write(edit_session, objekt_id, mal_id, there.get(mal_id), bidrag, "")


def change(edit_session: EditSession, one: GoalLinkRow, bidrag: int, motivering: str) -> None:
    """Set contribution and reason of a link."""
    if (bidrag, motivering) == (one.bidrag, one.motivering):
        return
    _check_contribution(bidrag)
    with edit_session.command(tr("Ändra målkoppling")):
        _rewrite(edit_session, one.fid, bidrag, motivering)


def remove_goal_link(edit_session: EditSession, one: GoalLinkRow) -> None:
    """Delete the link."""
    with edit_session.command(tr("Ta bort målkoppling")):
        delete_rows(edit_session, GOAL_LINKS, [one.fid])


def _check_contribution(bidrag: int) -> None:
    if not MIN_CONTRIBUTION <= bidrag <= MAX_CONTRIBUTION:
        raise StoreError(tr("Bidraget anges från −2 till +2."))


def _write(
    edit_session: EditSession,
    objekt_id: str,
    mal_id: str,
    there: GoalLinkRow | None,
    bidrag: int,
    motivering: str,
    empties: bool = False,
) -> None:
    """Inside a command. A reason that is not given takes away one that stands there only when it `empties`."""
    _check_contribution(bidrag)
    if there is None:
        made = {
            name: value for name, value in audit(edit_session.author, "").items() if name not in ("grupp", "version")
        }
        row = {"objekt_id": objekt_id, "mal_id": mal_id, "bidrag": bidrag, "motivering": motivering, **made}
        add_row(edit_session, GOAL_LINKS, row, QgsGeometry())
        return
    wanted = (bidrag, motivering if motivering or empties else there.motivering)
    if wanted != (there.bidrag, there.motivering):
        _rewrite(edit_session, there.fid, *wanted)


def _rewrite(edit_session: EditSession, fid: int, bidrag: int, motivering: str) -> None:
    """With who and when."""
    values = {"bidrag": bidrag, "motivering": motivering, "andrad": QDateTime.currentDateTimeUtc()}
    if edit_session.author:
        values["andrad_av"] = edit_session.author
    write_cells(edit_session, GOAL_LINKS, fid, values)


def _row(feature: QgsFeature) -> GoalLinkRow:
    return GoalLinkRow(
        feature.id(), text(feature, "mal_id"), int(plain(feature["bidrag"]) or 0), text(feature, "motivering")
    )
