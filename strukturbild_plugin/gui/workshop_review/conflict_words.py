"""What conflicts are about, in the words of the open strukturbild."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qgis.core import QgsVectorLayer

from ...i18n import joined, tr
from ...store.autosave.copy_format import RowChange
from ...store.gpkg.connection import dict_rows, tables_in
from ...store.gpkg.reader import Reader
from ...store.gpkg.records import Snapshot
from ...store.schema.process_tables import WORKSHOP_GROUPS
from ...workshop.decisions import OpenConflict
from ...workshop.merged_tables import LAYER, OBJECT, Cell, Row
from ..recovery.change_descriptions import ChangeDescriptions
from .conflict_rows import ConflictRows


@dataclass(frozen=True)
class GroupColours:
    """The colours of the groups, by group."""

    by_group: Mapping[str, str]

    @classmethod
    def of(cls, db: Reader) -> GroupColours:
        """As the file has them."""
        if WORKSHOP_GROUPS.name not in tables_in(db.connection):
            return cls({})
        rows = dict_rows(db.connection, WORKSHOP_GROUPS.name)
        return cls({str(row["grupp_id"]): str(row["farg"] or "") for row in rows})


class StrukturbildWords:
    """ConflictWords of the open strukturbild."""

    def __init__(
        self, rows: ConflictRows, snapshot: Snapshot | None, layers: Mapping[str, QgsVectorLayer], language: str
    ) -> None:
        self._rows, self._snapshot, self._language = rows, snapshot, language
        self._descriptions = ChangeDescriptions(snapshot, layers, language)

    def name(self, conflict: OpenConflict) -> str:
        """What the row was called when the groups began, or its kind."""
        row = conflict.base if isinstance(conflict.base, Mapping) else self._row(conflict)
        if conflict.column in ("namn", "titel") and conflict.base:
            row = {conflict.column: conflict.base}  # type: ignore[dict-item]
        for column in ("namn", "titel", "text"):
            if row.get(column):
                text = " ".join(str(row[column]).split())
                return text if len(text) <= 60 else f"{text[:59]}…"
        table = str(row.get(LAYER) or conflict.table)
        return self._descriptions.title(RowChange(table, None, {"klass": row.get("klass"), **_plain(row)}))

    def column(self, conflict: OpenConflict, column: str) -> str:
        """What a column is called in forms."""
        return self._descriptions.column(conflict.table, column)

    def value(self, conflict: OpenConflict, column: str, value: Cell) -> str:
        """A value as forms show it; '' of nothing."""
        if value is None or value == "":
            return ""
        if isinstance(value, bytes):
            return tr("(innehåll)")
        if isinstance(value, str) and len(value) > 80:
            return value
        return self._descriptions.value(RowChange(conflict.table, None, _plain(self._row(conflict))), column, value)

    def layer(self, table: str) -> str:
        """What a layer is called."""
        found = self._snapshot.catalogue.layer(table) if self._snapshot is not None else None
        return found.namn.in_language(self._language) if found is not None else table

    def goes_along(self, conflict: OpenConflict) -> str:
        """'Då försvinner också 1 målkoppling och 2 röster.'"""
        if conflict.key.kind != OBJECT:
            return ""
        links, votes = self._rows.going_along(conflict.key.rad_id)
        parts = [tr("målkopplingar: {n}").format(n=links)] if links else []
        parts += [tr("röster: {n}").format(n=votes)] if votes else []
        return tr("Då försvinner också {what}.").format(what=joined(parts)) if parts else ""

    def _row(self, conflict: OpenConflict) -> Row:
        there = self._rows.current(conflict.key)
        sides = (each for each in (conflict.base, conflict.other, conflict.one) if isinstance(each, Mapping))
        return there if there is not None else next(sides, {})


def _plain(row: Row) -> dict[str, Cell]:
    return {name: value for name, value in row.items() if name != LAYER}
