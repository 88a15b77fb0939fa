"""What tests share: QGIS without a screen, base data, the worked example made once, real data, a virtual screen."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.expected_skips import (
    NO_SHARED_DATA,
    SHARED_DATA,
    has_shared_data,
    pytest_make_collect_report,  # noqa: F401  hooks of pytest's
    pytest_runtest_makereport,  # noqa: F401
)
from tests.screen import Screen, open_screen

# Python keeps what it calls the temporary folder: the tests' files lie there, and to Qt and QGIS that is none.
os.environ["TMPDIR"] = os.path.join(tempfile.gettempdir(), "strukturbild-tests-temporary")
os.makedirs(os.environ["TMPDIR"], exist_ok=True)
# Nothing here depends on how busy the machine is.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = "nobelbanestraket"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder with richer real data beside the project; without it the test is skipped, with a word."""
    if not has_shared_data():
        pytest.skip(NO_SHARED_DATA)
    return SHARED_DATA


@pytest.fixture(scope="session")
def base_data() -> Path:
    """The plugin's base map data, built if it is not there. Opened files are copies: opening can change them."""
    from strukturbild_plugin.paths import BASE_DATA

    if not BASE_DATA.is_file():
        subprocess.run([sys.executable, "-m", "tools.base_data"], cwd=ROOT, check=True)
    return BASE_DATA


@pytest.fixture(scope="session")
def _example_made_once(base_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from strukturbild_plugin.store.examples.example import create_example

    return create_example(EXAMPLE, tmp_path_factory.mktemp("exempel") / "nobelbanestraket.gpkg")


@pytest.fixture
def example_file(_example_made_once: Path, tmp_path: Path) -> Path:
    """The worked example as a file of the test's own."""
    return Path(shutil.copy(_example_made_once, tmp_path / "nobelbanestraket.gpkg"))


@pytest.fixture(autouse=True)
def _room_on_the_disk(request: pytest.FixtureRequest) -> Iterator[None]:
    """The files of a test that passed go at once: all of them together are more than 10 GB.

    Not of those in gui: one window stays open through several tests, on the file of the last.
    """
    failed = request.session.testsfailed
    yield
    folder = getattr(request.node, "funcargs", {}).get("tmp_path")
    if folder is not None and request.session.testsfailed == failed and "gui" not in request.path.parts:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def provider(qgis_app: object) -> Iterator[Any]:
    """The plugin's algorithms, registered in the QGIS of the tests."""
    from qgis.core import QgsApplication
    from qgis.PyQt.QtGui import QIcon

    from strukturbild_plugin.processing.provider import StrukturbildProvider

    registry = QgsApplication.processingRegistry()
    made = StrukturbildProvider(QIcon())
    registry.addProvider(made)
    yield made
    registry.removeProvider(made)


@pytest.fixture(scope="session")
def _empty_made_once(base_data: Path, tmp_path_factory: pytest.TempPathFactory, qgis_app: object) -> Path:
    from strukturbild_plugin.store.create.create import NewStrukturbild, create

    wish = NewStrukturbild(titel="Prov", lan=("17", "18"), mall="malbild")
    return create(tmp_path_factory.mktemp("tom") / "tom.gpkg", wish)


@pytest.fixture
def bild(_empty_made_once: Path, tmp_path: Path) -> Path:
    """A strukturbild of Värmland and Örebro without objects."""
    return Path(shutil.copy(_empty_made_once, tmp_path / "bild.gpkg"))


@pytest.fixture(autouse=True)
def _own_copies_of_work(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What a test leaves unsaved, and the states it keeps, are not offered to the next."""
    folder = tmp_path_factory.getbasetemp() / "profil" / f"{abs(hash(request.node.nodeid))}"
    monkeypatch.setattr("strukturbild_plugin.paths.unsaved_copies", lambda _profile: folder / "osparat")
    monkeypatch.setattr("strukturbild_plugin.paths.earlier_states", lambda _profile: folder / "lagen")


@pytest.fixture(autouse=True)
def _python_collects(request: pytest.FixtureRequest) -> Iterator[None]:
    """Python's collector is on when a test begins, whatever the one before did; a test that left it off is named."""
    yield
    if not gc.isenabled():
        gc.enable()
        warnings.warn(f"{request.node.nodeid} left Python's garbage collector off", stacklevel=1)


@pytest.fixture(params=["gdal_silent", "gdal_raising"])
def either_gdal_mode(request: pytest.FixtureRequest) -> Iterator[None]:
    """Twice: with GDAL as QGIS leaves it, and as another plugin or GDAL 4 has it. The plugin leaves it as it was."""
    with gdal_mode(request.param == "gdal_raising"):
        yield


@pytest.fixture
def raising_gdal_mode() -> Iterator[None]:
    """GDAL as another plugin or GDAL 4 has it; what is slow is tried in this mode here, and in the other elsewhere."""
    with gdal_mode(True):
        yield


@contextmanager
def gdal_mode(raising: bool) -> Iterator[None]:
    """The process's GDAL in one of its modes; it must still be in it after."""
    from osgeo import gdal, ogr, osr

    modules = (gdal, ogr, osr)
    before = [bool(module.GetUseExceptions()) for module in modules]
    for module in modules:
        (module.UseExceptions if raising else module.DontUseExceptions)()
    try:
        yield
        assert [bool(module.GetUseExceptions()) for module in modules] == [raising] * 3
    finally:
        for module, raised in reversed(list(zip(modules, before))):
            (module.UseExceptions if raised else module.DontUseExceptions)()


@pytest.fixture(scope="module")
def free_display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """A virtual screen for one test file, on a display number nobody else has."""
    if not shutil.which("Xvfb"):
        pytest.skip("Xvfb finns inte här")
    with open_screen(tmp_path_factory.mktemp("skarm")) as screen:
        yield screen
