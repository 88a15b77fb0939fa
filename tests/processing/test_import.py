"""Importing objects from Processing: what the plan says is logged and given back, and its advice can be followed."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback

from tests.processing.helpers import run
from tests.store.importing.helpers import KARLSTAD, content_of, objects_in, point, write_layer, write_table

KARLSTAD_ROW = {"Namn": "Karlstad", "Id": "1", "E": 414000, "N": 6584000}
KIL_ROW = {"Namn": "=Kil", "Id": "7", "E": 404000, "N": 6597000}
MALMO_ROW = {"Namn": "Malmö", "Id": "9", "E": 374000, "N": 6164000}


def imported(provider: Any, file: Path, source: Path, **more: Any) -> tuple[dict[str, Any], str]:
    feedback = QgsProcessingFeedback(False)
    told = run(provider, "import_objects", feedback, FIL=str(file), KALLA=str(source), KLASS="nod", **more)
    return told, feedback.textLog()


def test_a_trial_says_everything_and_writes_nothing(provider: Any, bild: Path, tmp_path: Path) -> None:
    source = write_table(tmp_path / "orter.csv", [KARLSTAD_ROW, KIL_ROW, MALMO_ROW])
    before = content_of(bild)
    page, table = tmp_path / "r.html", tmp_path / "r.csv"
    told, log = imported(provider, bild, source, PROVA=True, RAPPORT_HTML=str(page), RAPPORT_CSV=str(table))
    assert content_of(bild) == before and told["ANTAL"] == 0
    for words in (
        "Koordinatsystem: SWEREF 99 TM (EPSG:3006)",
        "Namn läses ur ”Namn” (kolumnen heter så).",
        "Raderna känns igen på kolumnen ”Id”",
        "Nya: 2. Ändrade: 0. Som förut: 0. Hämtas inte: 1.",
        "HELA=true",
    ):
        assert words in log
    assert "Malmö" in page.read_text(encoding="utf-8")
    rows = list(csv.reader(table.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert [row[2] for row in rows[1:]] == ["ny", "ny", "hämtas inte"] and rows[2][1] == "'=Kil"


def test_the_whole_file_and_updates_are_taken_when_asked_for(provider: Any, bild: Path, tmp_path: Path) -> None:
    source = write_table(tmp_path / "orter.csv", [KARLSTAD_ROW, KIL_ROW, MALMO_ROW])
    told, _ = imported(provider, bild, source)
    assert (told["ANTAL"], told["ANTAL_EJ"]) == (2, 1)
    told, _ = imported(provider, bild, source, HELA=True)
    assert (told["ANTAL"], told["ANTAL_LIKA"], told["ANTAL_EJ"]) == (1, 2, 2)
    write_table(source, [{**KARLSTAD_ROW, "Namn": "Karlstads tätort"}, MALMO_ROW])
    told, log = imported(provider, bild, source)
    assert (told["ANTAL_ANDRADE"], told["ANTAL_UPPDATERADE"], told["ANTAL_BORTA"]) == (1, 0, 1)
    assert "Namn: Karlstad → Karlstads tätort" in json.loads(told["EJ_HAMTADE"])[0]["skal"] and "UPPDATERA=ja" in log
    told, _ = imported(provider, bild, source, UPPDATERA="ja")
    assert told["ANTAL_UPPDATERADE"] == 1 and not any(
        "Karlstads" in each["skal"] for each in json.loads(told["EJ_HAMTADE"])
    )
    assert [thing.namn for thing in objects_in(bild)] == ["=Kil", "Karlstads tätort", "Malmö"]


@pytest.mark.parametrize("epsg", [3011, 4326, 3021])
def test_the_value_that_a_refusal_names_is_the_one_that_works(
    provider: Any, bild: Path, tmp_path: Path, epsg: int
) -> None:
    source = write_layer(tmp_path / "fel.gpkg", [point(KARLSTAD)], epsg, [{"namn": "Karlstad"}])
    with pytest.raises(QgsProcessingException) as refused:
        imported(provider, bild, source)
    found = re.search(r"Ange koordinatsystemet (\d+) för SWEREF 99 TM", str(refused.value))
    assert found, refused.value
    told, _ = imported(provider, bild, source, KOORDINATSYSTEM=found[1])
    assert told["ANTAL"] == 1 and objects_in(bild)[0].namn == "Karlstad"
