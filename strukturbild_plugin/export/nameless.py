"""Take the login name out of the QGIS projects inside a delivery: QGIS writes it into everything it saves."""

from __future__ import annotations

import binascii
import io
import re
import sqlite3
import zipfile

_HEAD = re.compile(r"<qgis\b[^>]*>")
_SAVED_BY = re.compile(r'\b(saveUser(?:Full)?)="[^"]*"')
_AUTHOR = re.compile(r"<author>[^<]*</author>")


def forget_who_saved(connection: sqlite3.Connection) -> None:
    """Empty the user names in every project of the file; a project that cannot be read is removed."""
    for name, content in connection.execute("SELECT name, content FROM qgis_projects").fetchall():
        nameless = _nameless(content)
        if nameless is None:
            connection.execute("DELETE FROM qgis_projects WHERE name = ?", (name,))
        else:
            connection.execute("UPDATE qgis_projects SET content = ? WHERE name = ?", (nameless, name))


def without_names(xml: str) -> str:
    """Project XML without the names of those who made and saved it."""
    xml = _HEAD.sub(lambda head: _SAVED_BY.sub(r'\1=""', head[0]), xml, count=1)
    return _AUTHOR.sub("<author></author>", xml)


def _nameless(content: object) -> str | None:
    """A stored project (a zip, in hexadecimal) with its XML without names."""
    try:
        raw = binascii.unhexlify(content if isinstance(content, (str, bytes)) else b"")
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    except (ValueError, zipfile.BadZipFile):
        return None
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for filename, data in parts:
            if filename.endswith(".qgs"):
                data = without_names(data.decode("utf-8", "replace")).encode()
            archive.writestr(filename, data)
    return binascii.hexlify(packed.getvalue()).decode("ascii")
