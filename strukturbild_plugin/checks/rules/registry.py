"""The rules, in one place. An id is never used again for something else.

H the whole · T texts · K the catalogue · G geometry · N nodes, stråk and samband · R references · M goals

A rule looks at the WHOLE, at EACH object (and what it asks the ground about), or at each LINK to a goal. What a look
asks is noted, so while somebody draws only the looks that a change can alter are taken again: nothing more needs to be
said of a rule here. One that goes through every object itself is simply taken again after each change.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Iterator

from ..engine.finding import ERROR, SEVERITIES, TIP, WARNING, Finding, Fix, Remark
from . import (
    catalogue_rules as known,
)
from . import character_rules as signs
from . import (
    geometry_rules as shapes,
)
from . import (
    goal_rules as goal_ties,
)
from . import (
    reference_rules as references,
)
from . import (
    text_rules as texts,
)
from . import (
    topology_rules as meetings,
)
from . import (
    value_rules as values,
)

__all__ = ["EACH", "ERROR", "LINK", "RULES", "SEVERITIES", "STOPPING", "TIP", "WARNING", "WHOLE"]
__all__ += ["Finding", "Fix", "Rule"]

WHOLE, EACH, LINK = "helheten", "objekt", "koppling"


@dataclass(frozen=True)
class Rule:
    """A rule: its id, the function that looks, and at what: look(ground), or look(ground, thing or link)."""

    kod: str
    check: Callable[..., Iterator[Remark]]
    scope: str = WHOLE


RULES: tuple[Rule, ...] = (
    Rule("H01", texts.nothing_drawn),
    Rule("H02", signs.sign_elsewhere),
    Rule("T01", texts.name_missing, EACH),
    Rule("T02", texts.level_missing, EACH),
    Rule("T03", texts.text_missing, EACH),
    Rule("T04", texts.name_spaced, EACH),
    Rule("T05", signs.sign_unseen, EACH),
    Rule("T06", signs.sign_lacking, EACH),
    Rule("K01", known.class_unknown, EACH),
    Rule("K02", known.class_in_wrong_layer, EACH),
    Rule("K03", known.level_unknown, EACH),
    Rule("K04", known.status_unknown, EACH),
    Rule("K05", known.subtype_unknown, EACH),
    Rule("K06", known.value_unknown, EACH),
    Rule("K07", values.value_not_meant, EACH),
    Rule("K08", values.list_without_answers, EACH),
    Rule("G01", shapes.geometry_empty, EACH),
    Rule("G02", shapes.geometry_invalid, EACH),
    Rule("G03", shapes.outside_area, EACH),
    Rule("N01", meetings.corridor_end_loose, EACH),
    Rule("N02", meetings.link_end_loose, EACH),
    Rule("N03", meetings.same_name, EACH),
    Rule("N04", meetings.same_place, EACH),
    Rule("R01", references.picture_missing, EACH),
    Rule("R02", references.identity_twice, EACH),
    Rule("R03", references.link_reference, EACH),
    Rule("R04", references.chain_reference, EACH),
    Rule("R05", references.origin_missing, EACH),
    Rule("R06", references.goal_reference, LINK),
    Rule("R07", references.goal_twice, EACH),
    Rule("M01", goal_ties.goal_without_object),
    Rule("M02", goal_ties.object_without_goal, EACH),
    Rule("M03", goal_ties.no_goals),
)

STOPPING = frozenset({"H01", "R02"})
"""Rules whose findings stop an edition: nothing would be on the map, or links could end up on the wrong object."""
