"""From an empty QGIS to the first print in at most fifteen clicks; and the guides have all their pictures."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.gui.helpers import ROOT, run_in_qgis, shots
from tests.screen import Screen
from tools.docs.picture_list import LANGUAGES, MAX_BYTES, NAMES

DRIVE = ROOT / "tests" / "gui" / "driving" / "drive_first_print.py"
GUIDES = {"sv": ROOT / "docs" / "anvandning.md", "en": ROOT / "docs" / "user-guide.md"}
PROMISED_CLICKS = 15
MOST_KEYS = 20
"""Two names of towns, Enter after each, and Enter at the end of the stråk."""


@pytest.mark.skipif(not shutil.which("qgis"), reason="QGIS skrivbordsprogram finns inte här")
def test_first_print_takes_no_more_clicks_than_promised(free_display: Screen, tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="Strukturbild-") as name:
        told = run_in_qgis(free_display, tmp_path, DRIVE, SHOTS=str(shots("first_print")), WORK=name)
    assert told["log"] == [] and told["trouble"] == ""
    assert told["clicks"] <= PROMISED_CLICKS, told["way"]
    assert told["keys"] <= MOST_KEYS, told["way"]
    made = {file.suffix for file in Path(str(told["folder"])).glob("*/*")}
    assert {".pdf", ".gpkg", ".html", ".json"} <= made
    print(f"{told['clicks']} klick, {told['keys']} tangenter, {told['machine']:.1f} s väntan: {told['way']}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_guide_shows_pictures_that_the_command_makes(language: str) -> None:
    guide = GUIDES[language]
    shown = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", guide.read_text(encoding="utf-8"))
    files = {(guide.parent / path).resolve() for _words, path in shown}
    folder = ROOT / "docs" / "bilder" / language
    assert all(words.strip() for words, _path in shown), "varje bild behöver ord för den som inte ser den"
    assert files <= {folder / f"{name}.png" for name in NAMES}
    assert {file.stem for file in folder.glob("*.png")} == set(NAMES), "make pictures gör precis de här"
    large = {file.name: file.stat().st_size for file in folder.glob("*.png") if file.stat().st_size > MAX_BYTES}
    assert large == {}


def test_all_other_documents_show_pictures_that_exist() -> None:
    for document in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        for path in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", document.read_text(encoding="utf-8")):
            assert (document.parent / path).is_file(), f"{document.name}: {path}"
