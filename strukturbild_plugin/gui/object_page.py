"""The object panel: everything about one object, its goals, and a way to take it away."""

from __future__ import annotations

from typing import Any

from qgis.gui import QgsAttributeForm
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ..drawing.objects import delete_object
from ..i18n import tr
from .goal_panel import GoalPanel
from .look import heading, quiet
from .settings import language
from .studio import Studio


class ObjectPage(QWidget):
    """Shows the object that was chosen on the map, in a list or in a finding."""

    show_wanted = pyqtSignal(str)
    removed = pyqtSignal(str)
    """What was taken away, in words."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio, self.objekt_id = studio, ""
        self.form: Any = None
        self._changed = False
        column = QVBoxLayout(self)
        self.title, self.about = heading("", self, 1.15), quiet("", self)
        column.addWidget(self.title)
        column.addWidget(self.about)
        row = QHBoxLayout()
        self.goto = QPushButton(tr("Visa på kartan"), self)
        self.remove = QPushButton(tr("Ta bort"), self)
        self.goto.clicked.connect(lambda _=False: self.show_wanted.emit(self.objekt_id))
        self.remove.clicked.connect(lambda _=False: self._remove())
        row.addWidget(self.goto)
        row.addWidget(self.remove)
        column.addLayout(row)
        self.tabs = QTabWidget(self)
        self.facts = QWidget(self)
        self._facts = QVBoxLayout(self.facts)
        self._facts.setContentsMargins(0, 0, 0, 0)
        self.keep = QPushButton(tr("Använd ändringarna"), self.facts)
        self.keep.clicked.connect(lambda _=False: self.keep_changes())
        self._facts.addWidget(self.keep)
        self.goals = GoalPanel(studio, self)
        self.tabs.addTab(self.facts, tr("Uppgifter"))
        self.tabs.addTab(self.goals, tr("Mål"))
        column.addWidget(self.tabs, 1)
        column.addStretch(0)
        studio.changed.connect(self._reread)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._show_form(None)
        self.objekt_id = ""
        self.goals.show_object("")
        self.title.setText(tr("Inget valt"))
        self.about.setText(tr("Ta ”Välj och flytta” på ett ritsteg och klicka på något på kartan."))
        for widget in (self.goto, self.remove, self.tabs):
            widget.setVisible(False)

    def show_object(self, objekt_id: str) -> None:
        """This one; what was changed of the one before is kept first."""
        self.keep_changes()
        desk = self.studio.desk
        known = desk.objects.get(objekt_id) if desk is not None else None
        if desk is None or known is None:
            self.show_nothing()
            return
        self.objekt_id = objekt_id
        self._name(known)
        self.studio.attempt(desk.start)
        self._show_form(QgsAttributeForm(desk.layer(known.lager), desk.feature(objekt_id), parent=self.facts))
        self.goals.show_object(objekt_id)
        for widget in (self.goto, self.remove, self.tabs):
            widget.setVisible(True)

    def keep_changes(self) -> None:
        """Write what was changed in the form, as one undo step."""
        if self.form is not None and self._changed:
            self._changed = False
            self.form.save()
        self.keep.setEnabled(False)

    def _name(self, known: Any) -> None:
        klass = self.studio.desk.catalogue.klass(known.klass) if self.studio.desk is not None else None
        name = klass.namn.in_language(language()) if klass is not None else known.klass
        self.title.setText(known.namn or name)
        self.about.setText(name)

    def _show_form(self, form: Any) -> None:
        if self.form is not None:
            self._facts.removeWidget(self.form)
            self.form.deleteLater()
        self.form, self._changed = form, False
        self.keep.setEnabled(False)
        if form is not None:
            form.setMinimumWidth(1)
            self._facts.insertWidget(0, form, 1)
            for box in form.findChildren(QComboBox):  # as narrow as the dock, whatever the lists hold
                box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                box.setMinimumContentsLength(6)
            for view in form.findChildren(QAbstractScrollArea):
                view.setSizePolicy(QSizePolicy.Policy.Ignored, view.sizePolicy().verticalPolicy())
            form.widgetValueChanged.connect(self._mark_changed)

    def _mark_changed(self, *_: object) -> None:
        self._changed = True
        self.keep.setEnabled(True)

    def _reread(self) -> None:
        """Something was undone, moved or written: show it as it is now."""
        if not self.objekt_id:
            return
        desk = self.studio.desk
        known = desk.objects.get(self.objekt_id) if desk is not None else None
        if desk is None or known is None:
            self.show_nothing()
            return
        self._name(known)
        self.goals.show_object(self.objekt_id)
        if self.form is not None and not self._changed:
            self.form.setFeature(desk.feature(self.objekt_id))
            self._changed = False
            self.keep.setEnabled(False)

    def _remove(self) -> None:
        desk, objekt_id, name = self.studio.desk, self.objekt_id, self.title.text()
        if desk is not None and objekt_id:
            self._changed = False
            if self.studio.attempt(lambda: delete_object(desk, objekt_id)):
                self.removed.emit(name)
