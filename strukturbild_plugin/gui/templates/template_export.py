"""From the open strukturbild to a template file: the dialog, where to put it, the work, what is told."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QWidget

from ...feedback import Feedback
from ...i18n import tr
from ...store.gpkg.records import Snapshot
from ...store.templates.save_template import SavedTemplate
from .. import settings
from ..session.session import Session
from .new_document_choices import free_path
from .template_export_dialog import TemplateExportDialog


class HasChoices(Protocol):
    """Whoever keeps the templates that can be chosen."""

    def forget_choices(self) -> None: ...


class TemplateHost(Protocol):
    """The dock, as far as a template is made of what is open in it."""

    session: Session

    @property
    def files(self) -> HasChoices: ...

    def window(self) -> QWidget: ...


def save_as_template(dock: TemplateHost) -> None:
    """Ask what the template of the open strukturbild is to be, and write it."""
    opened, snapshot = dock.session.opened, dock.session.snapshot
    if opened is None or snapshot is None:
        dock.session.messages.warn(tr("Öppna en strukturbild först."))
        return
    from ...guide.step_chain import carried_template, chain_of
    from ...store.templates.save_template import suggestion_for

    chain = chain_of(snapshot.head, snapshot.catalogue, snapshot.attachments)
    carried = carried_template(snapshot.catalogue, snapshot.attachments)
    suggestion = suggestion_for(snapshot.head, chain.template, carried is not None)
    window = dock.window()
    dialog = TemplateExportDialog(snapshot, chain.steps, suggestion, window)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        path = _ask_where(dialog.name.text(), window)
        if path is not None:
            _save(dock, snapshot, dialog, path)
    dialog.deleteLater()


def _ask_where(name: str, window: QWidget) -> Path | None:
    from ...catalogue.package_file import PACKAGE_SUFFIX
    from ...store.templates.save_template import with_ending

    suggested = free_path(settings.home_folder(), name, PACKAGE_SUFFIX)
    chosen, _kind = QFileDialog.getSaveFileName(
        window, tr("Spara mallen som"), str(suggested), tr("Mall (*.strukturmall)")
    )
    return with_ending(Path(chosen)) if chosen else None


def _save(dock: TemplateHost, snapshot: Snapshot, dialog: TemplateExportDialog, path: Path) -> None:
    from ...guide.step_chain import fit_palettes
    from ...store.templates.save_template import save_template

    request, install = dialog.request(), dialog.install.isChecked()
    steps = fit_palettes(dialog.chosen_steps(), snapshot.catalogue)

    def work(_feedback: Feedback) -> SavedTemplate:
        return save_template(path, snapshot, steps, request, overwrite=True)

    def done(saved: SavedTemplate) -> None:
        from .template_import import bring_in, tell

        dock.session.messages.well(tr("Mallen är sparad: {path}").format(path=saved.path))
        if saved.notes:
            tell(dock.window(), tr("Mallen är sparad, men allt kom inte med."), "\n".join(saved.notes))
        if install:
            bring_in(saved.path, dock.window(), quietly=True)
        dock.files.forget_choices()

    dock.session.runner.start(tr("Sparar mallen {name}").format(name=request.namn.sv), work, done)
