"""Making things joint in the open layers: nobody's line is lost or redrawn, and undo brings back all there was."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from qgis.core import QgsApplication

from strukturbild_plugin.checks.run import check
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.export.edition.edition import ExportRequest, export
from strukturbild_plugin.export.edition.export_preview import pictures_of
from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.compare import ADDED, REMOVED, compare_files
from strukturbild_plugin.workshop.synthesis.synthesis import Synthesis, read_synthesis
from strukturbild_plugin.workshop.synthesis.variants import variants_picture_id
from tests.gui.workshop_synthesis.helpers import joining
from tests.store.helpers import TARGET
from tests.workshop.helpers import rows
from tests.workshop.synthesis.helpers import drawn_by, named, workshop_file


def shapes(snapshot: Snapshot) -> Mapping[str, Any]:
    """The groups' own objects as they are drawn and called, but for the name of the group."""
    return {
        one.objekt_id: (one.namn.replace(f" ({one.grupp})", ""), one.grupp, one.wkb)
        for one in snapshot.objects
        if one.grupp
    }


def made_joint(path: Path, least: int = 3, reason: str = "") -> tuple[Snapshot, Synthesis]:
    """The file with what so many groups have drawn made joint, and saved."""
    snapshot, found = read_synthesis(path)
    with joining(path) as edits:
        edits.make_joint(snapshot, found, found.to_make_joint(least), reason, "sv")
        edits.session.save()
    return read_synthesis(path)


def test_what_most_groups_drew_becomes_joint_with_everybodys_goals_and_nobodys_line_is_changed(
    qgis_app: QgsApplication, tmp_path: Path
) -> None:
    path = workshop_file(tmp_path)
    before = read_snapshot(path)
    snapshot, found = made_joint(path, reason="Sagt på mötet")
    assert shapes(snapshot) == shapes(before)
    corridor = named(found, "Kil–Sunne")
    assert corridor.joint and len(corridor.groups) == 4
    joint = next(one for one in snapshot.objects if one.objekt_id == corridor.shown)
    assert (joint.grupp, joint.bild_id) == ("", TARGET)
    theirs = [link for link in before.links if link.objekt_id in {m.objekt_id for m in corridor.agreement.members}]
    goals = {link.mal_id for link in snapshot.links if link.objekt_id == joint.objekt_id}
    assert goals == {link.mal_id for link in theirs}
    assert len(theirs) == 4 and {*before.links} <= {*snapshot.links}
    nodes = {one.objekt_id for one in snapshot.objects if one.namn in ("Kil", "Sunne") and one.bild_id == TARGET}
    chain = str(joint.attribut["noder"]).strip("{}").split(",")
    assert len(nodes) == 2 and {*chain} == nodes, "det gemensamma stråket går mellan de gemensamma noderna"
    beside = variants_picture_id(TARGET)
    assert {one.bild_id for one in snapshot.objects if one.grupp in {f"Bord {n}" for n in range(1, 5)}} == {beside}
    log = [one for one in rows(path, ["logg"])["logg"] if "gemensam" in one]
    assert len(log) == 4 and all("Åsa" in one for one in log)
    assert any(
        "Stråk Kil–Sunne: 4 av 6 grupper (Bord 1, Bord 2, Bord 3 och Bord 4). Form: Bord" in str(one) for one in log
    )
    assert all("Sagt på mötet" in str(one) for one in log)


def test_the_check_finds_no_fault_in_what_is_joint_or_beside(qgis_app: QgsApplication, tmp_path: Path) -> None:
    path = workshop_file(tmp_path)
    before = {(one.regel, one.allvar) for one in check(read_snapshot(path))}
    after = {(one.regel, one.allvar) for one in check(made_joint(path)[0])}
    assert ("N03", "fel") in before, "fyra noder som heter Kil"
    assert [rule for rule, severity in after if severity == "fel"] == []


def test_the_groups_variants_are_neither_published_nor_counted_until_somebody_asks_for_them(
    qgis_app: QgsApplication, tmp_path: Path
) -> None:
    path = workshop_file(tmp_path)
    before = Path(shutil.copy(path, tmp_path / "före.gpkg"))
    snapshot, found = made_joint(path)
    beside, joint = variants_picture_id(TARGET), [one for one in found.things if one.joint]
    assert [one.bild_id for one in pictures_of(snapshot)] == [TARGET]
    assert [one.bild_id for one in pictures_of(snapshot, beside)] == [beside]
    request = ExportRequest(tmp_path / "ut", formats=("karta",), author="Åsa")
    files = export(path, request).files.values()
    assert len([one for one in files if one.suffix == ".pdf"]) == 1
    told = compare_files(before, path)
    assert told.count(ADDED) == len(joint) and told.count(REMOVED) == 0
    after = Path(shutil.copy(path, tmp_path / "efter.gpkg"))
    with writing(path, "Åsa") as db:
        db.connection.execute("UPDATE nod SET namn = namn || ' igen' WHERE bild_id = ?", (beside,))
    later = compare_files(after, path)
    assert later.objects == () and later.links == ()


def test_another_groups_line_may_be_chosen_and_a_second_time_is_refused(
    qgis_app: QgsApplication, tmp_path: Path
) -> None:
    path = workshop_file(tmp_path)
    snapshot, found = read_synthesis(path)
    wedge = named(found, "Frykenkilen")
    (third,) = wedge.objects_of("Bord 3")
    with joining(path) as edits:
        (made,) = edits.make_joint(snapshot, found, [wedge], "", "sv", third)
        edits.session.save()
        after, again = read_synthesis(path)
        by_id = {one.objekt_id: one for one in after.objects}
        assert by_id[made].wkb == by_id[third].wkb
        with pytest.raises(StoreError, match="Välj i listan igen"):
            edits.make_joint(after, again, [named(again, "Frykenkilen")], "", "sv")
        assert not edits.session.unsaved()


def test_a_late_groups_own_is_added_to_what_is_joint(qgis_app: QgsApplication, tmp_path: Path) -> None:
    path = workshop_file(tmp_path)
    made_joint(path)
    late = [replace(one, grupp="Bord 5", objekt_id=f"sen-{number}") for number, one in enumerate(drawn_by(4))]
    with writing(path, "Bord 5") as db:
        db.add_objects(late[:2])
    snapshot, found = read_synthesis(path)
    added = [one for one in found.things if one.joins]
    assert {(one.namn, one.groups) for one in added} == {("Kil", ("Bord 5",)), ("Sunne", ("Bord 5",))}
    with joining(path) as edits:
        edits.make_joint(snapshot, found, added, "", "sv")
        edits.session.save()
    after, again = read_synthesis(path)
    assert len(named(again, "Kil").groups) == 5 and named(again, "Kil").joint
    assert sum(one.klass == "nod" and one.bild_id == TARGET for one in after.objects) == 4


@settings(
    max_examples=3,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_any_steps_undone_are_as_before(qgis_app: QgsApplication, tmp_path: Path, data: st.DataObject) -> None:
    path = workshop_file(tmp_path)
    snapshot, found = read_synthesis(path)
    before = content_of(path)
    order = data.draw(st.permutations(found.things))
    with joining(path) as edits:
        steps = 0
        while order:
            several = data.draw(st.integers(1, len(order)))
            edits.make_joint(snapshot, found, order[:several], "", "sv")
            order, steps = order[several:], steps + 1
        if data.draw(st.booleans()):
            edits.session.save()
        for _step in range(steps):
            edits.session.undo()
        assert not edits.session.can_undo()
        edits.session.save()
    assert content_of(path) == before


def content_of(path: Path) -> tuple[Any, ...]:
    """All that is drawn, linked and noted."""
    snapshot = read_snapshot(path)
    noted = rows(path, ("enighet", "logg", "bild"))
    return set(map(repr, snapshot.objects)), {*snapshot.links}, snapshot.pictures, noted
