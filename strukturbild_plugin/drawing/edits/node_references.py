"""References to a node: corridors name their nodes in order (`noder`), links and areas name one (`fran_id` ...)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Mapping, Sequence

from ...store.gpkg.records import Value
from ...store.gpkg.row_mapping import codes_to_text
from ..session.edit_buffer import rows_about, write_values
from ..session.edit_session import COMMENTS, GOAL_LINKS, EditSession
from ..session.object_index import CHAIN, IndexedObject


@dataclass(frozen=True)
class NodeReferences:
    """What refers to an object, by objekt_id; goal links and comments are counted."""

    corridors: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    """Areas that belong to the node."""
    goals: int = 0
    comments: int = 0

    def __bool__(self) -> bool:
        return bool(self.corridors or self.links or self.areas or self.goals or self.comments)


def node_references(edit_session: EditSession, objekt_id: str) -> NodeReferences:
    """What refers to the object, and would lose its node if it were deleted."""
    referring = edit_session.objects.tied_to(objekt_id)
    return NodeReferences(
        corridors=tuple(known.objekt_id for known in referring if objekt_id in known.noder),
        links=tuple(known.objekt_id for known in referring if objekt_id in ends_of(known)),
        areas=tuple(known.objekt_id for known in referring if known.singles.get("nod_id") == objekt_id),
        goals=len(rows_about(edit_session, GOAL_LINKS, objekt_id)),
        comments=len(rows_about(edit_session, COMMENTS, objekt_id)),
    )


def ends_of(known: IndexedObject) -> tuple[str, str]:
    """The nodes a samband goes from and to; '' where it names none."""
    return known.singles.get("fran_id", ""), known.singles.get("till_id", "")


def renamed_references(known: IndexedObject, change: Callable[[str], str]) -> dict[str, Value]:
    """The columns of `known` that change when each node it names becomes `change(node)`; '' removes the reference."""
    chain = chain_of([change(node_id) for node_id in known.noder])
    changes: dict[str, Value] = {} if chain == known.noder else {CHAIN: codes_to_text(chain)}
    for column, node_id in known.singles.items():
        if change(node_id) != node_id:
            changes[column] = change(node_id) or None
    return changes


def chain_of(nodes: Sequence[str]) -> tuple[str, ...]:
    """The nodes without gaps, and without the same node twice in a row."""
    kept = [node_id for node_id in nodes if node_id]
    return tuple(node_id for place, node_id in enumerate(kept) if not place or node_id != kept[place - 1])


def rename_references(
    edit_session: EditSession, node_id: str, changes_of: Callable[[IndexedObject], Mapping[str, Value]]
) -> None:
    """Inside a command: write what `changes_of` says on everything that names the node."""
    for known in edit_session.objects.tied_to(node_id):
        write_values(edit_session, known, changes_of(known))
