"""One picture at a time in open layers, source and edits untouched, and as map themes that QGIS itself applies."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import (
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsFeature,
    QgsLayerTreeModel,
    QgsProject,
    QgsRenderContext,
    QgsVectorLayer,
)

from strukturbild_plugin.store.gpkg.records import Picture
from strukturbild_plugin.store.qgis_project.embedded_project import project_address, write_project
from strukturbild_plugin.store.qgis_project.layers import open_layers, table_of
from strukturbild_plugin.store.qgis_project.picture_themes import (
    VIEW,
    PictureTheme,
    picture_themes_of,
    show_picture_theme,
    shown_theme,
    write_themes,
)
from strukturbild_plugin.store.writing.transaction import reading, writing
from tests.store.helpers import TARGET, TODAY, karlstad, new_file


def seen(layer: QgsVectorLayer, view: str = "") -> list[str]:
    """Names of the objects that the renderer would draw; `view`: what a second map view asks for."""
    context, scope = QgsRenderContext(), QgsExpressionContextScope()
    if view:
        scope.setVariable(VIEW, view)
    expressions = QgsExpressionContext()
    expressions.appendScope(scope)
    expressions.setFields(layer.fields())
    context.setExpressionContext(expressions)
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    found = []
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        if renderer.willRenderFeature(feature, context):
            found.append(str(feature["namn"]))
    renderer.stopRender(context)
    return sorted(found)


@pytest.fixture
def project(qgis_app):
    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def path(tmp_path: Path, qgis_app) -> Path:
    made = new_file(tmp_path)
    with writing(made, "Anna") as db:
        db.add_objects(karlstad())
    return made


def shown_names(project: QgsProject) -> set[str]:
    return {node.name() for node in project.layerTreeRoot().findLayers() if node.isVisible()}


def test_a_picture_is_a_filter_that_leaves_edits_and_look_alone(project: QgsProject, path: Path) -> None:
    with reading(path) as db:
        views = picture_themes_of(db.pictures(), "sv")
    assert [view.name for view in views] == ["Målbild", "Nuläge", "Alla bilder"]
    target, today, everything = views
    layers = [layer for group, layer in open_layers(path) if group and layer.fields().indexOf("ursprung_id") >= 0]
    nodes = next(layer for layer in layers if table_of(layer)[1] == "nod")
    for layer in layers:
        project.addMapLayer(layer)
    nodes.startEditing()
    fresh = QgsFeature(nodes.fields())
    fresh["objekt_id"], fresh["bild_id"], fresh["namn"], fresh["klass"] = "x", TODAY, "Dagens", "nod"
    assert nodes.addFeature(fresh)
    both = seen(nodes)
    show_picture_theme(layers, views, target, TARGET)
    before = nodes.renderer().dump()
    only = seen(nodes)
    assert "Dagens" not in only and sorted([*only, "Dagens"]) == both
    show_picture_theme(layers, views, today, TARGET)
    assert seen(nodes) == ["Dagens"] and shown_theme(nodes, views) == today
    assert seen(nodes, TARGET) == only, "en andra kartvy visar en annan bild med samma lager"
    assert TODAY in nodes.defaultValueDefinition(nodes.fields().indexOf("bild_id")).expression()
    assert nodes.isModified() and nodes.labeling().rootRule().filterExpression() == today.condition()
    write_themes(project, layers, views)
    root = project.layerTreeRoot()
    project.mapThemeCollection().applyTheme("Målbild", root, QgsLayerTreeModel(root))
    assert shown_theme(nodes, views) == target and seen(nodes) == only and nodes.isModified()
    show_picture_theme(layers, views, everything, TARGET)
    assert seen(nodes) == both and seen(nodes, TODAY) == ["Dagens"]
    show_picture_theme(layers, views, target, TARGET)
    assert nodes.renderer().dump() == before
    assert nodes.isModified() and nodes.rollBack()


def test_a_style_and_a_theme_of_the_users_own_stay(project: QgsProject, path: Path) -> None:
    views = (PictureTheme("A", TARGET), PictureTheme("B", TODAY))
    nodes = next(layer for group, layer in open_layers(path) if group and table_of(layer)[1] == "nod")
    project.addMapLayer(nodes)
    show_picture_theme([nodes], views, views[0], TARGET)
    write_themes(project, [nodes], views)
    assert project.mapThemeCollection().mapThemes() == ["A", "B"]
    nodes.styleManager().addStyleFromLayer("Min stil")
    nodes.styleManager().setCurrentStyle("Min stil")
    assert shown_theme(nodes, views) is None
    renamed = (PictureTheme("A", TARGET), PictureTheme("C", TODAY))
    show_picture_theme([nodes], renamed, renamed[1], TARGET)
    write_themes(project, [nodes], renamed)
    assert sorted(nodes.styleManager().styles()) == ["A", "C", "Min stil"]
    assert project.mapThemeCollection().mapThemes() == ["A", "C"] and shown_theme(nodes, renamed) == renamed[1]


def test_names_never_collide_and_one_picture_needs_no_filter() -> None:
    def picture(bild_id: str, name: str) -> Picture:
        return Picture(bild_id, name, "malbild", "regional", None, "", "utkast", "", "", 0)

    alike = [picture("a", "X"), picture("b", "X"), picture("c", "Alla bilder")]
    assert [view.name for view in picture_themes_of(alike, "sv")] == ["X", "X (2)", "Alla bilder", "Alla bilder (2)"]
    assert picture_themes_of([picture("a", "X")], "sv") == (PictureTheme("X", ""),)


def test_the_project_inside_the_file_has_a_theme_for_each_picture(project: QgsProject, path: Path) -> None:
    write_project(path)
    assert project.read(project_address(path))
    root, themes = project.layerTreeRoot(), project.mapThemeCollection()
    assert set(themes.mapThemes()) == {"Målbild", "Nuläge", "Alla bilder"}
    model, today = QgsLayerTreeModel(root), root.findGroup("Nuläge")
    assert not today.isVisible()
    themes.applyTheme("Nuläge", root, model)
    assert today.isVisible() and not root.findGroup("Målbild").isVisible()
    themes.applyTheme("Alla bilder", root, model)
    assert today.isVisible() and root.findGroup("Målbild").isVisible()
