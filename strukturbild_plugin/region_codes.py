"""The codes of the areas that a strukturbild can be about: Swedish län, Norwegian fylker and Finnish landskap.

A län has SCB's two digits ("17"), the others their code in ISO 3166-2 ("NO-18", "FI-12").
"""

from __future__ import annotations

import re
from typing import Iterable

SWEDEN, NORWAY, FINLAND = "SE", "NO", "FI"
COUNTRIES = (SWEDEN, NORWAY, FINLAND)
"""Those whose areas can be chosen, in the order they are listed."""
REGION_CODE = re.compile(r"[0-9]{2}|(?:NO|FI)-[0-9]{2}")
"""Matched whole (`fullmatch`). What matches can be written into a condition as it is."""


def country_of(code: str) -> str:
    """The country of an area by its code: 'SE', 'NO' or 'FI'; '' for what is no such code."""
    if not REGION_CODE.fullmatch(code):
        return ""
    return code[:2] if code[2:] else SWEDEN


def is_swedish(code: str) -> bool:
    """Whether a code is that of a Swedish län: only they have kommuner with codes of four digits, and a RUS."""
    return country_of(code) == SWEDEN


def has_foreign(codes: Iterable[str]) -> bool:
    """Whether any of the areas is no Swedish län."""
    return any(not is_swedish(code) for code in codes)
