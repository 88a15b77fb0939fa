"""A part of drive_map_tools_and_checks.py: findings come and go as one draws, are mended at one click; saves."""

from __future__ import annotations

import os
import time

from qgis.core import QgsGeometry, QgsPointXY
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.utils import iface

from strukturbild_plugin.drawing.edits.network import draw_corridor, draw_link
from strukturbild_plugin.drawing.edits.objects import NewObject, add_object
from strukturbild_plugin.gui.check_panel.finding_tree import WAYS
from tests.gui.driving.driver import drawn, opened, popup_after, prepare, seconds, settled, tree_lines
from tests.gui.driving.windows import dialog, question

BOW_TIE = "MultiPolygon (((440000 6580000, 462000 6602000, 462000 6580000, 440000 6602000, 440000 6580000)))"
PLACES = {"Karlstad": (415_000, 6_584_000), "Kristinehamn": (451_000, 6_576_000), "Örebro": (512_000, 6_571_000)}


class Place:
    """The dock of the strukturbild in $CHECKED."""

    def __init__(self, drive):
        self.drive, self.dock = drive, prepare().dock()
        self.page, self.tree = self.dock.check_page, self.dock.check_page.tree

    @property
    def edit_session(self):
        return self.dock.tools.edit_session

    def rules(self):
        return sorted(one.regel for one in self.page.findings)

    def raw(self, objekt_id, geometry=None, **columns):
        """Change it as an attribute table or QGIS's own tools would."""
        known = self.edit_session.known(objekt_id)
        layer = self.edit_session.layer(known.lager)
        layer.beginEditCommand("Ändra")
        for name, value in columns.items():
            layer.changeAttributeValue(known.fid, layer.fields().indexOf(name), value)
        if geometry is not None:
            layer.changeGeometry(known.fid, geometry)
        layer.endEditCommand()
        layer.triggerRepaint()

    def lines(self):
        return tree_lines(self.tree)

    def line(self, words, way=False):
        """The line that says this; with `way` the line that mends it."""
        fits = (item for item in self.lines() if words in item.text(0) and bool(item.data(0, WAYS)) == way)
        return next(fits, None)

    def press(self, words):
        """Click the line that mends and says this, wherever it is when the list has come to rest."""

        def there():
            item = self.line(words, way=True)
            self.tree.scrollToItem(item)
            box = self.tree.visualItemRect(item)
            return QPoint(box.left() + 40, box.center().y())

        self.drive.click(lambda: self.tree.viewport() if self.line(words, way=True) else None, there)


class Pulse:
    """How long the window was kept from its work at the longest, seen by a clock that ticks every few milliseconds."""

    def __init__(self):
        self.longest, self._last = 0.0, time.perf_counter()
        self._clock = QTimer()
        self._clock.timeout.connect(self._tick)
        self._clock.start(2)

    def _tick(self):
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def three_towns(drive, place):
    """A strukturbild with three towns, a stråk and a samband that are all well."""
    dock = place.dock
    dock.open(os.environ["CHECKED"])
    yield opened(dock)
    yield drawn()
    bild = dock.tools.picture
    place.edit_session.start()
    node = NewObject("nod", bild_id=bild)
    shapes = {name: QgsGeometry.fromMultiPointXY([QgsPointXY(*spot)]) for name, spot in PLACES.items()}
    put = {name: add_object(place.edit_session, node, shape, name) for name, shape in shapes.items()}
    strak = draw_corridor(place.edit_session, NewObject("strak", bild_id=bild), [put["Karlstad"], put["Örebro"]])
    samband = draw_link(place.edit_session, NewObject("samband", bild_id=bild), put["Kristinehamn"], put["Örebro"])
    for layer in place.edit_session.layers.values():
        layer.triggerRepaint()
    dock.tabs.setCurrentWidget(place.page)
    yield lambda: place.tree.topLevelItemCount() > 0
    yield drawn()
    drive.told["from_start"] = place.rules()
    drive.shot("50_granska")
    return put, strak, samband


def mends(drive, place, put, strak, samband):
    """A finding comes by itself, is mended by a click, and comes back by Ctrl+Z."""
    line = place.edit_session.feature(samband).geometry().asMultiPolyline()[0]
    line[-1] = QgsPointXY(line[-1].x() - 1_800, line[-1].y())
    place.raw(samband, QgsGeometry.fromMultiPolylineXY([line]))
    yield lambda: "N02" in place.rules()
    yield lambda: place.line("Dra änden", way=True) is not None
    way = place.line("Dra änden", way=True)
    drive.told["offer"] = way.text(0)
    place.tree.scrollToItem(way)
    yield settled()
    drive.shot("51_kommer_av_sig_sjalv")
    place.press("Dra änden")
    yield lambda: "N02" not in place.rules()
    drive.told["undo_text"] = place.edit_session.undo_text()
    yield drawn()
    drive.shot("52_rattat")
    iface.mapCanvas().setFocus()
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    yield lambda: "N02" in place.rules()
    place.raw(put["Karlstad"], namn=" Karlstad  stad", niva="Regional")
    place.raw(put["Kristinehamn"], niva=None)
    place.raw(strak, noder="{" + ",".join((put["Karlstad"], "borta", put["Örebro"])) + "}")
    bild = place.dock.tools.picture
    add_object(place.edit_session, NewObject("gron_kil", bild_id=bild), QgsGeometry.fromWkt(BOW_TIE), "Kilen")
    place.raw(put["Örebro"], QgsGeometry())
    yield lambda: {"T04", "K03", "T02", "R04", "G02", "G01", "N02"} <= set(place.rules()) | {"N02"}
    yield settled()
    place.edit_session.undo()
    yield lambda: "G01" not in place.rules()
    yield drawn()
    drive.shot("53_mycket_att_ratta")
    drive.told["safe_before"] = place.page.safe_button.text()
    drive.click(place.page.safe_button)
    yield lambda: not {"T04", "K03", "R04", "G02", "N02"} & set(place.rules())
    yield settled()
    drive.told["left"] = place.rules()
    drive.told["safe_undo"] = place.edit_session.undo_text()
    yield drawn()
    drive.shot("54_alla_sakra")


def choosing(drive, place, put):
    """More than one way: a menu. Something goes away: a question. Seen enough of it: hidden."""
    menu = yield from popup_after(lambda: place.press("Sätt nivån…"))
    drive.told["levels"] = [action.text() for action in menu.actions()]
    drive.shot("55_valj")
    menu.actions()[1].trigger()
    menu.close()
    yield lambda: "T02" not in place.rules()
    place.raw(put["Karlstad"], QgsGeometry())
    yield lambda: place.line("Ta bort Nod", way=True) is not None
    place.press("Ta bort Nod")
    yield question
    box = question()
    drive.told["question"] = box.text()
    drive.shot("56_fraga")
    box.defaultButton().click()
    yield lambda: question() is None
    yield settled()
    drive.told["kept"] = "G01" in place.rules()
    place.edit_session.undo()
    yield lambda: "G01" not in place.rules()
    for line in place.lines():
        line.setExpanded(True)
    finding = next(one for one in place.page.findings if one.allvar == "varning" and one.objekt_id)
    shown = len([line for line in place.lines() if line.text(0) == finding.mening])
    place.page._hide(finding, True)
    yield lambda: not place.page.hidden_button.isHidden()
    yield settled()
    drive.told["hidden"] = [shown, len([line for line in place.lines() if line.text(0) == finding.mening])]
    drive.told["hidden_words"] = place.page.hidden_button.text()
    said = ((line, line.data(0, Qt.ItemDataRole.UserRole)) for line in place.lines())
    item = next(line for line, one in said if one is not None and one.objekt_id and not line.data(0, WAYS))
    place.tree.setCurrentItem(item)
    drive.told["opens"] = item.data(0, Qt.ItemDataRole.UserRole).objekt_id
    QTest.keyClick(place.tree, Qt.Key.Key_Return)
    yield lambda: place.dock.tabs.currentWidget() is place.dock.object_page
    yield settled()
    drive.shot("57_objektet")
    place.dock.tabs.setCurrentWidget(place.page)


def saves(drive, place):
    """Draws and saves twenty times over, as fast as the window answers."""
    pulse, dock = Pulse(), place.dock
    bild = dock.tools.picture
    for number in range(20):
        spot = QgsGeometry.fromMultiPointXY([QgsPointXY(420_000 + 4_000 * number, 6_620_000)])
        add_object(place.edit_session, NewObject("nod", bild_id=bild), spot, f"Ort {number}")
        if number % 3 == 0:
            yield seconds(0.03)
        drive.told["saves"] = drive.told.get("saves", 0) + bool(dock.session.save())
        yield seconds(0.02 * (number % 4))
    yield lambda: sum("”Ort" in one.mening and one.regel == "T03" for one in place.page.findings) == 20
    drive.told["longest"] = pulse.longest
    yield drawn()
    drive.shot("58_sparat")


def live_checks(drive):
    """The whole way."""
    place = Place(drive)
    put, strak, samband = yield from three_towns(drive, place)
    yield from mends(drive, place, put, strak, samband)
    yield from choosing(drive, place, put)
    yield from saves(drive, place)
    drive.told["dialog"] = dialog("strukturbild_ny_dialog") is not None
