"""A project whose strukturbild does not lie where it lay: said in a sentence, and found again with a button."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis.core import QgsDataProvider, QgsLayerTreeGroup, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QFileDialog

from ...i18n import tr
from ...store.gpkg.held_file import strukturbild_id_in
from ..disk_answers import ask, is_folder, responds
from ..guarded import guarded
from ..session.open_document import in_project
from ..session.project_properties import FILE_PROPERTY, marked_groups
from ..session.session import Session


@guarded
class LostFile(QObject):
    """Looks at every project that is read."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        QgsProject.instance().readProject.connect(guarded(self.look))

    def close(self) -> None:
        """The plugin is switched off."""
        QgsProject.instance().readProject.disconnect(guarded(self.look))

    def look(self, *_: object) -> None:
        """Say so when the project that is open has a strukturbild whose file is not there."""
        project = QgsProject.instance()
        group = next(iter(marked_groups(project)), None)
        if group is None or in_project(project) is not None:
            return
        lost = Path(str(group.customProperty(FILE_PROPERTY)))
        near = Path(project.absolutePath()) / lost.name
        silent = not responds(lost)
        first = (
            tr("Strukturbilden {title} ligger på en disk som inte svarar.")
            if silent
            else tr("Strukturbilden {title} finns inte där projektet letar.")
        ).format(title=group.name())
        more = (tr("Projektet letar efter {path}.").format(path=lost),)
        if ask(near, lambda: near.is_file() and bool(strukturbild_id_in(near)), False):
            button = tr("Öppna den som ligger bredvid projektet")
            self._session.messages.offer(first, more, button, partial(self.take, near))
        elif silent:
            self._session.messages.offer(first, more, tr("Försök igen"), self._look_again)
        else:
            self._session.messages.offer(first, more, tr("Leta upp filen…"), partial(self._ask, lost))

    def _look_again(self) -> None:
        self._session.adopt_project()
        self.look()

    def take(self, path: Path) -> None:
        """The strukturbild of the project is the file at `path`: its layers show that, and stay as they are styled."""
        project = QgsProject.instance()
        group = next(iter(marked_groups(project)), None)
        if group is not None:
            _show_file(group, path)
            self._session.adopt_project()

    def _ask(self, lost: Path) -> None:
        folder = next((str(each) for each in lost.parents if is_folder(each)), "")
        window = self._session.iface.mainWindow()
        chosen, _kind = QFileDialog.getOpenFileName(
            window, tr("Leta upp strukturbilden"), folder, tr("Strukturbild (*.gpkg)")
        )
        if chosen:
            self.take(Path(chosen))


def _show_file(group: QgsLayerTreeGroup, path: Path) -> None:
    """Let the layers of the group that show tables of the lost file show those of the file at `path`."""
    lost, registry = str(group.customProperty(FILE_PROPERTY)), QgsProviderRegistry.instance()
    for layer in [node.layer() for node in group.findLayers()]:
        if isinstance(layer, QgsVectorLayer) and not layer.isValid():
            parts = registry.decodeUri(layer.providerType(), layer.source())
            if Path(str(parts.get("path") or "")).name == Path(lost).name:
                source = registry.encodeUri(layer.providerType(), {**parts, "path": str(path)})
                options = QgsDataProvider.ProviderOptions()
                layer.setDataSource(source, layer.name(), layer.providerType(), options, False)
    group.setCustomProperty(FILE_PROPERTY, str(path))
    QgsProject.instance().setDirty(True)
