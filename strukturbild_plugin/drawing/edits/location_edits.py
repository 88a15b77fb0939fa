"""Where objects lie, written in the step that drew or moved them: municipalities, counties, and the border crossed."""

from __future__ import annotations

from collections.abc import Sequence

from ...i18n import tr
from ...store.create.location import LINK_LAYER, MUNICIPALITIES, location_columns, location_finder, new_values
from ..session.edit_buffer import change_value, plain
from ..session.edit_session import EditSession
from ..session.row_changes import Row, RowEdit


class LocationEdits:
    """Follows an edit session as long as it lives.

    An object that is drawn or moved gets its columns; so does one whose municipalities somebody has emptied. What has
    been written by hand stays (see store/create/location.py). Nothing is read of other objects. In a group's copy of a
    workshop nothing is filled in: it would only be one thing more for the copies to differ about.
    """

    def __init__(self, edit_session: EditSession, in_copy: bool = False) -> None:
        self._session = edit_session
        self._columns = location_columns(edit_session.catalogue)
        self._layers = {layer.kod for layer in edit_session.catalogue.lager}
        if self._columns and not in_copy:
            edit_session.fillers.append(self.fill)
            edit_session.completions.append(self._complete)

    def fill(self, code: str, rows: Sequence[RowEdit]) -> None:
        """Inside a command: write what belongs to the rows of a layer that it has changed."""
        self._write(code, self._wanted(code, rows))

    def _complete(self, code: str, _text: str, rows: list[RowEdit]) -> None:
        """After QGIS's own tools."""
        wanted = self._wanted(code, rows)
        if wanted:
            with self._session.command(tr("Fyll i berörda kommuner")):
                self._write(code, wanted)

    def _wanted(self, code: str, rows: Sequence[RowEdit]) -> dict[int, dict[str, str | None]]:
        if code not in self._layers:
            return {}
        return {row.fid: values for row in rows if (values := self._values(code, row))}

    def _write(self, code: str, wanted: dict[int, dict[str, str | None]]) -> None:
        for fid, values in wanted.items():
            layer = self._session.editing(code)
            for column, value in values.items():
                change_value(layer, fid, layer.fields().indexOf(column), value)

    def _values(self, code: str, row: RowEdit) -> dict[str, str | None]:
        if row.after is None or row.after.geometry.isNull():
            return {}
        names = self._session.columns(code)
        columns = tuple(kod for kod in self._columns if kod in names)
        stored = {kod: plain(row.after.value(names.index(kod))) for kod in columns}
        moved = row.before is None or _wkb(row.before) != _wkb(row.after)
        had = plain(row.before.value(names.index(MUNICIPALITIES))) if row.before and MUNICIPALITIES in columns else None
        emptied = bool(had) and not stored[MUNICIPALITIES]
        if not moved and not emptied:
            return {}
        finder, by_ends = location_finder(), code == LINK_LAYER
        before = finder.of(_wkb(row.before), by_ends) if row.before is not None else None
        return new_values(columns, stored, finder.of(_wkb(row.after), by_ends), before)


def _wkb(row: Row) -> bytes:
    return bytes(row.geometry.asWkb())
