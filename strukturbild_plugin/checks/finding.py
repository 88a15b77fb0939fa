"""What a check gives back."""

from __future__ import annotations

from dataclasses import dataclass

ERROR, WARNING, TIP = "fel", "varning", "tips"
SEVERITIES = (ERROR, WARNING, TIP)
"""'fel': the map or the delivery becomes wrong. 'varning': a reader will miss or misread it. 'tips': worth a look."""


@dataclass(frozen=True)
class Finding:
    """One thing to look at. `objekt_id` and `lager` are '' when it concerns the whole strukturbild."""

    regel: str
    """Stable id of the rule, e.g. 'T01'; see rules.py."""
    allvar: str
    objekt_id: str
    lager: str
    mening: str
    """What is wrong, with the object's name."""
    forslag: str
    """What can be done about it."""


@dataclass(frozen=True)
class Remark:
    """What a rule says; the run adds the rule's id."""

    allvar: str
    mening: str
    forslag: str
    objekt_id: str = ""
    lager: str = ""
