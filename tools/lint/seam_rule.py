"""What a class of gui takes says what it is: behind `Any` no type checker sees that a method is called otherwise.

A class the file may import, or a small Protocol in the file that needs it, where importing would make a circle. Inside
other types (`dict[str, Any]`, `Callable[[Any], None]`) anything goes, and what a signal or a file brings is unknown.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

ROOM = "gui"


def seam_breaches(modules: Mapping[str, ast.Module]) -> Iterator[tuple[str, int, str]]:
    """Module, line and sentence of every constructor in gui that takes something without saying what it is."""
    for name, tree in modules.items():
        if name.split(".")[0] != ROOM:
            continue
        for owner in ast.walk(tree):
            if isinstance(owner, ast.ClassDef):
                for line, what in _untyped(owner):
                    yield name, line, f"{owner.name} tar {what} som Any; en klass eller ett Protocol säger vad den är"


def _untyped(owner: ast.ClassDef) -> Iterator[tuple[int, str]]:
    for node in owner.body:
        if isinstance(node, ast.FunctionDef) and node.name == "__init__":
            taken = node.args
            for each in (*taken.posonlyargs, *taken.args[1:], *taken.kwonlyargs, taken.vararg, taken.kwarg):
                if each is not None and _says_nothing(each.annotation):
                    yield each.lineno, each.arg
        elif isinstance(node, ast.AnnAssign) and _is_dataclass(owner) and _says_nothing(node.annotation):
            yield node.lineno, ast.unparse(node.target)


def _says_nothing(annotation: ast.expr | None) -> bool:
    """Nothing at all, `Any`, or `Any` or something else: that is `Any` too."""
    if annotation is None:
        return True
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return _says_nothing(ast.parse(annotation.value, mode="eval").body)
    if isinstance(annotation, ast.BinOp):
        return _says_nothing(annotation.left) or _says_nothing(annotation.right)
    if isinstance(annotation, ast.Subscript) and _last(annotation.value) in ("Optional", "Union", "Final"):
        inner = annotation.slice
        return any(map(_says_nothing, inner.elts if isinstance(inner, ast.Tuple) else [inner]))
    return _last(annotation) == "Any"


def _last(node: ast.expr) -> str:
    """'Any' of `typing.Any`."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _is_dataclass(owner: ast.ClassDef) -> bool:
    calls = (each.func if isinstance(each, ast.Call) else each for each in owner.decorator_list)
    return any(_last(call) == "dataclass" for call in calls)
