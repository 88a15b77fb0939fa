"""What is drawn right now, edits included: read, checked and measured in a task beside the window."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from qgis.core import NULL, QgsFeature, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.PyQt.QtCore import QCoreApplication, QDate, QDateTime, QEventLoop, QObject, Qt, pyqtSignal

from ..errors import Cancelled
from ..feedback import Feedback, stop_if_cancelled
from ..goals.model import GoalLink
from ..i18n import tr
from ..store.records import Objekt, Snapshot, Value
from ..store.rows import OBJECT_FIELDS, text_to_codes
from .opened import Opened, is_drawn, table_of
from .runner import Runner, Task

LINKS = "objekt_mal"


@dataclass(frozen=True)
class Live:
    """The strukturbild as it is drawn now. `states` are the steps' states, in the order of `chain.steg`."""

    snapshot: Snapshot
    findings: tuple[Any, ...]
    chain: Any
    states: tuple[Any, ...]


class LiveReader(QObject):
    """Reads when asked to, one reading at a time; what was asked meanwhile is read afterwards."""

    was_read = pyqtSignal(object)

    def __init__(self, runner: Runner, failed: Any, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner, self._failed, self._language = runner, failed, language
        self._opened: Opened | None = None
        self._base: Snapshot | None = None
        self._task: Task | None = None
        self._again = False

    def follow(self, opened: Opened | None, base: Snapshot | None) -> None:
        """Whose layers to read, and the file they came from as last read; None: nothing."""
        self._opened, self._base = opened, base
        self._again = False
        self.start()

    def settle(self, seconds: float = 5.0) -> None:
        """Let a reading under way finish: one that runs while the layers are saved may never end."""
        self._again, end = False, time.monotonic() + seconds
        while self._task is not None and time.monotonic() < end:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            time.sleep(0.005)

    def start(self) -> None:
        """Read as soon as may be."""
        if self._opened is None or self._base is None:
            return
        if self._task is not None:
            self._again = True
            return
        self._again = False
        opened, base, language = self._opened, self._base, self._language
        layers = [layer for layer in opened.layers() if is_drawn(layer) or table_of(layer) == LINKS]
        sources = {table_of(layer): Source(layer) for layer in layers}

        def work(feedback: Feedback) -> Live:
            return read_live(base, sources, language, feedback)

        def done(live: Live) -> None:
            self._task = None
            if opened is self._opened:
                self.was_read.emit(live)
            self._next()

        def failed(error: Exception, details: str) -> None:
            self._task = None
            if not isinstance(error, Cancelled):
                self._failed(error, details)
            self._next()

        self._task = self._runner.start(tr("Läser det ritade"), work, done, failed)

    def _next(self) -> None:
        if self._again:
            self.start()


class Source:
    """A layer as it is at this moment, edits included, to be read in another thread."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self.columns = tuple(layer.fields().names())
        self._source = QgsVectorLayerFeatureSource(layer)

    def rows(self) -> list[tuple[Mapping[str, Any], QgsFeature]]:
        """Every row by column, with its feature."""
        names = self.columns
        return [(dict(zip(names, feature.attributes())), feature) for feature in self._source.getFeatures()]


def read_live(base: Snapshot, sources: Mapping[str, Source], language: str, feedback: Feedback) -> Live:
    """Objects and links from `sources`, the rest from `base`; checked and measured."""
    from ..checks.run import check
    from ..guide.chain import chain_of
    from ..guide.progress import progress

    objects: list[Objekt] = []
    links: Sequence[GoalLink] = base.links
    for table, source in sources.items():
        stop_if_cancelled(feedback)
        if table == LINKS:
            links = [_link(row) for row, _feature in source.rows()]
        else:
            codes = [attribute.kod for attribute in base.catalogue.columns(table) if attribute.kod in source.columns]
            codes = [code for code in codes if code not in (*OBJECT_FIELDS, "roll")]
            objects.extend(_object(table, row, feature, codes) for row, feature in source.rows())
    snapshot = replace(base, objects=tuple(objects), links=tuple(links))
    findings = tuple(check(snapshot, feedback))
    chain = chain_of(snapshot.head, snapshot.catalogue, bilagor=snapshot.bilagor)
    return Live(snapshot, findings, chain, progress(snapshot, chain.steg, findings, language))


def _object(table: str, row: Mapping[str, Any], feature: QgsFeature, codes: Sequence[str]) -> Objekt:
    texts = {name: str(plain(row.get(name)) or "") for name in OBJECT_FIELDS}
    geometry = feature.geometry()
    values = {code: plain(row.get(code)) for code in codes}
    return Objekt(
        lager=table,
        roller=text_to_codes(plain(row.get("roll"))),
        wkb=None if geometry.isNull() else bytes(geometry.asWkb()),
        attribut={code: value for code, value in values.items() if value not in (None, "")},
        **texts,
    )


def _link(row: Mapping[str, Any]) -> GoalLink:
    def text(name: str) -> str:
        return str(plain(row.get(name)) or "")

    return GoalLink(text("objekt_id"), text("mal_id"), int(plain(row.get("bidrag")) or 0), text("motivering"))


def plain(value: Any) -> Value:
    """A value QGIS gave, as the file holds it."""
    if value is None or value == NULL:
        return None
    if isinstance(value, (QDate, QDateTime)):
        return str(value.toString(Qt.DateFormat.ISODate))
    if isinstance(value, bool):
        return int(value)
    return value if isinstance(value, (str, int, float)) else str(value)
