"""What Qt's and QGIS's classes have, by name, for mypy: without it everything a class of ours is called for is `Any`.

A class that derives from an unknown one has, to mypy, whatever anybody asks it for. `python -m tools.lint.qt_stubs`
writes tools/lint/stubs from the Qt and QGIS of this machine: only the classes that ours derive from, and only that a
name is there, not what it takes. tests/tools/test_qt_stubs.py holds the files against the Qt that runs.
"""

from __future__ import annotations

import ast
import importlib
import keyword
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.lint.import_rule import PACKAGE

ROOT = Path(__file__).resolve().parents[2]
STUBS = ROOT / "tools" / "lint" / "stubs"
UNKNOWN = "def __getattr__(name: str) -> Any: ..."
"""All else of the module is known to be there, and no more."""


def derived_from(package: Path = ROOT / PACKAGE) -> set[tuple[str, str]]:
    """Module and class of every class of Qt or QGIS that a class of the package derives from."""
    found: set[tuple[str, str]] = set()
    for path in package.rglob("*.py"):
        if "_bundled" in path.parts:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
        imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        known = {each.name: node.module or "" for node in imports for each in node.names}
        bases = [base for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for base in node.bases]
        names = {base.id for base in bases if isinstance(base, ast.Name)}
        found |= {(known[name], name) for name in names if known.get(name, "").startswith("qgis.")}
    return found


def stubs() -> dict[str, str]:
    """The text of every file, by its place in the folder of stubs."""
    files = {"qgis/__init__.pyi": [], "qgis/PyQt/__init__.pyi": []}  # type: dict[str, list[str]]
    done: set[str] = set()
    wanted = sorted(derived_from())
    for module in sorted({module for module, _name in wanted}):
        files[f"{module.replace('.', '/')}.pyi"] = []
    for module, name in wanted:
        for kind in reversed(getattr(importlib.import_module(module), name).__mro__[:-1]):
            if kind.__name__ not in done and not kind.__module__.startswith(("sip", "PyQt5.sip")):
                done.add(kind.__name__)
                files.setdefault(f"{_home(kind)}.pyi", []).append("\n".join(_class_text(kind)))
    homes = {name: home for home, texts in files.items() for text in texts for name in [text.split("(")[0][6:]]}
    return {home: _file_text(home, texts, homes) for home, texts in files.items()}


def names_of(kind: type) -> list[str]:
    """What a class has that those it derives from have not, by name; enum values are reached through their enum."""
    own = all_names(kind).difference(*map(all_names, kind.__bases__))
    plain = (name for name in own if name.isidentifier() and not keyword.iskeyword(name))
    return sorted(name for name in plain if name[0].islower() or isinstance(getattr(kind, name, None), type))


def all_names(kind: type) -> set[str]:
    """What a class has; slots that PyQt does not list are there all the same, by Qt's own list."""
    meta = getattr(kind, "staticMetaObject", None)
    slots = [meta.method(place) for place in range(meta.methodCount())] if meta is not None else []
    return {*dir(kind), *(bytes(slot.name()).decode("ascii") for slot in slots)}


def _home(kind: type) -> str:
    """'PyQt5.QtCore' and 'qgis._core' are what 'qgis/PyQt/QtCore' and 'qgis/core' are made of."""
    top, _, rest = kind.__module__.partition(".")
    return f"qgis/PyQt/{rest}" if top.startswith("PyQt") else f"qgis/{rest.lstrip('_')}"


def _class_text(kind: type) -> Iterator[str]:
    known = (base for base in kind.__bases__ if base.__module__.split(".")[-1] not in ("sip", "builtins"))
    yield f"class {kind.__name__}({', '.join(base.__name__ for base in known) or 'object'}):"
    yield "    def __init__(self, *args: Any, **kwargs: Any) -> None: ..."
    yield from (f"    {name}: Any" for name in names_of(kind))


def _file_text(home: str, texts: list[str], homes: dict[str, str]) -> str:
    used = {base for text in texts for base in text.split("\n", 1)[0].split("(")[1].rstrip("):").split(", ")}
    away = sorted((homes[base], base) for base in used if homes.get(base, home) != home)
    imports = [f"from {place[: -len('.pyi')].replace('/', '.')} import {base} as {base}" for place, base in away]
    return "\n\n".join(["\n".join(["from typing import Any", *imports]), UNKNOWN, *texts]) + "\n"


def main() -> int:
    """Write the stubs."""
    for home, text in stubs().items():
        path = STUBS / home
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
