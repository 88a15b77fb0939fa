"""Single values in styles and layouts: addresses, paths, images, typefaces, and plain text."""

from __future__ import annotations

import base64
import binascii
import re
from typing import AbstractSet

from qgis.PyQt.QtGui import QFont, QFontInfo, QGuiApplication

from ..i18n import tr
from .content import Clean, ContentError, fault

EMBEDDED = "base64:"
_OTHER_PICTURES = (b"\xff\xd8", b"GIF8", b"BM", b"RIFF", b"II*", b"MM\0*")
"""How pictures begin that are neither SVG nor PNG."""
PLAIN = re.compile(r"[\w\s.,:;%#+*{}|\u2013-]{0,400}")
"""Numbers, colours, units, names: nothing that could be a call, an address, a path or markup."""
_NAME = re.compile(r"[\w\s.,:;%#+*{}|\[\]-]{0,200}(?:@\d+)*")
_REMOTE = re.compile(r"[a-z][a-z0-9+.-]{1,20}://|^\s*(?:\\\\|//|file:|javascript:|data:|qrc:|/vsi)", re.IGNORECASE)
_ABSOLUTE = re.compile(r"^\s*(?:/[^/\s]|[A-Za-z]:[\\/]|~[\\/]|:/)")
_UPWARDS = re.compile(r"(?:^|[\\/])\.\.(?:[\\/]|$)")
_FILE_ENDING = re.compile(r"\.(?:svgz?|png|jpe?g|gif|ui|py|qml|qpt|html?|exe|bat|sh|dll|so)$", re.IGNORECASE)
_GENERIC_FONTS = {"sans serif", "serif", "monospace", "sans", "ms shell dlg", "ms shell dlg 2"}
"""Names that every system has something for."""
_PICTURE_NAME = re.compile(r"[\w-]+(?:[ /][\w.-]+)*\.svg", re.IGNORECASE)
_NESTED = re.compile(r"[\s\ufeff]*<[A-Za-z!?/]")


def is_plain(value: str) -> bool:
    """Whether `value` can be kept whatever it is for, but where it names a file or a web part."""
    return PLAIN.fullmatch(value) is not None


def is_name(value: str) -> bool:
    """Whether `value` can be the name of a part: '[source]', and '@0@1' for the symbol within one."""
    return _NAME.fullmatch(value) is not None


def points_outside(value: str, any_path: bool = False) -> bool:
    """Whether `value` is an address, or a path to a file on somebody's machine; `any_path`: whatever its ending."""
    if value.startswith(EMBEDDED):
        return False
    path = _ABSOLUTE.match(value) or _UPWARDS.search(value)
    return bool(_REMOTE.search(value) or (path and (any_path or _FILE_ENDING.search(value))))


def is_own_picture(name: str) -> bool:
    """Whether an SVG's name leads to one of those that come with QGIS, and to nothing else."""
    return bool(_PICTURE_NAME.fullmatch(name)) and ".." not in name and not points_outside(name)


def holds_xml(value: str) -> bool:
    """Whether an attribute holds a whole symbol as text, as callouts do."""
    return _NESTED.match(value) is not None


def embedded(value: str) -> bytes:
    """The file in 'base64:...'. Raises ValueError when it is none."""
    if not value.startswith(EMBEDDED):
        raise ValueError("outside")
    try:
        return base64.b64decode(value[len(EMBEDDED) :], validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from error


def clean_picture(value: str, pictures: bool = False) -> tuple[str, Clean | None]:
    """The picture in 'base64:...' cleaned: an SVG, or a PNG if `pictures`; ('', None) for one that is no such thing.

    Raises ContentError when it is one and cannot be used.
    """
    from . import png, svg

    try:
        content = embedded(value)
    except ValueError:
        return "", None
    if content.startswith(_OTHER_PICTURES):
        raise ContentError([fault(tr("Bilden är varken SVG eller PNG. Spara om den som PNG och bädda in den igen."))])
    clean = png.clean(content) if pictures and content.startswith(png.SIGNATURE) else svg.clean(content)
    return EMBEDDED + base64.b64encode(clean.content).decode("ascii"), clean


def has_font(family: str, own: AbstractSet[str] = frozenset()) -> bool:
    """Whether the typeface is on this computer. QGIS 3.28 and later fetch one that is not from the net."""
    if not family or family in own:
        return True
    if QGuiApplication.instance() is None or not is_plain(family):
        return False
    # QGIS asks for nothing in place of the program's own, whatever that is called.
    own_names = {QGuiApplication.font().family().lower(), QFontInfo(QFont(family)).family().lower()}
    return family.lower() in own_names | _GENERIC_FONTS


def outside_sentence(value: str) -> str:
    """What is said of a value that points outside."""
    path = value if len(value) <= 80 else f"…{value[-79:]}"
    return tr("Filen pekar på något utanför mallen eller stilen: {path}. Bädda in bilden i stället.").format(path=path)


def shown_name(name: str) -> str:
    """A name from a file, to be said in a sentence."""
    plain = "".join(sign for sign in name if sign.isprintable())
    return f"”{plain[:40]}…”" if len(plain) > 40 else f"”{plain}”"
