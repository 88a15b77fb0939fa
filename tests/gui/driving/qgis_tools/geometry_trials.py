"""Trials for drive_qgis_tools.py: QGIS's advanced digitising on lines and areas."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsProject, QgsSnappingConfig, QgsTolerance
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QAction, QTableWidget
from qgis.utils import iface

from strukturbild_plugin.compat import SNAP_TO_LINES_AND_CORNERS
from strukturbild_plugin.drawing.edits.objects import NewObject, add_object, set_geometry, set_values
from tests.gui.driving.driver import map_click, on_canvas, settled
from tests.gui.driving.qgis_tools.ground import (
    AREA,
    KM,
    X,
    Y,
    answer,
    known,
    place_y,
    select,
    tool,
)


def pointed(name, *spots):
    """Take the tool; the pointer goes to each place, waits and clicks."""
    tool(name)
    yield settled(0.3)
    for spot in spots:
        for near in (3, 0):
            QTest.mouseMove(iface.mapCanvas().viewport(), on_canvas(spot[0] + near * 300, spot[1]))
            yield settled(0.3)
        map_click(*spot)
        yield settled(0.3)


def crossing_line(place):
    """A barriär across the eastern end of the stråk."""
    new = NewObject("barriar", bild_id=place.tools.picture)
    line = QgsGeometry.fromWkt(f"LineString({X + 10 * KM} {Y - 6 * KM}, {X + 10 * KM} {Y + 6 * KM})")
    add_object(place.tools.edit_session, new, line, "Barriären")


def snapping_on():
    """QGIS's own, to all layers."""
    config = QgsSnappingConfig(QgsProject.instance())
    config.setEnabled(True)
    config.setMode(QgsSnappingConfig.SnappingMode.AllLayers)
    config.setTypeFlag(SNAP_TO_LINES_AND_CORNERS)
    config.setTolerance(12)
    config.setUnits(QgsTolerance.UnitType.Pixels)
    QgsProject.instance().setSnappingConfig(config)


def trim(place, layer):
    """The stråk ends at the barriär."""
    snapping_on()
    yield settled(0.5)
    limit, line = (X + 10 * KM, Y + 5 * KM), (X + 13 * KM, place_y(place, X + 13 * KM))
    yield from pointed("mActionTrimExtendFeature", limit, line)
    yield settled(0.5)


def with_a_ring(place):
    """The area has a hole."""
    whole, hole = QgsGeometry.fromRect(AREA), QgsGeometry.fromRect(AREA.buffered(-5 * KM))
    set_geometry(place.tools.edit_session, place.ids["Kilen"], whole.difference(hole))


def with_a_part(place):
    """The area has a second part."""
    whole, other = QgsGeometry.fromRect(AREA), QgsGeometry.fromRect(AREA)
    other.translate(30 * KM, 0)
    set_geometry(place.tools.edit_session, place.ids["Kilen"], whole.combine(other))


def delete_ring(place, layer):
    yield from pointed("mActionDeleteRing", (X, Y - 15 * KM))


def delete_part(place, layer):
    yield from pointed("mActionDeletePart", (X + 30 * KM, Y - 15 * KM))


def towards_oslo(place):
    """The stråk goes on beyond its end."""
    set_values(place.tools.edit_session, place.ids["Stråket"], {"mot_slut": "Oslo"})


def reverse_corridor(place, layer):
    yield from pointed("mActionReverseLine", (X + 7 * KM, place_y(place, X + 7 * KM)))
    yield settled(0.3)
    line = known(place, "Stråket")
    told = [place.value(line, column) for column in ("mot_start", "mot_slut")]
    place.drive.told["trials"]["reverse_corridor"]["towards"] = told


def reverse_link(place, layer):
    line = place.tools.edit_session.feature(place.ids["Sambandet"]).geometry()
    middle = line.interpolate(line.length() / 2).asPoint()
    yield from pointed("mActionReverseLine", (middle.x(), middle.y()))


def offset(place, layer):
    here = (X + 7 * KM, place_y(place, X + 7 * KM))
    yield from pointed("mActionOffsetCurve", here, (here[0], here[1] - 3 * KM))


def offset_copy(place, layer):
    """With Ctrl it makes a copy."""
    here = (X + 7 * KM, place_y(place, X + 7 * KM))
    yield from pointed("mActionOffsetCurve", here)
    there = on_canvas(here[0], here[1] - 3 * KM)
    viewport, control = iface.mapCanvas().viewport(), Qt.KeyboardModifier.ControlModifier
    QTest.mouseMove(viewport, there)
    yield settled(0.3)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, control, there)
    yield settled(0.3)


def scale(place, layer):
    select(place, layer, "Kilen")
    yield from pointed("mActionScaleFeature", (X + 10 * KM, Y - 15 * KM), (X + 20 * KM, Y - 15 * KM))


def cut(place, layer):
    select(place, layer, "Väst")
    tool("mActionCutFeatures")
    yield settled(0.8)


def chamfer(place, layer):
    """Newer QGIS rounds or cuts a corner."""
    if iface.mainWindow().findChild(QAction, "mActionChamferFillet") is None:
        place.drive.told["trials"]["chamfer"]["absent"] = True
        return
    corner = (AREA.xMaximum(), AREA.yMaximum())
    yield from pointed("mActionChamferFillet", corner, (corner[0] - 3 * KM, corner[1] - 3 * KM))


def merge_attributes(place, layer):
    """The values of the first row, through QGIS's own dialog."""

    def take_first(dialog):
        dialog.findChild(QTableWidget).selectRow(1)
        dialog.findChild(QAbstractButton, "mFromSelectedPushButton").click()

    select(place, layer, "Väst", "Öst")
    answer("QgsMergeAttributesDialog", take_first)
    tool("mActionMergeFeatureAttributes")
    yield settled()


GEOMETRY_TRIALS = {
    "merge_attributes": ("nod", merge_attributes),
    "trim": ("strak", trim, crossing_line),
    "delete_ring": ("gron_bla_yta", delete_ring, with_a_ring),
    "delete_part": ("gron_bla_yta", delete_part, with_a_part),
    "reverse_corridor": ("strak", reverse_corridor, towards_oslo),
    "reverse_link": ("samband", reverse_link),
    "offset": ("strak", offset),
    "offset_copy": ("strak", offset_copy),
    "scale": ("gron_bla_yta", scale),
    "cut": ("nod", cut),
    "chamfer": ("gron_bla_yta", chamfer),
}
RARE = {"delete_part", "reverse_link", "offset", "scale", "cut"}
"""Tried when $ONLY names them: the others do the same to our layers."""
