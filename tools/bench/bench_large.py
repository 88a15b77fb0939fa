"""Measure what is done to much at a time: thousands of objects opened, imported and edited, areas made calm."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tools.bench.bench_edits import slowest_edit
from tools.bench.bench_live import large_file

Median = Callable[[Callable[[], object]], float]


def large_costs(folder: Path, median: Median) -> list[tuple[str, float, float]]:
    """What is done, the seconds it takes, and its goal on two cores."""
    edit, seconds = slowest_edit(folder)
    return [
        ("öppna och läsa 5 000 objekt", _open_and_read(folder, median), 0.5),
        ("importera 5 000 ytor", _import(folder, median), 5.0),
        ("schematisera kartunderlagets alla sjöar", _schematise(median), 3.0),
        (f"långsammaste ändringen bland 5 000 objekt ({edit})", seconds, 0.05),
    ]


def _open_and_read(folder: Path, median: Median) -> float:
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
    from strukturbild_plugin.store.writing.open_check import check_file

    path = large_file(folder)
    return median(lambda: (check_file(path), read_snapshot(path)))


def _import(folder: Path, median: Median) -> float:
    from strukturbild_plugin.store.create.create import NewStrukturbild, create
    from strukturbild_plugin.store.importing.objects import ImportRequest, import_objects
    from tests.store.importing.helpers import KARLSTAD, square, write_layer

    x, y = KARLSTAD
    shapes = [square((x + 700 * (n % 70), y + 700 * (n // 70)), 600) for n in range(5_000)]
    source = write_layer(folder / "ytor.gpkg", shapes, values=[{"namn": f"Yta {n}"} for n in range(5_000)])
    request = NewStrukturbild(titel="Mätning", lan=("17", "18"), mall="malbild")

    def into_a_new_one() -> None:
        path = create(folder / "import.gpkg", request, overwrite=True)
        import_objects(path, ImportRequest(source, klass="gron_vardekarna"))

    return median(into_a_new_one)


def _schematise(median: Median) -> float:
    from qgis.core import QgsVectorLayer

    from strukturbild_plugin import paths
    from strukturbild_plugin.drawing.edits.areas import schematise

    lakes = QgsVectorLayer(f"{paths.BASE_DATA}|layername=sjoar", "", "ogr")
    shapes = [lake.geometry() for lake in lakes.getFeatures()]
    return median(lambda: schematise(shapes))
