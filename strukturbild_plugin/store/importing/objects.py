"""Objects into a strukturbild from any vector file a planner has: all that are usable in one transaction, or none."""

from __future__ import annotations

import datetime
import uuid
from pathlib import Path
from typing import Any, Mapping, Sequence

from ...catalogue.model import Catalogue, ObjectClass
from ...errors import ImportRefused
from ...feedback import Feedback, Silent, StepFeedback, stop_if_cancelled
from ...goals.model import GoalLink
from ...i18n import tr
from ..gpkg.records import ObjectRecord, Picture, Value
from ..gpkg.wkb import bounds
from ..schema.ddl import quoted
from ..schema.tables import SRID
from ..writing.transaction import reading, writing
from .crs import check_place, in_sweden, system_of, to_sweref
from .geometry import ImportedGeometry, UnusableGeometry, drawn, first_point
from .goal_codes import GoalFinder
from .point_table import point_columns
from .request import ImportReport, ImportRequest, resolved, wanted_class, wanted_picture
from .source import OpenLayer, SourceRow, open_source
from .values import LEVEL, NAME, NAMED, ROLES, STATUS, SUBTYPE, UNCERTAINTY, CellReader

_IDENTITY = uuid.UUID("5a1c6f0e-2f0f-5c8e-9a55-3d0f6f1b7e21")
_ROWS_BETWEEN_CHECKS = 50

__all__ = ["ImportReport", "ImportRequest", "import_objects"]


def import_objects(path: Path, request: ImportRequest, feedback: Feedback | None = None) -> ImportReport:
    """Import objects into the strukturbild at `path`, all that are usable in one transaction; gives what was done.

    Objects that are already there (imported before) are left out and named. Raises ImportRefused, StoreError or
    Cancelled; then nothing was written.
    """
    path, feedback = Path(path), feedback or Silent()
    with reading(path) as db:
        catalogue, pictures = db.catalogue(), db.pictures()
        goals = GoalFinder(db.goals())
    klass = wanted_class(catalogue, request.klass)
    picture = wanted_picture(pictures, request.bild_id)
    with open_source(request.source) as source:
        layer = source.layer(request.layer_name)
        work = _Import(resolved(request, catalogue, klass, layer.columns), catalogue, klass, picture, goals)
        work.read(layer, StepFeedback(feedback, 0, 85))
    stop_if_cancelled(feedback)
    return work.write(path, StepFeedback(feedback, 85, 100))


class _Import:
    """One import under way: first everything is read and judged, then everything is written."""

    def __init__(
        self, request: ImportRequest, catalogue: Catalogue, klass: ObjectClass, picture: Picture, goals: GoalFinder
    ) -> None:
        self._wish, self._klass, self._picture, self._goals = request, klass, picture, goals
        self._values = CellReader(catalogue, klass)
        self._origin = _origin(request.source)
        self._objects: dict[str, ObjectRecord] = {}
        self._rows: dict[str, str] = {}
        self._links: list[GoalLink] = []
        self._left: list[tuple[str, str]] = []
        self._notes: list[str] = []

    def read(self, layer: OpenLayer, feedback: Feedback) -> None:
        """Read every row of the layer; refuse all of it when its coordinates cannot be right."""
        self._notes += layer.notes
        rows = self._all_rows(layer, StepFeedback(feedback, 0, 30))
        system = self._system(layer, rows)
        points = [point for row in rows if (point := first_point(row.geometry)) is not None]
        if not points:
            raise ImportRefused(
                tr("Lagret ”{lager}” i {fil} har inga koordinater. En tabell behöver kolumner som heter x och y, "
                   "lon och lat, eller wkt.").format(lager=layer.name, fil=layer.source.path.name)
            )  # fmt: skip
        check_place(points, system, layer.source.path.name)
        transformation = to_sweref(system, layer.source.path.name)
        for place, row in enumerate(rows):
            if place % _ROWS_BETWEEN_CHECKS == 0:
                stop_if_cancelled(feedback)
                feedback.setProgress(30 + 70 * place / len(rows))
            try:
                self._take(row, drawn(row.geometry, transformation, tuple(self._klass.lager)))
            except UnusableGeometry as problem:
                self._leave(row, str(problem))
        feedback.setProgress(100)

    def write(self, path: Path, feedback: Feedback) -> ImportReport:
        """Write all objects and goal links at once."""
        with writing(path, self._wish.who) as db:
            known = self._already_there(db)
            fresh = [record for key, record in self._objects.items() if key not in known]
            self._left += [(self._rows[key], tr("finns redan i bilden sedan en tidigare import")) for key in known]
            new = {record.objekt_id for record in fresh}
            links = [link for link in self._links if link.objekt_id in new]
            if fresh:
                db.add_objects(fresh)
                db.add_links(links)
                db.log("import", f"{self._klass.kod}: {len(fresh)} ({self._origin[0]})")
            feedback.setProgress(80)
            stop_if_cancelled(feedback)
        feedback.setProgress(100)
        return ImportReport(len(fresh), tuple(self._left), self._all_notes(fresh), len(links))

    def _all_rows(self, layer: OpenLayer, feedback: Feedback) -> list[SourceRow]:
        rows = []
        for place, row in enumerate(layer.rows()):
            if place % _ROWS_BETWEEN_CHECKS == 0:
                stop_if_cancelled(feedback)
                feedback.setProgress(100 * place / max(layer.count, 1))
            rows.append(row)
        if not rows:
            raise ImportRefused(
                tr("Lagret ”{lager}” i {fil} är tomt.").format(lager=layer.name, fil=layer.source.path.name)
            )
        return rows

    def _system(self, layer: OpenLayer, rows: Sequence[SourceRow]) -> Any:
        """The CRS of the coordinates: as wished, as declared, or as a table's columns and values show."""
        if self._wish.crs:
            return system_of(self._wish.crs)
        if layer.system is not None or not layer.source.is_table:
            return layer.system
        columns = point_columns(layer.columns)
        if columns is None:
            return None
        if columns.degrees:
            return system_of(4326)
        points = [point for row in rows if (point := first_point(row.geometry)) is not None]
        if points and sum(in_sweden(*point) for point in points) * 10 >= len(points) * 9:
            self._notes.append(tr("Tabellen säger inget om koordinatsystem; koordinaterna lästes som SWEREF 99 TM."))
            return system_of(SRID)
        return None

    def _take(self, row: SourceRow, shape: ImportedGeometry) -> None:
        cells = {target: row.values.get(column) for target, column in self._wish.fields.items()}
        name = self._values.text(cells.get(NAME))
        identity = self._identity(row, name, shape)
        if identity in self._objects:
            self._leave(row, tr("är samma objekt som rad {rad}").format(rad=self._rows[identity]))
            return
        self._objects[identity] = ObjectRecord(
            objekt_id=identity,
            lager=self._klass.lager[shape.kind],
            klass=self._klass.kod,
            bild_id=self._picture.bild_id,
            namn=name,
            niva=self._values.code(LEVEL, cells.get(LEVEL)) or self._wish.default_level,
            undertyp=self._values.code(SUBTYPE, cells.get(SUBTYPE)),
            roller=self._values.codes(ROLES, cells.get(ROLES)),
            status=self._values.code(STATUS, cells.get(STATUS)) or self._wish.default_status,
            osakerhet=self._values.code(UNCERTAINTY, cells.get(UNCERTAINTY)) or self._wish.default_uncertainty,
            wkb=shape.wkb,
            attribut=self._attributes(cells),
        )
        self._rows[identity] = self._label(row)
        if shape.note:
            self._notes.append(f"{self._label(row)}: {shape.note}")
        if self._wish.goal_field:
            self._links += self._goals.links(identity, self._values.text(row.values.get(self._wish.goal_field)))

    def _attributes(self, cells: Mapping[str, Any]) -> dict[str, Value]:
        file, day = self._origin
        given = {code: self._values.attribute(code, cell) for code, cell in cells.items() if code not in NAMED}
        filled = {code: value for code, value in given.items() if value is not None}
        return {"kalla": file, **({"kalla_datum": day} if "kalla" not in filled else {}), **filled}

    def _identity(self, row: SourceRow, name: str, shape: ImportedGeometry) -> str:
        """The uuid of a row: the same each time it is imported into the same picture, so that it is known again."""
        if self._wish.id_field:
            mark = f"{self._origin[0]}|{self._values.text(row.values.get(self._wish.id_field))}"
        else:
            mark = f"{name}|{[round(edge) for edge in bounds(shape.wkb) or ()]}|{len(shape.wkb)}"
        return str(uuid.uuid5(_IDENTITY, f"{self._picture.bild_id}|{self._klass.kod}|{mark}"))

    def _already_there(self, db: Any) -> list[str]:
        layers = {record.lager for record in self._objects.values()}
        rows = (db.connection.execute(f"SELECT objekt_id FROM {quoted(layer)}") for layer in sorted(layers))
        known = {identity for found in rows for (identity,) in found}
        return [key for key in self._objects if key in known]

    def _leave(self, row: SourceRow, reason: str) -> None:
        self._left.append((self._label(row), reason))

    def _label(self, row: SourceRow) -> str:
        name = self._values.text(row.values.get(self._wish.fields.get(NAME, "")))
        return f"{row.number} ({name})" if name else row.number

    def _all_notes(self, taken: Sequence[ObjectRecord]) -> tuple[str, ...]:
        notes = [*self._notes, *self._values.problems(), *self._goals.problems()]
        if taken and NAME not in self._wish.fields:
            notes.append(tr("Objekten fick inga namn. Ange vilken kolumn som är namn."))
        places = [bounds(record.wkb) for record in taken if record.wkb]
        if places and not any(box and in_sweden((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in places):
            notes.append(tr("Inget av objekten ligger i Sverige. Kontrollera källans koordinatsystem."))
        return tuple(notes)


def _origin(source: str | Path) -> tuple[str, str]:
    """The name of the source and the day it was last changed."""
    path = Path(source)
    changed = datetime.datetime.fromtimestamp(path.stat().st_mtime, tz=datetime.timezone.utc)
    return path.name, changed.date().isoformat()
