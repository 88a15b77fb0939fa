"""The dock: from an empty QGIS to a printed edition, without leaving the map."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import QgsPointXY, QgsProject, QgsRectangle
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QDockWidget, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ...i18n import tr
from ...store.gpkg.records import Snapshot
from .. import settings
from ..check_panel.check_controller import CheckController
from ..earlier_states.states_controller import StatesController
from ..export_panel.export_controller import ExportController
from ..file_state.file_watcher import FileWatcher
from ..file_state.lost_file import LostFile
from ..file_state.missing_layers import MissingLayers
from ..file_state.read_only_layers import ReadOnlyLayers
from ..file_state.temporary_file import TemporaryFile
from ..guarded import guarded
from ..importing.dropped_files import file_in, layer_without_file
from ..map_coordinates import centre_on, is_shown
from ..map_tools.tool_controller import ToolController
from ..palette.palette import Palette
from ..recovery.pending_input import PendingInputReader
from ..recovery.recovery_bar import RecoveryBar
from ..recovery.recovery_controller import RecoveryController
from ..saving.save_controller import SaveController, SaveState
from ..session.head_edits import HeadEdits
from ..session.live_checks import LiveState
from ..session.open_document import is_drawn, table_of
from ..session.picture_bar import PictureBar
from ..session.picture_themes import PictureThemes
from ..session.session import Session
from ..status_texts import about
from ..steps.area_change import AreaChange
from ..styling.style_controller import StyleController
from ..widgets.labels import scrolled
from ..workshop.group_view import GroupView
from .base_map_towns import BaseMapTowns
from .dropped import take_dropped
from .file_actions import FileActions
from .file_mending import FileMending
from .file_menu import actions, import_objects, menu_button
from .header import Header
from .notice_strip import NoticeStrip
from .outside_notice import OutsideNotice
from .project_saving import ProjectSaving
from .prompts import saved_first
from .start_page import StartPage
from .status_bar_fit import StatusBarFit
from .step_controller import StepController
from .tabs import DockTabs

NARROWEST, LOW, LOW_PX = 17, 34, 700
"""Line heights: how narrow the dock may be made, and below what height it is low; that in pixels too, since a theme
with small letters spends the height on air."""


@guarded
class StrukturbildDock(QDockWidget):
    """Two faces: the way in, and the open strukturbild with its pages (pages.PAGES)."""

    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(tr("Strukturbild"), parent or iface.mainWindow())
        self.setObjectName("StrukturbildPanel")
        self.session = Session(iface, self)
        self.files = FileActions(self.session, iface.mainWindow())
        self._iface = iface
        self._snapshot: Snapshot | None = None
        self._findings: Any = None
        self._small_screen = StatusBarFit(iface.mainWindow(), iface.messageBar())
        self.saving = SaveController(self.session, self)
        self.missing = MissingLayers(self.session, self)
        self.file_watcher = FileWatcher(self.session, self)
        self.lost_file = LostFile(self.session, self)
        self.read_only = ReadOnlyLayers(self.session, self)
        self.setAcceptDrops(True)
        self._build()
        self._wire()
        self._project_saving = ProjectSaving(self.session, iface, self.files.may_leave, self)
        self._show_opened()
        self.session.adopt_project()
        self.lost_file.look()

    def wanted_width(self) -> int:
        """A width where sentences are easy to read, and at most a third of the window; in pixels."""
        line = self.fontMetrics().height()
        return max(min(line * 22, self._iface.mainWindow().width() * 36 // 100), line * NARROWEST)

    def close_down(self) -> None:
        """The plugin is switched off."""
        self._small_screen.close()
        self.missing.close_down()
        self.saving.close()
        self._project_saving.close()
        self.file_watcher.close()
        self.lost_file.close()
        self.states.close_down()
        self.tabs.close_down()
        self.recovery.close_down()
        self.step_actions.close_down()
        self.tools.close_down()
        self.session.close_down()

    def new(self) -> None:
        """Ask for a new strukturbild and make it."""
        self.files.new()

    def open(self, path: str = "") -> None:
        """Open a strukturbild; asks which one when no path is given."""
        self.files.open(path)

    def open_example(self) -> None:
        """Open the worked example, made the first time."""
        self.files.open_example()

    def verify(self) -> None:
        """Ask for the folder of an edition and say whether its files belong together."""
        self.files.verify()

    def check(self) -> None:
        """Check the open strukturbild, and show the list."""
        if self._is_open():
            self.tabs.setCurrentWidget(self.check_page)
            if saved_first(self.session, self._iface.mainWindow(), tr("Granskningen läser det som är sparat.")):
                self.session.check()

    def export(self) -> None:
        """Make an edition of the open strukturbild."""
        opened = self.session.opened
        if self._is_open() and opened is not None:
            self.tabs.setCurrentWidget(self.edition_page)
            if saved_first(self.session, self._iface.mainWindow(), tr("Utgåvan görs av det som är sparat.")):
                ExportController(self.session, opened, self._given_out(), self._iface.mainWindow()).show()

    def move_names(self) -> None:
        """Move names on the printed maps of the open strukturbild."""
        from ..export_panel.label_position_actions import move_names

        if (
            self._is_open()
            and self.head_edits.may_write()
            and saved_first(self.session, self._iface.mainWindow(), tr("Kartan visar det som är sparat."))
        ):
            move_names(self.session, self.tools.picture, self._iface.mainWindow())

    def _given_out(self) -> Snapshot | None:
        """What an edition is made of: what was saved a moment ago has not been read from the file yet."""
        opened = self.session.opened
        live = self.session.live.now() if opened is not None and not opened.unsaved() else None
        return live.snapshot if live is not None else self._snapshot

    def options_changed(self) -> None:
        """Something was changed on the settings page."""
        self.files.forget_choices()
        self.tools.who.reread()
        self.session.content_changed.emit()

    def show_options(self) -> None:
        """QGIS's settings window, at our page."""
        self._iface.showOptionsDialog(self._iface.mainWindow(), settings.PAGE)

    def _build(self) -> None:
        self.start_page = StartPage(self)
        self.header = Header(self)
        self.tools = ToolController(self._iface, self.session.messages, self)
        self.head_edits = HeadEdits(self.session, self)
        self.group_view = GroupView(self.session, self.tools, self.head_edits, self)
        self.states = StatesController(self.session, self.tools, self)
        self.pictures = PictureThemes(self._iface, self.tools, self)
        self.styles = StyleController(self.session, self.tools, self.pictures, self)
        self.area = AreaChange(self.session, self)
        self.picture_bar = PictureBar(self.pictures, self)
        self.tabs = DockTabs(self.session, self.tools, self.head_edits, self.pictures, self)
        self.steps, self.object_page, self.overview = self.tabs.steps, self.tabs.object_page, self.tabs.overview
        self.check_page, self.edition_page = self.tabs.check_page, self.tabs.edition_page
        self.drawing = Palette(self.tools, self)
        self.drawing.hide()
        self.steps.put_tools(self.drawing)
        opened = QWidget(self)
        column = QVBoxLayout(opened)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.header, 1)
        beside = PendingInputReader(self.object_page, self.tabs.waiting, self.tools, self.session)
        self.recovery = RecoveryController(self.session, self.tools, beside, self)
        self.recovery_strip = RecoveryBar(self.recovery, self._iface.mainWindow(), self)
        self.menu_button = menu_button(self, self)
        head.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self.file_mending = FileMending(self.file_watcher, self.session, self.recovery, self.files.window, self)
        self.tools.before_edit += [self.file_watcher.refuse_editing, self.read_only.refuse_editing]
        temporary = TemporaryFile(self.session, lambda: self._do("spara_som"), self)
        told = (self.file_mending, self.missing, self.read_only, temporary, self.tabs.review)
        column.addWidget(NoticeStrip(told, self))
        column.addWidget(self.recovery_strip)
        column.addWidget(self.picture_bar)
        column.addWidget(self.tabs, 1)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(scrolled(self.start_page))
        self.pages.addWidget(opened)
        self.pages.setMinimumWidth(self.fontMetrics().height() * NARROWEST)
        self.setWidget(self.pages)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt's: a file or a layer may be let go here."""
        if file_in(event.mimeData()) is not None or layer_without_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt's."""
        if take_dropped(self, event.mimeData()):
            event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's: on a low screen the head gives way to the page."""
        super().resizeEvent(event)
        low = self.height() < max(self.fontMetrics().height() * LOW, LOW_PX)
        self.header.make_compact(low)
        self.steps.make_compact(low)

    def _wire(self) -> None:
        self.start_page.new_wanted.connect(guarded(self.new))
        self.start_page.open_wanted.connect(guarded(self.open))
        self.start_page.example_wanted.connect(guarded(self.open_example))
        self.start_page.file_wanted.connect(guarded(self.open))
        self.header.save_wanted.connect(guarded(self.session.save))
        self.saving.state_changed.connect(guarded(self._show_saved))
        self.session.live_read.connect(guarded(self._show_live_findings))
        self.step_actions = StepController(
            self.session, self.tools, self.head_edits, self.pictures, self.tabs, self.drawing, self._do
        )
        self._outside = OutsideNotice(self.session, self.tools, self)
        self._towns = BaseMapTowns(self.session, self.tools, self)
        self.head_edits.written.connect(guarded(lambda _words: self._show_title()))
        self.overview.layer_wanted.connect(guarded(self._activate_layer))
        self.overview.object_wanted.connect(guarded(lambda objekt_id: self.steps.objects_wanted.emit((objekt_id,))))
        self.overview.object_opened.connect(guarded(self.step_actions.show_object))
        self.overview.choice_wanted.connect(guarded(self._choose))
        self.overview.import_wanted.connect(guarded(lambda: import_objects(self)))
        self.session.live_read.connect(guarded(self._show_live))
        self.check_page.check_wanted.connect(guarded(self.check))
        self.check_work = CheckController(
            self.session, self.tools, self.pictures, self.check_page, self.step_actions.show_object
        )
        self.edition_page.export_wanted.connect(guarded(self.export))
        self.edition_page.verify_wanted.connect(guarded(self.verify))
        self.edition_page.names_wanted.connect(guarded(self.move_names))
        self.edition_page.compare_wanted.connect(guarded(lambda: self._do("jamfor")))
        self.file_watcher.others_wrote.connect(guarded(self.tools.changed))
        self.tabs.review.object_wanted.connect(guarded(self.step_actions.show_object))
        self.missing.going.connect(guarded(self._let_go_of_layers))
        self.missing.gone.connect(guarded(self._show_gone))
        self.session.layers_changed.connect(guarded(self.recovery.follow_again))
        self.session.opened_changed.connect(guarded(self._show_opened))
        self.session.content_changed.connect(guarded(self._show_content))
        self.session.snapshot_read.connect(guarded(self._show_snapshot))
        self.session.checked.connect(guarded(self.check_page.show_findings))
        self.session.check_running.connect(guarded(self.check_page.show_busy))
        self.session.live_read.connect(guarded(self.drawing.show_live))
        self.pictures.changed.connect(guarded(self._show_picture))
        self.tools.tool_changed.connect(guarded(lambda: self.session.live.count_in(self.tools.picture)))
        self.styles.changed.connect(guarded(self._show_used))
        self.drawing.form.place_put.connect(guarded(self._see_point))
        self.tabs.currentChanged.connect(guarded(lambda _index: self._clear_selection()))

    def _show_opened(self) -> None:
        opened = self.session.opened
        self._snapshot = None
        self.pages.setCurrentIndex(0 if opened is None else 1)
        self.start_page.show_recent(settings.recent_files())
        self.start_page.show_unsaved(self.recovery.files() if opened is None else ())
        self._findings = None
        self.check_page.show_nothing()
        self.check_work.show_hidden()
        self.edition_page.show_editions((), {})
        self.steps.show_nothing()
        self.object_page.show_nothing()
        self.tools.close()
        self.pictures.close()
        self.styles.close()
        if opened is not None:
            self.steps.current = settings.place_in(opened.path, "steg")
            self.header.show_strukturbild(opened.head.titel, about(opened.head), opened.path, opened.head.exempel)
            self.header.show_copy(opened.copy, opened.head.titel)
            self.drawing.show_copy(opened.copy)
            self._show_content()

    def _show_content(self) -> None:
        opened = self.session.opened
        if opened is not None:
            self._show_saved()
            self.overview.show_layers([layer for layer in opened.layers() if is_drawn(layer)])

    def _show_saved(self) -> None:
        self.header.show_saved(self.saving.state() if not self.missing.unsaved else SaveState(""))

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        opened = self.session.opened
        if opened is None:
            return
        self._snapshot = snapshot
        self.tools.blocked_reason = self.missing.sentence() if self.missing.blocks() else ""
        if not self.tools.blocked_reason:
            self.tools.load(opened, snapshot)
            self.group_view.guard(self.tools.edit_session)
        self.pictures.load(opened, snapshot)
        self.styles.load(opened, snapshot)
        self.header.about.setText(about(opened.head, snapshot))
        self.overview.show_goals(len(snapshot.goals), len({link.objekt_id for link in snapshot.links}))
        names = snapshot.catalogue.listor.get("bildstatus", ())
        by_code = {choice.kod: choice.namn.in_language(settings.language()) for choice in names}
        self.edition_page.show_editions(snapshot.editions, by_code)

    def _let_go_of_layers(self) -> None:
        """Some are about to be taken out of the project: nothing may hold on to them."""
        session = self.tools.edit_session
        self.missing.undo_lost = self.missing.undo_lost or (session is not None and session.can_undo())
        self.tools.close()
        self.tools.changed.emit()
        self.session.live.close()
        self.recovery.release_layers(self.missing.tables_unsaved)

    def _show_gone(self) -> None:
        """What is left is followed, and counted with what the file has."""
        self.recovery.follow_rest()
        self.session.content_changed.emit()
        self.session.read()

    def _show_title(self) -> None:
        if self.session.opened is not None:
            self.header.title.setText(self.session.opened.head.titel)

    def _do(self, code: str) -> None:
        """What has this code in the menu, or has a button of its own."""
        for call in [call for kod, _words, call in actions() if kod == code]:
            call(self)

    def _is_open(self) -> bool:
        if self.session.opened is None:
            self.session.messages.warn(tr("Öppna en strukturbild först."))
        return self.session.opened is not None

    def _choose(self, ids: tuple[str, ...]) -> None:
        """The select tool, with these chosen."""
        self.tools.use_select_tool()
        self.tools.selection.set(ids)

    def _activate_layer(self, layer_id: str) -> None:
        layer = QgsProject.instance().mapLayer(layer_id)
        if layer is not None:
            self._iface.setActiveLayer(layer)

    def _show_used(self, drawn_now: Snapshot | None = None) -> None:
        """The legend lists what is drawn in the picture that is shown."""
        from ..session.layer_tree_legend import show_used

        opened, snapshot = self.session.opened, drawn_now or self.session.snapshot
        if opened is not None and snapshot is not None:
            drawn = [(table_of(layer), layer) for layer in opened.layers() if is_drawn(layer)]
            shown = replace(snapshot, objects=self.pictures.objects_of(snapshot))
            show_used(drawn, shown, settings.language())

    def _show_picture(self) -> None:
        """Another picture is on the map: palette and legend go with it."""
        self.drawing.show_counts()
        self.overview.show_picture(self.pictures.shown.bild_id if self.pictures.shown is not None else "")
        if self.session.opened is not None:
            self._show_used()
            self.session.content_changed.emit()

    def _show_live(self, live: LiveState) -> None:
        self.overview.show_live(live.snapshot)
        self._show_used(live.snapshot)

    def _show_live_findings(self, live: LiveState) -> None:
        """The list follows the pen."""
        if self._findings != live.findings and settings.is_on(settings.LIVE_CHECKS):
            self._findings = live.findings
            self.check_page.show_findings(live.findings)

    def _see_point(self, x: float, y: float) -> None:
        """Bring a place into view if it is not there."""
        canvas, point = self._iface.mapCanvas(), QgsPointXY(x, y)
        if not is_shown(canvas, QgsRectangle(point, point)):
            centre_on(canvas, point)
        canvas.refresh()

    def _clear_selection(self) -> None:
        """What a finding pointed out is not to stay yellow on the map."""
        for layer in self.session.opened.layers() if self.session.opened is not None else ():
            if layer.isSpatial() and layer.selectedFeatureCount():
                layer.removeSelection()
