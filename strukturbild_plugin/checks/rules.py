"""The rules, in one place. An id is never used again for something else.

H the whole · T texts · K the catalogue · G geometry · N nodes, stråk and samband · R references · M goals
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Iterator

from . import goal_ties, known, meetings, references, shapes, texts
from .finding import ERROR, SEVERITIES, TIP, WARNING, Finding, Remark
from .ground import Ground

__all__ = ["ERROR", "RULES", "SEVERITIES", "STOPPING", "TIP", "WARNING", "Finding", "Rule"]


@dataclass(frozen=True)
class Rule:
    """A rule: its id and the function that looks."""

    kod: str
    look: Callable[[Ground], Iterator[Remark]]


RULES: tuple[Rule, ...] = (
    Rule("H01", texts.nothing_drawn),
    Rule("T01", texts.name_missing),
    Rule("T02", texts.level_missing),
    Rule("T03", texts.text_missing),
    Rule("K01", known.class_unknown),
    Rule("K02", known.class_in_wrong_layer),
    Rule("K03", known.level_unknown),
    Rule("K04", known.status_unknown),
    Rule("K05", known.subtype_unknown),
    Rule("K06", known.value_unknown),
    Rule("G01", shapes.geometry_empty),
    Rule("G02", shapes.geometry_invalid),
    Rule("G03", shapes.outside_area),
    Rule("N01", meetings.band_end_loose),
    Rule("N02", meetings.link_end_loose),
    Rule("N03", meetings.same_name),
    Rule("N04", meetings.same_place),
    Rule("R01", references.picture_missing),
    Rule("R02", references.identity_twice),
    Rule("R03", references.link_reference),
    Rule("R04", references.chain_reference),
    Rule("R05", references.origin_missing),
    Rule("R06", references.goal_reference),
    Rule("M01", goal_ties.goal_without_object),
    Rule("M02", goal_ties.object_without_goal),
    Rule("M03", goal_ties.no_goals),
)

STOPPING = frozenset({"H01", "R02"})
"""Rules whose findings stop an edition: nothing would be on the map, or links could end up on the wrong object."""
