"""The dock: from an empty QGIS to a printed edition, without leaving the map."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsPointXY, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDockWidget,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QMessageBox,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from ..store.records import Snapshot
from . import settings
from .check_page import CheckPage
from .delivery import Delivery
from .edition_page import EditionPage
from .goto import find_object, open_form, show_object
from .header import Header
from .look import icon
from .object_page import ObjectPage
from .opened import is_drawn, table_of
from .overview_page import OverviewPage
from .palette import Palette, remember_picture
from .start_page import StartPage
from .step_actions import StepActions
from .steps_page import StepsPage
from .studio import Studio
from .words import about, verdict_sentence
from .workbench import Workbench


class StrukturbildDock(QDockWidget):
    """Two faces: the way in, and the open strukturbild with overview, check and edition."""

    def __init__(self, iface: Any, parent: QWidget | None = None) -> None:
        super().__init__(tr("Strukturbild"), parent or iface.mainWindow())
        self.setObjectName("StrukturbildPanel")
        self.bench = Workbench(iface, self)
        self._iface = iface
        self._snapshot: Snapshot | None = None
        self._choices: Any = None
        self._findings: Any = None
        self._build()
        self._wire()
        self._show_opened()
        self.bench.take_up()

    def wanted_width(self) -> int:
        """A width where sentences are easy to read, in pixels."""
        return self.fontMetrics().height() * 22

    def close_down(self) -> None:
        """The plugin is switched off."""
        self.step_actions.close_down()
        self.studio.close_down()
        self.bench.close_down()

    def new(self) -> None:
        """Ask for a new strukturbild and make it."""
        if not self._may_leave():
            return
        if self._choices is not None:
            self._ask_new(self._choices)
            return
        from .choices import read_choices

        self.bench.runner.start(tr("Läser mallar och mål"), read_choices, self._ask_new)

    def open(self, path: str = "") -> None:
        """Open a strukturbild; asks which one when no path is given."""
        if not self._may_leave():
            return
        if not path:
            path, _kind = QFileDialog.getOpenFileName(
                self._iface.mainWindow(),
                tr("Öppna strukturbild"),
                str(settings.home_folder()),
                tr("Strukturbild (*.gpkg)"),
            )
        if path:
            self._warn_of_place(Path(path))
            self.bench.open(Path(path))

    def open_example(self) -> None:
        """Open the worked example, made the first time."""
        if not self._may_leave():
            return
        path = settings.home_folder() / tr("Exempel Nobelbanestråket.gpkg")
        if path.is_file():
            self.bench.open(path)
        else:
            self.bench.create_example(path)
            self.bench.messages.well(tr("Exemplet läggs i {path}").format(path=path))

    def check(self) -> None:
        """Check the open strukturbild, and show the list."""
        if self._is_open():
            self.tabs.setCurrentWidget(self.check_page)
            if self._saved_first(tr("Granskningen läser det som är sparat.")):
                self.bench.check()

    def export(self) -> None:
        """Make an edition of the open strukturbild."""
        opened = self.bench.opened
        if self._is_open() and opened is not None:
            self.tabs.setCurrentWidget(self.edition_page)
            if self._saved_first(tr("Utgåvan görs av det som är sparat.")):
                Delivery(self.bench, opened, self._snapshot, self._iface.mainWindow()).show()

    def verify(self) -> None:
        """Ask for the folder of an edition and say whether its files belong together."""
        folder = QFileDialog.getExistingDirectory(
            self._iface.mainWindow(), tr("Välj utgåvans mapp"), str(settings.home_folder())
        )
        if folder:
            self.bench.verify(Path(folder), self._show_verdict)

    def _build(self) -> None:
        self.start_page = StartPage(self)
        self.header = Header(self)
        self.studio = Studio(self._iface, self.bench.messages, self)
        self.steps = StepsPage(self)
        self.drawing = Palette(self.studio, self)
        self.drawing.hide()
        self.steps.put_tools(self.drawing)
        self.object_page = ObjectPage(self.studio, self)
        self.overview = OverviewPage(self)
        self.check_page = CheckPage(self)
        self.edition_page = EditionPage(self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.steps, tr("Steg"))
        self.tabs.addTab(self.object_page, tr("Objekt"))
        self.tabs.addTab(self.overview, tr("Innehåll"))
        self.tabs.addTab(self.check_page, tr("Granska"))
        self.tabs.addTab(self.edition_page, tr("Utgåva"))
        for number in range(self.tabs.count()):
            self.tabs.widget(number).setMinimumWidth(1)  # a wide form must not push the dock off a small screen
        opened = QWidget(self)
        column = QVBoxLayout(opened)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.header, 1)
        head.addWidget(self._menu_button(), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.start_page)
        self.pages.addWidget(opened)
        self.pages.setMinimumWidth(self.fontMetrics().height() * 17)
        self.setWidget(self.pages)

    def _menu_button(self) -> QToolButton:
        self.menu_button = QToolButton(self)
        self.menu_button.setText(tr("Arkiv"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.menu_button)
        menu.addAction(icon("ny"), tr("Ny från mall…"), self.new)
        menu.addAction(icon("oppna"), tr("Öppna…"), self.open)
        menu.addAction(icon("exempel"), tr("Prova exemplet"), self.open_example)
        self._recent_menu = menu.addMenu(tr("Senast öppnade"))
        menu.addSeparator()
        menu.addAction(tr("Vem ritar…"), self._ask_who)
        menu.addAction(tr("Visa hela området"), self.bench.zoom_to_area)
        menu.addAction(tr("Stäng strukturbilden"), self._close_strukturbild)
        menu.aboutToShow.connect(self._fill_recent)
        self.menu_button.setMenu(menu)
        return self.menu_button

    def _wire(self) -> None:
        self.start_page.new_wanted.connect(self.new)
        self.start_page.open_wanted.connect(self.open)
        self.start_page.example_wanted.connect(self.open_example)
        self.start_page.file_wanted.connect(self.open)
        self.header.save_wanted.connect(self.bench.save)
        self.bench.live_read.connect(self._show_live_findings)
        self.step_actions = StepActions(self._iface, self.bench, self)
        self.overview.layer_wanted.connect(self._activate_layer)
        self.check_page.check_wanted.connect(self.check)
        self.check_page.finding_chosen.connect(lambda finding: self._go_to(finding, False))
        self.check_page.finding_opened.connect(lambda finding: self._go_to(finding, True))
        self.edition_page.export_wanted.connect(self.export)
        self.edition_page.verify_wanted.connect(self.verify)
        self.bench.opened_changed.connect(self._show_opened)
        self.bench.content_changed.connect(self._show_content)
        self.bench.snapshot_read.connect(self._show_snapshot)
        self.bench.checked.connect(self.check_page.show_findings)
        self.bench.check_running.connect(self.check_page.show_busy)
        self.bench.live_read.connect(self.drawing.show_live)
        self.drawing.picture_chosen.connect(lambda bild_id: remember_picture(self.bench, bild_id))
        self.drawing.form.place_put.connect(self._see_point)
        self.tabs.currentChanged.connect(lambda _index: self._clear_selection())

    def _show_opened(self) -> None:
        opened = self.bench.opened
        self._snapshot = None
        self.pages.setCurrentIndex(0 if opened is None else 1)
        self.start_page.show_recent(settings.recent_files())
        self._findings = None
        self.check_page.show_nothing()
        self.edition_page.show_editions((), {})
        self.steps.show_nothing()
        self.object_page.show_nothing()
        self.studio.close()
        if opened is not None:
            self.steps.current = settings.place_in(opened.path, "steg")
            self.header.show_strukturbild(opened.head.titel, about(opened.head), opened.path, opened.head.exempel)
            self._show_content()

    def _show_content(self) -> None:
        opened = self.bench.opened
        if opened is not None:
            self.header.show_saved(len(opened.unsaved()))
            self.overview.show_layers([layer for layer in opened.layers() if is_drawn(layer)])

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        opened = self.bench.opened
        if opened is None:
            return
        from .swatches import show_used

        self._snapshot = snapshot
        self.studio.take(opened, snapshot)
        drawn = [(table_of(layer), layer) for layer in opened.layers() if is_drawn(layer)]
        show_used(drawn, snapshot, settings.language())
        self.header.about.setText(about(opened.head, snapshot))
        self.overview.show_goals(len(snapshot.goals), len({link.objekt_id for link in snapshot.links}))
        names = snapshot.catalogue.listor.get("bildstatus", ())
        words = {choice.kod: choice.namn.in_language(settings.language()) for choice in names}
        self.edition_page.show_editions(snapshot.editions, words)

    def _show_verdict(self, verdict: Any) -> None:
        sentence = verdict_sentence(verdict)
        if verdict.status == "same":
            self.bench.messages.well(sentence)
        else:
            self.bench.messages.warn(sentence)

    def _ask_new(self, choices: Any) -> None:
        from .new_dialog import NewDialog

        self._choices = choices
        dialog = NewDialog(choices, self._iface.mainWindow())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            path, overwrite = dialog.path(), False
            if path.exists():
                overwrite = self._ask_replace(path)
            if overwrite or not path.exists():
                self._warn_of_place(path)
                if overwrite and self.bench.opened is not None and self.bench.opened.path == path:
                    self.bench.close()
                self.bench.create(path, dialog.wish(), overwrite)
        dialog.deleteLater()

    def _ask_replace(self, path: Path) -> bool:
        answer = QMessageBox.question(
            self._iface.mainWindow(),
            tr("Filen finns redan"),
            tr("{name} finns redan. Ska den ersättas?").format(name=path.name),
        )
        return answer == QMessageBox.StandardButton.Yes

    def _warn_of_place(self, path: Path) -> None:
        from ..store.files import warning_about

        warning = warning_about(path)
        if warning:
            self.bench.messages.warn(warning)

    def _is_open(self) -> bool:
        if self.bench.opened is None:
            self.bench.messages.warn(tr("Öppna en strukturbild först."))
        return self.bench.opened is not None

    def _may_leave(self) -> bool:
        """Before another strukturbild takes its place: save, throw away or stay."""
        opened = self.bench.opened
        if opened is None or not opened.unsaved():
            return True
        box = self._unsaved_box(tr("Strukturbilden {title} har osparade ändringar.").format(title=opened.head.titel))
        throw = box.addButton(tr("Kasta ändringarna"), QMessageBox.ButtonRole.DestructiveRole)
        save = box.addButton(tr("Spara"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        if box.clickedButton() is throw:
            opened.discard()
            return True
        return box.clickedButton() is save and self.bench.save()

    def _saved_first(self, why: str) -> bool:
        """Before a check or an edition: offer to save what is not saved."""
        opened = self.bench.opened
        if opened is None or not opened.unsaved():
            return True
        box = self._unsaved_box(tr("Det finns osparade ändringar. {why}").format(why=why))
        save = box.addButton(tr("Spara och fortsätt"), QMessageBox.ButtonRole.AcceptRole)
        without = box.addButton(tr("Fortsätt utan att spara"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(save)
        box.exec()
        if box.clickedButton() is without:
            return True
        return box.clickedButton() is save and self.bench.save()

    def _unsaved_box(self, text: str) -> QMessageBox:
        box = QMessageBox(self._iface.mainWindow())
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Osparade ändringar"))
        box.setText(text)
        box.addButton(tr("Avbryt"), QMessageBox.ButtonRole.RejectRole)
        return box

    def _close_strukturbild(self) -> None:
        if self._may_leave():
            self.bench.close()

    def _ask_who(self) -> None:
        """Name and group that are written on what is drawn."""
        from .who_dialog import WhoDialog

        dialog = WhoDialog(self._iface.mainWindow())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            settings.remember_author(dialog.author.text().strip())
            settings.remember_group(dialog.group.text().strip())
        dialog.deleteLater()

    def _fill_recent(self) -> None:
        self._recent_menu.clear()
        for file in settings.recent_files():
            action = self._recent_menu.addAction(file.stem)
            action.setToolTip(str(file))
            action.triggered.connect(lambda _=False, path=str(file): self.open(path))
        self._recent_menu.setEnabled(not self._recent_menu.isEmpty())

    def _activate_layer(self, layer_id: str) -> None:
        layer = QgsProject.instance().mapLayer(layer_id)
        if layer is not None:
            self._iface.setActiveLayer(layer)

    def _show_live_findings(self, live: Any) -> None:
        """The list follows the pen."""
        if self._findings != live.findings:
            self._findings = live.findings
            self.check_page.show_findings(live.findings)
        self.object_page.goals.show_goals(live.snapshot.goals)

    def _see_point(self, x: float, y: float) -> None:
        """Bring a place into view if it is not there."""
        canvas, point = self._iface.mapCanvas(), QgsPointXY(x, y)
        if not canvas.extent().contains(point):
            canvas.setCenter(point)
        canvas.refresh()

    def _clear_selection(self) -> None:
        """What a finding pointed out is not to stay yellow on the map."""
        for layer in self.bench.opened.layers() if self.bench.opened is not None else ():
            if layer.isSpatial() and layer.selectedFeatureCount():
                layer.removeSelection()

    def _go_to(self, finding: Any, form: bool) -> None:
        opened = self.bench.opened
        if opened is None or not finding.objekt_id:
            return
        found = find_object(opened, finding.objekt_id)
        if found is None:
            self.bench.messages.warn(tr("Objektet finns inte längre. Granska igen."))
            return
        show_object(self._iface, opened, *found)
        if form:
            open_form(self._iface, *found)
