"""The goal library holds what was verified, says what it lacks, and never changes the identity of a goal."""

from __future__ import annotations

import pytest

from strukturbild_plugin.errors import GoalError
from strukturbild_plugin.goals.goal_sets import load_goal_sets, sets_for

ALL_LAN = [
    "01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13",
    "14", "17", "18", "19", "20", "21", "22", "23", "24", "25",
]  # fmt: skip

TOP_GOALS = {
    "rus_sormland": 5, "rus_norrbotten": 4, "rus_ostergotland": 6, "rus_orebro": 3, "rus_varmland": 4,
    "rus_gavleborg": 5, "rus_dalarna": 3, "rus_vastmanland": 3, "rus_uppsala": 3, "rus_stockholm": 4, "rus_skane": 5,
    "rus_halland": 3, "rus_blekinge": 2, "rus_kalmar": 4, "rus_kronoberg": 4, "rus_jonkoping": 6,
    "rus_vasternorrland": 3, "rus_vasterbotten": 5, "rus_jamtland_harjedalen": 0, "rus_gotland": 3,
    "rus_vastra_gotaland": 4, "nationell_strategi": 4, "agenda2030": 17,
}  # fmt: skip

KNOWN_TO_LACK_GOALS = {
    "rus_norrbotten", "rus_orebro", "rus_vastmanland", "rus_stockholm", "rus_skane", "rus_blekinge",
    "rus_jamtland_harjedalen", "rus_vasterbotten", "rus_vastra_gotaland", "rus_gotland", "rus_vasternorrland",
    "nationell_strategi",
}  # fmt: skip


SMALL_SET = (
    "kod: rus_x\nnamn: X\norganisation: Y\nlan: [17]\nantagen: 2021-06-02\nhorisont: 2040\n"
    "kallor: [https://region.example]\nfullstandig: ja\nmal:\n"
)


@pytest.fixture(scope="module")
def library():
    return load_goal_sets()


def test_every_verified_set_has_its_verified_number_of_goals(library):
    assert {kod: len(tree.top()) for kod, tree in library.items()} == TOP_GOALS


def test_all_21_regions_are_there_each_with_one_strategy(library):
    covered = sorted(lan for tree in library.values() for lan in tree.goal_set.lan)
    assert covered == ALL_LAN


def test_incomplete_sets_say_so_and_what_is_missing(library):
    flagged = {kod for kod, tree in library.items() if not tree.goal_set.fullstandig}
    assert flagged >= KNOWN_TO_LACK_GOALS
    for kod in flagged:
        assert "saknas" in library[kod].goal_set.anmarkning, kod
    assert library["agenda2030"].goal_set.fullstandig


def test_skane_shows_the_version_whose_wording_is_verified(library):
    skane = library["rus_skane"]
    assert skane.goal_set.antagen == "2014"
    assert "2020" in skane.goal_set.anmarkning and "inte kontrollerad" in skane.goal_set.anmarkning
    assert [goal.niva_namn for goal in skane.goals] == ["Ställningstagande"] * 5


def test_every_set_names_its_region_year_and_source(library):
    for kod, tree in library.items():
        found = tree.goal_set
        assert found.organisation and found.namn, kod
        assert found.url.startswith("http") and found.url == tree.kallor[0], kod
        assert found.antagen or "nte kontrollera" in found.anmarkning or not found.fullstandig, kod


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
    assert sets_for(["99"]) == ()


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
    twice = "rus_x.yaml, mål 1, mål 1 (rad 10): koden 1 finns redan (rus_x.yaml, mål 1 (rad 10))."
    assert twice in str(caught.value), caught.value
