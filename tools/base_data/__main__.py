"""Make resources/basdata.gpkg, the base map that the plugin carries: `python -m tools.base_data [FILE]`.

Sources are the pinned packages of tools/setup/requirements.txt and QGIS's own world map; nothing is fetched.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from strukturbild_plugin.compat import ogr, raising_gdal
from tools.base_data.coast import make_water
from tools.base_data.fit import fit
from tools.base_data.names import REGION_CODES
from tools.base_data.neighbours import make_countries, make_regions
from tools.base_data.origin import COLUMNS, origin_rows
from tools.base_data.places import distances_to_larger, make_places
from tools.base_data.regions import make_counties, make_municipalities
from tools.base_data.shapes import parts, united
from tools.base_data.sources import BaseDataError
from tools.base_data.verify import verify
from tools.base_data.write import Table, replace, write_base

DEFAULT = Path(__file__).resolve().parents[2] / "resources" / "basdata.gpkg"
AREA, LINE, POINT, NONE = ogr.wkbMultiPolygon, ogr.wkbMultiLineString, ogr.wkbPoint, ogr.wkbNone


def build() -> list[Table]:
    """All layers of the base data."""
    counties, municipalities, water = make_counties(), make_municipalities(), make_water()
    fitted = fit(counties, water, make_countries(), make_regions())
    places = make_places(united([each.geometry for each in counties]), [each.namn for each in municipalities])
    names = {each.lan_kod: each.namn for each in counties}
    return [
        Table("lan", AREA, ("lan_kod", "namn"), counties),
        Table("kommuner", AREA, ("kommun_kod", "namn", "lan_kod", "fa_kod", "fa_namn"), municipalities),
        Table(
            "lanyta",
            AREA,
            ("lan_kod", "namn"),
            [(code, names[code], area_of_land) for code, area_of_land in sorted(fitted.lan.items())],
        ),
        Table(
            "lanomrade",
            AREA,
            ("lan_kod", "namn"),
            [(each.lan_kod, each.namn, fitted.reach[each.lan_kod]) for each in counties],
        ),
        Table("langranser", LINE, ("lan_a", "lan_b"), fitted.county_borders),
        Table("land", AREA, (), [(part,) for part in parts(water.land)]),
        Table("sjoar", AREA, ("yta_km2",), [(round(s.area() / 1e6), s) for s in water.lakes], numbers=("yta_km2",)),
        Table(
            "orter",
            POINT,
            ("namn", "land", "lan_kod", "befolkning", "avstand_storre"),
            [(*place[:4], far, place.geometry) for place, far in zip(places, distances_to_larger(places))],
            numbers=("befolkning", "avstand_storre"),
        ),
        Table(
            "grannregioner",
            AREA,
            ("iso", "namn", "kod"),
            [(*area[:2], REGION_CODES.get((area.iso, area.namn), ""), area.geometry) for area in fitted.regions],
        ),
        Table("grannlander", AREA, ("iso", "namn"), [area for area in fitted.countries if area.iso != "SE"]),
        Table("riksgranser", LINE, ("iso_a", "iso_b"), fitted.country_borders),
        Table("kallor", NONE, COLUMNS, origin_rows()),
    ]


@raising_gdal()
def main(wanted: Path) -> int:
    """Build, check and put in place; 1 and a sentence when that fails."""
    started = time.monotonic()
    made = wanted.with_name(f".ny-{wanted.name}")
    wanted.parent.mkdir(parents=True, exist_ok=True)
    made.unlink(missing_ok=True)
    try:
        write_base(made, build())
        counts = verify(made)
        replace(made, wanted)
    except BaseDataError as error:
        print(f"Basdata blev inte gjorda: {error}", file=sys.stderr)
        return 1
    finally:
        made.unlink(missing_ok=True)
    rows = ", ".join(f"{layer} {count}" for layer, count in counts.items())
    print(f"{wanted}: {wanted.stat().st_size / 1e6:.1f} MB på {time.monotonic() - started:.0f} s ({rows})")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT))
