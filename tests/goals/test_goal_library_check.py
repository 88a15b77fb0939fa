"""A goal library that can be read may still be wrong: each fault is said, and ours has none."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from strukturbild_plugin.errors import GoalError
from strukturbild_plugin.goals.goal_library import read_goal_library, sets_for
from strukturbild_plugin.goals.goal_library_check import library_problems

TODAY = date(2026, 11, 30)
GOALS = '  - {kod: "1", niva: Mål, titel: A}\n  - {kod: "2", niva: Mål, titel: B}\n'


def problems(folder: Path, *changes: tuple[str, str], more: str = "", goals: str = GOALS) -> tuple[str, ...]:
    text = (
        'kod: rus_x\nnamn: X\norganisation: Y\nlan: ["17"]\nantagen: "2021-06-02"\nhorisont: 2040\n'
        'kontrollerad: "2026-11-29"\nomfattning: hela\nkallor: [https://region.example]\n'
        f'nivakallor: ["Mål: https://region.example/mal"]\n{more}mal:\n{goals}'
    )
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / "rus_x.yaml").write_text(text, encoding="utf-8")
    return library_problems(read_goal_library(folder), TODAY)


def test_the_program_s_own_library_has_no_fault():
    lan = tuple(sorted({lan for tree in read_goal_library().trees.values() for lan in tree.goal_set.lan}))
    assert len(lan) == 21 and library_problems(read_goal_library(), TODAY, lan) == ()


def test_a_right_set_has_no_fault(tmp_path):
    assert problems(tmp_path) == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("2026-11-29", "2026-12-01"), "rus_x: 'kontrollerad' är 2026-12-01, som inte har varit än."),
        (("2040", "2020"), "rus_x: 'horisont' (2020) är före 'antagen' (2021-06-02)."),
        (("Mål: https", "Delmål: https"), "rus_x: 'nivakallor' nämner nivån Delmål, som inget mål har."),
        (("titel: B", "titel: a"), "rus_x: målet 1 heter likadant som ett annat på samma plats: ”A”."),
    ],
)
def test_each_fault_of_a_set_is_said(tmp_path, change, said):
    assert said in problems(tmp_path, change)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("2021-06-02", "2021-02-30"), "'antagen' är 2021-02-30, som inte finns i kalendern."),
        (("2021-06-02", "2021-13"), "'antagen' är 2021-13, som inte finns i kalendern."),
        (("2026-11-29", "2026-11-31"), "'kontrollerad' är 2026-11-31, som inte finns i kalendern."),
    ],
)
def test_a_day_that_does_not_exist_is_said_with_file_and_row(tmp_path, change, said):
    with pytest.raises(GoalError, match=re.escape(said)) as refused:
        problems(tmp_path, change)
    assert "rus_x.yaml (rad " in str(refused.value)


def test_revised_before_adopted_is_said(tmp_path):
    assert problems(tmp_path, more='reviderad: "2020"\n') == (
        "rus_x: 'reviderad' (2020) är före 'antagen' (2021-06-02).",
    )


def test_dead_successors_circles_and_two_successors_are_said(tmp_path):
    assert problems(tmp_path, more="ersatter: borta\n") == ("rus_x ersätter borta, som inte finns i biblioteket.",)
    first = (tmp_path / "rus_x.yaml").read_text(encoding="utf-8")
    for name, older in (("rus_y", "rus_x"), ("rus_z", "rus_x")):
        text = first.replace("kod: rus_x", f"kod: {name}").replace("ersatter: borta", f"ersatter: {older}")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = problems(tmp_path, more="ersatter: rus_y\n")
    assert "rus_x ersätter sig själv, genom andra." in found and "rus_y ersätter sig själv, genom andra." in found
    assert "rus_x ersätts av 2 samlingar. Det ska vara en." in found


def test_a_county_without_and_one_with_two_strategies_are_said(tmp_path):
    problems(tmp_path)
    text = (tmp_path / "rus_x.yaml").read_text(encoding="utf-8").replace("kod: rus_x", "kod: rus_y")
    (tmp_path / "rus_y.yaml").write_text(text, encoding="utf-8")
    assert library_problems(read_goal_library(tmp_path), TODAY, ("17", "18")) == (
        "Län 17 har 2 strategier som gäller. Det ska vara en.",
        "Län 18 har 0 strategier som gäller. Det ska vara en.",
    )


def test_sets_that_replace_each_other_in_a_circle_do_not_all_disappear(tmp_path):
    problems(tmp_path, more="ersatter: rus_y\n")
    text = (tmp_path / "rus_x.yaml").read_text(encoding="utf-8").replace("kod: rus_x", "kod: rus_y")
    (tmp_path / "rus_y.yaml").write_text(text.replace("ersatter: rus_y", "ersatter: rus_x"), encoding="utf-8")
    (tmp_path / "rus_z.yaml").write_text(text.replace("kod: rus_y", "kod: rus_z"), encoding="utf-8")
    library = read_goal_library(tmp_path)
    assert set(library.current()) == {"rus_x", "rus_z"} and sets_for(["17"], library.trees)


def test_a_pipe_in_the_folder_is_said_and_nothing_waits_for_it(tmp_path):
    os.mkfifo(tmp_path / "rus_y.yaml")
    with pytest.raises(GoalError, match=r"rus_y\.yaml"):
        problems(tmp_path)
