"""A real QGIS in a clean profile with the plugin of this tree switched on, and scripts that work in it."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.helpers import program, system_path
from tests.screen import Screen, running, wait_for

ROOT = Path(__file__).resolve().parents[2]
DRIVING = ROOT / "tests" / "gui" / "driving"
"""The scripts that run inside QGIS."""
PLUGIN = "strukturbild_plugin"
PARTS = ("metadata.txt", "resources", "styles", "templates")
START_SECONDS = 900
"""A script has its own, shorter limit for each step, and says where it waited."""
LEAVE_SECONDS = 120
SCREENSHOTS = Path(os.environ.get("STRUKTURBILD_SHOTS") or ROOT / "out" / "screenshots")
"""Where the pictures of the window tests stay; another folder for each when several run at once."""

_INI = """[PythonPlugins]
strukturbild_plugin=true
processing=true
[qgis]
checkVersion=false
showTips=false
[core]
NewsFeed\\httpfeedqgisorg\\disabled=true
[locale]
overrideFlag=true
userLocale={locale}
globalLocale={locale}_SE
[fonts]
downloadMissingFonts=false
[UI]
UITheme={theme}
"""
_METADATA = "[general]\nname=Strukturbild\nversion=0\nqgisMinimumVersion=3.22\nhasProcessingProvider=yes\n"
DARK = "Night Mapping"


def make_profile(folder: Path, locale: str = "sv", theme: str = "default") -> Path:
    """A profiles folder whose profile 'default' has this tree's plugin as an installed one would lie."""
    profile = folder / "profiles" / "default"
    installed = profile / "python" / "plugins" / PLUGIN
    installed.mkdir(parents=True)
    for part in (ROOT / PLUGIN).iterdir():
        if part.name != "__pycache__":
            (installed / part.name).symlink_to(part)
    for name in PARTS:
        if (ROOT / name).exists():
            (installed / name).symlink_to(ROOT / name)
    if not (installed / "metadata.txt").exists():
        (installed / "metadata.txt").write_text(_METADATA, encoding="utf-8")
    # the zip carries pypdf within the plugin; here the environment's own stands in for it
    pypdf = importlib.util.find_spec("pypdf")
    if pypdf is None or pypdf.origin is None:
        raise AssertionError("pypdf finns inte här")
    (profile / "python" / "pypdf").symlink_to(Path(pypdf.origin).parent)
    (profile / "QGIS").mkdir()
    (profile / "QGIS" / "QGIS3.ini").write_text(_INI.format(locale=locale, theme=theme), encoding="utf-8")
    return folder / "profiles"


def shots(name: str) -> Path:
    """An empty folder for the pictures of one test."""
    folder = SCREENSHOTS / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def clean_environment(home: Path, **more: str) -> dict[str, str]:
    """An environment with a home of its own, without the virtual environment of the tests."""
    temporary = home.parent / "tmp"  # else QGIS marks every layer of the test's folder as temporary
    temporary.mkdir(exist_ok=True, parents=True)
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("VIRTUAL_ENV", "PYTHONHOME", "PYTHONPATH", "QGIS_CUSTOM_CONFIG_PATH", "WAYLAND_DISPLAY")
    }
    return {
        **kept,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local"),
        "XDG_RUNTIME_DIR": str(home),
        "TMPDIR": str(temporary),
        "LC_ALL": "C.UTF-8",
        "PYQGIS_STARTUP": str(ROOT / "tests" / "gui" / "driving" / "startup.py"),
        "PATH": system_path(),
        **more,
    }


class Desktop:
    """One planner's QGIS: a profile of its own, started as often as one likes. `environment` goes to every start."""

    def __init__(
        self, screen: Screen, folder: Path, locale: str = "sv", theme: str = "default", **environment: str
    ) -> None:
        self._screen, self._folder, self._environment = screen, folder, environment
        self._profiles = make_profile(folder, locale, theme)
        self._starts = 0
        self.seconds = START_SECONDS

    @contextmanager
    def answered(
        self, script: Path, project: Path | None = None, **environment: str
    ) -> Iterator[tuple[subprocess.Popen[bytes], dict[str, Any]]]:
        """Start QGIS and let `script` work: the process, which still runs, and what the script wrote to $TELL."""
        self._starts += 1
        told, log = self._folder / f"told{self._starts}.json", self._folder / f"qgis{self._starts}.log"
        more = {**self._environment, **environment, "TELL": str(told), "TREE": str(ROOT)}
        place = clean_environment(self._folder / "home", DISPLAY=self._screen.name, QT_QPA_PLATFORM="xcb", **more)
        command = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", str(self._profiles.parent)]
        command += ["--profile", "default", *(["--project", str(project)] if project else []), "--code", str(script)]
        with running(command, place, log) as process:
            wait_for(lambda: told.is_file() or process.poll() is not None, self.seconds, "QGIS svarade inte")
            if not told.is_file():
                raise AssertionError(f"QGIS tog slut utan svar: {log.read_text(errors='replace')[-3000:]}")
            yield process, answer_in(told, log)

    def run(self, script: Path, project: Path | None = None, **environment: str) -> dict[str, Any]:
        """Let `script` work and leave QGIS by itself, wait until it has, and give back what it told."""
        with self.answered(script, project, **environment) as (process, answer):
            wait_for(lambda: process.poll() is not None, LEAVE_SECONDS, "QGIS gick inte att lämna")
        return answer

    def crash(self, script: Path, **environment: str) -> dict[str, Any]:
        """Let `script` work; when it has told what it saw, the process is killed on the spot, as in a power cut."""
        with self.answered(script, None, **environment) as (process, answer):
            if answer["process"] != process.pid:
                raise AssertionError("det är inte den här processen som arbetar")
            os.kill(process.pid, signal.SIGKILL)
            process.wait(30)
        return answer

    def copies(self) -> list[Path]:
        """The copies of unsaved work in the profile."""
        return sorted((self._profiles / "default" / "strukturbild" / "osparat").glob("*.json"))


def run_in_qgis(
    screen: Screen, folder: Path, script: Path, locale: str = "sv", theme: str = "default", **environment: str
) -> dict[str, Any]:
    """Start a new planner's QGIS, let `script` work in it, and give back what it told."""
    with Desktop(screen, folder, locale, theme, **environment).answered(script) as (_process, answer):
        return answer


def answer_in(told: Path, log: Path) -> dict[str, Any]:
    """What a script told; AssertionError with all that was said when it did not get to its end."""
    answer = json.loads(told.read_text(encoding="utf-8"))
    if answer.get("error"):
        heard = "\n".join(answer.get("log", ()))
        raise AssertionError(f"{answer['error']}\n{heard}\n{log.read_text(errors='replace')[-3000:]}")
    return dict(answer)


def qgis_process(
    folder: Path, *words: str, inputs: dict[str, object] | None = None, locale: str = "sv"
) -> tuple[int, dict[str, object], str]:
    """Run the real `qgis_process`: exit code, its JSON answer ({} when it gave none), and what it said."""
    profiles = folder / "profiles"
    if not profiles.exists():
        make_profile(folder, locale)
    place = clean_environment(
        folder / "home", QT_QPA_PLATFORM="offscreen", QGIS_CUSTOM_CONFIG_PATH=str(profiles.parent / "config")
    )
    config = profiles.parent / "config" / "profiles"
    if not config.exists():
        config.parent.mkdir(parents=True, exist_ok=True)
        config.symlink_to(profiles)
    command = [program("qgis_process"), *words]
    command += [f"--{name}={value}" for name, value in (inputs or {}).items()]
    done = subprocess.run(command, env=place, capture_output=True, text=True, timeout=300, check=False)
    start = done.stdout.find("{")
    answer = json.loads(done.stdout[start:]) if start >= 0 and "--json" in words else {}
    return done.returncode, dict(answer), done.stdout + done.stderr
