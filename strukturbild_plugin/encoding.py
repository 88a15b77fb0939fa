"""The encoding of a file's text: decided once for all of it, and told when it was a guess.

Strict UTF-8 when all of the text is that, else what the file says of itself when that can be true, else Windows-1252.
"""

from __future__ import annotations

import codecs
import contextlib
import re
from dataclasses import dataclass
from typing import Iterable, Sequence

from .i18n import tr

UTF_8, WINDOWS = "utf-8", "cp1252"
_BOM_8, _BOMS_16 = codecs.BOM_UTF8, (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BETWEEN_CELLS = re.compile(r'[;,\t\r\n"<>]+')
_BETWEEN_CELLS_OF_BYTES = re.compile(_BETWEEN_CELLS.pattern.encode())
_STRAY = re.compile("[\udc80-\udcff]")
_DOUBTFUL = re.compile("\ufffd")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_USUAL = re.compile("[\u00a0-\u00ff\u2010-\u2044\u20ac]")
"""What is written in Sweden beside ASCII: the letters of western Europe, dashes, quotation marks, euro."""
_SUSPECT = re.compile("[ÂÃâ├┬√¬][^\x00-\x7f]")
"""How å, ä, ö and what else is usual begin when UTF-8 was taken for Windows-1252 or another table."""
_CONTROL = re.compile("[\x80-\x9f]")
_CODE_PAGE = re.compile(r"\d{3,5}$")
_OF_TEXT = re.compile(r"utf-8|cp\d+|iso8859-\d+|koi8-\w|mac-\w+|gb\w+|big5\w*|shift_jis\w*|euc_\w+")
"""Of all that Python calls an encoding, what tables are written in."""
_SWEDISH = set("åäöÅÄÖéÉüÜ")
_LOST = re.compile(r"\ufffd|(?<=[^\W\d_])\?(?=[^\W\d_])|(?<!\S)\?(?=[^\W\d_]{3})")
"""What is left of a letter that another program could not write: a question mark within a word, or the sign �."""
_QUERY = re.compile(r"\S*[/=]\S*")
"""Web addresses have question marks of their own."""
_OTHER_TABLES = ("cp850", "cp437", "mac_roman")
"""What else UTF-8 has been taken for: in the command window of Windows, and by older Macintosh programs."""
_CUT_LETTER = b"\xc2\xc3"
"""How an å, ä or ö begins in UTF-8: alone it is what is left of a letter that a field had no room for."""
_MAX_SHOWN = 40
_MAX_TIMES = 3


@dataclass(frozen=True)
class Encoding:
    """The encoding that the text of one file is read in."""

    codec: str
    notes: tuple[str, ...] = ()
    """What to tell of it: what was guessed, what could not be read, each with an example."""
    twice: bool = False
    """Whether the text was made UTF-8 twice over ('FagerÃ¥s'); then it is put right."""

    def text(self, raw: bytes) -> str:
        """`raw` as text; whatever cannot be read becomes a visible �."""
        found = raw.decode(self.codec, _BESIDE_UTF_8 if self.codec == UTF_8 else "replace")
        return (_once(found) or found) if self.twice else found


def encoding_of(pieces: Iterable[bytes], label: str | None = None) -> Encoding:
    """The encoding of the file that all these pieces of text are from.

    `label` is what the file says it is; '' when it should have said but does not, None when its format is always UTF-8
    or has no place to say it.
    """
    telling = [piece for piece in pieces if not piece.isascii()]
    if not telling:
        return Encoding(UTF_8)
    said = _codec(label or "")
    codec = _chosen(telling, said)
    found = Encoding(codec)
    texts = [found.text(piece) for piece in telling]
    notes = []
    if codec != said and (codec != UTF_8 or label is not None):
        notes.append(_guessed(label or "", codec, len(texts), texts[0]))
    notes += _unreadable(telling, texts, codec)
    if codec != UTF_8:
        return Encoding(codec, tuple(notes))
    twice, told = _made_twice(texts)
    return Encoding(codec, (*notes, *told), twice)


def lost_letters(pieces: Iterable[bytes], encoding: Encoding) -> tuple[str, ...]:
    """The sentence about texts where another program has put ? or � for a letter; none when none has."""
    texts = (encoding.text(piece) for piece in pieces if b"?" in piece or _is_in(piece, encoding.codec))
    found = [(text, place) for text in texts if (place := _LOST.search(_QUERY.sub(lambda at: " " * len(at[0]), text)))]
    if not found:
        return ()
    text, place = found[0]
    return (
        tr(
            "Bokstäver har gått förlorade i {antal} av filens texter innan den kom hit, till exempel ”{text}”. Hämta "
            "hellre en ny fil från källan, eller rätta texterna i strukturbilden."
        ).format(antal=len(found), text=_shown(text, place)),
    )


def text_of(data: bytes, label: str | None = None) -> tuple[str, Encoding]:
    """The text of a whole text file, and the encoding it was read in. What cannot be read becomes �."""
    if data.startswith(_BOMS_16):
        return _in_utf_16(data, "utf-16", ())
    if data.startswith(_BOM_8):
        data, label = data[len(_BOM_8) :], label or UTF_8
    sixteen = _sixteen_bits(data)
    if sixteen:
        text = data.decode(sixteen, "replace")
        texts = [cell for cell in _BETWEEN_CELLS.split(text) if not cell.isascii()] or [text]
        return _in_utf_16(data, sixteen, (_guessed(label or "", "UTF-16", len(texts), texts[-1]),))
    if _codec(label or "") in ("", UTF_8) and _is_in(data, UTF_8):
        text = data.decode(UTF_8)
        if not _SUSPECT.search(text):
            return text, Encoding(UTF_8)
    # From the end, so that the examples are values rather than headings.
    found = encoding_of(reversed(_BETWEEN_CELLS_OF_BYTES.split(data)), label)
    return found.text(data), found


def _beside_utf_8(error: UnicodeError) -> tuple[str, int]:
    """A byte that does not fit in a text that is otherwise UTF-8: as Windows-1252 has it, or �."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    return "\ufffd" if byte in _CUT_LETTER else byte.decode(WINDOWS, "replace"), error.start + 1


def _as_latin_1(error: UnicodeError) -> tuple[bytes, int]:
    """The letters that Windows-1252 has no byte for, where Latin-1 has one."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return error.object[error.start : error.end].encode("latin-1"), error.end


_BESIDE_UTF_8, _AS_LATIN_1 = "strukturbild_beside_utf_8", "strukturbild_as_latin_1"
codecs.register_error(_BESIDE_UTF_8, _beside_utf_8)
codecs.register_error(_AS_LATIN_1, _as_latin_1)


def _chosen(telling: Sequence[bytes], said: str) -> str:
    if _reads_as_utf_8(telling, said):
        return UTF_8
    if said in ("", UTF_8) or _is_windows_after_all(telling, said):
        return WINDOWS
    return said


def _reads_as_utf_8(telling: Sequence[bytes], said: str) -> bool:
    """Whether it is UTF-8 but for single bytes; against another label only when it gives letters used here."""
    letters = strays = usual = 0
    for piece in telling:
        text = piece.decode(UTF_8, "surrogateescape")
        stray = len(_STRAY.findall(text))
        strays += stray
        letters += len(_NOT_ASCII.findall(text)) - stray
        usual += len(_USUAL.findall(text))
    return letters > strays and (said in ("", UTF_8) or usual * 2 > letters)


def _is_windows_after_all(telling: Sequence[bytes], said: str) -> bool:
    """Whether a label for another 8-bit code is wrong: in Windows-1252 it is all Swedish letters, in that it is not."""
    as_said, as_windows = (
        {letter for piece in telling for letter in piece.decode(codec, "replace") if not letter.isascii()}
        for codec in (said, WINDOWS)
    )
    return as_windows <= _SWEDISH and not as_said <= _SWEDISH


def _codec(label: str) -> str:
    """Python's name of the encoding `label` ('ANSI 1252', 'ISO-8859-1', 'UTF8'); '' when no text is written in it."""
    number = _CODE_PAGE.search(label)
    for name in (label, f"cp{number.group()}" if number else ""):
        with contextlib.suppress(LookupError, ValueError):
            found = codecs.lookup(name.strip()).name
            if _OF_TEXT.fullmatch(found):
                return {"iso8859-1": WINDOWS}.get(found, found)
    return ""


def _once(text: str) -> str:
    """`text` as it was before it was taken for another code and made UTF-8 once or twice more; '' when it never was."""
    for codec, errors in ((WINDOWS, _AS_LATIN_1), *((codec, "strict") for codec in _OTHER_TABLES)):
        found = text
        with contextlib.suppress(UnicodeError):
            for _ in range(_MAX_TIMES):
                found = found.encode(codec, errors).decode(UTF_8)
        if found != text and not _CONTROL.search(found) and (codec == WINDOWS or _beyond_ascii(found) <= _SWEDISH):
            return found
    return ""


def _beyond_ascii(text: str) -> set[str]:
    return set(_NOT_ASCII.findall(text))


def _made_twice(texts: Sequence[str]) -> tuple[bool, list[str]]:
    """Whether all of the text was made UTF-8 twice, and what to tell; only what is certain is put right."""
    if not any(map(_SUSPECT.search, texts)):
        return False, []
    before = {text: once for text in dict.fromkeys(texts) if (once := _once(text))}
    wrong = [text for text in texts if _USUAL.search(before.get(text, ""))]
    if not wrong:
        return False, []
    number, example, certain = len(wrong), wrong[0], all(text in before for text in texts)
    if certain:
        words = tr("Felkodade bokstäver rättades i {antal} av filens texter, till exempel ”{fel}” till ”{rätt}”.")
        number = len(texts)
    else:
        words = tr(
            "Bokstäver ser felkodade ut i {antal} av filens texter, till exempel ”{fel}”, som bör vara ”{rätt}”. De "
            "lästes som de står. Rätta texterna i strukturbilden, eller rätta filen, ta bort det hämtade och hämta den "
            "på nytt."
        )
    told = words.format(antal=number, fel=_shown(example), rätt=_shown(before[example]))
    return certain, [told]


def _unreadable(telling: Sequence[bytes], texts: Sequence[str], codec: str) -> list[str]:
    """The sentence about the pieces that are not quite in the encoding; none when all are."""
    unsure = [text for piece, text in zip(telling, texts) if not _is_in(piece, codec)]
    return [_uncertain(len(unsure), unsure[0])] if unsure else []


def _uncertain(number: int, example: str) -> str:
    return tr(
        "Tecken kunde inte läsas säkert i {antal} av filens texter, till exempel ”{text}”. Kontrollera texterna i "
        "strukturbilden."
    ).format(antal=number, text=_shown(example, _DOUBTFUL.search(example)))


def _guessed(label: str, codec: str, number: int, example: str) -> str:
    name = {UTF_8: "UTF-8", WINDOWS: "Windows-1252"}.get(codec, codec)
    if label:
        return tr(
            "Filen uppger teckenkodningen {uppgiven} men lästes som {läst}. Det gäller {antal} av filens texter, till "
            "exempel ”{text}”. Ser det fel ut: spara filen i UTF-8, ta bort det hämtade och hämta den på nytt."
        ).format(uppgiven=_shown(label), läst=name, antal=number, text=_shown(example))
    return tr(
        "Filen anger ingen teckenkodning. Den lästes som {läst}, till exempel ”{text}”. Ser det fel ut: "
        "spara filen i UTF-8, ta bort det hämtade och hämta den på nytt."
    ).format(läst=name, text=_shown(example))


def _shown(text: str, place: re.Match[str] | None = None) -> str:
    """A piece of text for a sentence: around its first letter beyond ASCII, on one line, in printable letters."""
    place = place or _NOT_ASCII.search(text)
    start = max(0, place.start() - _MAX_SHOWN // 2) if place else 0
    line = " ".join(text[start : start + 2 * _MAX_SHOWN].split())
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in line)[:_MAX_SHOWN]


def _in_utf_16(data: bytes, codec: str, notes: tuple[str, ...]) -> tuple[str, Encoding]:
    text = data.decode(codec, "replace")
    unsure = [cell for cell in _BETWEEN_CELLS.split(text) if "\ufffd" in cell]
    return text, Encoding(codec, (*notes, _uncertain(len(unsure), unsure[0])) if unsure else notes)


def _sixteen_bits(data: bytes) -> str:
    """UTF-16 without a mark: mostly western letters, so that every other byte is 0."""
    head = data[:4000]
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if half < 2 or max(even, odd) * 2 < half or min(even, odd) * 10 > half:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_in(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
