"""Areas read from any layer to be schematised, in EPSG:3006, with a text on where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsGeometry,
    QgsVectorLayer,
)

from ...catalogue.model import AREA
from ...errors import StoreError
from ...i18n import tr
from ...store.geometry.transforms import transform_between
from ...store.schema.tables import SRID
from ..session.edit_buffer import text
from ..session.edit_session import EditSession
from .areas import SchematiseOptions, schematise
from .objects import NewObject, add_object
from .qgis_geometry import kind_of

_SOURCE_COLUMNS = ("kalla", "källa", "source")
_MAX_SOURCES = 5
"""More different sources than this are not listed."""


@dataclass(frozen=True)
class SchematiseSource:
    """Areas in EPSG:3006, and the text for their `kalla`."""

    areas: tuple[QgsGeometry, ...]
    kalla: str


def read_areas(layer: QgsVectorLayer, selected: bool = True) -> SchematiseSource:
    """The areas of `layer` in EPSG:3006: its selection, or all of them when nothing is selected or `selected` is False.

    Raises StoreError when there are none, or when the layer has no coordinate reference system.
    """
    if not layer.crs().isValid():
        raise StoreError(
            tr("Lagret {layer} saknar koordinatsystem. Ange det i lagrets egenskaper.").format(layer=layer.name())
        )
    change = transform_between(layer.crs(), QgsCoordinateReferenceSystem.fromEpsgId(SRID))
    chosen = selected and layer.selectedFeatureCount() > 0
    areas, sources = _read(layer.getSelectedFeatures() if chosen else layer.getFeatures(), change)
    if not areas:
        raise StoreError(tr("Det finns inga ytor att schematisera. Markera minst en yta."))
    sentence = tr("Schematiserat ur {layer} ({number} ytor)").format(layer=layer.name(), number=len(areas))
    named = sources or [right for right in layer.metadata().rights() if right.strip()]
    return SchematiseSource(
        tuple(areas), f"{sentence}: {'; '.join(named)}" if 0 < len(named) <= _MAX_SOURCES else sentence
    )


def add_schematised(
    edit_session: EditSession, prefill: NewObject, taken: SchematiseSource, options: SchematiseOptions, name: str = ""
) -> str:
    """Add the generalised area of `taken`, with its source; gives its objekt_id."""
    return add_object(edit_session, prefill, schematise(taken.areas, options), name, {"kalla": taken.kalla})


def _read(features: Iterable[QgsFeature], change: QgsCoordinateTransform) -> tuple[list[QgsGeometry], list[str]]:
    areas: list[QgsGeometry] = []
    sources: dict[str, None] = {}
    for feature in features:
        geometry = QgsGeometry(feature.geometry())
        if kind_of(geometry) != AREA:
            continue
        try:
            geometry.transform(change)
        except QgsCsException:  # one that cannot be placed on the map must not stop the others
            continue
        areas.append(geometry)
        texts = (text(feature, column) for column in _SOURCE_COLUMNS)
        sources.update(dict.fromkeys(source for source in texts if source))
    return areas, list(sources)
