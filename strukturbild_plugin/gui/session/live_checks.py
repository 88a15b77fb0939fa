"""What is drawn right now, edits included: mirrored from the layers, checked and measured between two strokes.

Everything happens on the main thread, in slices so short that the pen never waits. An edit reads the rows it changed
and asks the rules again where it can have altered their answer; only opening and saving go through everything.
"""

from __future__ import annotations

import contextlib
import gc
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...drawing.session.edit_buffer import cells_left
from ...drawing.session.edit_session import GOAL_LINKS, layers_by_code
from ...drawing.session.layer_mirror import Key, LayerMirror
from ...drawing.session.layer_watcher import LayerSubscription
from ...store.gpkg.records import Snapshot
from ...store.gpkg.row_mapping import head as head_in
from ..guarded import guarded

if TYPE_CHECKING:
    from ...checks.engine.finding import Finding
    from ...guide.step_chain import StepChain
    from ...guide.step_state import StepState
    from ...workshop.group_copy import GroupCopy

SETTLE_MS = 60
"""So long after the last edit the answer is worked out: several strokes of one tool become one."""

SLICE_S = 0.012
"""So long the window may be kept from its work at a time."""

PUT_AT_ONCE = 20
"""Rows put to the checks between two looks at the clock."""


class OpenPicture(Protocol):
    """What of an open strukturbild is followed."""

    @property
    def copy(self) -> GroupCopy | None:
        """Whose copy it is, in a workshop; None for nobody's."""

    def layers(self) -> Iterable[QgsVectorLayer]:
        """Its layers."""


@dataclass(frozen=True)
class LiveState:
    """The strukturbild as it is drawn now. `states` are the steps' states, in the order of `chain.steps`."""

    snapshot: Snapshot
    findings: tuple[Finding, ...]
    chain: StepChain
    states: tuple[StepState, ...]


@guarded
class LiveChecks(QObject):
    """Follows the open layers; `was_read` brings a `LiveState` soon after something has changed."""

    was_read = pyqtSignal(object)

    def __init__(
        self, failed: Callable[[Exception, str], object], language: str, parent: QObject | None = None
    ) -> None:
        """`failed`: told an error of ours and its details. `language`: of names in the steps."""
        super().__init__(parent)
        self._failed, self._language = failed, language
        self._opened: OpenPicture | None = None
        self._base: Snapshot | None = None
        self._mirror: LayerMirror | None = None
        self._subscription: LayerSubscription | None = None
        self._layers: Mapping[str, QgsVectorLayer] = {}
        self._standing: Any = None
        self._stands_on: Snapshot | None = None
        self._unsaid: dict[Key, None] = {}
        """Rows that differ from what the checks stand on."""
        self._chain: tuple[Any, Any] = (None, None)
        self._told = False
        self._turn_kept = False
        """Whether what is known waits for the next turn to be told."""
        self._picture = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(guarded(self._slice))

    def follow(self, opened: OpenPicture | None, base: Snapshot | None) -> None:
        """Whose layers to follow, and the file they came from as last read; None: nothing."""
        if opened is None or base is None or opened is not self._opened or self._mirror is None:
            self.close()
        self._opened, self._base = opened, base
        if opened is None or base is None:
            return
        if self._mirror is None:
            layers = layers_by_code(opened.layers(), base.catalogue)
            self._mirror = LayerMirror(layers, base.catalogue, self.start)
            self._mirror.hold(base.objects, base.links)
            self._layers = layers
            self._subscription = LayerSubscription(
                layers.values(), row_changed=self._row_changed, about_to_be_removed=self._removed
            )
        self._mirror.know_unseen(_unseen(base))
        self._told = False
        self.start()

    def count_in(self, bild_id: str) -> None:
        """The picture that is drawn in: of several, the steps of drawing speak of that one."""
        if bild_id != self._picture:
            self._picture, self._told = bild_id, False
            self.start()

    def close(self) -> None:
        """Follow nothing: the layers are being closed."""
        self._timer.stop()
        if self._subscription is not None:
            self._subscription.close()
        if self._mirror is not None:
            self._mirror.close()
        self._subscription, self._layers = None, {}
        self._mirror, self._standing, self._stands_on, self._unsaid = None, None, None, {}

    def _removed(self, _code: str) -> None:
        self.close()

    def _row_changed(self, _code: str, _fid: int) -> None:
        self.start()

    def start(self) -> None:
        """Something has changed, or may have: look soon."""
        if self._mirror is not None:
            self._timer.start(SETTLE_MS)

    @property
    def at_rest(self) -> bool:
        """Whether all that has changed has been read and told."""
        return not self._timer.isActive()

    def now(self) -> LiveState | None:
        """What is drawn this moment, whatever time it takes; None when nothing is open."""
        return self._live() if self._catch_up(float("inf")) else None

    def _slice(self) -> None:
        started = time.perf_counter()
        try:
            with _uncollected():
                caught_up = self._catch_up(SLICE_S)
            if not caught_up:
                if self._mirror is not None:
                    self._timer.start(0)
            elif not self._told:
                self._turn_kept = not self._turn_kept and time.perf_counter() - started > SLICE_S / 4
                if self._turn_kept:
                    self._timer.start(0)  # to count and show takes its time too: a turn of its own, put off once
                    return
                self._told = True
                with _uncollected():
                    live = self._live()
                if live is not None:
                    self.was_read.emit(live)
        except Exception as error:  # noqa: BLE001 - a fault of ours: a sentence, and details in the log
            self._failed(error, traceback.format_exc())

    def _catch_up(self, seconds: float) -> bool:
        """Read and check what has changed, for about so long; whether the answer is ready."""
        mirror, end = self._mirror, time.perf_counter() + seconds
        if mirror is None:
            return False
        read = False
        while not read:
            read = mirror.read_some()
            self._unsaid.update(dict.fromkeys(mirror.news()))
            if not read and time.perf_counter() > end:
                return False
        self._stand_on(self._with_head())
        while self._unsaid:
            for _ in range(min(PUT_AT_ONCE, len(self._unsaid))):
                self._put(self._unsaid.popitem()[0])
            if self._unsaid and time.perf_counter() > end:
                return False
        return bool(self._standing.run(max(0.0, end - time.perf_counter())))

    def _put(self, key: Key) -> None:
        mirror = self._mirror
        if mirror is not None and key[0] == GOAL_LINKS:
            self._standing.set_link(key, mirror.links.get(key))
        elif mirror is not None:
            self._standing.set_object(key, mirror.objects.get(key))
        self._told = False

    def _stand_on(self, base: Snapshot) -> None:
        """Check everything anew when it is another file, or its goals or pictures have changed."""
        if self._standing is not None and _same_ground(base, self._stands_on):
            self._stands_on = base  # the next comparison meets the same objects, and is over at once
            return
        from ...checks.incremental import IncrementalCheck

        self._standing, self._stands_on, self._told = IncrementalCheck(base), base, False
        if self._mirror is not None:
            self._unsaid.update(dict.fromkeys((*self._mirror.objects, *self._mirror.links)))

    def _with_head(self) -> Snapshot:
        """The file as last read, with the strukturbild's own row and the odd cells as they are now."""
        base, mirror = self._base, self._mirror
        if base is None or mirror is None:
            raise RuntimeError("nothing is followed")
        head = head_in(mirror.head) if mirror.head else base.head
        odd = cells_left(base.odd_cells, self._layers)
        return base if (head, odd) == (base.head, base.odd_cells) else replace(base, head=head, odd_cells=odd)

    def _live(self) -> LiveState | None:
        from ...guide.progress import progress
        from ...guide.step_chain import chain_of

        mirror = self._mirror
        if mirror is None:
            return None
        snapshot = replace(
            self._with_head(), objects=tuple(mirror.objects.values()), links=tuple(mirror.links.values())
        )
        findings = self._standing.findings()
        basis = (snapshot.head, snapshot.catalogue, snapshot.attachments)
        if self._chain[0] != basis:
            self._chain = (basis, chain_of(*basis))
        chain = self._chain[1]
        copy = self._opened.copy if self._opened is not None else None
        level = copy.samverkansniva if copy is not None else None
        states = progress(snapshot, chain.steps, findings, self._language, self._picture, workshop_level=level)
        return LiveState(snapshot, findings, chain, states)


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python's garbage collector from going through everything there is in the middle of a short turn.

    What is made here by the thousands lives on; looking it over again and again would be the longest turns of all.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _unseen(base: Snapshot) -> dict[str, Any]:
    """What the layers do not show of the file, for the checks: by object and column."""
    from ...checks.rules.value_rules import unseen_in_qgis

    found = ((one.objekt_id, unseen_in_qgis(one, base.catalogue)) for one in base.objects)
    return {objekt_id: values for objekt_id, values in found if values}


def _same_ground(base: Snapshot, before: Snapshot | None) -> bool:
    """Whether all that the rules stand on beside objects and links is as it was."""
    names = ("head", "catalogue", "pictures", "areas", "goal_sets", "goals", "attachments", "odd_cells")
    return before is not None and all(
        getattr(base, name) == getattr(before, name) for name in (*names, "waiting_conflicts")
    )
