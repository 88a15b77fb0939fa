"""Nothing in gui that Qt calls stands outside the guard (gui/guarded.py): slots, timers, menus, keys, and overrides.

A slot is connected as `signal.connect(guarded(slot))`, and disconnected as it was connected. A class that derives from
one of Qt's or QGIS's, directly or through one of ours, is decorated with `@guarded`: then its event handlers, filters,
paint, undo() and model methods are guarded, those of tomorrow too.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

ROOM = "gui"
GUARD = "guarded"
_SAY = f"anropas av Qt; skriv {GUARD}(…) runt det"


def slot_breaches(modules: Mapping[str, ast.Module]) -> Iterator[tuple[str, int, str]]:
    """Module, line and sentence of all that Qt calls in gui and that is not guarded."""
    gui = {name: tree for name, tree in modules.items() if name.split(".")[0] == ROOM}
    theirs = {
        alias.asname or alias.name
        for tree in gui.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "qgis"
        for alias in node.names
    }
    classes = [(name, node) for name, tree in gui.items() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    called = _called_by_qt([node for _name, node in classes], theirs)
    for name, node in classes:
        if node.name in called and not any(_last(each) == GUARD for each in node.decorator_list):
            yield name, node.lineno, f"{node.name} har metoder som Qt anropar; skriv @{GUARD} över klassen"
    for name, tree in gui.items():
        for each in ast.walk(tree):
            for slot in _slots(each):
                if not (isinstance(slot, ast.Call) and _last(slot.func) == GUARD):
                    yield name, slot.lineno, f"{ast.unparse(slot)} {_SAY}"


def _called_by_qt(classes: list[ast.ClassDef], theirs: set[str]) -> set[str]:
    """Names of the classes with methods that derive from one of Qt's or QGIS's, also through others of ours."""
    derived: set[str] = set()
    more = True
    while more:
        found = {one.name for one in classes if any(_last(base) in theirs | derived for base in one.bases)}
        more, derived = found != derived, found
    return {
        one.name for one in classes if one.name in derived and any(isinstance(n, ast.FunctionDef) for n in one.body)
    }


def _slots(node: ast.AST) -> Iterator[ast.expr]:
    """What a statement or call hands to Qt to be called."""
    if isinstance(node, ast.Assign):
        yield from (node.value for target in node.targets if isinstance(target, ast.Attribute) and _is_event(target))
    if not isinstance(node, ast.Call):
        return
    name, given = _last(node.func), [*node.args, *(word.value for word in node.keywords if word.arg == "slot")]
    if (
        name in ("connect", "disconnect")
        and isinstance(node.func, ast.Attribute)
        and _last(node.func.value) != "sqlite3"
    ):
        yield from given[:1]
    elif name == "singleShot":
        yield from given[-1:]
    elif name == "QShortcut":
        yield from given[2:]
    elif name == "addAction" and given and _last(given[0]) not in ("icon", "QIcon"):
        yield from given[1:2]
    elif name == "addAction":
        yield from given[2:3]


def _is_event(target: ast.Attribute) -> bool:
    """Whether it puts a function in the place of a widget's event handler."""
    return target.attr.endswith("Event")


def _last(node: ast.expr) -> str:
    """'guarded' of `guarded`, `x.guarded` and `guarded(…)`."""
    if isinstance(node, ast.Call):
        return _last(node.func)
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
