"""A virtual screen for tests that start a real QGIS, and what one does before it: wait, look, take a picture."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SIZE = "1600x1000x24"


@dataclass(frozen=True)
class Screen:
    """A running Xvfb. `name` is its DISPLAY (':93')."""

    name: str
    folder: Path

    def environment(self, **more: str) -> dict[str, str]:
        """This process's environment with the screen in it, and Qt told to use it."""
        kept = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}
        return {**kept, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8", **more}

    def picture(self, file: Path, window: str = "root") -> Path:
        """What the screen (or the window with this id) shows, as a PNG."""
        subprocess.run(
            ["import", "-silent", "-window", window, str(file)], env=self.environment(), check=True, timeout=30
        )
        return file

    def windows(self, title: str) -> list[str]:
        """Ids of the visible windows whose title matches, oldest first."""
        found = self.do("search", "--onlyvisible", "--name", title, check=False)
        return found.split()

    def do(self, *words: str, check: bool = True) -> str:
        """Let xdotool do something: `do('mousemove', '10', '20', 'click', '1')`."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment(), capture_output=True, text=True, check=check, timeout=30
        )
        return done.stdout


@contextmanager
def open_screen(folder: Path, size: str = SIZE) -> Iterator[Screen]:
    """Start Xvfb on a display number it finds free itself, with no network port; stop that one process afterwards."""
    reading, writing = os.pipe()
    with (folder / "xvfb.log").open("wb") as log:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"],
            pass_fds=(writing,),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise RuntimeError(f"Xvfb startade inte: {(folder / 'xvfb.log').read_text(errors='replace')[-500:]}")
        yield Screen(f":{number}", folder)
    finally:
        stop(server)


@contextmanager
def running(command: Sequence[str], environment: dict[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is stopped, by its own process id, when the test is done with it; what it says lands in `log`."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            list(command), env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            yield process
        finally:
            stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End this one process: kindly, then firmly."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)


def wait_for(what: Callable[[], object], seconds: float, why: str) -> object:
    """Wait until `what()` is true and give it back; AssertionError saying `why` when it takes too long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = what()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"{why} (efter {seconds:.0f} s)")
