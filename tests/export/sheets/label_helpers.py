"""Counting what lies on what on a printed map: label boxes against each other and against the nodes' symbols."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsGeometry, QgsLayoutExporter, QgsLayoutItemMap, QgsPointXY

from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set
from strukturbild_plugin.cartography.symbols.resolved_symbol import resolve_symbol
from strukturbild_plugin.cartography.typography.page import page_of
from strukturbild_plugin.cartography.typography.text_style import scaled
from strukturbild_plugin.export.sheets.make_sheet import make_sheet
from strukturbild_plugin.export.sheets.map_layers import LAYER_PROPERTY
from strukturbild_plugin.export.sheets.sheet_kinds import drawn_pictures, kind_named
from strukturbild_plugin.store.gpkg.records import Snapshot
from tests.export.sheets.helpers import stamp_of


@dataclass(frozen=True)
class Crowd:
    """What a printed map's names do."""

    nodes: int
    named: tuple[str, ...]
    """Names of nodes that found room."""
    without: tuple[tuple[str, str], ...]
    """Level and name of the nodes that did not."""
    on_each_other: tuple[tuple[str, str], ...]
    on_nodes: tuple[tuple[str, str], ...]
    """A name, and the node of something else that it covers."""
    doubled: tuple[str, ...]
    """Names of nodes that the base map says as well."""
    places: dict[tuple[str, str], tuple[float, float]]
    """The middle of each name, by layer and text."""


def crowd_of(snapshot: Snapshot, paper: str, folder: Path) -> Crowd:
    """Print the first drawn picture on `paper` and count."""
    picture = drawn_pictures(snapshot)[0]
    sheet = make_sheet(snapshot, picture, stamp_of(snapshot), paper)
    shown = next(item for item in sheet.layout.items() if isinstance(item, QgsLayoutItemMap) and item.id() == "karta")
    exporter = QgsLayoutExporter(sheet.layout)
    exporter.exportToPdf(str(folder / "karta.pdf"), QgsLayoutExporter.PdfExportSettings())
    positions = [p for p in exporter.labelingResults()[shown.uuid()].allLabels() if not p.isUnplaced]
    layers = {layer.id(): layer for layer in shown.layers()}
    boxes = []
    for p in positions:
        corners = [QgsPointXY(c) for c in p.cornerPoints]
        boxes.append(((p.layerID, p.featureId, p.labelText), QgsGeometry.fromPolygonXY([[*corners, corners[0]]])))
    metres = shown.scale() / 1000
    factor = page_of(paper).factor * kind_named("karta").symbol_share
    symbols = scaled(load_symbol_set(snapshot.head.symboluppsattning, snapshot.attachments), factor)
    nodes = []
    for objekt in snapshot.objects:
        if objekt.bild_id != picture or objekt.lager != "nod" or not objekt.wkb:
            continue
        geometry = QgsGeometry()
        geometry.fromWkb(objekt.wkb)
        if not shown.extent().contains(geometry.boundingBox()):
            continue
        klass = snapshot.catalogue.object_class(objekt.klass)
        look = resolve_symbol(snapshot.catalogue, symbols, klass, "nod", objekt.niva, objekt.status)
        points = geometry.asMultiPoint() or [geometry.asPoint()]
        nodes.extend((objekt, QgsGeometry.fromPointXY(p).buffer(look.size / 2 * metres, 12)) for p in points)
    slack = (0.15 * metres) ** 2
    on_each_other, on_nodes = set(), set()
    for place, (key, box) in enumerate(boxes):
        for other, there in boxes[place + 1 :]:
            if key != other and box.boundingBoxIntersects(there) and box.intersection(there).area() > slack:
                on_each_other.add((key[2], other[2]))
        for objekt, circle in nodes:
            same = objekt.namn == key[2]
            if not same and box.boundingBoxIntersects(circle) and box.intersection(circle).area() > slack:
                on_nodes.add((key[2], objekt.namn))
    node_ids = {layer.id() for layer in layers.values() if layer.customProperty(LAYER_PROPERTY, "") == "nod"}
    named = {key[2] for key, _box in boxes if key[0] in node_ids}
    base = {key[2] for key, _box in boxes if not layers[key[0]].customProperty(LAYER_PROPERTY, "")}
    objects = {objekt.objekt_id: objekt for objekt, _circle in nodes if objekt.namn}
    without = tuple(sorted((o.niva, o.namn) for o in objects.values() if o.namn not in named))
    middles: dict[tuple[str, str], list[QgsPointXY]] = {}
    for key, box in boxes:
        middles.setdefault((layers[key[0]].name(), key[2]), []).append(box.centroid().asPoint())
    places = {k: (sum(p.x() for p in v) / len(v), sum(p.y() for p in v) / len(v)) for k, v in middles.items()}
    names = {o.namn for o in objects.values()}
    return Crowd(
        len(objects), tuple(sorted(named)), without, tuple(sorted(on_each_other)), tuple(sorted(on_nodes)),
        tuple(sorted(base & names)), places,
    )  # fmt: skip
