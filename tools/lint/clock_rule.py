"""No test holds a clock against a limit: it fails on a busy machine and passes on a fast one. Count the work instead.

Waiting until something happens, with a limit, is no measuring: only what an assertion compares is looked at. What takes
time is for `make bench`; tests/counting.py counts.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

CLOCKS = {"time", "perf_counter", "monotonic", "process_time", "thread_time", "default_timer"}
CLOCKS |= {f"{name}_ns" for name in CLOCKS}
_MODULES = {"time", "timeit"}
_CLOCK_IN_SCRIPT = re.compile(r"\b(perf_counter|monotonic|process_time|thread_time|time\.time|timeit)\b")
_IMPORTS_CLOCK = re.compile(r"\b(import|from)\b.*\btime(it)?\b")
"""Also within a script; most files need no closer look."""
_GROWING_METHODS = {"append", "add", "extend", "insert", "update", "setdefault"}


def clock_breaches(files: Iterable[Path], root: Path) -> Iterator[str]:
    """Assertions in `files` (tests) that compare what a clock said, and clocks in scripts that a test writes."""
    for path in files:
        try:
            source = path.read_text(encoding="utf-8")
            tree = ast.parse(source if _IMPORTS_CLOCK.search(source) else "")
        except (SyntaxError, UnicodeDecodeError):
            continue
        name = path.relative_to(root)
        for line in sorted(set(_compared(tree))):
            yield f"{name}:{line}: ett test jämför en klocka; räkna arbetet i stället (tests/counting.py, make bench)"
        for line in sorted(set(_in_scripts(tree))):
            yield f"{name}:{line}: ett skript i ett test läser en klocka; räkna arbetet i stället"


def _compared(tree: ast.Module) -> Iterator[int]:
    imported = _imported(tree)
    for part in tree.body:
        timed = _timed(part, imported)
        for node in ast.walk(part):
            if isinstance(node, ast.Assert):
                compared = (each for each in ast.walk(node.test) if isinstance(each, ast.Compare))
                if any(_tells_time(each, timed, imported) for each in compared):
                    yield node.lineno


def _imported(tree: ast.Module) -> set[str]:
    """Clocks that go by a bare name here: `from time import perf_counter as now`."""
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module in _MODULES)
    return {name.asname or name.name for node in imports for name in node.names if name.name in CLOCKS}


def _timed(part: ast.AST, imported: set[str]) -> set[str]:
    """Names within a function or class that hold what a clock said, or something reckoned from it."""
    timed: set[str] = set()
    while True:
        before = len(timed)
        for node in ast.walk(part):
            timed.update(_made_timed(node, timed, imported))
        if len(timed) == before:
            return timed


def _made_timed(node: ast.AST, timed: set[str], imported: set[str]) -> Iterator[str]:
    if any(_tells_time(value, timed, imported) for value in _values_of(node)):
        for target in _targets_of(node):
            yield from _names(target)


def _values_of(node: ast.AST) -> list[ast.AST]:
    """What a part of the code hands on."""
    if isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.NamedExpr)):
        return [node.value] if node.value else []
    if isinstance(node, (ast.For, ast.comprehension)):
        return [node.iter]
    if isinstance(node, ast.FunctionDef):
        return [each.value for each in ast.walk(node) if isinstance(each, (ast.Return, ast.Yield)) and each.value]
    return list(node.args) if _is_growing(node) else []  # type: ignore[attr-defined]


def _targets_of(node: ast.AST) -> list[ast.AST]:
    """What it is handed to."""
    if isinstance(node, ast.Assign):
        return list(node.targets)
    if isinstance(node, ast.FunctionDef):
        return [ast.Name(node.name)]
    return [node.func.value if _is_growing(node) else node.target]  # type: ignore[attr-defined]


def _is_growing(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _GROWING_METHODS


def _names(target: ast.AST) -> Iterator[str]:
    """The names that are given a value: of `a, self.b, c[0]` a, b and c."""
    if isinstance(target, ast.Name):
        yield target.id
    elif isinstance(target, ast.Attribute):
        yield target.attr
    elif isinstance(target, (ast.Subscript, ast.Starred)):
        yield from _names(target.value)
    elif isinstance(target, (ast.Tuple, ast.List)):
        for each in target.elts:
            yield from _names(each)


def _tells_time(value: ast.AST, timed: set[str], imported: set[str]) -> bool:
    for node in ast.walk(value):
        if isinstance(node, ast.Attribute):
            of_module = isinstance(node.value, ast.Name) and node.value.id in _MODULES
            if node.attr in timed or (of_module and node.attr in CLOCKS):
                return True
        if isinstance(node, ast.Name) and (node.id in timed or node.id in imported):
            return True
    return False


def _in_scripts(tree: ast.Module) -> Iterator[int]:
    """Texts that read a clock: Python for a process of its own. Documentation is no script."""
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
        if is_text and _CLOCK_IN_SCRIPT.search(node.value):  # type: ignore[attr-defined]
            yield node.lineno  # type: ignore[attr-defined]
