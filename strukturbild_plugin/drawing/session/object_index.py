"""What lies in the open layers, edits included: objects by objekt_id, what is tied to which node, where nodes are.

Kept up to date by the layers' watchers, so that one edit costs the same in a small strukturbild as in a large one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Mapping

from qgis.core import QgsFeature, QgsFeatureRequest, QgsVectorLayer

from ...store.geometry.node_index import NodeIndex
from ...store.gpkg.row_mapping import text_to_codes
from .layer_watcher import LayerSubscription

NODES = "nod"
CHAIN = "noder"
ENDS = ("fran_id", "till_id")
SINGLE = (*ENDS, "nod_id")
"""Columns that name one node."""

_COLUMNS = ("objekt_id", "bild_id", "ursprung_id", "klass", "namn", CHAIN, *SINGLE)

_MANY = 500
"""When more than so many rows have changed, whole layers are read again."""


@dataclass(frozen=True)
class IndexedObject:
    """Where an object lies and what it says about nodes."""

    objekt_id: str
    lager: str
    fid: int
    klass: str
    bild_id: str
    ursprung_id: str
    namn: str
    noder: tuple[str, ...]
    """The nodes along a stråk, in order."""
    singles: Mapping[str, str]
    """Column (fran_id, till_id, nod_id) -> node."""
    places: tuple[tuple[float, float], ...] = ()
    """Where a node's points are."""

    def ties(self) -> frozenset[str]:
        """Every node it names."""
        return frozenset((*self.noder, *self.singles.values()))


class ObjectIndex:
    """The objects of `layers` (code -> layer)."""

    def __init__(self, layers: Mapping[str, QgsVectorLayer]) -> None:
        self._layers = {code: layer for code, layer in layers.items() if layer.fields().indexOf("klass") >= 0}
        self._objects: dict[str, IndexedObject] = {}
        self._ids: dict[tuple[str, int], str] = {}
        self._keys_of: dict[str, set[tuple[str, int]]] = {}
        """More than one row only while a copy still has its original's id."""
        self._tied: dict[str, set[str]] = {}
        self._of_origin: dict[str, set[str]] = {}
        """What an object comes from, itself when from nothing -> the same object in every picture."""
        self._nodes: NodeIndex[str] = NodeIndex()
        self._stale: set[str] = set(self._layers)
        self._dirty: set[tuple[str, int]] = set()
        self._columns: dict[str, dict[str, int]] = {}
        self._subscription = LayerSubscription(
            self._layers.values(),
            row_changed=self._touched,
            geometry_changed=self._moved,
            edits_ended=self._gone_stale,
            reloaded=self._gone_stale,
        )

    def close(self) -> None:
        """Listen no more."""
        self._subscription.close()
        # Layers that outlive QGIS itself bring it down.
        self._layers, self._stale, self._dirty = {}, set(), set()

    def get(self, objekt_id: str) -> IndexedObject | None:
        """The object with this id, or None."""
        self._refresh()
        return self._objects.get(objekt_id)

    def rows_of(self, objekt_id: str) -> frozenset[tuple[str, int]]:
        """Layer and feature id of each row with this id: more than one after QGIS's own paste or split."""
        self._refresh()
        return frozenset(self._keys_of.get(objekt_id, ()))

    def all(self) -> Iterable[IndexedObject]:
        """Every object."""
        self._refresh()
        return tuple(self._objects.values())

    def tied_to(self, node_id: str) -> tuple[IndexedObject, ...]:
        """The objects that name the node, by layer and id."""
        self._refresh()
        found = (self._objects[objekt_id] for objekt_id in self._tied.get(node_id, ()))
        return tuple(sorted(found, key=lambda known: (known.lager, known.objekt_id)))

    def of_origin(self, origin: str) -> tuple[IndexedObject, ...]:
        """The same object in every picture: those that come from `origin`, and itself; by id."""
        self._refresh()
        return tuple(self._objects[one] for one in sorted(self._of_origin.get(origin, ())))

    def nodes_near(self, x: float, y: float, within: float) -> list[tuple[float, str]]:
        """Distance and objekt_id of the nodes within `within` metres, the nearest first."""
        self._refresh()
        return sorted(self._nodes.within(x, y, within))

    def _moved(self, code: str, fid: int) -> None:
        if code == NODES:
            self._touched(code, fid)

    def _touched(self, code: str, fid: int) -> None:
        self._dirty.add((code, fid))
        if len(self._dirty) > _MANY:
            self._stale.update(each for each, _ in self._dirty)
            self._dirty = set()

    def _gone_stale(self, code: str) -> None:
        self._stale.add(code)
        self._columns.pop(code, None)

    def _refresh(self) -> None:
        if not self._stale and not self._dirty:
            return
        stale, self._stale = self._stale, set()
        dirty, self._dirty = self._dirty, set()
        for code in stale:
            for key in [key for key in self._ids if key[0] == code]:
                self._drop(key)
            for feature in self._layers[code].getFeatures(self._request(code)):
                self._put(code, feature)
        while dirty:
            code, fid = dirty.pop()
            if code in stale:
                continue
            dirty |= self._drop((code, fid))
            feature = next(self._layers[code].getFeatures(self._request(code).setFilterFid(fid)), None)
            if feature is not None:
                self._put(code, feature)

    def _request(self, code: str) -> QgsFeatureRequest:
        request = QgsFeatureRequest()
        fields = self._layers[code].fields()
        request.setSubsetOfAttributes([name for name in _COLUMNS if fields.indexOf(name) >= 0], fields)
        if code != NODES:
            request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        return request

    def _columns_of(self, code: str) -> Mapping[str, int]:
        if code not in self._columns:
            fields = self._layers[code].fields()
            self._columns[code] = {name: fields.indexOf(name) for name in _COLUMNS if fields.indexOf(name) >= 0}
        return self._columns[code]

    def _put(self, code: str, feature: QgsFeature) -> None:
        columns = self._columns_of(code)

        def text(name: str) -> str:
            value = feature.attribute(columns[name]) if name in columns else None
            return value if isinstance(value, str) else ""

        objekt_id = text("objekt_id")
        if not objekt_id:
            return
        places: tuple[tuple[float, float], ...] = ()
        if code == NODES and not feature.geometry().isNull():
            places = tuple((vertex.x(), vertex.y()) for vertex in feature.geometry().vertices())
        known = IndexedObject(
            objekt_id=objekt_id,
            lager=code,
            fid=feature.id(),
            klass=text("klass"),
            bild_id=text("bild_id"),
            ursprung_id=text("ursprung_id"),
            namn=text("namn"),
            noder=text_to_codes(text(CHAIN)),
            singles={name: text(name) for name in SINGLE if text(name)},
            places=places,
        )
        before = self._objects.get(objekt_id)
        if before is not None:
            self._untie(before)
        self._objects[objekt_id] = known
        self._keys_of.setdefault(objekt_id, set()).add((code, feature.id()))
        self._ids[code, feature.id()] = objekt_id
        for node_id in known.ties():
            self._tied.setdefault(node_id, set()).add(objekt_id)
        for origin in _origins(known):
            self._of_origin.setdefault(origin, set()).add(objekt_id)
        self._nodes.set_points(objekt_id, places)

    def _drop(self, key: tuple[str, int]) -> set[tuple[str, int]]:
        """Forget a row; gives the rows that shared its id, to be read again."""
        objekt_id = self._ids.pop(key, None)
        if objekt_id is None:
            return set()
        self._keys_of[objekt_id].discard(key)
        others = self._keys_of[objekt_id] if self._keys_of[objekt_id] else self._keys_of.pop(objekt_id)
        known = self._objects.get(objekt_id)
        if known is None or (known.lager, known.fid) != key:
            return set()
        del self._objects[objekt_id]
        self._untie(known)
        return set(others)

    def _untie(self, known: IndexedObject) -> None:
        for node_id in known.ties():
            self._tied.get(node_id, set()).discard(known.objekt_id)
        for origin in _origins(known):
            self._of_origin.get(origin, set()).discard(known.objekt_id)
        self._nodes.remove(known.objekt_id)


def _origins(known: IndexedObject) -> set[str]:
    return {known.objekt_id, known.ursprung_id} - {""}
