"""The strukturbild that is open in QGIS: its layers in the project, and whether they are saved. Main thread only."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDataProvider,
    QgsFeatureRequest,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ...i18n import tr
from ...region_codes import has_foreign
from ...store.gpkg.records import Attachment, Head
from ...store.schema.tables import SRID
from ...workshop.group_copy import GroupCopy
from ..disk_answers import is_file
from .project_properties import BASE_PROPERTY, FILE_PROPERTY, marked_groups

LAN_PROPERTY = "strukturbild/lan"
"""Which län the base map of a project shows: the file may have got others while the project was closed."""
TOWNS_PROPERTY = "strukturbild/orter"
"""That a base map has the towns of its län: one saved before has not, and they are put there once."""
LOOK_PROPERTY = "strukturbild/utseende"
"""What the layers of a project look like, so that one taken up again later can tell whether they lag behind."""
LINK_TABLES = ("objekt_mal", "kommentar", "rost")
AREA_TABLE = "avgransning"
SELECTED = QColor(255, 190, 0, 70)
"""What is selected is still read through the colour."""


@dataclass
class FileGuard:
    """What is asked about the file before it is read or written: file_watcher.py knows."""

    away: bool = False
    """What lies at the path, if anything, is not the file that was opened."""
    before_save: Callable[[], None] | None = None
    """Raises StoreError when nothing may be saved just now."""
    within_save: Callable[[sqlite3.Connection], None] | None = None
    """The same, asked in the transaction of the save: nobody else can write any more."""
    after_save: Callable[[], None] | None = None


@dataclass(frozen=True)
class OpenDocument:
    """A strukturbild whose layers are in the project."""

    path: Path
    head: Head
    layer_ids: tuple[str, ...]
    stale: bool = False
    """Whether the layers came with styles of another symbol set than the head says."""
    guard: FileGuard = field(default_factory=FileGuard, compare=False)
    copy: GroupCopy | None = None
    """Whose copy it is, in a workshop; None for a strukturbild that is nobody's copy."""
    hidden_tables: tuple[str, ...] = ()
    """Tables without objects that are open and hidden: the votes, and what decisions of its conflicts may write in."""
    group_colours: Mapping[str, str] = field(default_factory=dict)
    """The colours of the groups of its workshops ('#rrggbb'), by name."""

    def group(self) -> QgsLayerTreeGroup | None:
        """Its group in the layer tree."""
        groups = marked_groups(QgsProject.instance())
        return next((one for one in groups if one.customProperty(FILE_PROPERTY) == str(self.path)), None)

    def layers(self) -> tuple[QgsVectorLayer, ...]:
        """Its layers that are still in the project, in the order of the tree."""
        found = (QgsProject.instance().mapLayer(layer_id) for layer_id in self.layer_ids)
        return tuple(layer for layer in found if layer is not None)

    def layer(self, table: str) -> QgsVectorLayer | None:
        """The layer that shows `table`."""
        return next((layer for layer in self.layers() if table_of(layer) == table), None)

    def unsaved(self) -> tuple[QgsVectorLayer, ...]:
        """Layers with edits that are not in the file yet."""
        return tuple(layer for layer in self.layers() if layer.isModified())

    def save(self) -> None:
        """Write all edits to the file; raises StoreError with the layer and the reason, the edits kept."""
        from ...drawing.session.atomic_save import save_layers

        if self.guard.before_save is not None:
            self.guard.before_save()
        # links go first: the file's own triggers take a deleted object's links and votes away
        save_layers(self.unsaved(), LINK_TABLES, self.guard.within_save)
        if self.guard.after_save is not None:
            self.guard.after_save()

    def discard(self) -> None:
        """Throw edits away and leave edit mode."""
        for layer in self.layers():
            if layer.isEditable():
                layer.rollBack()

    def extent(self) -> QgsRectangle:
        """The regions' area (EPSG:3006), else what is drawn.

        Read row by row: what QGIS knows of number and extent can be lost while the file is edited
        (gui/session/deferred_redraw.py).
        """
        area = self.layer(AREA_TABLE)
        extent = _extent_of([area] if area is not None else [])
        return extent if not extent.isEmpty() else _extent_of([layer for layer in self.layers() if layer.isSpatial()])


def _extent_of(layers: Iterable[QgsVectorLayer]) -> QgsRectangle:
    extent = QgsRectangle()
    for layer in layers:
        for feature in layer.getFeatures(QgsFeatureRequest().setNoAttributes()):
            if feature.hasGeometry():
                extent.combineExtentWith(feature.geometry().boundingBox())
    return extent


def table_of(layer: QgsVectorLayer) -> str:
    """The table of the strukturbild that `layer` shows."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return str(parts.get("layerName") or "")


def is_drawn(layer: QgsVectorLayer) -> bool:
    """Whether objects are drawn in `layer` (a second, private "nod" only serves the forms of links)."""
    private = bool(layer.flags() & QgsMapLayer.LayerFlag.Private)
    return layer.isSpatial() and not private and layer.fields().indexOf("klass") >= 0


def count_at_rest(layers: Iterable[QgsVectorLayer]) -> None:
    """Let QGIS learn number and extent of `layers` while nobody edits the file; it may not be able to later.

    It keeps what it has learnt. A strukturbild takes two milliseconds; gui/session/deferred_redraw.py tells why.
    """
    for layer in layers:
        layer.featureCount()
        if layer.isSpatial():
            layer.extent()


def put_in_project(
    path: Path,
    head: Head,
    language: str,
    stale: bool = False,
    copy: GroupCopy | None = None,
    hidden_tables: Sequence[str] = (),
    group_colours: Mapping[str, str] | None = None,
) -> OpenDocument:
    """Load layers in groups on top of the tree and the base map at the bottom; the project becomes EPSG:3006."""
    from ...store.qgis_project.layers import open_layers, open_tables
    from .layer_tree_legend import give_swatches

    project = QgsProject.instance()
    if any(Path(str(group.customProperty(FILE_PROPERTY))) == path for group in marked_groups(project)):
        take_out_of_project(project)  # its layers may be edited: QGIS cannot read all of a file it is writing to
    groups = open_layers(path, language)
    hidden = [("", layer) for layer in open_tables(path, hidden_tables, [layer for _name, layer in groups])]
    place = next((at for at, (name, _layer) in enumerate(groups) if not name), len(groups))
    groups[place:place] = hidden  # before those that serve forms, which are put back last when they were taken out
    give_swatches([layer for _name, layer in groups if is_drawn(layer)])
    count_at_rest([layer for _name, layer in groups])
    take_out_of_project(project)
    project.setCrs(QgsCoordinateReferenceSystem.fromEpsgId(SRID))
    project.setSelectionColor(SELECTED)
    top = project.layerTreeRoot().insertGroup(0, head.titel)
    top.setCustomProperty(FILE_PROPERTY, str(path))
    made: dict[str, QgsLayerTreeGroup] = {}
    for name, layer in groups:
        if name not in made:
            made[name] = top.addGroup(name) if name else top
        project.addMapLayer(layer, False)
        made[name].addLayer(layer).setExpanded(False)
    for group in made.values():
        _fold_tables(group)
    if not project.title():
        project.setTitle(head.titel)
    ids = tuple(layer.id() for _name, layer in groups)
    return OpenDocument(
        path, head, ids, stale, copy=copy, hidden_tables=tuple(hidden_tables), group_colours=group_colours or {}
    )


def adopted(
    path: Path,
    head: Head,
    layer_ids: Sequence[str],
    stale: bool,
    copy: GroupCopy | None,
    hidden_tables: Sequence[str],
    group_colours: Mapping[str, str],
) -> OpenDocument:
    """A strukturbild that the project holds already, with those of its tables that the project lacks."""
    from ...store.qgis_project.layers import open_tables
    from .layer_tree_legend import give_swatches

    opened = OpenDocument(
        path, head, tuple(layer_ids), stale, copy=copy, hidden_tables=tuple(hidden_tables), group_colours=group_colours
    )
    top, more = opened.group(), open_tables(path, hidden_tables, opened.layers())
    ids = list(layer_ids)
    if top is not None:
        for layer in more:
            QgsProject.instance().addMapLayer(layer, False)
            top.addLayer(layer)
            ids.append(layer.id())
    found = replace(opened, layer_ids=tuple(ids))
    give_swatches([layer for layer in found.layers() if is_drawn(layer)])
    count_at_rest(found.layers())
    return found


def put_base_map(project: QgsProject, head: Head, attachments: Sequence[Attachment] = ()) -> None:
    """The base map of the strukturbild's areas, lowest in the tree, replacing the one that was there."""
    from ...cartography.basemap.base_layers import base_layers
    from ...cartography.symbol_sets.symbol_set_library import load_symbol_set

    symbols = load_symbol_set(head.symboluppsattning, attachments)
    layers: Sequence[QgsMapLayer] = base_layers(symbols, list(head.lan), inside=True)
    root = project.layerTreeRoot()
    group = root.insertGroup(-1, tr("Baskarta"))
    group.setCustomProperty(BASE_PROPERTY, True)
    group.setCustomProperty(LAN_PROPERTY, ",".join(head.lan))
    group.setCustomProperty(TOWNS_PROPERTY, True)
    for layer in layers:
        # the base map is there to orient by: not to be clicked on, and not to be saved
        layer.setFlags(layer.flags() & ~QgsMapLayer.LayerFlag.Identifiable & ~QgsMapLayer.LayerFlag.Searchable)
        project.addMapLayer(layer, False)
        group.addLayer(layer).setExpanded(False)
    group.setExpanded(False)


def restyle_base_map(project: QgsProject, head: Head, attachments: Sequence[Attachment] = ()) -> None:
    """Give the base map that is there the areas and the symbol set of `head`; layers that the user has put in stay."""
    from ...cartography.basemap.base_layers import base_layers
    from ...cartography.symbol_sets.symbol_set_library import load_symbol_set

    groups = [group for group in project.layerTreeRoot().findGroups() if group.customProperty(BASE_PROPERTY)]
    there = [node.layer() for group in groups for node in group.findLayers()]
    for group in groups:
        group.setCustomProperty(LAN_PROPERTY, ",".join(head.lan))
    symbols = load_symbol_set(head.symboluppsattning, attachments)
    fresh = {layer.name(): layer for layer in base_layers(symbols, list(head.lan), inside=True)}
    for layer in there:
        like = fresh.get(layer.name()) if isinstance(layer, QgsVectorLayer) else None
        if like is None:
            continue
        if layer.source() != like.source():  # other län
            options = QgsDataProvider.ProviderOptions()
            layer.setDataSource(like.source(), layer.name(), like.providerType(), options)
            layer.setReadOnly(True)
        layer.setRenderer(like.renderer().clone())
        if like.labeling() is not None:
            layer.setLabeling(like.labeling().clone())
        layer.triggerRepaint()
    for group in groups[:1]:
        lacking = [name for name in fresh if has_foreign(head.lan) and _is_abroad(fresh[name])]
        lacking += [] if group.customProperty(TOWNS_PROPERTY) else [tr("Orter"), tr("Kommunernas namn")]
        _add_lacking(project, group, fresh, lacking)
        group.setCustomProperty(TOWNS_PROPERTY, True)


def _is_abroad(layer: QgsVectorLayer) -> bool:
    return "kod" in layer.subsetString() and "grannregioner" in layer.source()


def _add_lacking(
    project: QgsProject, group: QgsLayerTreeGroup, fresh: Mapping[str, QgsVectorLayer], lacking: Sequence[str]
) -> None:
    """What a base map saved by a version before did not have, each where it belongs."""
    order = list(fresh)
    for place, name in enumerate(order):
        there = [node.name() for node in group.children()]
        if name in there or name not in lacking:
            continue
        below = [at for at, one in enumerate(there) if one in order[place + 1 :]]
        project.addMapLayer(fresh[name], False)
        group.insertLayer(min(below, default=len(there)), fresh[name]).setExpanded(False)


def base_map_shows(project: QgsProject, lan: Sequence[str]) -> bool:
    """Whether the base map is of these län and has their towns; one from before the län were noted is taken to be right
    about those."""
    groups = [group for group in project.layerTreeRoot().findGroups() if group.customProperty(BASE_PROPERTY)]
    kept = [group.customProperty(LAN_PROPERTY) for group in groups]
    return all(said == ",".join(lan) for said in kept if said) and all(
        group.customProperty(TOWNS_PROPERTY) for group in groups
    )


def take_out_of_project(project: QgsProject) -> None:
    """Remove what `put_in_project` put there; the user's own layers stay."""
    root = project.layerTreeRoot()
    for group in _own_groups(root):
        if group.customProperty(FILE_PROPERTY) and project.title() == group.name():
            project.setTitle("")  # else the next one would be called as this
        ours = _layers_of_group(group)
        for node in group.findLayers():
            if node.layerId() not in ours:  # put there by the user: it stays, above
                root.insertChildNode(0, node.clone())
        project.removeMapLayers(list(ours))
        (group.parent() or root).removeChildNode(group)


def _layers_of_group(group: QgsLayerTreeGroup) -> set[str]:
    """The layers that are the group's own: of the file that most in it are of, and those that can't be read."""
    files = {node.layerId(): _source_file(node.layer()) for node in group.findLayers()}
    known = Counter(file for file in files.values() if file)
    own = known.most_common(1)[0][0] if known else ""
    return {layer_id for layer_id, file in files.items() if file in (own, None)}


def _source_file(layer: QgsMapLayer | None) -> str | None:
    """The file a layer is read from, '' for one without; None for a node whose layer is gone."""
    if layer is None:
        return None
    found = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path")
    return str(found or "")


def in_project(project: QgsProject) -> tuple[Path, tuple[str, ...]] | None:
    """File and layers of the strukturbild that a project read from disk already holds.

    The layers say where the file is: a project that was moved with its file still says where it was.
    """
    for group in marked_groups(project):
        kept = str(group.customProperty(FILE_PROPERTY))
        nodes = group.findLayers()
        path = next((file for file in map(_file_of, (node.layer() for node in nodes)) if file), Path(kept))
        if is_file(path):
            if str(path) != kept:
                group.setCustomProperty(FILE_PROPERTY, str(path))
            return path, tuple(node.layerId() for node in nodes)
    return None


def _file_of(layer: QgsMapLayer | None) -> Path | None:
    """The strukturbild that `layer` shows a table of; None for the user's own layers."""
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid() or layer.fields().indexOf("objekt_id") < 0:
        return None
    found = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path")
    return Path(found) if found else None


def _own_groups(root: QgsLayerTreeGroup) -> Iterable[QgsLayerTreeGroup]:
    return [
        group
        for group in root.findGroups(True)
        if group.customProperty(FILE_PROPERTY) or group.customProperty(BASE_PROPERTY)
    ]


def _fold_tables(group: QgsLayerTreeGroup) -> None:
    """A group of nothing but tables stays closed: it is not what one looks at first."""
    layers = [node.layer() for node in group.findLayers()]
    if layers and not any(layer.isSpatial() for layer in layers if isinstance(layer, QgsVectorLayer)):
        group.setExpanded(False)
