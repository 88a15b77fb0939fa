"""QGIS's own Save, Exit, New and Open, and closing its window, while a strukturbild is open.

A project that holds nothing but a strukturbild is in the file of the strukturbild: Ctrl+S and the diskette save that,
and no project has to be saved when QGIS is closed. With other things in it QGIS saves its project as always, and the
strukturbild with it.
"""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QEvent, QFileInfo, QObject, QTimer

from ...i18n import tr
from ...store.qgis_project.picture_themes import user_themes
from ..guarded import guarded
from ..saving.action_filter import ActionFilter
from ..session.open_document import OpenDocument
from ..session.project_properties import BASE_PROPERTY
from ..session.restyling import UserRestyling
from ..session.session import Session


def holds_only(project: QgsProject, opened: OpenDocument) -> bool:
    """Whether the strukturbild, with its base map, is all that there is to save of the project."""
    return not project.fileName() and _has_nothing_else(project, opened)


def _has_nothing_else(project: QgsProject, opened: OpenDocument) -> bool:
    groups = [group for group in project.layerTreeRoot().findGroups(True) if group.customProperty(BASE_PROPERTY)]
    base = {node.layerId() for group in groups for node in group.findLayers()}
    more = (
        set(project.mapLayers()) - base - set(opened.layer_ids),
        project.layoutManager().layouts(),
        project.annotationManager().annotations(),
        project.bookmarkManager().bookmarks(),
        user_themes(project),
        not project.mainAnnotationLayer().isEmpty(),
    )
    return not any(more)


@guarded
class ProjectSaving(QObject):
    """On from when it is made until it is closed. `may_leave`: saves, and asks when that can't be done."""

    def __init__(
        self, session: Session, iface: QgisInterface, may_leave: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._window, self._may_leave = session, iface.mainWindow(), may_leave
        self._restyled = UserRestyling(self)
        leaving = (iface.actionExit(), iface.actionNewProject(), iface.actionOpenProject())
        before = dict.fromkeys(leaving, self._leave)
        self._filter = ActionFilter({iface.actionSaveProject(): self._save, **before}, self)
        self._window.installEventFilter(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(guarded(self._rest))
        self._owner = ""
        """The strukturbild_id of what the project was last read, or saved, with; '' for none."""
        QgsProject.instance().cleared.connect(guarded(self._disown))
        QgsProject.instance().isDirtyChanged.connect(guarded(self._dirty))
        session.opened_changed.connect(guarded(self._follow))
        session.layers_changed.connect(guarded(self._follow))
        self._follow()

    def close(self) -> None:
        """The plugin is switched off."""
        self._soon.stop()
        QgsProject.instance().cleared.disconnect(guarded(self._disown))
        QgsProject.instance().isDirtyChanged.disconnect(guarded(self._dirty))
        self._window.removeEventFilter(self)
        self._filter.close()
        self._restyled.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """QGIS's window is being closed."""
        if watched is self._window and event.type() == QEvent.Type.Close and not self._leave():
            event.ignore()
            return True
        return False

    def _follow(self) -> None:
        opened = self._session.opened
        self._restyled.follow(opened.layers() if opened is not None else ())
        if opened is not None:
            self._leave_others_project(opened)
        self._soon.start()

    def _disown(self) -> None:
        """Another project, or none."""
        self._owner = ""

    def _leave_others_project(self, opened: OpenDocument) -> None:
        """A project file that was another strukturbild's is not saved over with this one."""
        project, owner = QgsProject.instance(), self._owner
        self._owner = opened.head.strukturbild_id
        name = QFileInfo(project.fileName()).fileName()
        if name and owner not in ("", self._owner) and _has_nothing_else(project, opened):
            project.setFileName("")
            text = tr("Projektet {name} är stängt och ligger kvar som det senast sparades.")
            self._session.messages.well(text.format(name=name))

    def _dirty(self, dirty: bool) -> None:
        if dirty:
            self._soon.start()

    def _rest(self) -> None:
        """There is nothing to save in a project that holds nothing else; QGIS would ask about it."""
        opened, project = self._session.opened, QgsProject.instance()
        if opened is not None and not self._restyled and holds_only(project, opened) and project.isDirty():
            project.setDirty(False)

    def _save(self) -> bool:
        opened = self._session.opened
        if opened is None:
            return True
        saved = self._session.save()
        if self._restyled or not holds_only(QgsProject.instance(), opened):
            return True
        if saved:
            QgsProject.instance().setDirty(False)
            self._session.messages.well(tr("Sparat i {file}.").format(file=opened.path.name))
        return False

    def _leave(self) -> bool:
        if self._session.opened is None or self._may_leave():
            self._rest()
            return True
        return False
