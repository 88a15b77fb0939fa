"""Undo across layers: which steps of which layers' undo stacks belong together, in the order they were done.

Every layer of QGIS has an undo stack of its own, and Ctrl+Z acts on the active layer alone. The history keeps steps
that reach over several layers whole: when one layer is stepped back or forward by QGIS itself, the others follow, and
what QGIS's own tools do becomes a step of its own.
"""

from __future__ import annotations

import contextlib
import itertools
from dataclasses import dataclass
from typing import Any, Callable, Iterable, Iterator, Mapping

from qgis.core import QgsVectorLayer

from .layer_watcher import LayerSubscription

_SERIALS = itertools.count(1)


@dataclass(frozen=True)
class UndoStep:
    """One thing done. `spans`: layer code -> place in that layer's undo stack before and after."""

    serial: int
    text: str
    spans: Mapping[str, tuple[int, int]]


class UndoHistory:
    """The steps done and undone over `layers`. `moved` is called when something else than its owner stepped."""

    def __init__(self, layers: Mapping[str, QgsVectorLayer], moved: Callable[[], None]) -> None:
        self.done: list[UndoStep] = []
        self.undone: list[UndoStep] = []
        self._layers, self._moved, self._busy = dict(layers), moved, False
        self._subscription = LayerSubscription(self._layers.values(), undo_index_changed=self._followed)
        self._at = self.places()
        self._closed = False

    def close(self) -> None:
        """Listen no more."""
        self._closed = True
        self._subscription.close()
        self._moved, self._layers = _nothing, {}
        self.done, self.undone = [], []

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
        step = UndoStep(next(_SERIALS), text, spans)
        for code, (first, _) in spans.items():
            command = self._stack(code).command(first)
            # After a line break stands Qt's action text, which QGIS does not show: there the step is known again.
            command.setText(f"{command.text()}\n{step.serial}")
        self.done.append(step)
        self.undone.clear()
        self.forget_redo(code for code in self._layers if code not in spans)
        return step

    def undo(self) -> UndoStep | None:
        """Undo the last step in all its layers."""
        if not self.done:
            return None
        step = self.done.pop()
        self._set(step, 0)
        self.undone.append(step)
        return step

    def redo(self) -> UndoStep | None:
        """Do the last undone step again in all its layers."""
        if not self.undone:
            return None
        step = self.undone.pop()
        self._set(step, 1)
        self.done.append(step)
        return step

    def forget_redo(self, codes: Iterable[str]) -> None:
        """Take away what could be redone on these layers: something else has been done since."""
        with self.acting():
            for code in codes:
                layer = self._layers[code]
                if layer.isEditable() and layer.undoStack().canRedo():
                    layer.beginEditCommand("")
                    layer.destroyEditCommand()

    def _set(self, step: UndoStep, side: int) -> None:
        with self.acting():
            for code, places in step.spans.items():
                self._stack(code).setIndex(places[side])

    def _stack(self, code: str) -> Any:
        return self._layers[code].undoStack()

    def _followed(self, code: str, place: int) -> None:
        """QGIS (or another tool) moved one layer's stack: keep the other layers with it."""
        before = self._at.get(code, 0)
        self._at[code] = place
        if self._busy or self._closed:
            return
        if self._stack(code).count() == 0:
            self._forget(code)
        elif place < before:
            self._follow_back(code, place)
        elif place > before:
            self._follow_forward(code, before, place)
        self._moved()

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
        if not wanted or stamp != str(wanted[-1].serial):
            self.record(self._stack(code).command(place - 1).text(), {code: before})
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


def _nothing() -> None:
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
