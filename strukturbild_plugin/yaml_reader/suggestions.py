"""Suggestions for a faulty value: what is allowed, the closest of it, and how a code is written."""

from __future__ import annotations

import difflib
import re
from typing import Collection

from ..i18n import tr

_MAX_SHOWN = 60
CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")


def allowed_text(value: str, allowed: Collection[str]) -> str:
    """A sentence of the allowed values, and the one closest to `value`: 'Tillåtna värden: a, b. Menade du 'a'?'"""
    if not allowed:
        return tr("Ta bort det.")
    values = ", ".join(shown(each) for each in sorted(allowed)[:60]) + (" ..." if len(allowed) > 60 else "")
    sentence = tr("Tillåtna värden: {values}.").format(values=values)
    near = nearest(value, allowed)
    return sentence + " " + tr("Menade du '{value}'?").format(value=near) if near else sentence


def nearest(value: str, allowed: Collection[str]) -> str:
    """The allowed value most like `value`, or ''."""
    by_small = {kod.lower(): kod for kod in allowed}
    found = difflib.get_close_matches(value[:60].lower(), list(by_small), n=1, cutoff=0.5)
    return by_small[found[0]] if found else ""


def shown(value: object) -> str:
    """A faulty value as it is shown in messages: its first characters, on one line."""
    return " ".join(str(value)[:_MAX_SHOWN].split())


def code_help() -> str:
    """How a code is written."""
    return tr("En kod skrivs med små bokstäver a-z, siffror och _, börjar med en bokstav och är högst 40 tecken.")
