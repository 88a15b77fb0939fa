"""What QGIS's own tools do to the open layers, and a look at what came of it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsPointXY, QgsVectorLayer

from strukturbild_plugin.drawing.edits.goal_links import goal_links_of
from strukturbild_plugin.drawing.session.edit_session import EditSession
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.drawing.helpers import held

NEW = (420000.0, 6600000.0)
ACROSS = [QgsPointXY(540000, 6000000), QgsPointXY(540000, 7000000)]
"""Between Örebro and Västerås."""


def the(session: EditSession, name: str) -> str:
    return next(known.objekt_id for known in session.objects.all() if known.namn == name)


def links(session: EditSession, objekt_id: str) -> int:
    return len(goal_links_of(session, objekt_id))


def rows_but_who(session: EditSession) -> list[list[str]]:
    """The nodes, without who changed them: QGIS writes that by itself."""
    rows = session.layers["nod"].getFeatures()
    return sorted([str(row[name]) for name in ("objekt_id", "klass", "bild_id", "version", "namn")] for row in rows)


@contextlib.contextmanager
def by_qgis(session: EditSession, code: str, text: str = "QGIS") -> Iterator[QgsVectorLayer]:
    layer = session.layers[code]
    if not layer.isEditable():
        layer.startEditing()
    layer.beginEditCommand(text)
    yield layer
    layer.endEditCommand()


def whole_way(session: EditSession, path: Path, before: list[tuple[object, ...]]) -> None:
    """One undo is the start, one redo the end, also with saves in between, and the file agrees."""
    after = held(session)
    assert after != before
    for save in (False, True, True):
        if save:
            session.save()
        session.undo()
        assert held(session) == before
        if save:
            session.save()
        session.redo()
        assert held(session) == after
    session.save()
    assert {one.objekt_id for one in read_snapshot(path).objects} == {
        known.objekt_id for known in session.objects.all()
    }
