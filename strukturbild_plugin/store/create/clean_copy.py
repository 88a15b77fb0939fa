"""A copy of a strukturbild that cannot be used as it is, since a stranger's triggers, views or rules are in it.

The copy is built anew and filled with the rows of our own tables, so nothing of what was foreign has run or is in it.
Objects keep their identity, and the content its fingerprint. The original is only read.
"""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from ...catalogue.added_attributes import with_added
from ...catalogue.model import Catalogue
from ...catalogue.table_rows import COLUMNS, from_rows
from ...errors import StoreError
from ...feedback import Feedback, Silent, stop_if_cancelled
from ...i18n import tr
from ..gpkg.connection import touch
from ..gpkg.error_messages import explaining, foreign, incomplete, newer
from ..gpkg.file_copy import BUSY_TIMEOUT_S, built_beside, refuse_existing, same_file
from ..gpkg.foreign_parts import TABLE, foreign_parts, schema_rows, short_name
from ..gpkg.guarded_connection import limited_connection
from ..qgis_project.embedded_project import write_project
from ..qgis_project.layer_styles import write_styles
from ..qgis_project.project_blob import PROJECT_NAME
from ..schema.tables import CARRIED_TABLES, HEAD, SCHEMA_VERSION, TableSpec, all_tables
from ..writing.rebuild import Kept, copy_tables, finish_tables, new_file, other_content, plain_rows, plain_tables
from ..writing.upgrade_to_version_3 import new_columns
from ..writing.writer import Writer
from .create import with_ending

_NO_FEEDBACK = Silent()
_MAX_NAMES = 1000


@dataclass(frozen=True)
class CleanCopy:
    """A cleaned copy, and the names of what was left out of it."""

    path: Path
    left_out: tuple[str, ...]

    def sentences(self) -> tuple[str, ...]:
        """What did not go along; the original still has it."""
        sentence = tr("{del_} följde inte med.")
        return tuple(sentence.format(del_=one[:1].upper() + one[1:]) for one in self.left_out)


def clean_name(path: Path, folder: Path | None = None) -> Path:
    """A free file name for the cleaned copy of `path`: 'X (rensad).gpkg', in the same folder unless `folder` says."""
    path = Path(path)
    for number in range(1, _MAX_NAMES):
        ending = tr("rensad") if number == 1 else tr("rensad {n}").format(n=number)
        candidate = (folder or path.parent) / f"{path.stem} ({ending}){path.suffix or '.gpkg'}"
        if not candidate.exists():
            return candidate
    raise StoreError(tr("Det finns för många kopior av {path}. Ta bort några av dem.").format(path=path))


def make_clean_copy(
    source: Path, target: Path, feedback: Feedback = _NO_FEEDBACK, overwrite: bool = False
) -> CleanCopy:
    """Build the cleaned copy of `source` at `target`. Raises StoreError; then nothing is there that was not before."""
    source, target = Path(source), with_ending(target)
    if same_file(source, target):
        raise StoreError(
            tr("En fil kan inte kopieras till sig själv: {path}. Välj ett annat namn.").format(path=source)
        )
    if not overwrite:
        refuse_existing(target)
    with explaining(source), built_beside(target) as temporary:
        left = _rebuild(source, temporary)
        feedback.setProgress(60)
        stop_if_cancelled(feedback)
        write_project(temporary, target.name)
        feedback.setProgress(95)
        stop_if_cancelled(feedback)
        if not overwrite:
            refuse_existing(target)
    feedback.setProgress(100)
    return CleanCopy(target, left)


def _rebuild(source: Path, temporary: Path) -> tuple[str, ...]:
    with contextlib.closing(limited_connection(source, BUSY_TIMEOUT_S, reads_only=True)) as old:
        old.execute("PRAGMA query_only = ON")
        old.execute("BEGIN")
        rows = schema_rows(old, source)
        tables = plain_tables(rows)
        catalogue = _catalogue(old, tables, source)
        parts = foreign_parts(rows)
        named = {part.name for part in parts if part.kind == TABLE}
        left = [*map(str, parts), *_left_out(old, tables - (named - set(_ours(catalogue))), catalogue)]
        with new_file(temporary) as made:
            copy_tables(old, made, catalogue, _kept_of(old, tables, catalogue))
            made.execute(f"UPDATE {HEAD.name} SET schema_version = ?", (SCHEMA_VERSION,))
            finish_tables(made, catalogue)
            db = Writer(made, temporary)
            db.set_catalogue(catalogue)
            write_styles(db, lenient=True)
            db.log("rensad", ", ".join(left))
            db.finish()
            touch(made, _ours(catalogue), db.moment)
    return tuple(left)


def _kept_of(old: sqlite3.Connection, tables: set[str], catalogue: Catalogue) -> Kept:
    """What goes along of a table: not what an older file calls by a name that came later."""
    stored = _stored_catalogue(old)
    version = plain_rows(old, HEAD.name)[0]["schema_version"]
    later = new_columns(stored, catalogue) if version < SCHEMA_VERSION else {}

    def kept(spec: TableSpec) -> tuple[str, ...] | None:
        names = tuple(name for name in spec.column_names() if name not in later.get(spec.name, ()))
        return names if spec.name in tables and names else None

    return kept


def _stored_catalogue(old: sqlite3.Connection) -> Catalogue:
    return from_rows({table: plain_rows(old, table) for table in COLUMNS})


def _catalogue(old: sqlite3.Connection, tables: set[str], source: Path) -> Catalogue:
    """The catalogue of the file, once it is sure that all there has to be is there as plain tables."""
    if HEAD.name not in tables:
        raise StoreError(foreign(source))
    version = [row.get("schema_version") for row in plain_rows(old, HEAD.name)]
    if len(version) != 1 or not isinstance(version[0], int):
        raise StoreError(foreign(source))
    if version[0] > SCHEMA_VERSION:
        raise StoreError(newer(source))
    missing = [name for name in COLUMNS if name not in tables]
    if not missing:
        catalogue = with_added(_stored_catalogue(old))
        # Older versions have no tables for what is carried along.
        wanted = [spec.name for spec in all_tables(catalogue) if spec not in CARRIED_TABLES]
        missing = [name for name in wanted if name not in tables]
    if missing:
        raise incomplete(source, missing)
    return catalogue


def _ours(catalogue: Catalogue) -> list[str]:
    return [spec.name for spec in all_tables(catalogue)]


def _left_out(old: sqlite3.Connection, tables: set[str], catalogue: Catalogue) -> list[str]:
    """What is not ours beside what could run, in words."""
    others = other_content(old, tables, catalogue)
    left = [tr("tabellen ”{name}”").format(name=short_name(name)) for name in others.tables]
    left += [tr("kolumnen ”{name}”").format(name=short_name(name)) for name in others.columns]
    if "qgis_projects" in tables:
        names = [str(row.get("name")) for row in plain_rows(old, "qgis_projects")]
        left += [tr("projektet ”{name}”").format(name=short_name(name)) for name in names if name != PROJECT_NAME]
    return left
