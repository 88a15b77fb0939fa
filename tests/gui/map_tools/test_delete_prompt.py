"""What is asked before something goes away names what hangs on it and stays."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication

from strukturbild_plugin.gui.map_tools.delete_prompt import loosened_by, said
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
