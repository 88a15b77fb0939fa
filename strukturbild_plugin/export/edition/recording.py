"""Where an edition is recorded: in the strukturbild, or in a copy of it when that can only be read.

One who has been given a file to read shall be able to print it. The copy lies beside the edition's folder, and whoever
draws on does so in it: its next edition has the next number.
"""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Iterable, Iterator

from ...errors import ExportError, StoreError
from ...i18n import tr
from ...store.create.copy import SAME, copy_strukturbild
from ...store.gpkg.file_access import is_closed
from ...store.gpkg.file_copy import discard
from ...store.gpkg.odd_cells import MAX_INTEGER
from ...store.gpkg.records import Edition, Snapshot
from ...store.writing.transaction import reading, writing


@dataclass(frozen=True)
class Recording:
    """An edition, and the file that it is recorded in."""

    edition: Edition
    is_new: bool
    """False when it is recorded there already."""
    file: Path
    copy_of: Path | None = None
    """The state that `file`, which then is not there yet, becomes a copy of."""

    def note(self, path: Path) -> str:
        """What to say of it to one who exports the strukturbild at `path`; '' when it is recorded there."""
        if self.file == path:
            return ""
        said = tr(
            "Strukturbilden går bara att läsa, så utgåvan är antecknad i kopian {namn}. Den ligger i mappen du valde; "
            "arbeta vidare i den."
        )
        return said.format(namn=self.file.name)

    @contextlib.contextmanager
    def kept(self, who: str) -> Iterator[None]:
        """Record the edition if the block succeeds, in one transaction. Raises ExportError, StoreError."""
        if not self.is_new:
            yield
            return
        made = False
        try:
            if self.copy_of is not None:
                copy_strukturbild(self.copy_of, self.file, SAME)
                made = True
            with writing(self.file, who, older_too=True) as db:
                if any(known.nummer >= self.edition.nummer for known in numbered(db.editions())):
                    raise ExportError(
                        tr(
                            "Någon annan gjorde utgåva {nummer} samtidigt. Exportera igen, så får din utgåva nästa "
                            "nummer."
                        ).format(nummer=self.edition.nummer)
                    )
                db.add_edition(self.edition)
                yield
        except BaseException:
            if made:
                discard(self.file)
            raise


def recording(path: Path, folder: Path, state: Path, snapshot: Snapshot, edition: Edition, is_new: bool) -> Recording:
    """Where `edition` of the strukturbild at `path` goes; `state` is the copy of it that is exported, into `folder`.

    Raises ExportError when it cannot be recorded: better known before the work than after it.
    """
    if not is_new:
        return Recording(edition, False, path)
    if is_closed(path):
        return _in_copy(path, folder, state, snapshot, edition)
    try:
        with writing(path, older_too=True) as db:
            db.add_edition(edition)
            raise _DryRun
    except _DryRun:
        return Recording(edition, True, path)
    except StoreError as error:
        raise ExportError(
            tr(
                "Utgåvan görs inte, eftersom den inte kan antecknas i strukturbilden. {fel} Går det inte: kopiera "
                "strukturbilden till en mapp där du får spara, och gör utgåvan av kopian."
            ).format(fel=error)
        ) from error


def numbered(editions: Iterable[Edition]) -> list[Edition]:
    """Those whose number the next one can follow; the check names the others (`odd_cells.py`, out of range)."""
    return [edition for edition in editions if 0 < edition.nummer < MAX_INTEGER]


class _DryRun(Exception):
    """Takes back what was written to see that it can be."""


def _in_copy(path: Path, folder: Path, state: Path, snapshot: Snapshot, edition: Edition) -> Recording:
    """A copy that an earlier export has made of the same content has the edition already."""
    stem, number = tr("{name} (kopia)").format(name=path.stem), 1
    while (file := folder / (f"{stem}.gpkg" if number == 1 else f"{stem} {number}.gpkg")).exists():
        known = _recorded_in(file, snapshot, edition)
        if known is not None:
            return Recording(known, False, file)
        number += 1
    return Recording(edition, True, file, copy_of=state)


def _recorded_in(file: Path, snapshot: Snapshot, edition: Edition) -> Edition | None:
    """The same edition in a copy of the same strukturbild that lies there; None also for what cannot be read."""
    try:
        with reading(file) as db:
            if db.head().strukturbild_id != snapshot.head.strukturbild_id:
                return None
            same = (edition.nummer, edition.fingeravtryck, edition.status)
            known = (one for one in db.editions() if (one.nummer, one.fingeravtryck, one.status) == same)
            return next(known, None)
    except (StoreError, sqlite3.Error):
        return None
