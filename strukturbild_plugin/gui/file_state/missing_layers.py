"""Layers of the open strukturbild that are no longer in the project: let go of in time, named, and put back."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from qgis.core import QgsDataProvider, QgsLayerTreeGroup, QgsLayerTreeLayer, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...catalogue.model import Catalogue
from ...drawing.session.edit_session import TABLES
from ...errors import StrukturbildError
from ...i18n import joined, tr
from ...store.qgis_project.layers import LOOKUPS, hide_layer, listed_layers, open_layer, open_tables
from .. import settings
from ..guarded import guarded
from ..session.layer_tree_legend import give_swatches
from ..session.open_document import OpenDocument, is_drawn, table_of
from ..session.project_properties import FILE_PROPERTY
from ..session.session import Session

_Key = tuple[str, bool]
"""Table, and whether the layer only serves forms."""


@dataclass(frozen=True)
class Listed:
    """One layer that a strukturbild has in a project. `needed`: nothing can be drawn without it."""

    table: str
    title: str
    group: str
    hidden: bool
    needed: bool

    @property
    def key(self) -> _Key:
        """What it is known by in the project."""
        return self.table, self.hidden


def all_listed(catalogue: Catalogue, language: str) -> list[Listed]:
    """The layers a strukturbild is opened with, in the order of the tree."""
    drawn = {layer.kod for layer in catalogue.lager}
    rows = [row for objects in (True, False) for row in listed_layers(catalogue, language, objects)]
    shown = [Listed(table, title, group, False, table in drawn or table in TABLES) for group, table, title in rows]
    return [*shown, *(Listed(table, table, "", True, False) for table in LOOKUPS)]


def missing(opened: OpenDocument, catalogue: Catalogue, language: str) -> list[Listed]:
    """Those of them that are not in the project."""
    there = _there(opened)
    return [one for one in all_listed(catalogue, language) if one.key not in there]


def restore_missing(opened: OpenDocument, catalogue: Catalogue, language: str) -> OpenDocument:
    """Put what is missing back in its place, as the file carries it. Raises StoreError, with nothing put back."""
    listed, there = all_listed(catalogue, language), _there(opened)
    made = {}
    for one in listed:
        if one.key not in there:
            layer = _open_beside(opened.path, one)
            made[one.key] = hide_layer(layer) if one.hidden else layer
    give_swatches([layer for layer in made.values() if is_drawn(layer)])
    project = QgsProject.instance()
    top = opened.group() or _new_top(project, opened)
    for place, one in enumerate(listed):
        if one.key in made:
            there[one.key] = made[one.key]
            project.addMapLayer(made[one.key], False)
            _insert(top, listed, place, there)
    again = [there[one.key].id() for one in listed]
    others = [layer.id() for layer in opened.layers() if table_of(layer) in opened.hidden_tables]
    for layer in open_tables(opened.path, opened.hidden_tables, [*opened.layers(), *made.values()]):
        project.addMapLayer(layer, False)
        top.insertLayer(max(len(top.children()) - len(LOOKUPS), 0), layer)
        others.append(layer.id())
    return replace(opened, layer_ids=tuple(dict.fromkeys((*again, *others))))


MOST_NAMED = 3
"""So many layers are named; of more, only the number."""


@guarded
class MissingLayers(QObject):
    """Watches the project for the layers of the open strukturbild. `session`: session.Session."""

    going = pyqtSignal()
    """Some are about to go, and are still there: let go of the layers."""
    gone = pyqtSignal()
    """They are gone."""
    changed = pyqtSignal()
    """Others are missing, or none."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._taken: set[_Key] = set()
        """Those that were taken away while the strukturbild was open."""
        self.unsaved: tuple[str, ...] = ()
        """Names of layers that went with edits in them."""
        self.tables_unsaved: frozenset[str] = frozenset()
        self.undo_lost = False
        """Whether there were steps to undo, which went with the layers."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(guarded(self._have_gone))
        project = QgsProject.instance()
        project.layersWillBeRemoved["QStringList"].connect(guarded(self._will_go))
        session.opened_changed.connect(guarded(self._begin))
        session.layers_changed.connect(guarded(self._begin))
        session.snapshot_read.connect(guarded(self.changed))

    def close_down(self) -> None:
        """The plugin is switched off."""
        self._soon.stop()
        QgsProject.instance().layersWillBeRemoved["QStringList"].disconnect(guarded(self._will_go))

    def now(self) -> list[Listed]:
        """What is missing and was taken away just now, or is needed for drawing."""
        opened, snapshot = self._session.opened, self._session.snapshot
        if opened is None or snapshot is None:
            return []
        found = missing(opened, snapshot.catalogue, settings.language())
        return [one for one in found if one.needed or one.key in self._taken]

    def blocks(self) -> bool:
        """Whether nothing can be drawn for want of them."""
        return any(one.needed for one in self.now())

    def sentence(self) -> str:
        """What is missing, and what it means; '' when nothing is."""
        found = self.now()
        if not found:
            return ""
        names = list(dict.fromkeys(each.title for each in found))
        one = len(names) == 1
        if one:
            text = tr("Lagret {layers} är borttaget ur projektet.")
        elif len(names) <= MOST_NAMED:
            text = tr("Lagren {layers} är borttagna ur projektet.")
        else:
            text = tr("{n} lager är borttagna ur projektet.")
        said = [text.format(layers=joined(names), n=len(names))]
        if any(each.needed for each in found):
            back = tr("Lägg tillbaka det för att rita vidare.") if one else tr("Lägg tillbaka dem för att rita vidare.")
            said.append(back)
        if self.undo_lost:
            said.append(tr("Ctrl+Z går inte längre tillbaka än hit; Tidigare lägen gör det."))
        if self.unsaved:
            text = tr("Det som inte var sparat i {layers} följde med; det ligger i säkerhetskopian.")
            said.append(text.format(layers=joined(self.unsaved)))
        return " ".join(said)

    def button(self) -> str:
        """What puts them back."""
        one = len({listed.title for listed in self.now()}) == 1
        return tr("Lägg tillbaka lagret") if one else tr("Lägg tillbaka lagren")

    def act(self) -> None:
        """Put them back in their place."""
        opened, snapshot = self._session.opened, self._session.snapshot
        if opened is None or snapshot is None:
            return
        try:
            again = restore_missing(opened, snapshot.catalogue, settings.language())
        except StrukturbildError as error:
            self._session.messages.failed(error)
            return
        self._session.replace_document(again)

    def _begin(self) -> None:
        self._taken, self.unsaved, self.tables_unsaved, self.undo_lost = set(), (), frozenset(), False
        self.changed.emit()

    def _will_go(self, layer_ids: Iterable[str]) -> None:
        opened, going = self._session.opened, set(layer_ids)
        ours = [layer for layer in opened.layers() if layer.id() in going] if opened is not None else []
        if not ours:
            return
        if going < set(QgsProject.instance().mapLayers()):  # else the project is being closed, and asks for itself
            self._session.about_to_save.emit()
        edited = [layer for layer in ours if layer.isModified()]
        self.unsaved = tuple(dict.fromkeys((*self.unsaved, *(layer.name() for layer in edited))))
        self.tables_unsaved = self.tables_unsaved | {table_of(layer) for layer in edited}
        self._taken.update(_key(layer) for layer in ours)
        self.going.emit()
        self._soon.start()

    def _have_gone(self) -> None:
        if self._session.opened is not None:
            self.gone.emit()
            self.changed.emit()


def _open_beside(path: Path, one: Listed) -> QgsVectorLayer:
    """A layer of a file that is being edited.

    QGIS 3.22 shares what has the file open already, and what was opened at rest can read no style while the file is
    written to (gui/session/deferred_redraw.py). Under another spelling of its name the file is opened anew.
    """
    again = f"{path.parent}{os.sep}.{os.sep}{path.name}"
    layer = open_layer(cast(Path, again), one.table, one.title, styled=not one.hidden)  # a Path would drop the dot
    source = layer.source().replace(again, str(path), 1)
    layer.setDataSource(source, one.title, layer.providerType(), QgsDataProvider.ProviderOptions(), False)
    return layer


def _key(layer: QgsVectorLayer) -> _Key:
    return table_of(layer), bool(layer.flags() & QgsMapLayer.LayerFlag.Private)


def _there(opened: OpenDocument) -> dict[_Key, QgsVectorLayer]:
    found: dict[_Key, QgsVectorLayer] = {}
    for layer in opened.layers():
        found.setdefault(_key(layer), layer)
    return found


def _new_top(project: QgsProject, opened: OpenDocument) -> QgsLayerTreeGroup:
    """The group of the strukturbild went too."""
    top = project.layerTreeRoot().insertGroup(0, opened.head.titel)
    top.setCustomProperty(FILE_PROPERTY, str(opened.path))
    return top


def _insert(top: QgsLayerTreeGroup, listed: list[Listed], place: int, there: dict[_Key, QgsVectorLayer]) -> None:
    """Below the nearest that comes before it in the same group, above those that come after."""
    one, root = listed[place], QgsProject.instance().layerTreeRoot()

    def node_of(other: Listed) -> QgsLayerTreeLayer | None:
        layer = there.get(other.key)
        return root.findLayer(layer.id()) if layer is not None else None

    group = _group_of(top, listed, place, node_of)
    before = [node_of(other) for other in listed[:place] if other.group == one.group]
    last = next((node for node in reversed(before) if node is not None and node.parent() == group), None)
    index = group.children().index(last) + 1 if last is not None else (0 if one.group else -1)
    group.insertLayer(index, there[one.key]).setExpanded(False)


def _group_of(top: QgsLayerTreeGroup, listed: list[Listed], place: int, node_of: Any) -> QgsLayerTreeGroup:
    """The group it belongs in: where it stands by its name, where its fellows lie, else a new one in its place."""
    name = listed[place].group
    if not name:
        return top
    known = top.findGroup(name)
    fellows = [node_of(other) for other in listed if other.group == name]
    there = next((node.parent() for node in fellows if node is not None), None)
    if known is not None or there is not None:
        return known or there
    earlier = list(dict.fromkeys(other.group for other in listed[:place] if other.group and other.group != name))
    above = next((group for group in map(top.findGroup, reversed(earlier)) if group is not None), None)
    return top.insertGroup(top.children().index(above) + 1 if above is not None else 0, name)
