"""What is different between two files of the same strukturbild: objects added, removed and changed, and what else.

"Vad är nytt sedan utgåva 1": the older file is what the newer is compared with, row by row in SQL.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..catalogue.model import Catalogue
from ..feedback import Feedback, Silent, stop_if_cancelled
from ..store.gpkg.reader import reading
from ..store.schema.process_tables import PROCESS_TABLES
from ..store.schema.tables import GEOMETRY
from .base_file import base_connection, write_base
from .copy_files.reference_system import refuse_other_system
from .line_ties import is_followed, node_moves, tied_nodes
from .merged_tables import LAYER, OBJECT, Cell, Key, MergedTables, Row, merged_tables, widest
from .row_changes import StoredBase, changes_since
from .row_merge import changed_columns
from .synthesis.variants import variants_pictures
from .this_version import of_this_version

ADDED, REMOVED, CHANGED = "ny", "borttagen", "andrad"
"""What has become of a row."""
LINKS = "objekt_mal"
_NO_FEEDBACK = Silent()
_ABOUT_THE_FILE = frozenset(spec.name for spec in PROCESS_TABLES)


@dataclass(frozen=True)
class ColumnDifference:
    """A column that says something else. Shapes as normalised WKB."""

    column: str
    before: Cell
    after: Cell


@dataclass(frozen=True)
class RowDifference:
    """A row that is not as it was."""

    key: Key
    kind: str
    """ADDED, REMOVED or CHANGED."""
    table: str
    before: Row | None
    after: Row | None
    columns: tuple[ColumnDifference, ...] = ()
    """Of a CHANGED row, in the order of the table."""
    follows: bool = False
    """A line that has only followed its nodes, which are changed themselves."""

    @property
    def row(self) -> Row:
        """The row as it is; of a REMOVED one as it was."""
        return self.after if self.after is not None else self.before or {}

    @property
    def name(self) -> str:
        """Its name; '' when it has none."""
        return str(self.row.get("namn") or self.row.get("titel") or "")

    @property
    def is_moved(self) -> bool:
        """Whether its shape is another."""
        return any(one.column == GEOMETRY for one in self.columns)


@dataclass(frozen=True)
class Comparison:
    """All that is different in the newer of two files, in a fixed order."""

    objects: tuple[RowDifference, ...]
    links: tuple[RowDifference, ...]
    """Objects' links to goals."""
    others: tuple[RowDifference, ...]
    """Pictures, goals, goal sets, classes, attachments and the like; no log, votes or workshops."""
    catalogue: Catalogue
    """That of the newer file: what classes and columns are called."""

    def count(self, kind: str) -> int:
        """How many objects are ADDED, REMOVED or CHANGED; those that only follow are not counted."""
        return sum(1 for one in self.objects if one.kind == kind and not one.follows)

    def is_same(self) -> bool:
        """Whether nothing is different."""
        return not (self.objects or self.links or self.others)


def compare_files(older: Path, newer: Path, feedback: Feedback = _NO_FEEDBACK) -> Comparison:
    """What is different in `newer` since `older`, two files of any version; both are only read. Raises StoreError."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="strukturbild-")))
        first, second = of_this_version(Path(older), stack), of_this_version(Path(newer), stack)
        feedback.setProgress(20)
        stop_if_cancelled(feedback)
        with reading(first) as db:
            old, pictures = db.catalogue(), db.pictures()
            refuse_other_system(db.connection, merged_tables(old), Path(older))
            write_base(db.connection, merged_tables(old), folder / "bas.sqlite")
        feedback.setProgress(50)
        stop_if_cancelled(feedback)
        with reading(second) as db:
            catalogue = db.catalogue()
            aside = variants_pictures({*pictures, *db.pictures()})
            tables = merged_tables(widest(catalogue, [old]))
            refuse_other_system(db.connection, tables, Path(newer))
            changes, before = changes_since(db.connection, tables, folder / "bas.sqlite", Path(newer))
        feedback.setProgress(80)
        connection = stack.enter_context(contextlib.closing(base_connection(folder / "bas.sqlite")))
        rows = StoredBase(connection, tables)
        rows.keep(before)
        found = list(_published(_differences(tables, rows, changes), rows, changes, aside))
    feedback.setProgress(100)
    return Comparison(
        tuple(one for one in found if one.key.kind == OBJECT),
        tuple(one for one in found if one.key.kind == LINKS),
        tuple(one for one in found if one.key.kind not in (OBJECT, LINKS)),
        catalogue,
    )


def _published(
    found: Iterable[RowDifference], base: StoredBase, changes: Mapping[Key, Row | None], aside: Collection[str]
) -> Iterator[RowDifference]:
    """All but what has come, gone or changed within the groups' variants (`aside`, bild_id), and links of such."""

    def within(before: Row | None, after: Row | None) -> bool:
        there = [row for row in (before, after) if row is not None]
        return bool(there) and all(row.get("bild_id") in aside for row in there)

    for one in found:
        before, after = one.before, one.after
        if one.key.kind == LINKS:
            owner = Key(OBJECT, str(one.row.get("objekt_id")))
            before = base.row(owner)
            after = changes.get(owner, before)
        if one.key.kind not in (OBJECT, LINKS) or not within(before, after):
            yield one


def _differences(tables: MergedTables, base: StoredBase, changes: Mapping[Key, Row | None]) -> Iterator[RowDifference]:
    for key in sorted(changes):
        if key.kind in _ABOUT_THE_FILE:
            continue
        before, after = base.row(key), changes[key]
        if after is None and before is None:
            continue
        table = tables.of_row(key, after or before or {})
        if before is None:
            yield RowDifference(key, ADDED, table.name, None, after)
        elif after is None:
            yield RowDifference(key, REMOVED, table.name, before, None)
        else:
            different = changed_columns(table, before, after)
            ordered = [name for name in (LAYER, *table.columns) if name in different]
            columns = tuple(ColumnDifference(name, before.get(name), after.get(name)) for name in ordered)
            if columns:
                follows = set(different) == {GEOMETRY} and _follows(base, changes, before, after)
                yield RowDifference(key, CHANGED, table.name, before, after, columns, follows)


def _follows(base: StoredBase, changes: Mapping[Key, Row | None], before: Row, after: Row) -> bool:
    def now(key: Key) -> Row | None:
        return changes[key] if key in changes else base.row(key)

    moves = node_moves(dict.fromkeys((*tied_nodes(before), *tied_nodes(after))), base.row, now)
    return is_followed(before, before.get(GEOMETRY), after.get(GEOMETRY), moves)
