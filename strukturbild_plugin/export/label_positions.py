"""The labels of a sheet as it will be printed: where each is, and where it goes when it is moved.

The sheet is drawn to a picture by the layout engine, so that the names stand where it puts them; a moved name is kept
as a place for that picture and paper. Belongs in the main thread, as all printing.
"""

from __future__ import annotations

import math
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Iterable, Sequence

from qgis.core import QgsFeature, QgsLabelPosition, QgsLayoutExporter, QgsLayoutItemMap, QgsVectorLayer
from qgis.PyQt.QtGui import QImage

from ..cartography.labels.label_obstacles import name_width, place_labels
from ..cartography.labels.pinned_labels import label_rotation
from ..errors import ExportError
from ..i18n import tr
from ..store.gpkg.records import LabelPlace, Snapshot
from .custom_layouts.choose_layout import DEFAULT_KIND, chosen_layouts
from .custom_layouts.fill_layout import MAP, OWN_PAPER, make_own_sheet
from .sheets.make_sheet import make_sheet
from .sheets.map_layers import LAYER_PROPERTY, move_names, places_on
from .stamp import EditionStamp

_DPI, _MAX_SIDE_PX = 150.0, 2600.0
"""Dots per inch of the picture, and at most so many along its longer side."""
_MM_PER_INCH = 25.4
_BESIDE_MM = 4.0
"""How far right of its object a name is put that found no room."""
_EDGE_MM = 2.5
"""How far from the edge of the map it keeps."""
_NAME_HEIGHT_MM = 3.0
"""Height of a name that has not been drawn yet."""
Corner = tuple[float, float]


@dataclass(frozen=True)
class NameBox:
    """A name on the map: four corners in the picture's pixels for each piece it is drawn in, lower left first.

    A name along a line is drawn letter by letter, and a long line's name several times.
    """

    objekt_id: str
    name: str
    kind: str
    """Name of its layer, for lists."""
    pieces: tuple[tuple[Corner, ...], ...]
    moved: bool


@dataclass(frozen=True)
class DrawnSheet:
    """The sheet as an image, its labels, and the objects (id, name) whose labels found no room."""

    image: QImage
    names: tuple[NameBox, ...]
    without: tuple[tuple[str, str], ...]


class LabelPositions:
    """The sheet of a picture on a paper, drawn again whenever a label has been moved. Main thread only."""

    def __init__(self, snapshot: Snapshot, bild_id: str, stamp: EditionStamp, paper: str) -> None:
        """Compose the sheet, or with `OWN_PAPER` the layout carried along; ExportError when that cannot be done."""
        own = chosen_layouts("", snapshot.attachments).get(DEFAULT_KIND) if paper == OWN_PAPER else None
        if own is not None:
            self._sheet = make_own_sheet(snapshot, bild_id, stamp, own, overfull=True).sheet
        else:
            self._sheet = make_sheet(snapshot, bild_id, stamp, paper)
        self.bild_id, self.paper = bild_id, self._sheet.facts.paper
        self.kept = tuple(places_on(snapshot, bild_id, self.paper))
        """The names that are already moved."""
        maps = [item for item in self._sheet.layout.items() if isinstance(item, QgsLayoutItemMap)]
        self._map = next((item for item in maps if item.id().strip().lower() == MAP), maps[0])
        longest = max(self._sheet.facts.width_mm, self._sheet.facts.height_mm)
        self._dpi = float(round(min(_DPI, _MAX_SIDE_PX / longest * _MM_PER_INCH)))
        layers = [layer for layer in self._map.layers() if layer.customProperty(LAYER_PROPERTY, "")]
        self._layers: dict[str, QgsVectorLayer] = {layer.id(): layer for layer in layers}
        self._objects: dict[str, tuple[QgsVectorLayer, QgsFeature]] = {
            feature["objekt_id"]: (layer, feature) for layer in layers for feature in layer.getFeatures()
        }

    def draw(self, places: Iterable[LabelPlace]) -> DrawnSheet:
        """Draw the sheet with the labels moved to `places` (EPSG:3006). Raises ExportError when it cannot be drawn."""
        places = tuple(places)
        for layer in self._layers.values():
            move_names(layer, places)
        place_labels(self._map)
        image, positions = self._drawn()
        moved = {place.objekt_id for place in places}
        names = tuple(self._boxes(positions, moved))
        there = {name.objekt_id for name in names}
        without = [
            (key, feature["namn"])
            for key, (_layer, feature) in self._objects.items()
            if key not in there and feature["namn"] and self._inside(feature)
        ]
        return DrawnSheet(image, names, tuple(sorted(without, key=lambda each: each[1])))

    def moved(self, name: NameBox, dx: float, dy: float) -> LabelPlace:
        """The place (EPSG:3006) of a label that is moved `dx` pixels right and `dy` pixels down in the image."""
        corners = [corner for piece in name.pieces for corner in piece]
        metres = self._metres_per_pixel()
        if len(name.pieces) == 1:
            x, y = self._on_map(name.pieces[0][0][0] + dx, name.pieces[0][0][1] + dy)
            return self._place(name.objekt_id, x, y)
        length = sum(math.dist(piece[0], piece[1]) for piece in name.pieces) * metres
        height = max(math.dist(piece[1], piece[2]) for piece in name.pieces) * metres
        centre_x = sum(corner[0] for corner in corners) / len(corners) + dx
        centre_y = sum(corner[1] for corner in corners) / len(corners) + dy
        return self._centred(name.objekt_id, self._on_map(centre_x, centre_y), (length, height))

    def as_they_stand(self, drawn: DrawnSheet, places: Iterable[LabelPlace]) -> tuple[LabelPlace, ...]:
        """`places`, and the present place of every other straight label: nothing moves any more."""
        kept = tuple(places)
        there = {place.objekt_id for place in kept}
        rest = [name for name in drawn.names if name.objekt_id not in there and len(name.pieces) == 1]
        return (*kept, *(self.moved(name, 0.0, 0.0) for name in rest))

    def beside(self, objekt_id: str) -> LabelPlace:
        """A first place (EPSG:3006) for a label without room: right of its object, or else within the map."""
        layer, feature = self._objects[objekt_id]
        point, extent = feature.geometry().pointOnSurface().asPoint(), self._map.extent()
        mm = self._metres_per_pixel() * self._dpi / _MM_PER_INCH
        length = name_width(self._map, layer, objekt_id) * mm
        left, right = extent.xMinimum() + _EDGE_MM * mm, extent.xMaximum() - _EDGE_MM * mm - length
        x, y = point.x() + _BESIDE_MM * mm, point.y() - _NAME_HEIGHT_MM / 2 * mm
        if x > right:
            x = point.x() - _BESIDE_MM * mm - length
        if x < left:  # too long for either side: above, as far right as it goes
            x, y = max(left, min(right, point.x())), y + _BESIDE_MM * mm
        return self._place(objekt_id, x, y)

    def _centred(self, objekt_id: str, centre: Corner, size: tuple[float, float]) -> LabelPlace:
        """The lower left corner of a straight name around `centre`, turned as it will be there."""
        geometry, (x, y) = self._objects[objekt_id][1].geometry(), centre
        for _round in range(3):  # the turn depends on the corner, and the corner on the turn
            turn = math.radians(-label_rotation(geometry, x, y))
            across, up = size[0] / 2, size[1] / 2
            x = centre[0] - across * math.cos(turn) + up * math.sin(turn)
            y = centre[1] - across * math.sin(turn) - up * math.cos(turn)
        return self._place(objekt_id, x, y)

    def _place(self, objekt_id: str, x: float, y: float) -> LabelPlace:
        return LabelPlace(self.bild_id, objekt_id, self.paper, round(x, 2), round(y, 2))

    def _drawn(self) -> tuple[QImage, Sequence[QgsLabelPosition]]:
        settings = QgsLayoutExporter.ImageExportSettings()
        settings.dpi, settings.pages = self._dpi, [0]
        settings.exportMetadata = settings.generateWorldFile = False
        exporter = QgsLayoutExporter(self._sheet.layout)
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder) / "blad.bmp")  # quickest to write and read
            done = exporter.exportToImage(path, settings)
            image = QImage(path)
        if done != QgsLayoutExporter.ExportResult.Success or image.isNull():
            detail = exporter.errorMessage()
            raise ExportError(tr("Kartbladet kunde inte ritas. {detail}").format(detail=detail).strip())
        result = exporter.labelingResults().get(self._map.uuid())
        return image, [each for each in result.allLabels() if not each.isUnplaced] if result is not None else []

    def _boxes(self, positions: Sequence[QgsLabelPosition], moved: set[str]) -> Iterable[NameBox]:
        found: dict[str, NameBox] = {}
        for each in positions:
            layer = self._layers.get(each.layerID)
            if layer is None:
                continue
            feature = layer.getFeature(each.featureId)
            label = feature["namn"]
            if not label or "".join(each.labelText.split()) != "".join(label.split()):
                continue  # 'mot Oslo' at the end of a band
            key = feature["objekt_id"]
            corners = tuple(self._in_picture(point.x(), point.y()) for point in each.cornerPoints)
            before = found.get(key, NameBox(key, label, layer.name(), (), key in moved))
            # Now and then QGIS sets a name that has been moved twice in its place.
            pieces = before.pieces if corners in before.pieces else (*before.pieces, corners)
            found[key] = replace(before, pieces=pieces)
        return found.values()

    def _inside(self, feature: QgsFeature) -> bool:
        return bool(feature.geometry().boundingBox().intersects(self._map.extent()))

    def _metres_per_pixel(self) -> float:
        return float(self._map.extent().width() / self._map.rect().width() * _MM_PER_INCH / self._dpi)

    def _in_picture(self, x: float, y: float) -> Corner:
        extent, at, metres = self._map.extent(), self._map.pagePos(), self._metres_per_pixel()
        per_mm = self._dpi / _MM_PER_INCH
        return at.x() * per_mm + (x - extent.xMinimum()) / metres, at.y() * per_mm + (extent.yMaximum() - y) / metres

    def _on_map(self, x: float, y: float) -> Corner:
        extent, at, metres = self._map.extent(), self._map.pagePos(), self._metres_per_pixel()
        per_mm = self._dpi / _MM_PER_INCH
        return extent.xMinimum() + (x - at.x() * per_mm) * metres, extent.yMaximum() - (y - at.y() * per_mm) * metres
