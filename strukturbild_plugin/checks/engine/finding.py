"""What a check gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...store.gpkg.proposed_edits import Edit

ERROR, WARNING, TIP = "fel", "varning", "tips"
SEVERITIES = (ERROR, WARNING, TIP)
"""'fel': the map or the delivery becomes wrong. 'varning': a reader will miss or misread it. 'tips': worth a look."""


GOALS = "mal"
"""Stands for an object's links to goals among its columns."""
REVIEW = "fragor"
"""The review of what a merge left to choose between."""


@dataclass(frozen=True)
class Fix:
    """A change that removes the cause of a finding at one click. It never makes up what only people can know."""

    mening: str
    """Exactly what it does: 'Dra änden till Karlstad'."""
    edits: tuple[Edit, ...]
    safe: bool = True
    """Whether there is nothing to choose and nothing to lose, so that it may be done together with all such."""
    question: str = ""
    """What to ask first, when something goes away."""
    opens: str = ""
    """What is opened instead of anything being edited: REVIEW; '' for nothing."""


@dataclass(frozen=True)
class Finding:
    """A finding. `objekt_id` and `lager` are '' when it concerns the whole strukturbild."""

    regel: str
    """Stable id of the rule, e.g. 'T01'; see rules.py."""
    allvar: str
    objekt_id: str
    lager: str
    mening: str
    """What is wrong, with the object's name."""
    forslag: str
    """What can be done about it."""
    atgarder: tuple[Fix, ...] = ()
    """What can be done at one click; several to choose among, none when it takes thought."""

    def as_row(self) -> dict[str, Any]:
        """The finding as plain values, as Processing writes them; of the fixes what they would do."""
        row = {name: value for name, value in vars(self).items() if name != "atgarder"}
        return {**row, "atgarder": [fix.mening for fix in self.atgarder]}

    def safe_fix(self) -> Fix | None:
        """The only fix, when it is one that may be done without asking; else None."""
        only = self.atgarder[0] if len(self.atgarder) == 1 else None
        return only if only is not None and only.safe and not only.question and not only.opens else None


@dataclass(frozen=True)
class Remark:
    """What a rule finds; the run makes it a Finding with the rule's id."""

    allvar: str
    mening: str
    forslag: str
    objekt_id: str = ""
    lager: str = ""
    atgarder: tuple[Fix, ...] = ()
