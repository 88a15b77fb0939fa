"""Tells the plugin's own restyling of layers from what the user does to their symbols in QGIS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer

from ..guarded import guarded

_OWN: list[object] = []
"""One for each restyling of ours that is under way."""


@contextmanager
def restyling() -> Iterator[None]:
    """What happens to the symbols of layers inside the block (or the function it decorates) is the plugin's doing."""
    _OWN.append(None)
    try:
        yield
    finally:
        _OWN.pop()


@guarded
class UserRestyling(QObject):
    """Which of some layers the user has given another look, since they were followed or restyled by the plugin."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._restyled: set[str] = set()
        self._just_now: set[str] = set()
        self._heard: list[tuple[QgsVectorLayer, Any, Any]] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(guarded(self._settle))

    def __bool__(self) -> bool:
        """Whether any has."""
        return bool(self._restyled or self._just_now)

    def follow(self, layers: Iterable[QgsVectorLayer]) -> None:
        """These, and as they are now."""
        self.close()
        self._restyled, self._just_now = set(), set()
        for layer in layers:
            for signal, slot in (
                (layer.styleChanged, partial(self._changed, layer.id())),
                (layer.styleManager().currentStyleChanged, partial(self._chosen, layer.id())),
            ):
                heard = guarded(slot)
                signal.connect(guarded(heard))
                self._heard.append((layer, signal, heard))

    def close(self) -> None:
        """Hear no more, also of layers that are gone."""
        for layer, signal, heard in self._heard:
            if not sip.isdeleted(layer):
                signal.disconnect(guarded(heard))
        self._heard = []

    def _changed(self, layer_id: str) -> None:
        if _OWN:
            self._restyled.discard(layer_id)
        else:
            self._just_now.add(layer_id)
            self._soon.start()

    def _chosen(self, layer_id: str, _name: str) -> None:
        """One of the styles that the layer has was put on: nothing is lost with it."""
        self._just_now.discard(layer_id)

    def _settle(self) -> None:
        self._restyled |= self._just_now
        self._just_now = set()
