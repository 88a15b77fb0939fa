"""The main job in a real QGIS window on a virtual screen, by mouse and keys; the pictures stay in out/screenshots."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gui.driving.screen import Screen
from tests.gui.helpers import DARK, ROOT, run_in_qgis, shots

DRIVE = ROOT / "tests" / "gui" / "driving" / "drive_main_job.py"

pytestmark = pytest.mark.skipif(not shutil.which("qgis"), reason="QGIS skrivbordsprogram finns inte här")


@pytest.fixture
def work() -> Iterator[Path]:
    """A folder with a short name, since it shows in the pictures."""
    with tempfile.TemporaryDirectory(prefix="Strukturbild-") as name:
        yield Path(name)


def drive(
    screen: Screen,
    folder: Path,
    work: Path,
    way: str,
    example: Path,
    locale: str = "sv",
    theme: str = "default",
    **more: str,
) -> dict:
    named = (way if way in ("draw", "rest") else "", locale, theme.split()[0].lower(), *more.values())
    pictures = shots("_".join(word for word in named if word not in ("", "default")))
    copy = Path(shutil.copy(example, work / "Nobelbanestråket.gpkg"))
    place = {"WAY": way, "SHOTS": str(pictures), "WORK": str(work), "EXAMPLE": str(copy), **more}
    told = run_in_qgis(screen, folder, DRIVE, locale, theme, **place)
    for name in told["shots"]:
        assert (pictures / f"{name}.png").stat().st_size > 20_000, name
    return told


def test_a_planner_gets_from_the_dock_to_an_edition(
    free_display: Screen, example_file: Path, tmp_path: Path, work: Path
) -> None:
    told = drive(free_display, tmp_path, work, "main", example_file)
    assert told["log"] == []
    assert told["create_before"] is False
    assert told["title"] == "Strukturbild för Värmland och Örebro"
    assert {"rus_varmland", "rus_orebro", "nationell_strategi", "agenda2030"} <= set(told["goal_sets"])
    with sqlite3.connect(told["path"]) as db:
        assert db.execute("select titel, organisation from strukturbild").fetchone() == (
            "Strukturbild för Värmland och Örebro",
            "Region Exempel",
        )
    groups = list(told["groups"])
    assert groups[0] == "Strukturbild för Värmland och Örebro" and groups[-1] == "Baskarta"
    assert told["crs"] == "EPSG:3006"
    assert "Nobelbanestråket – ett exempel" in told["example_groups"]
    assert "Strukturbild för Värmland och Örebro" not in told["example_groups"], "en strukturbild åt gången"
    assert any("Storregional nod" in row for row in told["legend"])
    assert told["selected"] == 1
    assert told["trouble"] == ""
    assert len(told["progress"]) >= 4 and told["progress"] == sorted(told["progress"])
    assert told["verdict"].startswith("Filerna hör ihop")
    assert told["editions"] == 1
    (folder,) = (work / "utgava").iterdir()
    assert folder.name == "Nobelbanestråket – ett exempel utgåva 1"
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    kinds = {file.suffix for file in folder.iterdir()}
    assert {".pdf", ".png", ".gpkg", ".html", ".json"} <= kinds and manifest
    assert told["reloaded"] == {"toolbars": 1, "menus": 1, "providers": 1}


@pytest.mark.parametrize(
    ("locale", "theme", "more"),
    [("en", "default", {}), ("sv", DARK, {}), ("sv", "default", {"QT_SCALE_FACTOR": "1.5"})],
    ids=["engelska", "mörkt", "150 procent"],
)
def test_it_also_works_otherwise(
    free_display: Screen, example_file: Path, tmp_path: Path, work: Path, locale: str, theme: str, more: dict[str, str]
) -> None:
    if locale == "en":
        from tools.release.translations import compile_english

        if compile_english() is None:
            pytest.skip("lrelease finns inte här")
    told = drive(free_display, tmp_path, work, "new", example_file, locale, theme, **more)
    assert told["log"] == []
    title = "Strukturbild for Värmland and Örebro" if locale == "en" else "Strukturbild för Värmland och Örebro"
    assert told["title"] == title
    assert list(told["groups"])[-1] == ("Base map" if locale == "en" else "Baskarta")


def test_a_planner_draws_moves_undoes_saves_and_comes_back(
    free_display: Screen, example_file: Path, tmp_path: Path, work: Path
) -> None:
    told = drive(free_display, tmp_path, work, "draw", example_file)
    assert told["log"] == []
    assert told["nodes"] == ["Karlstad", "Kristinehamn", "Örebro"]
    assert told["strak"] == ["Karlstad–Örebro", 3]
    assert told["followed"] is True
    assert told["undone"][1] == {} and told["undone"][0] >= 7
    assert told["redone"] is True
    assert "Kortare restid" in told["tie"]
    assert told["again"] is True and told["step_again"] == "gron_bla"


def test_the_example_button_a_cancelled_export_and_a_saved_project(
    free_display: Screen, example_file: Path, tmp_path: Path, work: Path
) -> None:
    told = drive(free_display, tmp_path, work, "rest", example_file)
    assert told["log"] == []
    assert told["title"].startswith("Nobelbanestråket")
    assert told["cancelled"].startswith("Avbrutet") and told["left"] == []
    assert told["written"] is True and told["same_file"] is True and told["objects"] > 20
