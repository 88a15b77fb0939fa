"""The edition stamp: what every output of one edition carries, word for word."""

from __future__ import annotations

from dataclasses import dataclass

SHORT_LENGTH = 12


@dataclass(frozen=True)
class EditionStamp:
    """Number, date, status and fingerprint of one edition, by the names of the edition's columns."""

    nummer: int
    datum: str
    """Local date of the edition, ISO 8601 (2026-11-20)."""
    status: str
    """Code of the status list `bildstatus`: utkast, remiss, granskning, antagen."""
    status_namn: str
    """The status as shown; '' in a stamp that was read from a file."""
    fingeravtryck: str
    """Hex SHA-256."""

    @property
    def short(self) -> str:
        """The first characters of the fingerprint in groups of four, as printed: 'a1b2 c3d4 e5f6'."""
        short = self.fingeravtryck[:SHORT_LENGTH]
        return " ".join(short[start : start + 4] for start in range(0, len(short), 4))


@dataclass(frozen=True)
class FoundStamp:
    """The stamp read from a finished file, and whether the file is as it was when it was stamped."""

    stamp: EditionStamp
    is_untouched: bool
    """What the file shows still has the digest that was stored."""
    is_visible: bool
    """The short fingerprint stands in the text that a reader sees."""
