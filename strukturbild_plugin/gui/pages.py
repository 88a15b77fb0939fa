"""The pages of the open strukturbild, as tabs of the dock. A new page is one line in `PAGES`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtWidgets import QTabWidget

from ..i18n import tr
from .check_page import CheckPage
from .edition_page import EditionPage
from .object_page import ObjectPage
from .overview_page import OverviewPage
from .steps_page import StepsPage


@dataclass(frozen=True)
class Page:
    """`name`: the attribute of the dock that holds it. `make` gets the dock."""

    name: str
    words: Callable[[], str]
    make: Callable[[Any], Any]


PAGES = (
    Page("steps", lambda: tr("Steg"), StepsPage),
    Page("object_page", lambda: tr("Objekt"), lambda dock: ObjectPage(dock.studio, dock.facts, dock)),
    Page("overview", lambda: tr("Innehåll"), OverviewPage),
    Page("check_page", lambda: tr("Granska"), CheckPage),
    Page("edition_page", lambda: tr("Utgåva"), EditionPage),
)


def make_tabs(dock: Any) -> QTabWidget:
    """Make every page, an attribute of `dock` each, and the tabs that hold them."""
    tabs = QTabWidget(dock)
    tabs.setDocumentMode(True)
    for page in PAGES:
        widget = page.make(dock)
        setattr(dock, page.name, widget)
        widget.setMinimumWidth(1)  # a wide form must not push the dock off a small screen
        tabs.addTab(widget, page.words())
    return tabs
