"""What mypy is told of Qt's classes holds for the Qt that runs, and for every class that ours derive from."""

from __future__ import annotations

import ast
import importlib

import pytest

from tools.lint.qt_stubs import STUBS, all_names, derived_from

FILES = sorted(STUBS.rglob("*.pyi"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_name_that_a_stub_says_is_there_is_there(path) -> None:
    module = ".".join(path.relative_to(STUBS).with_suffix("").parts).removesuffix(".__init__")
    for kind in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(kind, ast.ClassDef):
            there = all_names(getattr(importlib.import_module(module), kind.name))
            said = {node.target.id for node in kind.body if isinstance(node, ast.AnnAssign)}
            assert said <= there, kind.name


def test_no_class_of_ours_derives_from_one_that_mypy_does_not_know() -> None:
    told = {
        (".".join(path.relative_to(STUBS).with_suffix("").parts), node.name)
        for path in FILES
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    }
    assert len(derived_from()) > 20
    assert derived_from() <= told, "make them known: python -m tools.lint.qt_stubs"
