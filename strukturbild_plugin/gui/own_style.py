"""The region's own look, from the menu: a layer's style made in QGIS, the region's profile, an own symbol set.

Everything is looked over first and saved in the strukturbild at once. What was adjusted is told in a window of its own,
since it is more than one sentence.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from ..cartography.tokens import PROFILE, STYLE
from ..errors import StrukturbildError
from ..i18n import tr
from . import settings
from .leaving import may_leave
from .opened import is_drawn, table_of


def fill_menu(dock: Any, menu: QMenu) -> None:
    """The lines of the menu, as they can be used right now."""
    snapshot = dock.bench.snapshot
    if dock.bench.opened is None or snapshot is None:
        return
    table, title = _current(dock)
    carried = {(each.slag, each.namn) for each in snapshot.bilagor}
    own = (STYLE, f"{dock.appearance.shown}/{table}.qml") in carried
    save = tr("Spara stilen för {layer} i symboluppsättningen").format(layer=title or tr("ett lager"))
    _add(menu, "spara", save, bool(table), lambda: _save_style(dock))
    remove = tr("Ta bort den egna stilen för {layer}").format(layer=title or tr("ett lager"))
    _add(menu, "ta_bort", remove, own, lambda: _drop_style(dock))
    menu.addSeparator()
    _add(menu, "profil", tr("Läs in regionens profil…"), True, lambda: _read_profile(dock))
    has_profile = any(kind == PROFILE for kind, _name in carried)
    _add(menu, "utan_profil", tr("Ta bort regionens profil"), has_profile, lambda: _drop_profile(dock))
    menu.addSeparator()
    _add(menu, "uppsattning", tr("Läs in en egen symboluppsättning…"), True, lambda: _read_set(dock))
    _add(menu, "bibliotek", tr("Spara symbolerna som QGIS-stil…"), True, lambda: _publish(dock))


def _add(menu: QMenu, code: str, words: str, possible: bool, call: Callable[[], None]) -> None:
    action = menu.addAction(words)
    action.setObjectName(f"strukturbild_utseende_{code}")
    action.setEnabled(possible)
    action.triggered.connect(lambda _=False: call())


def _current(dock: Any) -> tuple[str, str]:
    """Table and name of the layer chosen in QGIS, when objects of the strukturbild are drawn in it."""
    layer = dock.bench.iface.activeLayer()
    if not isinstance(layer, QgsVectorLayer) or layer not in dock.bench.opened.layers() or not is_drawn(layer):
        return "", ""
    return table_of(layer), layer.name()


def _save_style(dock: Any) -> None:
    from ..cartography.own_style import style_of
    from ..store.looks import carry_style

    table, title = _current(dock)
    if not table:
        return
    qml = style_of(dock.bench.iface.activeLayer())
    kod, path = dock.appearance.shown, dock.bench.opened.path

    def work() -> tuple[str, ...]:
        return carry_style(path, kod, table, qml, settings.author())

    if not _is_saved(dock):
        return
    told = tr("Stilen för {layer} är sparad och används i fönstret, i tryck och i leveranser.").format(layer=title)
    _done(dock, work, told)


def _drop_style(dock: Any) -> None:
    from ..store.looks import drop_style

    table, title = _current(dock)
    kod, path = dock.appearance.shown, dock.bench.opened.path
    if not table or not _is_saved(dock):
        return

    def work() -> tuple[str, ...]:
        drop_style(path, kod, table, settings.author())
        return ()

    _done(dock, work, tr("{layer} ritas med symboluppsättningens egna symboler igen.").format(layer=title))


def _read_profile(dock: Any) -> None:
    from ..store.looks import carry_profile

    file = _ask_file(dock, tr("Välj regionens profil"), tr("Profil (*.yaml *.yml)"))
    if file is None or not _is_saved(dock):
        return
    path = dock.bench.opened.path
    _done(dock, lambda: carry_profile(path, file, settings.author()), tr("Regionens profil används nu."))


def _drop_profile(dock: Any) -> None:
    from ..store.looks import drop_profile

    path = dock.bench.opened.path
    if not _is_saved(dock):
        return

    def work() -> tuple[str, ...]:
        drop_profile(path, settings.author())
        return ()

    _done(dock, work, tr("Profilen är borttagen. Färger och ord är uppsättningens och katalogens."))


def _read_set(dock: Any) -> None:
    from ..store.looks import carry_symbol_set

    file = _ask_file(dock, tr("Välj en symboluppsättning"), tr("Symboluppsättning (*.yaml)"))
    if file is None or not _is_saved(dock):
        return
    path = dock.bench.opened.path

    def work() -> tuple[str, ...]:
        carry_symbol_set(path, file, settings.author())
        return ()

    _done(dock, work, tr("Symboluppsättningen följer nu med strukturbilden och används."))


def _publish(dock: Any) -> None:
    from ..cartography.publishing import publish
    from ..cartography.tokens import load_symbol_set

    folder = QFileDialog.getExistingDirectory(dock.window(), tr("Mapp för stilfilen"), str(settings.home_folder()))
    if not folder:
        return
    snapshot = dock.bench.snapshot
    symbols = load_symbol_set(dock.appearance.shown, snapshot.bilagor)
    made: list[Path] = []

    def work() -> tuple[str, ...]:
        made.append(publish(snapshot.catalogue, symbols, Path(folder), snapshot.head.sprak))
        return ()

    if _attempt(dock, work) is not None:
        dock.bench.messages.well(tr("Symbolerna ligger i {path}.").format(path=made[0]))


def _ask_file(dock: Any, title: str, kind: str) -> Path | None:
    chosen, _kind = QFileDialog.getOpenFileName(dock.window(), title, str(settings.home_folder()), kind)
    return Path(chosen) if chosen else None


def _is_saved(dock: Any) -> bool:
    """The strukturbild is opened anew afterwards: what is not saved is saved or thrown away first, or nothing is done."""
    return may_leave(dock.bench, dock.window())


def _done(dock: Any, work: Callable[[], tuple[str, ...]], told: str) -> None:
    said = _attempt(dock, work)
    if said is None:
        return
    # Forms, names and symbols all come from the file: it is opened anew, and nothing can lag behind.
    dock.bench.open(dock.bench.opened.path)
    dock.bench.messages.well(told)
    if said:
        _tell(dock, told, said)


def _attempt(dock: Any, work: Callable[[], tuple[str, ...]]) -> tuple[str, ...] | None:
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return work()
    except StrukturbildError as error:
        problem = str(error)
    finally:
        QApplication.restoreOverrideCursor()
    first, _, rest = problem.partition("\n")
    _tell(dock, first, tuple(line.lstrip("- ") for line in rest.splitlines()), QMessageBox.Icon.Warning)
    return None


def _tell(
    dock: Any, first: str, more: tuple[str, ...], icon: QMessageBox.Icon = QMessageBox.Icon.Information
) -> None:
    """What was adjusted or is wrong, line by line; it does not stop the window."""
    box = QMessageBox(icon, tr("Strukturbild"), first, QMessageBox.StandardButton.Ok, dock.window())
    box.setObjectName("strukturbild_utseende_sagt")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText("\n\n".join(more))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setModal(False)
    box.show()
