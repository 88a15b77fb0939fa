"""How far apart two shapes may lie and still be the same thing: by scale, class and name. Ours.

They stand here alone; docs/enighet-mellan-grupper.md says them to users.
"""

from __future__ import annotations

from .name_likeness import NameMatch

TOLERANCES_M = {"storregional": 10_000.0, "regional": 5_000.0, "nargeografi": 1_500.0}
"""By the scale of the picture (list `skala`), metres: what the hand of a group does not tell apart at that scale."""
DEFAULT_TOLERANCE_M = TOLERANCES_M["regional"]
CLASS_FACTORS = {
    "samband": 1.5,
    "tvarforbindelse": 1.5,
    "gron_samband": 1.5,
    "omland": 1.5,
    "landsbygd": 1.5,
    "delregion": 1.5,
    "gransbygd": 1.5,
    "bytespunkt": 0.5,
    "bebyggelselage": 0.5,
}
"""What the tolerance is multiplied by for a class (code): a link is a bow from place to place and a countryside has no
sharp limit; an interchange and a settlement are where they are. 1 for every other class."""
NAME_FACTORS = {NameMatch.SAME: 1.5, NameMatch.UNKNOWN: 1.0, NameMatch.DIFFERENT: 0.25}
"""What the tolerance is multiplied by for what the names of two objects say: two villages of different names lie near
each other, and one of the same name may be set down a bit off."""
LEAST_LIKENESS, MUCH_ALIKE = 0.5, 0.8
"""Two shapes less alike than the first are two things; from the second on they are the same, between them variants."""


def tolerance_m(klass: str, scale: str) -> float:
    """The tolerance, in metres, of a class (code) in a picture of a scale (code); unknown codes get the usual one."""
    return TOLERANCES_M.get(scale, DEFAULT_TOLERANCE_M) * CLASS_FACTORS.get(klass, 1.0)
