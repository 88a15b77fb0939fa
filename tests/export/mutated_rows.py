"""What comes of rows that a tool without our rules has written: each is drawn, or named by the check; nothing refuses.

`python -m tests.export.mutated_rows 10000 [SEED]` tries so many, one by one and then together in editions.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from qgis.core import QgsApplication

from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import usable_symbol_set
from strukturbild_plugin.catalogue.model import Catalogue
from strukturbild_plugin.checks.rules.registry import STOPPING, Fix
from strukturbild_plugin.checks.run import Finding, check
from strukturbild_plugin.drawing.edits.fixes import apply_fix
from strukturbild_plugin.errors import CatalogueError, StoreError
from strukturbild_plugin.export.edition.edition import ExportRequest, export
from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.export.sheets.layer_cache import LayerCache
from strukturbild_plugin.printable_snapshot import printable
from strukturbild_plugin.printable_text import odd_signs
from strukturbild_plugin.store.gpkg.drawable import EMPTY, undrawable
from strukturbild_plugin.store.gpkg.proposed_edits import Edit, SetCells, SetValues
from strukturbild_plugin.store.gpkg.records import Attachment, Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.gpkg.wkb import from_blob
from strukturbild_plugin.store.schema.tables import (
    BINARY_COLUMN,
    CATALOGUE_TABLES,
    DATE_COLUMN,
    DECIMAL_COLUMN,
    GEOMETRY,
    MOMENT_COLUMN,
    TEXT_COLUMN,
    YES_NO_COLUMN,
    ColumnSpec,
    all_tables,
)
from strukturbild_plugin.store.writing.transaction import reading, writing
from tests.checks.mutate_rows import Mutable, Mutation
from tests.drawing.helpers import desk_on
from tests.store.helpers import karlstad, new_file

TOGETHER, FIXED = 30, 6
"""How many are drawn together, and of how many of these the fixes are tried."""
_TENDED = ("version", "andrad", "andrad_av", "skapad", "grupp")
FORMATS = ("karta", "webb", "leverans")
_ROWS = (
    "INSERT INTO kommentar (kommentar_id, text, objekt_id) SELECT 'k1', 'Bra plats', objekt_id FROM nod LIMIT 1",
    "INSERT INTO rost (rost_id, objekt_id) SELECT 'r1', objekt_id FROM nod LIMIT 1",
    "INSERT INTO objekt_mal (objekt_id, mal_id) SELECT objekt_id, (SELECT mal_id FROM mal LIMIT 1) FROM nod",
    "INSERT INTO etikettplats (bild_id, objekt_id, papper, x, y) "
    "SELECT bild_id, objekt_id, 'a3', 414000, 6584000 FROM nod LIMIT 1",
    "INSERT INTO insats (insats_id, objekt_id, vad) SELECT 'i1', objekt_id, 'Bygg hållplats' FROM nod LIMIT 1",
    "INSERT INTO fraga (fraga_id, nyckel, slag, status) VALUES ('f1', 'a/b', 'konflikt', 'oppen')",
    "INSERT INTO mal_paverkan (fran_mal_id, till_mal_id, varde) SELECT min(mal_id), max(mal_id), 2 FROM mal",
    "INSERT INTO mal_motsvarighet (mal_id, motsvarar_mal_id) SELECT min(mal_id), max(mal_id) FROM mal",
    "INSERT INTO workshop (workshop_id, titel) VALUES ('w1', 'Samråd')",
    "INSERT INTO workshopgrupp (grupp_id, workshop_id, namn) VALUES ('g1', 'w1', 'Bord 1')",
    "INSERT INTO arbetskopia (kopia_id, workshop_id) VALUES ('a1', 'w1')",
    "INSERT INTO basrad (bas_id, tabell, rad_id, varden) VALUES ('b1', 'nod', 'n1', x'00')",
    "INSERT INTO konflikt (konflikt_id, tabell, rad_id, status) VALUES ('k1', 'nod', 'n1', 'oppen')",
    "INSERT INTO enighet (objekt_id, grupp_id, grupp_objekt_id) SELECT objekt_id, 'g1', 'o1' FROM nod LIMIT 1",
    "INSERT INTO utgava (nummer, tid, status, fingeravtryck, antal_objekt, antal_lankar) "
    "VALUES (1, '2024-05-31T12:00:00.000Z', 'utkast', 'abc', 7, 2)",
)
_KEPT_BY_SENTENCE = {"bilaga"}
"""Attachments are held to their names when they are read: such a file is not opened, and the sentence says which."""
_OF_THE_CATALOGUE = {spec.name for spec in CATALOGUE_TABLES}
"""A catalogue with faults is not read, and each is said with its place; what can be read is named by the check."""
_OF_THE_FILE = {("strukturbild", "schema_version")}


class Trial:
    """A strukturbild with a row in every table, and what is said of it as it is."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path, self.fixes_tried = folder, new_file(folder), 0
        with writing(self.path) as db:
            db.add_objects(karlstad())
            db.set_attachment(Attachment("profil", "profil.yaml", b"namn: Prov\n"))
            for statement in _ROWS:
                db.connection.execute(statement)
            self.catalogue: Catalogue = db.catalogue()
        self.mutable = Mutable(self.path, self.catalogue)
        self.base = read_snapshot(self.path)
        self.said = _said(check(self.base))

    def faults(self, one: Mutation) -> list[str]:
        """What is wrong with how one mutation is met; nothing when it is drawn or named."""
        with self.mutable.holding(one) as done:
            if not done:
                return []
            try:
                snapshot = read_snapshot(self.path)
            except CatalogueError as error:
                where = any(f"tabellen {table}" in str(error) for table in _OF_THE_CATALOGUE)
                return [] if one.table in _OF_THE_CATALOGUE and where else [f"{one}: läses inte: {error}"]
            except StoreError as error:
                kept_out = _KEPT_BY_SENTENCE | _OF_THE_CATALOGUE
                allowed = one.table in kept_out or (one.table, one.column) in _OF_THE_FILE
                return [] if allowed and str(error).endswith(".") else [f"{one}: läses inte: {error}"]
            named = _said(check(snapshot)) - self.said
            if not named and not self._may_stand(one):
                return [f"{one}: sägs inte"]
        return []

    def faults_of_fixes(self, one: Mutation) -> list[str]:
        """What is wrong with the fixes offered for one mutation: each ends its finding, and changes nothing else."""
        faults = []
        with self.mutable.holding(one):
            try:
                offered = [each for each in check(read_snapshot(self.path)) if each.atgarder]
            except (CatalogueError, StoreError):
                return []
            for finding in offered:
                if (finding.regel, finding.objekt_id, finding.mening) not in self.said:
                    faults += [f"{one}: {fault}" for fix in finding.atgarder for fault in self._tried(finding, fix)]
        return faults

    def _tried(self, finding: Finding, fix: Fix) -> Iterator[str]:
        written = {(each.objekt_id, name) for each in fix.edits for name in _columns_of(each)}
        if len(written) < len(fix.edits):
            return  # it changes shapes or takes rows away
        self.fixes_tried += 1
        copy = Path(shutil.copy(self.path, self.folder / "rattad.gpkg"))
        before = _cells(copy)
        session = desk_on(copy)
        try:
            session.start()
            apply_fix(session, fix.mening, fix.edits)
            session.save()
        except StoreError as error:
            yield f"”{fix.mening}” kan inte sparas: {error}"
            return
        finally:
            session.close()
        if any(each.regel == finding.regel and each.mening == finding.mening for each in check(read_snapshot(copy))):
            yield f"”{fix.mening}” hjälper inte"
        after = _cells(copy)
        for cell in sorted(before.keys() | after.keys()):
            was, called = before.get(cell, (None, frozenset()))
            is_now, called_now = after.get(cell, (None, frozenset()))
            if was != is_now and not {(key, cell[2]) for key in called | called_now} & written:
                yield f"”{fix.mening}” ändrade också {cell}: {was!s:.60} -> {is_now!s:.60}"

    def drawn(self, mutations: Sequence[Mutation]) -> None:
        """Draw the pictures with all of these at once. Raises what drawing raises."""
        with self.mutable.holding(*mutations):
            snapshot = read_snapshot(self.path)
            fingerprint(snapshot)
            _draw(printable(snapshot))

    def exported(self, mutations: Sequence[Mutation], number: int) -> bool:
        """Make an edition with all of these at once; whether it was made, or the check says why not."""
        with self.mutable.holding(*mutations):
            stopping = [one for one in check(read_snapshot(self.path)) if one.regel in STOPPING]
            if stopping:
                return False
            result = export(self.path, ExportRequest(self.folder / f"ut{number}", formats=FORMATS))
            # The edition made; the one that was there is for further mutations.
            self.mutable.connection.execute("DELETE FROM utgava WHERE fid <> ?", (self.mutable.first("utgava"),))
            return bool(result.files)

    def _may_stand(self, one: Mutation) -> bool:
        """Whether anybody could have meant it."""
        spec = next(spec for spec in all_tables(self.catalogue) if spec.name == one.table)
        if one.column == GEOMETRY:
            return one.value is None or _is_drawn(one.value, spec.geometry)
        column = next(column for column in spec.columns if column.name == one.column)
        return _may_stand(column, one.value)


def drawable_together(mutations: Sequence[Mutation]) -> list[Mutation]:
    """One mutation of each cell, and none that keeps the file from being opened."""
    cells = {(one.table, one.fid, one.column): one for one in mutations}
    kept_out = _KEPT_BY_SENTENCE | _OF_THE_CATALOGUE
    return [one for one in cells.values() if one.table not in kept_out and one.column != "schema_version"]


def _columns_of(edit: Edit) -> tuple[str, ...]:
    return tuple(name for name, _ in edit.values) if isinstance(edit, (SetCells, SetValues)) else ()


_Cell = tuple[str, int, str]


def _cells(path: Path) -> dict[_Cell, tuple[object, frozenset[str]]]:
    """Every cell of a file that nothing but a person changes: what stands there, and what an edit may call its row."""
    found: dict[_Cell, tuple[object, frozenset[str]]] = {}
    with reading(path) as db:
        specs = all_tables(db.catalogue())
        db.connection.text_factory = bytes
        for spec in specs:
            names = ("fid", *([GEOMETRY] if spec.geometry else []), *spec.column_names())
            kept = [name for name in names if name not in _TENDED]
            shown = ", ".join(f'"{name}"' for name in kept)
            for row in db.connection.execute(f'SELECT {shown} FROM "{spec.name}"'):
                cells = dict(zip(kept, row))
                own = cells.get("objekt_id")
                called = own.decode("utf-8", "replace") if isinstance(own, bytes) else str(own)
                keys = frozenset((f"{spec.name}/{row[0]}", f"{spec.name}/None", called))
                found.update({(spec.name, row[0], name): (repr(value), keys) for name, value in cells.items()})
    return found


def _said(findings: Sequence[Finding]) -> Counter[tuple[str, str, str]]:
    return Counter((one.regel, one.objekt_id, one.mening) for one in findings)


def _may_stand(column: ColumnSpec, value: object) -> bool:
    """The test's own idea of what a column can mean."""
    if value is None or (value == "" and column.kind != BINARY_COLUMN):
        return not (column.filled if value == "" else column.required)
    if column.kind == BINARY_COLUMN:
        return isinstance(value, bytes)
    if column.kind == TEXT_COLUMN:
        return not isinstance(value, bytes) and len(str(value)) <= 20_000 and not odd_signs(str(value))
    if column.kind in (DATE_COLUMN, MOMENT_COLUMN):
        return isinstance(value, str) and value[:10] == "2024-05-31"
    try:
        number = float(value) if isinstance(value, (int, float, str)) else float("nan")  # SQLite makes '2024' a number
    except ValueError:
        return False
    if column.kind == YES_NO_COLUMN:
        return number in (0, 1)
    if column.kind == DECIMAL_COLUMN:
        return abs(number) < 2**62  # not so of what is no number
    least, most = column.least if column.least is not None else -(2**62), column.most or 2**62
    return number.is_integer() and least <= number <= most if number == number and abs(number) < 1e300 else False


def _is_drawn(blob: object, geometry: str) -> bool:
    try:
        return isinstance(blob, bytes) and undrawable(from_blob(blob), geometry) in ("", EMPTY)
    except ValueError:
        return False


def _draw(snapshot: Snapshot) -> None:
    symbols, _own = usable_symbol_set(snapshot.head.symboluppsattning, snapshot.attachments)
    for picture in snapshot.pictures:
        LayerCache().picture(snapshot, picture.bild_id, symbols, "a3")


def main(number: int, seed: int) -> int:
    """Try `number` mutations; gives how many were met wrongly."""
    dice, wrong, made = random.Random(seed), [], 0
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder))
        for turn in range(0, number, TOGETHER):
            mutations = [trial.mutable.mutation(dice) for _ in range(min(TOGETHER, number - turn))]
            for one in mutations:
                wrong += trial.faults(one)
            wrong += [fault for one in mutations[:FIXED] for fault in trial.faults_of_fixes(one)]
            together = drawable_together(mutations)
            try:
                trial.drawn(together)
                made += trial.exported(together, turn)
            except Exception as error:  # noqa: BLE001 - every kind of refusal is what is looked for
                wrong.append(f"{type(error).__name__}: {error}: {'; '.join(map(str, mutations))}")
            print(f"{turn + len(mutations)} av {number}, {made} utgåvor, {len(wrong)} fel", flush=True)
    print("\n".join(wrong))
    return len(wrong)


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    sys.exit(bool(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 11)))
