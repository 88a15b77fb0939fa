"""Text files to import from (CSV, GeoJSON, KML, GPX) as UTF-8, whatever they were written in: GDAL takes no other."""

from __future__ import annotations

import re
from pathlib import Path

from ....encoding import UTF_8, text_of
from ....errors import ImportRefused
from ....i18n import tr

TABLES = (".csv", ".tsv", ".txt")
TEXT_FILES = (*TABLES, ".geojson", ".json", ".geojsonl", ".geojsons", ".topojson", ".kml", ".gpx")
_MAX_BYTES = 200_000_000
_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([^"'>]*)["']""")
_DECLARATION = re.compile(r"""(\A\s*<\?xml[^>]*?encoding\s*=\s*["'])[^"'>]*""")


def table_text(path: Path) -> tuple[str, tuple[str, ...]]:
    """The text of a table file, and what to tell of how it was read. ImportRefused when it is none."""
    if path.stat().st_size > _MAX_BYTES:
        raise ImportRefused(tr("Tabellen {fil} är för stor. Gör ett urval först.").format(fil=path.name))
    return _text(path)[:2]


def text_file_as_utf8(path: Path, folder: Path) -> tuple[Path, tuple[str, ...]]:
    """The file itself or a copy of it in `folder` that is in UTF-8, and what to tell of how it was read."""
    if path.stat().st_size > _MAX_BYTES:
        return path, ()
    text, notes, codec = _text(path)
    if codec == UTF_8 and not notes:
        return path, ()
    copy = folder / path.name
    copy.write_text(_DECLARATION.sub(r"\g<1>UTF-8", text, count=1), encoding=UTF_8, newline="")
    return copy, notes


def _text(path: Path) -> tuple[str, tuple[str, ...], str]:
    data = path.read_bytes()
    declared = _DECLARED.match(data[:1000].removeprefix(b"\xef\xbb\xbf"))
    text, found = text_of(data, declared.group(1).decode("latin-1") if declared else None)
    if "\0" in text:
        raise ImportRefused(
            tr("{fil} är ingen textfil. Spara den på nytt i det program den kommer från.").format(fil=path.name)
        )
    return text, found.notes, found.codec
