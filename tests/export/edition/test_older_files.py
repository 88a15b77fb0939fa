"""A file of an older version of the tables: everything that reads it leaves it alone, and says what was done."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Iterator

import pytest
from qgis.core import QgsApplication, QgsProcessingException, QgsProcessingFeedback

from strukturbild_plugin.errors import OlderFile
from strukturbild_plugin.export.edition.edition import ExportRequest, export
from strukturbild_plugin.export.edition.verify import verify
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.schema.tables import SCHEMA_VERSION
from strukturbild_plugin.store.writing.open_check import check_file, schema_version
from strukturbild_plugin.store.writing.transaction import writing
from tests.processing.helpers import run
from tests.store.helpers import validator_says
from tests.store.older_files_helpers import FINGERPRINTS, as_before, older_file
from tests.store.read_only_helpers import read_only

DATA = ("leverans", "webb")


@pytest.fixture(params=FINGERPRINTS)
def older(request: pytest.FixtureRequest, qgis_app: QgsApplication, tmp_path: Path) -> Path:
    """A file of each older version, alone in a folder."""
    folder = tmp_path / "hos användaren"
    folder.mkdir()
    return older_file(folder / "gammal.gpkg", request.param)


@contextlib.contextmanager
def untouched(file: Path) -> Iterator[None]:
    """The file has the same bytes after the block, and nothing has come to lie beside it."""
    before, beside = file.read_bytes(), sorted(file.parent.iterdir())
    yield
    assert file.read_bytes() == before and sorted(file.parent.iterdir()) == beside


def rows(file: Path) -> dict[str, list[tuple]]:
    """All that is in the file, and the statements that made it."""
    with contextlib.closing(sqlite3.connect(file)) as connection:
        made = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        tables = [name for name, sql in made if (sql or "").startswith("CREATE TABLE")]
        found = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}
        return {**found, "sqlite_master": made}


def renamed(file: Path, name: str) -> None:
    """Somebody with the older program gives an object another name."""
    with writing(file, older_too=True) as db:
        db.connection.execute("UPDATE nod SET namn = ? WHERE fid = (SELECT min(fid) FROM nod)", (name,))


def test_every_older_version_has_a_file_here() -> None:
    assert set(FINGERPRINTS) == set(range(1, SCHEMA_VERSION))


def test_the_edition_it_has_is_made_again_and_not_a_byte_of_it_changes(older: Path, tmp_path: Path) -> None:
    with untouched(older), read_only(older, older.parent):
        mark = FINGERPRINTS[schema_version(older)]
        result = export(older, ExportRequest(tmp_path / "ut"))
        assert (result.edition.nummer, result.edition.fingeravtryck) == (1, mark)
    assert "äldre version" in result.message
    assert schema_version(result.files["leverans"]) == SCHEMA_VERSION


def test_a_delivery_made_with_those_tables_is_still_of_its_edition(older: Path, tmp_path: Path) -> None:
    result = export(older, ExportRequest(tmp_path / "ut", formats=("leverans",)))
    delivery = result.files["leverans"]
    delivery.unlink()
    older_file(delivery, schema_version(older))
    assert schema_version(delivery) < SCHEMA_VERSION and verify(result.folder).status == "same"
    renamed(delivery, "Ändrat efteråt")
    assert verify(result.folder).status == "tampered"


def test_a_new_edition_is_recorded_in_it_and_nothing_else_is_written(older: Path, tmp_path: Path) -> None:
    renamed(older, "Nytt namn")
    before, version = rows(older), schema_version(older)
    result = export(older, ExportRequest(tmp_path / "ut", formats=DATA, who="Karin"))
    after = rows(older)
    changed = {name for name in after if after[name] != before[name]}
    assert changed <= {"utgava", "logg", "sqlite_sequence", "gpkg_contents", "gpkg_ogr_contents"}
    assert [row[1:4] for row in after["utgava"][len(before["utgava"]) :]] == [(2, result.edition.tid, "utkast")]
    assert after["utgava"][:-1] == before["utgava"] and after["logg"][:-1] == before["logg"]
    assert schema_version(older) == version and validator_says(older) == ""
    assert [each.name for each in older.parent.iterdir()] == [older.name]
    assert verify(tmp_path / "ut").status == "same"
    again = export(older, ExportRequest(tmp_path / "ut", formats=DATA))
    assert (again.edition, again.folder) == (result.edition, result.folder)


@pytest.mark.parametrize("where", ["file", "folder"])
def test_where_it_cannot_be_recorded_the_edition_is_recorded_in_a_copy_of_this_version(
    older: Path, tmp_path: Path, where: str
) -> None:
    renamed(older, "Nytt namn")
    with untouched(older), read_only(older if where == "file" else older.parent):
        result = export(older, ExportRequest(tmp_path / "ut", formats=DATA))
        again = export(older, ExportRequest(tmp_path / "ut", formats=DATA))
    copy = tmp_path / "ut" / f"{older.stem} (kopia).gpkg"
    assert result.edition.nummer == 2 and copy.name in result.note
    assert (again.edition, again.folder) == (result.edition, result.folder)
    assert schema_version(copy) == SCHEMA_VERSION and validator_says(copy) == ""
    assert read_snapshot(copy).editions[-1] == result.edition
    assert verify(result.folder).status == "same"


def test_processing_reads_it_without_a_trace_and_says_so(provider, older: Path, tmp_path: Path) -> None:
    reading = {
        "check": {"JSON": str(tmp_path / "lista.json")},
        "publish_symbols": {"MAPP": str(tmp_path / "stilar")},
        "save_template": {"NAMN": "Vår", "MALSAMLINGAR": "inga", "MALLFIL": str(tmp_path / "vår.strukturmall")},
        "export": {"MAPP": str(tmp_path / "ut"), "FORMAT": "leverans"},
    }
    with untouched(older), read_only(older, older.parent):
        for name, parameters in reading.items():
            feedback = QgsProcessingFeedback(False)
            assert run(provider, name, feedback, FIL=str(older), **parameters)
            assert "äldre version" in feedback.textLog(), name


def test_processing_does_not_write_in_it_and_the_copy_that_is_advised_can_be_written_in(
    provider, older: Path, tmp_path: Path
) -> None:
    table = tmp_path / "mål.csv"
    table.write_text("kod;titel\n1;Ett mål\n", encoding="utf-8")
    points = tmp_path / "punkt.csv"
    points.write_text("namn;x;y\nA;414000;6584000\n", encoding="utf-8")
    writing_ways = {
        "change_area": {"LAN": "Värmland"},
        "fill_location": {},
        "import_goals": {"KALLA": str(table)},
        "import_objects": {"KALLA": str(points), "KLASS": "nod", "KOORDINATSYSTEM": "EPSG:3006", "FALT_NAMN": "namn"},
    }
    with untouched(older):
        for name, parameters in writing_ways.items():
            with pytest.raises(QgsProcessingException, match=r"uppgraderas.*Kopiera strukturbild"):
                run(provider, name, FIL=str(older), **parameters)
        copy = Path(run(provider, "copy", FIL=str(older), SLAG="samma", KOPIA=str(tmp_path / "ny.gpkg"))["KOPIA"])
    assert as_before(read_snapshot(copy)) == read_snapshot(older)
    assert validator_says(copy) == "" and check_file(copy).titel
    for name, parameters in writing_ways.items():
        assert run(provider, name, FIL=str(copy), **parameters)


def test_no_way_of_writing_passes_over_that_it_is_older(older: Path) -> None:
    with untouched(older), pytest.raises(OlderFile, match="uppgraderas"), writing(older) as db:
        db.set_head(db.head())
