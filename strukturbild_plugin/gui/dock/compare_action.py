"""The window that tells what is new since an edition or another file."""

from __future__ import annotations

from typing import Protocol

from ...i18n import tr
from ..comparing.comparison_controller import ComparisonController
from ..comparing.comparison_dialog import ComparisonDialog
from ..earlier_states.states_controller import StatesController
from ..session.picture_themes import PictureThemes
from ..session.session import Session
from .file_actions import FileActions
from .prompts import saved_first


class CompareHost(Protocol):
    """The dock, as far as comparing knows it."""

    session: Session
    files: FileActions
    states: StatesController
    pictures: PictureThemes


def compare(dock: CompareHost, edition: int = 0) -> None:
    """What is new since an edition of what is open, or another file; 0: since the latest edition."""
    session, window = dock.session, dock.files.window
    there = next((one for one in window.findChildren(ComparisonDialog) if one.isVisible()), None)
    if session.opened is None:
        session.messages.warn(tr("Öppna en strukturbild först."))
    elif there is not None:
        there.show_edition(edition)
        there.raise_()
    elif saved_first(session, window, tr("Det som är sparat jämförs.")):
        ComparisonDialog(ComparisonController(session, dock.states), dock.pictures, edition, window).show()
