"""The QGIS project kept inside a strukturbild, so that plain QGIS opens it ready to use.

QGIS stores such a project with its layers' addresses relative to the folder, but with the file's own name in them: a
renamed file loses its layers (techniques: measured). `repair_project` puts the right name in; `check_and_open` calls it.
"""

from __future__ import annotations

import binascii
import io
import json
import re
import sqlite3
import uuid
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Iterable, Sequence
from xml.sax.saxutils import escape, unescape

from ..errors import StoreError
from ..i18n import tr
from . import wkb
from .database import connect, now
from .failures import explaining
from .files import discard
from .geopackage import reading
from .records import Area, Picture

if TYPE_CHECKING:
    from qgis.core import QgsProject, QgsVectorLayer

PROJECT_NAME = "Strukturbild"
_MARGIN = 1.05
_DATASOURCE = re.compile(r"(?P<start>[>\"])\./(?P<file>[^<>\"|]+?\.gpkg)(?P<rest>\|layername=)")
_MOST_BYTES = 50_000_000


def write_project(path: Path, final_name: str = "") -> None:
    """Write the project of the strukturbild at `path` into it; `final_name` is the file name it will have."""
    path = Path(path)
    with reading(path) as db:
        head, pictures, areas = db.head(), db.pictures(), db.areas()
    text = _project_text(path, head.titel, head.sprak, pictures, areas)
    if final_name:
        text = _renamed(text, final_name)
    metadata = json.dumps({"last_modified_time": now()[:19], "last_modified_user": ""})
    with explaining(path):
        connection = connect(path)
        try:
            connection.execute(
                "INSERT INTO qgis_projects (name, metadata, content) VALUES (?, ?, ?) "
                "ON CONFLICT (name) DO UPDATE SET metadata = excluded.metadata, content = excluded.content",
                (PROJECT_NAME, metadata, _packed(text)),
            )
        finally:
            connection.close()


def repair_project(path: Path) -> bool:
    """Point the projects inside the file at the file's present name; gives whether anything had to change."""
    path = Path(path)
    changed = []
    with explaining(path):
        connection = connect(path)
        try:
            if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'qgis_projects'").fetchone():
                return False
            for name, content in connection.execute("SELECT name, content FROM qgis_projects").fetchall():
                text = _unpacked(content)
                if text is None:
                    continue
                wanted = _renamed(text, path.name)
                if wanted != text:
                    changed.append((_packed(wanted), name))
            if changed:
                connection.executemany("UPDATE qgis_projects SET content = ? WHERE name = ?", changed)
        finally:
            connection.close()
    return bool(changed)


def project_address(path: Path) -> str:
    """What QgsProject.read takes to open the project inside the file."""
    return f"geopackage:{Path(path)}?projectName={PROJECT_NAME}"


def _project_text(path: Path, title: str, language: str, pictures: Sequence[Picture], areas: Sequence[Area]) -> str:
    """The project's XML, its addresses relative to the file's folder."""
    from qgis.core import QgsProject

    project = QgsProject()
    temporary = path.with_name(f".{uuid.uuid4().hex[:8]}.qgs")
    try:
        project.setTitle(title)
        _set_view(project, areas)
        _fill(project, path, language, pictures)
        if not project.write(str(temporary)):
            raise StoreError(tr("Projektet i {path} kunde inte skrivas: {fel}.").format(path=path, fel=project.error()))
        return temporary.read_text(encoding="utf-8")
    finally:
        project.clear()
        discard(temporary)
        discard(temporary.with_name(temporary.name + "~"))


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
        whole.scale(_MARGIN)
        project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(whole, crs))


def _fill(project: QgsProject, path: Path, language: str, pictures: Sequence[Picture]) -> None:
    """Groups of layers; with several pictures, one block of them for each, the first one shown."""
    from .layers import open_layers, show_picture

    layers = open_layers(path, language)
    root = project.layerTreeRoot()
    objects = [(group, layer) for group, layer in layers if group and _holds_objects(layer)]
    others = [(group, layer) for group, layer in layers if not _holds_objects(layer) or not group]
    if len(pictures) <= 1:
        _add(project, root, objects)
    for place, picture in enumerate(pictures if len(pictures) > 1 else ()):
        block = root.addGroup(picture.namn)
        copies = objects if place == 0 else [(group, _again(path, layer)) for group, layer in objects]
        show_picture([layer for _, layer in copies], picture.bild_id)
        _add(project, block, copies)
        if place:
            block.setItemVisibilityChecked(False)
            block.setExpanded(False)
    _add(project, root, others)


def _again(path: Path, layer: QgsVectorLayer) -> QgsVectorLayer:
    from .layers import open_layer

    return open_layer(path, layer.source().split("|layername=")[1].split("|")[0], layer.name())


def _holds_objects(layer: QgsVectorLayer) -> bool:
    return layer.fields().indexOf("ursprung_id") >= 0


def _add(project: QgsProject, parent: object, layers: Iterable[tuple[str, QgsVectorLayer]]) -> None:
    for group, layer in layers:
        project.addMapLayer(layer, False)
        if not group:
            parent.addLayer(layer)  # type: ignore[attr-defined]
            continue
        node = next((each for each in parent.children() if each.name() == group), None)  # type: ignore[attr-defined]
        node = node or parent.addGroup(group)  # type: ignore[attr-defined]
        node.addLayer(layer).setExpanded(False)


def _renamed(text: str, name: str) -> str:
    """The project with every layer address inside the folder pointing at the file `name`."""
    safe = escape(name, {'"': "&quot;"})

    def right(match: re.Match[str]) -> str:
        same = unescape(match["file"]) == name
        return match[0] if same else f"{match['start']}./{safe}{match['rest']}"

    return _DATASOURCE.sub(right, text)


def _packed(text: str) -> str:
    """Project XML as QGIS keeps it in a GeoPackage: a zip, in hexadecimal."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{PROJECT_NAME}.qgs", text)
    return binascii.hexlify(buffer.getvalue()).decode("ascii")


def _unpacked(content: object) -> str | None:
    """The XML in a stored project; None when it is not one (the file comes from anywhere)."""
    try:
        raw = binascii.unhexlify(content if isinstance(content, (str, bytes)) else b"")
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            inside = next(info for info in archive.infolist() if info.filename.endswith(".qgs"))
            if inside.file_size > _MOST_BYTES:
                return None
            return archive.read(inside).decode("utf-8")
    except (ValueError, StopIteration, zipfile.BadZipFile, UnicodeDecodeError):
        return None


def has_project(connection: sqlite3.Connection) -> bool:
    """Whether the file holds our project."""
    found = connection.execute("SELECT 1 FROM qgis_projects WHERE name = ?", (PROJECT_NAME,)).fetchone()
    return found is not None
