"""A style that somebody has saved in the file with QGIS: what is harmless of it, and what had to be left out.

Unlike a style that is printed with (qml_style.py) it may look as it likes in the window. What goes is what could reach
outside the file or run something; forms, actions, joins and default values are never read from a file at all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Sequence

from qgis.core import QgsMapLayer, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from ...sanitize import qml as sanitize_qml
from ...sanitize.content import ContentError, Removed
from .qml_style import fits_geometry

MAX_QML_BYTES = sanitize_qml.LIMITS.size


@dataclass(frozen=True)
class StoredStyle:
    """A cleaned style. `qml`: what can be used; '' when nothing can. `notices`: what was left out, and why."""

    qml: str
    notices: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def harmless_style(qml: str) -> StoredStyle:
    """Clean a style (QML) saved in a file: symbols, labels and blending are kept. Never raises: see `StoredStyle`."""
    try:
        clean = sanitize_qml.clean(qml)
    except ContentError as error:
        faults = (replace(each, what=each.what or each.sentence.rstrip(".")) for each in error.faults)
        return StoredStyle("", _in_words((*error.removed, *faults)))
    return StoredStyle(clean.content.decode("utf-8"), _in_words(clean.removed))


def _in_words(removed: Sequence[Removed]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.what for each in removed if each.what))


def apply_stored_style(layer: QgsVectorLayer, style: StoredStyle) -> bool:
    """Apply a cleaned style to `layer`: symbols, labels and layer rendering.

    False when QGIS cannot read it or it would draw nothing; the layer may then be half changed and needs another style.
    """
    document = QDomDocument()
    if not style.qml or not document.setContent(style.qml)[0]:
        return False
    kinds = QgsMapLayer.StyleCategory
    fine, _fault = layer.importNamedStyle(document, kinds.Symbology | kinds.Labeling | kinds.Rendering)
    return bool(fine) and fits_geometry(layer.renderer(), layer)
