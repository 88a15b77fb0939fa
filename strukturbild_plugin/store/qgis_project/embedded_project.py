"""The QGIS project kept inside a strukturbild, so that plain QGIS opens it ready to use.

QGIS stores such a project with its layers' addresses relative to the folder, but with the file's own name in them: a
renamed file loses its layers. `repair_project` puts the right name in; `repair` calls it.
"""

from __future__ import annotations

import codecs
import contextlib
import json
import re
import sqlite3
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Collection, Mapping, Sequence
from xml.etree import ElementTree
from xml.parsers import expat
from xml.sax.saxutils import escape

from ...catalogue.model import Catalogue
from ...errors import StoreError
from ...i18n import tr
from ...printable_text import for_xml
from ..gpkg import wkb
from ..gpkg.connection import connect, now, tables_in
from ..gpkg.error_messages import explaining
from ..gpkg.reader import reading
from ..gpkg.records import Area, Picture
from .form_upgrade import PROJECT_MARK
from .project_blob import PROJECT_NAME, carries_programs, packed, packed_with, unpacked_bytes, without_names
from .rowless_copy import copy_without_rows

if TYPE_CHECKING:
    from qgis.core import QgsLayerTreeGroup, QgsProject, QgsVectorLayer

_EXTENT_MARGIN, _PIECE_BYTES = 1.05, 65_536
_OWN_LAYER = re.compile(rb"<datasource>\./([^<>|]+)\|layername=(?:strukturbild|nod)\b")
_NOT_STYLE = ("version", "styleCategories")
_MARKS = re.compile(r"(<STIL\d+STIL />)")


@dataclass(frozen=True)
class _ProjectParts:
    """What the project is made of. `styles`: table -> QML."""

    title: str
    language: str
    catalogue: Catalogue
    pictures: tuple[Picture, ...]
    areas: tuple[Area, ...]
    styles: Mapping[str, str]
    without: frozenset[str]
    """Tables that are no layers in it."""


def write_project(path: Path, final_name: str = "") -> None:
    """Write the project of the strukturbild at `path` into it; `final_name` is the file name it will have.

    What the file itself has in `layer_styles` is not read: it may be anybody's. Raises StoreError.
    """
    path = Path(path)
    text = project_text(path, final_name)
    with explaining(path), contextlib.closing(connect(path)) as connection:
        store_project(connection, packed(text))


def store_project(connection: sqlite3.Connection, content: str) -> None:
    """Put a packed project into a strukturbild, in the place of the one that is there. Raises sqlite3.Error."""
    metadata = json.dumps({"last_modified_time": now()[:19], "last_modified_user": "", **PROJECT_MARK})
    connection.execute(
        "INSERT INTO qgis_projects (name, metadata, content) VALUES (?, ?, ?) "
        "ON CONFLICT (name) DO UPDATE SET metadata = excluded.metadata, content = excluded.content",
        (PROJECT_NAME, metadata, content),
    )


def project_text(
    path: Path, final_name: str = "", styles: Mapping[str, str] | None = None, without: Collection[str] = ()
) -> str:
    """The XML of the project of the strukturbild at `path`; `final_name` is the file name that will have it.

    `styles`: table -> QML that the caller has made; without, they are made from the catalogue. `without`: tables that
    are no layers in it. Raises StoreError.
    """
    from .layer_styles import catalogue_styles

    path = Path(path)
    with reading(path) as db:
        head = db.head()
        made = catalogue_styles(db) if styles is None else styles
        cleaned = {table: for_xml(style) for table, style in made.items()}
        catalogue, pictures, areas = db.catalogue(), db.pictures(), db.areas()
    plan = _ProjectParts(head.titel, head.sprak, catalogue, pictures, areas, cleaned, frozenset(without))
    return _project_text(path, plan, final_name or path.name)


def repair_project(path: Path, final_name: str = "") -> bool:
    """Point the projects inside the file at its present name, or the one it will have; whether anything had to change.

    Nothing else in them is changed, and none is opened. One that carries programs stays as it is.
    """
    path = Path(path)
    with explaining(path), contextlib.closing(connect(path)) as connection:
        if "qgis_projects" not in tables_in(connection):
            return False
        changed = []
        for name, content in connection.execute("SELECT name, content FROM qgis_projects").fetchall():
            written = unpacked_bytes(content)
            if written is None or not _may_be_renamed(written):
                continue
            former, new = _addresses(written, final_name or path.name)
            del written
            if former != new:
                changed.append((packed_with(content, former, new), name))
        if changed:
            connection.executemany("UPDATE qgis_projects SET content = ? WHERE name = ?", changed)
    return bool(changed)


def project_address(path: Path) -> str:
    """What QgsProject.read takes to open the project inside the file."""
    return f"geopackage:{Path(path)}?projectName={PROJECT_NAME}"


def _project_text(path: Path, plan: _ProjectParts, final_name: str) -> str:
    """The project's XML, its addresses relative to the file's folder.

    QGIS writes the project with bare layers, and the default styles of the file are put in as they stand: they hold
    hundreds of expressions, and letting QGIS read and write them once per picture takes seconds.

    The layers are those of a copy without rows. This runs in a thread of its own, and QGIS comes to a stop when such a
    thread closes layers of a file that the window draws and reads anew just then.
    """
    from qgis.core import QgsProject

    with tempfile.TemporaryDirectory(prefix="strukturbild-") as folder:
        copy, written = Path(folder) / path.name, Path(folder) / "projekt.qgs"
        copy_without_rows(path, copy, _shown_tables(plan))
        project = QgsProject()
        try:
            project.setTitle(plan.title)
            _set_view(project, plan.areas)
            tables = _fill(project, copy, plan)
            _write_themes(project, plan)
            if not project.write(str(written)):
                raise StoreError(
                    tr("Projektet i {path} kunde inte skrivas: {fel}.").format(
                        path=path, fel=project.error().replace(str(written), str(path))
                    )
                )
            # QGIS writes control codes of names as they are, and cannot read the project afterwards.
            text = without_names(for_xml(written.read_text(encoding="utf-8")))
            return with_styles(_renamed(text, final_name), tables, plan)
        finally:
            project.clear()


def _shown_tables(plan: _ProjectParts) -> frozenset[str]:
    from .layers import LOOKUPS, listed_layers

    listed = (listed_layers(plan.catalogue, plan.language, objects=which) for which in (True, False))
    return frozenset({table for layers in listed for _, table, _ in layers} | set(LOOKUPS)) - plan.without


def _set_view(project: QgsProject, areas: Sequence[Area]) -> None:
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle, QgsReferencedRectangle

    crs = QgsCoordinateReferenceSystem("EPSG:3006")
    project.setCrs(crs)
    whole = QgsRectangle()
    for area in areas:
        bounds = wkb.bounds(area.wkb) if area.wkb else None
        if bounds:
            whole.combineExtentWith(QgsRectangle(*bounds))
    if not whole.isEmpty():
        whole.scale(_EXTENT_MARGIN)
        project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(whole, crs))


def _fill(project: QgsProject, path: Path, plan: _ProjectParts) -> dict[str, tuple[str, str]]:
    """Groups of layers; with several pictures, one block of them for each, the first one shown.

    Gives layer id -> (table, picture) of the layers that get a style.
    """
    from .layers import LOOKUPS, hide_layer, listed_layers, open_layer
    from .picture_themes import picture_themes_of

    root, tables = project.layerTreeRoot(), {}
    several = len(plan.pictures) > 1
    views = picture_themes_of(plan.pictures, plan.language)
    objects, others = (
        [one for one in listed_layers(plan.catalogue, plan.language, objects=which) if one[1] not in plan.without]
        for which in (True, False)
    )
    for place, picture in enumerate(plan.pictures if several else plan.pictures[:1]):
        block = root.addGroup(views[place].name) if several else root
        for group, table, title in objects:
            layer = open_layer(path, table, title, styled=False, bild_id=picture.bild_id if several else "")
            _add(project, block, group, layer)
            tables[layer.id()] = (table, picture.bild_id)
        if place:
            block.setItemVisibilityChecked(False)
            block.setExpanded(False)
    for group, table, title in others:
        layer = open_layer(path, table, title, styled=False)
        _add(project, root, group, layer)
        tables[layer.id()] = (table, "")
    for table in (name for name in LOOKUPS if name not in plan.without):
        _add(project, root, "", hide_layer(open_layer(path, table, table, styled=False)))
    return tables


def _write_themes(project: QgsProject, plan: _ProjectParts) -> None:
    """A map theme for each picture, and one for all of them, so that whoever opens the file can switch."""
    from qgis.core import QgsLayerTreeModel, QgsMapThemeCollection

    from .picture_themes import picture_themes_of

    root, themes = project.layerTreeRoot(), project.mapThemeCollection()
    views = picture_themes_of(plan.pictures, plan.language)
    blocks = [root.findGroup(view.name) for view in views if view.bild_id]
    shown = [block.itemVisibilityChecked() for block in blocks]
    model = QgsLayerTreeModel(root)
    for place, view in enumerate(views):
        for number, block in enumerate(blocks):
            block.setItemVisibilityChecked(not view.bild_id or number == place)
        themes.insert(view.name, QgsMapThemeCollection.createThemeFromCurrentState(root, model))
    for block, checked in zip(blocks, shown):
        block.setItemVisibilityChecked(checked)


def _add(project: QgsProject, parent: QgsLayerTreeGroup, group: str, layer: QgsVectorLayer) -> None:
    from qgis.core import QgsRectangle

    if layer.isSpatial() and not layer.dataProvider().extent().isFinite():
        layer.setExtent(QgsRectangle())  # one object infinitely far off, and QGIS cannot write the project
    project.addMapLayer(layer, False)
    if not group:
        parent.addLayer(layer)
        return
    node = next((each for each in parent.children() if each.name() == group), None) or parent.addGroup(group)
    node.addLayer(layer).setExpanded(False)


def with_styles(text: str, tables: Mapping[str, tuple[str, str]], plan: _ProjectParts) -> str:
    """Project XML with the styles of `plan` in its layers. `tables`: layer id -> (table, picture)."""
    # QGIS wrote it a moment ago.
    tree = ElementTree.fromstring(text)  # nosec B314
    outer = {table: _outermost(plan.styles.get(table)) for table, _ in tables.values()}
    fillings: dict[str, str] = {}
    for layer in tree.iter("maplayer"):
        table, bild_id = tables.get(layer.findtext("id", ""), ("", ""))
        attributes, names = outer.get(table, ({}, set()))
        if not names:
            continue
        style = plan.styles[table]
        for name in names:
            for old in layer.findall(name):
                layer.remove(old)
        layer.attrib.update({key: value for key, value in attributes.items() if key not in _NOT_STYLE})
        mark = f"STIL{len(fillings)}STIL"
        ElementTree.SubElement(layer, mark)
        fillings[f"<{mark} />"] = _for_picture(_inside(style), plan.pictures[0].bild_id, bild_id)
    written = ElementTree.tostring(tree, encoding="unicode")
    parts = _MARKS.split(written)
    return "".join(fillings.get(part, part) for part in parts)


def _outermost(style: object) -> tuple[dict[str, str], set[str]]:
    """The attributes of the root, and the names of the elements right below it; none when it is no style."""
    attributes: dict[str, str] = {}
    names: set[str] = set()
    depth = 0

    def start(name: str, found: dict[str, str]) -> None:
        nonlocal depth
        if depth == 0 and name == "qgis":
            attributes.update(found)
        elif depth == 1:
            names.add(name)
        depth += 1

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(style if isinstance(style, str) else "", True)
    except expat.ExpatError:
        return {}, set()
    return (attributes, names) if attributes else ({}, set())


def _inside(style: str) -> str:
    """What stands between <qgis ...> and </qgis>."""
    start = style.index(">", style.index("<qgis")) + 1
    return style[start : style.rindex("</qgis>")]


def _for_picture(style: str, first: str, bild_id: str) -> str:
    """The style with new objects going to another picture than the first one, which it was made for."""
    if not bild_id or bild_id == first:
        return style
    for quote in ("'", "&apos;", "&#39;"):
        style = style.replace(f"@strukturbild_bild, {quote}{first}", f"@strukturbild_bild, {quote}{bild_id}")
    return style


def _may_be_renamed(written: bytearray) -> bool:
    decoder, view = codecs.getincrementaldecoder("utf-8")(), memoryview(written)  # piece by piece: it is megabytes
    try:
        for start in range(0, len(written), _PIECE_BYTES):
            decoder.decode(view[start : start + _PIECE_BYTES])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return not carries_programs(written)


def _renamed(text: str, name: str) -> str:
    """The project with the addresses of its own layers pointing at the file `name`; other files' layers stay."""
    former, new = _addresses(text.encode("utf-8"), name)
    return text.replace(former.decode("utf-8"), new.decode("utf-8"))


def _addresses(text: bytes | bytearray, name: str) -> tuple[bytes, bytes]:
    """How the addresses of its own layers begin in a project, and how they are to begin; the same for no change."""
    safe = escape(name, {'"': "&quot;"}).encode("utf-8")
    found = Counter(bytes(match[1]) for match in _OWN_LAYER.finditer(text))
    former = safe if not found or safe in found else found.most_common(1)[0][0]
    return b"./" + former + b"|layername=", b"./" + safe + b"|layername="
