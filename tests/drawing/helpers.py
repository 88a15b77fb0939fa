"""An edit session over a real strukturbild file, with three towns, and looks at what the layers and the file say."""

from __future__ import annotations

import math
from pathlib import Path

from strukturbild_plugin.drawing.edits.objects import NewObject, add_object
from strukturbild_plugin.drawing.edits.qgis_geometry import lines_of, points_geometry, points_of
from strukturbild_plugin.drawing.session.edit_session import COMMENTS, VOTES, EditSession, layers_by_code
from strukturbild_plugin.drawing.session.row_codec import cell
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.qgis_project.layers import open_layer, open_layers
from strukturbild_plugin.store.writing.transaction import reading
from tests.store.helpers import TARGET

TOWNS = {"Karlstad": (414000.0, 6584000.0), "Örebro": (511000.0, 6571000.0), "Västerås": (587000.0, 6609000.0)}
NODE = NewObject("nod", bild_id=TARGET)
STRAK = NewObject("strak", bild_id=TARGET)
SAMBAND = NewObject("samband", bild_id=TARGET)
TENDED = {"fid", "version", "andrad", "skapad"}
"""Columns that the file itself writes when it is saved."""


def desk_on(path: Path) -> EditSession:
    """The strukturbild at `path`, opened as a user would have it."""
    with reading(path) as db:
        catalogue = db.catalogue()
    layers = [layer for _, layer in open_layers(path)]
    return EditSession(layers_by_code(layers, catalogue), catalogue, author="Åsa", group="Bord 2")


def desk_with_votes(path: Path, group: str = "Bord 2") -> EditSession:
    """Objects, comments and votes, without styles."""
    with reading(path) as db:
        catalogue = db.catalogue()
    tables = (*(layer.kod for layer in catalogue.lager), COMMENTS, VOTES)
    layers = {table: open_layer(path, table, table, styled=False) for table in tables}
    return EditSession(layers, catalogue, author="Åsa", group=group)


def towns(edit_session: EditSession) -> list[str]:
    """Draw the three towns; gives their ids from west to east."""
    return [add_object(edit_session, NODE, points_geometry([place]), name) for name, place in TOWNS.items()]


def line_of(edit_session: EditSession, objekt_id: str) -> list[tuple[float, float]]:
    """The vertices of a line that has one part."""
    (line,) = lines_of(edit_session.feature(objekt_id).geometry())
    return line


def places_of(edit_session: EditSession, objekt_id: str) -> list[tuple[float, float]]:
    return points_of(edit_session.feature(objekt_id).geometry())


def off(line: list[tuple[float, float]], point: tuple[float, float]) -> float:
    """How far the nearest vertex is from `point`."""
    return min(math.dist(vertex, point) for vertex in line)


def everything(edit_session: EditSession) -> dict[str, object]:
    """All that the layers hold, edits included."""
    return {
        f"{code}/{feature['objekt_id']}/{feature['mal_id'] if code == 'objekt_mal' else ''}": (
            [str(value) for name, value in zip(feature.fields().names(), feature.attributes()) if name != "fid"],
            feature.geometry().asWkt(3),
        )
        for code, layer in edit_session.layers.items()
        if layer.fields().indexOf("objekt_id") >= 0
        for feature in layer.getFeatures()
    }


def held(edit_session: EditSession, in_the_file: bool = False) -> list[tuple[object, ...]]:
    """All rows, as the layers show them or as the file has them."""
    rows = []
    for code, layer in edit_session.layers.items():
        for feature in (layer.dataProvider() if in_the_file else layer).getFeatures():
            named = zip(feature.fields().names(), feature.attributes())
            values = (str(cell(value)) for name, value in named if name not in TENDED)
            rows.append((code, *values, feature.geometry().asWkt(2)))
    return sorted(rows)


def in_file(path: Path) -> dict[str, object]:
    """The objects the file holds, by name."""
    return {objekt.namn: objekt for objekt in read_snapshot(path).objects}
