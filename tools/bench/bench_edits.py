"""Every kind of edit that a pen makes, in a strukturbild of any size: timed here, counted in the tests."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tools.bench.bench_live import many_objects

TIMES = 25
NODES = 150
"""Of so many nodes, the first, some are edited."""


def edits_in(path: Path, objects: Sequence[Any]) -> tuple[Any, Mapping[str, Callable[[int], object]]]:
    """Fill the strukturbild at `path`; its edit session, and each kind of edit to the first of `objects`, by number."""
    from strukturbild_plugin.drawing.edits.corridor_edits import insert_node, joinable, pull
    from strukturbild_plugin.drawing.edits.identify import objects_at
    from strukturbild_plugin.drawing.edits.joint_nodes import join_nodes
    from strukturbild_plugin.drawing.edits.network import draw_corridor, move_node, nearest_node
    from strukturbild_plugin.drawing.edits.objects import NewObject, copy_all, delete_object, set_values
    from strukturbild_plugin.drawing.edits.qgis_geometry import lines_of
    from strukturbild_plugin.drawing.session.edit_session import EditSession, layers_by_code
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
    from strukturbild_plugin.store.qgis_project.layers import open_layers
    from strukturbild_plugin.store.writing.transaction import writing

    snapshot = read_snapshot(path)
    picture, other = (other_picture.bild_id for other_picture in snapshot.pictures[:2])
    with writing(path, "mätning") as db:
        db.add_objects(objects)
    edit_session = EditSession(
        layers_by_code([layer for _, layer in open_layers(path)], snapshot.catalogue), snapshot.catalogue
    )
    edit_session.start()
    ids = [each.objekt_id for each in objects if each.lager == "nod"][:NODES]
    lines = [each.objekt_id for each in objects if each.lager == "strak"]
    nearest_node(edit_session, (0, 0), 1)

    def free(corridor_id: str) -> str:
        return next(each for each in reversed(ids) if each not in edit_session.known(corridor_id).noder)

    def bend(corridor_id: str) -> None:
        ((_first, second, *_rest),) = lines_of(edit_session.feature(corridor_id).geometry())
        pull(edit_session, corridor_id, second, (501_000, 6_601_000))

    corridor = NewObject("strak", bild_id=picture)
    return edit_session, {
        "flytta": lambda n: move_node(edit_session, ids[n], (500_000 + n, 6_600_000)),
        "ångra": lambda _n: edit_session.undo(),
        "rita": lambda n: draw_corridor(edit_session, corridor, ids[3 * n : 3 * n + 3]),
        "ändra": lambda n: set_values(edit_session, ids[n], {"namn": f"Ny {n}"}),
        "fäst": lambda n: nearest_node(edit_session, (400_000 + n, 6_600_000), 5_000),
        "peka": lambda n: objects_at(edit_session, edit_session.known(ids[n]).places[0], 2_000, picture),
        "lägg till nod": lambda n: insert_node(edit_session, lines[n], free(lines[n])),
        "böj": lambda n: bend(lines[25 + n]),
        "möts": lambda n: joinable(edit_session, lines[50 + n]),
        "kopiera": lambda n: copy_all(edit_session, [lines[75 + n]], other),
        "flernod": lambda n: join_nodes(edit_session, [ids[75 + 2 * n], ids[76 + 2 * n]]),
        "ta bort": lambda n: delete_object(edit_session, ids[50 + n]),
    }


def slowest_edit(folder: Path) -> tuple[str, float]:
    """The kind of edit that takes longest among five thousand objects, and the seconds (median) of processor time."""
    from strukturbild_plugin.store.create.create import NewStrukturbild, create
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot

    path = create(folder / "ändringar.gpkg", NewStrukturbild(titel="Mätning", lan=("17", "18"), mall="malbild"))
    edit_session, kinds = edits_in(path, many_objects(read_snapshot(path)))
    took = {}
    for name, edit in kinds.items():
        times = []
        for number in range(TIMES):
            started = time.process_time()
            edit(number)
            times.append(time.process_time() - started)
        took[name] = statistics.median(times)
    edit_session.close()
    return max(took.items(), key=lambda pair: pair[1])
