"""Packs (tillägg) brought into the open strukturbild: ticked, written, opened anew, and undone from the message."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtWidgets import QDialog, QVBoxLayout, QWidget

from ...catalogue.packs import Pack, load_packs
from ...errors import StrukturbildError
from ...feedback import Feedback
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from .. import settings
from ..guarded import guarded
from ..session.head_edits import HeadEdits
from ..session.session import Session
from ..widgets.dialog_parts import answers
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import quiet
from .pack_list import PackList


class PackHost(Protocol):
    """The dock, as far as packs are brought into what is open in it."""

    session: Session
    head_edits: HeadEdits

    def window(self) -> QWidget: ...


@guarded
class PackDialog(FittingDialog):
    """The packs with ticks; those that the strukturbild has cannot be unticked."""

    def __init__(self, snapshot: Snapshot, packs: tuple[Pack, ...], parent: QWidget | None = None) -> None:
        from ...cartography.symbol_sets.symbol_set_library import load_symbol_set

        super().__init__(parent)
        self.setObjectName("strukturbild_tillagg_dialog")
        self.setWindowTitle(tr("Tillägg"))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        said = tr("Ett tillägg ger strukturbilden fler klasser att rita. Det som är ritat ändras inte.")
        column.addWidget(quiet(said, self))
        symbols = load_symbol_set(snapshot.head.symboluppsattning, snapshot.attachments)
        there = [pack.kod for pack in packs if has_pack(snapshot, pack)]
        self.packs = PackList(packs, symbols, settings.language(), there, self)
        column.addWidget(self.packs)
        column.addStretch(1)
        buttons, self.add_button = answers(self, tr("Ta med"))
        column.addWidget(buttons)
        self.packs.changed.connect(guarded(self._show))
        self._show()
        side = self.fontMetrics().height()
        self.resize(QSize(side * 30, side * 14))

    def _show(self) -> None:
        self.add_button.setEnabled(bool(self.packs.ticked()))


def has_pack(snapshot: Snapshot, pack: Pack) -> bool:
    """Whether the strukturbild has every class of the pack."""
    return all(snapshot.catalogue.object_class(klass.kod) is not None for klass in pack.klasser)


def add_packs(dock: PackHost) -> None:
    """Ask which packs the open strukturbild is to get, and bring them in."""
    snapshot = dock.session.snapshot
    if dock.session.opened is None or snapshot is None:
        dock.session.messages.warn(tr("Öppna en strukturbild först."))
        return
    try:
        packs = load_packs()
        dialog = PackDialog(snapshot, packs, dock.window())
    except StrukturbildError as error:
        dock.session.messages.failed(error)
        return
    if dialog.exec() == QDialog.DialogCode.Accepted:
        ticked = dialog.packs.ticked()
        bring_in(dock, tuple(pack for pack in packs if pack.kod in ticked))
    dialog.deleteLater()


def bring_in(dock: PackHost, packs: tuple[Pack, ...]) -> None:
    """Write the packs into the open strukturbild; the message that says so takes it back as one act."""
    from ...store.writing.with_packs import add_packs as write_packs
    from ...store.writing.with_packs import take_out_classes

    names = ", ".join(pack.namn.in_language(settings.language()) for pack in packs)

    def added(codes: object) -> None:
        came = tuple(codes) if isinstance(codes, tuple) else ()

        def back() -> None:
            sentence = tr("Ångrat: {what}").format(what=names)
            _rewritten(
                dock, lambda path: _write(path, lambda db: take_out_classes(db, came)), lambda _done: _say(sentence)
            )

        sentence = tr("{names} är med. Klasserna finns att rita.").format(names=names)
        dock.session.messages.well(sentence, tr("Ångra"), guarded(back))

    def _say(sentence: str) -> None:
        dock.session.messages.well(sentence)

    _rewritten(dock, lambda path: _write(path, lambda db: write_packs(db, packs)), added)


def _write(path: Path, change: Callable[..., object]) -> object:
    from ...store.writing.transaction import writing

    with writing(path, settings.author()) as db:
        return change(db)


def _rewritten(dock: PackHost, work: Callable[[Path], object], done: Callable[[object], None]) -> None:
    """Save, close, write in a task, and open again: columns, forms and styles are new for every layer."""
    session = dock.session
    if session.opened is None or not dock.head_edits.may_write(True) or not session.save():
        return
    path = session.opened.path
    dock.head_edits.finish()
    session.close()

    def written(answer: object) -> None:
        session.open(path)
        done(answer)

    def failed(error: Exception, details: str) -> None:
        session.open(path)
        session.messages.failed(error, details)

    def in_task(_feedback: Feedback) -> object:
        return work(path)

    session.runner.start(tr("Sparar {what}").format(what=path.name), in_task, written, failed)
