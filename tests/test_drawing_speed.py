"""An edit takes no longer in a large strukturbild: under 50 ms at 5,000 objects."""

from __future__ import annotations

import random
import statistics
import time
from pathlib import Path

from qgis.core import QgsApplication

from strukturbild_plugin.drawing.network import draw_strak, move_node, nearest_node
from strukturbild_plugin.drawing.objects import delete_object, set_values
from strukturbild_plugin.store.curves import smooth_line
from strukturbild_plugin.store.geopackage import writing
from strukturbild_plugin.store.records import Objekt
from tests.drawing_helpers import STRAK, desk_on
from tests.store_helpers import line, new_file, point, square, thing


def large() -> list[Objekt]:
    """1,500 nodes, 2,500 lines hanging on them, 1,000 areas."""
    dice = random.Random(1)
    spots = [(300_000 + dice.random() * 400_000, 6_200_000 + dice.random() * 800_000) for _ in range(1_500)]
    nodes = [thing("nod", "nod", f"N{number}", point(spot)) for number, spot in enumerate(spots)]
    made = list(nodes)
    for number in range(2_500):
        chosen = dice.sample(range(1_500), 3)
        chain = "{" + ",".join(nodes[each].objekt_id for each in chosen) + "}"
        curve = line(*smooth_line([spots[each] for each in chosen]))
        made.append(thing("strak", "strak", f"S{number}", curve, attribut={"noder": chain}))
    made.extend(thing("gron_bla_yta", "gron_kil", f"G{n}", square(*spots[n], 9_000)) for n in range(1_000))
    return made


def test_every_kind_of_edit_is_quick_among_five_thousand_objects(tmp_path: Path, qgis_app: QgsApplication) -> None:
    path, objects = new_file(tmp_path), large()
    with writing(path, "prov") as db:
        db.add_objects(objects)
    desk = desk_on(path)
    desk.start()
    ids = [each.objekt_id for each in objects[:1_500]]
    edits = {
        "flytta": lambda n: move_node(desk, ids[n], (500_000 + n, 6_500_000)),
        "ångra": lambda n: desk.undo(),
        "rita": lambda n: draw_strak(desk, STRAK, ids[3 * n : 3 * n + 3]),
        "ändra": lambda n: set_values(desk, ids[n], {"namn": f"Ny {n}"}),
        "ta bort": lambda n: delete_object(desk, ids[900 + n]),
        "fäst": lambda n: nearest_node(desk, (400_000 + n, 6_500_000), 5_000),
    }
    nearest_node(desk, (0, 0), 1)
    for name, edit in edits.items():
        took = []
        for number in range(25):
            started = time.perf_counter()
            edit(number)
            took.append(time.perf_counter() - started)
        assert statistics.median(took) < 0.05, name
    desk.close()
