"""Texts of a strukturbild in tool tips: shown as they are written, and not longer than can be read."""

from __future__ import annotations

import html

_LONGEST = 1_000


def tool_tip(text: str) -> str:
    """`text` as a tool tip that wraps, in which nothing is taken for HTML."""
    cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    escaped = html.escape(cut).replace("\n", "<br>")
    return f"<qt>{escaped}</qt>"
