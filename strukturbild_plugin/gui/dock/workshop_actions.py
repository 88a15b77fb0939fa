"""Workshops from the file menu: started, merged and frozen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...export.workshop_papers import button_texts
from ...feedback import Feedback
from ...i18n import tr
from ...workshop.freezing import WorkshopState, local_time
from ...workshop.merge import MergeReport
from .. import settings
from ..guarded import guarded
from ..session.session import Session
from ..workshop.merge_dialog import MergeDialog
from ..workshop.merge_texts import summary
from ..workshop.start_dialog import StartDialog
from ..workshop.workshop_controller import WorkshopController
from .file_actions import FileActions
from .prompts import may_replace, saved_first
from .tabs import DockTabs


class WorkshopHost(Protocol):
    """The dock, as far as workshops know it."""

    session: Session
    files: FileActions
    tabs: DockTabs


def start_workshop(dock: WorkshopHost) -> None:
    """The window "Starta workshop", of what is saved."""
    from ...store.create.regions import municipalities_of

    session, window = dock.session, dock.files.window
    if not _ready(dock, StartDialog, tr("Gruppernas filer görs av det som är sparat.")) or session.opened is None:
        return
    if session.opened.copy is not None:
        sentence = tr("Den öppna filen är {grupp}s kopia. Öppna huvudfilen och starta workshopen där.")
        session.messages.warn(sentence.format(grupp=session.opened.copy.grupp))
        return
    municipalities = municipalities_of(session.opened.head.lan)
    StartDialog(WorkshopController(session), session.opened, municipalities, window).show()


def merge_copies(dock: WorkshopHost) -> None:
    """The window "Slå ihop kopior", into what is saved."""
    session, window = dock.session, dock.files.window
    if not _ready(dock, MergeDialog, tr("Kopiorna slås ihop med det som är sparat.")) or session.opened is None:
        return
    dialog = MergeDialog(WorkshopController(session), session.opened, may_replace, window)
    dialog.opened_wanted.connect(guarded(lambda report: _open_result(dock, report, dialog.offer_review)))
    dialog.review_wanted.connect(guarded(dock.tabs.open_review))
    dialog.show()


def freeze_workshop(dock: WorkshopHost) -> None:
    """Freeze the latest workshop of the open strukturbild, or let it go on."""
    session, opened = dock.session, dock.session.opened
    if opened is None:
        session.messages.warn(tr("Öppna en strukturbild först."))
        return
    if opened.copy is not None:
        sentence = tr("Den öppna filen är {grupp}s kopia. Workshopen fryses i huvudfilen.")
        session.messages.warn(sentence.format(grupp=opened.copy.grupp))
        return
    path = opened.path

    def work(_feedback: Feedback) -> list[WorkshopState]:
        from ...store.gpkg.reader import reading
        from ...workshop.freezing import workshops_in

        with reading(path) as db:
            return workshops_in(db.connection)

    session.runner.start(tr("Läser {file}").format(file=path.name), work, lambda found: _ask_freeze(dock, found))


def _ready(dock: WorkshopHost, kind: type[QWidget], why: str) -> bool:
    """Whether a window of this kind can be opened: something is open and saved, and there is none already."""
    if dock.session.opened is None:
        dock.session.messages.warn(tr("Öppna en strukturbild först."))
        return False
    there = next((one for one in dock.files.window.findChildren(kind) if one.isVisible()), None)
    if there is not None:
        there.raise_()
        return False
    return saved_first(dock.session, dock.files.window, why)


def _open_result(dock: WorkshopHost, report: MergeReport, opened: Callable[[], None]) -> None:
    """In place of the main file, when that may be left."""
    session, said = dock.session, summary(report)
    if not dock.files.may_leave():
        session.messages.well(tr("{vad} Resultatet ligger i {path}.").format(vad=said, path=report.path))
        return
    path = Path(report.path)

    def tell() -> None:
        if session.opened is None:
            return
        session.opened_changed.disconnect(guarded(tell))
        if session.opened.path != path:
            return
        if report.waiting:
            opened()
            session.messages.well(said, button_texts.show_questions(), lambda: _open_questions(dock, path))
        else:
            session.messages.well(said)

    session.opened_changed.connect(guarded(tell))
    session.open(path)


def _open_questions(dock: WorkshopHost, path: Path) -> None:
    """Those of the merged file at `path`, which is opened again if it has been left since."""
    session = dock.session
    if session.opened is not None and session.opened.path == path:
        dock.tabs.open_review()
    elif dock.files.may_leave():
        dock.tabs.open_review_when_read()
        session.open(path)


def _ask_freeze(dock: WorkshopHost, found: list[WorkshopState]) -> None:
    session = dock.session
    if not found:
        session.messages.warn(tr("Ingen workshop är startad i den här strukturbilden. Välj Arkiv > Starta workshop."))
        return
    workshop = found[-1]
    box = QMessageBox(dock.files.window)
    box.setObjectName("strukturbild_frys_fraga")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(tr("Frys workshopen"))
    if workshop.fryst:
        text = tr("Workshopen {titel} frystes {tid}.").format(titel=workshop.titel, tid=local_time(workshop.fryst))
        more = tr("Låter du den fortsätta räknas kopior som kommer in inte längre som sena.")
        yes = box.addButton(tr("Låt den fortsätta"), QMessageBox.ButtonRole.AcceptRole)
    else:
        text = tr("Frysa workshopen {titel}?").format(titel=workshop.titel)
        more = tr(
            "Tiden noteras i filen. Kopior som slås ihop efter det tas fortfarande emot, men i rapporten "
            "står att de kom sent. Det går att låta workshopen fortsätta igen."
        )
        yes = box.addButton(tr("Frys"), QMessageBox.ButtonRole.AcceptRole)
    box.setText(text)
    box.setInformativeText(more)
    box.addButton(tr("Avbryt"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if box.clickedButton() is yes:
        set_frozen(session, workshop, WorkshopState("", "", "") if workshop.fryst else None)
    box.deleteLater()


def set_frozen(session: Session, before: WorkshopState, wanted: WorkshopState | None = None) -> None:
    """Freeze a workshop now, or let it be as in `wanted`; tells it, with a way back. `before`: as it is."""
    opened, who = session.opened, settings.author()
    if opened is None:
        return
    path, frozen = opened.path, wanted is None or bool(wanted.fryst)

    def work(_feedback: Feedback) -> WorkshopState:
        from ...store.writing.transaction import writing
        from ...workshop.freezing import freeze, unfreeze, workshops_in

        with writing(path, who) as db:
            if frozen:
                freeze(db, before.workshop_id, *((wanted.fryst, wanted.fryst_av) if wanted is not None else ()))
            else:
                unfreeze(db, before.workshop_id)
            return next(one for one in workshops_in(db.connection) if one.workshop_id == before.workshop_id)

    def done(now: WorkshopState) -> None:
        said = tr("”{titel}” är fryst.") if frozen else tr("”{titel}” fortsätter.")
        session.messages.well(said.format(titel=before.titel), tr("Ångra"), lambda: set_frozen(session, now, before))

    session.runner.start(tr("Sparar {file}").format(file=path.name), work, done)
