"""The edition's stamp inside a preview picture, as PNG text chunks; nothing of the picture changes."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from ...errors import ExportError
from ...i18n import tr
from ..stamp import EditionStamp

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_NUMBER, _FINGERPRINT = "Strukturbild-Utgava", "Strukturbild-Fingeravtryck"


def stamp_png(path: Path, stamp: EditionStamp) -> None:
    """Put number and fingerprint into the PNG at `path`."""
    data = path.read_bytes()
    if not data.startswith(_SIGNATURE) or len(data) < 33:
        raise ExportError(tr("Förhandsbilden {path} blev ingen PNG-bild. Exportera igen.").format(path=path))
    head_end = 33  # signature, and IHDR which always comes first
    chunks = _chunk(_NUMBER, str(stamp.nummer)) + _chunk(_FINGERPRINT, stamp.fingeravtryck)
    path.write_bytes(data[:head_end] + chunks + data[head_end:])


def read_png_stamp(path: Path) -> EditionStamp | None:
    """The stamp in the PNG, which has no date and no status; None when it carries none or is no PNG."""
    found: dict[str, str] = {}
    with open(path, "rb") as file:
        if file.read(8) != _SIGNATURE:
            return None
        while len(head := file.read(8)) == 8:
            size, kind = struct.unpack(">I4s", head)
            if kind == b"tEXt" and size < 1000:
                key, _, value = file.read(size).decode("latin-1").partition("\0")
                found[key] = value
                file.seek(4, 1)
            else:
                file.seek(size + 4, 1)
    number, fingerprint = found.get(_NUMBER, ""), found.get(_FINGERPRINT, "")
    return EditionStamp(int(number), "", "", "", fingerprint) if number.isdigit() and fingerprint else None


def _chunk(key: str, value: str) -> bytes:
    body = b"tEXt" + key.encode("latin-1") + b"\0" + value.encode("latin-1")
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
