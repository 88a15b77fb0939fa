"""Whatever has been done since a state: all that is different comes back in one step, and the step can be undone."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qgis.core import QgsApplication, QgsGeometry

from strukturbild_plugin.drawing.edits.objects import add_object, delete_object, set_geometry, set_values
from strukturbild_plugin.drawing.edits.qgis_geometry import points_geometry
from strukturbild_plugin.drawing.session.edit_buffer import add_row, delete_rows, rows_about
from strukturbild_plugin.drawing.session.edit_session import GOAL_LINKS, EditSession
from strukturbild_plugin.drawing.session.restore import apply_changes
from strukturbild_plugin.store.earlier_states.restore_state import usable_copy
from strukturbild_plugin.store.earlier_states.retention import OPENED
from strukturbild_plugin.store.earlier_states.state_diff import CHANGED, GONE, StateDiff, state_diff
from strukturbild_plugin.store.earlier_states.state_folder import StateFolder
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from tests.drawing.helpers import NODE, desk_on, everything
from tests.store.helpers import karlstad, new_file

ACTS = ("ta_bort", "namn", "tomt", "nivå", "flytta", "rita", "mål", "inget_mål")


def act(edit_session: EditSession, kind: str, which: int, goals: list[str]) -> None:
    """One thing that a planner does, to the object that comes at `which`."""
    objects = sorted(edit_session.objects.all(), key=lambda one: one.objekt_id)
    if kind == "rita" or not objects:
        add_object(edit_session, NODE, points_geometry([(450_000.0 + which, 6_580_000.0)]), "Ny")
        return
    known = objects[which % len(objects)]
    if kind == "ta_bort":
        delete_object(edit_session, known.objekt_id)
    elif kind == "flytta":
        shape = QgsGeometry(edit_session.feature(known.objekt_id).geometry())
        shape.translate(1000.0, 10.0 * which)
        set_geometry(edit_session, known.objekt_id, shape)
    elif kind in ("mål", "inget_mål"):
        with edit_session.command("Koppla mål"):
            delete_rows(edit_session, GOAL_LINKS, rows_about(edit_session, GOAL_LINKS, known.objekt_id))
            if kind == "mål":
                row = {"objekt_id": known.objekt_id, "mal_id": goals[which % len(goals)], "bidrag": which % 3}
                add_row(edit_session, GOAL_LINKS, row, QgsGeometry())
    else:
        value = {"namn": {"namn": f"Å {which}"}, "tomt": {"namn": ""}, "nivå": {"niva": "lokal"}}[kind]
        set_values(edit_session, known.objekt_id, value)


def since(state: Path, file: Path) -> StateDiff:
    with usable_copy(state) as copy:
        return state_diff(copy, file)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 40)), max_size=4),
    after=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 40)), min_size=1, max_size=8),
)
def test_all_that_is_different_comes_back(
    qgis_app: QgsApplication, before: list[tuple[str, int]], after: list[tuple[str, int]]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        file = new_file(Path(name))
        with writing(file) as db:
            db.add_objects(karlstad())
        goals = [goal.mal_id for goal in read_snapshot(file).goals]
        edit_session = desk_on(file)
        for kind, which in before:
            act(edit_session, kind, which, goals)
        edit_session.save()
        kept = StateFolder(Path(name) / "lagen", read_snapshot(file).head.strukturbild_id, file).keep(OPENED)
        for kind, which in after:
            act(edit_session, kind, which, goals)
        edit_session.save()
        diff, then = since(kept.path, file), everything(edit_session)
        wanted = [one.objekt_id for one in diff.objects]
        outcome = apply_changes(edit_session, edit_session.layers, "Läget", diff.changes_of(wanted), count=True)
        assert outcome.left == ()
        if outcome.steps:
            edit_session.undo()
            assert everything(edit_session) == then, "ett enda ångersteg"
            edit_session.redo()
        edit_session.save()
        left = since(kept.path, file)
        assert left.of_kind(GONE) == left.of_kind(CHANGED) == ()
        assert {one.objekt_id for one in left.objects} == {one.objekt_id for one in diff.of_kind("nytt")}
        edit_session.close()
