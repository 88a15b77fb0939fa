"""QGIS started, left as a planner leaves it, and started again with the same profile."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.gui.driving.screen import Screen, running, wait_for
from tests.gui.helpers import ROOT, START_SECONDS, answer_in, clean_environment, make_profile

LEAVE_SECONDS = 120


class Desktop:
    """One planner's QGIS. `environment` goes to every start."""

    def __init__(self, screen: Screen, folder: Path, **environment: str) -> None:
        self._screen, self._folder, self._environment = screen, folder, environment
        self._profiles = make_profile(folder)
        self._starts = 0

    def run(self, script: Path, project: Path | None = None, **environment: str) -> dict[str, Any]:
        """Let `script` work, wait until QGIS has been left, and give back what it told."""
        self._starts += 1
        told = self._folder / f"told{self._starts}.json"
        log = self._folder / f"qgis{self._starts}.log"
        more = {**self._environment, **environment, "TELL": str(told), "TREE": str(ROOT)}
        place = clean_environment(self._folder / "home", DISPLAY=self._screen.name, QT_QPA_PLATFORM="xcb", **more)
        command = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", str(self._profiles.parent)]
        command += ["--profile", "default", *(["--project", str(project)] if project else []), "--code", str(script)]
        with running(command, place, log) as process:
            wait_for(lambda: told.is_file() or process.poll() is not None, START_SECONDS, "QGIS svarade inte")
            if not told.is_file():
                raise AssertionError(f"QGIS tog slut utan svar: {log.read_text(errors='replace')[-3000:]}")
            answer = answer_in(told, log)
            wait_for(lambda: process.poll() is not None, LEAVE_SECONDS, "QGIS gick inte att lämna")
        return answer
