"""Transforms between coordinate systems that are tried before they are used: a broken one gives back what it was given.

QGIS keeps what it knows of a coordinate system with the thread that met it first. When that thread ends while another
goes on using it, the system looks valid in every thread but cannot be used any more, and stays so in QGIS's caches
(docs/architecture.md). Then everything is asked for anew, once.
"""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
)

from ...errors import StoreError
from ...i18n import tr


class TransformFailed(StoreError):
    """QGIS knows both coordinate systems, and gives no transform between them."""

    def __init__(self, source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem) -> None:
        super().__init__(
            tr(
                "QGIS kan inte räkna om koordinater mellan {source} och {target} just nu. "
                "Spara, starta om QGIS och försök igen."
            ).format(source=_name(source), target=_name(target))
        )


def transform_between(
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext | None = None,
) -> QgsCoordinateTransform:
    """The transform from `source` to `target`, which works. Raises TransformFailed.

    Where one of them is no coordinate system at all, it gives back what it was given, as QGIS's own.
    """
    if context is None:
        context = QgsCoordinateTransformContext()
    made = QgsCoordinateTransform(source, target, context)
    if not source.isValid() or not target.isValid() or _works(made, source, target):
        return made
    forget_systems()
    made = QgsCoordinateTransform(known_anew(source), known_anew(target), context)
    if not _works(made, source, target):
        raise TransformFailed(source, target)
    return made


def forget_systems() -> None:
    """Empty QGIS's caches of coordinate systems and transforms: both, since each keeps what it got from the other."""
    QgsCoordinateTransform.invalidateCache()
    QgsCoordinateReferenceSystem.invalidateCache()


def is_broken(crs: QgsCoordinateReferenceSystem) -> bool:
    """Whether the thread that knew it is gone: it has a name, and cannot say what it is."""
    return bool(crs.isValid() and not crs.toWkt())


def known_anew(crs: QgsCoordinateReferenceSystem) -> QgsCoordinateReferenceSystem:
    """The same system, as this thread reads it; a broken one says only its name, or how PROJ wrote it."""
    if not is_broken(crs):
        return crs
    if crs.authid():
        return QgsCoordinateReferenceSystem(crs.authid())
    return QgsCoordinateReferenceSystem.fromProj(crs.toProj())


def _works(
    made: QgsCoordinateTransform, source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
) -> bool:
    return bool(made.isValid() and (source == target or not made.isShortCircuited()))


def _name(crs: QgsCoordinateReferenceSystem) -> str:
    return crs.authid() or crs.description() or crs.toProj()
