"""A QGIS profile of the test's own with the packaged plugin installed in it, as a user's is."""

from __future__ import annotations

import json
import os
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

from tests.helpers import program, system_path

PLUGIN = "strukturbild_plugin"
SETTINGS = """[PythonPlugins]
strukturbild_plugin={enabled}
processing=false
MetaSearch=false
db_manager=false
GdalTools=false
grassprovider=false
sagaprovider=false
otbprovider=false

[qgis]
checkVersion=false
showTips=false

[core]
NewsFeed\\httpfeedqgisorg\\disabled=true

[locale]
overrideFlag=true
userLocale=sv
globalLocale=sv_SE
"""
"""QGIS's own plugins are off: Processing imports yaml and MetaSearch jinja2, which would hide it if ours did."""


@dataclass(frozen=True)
class Profile:
    """A fresh profile; `root` is what QGIS_CUSTOM_CONFIG_PATH names."""

    root: Path

    @property
    def plugin(self) -> Path:
        """Where the plugin lies when it is installed."""
        return self.root / "profiles" / "default" / "python" / "plugins" / PLUGIN

    def install(self, package: Path, enabled: bool = True) -> None:
        """Unpack the zip where QGIS's plugin manager would, and switch it on."""
        self.plugin.parent.mkdir(parents=True)
        with zipfile.ZipFile(package) as archive:
            archive.extractall(self.plugin.parent)
        settings = self.root / "profiles" / "default" / "QGIS" / "QGIS3.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text(SETTINGS.format(enabled=str(enabled).lower()), encoding="utf-8")

    def environment(self, **more: str) -> dict[str, str]:
        """An environment in which QGIS sees this profile and nothing of the developer's."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QGIS", "XDG"))}
        home = self.root / "hem"
        home.mkdir(exist_ok=True)
        own = {"HOME": str(home), "QGIS_CUSTOM_CONFIG_PATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1"}
        own["PATH"] = system_path()
        return {**kept, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", **own, **more}

    def process(self, *words: str, seconds: float = 180) -> subprocess.CompletedProcess[str]:
        """Run `qgis_process` with these words in this profile."""
        return subprocess.run(
            [program("qgis_process"), *words],
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )

    def run(self, algorithm: str, **inputs: object) -> dict[str, object]:
        """Run an algorithm of the plugin; its results. AssertionError with all it said when it fails."""
        given = [f"{name}={value}" for name, value in inputs.items()]
        done = self.process("--json", "run", f"strukturbild:{algorithm}", "--", *given)
        said = f"{done.stdout}\n{done.stderr}"
        assert done.returncode == 0, said
        assert "Traceback" not in said, said
        return dict(json.loads(done.stdout[done.stdout.index("{") :])["results"])
