"""Asks the disk in a thread, and waits only a moment: a server that does not answer would hold the window for minutes.

Main thread only. Whatever in gui/ looks at a path that may lie on a server, outside of a task, asks through this.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from ..store.gpkg.file_access import makes_file

WAIT_S = 2.0
"""So long a disk that spins up, or a server that is far away, may take."""
Answer = TypeVar("Answer")
_silent: dict[str, threading.Thread] = {}
"""Places (`_place`) that have not answered yet, and the question that waits there."""


def ask_each(paths: Sequence[Path], question: Callable[[Path], Answer], otherwise: Answer) -> list[Answer]:
    """What the disk answers about each path; `otherwise` where it does not answer within `WAIT_S` for all together.

    Raises what a question raised. A place that has not answered is not asked anew, nor waited for, until it has.
    """
    answers: list[Answer] = [otherwise] * len(paths)
    errors: list[Exception] = []
    by_place: dict[str, list[int]] = {}
    for number, path in enumerate(paths):
        by_place.setdefault(_place(path), []).append(number)

    def work(numbers: Sequence[int], found: dict[int, Answer]) -> None:
        try:
            for number in numbers:
                found[number] = question(paths[number])
        except Exception as error:  # noqa: BLE001 - raised where it was asked
            errors.append(error)

    asked = []
    for place, numbers in by_place.items():
        if place not in _silent or not _silent[place].is_alive():
            found: dict[int, Answer] = {}
            thread = threading.Thread(target=work, args=(numbers, found), name="strukturbild-disk", daemon=True)
            thread.start()
            asked.append((place, thread, found))
    left = WAIT_S
    for place, thread, found in asked:
        left = _wait(thread, left)
        if thread.is_alive():
            _silent[place] = thread
        else:
            _silent.pop(place, None)
        for number, answer in dict(found).items():
            answers[number] = answer
    if errors:
        raise errors[0]
    return answers


def ask(path: Path, question: Callable[[], Answer], otherwise: Answer) -> Answer:
    """What the disk answers about one path; `otherwise` when it does not. Raises what the question raises."""
    return ask_each([path], lambda _path: question(), otherwise)[0]


def responds(path: Path) -> bool:
    """Whether the disk at `path` answers at all, also that there is nothing."""
    return ask(path, lambda: _is(path.exists) or True, False)


def is_file(path: Path, otherwise: bool = False) -> bool:
    """Whether a file lies there; `otherwise` when the disk does not answer."""
    return ask(path, lambda: _is(path.is_file), otherwise)


def is_folder(path: Path) -> bool:
    """Whether a folder lies there, and answers."""
    return ask(path, lambda: _is(path.is_dir), False)


def is_there(path: Path) -> bool:
    """Whether anything lies there, and answers. Who makes a file there must find out for himself."""
    return ask(path, lambda: _is(path.exists), False)


def may_write(folder: Path) -> bool:
    """Whether files can be made in the folder, and it answers."""
    return ask(folder, lambda: makes_file(folder), False)


def files_there(paths: Sequence[Path]) -> list[Path]:
    """Those of the paths where a file lies, or that do not answer."""
    there = ask_each(paths, lambda path: _is(path.is_file), True)
    return [path for path, is_one in zip(paths, there) if is_one]


def _wait(thread: threading.Thread, seconds: float) -> float:
    """Wait for a thread; gives what is left of the time."""
    import time

    before = time.monotonic()
    thread.join(max(seconds, 0.0))
    return seconds - (time.monotonic() - before)


def _is(question: Callable[[], bool]) -> bool:
    """The answer; what one may not look at is not there."""
    try:
        return question()
    except OSError:
        return False


def _place(path: Path) -> str:
    """What answers or does not: the drive or share where it has a name of its own, else the folder."""
    return path.drive or str(path.parent)
