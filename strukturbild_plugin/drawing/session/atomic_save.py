"""All open layers saved in ONE transaction: our own write of their edit buffers, which are then emptied. Main thread.

QGIS saves layer by layer: when it dies in between, half of a step that reaches over several layers is in the file.
"""

from __future__ import annotations

import sqlite3
import traceback
from pathlib import Path
from typing import Callable, Iterable, Sequence

from qgis.core import Qgis, QgsMessageLog, QgsVectorLayer

from ...errors import ForeignParts, StoreError
from ...i18n import tr
from ...store.gpkg.error_messages import locked
from ...store.gpkg.write_lock import is_locked, make_whole
from ...store.qgis_project.layers import table_of
from ...store.writing.dependent_rows import DependentRows
from ...store.writing.layer_writer import TableEdits, TableRefused, write_edits
from .layer_history import LayerHistory
from .ogr_values import edits_of

Check = Callable[[sqlite3.Connection], None]


def save_layers(layers: Sequence[QgsVectorLayer], first: Sequence[str] = (), check: Check | None = None) -> None:
    """Write the edits of all `layers` of one file, and go on editing; the tables in `first` are written first.

    `check`: as in layer_writer.write_edits; what only QGIS can write is written without it. In one transaction, but for
    what only QGIS can write. Never waits for another program. Raises StoreError naming the layers that could not be
    written; their edits are kept.
    """
    paths = {Path(table_of(one)[0]) for one in layers if one.isModified()}
    if not save_together(layers, first, check):
        busy = next(filter(is_locked, paths), None)
        if busy is not None:
            raise StoreError(locked(busy))
        refused = [
            _refused(layer, (layer.commitErrors() or [tr("okänt fel")])[-1].strip())
            for layer in sorted(layers, key=lambda one: table_of(one)[1] not in first)
            if layer.isModified() and not layer.commitChanges(False)
        ]
        if refused:
            raise StoreError("\n".join(map(str, refused)))
    for path in paths:
        make_whole(path)


def _refused(layer: QgsVectorLayer, reason: str) -> StoreError:
    sentence = tr("Ändringarna i lagret {layer} kunde inte sparas: {reason}")
    return StoreError(sentence.format(layer=layer.name(), reason=reason))


def save_together(layers: Iterable[QgsVectorLayer], first: Sequence[str] = (), check: Check | None = None) -> bool:
    """Write the edits of all `layers` of one file, and go on editing; the tables in `first` are written first.

    False, and nothing is done, when they hold something that only QGIS can write. Raises StoreError with the reason;
    then nothing is in the file, and the edits are kept. Never waits for another program.
    """
    modified = sorted((one for one in layers if one.isModified()), key=lambda one: table_of(one)[1] not in first)
    paths = {table_of(one)[0] for one in modified}
    if len(paths) != 1:
        return not paths
    collected: list[tuple[TableEdits, list[int]]] = []
    for layer in modified:
        ready = layer.isEditable() and not layer.isEditCommandActive() and LayerHistory.of(layer).can_take_over()
        found = edits_of(layer) if ready else None
        if found is None:
            return False
        collected.append(found)
    try:
        kept = _taken_with(modified, [edits for edits, _new in collected])
        written = write_edits(Path(paths.pop()), [edits for edits, _new in collected], kept, check)
    except ForeignParts:  # QGIS lets what others have put into the file run; we do not
        return False
    except TableRefused as error:
        layer = next(one for one in modified if table_of(one)[1] == error.table)
        raise _refused(layer, str(error)) from error
    for layer, (edits, new) in zip(modified, collected):
        try:
            LayerHistory.of(layer).take_over(dict(zip(new, written.fids[edits.table])), written.taken)
        except Exception:  # noqa: BLE001 - a fault of ours: what is in the file must not be written there once more
            QgsMessageLog.logMessage(traceback.format_exc(), "Strukturbild", Qgis.MessageLevel.Critical)
            _show_the_file(layer)
    return True


def _taken_with(layers: Sequence[QgsVectorLayer], edits: Iterable[TableEdits]) -> dict[str, DependentRows]:
    """What went with the objects that are added again, when each was deleted from its own layer the last time."""
    found: dict[str, DependentRows] = {}
    for layer, one in zip(layers, edits):
        taken = LayerHistory.of(layer).dependents.taken
        added = (str(row.get("objekt_id")) for row in one.added)
        found.update((objekt_id, taken[objekt_id]) for objekt_id in added if objekt_id in taken)
    return found


def _show_the_file(layer: QgsVectorLayer) -> None:
    """The edits are in the file: forget them here, and the layer's steps with them."""
    layer.rollBack()
    layer.dataProvider().reloadData()
    layer.startEditing()
