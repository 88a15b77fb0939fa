"""Measure what an edit costs while one draws, among five thousand objects: read, checked and measured again."""

from __future__ import annotations

import gc
import random
import statistics
import time
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

OBJECTS = 5_000
EDITS = 15
"""Of each kind; the figure is the median of all."""


class OpenLayers:
    """Layers that stand open, as the window has them."""

    copy = None
    """Nobody's copy in a workshop."""

    def __init__(self, layers: Sequence[QgsVectorLayer]) -> None:
        self._layers = layers

    def layers(self) -> Sequence[QgsVectorLayer]:
        """The layers."""
        return self._layers


def edit_and_check(folder: Path) -> tuple[float, float]:
    """Seconds for what follows on one edit, and for checking everything once, among the same objects."""
    from strukturbild_plugin.checks.run import check
    from strukturbild_plugin.drawing.session.edit_session import EditSession, layers_by_code
    from strukturbild_plugin.gui.session.live_checks import LiveChecks
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
    from strukturbild_plugin.store.qgis_project.layers import open_layers

    path = large_file(folder)
    base = read_snapshot(path)
    started = time.perf_counter()
    check(base)
    whole = time.perf_counter() - started
    layers = [layer for _group, layer in open_layers(path)]
    edit_session = EditSession(layers_by_code(layers, base.catalogue), base.catalogue, author="mätning")
    live = LiveChecks(print, "sv")
    live.follow(OpenLayers(layers), base)
    live.now()
    took = []
    for edit in _edits(edit_session, [one.objekt_id for one in base.objects if one.lager == "nod"]):
        edit()
        started = time.perf_counter()
        live.now()
        took.append(time.perf_counter() - started)
    live.close()
    for layer in layers:
        layer.rollBack()
    edit_session.close()
    return statistics.median(took), whole


def save_gestures(folder: Path) -> tuple[float, float]:
    """Seconds for saving one gesture in one transaction, and for QGIS's own saving of the same, among as many."""
    from strukturbild_plugin.drawing.session.edit_session import EditSession, layers_by_code
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
    from strukturbild_plugin.store.qgis_project.layers import open_layers

    path = large_file(folder)
    base = read_snapshot(path)
    layers = [layer for _group, layer in open_layers(path)]
    edit_session = EditSession(layers_by_code(layers, base.catalogue), base.catalogue, author="mätning")
    took: dict[str, list[float]] = {"ours": [], "qgis": []}
    for number, edit in enumerate(_edits(edit_session, [one.objekt_id for one in base.objects if one.lager == "nod"])):
        edit()
        whose = "qgis" if number % 2 else "ours"
        started = time.perf_counter()
        if whose == "ours":
            edit_session.save()
        else:
            for layer in (one for one in edit_session.layers.values() if one.isModified()):
                layer.commitChanges(False)
        took[whose].append(time.perf_counter() - started)
    edit_session.close()
    return statistics.median(took["ours"]), statistics.median(took["qgis"])


def first_reading(folder: Path) -> float:
    """How long, in seconds of processor time, the window is kept from its work when all is read the first time.

    The 99th of a hundred turns on the main thread, what the answer is shown with left out.
    """
    from qgis.PyQt.QtCore import QCoreApplication

    from strukturbild_plugin.gui.session.live_checks import LiveChecks
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
    from strukturbild_plugin.store.qgis_project.layers import open_layers

    path = large_file(folder)
    gc.collect()  # what was measured before this is not to be swept up in the middle of it
    turns: list[float] = []

    class Timed(LiveChecks):
        """One that keeps account of its turns."""

        def _slice(self) -> None:
            started = time.thread_time()
            super()._slice()
            turns.append(time.thread_time() - started)

    answers: list[Any] = []
    live = Timed(print, "sv")
    live.was_read.connect(answers.append)
    live.follow(OpenLayers([layer for _group, layer in open_layers(path)]), read_snapshot(path))
    while not answers:
        QCoreApplication.processEvents()
    live.close()
    return sorted(turns)[int(len(turns) * 0.99)]


def large_file(folder: Path) -> Path:
    """A strukturbild with five thousand objects in `folder`, made once."""
    from strukturbild_plugin.store.create.create import NewStrukturbild, create
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
    from strukturbild_plugin.store.writing.transaction import writing

    path = folder / "stor.gpkg"
    if not path.is_file():
        create(path, NewStrukturbild(titel="Mätning", lan=("17", "18"), mall="malbild"))
        with writing(path, "mätning") as db:
            db.add_objects(many_objects(read_snapshot(path)))
    return path


def many_objects(snapshot: Any, count: int = OBJECTS, north: float = 0.0) -> list[Any]:
    """Objects for its first picture, so many metres farther north: nodes, lines that hang on three of them, areas."""
    from strukturbild_plugin.drawing.edits.qgis_geometry import lines_geometry, points_geometry
    from strukturbild_plugin.store.geometry.curves import smooth_line
    from strukturbild_plugin.store.gpkg.records import ObjectRecord

    dice, picture = random.Random(1), snapshot.pictures[0].bild_id
    node_count, line_count, area_count = count * 3 // 10, count // 2, count // 5

    def thing(layer: str, class_code: str, name: str, geometry: Any, **attributes: Any) -> ObjectRecord:
        wkb = bytes(geometry.asWkb())
        fixed: dict[str, Any] = {"niva": "", "undertyp": "", "roller": (), "status": "", "osakerhet": ""}
        return ObjectRecord(str(uuid.uuid4()), layer, class_code, picture, name, wkb=wkb, attribut=attributes, **fixed)

    south = 6_545_000 + north
    spots = [(340_000 + dice.random() * 200_000, south + dice.random() * 150_000) for _ in range(node_count)]
    nodes = [thing("nod", "nod", f"Ort {n}", points_geometry([spot])) for n, spot in enumerate(spots)]
    made = list(nodes)
    for number in range(line_count):
        chosen = dice.sample(range(node_count), 3)
        chain = "{" + ",".join(nodes[place].objekt_id for place in chosen) + "}"
        curve = lines_geometry([smooth_line([spots[place] for place in chosen])])
        made.append(thing("strak", "strak", f"Stråk {number}", curve, noder=chain))
    made += [
        thing("gron_bla_yta", "gron_kil", f"Kil {n}", points_geometry([spots[n]]).buffer(4_000, 4))
        for n in range(area_count)
    ]
    return made


def _edits(edit_session: Any, nodes: list[str]) -> list[Callable[[], object]]:
    from strukturbild_plugin.drawing.edits.network import move_node
    from strukturbild_plugin.drawing.edits.objects import delete_object, set_values

    found: list[Callable[[], object]] = []
    for number in range(EDITS):
        found.append(lambda n=number: move_node(edit_session, nodes[n], (400_000 + n * 900, 6_600_000)))  # type: ignore[misc]
        found.append(lambda n=number: set_values(edit_session, nodes[100 + n], {"namn": f"Ny {n}"}))  # type: ignore[misc]
        found.append(lambda n=number: delete_object(edit_session, nodes[200 + n]))  # type: ignore[misc]
        found.append(edit_session.undo)
    return found
