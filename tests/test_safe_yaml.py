"""YAML that anybody may have written: plain values, or a sentence; never the end of the program."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
import yaml

from strukturbild_plugin.safe_yaml import load
from tests.gui.helpers import ROOT

DEEP = "['[' * 400_000, '{a: ' * 200_000, '- ' * 400_000, '? ' * 400_000]"


def test_the_values_are_those_of_the_safe_loader() -> None:
    text = "a: [1, 2.5, ja, true, 2024-11-05, ~]\nb: {å: 'ö'}\nc: &x [1]\nd: *x\n"
    assert load(text) == yaml.safe_load(text)
    assert load(text)["a"][4] == date(2024, 11, 5)


def test_nothing_but_plain_values_is_built() -> None:
    with pytest.raises(yaml.YAMLError):
        load("a: !!python/object/apply:os.system ['true']")
    with pytest.raises(yaml.YAMLError):
        load("a: [1")


def test_brackets_without_end_are_refused_and_the_program_lives() -> None:
    code = (
        "import yaml\nfrom strukturbild_plugin.safe_yaml import load\n"
        f"for text in {DEEP}:\n"
        "    try: load(text)\n"
        "    except yaml.YAMLError as error: print('nej', error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.count("nej") == 4
