"""The rule of the house about tests: what they share lies in helpers, which use only their own room and lower ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import ROOT
from tools.lint.house import project_files
from tools.lint.test_rule import MAX_FILES, breaches_among_tests


def found(root: Path, **sources: str) -> list[str]:
    """The breaches of a tree with these files; '__' in a name parts folders."""
    for name, source in sources.items():
        path = root / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return list(breaches_among_tests(sorted(root.rglob("*.py")), root))


def test_the_tests_keep_the_rule() -> None:
    assert list(breaches_among_tests(project_files(ROOT), ROOT)) == []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("tests__store__test_b", "from tests.store.test_a import made"),
        ("tests__store__test_b", "def f():\n    from .test_a import made"),
        ("tests__store__test_b", "from tests.store import test_a"),
        ("tests__checks__helpers", "from tests.export.helpers import snapshot"),
        ("tests__checks__helpers", "from ..drawing.helpers import scene"),
        ("tests__gui__helpers", "import tests.package.helpers"),
        ("tests__conftest", "from tests.gui.screen import Screen"),
    ],
)
def test_a_breach_is_seen(name: str, source: str, tmp_path: Path) -> None:
    (breach,) = found(tmp_path, **{name: source})
    assert breach.startswith(f"{name.replace('__', '/')}.py:{source.count(chr(10)) + 1}: ")


def test_what_the_rule_allows_is_not_called_a_breach(tmp_path: Path) -> None:
    assert not found(
        tmp_path,
        tests__export__helpers="from tests.store.helpers import a\nfrom tests.helpers import b\nfrom .more import c",
        tests__export__sheets__helpers="from tests.export.helpers import the",
        tests__sanitize__test_files="from tests.store.helpers import a",
        tests__package__helpers="from tests.gui.helpers import Desktop",
    )


def test_a_folder_with_too_many_files_is_seen(tmp_path: Path) -> None:
    files = {f"tests__gui__part_{number}": "" for number in range(MAX_FILES)}
    assert found(tmp_path, **files) == []
    assert found(tmp_path, **files, tests__gui__one_more="") == [
        f"tests/gui:1: mappen har {MAX_FILES + 1} Pythonfiler; högst {MAX_FILES}"
    ]
