"""A value, a fault and its place mean the same and are told in the same words, whatever kind of file they stand in."""

from __future__ import annotations

from pathlib import Path

import pytest

from strukturbild_plugin.yaml_reader.fields import Fields
from strukturbild_plugin.yaml_reader.problems import Problems, SourceLocation
from strukturbild_plugin.yaml_reader.yaml_file import read_yaml_bytes
from tests.yaml_reader.helpers import KINDS, WHOLE_CATALOGUE, complaints

YES, NO = ("ja", "Ja", "true", "True", "yes", "on", '"ja"', "1"), ("nej", "false", "NO", "off", "~", '""', "0")
A_TEXT = {
    "catalogue": "    struktur: G\n",
    "template": "version: ",
    "symbol set": "typsnitt: ",
    "profile": "typsnitt: ",
    "goal set": "organisation: ",
    "example": "mall: ",
}
"""A line with a text that is required or known, in each kind."""
A_TRUTH = {
    "catalogue": (WHOLE_CATALOGUE, "    struktur: B\n", "    egen"),
    "symbol set": (KINDS["symbol set"], "typsnitt: ", "planerat_skrafferas"),
    "goal set": (KINDS["goal set"], "omfattning: delvis\n", "fullstandig"),
    "example": (KINDS["example"], "    gles_geografi: true\n", "    gles_geografi"),
}
"""Where a truth value can stand: the kind, a line that there is, and the key. Templates and profiles have none."""


def fields_of(text: str) -> tuple[Fields, Problems]:
    problems = Problems()
    block = read_yaml_bytes(text.encode("utf-8"), "a.yaml", problems)
    return Fields(block, SourceLocation("a.yaml"), problems), problems


@pytest.fixture(params=sorted(KINDS))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_sound_file_of_every_kind_is_read(kind: str, tmp_path: Path) -> None:
    assert complaints(KINDS[kind], tmp_path, KINDS[kind].text) == []


def test_an_unknown_key_is_told_with_file_line_and_what_may_stand_there(kind: str, tmp_path: Path) -> None:
    text = f"{KINDS[kind].text}\n\nhittepå: 1\n"
    (told,) = complaints(KINDS[kind], tmp_path, text)
    line = text.splitlines().index("hittepå: 1") + 1
    assert told.startswith(f"{KINDS[kind].name} (rad {line}): 'hittepå' betyder ingenting här. Tillåtna värden: ")


def test_a_key_twice_is_told_with_both_lines(kind: str, tmp_path: Path) -> None:
    lines = KINDS[kind].text.rstrip("\n").splitlines()
    first = next(number for number, line in enumerate(lines, 1) if line[:1].isalpha())
    key = lines[first - 1].partition(":")[0]
    (told,) = complaints(KINDS[kind], tmp_path, "\n".join((*lines, f"{key}: en till")))
    sentence = f"'{key}' står två gånger (först på rad {first}). Ta bort eller döp om den ena."
    assert told == f"{KINDS[kind].name} (rad {len(lines) + 1}): {sentence}"


@pytest.mark.parametrize("value", ["&a ja", "!!str ja", "!egen ja"])
def test_references_and_tags_are_refused_alike(kind: str, value: str, tmp_path: Path) -> None:
    lines = KINDS[kind].text.splitlines()
    (told,) = complaints(KINDS[kind], tmp_path, "\n".join((*lines, f"aktiv: {value}")))
    assert told.startswith(f"{KINDS[kind].name} (rad {len(lines) + 1}): ")
    assert "Hänvisningar med & och *" in told or "Taggar som" in told


def test_a_list_where_a_text_should_be_is_told_alike(kind: str, tmp_path: Path) -> None:
    lines = KINDS[kind].text.splitlines()
    number = next(number for number, line in enumerate(lines) if f"{line}\n".startswith(A_TEXT[kind]))
    key, colon, _value = lines[number].partition(":")
    lines[number] = f"{key}{colon} [a, b]"
    told = complaints(KINDS[kind], tmp_path, "\n".join(lines))
    assert f"(rad {number + 1}): '{key.strip()}' är en lista men ska vara en text." in "\n".join(told), told


@pytest.mark.parametrize("written", [*YES, *NO, "kanske", "[ja]", "2"])
@pytest.mark.parametrize("where", sorted(A_TRUTH))
def test_ja_is_written_in_the_same_ways_everywhere(where: str, written: str, tmp_path: Path) -> None:
    kind, line, key = A_TRUTH[where]
    lines = kind.text.splitlines(keepends=True)
    number = next(number for number, each in enumerate(lines) if each.startswith(line))
    if line.startswith(f"{key}:"):
        del lines[number]
    lines.insert(number, f"{key}: {written}\n")
    told = complaints(kind, tmp_path, "".join(lines))
    if written in (*YES, *NO):
        assert told == []
    else:
        shown = "en lista" if "[" in written else f"'{written}'"
        (only,) = told
        assert only.endswith(f"(rad {number + 1}): '{key.strip()}' är {shown} men ska vara ja eller nej.")


@pytest.mark.parametrize(("written", "means"), [*((one, True) for one in YES), *((one, False) for one in NO)])
def test_what_ja_and_nej_mean(written: str, means: bool) -> None:
    fields, problems = fields_of(f"aktiv: {written}\n")
    assert fields.yes_no("aktiv") is means and not problems


@pytest.mark.parametrize(
    ("written", "number"),
    [("1", 1), ("1.5", 1.5), ("-2.50", -2.5), (".5", 0.5), ("1.", 1), ("+3", 3), ("1.0e-1", 0.1), ("'2'", 2)],
)
def test_a_number_is_written_as_one(written: str, number: float) -> None:
    fields, problems = fields_of(f"a: {written}\nb: [{written}]\n")
    assert fields.number("a", -10, 10) == number and fields.numbers("b", -10, 10) == (number,) and not problems


@pytest.mark.parametrize("written", ["1,5", "två", "1_000", "0x10", "12:30", ".nan", ".inf", "ja", "99", "[1]", "''"])
def test_what_is_no_number_is_told_with_its_line(written: str) -> None:
    fields, problems = fields_of(f"x: 1\na: {written}\n")
    fields.number("a", -10, 10)
    (told,) = problems.sentences()
    assert told.startswith("a.yaml (rad 2): 'a' är ")
    assert told.endswith(" men ska vara ett tal (med punkt, till exempel 2.5) mellan -10 och 10.")


def test_texts_are_as_written_and_never_numbers_dates_or_truth_values() -> None:
    fields, problems = fields_of("a: 0180\nb: 2021-06-02\nc: no\nd: [17, 1.10]\ne: {sv: 12:30, en: off}\n")
    assert (fields.text("a"), fields.text("b"), fields.text("c")) == ("0180", "2021-06-02", "no")
    assert fields.words("d") == ("17", "1.10")
    assert (fields.both("e").sv, fields.both("e").en) == ("12:30", "off") and not problems


@pytest.mark.parametrize(("written", "colour"), [('"#6E1A3A"', "#6e1a3a"), ("'#ffffff'", "#ffffff")])
def test_a_colour_is_written_with_six_signs(written: str, colour: str) -> None:
    fields, problems = fields_of(f"a: {written}\n")
    assert fields.colour("a") == colour and not problems


@pytest.mark.parametrize("written", ["vinröd", '"#fff"', '"#6e1a3a80"', "[1]", "#6e1a3a"])
def test_what_is_no_colour_is_told_with_how_it_is_written(written: str) -> None:
    fields, problems = fields_of(f"x: 1\na: {written}\n")
    assert fields.colour("a") == ""
    (told,) = problems.sentences()
    assert told.startswith("a.yaml (rad 2): 'a' ") and '"#6e1a3a"' in told


@pytest.mark.parametrize(("complete", "faults"), [(True, ["'en' saknas"]), (False, [])])
@pytest.mark.parametrize("written", ["Nod", "{sv: Nod}"])
def test_english_may_be_left_out_of_a_region_s_own_file(written: str, complete: bool, faults: list[str]) -> None:
    problems = Problems()
    block = read_yaml_bytes(f"namn: {written}\n".encode(), "a.yaml", problems)
    text = Fields(block, SourceLocation("a.yaml"), problems, complete).both("namn")
    assert (text.sv, text.en, text.in_language("en")) == ("Nod", "", "Nod")
    told = problems.sentences()
    assert [fault in one for fault, one in zip(faults, told)] == [True] * len(told)
    assert len(told) == len(faults) and all(one.startswith("a.yaml, 'namn' (rad 1): ") for one in told)


def test_each_fault_stands_at_the_line_of_its_own_key_or_part() -> None:
    fields, problems = fields_of("x: 1\nkoder:\n  - en\n  - Två\n  - en\nrader:\n  - [1, 2]\n  - [1, 2, 3]\n")
    fields.codes("koder", None)
    for row in fields.rows("rader", "rad", ("start", "slut")):
        row.number("start", 0, 1)
        row.number("slut", 0, 1)
    assert [one.partition(": ")[0] for one in problems.sentences()] == [
        "a.yaml (rad 4)", "a.yaml (rad 5)", "a.yaml, rad 1 (rad 7)", "a.yaml (rad 8)",
    ]  # fmt: skip
