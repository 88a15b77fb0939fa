"""What marks a strukturbild in a QGIS project. Read at every project, so it reads nothing else of the plugin."""

from __future__ import annotations

from qgis.core import QgsLayerTreeGroup, QgsProject

FILE_PROPERTY = "strukturbild/fil"
"""Of the group that holds a strukturbild: its file."""
BASE_PROPERTY = "strukturbild/baskarta"
"""Of the group that holds the base map."""


def marked_groups(project: QgsProject) -> list[QgsLayerTreeGroup]:
    """The groups that hold a strukturbild, wherever in the tree they have been moved."""
    return [group for group in project.layerTreeRoot().findGroups(True) if group.customProperty(FILE_PROPERTY)]


def is_in_marked_group(project: QgsProject, layer_id: str) -> bool:
    """Whether a layer, which may not have been read yet, is part of a strukturbild."""
    node = project.layerTreeRoot().findLayer(layer_id)
    while node is not None:
        if node.customProperty(FILE_PROPERTY):
            return True
        node = node.parent()
    return False
