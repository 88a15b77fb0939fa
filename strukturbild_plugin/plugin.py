"""What QGIS loads: menu, toolbar, dock, settings page and Processing provider.

Thin; the rest is imported when it is used.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable

from qgis.core import Qgis, QgsApplication, QgsMapLayer, QgsMessageLog, QgsProject, QgsSettings, QgsVectorLayer
from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import Qt, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget

from . import paths
from .compat import keep_worker_threads, meet_coordinate_systems
from .errors import StrukturbildError
from .i18n import tr, use_translator

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .gui.dock.dock_widget import StrukturbildDock
    from .gui.session.error_guard import Guard

ICONS = Path(__file__).resolve().parent / "gui" / "icons"
CONTEXT = "strukturbild"
PANEL = "strukturbild/panel"
"""Setting: whether the panel was open when QGIS was left."""
GOAL_LIBRARY = "strukturbild/val/malbibliotek"
"""Setting: a folder of goal sets in the place of the program's own (gui/settings.py)."""


class StrukturbildPlugin:
    """The plugin as QGIS knows it: start, Processing, stop."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._provider: Any = None
        self._dock: StrukturbildDock | None = None
        self._guard: Guard | None = None
        self._menu: Any = None
        self._toolbar: Any = None
        self._options: Any = None
        self._actions: list[QAction] = []
        self._translator: Any = _english_translator()
        if self._translator is not None:
            use_translator(self._in_english)

    def initProcessing(self) -> None:  # noqa: N802 - the name QGIS asks for
        """Offer the algorithms; all that `qgis_process` needs."""
        _register_typeface()
        keep_worker_threads()
        chosen = str(QgsSettings().value(GOAL_LIBRARY, "") or "")
        codes = str(QgsSettings().value(f"{GOAL_LIBRARY}_koder", "") or "")
        paths.use_goal_library(Path(chosen) if chosen else None, tuple(filter(None, codes.split(","))))
        meet_coordinate_systems()
        from .processing.provider import StrukturbildProvider

        self._provider = StrukturbildProvider(QIcon(str(ICONS / "strukturbild.svg")))
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:  # noqa: N802 - the name QGIS asks for
        """Add menu and toolbar; the dock is built when it is first shown."""
        self.initProcessing()
        self._menu = QMenu(tr("Strukturbild"))
        self._menu.setObjectName("strukturbild_meny")
        self._toolbar = self._iface.addToolBar(tr("Strukturbild"))
        self._toolbar.setObjectName("strukturbild_verktyg")
        panel = self._add("strukturbild.svg", tr("Strukturbildspanelen"), self.show_dock, "panel")
        panel.setCheckable(True)
        self._menu.addSeparator()
        self._add("ny.svg", tr("Ny från mall…"), lambda _=False: self.dock().new(), "ny")
        self._add("oppna.svg", tr("Öppna…"), lambda _=False: self.dock().open(), "oppna")
        self._add("exempel.svg", tr("Prova exemplet"), lambda _=False: self.dock().open_example(), "exempel", False)
        self._menu.addSeparator()
        self._add("granska.svg", tr("Granska"), lambda _=False: self.dock().check(), "granska")
        self._add("utgava.svg", tr("Gör utgåva…"), lambda _=False: self.dock().export(), "utgava")
        self._add("verifiera.svg", tr("Verifiera utgåva…"), lambda _=False: self.dock().verify(), "verifiera", False)
        self._menu.addSeparator()
        self._add("installningar.svg", tr("Inställningar…"), self.show_options, "installningar", False)
        self._offer_options()
        QgsProject.instance().readMapLayer.connect(self._layer_read)
        QgsProject.instance().readProject.connect(self._project_read)
        self._iface.initializationCompleted.connect(self._started)
        bar = self._iface.mainWindow().menuBar()
        bar.insertMenu(self._iface.firstRightStandardMenu().menuAction(), self._menu)

    def unload(self) -> None:
        """Leave QGIS as it was."""
        QgsProject.instance().readMapLayer.disconnect(self._layer_read)
        QgsProject.instance().readProject.disconnect(self._project_read)
        self._iface.initializationCompleted.disconnect(self._started)
        QgsSettings().setValue(PANEL, self._dock is not None and not self._dock.isHidden())
        if self._guard is not None:
            self._guard.close()
            self._guard = None
        if self._dock is not None:
            self._dock.close_down()
            self._iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = None
        if self._options is not None:
            self._iface.unregisterOptionsWidgetFactory(self._options)
            self._options = None
        if self._toolbar is not None:
            self._iface.mainWindow().removeToolBar(self._toolbar)
            self._toolbar.deleteLater()
            self._toolbar = None
        if self._menu is not None:
            self._iface.mainWindow().menuBar().removeAction(self._menu.menuAction())
            self._menu.deleteLater()
            self._menu = None
        self._actions.clear()
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        use_translator(None)

    def show_options(self, _checked: bool = False) -> None:
        """QGIS's own settings window, at the plugin's page."""
        from .gui.settings import PAGE

        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE)

    def _offer_options(self) -> None:
        """The page is built when the settings window is opened."""
        self._options = OptionsFactory(self._options_changed)
        self._iface.registerOptionsWidgetFactory(self._options)

    def _options_changed(self) -> None:
        if self._dock is not None:
            self._dock.options_changed()

    def dock(self) -> StrukturbildDock:
        """The dock, shown; built the first time."""
        if self._dock is None:
            from .gui.dock.dock_widget import StrukturbildDock
            from .gui.messages import Messages
            from .gui.session.error_guard import Guard

            if self._guard is None:  # first, so that what the dock can't do is told too
                self._guard = Guard(Messages(self._iface))
            self._dock = StrukturbildDock(self._iface)
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
            self._iface.mainWindow().resizeDocks([self._dock], [self._dock.wanted_width()], Qt.Orientation.Horizontal)
            self._dock.visibilityChanged.connect(self._dock_shown)
            QgsSettings().setValue(PANEL, True)  # now: QGIS may end without saying goodbye
        self._dock.setVisible(True)
        self._dock.raise_()
        self._dock_shown(True)  # while QGIS starts, the dock is shown before it can say so
        return self._dock

    def show_dock(self, shown: bool = True) -> None:
        """Show the dock, or hide it."""
        if shown:
            self.dock()
        elif self._dock is not None:
            self._dock.setVisible(False)

    def _layer_read(self, layer: QgsMapLayer, *_: object) -> None:
        """A layer of a project: a strukturbild's gets our legend before QGIS makes its own, which takes long."""
        from .gui.session.project_properties import is_in_marked_group

        if is_in_marked_group(QgsProject.instance(), layer.id()):
            from .gui.session.layer_tree_legend import give_swatches
            from .gui.session.open_document import is_drawn

            if isinstance(layer, QgsVectorLayer) and is_drawn(layer):
                give_swatches([layer])

    def _project_read(self, *_: object) -> None:
        """A project with a strukturbild in it: on from where it was left, also when QGIS has just been started."""
        from .gui.session.project_properties import marked_groups

        if self._dock is None and marked_groups(QgsProject.instance()):
            self.dock()

    def _started(self) -> None:
        """QGIS is up: the panel is there if it was when QGIS was left, like QGIS's own."""
        if self._dock is None and QgsSettings().value(PANEL, False, type=bool):
            self.dock()

    def _dock_shown(self, _visible: bool) -> None:
        # a dock behind another tab is "not visible" but still open: the button says whether it is open
        if self._actions and self._dock is not None:
            self._actions[0].setChecked(not self._dock.isHidden())

    def _add(self, icon: str, text: str, call: Callable[..., Any], name: str, toolbar: bool = True) -> QAction:
        action = QAction(QIcon(str(ICONS / icon)), text, self._menu)
        action.setObjectName(f"strukturbild_{name}")
        action.triggered.connect(call)
        self._menu.addAction(action)
        if toolbar:
            self._toolbar.addAction(action)
        self._actions.append(action)
        return action

    def _in_english(self, text: str) -> str:
        return self._translator.translate(CONTEXT, text.encode()) or text  # PyQt takes str for ASCII alone


class OptionsFactory(QgsOptionsWidgetFactory):
    """What QGIS makes the settings page with. `changed`: called after settings have been kept."""

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__(tr("Strukturbild"), QIcon(str(ICONS / "strukturbild.svg")))
        self._changed = changed

    def createWidget(self, parent: QWidget | None = None) -> QgsOptionsPageWidget:  # noqa: N802 - QGIS's name
        """QGIS's: a fresh page each time the window is opened."""
        from .gui.options.options_page import OptionsPage

        return OptionsPage(parent, self._changed)


def _register_typeface() -> None:
    """Before any layer or project is read: QGIS asks then whether the typeface is there, and else takes another."""
    from .cartography.typography.fonts import load_fonts

    try:
        load_fonts()
    except StrukturbildError as error:
        QgsMessageLog.logMessage(str(error), tr("Strukturbild"), Qgis.MessageLevel.Warning)


def _english_translator() -> QTranslator | None:
    """The English texts, unless QGIS runs in Swedish (the source language) or they were never compiled."""
    if QgsApplication.instance().locale().startswith("sv"):
        return None
    translator = QTranslator()
    return translator if translator.load(str(paths.TRANSLATIONS / "strukturbild_en.qm")) else None
