"""YAML that anybody may have written: texts with their lines, or a sentence; never the end of the program."""

from __future__ import annotations

import subprocess
import sys

import pytest

from strukturbild_plugin.sanitize.yaml_limits import (
    END,
    LIST,
    MAPPING,
    MAX_BYTES,
    MAX_DEPTH,
    MAX_NODES,
    NOTHING,
    TEXT,
    YamlRefused,
    yaml_events,
)
from tests.gui.helpers import ROOT

DEEP = "['[' * 400_000, '{a: ' * 200_000, '- ' * 400_000, '? ' * 400_000]"


@pytest.fixture(params=["fast", "plain"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "plain":
        monkeypatch.delattr("yaml.CSafeLoader", raising=False)


@pytest.mark.usefixtures("parser")
def test_values_come_as_written_each_with_its_line() -> None:
    text = "# hej\na: [1.0, ja, 2024-11-05, ~]\nb:\n  å: '~'\n"
    assert list(yaml_events(text.encode("utf-8"))) == [
        (MAPPING, 2, ""), (TEXT, 2, "a"), (LIST, 2, ""), (TEXT, 2, "1.0"), (TEXT, 2, "ja"), (TEXT, 2, "2024-11-05"),
        (NOTHING, 2, "~"), (END, 0, ""), (TEXT, 3, "b"), (MAPPING, 4, ""), (TEXT, 4, "å"), (TEXT, 4, "~"),
        (END, 0, ""), (END, 0, ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b"a: 1\nb: !!python/object/apply:os.system ['true']\n", 2, "Taggar som"),
        (b"a: !eget 1\n", 1, "Taggar som '!eget'"),
        (b"a: 1\nb: &x [1]\n", 2, "Hänvisningar med & och *"),
        (b"a: 1\nb: *x\n", 2, "Hänvisningar med & och *"),
        (b"a: 1\n---\nb: 2\n", 2, "flera dokument"),
        (b"a: [1\n", 2, "inte att läsa som YAML"),
        (b"a:\n\tb: 1\n", 2, "indragen med tabb"),
        (b"a: 1\r\nb: \x00\r\n", 2, "U+0000"),
        ("a: 1\nb: å\n".encode("latin-1"), 2, "UTF-8"),
        (b"a: " + b"x" * MAX_BYTES, 0, "större än 1 MB"),
        (b"[" * (MAX_DEPTH + 1), 1, f"fler än {MAX_DEPTH} nivåer"),
        (b"[" + b"x," * MAX_NODES + b"]", 1, f"fler än {MAX_NODES} värden"),
    ],
)
@pytest.mark.usefixtures("parser")
def test_what_is_beyond_the_limits_is_refused_with_its_line(content: bytes, line: int, said: str) -> None:
    with pytest.raises(YamlRefused) as caught:
        list(yaml_events(content))
    assert said in str(caught.value) and caught.value.line == line


@pytest.mark.usefixtures("parser")
def test_lines_are_those_that_an_editor_counts() -> None:
    """YAML takes three more signs for the end of a line; a text copied from elsewhere may hold them."""
    text = 'a: "x\u2028y\x85z"\r\nb: ö\nc: 3\n'
    lines = {word: line for _kind, line, word in yaml_events(text.encode("utf-8"))}
    assert [lines[key] for key in "abc"] == [1, 2, 3]


def test_brackets_without_end_are_refused_and_the_program_lives() -> None:
    code = (
        "from strukturbild_plugin.sanitize.yaml_limits import YamlRefused, yaml_events\n"
        f"for text in {DEEP}:\n"
        "    try: list(yaml_events(text.encode()))\n"
        "    except YamlRefused as error: print('nej', error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.count("nej") == 4
