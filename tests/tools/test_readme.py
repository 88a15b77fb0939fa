"""The README keeps what it promises on its first screen: what one gets to see, and two commands that do it."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIRST_SCREEN = 12
"""Lines of the README that are seen without scrolling, beside the picture."""


def test_the_first_screen_shows_a_picture_and_how_to_make_and_prove_it() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    seen = "\n".join(lines[:FIRST_SCREEN])
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", seen)
    assert pictures and all((ROOT / picture).is_file() for picture in pictures)
    assert re.findall(r"^make (\w+)", seen, re.M) == ["demo", "test"]


def test_every_command_the_readme_names_can_be_made() -> None:
    named = set(re.findall(r"make ([a-z-]+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert {"demo", "test", "package"} <= named <= targets
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
