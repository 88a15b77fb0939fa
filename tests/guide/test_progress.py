"""The guide says where the group is, from the strukturbild itself."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path

import pytest

from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.checks.run import check
from strukturbild_plugin.feedback import Silent
from strukturbild_plugin.guide.progress import DONE, NOT_BEGUN, UNDER_WAY, StepState, progress
from strukturbild_plugin.guide.step_chain import chain_of
from strukturbild_plugin.store.create.create import NewStrukturbild, create
from strukturbild_plugin.store.gpkg.records import Edition, ObjectRecord, Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.catalogue.helpers import own_file
from tests.counting import growth, python_steps

OWN = """\
klasser:
  led: {namn: Vandringsled, struktur: G, lager: {linje: gron_bla_lank}}
  energinod: {namn: Energinod, struktur: A, lager: {punkt: nod}}
"""


def states(snapshot: Snapshot, bild_id: str = "", language: str = "sv") -> dict[str, StepState]:
    """Each step's state, as the dock would ask for it."""
    chain = chain_of(snapshot.head, snapshot.catalogue)
    return {state.kod: state for state in progress(snapshot, chain.steps, None, language, bild_id)}


def with_objects(snapshot: Snapshot, objects: list[ObjectRecord]) -> Snapshot:
    """The snapshot with these objects instead."""
    return replace(snapshot, objects=tuple(objects))


@pytest.fixture
def example(example_file: Path) -> Snapshot:
    """The worked example."""
    return read_snapshot(example_file)


@pytest.fixture
def empty(base_data: Path, tmp_path: Path) -> Snapshot:
    """A new strukturbild with nothing in it."""
    return read_snapshot(create(tmp_path / "ny.gpkg", NewStrukturbild("Ny", ["17"], "malbild")))


def test_a_new_strukturbild_has_its_frame_and_nothing_drawn(empty: Snapshot) -> None:
    found = states(empty)
    assert [state.state for state in found.values()] == [NOT_BEGUN, DONE, DONE, *[NOT_BEGUN] * 7]
    assert found["omrade"].text == "Värmlands län: Målbild 2040 och Nuläge"
    assert found["mal"].count == len(empty.goals)
    assert found["noder"].text == "Inget ritat än" and found["utgava"].text == "Ingen utgåva än"
    assert found["granska"].text == "Inget att granska än"


def test_the_worked_example_lacks_only_how_and_who_decides_and_an_edition(example: Snapshot) -> None:
    found = states(example)
    left = {kod: (state.state, state.text) for kod, state in found.items() if state.state != DONE}
    assert left == {
        "syfte": (UNDER_WAY, "Saknas: nivå på samverkanstrappan och vem som beslutar"),
        "utgava": (NOT_BEGUN, "Ingen utgåva än"),
    }
    assert found["noder"].count == sum(objekt.lager == "nod" for objekt in example.objects)
    assert found["koppla_mal"].count == len(example.links)


def test_a_half_done_strukturbild_says_what_is_left_and_where(example: Snapshot) -> None:
    nodes = [objekt for objekt in example.objects if objekt.klass == "nod"]
    level_less = {node.objekt_id for node in nodes[:3]}
    unbound = example.objects[-1].objekt_id
    half = with_objects(
        example,
        [
            replace(one, niva="" if one.objekt_id in level_less else one.niva)
            for one in example.objects
            if one.lager not in ("samband", "strak", "gransbygd")
        ],
    )
    half = replace(half, links=tuple(link for link in half.links if link.objekt_id != unbound))
    found = states(half)

    assert (found["noder"].state, found["noder"].text) == (UNDER_WAY, "3 noder saknar nivå")
    assert set(found["noder"].object_ids) == level_less and found["noder"].remaining == 3
    assert found["strak"].state == NOT_BEGUN
    assert found["koppla_mal"].state == UNDER_WAY and unbound in found["koppla_mal"].object_ids
    assert found["koppla_mal"].text.endswith("utan mål")
    assert found["granska"].state == UNDER_WAY and found["granska"].remaining >= 4
    assert states(half, language="en")["noder"].text.startswith("3 nodes ")


def test_one_and_several_things_and_mixed_classes_are_said_rightly(example: Snapshot) -> None:
    first = next(each for each in example.objects if each.klass == "nod")
    one = with_objects(example, [replace(first, niva="") if each is first else each for each in example.objects])
    assert states(one)["noder"].text == "1 nod saknar nivå"
    nameless = [replace(each, namn="", niva="") if each.lager == "nod" else each for each in example.objects]
    said = states(with_objects(example, nameless))["noder"].text
    number = sum(each.lager == "nod" for each in example.objects)
    assert said.startswith(f"{number} objekt saknar namn, {number} objekt saknar nivå")


def test_one_node_is_a_beginning_and_not_a_structure(empty: Snapshot, example: Snapshot) -> None:
    node = next(one for one in example.objects if one.klass == "nod")
    alone = with_objects(empty, [replace(node, bild_id=empty.pictures[0].bild_id)])
    state = states(alone)["noder"]
    assert (state.state, state.text, state.remaining) == (UNDER_WAY, "1 nod; minst 2 behövs", 1)


def test_each_picture_can_be_asked_alone(empty: Snapshot, example: Snapshot) -> None:
    future, present = empty.pictures
    drawn = with_objects(empty, [replace(one, bild_id=present.bild_id) for one in example.objects])
    assert states(drawn, present.bild_id)["noder"].state == DONE
    assert states(drawn, future.bild_id)["noder"].state == NOT_BEGUN
    assert states(drawn, present.bild_id)["syfte"].text == "Skriv syftet"
    here, there = states(drawn, present.bild_id), states(drawn, future.bild_id)
    assert here["noder"].text_with_picture().startswith("Nuläge · ")
    assert there["noder"].text_with_picture() == "Målbild · Inget ritat än"
    assert (here["koppla_mal"].state, here["koppla_mal"].text) == (DONE, "Ett nuläge behöver inga mål")
    for kod in ("syfte", "omrade", "mal", "granska", "utgava"):
        assert here[kod] == there[kod] and not here[kod].picture, "det som gäller hela strukturbilden"
    assert here["omrade"].text == "Värmlands län: Målbild 2040 och Nuläge"


def test_the_purpose_wants_to_know_who_decides_unless_the_picture_shows_today(empty: Snapshot) -> None:
    head = replace(empty.head, beskrivning="Varför", organisation="Region Värmland", samverkansniva=7)
    future, present = empty.pictures
    assert states(replace(empty, head=head))["syfte"].text == "Saknas: vem som beslutar"
    decided = replace(empty, head=head, pictures=(replace(future, beslutsorgan="Nämnden"), present))
    assert states(decided)["syfte"].state == DONE
    assert states(replace(empty, head=head, pictures=(present,)))["syfte"].state == DONE


def test_a_missing_year_or_rus_is_said(empty: Snapshot) -> None:
    future, present = empty.pictures
    undated = replace(empty, pictures=(replace(future, horisont=None), present))
    assert states(undated)["omrade"].text == "Saknas: målår för Målbild"
    for code in ("NO34", "NO-34", "FI-12"):
        neighbour = replace(empty, head=replace(empty.head, lan=("17", "18", code)))
        assert states(neighbour)["mal"].text == "Saknas: RUS för 18"


def test_an_edition_is_done_until_something_is_added(example: Snapshot) -> None:
    made = Edition(2, "2026-03-05T09:00:00Z", "utkast", "ab", len(example.objects), len(example.links))
    given_out = replace(example, editions=(made, replace(made, nummer=1)))
    assert (states(given_out)["utgava"].state, states(given_out)["utgava"].text) == (DONE, "Utgåva 2, 2026-03-05")
    more = with_objects(given_out, list(example.objects[:-1]))
    assert states(more)["utgava"].text == "Ändrad sedan utgåva 2"
    steps = chain_of(example.head, example.catalogue).steps
    renamed = progress(given_out, steps, (), fingerprint="cd")[-1]
    assert renamed.state == UNDER_WAY and progress(given_out, steps, (), fingerprint="ab")[-1].state == DONE


def test_own_classes_are_drawn_where_they_are_most_at_home(empty: Snapshot, tmp_path: Path) -> None:
    own = load_catalogue(own_files=[own_file(tmp_path, OWN)])
    chain = chain_of(empty.head, own)
    step = chain.step_of_class("led")
    assert step is not None and step.kod == "gron_bla"
    energy = chain.step_of_class("energinod")
    assert energy is not None and energy.kod == "bygder"
    assert sorted(kod for step in chain.steps for kod in step.klasser) == sorted(klass.kod for klass in own.klasser)

    fewer = replace(own, klasser=tuple(klass for klass in own.klasser if klass.kod != "barriar"))
    assert chain_of(empty.head, fewer).step_of_class("barriar") is None


def test_a_strukturbild_of_an_unknown_or_newer_template_still_has_its_steps(empty: Snapshot) -> None:
    known = chain_of(empty.head, empty.catalogue)
    assert known.template is not None and not known.remark
    lost = chain_of(replace(empty.head, mall="var_egen"), empty.catalogue)
    assert lost.template is None and "var_egen" in lost.remark and len(lost.steps) == 10
    older = chain_of(replace(empty.head, mall_version="0.9"), empty.catalogue)
    assert older.template is not None and "version 0.9" in older.remark


def test_the_states_of_many_objects_cost_little_beside_checking_them(example: Snapshot) -> None:
    steps, checking = chain_of(example.head, example.catalogue).steps, []

    def work(copies: int) -> int:
        many = [replace(one, objekt_id=str(uuid.uuid4()), niva="") for _ in range(copies) for one in example.objects]
        big, findings = with_objects(example, many), []
        checking.append(python_steps(lambda: findings.extend(check(big, Silent()))))
        assert len(findings) > len(many)
        return python_steps(lambda: progress(big, steps, findings))

    assert growth(work, 5) < 1.05
    assert work(20) < 0.2 * checking[-1]
