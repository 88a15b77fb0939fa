"""One picture at a time in open layers: a named style and a map theme for each picture, and one for all of them.

A picture is nothing but a filter at the root of the renderer and of the labels, so the layers' source, their edits and
their style stay as they are (measured: 15 ms a layer, against 70 ms when QGIS reads a whole style anew). The filter
asks the variable `VIEW` first: a second map view that has it shows another picture with the same layers.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

from qgis.core import (
    QgsExpression,
    QgsLayerTreeModel,
    QgsMapLayerStyle,
    QgsMapLayerStyleManager,
    QgsMapThemeCollection,
    QgsProject,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from ...catalogue.model import Text
from ..gpkg.records import Picture
from .forms import picture_default, set_picture_default

VIEW = "strukturbild_vy"
ALL = Text("Alla bilder", "All pictures")
_OWN = "strukturbild/vyer"
_ROOM, _THEMES = "strukturbild", "teman"
_ROOT = re.compile(r"<rules\b[^>]*>")
_FILTER = re.compile(r'\sfilter="[^"]*"')
_DEFAULT = re.compile(r'<default\b[^>]*\bfield="bild_id"[^>]*>')
_EXPRESSION = re.compile(r'\bexpression="[^"]*"')


@dataclass(frozen=True)
class PictureTheme:
    """A picture that can be shown. `name` is that of style and theme; `bild_id` is '' for everything in the file."""

    name: str
    bild_id: str

    def condition(self) -> str:
        """The filter expression of the objects that belong to it."""
        if not self.bild_id:
            return f'coalesce("bild_id" = @{VIEW}, true)'
        return f'"bild_id" = coalesce(@{VIEW}, {QgsExpression.quotedString(self.bild_id)})'


def picture_themes_of(pictures: Sequence[Picture], language: str) -> tuple[PictureTheme, ...]:
    """A theme for each picture, then one for all; a single picture is all there is. No two have the same name."""
    if len(pictures) < 2:
        return tuple(PictureTheme(picture.namn, "") for picture in pictures)
    found: dict[str, PictureTheme] = {}
    for name, bild_id in [*((one.namn, one.bild_id) for one in pictures), (ALL.in_language(language), "")]:
        unique, number = name, 2
        while unique in found:
            unique, number = f"{name} ({number})", number + 1
        found[unique] = PictureTheme(unique, bild_id)
    return tuple(found.values())


def show_picture_theme(
    layers: Iterable[QgsVectorLayer], themes: Sequence[PictureTheme], shown: PictureTheme, draw_in: str
) -> None:
    """Show one theme in the object layers, edits untouched, and keep the others as named styles of the same look.

    `draw_in`: the picture that new objects belong to while everything is shown.
    """
    for layer in layers:
        manager = layer.styleManager()
        own = set(_own_names(layer)) or {manager.currentStyle()}  # at first the one it came with, whatever its name
        if manager.currentStyle() not in own:  # a style of the user's own: leave it as it is and come back to ours
            kept = [name for name in manager.styles() if name in own]
            if not (kept and manager.setCurrentStyle(kept[0])):
                continue
        _steer(layer, shown)
        set_picture_default(layer, shown.bild_id or draw_in)
        layer.setCustomProperty(_OWN, json.dumps([theme.name for theme in themes]))
        style = QgsMapLayerStyle()
        style.readFromLayer(layer)
        manager.blockSignals(True)  # a theme that hears of a new name would take it for its own style's
        try:
            _name_styles(manager, own, style.xmlData(), themes, shown, draw_in)
        finally:
            manager.blockSignals(False)
        layer.triggerRepaint()


def _name_styles(
    manager: QgsMapLayerStyleManager,
    own: set[str],
    style: str,
    themes: Sequence[PictureTheme],
    shown: PictureTheme,
    draw_in: str,
) -> None:
    for name in manager.styles():
        if name in own and name != manager.currentStyle():
            manager.removeStyle(name)
    if manager.currentStyle() != shown.name:
        manager.renameStyle(manager.currentStyle(), shown.name)
    for theme in themes:
        if theme != shown:
            manager.addStyle(theme.name, QgsMapLayerStyle(_for_view(style, theme, draw_in)))


def shown_theme(layer: QgsVectorLayer, themes: Sequence[PictureTheme]) -> PictureTheme | None:
    """The theme the layer shows, also when it was chosen in QGIS; None for a style that is not ours."""
    name = layer.styleManager().currentStyle()
    return next((theme for theme in themes if theme.name == name), None)


def write_themes(project: QgsProject, layers: Iterable[QgsVectorLayer], views: Sequence[PictureTheme]) -> None:
    """Write a map theme for each picture theme: the visible layers, object layers in its style.

    Themes of pictures that are no more go; a theme of the user's own with the same name stays the user's.
    """
    themes = project.mapThemeCollection()
    former, _found = project.readListEntry(_ROOM, _THEMES)
    for name in former:
        themes.removeMapTheme(name)
    drawn = {layer.id(): set(layer.styleManager().styles()) for layer in layers}
    root = project.layerTreeRoot()
    now = QgsMapThemeCollection.createThemeFromCurrentState(root, QgsLayerTreeModel(root))
    made = []
    for theme in views:
        if themes.hasMapTheme(theme.name):
            continue
        themes.insert(theme.name, _theme(now, drawn, theme))
        made.append(theme.name)
    project.writeEntry(_ROOM, _THEMES, made)


def user_themes(project: QgsProject) -> set[str]:
    """The names of the map themes of a project that the user has made: those of no picture."""
    of_pictures, _found = project.readListEntry(_ROOM, _THEMES)
    return set(project.mapThemeCollection().mapThemes()) - set(of_pictures)


def _theme(
    now: QgsMapThemeCollection.MapThemeRecord, drawn: Mapping[str, set[str]], theme: PictureTheme
) -> QgsMapThemeCollection.MapThemeRecord:
    record, rows = QgsMapThemeCollection.MapThemeRecord(now), now.layerRecords()
    for row in rows:
        if theme.name in drawn.get(row.layer().id(), ()):
            row.usingCurrentStyle, row.currentStyle = True, theme.name
    record.setLayerRecords(rows)
    return record


def _own_names(layer: QgsVectorLayer) -> list[str]:
    try:
        kept = json.loads(str(layer.customProperty(_OWN, "[]")))
    except ValueError:
        return []
    return [name for name in kept if isinstance(name, str)] if isinstance(kept, list) else []


def _steer(layer: QgsVectorLayer, theme: PictureTheme) -> None:
    """Set the filter in place: a copy of the renderer would be made of hundreds of expressions."""
    renderer, labeling = layer.renderer(), layer.labeling()
    condition = theme.condition()
    if isinstance(renderer, QgsRuleBasedRenderer):
        renderer.rootRule().setFilterExpression(condition)
    if isinstance(labeling, QgsRuleBasedLabeling):
        labeling.rootRule().setFilterExpression(condition)


def _for_view(style: str, theme: PictureTheme, draw_in: str) -> str:
    """The same look, with the filter and the default picture of another view."""
    mark = {'"': "&quot;"}
    condition = f' filter="{escape(theme.condition(), mark)}"'
    style = _ROOT.sub(lambda tag: "<rules" + condition + _FILTER.sub("", tag[0])[len("<rules") :], style)
    default = f'expression="{escape(picture_default(theme.bild_id or draw_in), mark)}"'
    return _DEFAULT.sub(lambda tag: _EXPRESSION.sub(lambda _: default, tag[0]), style)
