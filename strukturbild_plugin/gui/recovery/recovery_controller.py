"""What was not saved when QGIS ended badly: offered when the file is opened again, and laid back if wanted."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal

from ... import paths
from ...drawing.session.restore import RestoreResult, SkippedChange, apply_changes, sort_out
from ...errors import StoreError, StrukturbildError
from ...i18n import tr
from ...store.autosave.copy_folder import AutosaveFile, AutosaveFolder, belongs, same_path
from ...store.autosave.copy_format import AutosaveCopy, RowChange
from ...store.schema.tables import SCHEMA_VERSION
from .. import settings
from ..disk_answers import ask, files_there
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..session.open_document import OpenDocument
from ..session.session import Session
from ..session.worker_thread import WorkerThread
from ..widgets.busy_cursor import waiting
from .autosave import Autosave
from .change_descriptions import ChangeDescriptions, said_moment, said_number
from .pending_input import PendingInputReader, is_anchoring


@dataclass(eq=False)
class RecoveryOffer:
    """One copy, and what has become of it."""

    place: AutosaveFile
    copy: AutosaveCopy
    left: tuple[SkippedChange, ...] = ()
    """Row by row: why it could not be laid back. Empty for what nobody has tried."""
    looked_over: bool = False
    step: str = ""
    """The undo step that laid it back."""
    in_effect: bool = False
    thrown: bool = False
    rest: RecoveryOffer | None = None
    """What of it could not be laid back."""
    elsewhere: str = ""
    """What the file was called where it lay, when it is another place than now."""


@guarded
class RecoveryController(QObject):
    """Keeps a copy of what is not saved in the open strukturbild, and offers those that were left behind."""

    changed = pyqtSignal()
    """Something else is on offer."""
    _read = pyqtSignal(object, object)

    def __init__(
        self, session: Session, tools: ToolController, beside: PendingInputReader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tools, self._beside = session, tools, beside
        self._folder = AutosaveFolder(paths.unsaved_copies(Path(QgsApplication.qgisSettingsDirPath())))
        self._threads = WorkerThread()
        self.autosave: Autosave | None = None
        self._offers: list[RecoveryOffer] = []
        self._carried_on = False
        """Whether the layers held edits already when they were taken up."""
        self._lost: frozenset[str] = frozenset()
        """Tables whose layers left the project with edits in them."""
        self._coming: set[str] = set()
        """Names of copies to be laid back without a question."""
        self._throwing = False
        """While edits are thrown away, QGIS takes the steps back one by one: that is no undo of the user's."""
        self._read.connect(guarded(self._came))
        session.opened_changed.connect(guarded(self._begin))
        # queued: the drawing room takes the strukturbild first
        session.snapshot_read.connect(guarded(self._check_offers), Qt.ConnectionType.QueuedConnection)
        tools.changed.connect(guarded(self._check_offers))

    def current(self) -> RecoveryOffer | None:
        """What to ask about now; None for nothing."""
        if self._tools.edit_session is None:
            return None
        return next((one for one in self._offers if one.looked_over and not one.in_effect and not one.thrown), None)

    @property
    def canvas(self) -> QgsMapCanvas:
        """The map."""
        return self._session.iface.mapCanvas()

    def descriptions(self) -> ChangeDescriptions:
        """Who tells what a copy holds."""
        layers = self.autosave.layers if self.autosave is not None else {}
        return ChangeDescriptions(self._session.snapshot, layers, settings.language())

    def files(self) -> tuple[Path, ...]:
        """The files that have something that was not saved, the last first."""
        return tuple(files_there(self._folder.orphaned_files()))

    def close_down(self) -> None:
        """The plugin is switched off."""
        self._leave()
        self._threads.close()

    def restore(self, offer: RecoveryOffer, count: bool = False) -> None:
        """Lay it back as one undo step. `count`: also what stands against others' work."""
        edit_session, autosave = self._tools.edit_session, self.autosave
        if edit_session is None or autosave is None:
            return
        drawn, waited = _parts(offer.copy)
        step = tr("Återställ det osparade från {time}").format(time=said_moment(offer.copy.tid))
        outcomes: list[RestoreResult] = []
        with waiting():
            self._tools.do(lambda: outcomes.append(apply_changes(edit_session, autosave.layers, step, drawn, count)))
        if not outcomes:
            return
        outcome = outcomes[0]
        self._beside.restore(waited)
        offer.step, offer.in_effect = step, True
        well = self._keep_rest(offer, outcome.left)
        autosave.contains = self._contained() if well else autosave.contains
        autosave.flush()
        self._tell([*(step.change for step in outcome.steps), *waited], outcome.left)
        self.changed.emit()

    def throw(self, offer: RecoveryOffer) -> None:
        """It is not wanted; the message has the way back."""
        offer.thrown = True
        offer.place.discard()
        text = tr("Det osparade från {time} är slängt.").format(time=said_moment(offer.copy.tid))
        self._session.messages.well(text, tr("Ångra"), lambda: self._take_back(offer))
        self.changed.emit()

    def _take_back(self, offer: RecoveryOffer) -> None:
        if offer in self._offers and offer.thrown and offer.place.undo_discard():
            offer.thrown = False
            self.changed.emit()

    def release_layers(self, tables: frozenset[str]) -> None:
        """Layers are about to leave the project, those of `tables` with edits, which stay in the copy."""
        self._lost |= tables
        if self.autosave is not None:
            self.autosave.flush()
        self._leave()
        self._threads.wait()
        self.changed.emit()

    def follow_rest(self) -> None:
        """Layers have left the project: the others are followed; what lies in copies can be laid back in none now."""
        self._follow(with_orphans=False)

    def follow_again(self) -> None:
        """All layers of the same strukturbild are in the project again."""
        self._leave()
        self._threads.wait()  # else what was just let go of looks as if somebody held it
        self._follow()

    def hand_over(self, path: Path) -> None:
        """What is not saved is laid back by itself once the file at `path` is open, or all layers are followed again.

        Raises StoreError, and then all is as it was.
        """
        name = self.autosave.hand_over(path) if self.autosave is not None else ""
        self._coming.update([name] if name else [])

    def _begin(self) -> None:
        """Another strukturbild is open, or none."""
        self._lost = frozenset()
        self._follow()

    def _follow(self, with_orphans: bool = True) -> None:
        self._leave()
        opened = self._session.opened
        if opened is not None:
            self._carried_on = bool(opened.unsaved())
            autosave = self.autosave = Autosave(opened, self._folder, self._threads, self._beside, self)
            autosave.settled.connect(guarded(self._on_saved))
            autosave.throwing.connect(guarded(self._wait_for_throwing))
            autosave.emptied.connect(guarded(self._check_offers))
            autosave.failed.connect(guarded(self._warn))
            places = self._folder.lock_orphans(opened.head.strukturbild_id, opened.path) if with_orphans else []
            if places:
                self._threads.do(lambda: self._tell_read(autosave, [(place, _read(place)) for place in places]))
        self.changed.emit()

    def _tell_read(self, autosave: Autosave, found: list[tuple[AutosaveFile, Any]]) -> None:
        with contextlib.suppress(RuntimeError):  # the plugin has been switched off meanwhile
            self._read.emit(autosave, found)

    def _came(self, autosave: Autosave, found: list[tuple[AutosaveFile, Any]]) -> None:
        """What lies there has been read."""
        opened = self._session.opened
        offers = []
        for place, told in found:
            try:
                if isinstance(told, StrukturbildError):
                    raise told
                moved = _moved_from(told, opened) if opened is not None and autosave is self.autosave else None
                if moved is None:
                    place.unlock()
                    continue
                offers.append(RecoveryOffer(place, told, elsewhere=moved))
            except StrukturbildError as error:
                self._put_aside(place, error)
        # what was laid back before the last crash lies in a later copy too
        inside = {name for offer in offers for name in offer.copy.innehaller}
        for offer in offers:
            offer.in_effect = self._carried_on and offer.copy.process == os.getpid()
            if offer.place.name in inside:
                offer.place.unlock()
        self._offers.extend(offer for offer in offers if offer.place.name not in inside)
        if self.autosave is not None:
            self.autosave.contains = self._contained()
        self._check_offers()

    def _put_aside(self, place: AutosaveFile, error: Exception) -> None:
        text = tr("Det finns en kopia av osparade ändringar som inte kan användas. {why} Den ligger kvar i {path}.")
        self._session.messages.warn(text.format(why=error, path=place.set_aside()))

    def _check_offers(self, *_: object) -> None:
        """Whether what was laid back has been undone, and whether what lies there is still news."""
        edit_session, autosave = self._tools.edit_session, self.autosave
        if edit_session is None or autosave is None or self._throwing:
            return
        for offer in tuple(self._offers):
            if not offer.looked_over:
                self._look_over(offer, autosave)
            standing = edit_session.standing(offer.step) if offer.step else None
            if standing is not None and standing != offer.in_effect:
                offer.in_effect = standing
                if not standing:
                    self._drop_rest(offer)
        autosave.contains = self._contained()
        self.changed.emit()
        coming = [offer for offer in self._offers if offer.place.name in self._coming and offer.looked_over]
        for offer in coming:
            self._coming.discard(offer.place.name)
            if not offer.in_effect:
                self.restore(offer)

    def _wait_for_throwing(self) -> None:
        self._throwing = True
        QTimer.singleShot(0, guarded(self._has_thrown))

    def _has_thrown(self) -> None:
        self._throwing = False
        self._check_offers()

    def _look_over(self, offer: RecoveryOffer, autosave: Autosave) -> None:
        """QGIS may have ended right after it had saved: then there is nothing to ask about."""
        offer.looked_over = True
        drawn, waited = _parts(offer.copy)
        there = (*sort_out(autosave.layers, drawn).done, *(change for change in waited if self._beside.has(change)))
        done = {id(change) for change in there}
        kept = tuple(change for change in offer.copy.rader if id(change) not in done)
        lost = tuple(change for change in kept if change.tabell in self._lost)
        if offer.in_effect and lost:  # the rest is in the layers that are still there
            offer.in_effect, kept = False, lost
        if not offer.in_effect and not kept:
            self._drop(offer)
        else:
            offer.copy = replace(offer.copy, rader=kept)

    def _on_saved(self) -> None:
        """Everything is saved, or was thrown away: what was laid back is over, what was not is still on offer."""
        for offer in tuple(self._offers):
            if offer.in_effect:
                self._drop(offer)
        if self.autosave is not None:
            self.autosave.contains = ()
        self.changed.emit()

    def _contained(self) -> tuple[str, ...]:
        return tuple(name for one in self._offers if one.in_effect for name in (one.place.name, *one.copy.innehaller))

    def _keep_rest(self, offer: RecoveryOffer, left: tuple[SkippedChange, ...]) -> bool:
        """What stands against others' work stays, in a copy of its own; whether it lies there."""
        if not left or self._session.opened is None:
            return True
        opened = self._session.opened
        place = self._folder.new_copy(opened.head.strukturbild_id, opened.path)
        rest = replace(offer.copy, rader=tuple(one.change for one in left), innehaller=())
        try:
            place.write(rest)
        except StoreError as error:
            self._session.messages.failed(error)
            offer.in_effect = False  # then the whole of it goes on lying there
            return False
        offer.rest = RecoveryOffer(place, rest, left, looked_over=True)
        self._offers.append(offer.rest)
        return True

    def _drop_rest(self, offer: RecoveryOffer) -> None:
        if offer.rest is not None and offer.rest in self._offers and not offer.rest.in_effect:
            self._drop(offer.rest)
        offer.rest = None

    def _drop(self, offer: RecoveryOffer) -> None:
        self._offers.remove(offer)
        self._threads.do(offer.place.remove)
        for name in offer.copy.innehaller:
            place = self._folder.find(name)
            if place is not None and place.lock():
                self._threads.do(place.remove)

    def _leave(self) -> None:
        if self.autosave is not None:
            self.autosave.close()
            self.autosave.deleteLater()
            self.autosave = None
        for offer in tuple(self._offers):
            if offer.thrown:
                self._drop(offer)
            else:
                self._threads.do(offer.place.unlock)
        self._offers = []

    def _warn(self, text: str) -> None:
        self._session.messages.warn(text)

    def _tell(self, back: list[RowChange], left: tuple[SkippedChange, ...]) -> None:
        if back:
            text = tr("{things} är tillbaka. Ctrl+Z tar bort det igen.")
            self._session.messages.well(text.format(things=said_number(back)))
        if left:
            teller = self.descriptions()
            lines = [f"{teller.title(one.change)}: {one.why}" for one in left]
            text = tr("{things} lades inte tillbaka, för filen har ändrats sedan dess. Det ligger kvar i kopian.")
            self._session.messages.warn(text.format(things=said_number([one.change for one in left])), lines)


def _parts(copy: AutosaveCopy) -> tuple[list[RowChange], list[RowChange]]:
    """What was drawn, and the anchoring that waited for it."""
    waited = [change for change in copy.rader if is_anchoring(change)]
    return [change for change in copy.rader if not is_anchoring(change)], waited


def _read(place: AutosaveFile) -> Any:
    """In the other thread: the copy, or the error that says what is wrong with it."""
    try:
        return place.read()
    except StrukturbildError as error:
        return error
    except Exception as error:  # noqa: BLE001 - whatever it is that lies there, the strukturbild is to open
        return StoreError(str(error) or type(error).__name__)


def _moved_from(copy: AutosaveCopy, opened: OpenDocument) -> str | None:
    """Where the file was that a copy is of, '' for where it is; None when the copy is not of what is open."""

    def look() -> str | None:
        if not belongs(copy, opened.head.strukturbild_id, opened.path, SCHEMA_VERSION):
            return None
        return "" if same_path(Path(copy.fil), opened.path) else copy.fil

    return ask(Path(copy.fil), look, None)
