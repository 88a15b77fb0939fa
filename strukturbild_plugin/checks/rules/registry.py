"""The rules, in one place. An id is never used again for something else.

H the whole · T texts · K the catalogue · G geometry · N nodes, corridors and links · R references · M goals

A rule checks the WHOLE, EACH object (and what it asks the context about), or each GOAL_LINK. What a run reads is noted,
so while somebody draws only the runs that a change can alter are repeated: nothing more needs to be said of a rule
here. One that goes through every object itself is simply run again after each change.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Iterator

from ...catalogue.model import ROLE_LIST, STATUS_LIST
from ..engine.finding import ERROR, GOALS, SEVERITIES, TIP, WARNING, Finding, Fix, Remark
from . import (
    catalogue_rules,
    character_rules,
    fitting_rules,
    geometry_rules,
    goal_rules,
    reference_rules,
    sheet_rules,
    stored_value_rules,
    text_rules,
    topology_rules,
    value_rules,
)
from .text_rules import TEXT_ATTRIBUTES

__all__ = ["EACH", "ERROR", "GOALS", "GOAL_LINK", "RULES", "SEVERITIES", "STOPPING", "TIP", "WARNING", "WHOLE"]
__all__ += ["Finding", "Fix", "Rule"]

WHOLE, EACH, GOAL_LINK = "helheten", "objekt", "koppling"


@dataclass(frozen=True)
class Rule:
    """A rule: its id, its scope, and the function that checks; `check(context)`, then the object or goal link."""

    id: str
    check: Callable[..., Iterator[Remark]]
    scope: str = WHOLE
    field: str = ""
    """The column of the object that what it finds is put right in, or GOALS; '' for several or none."""


RULES: tuple[Rule, ...] = (
    Rule("H01", text_rules.nothing_drawn),
    Rule("H02", character_rules.sign_elsewhere),
    Rule("H03", text_rules.conflicts_waiting),
    Rule("H04", sheet_rules.text_without_room),
    Rule("T01", text_rules.name_missing, EACH, "namn"),
    Rule("T02", text_rules.level_missing, EACH, "niva"),
    Rule("T03", text_rules.text_missing, EACH, TEXT_ATTRIBUTES[0]),
    Rule("T04", text_rules.name_spaced, EACH, "namn"),
    Rule("T05", character_rules.sign_unseen, EACH),
    Rule("T06", character_rules.sign_lacking, EACH),
    Rule("T07", text_rules.text_long, EACH),
    Rule("K01", catalogue_rules.class_unknown, EACH, "klass"),
    Rule("K02", catalogue_rules.class_in_wrong_layer, EACH),
    Rule("K03", catalogue_rules.level_unknown, EACH, "niva"),
    Rule("K04", catalogue_rules.status_unknown, EACH, STATUS_LIST),
    Rule("K05", catalogue_rules.subtype_unknown, EACH, "undertyp"),
    Rule("K06", catalogue_rules.value_unknown, EACH),
    Rule("K07", value_rules.value_not_meant, EACH),
    Rule("K08", value_rules.list_without_answers, EACH),
    Rule("K09", stored_value_rules.value_not_stored_right),
    Rule("K10", stored_value_rules.code_not_in_list),
    Rule("K11", stored_value_rules.attachment_not_usable),
    Rule("K12", fitting_rules.level_of_other_subtype, EACH, "niva"),
    Rule("K13", fitting_rules.role_of_other_class, EACH, ROLE_LIST),
    Rule("G01", geometry_rules.geometry_empty, EACH),
    Rule("G02", geometry_rules.geometry_invalid, EACH),
    Rule("G03", geometry_rules.outside_area, EACH),
    Rule("N01", topology_rules.corridor_end_loose, EACH),
    Rule("N02", topology_rules.link_end_loose, EACH),
    Rule("N03", topology_rules.same_name, EACH, "namn"),
    Rule("N04", topology_rules.same_place, EACH),
    Rule("R01", reference_rules.picture_missing, EACH),
    Rule("R02", reference_rules.identity_twice, EACH),
    Rule("R03", reference_rules.link_reference, EACH),
    Rule("R04", reference_rules.chain_reference, EACH),
    Rule("R05", reference_rules.origin_missing, EACH),
    Rule("R06", reference_rules.goal_reference, GOAL_LINK, GOALS),
    Rule("R07", reference_rules.goal_twice, EACH, GOALS),
    Rule("M01", goal_rules.goal_without_object),
    Rule("M02", goal_rules.object_without_goal, EACH, GOALS),
    Rule("M03", goal_rules.goals_missing),
    Rule("M04", stored_value_rules.goal_not_in_set),
    Rule("M05", goal_rules.goal_of_replaced_set, EACH, GOALS),
    Rule("M06", sheet_rules.goal_without_room),
)


def field_of(rule: str) -> str:
    """Where what this rule finds in an object is put right: a column, GOALS, or ''."""
    return next((one.field for one in RULES if one.id == rule), "")


STOPPING = frozenset({"H01", "R02"})
"""Rules whose findings stop an edition: nothing would be on the map, or links could end up on the wrong object."""
