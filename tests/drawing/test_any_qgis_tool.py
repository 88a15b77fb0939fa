"""Whatever QGIS's own tools do, in any order: the file takes it, and undo is the start."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qgis.core import NULL, QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

from strukturbild_plugin.drawing.edits.qgis_geometry import lines_geometry, lines_of
from strukturbild_plugin.drawing.edits.qgis_tool_edits import QgisToolEdits
from strukturbild_plugin.drawing.session.edit_session import EditSession
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.drawing.helpers import desk_on, held
from tests.drawing.qgis_tool_helpers import by_qgis
from tests.store.helpers import FILE_NAME

pytestmark = pytest.mark.usefixtures("qgis_app")


_KINDS = ["paste", "split", "delete", "move", "calculate", "merge", "cut", "add", "turn_round", "give_values"]


class _QgisHands:
    """What QGIS's own tools do, drawn from hypothesis."""

    def __init__(self, session: EditSession, data: st.DataObject) -> None:
        self.session, self.data, self.number = session, data, 0

    def act(self) -> None:
        self.number += 1
        kind = self.data.draw(st.sampled_from(_KINDS))
        lines = kind in ("split", "turn_round")
        code = "strak" if lines else self.data.draw(st.sampled_from(["nod", "strak", "samband"]))
        with by_qgis(self.session, code, kind) as layer:
            rows = sorted(layer.getFeatures(), key=lambda row: str(row["objekt_id"]))
            some = self.data.draw(st.lists(st.sampled_from(rows), max_size=3, unique_by=id)) if rows else []
            getattr(self, kind)(layer, some)

    def paste(self, layer: QgsVectorLayer, some: list[QgsFeature]) -> None:
        for row in some:
            row["fid"] = NULL
        layer.addFeatures(some)

    def split(self, layer: QgsVectorLayer, some: list[QgsFeature]) -> None:
        x = self.data.draw(st.integers(420, 580)) * 1000
        layer.splitFeatures([QgsPointXY(x, 6000000), QgsPointXY(x, 7000000)])

    def delete(self, layer: QgsVectorLayer, some: list[QgsFeature]) -> None:
        layer.deleteFeatures([row.id() for row in some])

    def cut(self, layer: QgsVectorLayer, some: list[QgsFeature]) -> None:
        """As in-place Processing replaces rows: deleted, and added without what they were known by."""
        layer.deleteFeatures([row.id() for row in some])
        for row in some:
            row["fid"] = row["objekt_id"] = NULL
        layer.addFeatures(some)

    def move(self, layer: QgsVectorLayer, some: list[QgsFeature]) -> None:
        for row in some:
            geometry = row.geometry()
            geometry.translate(1000.0 * self.data.draw(st.integers(-50, 50)), 0)
            layer.changeGeometry(row.id(), geometry)

    def calculate(self, layer: QgsVectorLayer, some: list[QgsFeature]) -> None:
        at = layer.fields().indexOf(self.data.draw(st.sampled_from(["objekt_id", "klass", "namn", "bild_id"])))
        for row in some:
            layer.changeAttributeValue(row.id(), at, self.data.draw(st.sampled_from([NULL, f"nr {self.number}", "x"])))

    def merge(self, layer: QgsVectorLayer, some: list[QgsFeature]) -> None:
        if len(some) > 1:
            layer.deleteFeatures([row.id() for row in some[1:]])
            layer.changeGeometry(some[0].id(), QgsGeometry.collectGeometry([row.geometry() for row in some]))

    def turn_round(self, layer: QgsVectorLayer, some: list[QgsFeature]) -> None:
        for row in some:
            layer.changeGeometry(row.id(), lines_geometry([line[::-1] for line in lines_of(row.geometry())]))

    def give_values(self, layer: QgsVectorLayer, some: list[QgsFeature]) -> None:
        """As merging attributes does: the rows get every value of the first."""
        for row in some[1:]:
            for at in range(1, layer.fields().count()):
                layer.changeAttributeValue(row.id(), at, some[0].attribute(at))

    def add(self, layer: QgsVectorLayer, some: list[QgsFeature]) -> None:
        layer.addFeature(QgsFeature(layer.fields()))


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_qgis_does_the_file_takes_it_and_undo_is_the_start(made: Path, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(made, Path(folder) / FILE_NAME))
        with contextlib.closing(desk_on(path)) as session:
            QgisToolEdits(session)
            start, hands = held(session), _QgisHands(session, data)
            steps = session._history.done[:]
            for _ in range(12):
                hands.act()
                if data.draw(st.booleans()):
                    session.save()
                named = {node_id for one in session.objects.all() for node_id in one.ties()}
                assert all(session.objects.get(node_id) for node_id in named)
            session.save()
            end, drawn = held(session), read_snapshot(path)
            assert len({one.objekt_id for one in drawn.objects}) == len(drawn.objects)
            assert {link.objekt_id for link in drawn.links} <= {one.objekt_id for one in drawn.objects}
            assert end == held(session, in_the_file=True)
            while session._history.done != steps:
                assert session.undo()
                if data.draw(st.integers(0, 4)) == 0:
                    session.save()
            assert held(session) == start
            while session.redo():
                pass
            assert held(session) == end
