"""The texts of a file as plain text: without markup of web pages, invisible characters and control codes.

KML and systems for web maps keep web pages in their texts. Only what has the form of a known element is markup:
'<5 min' and 'A < B' are text.
"""

from __future__ import annotations

import html
import re
from typing import Iterable

from ....i18n import tr
from ....printable_text import cleaned, odd_signs, one_line, sign_name

_BLOCKS = "address article aside blockquote br center dd div dl dt footer h[1-6] header hr li ol p pre section tr ul"
_OTHERS = (
    "a abbr acronym b base basefont big body caption cite code col colgroup del dfn em embed figcaption figure font "
    "form head html i iframe img input ins kbd label link main map mark meta nav object q s samp small span strike "
    "strong sub summary sup table tbody td tfoot th thead time title tt u var video wbr o:p"
)
_VALUED = r"""(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'<>]+))"""


def _element(names: str) -> re.Pattern[str]:
    return re.compile(rf"</?(?:{'|'.join(names.split())}){_VALUED}*\s*/?>", re.IGNORECASE)


_BLOCK, _OTHER, _CELL = _element(_BLOCKS), _element(_OTHERS), _element("td th")
_UNSEEN_START = re.compile(rf"<(?:(script|style){_VALUED}*\s*>|!--)", re.IGNORECASE)
_HEAD = re.compile(r"<!doctype[^<>]*>|<!\[CDATA\[|\]\]>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8}\d{0,2});")
_SUSPECT = re.compile(r"[<&]")
_ODD = re.compile(r"[^\n -~\u00a1-\u024f]")
_MAX_SHOWN = 40
_MAX_TIMES = 3


def plain_text(text: str) -> str:
    """`text` without markup, invisible characters and control codes, in composed characters (NFC)."""
    return cleaned(without_markup(text))


def column_name(text: str) -> str:
    """The name of a column on one line, without markup, byte order mark and invisible characters."""
    return " ".join(one_line(without_markup(text)).split())


def without_markup(text: str) -> str:
    """The text that a web page shows; any other text as it is."""
    for _ in range(_MAX_TIMES):  # markup may itself be written with entities
        if not _SUSPECT.search(text):
            return text
        before, text = text, _shown_by_browser(text)
        if text == before:
            return text
    return text


def _shown_by_browser(text: str) -> str:
    bare = text
    if any(mark.search(text) for mark in (_BLOCK, _OTHER, _CELL, _UNSEEN_START, _HEAD)):
        bare = _HEAD.sub("", _without_scripts(text))
        bare = _OTHER.sub("", _BLOCK.sub("\n", _CELL.sub(" ", bare)))
    bare = _ENTITY.sub(lambda found: html.unescape(found[0]), bare)
    if bare == text:
        return text
    lines = (" ".join(line.split()) for line in bare.split("\n"))
    return "\n".join(line for line in lines if line)


def cleaning_notes(texts: Iterable[str]) -> tuple[str, ...]:
    """What to tell of the texts that `plain_text` changes: of each kind their number and an example."""
    marked, odd = [], []
    for text in texts:
        bare = without_markup(text)
        if bare != text:
            marked.append((text, bare))
        if _ODD.search(bare) and (signs := odd_signs(bare)):
            odd.append((bare, signs))
    notes = []
    if marked:
        text, bare = marked[0]
        notes.append(
            tr("HTML-kod togs bort ur {antal} av lagrets texter, till exempel ”{före}”, som blev ”{efter}”.").format(
                antal=len(marked), före=_shown(text), efter=_shown(bare)
            )
        )
    if odd:
        text, signs = odd[0]
        notes.append(
            tr(
                "Osynliga tecken togs bort eller byttes i {antal} av lagrets texter, till exempel {tecken} i ”{text}”."
            ).format(antal=len(odd), tecken=sign_name(signs[0]), text=_shown(cleaned(text)))
        )
    return tuple(notes)


def _without_scripts(text: str) -> str:
    """The text without scripts, style sheets and comments; what is not closed goes to its end."""
    kept, place = [], 0
    lower = text.lower()
    while found := _UNSEEN_START.search(text, place):
        kept.append(text[place : found.start()])
        end = lower.find(f"</{found[1].lower()}" if found[1] else "--", found.end())
        close = lower.find(">", end) if end >= 0 else -1
        if close < 0:
            return "".join(kept)
        place = close + 1
    return "".join([*kept, text[place:]])


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MAX_SHOWN else line[: _MAX_SHOWN - 1] + "…"
