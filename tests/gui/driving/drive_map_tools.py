"""A part of drive_map_tools_and_checks.py: every way to draw and to change what is drawn, by mouse and keys."""

from __future__ import annotations

import os

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest

from tests.gui.driving.driver import LEFT, counts, drawn, map_click, map_drag, on_canvas, popup_after, settled
from tests.gui.driving.place import CONTROL, Place, corners_of, everything, pen_drag
from tests.gui.driving.windows import dialog

RIGHT = Qt.MouseButton.RightButton
TOWNS = ("Karlstad", "Kristinehamn", "Örebro", "Arvika")


def map_tools(drive):
    """The whole way, and back again."""
    place = Place(drive)
    yield from place.open(os.environ["FILE"])
    yield from who(place)
    yield from nodes(place)
    yield from lines(place)
    yield from changes(place)
    yield from joints(place)
    yield from areas(place)
    yield from calm(place)
    yield from copy_and_remove(place)
    yield from back_and_forth(place)


def who(place):
    """Who draws, from the menu of the dock."""
    QTimer.singleShot(0, lambda: place.dock.tools.who.ask(place.dock.window()))
    yield lambda: dialog("strukturbild_vem_dialog")
    asked = dialog("strukturbild_vem_dialog")
    asked.author.setText("Åsa")
    asked.group.setText("Bord 2")
    yield settled()
    place.drive.shot("19_vem")
    QTest.keyClick(asked.author, Qt.Key.Key_Return)
    yield lambda: dialog("strukturbild_vem_dialog") is None


def nodes(place):
    """Nodes by name and by number key; two places as one joint node."""
    place.dock.steps.go("noder")
    yield lambda: ("nod", "punkt") in place.palette.tiles and place.palette.tiles["nod", "punkt"].isVisible()
    yield settled()
    place.key(Qt.Key.Key_1)
    yield lambda: place.tools.draw_mode is not None
    yield place.tools.overlay.isVisible
    place.drive.told["armed_by_number"] = place.tools.draw_mode.klass.kod
    place.drive.told["card"] = [place.tools.overlay.title.text(), place.tools.overlay.hint.text()]
    search = place.palette.form.search
    for number, name in enumerate(TOWNS, 1):
        place.drive.type(search.line, name)
        QTest.keyClick(search.line, Qt.Key.Key_Return)
        yield lambda number=number: len(place.objects("nod")) == number
    search.joint.click()
    for number, name in enumerate(("Degerfors", "Karlskoga"), 1):
        place.drive.type(search.line, name)
        QTest.keyClick(search.line, Qt.Key.Key_Return)
        yield lambda number=number: len(search.gathered) == number
    yield drawn()
    place.drive.shot("20_flernod")
    search.make.click()
    yield lambda: any(len(one.places) == 2 for one in place.objects("nod"))
    first = place.feature(place.objects("nod")[0])
    place.drive.told["who"] = [first["skapad_av"], first["grupp"]]
    place.drive.told["joint"] = max(place.objects("nod"), key=lambda one: abs(one.fid)).namn
    place.drive.told["nodes"] = sorted(one.namn for one in place.objects("nod"))


def lines(place):
    """A stråk with an end beyond the map, three samband side by side, 'next of the same' by Ctrl+R."""
    yield from place.tile("strak", "strak", "linje")
    map_click(*place.spot("Karlstad"))
    map_click(*place.spot("Örebro"))
    place.key(Qt.Key.Key_Return)
    yield lambda: len(place.objects("strak")) == 1
    x, y = place.spot("Arvika")
    map_click(*place.spot("Karlstad"))
    map_click(x, y)
    map_click(x - 45000, y + 12000)
    place.key(Qt.Key.Key_Return)
    yield lambda: len(place.objects("strak")) == 2
    form = place.palette.form
    yield form.towards.isVisible
    place.drive.type(form.towards, "Oslo")
    QTest.keyClick(form.towards, Qt.Key.Key_Return)
    place.drive.told["towards"] = [place.value(one, "mot_slut") for one in place.objects("strak")]
    yield drawn()
    place.drive.shot("21_strak")
    yield from place.tile("strak", "samband", "linje")
    for number in range(3):
        if number == 1:
            place.key(Qt.Key.Key_Escape)
            place.drive.told["left_by_esc"] = place.tools.draw_mode is None
            place.key(Qt.Key.Key_R, CONTROL)
            place.drive.told["same_by_ctrl_d"] = place.tools.draw_mode is not None
        map_click(*place.spot("Kristinehamn"))
        map_click(*place.spot("Örebro"))
        yield lambda number=number: len(place.objects("samband")) == number + 1
    place.drive.told["fan"] = sorted(round(place.feature(one).geometry().length()) for one in place.objects("samband"))
    yield drawn()
    place.drive.shot("22_samband")
    place.key(Qt.Key.Key_Escape)


def changes(place):
    """What the card on the map offers for a stråk: through a node, a bow, a branch, cut, together again, towards."""
    strak = place.named("Karlstad–Örebro")
    place.choose(*place.middle(strak))
    yield lambda: place.tools.selection.ids == (strak.objekt_id,) and "dela" in place.tools.overlay.buttons
    place.drive.told["acts"] = [button.text() for button in place.tools.overlay.buttons.values()]
    place.drive.told["disabled"] = [b.toolTip() for b in place.tools.overlay.buttons.values() if not b.isEnabled()]
    yield drawn()
    place.drive.shot("23_valt")
    yield from place.act("lagg_till_nod")
    yield lambda: bool(place.tools.hint)
    place.drive.told["hint"] = place.tools.hint
    map_click(*place.spot("Kristinehamn"))
    yield lambda: len(place.named("Karlstad–Örebro").noder) == 3
    place.key(Qt.Key.Key_Escape)
    before, (x, y) = place.feature(strak).geometry().length(), place.middle(strak)
    yield from place.act("boj")
    yield lambda: bool(place.tools.hint)
    map_drag((x, y), (x + 3000, y + 15000))
    yield lambda: place.feature(strak).geometry().length() > before
    place.key(Qt.Key.Key_Escape)
    yield from place.act("gren")
    yield lambda: bool(place.tools.hint)
    map_click(*place.spot("Kristinehamn"))
    map_click(place.spot("Kristinehamn")[0] + 20000, place.spot("Kristinehamn")[1] - 45000)
    QTest.mouseMove(place.canvas.viewport(), on_canvas(place.spot("Örebro")[0], place.spot("Örebro")[1] - 40000))
    place.key(Qt.Key.Key_Return)
    yield lambda: len(place.objects("strak")) == 3
    branch = place.tools.selection.known()[0]
    place.drive.told["branch"] = list(branch.noder) == [place.named("Kristinehamn").objekt_id]
    yield from place.act("mot")
    yield lambda: dialog("strukturbild_mot_dialog")
    towards = dialog("strukturbild_mot_dialog")
    place.drive.told["suggested"] = [towards.end.itemText(row) for row in range(towards.end.count())]
    yield settled()
    place.drive.shot("24_mot")
    towards.end.setEditText("Göteborg")
    QTest.keyClick(towards.end, Qt.Key.Key_Return)
    yield lambda: place.value(branch, "mot_slut") == "Göteborg"
    place.choose(*place.middle(strak))
    yield lambda: place.tools.selection.ids == (strak.objekt_id,) and "dela" in place.tools.overlay.buttons
    yield from place.act("dela")
    yield lambda: bool(place.tools.hint)
    map_click(*place.spot("Kristinehamn"))
    yield lambda: len(place.objects("strak")) == 4
    yield from place.act("satt_ihop")
    yield lambda: bool(place.tools.hint)
    yield drawn()
    place.drive.shot("25_satt_ihop")
    other = next(o for o in place.objects("strak") if o.noder[-1:] == (place.named("Örebro").objekt_id,))
    map_click(*place.middle(other))
    yield lambda: len(place.objects("strak")) == 3 and len(place.tools.selection.known()[0].noder) == 3


def joints(place):
    """A joint node of two chosen with Ctrl, apart again; a box; a joint node's one place moved."""
    place.choose(*place.spot("Karlstad"))
    QTest.mouseClick(place.canvas.viewport(), LEFT, CONTROL, on_canvas(*place.spot("Kristinehamn")))
    yield lambda: len(place.tools.selection.ids) == 2 and "flernod" in place.tools.overlay.buttons
    yield from place.act("flernod")
    yield lambda: any(one.namn == "Karlstad–Kristinehamn" for one in place.objects("nod"))
    yield from place.act("dela_flernod")
    yield lambda: any(one.namn == "Kristinehamn" for one in place.objects("nod"))
    place.drive.told["apart"] = len(place.tools.selection.ids)
    x, y = place.spot("Arvika")
    place.hand()
    map_drag((x - 30000, y + 30000), (x + 15000, y - 15000))
    yield lambda: [one.namn for one in place.tools.selection.known()] == ["Arvika"]
    double = next(one for one in place.objects("nod") if len(one.places) == 2)
    first, second = double.places
    place.hand()
    map_drag(second, (second[0] + 4000, second[1] + 9000))
    yield lambda: place.tools.edit_session.known(double.objekt_id).places[1] != second
    place.drive.told["one_place_moved"] = place.tools.edit_session.known(double.objekt_id).places[0] == first


def areas(place):
    """Broad line; corner by corner with snapping; freehand with a pen; a piece more, a piece less."""
    x, y = place.spot("Arvika")
    yield from place.tile("gron_bla", "gron_kil", "yta")
    place.drive.told["snapping"] = QgsProject.instance().snappingConfig().enabled()
    place.drive.told["tracing_offered"] = place.palette.form.trace.isVisible()
    yield from dragged(place, x, y)
    for corner in ((0, 60), (30, 70), (40, 50), (10, 40)):
        map_click(x + 1000 * corner[0], y + 1000 * corner[1])
    map_click(x, y + 60000, button=RIGHT)
    yield lambda: len(place.objects("gron_bla_yta")) == 1
    yield from along_the_border(place, x, y)
    place.way("bred")
    yield lambda: place.tools.draw_mode.way == "bred"
    map_drag((x + 60000, y + 20000), (x + 75000, y + 45000), (x + 70000, y + 75000))
    yield lambda: len(place.objects("gron_bla_yta")) == 2
    place.way("frihand")
    yield lambda: place.tools.draw_mode.way == "frihand"
    ring = ((100, 10), (125, 15), (130, -10), (105, -15), (100, 10))
    pen_drag(place, *((x + 1000 * east, y + 1000 * north) for east, north in ring))
    yield lambda: len(place.objects("gron_bla_yta")) == 3
    yield drawn()
    place.drive.shot("26_ytor")
    place.key(Qt.Key.Key_Escape)
    yield lambda: place.tools.draw_mode is None
    place.drive.told["snapping_after"] = QgsProject.instance().snappingConfig().enabled()
    area = place.objects("gron_bla_yta")[-1]
    centre = place.feature(area).geometry().centroid().asPoint()
    place.choose(centre.x(), centre.y())
    yield lambda: "lagg_till" in place.tools.overlay.buttons
    size = place.feature(area).geometry().area()
    yield from place.act("lagg_till")
    yield lambda: bool(place.tools.hint)
    ring = ((-5, 0), (20, 25), (35, 5), (20, -5), (-5, 0))
    map_drag(*((centre.x() + 1000 * east, centre.y() + 1000 * north) for east, north in ring))
    yield lambda: place.feature(area).geometry().area() > size * 1.05
    yield lambda: "skar_bort" in place.tools.overlay.buttons
    size = place.feature(area).geometry().area()
    yield from place.act("skar_bort")
    yield lambda: bool(place.tools.hint)
    ring = ((-30, -30), (30, -30), (30, -4), (-30, -4), (-30, -30))
    map_drag(*((centre.x() + 1000 * east, centre.y() + 1000 * north) for east, north in ring))
    yield lambda: place.feature(area).geometry().area() < size * 0.98


def dragged(place, x, y):
    """A drag with the corner pen goes round an area; taken back again."""
    ring = ((0, 60), (20, 75), (35, 65), (25, 45), (0, 60))
    map_drag(*((x + 1000 * east, y + 1000 * north) for east, north in ring))
    yield lambda: len(place.objects("gron_bla_yta")) == 1
    yield drawn()
    place.drive.shot("26_dragen")
    corners = len(place.corners(place.objects("gron_bla_yta")[0]))
    place.drive.told["dragged"] = [corners > 10, place.canvas.mapTool().size()]
    place.key(Qt.Key.Key_Z, CONTROL)
    yield lambda: not place.objects("gron_bla_yta")


def along_the_border(place, x, y):
    """Clicks near a corner hold on to it; between two clicks on a border the border is followed."""
    first = place.objects("gron_bla_yta")[0]
    corners, there = set(place.corners(first)), {first.objekt_id}

    def newest():
        return next(one for one in place.objects("gron_bla_yta") if one.objekt_id not in there)

    near = 6 * place.canvas.mapUnitsPerPixel()
    spots = [(x + 1000 * east + near, y + 1000 * north + near) for east, north in ((40, 50), (55, 45), (45, 30))]
    snapping = place.canvas.snappingUtils()
    yield lambda: any(snapping.snapToMap(on_canvas(*spot)).isValid() for spot in spots)  # QGIS has read the new corners
    for spot in spots:
        map_click(*spot)
    place.key(Qt.Key.Key_Return)
    yield lambda: len(place.objects("gron_bla_yta")) == 2
    second = newest()
    there.add(second.objekt_id)
    place.drive.told["held_on"] = bool(corners.intersection(place.corners(second)))
    ring = corners_of(next(place.dock.session.opened.layer("avgransning").getFeatures()))
    start = min(range(len(ring)), key=lambda n: abs(ring[n][0] - x) + abs(ring[n][1] - y - 30000))
    place.palette.form.trace.click()
    place.drive.told["traced_on"] = place.tools.snapping.tracing().isChecked()
    yield settled()
    for spot in (ring[start], ring[start + 8]):
        QTest.mouseMove(place.canvas.viewport(), on_canvas(*spot))
        yield settled()
        map_click(*spot)
    map_click(x, y + 20000)
    map_click(x, y, button=RIGHT)
    yield lambda: len(place.objects("gron_bla_yta")) == 3
    place.drive.told["followed"] = len(place.corners(newest()))
    yield drawn()
    place.drive.shot("26a_fast")
    for _ in range(2):
        place.key(Qt.Key.Key_Z, CONTROL)
    yield lambda: len(place.objects("gron_bla_yta")) == 1


def calm(place):
    """Schematise kommuner chosen in a layer of the user's own."""
    layer = QgsVectorLayer(os.environ["KOMMUNER"], "Kommuner", "ogr")
    QgsProject.instance().addMapLayer(layer, False)
    QgsProject.instance().layerTreeRoot().addLayer(layer)  # underneath all else
    layer.selectByExpression("kommun_namn in ('Torsby','Sunne','Hagfors')")
    place.drive.told["source_selected"] = layer.selectedFeatureCount()
    place.dock.tabs.setCurrentIndex(0)
    place.dock.steps.go("bygder")
    yield place.palette.calm.isVisible
    place.drive.click(place.palette.calm)
    yield lambda: dialog("strukturbild_schematisera")
    made = dialog("strukturbild_schematisera")
    made.layer.setLayer(layer)
    yield lambda: "blir" in made.outcome.text()
    place.drive.told["outcome"] = made.outcome.text()
    made.bends.slider.setValue(made.bends.slider.maximum())
    place.drive.told["old_shape_kept_back"] = not made.keep.isEnabled()
    made.name.setText("Norra Värmland")
    yield settled()
    yield made.keep.isEnabled
    yield drawn()
    place.drive.shot("27_schematisera")
    before = sum(counts(place.dock).values())
    made.keep.click()
    yield lambda: sum(counts(place.dock).values()) == before + 1
    known = place.named("Norra Värmland")
    place.drive.told["source"] = place.value(known, "kalla")
    place.drive.told["calm_class"] = known.klass
    QgsProject.instance().removeMapLayer(layer.id())


def copy_and_remove(place):
    """A samband into the other picture with its nodes; a node with lines on it is asked about; Delete and undo."""
    link = place.objects("samband")[0]
    others = [one for one in place.tools.pictures if one.bild_id != place.tools.picture]
    place.hand()
    place.tools.choose([link.objekt_id])
    yield lambda: "kopiera" in place.tools.overlay.buttons
    menu = place.tools.overlay.buttons["kopiera"].menu()
    place.drive.told["pictures"] = [action.text() for action in menu.actions()]
    menu.actions()[0].trigger()
    yield lambda: len(place.objects("samband")) == 4
    copy = next(one for one in place.objects("samband") if one.bild_id == others[0].bild_id)
    ends = [place.tools.edit_session.known(node) for node in sorted(copy.ties())]
    place.drive.told["copied"] = [copy.ursprung_id == link.objekt_id, [one.bild_id == copy.bild_id for one in ends]]
    place.choose(*place.spot("Arvika"))
    yield lambda: [one.namn for one in place.tools.selection.known()] == ["Arvika"]
    QTimer.singleShot(0, lambda: QTest.keyClick(place.canvas, Qt.Key.Key_Delete))  # it asks, and waits
    yield lambda: dialog("strukturbild_ta_bort")
    box = dialog("strukturbild_ta_bort")
    place.drive.told["asked"] = [box.text(), box.informativeText()]
    yield settled()
    place.drive.shot("28_ta_bort")
    box.defaultButton().click()
    yield lambda: not any(one.namn == "Arvika" for one in place.objects("nod"))
    place.key(Qt.Key.Key_Z, CONTROL)
    yield lambda: any(one.namn == "Arvika" for one in place.objects("nod"))
    map_click(*place.spot("Arvika"), button=LEFT)
    yield lambda: [one.namn for one in place.tools.selection.known()] == ["Arvika"]
    menu = yield from popup_after(lambda: map_click(*place.spot("Arvika"), button=RIGHT))
    place.drive.told["menu"] = [action.text() for action in menu.actions() if not action.isSeparator()]
    place.drive.shot("29_hogerklick")
    menu.close()


def back_and_forth(place):
    """All undone by Ctrl+Z on the map, and done again."""
    full, steps = everything(place), 0
    while place.tools.edit_session.can_undo() and steps < 80:
        place.key(Qt.Key.Key_Z, CONTROL)
        steps += 1
        yield
    place.drive.told["undone"] = [steps, len(everything(place))]
    for _ in range(steps):  # what was undone before is still there to be done again after them
        place.key(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
        yield
    again = everything(place)
    place.drive.told["redone"] = again == full
    yield lambda: not place.dock.session.opened.unsaved() and not place.dock.session.runner.busy
    yield drawn()
    place.drive.shot("30_allt")
