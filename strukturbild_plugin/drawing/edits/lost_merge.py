"""The row that QGIS's own merge writes nowhere, put in the layer: else all that were merged are gone.

Where the form hides a layer's row number (older projects do), QGIS's dialog names row 0 as the one to keep, and gives
the shape and the values of all to it; there is none (qgis/QGIS #51977; seen in 3.22).
"""

from __future__ import annotations

from typing import Sequence

from qgis.core import QgsGeometry

from ..session.edit_buffer import add_row
from ..session.edit_session import COMMENTS, EditSession
from ..session.row_changes import RowEdit, read_rows

_NOWHERE = 0


def put_merged_row(edit_session: EditSession, code: str, text: str, rows: Sequence[RowEdit]) -> list[RowEdit]:
    """The rows of one edit, with the merged one where QGIS lost it; it belongs to the step called `text`."""
    layer, gone = edit_session.layer(code), [each for each in rows if each.before is not None and each.after is None]
    buffer = layer.editBuffer()
    if len(gone) < 2 or len(gone) < len(rows) or buffer is None:
        return list(rows)
    whole = buffer.changedGeometries().get(_NOWHERE, QgsGeometry())
    if whole.isNull() or read_rows(layer, [_NOWHERE], in_file=True) or not _holds(whole, gone):
        return list(rows)
    fields, given = layer.fields(), buffer.changedAttributeValues().get(_NOWHERE, {})
    keys = layer.primaryKeyAttributes()
    values = {fields.at(at).name(): value for at, value in given.items() if at not in keys and at < fields.count()}
    own = fields.indexOf("kommentar_id") if code == COMMENTS else -1
    if own >= 0 and not values.get("kommentar_id") and gone[0].before is not None:
        values["kommentar_id"] = gone[0].before.value(own)  # what answers and votes know it by
    with edit_session.command(text):
        fid = add_row(edit_session, code, values, whole).id()
    return [*rows, RowEdit(fid, None, read_rows(layer, [fid])[fid])]


def _holds(whole: QgsGeometry, gone: Sequence[RowEdit]) -> bool:
    """Whether all that went lies within: what is kept may be from a merge before."""
    bounds = whole.boundingBox()
    return all(bounds.contains(each.before.geometry.boundingBox()) for each in gone if each.before is not None)
