"""What is said of a goal set: nothing that is not known, and a warning of what has run out or been replaced."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from strukturbild_plugin.goals.goal_library import read_goal_library
from strukturbild_plugin.goals.set_texts import adopted_in_words, has_run_out, set_facts, short_facts, validity_warning

TODAY = date(2026, 11, 30)
LIBRARY = read_goal_library().trees


def warning(kod: str, today: date = TODAY) -> str:
    library = read_goal_library()
    newer = library.successor(kod)
    return validity_warning(library.trees[kod].goal_set, today, newer.goal_set if newer else None)


def test_the_facts_of_a_set_are_how_much_when_checked_and_how_long_it_holds():
    kronoberg = LIBRARY["rus_kronoberg_2019"]
    said = set_facts(kronoberg.goal_set, len(kronoberg.goals))
    assert said == "6 mål, en del av målen, kontrollerad 2026-11, gäller till 2025"
    assert set_facts(LIBRARY["rus_gotland"].goal_set, 3) == "3 mål, toppnivå, kontrollerad 2026-11, horisont 2040"
    bare = replace(kronoberg.goal_set, omfattning="", kontrollerad="", giltig_till="", horisont=None, fullstandig=True)
    assert set_facts(bare, 2) == "2 mål"


def test_in_a_short_line_the_warning_stands_for_how_long_it_holds_and_nothing_is_said_twice():
    stockholm, gotland = LIBRARY["rus_stockholm"].goal_set, LIBRARY["rus_gotland"].goal_set
    said = short_facts(stockholm, 4, TODAY)
    assert "upphör att gälla i år (hösten 2026)" in said and said.count("hösten 2026") == 1 and "gäller" not in said
    assert short_facts(gotland, 3, TODAY) == "3 mål, toppnivå, kontrollerad 2026-11, horisont 2040"
    older, newer = LIBRARY["rus_skane"].goal_set, LIBRARY["rus_skane_2020"].goal_set
    assert "ersatt av Det öppna" in short_facts(older, 6, TODAY, newer)


def test_adoption_and_revision_are_told_apart():
    assert adopted_in_words(LIBRARY["rus_sormland"].goal_set) == "antagen 2019-04, reviderad 2022-09-27"
    assert adopted_in_words(LIBRARY["rus_uppsala"].goal_set) == ""


def test_what_is_replaced_has_run_out_or_runs_out_is_warned_of():
    assert warning("rus_skane") == "Ersatt av Det öppna Skåne 2030 (reviderad 2020)."
    assert warning("rus_kronoberg_2019") == "Upphörde att gälla (2025)."
    assert warning("rus_stockholm") == "Upphör att gälla i år (hösten 2026)."
    assert warning("rus_stockholm", date(2027, 1, 1)) == "Upphörde att gälla (hösten 2026)."
    assert warning("rus_gotland") == ""


@pytest.mark.parametrize(
    ("until", "day", "out"),
    [
        ("2025", date(2025, 12, 31), False), ("2025", date(2026, 1, 1), True),
        ("2026-11-29", date(2026, 11, 29), False), ("2026-11-29", TODAY, True),
        ("tills vidare", date(2039, 1, 1), False), ("tills vidare", date(2041, 1, 1), True),
    ],
)  # fmt: skip
def test_a_year_holds_to_its_end_and_a_day_to_that_day(until: str, day: date, out: bool):
    assert has_run_out(replace(LIBRARY["rus_gotland"].goal_set, giltig_till=until), day) is out


def test_a_set_whose_goals_nobody_could_check_says_so() -> None:
    norrbotten = LIBRARY["rus_norrbotten_2040"].goal_set
    assert short_facts(norrbotten, 0, TODAY) == "inga mål har kunnat kontrolleras än, horisont 2040"
    assert set_facts(replace(norrbotten, kontrollerad=""), 0) == "inga mål än, horisont 2040"
