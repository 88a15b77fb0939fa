"""QGIS projects as they lie in a GeoPackage: a zip, in hexadecimal; and taking the login names out of them.

QGIS writes who saved into every project; a strukturbild is handed round and shall name nobody unasked.
"""

from __future__ import annotations

import binascii
import io
import re
import zipfile

PROJECT_NAME = "Strukturbild"

_MAX_BYTES, _PIECE_BYTES = 200_000_000, 65_536
_HEAD = re.compile(r"<qgis\b[^>]*>")
_SAVED_BY = re.compile(r'\b(saveUser(?:Full)?)="[^"]*"')
_PROGRAM = re.compile(rb"<(?:pythonCode|editforminit|mapTip)\b(?:[^>]*[^/>])?>(?!\s*</)|<actionsetting\b")
_AUTHOR = re.compile(r"<author>[^<]*</author>")


def packed(text: str | bytes) -> str:
    """Project XML as QGIS keeps it in a GeoPackage."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(f"{PROJECT_NAME}.qgs", text)
    return binascii.hexlify(buffer.getvalue()).decode("ascii")


def packed_with(content: object, former: bytes, new: bytes) -> str:
    """A stored project with `new` for `former`, which is on one line: line by line, since it is megabytes."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_raw(content))) as stored,
        stored.open(_project_in(stored)) as lines,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(f"{PROJECT_NAME}.qgs", "w") as file,
    ):
        for line in lines:
            file.write(line.replace(former, new))
    return binascii.hexlify(buffer.getbuffer()).decode("ascii")


def unpacked(content: object) -> str | None:
    """The XML in a stored project; None when it is not one (the file comes from anywhere)."""
    raw = unpacked_bytes(content)
    try:
        return None if raw is None else raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def unpacked_bytes(content: object) -> bytearray | None:
    """The same as it is written: half as large in memory as a text, and never there twice."""
    try:
        with zipfile.ZipFile(io.BytesIO(_raw(content))) as archive:
            inside = _project_in(archive)
            if inside.file_size > _MAX_BYTES:
                return None
            found, at = bytearray(inside.file_size), 0
            with archive.open(inside) as file, memoryview(found) as view:
                while piece := file.read(_PIECE_BYTES):
                    view[at : at + len(piece)] = piece
                    at += len(piece)
            return found[:at] if at < len(found) else found
    except (ValueError, StopIteration, zipfile.BadZipFile):
        return None


def _raw(content: object) -> bytes:
    return binascii.unhexlify(content if isinstance(content, (str, bytes)) else b"")


def _project_in(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    return next(info for info in archive.infolist() if info.filename.endswith(".qgs"))


def carries_programs(xml: bytes | bytearray) -> bool:
    """Whether project XML (UTF-8) has macros, forms with programs, actions, or map tips (which are web pages)."""
    return _PROGRAM.search(xml) is not None


def without_names(xml: str) -> str:
    """Project XML without the names of those who made and saved it."""
    xml = _HEAD.sub(lambda head: _SAVED_BY.sub(r'\1=""', head[0]), xml, count=1)
    return _AUTHOR.sub("<author></author>", xml)
