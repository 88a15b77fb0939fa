"""The check list: what is missing or does not fit, and what can be done about it at one click."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from ...checks.engine.finding import Finding
from ...i18n import tr
from ..guarded import guarded
from ..widgets.labels import icon, quiet
from .finding_tree import FindingTree, severities


def identity(finding: Finding) -> str:
    """What a finding is known by when it is hidden: the rule and the object."""
    return f"{finding.regel}:{finding.objekt_id}"


@guarded
class CheckPage(QWidget):
    """Buttons, a sentence, what to show of it, and a tree."""

    check_wanted = pyqtSignal()
    finding_chosen = pyqtSignal(object)
    finding_opened = pyqtSignal(object)
    fix_wanted = pyqtSignal(object)
    """A Remedy to do."""
    all_safe_wanted = pyqtSignal()
    review_wanted = pyqtSignal()
    """What a merge left to choose between is to be decided."""
    hidden_changed = pyqtSignal(object)
    """What is hidden now: a set of `identity`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()
        self.hidden: set[str] = set()
        self._checked, self._stale = False, False
        self.check_button = QPushButton(icon("granska"), tr("Granska nu"), self)
        self.check_button.clicked.connect(guarded(lambda _=False: self.check_wanted.emit()))
        self.safe_button = QPushButton(icon("laga"), "", self)
        self.safe_button.setToolTip(tr("Rättar det som bara kan rättas på ett sätt. Ctrl+Z tar tillbaka allt."))
        self.safe_button.clicked.connect(guarded(lambda _=False: self.all_safe_wanted.emit()))
        self.safe_button.hide()
        self.summary = quiet(tr("Inte granskad än."), self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.hide()
        self.tree = FindingTree(self)
        self.tree.chosen.connect(guarded(self.finding_chosen))
        self.tree.opened.connect(guarded(self.finding_opened))
        self.tree.mended.connect(guarded(self._mend))
        self.tree.menu_wanted.connect(guarded(self._show_menu))
        told = tr("Klicka för att gå till objektet, dubbelklicka eller tryck Enter för att öppna det.")
        self.hint = quiet(told, self)
        self.hint.hide()
        column = QVBoxLayout(self)
        for widget in (self.check_button, self.safe_button, self.summary, self.bar):
            column.addWidget(widget)
        column.addLayout(self._filters())
        column.addWidget(self.tree, 1)
        column.addWidget(self.hint)

    def show_busy(self, busy: bool) -> None:
        """While the check runs."""
        self.bar.setVisible(busy)
        self.check_button.setEnabled(not busy)

    def show_nothing(self) -> None:
        """Another strukturbild was opened."""
        self.findings, self.hidden, self._checked = (), set(), False
        self._show()

    def show_hidden(self, hidden: Collection[str]) -> None:
        """Do not show these findings until the user asks for them."""
        self.hidden = set(hidden)
        self._show()

    def show_findings(self, findings: Sequence[Any]) -> None:
        """Show these; at once when the page is looked at, else when it is."""
        self.findings, self._checked = tuple(findings), True
        if self.isVisible():
            self._show()
        else:
            self._stale = True
            self.summary.setText(summary(self.findings))

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's: the page is looked at."""
        if self._stale:
            self._show()
        super().showEvent(event)

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self.kinds: dict[str, QToolButton] = {}
        for code, title, picture in severities():
            button = QToolButton(self)
            button.setIcon(icon(picture))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.setChecked(True)
            button.setToolTip(tr("Visa eller dölj: {kind}").format(kind=title.lower()))
            button.setAccessibleName(title)
            button.toggled.connect(guarded(lambda _on: self._show()))
            self.kinds[code] = button
            row.addWidget(button)
        row.addStretch(1)
        self.hidden_button = QToolButton(self)
        self.hidden_button.setCheckable(True)
        self.hidden_button.setAutoRaise(True)
        self.hidden_button.toggled.connect(guarded(lambda _on: self._show()))
        row.addWidget(self.hidden_button)
        return row

    def _show(self) -> None:
        self._stale = False
        counts = Counter(one.allvar for one in self.findings)
        for code, button in self.kinds.items():
            button.setText(str(counts[code]))
            button.setVisible(bool(counts[code]))
        put_by = {one for one in self.findings if identity(one) in self.hidden} if self.hidden else set()
        self.hidden_button.setText(tr("{n} dolda").format(n=len(put_by)))
        self.hidden_button.setVisible(bool(put_by))
        left_out = set() if self.hidden_button.isChecked() else put_by
        wanted = {code for code, button in self.kinds.items() if button.isChecked()}
        shown: Sequence[Finding] = self.findings
        if left_out or wanted != set(self.kinds):
            shown = [one for one in self.findings if one.allvar in wanted and one not in left_out]
        self.tree.show_findings(shown)
        safe = sum(one.safe_fix() is not None for one in self.findings if one.atgarder)
        self.safe_button.setText(tr("Rätta alla säkra ({n})").format(n=safe))
        self.safe_button.setVisible(safe > 1)
        self.hint.setVisible(bool(shown))
        self.summary.setText(summary(self.findings) if self._checked else tr("Inte granskad än."))

    def _mend(self, finding: Finding, place: QPoint) -> None:
        if len(finding.atgarder) == 1:
            self.fix_wanted.emit(finding.atgarder[0])
            return
        menu = QMenu(self)
        self._add_ways(menu, finding)
        menu.popup(place)

    def _add_ways(self, menu: QMenu, finding: Finding) -> None:
        for fix in finding.atgarder:
            action = menu.addAction(icon("laga"), fix.mening)
            action.triggered.connect(guarded(lambda _=False, one=fix: self.fix_wanted.emit(one)))

    def _show_menu(self, finding: Finding, place: QPoint) -> None:
        menu = QMenu(self)
        if finding.objekt_id:
            menu.addAction(tr("Gå till objektet"), guarded(lambda: self.finding_chosen.emit(finding)))
            menu.addAction(tr("Öppna objektet"), guarded(lambda: self.finding_opened.emit(finding)))
            menu.addSeparator()
        self._add_ways(menu, finding)
        menu.addSeparator()
        if identity(finding) in self.hidden:
            menu.addAction(tr("Visa anmärkningen igen"), guarded(lambda: self._hide(finding, False)))
        else:
            menu.addAction(tr("Dölj anmärkningen här"), guarded(lambda: self._hide(finding, True)))
        menu.popup(place)

    def _hide(self, finding: Finding, hide: bool) -> None:
        (self.hidden.add if hide else self.hidden.discard)(identity(finding))
        self._show()
        self.hidden_changed.emit(frozenset(self.hidden))


def summary(findings: Sequence[Any]) -> str:
    """'2 fel, 5 att se över, 1 tips.'"""
    if not findings:
        return tr("Inga anmärkningar. Allt stämmer.")
    counts = Counter(finding.allvar for finding in findings)
    counted = {"fel": tr("{n} fel"), "varning": tr("{n} att se över"), "tips": tr("{n} tips")}
    return ", ".join(said.format(n=counts[code]) for code, said in counted.items() if counts[code]) + "."
