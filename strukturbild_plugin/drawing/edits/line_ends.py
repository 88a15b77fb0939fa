"""What a line says of its ends, when QGIS's own tools turn it round, cut it or give it another line's values."""

from __future__ import annotations

import math
from typing import Any, Mapping

from qgis.core import QgsGeometry

from ...store.gpkg.row_mapping import codes_to_text, text_to_codes
from ..session.edit_buffer import plain
from ..session.object_index import CHAIN, ENDS
from . import qgis_geometry as parts

TOWARDS = ("mot_start", "mot_slut")
"""Where a line goes on beyond the map, from its start and its end."""
_SAME_M = 0.01
_AT_END_M = 1.0


def turned_values(row: Mapping[str, Any], before: QgsGeometry, after: QgsGeometry) -> dict[str, object]:
    """What changes places in the row of a line that went from `before` to `after`, when that is the same line turned
    round; {} when it is not."""
    if not _is_turned(before, after):
        return {}
    values: dict[str, object] = {}
    for start, end in (ENDS, TOWARDS):
        if start in row and plain(row[start]) != plain(row[end]):
            values.update({start: plain(row[end]), end: plain(row[start])})
    nodes = text_to_codes(str(plain(row.get(CHAIN)) or ""))
    if nodes != nodes[::-1]:
        values[CHAIN] = codes_to_text(nodes[::-1])
    return values


def towards_of_piece(row: Mapping[str, Any], whole: QgsGeometry, piece: QgsGeometry) -> dict[str, object]:
    """A piece of a line that was cut goes on beyond the map only at the ends of the whole: what it no longer says."""
    lines, pieces = parts.lines_of(whole), parts.lines_of(piece)
    if not lines or not pieces:
        return {}
    apart = (math.dist(lines[0][0], pieces[0][0]), math.dist(lines[-1][-1], pieces[-1][-1]))
    return {column: None for column, far in zip(TOWARDS, apart) if plain(row.get(column)) and far > _AT_END_M}


def _is_turned(before: QgsGeometry, after: QgsGeometry) -> bool:
    """Whether one line runs as the other, the other way."""
    old, new = parts.lines_of(before), parts.lines_of(after)
    if [len(line) for line in old] != [len(line) for line in new] or len(old) != 1:
        return False
    pairs = list(zip(old[0], reversed(new[0])))
    return all(math.dist(*pair) <= _SAME_M for pair in pairs) and math.dist(old[0][0], new[0][0]) > _SAME_M
