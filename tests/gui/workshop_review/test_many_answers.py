"""A question with many answers on a low screen: the ways on are in view, and no name on the map hides another."""

from __future__ import annotations

from itertools import combinations

from qgis.core import QgsApplication, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.gui.workshop_review.conflict_preview import ConflictPreview
from strukturbild_plugin.gui.workshop_review.review_page import ReviewPage, ShownChoice, ShownConflict

NAMES = ("Vilhelmina tätort", "Ny Vilhelmina", "Vilhelmina", "Vualtjere", "Vilhelmina centrum", "Kyrkstaden")


def test_the_ways_on_stay_in_view_while_answers_are_scrolled(qgis_app: QgsApplication) -> None:
    page = ReviewPage()
    choices = [ShownChoice(str(number), f"Bord {number}", ((name, True),)) for number, name in enumerate(NAMES)]
    page.setFixedSize(380, 240)
    page.show()
    page.show_conflict(ShownConflict(1, 4, 0, "Noden heter olika hos grupperna", "Sex grupper", choices))
    QApplication.processEvents()
    last = list(page.buttons.values())[-1]
    assert last.visibleRegion().boundingRect().size() != last.size(), "svaren får inte plats"
    for button in (page.later, page.edit):
        assert button.isVisible() and button.visibleRegion().boundingRect().size() == button.size()
    page.show_conflict(None, "Alla frågor är avgjorda.")
    assert not page.later.isVisible() and not page.edit.isVisible()
    page.close()


def test_names_of_answers_at_one_place_stand_apart(qgis_app: QgsApplication) -> None:
    canvas = QgsMapCanvas()
    preview = ConflictPreview(canvas)
    place = QgsGeometry.fromPointXY(QgsPointXY(560_000, 7_170_000))
    for number in range(1, len(NAMES) + 1):
        names = {str(one): name for one, name in enumerate(NAMES[:number])}
        preview.show(dict.fromkeys(names, place), names, {})
        boxes = [label.box(QPointF(300, 300)) for label in preview._labels]
        assert len(boxes) == number
        assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
        assert abs(sum(box.center().y() for box in boxes) / number - 300) < 1, "runt sin plats"
    preview.point_at("2")
    assert len(preview._labels) == 1
    preview.close()
