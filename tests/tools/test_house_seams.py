"""A class of gui that takes something as Any is refused, however that is written; a circle of types is a circle."""

from __future__ import annotations

import ast

import pytest

from tools.lint.import_rule import import_breaches
from tools.lint.seam_rule import seam_breaches


def told(source: str, module: str = "gui.dock.page") -> list[int]:
    return [line for _name, line, _why in seam_breaches({module: ast.parse(source)})]


@pytest.mark.parametrize(
    "taken",
    [
        "dock: Any",
        "dock",
        "dock: Any | None = None",
        "dock: Optional[Any] = None",
        "dock: typing.Any",
        "dock: 'Any'",
        "dock: Union[Dock, Any]",
        "page: Page, *, dock: Any",
        "*parts: Any",
        "**parts: Any",
    ],
)
def test_a_constructor_that_does_not_say_what_it_takes_is_seen(taken: str) -> None:
    assert told(f"class Page:\n    def __init__(self, {taken}) -> None:\n        pass") == [2]


def test_what_a_dataclass_holds_is_what_its_constructor_takes() -> None:
    assert told("@dataclass(frozen=True)\nclass Page:\n    name: str\n    dock: Any = None") == [4]
    assert told("class Page:\n    dock: Any = None") == []


@pytest.mark.parametrize(
    "taken",
    [
        "dock: Dock",
        "dock: Dock | None = None",
        "call: Callable[[Any], Any]",
        "values: dict[str, Any]",
        "dock: 'Dock'",
        "*parts: Dock",
    ],
)
def test_what_says_something_is_let_be(taken: str) -> None:
    assert told(f"class Page:\n    def __init__(self, {taken}) -> None:\n        self.kept: Any = None") == []


def test_other_functions_and_other_rooms_are_let_be() -> None:
    assert (
        told("def fill(item: Any) -> None:\n    pass\nclass A:\n    def put(self, value: Any) -> None:\n        pass")
        == []
    )
    assert told("class A:\n    def __init__(self, value: Any) -> None:\n        pass", "store.create.copy") == []


def test_modules_that_import_each_other_for_their_types_alone_are_a_circle() -> None:
    page = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .dock import Dock"
    modules = {"gui.dock.dock": "from .page import Page", "gui.dock.page": page}
    said = import_breaches({name: ast.parse(source) for name, source in modules.items()})
    assert len([one for one in said if one.startswith("ringimport")]) == 1
