"""The region's own look, from the menu: a layer's style made in QGIS, the region's profile, an own symbol set.

Everything is looked over first, saved in the strukturbild and shown at once, as one undo step; what is drawn and not
saved stays as it is. What was adjusted is told in a window of its own, since it is more than one sentence.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Callable, Protocol

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from ...cartography.symbol_sets.symbol_set_library import PROFILE, STYLE
from ...errors import StrukturbildError
from ...i18n import tr
from .. import settings
from ..guarded import guarded
from ..messages import tell_more
from ..session.open_document import is_drawn, table_of
from ..session.restyling import restyling
from ..session.session import Session
from ..widgets.busy_cursor import waiting
from .style_controller import StyleController


class StyleMenuHost(Protocol):
    """The dock, as far as the look is concerned."""

    session: Session
    styles: StyleController

    def window(self) -> QWidget: ...


def fill_menu(dock: StyleMenuHost, menu: QMenu) -> None:
    """The lines of the menu, as they can be used right now."""
    snapshot = dock.session.snapshot
    if dock.session.opened is None or snapshot is None:
        return
    table, title = _current(dock)
    carried = {(each.slag, each.namn) for each in snapshot.attachments}
    own = (STYLE, f"{dock.styles.shown}/{table}.qml") in carried
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


def _add(menu: QMenu, code: str, text: str, possible: bool, call: Callable[[], None]) -> None:
    action = menu.addAction(text)
    action.setObjectName(f"strukturbild_utseende_{code}")
    action.setEnabled(possible)
    action.triggered.connect(guarded(lambda _=False: call()))


def _current(dock: StyleMenuHost) -> tuple[str, str]:
    """Table and name of the layer chosen in QGIS, when objects of the strukturbild are drawn in it."""
    layer, opened = dock.session.iface.activeLayer(), dock.session.opened
    ours = opened.layers() if opened is not None else ()
    if not isinstance(layer, QgsVectorLayer) or layer not in ours or not is_drawn(layer):
        return "", ""
    return table_of(layer), layer.name()


def _save_style(dock: StyleMenuHost) -> None:
    from ...cartography.contributor_rules import without_contributors
    from ...cartography.custom_styles.qml_style import exported_style
    from ...store.styling.custom_styles import add_style

    table, title = _current(dock)
    if not table:
        return
    layer, kod = dock.session.iface.activeLayer(), dock.styles.shown
    with restyling(), without_contributors(layer):
        qml = exported_style(layer)
    text = tr("Egen stil för {layer}").format(layer=title)
    told = tr("Stilen för {layer} är sparad och används i fönstret, i tryck och i leveranser.").format(layer=title)
    _carry(dock, text, lambda path: add_style(path, kod, table, qml, settings.author()), told)


def _drop_style(dock: StyleMenuHost) -> None:
    from ...store.styling.custom_styles import remove_style

    table, title = _current(dock)
    kod = dock.styles.shown
    if not table:
        return

    def work(path: Path) -> tuple[str, ...]:
        remove_style(path, kod, table, settings.author())
        return ()

    text = tr("Egen stil för {layer} borttagen").format(layer=title)
    _carry(dock, text, work, tr("{layer} ritas med symboluppsättningens egna symboler igen.").format(layer=title))


def _read_profile(dock: StyleMenuHost) -> None:
    from ...store.styling.custom_styles import add_profile

    file = _ask_file(dock, tr("Välj regionens profil"), tr("Profil (*.yaml *.yml)"))
    if file is not None:
        work = partial(_with_author, add_profile, file)
        _carry(dock, tr("Regionens profil"), work, tr("Regionens profil används nu."))


def _drop_profile(dock: StyleMenuHost) -> None:
    from ...store.styling.custom_styles import remove_profile

    def work(path: Path) -> tuple[str, ...]:
        remove_profile(path, settings.author())
        return ()

    told = tr("Profilen är borttagen. Färger och ord är uppsättningens och katalogens.")
    _carry(dock, tr("Regionens profil borttagen"), work, told)


def _read_set(dock: StyleMenuHost) -> None:
    from ...store.styling.custom_styles import add_symbol_set

    file = _ask_file(dock, tr("Välj en symboluppsättning"), tr("Symboluppsättning (*.yaml)"))
    if file is None:
        return

    def work(path: Path) -> tuple[str, ...]:
        add_symbol_set(path, file, settings.author(), use=False)
        return ()

    # the code of a set is the name of its file: which one to use is known before it is read
    told = tr("Symboluppsättningen följer nu med strukturbilden och används.")
    _carry(dock, tr("Egen symboluppsättning"), work, told, file.stem)


def _publish(dock: StyleMenuHost) -> None:
    from ...cartography.qgis_style_xml import publish
    from ...cartography.symbol_sets.symbol_set_library import load_symbol_set

    folder = QFileDialog.getExistingDirectory(dock.window(), tr("Mapp för stilfilen"), str(settings.home_folder()))
    if not folder:
        return
    snapshot = dock.session.snapshot
    if snapshot is None:
        return
    symbols = load_symbol_set(dock.styles.shown, snapshot.attachments)
    made: list[Path] = []

    def work() -> tuple[str, ...]:
        made.append(publish(snapshot.catalogue, symbols, Path(folder), snapshot.head.sprak))
        return ()

    if _attempt(dock, work) is not None:
        dock.session.messages.well(tr("Symbolerna ligger i {path}.").format(path=made[0]))


def _ask_file(dock: StyleMenuHost, title: str, kind: str) -> Path | None:
    chosen, _kind = QFileDialog.getOpenFileName(dock.window(), title, str(settings.home_folder()), kind)
    return Path(chosen) if chosen else None


def _with_author(carry: Callable[..., tuple[str, ...]], file: Path, path: Path) -> tuple[str, ...]:
    return carry(path, file, settings.author())


def _carry(dock: StyleMenuHost, text: str, work: Callable[[Path], tuple[str, ...]], told: str, kod: str = "") -> None:
    """One undo step; what was adjusted, or what is wrong, is told in a window of its own."""
    said = _attempt(dock, lambda: dock.styles.carry(text, work, told, kod) or ())
    if said:
        tell_more(dock.window(), told, said)


def _attempt(dock: StyleMenuHost, work: Callable[[], tuple[str, ...]]) -> tuple[str, ...] | None:
    try:
        with waiting():
            return work()
    except StrukturbildError as error:
        first, _, rest = str(error).partition("\n")
    more = tuple(line.lstrip("- ") for line in rest.splitlines())
    tell_more(dock.window(), first, more, QMessageBox.Icon.Warning)
    return None
