"""A text in the two languages of the plugin, as files and tables hold it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """One text in the two languages of the plugin."""

    sv: str
    en: str

    def in_language(self, language: str) -> str:
        """The text in `language` ('sv' or 'en'), else Swedish."""
        return self.en if language == "en" and self.en else self.sv


NO_TEXT = Text("", "")
"""Nothing said in either language."""
