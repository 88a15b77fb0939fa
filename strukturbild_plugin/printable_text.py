"""Texts without invisible characters, as they are set on paper. What is stored is never changed here.

Pasted and imported names carry such characters: zero-width spaces, marks for the direction of writing, control codes, a
dash from another character set. They are looked for with `odd_signs`, and taken away with `cleaned` or `one_line`.
"""

from __future__ import annotations

import re
import unicodedata

from .i18n import tr

_PLAIN = re.compile(r"[\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u052f\u2012-\u2015\u2018-\u2022\u2026\u202f]*\Z")
"""Texts of these signs alone are as they should be, which is soon seen."""
_BREAKS = re.compile("\r\n|[\r\v\f\u2028\u2029]")
_BLANKS = re.compile("[\t\u1680\u2000-\u200a\u205f\u3000]")
_IGNORED = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]")
"""Signs that Unicode lets a program leave out when it has nothing to show for them, beside those of category Cf."""
_NOT_XML = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\ud800-\udfff\ufffe\uffff]")
_JOINING = re.compile("[\u200c\u200d\ufe00-\ufe0f\U000e0020-\U000e007f]")
"""They shape the sign before them, when that is a picture or a letter of a script that joins its letters."""
_SHAPED = ("So", "Sk", "Lo", "Mn", "Mc")


def cleaned(text: str) -> str:
    """`text` in composed characters, without invisible ones; every kind of line end is a newline."""
    if _PLAIN.match(text):
        return text
    text = "".join(_meant(sign) for sign in text)
    text = _BLANKS.sub(" ", _BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", "".join(sign for sign in text if not _unseen(sign)))


def one_line(text: str) -> str:
    """`cleaned` on one line, without blanks at its ends: '' when there was nothing to see."""
    whole = cleaned(text)
    return " ".join(part.strip() for part in whole.split("\n") if part.strip()) if "\n" in whole else whole.strip()


def odd_signs(text: str) -> tuple[str, ...]:
    """The characters of `text` that are invisible, or stand for others, each once; no blanks and line ends.

    What shapes the character before it, as in a picture put together of several, belongs to that one.
    """
    if _PLAIN.match(text):
        return ()
    found: dict[str, None] = {}
    for before, sign in zip(" " + text, text):
        shaping = _JOINING.match(sign) and (unicodedata.category(before) in _SHAPED or _JOINING.match(before))
        if not shaping and (_meant(sign) != sign or _unseen(sign) or sign in "\v\f\u2028\u2029"):
            found[sign] = None
    return tuple(found)


def for_xml(text: str) -> str:
    """`text` without the few characters that no XML file may hold, however they are written."""
    return _NOT_XML.sub("", text)


def sign_name(sign: str) -> str:
    """The name of a character: 'U+200B, blanksteg utan bredd', or 'U+E000' when it has no name of ours."""
    names = {
        "\u00ad": tr("mjukt bindestreck"),
        "\u200b": tr("blanksteg utan bredd"),
        "\u200c": tr("särskiljare utan bredd"),
        "\u200d": tr("sammanfogare utan bredd"),
        "\u200e": tr("skrivriktning från vänster"),
        "\u200f": tr("skrivriktning från höger"),
        "\u2011": tr("hårt bindestreck"),
        "\u2028": tr("radbrytning"),
        "\u2029": tr("styckebrytning"),
        "\u202e": tr("omvänd skrivriktning"),
        "\u2060": tr("ordsammanfogare"),
        "\ufeff": tr("märke för byteordning"),
    }
    name = names.get(sign, "")
    return f"U+{ord(sign):04X}" + (f", {name}" if name else "")


def _meant(sign: str) -> str:
    """The sign meant: a control code from 128 is of Windows's own table (0x96 is a dash), a hyphen just a hyphen."""
    if sign == "\u2011":
        return "-"
    if not "\x80" <= sign <= "\x9f":
        return sign
    try:
        return bytes([ord(sign)]).decode("cp1252")
    except UnicodeDecodeError:
        return sign


def _unseen(sign: str) -> bool:
    """Whether there is nothing to see of a sign: control codes, marks, halves of signs, what is no sign at all."""
    if sign in "\n\r\t":
        return False
    nothing = ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF
    return nothing or unicodedata.category(sign) in ("Cc", "Cf", "Cs") or bool(_IGNORED.match(sign))
