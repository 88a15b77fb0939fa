"""An open attribute table through our own save: rows come and go one by one, and no cell that is open is closed."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsVectorLayerCache
from qgis.gui import QgsAttributeTableModel, QgsMapCanvas
from qgis.PyQt.QtCore import Qt

from strukturbild_plugin.drawing.edits.network import move_node
from strukturbild_plugin.drawing.edits.objects import add_object, delete_object, set_values
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from tests.drawing.helpers import NODE, desk_on, towns
from tests.store.helpers import new_file


def shown(model: QgsAttributeTableModel, at: int) -> list[str]:
    """What stands in the column at this place of an open attribute table."""
    rows = (model.index(row, model.fieldCol(at)) for row in range(model.rowCount()))
    return sorted(model.data(index, Qt.ItemDataRole.DisplayRole) for index in rows)


def test_the_table_is_never_read_anew_and_shows_what_was_saved(tmp_path: Path, qgis_app: QgsApplication) -> None:
    session = desk_on(new_file(tmp_path))
    ids, layer = towns(session), session.layers["nod"]
    session.save()
    cache = QgsVectorLayerCache(layer, 1_000)
    cache.setFullCache(True)
    model, resets = QgsAttributeTableModel(cache), []
    model.loadLayer()
    model.modelReset.connect(lambda: resets.append("anew"))
    cache.invalidated.connect(lambda: resets.append("cache"))
    at = layer.fields().indexOf("namn")

    set_values(session, ids[0], {"namn": "Arvika"})
    session.save()
    assert shown(model, at) == ["Arvika", "Västerås", "Örebro"]
    add_object(session, NODE, points_geometry([(420000.0, 6600000.0)]), "Sunne")
    session.save()
    assert shown(model, at) == ["Arvika", "Sunne", "Västerås", "Örebro"]
    delete_object(session, ids[1])
    move_node(session, ids[2], (430000.0, 6600000.0))
    session.save()
    assert shown(model, at) == ["Arvika", "Sunne", "Västerås"] and layer.featureCount() == 3
    while session.undo():
        session.save()
    assert shown(model, at) == [] and resets == [] and layer.featureCount() == 0
    del model, cache
    session.close()


def test_the_map_snaps_to_what_was_saved(tmp_path: Path, qgis_app: QgsApplication) -> None:
    session = desk_on(new_file(tmp_path))
    ids, layer = towns(session), session.layers["nod"]
    canvas = QgsMapCanvas()
    locator = canvas.snappingUtils().locatorForLayer(layer)
    session.save()
    locator.init()
    there, then = session.known(ids[0]).places[0], (430000.0, 6600000.0)

    def snaps(spot: tuple[float, float]) -> bool:
        match = locator.nearestVertex(points_geometry([spot]).centroid().asPoint(), 100.0)
        return bool(match.isValid() and match.featureId() == session.known(ids[0]).fid)

    assert snaps(there) and not snaps(then)
    move_node(session, ids[0], then)
    session.save()
    assert locator.hasIndex() and not snaps(there) and snaps(then)
    session.undo()
    session.save()
    assert snaps(there) and not snaps(then)
    session.close()
