"""A file that could not be opened: why, and the way on, where there is one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Protocol

from qgis.core import QgsApplication

from ... import paths
from ...errors import ForeignParts, IncompleteFile, OlderFile
from ...feedback import Feedback
from ...i18n import tr
from .. import settings
from ..disk_answers import is_there
from .older_file import FileOpener, offer_upgrade


class FileAsker(FileOpener, Protocol):
    """What opens files, cleaned ones too: the session."""

    def open_clean_copy(self, path: Path) -> Any:
        """Open a copy without what is foreign in the file."""


def tell_refused(session: FileAsker, error: Exception, details: str) -> None:
    """Say why a file is not opened, with a button for what can be done about it."""
    if isinstance(error, ForeignParts):
        session.messages.log(error, details)
        call = partial(session.open_clean_copy, error.path)
        first = tr("Filen har främmande delar och öppnas inte.")
        session.messages.offer(first, (str(error),), tr("Öppna en rensad kopia…"), call)
    elif isinstance(error, OlderFile):
        offer_upgrade(session, error)
    elif isinstance(error, IncompleteFile):
        session.messages.log(error, details)
        more = tr("Filen som den är i dag sparas som en säkerhetskopia bredvid.")
        call = partial(_mend, session, error.path)
        first = tr("Filen saknar delar och öppnas inte.")
        session.messages.offer(first, (str(error), more), tr("Laga filen och öppna"), call)
    else:
        session.messages.failed(error, details)


def _mend(session: FileAsker, path: Path) -> None:
    def work(_feedback: Feedback) -> Any:
        from ...store.writing.mend_missing import mend_missing

        return mend_missing(path)

    def done(mended: Any) -> None:
        said = tr("Filen är lagad. Som den var ligger den kvar som {name}.")
        session.messages.well(said.format(name=mended.backup.name))
        if mended.sentences:
            session.messages.warn(mended.sentences[0], mended.sentences[1:])
        session.open(path)

    def failed(error: Exception, details: str) -> None:
        if not isinstance(error, IncompleteFile):
            session.messages.failed(error, details)
            return
        session.messages.log(error, details)
        first = tr("Filen går inte att laga: det som saknas är nödvändigt för hela filen.")
        call = partial(_open_last_state, session, path)
        session.messages.offer(first, (str(error),), tr("Öppna det senaste hela läget som en kopia…"), call)

    session.runner.start(tr("Lagar {file}").format(file=path.name), work, done, failed)


def _open_last_state(session: FileAsker, path: Path) -> None:
    root = paths.earlier_states(Path(QgsApplication.qgisSettingsDirPath()))
    folder = settings.folder_to_write_in(path)
    target, number = folder / tr("{name} (tidigare läge).gpkg").format(name=path.stem), 1
    while is_there(target):
        number += 1
        target = folder / tr("{name} (tidigare läge {n}).gpkg").format(name=path.stem, n=number)

    def work(_feedback: Feedback) -> Path:
        from ...store.earlier_states.restore_state import copy_last_state

        return copy_last_state(root, path, target)

    def done(made: Path) -> None:
        session.messages.well(tr("Det tidigare läget ligger i {path}.").format(path=made))
        session.open(made)

    session.runner.start(tr("Läser {file}").format(file=path.name), work, done)
