"""A real QGIS in a clean profile with the plugin of this tree switched on, and scripts that work in it."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
from pathlib import Path

from tests.gui.driving.screen import Screen, running, wait_for
from tests.package.helpers import program, system_path

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = "strukturbild_plugin"
PARTS = ("metadata.txt", "resources", "styles", "templates")
START_SECONDS = 900
"""A script has its own, shorter limit for each step, and says where it waited."""
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


def run_in_qgis(
    screen: Screen,
    folder: Path,
    script: Path,
    locale: str = "sv",
    theme: str = "default",
    **environment: str,
) -> dict[str, object]:
    """Start QGIS, let `script` work in it, and give back what it wrote to $TELL (a JSON object)."""
    profiles = make_profile(folder, locale, theme)
    told = folder / "told.json"
    log = folder / "qgis.log"
    place = clean_environment(
        folder / "home", DISPLAY=screen.name, QT_QPA_PLATFORM="xcb", TELL=str(told), TREE=str(ROOT), **environment
    )
    command = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", str(profiles.parent), "--profile", "default"]
    with running([*command, "--code", str(script)], place, log) as process:
        wait_for(lambda: told.is_file() or process.poll() is not None, START_SECONDS, "QGIS svarade inte")
    if not told.is_file():
        raise AssertionError(f"QGIS tog slut utan svar: {log.read_text(errors='replace')[-3000:]}")
    return answer_in(told, log)


def answer_in(told: Path, log: Path) -> dict[str, object]:
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
