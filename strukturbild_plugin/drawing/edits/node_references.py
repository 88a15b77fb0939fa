"""References to a node: corridors name their nodes in order (`noder`), links and areas name one (`fran_id` ...)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Iterable, Mapping, Sequence

from ...i18n import joined, tr
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


def loosened_by(edit_session: EditSession, ids: Sequence[str]) -> NodeReferences:
    """What hangs on these and stays when they go."""
    gone, each = set(ids), [node_references(edit_session, objekt_id) for objekt_id in ids]

    def rest(others: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
        found = (other for some in others for other in some)
        return tuple(other for other in dict.fromkeys(found) if other not in gone)

    return NodeReferences(
        rest(one.corridors for one in each),
        rest(one.links for one in each),
        rest(one.areas for one in each),
        sum(one.goals for one in each),
        sum(one.comments for one in each),
    )


def counted(corridors: int, links: int, areas: int) -> str:
    """So many of each, in words: '3 stråk och 1 samband'."""
    numbers = (
        (corridors, tr("1 stråk") if corridors == 1 else tr("{number} stråk")),
        (links, tr("1 samband") if links == 1 else tr("{number} samband")),
        (areas, tr("1 område") if areas == 1 else tr("{number} områden")),
    )
    return joined(text.format(number=number) for number, text in numbers if number)


def said_of_lost(edit_session: EditSession, nodes: Mapping[str, str]) -> str:
    """What hangs loose when these nodes (objekt_id: name) are gone, in sentences; '' when nothing does.

    To be asked while what hung on them still says so.
    """
    loose = loosened_by(edit_session, tuple(nodes))
    if not (loose.corridors or loose.links or loose.areas):
        return ""
    chains = [edit_session.known(each).noder for each in loose.corridors]
    open_ended = sum(not nodes.keys().isdisjoint((chain[0], chain[-1])) for chain in chains)
    name = next(iter(nodes.values()))
    gone = tr("Noden {name} togs bort.").format(name=name) if name else tr("En nod togs bort.")
    sentences = [gone if len(nodes) == 1 else tr("{number} noder togs bort.").format(number=len(nodes))]
    ends = counted(open_ended, len(loose.links), 0)
    rest = counted(len(chains) - open_ended, 0, len(loose.areas))
    if ends:
        sentences.append(tr("{things} slutar nu fritt.").format(things=ends))
    if rest:
        sentences.append(tr("{things} ligger kvar utan nod där.").format(things=rest))
    return " ".join(sentences)


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
