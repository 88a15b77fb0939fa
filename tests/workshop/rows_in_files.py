"""The rows of a strukturbild as a merge sees them, read from its file and written to it."""

from __future__ import annotations

from pathlib import Path

from strukturbild_plugin.store.gpkg.reader import reading
from strukturbild_plugin.store.schema.ddl import quoted
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.apply_rows import MergedWrite, write_rows
from strukturbild_plugin.workshop.merged_tables import merged_tables
from strukturbild_plugin.workshop.row_changes import as_row
from tests.workshop.hands import Copy


def rows_in(path: Path) -> Copy:
    """Every row of every table that a merge covers."""
    found = Copy()
    with reading(path) as db:
        for table in merged_tables(db.catalogue()).tables:
            names = ", ".join(map(quoted, table.columns))
            for values in db.connection.execute(f"SELECT {names} FROM {quoted(table.name)}"):
                row = as_row(table, table.columns, values)
                found.rows[table.key_of(row)] = row
    return found


def write(path: Path, before: Copy, after: Copy, who: str) -> None:
    """Let the file at `path`, which holds `before`, hold `after`."""
    keys = sorted({*before.rows, *after.rows})
    writes = [MergedWrite(key, before.row(key), after.row(key)) for key in keys if before.row(key) != after.row(key)]
    with writing(path, who) as db:
        write_rows(db, writes)
