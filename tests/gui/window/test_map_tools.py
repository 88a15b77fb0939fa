"""Every drawing tool in a real, Swedish QGIS window, by mouse, keys and pen; pictures stay in out/screenshots/tools."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from strukturbild_plugin.store.create.create import NewStrukturbild, create
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.gui.driving.screen import Screen
from tests.gui.helpers import ROOT, run_in_qgis, shots

DRIVE = ROOT / "tests" / "gui" / "driving" / "drive_map_tools.py"

pytestmark = pytest.mark.skipif(not shutil.which("qgis"), reason="QGIS skrivbordsprogram finns inte här")


def test_everything_can_be_drawn_and_changed_undone_and_done_again(
    free_display: Screen, base_data: Path, tmp_path: Path
) -> None:
    with tempfile.TemporaryDirectory(prefix="Strukturbild-") as name:
        wish = NewStrukturbild("Strukturbild för provet", ("17", "18"), "malbild", "Region Exempel")
        path = create(Path(name) / "prov.gpkg", wish)
        source = own_layer(base_data, Path(name) / "kommuner.gpkg")
        pictures = shots("tools")
        more = {"SHOTS": str(pictures), "WORK": name, "FILE": str(path), "KOMMUNER": str(source)}
        told = run_in_qgis(free_display, tmp_path, DRIVE, **more)
        snapshot = read_snapshot(path)
    (pictures / "berattat.json").write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    assert told["log"] == []
    check_drawing(told)
    check_changing(told)
    assert told["undone"][1] == 0 and told["undone"][0] >= 25
    assert told["redone"] is True
    assert {one.lager for one in snapshot.objects} >= {"nod", "strak", "samband", "gron_bla_yta"}


def own_layer(base_data: Path, path: Path) -> Path:
    """A layer such as planners have of their own: the kommuner of Värmland, in a file and with names of its own."""
    chosen = "SELECT kommun_kod, namn AS kommun_namn, geom FROM kommuner WHERE lan_kod = '17'"
    copy = shutil.copy(base_data, path.with_name("underlag.gpkg"))  # opening can change it
    command = ["ogr2ogr", "-f", "GPKG", "-nln", "kommuner", "-sql", chosen, str(path), str(copy)]
    subprocess.run(command, check=True, capture_output=True)
    return path


def check_drawing(told: dict) -> None:
    assert told["armed_by_number"] == "nod"
    assert told["card"] == ["Ritar: Nod · Målbild", "Klicka på kartan, en gång för varje. Esc lämnar."]
    assert told["who"] == ["Åsa", "Bord 2"]
    assert told["held_on"] is True and told["traced_on"] is True and told["followed"] >= 9
    assert told["joint"] == "Degerfors–Karlskoga"
    assert told["nodes"] == ["Arvika", "Degerfors–Karlskoga", "Karlstad", "Kristinehamn", "Örebro"]
    assert sorted(told["towards"]) == ["", "Oslo"]
    assert told["left_by_esc"] and told["same_by_ctrl_d"]
    assert len(set(told["fan"])) == 3, "parallella samband ska synas var för sig"
    assert told["snapping"] is True and told["tracing_offered"] is True
    assert told["snapping_after"] is False, "planerarens egen fästning ska komma tillbaka"


def check_changing(told: dict) -> None:
    assert told["acts"][:3] == ["Lägg till nod", "Ta ur nod", "Gren härifrån"] and told["acts"][-1] == "Ta bort"
    assert "Stråket har ingen nod mellan sina ändar." in told["disabled"]
    assert told["hint"].startswith("Klicka på noderna")
    assert told["branch"] is True
    assert told["suggested"] and "Karlstad" not in told["suggested"]
    assert told["apart"] == 2 and told["one_place_moved"] is True
    assert told["source_selected"] == 3 and told["outcome"].startswith("3 ytor")
    assert told["old_shape_kept_back"] is True, "en form som inte är den man nyss bad om ska inte kunna läggas till"
    assert told["source"].startswith("Schematiserat ur Kommuner (3 ytor)")
    assert told["calm_class"] == "gransbygd"
    assert told["pictures"] == ["Nuläge"]
    assert told["copied"] == [True, [True, True]]
    assert told["asked"][0] == "Ta bort Arvika?" and "1 stråk" in told["asked"][1]
    assert any(text.startswith("Ångra: ") for text in told["menu"]) and "Flernod med…" in told["menu"]
