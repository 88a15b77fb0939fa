"""Text files to import from (CSV, GeoJSON, KML, GPX) as UTF-8, whatever they were written in: GDAL takes no other."""

from __future__ import annotations

import re
from pathlib import Path

from ...encoding import UTF_8, text_of
from ...errors import ImportRefused
from ...i18n import tr

TABLES = (".csv", ".tsv", ".txt")
TEXT_FILES = (*TABLES, ".geojson", ".json", ".geojsonl", ".geojsons", ".topojson", ".kml", ".gpx")
_MAX_BYTES = 200_000_000
_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([^"'>]*)["']""")
_DECLARATION = re.compile(r"""(\A\s*<\?xml[^>]*?encoding\s*=\s*["'])[^"'>]*""")


def text_file_as_utf8(path: Path, folder: Path) -> tuple[Path, tuple[str, ...]]:
    """The file itself or a copy of it in `folder` that is in UTF-8, and what to tell of how it was read.

    A table gets the ending .csv, and no byte order mark.
    """
    is_table, too_large = path.suffix.lower() in TABLES, path.stat().st_size > _MAX_BYTES
    if too_large and not is_table:
        return path, ()
    if too_large:
        raise ImportRefused(tr("Tabellen {fil} är för stor. Gör ett urval först.").format(fil=path.name))
    data = path.read_bytes()
    declared = _DECLARED.match(data[:1000].removeprefix(b"\xef\xbb\xbf"))
    text, found = text_of(data, declared.group(1).decode("latin-1") if declared else None)
    if "\0" in text:
        raise ImportRefused(
            tr("{fil} är ingen textfil. Spara den på nytt i det program den kommer från.").format(fil=path.name)
        )
    if is_table:
        copy = folder / f"{path.stem or 'tabell'}.csv"
        text = _without_excel_hint(text)
    elif found.codec == UTF_8 and not found.notes:
        return path, ()
    else:
        copy = folder / path.name
        text = _DECLARATION.sub(r"\g<1>UTF-8", text, count=1)
    copy.write_text(text, encoding=UTF_8, newline="")
    return copy, found.notes


def _without_excel_hint(text: str) -> str:
    """Excel's first line 'sep=;' is no header."""
    first, _, rest = text.partition("\n")
    return rest if first.strip().lower().startswith("sep=") else text
