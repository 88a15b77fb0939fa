"""What conflicts are about, in the words of the open strukturbild."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from qgis.core import QgsVectorLayer

from ...catalogue.table_rows import COLUMNS
from ...i18n import joined, tr
from ...store.autosave.copy_format import RowChange
from ...store.gpkg.connection import dict_rows, tables_in
from ...store.gpkg.reader import Reader
from ...store.gpkg.records import Snapshot
from ...store.schema.process_tables import WORKSHOP_GROUPS
from ...workshop.conflicts import Side
from ...workshop.decisions import OpenConflict
from ...workshop.merged_tables import LAYER, OBJECT, Cell, Key, Row
from ..recovery.change_descriptions import ChangeDescriptions
from .column_texts import column_text
from .conflict_rows import ConflictRows
from .row_names import RowNames, short

_NAMING = ("namn", "titel", "namn_sv", "namn_en", "text", "vad")
YES_NO = ("exempel", "fullstandig", "prioriterat", "gemensam", "egen")
"""Columns of tables without objects that say yes or no."""
_CODES = ("attribut", "struktur", "roller", "undertyper", "lager_punkt", "lager_linje", "lager_yta", "klass", "lista")


@dataclass(frozen=True)
class GroupColours:
    """The colours of the groups, by group."""

    by_group: Mapping[str, str]
    municipalities: frozenset[str] = frozenset()
    """Names of the groups that are municipalities."""

    @classmethod
    def of(cls, db: Reader) -> GroupColours:
        """As the file has them."""
        if WORKSHOP_GROUPS.name not in tables_in(db.connection):
            return cls({})
        rows = dict_rows(db.connection, WORKSHOP_GROUPS.name)
        municipalities = frozenset(str(row["namn"]) for row in rows if row["kommunkod"])
        return cls({str(row["grupp_id"]): str(row["farg"] or "") for row in rows}, municipalities)


class StrukturbildWords:
    """ConflictWords of the open strukturbild. `municipalities`: groups that are municipalities, by name."""

    def __init__(
        self,
        rows: ConflictRows,
        snapshot: Snapshot | None,
        layers: Mapping[str, QgsVectorLayer],
        language: str,
        municipalities: Collection[str] = (),
    ) -> None:
        self._rows, self._snapshot, self._language = rows, snapshot, language
        self._municipalities = municipalities
        self._descriptions = ChangeDescriptions(snapshot, layers, language)
        self._names = RowNames(snapshot, self._object_name, language)

    def name(self, conflict: OpenConflict) -> str:
        """What the row was called when the groups began, or what it is, to stand within a sentence."""
        row = conflict.base if isinstance(conflict.base, Mapping) else self._row(conflict)
        if conflict.column in _NAMING and conflict.base:
            row = {**row, conflict.column: conflict.base}  # type: ignore[dict-item]
        if conflict.key.kind != OBJECT:
            return self._names.name(conflict.key.kind, {**self._rows.key_cells(conflict.key), **row})
        if row.get("namn"):
            return short(row["namn"])
        klass = self._names.klass(row.get("klass"))
        return tr("ett objekt utan namn ({klass})").format(klass=klass) if klass else tr("ett objekt utan namn")

    def who(self, side: Side) -> str:
        """Whose it is: the groups, municipalities told from places of the same name."""
        if not side.vem:
            return tr("någon")
        if not side.kopia_id and side.vem == tr("huvudfilen"):
            return tr("någon i huvudfilen")
        return joined(self._group(one) for one in side.vem.split(", "))

    def _group(self, name: str) -> str:
        if name in self._municipalities and "kommun" not in name.casefold():
            return tr("kommunen {namn}").format(namn=name)
        return name

    def column(self, conflict: OpenConflict, column: str) -> str:
        """What a column is called in forms."""
        if conflict.key.kind != OBJECT:
            return column_text(conflict.key.kind, column, self._language) or tr("en uppgift")
        return self._descriptions.column(conflict.table, column)

    def value(self, conflict: OpenConflict, column: str, value: Cell) -> str:
        """A value as forms show it; '' of nothing."""
        if value is None or value == "":
            return ""
        if isinstance(value, bytes):
            return tr("en fil på {antal} kB").format(antal=max(1, round(len(value) / 1000)))
        if conflict.key.kind != OBJECT:
            if named := self._names.reference(column, value):
                return named
            if column in YES_NO and value in (0, 1):
                return tr("ja") if value else tr("nej")
            if conflict.key.kind in COLUMNS and isinstance(value, str):
                return self._of_catalogue(column, value)
        if isinstance(value, str) and len(value) > 80:
            return value
        return self._descriptions.value(RowChange(conflict.table, None, _plain(self._row(conflict))), column, value)

    def layer(self, table: str) -> str:
        """What a layer is called."""
        found = self._snapshot.catalogue.layer(table) if self._snapshot is not None else None
        return found.namn.in_language(self._language) if found is not None else tr("ett annat slag")

    def goes_along(self, conflict: OpenConflict) -> str:
        """'Då försvinner också 1 målkoppling och 2 röster.'"""
        if conflict.key.kind != OBJECT:
            return ""
        links, votes = self._rows.going_along(conflict.key.rad_id)
        parts = [tr("målkopplingar: {n}").format(n=links)] if links else []
        parts += [tr("röster: {n}").format(n=votes)] if votes else []
        return tr("Då försvinner också {what}.").format(what=joined(parts)) if parts else ""

    def _of_catalogue(self, column: str, value: str) -> str:
        """A code of the catalogue, or several, by their names; a text as it is."""
        catalogue = self._snapshot.catalogue if self._snapshot is not None else None
        if catalogue is None or column not in _CODES:
            return value
        called: dict[str, str] = {one.kod: one.namn.in_language(self._language) for one in catalogue.klasser}
        called.update((one.kod, one.namn.in_language(self._language)) for one in catalogue.attribut.values())
        called.update((one.kod, one.namn.in_language(self._language)) for one in catalogue.lager)
        called.update((one.kod, one.namn.in_language(self._language)) for one in catalogue.strukturer)
        for listed in catalogue.listor.values():
            called.update((one.kod, one.namn.in_language(self._language)) for one in listed)
        return ", ".join(called.get(code, code) for code in value.strip("{}").split(","))

    def _object_name(self, objekt_id: str) -> str:
        row = self._rows.current(Key(OBJECT, objekt_id))
        return str((row or {}).get("namn") or "")

    def _row(self, conflict: OpenConflict) -> Row:
        there = self._rows.current(conflict.key)
        sides = (each for each in (conflict.base, conflict.other, conflict.one) if isinstance(each, Mapping))
        return there if there is not None else next(sides, {})


def _plain(row: Row) -> dict[str, Cell]:
    return {name: value for name, value in row.items() if name != LAYER}
