"""PNG images from others: small enough, and an image that Qt can read."""

from __future__ import annotations

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QImageReader

from ..i18n import tr
from .content import Clean, ContentError, fault

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MAX_BYTES, MAX_SIDE_PX = 4_000_000, 6_000


def clean(content: bytes) -> Clean:
    """Check a PNG image by reading it; its bytes are not changed. Raises ContentError when it is none or too large.

    At most MAX_BYTES, and MAX_SIDE_PX pixels each way.
    """
    if len(content) > MAX_BYTES:
        raise ContentError([fault(tr("Bilden är för stor. Spara den som PNG under 4 MB."))])
    width, height = size(content)
    if not 0 < width <= MAX_SIDE_PX or not 0 < height <= MAX_SIDE_PX:
        sentence = tr("Bilden är {width} × {height} punkter; högst {most} på varje håll. Spara den som en mindre PNG.")
        raise ContentError([fault(sentence.format(width=width, height=height, most=MAX_SIDE_PX))])
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


def _no_png() -> str:
    return tr("Filen är ingen PNG-bild som går att läsa. Spara om den som PNG.")
