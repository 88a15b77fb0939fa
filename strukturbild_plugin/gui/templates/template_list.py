"""The template part of the dialog for a new strukturbild: the program's own, and those of the user by organisation."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QStandardItemModel
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ...catalogue.template import Template
from ...i18n import tr
from ...store.templates.template_library import InstalledTemplate
from .. import settings
from ..guarded import guarded
from ..widgets.labels import LinkLabel, quiet
from .new_document_choices import NewDocumentChoices

_KEY = Qt.ItemDataRole.UserRole


@guarded
class TemplateList(QWidget):
    """A list in groups, what the chosen one is for, and a menu for bringing in and taking away."""

    changed = pyqtSignal()
    import_wanted = pyqtSignal()
    remove_wanted = pyqtSignal(object)
    problems_wanted = pyqtSignal()

    def __init__(self, choices: NewDocumentChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = settings.language()
        self._own: dict[str, InstalledTemplate] = {}
        self._shipped: dict[str, Template] = {}
        self.list = QComboBox(self)
        self.list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.list.setMinimumContentsLength(18)
        self.list.setMaxVisibleItems(20)
        self.menu_button = self._menu_button()
        self.about = quiet("", self)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.sender = quiet("", self)
        self.trouble = LinkLabel(parent=self)
        self.trouble.linkActivated.connect(guarded(lambda _link: self.problems_wanted.emit()))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.list, 1)
        row.addWidget(self.menu_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        for widget in (self.about, self.sender, self.trouble):
            column.addWidget(widget)
        self.fill(choices)
        self.list.currentIndexChanged.connect(guarded(lambda _row: self._show()))

    def template(self) -> Template:
        """The chosen template."""
        own = self.own()
        return own.template if own is not None else self._shipped[str(self.list.currentData())]

    def own(self) -> InstalledTemplate | None:
        """The chosen template when it is one of the user's own."""
        return self._own.get(str(self.list.currentData()))

    def choose(self, key: str) -> None:
        """Choose by code (the program's) or path (the user's)."""
        row = self.list.findData(key)
        if row >= 0:
            self.list.setCurrentIndex(row)

    def fill(self, choices: NewDocumentChoices) -> None:
        """Show these; the same one stays chosen when it is still there."""
        before = self.list.currentData()
        self._shipped = {template.kod: template for template in choices.templates}
        self._own = {str(one.path): one for one in choices.own.templates}
        self.list.blockSignals(True)
        self.list.clear()
        if self._own:
            self._heading(tr("Programmets mallar"))
        for template in choices.templates:
            self.list.addItem(template.namn.in_language(self._language), template.kod)
        sender = None
        for one in choices.own.templates:
            if one.organisation != sender:
                sender = one.organisation
                self._heading(sender or tr("Egna mallfiler"))
            self.list.addItem(self._named(one, choices), str(one.path))
        self.list.setCurrentIndex(1 if self._own else 0)
        self.choose(str(before))
        self.list.blockSignals(False)
        self._show_trouble(choices)
        self._show()

    def _named(self, one: InstalledTemplate, choices: NewDocumentChoices) -> str:
        """The name; with its version when there are several of it."""
        name = one.template.namn.in_language(self._language)
        mine = (one.organisation, one.template.kod)
        several = sum((each.organisation, each.template.kod) == mine for each in choices.own.templates) > 1
        return tr("{name} (version {version})").format(name=name, version=one.template.version) if several else name

    def _heading(self, text: str) -> None:
        self.list.addItem(text, None)
        model = self.list.model()
        item = model.item(self.list.count() - 1) if isinstance(model, QStandardItemModel) else None
        if item is not None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            font = item.font()
            font.setBold(True)
            item.setFont(font)

    def _show(self) -> None:
        template, own = self.template(), self.own()
        self.about.setText(template.beskrivning.in_language(self._language))
        self.sender.setText(_sender_line(own) if own is not None else "")
        self.sender.setVisible(own is not None)
        self._remove.setEnabled(own is not None)
        self.changed.emit()

    def _show_trouble(self, choices: NewDocumentChoices) -> None:
        count = len(choices.problems())
        text = tr("En mall kan inte användas.") if count == 1 else tr("{n} mallar kan inte användas.").format(n=count)
        self.trouble.say(text, tr("Visa varför"))
        self.trouble.setVisible(count > 0)

    def _menu_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText("…")
        button.setToolTip(tr("Hämta in eller ta bort mallar"))
        button.setAccessibleName(tr("Hämta in eller ta bort mallar"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        side = self.list.sizeHint().height()
        button.setMinimumSize(QSize(side, side))
        menu = QMenu(button)
        self._import = menu.addAction(tr("Hämta in mall…"))
        self._import.triggered.connect(guarded(lambda _=False: self.import_wanted.emit()))
        self._remove = menu.addAction(tr("Ta bort mallen…"))
        self._remove.triggered.connect(guarded(lambda _=False: self.remove_wanted.emit(self.own())))
        button.setMenu(menu)
        return button


def _sender_line(own: InstalledTemplate) -> str:
    sender = own.template.paket
    head_edits = [tr("version {version}").format(version=own.template.version)]
    if sender is not None and sender.licens:
        head_edits.append(sender.licens)
    name = own.organisation or Path(own.path).name
    return ", ".join((name, *head_edits))
