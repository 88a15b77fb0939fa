"""What a contribution to a goal is called: the one place, for the window, the forms, the sheets and the deliveries."""

from __future__ import annotations

from typing import Mapping

from ..bilingual_text import Text
from .model import MAX_CONTRIBUTION, MIN_CONTRIBUTION

CONTRIBUTION_WORDS: Mapping[int, Text] = {
    2: Text("Stödjer starkt", "Supports strongly"),
    1: Text("Stödjer", "Supports"),
    0: Text("Neutral", "Neutral"),
    -1: Text("Motverkar", "Works against"),
    -2: Text("Motverkar starkt", "Works strongly against"),
}
"""The five steps, the strongest support first."""


def contribution_word(bidrag: int, language: str) -> str:
    """'Stödjer starkt'; what lies outside the scale, as its end. `language`: 'sv' or 'en'."""
    return CONTRIBUTION_WORDS[max(MIN_CONTRIBUTION, min(MAX_CONTRIBUTION, bidrag))].in_language(language)


def within_sentence(bidrag: int) -> Text:
    """'stödjer starkt', in both languages, as it stands within a sentence or a list of codes."""
    word = CONTRIBUTION_WORDS[max(MIN_CONTRIBUTION, min(MAX_CONTRIBUTION, bidrag))]
    return Text(word.sv.lower(), word.en.lower())
