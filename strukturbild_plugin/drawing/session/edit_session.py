"""The edit session: the open layers of one strukturbild, edited, undone and saved together."""

from __future__ import annotations

import contextlib
from typing import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from qgis.core import QgsFeature, QgsMapLayer, QgsVectorLayer

from ...catalogue.model import Catalogue
from ...errors import StoreError
from ...i18n import joined, tr
from ...store.qgis_project.layers import table_of
from ...store.schema.tables import FID, columns_of
from .atomic_save import save_layers
from .layer_watcher import LayerSubscription
from .object_index import IndexedObject, ObjectIndex
from .ogr_values import changed_columns
from .row_changes import RowEdit
from .undo_history import UndoHistory

GOAL_LINKS, COMMENTS, HEAD, VOTES = "objekt_mal", "kommentar", "strukturbild", "rost"
TABLES = (GOAL_LINKS, COMMENTS, HEAD)
"""Tables without objects that an edit session takes along when it is given them."""


def layers_by_code(
    layers: Iterable[QgsVectorLayer], catalogue: Catalogue, tables: Collection[str] = ()
) -> dict[str, QgsVectorLayer]:
    """The layers that an edit session works on, by code; the private ones, which serve forms, are left out.

    `tables`: further tables without objects that it takes along, private ones too.
    """
    wanted = {*(layer.kod for layer in catalogue.lager), *TABLES}
    found: dict[str, QgsVectorLayer] = {}
    for layer in layers:
        code = table_of(layer)[1]
        private = bool(layer.flags() & QgsMapLayer.LayerFlag.Private)
        if (code in wanted and not private) or (code in tables and code not in wanted):
            found.setdefault(code, layer)
    return found


class EditSession:
    """The open layers of ONE strukturbild (layer code -> layer). Main thread only.

    `author` and `group` are written on what is drawn and changed. `changed` holds functions to call whenever something
    was done, undone, redone or saved.
    """

    def __init__(
        self, layers: Mapping[str, QgsVectorLayer], catalogue: Catalogue, author: str = "", group: str = ""
    ) -> None:
        self.layers, self.catalogue = dict(layers), catalogue
        self.author, self.group = author, group
        self.changed: list[Callable[[], None]] = []
        self.objects = ObjectIndex(self.layers)
        self.refused: list[Callable[[str], None]] = []
        """Called with a sentence when a step is not undone, since somebody else has changed the same."""
        self.notices: list[Callable[[str], None]] = []
        """Called with a sentence about what was put right after QGIS's own tools."""
        self.losses: list[Callable[[str], None]] = []
        """Called with a sentence about what QGIS's own tool left loose by taking something away, to be undone."""
        self.completions: list[Callable[[str, str, list[RowEdit]], None]] = []
        """Called with a layer's code, what QGIS's own tool did and to which rows; commands then belong to its step."""
        self.before_edit: list[Callable[[], None]] = []
        """Called before anything is done, undone or redone; raises StoreError when nothing may be."""
        self.after_edit: list[Callable[[str, Sequence[RowEdit]], None]] = []
        """Called with a layer's code and rows when a command, or QGIS's own tool, has ended; raises StoreError when
        they may not be changed, and nothing of it is left."""
        self.fillers: list[Callable[[str, Sequence[RowEdit]], None]] = []
        """Called with a layer's code and rows when a command has ended; what they write belongs to its step."""
        self._history = UndoHistory(self.layers, self._tell, self._say_refused, self._complete)
        self._open: _OpenCommand | None = None
        self._subscription = LayerSubscription(self.layers.values(), about_to_be_removed=self._removed)

    def close(self) -> None:
        """Let go of the layers; what is not saved stays in their edit buffers. So it does when one is removed."""
        self._subscription.close()
        self.objects.close()
        self._history.close()
        self.changed.clear()
        for hooks in (self.refused, self.notices, self.losses, self.completions, self.after_edit, self.fillers):
            hooks.clear()
        self.layers = {}

    def start(self) -> None:
        """Make every layer editable. Raises StoreError naming those that are not, or what `before_edit` raises."""
        for ask in self.before_edit:
            ask()
        refused = [
            layer.name() for layer in self.layers.values() if not layer.isEditable() and not layer.startEditing()
        ]
        if refused:
            raise StoreError(
                tr("Det går inte att rita i {layers}. Är filen skrivskyddad? Spara den på ett annat ställe.").format(
                    layers=", ".join(refused)
                )
            )

    @contextlib.contextmanager
    def command(self, text: str) -> Iterator[EditSession]:
        """All that is done in the block is one undo step called `text`; after an exception nothing of it is left.

        A command inside a command belongs to the outer one.
        """
        if self._open is not None:
            try:
                yield self
            except BaseException as error:
                self._open.failed = self._open.failed or error
                raise
            return
        self.start()
        opened = self._open = _OpenCommand(text, self._history.places())
        try:
            with self._history.acting():
                try:
                    yield self
                    if opened.failed:
                        raise opened.failed
                except BaseException:
                    self._take_back(opened)
                    raise
                self._end(opened)
        finally:
            self._open = None
        if self._history.record(text, opened.before):
            self._tell()

    def editing(self, code: str) -> QgsVectorLayer:
        """The layer `code`, inside a command: what is done to it now belongs to the command."""
        if self._open is None:
            raise RuntimeError("editing() belongs inside command()")
        layer = self.layer(code)
        if code not in self._open.begun:
            layer.beginEditCommand(self._open.text)
            self._open.begun.append(code)
        return layer

    def layer(self, code: str) -> QgsVectorLayer:
        """The open layer `code`. Raises StoreError when it is not open."""
        if code not in self.layers:
            raise StoreError(
                tr("Lagret ”{layer}” är inte öppet. Öppna strukturbilden på nytt.").format(layer=self.title(code))
            )
        return self.layers[code]

    def title(self, code: str) -> str:
        """What the layer is called."""
        layer = self.catalogue.layer(code)
        return layer.namn.sv if layer else code

    def known(self, objekt_id: str) -> IndexedObject:
        """The object with this id. Raises StoreError when it is gone."""
        found = self.objects.get(objekt_id)
        if found is None:
            raise StoreError(tr("Objektet finns inte längre. Välj ett annat."))
        return found

    def feature(self, objekt_id: str) -> QgsFeature:
        """The object's whole feature, edits included. Raises StoreError when it is gone."""
        known = self.known(objekt_id)
        return self.layer(known.lager).getFeature(known.fid)

    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._history.done)

    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return bool(self._history.undone)

    def last_step(self) -> object:
        """What undo would undo; None for nothing."""
        return self._history.done[-1] if self._history.done else None

    def undo_text(self) -> str:
        """What undo would undo; '' for nothing."""
        return self._history.done[-1].text if self._history.done else ""

    def redo_text(self) -> str:
        """What redo would do again; '' for nothing."""
        return self._history.undone[-1].text if self._history.undone else ""

    def undo(self) -> str:
        """Undo the last thing done, in all its layers, and say what it was; '' when there was nothing."""
        step = self._history.undo() if self._open is None else None
        if step:
            self._tell()
        return step.text if step else ""

    def redo(self) -> str:
        """Do again what was undone last, in all its layers, and say what it was; '' when there was nothing."""
        step = self._history.redo() if self._open is None else None
        if step:
            self._tell()
        return step.text if step else ""

    def standing(self, text: str) -> bool | None:
        """Whether the step called `text` is done (True) or undone (False); None when there is no such step any more."""
        if any(step.text == text for step in self._history.done):
            return True
        return False if any(step.text == text for step in self._history.undone) else None

    def unsaved(self) -> bool:
        """Whether something drawn is not in the file yet."""
        return any(layer.isModified() for layer in self.layers.values())

    def save(self) -> None:
        """Write everything to the file and go on editing.

        Raises StoreError naming the layers that could not be written; their edits are kept.
        """
        try:
            # These go first: the file's own triggers take a deleted object's links and votes away.
            save_layers(list(self.layers.values()), (*TABLES, VOTES))
        except StoreError as error:
            raise StoreError(
                tr("Allt kunde inte sparas. Ändringarna finns kvar; försök igen om en stund.\n{reasons}").format(
                    reasons=error
                )
            ) from error
        finally:
            self._tell()

    def tell(self, sentence: str) -> None:
        """Say what was put right after QGIS's own tools."""
        for hook in tuple(self.notices):
            hook(sentence)

    def tell_loss(self, sentence: str) -> None:
        """Say what QGIS's own tool left loose."""
        for hook in tuple(self.losses):
            hook(sentence)

    def columns(self, code: str) -> list[str]:
        """The columns of the rows that `completions` are told of."""
        return self._history.columns(code)

    def _complete(self, code: str, text: str, rows: list[RowEdit]) -> None:
        if self._open is not None or self._keeps_columns(code) or not rows:
            return
        try:
            self._ask_after(code, rows)
        except StoreError as error:
            self._take_back_last(code)
            self.tell(str(error))
            return
        try:
            for hook in tuple(self.completions):
                hook(code, text, rows)
        except StoreError as error:
            self.tell(str(error))

    def _keeps_columns(self, code: str) -> bool:
        """Take back what removes or renames a column that the strukturbild needs; whether that was so."""
        changed = changed_columns(self.layers[code])
        lost = changed.intersection((FID, *columns_of(self.catalogue, code))) if changed else set()
        if lost:
            layer = self.layers[code]
            self._take_back_last(code)
            sentence = tr("{columns} hör till strukturbilden och kan inte tas bort eller byta namn.")
            self.tell(
                sentence.format(
                    columns=joined(
                        f"”{layer.attributeDisplayName(layer.fields().indexOf(name))}”" for name in sorted(lost)
                    )
                )
            )
        return bool(lost)

    def _ask_after(self, code: str, rows: Sequence[RowEdit]) -> None:
        for ask in tuple(self.after_edit):
            ask(code, rows)

    def _take_back_last(self, code: str) -> None:
        """What QGIS's own tool has just done to the layer, for good."""
        self.undo()
        self._history.undone.clear()
        self._history.forget_redo([code])

    def _say_refused(self, text: str, for_good: bool) -> None:
        sentence = tr(
            "”{step}” har ändrats av någon annan sedan dess och ångras inte. Ändra det för hand om det behövs."
        )
        if for_good:
            sentence = tr("”{step}” är sparat i filen och ångras inte. Kolumner tas bort i lagrets egenskaper, Fält.")
        for hook in tuple(self.refused):
            hook(sentence.format(step=text))

    def _removed(self, _code: str) -> None:
        self.close()

    def _end(self, opened: _OpenCommand) -> None:
        edited = self._end_commands(opened)
        try:
            for code in edited:
                rows = self._history.latest(code)
                self._ask_after(code, rows)
                for fill in tuple(self.fillers):
                    fill(code, rows)
            self._end_commands(opened)
        except BaseException:
            self._take_back(opened)
            raise

    def _end_commands(self, opened: _OpenCommand) -> list[str]:
        """End what has begun in the layers; gives those where anything was done."""
        edited = []
        while opened.begun:
            code = opened.begun.pop()
            layer = self.layers[code]
            stack = layer.undoStack()
            empty = stack.command(stack.count() - 1).childCount() == 0
            layer.destroyEditCommand() if empty else layer.endEditCommand()
            edited += [] if empty else [code]
        return edited

    def _take_back(self, opened: _OpenCommand) -> None:
        for code in reversed(opened.begun):
            self.layers[code].destroyEditCommand()
        now = self._history.places()
        raw = [code for code, place in opened.before.items() if now[code] > place]
        for code in raw:
            self.layers[code].undoStack().setIndex(opened.before[code])
        self._history.forget_redo(raw)

    def _tell(self) -> None:
        for hook in tuple(self.changed):
            hook()


class _OpenCommand:
    """The command that is going on."""

    def __init__(self, text: str, before: Mapping[str, int]) -> None:
        self.text, self.before = text, before
        self.begun: list[str] = []
        self.failed: BaseException | None = None
