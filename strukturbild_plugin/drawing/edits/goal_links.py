"""Links between an object and goals, as edit commands."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsGeometry

from ...i18n import tr
from ..session.edit_buffer import add_row, audit, delete_rows, kept_value, plain, rows_about, text
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
    found = []
    for fid in rows_about(edit_session, GOAL_LINKS, objekt_id) if layer is not None else ():
        feature = layer.getFeature(fid)  # type: ignore[union-attr]
        found.append(
            GoalLinkRow(fid, text(feature, "mal_id"), int(plain(feature["bidrag"]) or 0), text(feature, "motivering"))
        )
    return tuple(found)


def add_goal_link(edit_session: EditSession, objekt_id: str, mal_id: str, bidrag: int = 1) -> None:
    """Link an object to a goal. `bidrag`: contribution, -2 to 2."""
    made = {name: value for name, value in audit(edit_session.author, "").items() if name not in ("grupp", "version")}
    row = {"objekt_id": objekt_id, "mal_id": mal_id, "bidrag": bidrag, **made}
    with edit_session.command(
        tr("Koppla {thing} till ett mål").format(thing=display_name(edit_session, edit_session.known(objekt_id)))
    ):
        add_row(edit_session, GOAL_LINKS, row, QgsGeometry())


def change(edit_session: EditSession, one: GoalLinkRow, bidrag: int, motivering: str) -> None:
    """Set contribution and reason of a link."""
    if (bidrag, motivering) == (one.bidrag, one.motivering):
        return
    with edit_session.command(tr("Ändra målkoppling")):
        layer = edit_session.editing(GOAL_LINKS)
        for column, value in (("bidrag", bidrag), ("motivering", motivering)):
            layer.changeAttributeValue(one.fid, layer.fields().indexOf(column), kept_value(value))


def remove_goal_link(edit_session: EditSession, one: GoalLinkRow) -> None:
    """Delete the link."""
    with edit_session.command(tr("Ta bort målkoppling")):
        delete_rows(edit_session, GOAL_LINKS, [one.fid])
