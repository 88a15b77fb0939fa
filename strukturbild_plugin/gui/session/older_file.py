"""A file of an older version is to be opened: asked about before it is upgraded, and a backup is kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Protocol

from ...errors import OlderFile, StoreError
from ...feedback import Feedback
from ...i18n import tr
from .. import settings
from ..disk_answers import is_there
from ..messages import Messages
from .task_runner import TaskRunner


class FileOpener(Protocol):
    """What opens the file once it is upgraded: the session."""

    messages: Messages
    runner: TaskRunner

    def open(self, path: Path) -> Any:
        """Open a strukturbild."""


def offer_upgrade(session: FileOpener, error: OlderFile) -> None:
    """Say that the file has to be upgraded before it can be drawn in; a button does it and opens it."""
    first = tr("Filen är från en äldre version och behöver uppgraderas.")
    more = tr("Filen som den är i dag sparas som en säkerhetskopia bredvid. Innehållet är detsamma efteråt.")
    call = partial(_upgrade, session, error.path)
    session.messages.offer(first, (str(error), more), tr("Uppgradera och öppna"), call, is_fault=False)


def _upgrade(session: FileOpener, path: Path) -> None:
    told: list[str] = []

    def work(_feedback: Feedback) -> Path | None:
        from ...store.writing.upgrade import upgrade

        return upgrade(path, told=told)

    def done(backup: Path | None) -> None:
        if backup is not None:
            said = tr("Filen är uppgraderad. Den äldre ligger kvar som {name}.")
            session.messages.well(said.format(name=backup.name))
        if told:
            session.messages.warn(told[0], told[1:])
        session.open(path)

    def failed(error: Exception, details: str) -> None:
        """A file that cannot be written to can be opened as a copy in a folder that can."""
        if not isinstance(error, StoreError):
            session.messages.failed(error, details)
            return
        session.messages.log(error, details)
        first = tr("Filen gick inte att uppgradera där den ligger.")
        session.messages.offer(first, (str(error),), tr("Öppna en uppgraderad kopia…"), partial(_copy, session, path))

    session.runner.start(tr("Uppgraderar {file}").format(file=path.name), work, done, failed)


def _copy(session: FileOpener, path: Path) -> None:
    target = _free(settings.home_folder(), path.stem)

    def work(feedback: Feedback) -> Path:
        from ...store.create.copy import SAME, copy_strukturbild

        return copy_strukturbild(path, target, SAME, feedback=feedback)

    def done(made: Path) -> None:
        session.messages.well(tr("Den uppgraderade kopian ligger i {path}.").format(path=made))
        session.open(made)

    session.runner.start(tr("Gör en uppgraderad kopia av {file}").format(file=path.name), work, done)


def _free(folder: Path, stem: str) -> Path:
    """A name in the folder that nothing has yet: 'Målbild (uppgraderad).gpkg'."""
    number, name = 1, tr("{name} (uppgraderad)").format(name=stem)
    while is_there(found := folder / (f"{name}.gpkg" if number == 1 else f"{name} {number}.gpkg")):
        number += 1
    return found
