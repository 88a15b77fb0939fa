"""The window "Slå ihop kopior": which files, whose each is, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...export.workshop_papers import button_texts
from ...i18n import tr
from ...store.gpkg.file_copy import same_file
from ...workshop.copy_files import copy_texts
from ...workshop.group_copy import CopyLook
from ...workshop.merge import MergeReport
from .. import disk_answers, settings
from ..guarded import guarded
from ..session.open_document import OpenDocument
from ..widgets.colour_swatch import colour_icon
from ..widgets.dialog_parts import FileField
from ..widgets.labels import icon, quiet
from ..widgets.wrapping_lists import WrappingTree
from . import merge_texts
from .task_dialog import TaskDialog
from .workshop_controller import WorkshopController

_PATH = Qt.ItemDataRole.UserRole
_KIND = "*.gpkg"


@guarded
class MergeDialog(TaskDialog):
    """`opened`: the main file. `may_replace`: asks before a file that is there is written over."""

    opened_wanted = pyqtSignal(object)
    """The result (a MergeReport) is to be opened in place of the main file."""
    review_wanted = pyqtSignal()
    """The questions that wait are asked for."""

    def __init__(
        self,
        controller: WorkshopController,
        opened: OpenDocument,
        may_replace: Callable[[Path, QWidget], bool],
        window: QWidget,
    ) -> None:
        super().__init__(controller, tr("Slå ihop kopior"), tr("Slå ihop"), "sla_ihop", window)
        self.setObjectName("strukturbild_sla_ihop")
        self.setAcceptDrops(True)
        self._main, self._may_replace = opened.path, may_replace
        self._looks: dict[Path, CopyLook | None] = {}
        self.heading.setText(tr("Slå ihop kopior av {titel}").format(titel=opened.head.titel))
        self._build_asks()
        self._build_tells()
        if opened.copy is not None:
            said = tr("Den öppna filen är själv en kopia ({grupp}). Öppna huvudfilen först om ni har den.")
            self.about.setText(said.format(grupp=opened.copy.grupp))
        controller.session.opened_changed.connect(guarded(self._main_left))
        self.setMinimumWidth(self.fontMetrics().height() * 34)
        self.resize(self.minimumWidth(), min(self.fontMetrics().height() * 34, max(window.height(), 1)))
        self._show_ready()

    def add(self, paths: Iterable[Path]) -> None:
        """These files too; whose each is, is read."""
        new = [path for path in paths if path not in self._looks and not same_file(path, self._main)]
        for path in new:
            self._looks[path] = None
            item = QTreeWidgetItem(self.list, [f"{path.name}\n" + tr("Läser…")])
            item.setData(0, _PATH, path)
            item.setToolTip(0, str(path))
        if new:
            settings.remember_import_folder(new[-1].parent)
            self.controller.look(new, self.while_open(self._show_looks))
        self._show_ready()

    def paths(self) -> list[Path]:
        """The files that are listed, in order."""
        return [self.list.topLevelItem(row).data(0, _PATH) for row in range(self.list.topLevelItemCount())]

    def base(self) -> Path | None:
        """What plain copies were made of, where it was asked for."""
        text = self.base_line.text().strip()
        return Path(text) if text and self._base_row.isVisibleTo(self) else None

    def carry_out(self) -> None:
        """Merge them."""
        target, overwrite = self.target.path(), False
        if disk_answers.is_there(target) and not same_file(target, self._main):
            overwrite = self._may_replace(target, self)
            if not overwrite:
                return
        if not self.save_first():
            return
        self.show_running()
        self.controller.merge(
            self._main,
            self.paths(),
            target,
            self.base(),
            self.strict.isChecked(),
            overwrite,
            self.revisions.isChecked() and self.revisions.isVisibleTo(self),
            self.while_open(self._show_report),
            self.while_open(self.show_trouble),
            self.while_open(self.show_progress),
        )

    def offer_review(self) -> None:
        """The result is open: the questions can be gone through."""
        self.review.show()

    def _go_to_questions(self) -> None:
        """They are answered on the map, which is seen when this window is gone."""
        self.review_wanted.emit()
        self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt's: files may be let go here."""
        if self.asks.isEnabled() and files_in(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt's."""
        event.acceptProposedAction()
        self.add(files_in(event.mimeData().urls()))

    def _build_asks(self) -> None:
        column = QVBoxLayout(self.asks)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.about = quiet(
            tr(
                "Resultatet blir en ny fil. Huvudfilen och kopiorna ändras inte. Har två ändrat samma sak på olika "
                "sätt blir det en fråga som ni avgör efteråt."
            ),
            self,
        )
        self.choose = self._button(button_texts.choose_files(), self._choose_files)
        self.take_away = self._button(tr("Ta bort ur listan"), self._take_away)
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addWidget(quiet(tr("eller dra hit dem"), self), 1)
        row.addWidget(self.take_away)
        self.list = WrappingTree(parent=self)
        self.list.setObjectName("strukturbild_kopior")
        self.list.setSelectionMode(WrappingTree.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(guarded(self._show_ready))
        self._base_row = QWidget(self)
        base = QHBoxLayout(self._base_row)
        base.setContentsMargins(0, 0, 0, 0)
        self.base_line = QLineEdit(self._base_row)
        self.base_line.setPlaceholderText(tr("Den fil som kopiorna togs från"))
        self.base_line.textChanged.connect(guarded(lambda _text: self._show_ready()))
        browse = self._button("", self._choose_base)
        browse.setIcon(icon("oppna"))
        browse.setAccessibleName(tr("Välj filen som kopiorna gjordes av"))
        base.addWidget(self.base_line, 1)
        base.addWidget(browse)
        self.strict = QCheckBox(tr("Fråga varje gång två har ändrat samma objekt"), self)
        self.strict.setToolTip(tr("Annars blir det en fråga bara när två har ändrat samma uppgift på olika sätt."))
        self.revisions = QCheckBox(copy_texts.take_revisions(), self)
        self.revisions.setToolTip(
            tr("Någon har gjort en ny strukturbild av sin kopia med ”Spara som…”. Det ritade kan ändå tas med.")
        )
        self.revisions.toggled.connect(guarded(lambda _on: self._show_ready()))
        self.target = FileField(self)
        self.target.setText(str(target_beside(self._main)))
        self.target.textChanged.connect(guarded(lambda _text: self._show_ready()))
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.addRow(tr("Kopiorna gjordes av"), self._base_row)
        self._form.addRow(tr("Ny fil"), self.target.row())
        column.addWidget(self.about)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self.revisions)
        column.addWidget(self.strict)
        column.addLayout(self._form)

    def _build_tells(self) -> None:
        column = QVBoxLayout(self.tells)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.outcome = quiet("", self)
        self.review = QPushButton(icon("granska"), button_texts.show_questions(), self)
        self.review.clicked.connect(guarded(lambda _=False: self._go_to_questions()))
        self.review.hide()
        self.report = WrappingTree(parent=self)
        self.report.setObjectName("strukturbild_sammanslaget")
        column.addWidget(self.outcome)
        column.addWidget(self.review, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.report, 1)

    def _button(self, text: str, call: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(guarded(lambda _=False: call()))
        return button

    def _choose_files(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileNames(
            self, tr("Kopior att slå ihop"), str(settings.import_folder()), tr("Strukturbild (*.gpkg)")
        )
        self.add(map(Path, chosen))

    def _choose_base(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, tr("Filen som kopiorna gjordes av"), str(self._main.parent), tr("Strukturbild (*.gpkg)")
        )
        if chosen:
            self.base_line.setText(chosen)

    def _take_away(self) -> None:
        for item in self.list.selectedItems():
            self._looks.pop(item.data(0, _PATH), None)
            self.list.takeTopLevelItem(self.list.indexOfTopLevelItem(item))
        self._show_ready()

    def _show_looks(self, looks: list[CopyLook]) -> None:
        for look in looks:
            if look.path in self._looks:
                self._looks[look.path] = look
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            seen = self._looks[item.data(0, _PATH)]
            if seen is not None:
                item.setText(0, merge_texts.look_line(seen))
                item.setIcon(0, icon("varning") if seen.trouble else colour_icon(QColor(seen.farg)))
        asked = any(look.needs_base for look in looks)
        self._show_ready()
        if asked and not self.base_line.text():
            self.base_line.setFocus()

    def _show_ready(self) -> None:
        asked = any(look is not None and look.needs_base for look in self._looks.values())
        for widget in (self._base_row, self._form.labelForField(self._base_row)):
            widget.setVisible(asked)
        self.revisions.setVisible(any(look is not None and look.revision for look in self._looks.values()))
        usable = [look for look in self._looks.values() if look is None or self._is_usable(look)]
        self.do.setText(button_texts.merge_files(len(usable)))
        self.do.setEnabled(bool(usable) and bool(self.target.text().strip()))
        self.take_away.setEnabled(bool(self.list.selectedItems()))

    def _is_usable(self, look: CopyLook) -> bool:
        """Whether a file can be merged, as far as is seen of it before."""
        return self.revisions.isChecked() if look.revision else not look.trouble

    def _show_report(self, report: MergeReport) -> None:
        for one in report.copies:
            look = self._looks.get(one.path) or CopyLook(one.path)
            item = QTreeWidgetItem(self.report, [merge_texts.report_line(one)])
            item.setToolTip(0, str(one.path))
            item.setIcon(0, icon("varning") if one.state == merge_texts.LEFT_OUT else colour_icon(QColor(look.farg)))
        if merge_texts.nothing_merged(report):
            self.outcome.setText(tr("Ingen ny fil är gjord, och huvudfilen är fortfarande öppen."))
            self.show_result(tr("Det fanns inget att slå ihop."), self._main.parent)
            return
        lines = [tr("Den nya filen är {fil}.").format(fil=report.path.name), *report.head]
        self.outcome.setText("\n".join([*lines, *filter(None, [merge_texts.missing_line(report)])]))
        self.show_result(merge_texts.summary(report), report.path.parent)
        self.opened_wanted.emit(report)

    def _main_left(self) -> None:
        """Another strukturbild is open: what is asked here would be about the one that was left."""
        if self.pages.currentWidget() is self.asks and not self.controller.busy:
            self.close()


def files_in(urls: Iterable[object]) -> list[Path]:
    """The files among what is dropped."""
    local = (Path(url.toLocalFile()) for url in urls if url.isLocalFile())  # type: ignore[attr-defined]
    return disk_answers.files_there(list(local))


def target_beside(main: Path) -> Path:
    """'Målbild hopslagen.gpkg' beside the main file where it can lie there, and the next number after that."""
    end = tr("hopslagen")
    stem = re.sub(rf" {re.escape(end)}( \d+)?$", "", main.stem)
    folder = settings.folder_to_write_in(main)
    number, path = 1, folder / f"{stem} {end}.gpkg"
    while disk_answers.is_there(path):
        number += 1
        path = folder / f"{stem} {end} {number}.gpkg"
    return path
