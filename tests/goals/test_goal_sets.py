"""The goal library holds what was verified, says what it lacks, and never changes the identity of a goal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from strukturbild_plugin import paths
from strukturbild_plugin.errors import GoalError
from strukturbild_plugin.goals.goal_library import (
    load_goal_sets,
    read_goal_library,
    sets_for,
)
from strukturbild_plugin.goals.set_texts import extent_in_words

ALL_LAN = [
    "01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13",
    "14", "17", "18", "19", "20", "21", "22", "23", "24", "25",
]  # fmt: skip

TOP_GOALS = {
    "rus_sormland": 5, "rus_norrbotten": 4, "rus_norrbotten_2040": 0, "rus_ostergotland": 6, "rus_orebro": 3,
    "rus_varmland": 4, "rus_gavleborg": 5, "rus_dalarna": 3, "rus_vastmanland": 3, "rus_vastmanland_2030": 2,
    "rus_uppsala": 3, "rus_stockholm": 4, "rus_skane": 5, "rus_skane_2020": 6, "rus_halland": 3, "rus_halland_2035": 3,
    "rus_blekinge": 2, "rus_kalmar": 4, "rus_kronoberg": 4, "rus_kronoberg_2019": 2, "rus_jonkoping": 6,
    "rus_vasternorrland": 3, "rus_vasterbotten": 5, "rus_jamtland_harjedalen": 0, "rus_gotland": 3,
    "rus_vastra_gotaland": 4, "nationell_strategi": 4, "agenda2030": 17,
}  # fmt: skip

REPLACED = {
    "rus_skane": "rus_skane_2020", "rus_norrbotten": "rus_norrbotten_2040", "rus_kronoberg": "rus_kronoberg_2019",
    "rus_halland": "rus_halland_2035", "rus_vastmanland": "rus_vastmanland_2030",
}  # fmt: skip

PUBLISHED = Path(__file__).parent / "published_goals.json"
"""Every goal that any edition of the library has had: set -> code -> level, title, the goal above. Only added to."""

SMALL_SET = (
    "kod: rus_x\nnamn: X\norganisation: Y\nlan: [17]\nantagen: 2021-06-02\nhorisont: 2040\n"
    "kallor: [https://region.example]\nomfattning: hela\nkontrollerad: 2026-11-29\nmal:\n"
)


@pytest.fixture(scope="module")
def library():
    return load_goal_sets()


def test_every_verified_set_has_its_verified_number_of_goals(library):
    assert {kod: len(tree.top()) for kod, tree in library.items()} == TOP_GOALS


def test_all_21_regions_are_there_each_with_one_strategy_in_force():
    covered = sorted(lan for tree in read_goal_library().current().values() for lan in tree.goal_set.lan)
    assert covered == ALL_LAN


def test_a_replaced_version_stays_and_names_the_one_that_holds():
    library = read_goal_library()
    newer = {kod: library.successor(kod) for kod in library.trees}
    assert {kod: tree.goal_set.kod for kod, tree in newer.items() if tree} == REPLACED


def test_no_goal_that_was_ever_published_says_another_thing_or_goes(library):
    for kod, goals in json.loads(PUBLISHED.read_text(encoding="utf-8")).items():
        tree = library[kod]
        by_id = {goal.mal_id: goal.kod for goal in tree.goals}
        now = {goal.kod: [goal.niva_namn, goal.titel, by_id.get(goal.over_id, "")] for goal in tree.goals}
        assert {code: now.get(code) for code in goals} == goals, kod


def test_sets_that_lack_goals_say_so_and_what(library):
    assert {kod for kod, tree in library.items() if tree.goal_set.fullstandig} == {"rus_vasternorrland"}
    for kod, tree in library.items():
        assert tree.goal_set.omfattning in ("toppniva", "delvis", "hela") and extent_in_words(tree.goal_set), kod
        assert tree.goal_set.fullstandig or "saknas" in tree.goal_set.anmarkning, kod


def test_every_set_says_when_it_was_compared_with_what(library):
    for kod, tree in library.items():
        assert tree.goal_set.kontrollerad == "2026-11-29" and tree.goal_set.biblioteksversion == "2026-11", kod
    current = read_goal_library().current()
    for kod, tree in current.items():
        levels = {goal.niva_namn for goal in tree.goals}
        assert {line.partition(": ")[0] for line in filter(None, tree.goal_set.nivakallor.split("\n"))} == levels, kod


def test_skane_2014_and_2020_are_two_sets_whose_goals_are_others(library):
    old, new = library["rus_skane"], library["rus_skane_2020"]
    assert old.goal_set.antagen == "2014" and new.goal_set.antagen == "2020-06-16"
    assert {goal.mal_id for goal in old.goals}.isdisjoint(goal.mal_id for goal in new.goals)
    assert old.goal_set.serie == new.goal_set.serie == "rus_skane"


def test_every_set_names_its_region_year_and_source(library):
    for kod, tree in library.items():
        found = tree.goal_set
        assert found.organisation and found.namn, kod
        assert found.url.startswith("http") and found.url == tree.kallor[0], kod
        assert found.antagen or "inte kontrollera" in found.anmarkning, kod


def test_the_two_strategies_of_the_example_are_told_in_their_own_words(library):
    varmland = library["rus_varmland"]
    assert varmland.goal_set.organisation == "Region Värmland"
    assert (varmland.goal_set.antagen, varmland.goal_set.horisont) == ("2021-06-02", 2040)
    assert varmland.goal_set.overordnat == "Vision: Ett hållbart Värmland som förändrar världen"
    assert [goal.titel for goal in varmland.goals] == [
        "Förbättra livsvillkoren", "Höja kompetensen", "Utveckla attraktiva platser", "Stärka konkurrenskraften",
    ]  # fmt: skip
    assert {goal.niva_namn for goal in varmland.goals} == {"Insatsområde"}
    assert [goal.titel for goal in library["rus_orebro"].goals] == [
        "Stark konkurrenskraft", "Hög och jämlik livskvalitet", "God resurseffektivitet",
    ]  # fmt: skip


def test_a_tree_keeps_its_levels_and_parents(library):
    blekinge = library["rus_blekinge"]
    first = blekinge.by_code("1")
    assert [(goal.kod, goal.niva_namn) for goal in blekinge.below(first.mal_id)] == [("1.1", "Mål"), ("1.2", "Mål")]
    assert [goal.kod for goal in blekinge.goals] == ["1", "1.1", "1.2", "2"]


def test_the_identity_of_a_library_goal_is_the_same_in_every_file_for_ever(library):
    assert library["rus_varmland"].by_code("1").mal_id == "07bbcc69-477b-5b91-b675-d0bcf5066640"
    assert library["agenda2030"].by_code("11").mal_id == "ed9f8d14-34b0-596c-9d17-6cceeab0562c"
    identities = [goal.mal_id for tree in library.values() for goal in tree.goals]
    assert len(set(identities)) == len(identities)


def test_the_strategies_of_chosen_counties_are_found_in_their_order():
    assert sets_for(["18", "17"]) == ("rus_orebro", "rus_varmland")
    assert sets_for(["12", "25"]) == ("rus_skane_2020", "rus_norrbotten_2040")
    assert sets_for(["99"]) == ()


@pytest.fixture
def own_library(tmp_path):
    """A region's own folder in the place of the program's library."""
    goals = '  - {kod: "1", niva: Mål, titel: A}\n'
    (tmp_path / "rus_x.yaml").write_text(SMALL_SET + goals, encoding="utf-8")
    (tmp_path / "bibliotek.yaml").write_text("kod: bibliotek\nnamn: Vårt\nversion: '7'\n", encoding="utf-8")
    paths.use_goal_library(tmp_path)
    yield tmp_path
    paths.use_goal_library(None)


def test_another_folder_takes_the_place_of_the_library(own_library):
    library = read_goal_library()
    assert (library.name, library.version, list(library.trees)) == ("Vårt", "7", ["rus_x"])
    assert library.trees["rus_x"].goal_set.biblioteksversion == "7"
    assert sets_for(["17", "18"]) == ("rus_x",) and paths.goal_library() == own_library


def test_a_folder_without_sets_is_no_library(tmp_path):
    with pytest.raises(GoalError, match="Mappen har inga målsamlingar"):
        read_goal_library(tmp_path)


def test_every_fault_of_a_set_file_is_told_at_once(tmp_path):
    (tmp_path / "rus_fel.yaml").write_text(
        "kod: rus_annat\nnamn: X\norganisation: Y\nlan: [17a]\nantagen: ifjol\nhorisont: null\nkallor: []\n"
        'fullstandig: false\nfarg: rod\nmal:\n  - {kod: "1", niva: Mål, titel: A}\n  - {kod: "1", titel: B}\n',
        encoding="utf-8",
    )
    (tmp_path / "rus_trasig.yaml").write_text("kod: [", encoding="utf-8")
    with pytest.raises(GoalError) as caught:
        load_goal_sets(tmp_path)
    told = str(caught.value)
    for expected in (
        "rus_fel.yaml (rad 1): 'kod' är 'rus_annat' men ska vara filens namn utan .yaml, 'rus_fel'.",
        "rus_fel.yaml (rad 4): 'lan' nämner '17a', som ska vara en länskod som \"17\".",
        "rus_fel.yaml (rad 5): 'antagen' är 'ifjol' men ska vara \"ÅÅÅÅ\",",
        "rus_fel.yaml (rad 7): 'kallor' är tom. Skriv minst en webbadress.",
        "rus_fel.yaml (rad 8): En samling som inte är fullständig ska säga vad som saknas i 'anmarkning'.",
        "rus_fel.yaml (rad 9): 'farg' betyder ingenting här.",
        "rus_fel.yaml, mål 2 (rad 12): 'niva' saknas.",
        "rus_trasig.yaml (rad 1): Texten går inte att läsa som YAML.",
    ):
        assert expected in told, (expected, told)


def test_a_code_twice_in_a_set_is_told_with_both_places(tmp_path):
    goals = '  - {kod: "1", niva: Mål, titel: A, mal: [{kod: 1, niva: Mål, titel: B}]}\n'
    (tmp_path / "rus_x.yaml").write_text(SMALL_SET + goals, encoding="utf-8")
    with pytest.raises(GoalError) as caught:
        load_goal_sets(tmp_path)
    twice = "rus_x.yaml, mål 1, mål 1 (rad 11): koden 1 finns redan (rus_x.yaml, mål 1 (rad 11))."
    assert twice in str(caught.value), caught.value
