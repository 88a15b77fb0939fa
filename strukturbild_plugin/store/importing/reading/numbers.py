"""Numbers and coordinates as people write them in Sweden: decimal comma, marks for thousands, degrees and minutes."""

from __future__ import annotations

import math
import re
from typing import Any

_GROUPED = re.compile(r"[+-]?\d{1,3}(?:([.,'’])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?")
_UNIT = re.compile(r"(?i)\s*(?:m|meter|°|º|grader|deg)\.?$")
_DEGREES = re.compile(
    r"""(?ix)^\s*
    (?P<before>[NSEWÖVO])?\s*
    (?P<sign>[+-])?(?P<degrees>\d{1,3})(?P<whole>[°º˚]\s*|\s+|[-:]\s*(?=\d))
    (?:(?P<minutes>\d{1,2}(?:[.,]\d+)?)\s*(?P<mark>['′’´:]|(?<=\d)\s+(?=\d)|(?=\s*(?:[NSEWÖVO]\s*)?$))\s*)?
    (?:(?P<seconds>\d{1,2}(?:[.,]\d+)?)\s*(?:["″”“]|''|′′|´´)?\s*)?
    (?P<after>[NSEWÖVO])?\s*$"""
)
_LETTER = re.compile(r"(?i)^\s*([NSEWÖVO])\s*[:=]?\s*(?=[\d+-])|(?<=[\d\s])\s*([NSEWÖVO])\s*$")
_NEGATIVE = ("S", "W", "V")
_THOUSANDS = re.compile(r"(?<=\d)\s(?=\d{3}(?!\d))")


def number(value: Any) -> float | None:
    """A number as people write it: '6 583 244,5', '6.583.244,5' or 6583244.5; None when it is no number."""
    if isinstance(value, (int, float)):
        return float(value) if math.isfinite(value) else None
    text = "".join(str(value or "").split()).replace("\u2212", "-")
    grouped = _GROUPED.fullmatch(text)
    if grouped and (text.count(grouped[1]) > 1 or re.search(r"[.,'’]", text.replace(grouped[1], ""))):
        text = text.replace(grouped[1], "")
    if text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    try:
        found = float(text)
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def coordinate(value: Any) -> float | None:
    """A coordinate: a number in metres or degrees, with or without its unit, or degrees, minutes and seconds."""
    if isinstance(value, (int, float)):
        return number(value)
    text = " ".join(str(value or "").replace("\u2212", "-").split())
    if not text or len(text) > 60 or not any(sign.isdigit() for sign in text):
        return None
    found = _degrees(text)
    if found is not None:
        return found
    bare = _UNIT.sub("", text)
    letter = _LETTER.search(bare)
    if letter:
        bare = _LETTER.sub("", bare)
    bare = _THOUSANDS.sub("", bare)
    if " " in bare.strip():
        return None
    found = number(_UNIT.sub("", bare))
    if found is not None and letter and (letter[1] or letter[2]).upper() in _NEGATIVE:
        return -abs(found)
    return found


def _degrees(text: str) -> float | None:
    """57°42'30\"N or 57 42,5 N as degrees with decimals; None when it is not written so."""
    found = _DEGREES.match(text)
    if not found or found["minutes"] is None:
        return None
    parts = [float((found[name] or "0").replace(",", ".")) for name in ("degrees", "minutes", "seconds")]
    if parts[0] > 180 or parts[1] >= 60 or parts[2] >= 60 or (found["seconds"] and not parts[1].is_integer()):
        return None
    degrees = parts[0] + parts[1] / 60 + parts[2] / 3600
    letter = (found["before"] or found["after"] or "").upper()
    return -degrees if letter in _NEGATIVE or found["sign"] == "-" else degrees
