"""What would lie outside if the strukturbild were about another area: asked before the area is changed."""

from __future__ import annotations

from dataclasses import replace
from typing import Sequence

from ...store.gpkg.records import Area, Snapshot
from ..engine.check_context import CheckContext
from .geometry_rules import is_outside


def outside(snapshot: Snapshot, areas: Sequence[Area]) -> tuple[str, ...]:
    """Ids of the objects wholly outside `areas` (EPSG:3006), as rule G03 sees it; none when there are no areas."""
    context = CheckContext(replace(snapshot, areas=tuple(areas)))
    for place, record in enumerate(snapshot.objects):
        context.set_object(place, record)
    return tuple(checked.record.objekt_id for checked in context.objects() if is_outside(context, checked))
