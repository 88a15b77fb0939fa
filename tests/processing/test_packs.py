"""Packs end to end, as `qgis_process` runs it: new, drawn, checked, made an edition, verified, opened by others."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback
from qgis.PyQt.QtGui import QIcon

from strukturbild_plugin.catalogue.packs import chosen_packs
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.store.helpers import square, thing, validator_says


@pytest.fixture
def run(qgis_app: QgsApplication, base_data: Path) -> Any:
    """Run an algorithm of the provider by name."""
    from strukturbild_plugin.processing.provider import StrukturbildProvider

    provider = StrukturbildProvider(QIcon())
    QgsApplication.processingRegistry().addProvider(provider)

    def work(name: str, **given: object) -> dict[str, Any]:
        algorithm = provider.algorithm(name).create()
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
        assert algorithm.checkParameterValues(given, context)[0]
        return dict(algorithm.run(given, context, feedback, {}, False)[0])

    yield work
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.mark.parametrize(("kod", "lan"), [("norr", "25"), ("kust", "12"), ("ansprak", "17")])
def test_a_pack_from_new_file_to_what_others_open(run: Any, tmp_path: Path, kod: str, lan: str) -> None:
    made = run("create", LAN=lan, MALL="malbild", TILLAGG=kod, MALSAMLINGAR="inga", FIL=str(tmp_path / "ny.gpkg"))
    path, (pack,) = Path(made["FIL"]), chosen_packs([kod])
    snapshot = read_snapshot(path)
    for klass in pack.klasser:
        assert snapshot.catalogue.object_class(klass.kod) == klass
    west, south = _inside(path)
    with writing(path, "Prov") as db:
        for place, klass in enumerate(pack.klasser):
            picture = snapshot.pictures[0].bild_id
            subtype = klass.undertyper[-1].kod if klass.undertyper else ""
            shape = square(west + place * 9_000, south, 8_000)
            attributes = dict.fromkeys((*klass.attribut, "stallningstagande"), "Sagt av någon")
            one = thing("omrade", klass.kod, klass.namn.sv, shape, bild_id=picture, undertyp=subtype)
            db.add_objects([replace(one, attribut=attributes)])
    assert validator_says(path) == ""
    said = tmp_path / "granskning.json"
    run("check", FIL=str(path), JSON=str(said))
    found = json.loads(said.read_text(encoding="utf-8"))
    assert [one for one in found if one["allvar"] == "fel"] == []
    assert {one["regel"] for one in found} <= {"M03"}, "only that goals were left out"
    edition = run("export", FIL=str(path), FORMAT="karta,leverans,webb", MAPP=str(tmp_path / "ut"))
    files = json.loads(edition["FILER"])
    assert run("verify", MAPP=edition["MAPP"])["STATUS"] == "same"
    page = next(Path(edition["MAPP"]).rglob("*.html")).read_text(encoding="utf-8")
    delivery = next(Path(edition["MAPP"]).rglob("*.gpkg"))
    seen = _seen_without_the_plugin(delivery)
    assert seen["opened"] and not seen["imported"] and files
    assert all(layer["valid"] for layer in seen["project"].values())
    areas = seen["alone"]["omrade"]
    assert areas["valid"] and areas["rows"] == len(pack.klasser) and areas["renderer"] == "RuleRenderer"
    for klass in pack.klasser:
        assert klass.plural.sv in page or klass.namn.sv in page


def test_several_packs_at_once_and_one_that_is_not_there(run: Any, tmp_path: Path) -> None:
    made = run(
        "create", LAN="25", TILLAGG=["norr", "kust", "ansprak"], MALSAMLINGAR="inga", FIL=str(tmp_path / "a.gpkg")
    )
    own = {klass.kod for klass in read_snapshot(Path(made["FIL"])).catalogue.klasser if klass.egen}
    assert own == {klass.kod for pack in chosen_packs(["norr", "kust", "ansprak"]) for klass in pack.klasser}
    plain = run("create", LAN="25", MALSAMLINGAR="inga", FIL=str(tmp_path / "b.gpkg"))
    assert not any(klass.egen for klass in read_snapshot(Path(plain["FIL"])).catalogue.klasser)


def _seen_without_the_plugin(delivery: Path) -> dict[str, Any]:
    script = Path(__file__).parents[1] / "export" / "delivery" / "receiver_qgis.py"
    command = [sys.executable, "-I", str(script), str(delivery)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=delivery.parent, timeout=120, check=False)
    found = [line for line in done.stdout.splitlines() if line.startswith("JSON")]
    assert found, done.stderr
    answer: dict[str, Any] = json.loads(found[0][4:])
    return answer


def _inside(path: Path) -> tuple[float, float]:
    from qgis.core import QgsGeometry

    whole = QgsGeometry()
    whole.fromWkb(read_snapshot(path).areas[0].wkb)
    middle = whole.pointOnSurface().asPoint()
    return middle.x(), middle.y()
