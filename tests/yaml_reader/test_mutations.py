"""Files changed at random from those that are shipped: read, or refused with a sentence at a line that there is."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strukturbild_plugin.errors import StrukturbildError
from strukturbild_plugin.sanitize.yaml_limits import MAX_BYTES
from tests.yaml_reader.helpers import KINDS, WHOLE_CATALOGUE, Kind, complaints

FILES = {**KINDS, "whole catalogue": WHOLE_CATALOGUE}
TIMES = 40
VALUES = (
    *("", "~", "ja", "yes", "nej", "1", "-1", "2,5", "1e400", "0x1f", "2021-13-45", "12:30", "'", '"', "{", "["),
    *("[]", "{}", "[[]]", "[1, 2]", "{a: 1}", "{sv: x}", "*a", "&a b", "!!int x", "? x", "- x", "|", ">-"),
    *("#6e1a3a", '"#6e1a3a"', "2021-06-02"),
    *("å" * 5000, "\u2028", "\x85", "\ufeff", "\U0001f9ed", "\x00", "\t", "---", "...", "%YAML 9.9", "<<: {a: 1}"),
)
_LINE = re.compile(r"\(rad (\d+)\)")
WITHOUT_FILE = "katalogen som helhet: "
"""What no single file lacks."""

Change = Callable[[list[str], random.Random], None]


def _drop(lines: list[str], chance: random.Random) -> None:
    del lines[chance.randrange(len(lines))]


def _repeat(lines: list[str], chance: random.Random) -> None:
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))


def _swap(lines: list[str], chance: random.Random) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _indent(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = " " * chance.randrange(9) + lines[at].lstrip()


def _value(lines: list[str], chance: random.Random) -> None:
    at = chance.choice([number for number, line in enumerate(lines) if ":" in line])
    key, colon, _rest = lines[at].partition(":")
    lines[at] = f"{key}{colon} {chance.choice(VALUES)}"


def _inner_value(lines: list[str], chance: random.Random) -> None:
    at = chance.choice([number for number, line in enumerate(lines) if re.search(r"[,{\[]", line)] or [0])
    words = re.split(r"(?<=[,{\[ ])", lines[at])
    words[chance.randrange(len(words))] = f"{chance.choice(VALUES)}, "
    lines[at] = "".join(words)


def _key(lines: list[str], chance: random.Random) -> None:
    at = chance.choice([number for number, line in enumerate(lines) if ":" in line])
    _key, colon, rest = lines[at].partition(":")
    lines[at] = f"{chance.choice(('  ', '', '    '))}{chance.choice(('kod', 'namn', 'sv', 'Å', *VALUES))}{colon}{rest}"


def _letter(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    place = chance.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:place] + chance.choice(":-[]{}#&*!|>'\"%@`,?\t\x00å\u2029") + lines[at][place + 1 :]


CHANGES: tuple[Change, ...] = (_drop, _repeat, _swap, _indent, _value, _inner_value, _key, _letter)


def changed(kind: Kind, chance: random.Random) -> str:
    lines = kind.text.split("\n")
    for _ in range(chance.randint(1, 6)):
        chance.choice(CHANGES)(lines, chance)
    return chance.choice(("\n", "\n", "\n", "\r\n", "\r")).join(lines)


def wrong_about(told: list[str], kind: Kind, text: str) -> list[str]:
    """The complaints that do not name the file and a line that is in it."""
    last = len(re.findall(r"\r\n|\r|\n", text)) + 1

    def good(one: str) -> bool:
        lines = [int(line) for line in _LINE.findall(one)]
        return one.startswith(kind.name) and bool(lines) and all(1 <= line <= last for line in lines)

    return [one for one in told if not one.startswith(WITHOUT_FILE) and not good(one)]


@pytest.mark.parametrize("name", sorted(FILES))
def test_whatever_is_changed_the_answer_is_a_sentence_at_a_line_of_the_file(name: str, tmp_path: Path) -> None:
    kind = FILES[name]
    refused: list[bool] = []

    @given(st.randoms(use_true_random=False))
    @settings(max_examples=TIMES, deadline=None)
    def answer(chance: random.Random) -> None:
        text = changed(kind, chance)
        told = complaints(kind, tmp_path, text)
        refused.append(bool(told))
        assert not wrong_about(told, kind, text)

    answer()
    assert sum(refused) > len(refused) / 4, "de flesta ändringar märks"


@pytest.mark.parametrize("name", sorted(FILES))
@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"\x00", b"a" * (MAX_BYTES + 1), b"- 1", b"kod", b"[" * 9999])
def test_bytes_that_are_no_such_file_get_a_sentence(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / FILES[name].name
    path.write_bytes(content)
    with pytest.raises(StrukturbildError, match=path.name):
        FILES[name].read(path)
