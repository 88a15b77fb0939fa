"""QGIS that ends as in a power cut, and what is left of it in the profile."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

from tests.gui.driving.screen import running, wait_for
from tests.gui.helpers import ROOT, START_SECONDS, answer_in, clean_environment
from tests.gui.window.restart_helpers import Desktop


class Fragile(Desktop):
    """One planner's QGIS, which can lose its power."""

    def crash(self, script: Path, **environment: str) -> dict[str, Any]:
        """Let `script` work; when it has told what it saw, the process is killed on the spot."""
        told, log = self._folder / "told_krasch.json", self._folder / "qgis_krasch.log"
        more = {**self._environment, **environment, "TELL": str(told), "TREE": str(ROOT)}
        place = clean_environment(self._folder / "home", DISPLAY=self._screen.name, QT_QPA_PLATFORM="xcb", **more)
        command = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", str(self._profiles.parent)]
        with running([*command, "--profile", "default", "--code", str(script)], place, log) as process:
            wait_for(lambda: told.is_file() or process.poll() is not None, START_SECONDS, "QGIS svarade inte")
            if not told.is_file():
                raise AssertionError(f"QGIS tog slut utan svar: {log.read_text(errors='replace')[-3000:]}")
            answer = answer_in(told, log)
            if answer["process"] != process.pid:
                raise AssertionError("det är inte den här processen som arbetar")
            os.kill(process.pid, signal.SIGKILL)
            process.wait(30)
        return answer

    def copies(self) -> list[Path]:
        """The copies of unsaved work in the profile."""
        return sorted((self._profiles / "default" / "strukturbild" / "osparat").glob("*.json"))
