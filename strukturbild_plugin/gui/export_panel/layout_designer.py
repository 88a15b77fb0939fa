"""A sheet in QGIS's layout designer: opened as it would be printed, changed by hand, kept as a layout of one's own."""

from __future__ import annotations

import re
from typing import Any

from qgis.core import QgsLayoutItemMap, QgsPrintLayout, QgsProject, QgsReadWriteContext
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction, QInputDialog, QMessageBox
from qgis.PyQt.QtXml import QDomDocument

from ...errors import StrukturbildError
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from ..guarded import guarded
from ..session.session import Session
from ..widgets.labels import icon

_ENDING = ".qpt"
_NOT_IN_NAMES = re.compile(r"[^\w ().,&+-]")
_NO_QUESTION = "skipMemoryLayersCheck"
"""QGIS asks about temporary layers when it closes; those of a sheet are only copies."""


def open_in_designer(session: Session, snapshot: Snapshot, request: Any) -> LayoutDesignerSession:
    """Compose the sheet that is wished for and open it. ExportError when it cannot be composed."""
    room = LayoutDesignerSession(session, _composed(snapshot, request), snapshot.head.titel, request.kind)
    room.open()
    return room


def _composed(snapshot: Snapshot, request: Any) -> QgsPrintLayout:
    from ...export.custom_layouts.choose_layout import chosen_layouts
    from ...export.custom_layouts.fill_layout import make_own_sheet
    from ...export.delivery.provenance import edition_metadata
    from ...export.edition.edition import next_edition
    from ...export.edition.export_preview import pictures_of
    from ...export.sheets.make_sheet import make_sheet

    edition, _new = next_edition(snapshot)
    stamp = edition_metadata(snapshot, edition).stamp
    pictures = pictures_of(snapshot, request.bild_id) or list(snapshot.pictures)
    own = chosen_layouts(request.layout, snapshot.attachments).get(request.kind)
    if own is not None:
        bild_id = pictures[0].bild_id
        return make_own_sheet(snapshot, bild_id, stamp, own, kind_code=request.kind, overfull=True).sheet.layout
    return make_sheet(snapshot, pictures[0].bild_id, stamp, request.paper, request.kind, request.options).layout


@guarded
class LayoutDesignerSession(QObject):
    """One layout in the designer, with the layers it shows; both leave the project when the designer is closed."""

    def __init__(self, session: Session, made: QgsPrintLayout, title: str, kind: str = "karta") -> None:
        super().__init__(session)
        self._session, self._iface, self._kind = session, session.iface, kind
        project = QgsProject.instance()
        layers = [layer.clone() for layer in made.strukturbild_layers]
        by_old = {old.id(): new for old, new in zip(made.strukturbild_layers, layers)}
        for layer in layers:
            layer.setCustomProperty(_NO_QUESTION, 1)
            project.addMapLayer(layer, False)
        self._layers = [layer.id() for layer in layers]
        self.layout = QgsPrintLayout(project)
        document = QDomDocument()
        document.appendChild(made.writeXml(document, QgsReadWriteContext()))
        self.layout.loadFromTemplate(document, QgsReadWriteContext())
        self.layout.setName(_free_name(title))
        _fill_maps(made, self.layout, by_old)
        project.layoutManager().addLayout(self.layout)
        self.designer: Any = None

    def open(self) -> None:
        """Show the designer, with a button to keep the layout."""
        self._changes = self.layout.undoStack().stack().index()
        self.designer = self._iface.openLayoutDesigner(self.layout)
        self.keep_action = QAction(icon("utgava"), tr("Spara som egen layout…"), self.designer.window())
        self.keep_action.setObjectName("strukturbild_egen_layout")
        self.keep_action.triggered.connect(guarded(lambda _=False: self.keep()))
        self.designer.layoutMenu().addAction(self.keep_action)
        self.designer.layoutToolbar().addAction(self.keep_action)
        self._iface.layoutDesignerWillBeClosed.connect(guarded(self._closing))

    def keep(self) -> bool:
        """Ask for a name and carry the layout along in the strukturbild; False when it was not kept."""
        name, agreed = QInputDialog.getText(
            self.designer.window(), tr("Spara som egen layout"), tr("Layoutens namn"), text=tr("Egen layout")
        )
        return agreed and self.keep_as(name)

    def keep_as(self, name: str) -> bool:
        """Carry the layout along under `name`; False (and a sentence) when that does not work."""
        from ...export.custom_layouts.choose_layout import name_for_kind
        from ...export.custom_layouts.save_as_layout import layout_file
        from ...store.gpkg.attachments import LAYOUT
        from ...store.gpkg.records import Attachment
        from ...store.writing.transaction import writing

        opened = self._session.opened
        plain = _NOT_IN_NAMES.sub("", name.removesuffix(_ENDING) if hasattr(name, "removesuffix") else name).strip()
        if opened is None or not plain:
            return False
        plain = name_for_kind(plain, self._kind)
        try:
            content = layout_file(self.layout, plain)
            with writing(opened.path) as db:
                db.set_attachment(Attachment(LAYOUT, plain + _ENDING, content))
        except StrukturbildError as error:
            self._session.messages.failed(error)
            return False
        self._changes = self.layout.undoStack().stack().index()
        said = tr("Layouten ”{namn}” följer nu med strukturbilden och används nästa gång kartan ges ut.")
        self._session.messages.well(said.format(namn=plain))
        self._session.read()
        return True

    def _closing(self, designer: Any) -> None:
        if designer is not self.designer and getattr(designer, "layout", lambda: None)() is not self.layout:
            return
        self._iface.layoutDesignerWillBeClosed.disconnect(guarded(self._closing))
        if self.layout.undoStack().stack().index() != self._changes and self._wants_to_keep():
            self.keep()
        project = QgsProject.instance()
        project.layoutManager().removeLayout(self.layout)
        project.removeMapLayers(self._layers)
        self.deleteLater()

    def _wants_to_keep(self) -> bool:
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self.designer.window(),
            tr("Spara som egen layout"),
            tr("Layouten är ändrad. Ska den sparas som egen layout i strukturbilden?"),
            buttons.Save | buttons.Discard,
        )
        return bool(answer == buttons.Save)


def _fill_maps(made: QgsPrintLayout, shown: QgsPrintLayout, layers: dict[str, Any]) -> None:
    """The maps of the shown layout show the same as those they were copied from; they come in the same order."""
    theirs = [item for item in made.items() if isinstance(item, QgsLayoutItemMap)]
    for ours in [item for item in shown.items() if isinstance(item, QgsLayoutItemMap)]:
        same = next((item for item in theirs if item.uuid() == ours.uuid() or item.id() == ours.id()), None)
        if same is None:
            continue
        theirs.remove(same)
        ours.setKeepLayerSet(True)
        ours.setLayers([layers[layer.id()] for layer in same.layers()])
        ours.setExtent(same.extent())
        ours.refresh()


def _free_name(title: str) -> str:
    manager = QgsProject.instance().layoutManager()
    name, number = title, 2
    while manager.layoutByName(name) is not None:
        name, number = f"{title} {number}", number + 1
    return name
