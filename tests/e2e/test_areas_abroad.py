"""Strukturbilder about Norwegian and Finnish regions, alone or with Swedish län: made, drawn, checked, printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from strukturbild_plugin.export.edition.edition import export
from strukturbild_plugin.export.edition.verify import verify
from strukturbild_plugin.export.export_request import ExportRequest
from strukturbild_plugin.store.create.places import find_place
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.helpers import words_of
from tests.processing.helpers import run
from tests.store.helpers import line, point, thing

CASES = {
    "Västerbotten, NO-18, Österbotten": (
        ("24", "NO-18", "FI-12"),
        "Västerbottens län, Nordland (Norge), Österbotten (Finland)",
        (("Umeå", "24"), ("Bodø", "NO-18"), ("Vasa", "FI-12")),
    ),
    "FI-12": (("FI-12",), "Österbotten (Finland)", (("Vasa", "FI-12"), ("Jakobstad", "FI-12"))),
    "Nordland": (("NO-18",), "Nordland (Norge)", (("Bodø", "NO-18"), ("Narvik", "NO-18"))),
}


def drawn(path: Path, towns: tuple[tuple[str, str], ...]) -> None:
    """Nodes on the towns and a corridor through them, in the target picture."""
    picture = next(one for one in read_snapshot(path).pictures if one.bildtyp != "nulage")
    spots = []
    with writing(path, "Åsa") as db:
        for name, code in towns:
            place = find_place(name, lan=(code,))
            assert place is not None and place.lan_kod == code
            spots.append((place.x, place.y))
            node = thing("nod", "nod", name, point(spots[-1]), niva="storregional", bild_id=picture.bild_id)
            db.add_objects([node])
        through = thing("strak", "strak", "Stråket", line(*spots), niva="storregional", bild_id=picture.bild_id)
        db.add_objects([through])


@pytest.mark.parametrize("wanted", list(CASES))
def test_an_area_abroad_goes_all_the_way_to_a_verified_edition(
    base_data: Path, provider: Any, tmp_path: Path, wanted: str
) -> None:
    codes, named, towns = CASES[wanted]
    path = tmp_path / "bild.gpkg"
    made = run(provider, "create", LAN=wanted, MALL="malbild", FIL=str(path))
    assert made["TITEL_BLEV"].startswith("Strukturbild för ") and "(" not in made["TITEL_BLEV"]
    drawn(path, towns)
    run(provider, "fill_location", FIL=str(path), AV="Åsa", SKRIV_OVER=True)
    now = read_snapshot(path)
    assert now.head.lan == codes and [area.kod for area in now.areas] == list(codes)
    filled = {one.namn: one.attribut.get("kommunkoder") for one in now.objects if one.lager == "nod"}
    assert {name for name, value in filled.items() if value} == {name for name, code in towns if code == "24"}

    checked = run(provider, "check", FIL=str(path), JSON=str(tmp_path / "listan.json"))
    assert checked["ANTAL"] > 0
    listed = json.loads((tmp_path / "listan.json").read_text(encoding="utf-8"))
    assert not [one for one in listed if one["regel"] == "G03" and one["lager"] == "nod"], "ingen ort ligger utanför"

    folder = tmp_path / "ut"
    result = export(path, ExportRequest(folder=folder, formats=("karta", "leverans", "webb")))
    (pdf,) = folder.rglob("*.pdf")
    assert all(part in words_of(pdf) for part in named.split(", ")[0].split()), "bladet säger området"
    (page,) = folder.rglob("*.html")
    assert named in page.read_text(encoding="utf-8")
    (delivery,) = folder.rglob("*.gpkg")
    assert {area.namn for area in now.areas} == set(named.split(", ")) and delivery.stat().st_size
    assert verify(pdf.parent).status == "same" and result.is_new


def test_the_country_of_an_area_is_said_in_the_language_of_the_strukturbild(
    base_data: Path, provider: Any, tmp_path: Path
) -> None:
    path = tmp_path / "picture.gpkg"
    run(provider, "create", LAN="Nordland", MALL="malbild", FIL=str(path), SPRAK="en")
    drawn(path, CASES["Nordland"][2])
    export(path, ExportRequest(folder=tmp_path / "ut", formats=("karta", "webb")))
    (pdf,) = (tmp_path / "ut").rglob("*.pdf")
    (page,) = (tmp_path / "ut").rglob("*.html")
    for said in (words_of(pdf), page.read_text(encoding="utf-8")):
        assert "Nordland (Norway)" in said and "(Norge)" not in said
