"""The findings in a tree: by severity, and by rule where many say the same. What is not looked at costs nothing."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QMouseEvent, QPalette
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ...checks.engine.finding import Finding
from ...guide.step_texts import phrase
from ...i18n import tr
from ..guarded import guarded
from ..widgets.labels import icon
from ..widgets.wrapping_delegate import WrappingDelegate

FINDING, WAYS, KIND = (Qt.ItemDataRole.UserRole + number for number in range(3))

MOST_OPEN = 4
"""When a rule says more than so much of one severity, its findings lie behind a line that says how many."""

MOST_LISTED = 100
"""Findings listed under such a line; who has mended those sees the next."""


def severities() -> tuple[tuple[str, str, str], ...]:
    """Code, heading and icon of each severity, gravest first."""
    return (
        ("fel", tr("Fel som bör rättas"), "fel"),
        ("varning", tr("Att se över"), "varning"),
        ("tips", tr("Tips"), "tips"),
    )


@guarded
class FindingTree(QTreeWidget):
    """Lines to walk with arrows or mouse. A line that mends is done by a click or Enter."""

    chosen = pyqtSignal(object)
    """A finding to go to on the map."""
    opened = pyqtSignal(object)
    """A finding whose object is to be opened."""
    mended = pyqtSignal(object, object)
    """A finding, and where a menu may be shown (global) when there is more than one way."""
    menu_wanted = pyqtSignal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setIndentation(14)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        WrappingDelegate(self)
        self._folded: dict[str, bool] = {}
        """What the user has folded or unfolded, by kind of line."""
        self._unlisted: dict[str, Sequence[Finding]] = {}
        """What lies behind lines that nobody has unfolded yet."""
        self.itemExpanded.connect(guarded(lambda item: self._remember(item, True)))
        self.itemCollapsed.connect(guarded(lambda item: self._remember(item, False)))
        self.currentItemChanged.connect(guarded(lambda item, _before: self._tell(item)))
        self.itemClicked.connect(guarded(self._clicked))
        self.itemDoubleClicked.connect(guarded(self._double_clicked))
        self.customContextMenuRequested.connect(guarded(self._ask_menu))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these, with the same line chosen, folded and scrolled as before."""
        current, place = self._current(), self.verticalScrollBar().value()
        self.blockSignals(True)
        self.clear()
        self._unlisted = {}
        groups: dict[str, dict[str, list[Finding]]] = {}
        for finding in findings:
            groups.setdefault(finding.allvar, {}).setdefault(finding.regel, []).append(finding)
        for code, title, picture in severities():
            if code in groups:
                self._add_severity(code, title, picture, groups[code])
        if current is not None:
            self._choose_again(current)
        self.blockSignals(False)
        self.verticalScrollBar().setValue(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter mends or opens; the right arrow opens what cannot unfold."""
        item = self.currentItem()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        onward = event.key() == Qt.Key.Key_Right and item is not None and not item.childCount()
        if item is not None and item.data(0, FINDING) is not None and (enter or onward):
            self._do(item, open_it=True)
            event.accept()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what mends."""
        item = self.itemAt(event.pos())
        mends = item is not None and item.data(0, WAYS)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if mends else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def _add_severity(self, code: str, title: str, picture: str, by_rule: Mapping[str, Sequence[Finding]]) -> None:
        top = self._line(self, f"{title} ({sum(map(len, by_rule.values()))})", code)
        top.setIcon(0, icon(picture))
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        # What can be mended at once comes first.
        for rule, said in sorted(by_rule.items(), key=lambda pair: not any(one.atgarder for one in pair[1])):
            if len(said) > MOST_OPEN:
                self._add_rule(top, f"{code}/{rule}", rule, said)
            else:
                for finding in said:
                    self._add_finding(top, finding)
        top.setExpanded(self._folded.get(code, True))

    def _add_rule(self, top: QTreeWidgetItem, kind: str, rule: str, findings: Sequence[Finding]) -> None:
        line = self._line(top, said_together(rule, findings), kind)
        if not self._folded.get(kind, False):
            line.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
            self._unlisted[kind] = findings
            return
        self._list(line, findings)
        line.setExpanded(True)

    def _list(self, line: QTreeWidgetItem, findings: Sequence[Finding]) -> None:
        for finding in findings[:MOST_LISTED]:
            self._add_finding(line, finding)
        if len(findings) > MOST_LISTED:
            self._line(line, tr("… och {n} till").format(n=len(findings) - MOST_LISTED), "")

    def _add_finding(self, under: QTreeWidgetItem, finding: Finding) -> None:
        item = self._line(under, finding.mening, "")
        item.setData(0, FINDING, finding)
        item.setToolTip(0, "\n".join(text for text in (finding.mening, finding.forslag) if text))
        if finding.atgarder:
            way = self._line(item, words_of(finding), "")
            way.setData(0, FINDING, finding)
            way.setData(0, WAYS, True)
            way.setIcon(0, icon("laga"))
            way.setBackground(0, self.palette().brush(QPalette.ColorRole.AlternateBase))
            way.setToolTip(0, tr("Klicka så görs det. Ctrl+Z tar tillbaka."))
            item.setExpanded(True)

    def _line(self, under: QTreeWidget | QTreeWidgetItem, text: str, kind: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(under, [text])
        item.setData(0, KIND, kind)
        return item

    def _remember(self, item: QTreeWidgetItem, open_now: bool) -> None:
        kind = item.data(0, KIND)
        if kind:
            self._folded[kind] = open_now
            waiting = self._unlisted.pop(kind, None) if open_now else None
            if waiting is not None and not item.childCount():
                self.blockSignals(True)
                self._list(item, waiting)
                self.blockSignals(False)

    def _current(self) -> tuple[str, str] | None:
        item = self.currentItem()
        finding = item.data(0, FINDING) if item is not None else None
        return (finding.regel, finding.objekt_id) if finding is not None else None

    def _choose_again(self, wanted: tuple[str, str]) -> None:
        index = self.model().index(0, 0)
        while index.isValid():
            item = self.itemFromIndex(index)
            finding = item.data(0, FINDING)
            if finding is not None and (finding.regel, finding.objekt_id) == wanted:
                self.setCurrentItem(item)
                return
            index = self.indexBelow(index)

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        finding = item.data(0, FINDING) if item is not None else None
        if finding is not None:
            self.chosen.emit(finding)

    def _clicked(self, item: QTreeWidgetItem, _column: int) -> None:
        self._do(item, open_it=False)

    def _double_clicked(self, item: QTreeWidgetItem, _column: int) -> None:
        if not item.data(0, WAYS):
            self._do(item, open_it=True)

    def _do(self, item: QTreeWidgetItem, open_it: bool) -> None:
        finding = item.data(0, FINDING)
        if finding is None:
            return
        if item.data(0, WAYS):
            below = self.viewport().mapToGlobal(self.visualItemRect(item).bottomLeft())
            self.mended.emit(finding, below)
        elif open_it:
            self.opened.emit(finding)
        else:
            self.chosen.emit(finding)

    def _ask_menu(self, point: QPoint) -> None:
        index: QModelIndex = self.indexAt(point)
        finding = self.itemFromIndex(index).data(0, FINDING) if index.isValid() else None
        if finding is not None:
            self.menu_wanted.emit(finding, self.viewport().mapToGlobal(point))


def words_of(finding: Finding) -> str:
    """What the line that mends says: exactly what is done, or that there is something to choose."""
    if len(finding.atgarder) == 1:
        only = finding.atgarder[0]
        return f"{only.mening}…" if only.question else only.mening
    ways = [fix.mening for fix in finding.atgarder]
    together = os.path.commonprefix(ways).rstrip(' ”“"')  # noqa: RUF071 - sentences, not paths
    return f"{together}…" if " " in together else tr("Välj vad som ska gälla…")


def said_together(rule: str, findings: Sequence[Finding]) -> str:
    """'12 objekt saknar text'."""
    if not any(finding.objekt_id for finding in findings):
        text = {"M01": tr("{n} mål som inget objekt bidrar till")}.get(rule, tr("{n} anmärkningar"))
        return text.format(n=len(findings))
    return phrase(rule, tr("{n} objekt").format(n=len(findings)))
