"""What both tools know of the project: its Python files, their modules, and what an import means."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
PACKAGE = "strukturbild_plugin"
OURS = (PACKAGE, "tests", "tools")


def tracked() -> list[str]:
    """Every file that git knows, from the root of the project."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name]


def python_files() -> list[str]:
    """The Python files among them."""
    return [name for name in tracked() if name.endswith(".py")]


def module_of(path: str) -> str:
    """`strukturbild_plugin/store/wkb.py` as 'strukturbild_plugin.store.wkb'."""
    parts = list(Path(path).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def base_of(path: str, node: ast.ImportFrom) -> str:
    """The module that `from ... import` in the file at `path` takes from, as an absolute name."""
    if not node.level:
        return node.module or ""
    package = list(Path(path).parent.parts)
    return ".".join([*package[: len(package) - node.level + 1], *([node.module] if node.module else [])])


def pairs(name: str) -> list[tuple[str, str]]:
    """The lines 'old -> new' of a list beside this file; what stands after # is for people."""
    found = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        old, arrow, new = line.split("#")[0].partition("->")
        if arrow:
            found.append((old.strip(), new.strip()))
    return found
