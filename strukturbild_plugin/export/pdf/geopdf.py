"""A map as PDF with layers that can be switched on and off and coordinates that can be read: a GeoPDF.

All parts are drawn by Qt into one document, a page each, so that they share their typefaces. The pages of a sheet are
then laid on each other, each as optional content (ISO 32000-1, 8.11): the same lines and the same live text as the map
without layers. The names of a layer belong to the layer: what is switched off takes its names along.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Sequence

from qgis.core import QgsLayout, QgsLayoutItemMap
from qgis.PyQt.QtCore import QMarginsF, QSizeF
from qgis.PyQt.QtGui import QPageSize, QPainter, QPdfWriter

from ...bundled import pypdf
from ...errors import ExportError
from ...i18n import tr
from ..sheets.stroke_opacity import opacity_in_colours, with_opacity
from .georeference import georeference
from .layout_parts import DPI, LayoutPart, draw, drawn_as_vector, parts
from .reader import open_pdf

_PAINTS = re.compile(rb"(?<=[\s\])])(?:f\*?|F|S|s|B\*?|b\*?|Tj|TJ|Do|sh)(?=\s)")
_SHARED = ("/ColorSpace", "/ExtGState", "/Pattern", "/Font", "/XObject", "/Shading")
_Group = tuple[str, str]
"""Map and layer: what one switch turns off."""


def write_layered_pdf(layout: QgsLayout, path: Path, language: str) -> tuple[str, ...]:
    """Write the layout as a PDF with layers and coordinates; the names of the layers, top first.

    ExportError when the file cannot be written. `language`: that of the sheet, for the names of the parts around.
    """
    beside = path.with_name(path.name + ".delar")
    try:
        drawn = _draw_parts(layout, beside, language)
        return _overlay_parts(layout, beside, drawn, path)
    except OSError as error:
        raise ExportError(
            tr("Kartan kunde inte skrivas till {path}. Finns det plats på disken? {detail}").format(
                path=path, detail=error.strerror or error
            )
        ) from error
    finally:
        beside.unlink(missing_ok=True)


def _draw_parts(layout: QgsLayout, path: Path, language: str) -> list[LayoutPart]:
    """Every part on a page of its own in one document."""
    device = QPdfWriter(str(path))
    device.setResolution(int(DPI))
    drawn: list[LayoutPart] = []
    painter = QPainter()
    with drawn_as_vector(layout), opacity_in_colours(layout):
        for part in parts(layout, language):
            device.setPageSize(_page_size(layout, part.page))
            device.setPageMargins(QMarginsF(0, 0, 0, 0))
            if drawn:
                device.newPage()
            elif not painter.begin(device):
                raise OSError(None, str(path))
            draw(layout, painter, part.page)
            drawn.append(part)
    if not painter.isActive() or not painter.end():
        raise OSError(None, str(path))
    return drawn


def _page_size(layout: QgsLayout, number: int) -> QPageSize:
    size = layout.pageCollection().page(number).rect()
    millimetres = QSizeF(size.width(), size.height())
    return QPageSize(millimetres, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)


def _overlay_parts(layout: QgsLayout, drawn: Path, drawn_parts: Sequence[LayoutPart], path: Path) -> tuple[str, ...]:
    library = pypdf()
    writer = library.PdfWriter(clone_from=open_pdf(drawn))
    pages = list(writer.pages)
    if len(pages) != len(drawn_parts):
        raise ExportError(tr("Kartans lager gick inte att lägga ihop till en fil. Exportera igen."))
    switches: dict[_Group, Any] = {}
    names: dict[_Group, str] = {}
    firsts: dict[int, Any] = {}
    for number in dict.fromkeys(part.page for part in drawn_parts):
        together = [(part, page) for part, page in zip(drawn_parts, pages) if part.page == number]
        firsts[number] = together[0][1]
        _merge(writer, together, switches, names)
    for number, page in firsts.items():
        maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap) and item.page() == number]
        georeference(page, [item for item in maps if item.isVisible()], writer)
    for index in reversed(range(len(pages))):
        if all(pages[index] is not page for page in firsts.values()):
            writer.remove_page(index, clean=False)
    _list_layers(writer, switches, names)
    with open(path, "wb") as file:
        writer.write(file)
    return tuple(names[key] for key in reversed(switches))


def _merge(
    writer: Any, together: Sequence[tuple[LayoutPart, Any]], switches: dict[_Group, Any], names: dict[_Group, str]
) -> None:
    """Lay the pages of one sheet on the first of them, each within its switch; parts that draw nothing are left out."""
    generic = pypdf().generic
    name = generic.NameObject
    base = together[0][1]
    resources = base["/Resources"].get_object()
    properties = generic.DictionaryObject()
    content: list[bytes] = []
    for part, page in together:
        data = page.get_contents().get_data()
        if not _PAINTS.search(data):
            continue
        key = (part.map_id, part.code)
        if key not in switches:
            names[key] = part.name
            switches[key] = writer._add_object(
                generic.DictionaryObject(
                    {name("/Type"): name("/OCG"), name("/Name"): generic.TextStringObject(part.name)}
                )
            )
        mark = f"/Lager{list(switches).index(key)}"
        properties[name(mark)] = switches[key]
        own = page["/Resources"].get_object()
        content.append(b"/OC %s BDC\nq\n" % mark.encode() + (with_opacity(data, own) or data) + b"\nQ\nEMC\n")
        _share_resources(resources, own)
    resources[name("/Properties")] = properties
    stream = generic.DecodedStreamObject()
    stream.set_data(b"".join(content))
    base[name("/Contents")] = writer._add_object(stream.flate_encode())


def _share_resources(resources: Any, more: Any) -> None:
    """Qt names typefaces and states by their object numbers, so names of one document never mean two things."""
    generic = pypdf().generic
    for kind in _SHARED:
        found = more.get(kind)
        if found is None:
            continue
        known = resources.setdefault(generic.NameObject(kind), generic.DictionaryObject()).get_object()
        for key in found.get_object():
            known.setdefault(key, found.get_object().raw_get(key))


def _list_layers(writer: Any, switches: dict[_Group, Any], names: dict[_Group, str]) -> None:
    """The list of layers that a reader shows: top first, in groups when there are several maps."""
    generic = pypdf().generic
    name, text = generic.NameObject, generic.TextStringObject
    maps = list(dict.fromkeys(map_name for map_name, kod in switches if map_name))
    order = generic.ArrayObject()
    for map_name in reversed(list(dict.fromkeys(map_name for map_name, _kod in switches))):
        below = [switches[key] for key in reversed(switches) if key[0] == map_name]
        if map_name and len(maps) > 1:
            order.append(generic.ArrayObject([text(map_name.capitalize()), *below]))
        else:
            order.extend(below)
    every = generic.ArrayObject(switches.values())
    shown = generic.DictionaryObject({name("/Order"): order, name("/ON"): generic.ArrayObject(every)})
    shown[name("/BaseState")] = name("/ON")
    writer.root_object[name("/OCProperties")] = generic.DictionaryObject({name("/OCGs"): every, name("/D"): shown})
    writer.root_object[name("/PageMode")] = name("/UseOC")
