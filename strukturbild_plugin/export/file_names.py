"""Names and dates of an edition's files."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta, timezone

from ..printable_text import one_line

_ASCII_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "ß": "ss", "đ": "d", "ł": "l", "þ": "th", "ð": "d"}
)
_MAX_SLUG_LENGTH = 60
_MAX_FOLDER_TITLE_LENGTH = 40
"""Windows allows 260 characters for the whole path."""
_FOLDER_SIGNS = " -–_.,()&+'’"
_DEVICE_NAMES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³")}
)


def slug(text: str, otherwise: str = "strukturbild") -> str:
    """`text` as a file name every system takes: a-z, 0-9 and hyphens. 'Värmland & Örebro' is 'varmland-orebro'."""
    plain = unicodedata.normalize("NFKD", text.translate(_ASCII_LETTERS)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_MAX_SLUG_LENGTH].strip("-") or otherwise


def folder_name(title: str, otherwise: str, edition: str) -> str:
    """The name of an edition's folder, in plain words, that every system takes: 'Sydosttriangeln utgåva 2'.

    `otherwise`: said when nothing of the title can be; `edition`: 'utgåva 2'.
    """
    spoken = "".join(sign if sign in _FOLDER_SIGNS or _is_letter(sign) else " " for sign in one_line(title))
    whole = " ".join(spoken.split())
    if len(whole) > _MAX_FOLDER_TITLE_LENGTH:
        cut = whole[: _MAX_FOLDER_TITLE_LENGTH + 1].rpartition(" ")[0]
        whole = cut or whole[:_MAX_FOLDER_TITLE_LENGTH]
    name = whole.strip(" .-–_,'’")
    # Windows keeps some names for devices, also with an ending after them.
    if not name or name.partition(".")[0].strip().lower() in _DEVICE_NAMES:
        name = f"{otherwise} {name}".strip()
    return f"{name} {edition}"


def _is_letter(sign: str) -> bool:
    """Letters, marks on them and digits; none of the planes beyond the first, which some systems lack."""
    return ord(sign) < 0x10000 and unicodedata.category(sign)[0] in "LMN"


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
