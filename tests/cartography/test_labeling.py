"""Names on a printed map: none on another, none on a node, none twice; where there is no room the lesser go first."""

from __future__ import annotations

from pathlib import Path

from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.export.sheets.label_helpers import crowd_of
from tools.real_data.make import make_real

LESSER = {"lokal", "landsbygd", "delregional"}


def test_names_of_the_example_keep_apart_on_a4(example_file: Path, tmp_path: Path) -> None:
    crowd = crowd_of(read_snapshot(example_file), "A4", tmp_path)
    assert crowd.nodes > 20 and crowd.without == ()
    assert (crowd.on_each_other, crowd.on_nodes, crowd.doubled) == ((), (), ())


def test_sixty_towns_keep_apart_on_a4(base_data: Path, shared_data: Path, tmp_path: Path) -> None:
    dense = make_real("mitt", "malbild", tmp_path / "mitt.gpkg")
    crowd = crowd_of(read_snapshot(dense), "A4", tmp_path)
    assert crowd.nodes > 55
    assert (crowd.on_each_other, crowd.on_nodes, crowd.doubled) == ((), (), ())
    assert len(crowd.without) < 8 and {level for level, _name in crowd.without} <= LESSER
