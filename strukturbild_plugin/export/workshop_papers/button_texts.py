"""What the buttons, menus and tabs say that the papers of a workshop name: the window has its words from here too."""

from __future__ import annotations

from ...i18n import tr


def panel() -> str:
    """The panel, and the toolbar whose first button shows it."""
    return tr("Strukturbild")


def open_file() -> str:
    """Opens a strukturbild."""
    return tr("Öppna…")


def steps_tab() -> str:
    """The tab with what can be drawn."""
    return tr("Steg")


def object_tab() -> str:
    """The tab with the name and the texts of what is chosen."""
    return tr("Objekt")


def review_tab() -> str:
    """The tab with what a merge left to choose between."""
    return tr("Frågor")


def select() -> str:
    """The tool that chooses what is drawn, and moves it."""
    return tr("Välj och flytta")


def undo() -> str:
    """Takes the last act back."""
    return tr("Ångra")


def comment() -> str:
    """The tool that leaves a comment on the map."""
    return tr("Kommentera")


def vote() -> str:
    """The tool that leaves a vote on the map."""
    return tr("Rösta")


def saved(time: str) -> str:
    """What the panel says when all is saved. `time`: of day."""
    return tr("Sparat {time}").format(time=time)


def file_menu() -> str:
    """The menu of the panel."""
    return tr("Arkiv")


def start() -> str:
    """Starts a workshop."""
    return tr("Starta workshop…")


def merge() -> str:
    """Opens the window that merges copies."""
    return tr("Slå ihop kopior…")


def freeze() -> str:
    """Freezes a workshop."""
    return tr("Frys workshopen…")


def choose_files() -> str:
    """Which copies, in the window that merges them."""
    return tr("Välj filer…")


def merge_files(number: int) -> str:
    """Merges `number` files."""
    return tr("Slå ihop {antal} filer").format(antal=number) if number > 1 else tr("Slå ihop")


def close() -> str:
    """Closes a window that has told what it did."""
    return tr("Stäng")


def show_questions() -> str:
    """Shows what a merge left to choose between."""
    return tr("Avgör frågorna")


def postpone() -> str:
    """Leaves a question for later."""
    return tr("Skjut upp")
