"""The earlier states of one strukturbild file: a folder in the user's profile with whole copies of it.

The name of a copy says when it was kept and why, so that a list of them needs to open none; one that is damaged is
told of when it is asked for, and stands in no other's way. Nothing here is written beside the user's file.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import time
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

from ...errors import StoreError
from ...i18n import tr
from ..gpkg.error_messages import explaining
from ..gpkg.file_copy import built_beside, copy_into, copy_locked, discard
from ..gpkg.replace_lock import ReplaceLock
from .content_digest import digest_and_count
from .packed_file import MAGIC, MAX_UNPACKED_BYTES, is_whole, pack
from .retention import EDITION, EarlierState, superseded, superseded_of_all

_TIME, _MS = "%Y%m%dT%H%M%S", 1000
_NAME = re.compile(r"(\d{8}T\d{6})(\d{3})Z-([a-z]+)-(\d{1,6})-(\d{1,9})-([0-9a-f]{16})\.gpkg\.gz")
_ABOUT = "om.json"
_MAX_ABOUT_BYTES = 20_000
_UNFINISHED, _MAX_LEFTOVER_AGE_S = ".*.ny.*", 86_400
MIN_FREE_BYTES = 200_000_000
"""So much of the disk is left for others."""


class StateFolder:
    """The earlier states of the strukturbild `strukturbild_id` in the file at `file`; `root` need not exist.

    The identity alone does not tell them apart: all worked examples share one, and so does a copy. Safe to use in any
    thread, and while another program keeps states of the same file.
    """

    def __init__(self, root: Path, strukturbild_id: str, file: Path) -> None:
        self._root, self._id, self._file = Path(root), strukturbild_id, Path(file)
        self._path = self._root / f"{_short(strukturbild_id, 8)}-{_short(_resolved(self._file), 12)}"

    def states(self) -> list[EarlierState]:
        """What is kept, the latest first; what is no packed file at all is left out."""
        return _states_in(self._path)

    def keep(self, why: str, edition: int = 0, moment: datetime | None = None) -> EarlierState:
        """Keep the saved content of the file as it is now; gives the state, which is an older one of the same content.

        `why`: a code of retention.py; `edition`: the number of the edition that has just been made. Raises StoreError
        when it cannot be kept.
        """
        with self._unfinished() as made:
            copy_into(self._file, made)
            return self._put(made, why, edition, moment)

    def keep_locked(self, lock: ReplaceLock, why: str) -> EarlierState:
        """The same for a file that is held while another is made to take its place."""
        with self._unfinished() as made:
            copy_locked(lock, made)
            return self._put(made, why, 0, None)

    def thin(self, now: datetime, just_kept: Path | None = None) -> None:
        """Let the states go that have had their day, here and for other strukturbilder of the profile.

        `just_kept` stays, also when others say that they are later: the clock has been wrong.
        """
        today = now.astimezone().date()
        folders = [_states_in(path) for path in _folders(self._root)]
        for states in folders:
            _remove(superseded(states, today), just_kept)
        _remove(superseded_of_all([_states_in(path) for path in _folders(self._root)]), just_kept)
        for left in self._path.glob(_UNFINISHED):
            with contextlib.suppress(OSError):
                if time.time() - left.stat().st_mtime > _MAX_LEFTOVER_AGE_S:
                    discard(left)

    def adopt_moved(self) -> None:
        """Take over the states of a file that was moved or renamed: the same strukturbild, which is there no more.

        Only when there is no doubt: exactly one such, and its folder is within reach (no share that is just gone).
        """
        if self._path.exists():
            return
        found = [path for path in _folders(self._root) if self._was_moved_from(_about(path))]
        if len(found) == 1:
            with contextlib.suppress(OSError):
                os.replace(found[0], self._path)
                self._write_about()

    def _was_moved_from(self, about: tuple[str, Path] | None) -> bool:
        if about is None or about[0] != self._id:
            return False
        return about[1].parent.is_dir() and not about[1].exists()

    @contextlib.contextmanager
    def _unfinished(self) -> Iterator[Path]:
        """A path for a copy that is being made; what is left there afterwards is removed."""
        with explaining(self._path):
            self._refuse_too_large()
            self._path.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not (self._path / _ABOUT).is_file():
                self._write_about()
        made = self._path / f".{uuid.uuid4().hex[:8]}.ny.gpkg"
        try:
            yield made
        finally:
            discard(made)

    def _refuse_too_large(self) -> None:
        size = self._file.stat().st_size if self._file.is_file() else 0
        if size > MAX_UNPACKED_BYTES:
            raise StoreError(
                tr("Strukturbilden är för stor ({size} MB) för att tidigare lägen ska sparas. Ta egna kopior.").format(
                    size=size // 1_000_000
                )
            )
        there = next((path for path in (self._path, *self._path.parents) if path.is_dir()), None)
        if there is not None and shutil.disk_usage(there).free < size + MIN_FREE_BYTES:
            raise StoreError(
                tr("Disken med mappen {mapp} är nästan full. Frigör utrymme, så sparas tidigare lägen igen.").format(
                    mapp=there
                )
            )

    def _put(self, made: Path, why: str, edition: int, moment: datetime | None) -> EarlierState:
        digest, objects = digest_and_count(made)
        moment = moment or datetime.now(timezone.utc)
        # a damaged copy does not stand for a new one of the same content
        alike = [one for one in self.states() if one.digest == digest and is_whole(one.path)]
        # what was kept another day has its own day, and goes when others of that day stay
        same = next((one for one in alike if why == EDITION or one.day() == moment.astimezone().date()), None)
        if same is not None and (why != EDITION or same.why == EDITION):
            return same
        with explaining(self._path):
            target = self._free_path(moment, why, edition, objects, digest)
            if same is None:
                pack(made, target)
            else:  # it is kept for longer now, as what was given out
                os.replace(same.path, target)
        self.thin(moment, target)
        return _state(target) or EarlierState(target, moment, why, edition, objects, digest, 0)

    def _free_path(self, moment: datetime, why: str, edition: int, objects: int, digest: str) -> Path:
        at = moment.astimezone(timezone.utc)
        while True:
            stamp = f"{at.strftime(_TIME)}{at.microsecond // _MS:03d}Z"
            path = self._path / f"{stamp}-{why}-{edition}-{objects}-{digest}.gpkg.gz"
            if not path.exists():
                return path
            at += timedelta(milliseconds=1)

    def _write_about(self) -> None:
        about = {"strukturbild_id": self._id, "fil": _resolved(self._file)}
        with built_beside(self._path / _ABOUT) as beside:
            beside.write_text(json.dumps(about), encoding="ascii")


def states_of_file(root: Path, file: Path) -> list[EarlierState]:
    """What is kept of the file that lies, or lay, at `file`, whatever it holds now; the latest first."""
    for folder in _folders(root):
        about = _about(folder)
        if about is not None and str(about[1]) == _resolved(file):
            return _states_in(folder)
    return []


def _states_in(folder: Path) -> list[EarlierState]:
    names: list[Path] = []
    with contextlib.suppress(OSError):
        names = list(folder.iterdir())
    found = [state for state in map(_state, names) if state is not None]
    return sorted(found, key=lambda state: (state.moment, state.path.name), reverse=True)


def _state(path: Path) -> EarlierState | None:
    """What the name of a file says of it; None for what is no state."""
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    stamp, ms, why, edition, objects, digest = found.groups()
    with contextlib.suppress(OSError, ValueError):
        if not path.is_file():  # opening a pipe would wait for ever
            return None
        moment = datetime.strptime(stamp, _TIME).replace(microsecond=int(ms) * _MS, tzinfo=timezone.utc)
        with path.open("rb") as file:
            if file.read(len(MAGIC)) == MAGIC:
                return EarlierState(path, moment, why, int(edition), int(objects), digest, path.stat().st_size)
    return None


def _remove(states: list[EarlierState], spared: Path | None) -> None:
    for state in states:
        if state.path != spared:
            discard(state.path)


def _folders(root: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return [path for path in root.iterdir() if path.is_dir()]
    return []


def _about(folder: Path) -> tuple[str, Path] | None:
    """Identity and path of the file that a folder holds states of; None when it does not say."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, RecursionError):  # none, or not ours
        with (folder / _ABOUT).open("rb") as file:
            parsed = json.loads(file.read(_MAX_ABOUT_BYTES))
        return str(parsed["strukturbild_id"]), Path(str(parsed["fil"]))
    return None


def _resolved(file: Path) -> str:
    return os.path.normcase(os.path.realpath(file))


def _short(text: str, length: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]
