"""A place to work beside the files that are to be replaced, and the move into place: all of them, or none."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import Iterator, Mapping

from ..errors import ExportError
from ..i18n import tr

_PREFIX = ".strukturbild-"
_STALE_SECONDS = 3600.0


class Workplace:
    """A temporary folder inside the target folder: on the same disk, so that a finished file moves in one step."""

    def __init__(self, target: Path, folder: Path) -> None:
        self.target, self.folder = target, folder

    def move(self, files: Mapping[str, Path]) -> dict[str, Path]:
        """Move finished files into the target folder, each in one step; on failure the old ones come back."""
        done: list[tuple[Path, Path | None]] = []
        final = {}
        try:
            for key, file in files.items():
                place = self.target / file.name
                kept = None
                if place.exists():
                    kept = self.folder / f"{file.name}.forra"
                    _replace(place, kept)
                done.append((place, kept))
                _replace(file, place)
                final[key] = place
        except BaseException:
            for place, kept in reversed(done):
                _put_back(place, kept)
            raise
        self._undo = done
        return final

    def undo(self) -> None:
        """Put back what `move` replaced."""
        for place, kept in reversed(getattr(self, "_undo", [])):
            _put_back(place, kept)


@contextlib.contextmanager
def workplace(target: Path) -> Iterator[Workplace]:
    """A workplace for `target`, which is made if it is missing. When the block fails, the folder is as it was."""
    existed = target.is_dir()
    try:
        target.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=target))
    except OSError as error:
        raise ExportError(
            tr("Mappen {mapp} går inte att skriva i. Välj en annan mapp.").format(mapp=target)
        ) from error
    place = Workplace(target, folder)
    try:
        yield place
    except BaseException as error:
        place.undo()
        shutil.rmtree(folder, ignore_errors=True)
        if not existed:
            with contextlib.suppress(OSError):
                target.rmdir()
        if isinstance(error, OSError):
            raise ExportError(
                tr("Filerna kunde inte skrivas i {mapp}: {fel}. Finns det plats på disken?").format(
                    mapp=target, fel=error.strerror or error
                )
            ) from error
        raise
    shutil.rmtree(folder, ignore_errors=True)


def _replace(source: Path, place: Path) -> None:
    """Windows refuses while another program has the file open; a moment later it may be free."""
    for pause in (0.05, 0.2, 0.5, 0.0):
        try:
            os.replace(source, place)
            return
        except PermissionError as error:
            if not pause or os.name != "nt":
                raise ExportError(
                    tr("Filen {namn} används av ett annat program. Stäng den där och exportera igen.").format(
                        namn=place.name
                    )
                ) from error
            time.sleep(pause)


def _put_back(place: Path, kept: Path | None) -> None:
    with contextlib.suppress(OSError):
        if kept is None:
            place.unlink()
        elif kept.exists():
            os.replace(kept, place)


def _sweep(target: Path) -> None:
    """Remove workplaces that a crash left behind long ago."""
    for old in target.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if old.is_dir() and time.time() - old.stat().st_mtime > _STALE_SECONDS:
                shutil.rmtree(old, ignore_errors=True)
