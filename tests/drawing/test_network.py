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
from strukturbild_plugin.drawing.edits.network import draw_samband, draw_strak, move_node, nearest_node
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
def desk(tmp_path: Path, qgis_app: QgsApplication) -> Iterator[EditSession]:
    made = desk_on(new_file(tmp_path))
    yield made
    made.close()


@pytest.fixture
def towns(desk: EditSession) -> list[str]:
    return three_towns(desk)


def one_step(desk: EditSession, do: Callable[[], object]) -> object:
    """What `do` gives; it must have been exactly one undo step, which undoes all of it and can be done again."""
    before = everything(desk)
    done = do()
    after = everything(desk)
    assert after != before
    desk.undo()
    assert everything(desk) == before
    desk.redo()
    assert everything(desk) == after
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


def test_a_moved_node_leaves_the_rest_of_a_long_strak_as_it_was(desk: EditSession) -> None:
    path = [add_object(desk, NODE, points_geometry([(400_000 + 30_000 * n, 6_500_000 + 9_000 * (n % 2))]), str(n))
            for n in range(8)]  # fmt: skip
    path.insert(4, (495_000.0, 6_520_000.0))  # type: ignore[arg-type]
    strak = draw_strak(desk, STRAK, path, mot_slut="Oslo")
    before = line_of(desk, strak)
    one_step(desk, lambda: move_node(desk, path[1], (432_000, 6_515_000)))
    after = line_of(desk, strak)
    assert off(after, (432_000, 6_515_000)) < 0.01 and off(after, (495_000, 6_520_000)) < 0.01
    assert turns(after) < 30
    unmoved = [vertex for vertex in before if vertex[0] > 492_000]
    assert after[-len(unmoved) :] == unmoved


def test_a_line_drawn_by_hand_follows_calmly_too(desk: EditSession, towns: list[str]) -> None:
    wobbly = [(414_000 + 500.0 * n, 6_584_000 + 300 * math.sin(n) - 13_000 * n / 194) for n in range(195)]
    strak = add_object(desk, STRAK, lines_geometry([wobbly]), "Strömmat", {"noder": towns[:2]})
    one_step(desk, lambda: move_node(desk, towns[1], NEW))
    after = line_of(desk, strak)
    assert math.dist(after[-1], NEW) < 1_000 and after[0] == wobbly[0]
    assert after[:60] == wobbly[:60]
    assert max(math.dist(a, b) for a, b in zip(after[1:], after[2:])) < 6_000


def test_samband_keep_their_bow_and_fan_out(desk: EditSession, towns: list[str]) -> None:
    karlstad, orebro, _ = towns
    drawn = [draw_samband(desk, SAMBAND, karlstad, orebro), draw_samband(desk, SAMBAND, orebro, karlstad)]
    drawn.extend(draw_samband(desk, SAMBAND, karlstad, orebro) for _ in range(6))
    assert [len(line_of(desk, each)) for each in drawn[:2]] == [2, 2], "the symbol set bends them, each to its right"

    def tops() -> list[tuple[float, float]]:
        return [line[len(line) // 2] for line in (line_of(desk, each) for each in drawn)]

    gaps = [math.dist(a, b) for n, a in enumerate(tops()[2:]) for b in tops()[2:][:n]]
    assert min(gaps) > 10_000
    one_step(desk, lambda: move_node(desk, orebro, NEW))
    for each in drawn:
        ends = {tuple(round(c) for c in line_of(desk, each)[end]) for end in (0, -1)}
        assert ends == {TOWNS["Karlstad"], NEW}
    start, top, end = line_of(desk, drawn[2])[0], tops()[2], line_of(desk, drawn[2])[-1]
    height = math.dist(top, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)) / math.dist(start, end)
    assert height == pytest.approx(0.24, rel=0.02)
    with pytest.raises(StoreError, match="två olika"):
        draw_samband(desk, SAMBAND, karlstad, karlstad)


def test_put_in_take_out_split_and_join(desk: EditSession, towns: list[str]) -> None:
    karlstad, orebro, vasteras = towns
    strak = draw_strak(desk, STRAK, [karlstad, VIA, vasteras], mot_start="Oslo", mot_slut="Stockholm")
    assert desk.known(strak).namn == "Oslo–Stockholm"
    one_step(desk, lambda: chains.insert_node(desk, strak, orebro))
    assert desk.known(strak).noder == tuple(towns)
    assert off(line_of(desk, strak), TOWNS["Örebro"]) < 0.01 and off(line_of(desk, strak), VIA) < 0.01
    whole = line_of(desk, strak)
    first, second = one_step(desk, lambda: chains.split_at_node(desk, strak, orebro))  # type: ignore[misc]
    assert [desk.known(each).noder for each in (first, second)] == [(karlstad, orebro), (orebro, vasteras)]
    assert [desk.feature(first)[c] or "" for c in ("mot_start", "mot_slut")] == ["Oslo", ""]
    assert [desk.feature(second)[c] or "" for c in ("mot_start", "mot_slut")] == ["", "Stockholm"]
    assert line_of(desk, first) + line_of(desk, second)[1:] == whole
    one_step(desk, lambda: chains.join_strak(desk, second, first))
    assert desk.known(second).noder == tuple(towns) and desk.objects.get(first) is None
    assert [desk.feature(second)[c] for c in ("mot_start", "mot_slut")] == ["Oslo", "Stockholm"]
    assert max(off(whole, vertex) for vertex in line_of(desk, second)) < 1_000
    one_step(desk, lambda: chains.remove_node_from(desk, second, orebro))
    assert desk.known(second).noder == (karlstad, vasteras) and off(line_of(desk, second), TOWNS["Örebro"]) > 500
    one_step(desk, lambda: chains.remove_node_from(desk, second, vasteras))
    with pytest.raises(StoreError, match="mellan sina ändar"):
        chains.split_at_node(desk, second, karlstad)


def test_a_strak_grows_at_its_end_and_branches(desk: EditSession, towns: list[str]) -> None:
    karlstad, orebro, vasteras = towns
    strak = draw_strak(desk, NewObject("strak", niva="storregional", bild_id=STRAK.bild_id), [karlstad, orebro])
    one_step(desk, lambda: chains.insert_node(desk, strak, vasteras))
    assert desk.known(strak).noder == tuple(towns) and line_of(desk, strak)[-1] == TOWNS["Västerås"]
    north = add_object(desk, NODE, points_geometry([(500_000, 6_700_000)]), "Falun")
    at_node = one_step(desk, lambda: chains.branch_from(desk, strak, (510_000, 6_572_000), [north], tolerance=3_000))
    assert desk.known(str(at_node)).noder == (orebro, north)
    on_way = chains.branch_from(desk, strak, (460_000, 6_590_000), [north])
    assert desk.known(on_way).noder == (north,) and desk.feature(on_way)["niva"] == "storregional"
    assert min(off([line_of(desk, on_way)[0]], vertex) for vertex in line_of(desk, strak)) < 1_000
    with pytest.raises(StoreError, match="redan"):
        chains.insert_node(desk, strak, orebro)
    with pytest.raises(StoreError, match="inte i någon ändnod"):
        chains.join_strak(desk, strak, on_way)


def test_a_line_is_pulled_between_its_nodes_and_not_off_them(desk: EditSession, towns: list[str]) -> None:
    strak = draw_strak(desk, STRAK, towns)
    one_step(desk, lambda: chains.pull(desk, strak, (460_000, 6_577_000), VIA))
    assert all(off(line_of(desk, strak), place) < 0.01 for place in (*TOWNS.values(), VIA))
    assert turns(line_of(desk, strak)) < 20
    for place in TOWNS.values():
        with pytest.raises(StoreError, match="sitter fast"):
            chains.pull(desk, strak, place, VIA)


def test_joint_nodes_keep_lines_roles_and_goals(desk: EditSession, towns: list[str]) -> None:
    karlstad, orebro, vasteras = towns
    strak = draw_strak(desk, STRAK, towns)
    link = draw_samband(desk, SAMBAND, orebro, vasteras)
    set_values(desk, karlstad, {"roll": ("nodstad",)})
    set_values(desk, orebro, {"roll": ("nodstad", "hamn")})
    with desk.command("Mål"):
        for town, goal in ((karlstad, "m1"), (orebro, "m1"), (orebro, "m2")):
            add_row(desk, "objekt_mal", {"objekt_id": town, "mal_id": goal, "bidrag": 1}, points_geometry([]))
    joint = one_step(desk, lambda: joints.join_nodes(desk, [orebro, karlstad]))
    assert joint == orebro and desk.objects.get(karlstad) is None
    assert (desk.known(orebro).namn, desk.feature(orebro)["roll"]) == ("Örebro–Karlstad", "{nodstad,hamn}")
    assert desk.known(strak).noder == (orebro, vasteras)
    links = [(row["objekt_id"], row["mal_id"]) for row in desk.layers["objekt_mal"].getFeatures()]
    assert sorted(links) == [(orebro, "m1"), (orebro, "m2")]
    move_node(desk, orebro, (415_000, 6_590_000), part=1)
    assert line_of(desk, strak)[0] == (415_000, 6_590_000) and off(line_of(desk, strak), TOWNS["Örebro"]) < 0.01
    kept, new = one_step(desk, lambda: joints.split_node(desk, orebro))  # type: ignore[misc]
    assert (desk.known(kept).namn, desk.known(new).namn) == ("Örebro", "Karlstad")
    assert desk.known(strak).noder == (new, kept, vasteras)
    assert desk.known(link).singles == {"fran_id": kept, "till_id": vasteras}


def test_a_copy_in_another_picture_hangs_on_that_pictures_nodes(desk: EditSession, towns: list[str]) -> None:
    there = copy_to_picture(desk, towns[0], TODAY)
    strak = draw_strak(desk, STRAK, towns[:2])
    copy = str(one_step(desk, lambda: copy_to_picture(desk, strak, TODAY)))
    orebro = counterpart(desk, towns[1], TODAY)
    assert desk.known(copy).noder == (there, orebro) and desk.known(copy).ursprung_id == strak
    assert desk.known(orebro).ursprung_id == towns[1] and desk.known(orebro).bild_id == TODAY
    move_node(desk, orebro, NEW)
    assert line_of(desk, copy)[-1] == NEW != line_of(desk, strak)[-1]
    with pytest.raises(StoreError, match="redan"):
        copy_to_picture(desk, strak, TODAY)


def test_snapping_finds_the_nearest_node_as_they_come_and_go(desk: EditSession, towns: list[str]) -> None:
    beside = (TOWNS["Örebro"][0] + 900, TOWNS["Örebro"][1])
    assert nearest_node(desk, beside, 1_000) == towns[1]
    assert nearest_node(desk, beside, 800) == "" == nearest_node(desk, beside, 1_000, bild_id=TODAY)
    closer = add_object(desk, NODE, points_geometry([beside]), "Nora")
    assert nearest_node(desk, beside, 1_000) == closer
    desk.undo()
    move_node(desk, towns[1], NEW)
    assert nearest_node(desk, beside, 1_000) == "" and nearest_node(desk, NEW, 10) == towns[1]
    desk.undo()
    desk.save()
    assert nearest_node(desk, beside, 1_000) == towns[1]


def test_everything_also_works_on_the_worked_example(example_file: Path, qgis_app: QgsApplication) -> None:
    desk = desk_on(example_file)
    before = in_file(example_file)
    hub = max((known for known in desk.objects.all() if known.places),
              key=lambda known: len(desk.objects.tied_to(known.objekt_id)))  # fmt: skip
    tied = desk.objects.tied_to(hub.objekt_id)
    assert len(tied) >= 3
    x, y = hub.places[0]
    one_step(desk, lambda: move_node(desk, hub.objekt_id, (x + 8_000, y - 6_000)))
    for known in tied:
        assert off(line_of(desk, known.objekt_id), (x + 8_000, y - 6_000)) < 2.0, known.namn
    desk.save()
    after = in_file(example_file)
    assert {name for name in after if after[name] != before[name]} == {hub.namn, *(known.namn for known in tied)}
    assert places_of(desk, hub.objekt_id)[0] == (x + 8_000, y - 6_000)
    desk.close()
