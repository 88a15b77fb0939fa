"""The rows of a source as the objects they would be: values read, geometry made to fit, what cannot be taken named."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator, Mapping

from ...catalogue.kinds import subtype_of
from ...catalogue.model import Catalogue, ObjectClass
from ...compat import ogr
from ...feedback import Feedback, stop_if_cancelled
from ...i18n import tr
from ..gpkg.records import ObjectRecord, Picture
from ..schema.tables import extra_attributes
from .area import Outline
from .crs import to_sweref
from .crs_choice import CrsDecision
from .geometry import UnusableGeometry, UnusableKind, drawn
from .identity import IdColumn
from .layer_rows import ROWS_BETWEEN_CHECKS, LayerRows
from .matching import Draft
from .plan import LEFT, FieldValue, PlannedRow
from .request import ImportRequest
from .source import SourceRow
from .values import LEVEL, NAME, NAMED, ROLES, STATUS, SUBTYPE, UNCERTAINTY, CellReader

SOFT_LIMITS = {NAME: 60, "beskrivning": 1_000}
"""Letters of a text; longer ones are kept, and said. Other texts: _SOFT_LIMIT."""
_SOFT_LIMIT = 250


@dataclass(frozen=True)
class Context:
    """What rows are read by."""

    request: ImportRequest
    """Resolved: columns and codes as source and catalogue spell them."""
    catalogue: Catalogue
    klass: ObjectClass
    picture: Picture
    area: Outline | None
    id_column: IdColumn | None


class DraftReader:
    """Reads rows as drafts, and remembers what there is to tell."""

    def __init__(self, context: Context, path: Path) -> None:
        self._context = context
        self._cells = CellReader(context.catalogue, context.klass)
        self._origin = origin_of(path)
        self._columns = {
            layer: {attribute.kod for attribute in extra_attributes(context.catalogue, layer)}
            for layer in dict.fromkeys(context.klass.lager.values())
        }
        self._long: Counter[str] = Counter()
        self._homeless: Counter[tuple[str, str]] = Counter()
        self._misfits: Counter[tuple[str, str]] = Counter()
        self.order: dict[str, int] = {}
        """Label -> place in the source."""
        self.drafts: list[Draft] = []
        self.left: list[PlannedRow] = []
        self.notes: list[str] = []

    def read(self, layer: LayerRows, decision: CrsDecision, prefix: str, feedback: Feedback) -> None:
        """Read every row of a layer."""
        transformation = to_sweref(decision.system, self._origin[0])
        kinds = tuple(self._context.klass.lager)
        for place, row in enumerate(layer.rows):
            if place % ROWS_BETWEEN_CHECKS == 0:
                stop_if_cancelled(feedback)
                feedback.setProgress(100 * place / len(layer.rows))
            label, name = self._label(row, prefix)
            self.order.setdefault(label, len(self.order))
            try:
                if decision.swapped and row.geometry is not None:
                    row.geometry.SwapXY()
                shape = drawn(row.geometry, transformation, kinds)
            except UnusableGeometry as problem:
                kind = problem.kind if isinstance(problem, UnusableKind) else ""
                self.left.append(PlannedRow(label, name, LEFT, str(problem), kind=kind))
                continue
            if shape.note:
                self.notes.append(f"{label}: {shape.note}")
            self.drafts.append(self._draft(label, row, shape.kind, shape.wkb))

    def problems(self) -> tuple[str, ...]:
        """What to tell of the values."""
        long = (
            tr("{antal} texter i ”{kolumn}” är längre än {gräns} tecken. De togs med hela; korta dem om de ska synas.")
            .format(antal=count, kolumn=target, gräns=SOFT_LIMITS.get(target, _SOFT_LIMIT))
            for target, count in self._long.items()
        )  # fmt: skip
        homeless = (
            tr("{kolumn} finns inte i lagret {lager}; {antal} värden togs inte med.").format(
                kolumn=code, lager=layer, antal=count
            )
            for (code, layer), count in self._homeless.items()
        )
        return (*self._cells.problems(), *self._misfit_sentences(), *long, *homeless)

    def _label(self, row: SourceRow, prefix: str) -> tuple[str, str]:
        name = self._cells.text(row.values.get(self._context.request.fields.get(NAME, "")))
        number = f"{prefix}{row.number}"
        return (f"{number} ({name})" if name else number), name

    def _draft(self, label: str, row: SourceRow, kind: str, wkb: bytes) -> Draft:
        request, context = self._context.request, self._context
        layer = context.klass.lager[kind]
        given = self._given(row, layer)
        file, day = self._origin
        attributes = {code: value for code, value in given.items() if code not in NAMED}
        dated = {} if "kalla" in given else {"kalla_datum": day}
        level, subtype = self._kind(str(given.get(LEVEL, request.default_level)), str(given.get(SUBTYPE, "")))
        if LEVEL in given:
            kept = {code: value for code, value in given.items() if code != LEVEL or level}
            given = {**kept, SUBTYPE: subtype} if subtype else kept
        record = ObjectRecord(
            objekt_id="",
            lager=layer,
            klass=context.klass.kod,
            bild_id=context.picture.bild_id,
            namn=str(given.get(NAME, "")),
            niva=level,
            undertyp=subtype,
            roller=_codes(given.get(ROLES)),
            status=str(given.get(STATUS, request.default_status)),
            osakerhet=str(given.get(UNCERTAINTY, request.default_uncertainty)),
            wkb=wkb,
            attribut={"kalla": file, **dated, **attributes},  # type: ignore[dict-item]
        )
        area = context.area
        return Draft(
            label,
            record,
            given,
            row.values.get(context.id_column.column) if context.id_column else None,
            self._cells.text(row.values.get(request.goal_field)) if request.goal_field else "",
            outside=area is not None and not area.touches(ogr.CreateGeometryFromWkb(wkb)),
        )

    def _kind(self, level: str, subtype: str) -> tuple[str, str]:
        """Level and subtype that go together: a level that one subtype alone has says which it is.

        One that the subtype does not have is left out, and told of.
        """
        found = self._context.klass.level(level)
        if found is None or found.fits(subtype):
            return level, subtype
        if not subtype and subtype_of(found):
            return level, subtype_of(found)
        self._misfits[level, subtype] += 1
        return "", subtype

    def _misfit_sentences(self) -> Iterator[str]:
        klass = self._context.klass
        levels = {one.kod: one for one in klass.nivaer}
        names = {one.kod: one.namn.sv for one in klass.undertyper}
        for (level, subtype), count in self._misfits.items():
            allowed = ", ".join(names[kod] for kod in levels[level].undertyper if kod in names)
            said = tr(
                "Nivån ”{niva}” gäller bara undertypen {rätt}. Den lämnades tom för {antal} objekt av ”{undertyp}”."
            )
            other = names.get(subtype) or tr("inget valt")
            yield said.format(niva=levels[level].namn.sv, rätt=allowed, antal=count, undertyp=other)

    def _given(self, row: SourceRow, layer: str) -> Mapping[str, FieldValue]:
        """What the row says, by target; what is empty or not understood is left out."""
        found: dict[str, FieldValue] = {}
        for target, column in self._context.request.fields.items():
            value = self._value(target, row.values.get(column))
            if value is None or value in ("", ()):
                continue
            if target not in NAMED and target not in self._columns[layer]:
                self._homeless[target, layer] += 1
                continue
            if isinstance(value, str) and len(value) > SOFT_LIMITS.get(target, _SOFT_LIMIT):
                self._long[target] += 1
            found[target] = value
        return found

    def _value(self, target: str, cell: Any) -> FieldValue:
        if target == NAME:
            return self._cells.text(cell)
        if target == ROLES:
            return self._cells.codes(target, cell)
        if target in NAMED:
            return self._cells.code(target, cell)
        return self._cells.attribute(target, cell)


def origin_of(source: str | Path) -> tuple[str, str]:
    """The name of the source and the day it was last changed."""
    path = Path(source)
    changed = datetime.datetime.fromtimestamp(path.stat().st_mtime, tz=datetime.timezone.utc)
    return path.name, changed.date().isoformat()


def _codes(value: FieldValue) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
