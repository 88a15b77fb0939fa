"""The groups whose objects are laid over each other: those of the workshop held last, else whoever has drawn."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from ...store.gpkg.connection import dict_rows, tables_in
from ...store.gpkg.records import ObjectRecord
from ...store.schema.process_tables import WORKING_COPIES, WORKSHOP_GROUPS, WORKSHOPS
from ..participants import MERGED, place_of
from ..start import GROUP_COLOURS


@dataclass(frozen=True)
class DrawingGroup:
    """A group. `namn` is what `grupp` of its objects says."""

    grupp_id: str
    namn: str
    farg: str
    workshop_id: str = ""


def drawing_groups(connection: sqlite3.Connection, objects: Iterable[ObjectRecord]) -> tuple[DrawingGroup, ...]:
    """The groups of the last workshop whose file is in, or who have drawn; without a workshop all who have drawn.

    A group that never sent its file has not said no: it is none of those that are counted.
    """
    drawn = {one.grupp for one in objects if one.grupp}
    if {WORKSHOPS.name, WORKSHOP_GROUPS.name, WORKING_COPIES.name} <= tables_in(connection):
        workshops = sorted(dict_rows(connection, WORKSHOPS.name), key=lambda row: str(row["skapad"] or ""))
        copies = dict_rows(connection, WORKING_COPIES.name)
        merged = {row["grupp_id"] for row in copies if row["status"] == MERGED}
        rows = sorted(dict_rows(connection, WORKSHOP_GROUPS.name), key=lambda row: (place_of(row), str(row["namn"])))
        for workshop in reversed(workshops):
            own = [row for row in rows if row["workshop_id"] == workshop["workshop_id"]]
            found = [row for row in own if row["grupp_id"] in merged or row["namn"] in drawn]
            if found:
                return tuple(
                    DrawingGroup(row["grupp_id"], row["namn"], row["farg"] or _colour(row), row["workshop_id"])
                    for row in found
                )
    return tuple(
        DrawingGroup(name, name, GROUP_COLOURS[number % len(GROUP_COLOURS)])
        for number, name in enumerate(sorted(drawn, key=_by_number))
    )


def _colour(row: dict[str, object]) -> str:
    return GROUP_COLOURS[((place_of(row) or 1) - 1) % len(GROUP_COLOURS)]


def _by_number(name: str) -> list[tuple[int, str]]:
    """'Bord 2' before 'Bord 10'."""
    return [(int(part) if part.isdigit() else -1, part) for part in re.split(r"([0-9]+)", name)]
