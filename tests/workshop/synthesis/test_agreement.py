"""What groups have drawn alike becomes one thing with a number, and nobody's line goes away."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import QgsApplication, QgsGeometry

from strukturbild_plugin.store.gpkg.records import ObjectRecord, Snapshot
from strukturbild_plugin.workshop.synthesis.agreement import ALTERNATIVE, SAME, find_agreements
from strukturbild_plugin.workshop.synthesis.likeness import likeness
from strukturbild_plugin.workshop.synthesis.name_likeness import NameMatch, compare_names
from tests.store.helpers import line, new_file, point, square, thing
from tests.workshop.helpers import content

GROUPS = tuple(f"Bord {number}" for number in range(1, 7))


@pytest.fixture(scope="module")
def empty(qgis_app: QgsApplication, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return content(new_file(tmp_path_factory.mktemp("enighet")))


def by_group(number: int, record: ObjectRecord) -> ObjectRecord:
    return replace(record, grupp=GROUPS[number])


def corridor(number: int, shift: float) -> ObjectRecord:
    places = [(420_000.0, 6_580_000.0 + shift), (460_000.0, 6_600_000.0 + shift), (500_000.0, 6_590_000.0 + shift)]
    return by_group(number, thing("strak", "strak", f"Stråk {number}", line(*places)))


def test_four_of_six_groups_drew_the_same_corridor(empty: Snapshot) -> None:
    drawn = [corridor(number, 900.0 * number) for number in range(4)]
    others = [corridor(4, 60_000.0), by_group(5, thing("nod", "nod", "Kil", point((460_000.0, 6_600_000.0))))]
    (found,) = find_agreements(replace(empty, objects=(*drawn, *others)), GROUPS)
    assert found.groups == GROUPS[:4] and found.klass == "strak"
    assert {member.objekt_id for member in found.members} == {record.objekt_id for record in drawn}
    assert found.objekt_id in {drawn[1].objekt_id, drawn[2].objekt_id}, "the middle one stands for all"
    assert {member.kind for member in found.members} == {SAME}


def test_no_chain_of_half_alike_things_becomes_one(empty: Snapshot) -> None:
    nodes = [by_group(n, thing("nod", "nod", "", point((400_000.0 + 4_000.0 * n, 6_600_000.0)))) for n in range(6)]
    for found in find_agreements(replace(empty, objects=tuple(nodes)), GROUPS):
        places = [nodes.index(next(one for one in nodes if one.objekt_id == each.objekt_id)) for each in found.members]
        assert max(places) - min(places) == 1


def test_a_variant_is_an_alternative(empty: Snapshot) -> None:
    one = by_group(0, thing("gron_bla_yta", "gron_kil", "A", square(400_000, 6_600_000, 20_000)))
    other = by_group(1, thing("gron_bla_yta", "gron_kil", "B", square(408_000, 6_600_000, 20_000)))
    (found,) = find_agreements(replace(empty, objects=(one, other)), GROUPS)
    assert sorted(member.kind for member in found.members) == [ALTERNATIVE, SAME]


def test_other_classes_pictures_and_one_group_alone_are_no_agreement(empty: Snapshot) -> None:
    here = point((450_000.0, 6_600_000.0))
    one = by_group(0, thing("nod", "nod", "A", here))
    same_group = by_group(0, thing("nod", "nod", "B", here))
    elsewhere = replace(by_group(1, thing("nod", "nod", "C", here)), bild_id=empty.pictures[1].bild_id)
    other_class = by_group(2, thing("nod", "landsbygdsnod", "D", here))
    assert find_agreements(replace(empty, objects=(one, same_group, elsewhere, other_class)), GROUPS) == ()


def village(number: int, name: str, east: float) -> ObjectRecord:
    return by_group(number, thing("nod", "landsbygdsnod", name, point((400_000.0 + east, 6_600_000.0))))


def test_neighbouring_villages_of_different_names_are_two(empty: Snapshot) -> None:
    drawn = [village(0, "Ullared", 0), village(1, "Åkulla", 2_000), village(2, "ULLARED", 6_500), village(3, "", 4_500)]
    (found,) = find_agreements(replace(empty, objects=tuple(drawn)), GROUPS)
    assert found.groups == ("Bord 1", "Bord 3", "Bord 4"), "samma namn, också en bit bort, och en utan namn"


def test_two_nodes_or_two_names_of_one_group_are_never_one_thing(empty: Snapshot) -> None:
    villages = [village(0, "", 0), village(1, "Åkulla", 100), village(1, "Gödeby", 200), village(1, "", 300)]
    (found,) = find_agreements(replace(empty, objects=tuple(villages)), GROUPS)
    assert len(found.members) == 2 and found.groups == GROUPS[:2]
    long, names = line((400_000, 6_600_000), (440_000, 6_600_000)), ("Norra banan", "Södra banan", "")
    lines = [by_group(1, thing("strak", "strak", name, long)) for name in names]
    whole = by_group(0, thing("strak", "strak", "", long))
    (found,) = find_agreements(replace(empty, objects=(*lines, whole)), GROUPS)
    called = {one.objekt_id: one.namn for one in lines}
    assert not {*names[:2]} <= {called.get(one.objekt_id) for one in found.members}
    assert all(member.likeness > 0.9 for member in found.members), "också gruppens andra del"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Kil–Sunne", "sunne - KIL", NameMatch.SAME),
        ("Stråk Kil–Sunne", "Kil–Sunne", NameMatch.SAME),
        ("Kil", "Kihl", NameMatch.UNKNOWN),
        ("Ullared", "Ullared centrum", NameMatch.UNKNOWN),
        ("Ullared", "", NameMatch.UNKNOWN),
        ("Stråk 1", "Stråk 2", NameMatch.UNKNOWN),
        ("Väg 25", "Väg 27", NameMatch.DIFFERENT),
        ("Karlstad", "Halmstad", NameMatch.DIFFERENT),
        ("Norra staden", "Södra staden", NameMatch.DIFFERENT),
    ],
)
def test_what_two_names_say(one: str, other: str, expected: NameMatch) -> None:
    assert compare_names(one, other, {"stråk", "strak"}) == compare_names(other, one, {"stråk", "strak"}) == expected


@given(st.text(max_size=12), st.text(max_size=12))
def test_names_are_compared_the_same_both_ways(one: str, other: str) -> None:
    assert compare_names(one, other) == compare_names(other, one)
    assert compare_names(one, one) != NameMatch.DIFFERENT


def test_any_order_of_the_objects_gives_the_same(empty: Snapshot) -> None:
    chance = Random(3)
    drawn = [corridor(number, chance.uniform(-6_000, 6_000)) for number in range(6)]
    first = find_agreements(replace(empty, objects=tuple(drawn)), GROUPS)
    chance.shuffle(drawn)
    assert find_agreements(replace(empty, objects=tuple(drawn)), GROUPS) == first


@given(st.integers(0, 2**32))
def test_likeness_is_the_same_both_ways_and_whole_for_a_thing_itself(number: int) -> None:
    chance = Random(number)

    def place() -> tuple[float, float]:
        return chance.uniform(400_000, 440_000), chance.uniform(6_600_000, 6_640_000)

    makers = (lambda: point(place()), lambda: line(place(), place(), place()), lambda: square(*place(), 8_000))
    make = chance.choice(makers)
    one, other = QgsGeometry(), QgsGeometry()
    one.fromWkb(make())
    other.fromWkb(make())
    assert abs(likeness(one, other, 5_000) - likeness(other, one, 5_000)) < 1e-9
    assert 0 <= likeness(one, other, 5_000) <= 1 and likeness(one, one, 5_000) == pytest.approx(1)
