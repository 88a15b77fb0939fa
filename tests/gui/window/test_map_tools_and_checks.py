"""In a real, Swedish window by mouse, keys and pen: every drawing tool, and the check list that follows the pen, mends
at one click and never lets saving hang. The pictures stay in out/screenshots/tools.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from strukturbild_plugin.checks.run import check
from strukturbild_plugin.store.create.create import NewStrukturbild, create
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.helpers import DRIVING, run_in_qgis, shots
from tests.screen import Screen

DRAWN, CHECKED = "prov.gpkg", "granskad.gpkg"


@pytest.fixture(scope="module")
def both(qgis_screen: Screen, base_data: Path, work: Path, folder: Path) -> dict[str, Any]:
    """Both ways in one QGIS, each with a new strukturbild of its own."""
    wish = NewStrukturbild("Strukturbild för provet", ("17", "18"), "malbild", "Region Exempel")
    path = create(work / DRAWN, wish)
    checked = create(work / CHECKED, wish)
    source = own_layer(base_data, work / "kommuner.gpkg")
    pictures = shots("tools")
    place = {"SHOTS": str(pictures), "WORK": str(work), "FILE": str(path), "CHECKED": str(checked)}
    told = run_in_qgis(qgis_screen, folder, DRIVING / "drive_map_tools_and_checks.py", KOMMUNER=str(source), **place)
    (pictures / "berattat.json").write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    return told


def own_layer(base_data: Path, path: Path) -> Path:
    """A layer such as planners have of their own: the kommuner of Värmland, in a file and with names of its own."""
    chosen = "SELECT kommun_kod, namn AS kommun_namn, geom FROM kommuner WHERE lan_kod = '17'"
    copy = shutil.copy(base_data, path.with_name("underlag.gpkg"))  # opening can change it
    command = ["ogr2ogr", "-f", "GPKG", "-nln", "kommuner", "-sql", chosen, str(path), str(copy)]
    subprocess.run(command, check=True, capture_output=True)
    return path


@pytest.fixture(scope="module")
def told(both: dict[str, Any]) -> dict[str, Any]:
    """What was told of the drawing tools."""
    return dict(both["map_tools"])


@pytest.fixture(scope="module")
def checks(both: dict[str, Any]) -> dict[str, Any]:
    """What was told of the check list."""
    return dict(both["live_checks"])


@pytest.mark.parametrize("way", ["map_tools", "live_checks"])
def test_nothing_is_logged(both: dict[str, Any], way: str) -> None:
    assert both[way]["log"] == []


def test_everything_is_undone_and_done_again(told: dict[str, Any]) -> None:
    assert told["undone"][1] == 0 and told["undone"][0] >= 25
    assert told["redone"] is True


def test_what_is_drawn_is_in_the_file(told: dict[str, Any], work: Path) -> None:
    snapshot = read_snapshot(work / DRAWN)
    assert {one.lager for one in snapshot.objects} >= {"nod", "strak", "samband", "gron_bla_yta"}


def test_a_number_key_takes_the_pen_and_the_card_says_how_to_draw(told: dict[str, Any]) -> None:
    assert told["armed_by_number"] == "nod"
    assert told["card"] == ["Ritar: Nod · Målbild", "Klicka på kartan, en gång för varje. Esc lämnar."]


def test_what_is_drawn_is_signed(told: dict[str, Any]) -> None:
    assert told["who"] == ["Åsa", "Bord 2"]


def test_an_area_holds_on_to_corners_and_follows_borders(told: dict[str, Any]) -> None:
    assert told["held_on"] is True and told["traced_on"] is True and told["followed"] >= 9


def test_a_drag_with_the_corner_pen_is_free_hand(told: dict[str, Any]) -> None:
    assert told["dragged"] == [True, 0]


def test_two_places_become_a_joint_node(told: dict[str, Any]) -> None:
    assert told["joint"] == "Degerfors–Karlskoga"


def test_nodes_are_drawn_by_name(told: dict[str, Any]) -> None:
    assert told["nodes"] == ["Arvika", "Degerfors–Karlskoga", "Karlstad", "Kristinehamn", "Örebro"]


def test_a_strak_beyond_the_map_says_where_it_goes(told: dict[str, Any]) -> None:
    assert sorted(told["towards"]) == ["", "Oslo"]


def test_esc_leaves_the_pen_and_ctrl_d_takes_the_same_again(told: dict[str, Any]) -> None:
    assert told["left_by_esc"] and told["same_by_ctrl_d"]


def test_parallel_samband_are_seen_one_by_one(told: dict[str, Any]) -> None:
    assert len(set(told["fan"])) == 3, "parallella samband ska synas var för sig"


def test_snapping_is_on_while_drawing_and_the_planners_own_comes_back(told: dict[str, Any]) -> None:
    assert told["snapping"] is True and told["tracing_offered"] is True
    assert told["snapping_after"] is False, "planerarens egen fästning ska komma tillbaka"


def test_the_card_offers_what_can_be_done_and_says_why_something_cannot(told: dict[str, Any]) -> None:
    assert told["acts"][:3] == ["Lägg till nod", "Ta ur nod", "Gren härifrån"] and told["acts"][-1] == "Ta bort"
    assert "Stråket har ingen nod mellan sina ändar." in told["disabled"]


def test_a_tool_that_waits_says_for_what(told: dict[str, Any]) -> None:
    assert told["hint"].startswith("Klicka på noderna")


def test_a_branch_hangs_on_its_node(told: dict[str, Any]) -> None:
    assert told["branch"] is True


def test_where_a_strak_goes_on_is_suggested(told: dict[str, Any]) -> None:
    assert told["suggested"] and "Karlstad" not in told["suggested"]


def test_a_joint_node_has_its_places_apart_and_one_of_them_moved(told: dict[str, Any]) -> None:
    assert told["apart"] == 2 and told["one_place_moved"] is True


def test_chosen_areas_of_an_own_layer_are_schematised(told: dict[str, Any]) -> None:
    assert told["source_selected"] == 3 and told["outcome"].startswith("3 ytor")
    assert told["source"].startswith("Schematiserat ur Kommuner (3 ytor)")
    assert told["calm_class"] == "gransbygd"


def test_a_shape_that_is_not_the_one_asked_for_cannot_be_kept(told: dict[str, Any]) -> None:
    assert told["old_shape_kept_back"] is True, "en form som inte är den man nyss bad om ska inte kunna läggas till"


def test_a_samband_is_copied_to_another_picture_with_its_nodes(told: dict[str, Any]) -> None:
    assert told["pictures"] == ["Nuläge"]
    assert told["copied"] == [True, [True, True]]


def test_removing_a_node_with_lines_on_it_asks(told: dict[str, Any]) -> None:
    assert told["asked"][0] == "Ta bort Arvika?" and "1 stråk" in told["asked"][1]


def test_the_right_button_offers_undo_and_acts(told: dict[str, Any]) -> None:
    assert any(text.startswith("Ångra: ") for text in told["menu"]) and "Flernod med…" in told["menu"]


def test_a_fix_says_what_it_does_and_so_does_its_undo_step(checks: dict[str, Any]) -> None:
    assert checks["offer"] == "Dra änden 1800 m till ”Örebro”" == checks["undo_text"]


def test_all_safe_fixes_are_one_undo_step(checks: dict[str, Any]) -> None:
    assert checks["safe_before"] == "Rätta alla säkra (5)" and checks["safe_undo"] == "Rätta alla säkra"


def test_what_somebody_must_choose_is_left(checks: dict[str, Any]) -> None:
    assert "T02" in checks["left"], "det som ska väljas är kvar"
    assert len(checks["levels"]) > 1 and checks["levels"][0].startswith("Sätt nivån ”")


def test_a_fix_that_removes_something_asks(checks: dict[str, Any]) -> None:
    assert checks["question"].startswith("Ska Nod ”Karlstad stad” tas bort") and checks["kept"] is True


def test_a_finding_can_be_hidden_and_hidden_ones_are_counted(checks: dict[str, Any]) -> None:
    assert checks["hidden"] == [1, 0] and checks["hidden_words"] == "1 dolda"


def test_a_finding_opens_its_object(checks: dict[str, Any]) -> None:
    assert checks["opens"]


def test_saving_twenty_times_over_never_hangs(checks: dict[str, Any]) -> None:
    assert checks["saves"] == 20


def test_the_saved_file_has_the_findings_that_were_left(checks: dict[str, Any], work: Path) -> None:
    findings = check(read_snapshot(work / CHECKED))
    assert {one.regel for one in findings} >= {"T03", "M02"} and "N02" not in {one.regel for one in findings}
