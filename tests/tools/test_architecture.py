"""The documents about the house name files and classes that are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "strukturbild_plugin"
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
FIND = (ROOT / "docs" / "hitta-i-koden.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"^\| [^|]+\? \| `([^`]+)` \|$", FIND, re.MULTILINE)
WORDS = ARCHITECTURE.split("## Ord i koden")[1].split("\n## ")[0]


def classes() -> set[str]:
    """Names of all classes of the plugin."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in SHIPPED.rglob("*.py")]
    return {node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}


def test_the_questions_are_forty_and_their_files_are_there() -> None:
    assert len(QUESTIONS) == 40
    assert [name for name in QUESTIONS if not (SHIPPED / name).is_file()] == []


@pytest.mark.parametrize("text", [ARCHITECTURE, FIND], ids=["architecture", "hitta"])
def test_every_file_that_is_named_is_there(text: str) -> None:
    files = {path.name for path in ROOT.rglob("*.py") if ".venv" not in path.parts}
    named = set(re.findall(r"`([\w/]+\.py)`", text))
    assert named
    gone = [
        name for name in named
        if not ((ROOT / name).is_file() or (SHIPPED / name).is_file() or ("/" not in name and name in files))
    ]  # fmt: skip
    assert sorted(gone) == []


def test_the_words_of_the_code_are_classes_that_are_there() -> None:
    words = re.findall(r"`([A-Z]\w+)`", WORDS)
    assert 40 <= len(words) <= 75
    assert sorted(set(words) - classes()) == []
