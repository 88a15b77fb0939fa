"""Does the shipped code run on Qt 6 too? `python -m tools.lint.qt6 FOLDER` prints what would not, and fails.

flake8-qgis sees much of it. What it misses is an enum value named through its class (`QMessageBox.Yes`), which PyQt6
does not know: the running PyQt5 tells which names are such values, so the check needs no list of its own.
"""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

DIRECT = ("PyQt5", "PyQt6", "PySide2", "PySide6", "sip")
GONE_CALLS = {"exec_": "exec", "print_": "print"}
GONE_NAMES = {
    "QRegExp": "QRegularExpression",
    "QDesktopWidget": "QScreen",
    "QTextCodec": "codecs",
    "qApp": "QApplication.instance()",
    "QVariant": "None eller QMetaType (i compat.py)",
}
VERSION_DIFFERENCES = "compat.py"
"""The one file that may name what only one of the versions has."""


def breaches(path: Path) -> Iterator[str]:
    """What in the file would fail on Qt 6, as 'file:line: sentence'."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    guarded = path.name == VERSION_DIFFERENCES
    known = dict(_imported(tree))
    for node in ast.walk(tree):
        for why in _faults(node, known, guarded):
            yield f"{path}:{getattr(node, 'lineno', 1)}: {why}"


def _faults(node: ast.AST, known: dict[str, object], guarded: bool) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (f"importerar {a.name}; bara qgis.PyQt" for a in node.names if a.name.split(".")[0] in DIRECT)
    elif isinstance(node, ast.ImportFrom):
        if (node.module or "").split(".")[0] in DIRECT:
            yield f"importerar {node.module}; bara qgis.PyQt"
        if not guarded and (node.module or "").startswith("qgis.PyQt"):
            yield from (f"{a.name} finns inte i Qt 6: {GONE_NAMES[a.name]}" for a in node.names if a.name in GONE_NAMES)
    elif isinstance(node, ast.Attribute):
        if node.attr in GONE_CALLS and not guarded:
            yield f".{node.attr} finns inte i Qt 6: {GONE_CALLS[node.attr]}"
        if not guarded:
            yield from _unscoped(node, known)
    elif isinstance(node, ast.ClassDef) and not guarded:
        yield from _unscoped_in_own(node, known)


def _unscoped(node: ast.Attribute, known: dict[str, object]) -> Iterator[str]:
    owner = _resolve(node.value, known)
    scope = _enum_scope(owner, node.attr)
    if scope:
        yield f"{ast.unparse(node)} ska vara {ast.unparse(node.value)}.{scope}.{node.attr}"


def _unscoped_in_own(node: ast.ClassDef, known: dict[str, object]) -> Iterator[str]:
    """`self.Accepted` in a class of our own that derives from one of Qt's."""
    bases = [base for base in (_resolve(base, known) for base in node.bases) if base is not None]
    for inner in ast.walk(node):
        if isinstance(inner, ast.Attribute) and isinstance(inner.value, ast.Name) and inner.value.id in ("self", "cls"):
            scope = next(filter(None, (_enum_scope(base, inner.attr) for base in bases)), "")
            if scope:
                yield f"rad {inner.lineno}: self.{inner.attr} ska vara {scope}.{inner.attr}"


def _enum_scope(owner: object, attribute: str) -> str:
    """The enum's own name when `owner.attribute` is a value of one of `owner`'s enums, else ''."""
    value = getattr(owner, attribute, None) if isinstance(owner, type) else None
    kind = type(value)
    if value is None or kind in (int, str, float, bool) or not isinstance(value, int):
        return ""
    parts = kind.__qualname__.split(".")
    scope = parts[-1]
    declared = any(base.__name__ == parts[-2] for base in owner.__mro__) if len(parts) == 2 else False  # type: ignore[attr-defined]
    return scope if declared and hasattr(getattr(owner, scope, None), attribute) else ""


def _imported(tree: ast.Module) -> Iterator[tuple[str, object]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").split(".")[0] == "qgis":
            try:
                module = importlib.import_module(node.module or "")
            except ImportError:
                continue
            for alias in node.names:
                value = getattr(module, alias.name, None)
                if value is not None:
                    yield alias.asname or alias.name, value


def _resolve(node: ast.expr, known: dict[str, object]) -> object:
    if isinstance(node, ast.Name):
        return known.get(node.id)
    if isinstance(node, ast.Attribute):
        return getattr(_resolve(node.value, known), node.attr, None)
    return None


def main(arguments: list[str]) -> int:
    """Check every Python file under the folders given; 1 if anything was found."""
    files = [path for folder in arguments for path in sorted(Path(folder).rglob("*.py"))]
    found = [breach for path in files for breach in breaches(path)]
    print("\n".join(found) if found else f"Qt 6: {len(files)} filer utan anmärkning.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
