"""The look of the open strukturbild, changed in the window as one undo step: symbol set, region profile, own styles.

The symbol set is a value in the strukturbild's own row, written through the open layer. What is carried along (profile,
own sets, own styles) is written to the file at once, and a step in the same layer's undo takes it back. Either way
Ctrl+Z undoes it, and what the window shows always follows what it finds, whoever changed it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Optional

from qgis.core import NULL, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...drawing.session.edit_session import HEAD, EditSession
from ...drawing.session.layer_history import LayerHistory
from ...errors import StoreError, StrukturbildError
from ...feedback import Feedback
from ...i18n import tr
from ...store.gpkg.records import Attachment, Snapshot
from ...store.styling.custom_style_diff import Key, StyleDiff, carried_styles, set_carried_styles, style_diff
from .. import settings
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..session.layer_styler import LayerStyler, tell_what_was_not_used
from ..session.open_document import OpenDocument, is_drawn
from ..session.picture_themes import PictureThemes
from ..session.session import Session
from ..widgets.busy_cursor import waiting
from .style_history import LayerStyles, StyleHistory, restore_styles
from .style_undo_command import StyleUndoCommand

COLUMN = "symboluppsattning"

Work = Callable[[Path], tuple[str, ...]]
"""Writes to the file at a path, and gives sentences about what was adjusted."""


@guarded
class StyleController(QObject):
    """Keeps the window in the look that the strukturbild says."""

    changed = pyqtSignal()
    """The window shows another look."""

    def __init__(
        self, session: Session, tools: ToolController, pictures: PictureThemes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tools = session, tools
        self._styler = LayerStyler(pictures)
        self._opened: OpenDocument | None = None
        self._snapshot: Snapshot | None = None
        self._in_file = ""
        self._steps: list[StyleUndoCommand] = []
        self._history, self._anew = StyleHistory(), False
        tools.changed.connect(guarded(self.follow))
        session.content_changed.connect(guarded(self.follow))

    @property
    def shown(self) -> str:
        """The code of the symbol set that the window shows."""
        return self._styler.kod

    def close(self) -> None:
        """The strukturbild is left."""
        self._opened = self._snapshot = None
        self._in_file = ""
        self._styler.forget()
        self._history.forget()
        self._steps.clear()

    def load(self, opened: OpenDocument, snapshot: Snapshot) -> None:
        """The file as it was last read. What is open may already be ahead of it."""
        first = self._opened is None or opened.layer_ids != self._opened.layer_ids
        self._opened, self._snapshot = opened, snapshot
        if first:
            self._in_file = snapshot.head.symboluppsattning
            self._styler.adopt(opened, snapshot)
        self.follow()
        self._pass_on()
        if first:
            tell_what_was_not_used(self._session.messages, opened.path, self._snapshot)

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Code and name of the sets there are."""
        from ...cartography.symbol_sets.symbol_set_library import symbol_sets

        language = settings.language()
        carried = self._snapshot.attachments if self._snapshot is not None else ()
        return tuple((kod, name.in_language(language)) for kod, name in symbol_sets(carried))

    def choose(self, kod: str) -> bool:
        """Let the strukturbild use this set: one undo step. False when it could not be (and the bar says why)."""
        edit_session, before = self._tools.edit_session, self.shown
        if edit_session is None or kod == before:
            return False
        name = dict(self.choices()).get(kod, kod)
        text = tr("Symboluppsättning: {name}").format(name=name)

        def write() -> None:
            with edit_session.command(text):
                self._use(edit_session, kod)

        with self._doing():
            done = self._tools.attempt(write)
        if done:
            worn = self._history.last
            told = tr("Kartan visas nu med {name}.").format(name=name)
            self._tell(told, text, lambda: self._choose_again(before, worn))
        return bool(done)

    def _choose_again(self, kod: str, worn: LayerStyles) -> None:
        if self.choose(kod):
            self._restore(worn)

    def carry(self, text: str, work: Work, told: str, kod: str = "") -> tuple[str, ...] | None:
        """Let `work` change what the file carries for its look, and use the set `kod` if one is given: one undo step.

        Gives what `work` said. Raises StrukturbildError, and then nothing is changed.
        """
        edit_session, opened, used = self._tools.edit_session, self._opened, self.shown
        if edit_session is None or opened is None:
            return None
        if opened.copy is not None and opened.copy.sentence():
            raise StoreError(opened.copy.sentence())
        edit_session.start()
        with waiting():
            before = carried_styles(opened.path)
            said = work(opened.path)
            change = style_diff(before, carried_styles(opened.path))
            self._set_attachments(change.after)
            with self._doing(), edit_session.command(text):
                if change:
                    self._push(edit_session, text, change, opened.path)
                if kod and kod != used:
                    self._use(edit_session, kod)
            worn = self._history.last
            self._read_again()
        self._tell(told, text, lambda: self._put_back(text, change, used if kod else "", worn))
        return said

    def follow(self) -> None:
        """Show the set that the open layer says, and note when it has come into the file."""
        opened, snapshot = self._opened, self._snapshot
        layer = opened.layer(HEAD) if opened is not None else None
        kod = _value_of(layer)
        if opened is None or snapshot is None or layer is None or not kod:
            return
        stack = layer.undoStack()
        if not stack.count():
            self._history.forget()
        if self._styler.is_outdated(kod, snapshot):
            self._apply(kod, stack.index())
        else:
            self._history.set_place(stack.index())
        if kod != self._in_file and not layer.isModified():
            self._in_file = kod
            self._write_styles(opened.path)

    def _use(self, edit_session: EditSession, kod: str) -> None:
        layer = edit_session.editing(HEAD)
        feature = next(layer.getFeatures())
        layer.changeAttributeValue(feature.id(), layer.fields().indexOf(COLUMN), kod)

    def _push(self, edit_session: EditSession, text: str, change: StyleDiff, path: Path) -> None:
        step = StyleUndoCommand(text, change, partial(self._put, path))
        self._steps.append(step)
        layer = edit_session.editing(HEAD)
        layer.undoStack().push(step)
        LayerHistory.of(layer).carry(step)

    def _put(self, path: Path, wanted: Mapping[Key, Optional[bytes]]) -> None:
        """From the undo stack, which must not be disturbed: the window follows afterwards."""
        try:
            with waiting():
                set_carried_styles(path, wanted, settings.author())
            if self._opened is not None and self._opened.path == path:
                self._set_attachments(wanted)
        except StrukturbildError as error:
            self._session.messages.warn(str(error))
        QTimer.singleShot(0, guarded(self._read_again))

    def _set_attachments(self, wanted: Mapping[Key, Optional[bytes]]) -> None:
        """What is carried now, before the file is read again: a set may be put to use in the same step."""
        snapshot = self._snapshot
        if snapshot is None or not wanted:
            return
        kept = [one for one in snapshot.attachments if (one.slag, one.namn) not in wanted]
        new = [Attachment(kind, name, content) for (kind, name), content in wanted.items() if content is not None]
        self._snapshot = replace(snapshot, attachments=(*kept, *new))
        self._session.update_snapshot(self._snapshot)

    def _read_again(self) -> None:
        from ...store.gpkg.snapshot import read_snapshot

        opened = self._opened
        if opened is None:
            return
        try:
            self._session.set_snapshot(read_snapshot(opened.path))
        except StrukturbildError as error:
            self._session.messages.warn(str(error))

    def _tell(self, told: str, text: str, back: Callable[[], Any]) -> None:
        """In the bar, with the way back: what has been drawn since stays."""

        def take_back() -> None:
            edit_session = self._tools.edit_session
            if edit_session is not None and edit_session.undo_text() == text:
                self._tools.undo()
            elif edit_session is not None:
                self._tools.attempt(back)

        self._session.messages.well(told, tr("Ångra"), take_back)

    @contextmanager
    def _doing(self) -> Iterator[None]:
        """What changes the look in the block is done now, and not undone or done again."""
        self._anew = True
        try:
            yield
        finally:
            self._anew = False

    def _restore(self, styles: LayerStyles) -> None:
        """The layers looked so before a change that is taken back."""
        opened = self._opened
        if opened is not None:
            restore_styles(styles, [layer for layer in opened.layers() if is_drawn(layer)])
            self._styler.on_styles_restored()

    def _put_back(self, text: str, change: StyleDiff, kod: str, worn: LayerStyles) -> None:
        def work(path: Path) -> tuple[str, ...]:
            set_carried_styles(path, change.before, settings.author())
            return ()

        undone = tr("Ångrat: {what}").format(what=text)
        self.carry(undone, work, undone, kod)
        self._restore(worn)

    def _apply(self, kod: str, place: int) -> None:
        opened, snapshot = self._opened, self._snapshot
        if opened is None or snapshot is None:
            return
        if self._tools.edit_session is not None:
            self._tools.edit_session.catalogue = snapshot.catalogue
        try:
            with waiting():
                drawn = [layer for layer in opened.layers() if is_drawn(layer)]
                worn = self._history.change(place, drawn, self._anew)
                self._styler.apply(opened, snapshot, kod)
                if worn:
                    self._restore(worn)
        except StrukturbildError as error:
            self._session.messages.warn(str(error))
        self._pass_on()

    def _pass_on(self) -> None:
        """Palette, legend and check read the head of the snapshot."""
        snapshot = self._snapshot
        if snapshot is None:
            return
        if snapshot.head.symboluppsattning != self.shown:
            snapshot = self._snapshot = replace(snapshot, head=replace(snapshot.head, symboluppsattning=self.shown))
            self._session.update_snapshot(snapshot)
        self.changed.emit()

    def _write_styles(self, path: Path) -> None:
        """What plain QGIS shows, in the file: beside the window, through a connection of its own."""

        def work(_feedback: Feedback) -> None:
            from ...store.styling.renew_styles import refresh_styles

            refresh_styles(path)

        self._session.runner.start(tr("Sparar symbolerna i {file}").format(file=path.name), work, lambda _none: None)


def _value_of(layer: QgsVectorLayer | None) -> str:
    feature = next(layer.getFeatures(), None) if layer is not None else None
    value = feature[COLUMN] if feature is not None else None
    return "" if value is None or value == NULL else str(value)
