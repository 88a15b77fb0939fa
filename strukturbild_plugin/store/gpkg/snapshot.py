"""One consistent reading of a whole strukturbild, without qgis."""

from __future__ import annotations

from pathlib import Path

from ...errors import StoreError
from ..schema.tables import OWN_TABLES
from .connection import missing_parts
from .error_messages import damaged, incomplete
from .reader import Reader, reading
from .records import Snapshot


def read_snapshot(path: Path) -> Snapshot:
    """Everything in the file at one moment, also while QGIS edits it. Raises StoreError."""
    with reading(path) as db:
        return snapshot_of(db)


def snapshot_of(db: Reader) -> Snapshot:
    """Everything an open reading (or writing) sees. StoreError when it holds what no strukturbild can hold."""
    try:
        return _read(db)
    except (LookupError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        missing = missing_parts(db.connection, OWN_TABLES)
        raise (incomplete(db.path, missing) if missing else StoreError(damaged(db.path))) from error


def _read(db: Reader) -> Snapshot:
    return Snapshot(
        head=db.head(),
        catalogue=db.catalogue(),
        pictures=db.pictures(),
        objects=tuple(db.objects()),
        areas=db.areas(),
        goal_sets=db.goal_sets(),
        goals=db.goals(),
        links=db.links(),
        editions=db.editions(),
        attachments=db.attachments(),
        label_places=db.label_places(),
        measures=db.measures(),
        questions=db.questions(),
        influences=db.influences(),
        counterparts=db.counterparts(),
        anchorings=db.anchorings(),
        origin=db.origin(),
        odd_cells=db.odd_cells(),
        waiting_conflicts=db.waiting_conflicts(),
    )
