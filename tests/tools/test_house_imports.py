"""The house keeps its rules, and the checks that say so would see it if it did not."""

from __future__ import annotations

import ast
import shutil
import subprocess
from pathlib import Path

import pytest

from tools.lint.house import breaches, forbidden_text, old_python_breaches, project_files
from tools.lint.import_rule import circles, import_breaches, imports_of, tool_breaches
from tools.lint.qt6 import breaches as qt6_breaches

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "strukturbild_plugin"


def test_rooms_import_only_downwards_and_everything_public_says_what_it_is() -> None:
    assert breaches(ROOT) == []


def test_the_shipped_code_can_be_read_by_python_3_9() -> None:
    sources = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in SHIPPED.rglob("*.py")}
    assert len(sources) > 20
    assert old_python_breaches(sources) == []


def test_the_shipped_code_has_no_enum_or_name_that_qt_6_lacks() -> None:
    assert [breach for path in sorted(SHIPPED.rglob("*.py")) for breach in qt6_breaches(path)] == []


def house(**modules: str) -> list[str]:
    """The breaches of a house of these modules: house(store__create='from ..gui import dock')."""
    return import_breaches({name.replace("__", "."): ast.parse(source) for name, source in modules.items()})


@pytest.mark.parametrize(
    ("modules", "seen"),
    [
        ({"goals__tree": "import qgis.core"}, "ren Python"),
        ({"catalogue__load": "from osgeo import ogr"}, "ren Python"),
        ({"catalogue__load": "from .. import compat", "compat": "from qgis.core import Qgis"}, "genom compat"),
        ({"store__create": "from qgis.PyQt.QtWidgets import QWidget"}, "fönster"),
        ({"export__sheet": "from qgis.PyQt import QtWidgets"}, "fönster"),
        ({"processing__create": "from qgis.utils import iface"}, "fönster"),
        ({"store__create": "from ..export import sheet", "export__sheet": ""}, "uppåt"),
        ({"store__create": "def f():\n    from ..gui.dock import Dock", "gui__dock": "Dock = 1"}, "uppåt"),
        ({"store__a": "from .b import x", "store__b": "def f():\n    from . import a"}, "ringimport"),
        ({"gui__a": "from ..processing.b import x", "processing__b": "from ..gui import a"}, "ringimport"),
        ({"gui__dock": "from PyQt5.QtWidgets import QWidget"}, "qgis.PyQt"),
        ({"goals__table": "import yaml"}, "vid start"),
        ({"export__edition": "def f():\n    import pandas"}, "pandas"),
        ({"attic__old": "from ..store import create", "store__create": ""}, "attic"),
        ({"store__gpkg__a": "from ..writing import b", "store__writing__b": ""}, "store/gpkg importerar uppåt"),
        ({"gui__steps__a": "from ..recovery.b import x", "gui__recovery__b": "x = 1"}, "åt sidan"),
        ({"store__attic__a": "from ..gpkg import b", "store__gpkg__b": ""}, "store/attic finns inte"),
        ({"store__create": "def f():\n    from osgeo import ogr"}, "raising_gdal"),
        ({"gui__dock": "import osgeo.gdal as g"}, "raising_gdal"),
        ({"export__sheet": "import importlib\nimportlib.import_module('osgeo.osr')"}, "raising_gdal"),
    ],
)
def test_a_breach_of_the_import_rules_is_seen(modules: dict[str, str], seen: str) -> None:
    found = house(**modules)
    assert any(seen in breach for breach in found), found


def test_what_the_rules_allow_is_not_called_a_breach() -> None:
    assert (
        house(
            catalogue__load="def f():\n    import yaml\nfrom .model import Catalogue",
            catalogue__model="from dataclasses import dataclass",
            store__create="from ..catalogue import load\nfrom qgis.core import QgsProject",
            gui__dock="from qgis.PyQt.QtWidgets import QWidget\nfrom ..store.create import create",
            compat="from osgeo import gdal",
        )
        == []
    )


def test_a_tool_that_goes_to_gdal_by_itself_is_seen(tmp_path: Path) -> None:
    (tmp_path / "strukturbild_plugin").mkdir()
    (tmp_path / "tools" / "base_data").mkdir(parents=True)
    (tmp_path / "tools" / "base_data" / "write.py").write_text("from osgeo import gdal\n", encoding="utf-8")
    assert [breach for breach in breaches(tmp_path) if breach.startswith("tools/base_data/write.py:1:")]


@pytest.mark.parametrize(
    ("tools", "seen"),
    [
        ({"tools.lint.a": "from tools.bench.b import x", "tools.bench.b": "x = 1"}, "tools/lint importerar uppåt"),
        ({"tools.release.a": "from tests.gui.helpers import ROOT"}, "importerar ur testen"),
        ({"tools.bench.a": "from tests.gui.test_forms import form"}, "importerar ur testen"),
        ({"tools.bench.a": "from . import b", "tools.bench.b": "def f():\n    from . import a"}, "ringimport"),
    ],
)
def test_a_breach_of_the_order_among_tools_is_seen(tools: dict[str, str], seen: str) -> None:
    found = tool_breaches({name: ast.parse(source) for name, source in tools.items()})
    assert any(seen in breach for breach in found), found


def test_what_tools_may_do_is_not_called_a_breach() -> None:
    using = "from tests.gui.helpers import x\nfrom tools.release.b import y"
    assert tool_breaches({"tools.bench.a": ast.parse(using), "tools.release.b": ast.parse("y = 1")}) == []


def test_a_circle_is_told_with_its_way_round() -> None:
    modules = {"a": ast.parse("from . import b"), "b": ast.parse("from . import c"), "c": ast.parse("from .a import x")}
    rings = circles({name: list(imports_of(name, tree, modules)) for name, tree in modules.items()})
    assert rings == [["a", "b", "c", "a"]]


@pytest.mark.parametrize("with_git", [False, True] if shutil.which("git") else [False])
def test_what_runs_leave_in_the_tree_is_not_the_project(tmp_path: Path, with_git: bool) -> None:
    if with_git:
        subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    shutil.copy(ROOT / ".gitignore", tmp_path)
    left = [".hypothesis/constants/27f4", ".pytest_cache/README.md", "out/demo.txt", ".venv/a.py", "lager.gpkg-wal"]
    for name in [*left, "README.md", "tests/test_a.py"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    found = {path.relative_to(tmp_path).as_posix() for path in project_files(tmp_path)}
    assert found - {".gitignore"} == {"README.md", "tests/test_a.py"}


def test_paths_of_a_machine_and_hosts_of_registries_are_seen(tmp_path: Path) -> None:
    # Written in parts: the rule holds for this file too.
    faults = ("/wo" + "rk/main", "/ho" + "me/anna/x", "deb" + ".debian.org", "py" + "pi.org/simple")
    for number, bad in enumerate(faults):
        (tmp_path / f"{number}.md").write_text(f"se {bad}\n", encoding="utf-8")
    (tmp_path / "bra.md").write_text("se https://www.rvn.se och /usr/bin/python3\n", encoding="utf-8")
    assert len(list(forbidden_text(sorted(tmp_path.iterdir()), tmp_path))) == 4


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("from qgis.PyQt.QtWidgets import QMessageBox\nx = QMessageBox.Yes", "QMessageBox.StandardButton.Yes"),
        ("from qgis.PyQt import QtCore\nx = QtCore.Qt.UserRole", "QtCore.Qt.ItemDataRole.UserRole"),
        ("from qgis.core import QgsTask\nx = QgsTask.CanCancel", "QgsTask.Flag.CanCancel"),
        ("from qgis.PyQt.QtWidgets import QDialog\nclass D(QDialog):\n    def f(self): self.Accepted", "DialogCode"),
        ("dialog.exec_()", "exec"),
        ("from qgis.PyQt.QtCore import QRegExp", "QRegularExpression"),
        ("import PyQt5.QtCore", "qgis.PyQt"),
    ],
)
def test_what_qt_6_does_not_know_is_seen(tmp_path: Path, line: str, right: str) -> None:
    file = tmp_path / "kod.py"
    file.write_text(line, encoding="utf-8")
    assert any(right in breach for breach in qt6_breaches(file))


def test_scoped_enums_pass(tmp_path: Path) -> None:
    file = tmp_path / "kod.py"
    file.write_text(
        "from qgis.PyQt.QtWidgets import QMessageBox\nfrom qgis.core import Qgis\n"
        "x = (QMessageBox.StandardButton.Yes, Qgis.MessageLevel.Warning, QMessageBox.question)\n",
        encoding="utf-8",
    )
    assert list(qt6_breaches(file)) == []
