"""Checks the finished base data as a user would meet it: opened again, counted, every geometry valid."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Mapping

from strukturbild_plugin.compat import ogr
from tools.base_data.names import REGION_CODES
from tools.base_data.sources import BaseDataError

EXACT_ROWS = {"lan": 21, "lanyta": 21, "lanomrade": 21, "kommuner": 290}
MIN_ROWS = {
    "land": 1, "sjoar": 400, "orter": 1500, "grannregioner": 38, "grannlander": 9, "kallor": 4,
    "langranser": 35, "riksgranser": 3,
}  # fmt: skip
KNOWN_PLACES = (
    "Stockholm",
    "Göteborg",
    "Malmö",
    "Karlstad",
    "Örebro",
    "Luleå",
    "Åmål",
    "Visby",
    "Oslo",
    "Köpenhamn",
    "Tromsø",
    "Bergen",
    "Uleåborg",
    "Joensuu",
)
KNOWN_REGIONS = {"17": "Värmlands län", "18": "Örebro län", "14": "Västra Götalands län", "25": "Norrbottens län"}
MAX_FILE_BYTES = 6_000_000


def verify(path: Path) -> Mapping[str, int]:
    """Rows per layer. BaseDataError when something is missing, invalid or out of place."""
    counts = _checked_layers(path)
    for layer, wanted in {**EXACT_ROWS, **MIN_ROWS}.items():
        count = counts.get(layer, 0)
        if count < wanted or (layer in EXACT_ROWS and count != wanted):
            raise BaseDataError(f"Lagret {layer} har {count} rader; {wanted} väntades.")
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as database:
        _check_names(database)
    if path.stat().st_size > MAX_FILE_BYTES:
        megabytes = path.stat().st_size / 1e6
        raise BaseDataError(f"{path.name} blev {megabytes:.1f} MB; högst {MAX_FILE_BYTES / 1e6:.0f} får det bli.")
    return counts


def _checked_layers(path: Path) -> dict[str, int]:
    source = ogr.Open(str(path))
    counts = {}
    for layer in source:
        counts[layer.GetName()] = layer.GetFeatureCount()
        if layer.GetGeomType() == ogr.wkbNone:
            continue
        for row in layer:
            shape = row.GetGeometryRef()
            if shape is None or shape.IsEmpty() or not shape.IsValid():
                raise BaseDataError(f"Lagret {layer.GetName()}, rad {row.GetFID()}: tom eller ogiltig geometri.")
    return counts


def _check_names(database: sqlite3.Connection) -> None:
    regions = dict(database.execute("SELECT lan_kod, namn FROM lan"))
    wrong = [code for code, name in KNOWN_REGIONS.items() if regions.get(code) != name]
    if wrong:
        raise BaseDataError(f"Län med oväntat namn: {', '.join(wrong)}.")
    coded = dict(database.execute("SELECT kod, iso FROM grannregioner WHERE kod <> ''"))
    missing = sorted(set(REGION_CODES.values()) ^ set(coded))
    if missing:
        raise BaseDataError(f"Områden i Norge och Finland som saknas eller inte väntades: {', '.join(missing)}.")
    places = {name for (name,) in database.execute("SELECT namn FROM orter")}
    missing = [name for name in KNOWN_PLACES if name not in places]
    if missing:
        raise BaseDataError(f"Orter som saknas: {', '.join(missing)}.")
