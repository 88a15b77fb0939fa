"""Names and dates of an edition's files."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta, timezone

_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "ß": "ss", "đ": "d", "ł": "l", "þ": "th", "ð": "d"}
)
_LONGEST = 60


def slug(text: str, otherwise: str = "strukturbild") -> str:
    """`text` as a file name every system takes: a-z, 0-9 and hyphens. 'Värmland & Örebro' is 'varmland-orebro'."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-") or otherwise


def swedish_date(moment: str) -> str:
    """The date in Sweden of a moment given as UTC, ISO 8601 with Z: '2026-11-20'.

    Reckoned here and not by the machine's clock, so that an edition has the same date wherever it is made again.
    Summer time after EU directive 2000/84/EC: from the last Sunday of March to that of October, 01:00 UTC.
    """
    when = datetime.fromisoformat(moment.replace("Z", "+00:00")).astimezone(timezone.utc)
    summer = _last_sunday(when.year, 3) <= when < _last_sunday(when.year, 10)
    return (when + timedelta(hours=2 if summer else 1)).date().isoformat()


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1, tzinfo=timezone.utc)
    return last - timedelta(days=(last.weekday() + 1) % 7)
