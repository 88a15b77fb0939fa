"""Numbers, yes and no, dates and lists that nobody can mean: found in the file, mended in the window in one step."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set
from strukturbild_plugin.checks.rules.value_rules import unseen_in_qgis
from strukturbild_plugin.checks.run import check
from strukturbild_plugin.drawing.edits.fixes import apply_fix, apply_fixes
from strukturbild_plugin.drawing.session.edit_session import EditSession
from strukturbild_plugin.drawing.session.layer_mirror import LayerMirror
from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.export.sheets.map_layers import picture_layers
from strukturbild_plugin.store.gpkg.connection import prepared
from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.drawing.helpers import desk_on, everything
from tests.store.helpers import TARGET, new_file, point, thing

RULES = ("K07", "K08")
ONE_OK = {
    "befolkning": -(2**63),
    "arbetstillfallen": -(2**63),
    "tidshorisont": -(2**63),
    "hogskola": 0,
    "stod_i_op": 0,
    "utbud": "{}",
    "service": "{}",
    "roll": "{}",
}
"""What one OK in QGIS 3.22's own form, as it was, wrote to a node whose fields were empty."""

KNOWN = [
    ("befolkning", "26 000", 26000, "Skriv 26000"),
    ("befolkning", float("inf"), None, "Töm ”Befolkning”"),
    ("hogskola", "Ja", 1, "Skriv Ja"),
    ("hogskola", "Nej", 0, "Skriv Nej"),
    ("hogskola", "true", 1, "Skriv Ja"),
    ("hogskola", "false", 0, "Skriv Nej"),
    ("kalla_datum", 20240531, "2024-05-31", "Skriv 2024-05-31"),
]
"""Column, what stands there, what it becomes and the fix that may be done without thinking."""

TO_JUDGE = [
    ("befolkning", "ca 26000", [26000, None]),
    ("befolkning", "okänt", [None]),
    ("befolkning", 3_000_000_000, [None]),
    ("befolkning", -5, [None]),
    ("tidshorisont", 204, [None]),
    ("befolkning", 26000.5, [26000]),
    ("tidshorisont", 20500, [None]),
    ("hogskola", "kanske", [None]),
    ("kalla_datum", 2024, [None]),
    ("kalla_datum", "våren 2024", [None]),
]
"""Column, what stands there, and what each fix makes of it: for people to choose."""

FINE = [("befolkning", 0), ("befolkning", 26000), ("tidshorisont", 2050), ("hogskola", 0), ("hogskola", 1)]


class OpenedFile:
    """The file at `path` opened for drawing, and what the check says of it as it is in the layers."""

    def __init__(self, path: Path) -> None:
        self.path, self.base, self.edit_session = path, read_snapshot(path), desk_on(path)
        self.mirror = LayerMirror(self.edit_session.layers, self.edit_session.catalogue)
        self.mirror.know_unseen({one.objekt_id: unseen_in_qgis(one, self.base.catalogue) for one in self.base.objects})
        self.edit_session.start()

    def findings(self):
        while not self.mirror.read_some():
            pass
        objects, links = tuple(self.mirror.objects.values()), tuple(self.mirror.links.values())
        return found(Snapshot(**{**vars(self.base), "objects": objects, "links": links}))

    def close(self) -> None:
        self.mirror.close()
        self.edit_session.close()


def found(snapshot: Snapshot):
    return [finding for finding in check(snapshot) if finding.regel in RULES]


def holding(folder: Path, cells: list[dict[str, object]]) -> Path:
    """A strukturbild whose nodes are called 0, 1 ... and hold these cells, put there behind QGIS's back."""
    path = new_file(folder)
    with writing(path) as db:
        places = [point((414000.0 + 5000 * number, 6584000.0)) for number in range(len(cells))]
        db.add_objects([thing("nod", "nod", str(n), place, niva="regional") for n, place in enumerate(places)])
    with contextlib.closing(prepared(sqlite3.connect(path))) as connection:
        for number, columns in enumerate(cells):
            for column, cell in columns.items():
                connection.execute(f"UPDATE nod SET {column} = ? WHERE namn = ?", (cell, str(number)))
        connection.commit()
    return path


def cells_in(path: Path, column: str) -> dict[str, object]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute(f"SELECT namn, {column} FROM nod").fetchall())


@pytest.fixture
def window(request: pytest.FixtureRequest, tmp_path: Path, qgis_app: QgsApplication):
    made = OpenedFile(holding(tmp_path, request.param))
    yield made
    made.close()


def undone(edit_session: EditSession, said: str, spoilt: dict[str, object]) -> bool:
    return edit_session.undo() == said and everything(edit_session) == spoilt


@pytest.mark.parametrize("window", [[ONE_OK, {}]], indirect=True)
def test_what_a_form_has_spoilt_is_found_and_goes_in_one_step_and_maps_are_made(window: OpenedFile) -> None:
    before = read_snapshot(window.path)
    assert len(found(before)) == 4 and all(one.safe_fix() for one in found(before))
    assert {one.allvar for one in found(before)} == {"fel", "tips"}
    assert "”Befolkning”" in str(found(before)) and "”Utbud”, ”Service på orten”" in str(found(before))
    spoilt = everything(window.edit_session)

    def safe():
        return [one.safe_fix().edits for one in window.findings()]

    assert apply_fixes(window.edit_session, "Rätta alla säkra", safe) == 4 and window.findings() == []
    assert undone(window.edit_session, "Rätta alla säkra", spoilt) and len(window.findings()) == 4
    window.edit_session.redo()
    window.edit_session.save()
    after = read_snapshot(window.path)
    assert found(after) == [] and picture_layers(after, TARGET, load_symbol_set("tryck"))
    emptied = ("befolkning", "arbetstillfallen", "tidshorisont", "utbud", "service", "roll")
    assert all(cells_in(window.path, column)["0"] is None for column in emptied)
    assert cells_in(window.path, "hogskola") == {"0": 0, "1": None}, "ett nej som någon kan ha valt står kvar"


@pytest.mark.parametrize("window", [[{column: cell} for column, cell, *_ in KNOWN]], indirect=True)
def test_what_is_meant_is_written_as_the_column_has_it(window: OpenedFile) -> None:
    said = {one.mening: one.safe_fix().mening for one in window.findings() if one.safe_fix() is not None}
    assert sorted(said.values()) == sorted(words for *_, words in KNOWN)
    assert said == {one.mening: one.safe_fix().mening for one in found(read_snapshot(window.path))}
    for finding in window.findings():
        apply_fix(window.edit_session, finding.safe_fix().mening, finding.safe_fix().edits)
    assert window.findings() == []
    window.edit_session.save()
    for number, (column, _cell, wanted, _words) in enumerate(KNOWN):
        assert cells_in(window.path, column)[str(number)] == wanted
    assert found(read_snapshot(window.path)) == []


@pytest.mark.parametrize("window", [[{column: cell} for column, cell, _ways in TO_JUDGE]], indirect=True)
def test_what_only_people_can_know_is_asked_about(window: OpenedFile) -> None:
    findings = {one.mening.split("”")[1]: one for one in window.findings()}
    assert len(findings) == len(TO_JUDGE) and not any(one.safe_fix() for one in findings.values())
    spoilt = everything(window.edit_session)
    for number, (column, cell, ways) in enumerate(TO_JUDGE):
        finding = findings[str(number)]
        assert str(cell) in finding.mening and len(finding.atgarder) == len(ways)
        for fix, wanted in zip(finding.atgarder, ways):
            assert bool(fix.question) == (wanted is None), "det som försvinner frågas det om"
            assert dict(fix.edits[0].values) == {column: wanted}
            apply_fix(window.edit_session, fix.mening, fix.edits)
            assert finding not in window.findings()
            assert undone(window.edit_session, fix.mening, spoilt) and finding in window.findings()


def test_what_is_right_is_let_be_and_large_numbers_do_not_stop_a_map(tmp_path: Path, qgis_app: QgsApplication) -> None:
    path = holding(tmp_path, [{column: cell} for column, cell in FINE])
    assert found(read_snapshot(path)) == []
    with contextlib.closing(prepared(sqlite3.connect(path))) as connection:
        connection.execute("UPDATE nod SET befolkning = 3000000000")
        connection.commit()
    assert picture_layers(read_snapshot(path), TARGET, load_symbol_set("tryck"))


def test_a_year_that_a_form_wrote_for_a_goal_without_one_is_no_year(tmp_path: Path, qgis_app: QgsApplication) -> None:
    path = new_file(tmp_path)
    before = read_snapshot(path)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE mal SET malar = -9223372036854775808 WHERE malar IS NULL")
        connection.commit()
    after = read_snapshot(path)
    assert after.goals == before.goals and fingerprint(after) == fingerprint(before)
