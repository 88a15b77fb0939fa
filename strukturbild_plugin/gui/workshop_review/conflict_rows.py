"""The conflicts of the open strukturbild and the rows they are about, edits included; decisions made in its layers.

Main thread only.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Mapping, Sequence

from qgis.core import QgsExpression, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, Qt

from ...drawing.edits import qgis_geometry as parts
from ...drawing.edits.fixes import apply_fix
from ...drawing.edits.network import follow
from ...drawing.edits.objects import as_multi, copy_row, delete_object
from ...drawing.session.edit_buffer import (
    add_row,
    audit,
    carry_links,
    column_index,
    delete_rows,
    new_identity,
    rows_about,
    write_cells,
)
from ...drawing.session.edit_session import GOAL_LINKS, VOTES, EditSession
from ...drawing.session.object_index import ENDS, NODES
from ...drawing.session.row_codec import as_geometry, as_value, cells_of
from ...errors import StoreError
from ...i18n import tr
from ...store.geometry.curves import Point
from ...store.gpkg import wkb
from ...store.gpkg.proposed_edits import PullEnd
from ...store.schema.process_tables import CONFLICTS, LOG
from ...store.schema.tables import FID, GEOMETRY
from ...workshop.conflicts import GOALS, POSTPONED, WITH_GOALS
from ...workshop.decisions import (
    CHANGE,
    DELETE,
    MOVE,
    Decision,
    DecisionEdit,
    OpenConflict,
    conflict_of,
)
from ...workshop.merged_tables import LAYER, OBJECT, REFERENCES, Cell, Key, MergedTable, Row, merged_tables
from .column_texts import column_text

_LOOSE_M = 1.0
"""How far from its node the end of a link may lie, in metres. Ours."""
_CHANGED_BY = "andrad_av"


class ConflictRows:
    """Reads the layers of an edit session that has taken `konflikt` along, and writes decisions into them."""

    def __init__(self, edit_session: EditSession) -> None:
        self._session = edit_session
        self._tables = merged_tables(edit_session.catalogue)

    def is_of(self, edit_session: EditSession) -> bool:
        """Whether it reads the layers of this edit session."""
        return self._session is edit_session

    @property
    def reviewable(self) -> bool:
        """Whether the strukturbild was opened with conflicts."""
        return CONFLICTS.name in self._session.layers

    def conflicts(self) -> list[OpenConflict]:
        """All that are decided or wait, those of one object together, what is postponed last."""
        if not self.reviewable:
            return []
        layer = self._session.layer(CONFLICTS.name)
        names = layer.fields().names()
        found = [conflict_of(cells_of(one, names)) for one in layer.getFeatures()]
        return sorted(found, key=lambda one: (one.status == POSTPONED, one.key, one.konflikt_id))

    def current(self, key: Key) -> Row | None:
        """The row that is known by `key`, as it stands now; None when it is not there."""
        found = self._find(key)
        if found is None:
            return None
        code, feature = found
        cells: dict[str, Cell] = dict(cells_of(feature, [name for name in feature.fields().names() if name != FID]))
        shape = cells.pop(GEOMETRY, None)
        if self._session.layer(code).isSpatial():
            with contextlib.suppress(ValueError):
                shape = wkb.normalised(shape) if isinstance(shape, bytes) else None
            cells[GEOMETRY] = shape
        return {**cells, LAYER: code} if key.kind == OBJECT else cells

    def key_cells(self, key: Key) -> Row:
        """The columns that a row without objects is known by."""
        table = self._tables.by_name.get(key.kind)
        return dict(zip(table.key, table.key_values(key))) if table is not None else {}

    def going_along(self, objekt_id: str) -> tuple[int, int]:
        """How many goal links and votes go with an object when it is deleted."""
        links, votes = (len(rows_about(self._session, table, objekt_id)) for table in (GOAL_LINKS, VOTES))
        return links, votes

    def layer_of(self, conflict: OpenConflict) -> QgsVectorLayer | None:
        """The layer its row lies in, or would."""
        found = self._find(conflict.key)
        return self._session.layers.get(found[0] if found is not None else conflict.table)

    def make(self, decision: Decision, text: str) -> None:
        """Carry it out as one undo step called `text`. Raises StoreError, and then nothing is done."""
        with self._session.command(text):
            for edit in decision.edits:
                self._edit(edit)
            for konflikt_id, cells in decision.conflicts.items():
                fid = self._fid(CONFLICTS.name, "konflikt_id", konflikt_id)
                write_cells(self._session, CONFLICTS.name, fid, self._values(CONFLICTS.name, cells))
            for row in decision.log if LOG.name in self._session.layers else ():
                add_row(self._session, LOG.name, self._values(LOG.name, row), QgsGeometry())

    def _edit(self, edit: DecisionEdit) -> None:
        if edit.action == CHANGE:
            self._change(edit)
        elif edit.action == DELETE:
            self._delete(edit.key)
        elif edit.action == MOVE:
            self._move(edit)
        else:
            self._propose(edit)

    def _change(self, edit: DecisionEdit) -> None:
        code, feature = self._there(edit.key)
        cells = {name: value for name, value in edit.cells.items() if name != GEOMETRY}
        if self._session.author and feature.fields().indexOf(_CHANGED_BY) >= 0:
            cells[_CHANGED_BY] = self._session.author
        write_cells(self._session, code, feature.id(), self._values(code, cells))
        if GEOMETRY in edit.cells:
            self._draw(edit.key, code, feature.id(), edit.cells[GEOMETRY])

    def _draw(self, key: Key, code: str, fid: int, value: Cell) -> None:
        """Another shape; lines follow a node, a link ends at its nodes, a stråk at those it ended at."""
        layer = self._session.editing(code)
        shape = self._geometry(layer, value)
        known = self._session.objects.get(key.rad_id) if key.kind == OBJECT else None
        before = list(known.places) if known is not None else []
        held = self._held_ends(known.objekt_id) if known is not None else ()
        if not layer.changeGeometry(fid, shape, True):
            raise _refused(layer)
        if known is None:
            return
        places = parts.points_of(shape) if code == NODES else []
        if before and len(places) == len(before):
            for line in self._session.objects.tied_to(key.rad_id):
                follow(self._session, line, key.rad_id, before, places)
        ends = self._ends(key.rad_id)
        nodes = [known.singles.get(column, "") for column in ENDS]
        if held and ends:
            nodes = [node_id for _place, node_id in _beside(held, ends)]
        for last, node_id in enumerate(nodes):
            if ends and self._metres(ends[last], node_id) > _LOOSE_M:
                apply_fix(self._session, "", (PullEnd(key.rad_id, bool(last), node_id),))

    def _held_ends(self, objekt_id: str) -> tuple[tuple[Point, str], ...]:
        """Where a stråk ends, with the node it ends at; '' for an end that lies at none."""
        known, ends = self._session.known(objekt_id), self._ends(objekt_id)
        if not known.noder or not ends:
            return ()
        chain = (known.noder[0], known.noder[-1])
        near = [min(chain, key=lambda node_id: self._metres(end, node_id)) for end in ends]
        return tuple(
            (end, node_id if self._metres(end, node_id) <= _LOOSE_M else "") for end, node_id in zip(ends, near)
        )

    def _ends(self, objekt_id: str) -> tuple[Point, ...]:
        """The first and the last point of a line; none of anything else."""
        lines = parts.lines_of(self._session.feature(objekt_id).geometry())
        return (lines[0][0], lines[-1][-1]) if lines else ()

    def _metres(self, place: Point, node_id: str) -> float:
        """How far it is to a node; 0 when there is none, for then there is nothing to draw it to."""
        node = self._session.objects.get(node_id) if node_id else None
        return min((math.dist(place, each) for each in node.places), default=0.0) if node is not None else 0.0

    def _delete(self, key: Key) -> None:
        if key.kind == OBJECT:
            delete_object(self._session, key.rad_id)
            return
        code, feature = self._there(key)
        with_it = (GOAL_LINKS, *WITH_GOALS) if key.kind == GOALS else ()
        users = [count for kind in REFERENCES for count in self._users(kind, key) if kind not in (GOAL_LINKS, *with_it)]
        if any(users):
            raise StoreError(
                tr(
                    "Den används av {n} andra och kan inte tas bort. Behåll den, eller ändra de andra först och välj "
                    "sedan igen."
                ).format(n=sum(users))
            )
        for table in with_it:  # here, and not by the file when it is saved: so undo brings them back
            delete_rows(self._session, table, self._naming(table, key))
        delete_rows(self._session, code, [feature.id()])

    def _users(self, kind: str, key: Key) -> list[int]:
        """How many rows of each open table of `kind` name the row."""
        codes = [one.name for one in self._tables.tables if one.kind == kind and one.name in self._session.layers]
        return [
            sum(1 for _ in self._session.layer(code).getFeatures(_named(ref.column, key.rad_id)))
            for ref in REFERENCES[kind]
            if ref.kind == key.kind
            for code in codes
            if self._session.layer(code).fields().indexOf(ref.column) >= 0
        ]

    def _naming(self, table: str, key: Key) -> list[int]:
        """The rows of an open table that name the row."""
        layer = self._session.layers.get(table)
        if layer is None:
            return []
        columns = [ref.column for ref in REFERENCES[table] if ref.kind == key.kind]
        return sorted({row.id() for column in columns for row in layer.getFeatures(_named(column, key.rad_id))})

    def _move(self, edit: DecisionEdit) -> None:
        """The object becomes one of another layer, and keeps its identity and its goals."""
        code, feature = self._there(edit.key)
        row = {**audit(self._session.author, ""), **self._fitting(edit.table, edit.cells)}
        for name in ("skapad_av", "skapad", "grupp", "version"):
            row[name] = feature[name]
        row["objekt_id"] = edit.key.rad_id
        shape = self._geometry(self._session.layer(edit.table), edit.cells.get(GEOMETRY))
        delete_rows(self._session, code, [feature.id()])
        add_row(self._session, edit.table, row, shape)

    def _propose(self, edit: DecisionEdit) -> None:
        if edit.key.kind != OBJECT:
            self._add_file(edit)
            return
        code, _feature = self._there(edit.key)
        values = self._fitting(edit.table, edit.cells)
        if code == edit.table:
            known = self._session.known(edit.key.rad_id)
            shape = None
            if GEOMETRY in edit.cells:
                shape = self._geometry(self._session.layer(code), edit.cells[GEOMETRY])
            made = copy_row(self._session, known, values, shape)
        else:
            made = new_identity()
            row = {**audit(self._session.author, ""), **values, "objekt_id": made}
            shape = self._geometry(self._session.layer(edit.table), edit.cells.get(GEOMETRY))
            add_row(self._session, edit.table, row, shape)
        carry_links(self._session, edit.key.rad_id, made)

    def _add_file(self, edit: DecisionEdit) -> None:
        """A second file beside the one that is there; another name again when that one is taken."""
        cells, number = dict(edit.cells), 1
        stem, dot, ending = str(cells["namn"]).rpartition(".")
        table = self._tables.by_name[edit.table]
        while self._find(table.key_of(cells)) is not None:
            number += 1
            cells["namn"] = f"{stem}-{number}{dot}{ending}"
        add_row(self._session, edit.table, self._values(edit.table, cells), QgsGeometry())

    def _fitting(self, code: str, cells: Mapping[str, Cell]) -> dict[str, object]:
        """Those of a row's cells that a table has columns for."""
        fields = self._session.layer(code).fields()
        kept = {name: value for name, value in cells.items() if fields.indexOf(name) >= 0 and name != FID}
        return self._values(code, kept)

    def _values(self, code: str, cells: Mapping[str, Cell]) -> dict[str, object]:
        """Cells as the columns hold them. Raises StoreError for one that they cannot hold."""
        layer = self._session.layer(code)
        found: dict[str, object] = {}
        for name, value in cells.items():
            field = layer.fields().at(column_index(self._session, layer, name))
            try:
                found[name] = as_value(field, value)
            except ValueError as error:
                raise StoreError(
                    tr("Det valda passar inte i ”{kolumn}”. Välj något annat, eller ändra för hand.").format(
                        kolumn=column_text(code, name, tr("sv")) or tr("en uppgift")
                    )
                ) from error
        return found

    def _geometry(self, layer: QgsVectorLayer, value: Cell) -> QgsGeometry:
        try:
            shape = as_geometry(layer, value)
        except ValueError as error:
            raise StoreError(
                tr("Formen går inte att läsa. Välj något annat, eller rita om objektet för hand.")
            ) from error
        return shape if shape.isNull() else as_multi(shape)

    def _there(self, key: Key) -> tuple[str, QgsFeature]:
        found = self._find(key)
        if found is None:
            raise StoreError(tr("Raden finns inte längre. Välj ”Behåll som det är nu”."))
        return found

    def _find(self, key: Key) -> tuple[str, QgsFeature] | None:
        if key.kind == OBJECT:
            known = self._session.objects.get(key.rad_id)
            return (known.lager, self._session.feature(key.rad_id)) if known is not None else None
        table = self._tables.by_name.get(key.kind)
        layer = self._session.layers.get(key.kind)
        if table is None or layer is None:
            return None
        feature = next(layer.getFeatures(_known_by(table, key)), None)
        return (key.kind, feature) if feature is not None else None

    def _fid(self, code: str, column: str, value: str) -> int:
        feature = next(self._session.layer(code).getFeatures(_named(column, value)), None)
        if feature is None:
            raise StoreError(tr("Frågan finns inte längre. Öppna strukturbilden på nytt."))
        return int(feature.id())


def _beside(held: Sequence[tuple[Point, str]], ends: Sequence[Point]) -> Sequence[tuple[Point, str]]:
    """Those of a line's ends as they were, in the order of its `ends` now: it may have been turned round."""
    turned = held[::-1]
    straight, crossed = (sum(math.dist(end, one[0]) for end, one in zip(ends, each)) for each in (held, turned))
    return held if straight <= crossed else turned


def moment_now() -> str:
    """The time now, ISO 8601 UTC, as the file has it."""
    return str(QDateTime.currentDateTimeUtc().toString(Qt.DateFormat.ISODateWithMs))


def _known_by(table: MergedTable, key: Key) -> QgsFeatureRequest:
    pairs = zip(table.key, table.key_values(key))
    wanted = [QgsExpression.createFieldEqualityExpression(name, value) for name, value in pairs if value]
    wanted += [f"coalesce(\"{name}\", '') = ''" for name, value in zip(table.key, table.key_values(key)) if not value]
    return QgsFeatureRequest().setFilterExpression(" AND ".join(wanted))


def _named(column: str, value: str) -> QgsFeatureRequest:
    return QgsFeatureRequest().setFilterExpression(QgsExpression.createFieldEqualityExpression(column, value))


def _refused(layer: QgsVectorLayer) -> StoreError:
    return StoreError(
        tr("Lagret {layer} tog inte emot ändringen. Kontrollera att det går att redigera.").format(layer=layer.name())
    )
