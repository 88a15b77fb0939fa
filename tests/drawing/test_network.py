"""Lines hang on nodes: they follow, stay calm, keep what was clicked, and can be cut, joined and fanned out."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from strukturbild_plugin.drawing.edits import corridor_edits as chains
from strukturbild_plugin.drawing.edits import joint_nodes as joints
from strukturbild_plugin.drawing.edits.network import draw_corridor, draw_link, move_node, nearest_node
from strukturbild_plugin.drawing.edits.objects import NewObject, add_object, copy_to_picture, counterpart, set_values
from strukturbild_plugin.drawing.edits.qgis_geometry import lines_geometry, points_geometry
from strukturbild_plugin.drawing.session.edit_buffer import add_row
from strukturbild_plugin.drawing.session.edit_session import EditSession
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.geometry.curves import knots, reshaped, smooth_line
from tests.drawing.helpers import NODE, SAMBAND, STRAK, TOWNS, desk_on, everything, in_file, line_of, off, places_of
from tests.drawing.helpers import towns as three_towns
from tests.store.helpers import TODAY, new_file

VIA = (460000.0, 6600000.0)
NEW = (520000.0, 6600000.0)


@pytest.fixture
def edit_session(tmp_path: Path, qgis_app: QgsApplication) -> Iterator[EditSession]:
    made = desk_on(new_file(tmp_path))
    yield made
    made.close()


@pytest.fixture
def towns(edit_session: EditSession) -> list[str]:
    return three_towns(edit_session)


def one_step(edit_session: EditSession, do: Callable[[], object]) -> object:
    """What `do` gives; it must have been exactly one undo step, which undoes all of it and can be done again."""
    before = everything(edit_session)
    done = do()
    after = everything(edit_session)
    assert after != before
    edit_session.undo()
    assert everything(edit_session) == before
    edit_session.redo()
    assert everything(edit_session) == after
    return done


def turns(line: list[tuple[float, float]]) -> float:
    """The sharpest turn of a line, degrees."""
    headings = [math.atan2(b[1] - a[1], b[0] - a[0]) for a, b in zip(line, line[1:])]
    return max(abs(math.degrees((b - a + math.pi) % (2 * math.pi) - math.pi)) for a, b in zip(headings, headings[1:]))


def test_a_curve_remembers_the_points_it_was_drawn_through() -> None:
    dice = random.Random(3)
    for _ in range(300):
        points = [(400_000.0, 6_500_000.0)]
        for _ in range(dice.randint(1, 8)):
            points.append((points[-1][0] + dice.uniform(2_000, 60_000), points[-1][1] + dice.uniform(-30_000, 30_000)))
        line = smooth_line(points)
        marks = knots(line)
        assert set(points) <= {line[mark] for mark in marks} and len(marks) <= len(points) + 1
        moved = dice.randrange(len(points))
        to = (points[moved][0] + dice.uniform(-9_000, 9_000), points[moved][1] + dice.uniform(-9_000, 9_000))
        after = reshaped(line, marks, {line.index(points[moved]): to})
        assert all(off(after, point) < 1.0 for point in [*points[:moved], to, *points[moved + 1 :]])
        assert all(math.isfinite(x) and math.isfinite(y) for x, y in after)


def test_a_moved_node_leaves_the_rest_of_a_long_strak_as_it_was(edit_session: EditSession) -> None:
    places = [(400_000 + 30_000 * n, 6_500_000 + 9_000 * (n % 2)) for n in range(8)]
    path = [add_object(edit_session, NODE, points_geometry([place]), str(n)) for n, place in enumerate(places)]
    path.insert(4, (495_000.0, 6_520_000.0))  # type: ignore[arg-type]
    strak = draw_corridor(edit_session, STRAK, path, mot_slut="Oslo")
    before = line_of(edit_session, strak)
    one_step(edit_session, lambda: move_node(edit_session, path[1], (432_000, 6_515_000)))
    after = line_of(edit_session, strak)
    assert off(after, (432_000, 6_515_000)) < 0.01 and off(after, (495_000, 6_520_000)) < 0.01
    assert turns(after) < 30
    unmoved = [vertex for vertex in before if vertex[0] > 492_000]
    assert after[-len(unmoved) :] == unmoved


def test_a_line_drawn_by_hand_follows_calmly_too(edit_session: EditSession, towns: list[str]) -> None:
    wobbly = [(414_000 + 500.0 * n, 6_584_000 + 300 * math.sin(n) - 13_000 * n / 194) for n in range(195)]
    strak = add_object(edit_session, STRAK, lines_geometry([wobbly]), "Strömmat", {"noder": towns[:2]})
    one_step(edit_session, lambda: move_node(edit_session, towns[1], NEW))
    after = line_of(edit_session, strak)
    assert math.dist(after[-1], NEW) < 1_000 and after[0] == wobbly[0]
    assert after[:60] == wobbly[:60]
    assert max(math.dist(a, b) for a, b in zip(after[1:], after[2:])) < 6_000


def test_samband_keep_their_bow_and_fan_out(edit_session: EditSession, towns: list[str]) -> None:
    karlstad, orebro, _ = towns
    drawn = [
        draw_link(edit_session, SAMBAND, karlstad, orebro),
        draw_link(edit_session, SAMBAND, orebro, karlstad),
    ]
    drawn.extend(draw_link(edit_session, SAMBAND, karlstad, orebro) for _ in range(6))
    assert [len(line_of(edit_session, each)) for each in drawn[:2]] == [2, 2], (
        "the symbol set bends them, each to its right"
    )

    def tops() -> list[tuple[float, float]]:
        return [line[len(line) // 2] for line in (line_of(edit_session, each) for each in drawn)]

    gaps = [math.dist(a, b) for n, a in enumerate(tops()[2:]) for b in tops()[2:][:n]]
    assert min(gaps) > 10_000
    one_step(edit_session, lambda: move_node(edit_session, orebro, NEW))
    for each in drawn:
        ends = {tuple(round(c) for c in line_of(edit_session, each)[end]) for end in (0, -1)}
        assert ends == {TOWNS["Karlstad"], NEW}
    start, top, end = line_of(edit_session, drawn[2])[0], tops()[2], line_of(edit_session, drawn[2])[-1]
    height = math.dist(top, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)) / math.dist(start, end)
    assert height == pytest.approx(0.24, rel=0.02)
    with pytest.raises(StoreError, match="två olika"):
        draw_link(edit_session, SAMBAND, karlstad, karlstad)


def test_put_in_take_out_split_and_join(edit_session: EditSession, towns: list[str]) -> None:
    karlstad, orebro, vasteras = towns
    strak = draw_corridor(edit_session, STRAK, [karlstad, VIA, vasteras], mot_start="Oslo", mot_slut="Stockholm")
    assert edit_session.known(strak).namn == "Oslo–Stockholm"
    one_step(edit_session, lambda: chains.insert_node(edit_session, strak, orebro))
    assert edit_session.known(strak).noder == tuple(towns)
    assert off(line_of(edit_session, strak), TOWNS["Örebro"]) < 0.01 and off(line_of(edit_session, strak), VIA) < 0.01
    whole = line_of(edit_session, strak)
    first, second = one_step(edit_session, lambda: chains.split_at_node(edit_session, strak, orebro))  # type: ignore[misc]
    assert [edit_session.known(each).noder for each in (first, second)] == [(karlstad, orebro), (orebro, vasteras)]
    assert [edit_session.feature(first)[c] or "" for c in ("mot_start", "mot_slut")] == ["Oslo", ""]
    assert [edit_session.feature(second)[c] or "" for c in ("mot_start", "mot_slut")] == ["", "Stockholm"]
    assert line_of(edit_session, first) + line_of(edit_session, second)[1:] == whole
    one_step(edit_session, lambda: chains.join_corridors(edit_session, second, first))
    assert edit_session.known(second).noder == tuple(towns) and edit_session.objects.get(first) is None
    assert [edit_session.feature(second)[c] for c in ("mot_start", "mot_slut")] == ["Oslo", "Stockholm"]
    assert max(off(whole, vertex) for vertex in line_of(edit_session, second)) < 1_000
    one_step(edit_session, lambda: chains.remove_node_from(edit_session, second, orebro))
    assert (
        edit_session.known(second).noder == (karlstad, vasteras)
        and off(line_of(edit_session, second), TOWNS["Örebro"]) > 500
    )
    one_step(edit_session, lambda: chains.remove_node_from(edit_session, second, vasteras))
    with pytest.raises(StoreError, match="mellan sina ändar"):
        chains.split_at_node(edit_session, second, karlstad)


def test_a_strak_grows_at_its_end_and_branches(edit_session: EditSession, towns: list[str]) -> None:
    karlstad, orebro, vasteras = towns
    strak = draw_corridor(
        edit_session, NewObject("strak", niva="storregional", bild_id=STRAK.bild_id), [karlstad, orebro]
    )
    one_step(edit_session, lambda: chains.insert_node(edit_session, strak, vasteras))
    assert edit_session.known(strak).noder == tuple(towns) and line_of(edit_session, strak)[-1] == TOWNS["Västerås"]
    north = add_object(edit_session, NODE, points_geometry([(500_000, 6_700_000)]), "Falun")
    at_node = one_step(
        edit_session, lambda: chains.branch_from(edit_session, strak, (510_000, 6_572_000), [north], tolerance=3_000)
    )
    assert edit_session.known(str(at_node)).noder == (orebro, north)
    on_way = chains.branch_from(edit_session, strak, (460_000, 6_590_000), [north])
    assert edit_session.known(on_way).noder == (north,) and edit_session.feature(on_way)["niva"] == "storregional"
    assert min(off([line_of(edit_session, on_way)[0]], vertex) for vertex in line_of(edit_session, strak)) < 1_000
    with pytest.raises(StoreError, match="redan"):
        chains.insert_node(edit_session, strak, orebro)
    with pytest.raises(StoreError, match="inte i någon ändnod"):
        chains.join_corridors(edit_session, strak, on_way)


def test_a_line_is_pulled_between_its_nodes_and_not_off_them(edit_session: EditSession, towns: list[str]) -> None:
    strak = draw_corridor(edit_session, STRAK, towns)
    one_step(edit_session, lambda: chains.pull(edit_session, strak, (460_000, 6_577_000), VIA))
    assert all(off(line_of(edit_session, strak), place) < 0.01 for place in (*TOWNS.values(), VIA))
    assert turns(line_of(edit_session, strak)) < 20
    for place in TOWNS.values():
        with pytest.raises(StoreError, match="kopplad till noden"):
            chains.pull(edit_session, strak, place, VIA)


def test_joint_nodes_keep_lines_roles_and_goals(edit_session: EditSession, towns: list[str]) -> None:
    karlstad, orebro, vasteras = towns
    strak = draw_corridor(edit_session, STRAK, towns)
    link = draw_link(edit_session, SAMBAND, orebro, vasteras)
    set_values(edit_session, karlstad, {"roll": ("nodstad",)})
    set_values(edit_session, orebro, {"roll": ("nodstad", "hamn")})
    with edit_session.command("Mål"):
        for town, goal in ((karlstad, "m1"), (orebro, "m1"), (orebro, "m2")):
            add_row(edit_session, "objekt_mal", {"objekt_id": town, "mal_id": goal, "bidrag": 1}, points_geometry([]))
    joint = one_step(edit_session, lambda: joints.join_nodes(edit_session, [orebro, karlstad]))
    assert joint == orebro and edit_session.objects.get(karlstad) is None
    assert (edit_session.known(orebro).namn, edit_session.feature(orebro)["roll"]) == (
        "Örebro–Karlstad",
        "{nodstad,hamn}",
    )
    assert edit_session.known(strak).noder == (orebro, vasteras)
    links = [(row["objekt_id"], row["mal_id"]) for row in edit_session.layers["objekt_mal"].getFeatures()]
    assert sorted(links) == [(orebro, "m1"), (orebro, "m2")]
    move_node(edit_session, orebro, (415_000, 6_590_000), part=1)
    assert (
        line_of(edit_session, strak)[0] == (415_000, 6_590_000)
        and off(line_of(edit_session, strak), TOWNS["Örebro"]) < 0.01
    )
    kept, new = one_step(edit_session, lambda: joints.split_node(edit_session, orebro))  # type: ignore[misc]
    assert (edit_session.known(kept).namn, edit_session.known(new).namn) == ("Örebro", "Karlstad")
    assert edit_session.known(strak).noder == (new, kept, vasteras)
    assert edit_session.known(link).singles == {"fran_id": kept, "till_id": vasteras}


def test_a_copy_in_another_picture_hangs_on_that_pictures_nodes(edit_session: EditSession, towns: list[str]) -> None:
    there = copy_to_picture(edit_session, towns[0], TODAY)
    strak = draw_corridor(edit_session, STRAK, towns[:2])
    copy = str(one_step(edit_session, lambda: copy_to_picture(edit_session, strak, TODAY)))
    orebro = counterpart(edit_session, towns[1], TODAY)
    assert edit_session.known(copy).noder == (there, orebro) and edit_session.known(copy).ursprung_id == strak
    assert edit_session.known(orebro).ursprung_id == towns[1] and edit_session.known(orebro).bild_id == TODAY
    move_node(edit_session, orebro, NEW)
    assert line_of(edit_session, copy)[-1] == NEW != line_of(edit_session, strak)[-1]
    with pytest.raises(StoreError, match="redan"):
        copy_to_picture(edit_session, strak, TODAY)


def test_snapping_finds_the_nearest_node_as_they_come_and_go(edit_session: EditSession, towns: list[str]) -> None:
    beside = (TOWNS["Örebro"][0] + 900, TOWNS["Örebro"][1])
    assert nearest_node(edit_session, beside, 1_000) == towns[1]
    assert nearest_node(edit_session, beside, 800) == "" == nearest_node(edit_session, beside, 1_000, bild_id=TODAY)
    closer = add_object(edit_session, NODE, points_geometry([beside]), "Nora")
    assert nearest_node(edit_session, beside, 1_000) == closer
    edit_session.undo()
    move_node(edit_session, towns[1], NEW)
    assert nearest_node(edit_session, beside, 1_000) == "" and nearest_node(edit_session, NEW, 10) == towns[1]
    edit_session.undo()
    edit_session.save()
    assert nearest_node(edit_session, beside, 1_000) == towns[1]


def test_everything_also_works_on_the_worked_example(example_file: Path, qgis_app: QgsApplication) -> None:
    edit_session = desk_on(example_file)
    before = in_file(example_file)
    hub = max((known for known in edit_session.objects.all() if known.places),
              key=lambda known: len(edit_session.objects.tied_to(known.objekt_id)))  # fmt: skip
    tied = edit_session.objects.tied_to(hub.objekt_id)
    assert len(tied) >= 3
    x, y = hub.places[0]
    one_step(edit_session, lambda: move_node(edit_session, hub.objekt_id, (x + 8_000, y - 6_000)))
    for known in tied:
        assert off(line_of(edit_session, known.objekt_id), (x + 8_000, y - 6_000)) < 2.0, known.namn
    edit_session.save()
    after = in_file(example_file)
    assert {name for name in after if after[name] != before[name]} == {hub.namn, *(known.namn for known in tied)}
    assert places_of(edit_session, hub.objekt_id)[0] == (x + 8_000, y - 6_000)
    edit_session.close()
