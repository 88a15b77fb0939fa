"""A whole edition, and the delivery among 50 and 500 objects, against the bare writes of the same (baselines.py)."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path
from typing import Any

from tools.bench.baselines import BareDelivery, BareEdition
from tools.bench.bench_live import many_objects
from tools.bench.measure import Ratio, compared
from tools.bench.subject import picture_with_objects, stamp_of_zeros

MAX_EDITION, MAX_DELIVERY = 1.5, 3.0
DELIVERY_SIZES = (50, 500)


def edition_ratio(folder: Path, example: Path, runs: int = 5) -> Ratio:
    """The first edition of a file, in a new folder, against the sum of the bare writes."""
    from strukturbild_plugin.export.edition.edition import export
    from strukturbild_plugin.export.export_request import ExportRequest
    from strukturbild_plugin.export.sheets.make_sheet import make_sheet
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot

    place = _place(folder, "hel-utgava")
    files, number = _copies(example, place, runs), itertools.count()
    made = {key.partition(":")[0]: file for key, file in _made(next(files), place / "forst").items()}
    snapshot = read_snapshot(example)
    sheet = make_sheet(snapshot, picture_with_objects(snapshot), stamp_of_zeros())
    bare = BareEdition(made, sheet, place)
    try:
        return compared(
            "hel utgåva av exemplet",
            lambda: export(next(files), ExportRequest(folder=place / f"ut{next(number)}")),
            "samma filer skrivna av QGIS och GDAL",
            bare.write,
            MAX_EDITION,
            runs,
        )
    finally:
        bare.close()


def delivery_ratio(folder: Path, size: int, runs: int = 5) -> Ratio:
    """The first edition of a file, of nothing but the delivery, against ogr2ogr with styles and project."""
    from strukturbild_plugin.export.edition.edition import export
    from strukturbild_plugin.export.export_request import ExportRequest
    from strukturbild_plugin.store.create.create import NewStrukturbild, create
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
    from strukturbild_plugin.store.writing.transaction import writing

    place = _place(folder, f"leverans-{size}")
    path = create(place / "stor.gpkg", NewStrukturbild(titel="Mätning", lan=("17", "18"), mall="malbild"))
    with writing(path, "mätning") as db:
        db.add_objects(many_objects(read_snapshot(path), size))
    files, number = _copies(path, place, runs), itertools.count()
    bare = BareDelivery(_made(next(files), place / "forst", ("leverans",))["leverans"], place / "bar.gpkg")
    try:
        return compared(
            f"leverans av {size} objekt",
            lambda: export(next(files), ExportRequest(folder=place / f"ut{next(number)}", formats=("leverans",))),
            "ogr2ogr, stilar och projekt",
            bare.write,
            MAX_DELIVERY,
            runs,
        )
    finally:
        bare.close()


def _place(folder: Path, name: str) -> Path:
    place = folder / name
    place.mkdir()
    return place


def _copies(path: Path, place: Path, runs: int) -> Any:
    """Files without an edition: one for what the baseline writes again, and one for each time."""
    return iter([Path(shutil.copy(path, place / f"kopia{number}.gpkg")) for number in range(runs + 2)])


def _made(path: Path, folder: Path, formats: tuple[str, ...] = ()) -> dict[str, Path]:
    from strukturbild_plugin.export.edition.edition import export
    from strukturbild_plugin.export.export_request import ExportRequest

    return dict(export(path, ExportRequest(folder=folder, formats=formats)).files)
