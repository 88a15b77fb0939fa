"""The rules of the house: which room may import which, what is said of everything public, what may not be written.

`python -m tools.lint.house` prints every breach and fails; tests/tools/test_house_imports.py proves that it sees them.
"""

from __future__ import annotations

import ast
import fnmatch
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from tools.lint.clock_rule import clock_breaches
from tools.lint.import_rule import PACKAGE, gdal_past_compat, import_breaches, read_modules, tool_breaches
from tools.lint.seam_rule import seam_breaches
from tools.lint.slot_rule import slot_breaches
from tools.lint.test_rule import breaches_among_tests

ROOT = Path(__file__).resolve().parents[2]
MAX_FILE_LINES, MAX_FUNCTION_LINES = 400, 60
OVERRIDING = ("gui", "processing", "plugin", "__init__")
"""Rooms that override Qt's and QGIS's methods: those are documented where they come from."""

# In parts, so that the rule does not break itself.
_MACHINE_PATHS = "|".join(("/wo" + "rk/", "/ro" + "ot/"))
_SOMEBODYS_HOME = "|".join(("/ho" + "me/[a-z]", "C:" + r"\\+Users"))
_MIRRORS = "|".join(("deb" + r"\.debian\.", "archive" + r"\.ubuntu\."))
_REGISTRIES = "|".join(("py" + r"pi\.(org|python)", "python" + "hosted", "registry" + r"\.npm"))
FORBIDDEN_TEXT = re.compile(f"({_MACHINE_PATHS}|{_SOMEBODYS_HOME}|{_MIRRORS}|{_REGISTRIES})")
FORBIDDEN_IN_TESTS = re.compile(f"({_MACHINE_PATHS}|{_MIRRORS}|{_REGISTRIES})")
"""Tests may make up a user to see what the plugin says of a path."""
TEXT_FILES = {"", ".py", ".md", ".txt", ".toml", ".yaml", ".yml", ".sh", ".html", ".j2", ".css", ".csv", ".svg", ".ts"}


def breaches(root: Path = ROOT) -> list[str]:
    """Every breach of the house rules in the project at `root`, as 'file:line: sentence'."""
    modules = read_modules(root / PACKAGE)
    found = import_breaches(modules)
    for name, tree in modules.items():
        path = f"{PACKAGE}/{name.replace('.', '/')}.py"
        source = (root / path).read_text(encoding="utf-8") if (root / path).exists() else ""
        found.extend(f"{path}:{line}: {why}" for line, why in _public_without_docstring(name, tree))
        found.extend(f"{path}:{line}: {why}" for line, why in _too_long(tree, source))
    found.extend(f"{PACKAGE}/{name.replace('.', '/')}.py:{line}: {why}" for name, line, why in seam_breaches(modules))
    found.extend(f"{PACKAGE}/{name.replace('.', '/')}.py:{line}: {why}" for name, line, why in slot_breaches(modules))
    tools = {".".join(("tools", *name.split("."))): tree for name, tree in read_modules(root / "tools").items()}
    found.extend(tool_breaches(tools))
    for name, tree in tools.items():
        found.extend(f"{name.replace('.', '/')}.py:{line}: {why}" for line, why in gdal_past_compat(tree))
    files = project_files(root)
    found.extend(forbidden_text(files, root))
    found.extend(clock_breaches((path for path in files if _is_test(path, root)), root))
    found.extend(breaches_among_tests(files, root))
    return found


def project_files(root: Path) -> list[Path]:
    """The text files of the project that git keeps (or would keep)."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout.decode("utf-8")
        names = [Path(root, name) for name in listed.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):  # a copy of the tree without its history
        left = _left_by_runs(root)
        names = [path for path in root.rglob("*") if not left(path.relative_to(root))]
    return [path for path in names if path.suffix in TEXT_FILES and path.is_file()]


def _left_by_runs(root: Path) -> Callable[[Path], bool]:
    """Whether a path is something runs leave in the tree: .gitignore says which files and folders those are."""
    ignored = root / ".gitignore"
    lines = ignored.read_text(encoding="utf-8").split() if ignored.is_file() else []
    patterns = [".git", *(line.rstrip("/") for line in lines)]

    def left(path: Path) -> bool:
        names = {*path.parts, path.as_posix(), *(above.as_posix() for above in path.parents)}
        return any(fnmatch.fnmatch(name, pattern) for name in names for pattern in patterns)

    return left


def _is_test(path: Path, root: Path) -> bool:
    return path.suffix == ".py" and path.relative_to(root).parts[0] == "tests"


def forbidden_text(files: Iterable[Path], root: Path) -> Iterator[str]:
    """Paths of somebody's machine, and hosts of mirrors and registries: those are the machine's own business."""
    for path in files:
        forbidden = FORBIDDEN_IN_TESTS if path.relative_to(root).parts[0] == "tests" else FORBIDDEN_TEXT
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(lines, 1):
            hit = forbidden.search(line)
            if hit:
                yield f"{path.relative_to(root)}:{number}: '{hit.group()}' hör till en maskin, inte till projektet"


def _public_without_docstring(module: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    if not ast.get_docstring(tree):
        yield 1, "filen saknar docstring"
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                yield node.lineno, f"{node.name} saknar docstring"
            if isinstance(node, ast.ClassDef):
                yield from _methods_without_docstring(module, node)


def _methods_without_docstring(module: str, owner: ast.ClassDef) -> Iterator[tuple[int, str]]:
    overrides = module.split(".")[0] in OVERRIDING and bool(owner.bases)
    for node in owner.body:
        public = isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        if public and not overrides and not ast.get_docstring(node):  # type: ignore[arg-type]
            yield node.lineno, f"{owner.name}.{node.name} saknar docstring"  # type: ignore[attr-defined]


def _too_long(tree: ast.Module, source: str) -> Iterator[tuple[int, str]]:
    length = source.count("\n")
    if length > MAX_FILE_LINES:
        yield 1, f"filen har {length} rader; högst {MAX_FILE_LINES}"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None:
            size = node.end_lineno - node.lineno + 1
            if size > MAX_FUNCTION_LINES:
                yield node.lineno, f"{node.name} har {size} rader; högst {MAX_FUNCTION_LINES}"


def old_python_breaches(modules: Mapping[str, str]) -> list[str]:
    """Files (name -> source) that Python 3.9, the oldest QGIS ships, cannot read."""
    found = []
    for name, source in modules.items():
        try:
            ast.parse(source, feature_version=(3, 9))
        except SyntaxError as error:
            found.append(f"{name}:{error.lineno}: {error.msg}")
    return found


def main() -> int:
    """Print the breaches; 1 if there are any."""
    found = breaches()
    print("\n".join(found) if found else "Husets regler hålls.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
