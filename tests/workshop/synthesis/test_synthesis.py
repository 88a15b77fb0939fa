"""The synthesis of a workshop: the same whatever the order, with names, groups that count, and a table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from qgis.core import QgsApplication

from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.workshop.merge import merge_copies
from strukturbild_plugin.workshop.start import Group, WorkshopPlan, start_workshop
from strukturbild_plugin.workshop.synthesis.agreement import ALTERNATIVE
from strukturbild_plugin.workshop.synthesis.drawing_groups import DrawingGroup
from strukturbild_plugin.workshop.synthesis.name_likeness import NameMatch
from strukturbild_plugin.workshop.synthesis.synthesis import (
    JointRow,
    read_synthesis,
    synthesis_of,
    synthesis_tables,
)
from strukturbild_plugin.workshop.synthesis.synthesis_texts import groups_text, summary, table_rows, thing_name
from strukturbild_plugin.workshop.synthesis.tolerances import (
    CLASS_FACTORS,
    LEAST_LIKENESS,
    MUCH_ALIKE,
    NAME_FACTORS,
    TOLERANCES_M,
    tolerance_m,
)
from strukturbild_plugin.workshop.synthesis.variants import variants_picture_id
from tests.counting import growth, python_steps
from tests.store.helpers import ROOT, TARGET, TODAY, line, new_file, point, square, thing
from tests.workshop.synthesis.helpers import drawn_by, found_in, named, workshop_file

GROUPS = tuple(DrawingGroup(f"g{number}", f"Bord {number}", "#000000") for number in range(1, 7))


@pytest.fixture(scope="module")
def empty(qgis_app: QgsApplication, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return read_snapshot(new_file(tmp_path_factory.mktemp("syntes")))


def test_a_merged_workshop_in_words(qgis_app: QgsApplication, tmp_path: Path) -> None:
    snapshot, found = read_synthesis(workshop_file(tmp_path))
    said = {thing_name(snapshot, one, "sv"): groups_text(one, len(found.groups)) for one in found.things}
    assert said == {
        "Nod Kil": "4 av 6 grupper",
        "Nod Sunne": "4 av 6 grupper",
        "Stråk Kil–Sunne": "4 av 6 grupper",
        "Grön kil Frykenkilen": "3 av 6 grupper",
        "Grön kil Örebrokilen": "bara Bord 6",
        "Stråk Karlskoga–Hällefors": "bara Bord 5",
    }
    assert summary(found) == "6 grupper har ritat: 4 objekt har ritats av flera grupper, 2 av bara en."
    wedge = next(row for row in table_rows(snapshot, found, "sv") if row[1] == "Frykenkilen")
    assert wedge[:6] == ("Grön kil", "Frykenkilen", "Målbild", 3, 6, "Bord 1, Bord 2, Bord 3")
    assert wedge[7:9] == ("Bord 3", "nej") and 50 <= int(wedge[6]) < 80
    assert [one.namn for one in found.groups] == [f"Bord {number}" for number in range(1, 7)]


def test_a_group_whose_file_is_not_in_is_not_counted(
    qgis_app: QgsApplication, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    main = new_file(tmp_path)
    plan = WorkshopPlan("Målbild", tuple(Group(f"Bord {number}") for number in range(1, 3)))
    files = start_workshop(main, tmp_path, plan, "anna").files
    with writing(files[0], "Bord 1") as db:
        db.add_objects(drawn_by(1))
    early = merge_copies(main, files[:1], tmp_path / "tidig.gpkg").path
    assert [one.namn for one in found_in(early).groups] == ["Bord 1"]
    assert synthesis_tables(early) == (), "bara en grupp har ritat"
    with pytest.raises(StoreError, match="Slå ihop gruppernas filer först"):
        read_synthesis(new_file(tmp_path_factory.mktemp("ny")))


@settings(phases=(Phase.explicit, Phase.generate), max_examples=60)
@given(st.data())
def test_the_order_of_rows_and_of_groups_does_not_matter(empty: Snapshot, data: st.DataObject) -> None:
    places = st.tuples(st.integers(400_000, 430_000), st.integers(6_600_000, 6_630_000))
    drawn = []
    for number in range(data.draw(st.integers(2, 12))):
        (x, y), grupp = data.draw(places), f"Bord {data.draw(st.integers(1, 6))}"
        kind = data.draw(st.sampled_from("nly"))
        namn, ident = data.draw(st.sampled_from(("", "A", "B"))), {"objekt_id": f"o{number:02}", "grupp": grupp}
        if kind == "n":
            drawn.append(thing("nod", "nod", namn, point((x, y)), **ident))
        elif kind == "l":
            drawn.append(thing("strak", "strak", namn, line((x, y), (x + 20_000, y + 3_000)), **ident))
        else:
            drawn.append(thing("gron_bla_yta", "gron_kil", namn, square(x, y, 15_000), **ident))
    joint = [JointRow("o00", "Bord 1", "o01", 0.9)] if data.draw(st.booleans()) else []
    first = synthesis_of(replace(empty, objects=tuple(drawn)), GROUPS, joint)
    again = synthesis_of(
        replace(empty, objects=tuple(data.draw(st.permutations(drawn)))), data.draw(st.permutations(GROUPS)), joint
    )
    assert first.things == again.things
    counted = [member.objekt_id for one in first.things for member in one.agreement.members]
    assert sorted(counted) == sorted({one.objekt_id for one in drawn} - {one.objekt_id for one in joint})


def test_a_late_group_joins_what_is_joint_and_the_kept_variants_are_not_counted_again(empty: Snapshot) -> None:
    joint, own = (
        thing("nod", "nod", "Kil", point((410_000, 6_600_000))),
        thing("nod", "nod", "", point((411_000, 6_600_000))),
    )
    own = replace(own, grupp="Bord 1", bild_id=variants_picture_id(TARGET))
    late = replace(thing("nod", "nod", "Kihl", point((412_000, 6_600_000))), grupp="Bord 6")
    other = replace(own, objekt_id="annan", grupp="Bord 2")
    rows = [JointRow(joint.objekt_id, "Bord 1", own.objekt_id, 0.9)]
    found = synthesis_of(replace(empty, objects=(joint, own, late, other)), GROUPS, rows)
    assert [(one.namn, one.joint, one.joins, one.groups) for one in found.things] == [
        ("Kil", True, "", ("Bord 1", "Bord 6")),
        ("Kihl", False, joint.objekt_id, ("Bord 6",)),
    ]
    assert found.to_make_joint(1) == () and named(found, "Kil").objects_of("Bord 1") == (own.objekt_id,)


def test_what_is_joint_is_counted_anew_from_what_is_drawn_now(empty: Snapshot) -> None:
    joint = thing("nod", "nod", "Kil", point((410_000, 6_600_000)))
    own = {
        number: replace(
            thing("nod", "nod", f"Kil (Bord {number})", point((410_000 + away, 6_600_000))),
            grupp=f"Bord {number}",
            bild_id=variants_picture_id(TARGET),
        )
        for number, away in ((1, 0), (2, 3_600), (3, 9_000))
    }
    again = replace(thing("nod", "nod", "Kihl", point((410_900, 6_600_000))), grupp="Bord 1")
    rows = [JointRow(joint.objekt_id, one.grupp, one.objekt_id, 1.0) for one in own.values()]
    found = synthesis_of(replace(empty, objects=(joint, *own.values(), again)), GROUPS, rows)
    assert named(found, "Kil").groups == ("Bord 1", "Bord 2"), "Bord 3 har flyttat sin"
    members = {one.grupp: one for one in named(found, "Kil").agreement.members}
    assert members["Bord 2"].kind == ALTERNATIVE and 0.7 < members["Bord 2"].likeness < MUCH_ALIKE
    assert named(found, "Kihl").joins == "", "Bord 1 står redan bakom med en annan nod"
    renamed = synthesis_of(replace(empty, objects=(replace(joint, namn="Fryken"), *own.values())), GROUPS, rows)
    assert named(renamed, "Fryken").groups == ("Bord 1", "Bord 2"), "ett nytt namn skiljer dem inte"


def test_tolerances_follow_scale_and_class(empty: Snapshot) -> None:
    assert tolerance_m("strak", "storregional") > tolerance_m("strak", "regional") > tolerance_m("strak", "nargeografi")
    assert tolerance_m("samband", "regional") > tolerance_m("strak", "regional") > tolerance_m("bytespunkt", "regional")
    near = [
        replace(thing("nod", klass, "", point((410_000 + 2_900 * number, 6_600_000))), grupp=f"Bord {number}")
        for klass in ("nod", "bytespunkt")
        for number in (1, 2)
    ]
    several = synthesis_of(replace(empty, objects=tuple(near)), GROUPS).of_several()
    assert [one.agreement.klass for one in several] == ["nod"]
    assert synthesis_of(replace(empty, objects=(near[0], replace(near[1], bild_id=TODAY))), GROUPS).of_several() == ()


def test_the_page_for_users_says_the_tolerances_that_hold() -> None:
    page = (ROOT / "docs" / "enighet-mellan-grupper.md").read_text(encoding="utf-8")
    for name, scale in (("storregional", "storregional"), ("regional", "regional"), ("närgeografi", "nargeografi")):
        assert f"| {name} | {TOLERANCES_M[scale] / 1000:g} km |".replace(".", ",") in page
    assert {*CLASS_FACTORS.values()} == {1.5, 0.5} and "gånger 1,5" in page and "gäller hälften" in page
    assert NAME_FACTORS[NameMatch.SAME] == 1.5 and "samma namn är toleransen gånger 1,5" in page
    assert NAME_FACTORS[NameMatch.DIFFERENT] == 0.25 and "olika namn gäller en fjärdedel" in page
    assert f"minst {LEAST_LIKENESS:.0%} lika".replace("%", " %") in page and f"Från {MUCH_ALIKE:.0%}"[:-1] in page


def test_the_work_grows_with_what_is_drawn(empty: Snapshot) -> None:
    def work(count: int) -> int:
        drawn = [
            replace(
                thing("nod", "nod", "", point((300_000 + 60_000 * (n // 3), 6_400_000 + 900 * (n % 3)))), grupp=grupp
            )
            for n in range(count)
            for grupp in (f"Bord {n % 3 + 1}",)
        ]
        snapshot = replace(empty, objects=tuple(drawn))
        return python_steps(lambda: synthesis_of(snapshot, GROUPS))

    assert growth(work, 60) < 1.15
