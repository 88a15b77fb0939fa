"""How tests may share code: it lies in helpers, and those of a room use helpers of that room or of lower ones.

The rooms of tests/ have the order of the plugin's (tools/lint/rooms.py). What lies beside them in tests/ is for all;
`package`, `tools` and `e2e`, which try everything at once, stand above them. A test itself may use any helper. No test
file is imported by another: its fixtures would be found, and its tests collected, twice. No folder holds more than
MAX_FILES Python files.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.lint.rooms import ROOMS, ranks

MAX_FILES = 25
_TESTS = "tests"
_HIGHEST = ("package", "tools", "e2e")
_RANKS = ranks((*ROOMS, _HIGHEST))


def breaches_among_tests(files: Iterable[Path], root: Path) -> Iterator[str]:
    """Breaches among the Python files `files` of the project at `root`, as 'file:line: sentence'."""
    python = sorted(path.relative_to(root) for path in files if path.suffix == ".py")
    for path in python:
        if path.parts[0] == _TESTS:
            tree = ast.parse((root / path).read_text(encoding="utf-8"), str(path))
            for line, module in _imports(path, tree):
                why = _fault(path, module)
                if why:
                    yield f"{path}:{line}: {why}"
    for folder, count in sorted(Counter(path.parent for path in python).items()):
        if count > MAX_FILES:
            yield f"{folder}:1: mappen har {count} Pythonfiler; högst {MAX_FILES}"


def _imports(path: Path, tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full name of every module that the file imports, also where the import may name something in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = path.parts[: len(path.parts) - node.level] if node.level else ()
            base = ".".join((*package, *filter(None, [node.module])))
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def _fault(path: Path, module: str) -> str:
    parts = module.split(".")
    if parts[0] != _TESTS:
        return ""
    if any(part.startswith("test_") for part in parts):
        return f"importerar testfilen {module}: lägg det som delas i en helpers.py"
    own, used = _room(path.parts), _room(tuple(parts))
    if own == used or path.name.startswith("test_") or _rank(used) < _rank(own):
        return ""
    return f"hjälpen i {own or _TESTS} använder {used} ({module}): bara det egna rummet och lägre"


def _room(parts: tuple[str, ...]) -> str:
    """'store' of tests/store/helpers.py and of tests.store.helpers.new_file; '' for what lies in tests/ itself."""
    return parts[1] if len(parts) > 2 and parts[1] in _RANKS else ""


def _rank(room: str) -> int:
    return _RANKS[room] if room else -1
