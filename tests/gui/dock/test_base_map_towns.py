"""Towns of the base map: there from the start, gone where they are drawn, put once into a base map from before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsLayerTreeGroup,
    QgsProject,
    QgsVectorLayer,
)

from strukturbild_plugin.gui.session.open_document import (
    TOWNS_PROPERTY,
    base_map_shows,
    restyle_base_map,
)
from strukturbild_plugin.gui.session.project_properties import BASE_PROPERTY
from strukturbild_plugin.store.create.places import find_place
from tests.gui.dock_helpers import opened_dock, wait
from tests.gui.tool_helpers import click, set_draw_mode

TOWNS, NAMES = "Orter", "Kommunernas namn"


@pytest.fixture(scope="module")
def dock(qgis_app: QgsApplication, _example_made_once: Path, tmp_path_factory: Any) -> Iterator[Any]:
    yield from opened_dock(_example_made_once, tmp_path_factory.mktemp("orter"))


def base_group() -> QgsLayerTreeGroup:
    groups = QgsProject.instance().layerTreeRoot().findGroups()
    return next(one for one in groups if one.customProperty(BASE_PROPERTY))


def towns() -> QgsVectorLayer:
    return next(node.layer() for node in base_group().findLayers() if node.name() == TOWNS)


def shown(scale: float = 300_000) -> set[str]:
    """The towns that a map at this scale shows, as the layer's own rules say."""
    layer = towns()
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.appendScope(QgsExpressionContextUtils.mapToolCaptureScope([]))
    context.scope(0).setVariable("map_scale", scale)
    rules = [QgsExpression(rule.filterExpression()) for rule in layer.renderer().rootRule().children()]
    found = set()
    for feature in layer.getFeatures():
        context.setFeature(feature)
        if any(rule.evaluate(context) for rule in rules):
            found.add(feature["namn"])
        assert not any(rule.hasEvalError() for rule in rules)
    return found


def test_towns_are_thinned_by_scale_and_those_drawn_are_left_out(dock: Any) -> None:
    wait(lambda: "Karlstad" not in shown())
    assert {"Munkfors", "Storfors"} <= shown(300_000)
    assert len(shown(3_000_000)) < len(shown(1_000_000)) < len(shown(300_000))
    drawn = {one.namn for one in dock.tools.edit_session.objects.all() if one.lager == "nod"}
    assert "Karlstad" in drawn and not (drawn | {"Kumla", "Hallsberg"}) & shown(100_000), "också en gemensam nods orter"


def test_a_click_on_a_town_is_a_node_with_its_name_and_undo_brings_the_town_back(dock: Any) -> None:
    place = find_place("Munkfors", lan=dock.tools.lan)
    assert place is not None
    canvas = dock.tools.iface.mapCanvas()
    canvas.setExtent(canvas.extent().fromCenterAndSize(canvas.center(), 100_000, 80_000))
    canvas.setCenter(canvas.center().__class__(place.x, place.y))
    set_draw_mode(dock.tools, "nod", "punkt")
    click(canvas, (place.x + 300, place.y))
    form = dock.drawing.form
    assert dock.tools.edit_session.objects.get(form.last).namn == "Munkfors" == form.name.text()
    assert "ortens namn" in form.after.text()
    wait(lambda: "Munkfors" not in shown())
    click(canvas, (place.x - 300, place.y))
    assert dock.tools.edit_session.objects.get(form.last).namn == "", "två noder får inte samma namn av sig själva"
    assert "ortens namn" not in form.after.text()
    dock.tools.undo()
    dock.tools.undo()
    wait(lambda: "Munkfors" in shown())
    dock.tools.unset_tool()


def test_a_misspelled_place_is_offered_as_buttons(dock: Any) -> None:
    set_draw_mode(dock.tools, "nod", "punkt")
    search = dock.drawing.form.search
    search.line.setText("Storfros")
    search._put_written()
    assert "Menade du" in dock.drawing.form.trouble.text()
    buttons = [search._similar_row.itemAt(at).widget() for at in range(search._similar_row.count())]
    assert buttons[0].text().startswith("Storfors"), [one.text() for one in buttons]
    before = len(dock.tools.edit_session.objects.all())
    buttons[0].click()
    assert len(dock.tools.edit_session.objects.all()) == before + 1
    assert dock.tools.edit_session.objects.get(dock.drawing.form.last).namn == "Storfors"
    assert search.similar.isHidden() and dock.drawing.form.trouble.isHidden()
    dock.tools.undo()
    dock.tools.unset_tool()


def test_a_base_map_from_before_gets_towns_once_where_they_belong(dock: Any) -> None:
    project, head = QgsProject.instance(), dock.session.opened.head
    group = base_group()
    order = [node.name() for node in group.findLayers()]
    project.removeMapLayers([node.layerId() for node in group.findLayers() if node.name() in (TOWNS, NAMES)])
    group.removeCustomProperty(TOWNS_PROPERTY)
    assert not base_map_shows(project, head.lan)
    restyle_base_map(project, head)
    assert [node.name() for node in base_group().findLayers()] == order and base_map_shows(project, head.lan)
    project.removeMapLayer(towns().id())
    restyle_base_map(project, head)
    assert TOWNS not in [node.name() for node in base_group().findLayers()], "det man tagit bort kommer inte tillbaka"
