"""Every table's cells are checked by kind, range, date, signs and place; what can be set in the window is set there."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.checks.engine.check_context import CheckContext
from strukturbild_plugin.checks.engine.finding import Finding
from strukturbild_plugin.checks.rules.registry import RULES
from strukturbild_plugin.checks.run import check
from strukturbild_plugin.drawing.edits.fixes import apply_fix
from strukturbild_plugin.drawing.session.edit_buffer import cells_left
from strukturbild_plugin.errors import StrukturbildError
from strukturbild_plugin.store.gpkg.proposed_edits import SetCells
from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.checks.mutate_rows import Mutable, Mutation
from tests.drawing.helpers import desk_on
from tests.store.helpers import karlstad, new_file

COMMENT = "INSERT INTO kommentar (kommentar_id, text, objekt_id) SELECT 'k1', 'Bra plats', objekt_id FROM nod LIMIT 1"
LINK = "INSERT INTO objekt_mal (objekt_id, mal_id) SELECT objekt_id, (SELECT mal_id FROM mal LIMIT 1) FROM nod LIMIT 1"
VOTE = "INSERT INTO rost (rost_id, objekt_id) SELECT 'r1', objekt_id FROM nod LIMIT 1"
PLACE = (
    "INSERT INTO etikettplats (bild_id, objekt_id, papper, x, y) "
    "SELECT bild_id, objekt_id, 'a3', 414000, 6584000 FROM nod LIMIT 1"
)

NAMED = [
    ("bild", "horisont", "våren", "”våren” i ”Målår” ska vara ett heltal"),
    ("bild", "horisont", 20500, "”20500” i ”Målår” ska vara ett tal mellan 1900 och 2200"),
    ("bild", "beslutsdatum", "2024-02-30", "”2024-02-30” i ”Beslutsdatum” ska vara ett datum, som 2026-05-31"),
    ("bild", "ordning", None, "”Ordning” är tomt, men ska vara ifyllt"),
    ("mal", "malar", -(2**63), "ska vara ett tal mellan 1900 och 2200"),
    ("mal", "indikator", "Andel\u200b", "osynliga eller förväxlade tecken i ”Indikator”: U+200B, blanksteg utan bredd"),
    ("malsamling", "fullstandig", "kanske", "”kanske” i ”fullstandig” ska vara ja eller nej"),
    ("objekt_mal", "bidrag", 9, "”9” i ”Bidrag (-2 till +2)” ska vara ett tal mellan -2 och 2"),
    ("objekt_mal", "motivering", b"\xc5m\xe5l", "”Åmål” i ”Motivering” är inte lagrat som läsbar text"),
    ("kommentar", "geom", b"GP\x00", "läget går inte att rita"),
    ("kommentar", "text", "x" * 30_000, "”Kommentar” är 30000 tecken långt, troligen inklistrat"),
    ("rost", "varde", 11, "”11” i ”Värde” ska vara ett tal mellan -10 och 10"),
    ("logg", "tid", "i går", "”i går” i ”Tid” ska vara en tidpunkt, som 2026-05-31T12:00:00Z"),
    ("etikettplats", "x", "väster", "”väster” i ”x” ska vara ett tal"),
    ("strukturbild", "exempel", "2", "”2” i ”exempel” ska vara ja eller nej"),
    ("avgransning", "geom", b"GP\x00\x01", "läget går inte att rita"),
    ("nod", "version", "ny", "Nod ”Karlstad”: ”ny” i ”Version” ska vara ett heltal"),
    ("nod", "befolkning", b"\x80", "i ”Befolkning” är inte lagrat som läsbar text"),
]
"""Table, column, what stands there, and what is said of it."""

SET = [
    ("kommentar", "andrad", "i går", "Töm ”Ändrad”", None),
    ("kommentar", "version", "2,0", "Skriv 2", 2),
    ("kommentar", "text", "Bra\u200b plats", "Skriv om texten utan dem", "Bra plats"),
    ("objekt_mal", "motivering", b"\xc5m\xe5l", "Skriv ”Åmål” som text", "Åmål"),
    ("strukturbild", "exempel", "nej", "Skriv 0", 0),
    ("strukturbild", "samverkansniva", 99, "Töm ”Nivå på samverkanstrappan”", None),
    ("nod", "version", "ny", "Räkna versionen från 1", 1),
    ("nod", "skapad", "i går", "Töm ”Skapad”", None),
]
"""Table, column, what stands there, the first fix, and what stands there after it."""


@pytest.fixture(scope="module")
def mutable(tmp_path_factory: pytest.TempPathFactory, qgis_app: QgsApplication) -> Mutable:
    path = new_file(tmp_path_factory.mktemp("celler"))
    with writing(path) as db:
        db.add_objects(karlstad())
        catalogue = db.catalogue()
        for statement in (COMMENT, LINK, VOTE, PLACE):
            db.connection.execute(statement)
    return Mutable(path, catalogue)


K09 = tuple(rule for rule in RULES if rule.id == "K09")


def findings(snapshot: Snapshot) -> list[Finding]:
    """What is said of cells, in their order."""
    found = {finding.mening: finding for finding in check(snapshot, rules=K09)}
    context = CheckContext(snapshot)
    for place, record in enumerate(snapshot.objects):
        context.set_object(place, record)
    return [found[remark.mening] for remark in K09[0].check(context)]


def said(path: Path) -> list[Finding]:
    return findings(read_snapshot(path))


@pytest.mark.parametrize(("table", "column", "value", "sentence"), NAMED)
def test_what_a_cell_cannot_mean_is_named_with_its_row_and_field(mutable, table, column, value, sentence):
    assert said(mutable.path) == []
    with mutable.holding(Mutation(table, mutable.first(table), column, value)) as done:
        found = said(mutable.path)
    assert len(found) == (1 if done else 0) and all(sentence in one.mening for one in found), found
    assert done or (column == "ordning"), "NOT NULL gäller också för andra program"
    assert all(one.forslag.endswith(".") for one in found)
    assert all(table in ("nod",) or one.mening.startswith("Rad ") for one in found)


def test_the_fixes_of_cells_do_what_they_say_and_can_be_undone(mutable):
    spoilt = [Mutation(table, mutable.first(table), column, value) for table, column, value, *_ in SET]
    with mutable.holding(*spoilt):
        base = read_snapshot(mutable.path)
        fixes = {f"{one.tabell}.{one.kolumn}": said.atgarder[0] for one, said in zip(base.odd_cells, findings(base))}
        session = desk_on(mutable.path)
        try:
            session.start()
            assert len(fixes) == len(SET) and cells_left(base.odd_cells, session.layers) == base.odd_cells
            for table, column, _value, does, after in SET:
                fix = fixes[f"{table}.{column}"]
                assert fix.mening == does and bool(fix.question) == (after is None)
                apply_fix(session, fix.mening, fix.edits)
            assert cells_left(base.odd_cells, session.layers) == ()
            session.undo()
            assert len(cells_left(base.odd_cells, session.layers)) == 1
            session.redo()
            session.save()
        finally:
            session.close()
        assert findings(read_snapshot(mutable.path)) == []
        with contextlib.closing(sqlite3.connect(mutable.path)) as connection:
            for table, column, _value, _does, after in SET:
                place = (mutable.first(table),)
                assert connection.execute(f"SELECT {column} FROM {table} WHERE fid = ?", place).fetchone() == (after,)


def test_no_fix_empties_what_a_row_must_have(mutable):
    with contextlib.closing(sqlite3.connect(mutable.path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents") if name != "bilaga"]
        required = [
            (table, row[1])
            for table in tables
            for row in connection.execute(f'PRAGMA table_info("{table}")')
            if row[3] and not row[5] and connection.execute(f'SELECT 1 FROM "{table}"').fetchone()
        ]
    assert ("objekt_mal", "mal_id") in required
    tried = 0
    for table, column in required:
        with mutable.holding(Mutation(table, mutable.first(table), column, "\u200b")) as done:
            try:
                found = said(mutable.path) if done else []
            except StrukturbildError:
                continue  # a catalogue that cannot be read is not fixed by the check
        edits = [edit for one in found for fix in one.atgarder for edit in fix.edits if isinstance(edit, SetCells)]
        assert all(value is not None for edit in edits for _name, value in edit.values), (table, column)
        tried += len(found)
    assert tried > 3
