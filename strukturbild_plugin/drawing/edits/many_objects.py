"""Several objects at once: what they have in common, and changing it in all of them in one undo step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from qgis.core import QgsFeature, QgsFeatureRequest

from ...i18n import tr
from ..session.edit_buffer import plain, write_values
from ..session.edit_session import EditSession


def rows_of(edit_session: EditSession, ids: Iterable[str]) -> dict[str, QgsFeature]:
    """The rows of objects, without geometry, by objekt_id in the order of `ids`; what is not there is left out."""
    known = [one for one in map(edit_session.objects.get, ids) if one is not None]
    rows: dict[tuple[str, int], QgsFeature] = {}
    for code in {one.lager for one in known}:
        fids = [one.fid for one in known if one.lager == code]
        request = QgsFeatureRequest().setFilterFids(fids).setFlags(QgsFeatureRequest.Flag.NoGeometry)
        rows.update({(code, row.id()): row for row in edit_session.layer(code).getFeatures(request)})
    return {one.objekt_id: rows[one.lager, one.fid] for one in known if (one.lager, one.fid) in rows}


def values_in(rows: Mapping[str, QgsFeature], column: str) -> list[object]:
    """The different values of a column in these rows, in their order; None stands for empty."""
    found = (plain(row[column]) for row in rows.values())
    return list(dict.fromkeys(None if value == "" else value for value in found))


def change_many(
    edit_session: EditSession, ids: Sequence[str], values_of: Callable[[QgsFeature], Mapping[str, object]]
) -> int:
    """Write what `values_of` says of each object's row, in one undo step; how many became different.

    All or none: what cannot be written in one of them is raised, and nothing is changed.
    """
    rows, changed = rows_of(edit_session, ids), 0
    with edit_session.command(tr("Ändra {number} objekt").format(number=len(rows))):
        for objekt_id, row in rows.items():
            changed += write_values(edit_session, edit_session.known(objekt_id), values_of(row))
    return changed
