"""An edit takes no longer in a large strukturbild: under 50 ms of processor time at 5,000 objects."""

from __future__ import annotations

import random
import statistics
import time
from pathlib import Path

from qgis.core import QgsApplication

from strukturbild_plugin.drawing.chains import insert_node, joinable, pull
from strukturbild_plugin.drawing.joints import join_nodes
from strukturbild_plugin.drawing.network import draw_strak, move_node, nearest_node
from strukturbild_plugin.drawing.objects import copy_all, delete_object, set_values
from strukturbild_plugin.drawing.seeing import things_at
from strukturbild_plugin.store.curves import smooth_line
from strukturbild_plugin.store.geopackage import writing
from strukturbild_plugin.store.records import Objekt
from tests.drawing_helpers import STRAK, desk_on, line_of
from tests.store_helpers import TARGET, TODAY, line, new_file, point, square, thing


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
    lines = [each.objekt_id for each in objects[1_500:4_000]]

    def other_node(strak_id: str) -> str:
        return next(each for each in ids[1_400:] if each not in desk.known(strak_id).noder)

    edits = {
        "flytta": lambda n: move_node(desk, ids[n], (500_000 + n, 6_500_000)),
        "ångra": lambda n: desk.undo(),
        "rita": lambda n: draw_strak(desk, STRAK, ids[3 * n : 3 * n + 3]),
        "ändra": lambda n: set_values(desk, ids[n], {"namn": f"Ny {n}"}),
        "ta bort": lambda n: delete_object(desk, ids[900 + n]),
        "fäst": lambda n: nearest_node(desk, (400_000 + n, 6_500_000), 5_000),
        "peka": lambda n: things_at(desk, desk.known(ids[n]).places[0], 2_000, TARGET),
        "lägg till nod": lambda n: insert_node(desk, lines[n], other_node(lines[n])),
        "böj": lambda n: pull(desk, lines[100 + n], line_of(desk, lines[100 + n])[3], (501_000, 6_501_000)),
        "möts": lambda n: joinable(desk, lines[200 + n]),
        "flernod": lambda n: join_nodes(desk, [ids[600 + 2 * n], ids[601 + 2 * n]]),
        "kopiera": lambda n: copy_all(desk, [lines[300 + n]], TODAY),
    }
    nearest_node(desk, (0, 0), 1)
    for name, edit in edits.items():
        took = []
        for number in range(25):
            started = time.process_time()
            edit(number)
            took.append(time.process_time() - started)
        assert statistics.median(took) < 0.05, name
    desk.close()
