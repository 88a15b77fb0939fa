"""What the open layers hold, edits included, as the records that checks and exports read. Main thread only.

The layers' watchers say which rows have changed, and those are read when somebody asks: an edit costs the same in a
small strukturbild as in a large one, and no other thread ever reads an open layer. What a save may have changed behind
the layers (ids, rows that the file's own triggers took away) is read again in slices.
"""

from __future__ import annotations

from typing import Any, Callable, Iterable, Mapping, Sequence

from qgis.core import QgsFeature, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ...catalogue.model import Catalogue
from ...compat import is_null
from ...goals.model import GoalLink
from ...store.gpkg.records import ObjectRecord, Value
from ...store.gpkg.row_mapping import OBJECT_FIELDS, text_to_codes
from .edit_session import GOAL_LINKS, HEAD
from .layer_watcher import LayerSubscription
from .row_codec import holds_text, in_kind

Key = tuple[str, int]
"""Layer and feature id."""

_LINK_COLUMNS = ("objekt_id", "mal_id", "bidrag", "motivering")
_BATCH = 50
"""Rows read at once: a few milliseconds."""

_FIXED = (*OBJECT_FIELDS, "roll", "grupp")
"""Columns that are fields of their own in an Objekt."""


class LayerMirror:
    """The rows of `layers` (code -> layer), in step with them. `heard` is called when there is something to read."""

    def __init__(
        self, layers: Mapping[str, QgsVectorLayer], catalogue: Catalogue, heard: Callable[[], None] | None = None
    ) -> None:
        self.objects: dict[Key, ObjectRecord] = {}
        self.links: dict[Key, GoalLink] = {}
        self.head: Mapping[str, Value] = {}
        """The strukturbild's own row by column; empty until it is read, or when its layer is not open."""
        self._heard = heard or _nothing
        self._layers = {
            code: layer
            for code, layer in layers.items()
            if code in (GOAL_LINKS, HEAD) or layer.fields().indexOf("klass") >= 0
        }
        self._catalogue = catalogue
        self._columns = {code: self._columns_of(code) for code in self._layers}
        self._unseen: Mapping[str, Mapping[str, Value]] = {}
        self._doubted: set[str] = set(self._layers)
        self._dirty: dict[str, dict[int, None]] = {code: {} for code in self._layers}
        self._changed: dict[Key, None] = {}
        self._subscription = LayerSubscription(
            self._layers.values(),
            row_changed=self._touched,
            geometry_changed=self._touched,
            edits_ended=self._gone_stale,
            edits_written=self._links_may_be_gone,
            reloaded=self._gone_stale,
        )

    def close(self) -> None:
        """Listen no more."""
        self._subscription.close()
        self._heard = _nothing
        self._layers, self._doubted, self._dirty = {}, set(), {}

    def hold(self, objects: Iterable[ObjectRecord], links: Iterable[GoalLink]) -> None:
        """Take what the file has in tables whose layers are not open: it is there all the same, and is counted."""
        for number, one in enumerate(objects):
            if one.lager not in self._layers:
                self._set((one.lager, number), one)
        for number, link in enumerate(links if GOAL_LINKS not in self._layers else ()):
            self._set((GOAL_LINKS, number), link)

    def doubt(self) -> None:
        """Read everything again: something else has written to the file."""
        self._doubted.update(self._layers)
        self._heard()

    def know_unseen(self, values: Mapping[str, Mapping[str, Value]]) -> None:
        """What stands in the file but does not show in a layer of it, by object and column; to be read anew."""
        self._unseen = values
        self.doubt()

    def read_some(self) -> bool:
        """Read some of what has changed, a few milliseconds' worth; whether all is read."""
        if self._doubted:
            self._ask_for_all(self._doubted.pop())
        else:
            dirty = next((each for each in self._dirty.items() if each[1]), None)
            if dirty is not None:
                code, fids = dirty
                self._read_rows(code, [fids.popitem()[0] for _ in range(min(_BATCH, len(fids)))])
        return not self._doubted and not any(self._dirty.values())

    def news(self) -> list[Key]:
        """The rows that are different from when this was last asked."""
        changed, self._changed = list(self._changed), {}
        return changed

    def _touched(self, code: str, fid: int) -> None:
        if code in self._dirty:
            self._dirty[code][fid] = None
            self._heard()

    def _gone_stale(self, code: str) -> None:
        self._doubted.add(code)
        self._links_may_be_gone(code)

    def _links_may_be_gone(self, _code: str) -> None:
        if GOAL_LINKS in self._layers:
            self._doubted.add(GOAL_LINKS)  # the file's own triggers take a deleted object's links away
        self._heard()

    def _ask_for_all(self, code: str) -> None:
        self._columns[code] = self._columns_of(code)
        there = self._layers[code].allFeatureIds()
        known = self.links if code == GOAL_LINKS else self.objects
        for key in [key for key in known if key[0] == code and key[1] not in there]:
            self._set(key, None)
        self._dirty[code].update(dict.fromkeys(there))

    def _columns_of(self, code: str) -> Sequence[str]:
        there = self._layers[code].fields().names()
        if code == GOAL_LINKS:
            wanted: Sequence[str] = _LINK_COLUMNS
        elif code == HEAD:
            wanted = there
        else:
            extra = (attribute.kod for attribute in self._catalogue.columns(code))
            wanted = [*_FIXED, *(kod for kod in extra if kod not in _FIXED)]
        return [name for name in wanted if name in there]

    def _read_rows(self, code: str, fids: Sequence[int]) -> None:
        layer, columns = self._layers[code], self._columns[code]
        fields = layer.fields()
        places = [fields.indexOf(name) for name in columns]
        # What is chosen in a form is text until it is saved: the file will have it as its column does.
        kinds = {name: fields.at(at) for name, at in zip(columns, places) if not holds_text(fields.at(at))}
        request = QgsFeatureRequest().setFilterFids(list(fids)).setSubsetOfAttributes(places)
        if code in (GOAL_LINKS, HEAD):
            request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        gone = set(fids)
        for feature in layer.getFeatures(request):
            gone.discard(feature.id())
            values = feature.attributes()
            row = {
                name: plain(in_kind(kinds[name], values[place]) if name in kinds else values[place])
                for name, place in zip(columns, places)
            }
            row.update(self._unseen_in(code, row, feature.id()))
            if code == HEAD:
                self.head = row
            else:
                self._set((code, feature.id()), _link(row) if code == GOAL_LINKS else _object(code, row, feature))
        for fid in gone:
            self._set((code, fid), None)

    def _unseen_in(self, code: str, row: Mapping[str, Value], fid: int) -> Mapping[str, Value]:
        """What a row holds that does not show, but for what has been written over in the layer."""
        unseen = self._unseen.get(str(row.get("objekt_id"))) if code not in (GOAL_LINKS, HEAD) else None
        buffer = self._layers[code].editBuffer() if unseen else None
        if not unseen or buffer is None:
            return unseen or {}
        written = buffer.changedAttributeValues().get(fid, {})
        names = self._layers[code].fields()
        return {name: value for name, value in unseen.items() if names.indexOf(name) not in written}

    def _set(self, key: Key, record: Any) -> None:
        kept: dict[Key, Any] = self.links if key[0] == GOAL_LINKS else self.objects
        if kept.get(key) == record:
            return
        if record is None:
            del kept[key]
        else:
            kept[key] = record
        self._changed[key] = None


def _object(layer: str, row: Mapping[str, Value], feature: QgsFeature) -> ObjectRecord:
    geometry = feature.geometry()
    extra = {name: value for name, value in row.items() if name not in _FIXED}
    return ObjectRecord(
        lager=layer,
        roller=text_to_codes(row.get("roll")),
        grupp=_text(row, "grupp"),
        wkb=None if geometry.isNull() else bytes(geometry.asWkb()),
        attribut={name: value for name, value in extra.items() if value is not None and value != ""},
        **{name: _text(row, name) for name in OBJECT_FIELDS},
    )


def _link(row: Mapping[str, Value]) -> GoalLink:
    contribution = row.get("bidrag")
    if isinstance(contribution, str):  # as QGIS's own form gives it, until it is saved
        contribution = int(contribution) if contribution.lstrip("-").isdecimal() else 0
    number = int(contribution or 0)
    return GoalLink(_text(row, "objekt_id"), _text(row, "mal_id"), number, _text(row, "motivering"))


def _text(row: Mapping[str, Value], name: str) -> str:
    value = row.get(name)
    return "" if value is None else str(value)


def plain(value: Any) -> Value:
    """A value QGIS gave, as the file holds it."""
    if isinstance(value, str):
        return value
    if is_null(value):
        return None
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, (QDate, QDateTime)):
        return str(value.toString(Qt.DateFormat.ISODate))
    return str(value)


def _nothing() -> None:
    """What a closed mirror tells."""
