"""What a merge changes of the strukturbild itself, and who has not handed in: what the report says of the whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping

from ...bilingual_text import Text
from ...i18n import tr
from ...store.gpkg.connection import dict_rows, tables_in
from ...store.qgis_project.layer_styles import LABELS
from ...store.schema.process_tables import WORKING_COPIES, WORKSHOP_GROUPS
from ...store.schema.tables import HEAD
from ..apply_rows import MergedWrite
from ..merged_tables import MergedTable
from ..participants import MERGED, place_of
from ..row_merge import changed_columns

_LABELS: Mapping[str, Text] = {
    **LABELS,
    "beskrivning": Text("Syfte", "Purpose"),
    "licens": Text("Licens", "Licence"),
    "spridningstillstand": Text("Spridningstillstånd", "Permission to publish"),
    "spridningstillstand_datum": Text("Spridningstillståndets datum", "Day of the permission to publish"),
    "diarienummer": Text("Diarienummer", "Reference number"),
    "sprak": Text("Språk", "Language"),
    "op_standard": Text("Översättning till översiktsplaners ord", "Translation into the words of plans"),
}
_LONGEST = 80


def head_changes(
    writes: Iterable[MergedWrite], table: MergedTable, who: Callable[[MergedWrite, str], str]
) -> list[str]:
    """A sentence for each fact of the strukturbild that the merge has changed. `who`: whose a column is."""
    return [
        _sentence(column, one.before.get(column), one.after.get(column), who(one, column))
        for one in writes
        if one.key.kind == HEAD.name and one.before is not None and one.after is not None
        for column in table.columns
        if is_told(column) and column in changed_columns(table, one.before, one.after)
    ]


def is_told(column: str) -> bool:
    """Whether a column of the strukturbild itself is worth a word when it is another."""
    return column in _LABELS


def head_title(column: str, language: str) -> str:
    """What a column of the strukturbild itself is called."""
    return _LABELS[column].in_language(language)


def said(value: object) -> str:
    """A value of the strukturbild itself, quoted and not too long."""
    text = " ".join(str(value if value is not None else "").split())
    return f"”{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}”" if text else tr("inget")


def missing_groups(connection: sqlite3.Connection) -> list[str]:
    """The groups that have not handed in, of the workshops that others have handed in to."""
    if not {WORKING_COPIES.name, WORKSHOP_GROUPS.name} <= tables_in(connection):
        return []
    copies = [row for row in dict_rows(connection, WORKING_COPIES.name) if row["status"] == MERGED]
    workshops, there = {row["workshop_id"] for row in copies} - {None, ""}, {row["grupp_id"] for row in copies}
    groups = sorted(dict_rows(connection, WORKSHOP_GROUPS.name), key=lambda row: (place_of(row), str(row["namn"])))
    return [str(row["namn"]) for row in groups if row["workshop_id"] in workshops and row["grupp_id"] not in there]


def _sentence(column: str, before: object, after: object, who: str) -> str:
    text = tr("{fält} är nu {nu}, från {vem}. Förut: {förut}.") if who else tr("{fält} är nu {nu}. Förut: {förut}.")
    return text.format(fält=head_title(column, tr("sv")), nu=said(after), vem=who, förut=said(before))
