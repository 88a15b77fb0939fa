"""The check list: what is missing or does not fit, by severity; a click goes to the object."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from .look import icon, quiet
from .wrapping import Wrapping

FINDING = Qt.ItemDataRole.UserRole


def severities() -> tuple[tuple[str, str, str], ...]:
    """Code, heading and icon of each severity, gravest first."""
    return (
        ("fel", tr("Fel som bör rättas"), "fel"),
        ("varning", tr("Att se över"), "varning"),
        ("tips", tr("Tips"), "tips"),
    )


class CheckPage(QWidget):
    """A button, a sentence and a tree."""

    check_wanted = pyqtSignal()
    finding_chosen = pyqtSignal(object)
    finding_opened = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        self.check_button = QPushButton(icon("granska"), tr("Granska nu"), self)
        self.check_button.clicked.connect(lambda _=False: self.check_wanted.emit())
        self.summary = quiet(tr("Inte granskad än."), self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.hide()
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.tree.setIndentation(14)
        Wrapping(self.tree)
        self.tree.currentItemChanged.connect(lambda item, _before: self._tell(item, self.finding_chosen))
        self.tree.itemClicked.connect(lambda item, _column: self._tell(item, self.finding_chosen))
        self.tree.itemActivated.connect(lambda item, _column: self._tell(item, self.finding_opened))
        self.hint = quiet(tr("Klicka för att gå till objektet, dubbelklicka för att öppna det."), self)
        self.hint.hide()
        for widget in (self.check_button, self.summary, self.bar):
            column.addWidget(widget)
        column.addWidget(self.tree, 1)
        column.addWidget(self.hint)

    def show_busy(self, busy: bool) -> None:
        """While the check runs."""
        self.bar.setVisible(busy)
        self.check_button.setEnabled(not busy)

    def show_nothing(self) -> None:
        """Another strukturbild was opened."""
        self.tree.clear()
        self.hint.hide()
        self.summary.setText(tr("Inte granskad än."))

    def show_outdated(self) -> None:
        """The strukturbild changed since it was checked."""
        if self.tree.topLevelItemCount():
            self.summary.setText(tr("Ändrad sedan granskningen. Granska igen för en färsk lista."))

    def show_findings(self, findings: Sequence[Any]) -> None:
        """Group by severity, then by rule when many say the same."""
        self.tree.blockSignals(True)
        self.tree.clear()
        for code, title, picture in severities():
            group = [finding for finding in findings if finding.allvar == code]
            if group:
                self._add_group(title, picture, group, expanded=code != "tips" or len(group) < 8)
        self.tree.blockSignals(False)
        self.hint.setVisible(bool(findings))
        self.summary.setText(summary(findings))

    def _add_group(self, title: str, picture: str, findings: Sequence[Any], expanded: bool) -> None:
        top = QTreeWidgetItem(self.tree, [f"{title} ({len(findings)})"])
        top.setIcon(0, icon(picture))
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        for finding in findings:
            item = QTreeWidgetItem(top, [finding.mening])
            item.setData(0, FINDING, finding)
            item.setToolTip(0, "\n".join(text for text in (finding.mening, finding.forslag) if text))
            if finding.forslag:
                advice = QTreeWidgetItem(item, [finding.forslag])
                advice.setData(0, FINDING, finding)
                slanted = advice.font(0)
                slanted.setItalic(True)
                advice.setFont(0, slanted)
        top.setExpanded(expanded)

    def _tell(self, item: QTreeWidgetItem | None, signal: Any) -> None:
        finding = item.data(0, FINDING) if item is not None else None
        if finding is not None:
            signal.emit(finding)


def summary(findings: Sequence[Any]) -> str:
    """'2 fel, 5 att se över, 1 tips.'"""
    if not findings:
        return tr("Inga anmärkningar. Allt stämmer.")
    counts = {code: sum(finding.allvar == code for finding in findings) for code, _title, _icon in severities()}
    words = {"fel": tr("{n} fel"), "varning": tr("{n} att se över"), "tips": tr("{n} tips")}
    return ", ".join(words[code].format(n=n) for code, n in counts.items() if n) + "."
