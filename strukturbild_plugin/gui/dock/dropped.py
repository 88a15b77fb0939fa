"""What is done with a file or a layer that is dropped on the dock."""

from __future__ import annotations

from qgis.PyQt.QtCore import QMimeData

from ...i18n import tr
from ..disk_answers import ask
from ..importing.dropped_files import file_in, is_strukturbild, layer_without_file
from .file_menu import FileMenuHost, import_objects


def take_dropped(dock: FileMenuHost, dropped: QMimeData) -> bool:
    """Open a strukturbild, or take objects out of any other file; whether it was something to take."""
    found, warn = file_in(dropped), dock.session.messages.warn
    if found is None:
        name = layer_without_file(dropped)
        if name:
            text = tr(
                "Lagret {layer} ligger inte i en fil. Högerklicka på det och välj Exportera, och dra hit filen. "
                "Eller kopiera objekten och klistra in dem."
            )
            warn(text.format(layer=name))
        return bool(name)
    path, opened = found.path, dock.session.opened
    if found.layer and opened is not None and path == opened.path:
        warn(tr("Lagret hör redan till strukturbilden som är öppen."))
        return True
    opens = ask(path, lambda: is_strukturbild(path), None)
    if opens is None:
        said = tr("Disken eller servern där {path} ligger svarar inte. Försök igen när den gör det.")
        warn(said.format(path=path))
    elif opens:
        dock.files.open(str(path))
    else:
        import_objects(dock, path, found.layer)
    return True
