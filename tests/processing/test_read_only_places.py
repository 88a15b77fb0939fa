"""Where nothing can be written each way of working says one sentence, and what it advises works."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProcessingException, QgsProcessingProvider

from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.processing.helpers import run
from tests.store.helpers import karlstad, new_file
from tests.store.read_only_helpers import read_only

HERE = "."
POINTS = {"KLASS": "nod", "KOORDINATSYSTEM": "EPSG:3006", "FALT_NAMN": "namn"}
TARGETS: Mapping[str, tuple[str, str, str, Mapping[str, str]]] = {
    "check": ("check", "HTML", "lista.html", {}),
    "check, for programs": ("check", "JSON", "lista.json", {}),
    "copy": ("copy", "KOPIA", "kopia.gpkg", {}),
    "create": ("create", "FIL", "ny.gpkg", {"TITEL": "Ny", "LAN": "Värmland"}),
    "create_example": ("create_example", "FIL", "exempel.gpkg", {}),
    "export": ("export", "MAPP", "utgavor", {"FORMAT": "leverans"}),
    "export, into the folder itself": ("export", "MAPP", HERE, {"FORMAT": "leverans"}),
    "publish_symbols": ("publish_symbols", "MAPP", "stilar", {}),
    "save_template": ("save_template", "MALLFIL", "vår.strukturmall", {"NAMN": "Vår", "MALSAMLINGAR": "inga"}),
    "compare": ("compare", "HTML", "skillnad.html", {"ALDRE": "{bild}", "NYARE": "{bild}"}),
    "import_objects": ("import_objects", "RAPPORT_HTML", "rapport.html", {"KALLA": "{punkter}", **POINTS}),
}
"""What is written: the algorithm, its parameter for where, a name there, and what else it asks."""

CHANGES: Mapping[str, Mapping[str, str]] = {
    "import_objects": {"KALLA": "{punkter}", **POINTS},
    "import_goals": {"KALLA": "{mal}"},
    "change_area": {"LAN": "Värmland"},
    "fill_location": {},
    "export": {"MAPP": "{ut}", "FORMAT": "leverans", "LICENS": "CC BY 4.0"},
}
"""What writes in the strukturbild itself, and what it asks."""


@pytest.fixture(scope="module")
def drawn(qgis_app: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A strukturbild with objects, copied by each test."""
    path = new_file(tmp_path_factory.mktemp("ritad"))
    with writing(path) as db:
        db.add_objects(karlstad())
    return path


@pytest.fixture
def asked(drawn: Path, tmp_path: Path) -> dict[str, str]:
    """What the parameters above stand for."""
    bild = shutil.copy(drawn, tmp_path / "bild.gpkg")
    goals, points = tmp_path / "mål.csv", tmp_path / "punkter.csv"
    goals.write_text("kod;titel\n1;Ett mål\n", encoding="utf-8")
    points.write_text("namn;x;y\nA;414000;6584000\n", encoding="utf-8")
    return {"bild": str(bild), "mal": str(goals), "punkter": str(points), "ut": str(tmp_path / "ut")}


def filled(parameters: Mapping[str, str], asked: Mapping[str, str]) -> dict[str, Any]:
    return {name: value.format(**asked) for name, value in parameters.items()}


def one_sentence_or_two(refused: pytest.ExceptionInfo[QgsProcessingException]) -> str:
    said = str(refused.value)
    assert said.endswith(".") and "Errno" not in said and "Traceback" not in said and len(said) < 600, said
    return said


@pytest.mark.parametrize("way", TARGETS)
def test_what_is_written_says_where_it_cannot_be_and_another_folder_works(
    provider: QgsProcessingProvider, asked: dict[str, str], tmp_path: Path, way: str
) -> None:
    name, parameter, file, more = TARGETS[way]
    parameters = {"FIL": asked["bild"], **filled(more, asked)}
    shut, free = tmp_path / "låst", tmp_path / "annan"
    shut.mkdir()
    free.mkdir()
    with read_only(shut):
        with pytest.raises(QgsProcessingException) as refused:
            run(provider, name, **{**parameters, parameter: str(shut / file)})
        assert not list(shut.iterdir())
    said = one_sentence_or_two(refused)
    assert str(shut) in said and ("älj en annan mapp" in said or "Välj en annan plats" in said), said
    assert run(provider, name, **{**parameters, parameter: str(free / file)})
    assert (free / file).is_file() or list((free / file).iterdir())


@pytest.mark.parametrize(
    ("way", "where"), [*((way, "folder") for way in CHANGES), ("import_objects", "file"), ("export", "file")]
)
def test_what_would_change_a_strukturbild_that_cannot_be_written_says_so_and_works_in_the_copy_it_advises(
    provider: QgsProcessingProvider, asked: dict[str, str], tmp_path: Path, way: str, where: str
) -> None:
    name, parameters = way.partition(",")[0], filled(CHANGES[way], asked)
    shut = tmp_path / "låst"
    shut.mkdir()
    file = Path(shutil.copy(asked["bild"], shut / "bild.gpkg"))
    before = file.read_bytes()
    copy = str(tmp_path / "kopia.gpkg")
    with read_only(file if where == "file" else shut):
        with pytest.raises(QgsProcessingException) as refused:
            run(provider, name, FIL=str(file), **parameters)
        said = one_sentence_or_two(refused)
        assert "opiera" in said and not (tmp_path / "ut").exists(), said
        assert run(provider, "copy", FIL=str(file), KOPIA=copy)
    assert file.read_bytes() == before and [each.name for each in shut.iterdir()] == [file.name]
    assert run(provider, name, FIL=copy, **parameters)


@pytest.mark.parametrize("where", ["folder", "file"])
def test_what_can_only_be_read_is_exported_and_its_edition_recorded_in_a_copy(
    provider: QgsProcessingProvider, asked: dict[str, str], tmp_path: Path, where: str
) -> None:
    shut, out = tmp_path / "låst", tmp_path / "ut"
    shut.mkdir()
    file = Path(shutil.copy(asked["bild"], shut / "bild.gpkg"))
    before = file.read_bytes()
    wanted = {"FIL": str(file), "MAPP": str(out), "FORMAT": "leverans"}
    with read_only(file if where == "file" else shut):
        first = run(provider, "export", **wanted)
        again = run(provider, "export", **wanted)
    assert file.read_bytes() == before and [each.name for each in shut.iterdir()] == [file.name]
    copy = out / "bild (kopia).gpkg"
    assert [each.name for each in out.glob("*.gpkg")] == [copy.name]
    (edition,) = read_snapshot(copy).editions
    assert edition.nummer == first["UTGAVA"] == again["UTGAVA"] == 1
    assert json.loads(first["FILER"]) == json.loads(again["FILER"])
    with writing(copy) as db:
        db.add_objects(karlstad()[:1])
    assert run(provider, "export", **{**wanted, "FIL": str(copy)})["UTGAVA"] == 2
