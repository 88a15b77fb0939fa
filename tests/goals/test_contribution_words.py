"""The five steps of a contribution are called the same everywhere."""

from __future__ import annotations

from strukturbild_plugin.goals.contribution_words import CONTRIBUTION_WORDS, contribution_word, within_sentence
from strukturbild_plugin.goals.model import MAX_CONTRIBUTION, MIN_CONTRIBUTION
from strukturbild_plugin.store.qgis_project.layer_styles import CONTRIBUTIONS


def test_the_five_steps_are_called_what_planners_call_them_the_strongest_support_first() -> None:
    said = [word.sv for word in CONTRIBUTION_WORDS.values()]
    assert said == ["Stödjer starkt", "Stödjer", "Neutral", "Motverkar", "Motverkar starkt"]
    assert sorted(CONTRIBUTION_WORDS) == list(range(MIN_CONTRIBUTION, MAX_CONTRIBUTION + 1))
    assert all(word.en for word in CONTRIBUTION_WORDS.values())


def test_what_lies_outside_the_scale_is_called_as_its_end() -> None:
    assert contribution_word(7, "sv") == "Stödjer starkt" and contribution_word(-7, "en") == "Works strongly against"
    assert within_sentence(-9).sv == "motverkar starkt"


def test_the_form_of_the_links_says_the_same_words_with_their_number() -> None:
    assert [(one.kod, one.namn.sv) for one in CONTRIBUTIONS] == [
        ("2", "+2 stödjer starkt"),
        ("1", "+1 stödjer"),
        ("0", "0 neutral"),
        ("-1", "-1 motverkar"),
        ("-2", "-2 motverkar starkt"),
    ]
