"""Undo across layers: which steps of which layers' undo stacks belong together, in the order they were done.

Every layer of QGIS has an undo stack of its own, and Ctrl+Z acts on the active layer alone. The history keeps steps
that reach over several layers whole: when one layer is stepped back or forward by QGIS itself, the others follow, and
what QGIS's own tools do becomes a step of its own. Steps live on through saves (layer_history.py).
"""

from __future__ import annotations

import contextlib
import weakref
from dataclasses import dataclass
from typing import Any, Callable, Iterable, Iterator, Mapping

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip

from .layer_history import LayerHistory
from .layer_watcher import LayerSubscription
from .row_changes import RowEdit

MAX_STEPS = 200
"""So many steps can be undone after a save."""


@dataclass(eq=False)
class UndoStep:
    """One thing done. `spans`: layer code -> place in that layer's undo stack before and after."""

    text: str
    spans: dict[str, tuple[int, int]]
    stamps: Mapping[str, str]
    """Layer code -> what the first command of the span is known by."""
    refused: bool = False
    """Somebody else has changed its rows: nothing happens when it is passed."""


class UndoHistory:
    """The steps done and undone over `layers`. `moved` is called when something else than its owner stepped.

    `refused` is called with the text of a step that could not be undone or done again, because somebody else has
    changed its rows in the file, or (True) because it made a column that is in the file now. `complete` is called when
    something else than its owner has edited a layer, with its code, what was done and to which rows; what it does then
    belongs to the same step.
    """

    def __init__(
        self,
        layers: Mapping[str, QgsVectorLayer],
        moved: Callable[[], None],
        refused: Callable[[str, bool], None],
        complete: Callable[[str, str, list[RowEdit]], None],
    ) -> None:
        self.done: list[UndoStep] = []
        self.undone: list[UndoStep] = []
        self._layers, self._moved, self._refused, self._busy = dict(layers), moved, refused, False
        self._complete, self._incomplete = complete, list[tuple[str, UndoStep, list[RowEdit]]]()
        self._running: UndoStep | None = None
        """The step that is being undone or done again, and has been found to be as it was left."""
        # They come first: a step has its stamp, and a save is known as one, when this history hears of it.
        self._histories = {code: LayerHistory.of(layer) for code, layer in self._layers.items()}
        for history in self._histories.values():
            history.may_run = weakref.WeakMethod(self._may_run)
            history.seeded.connect(self._seeded)
            history.lost.connect(self._lost)
        self._subscription = LayerSubscription(
            self._layers.values(), undo_index_changed=self._followed, command_ended=self._ended
        )
        self._at = self.places()
        self._closed = False

    def close(self) -> None:
        """Listen no more."""
        self._closed = True
        self._subscription.close()
        for history in self._histories.values():
            if not sip.isdeleted(history):
                history.may_run = None
                history.seeded.disconnect(self._seeded)
                history.lost.disconnect(self._lost)
        self._moved, self._refused, self._complete = _nothing, _nothing, _nothing
        self._layers, self._histories, self._incomplete = {}, {}, []
        self.done, self.undone = [], []

    def columns(self, code: str) -> list[str]:
        """The columns of a layer's rows, in the order in which they are told of."""
        return self._histories[code].columns()

    def latest(self, code: str) -> list[RowEdit]:
        """What the last command did to a layer's rows."""
        return self._histories[code].latest

    def places(self) -> dict[str, int]:
        """Where each layer's undo stack stands."""
        return {code: layer.undoStack().index() for code, layer in self._layers.items()}

    @contextlib.contextmanager
    def acting(self) -> Iterator[None]:
        """What happens to the stacks inside the block is not followed."""
        busy, self._busy = self._busy, True
        try:
            yield
        finally:
            self._busy = busy
            self._at = self.places()

    def record(self, text: str, before: Mapping[str, int]) -> UndoStep | None:
        """Make one step of all that happened since the stacks stood at `before`; None when nothing did."""
        now = self.places()
        spans = {code: (place, now[code]) for code, place in before.items() if now[code] > place}
        if not spans:
            return None
        step = UndoStep(text, spans, {code: self._histories[code].stamp(first) for code, (first, _) in spans.items()})
        self.done.append(step)
        self.undone.clear()
        self.forget_redo(code for code in self._layers if code not in spans)
        return step

    def undo(self) -> UndoStep | None:
        """Undo the last step in all its layers."""
        return self._step(self.done, self.undone, 0)

    def redo(self) -> UndoStep | None:
        """Do the last undone step again in all its layers."""
        return self._step(self.undone, self.done, 1)

    def _cap(self) -> None:
        """Forget the oldest steps, when everything is saved and they have become too many."""
        dropped = self.done[: max(0, len(self.done) - MAX_STEPS)]
        if not dropped or any(layer.isModified() for layer in self._layers.values()):
            return
        del self.done[: len(dropped)]
        for code, history in self._histories.items():
            history.drop_first(max((step.spans[code][1] for step in dropped if code in step.spans), default=0))

    def _step(self, source: list[UndoStep], target: list[UndoStep], side: int) -> UndoStep | None:
        while source:
            step = source.pop()
            target.append(step)
            self._set(step, side)
            if not step.refused:
                return step
            if side == 0:  # told already; what was done before it is for the next time
                return None
        return None

    def _may_run(self, code: str, place: int, backwards: bool) -> bool:
        """Whether all rows of the step that this command belongs to are as it left them; if not it is refused whole."""
        within = (step for step in (*self.done, *self.undone) if code in step.spans)
        step = next((step for step in within if step.spans[code][0] <= place < step.spans[code][1]), None)
        if step is None:
            return True
        if step.refused:
            return False
        if self._histories[code].is_for_good(place, place + 1):
            self._kill(step, True)
            return False
        if step is not self._running:
            self._running = step
            at = {code: place + 1 if backwards else place}
            for each, span in step.spans.items():
                if not self._histories[each].as_left(*span, at.get(each)):
                    self._kill(step)
                    return False
        return True

    def _kill(self, step: UndoStep, for_good: bool = False) -> None:
        step.refused = True
        for code, span in step.spans.items():
            self._histories[code].refuse(*span)
        self._refused(step.text, for_good)

    def _seeded(self, code: str, dropped: int) -> None:
        """A layer was saved; its steps stand on its stack again, the first `dropped` of them gone."""
        self._at[code] = self._stack(code).index()
        for step in (*self.done, *self.undone):
            if dropped and code in step.spans:
                first, last = step.spans[code]
                step.spans[code] = (first - dropped, last - dropped)
        self._cap()
        self._moved()

    def _lost(self, code: str) -> None:
        """A layer was saved, and its steps cannot be undone any more."""
        self._at[code] = self._stack(code).index()
        self._forget(code)
        self._moved()

    def forget_redo(self, codes: Iterable[str]) -> None:
        """Take away what could be redone on these layers: something else has been done since."""
        with self.acting():
            for code in codes:
                layer = self._layers[code]
                if layer.isEditable() and layer.undoStack().canRedo():
                    layer.beginEditCommand("")
                    layer.destroyEditCommand()

    def _set(self, step: UndoStep, side: int) -> None:
        self._running = None
        with self.acting():
            for code, places in step.spans.items():
                self._stack(code).setIndex(places[side])

    def _stack(self, code: str) -> Any:
        return self._layers[code].undoStack()

    def _followed(self, code: str, place: int) -> None:
        """QGIS (or another tool) moved one layer's stack: keep the other layers with it."""
        if self._closed or self._histories[code].quiet:
            return
        before = self._at.get(code, 0)
        self._at[code] = place
        self._running = None
        if self._busy:
            return
        saved_at = self._histories[code].saved_at
        if self._histories[code].discarding:  # the file goes no further back than that
            if saved_at < before:
                self._follow_back(code, max(place, saved_at))
            if any(code in step.spans for step in self.undone):
                self.undone = []
        elif self._stack(code).count() == 0:
            self._forget(code)
        elif place < before:
            self._follow_back(code, place)
        elif place > before:
            self._follow_forward(code, before, place)
        elif self._histories[code].latest and self.done and self.done[-1].spans.get(code, (0, 0))[1] == place:
            self._await_completion(code, self.done[-1])
        self._moved()

    def _await_completion(self, code: str, step: UndoStep) -> None:
        self._incomplete.append((code, step, self._histories[code].latest))
        self._ended(code)

    def _ended(self, code: str) -> None:
        """Complete what was done to the layer, as soon as it can be edited again."""
        if self._closed or self._layers[code].isEditCommandActive():
            return
        mine = [each for each in self._incomplete if each[0] == code]
        self._incomplete = [each for each in self._incomplete if each[0] != code]
        for _code, step, rows in mine:
            if not self.done or self.done[-1] is not step:
                continue
            self._complete(code, step.text, rows)
            place = self.done.index(step) + 1 if step in self.done else len(self.done)
            for more in self.done[place:]:
                for each, (first, last) in more.spans.items():
                    step.spans[each] = (step.spans.get(each, (first, last))[0], last)
                step.stamps = {**more.stamps, **step.stamps}
            del self.done[place:]

    def _forget(self, code: str) -> None:
        """The layer's stack was emptied (saved or rolled back): steps that need it, or lie below those, are gone."""
        self.done = _without_entangled(self.done, code)
        if any(code in step.spans for step in self.undone):
            self.undone = []

    def _follow_back(self, code: str, place: int) -> None:
        layers: set[str] = set()
        lowest = next((n for n, step in enumerate(self.done) if step.spans.get(code, (0, 0))[1] > place), None)
        if lowest is None:
            return
        kept = self.done[:lowest]
        back: list[UndoStep] = []
        for step in self.done[lowest:]:
            if layers.intersection(step.spans) or step.spans.get(code, (0, 0))[1] > place:
                layers.update(step.spans)
                back.append(step)
            else:
                kept.append(step)
        for step in reversed(back):
            self._set(step, 0)
            self.undone.append(step)
        self.done = kept

    def _follow_forward(self, code: str, before: int, place: int) -> None:
        stamp = self._stack(code).command(before).actionText()
        wanted = [step for step in self.undone if code in step.spans and step.spans[code][0] < place]
        if not wanted or stamp != wanted[-1].stamps[code]:
            step = self.record(self._stack(code).command(place - 1).text(), {code: before})
            if step is not None:
                self._await_completion(code, step)
            return
        layers: set[str] = set()
        again: list[UndoStep] = []
        # The undone step that was done first lies last; what a wanted step builds on must come back before it.
        for step in self.undone[self.undone.index(wanted[0]) :]:
            if step in wanted or layers.intersection(step.spans):
                layers.update(step.spans)
                again.append(step)
        for step in reversed(again):
            self._set(step, 1)
            self.done.append(step)
        self.undone = [step for step in self.undone if step not in again]


def _nothing(*_: object) -> None:
    """What a closed history tells."""


def _without_entangled(done: list[UndoStep], code: str) -> list[UndoStep]:
    layers: set[str] = set()
    kept = []
    for step in reversed(done):
        if code in step.spans or layers.intersection(step.spans):
            layers.update(step.spans)
        else:
            kept.append(step)
    return kept[::-1]
