"""What is set on paper of a text: what can be seen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strukturbild_plugin.printable_text import cleaned, for_xml, odd_signs, one_line, sign_name


@pytest.mark.parametrize(
    ("text", "printed", "odd"),
    [
        ("Karlstad", "Karlstad", ""),
        ("Åre – Östersund, CO₂ Árjepluovve", "Åre – Östersund, CO₂ Árjepluovve", ""),
        ("Region\u00a0Skåne", "Region\u00a0Skåne", ""),
        ("Karl\u200bstad", "Karlstad", "\u200b"),
        ("\ufeffKarl\u2060stad\u200f", "Karlstad", "\ufeff\u2060\u200f"),
        ("Karl\u00adstad", "Karlstad", "\u00ad"),
        ("\u202eKarlstad", "Karlstad", "\u202e"),
        ("Karl\x01stad\x1b\x00", "Karlstad", "\x01\x1b\x00"),
        ("Malmö\u2011Lund", "Malmö-Lund", "\u2011"),
        ("Malmö \x96 Lund", "Malmö – Lund", "\x96"),
        ("O\u0308rebro", "Örebro", ""),
        ("a\u2003b\tc", "a b c", ""),
        ("rad\r\nbryt\u2028mer\x0bslut", "rad\nbryt\nmer\nslut", "\u2028\x0b"),
        ("slut\ufffe\ufdd0", "slut", "\ufffe\ufdd0"),
        ("\u3164\u115f", "", "\u3164\u115f"),
        ("👨\u200d👩\ufe0f", "👨👩", ""),
        ("Kil\ufe0f", "Kil", "\ufe0f"),
    ],
)
def test_what_cannot_be_seen_is_left_out_and_named(text: str, printed: str, odd: str):
    assert cleaned(text) == printed and "".join(odd_signs(text)) == odd
    assert cleaned(printed) == printed, "en gång räcker"


def test_a_name_is_one_line_and_nothing_when_there_is_nothing_to_see():
    assert one_line(" rad\nbryt\u2028 mer ") == "rad bryt mer"
    assert one_line("\u200b \u2060\u00a0") == one_line("") == ""


def test_a_sign_is_called_by_number_and_name():
    assert sign_name("\u200b") == "U+200B, blanksteg utan bredd" and sign_name("\ue000") == "U+E000"


def test_an_xml_file_gets_only_what_it_may_hold():
    assert for_xml("a\x01b\ufffe\tc\nd✓😀") == "ab\tc\nd✓😀"


OFTEN_BY_MISTAKE = "\u200b\u200d\u0301\ufe0f\x85\u2028\U000e0041 åÅ"
ANYTHING = st.text(st.characters(exclude_categories=()) | st.sampled_from(OFTEN_BY_MISTAKE))
"""All of Unicode, halves of signs and what is no sign too; those that stand in names by mistake more often."""


@settings(max_examples=500, deadline=None)
@given(ANYTHING)
def test_whatever_is_typed_or_pasted_comes_out_as_text_that_can_be_seen(text: str):
    printed = cleaned(text)
    assert cleaned(printed) == printed == unicodedata.normalize("NFC", printed), "en gång räcker"
    assert printed.encode("utf-8") and odd_signs(printed) == () if printed else True
    assert not any(unicodedata.category(sign) in ("Cc", "Cf", "Cs") for sign in printed if sign not in "\n\t")
    assert one_line(one_line(text)) == one_line(text) and "\n" not in one_line(text)
