"""PNG images from others: small enough, and an image that Qt can read."""

from __future__ import annotations

from typing import Iterator

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QImageReader

from ..i18n import tr
from .content import Clean, ContentError, fault

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"pHYs", b"gAMA", b"cHRM", b"sRGB", b"sBIT"))
"""Chunks of a picture: its head, colours, pixels and resolution. None of them but the pixels is packed."""
MAX_BYTES, MAX_SIDE_PX = 4_000_000, 6_000


def clean(content: bytes) -> Clean:
    """Clean a PNG image: only what its pixels and colours are made of is kept. Raises ContentError when it is none.

    At most MAX_BYTES, and MAX_SIDE_PX pixels each way. Texts and profiles, which can be packed to be thousands of
    times larger, are left out before anything is unpacked.
    """
    if len(content) > MAX_BYTES:
        raise ContentError([fault(tr("Bilden är för stor. Spara den som PNG under 4 MB."))])
    width, height = size(content)
    if not 0 < width <= MAX_SIDE_PX or not 0 < height <= MAX_SIDE_PX:
        sentence = tr(
            "Bilden är {width} × {height} pixlar; högst {most} i vardera riktningen. Spara den som en mindre PNG."
        )
        raise ContentError([fault(sentence.format(width=width, height=height, most=MAX_SIDE_PX))])
    content = b"".join((SIGNATURE, *_kept_chunks(content)))
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    if QImageReader(buffer, QByteArray(b"png")).read().isNull():
        raise ContentError([fault(_no_png())])
    return Clean(content)


def size(content: bytes) -> tuple[int, int]:
    """Width and height in the header, before anything is unpacked. ContentError when it is no PNG."""
    if not content.startswith(SIGNATURE) or content[12:16] != b"IHDR" or len(content) < 24:
        raise ContentError([fault(_no_png())])
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    return width, height


def _kept_chunks(content: bytes) -> Iterator[bytes]:
    """The chunks of the file that are kept, with length and checksum, up to its end."""
    place = len(SIGNATURE)
    while place + 12 <= len(content):
        end = place + 12 + int.from_bytes(content[place : place + 4], "big")
        kind = content[place + 4 : place + 8]
        if end > len(content):
            break
        if kind in _KEPT:
            yield content[place:end]
        if kind == b"IEND":
            return
        place = end
    raise ContentError([fault(_no_png())])


def _no_png() -> str:
    return tr("Filen är ingen PNG-bild som går att läsa. Spara om den som PNG.")
