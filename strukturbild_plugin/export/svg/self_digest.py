"""A text file that carries its edition's stamp and a digest of itself: the file alone shows whether it was changed."""

from __future__ import annotations

import hashlib
import re
from typing import Mapping

from ..stamp import SHORT_LENGTH, EditionStamp, FoundStamp

NO_DIGEST = "0" * 64
"""Stands in the place of the digest while it is reckoned."""
STAMPED = ("utgava", "datum", "status", "fingeravtryck")
"""What a file says of its edition, by these names."""


def place_of_digest(before: str, after: str) -> re.Pattern[str]:
    """The pattern of a digest that stands between these two texts."""
    return re.compile(rf"({re.escape(before)})([0-9a-f]{{64}})({re.escape(after)})")


def with_digest(text: str, place: re.Pattern[str]) -> str:
    """`text`, which holds `NO_DIGEST` at `place`, with its digest there instead."""
    return place.sub(rf"\g<1>{_digest(text, place)}\g<3>", text, count=1)


def stamp_of(stated: Mapping[str, str], text: str, place: re.Pattern[str], shown: str) -> FoundStamp | None:
    """The stamp of a file that says `stated` (by the names of `STAMPED`) and shows `shown`; None without a stamp."""
    number, fingerprint = stated.get("utgava", ""), stated.get("fingeravtryck", "")
    if not fingerprint or not number.isdigit():
        return None
    found = place.search(text)
    return FoundStamp(
        EditionStamp(int(number), stated.get("datum", ""), stated.get("status", ""), "", fingerprint),
        is_untouched=bool(found and found[2] == _digest(text, place)),
        is_visible=fingerprint[:SHORT_LENGTH] in "".join(shown.split()),
    )


def _digest(text: str, place: re.Pattern[str]) -> str:
    """Over the whole file but the place of the digest; line ends do not count."""
    plain = place.sub(rf"\g<1>{NO_DIGEST}\g<3>", text.replace("\r\n", "\n"), count=1)
    return hashlib.sha256(plain.encode("utf-8")).hexdigest()
