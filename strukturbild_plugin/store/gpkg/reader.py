"""Reading a strukturbild file: everything inside one `with reading(path) as db:` is of one moment."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Any, Iterable, Iterator

from ...catalogue.model import Catalogue
from ...catalogue.table_rows import COLUMNS, from_rows
from ...errors import StoreError
from ...goals.model import Goal, GoalCounterpart, GoalInfluence, GoalLink, GoalSet
from ..schema.ddl import quoted
from ..schema.later_columns import FIRST_WITH_THEM, LATER_COLUMNS
from ..schema.process_tables import CONFLICTS, WAITING
from ..schema.tables import (
    ATTACHMENTS,
    GOAL_COUNTERPARTS,
    GOAL_INFLUENCES,
    LABEL_PLACES,
    MEASURES,
    QUESTIONS,
    TableSpec,
    extra_attributes,
    object_table,
)
from . import attachments
from . import row_mapping as rows
from .connection import columns_in, connect, dict_rows, tables_in
from .error_messages import explaining, foreign, incomplete
from .file_copy import BUSY_TIMEOUT_S
from .odd_cells import odd_cells
from .records import (
    Anchoring,
    Area,
    Attachment,
    Edition,
    Head,
    LabelPlace,
    Measure,
    ObjectRecord,
    OddCell,
    Origin,
    Picture,
    Question,
)

ANCHORING = "forankring"
"""What `logg.vad` says in the rows that are anchorings."""
ORIGIN = "ursprung"
"""What it says in the row that names the strukturbild this one is a revision of."""


class Reader:
    """One consistent reading of a strukturbild."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection, self.path = connection, path
        self._catalogue: Catalogue | None = None

    def catalogue(self) -> Catalogue:
        """The catalogue this file carries, own classes included."""
        if self._catalogue is None:
            self._catalogue = from_rows({table: self.table(table) for table in COLUMNS})
        return self._catalogue

    def table(self, name: str) -> list[dict[str, Any]]:
        """Every row of a small table, in the order they were written.

        In an older file without the columns that have the name of one that came later: those are somebody's own.
        """
        found = dict_rows(self.connection, name)
        later = LATER_COLUMNS.get(name, ())
        if found and any(column in found[0] for column in later) and self._version() < FIRST_WITH_THEM:
            return [{column: value for column, value in row.items() if column not in later} for row in found]
        return found

    def _version(self) -> int:
        version = self.connection.execute("SELECT max(schema_version) FROM strukturbild").fetchone()[0]
        return version if isinstance(version, int) else FIRST_WITH_THEM

    def head(self) -> Head:
        """What the strukturbild is."""
        found = self.table("strukturbild")
        if len(found) != 1:
            raise StoreError(foreign(self.path))
        return rows.head(found[0])

    def pictures(self) -> tuple[Picture, ...]:
        """The pictures, in their order."""
        found = [rows.picture(row) for row in self.table("bild")]
        return tuple(sorted(found, key=lambda picture: (picture.ordning, picture.bild_id)))

    def areas(self) -> tuple[Area, ...]:
        """The outlines of the regions."""
        return tuple(rows.area(row) for row in self.table("avgransning"))

    def goal_sets(self) -> tuple[GoalSet, ...]:
        """The goal sets."""
        return tuple(rows.goal_set(row) for row in self.table("malsamling"))

    def goals(self) -> tuple[Goal, ...]:
        """The goals of all sets, set by set in reading order."""
        found = [rows.goal(row) for row in self.table("mal")]
        order = {goal_set.kod: place for place, goal_set in enumerate(self.goal_sets())}
        return tuple(sorted(found, key=lambda goal: (order.get(goal.samling, len(order)), goal.ordning, goal.mal_id)))

    def links(self) -> tuple[GoalLink, ...]:
        """Which objects contribute to which goals."""
        found = [rows.link(row) for row in self.table("objekt_mal")]
        return tuple(sorted(found, key=lambda link: (link.objekt_id, link.mal_id)))

    def editions(self) -> tuple[Edition, ...]:
        """The editions made so far, oldest first."""
        return tuple(sorted((rows.edition(row) for row in self.table("utgava")), key=lambda edition: edition.nummer))

    def attachments(self) -> tuple[Attachment, ...]:
        """The files the strukturbild carries along, by kind and name; StoreError for one that may not be there."""
        if not self._has(ATTACHMENTS.name):
            return ()
        sizes = self.connection.execute("SELECT slag, namn, length(innehall) FROM bilaga ORDER BY slag, namn")
        attachments.check_all(self.path, sizes.fetchall())
        found = self.connection.execute("SELECT slag, namn, innehall FROM bilaga ORDER BY slag, namn")
        return tuple(Attachment(kind, name, bytes(content)) for kind, name, content in found)

    def label_places(self) -> tuple[LabelPlace, ...]:
        """The names that have been moved by hand."""
        read = [rows.label_place(row) for row in self.table("etikettplats")] if self._has(LABEL_PLACES.name) else []
        found = [place for place in read if place is not None]
        return tuple(sorted(found, key=lambda place: (place.bild_id, place.papper, place.objekt_id)))

    def measures(self) -> tuple[Measure, ...]:
        """Who does what when, object by object."""
        found = [rows.plain_record(Measure, row) for row in self._rows_of(MEASURES)]
        return tuple(sorted(found, key=lambda one: (one.objekt_id, one.ordning, one.insats_id)))

    def questions(self) -> tuple[Question, ...]:
        """The questions to deal with."""
        found = [rows.plain_record(Question, row) for row in self._rows_of(QUESTIONS)]
        return tuple(sorted(found, key=lambda one: (one.nyckel, one.fraga_id)))

    def influences(self) -> tuple[GoalInfluence, ...]:
        """How goals bear on each other, as far as assessed."""
        found = [rows.plain_record(GoalInfluence, row) for row in self._rows_of(GOAL_INFLUENCES)]
        return tuple(sorted(found, key=lambda one: (one.fran_mal_id, one.till_mal_id)))

    def counterparts(self) -> tuple[GoalCounterpart, ...]:
        """Which national and global goals the region's answer to."""
        found = [rows.plain_record(GoalCounterpart, row) for row in self._rows_of(GOAL_COUNTERPARTS)]
        return tuple(sorted(found, key=lambda one: (one.mal_id, one.motsvarar_mal_id)))

    def anchorings(self) -> tuple[Anchoring, ...]:
        """Who stands behind what, oldest first; those of one day in the order they were written."""
        found = [rows.anchoring(row) for row in self.table("logg") if row["vad"] == ANCHORING]
        return tuple(sorted(found, key=lambda one: one.tid))

    def origin(self) -> Origin | None:
        """The strukturbild this one is a revision of, if it is."""
        return next((rows.origin(row) for row in reversed(self.table("logg")) if row["vad"] == ORIGIN), None)

    def waiting_conflicts(self) -> int:
        """How many questions of a merge wait: conflicts of one kind about the same column of a row are one."""
        if "status" not in columns_in(self.connection, CONFLICTS.name):
            return 0
        about = "CASE WHEN rad_id = objekt_id THEN '' ELSE tabell END, rad_id, ifnull(kolumn, ''), slag"
        listed = f"SELECT DISTINCT {about} FROM {quoted(CONFLICTS.name)} WHERE status IN (?, ?)"
        counted = f"SELECT count(*) FROM ({listed})"
        return int(self.connection.execute(counted, WAITING).fetchone()[0])

    def odd_cells(self) -> tuple[OddCell, ...]:
        """The cells that hold what their column cannot mean."""
        theirs = LATER_COLUMNS if self._version() < FIRST_WITH_THEM else {}
        return tuple(odd_cells(self.connection, self.catalogue(), tables_in(self.connection), theirs))

    def _refuse_without(self, table: str, columns: Iterable[str]) -> None:
        """Raise IncompleteFile for columns that are gone: SQLite takes a quoted name it does not know for a text."""
        there = columns_in(self.connection, table)
        missing = [f"{table}.{name}" for name in columns if name not in there] if there else [table]
        if missing:
            raise incomplete(self.path, missing)

    def _has(self, table: str) -> bool:
        """Whether the table is there: a delivery of an older version is read as it is."""
        return table in tables_in(self.connection)

    def _rows_of(self, spec: TableSpec) -> list[dict[str, Any]]:
        """The rows of a table that came later. Somebody's own table of that name in an older file has none of ours."""
        there = set(columns_in(self.connection, spec.name))
        return self.table(spec.name) if there.issuperset(spec.column_names()) else []

    def layer(self, name: str) -> TableSpec:
        """The table of a layer of the catalogue; StoreError when there is none."""
        return object_table(self.catalogue(), name)

    def attributes(self, layer: str) -> tuple[str, ...]:
        """The codes of the catalogue attributes that are columns of `layer` and no named field of Objekt."""
        return tuple(attribute.kod for attribute in extra_attributes(self.catalogue(), layer))

    def objects(self) -> Iterator[ObjectRecord]:
        """Every object, layer by layer, by objekt_id."""
        for layer in self.catalogue().lager:
            attributes = self.attributes(layer.kod)
            self._refuse_without(layer.kod, rows.object_columns(attributes))
            columns = ", ".join(map(quoted, rows.object_columns(attributes)))
            for row in self.connection.execute(f"SELECT {columns} FROM {quoted(layer.kod)} ORDER BY objekt_id"):
                yield rows.object_record(layer.kod, row, attributes)


@contextlib.contextmanager
def reading(path: Path, seconds: float = BUSY_TIMEOUT_S) -> Iterator[Reader]:
    """Read the file at `path`: everything read inside the block is of one moment."""
    path = Path(path)
    with explaining(path), contextlib.closing(connect(path, seconds, writes=False)) as connection:
        connection.execute("PRAGMA query_only = ON")
        # A value that its column does not allow is for the check to name: the file is not damaged by it.
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield Reader(connection, path)
