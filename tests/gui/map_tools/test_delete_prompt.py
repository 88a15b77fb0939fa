"""What is asked before something goes away names what hangs on it and stays."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QApplication, QPushButton

from strukturbild_plugin.drawing.edits.node_references import loosened_by
from strukturbild_plugin.drawing.edits.objects import set_values
from strukturbild_plugin.gui.map_tools.delete_prompt import ask_and_remove, said
from strukturbild_plugin.gui.messages import Messages
from tests.gui.tool_helpers import open_tool_controller


def test_what_hangs_on_nodes_is_counted_and_what_goes_with_them_is_not(
    qgis_app: QgsApplication, example_file: Path, tmp_path: Path
) -> None:
    with open_tool_controller(example_file, tmp_path) as tools:
        corridor = next(one for one in tools.edit_session.objects.all() if one.lager == "strak" and len(one.noder) > 2)
        first, second = corridor.noder[:2]
        together = loosened_by(tools.edit_session, [first, second])
        assert corridor.objekt_id in together.corridors and "stråk" in said(together)
        assert not set(loosened_by(tools.edit_session, [first, second, corridor.objekt_id]).corridors) & {
            corridor.objekt_id
        }


def test_what_qgis_deletes_is_told_with_a_way_back(
    qgis_app: QgsApplication, example_file: Path, tmp_path: Path
) -> None:
    with open_tool_controller(example_file, tmp_path) as tools:
        tools.messages = Messages(tools.iface)
        session = tools.edit_session
        session.start()
        corridor = next(one for one in session.objects.all() if one.lager == "strak" and one.noder)
        node = session.known(corridor.noder[0])
        session.layers["nod"].deleteFeature(node.fid)
        told = tools.iface.messageBar().currentItem()
        assert told.text().startswith(f"Noden {node.namn} togs bort.") and "slutar nu fritt" in told.text()
        told.findChild(QPushButton).click()
        assert session.known(corridor.objekt_id).noder == corridor.noder
        assert session.objects.get(node.objekt_id) is not None


def test_the_way_back_goes_when_it_would_undo_something_else(
    qgis_app: QgsApplication, example_file: Path, tmp_path: Path
) -> None:
    with open_tool_controller(example_file, tmp_path) as tools:
        tools.messages = Messages(tools.iface)
        session, bar = tools.edit_session, tools.iface.messageBar()
        one, other = [each for each in session.objects.all() if each.lager == "gron_bla_yta"][:2]

        def offered() -> list[str]:
            QApplication.processEvents()
            return [item.text() for item in bar.items() if item.findChild(QPushButton) is not None]

        for after in (tools.undo, lambda: set_values(session, other.objekt_id, {"namn": "Nyare"})):
            assert ask_and_remove(tools, [one.objekt_id])
            assert [text for text in offered() if text.endswith("är borttaget.")]
            session.save()
            assert [text for text in offered() if text.endswith("är borttaget.")], "att det sparas ändrar inget"
            after()
            assert not [text for text in offered() if text.endswith("är borttaget.")]
        assert session.objects.get(one.objekt_id) is None
        assert session.feature(other.objekt_id)["namn"] == "Nyare"
