"""The menu "Arkiv" of the dock. A new entry is one line in `ENTRIES`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from qgis.PyQt.QtWidgets import QMenu, QToolButton, QWidget

from ...export.workshop_papers import button_texts
from ...i18n import tr
from ...workshop.copy_files.copy_texts import get_objects
from .. import settings
from ..earlier_states.states_controller import StatesController
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..session.head_edits import HeadEdits
from ..session.picture_themes import PictureThemes
from ..session.session import Session
from ..steps.steps_page import StepsPage
from ..styling.style_controller import StyleController
from ..widgets.labels import icon
from .file_actions import FileActions
from .recent_names import names_told_apart
from .tabs import DockTabs

SEPARATOR = None


class FileMenuHost(Protocol):
    """The dock, as far as its menu knows it."""

    session: Session
    files: FileActions
    tools: ToolController
    styles: StyleController
    steps: StepsPage
    tabs: DockTabs
    states: StatesController
    pictures: PictureThemes
    head_edits: HeadEdits

    def open(self, path: str = "") -> None: ...

    def check(self) -> None: ...

    def export(self) -> None: ...

    def verify(self) -> None: ...

    def show_options(self) -> None: ...

    def window(self) -> QWidget: ...


@dataclass(frozen=True)
class FileMenuEntry:
    """A line of the menu. `call` gets the dock; `fill` instead makes it a submenu, filled each time it is opened."""

    code: str
    text: Callable[[], str]
    call: Callable[[FileMenuHost], object] | None = None
    fill: Callable[[FileMenuHost, QMenu], None] | None = None
    picture: str = ""
    possible: Callable[[FileMenuHost], bool] | None = None
    """Whether it can be done just now; None: always."""


def _fill_recent(dock: FileMenuHost, menu: QMenu) -> None:
    files = settings.recent_files()
    for file, name in zip(files, names_told_apart(files)):
        action = menu.addAction(name.replace("&", "&&"))
        action.setToolTip(str(file))
        action.triggered.connect(guarded(lambda _=False, path=str(file): dock.open(path)))


def _save_as_template(dock: FileMenuHost) -> None:
    from ..templates.template_export import save_as_template

    save_as_template(dock)


def _add_packs(dock: FileMenuHost) -> None:
    from ..templates.pack_addition import add_packs

    add_packs(dock)


def _change_area(dock: FileMenuHost) -> None:
    """On its step, where the way back stands afterwards."""
    form, step = dock.steps.form_of("omrade"), dock.steps.step_with("omrade")
    if form is not None and step is not None:
        dock.tabs.setCurrentWidget(dock.steps)
        dock.steps.go(step)
        form.change_area()


def _rename(dock: FileMenuHost) -> None:
    """The title is written on a step; the line is there with the cursor in it."""
    steps = dock.steps
    form, step = steps.form_of("syfte"), steps.step_with("syfte")
    if form is not None and step is not None:
        dock.tabs.setCurrentWidget(steps)
        steps.go(step)
        form.fields["titel"].setFocus()
        form.fields["titel"].selectAll()


def _save_as(dock: FileMenuHost) -> None:
    from .copy_actions import save_as

    save_as(dock)


def _earlier_states(dock: FileMenuHost) -> None:
    """Compared is what is saved."""
    from ..earlier_states.states_dialog import StatesDialog
    from .prompts import saved_first

    there = dock.files.window.findChild(StatesDialog)
    if dock.session.opened is None:
        dock.session.messages.warn(tr("Öppna en strukturbild först."))
    elif there is not None:
        there.raise_()
    elif saved_first(dock.session, dock.files.window, tr("Tidigare lägen jämförs med det som är sparat.")):
        StatesDialog(dock.states, dock.files.may_leave, dock.tools.picture, dock.files.window).show()


def import_objects(dock: FileMenuHost, path: Path | None = None, layer: str = "") -> None:
    """Objects out of a file: the window, with `path` read when it is given. `layer`: the one of the file to show."""
    from ..importing.import_controller import ImportController
    from ..importing.import_dialog import ImportDialog

    if dock.session.opened is None or dock.tools.edit_session is None:
        dock.session.messages.warn(tr("Öppna en strukturbild först."))
        return
    there = dock.files.window.findChild(ImportDialog)
    if there is None:
        there = ImportDialog(ImportController(dock.session, dock.tools), dock.files.window)
    there.show()
    there.raise_()
    if path is not None:
        there.open_file(path, layer)


def _start_workshop(dock: FileMenuHost) -> None:
    from .workshop_actions import start_workshop

    start_workshop(dock)


def _merge_copies(dock: FileMenuHost) -> None:
    from .workshop_actions import merge_copies

    merge_copies(dock)


def _freeze_workshop(dock: FileMenuHost) -> None:
    from .workshop_actions import freeze_workshop

    freeze_workshop(dock)


def _compare(dock: FileMenuHost) -> None:
    from .compare_action import compare

    compare(dock, dock.tabs.edition_page.chosen())


def _comment(dock: FileMenuHost) -> None:
    dock.tabs.notes.comment()


def _vote(dock: FileMenuHost) -> None:
    dock.tabs.notes.vote()


def _contributors(dock: FileMenuHost) -> None:
    dock.tabs.notes.ask_for_page()
    dock.tabs.contributors.show(not dock.tabs.contributors.on)


def _fill_symbols(dock: FileMenuHost, menu: QMenu) -> None:
    if dock.session.opened is None:
        return
    for kod, name in dock.styles.choices():
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(kod == dock.styles.shown)
        action.triggered.connect(guarded(lambda _=False, kod=kod: dock.styles.choose(kod)))


def _fill_look(dock: FileMenuHost, menu: QMenu) -> None:
    from ..styling.custom_style_actions import fill_menu

    fill_menu(dock, menu)


ENTRIES: tuple[FileMenuEntry | None, ...] = (
    FileMenuEntry("ny", lambda: tr("Ny från mall…"), lambda dock: dock.files.new(), picture="ny"),
    FileMenuEntry("oppna", button_texts.open_file, lambda dock: dock.files.open(), picture="oppna"),
    FileMenuEntry("exempel", lambda: tr("Prova exemplet"), lambda dock: dock.files.open_example(), picture="exempel"),
    FileMenuEntry("senast", lambda: tr("Senast öppnade"), fill=_fill_recent),
    FileMenuEntry("spara_som", lambda: tr("Spara som…"), _save_as),
    FileMenuEntry("byt_namn", lambda: tr("Byt titel…"), _rename),
    FileMenuEntry("hamta", get_objects, import_objects),
    FileMenuEntry("tidigare", lambda: tr("Tidigare lägen…"), _earlier_states),
    FileMenuEntry("tillagg", lambda: tr("Tillägg…"), _add_packs),
    FileMenuEntry("mall", lambda: tr("Spara som mall…"), _save_as_template),
    SEPARATOR,
    FileMenuEntry("kommentera", lambda: tr("Kommentera"), _comment, picture="kommentera"),
    FileMenuEntry("rosta", lambda: tr("Rösta"), _vote, picture="rosta"),
    FileMenuEntry("vem_ritat", lambda: tr("Visa vem som ritat"), _contributors),
    FileMenuEntry("starta_workshop", button_texts.start, _start_workshop, picture="workshop"),
    FileMenuEntry("sla_ihop", button_texts.merge, _merge_copies, picture="sla_ihop"),
    FileMenuEntry("frys", button_texts.freeze, _freeze_workshop, picture="frys"),
    SEPARATOR,
    FileMenuEntry("vem", lambda: tr("Vem ritar…"), lambda dock: dock.tools.who.ask(dock.files.window)),
    FileMenuEntry(
        "installningar", lambda: tr("Inställningar…"), lambda dock: dock.show_options(), picture="installningar"
    ),
    FileMenuEntry("symboler", lambda: tr("Symboluppsättning"), fill=_fill_symbols),
    FileMenuEntry("utseende", lambda: tr("Regionens utseende"), fill=_fill_look),
    FileMenuEntry("omradet", lambda: tr("Visa hela området"), lambda dock: dock.session.zoom_to_area()),
    FileMenuEntry("stang", lambda: tr("Stäng strukturbilden"), lambda dock: dock.files.close()),
)


ELSEWHERE: tuple[FileMenuEntry, ...] = (
    FileMenuEntry("spara", lambda: tr("Spara"), lambda dock: dock.session.save()),
    FileMenuEntry("granska", lambda: tr("Granska"), lambda dock: dock.check()),
    FileMenuEntry("utgava", lambda: tr("Gör utgåva…"), lambda dock: dock.export()),
    FileMenuEntry("jamfor", lambda: tr("Jämför med…"), _compare),
    FileMenuEntry("verifiera", lambda: tr("Verifiera utgåva…"), lambda dock: dock.verify()),
    FileMenuEntry("lan", lambda: tr("Ändra område…"), _change_area),
    FileMenuEntry("mal_i_kartan", lambda: tr("Mål i kartan…"), lambda dock: dock.tabs.goal_map.ask_for_page()),
)
"""What has a button of its own, and is found with Ctrl+K like the entries of the menu."""


def actions() -> list[tuple[str, str, Callable[[FileMenuHost], object]]]:
    """Code, words and call of all that can be done at once."""
    entries = [entry for entry in (*ELSEWHERE, *ENTRIES) if entry is not None]
    return [(entry.code, entry.text(), entry.call) for entry in entries if entry.call is not None]


def menu_button(dock: FileMenuHost, parent: QWidget) -> QToolButton:
    """The button with the menu."""
    button = QToolButton(parent)
    button.setObjectName("strukturbild_arkiv")
    button.setText(button_texts.file_menu())
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    menu.setToolTipsVisible(True)
    for entry in ENTRIES:
        if entry is None:
            menu.addSeparator()
        elif entry.fill is not None:
            _submenu(menu, dock, entry)
        else:
            action = menu.addAction(entry.text())
            if entry.picture:
                action.setIcon(icon(entry.picture))
            action.setObjectName(f"strukturbild_arkiv_{entry.code}")
            action.triggered.connect(guarded(lambda _=False, call=entry.call: call(dock)))
            if entry.possible is not None:
                menu.aboutToShow.connect(
                    guarded(lambda action=action, entry=entry: action.setEnabled(entry.possible(dock)))
                )
    button.setMenu(menu)
    return button


def _submenu(menu: QMenu, dock: FileMenuHost, entry: FileMenuEntry) -> None:
    inside = menu.addMenu(entry.text())
    inside.setObjectName(f"strukturbild_arkiv_{entry.code}")
    inside.setToolTipsVisible(True)

    def fill() -> None:
        inside.clear()
        if entry.fill is not None:
            entry.fill(dock, inside)
        inside.setEnabled(not inside.isEmpty())

    menu.aboutToShow.connect(guarded(fill))
