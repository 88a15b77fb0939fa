"""QGIS projects as they lie in a GeoPackage: a zip, in hexadecimal; and taking the login names out of them.

QGIS writes who saved into every project; a strukturbild is handed round and shall name nobody unasked.
"""

from __future__ import annotations

import binascii
import io
import re
import sqlite3
import zipfile

PROJECT_NAME = "Strukturbild"

_MOST_BYTES = 200_000_000
_HEAD = re.compile(r"<qgis\b[^>]*>")
_SAVED_BY = re.compile(r'\b(saveUser(?:Full)?)="[^"]*"')
_AUTHOR = re.compile(r"<author>[^<]*</author>")


def packed(text: str) -> str:
    """Project XML as QGIS keeps it in a GeoPackage."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(f"{PROJECT_NAME}.qgs", text)
    return binascii.hexlify(buffer.getvalue()).decode("ascii")


def unpacked(content: object) -> str | None:
    """The XML in a stored project; None when it is not one (the file comes from anywhere)."""
    try:
        raw = binascii.unhexlify(content if isinstance(content, (str, bytes)) else b"")
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            inside = next(info for info in archive.infolist() if info.filename.endswith(".qgs"))
            if inside.file_size > _MOST_BYTES:
                return None
            return archive.read(inside).decode("utf-8")
    except (ValueError, StopIteration, zipfile.BadZipFile, UnicodeDecodeError):
        return None


def without_names(xml: str) -> str:
    """Project XML without the names of those who made and saved it."""
    xml = _HEAD.sub(lambda head: _SAVED_BY.sub(r'\1=""', head[0]), xml, count=1)
    return _AUTHOR.sub("<author></author>", xml)


def forget_who_saved(connection: sqlite3.Connection) -> None:
    """Empty the user names in every project of the file; a project that cannot be read is removed."""
    for name, content in connection.execute("SELECT name, content FROM qgis_projects").fetchall():
        text = unpacked(content)
        if text is None:
            connection.execute("DELETE FROM qgis_projects WHERE name = ?", (name,))
        else:
            connection.execute(
                "UPDATE qgis_projects SET content = ? WHERE name = ?", (packed(without_names(text)), name)
            )
