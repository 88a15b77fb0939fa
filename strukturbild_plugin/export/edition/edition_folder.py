"""The folder of an edition, inside the one that the user chose.

Nothing that lies there is replaced or removed, whosesoever it is, and the folder appears whole or not at all. Only an
edition that is made once more goes into its own folder, when that is provably the same edition and all of it untouched.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
import platform
import re
import shutil
import stat
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Callable, Iterable, Iterator, Mapping

from ...errors import ExportError
from ...i18n import tr
from .manifest import NAME, is_untouched, read_manifest
from .verify import SAME, check_listed_file
from .work_folder import WorkFolder, has_ended

_HIDDEN_NAME = ".strukturbild-utgava-{machine}-{mark}"
_FORMER_NAME = re.compile(r"\.strukturbild-[a-z0-9_]{8}\Z")
"""Places that earlier versions worked in lie in the user's folder, with the strukturbild itself in them."""
_FORMER_STATE, _FORMER_AGE_S = "lage.gpkg", 3600.0
_PAUSES_S = (0.05, 0.2, 0.5, 0.0)


@dataclass(frozen=True)
class EditionFolder:
    """Where an edition is to lie."""

    folder: Path
    manifest: Mapping[str, Any] | None = None
    """Of the same edition, that lies here already."""
    avoided: str = ""
    """Name of a folder that was there and is not this edition's."""

    def kept(self, names: Iterable[str]) -> list[dict[str, Any]]:
        """What the manifest lists and still lies here, beside files of these names."""
        known = self.manifest["filer"] if self.manifest else ()
        return [one for one in known if one["namn"] not in set(names) and (self.folder / one["namn"]).exists()]


class TargetFolder:
    """The folder that the user chose, and what is put into it."""

    def __init__(self, folder: Path, place: WorkFolder) -> None:
        self._folder = folder
        self._beside = folder / _HIDDEN_NAME.format(machine=_machine(), mark=place.mark)
        self._undo: list[Callable[[], None]] = []

    def home(self, name: str, strukturbild_id: str, edition: Mapping[str, Any], files: Iterable[str]) -> EditionFolder:
        """Where the edition called `name` goes: a folder of its own, or where it lies already.

        `edition`: number, date, status and fingerprint as the manifest has them; `files`: the names to be written.
        """
        if manifest := _same_edition(self._folder, strukturbild_id, edition, files):
            return EditionFolder(self._folder, manifest)
        for folder in _names(self._folder, name):
            if not os.path.lexists(folder):
                return EditionFolder(folder, avoided=name if folder.name != name else "")
            if not folder.is_symlink() and (manifest := _same_edition(folder, strukturbild_id, edition, files)):
                return EditionFolder(folder, manifest)
        raise AssertionError("there is always another number")

    def put(self, files: Mapping[str, Path], home: EditionFolder) -> dict[str, Path]:
        """Put finished files into their folder, the manifest last; on failure everything is as it was."""
        try:
            self._beside.mkdir()
            for file in files.values():
                _copy(file, self._beside / file.name)
            folder = self._renew(files, home.folder) if home.manifest else self._appear(files, home.folder)
        except OSError as error:
            self.undo()
            raise _write_error(self._folder, error) from error
        except BaseException:
            self.undo()
            raise
        return {key: folder / file.name for key, file in files.items()}

    def undo(self) -> None:
        """Take away what `put` put there, and bring back what it replaced."""
        while self._undo:
            with contextlib.suppress(OSError):
                self._undo.pop()()

    def clear(self) -> None:
        """Nothing more is done here."""
        shutil.rmtree(self._beside, ignore_errors=True)

    def _appear(self, files: Mapping[str, Path], folder: Path) -> Path:
        """The folder comes in one step, under the first name that is free."""
        name = folder.name
        for place in itertools.chain([folder], _names(self._folder, name)):
            if not os.path.lexists(place):
                try:
                    _retry_while_locked(partial(os.rename, self._beside, place), place)
                except OSError:
                    if os.path.lexists(place):
                        continue  # somebody was there first
                    raise
                self._undo.append(place.rmdir)
                self._undo += [(place / file.name).unlink for file in files.values()]
                return place
        raise AssertionError("there is always another number")

    def _renew(self, files: Mapping[str, Path], folder: Path) -> Path:
        """Each file comes in one step; the manifest last, so that it never lists what is not there."""
        for file in files.values():
            place, kept = folder / file.name, self._beside / f"{file.name}.forra"
            if place.exists():
                _copy(place, kept)
                self._undo.append(partial(os.replace, kept, place))
            else:
                self._undo.append(place.unlink)
            _retry_while_locked(partial(os.replace, self._beside / file.name, place), place)
        return folder


@contextlib.contextmanager
def target_folder(folder: Path, place: WorkFolder) -> Iterator[TargetFolder]:
    """The folder that the user chose, made if it is missing. When the block fails, all is as it was."""
    new_folders = [each for each in (folder, *folder.parents) if not os.path.lexists(each)]
    chosen = TargetFolder(folder, place)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(folder)
        # Whether anything can be written here is better known before the work than after it.
        chosen._beside.mkdir()
        chosen._beside.rmdir()
    except OSError as error:
        _remove_empty(new_folders)
        sentence = tr("Mappen {mapp} går inte att skriva i. Välj en annan mapp.")
        raise ExportError(sentence.format(mapp=folder)) from error
    try:
        yield chosen
    except BaseException:
        chosen.undo()
        chosen.clear()
        _remove_empty(new_folders)
        raise
    chosen.clear()


def _names(folder: Path, name: str) -> Iterator[Path]:
    yield folder / name
    for number in itertools.count(2):
        yield folder / f"{name} ({number})"


def _same_edition(
    folder: Path, strukturbild_id: str, edition: Mapping[str, Any], files: Iterable[str]
) -> Mapping[str, Any] | None:
    """The manifest in `folder`, if it is of this very edition, nothing listed has changed and no other file is in the
    way of `files`."""
    if not _is_file(folder / NAME):
        return None
    try:
        manifest = read_manifest(folder / NAME)
    except ExportError:
        return None
    listed = {entry["namn"] for entry in manifest["filer"]} | {NAME}
    there = {name for name in listed | set(files) if os.path.lexists(folder / name)}
    head = manifest.get("strukturbild")
    ours = (
        is_untouched(manifest)
        and isinstance(head, dict)
        and head.get("id") == strukturbild_id
        and manifest["utgava"] == edition
        and there <= listed
        and all(_is_file(folder / name) for name in there)
    )
    if not ours:
        return None
    present = (entry for entry in manifest["filer"] if entry["namn"] in there)
    return manifest if all(check_listed_file(folder, entry, edition).status == SAME for entry in present) else None


def _is_file(path: Path) -> bool:
    """Whether a plain file lies there, not a link to one."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False


def _copy(source: Path, target: Path) -> None:
    """A copy, and not the file itself: a file that is moved on Windows keeps the rights of where it was."""
    with open(source, "rb") as reader, open(target, "xb") as writer:
        shutil.copyfileobj(reader, writer, 1 << 20)
        writer.flush()
        os.fsync(writer.fileno())


def _retry_while_locked(step: Callable[[], None], place: Path) -> None:
    """Windows refuses while another program has the file open; a moment later it may be free."""
    for pause in _PAUSES_S:
        try:
            step()
            return
        except PermissionError as error:
            if not pause or os.name != "nt":
                raise ExportError(
                    tr("Filen {namn} används av ett annat program. Stäng den där och exportera igen.").format(
                        namn=place.name
                    )
                ) from error
            time.sleep(pause)


def _write_error(folder: Path, error: OSError) -> ExportError:
    sentence = tr("Filerna kunde inte skrivas i {mapp}: {fel}. Finns det plats på disken?")
    return ExportError(sentence.format(mapp=folder, fel=error.strerror or error))


def _remove_empty(folders: Iterable[Path]) -> None:
    for folder in folders:
        with contextlib.suppress(OSError):
            folder.rmdir()


def _machine() -> str:
    """Tells this user's runs on this machine from those of others in a shared folder."""
    identity = "\n".join((platform.node(), tempfile.gettempdir(), os.path.expanduser("~")))
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _remove_leftovers(folder: Path) -> None:
    """Remove what runs that died left here: our own, never another's."""
    ours = re.compile(re.escape(_HIDDEN_NAME.format(machine=_machine(), mark="")) + r"([a-z0-9_]{8})\Z")
    with os.scandir(folder) as found:
        for entry in found:
            mark = ours.match(entry.name)
            dead = (
                has_ended(mark[1])
                if mark
                else bool(_FORMER_NAME.match(entry.name)) and _is_left_behind(Path(entry.path))
            )
            if dead and entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path, ignore_errors=True)


def _is_left_behind(place: Path) -> bool:
    """Whether an earlier version worked here, and has not for an hour."""
    with contextlib.suppress(OSError):
        return _is_file(place / _FORMER_STATE) and time.time() - place.stat().st_mtime > _FORMER_AGE_S
    return False
