"""A map as SVG, for those who go on designing: layers with names, and text that is still text.

Text stays text and not outlines, because changing words is why somebody asks for an SVG, and because it can then be
searched and read aloud. The price is that the typeface must be there: Lato is free and comes with the plugin, and
whoever lacks it opens the PDF instead, which carries it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Sequence
from xml.etree import ElementTree

from qgis.core import QgsLayout
from qgis.PyQt.QtCore import QBuffer, QIODevice, QRectF, QSize
from qgis.PyQt.QtGui import QPainter
from qgis.PyQt.QtSvg import QSvgGenerator

from ...errors import ExportError
from ...i18n import tr
from .. import texts
from ..file_identity import FileIdentity
from ..pdf.layout_parts import DPI, FRAME, LayoutPart, draw, drawn_as_vector, parts
from .svg_stamp import with_metadata

SVG_SPACE = "http://www.w3.org/2000/svg"
INKSCAPE = "http://www.inkscape.org/namespaces/inkscape"
_G, _TEXT = f"{{{SVG_SPACE}}}g", f"{{{SVG_SPACE}}}text"
_PIXELS_PER_MM = DPI / 25.4
_INHERITED = ("font-family", "font-size", "font-weight", "font-style")
_QT_STYLE = {
    "fill": "none",
    "stroke": "black",
    "stroke-width": "1",
    "fill-rule": "evenodd",
    "stroke-linecap": "square",
    "stroke-linejoin": "bevel",
}
_SPACES = {"": SVG_SPACE, "inkscape": INKSCAPE}


def write_svg(layout: QgsLayout, page: int, path: Path, identity: FileIdentity) -> None:
    """Write a page (from 0) of the layout. ExportError when the file cannot be written."""
    size = layout.pageCollection().page(page).rect()
    groups: list[tuple[LayoutPart, list[ElementTree.Element]]] = []
    with drawn_as_vector(layout):
        for part in parts(layout, identity.language, items=True):
            drawn = _draw_part(layout, page, size.width(), size.height()) if part.page == page else []
            if drawn:
                groups.append((part, drawn))
    root = _merge_layers(groups, size.width(), size.height(), identity)
    text = ElementTree.tostring(root, encoding="unicode")
    try:
        path.write_bytes(with_metadata(text, identity).encode("utf-8"))
    except OSError as error:
        raise ExportError(
            tr("Kartan kunde inte skrivas till {path}. Finns det plats på disken? {detail}").format(
                path=path, detail=error.strerror or error
            )
        ) from error


def _same_layer(one: LayoutPart, other: LayoutPart) -> bool:
    return (one.code, one.map_id, one.is_labels) == (other.code, other.map_id, other.is_labels)


def _draw_part(layout: QgsLayout, page: int, width: float, height: float) -> list[ElementTree.Element]:
    """What is visible in the layout now, as SVG elements; [] when it draws nothing."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    pixels = QSize(round(width * _PIXELS_PER_MM), round(height * _PIXELS_PER_MM))
    generator.setSize(pixels)
    generator.setViewBox(QRectF(0, 0, pixels.width(), pixels.height()))
    generator.setResolution(int(DPI))
    painter = QPainter(generator)
    draw(layout, painter, page)
    painter.end()
    # Qt wrote it a moment ago.
    root = ElementTree.fromstring(bytes(buffer.data()))  # nosec B314
    outermost = root.find(_G)
    return _drawn_children(outermost) if outermost is not None else []


def _drawn_children(group: ElementTree.Element) -> list[ElementTree.Element]:
    """The children that draw something. Qt writes a group for every change of pen, most of them empty."""
    kept = [child for child in group if child.tag != _G or len(child)]
    for child in kept:
        # Only text needs a typeface; Qt names one on every group, also where nothing is written.
        if child.tag == _G and child.find(_TEXT) is None:
            for name in _INHERITED:
                child.attrib.pop(name, None)
    return kept


def _merge_layers(
    groups: Sequence[tuple[LayoutPart, list[ElementTree.Element]]], width: float, height: float, identity: FileIdentity
) -> ElementTree.Element:
    """One drawing of named layers, as large as the paper."""
    for prefix, address in _SPACES.items():
        ElementTree.register_namespace(prefix, address)
    pixels = f"0 0 {round(width * _PIXELS_PER_MM)} {round(height * _PIXELS_PER_MM)}"
    root = ElementTree.Element(
        f"{{{SVG_SPACE}}}svg",
        {"version": "1.1", "width": f"{width:g}mm", "height": f"{height:g}mm", "viewBox": pixels, "role": "img"},
    )
    root.set("lang", identity.language)
    frames = _clips(root, [part for part, _drawn in groups])
    several = len({part.map_id for part, _drawn in groups if part.map_id}) > 1
    used: set[str] = set()
    before: LayoutPart | None = None
    layer = root
    for part, drawn in groups:
        if before is None or not _same_layer(before, part):
            layer = _layer(root, _identifier(part, used), _layer_name(part, identity.language, several))
        inside = layer
        if part.bounds in frames:
            inside = ElementTree.SubElement(layer, _G, {"clip-path": f"url(#{frames[part.bounds]})"})
        inside.extend(drawn)
        before = part
    return root


def _layer(root: ElementTree.Element, identifier: str, name: str) -> ElementTree.Element:
    """A layer as Inkscape knows it (Illustrator reads the id), with what Qt says on its own outermost group."""
    layer = ElementTree.SubElement(root, _G, {"id": identifier, **_QT_STYLE})
    layer.set(f"{{{INKSCAPE}}}groupmode", "layer")
    layer.set(f"{{{INKSCAPE}}}label", name)
    return layer


def _clips(root: ElementTree.Element, layout_parts: Sequence[LayoutPart]) -> dict[tuple[float, ...], str]:
    """A clip path for each bound: Qt writes none, and maps and patterns are drawn a good way beyond their frames."""
    frames: dict[tuple[float, ...], str] = {}
    defined = ElementTree.SubElement(root, f"{{{SVG_SPACE}}}defs")
    for part in layout_parts:
        if any(part.bounds) and part.code != FRAME and part.bounds not in frames:
            frames[part.bounds] = f"ram-{len(frames) + 1}"
            clip = ElementTree.SubElement(defined, f"{{{SVG_SPACE}}}clipPath", {"id": frames[part.bounds]})
            sides = (f"{length * _PIXELS_PER_MM:.2f}" for length in part.bounds)
            rectangle = dict(zip(("x", "y", "width", "height"), sides))
            ElementTree.SubElement(clip, f"{{{SVG_SPACE}}}rect", rectangle)
    return frames


def _layer_name(part: LayoutPart, language: str, several: bool) -> str:
    name = texts.LABELS_OF.in_language(language).format(layer=part.name) if part.is_labels else part.name
    return f"{part.map_id}: {name}" if several and part.map_id else name


def _identifier(part: LayoutPart, used: set[str]) -> str:
    """An id that is a name in XML and stands once: 'strak', 'strak-namn', 'blad-2'."""
    base = re.sub(r"[^a-z0-9-]+", "-", "-".join(filter(None, (part.map_id, part.code))).lower()).strip("-") or "lager"
    base = f"{base}-namn" if part.is_labels else base
    found, number = base, 2
    while found in used:
        found, number = f"{base}-{number}", number + 1
    used.add(found)
    return found
