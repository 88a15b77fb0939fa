"""Where a stråk goes on beyond the map: a place for each of its ends, with suggestions that lie that way."""

from __future__ import annotations

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QCompleter, QFormLayout, QVBoxLayout, QWidget

from ...drawing.edits.open_ends import LineEnd, ends_of_line, suggestions
from ...drawing.session.edit_session import EditSession
from ...i18n import tr
from ..guarded import guarded
from ..session.open_document import AREA_TABLE, OpenDocument
from ..widgets.dialog_parts import answers
from ..widgets.fitting_dialog import FittingDialog
from ..widgets.labels import quiet


@guarded
class OpenEndDialog(FittingDialog):
    """One line for each end; empty means that it ends there."""

    def __init__(
        self, edit_session: EditSession, strak_id: str, area: QgsGeometry | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("strukturbild_mot_dialog")
        self.setWindowTitle(tr("Fortsätter mot"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        column = QVBoxLayout(self)
        text = tr("Går {strak} vidare utanför kartan? Skriv vart. Då ritas en pil med ortens namn i den änden.")
        column.addWidget(quiet(text.format(strak=edit_session.known(strak_id).namn or tr("stråket")), self))
        form = QFormLayout()
        start, end = ends_of_line(edit_session, strak_id)
        self.start, self.end = self._line(start, area), self._line(end, area)
        form.addRow(_label(start, tr("I början")), self.start)
        form.addRow(_label(end, tr("I slutet")), self.end)
        column.addLayout(form)
        column.addWidget(quiet(tr("Lämna tomt där stråket slutar på kartan."), self))
        buttons, keep = answers(self, tr("Klart"))
        keep.setDefault(True)
        column.addWidget(buttons)

    def answer(self) -> tuple[str, str]:
        """What was written for the start and the end."""
        return self.start.currentText().strip(), self.end.currentText().strip()

    def _line(self, end: LineEnd, area: QgsGeometry | None) -> QComboBox:
        from ...store.create.places import all_places

        box = QComboBox(self)
        box.setEditable(True)
        box.addItems(suggestions(end, all_places(), area))
        box.setCurrentIndex(-1)
        box.setEditText(end.towards)
        box.lineEdit().setPlaceholderText(tr("Ort, till exempel {place}").format(place=box.itemText(0) or "Oslo"))
        names = sorted({place.namn for place in all_places()})
        completer = QCompleter(names, box)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        box.setCompleter(completer)
        return box


def _label(end: LineEnd, else_words: str) -> str:
    return tr("Vid {node}:").format(node=end.node_name) if end.node_name else f"{else_words}:"


def area_of(opened: OpenDocument | None) -> QgsGeometry | None:
    """The area of the strukturbild as one geometry; None when there is none."""
    layer = opened.layer(AREA_TABLE) if opened is not None else None
    shapes = [feature.geometry() for feature in layer.getFeatures()] if layer is not None else []
    return QgsGeometry.unaryUnion(shapes) if shapes else None
