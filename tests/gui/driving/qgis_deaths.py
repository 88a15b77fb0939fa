"""What QGIS itself dies of, without our plugin: the monkey leaves it out, only where QGIS dies of it.

Nothing stands here that isn't proven: `make monkey` first does the proof of each in a QGIS without the plugin, which
must die of it. DEADLY=1 puts them back among the monkey's acts.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import QgsMeshLayer, QgsProject


@dataclass(frozen=True)
class Death:
    """A tool of QGIS's that ends it. `proof`: the monkey's acts that do, names with what they are given."""

    tool: str
    where: Callable[[], bool]
    what: str
    seen_on: str
    proof: tuple[tuple[str, tuple[object, ...]], ...]


def no_mesh_is_edited() -> bool:
    """Where the tools for meshes are grey: a user gets at them by a shortcut of his own, a script always."""
    layers = QgsProject.instance().mapLayers().values()
    return not any(isinstance(one, QgsMeshLayer) and one.isEditable() for one in layers)


DEATHS = (
    Death(
        "ActionMeshSelectByPolygon",
        no_mesh_is_edited,
        "the tool is taken half made, and when the map takes the next one, whichever that is, it clears a rubber band "
        "that it never made (QgsMapToolEditMeshFrame::deactivate, clearSelection, QgsRubberBand::reset)",
        "3.22.16, 3.44.15",
        (("their tool", ("ActionMeshSelectByPolygon",)), ("their tool", ("mActionPan",))),
    ),
)


def ends_qgis(tool: str) -> bool:
    """Whether QGIS would die of its tool with this name just now; never with DEADLY=1."""
    return not os.environ.get("DEADLY") and any(one.tool == tool and one.where() for one in DEATHS)
