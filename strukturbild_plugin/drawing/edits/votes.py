"""Dot votes in the edit session: each group, or person without a group, has a handful to put on the map and take back.

Each is one undo step.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from qgis.core import QgsFeature, QgsGeometry
from qgis.PyQt.QtCore import QDateTime

from ...errors import StoreError
from ...i18n import tr
from ..session.edit_buffer import add_row, delete_rows, new_identity, plain, text
from ..session.edit_session import VOTES, EditSession
from .objects import display_name
from .qgis_geometry import Where, xy

DOTS = 5
"""How many dots each has. Ours: no column of the workshop says another number."""


@dataclass(frozen=True)
class Vote:
    """One row of `rost`, edits included."""

    fid: int
    rost_id: str
    author: str
    group: str
    weight: int
    """What it counts for, 1 for a dot."""
    objekt_id: str
    bild_id: str
    workshop_id: str
    place: tuple[float, float] | None
    """EPSG:3006; None for one without a place."""

    def is_of(self, author: str, group: str) -> bool:
        """Whether it was put by this group, or by this person when no group is named."""
        return self.group == group and (bool(group) or self.author == author)


def votes_in(edit_session: EditSession) -> tuple[Vote, ...]:
    """All votes, always in the same order; none when the table is not open."""
    layer = edit_session.layers.get(VOTES)
    found = [_vote(feature) for feature in layer.getFeatures()] if layer is not None else []
    return tuple(sorted(found, key=lambda one: one.rost_id))


def dots_left(edit_session: EditSession, workshop_id: str = "") -> int:
    """How many dots whoever draws now has left in a workshop, or outside all ('')."""
    return max(0, DOTS - sum(_mine(edit_session, one, workshop_id) for one in votes_in(edit_session)))


def put_vote(
    edit_session: EditSession, place: Where, objekt_id: str = "", bild_id: str = "", workshop_id: str = ""
) -> str:
    """Put a dot at `place` (EPSG:3006), on an object when one is given; gives its rost_id.

    Raises StoreError when there is none left.
    """
    x, y = xy(place)
    if not dots_left(edit_session, workshop_id):
        raise StoreError(
            tr("Alla {antal} prickar är satta. Klicka på en av era egna för att ta tillbaka den.").format(antal=DOTS)
        )
    known = edit_session.known(objekt_id) if objekt_id else None
    step = tr("Rösta på {thing}").format(thing=display_name(edit_session, known)) if known else tr("Rösta")
    row = {
        "rost_id": new_identity(),
        "objekt_id": objekt_id,
        "vem": edit_session.author,
        "grupp": edit_session.group,
        "varde": 1,
        "tid": QDateTime.currentDateTimeUtc(),
        "bild_id": bild_id,
        "workshop_id": workshop_id,
        "x": x,
        "y": y,
    }
    with edit_session.command(step):
        add_row(edit_session, VOTES, row, QgsGeometry())
    return str(row["rost_id"])


def take_back_vote(edit_session: EditSession, rost_id: str) -> None:
    """Take one's own dot back. Raises StoreError when it is somebody else's, or gone."""
    vote = next((one for one in votes_in(edit_session) if one.rost_id == rost_id), None)
    if vote is None:
        raise StoreError(tr("Pricken finns inte längre."))
    if not vote.is_of(edit_session.author, edit_session.group):
        raise StoreError(tr("Den pricken är någon annans. Klicka bredvid för att sätta en egen."))
    with edit_session.command(tr("Ta tillbaka röst")):
        delete_rows(edit_session, VOTES, [vote.fid])


def votes_by_object(votes: Iterable[Vote]) -> Counter[str]:
    """What the votes on each object come to; those beside all objects under ''."""
    found: Counter[str] = Counter()
    for one in votes:
        found[one.objekt_id] += one.weight
    return found


def _mine(edit_session: EditSession, vote: Vote, workshop_id: str) -> bool:
    return vote.workshop_id == workshop_id and vote.is_of(edit_session.author, edit_session.group)


def _vote(feature: QgsFeature) -> Vote:
    x, y, weight = (
        plain(feature[name]) if feature.fields().indexOf(name) >= 0 else None for name in ("x", "y", "varde")
    )
    return Vote(
        int(feature.id()),
        text(feature, "rost_id"),
        text(feature, "vem"),
        text(feature, "grupp"),
        int(weight) if isinstance(weight, (int, float)) else 1,
        text(feature, "objekt_id"),
        text(feature, "bild_id"),
        text(feature, "workshop_id"),
        (float(x), float(y)) if isinstance(x, (int, float)) and isinstance(y, (int, float)) else None,
    )
