"""Making things joint in the open layers: one undo step, in which no group's object is lost or redrawn.

The joint object is a new one that no group owns, made like the chosen one, with the goals of all. The groups' own go
to a picture beside, 'gruppernas varianter', and `enighet` says which they are. Main thread only.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from qgis.core import QgsFeatureRequest, QgsGeometry
from qgis.PyQt.QtCore import QDateTime

from ...drawing.edits.network import follow
from ...drawing.edits.node_references import renamed_references
from ...drawing.edits.objects import copy_row, copy_to_picture, counterpart
from ...drawing.session.edit_buffer import add_row, carry_links, new_identity, plain, rows_about, write_values
from ...drawing.session.edit_session import EditSession
from ...drawing.session.object_index import NODES, IndexedObject
from ...errors import StoreError
from ...i18n import tr
from ...store.gpkg.records import Picture, Snapshot
from ...store.schema.process_tables import AGREEMENTS, LOG
from ...store.schema.tables import PICTURE
from ...workshop.synthesis.agreement import Member
from ...workshop.synthesis.synthesis import (
    SYNTHESIS_TABLES,
    JointRow,
    Synthesis,
    Thing,
    joint_rows,
)
from ...workshop.synthesis.synthesis_texts import log_text, thing_name
from ...workshop.synthesis.variants import variant_name, variants_picture_id

MADE_JOINT = "gemensam"
"""What `logg.vad` says of what is made joint."""


class JointEdits:
    """Reads and writes the tables of the synthesis in an edit session that has taken them along."""

    def __init__(self, edit_session: EditSession) -> None:
        self.session = edit_session

    @property
    def able(self) -> bool:
        """Whether the strukturbild was opened with the tables that making something joint writes in."""
        return {*SYNTHESIS_TABLES} <= self.session.layers.keys()

    def rows(self, synthesis: Synthesis) -> tuple[JointRow, ...]:
        """The rows of `enighet`, edits included."""
        layer = self.session.layer(AGREEMENTS.name)
        names = layer.fields().names()
        found = ({name: plain(one[name]) for name in names} for one in layer.getFeatures())
        return joint_rows(found, synthesis.groups)

    def pictures(self) -> set[str]:
        """bild_id of every picture, edits included."""
        return {str(one["bild_id"]) for one in self.session.layer(PICTURE.name).getFeatures()}

    def make_joint(
        self,
        snapshot: Snapshot,
        synthesis: Synthesis,
        things: Sequence[Thing],
        reason: str,
        language: str,
        chosen: str = "",
    ) -> tuple[str, ...]:
        """Make `things` joint as one undo step; gives the joint objects. `chosen`: objekt_id of the one to be like.

        Without `chosen` each becomes as the one that is most like all. Raises StoreError, and then nothing is done.
        """
        text = tr("Gör {antal} objekt gemensamma").format(antal=len(things))
        if len(things) == 1:
            text = tr("Gör gemensamt: {namn}").format(namn=thing_name(snapshot, things[0], language))
        made = []
        ordered = sorted(things, key=lambda one: (self.session.known(one.shown).lager != NODES, one.shown))
        with self.session.command(text):
            for thing in ordered:  # nodes first: lines then end at the joint ones
                joint = self._make(snapshot, synthesis, thing, chosen)
                shape = next(
                    (one.grupp for one in thing.agreement.members if one.objekt_id == (chosen or thing.shown)), ""
                )
                self._log(log_text(snapshot, thing, shape, len(synthesis.groups), language), reason, joint)
                made.append(joint)
        return tuple(made)

    def _make(self, snapshot: Snapshot, synthesis: Synthesis, thing: Thing, chosen: str) -> str:
        picture = next((one for one in snapshot.pictures if one.bild_id == thing.agreement.bild_id), None)
        if picture is None or thing.joint:
            raise StoreError(tr("Valet har ändrats. Välj i listan igen."))
        beside = self._picture_beside(snapshot, picture)
        like, joint = self.session.known(chosen or thing.shown), thing.joins
        if not joint:
            name = (like.namn if chosen else "") or thing.namn
            joint = copy_row(self.session, like, {"grupp": None, "namn": name or None})
            self._reach_joint_nodes(joint, self._group_of(like), beside)
        # What the chosen one says of a goal counts, where the others say something else.
        for member in sorted(thing.agreement.members, key=lambda one: one.objekt_id != like.objekt_id):
            self._set_aside(synthesis, member, joint, beside)
        return joint

    def _set_aside(self, synthesis: Synthesis, member: Member, joint: str, beside: str) -> None:
        """The goals of a group's object are the joint one's too, lines to a node go to the joint one; it moves."""
        known = self.session.known(member.objekt_id)
        carry_links(self.session, member.objekt_id, joint)
        if known.lager == NODES:
            self._tie_to_joint(known, joint)
        ties = self._ties_beside(known, beside, member.grupp)
        # Several of a name in one picture are an error.
        name = variant_name(known.namn, member.grupp) if known.namn else None
        write_values(self.session, known, {"bild_id": beside, "namn": name, **ties})
        group = next((one for one in synthesis.groups if one.namn == member.grupp), None)
        row = {
            "objekt_id": joint,
            "grupp_id": group.grupp_id if group is not None else member.grupp,
            "grupp_objekt_id": member.objekt_id,
            "workshop_id": (group.workshop_id if group is not None else "") or None,
            "slag": member.kind,
            "likhet": round(member.likeness, 3),
        }
        add_row(self.session, AGREEMENTS.name, row, QgsGeometry())

    def _tie_to_joint(self, node: IndexedObject, joint: str) -> None:
        """What hangs on a group's node in its picture hangs on the joint one. A group's own line keeps its shape."""
        places = self.session.known(joint).places
        for line in self.session.objects.tied_to(node.objekt_id):
            if line.bild_id != node.bild_id:
                continue
            if not self._group_of(line):
                follow(self.session, line, node.objekt_id, node.places, _nearest(node.places, places))
            renamed = renamed_references(line, lambda one: joint if one == node.objekt_id else one)
            write_values(self.session, line, renamed)

    def _reach_joint_nodes(self, joint: str, grupp: str, beside: str) -> None:
        """A joint line, made like a group's, goes to the joint nodes from where the group's own are."""
        for node_id in sorted(self.session.known(joint).ties()):
            own, node = self._own_node(node_id, grupp, beside), self.session.objects.get(node_id)
            if own and node is not None:
                places = self.session.known(own).places
                follow(self.session, self.session.known(joint), node_id, places, _nearest(places, node.places))

    def _ties_beside(self, known: IndexedObject, beside: str, grupp: str) -> Mapping[str, object]:
        """What an object says of nodes, in the picture beside: the group's own, where that is there, else a copy."""
        there: dict[str, str] = {}
        for node_id in sorted(known.ties()):
            node = self.session.objects.get(node_id)
            if node is None or node.bild_id == beside:
                continue
            there[node_id] = self._own_node(node_id, grupp, beside) or counterpart(self.session, node_id, beside)
            if not there[node_id]:
                there[node_id] = copy_to_picture(self.session, node_id, beside, with_goals=False)
        return renamed_references(known, lambda one: there.get(one, one))

    def _group_of(self, known: IndexedObject) -> str:
        return str(plain(self.session.feature(known.objekt_id)["grupp"]) or "")

    def _own_node(self, joint: str, grupp: str, beside: str) -> str:
        """The group's own node behind a joint one."""
        layer = self.session.layer(AGREEMENTS.name)
        for fid in rows_about(self.session, AGREEMENTS.name, joint):
            own = self.session.objects.get(str(plain(layer.getFeature(fid)["grupp_objekt_id"])))
            if own is not None and own.bild_id == beside and self._group_of(own) == grupp:
                return own.objekt_id
        return ""

    def _picture_beside(self, snapshot: Snapshot, picture: Picture) -> str:
        """The picture where the groups' own are kept; made when it is not there."""
        wanted = variants_picture_id(picture.bild_id)
        request = QgsFeatureRequest().setFilterExpression(f"\"bild_id\" = '{wanted}'")
        layer = self.session.layer(PICTURE.name)
        if next(layer.getFeatures(request), None) is None:
            row = {
                "bild_id": wanted,
                "namn": tr("{bild}: gruppernas varianter").format(bild=picture.namn),
                "bildtyp": picture.bildtyp,
                "skala": picture.skala,
                "horisont": picture.horisont,
                "scenario": tr("gruppernas varianter"),
                "status": "utkast",
                "ordning": max((int(plain(one["ordning"]) or 0) for one in layer.getFeatures()), default=0) + 1,
            }
            add_row(self.session, PICTURE.name, row, QgsGeometry())
        return wanted

    def _log(self, text: str, reason: str, objekt_id: str) -> None:
        row = {
            "logg_id": new_identity(),
            "tid": QDateTime.currentDateTimeUtc(),
            "vem": self.session.author or None,
            "vad": MADE_JOINT,
            "objekt_id": objekt_id,
            "detalj": f"{text} {reason.strip()}".strip(),
        }
        add_row(self.session, LOG.name, row, QgsGeometry())


def _nearest(old: Sequence[tuple[float, float]], new: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Where each of a node's points goes when another node takes its place."""
    return [min(new, key=lambda place: math.dist(place, spot)) if new else spot for spot in old]
