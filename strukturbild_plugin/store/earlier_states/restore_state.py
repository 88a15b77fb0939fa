"""Bringing a whole earlier state back: the file takes its content in one step, and is kept as it was before."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ...errors import ForeignParts, OlderFile, StoreError
from ...i18n import tr
from ..gpkg.connection import connect, dict_rows, insert_rows
from ..gpkg.error_messages import explaining, speaking_of
from ..gpkg.file_access import followed, refuse_protected
from ..gpkg.file_copy import built_beside, copy_into, refuse_existing
from ..gpkg.reader import Reader
from ..gpkg.replace_lock import ReplaceLock, replace_lock
from ..schema.tables import EDITIONS
from ..writing.open_check import check_file
from ..writing.upgrade import copy_upgraded, renew_styles_and_project
from .packed_file import unpack
from .retention import BEFORE_RESTORE, EarlierState
from .state_folder import StateFolder, states_of_file


@contextlib.contextmanager
def usable_copy(state: Path) -> Iterator[Path]:
    """A copy of a kept state that has been looked over like any file that is opened, and upgraded; gone afterwards.

    Raises StoreError for one that is damaged, is gone, or is no strukturbild.
    """
    with tempfile.TemporaryDirectory(prefix="strukturbild-") as folder:
        unpacked, upgraded = Path(folder) / "lage.gpkg", Path(folder) / "uppgraderat.gpkg"
        unpack(state, unpacked)
        try:
            with speaking_of(state, unpacked):
                check_file(unpacked)
        except ForeignParts as error:
            raise StoreError(tr("Läget är skadat och går inte att läsa. Välj ett annat.")) from error
        except OlderFile:
            copy_upgraded(unpacked, upgraded)
            renew_styles_and_project(upgraded, upgraded.name)
            check_file(upgraded)
        yield upgraded if upgraded.exists() else unpacked


def restore_state(path: Path, state: Path, folder: StateFolder) -> EarlierState:
    """Give the strukturbild at `path` the content of `state`; gives what it was before, kept in `folder`.

    Editions made since are still in its list: they have been given out, and no number comes twice. The file is held
    from before it is kept until it is replaced. Raises StoreError, and then the file is as it was: also when it is open
    anywhere for writing, when it is another strukturbild, and when what it is now could not be kept.
    """
    path = followed(Path(path))
    with usable_copy(state) as copy, explaining(path):
        refuse_protected(path)
        with replace_lock(path) as lock, built_beside(path, lock) as temporary:
            if Reader(lock.reader, path).head().strukturbild_id != check_file(copy).strukturbild_id:
                raise StoreError(tr("Läget hör till en annan strukturbild och togs inte tillbaka."))
            before = folder.keep_locked(lock, BEFORE_RESTORE)
            copy_into(copy, temporary)
            _carry_editions(lock, temporary)
            check_file(temporary)
    return before


def copy_last_state(root: Path, file: Path, target: Path) -> Path:
    """Copy the latest kept state of the file at `file` that is whole to `target`; gives that.

    `root`: the folder of all earlier states. Raises StoreError when there is none, or something lies at `target`.
    """
    refuse_existing(target)
    for state in states_of_file(root, file):
        with contextlib.suppress(StoreError), usable_copy(state.path) as copy:
            with built_beside(target) as temporary:
                copy_into(copy, temporary)
            return target
    text = tr("Det finns inget tidigare läge av {path} på den här datorn. Öppna en säkerhetskopia i stället.")
    raise StoreError(text.format(path=file))


def _carry_editions(lock: ReplaceLock, made: Path) -> None:
    with contextlib.closing(connect(made)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        there = {row["nummer"] for row in dict_rows(connection, EDITIONS.name)}
        since = [row for row in dict_rows(lock.reader, EDITIONS.name) if row["nummer"] not in there]
        names = EDITIONS.column_names()
        insert_rows(connection, EDITIONS.name, [{name: row.get(name) for name in names} for row in since])
        connection.execute("COMMIT")
