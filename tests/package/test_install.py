"""What users get is what is tested: the zip, installed in an empty profile, does the main job and starts in QGIS."""

from __future__ import annotations

import ast
import configparser
import json
import os
import zipfile
from pathlib import Path

import pytest

from tests.helpers import program
from tests.package.helpers import Profile
from tests.screen import Screen, running, wait_for
from tools.release.bundle import BundleError, rewrite
from tools.release.package import BINARIES, MAX_ZIP_BYTES, make_package, write_zip

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "out" / "bilder"
NOT_AT_START = ("yaml", "jinja2", "pypdf", "reportlab", "openpyxl")


@pytest.fixture(scope="module")
def package(base_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_package(tmp_path_factory.mktemp("paket"))


@pytest.fixture(scope="module")
def profile(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Profile:
    fresh = Profile(tmp_path_factory.mktemp("profil"))
    fresh.install(package)
    return fresh


def test_the_zip_is_one_folder_with_licence_and_data_and_no_binaries(package: Path) -> None:
    assert package.stat().st_size <= MAX_ZIP_BYTES
    with zipfile.ZipFile(package) as archive:
        names = set(archive.namelist())
    assert {name.split("/")[0] for name in names} == {"strukturbild_plugin"}
    assert not [name for name in names if Path(name).suffix.lower() in BINARIES or "__pycache__" in name]
    inside = {name[len("strukturbild_plugin/") :] for name in names}
    assert {"__init__.py", "metadata.txt", "LICENSE", "resources/basdata.gpkg", "styles/tryck.yaml"} <= inside
    assert any(name.startswith("resources/fonts/") and name.endswith(".ttf") for name in inside)
    assert {"resources/fonts/OFL.txt", "licences/LGPL-3.0.txt", "_bundled/licences/pypdf/LICENSE"} <= inside
    assert "resources/i18n/strukturbild_en.qm" in inside
    assert not [name for name in inside if name.startswith(("tests/", "tools/", "docs/", "."))]


def test_the_same_files_give_the_same_bytes_whenever_and_wherever(package: Path, tmp_path: Path) -> None:
    for place, time in (("här", 1_000_000_000), ("där", 1_700_000_000)):
        with zipfile.ZipFile(package) as archive:
            archive.extractall(tmp_path / place)
        for path in (tmp_path / place).rglob("*"):
            os.utime(path, (time, time))
        write_zip(tmp_path / place / "strukturbild_plugin", tmp_path / f"{place}.zip")
    assert (tmp_path / "här.zip").read_bytes() == (tmp_path / "där.zip").read_bytes() == package.read_bytes()


def test_the_bundled_libraries_are_reached_only_through_the_plugin(package: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        sources = {name: archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".py")}
    imported = set()
    for name, source in sources.items():
        for node in ast.walk(ast.parse(source, name)):
            if isinstance(node, ast.Import):
                imported.update(alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                imported.add((node.module or "").split(".")[0])
    assert not {"pypdf", "typing_extensions"} & imported
    for name, source in sources.items():
        if "/_bundled/" not in name:
            assert not any(isinstance(node, ast.Assert) for node in ast.walk(ast.parse(source))), name


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("from pypdf import PdfReader", "from strukturbild_plugin._bundled.pypdf import PdfReader"),
        ("    from pypdf.generic import (", "    from strukturbild_plugin._bundled.pypdf.generic import ("),
        ("import pypdf", "from strukturbild_plugin._bundled import pypdf"),
        ("import pypdf.generic as g", "from strukturbild_plugin._bundled.pypdf import generic as g"),
        ("from .pypdf import x  # pypdf", "from .pypdf import x  # pypdf"),
    ],
)
def test_an_import_of_a_bundled_library_is_rewritten(line: str, becomes: str) -> None:
    frame = "def f():\n{}\n    NameObject)\n" if line.endswith("(") else "{}\n"
    assert rewrite(frame.format(line), "kod.py") == frame.format(becomes)


def test_an_import_that_cannot_be_rewritten_stops_the_packaging() -> None:
    with pytest.raises(BundleError, match=r"kod\.py:1"):
        rewrite("import pypdf.generic\n", "kod.py")


def test_metadata_says_what_the_plugin_repository_asks_for(package: Path) -> None:
    metadata = configparser.ConfigParser()  # with interpolation, as the repository reads it
    with zipfile.ZipFile(package) as archive:
        metadata.read_string(archive.read("strukturbild_plugin/metadata.txt").decode("utf-8"))
        general = metadata["general"]
        assert f"strukturbild_plugin/{general['icon']}" in archive.namelist()
    for field in ("name", "description", "about", "version", "author", "email", "tracker", "repository", "homepage"):
        assert general[field].strip(), field
    assert "plugin" not in general["name"].lower()
    assert (general["qgisMinimumVersion"], general["qgisMaximumVersion"]) == ("3.22", "4.99")
    assert general["hasProcessingProvider"] == "yes"
    assert all(library in general["about"] for library in ("pypdf", "typing_extensions"))


def test_the_installed_plugin_makes_checks_exports_and_verifies(profile: Profile, tmp_path: Path) -> None:
    listed = profile.process("list")
    for name in ("create", "create_example", "import_objects", "import_goals", "check", "export", "verify"):
        assert f"strukturbild:{name}\t" in listed.stdout, listed.stdout + listed.stderr

    own, example, editions = tmp_path / "egen.gpkg", tmp_path / "exempel.gpkg", tmp_path / "utgåvor"
    profile.run("create", LAN="Värmland, 18", FIL=own)
    assert own.stat().st_size > 100_000
    profile.run("create_example", EXEMPEL="nobelbanestraket", FIL=example)
    profile.run("check", FIL=example)
    exported = profile.run("export", FIL=example, MAPP=editions)
    made = [path for path in editions.rglob("*") if path.is_file()]
    assert {".pdf", ".png", ".gpkg", ".html", ".json"} <= {path.suffix for path in made}, exported
    manifest = next(path for path in made if path.name == "manifest.json")
    verified = profile.run("verify", MAPP=manifest.parent)
    assert "same" in json.dumps(verified), verified


def test_the_installed_plugin_says_a_sentence_when_asked_for_nonsense(profile: Profile, tmp_path: Path) -> None:
    done = profile.process("run", "strukturbild:create", "--", "LAN=Vermland", f"FIL={tmp_path / 'x.gpkg'}")
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert "Värmland" in said
    assert "Traceback" not in said
    assert not (tmp_path / "x.gpkg").exists()


PROBE = """
import json, os, sys, qgis.utils
from qgis.utils import iface
told = {{
    "active": qgis.utils.active_plugins,
    "started": "strukturbild_plugin" in qgis.utils.plugins,
    "from": sys.modules["strukturbild_plugin"].__file__ if "strukturbild_plugin" in sys.modules else "",
    "modules": [name for name in {names!r} if name in sys.modules],
    "menus": [action.text().replace("&", "") for action in iface.mainWindow().menuBar().actions()],
}}
with open({file!r} + ".new", "w") as answer:
    json.dump(told, answer)
os.replace({file!r} + ".new", {file!r})
"""


def test_qgis_starts_with_the_installed_plugin_and_nothing_heavy(
    profile: Profile, free_display: Screen, tmp_path: Path
) -> None:
    answer, script, log = tmp_path / "svar.json", tmp_path / "fråga.py", tmp_path / "qgis.log"
    script.write_text(PROBE.format(names=NOT_AT_START, file=str(answer)), encoding="utf-8")
    command = [program("qgis"), "--nologo", "--noversioncheck", "--profiles-path", str(profile.root)]
    command += ["--profile", "default", "--code", str(script)]
    environment = {**profile.environment(), **_screen_only(free_display)}
    with running(command, environment, log) as qgis:
        wait_for(lambda: answer.exists() or qgis.poll() is not None, 300, "QGIS blev inte klart")
        PICTURES.mkdir(parents=True, exist_ok=True)
        free_display.picture(PICTURES / "qgis_med_insticket.png")
    said = log.read_text(encoding="utf-8", errors="replace")
    assert answer.exists(), said
    told = json.loads(answer.read_text(encoding="utf-8"))
    assert told["started"], f"{told}\n{said}"
    assert Path(told["from"]).is_relative_to(profile.plugin)
    assert "Strukturbild" in told["menus"]
    assert told["modules"] == []
    assert "Traceback" not in said, said
    assert "strukturbild_plugin" not in "".join(line for line in said.splitlines() if "rror" in line), said


def _screen_only(screen: Screen) -> dict[str, str]:
    return {"DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": os.environ.get("TMPDIR", "/tmp")}
