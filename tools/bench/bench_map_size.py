"""How large the PDF of a map is, of few and of many objects."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tools.bench.bench_live import many_objects
from tools.bench.subject import picture_with_objects, stamp_of_zeros

SIZES = (50, 500)
MAX_MEGABYTES = 6.0
"""Of a map of 500 objects: what an e-mail takes."""


@dataclass(frozen=True)
class MapSize:
    """The PDF of a map with so many objects."""

    objects: int
    megabytes: float

    @property
    def ok(self) -> bool:
        """Whether it is as small as it must be."""
        return self.megabytes <= MAX_MEGABYTES


def map_sizes(folder: Path) -> list[MapSize]:
    """Write the A3 sheet of each of `SIZES`."""
    from strukturbild_plugin.export.sheets.make_sheet import print_map
    from strukturbild_plugin.store.create.create import NewStrukturbild, create
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
    from strukturbild_plugin.store.writing.transaction import writing

    found = []
    for size in SIZES:
        path = create(folder / f"karta-{size}.gpkg", NewStrukturbild(titel="Mätning", lan=("17", "18"), mall="malbild"))
        with writing(path, "mätning") as db:
            db.add_objects(many_objects(read_snapshot(path), size))
        snapshot, pdf = read_snapshot(path), folder / f"karta-{size}.pdf"
        print_map(snapshot, picture_with_objects(snapshot), stamp_of_zeros(), pdf)
        found.append(MapSize(size, pdf.stat().st_size / 1_000_000))
    return found


def table(sizes: list[MapSize]) -> list[str]:
    """The figures as Markdown."""
    rows = (f"| {s.objects} | {s.megabytes:.2f} | {MAX_MEGABYTES:g} | {'ja' if s.ok else 'NEJ'} |" for s in sizes)
    return ["", "| objekt på kartan | PDF (MB) | mål (MB) | |", "|---:|---:|---:|---|", *rows]
