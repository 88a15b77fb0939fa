"""The edition stamp: what every output of one edition carries, word for word."""

from __future__ import annotations

from dataclasses import dataclass

SHORT = 12


@dataclass(frozen=True)
class Stamp:
    """Number, date, status and fingerprint of one edition."""

    nummer: int
    datum: str
    """Local date of the edition, ISO 8601 (2026-11-20)."""
    status: str
    """Code of the status list `bildstatus`: utkast, remiss, granskning, antagen."""
    status_namn: str
    """The status as shown."""
    fingeravtryck: str
    """Hex SHA-256."""

    @property
    def kort(self) -> str:
        """The first characters of the fingerprint in groups of four, as printed: 'a1b2 c3d4 e5f6'."""
        short = self.fingeravtryck[:SHORT]
        return " ".join(short[start : start + 4] for start in range(0, len(short), 4))
