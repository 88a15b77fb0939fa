"""The pages of the open strukturbild, as tabs of the dock. A new page is one line in `PAGES`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ...i18n import tr
from ..check_panel.check_page import CheckPage
from ..export_panel.edition_page import EditionPage
from ..object_panel.object_page import ObjectPage
from ..object_panel.overview_page import OverviewPage
from ..object_panel.pending_anchoring import PendingAnchoring
from ..steps.steps_page import StepsPage
from ..widgets.labels import icon
from ..widgets.responsive_tabs import ResponsiveTabs


@dataclass(frozen=True)
class DockTab:
    """`name`: the attribute of the dock that holds it. `make` gets the dock. `picture`: icon for a narrow dock."""

    name: str
    words: Callable[[], str]
    make: Callable[[Any], Any]
    picture: str


def _object_page(dock: Any) -> ObjectPage:
    waiting = PendingAnchoring(dock.bench, dock.studio, dock.facts, dock)
    return ObjectPage(dock.studio, dock.facts, waiting, dock)


PAGES = (
    DockTab("steps", lambda: tr("Steg"), StepsPage, "sida_steg"),
    DockTab("object_page", lambda: tr("Objekt"), _object_page, "sida_objekt"),
    DockTab("overview", lambda: tr("Innehåll"), OverviewPage, "sida_innehall"),
    DockTab("check_page", lambda: tr("Granska"), CheckPage, "granska"),
    DockTab("edition_page", lambda: tr("Utgåva"), EditionPage, "utgava"),
)


def make_tabs(dock: Any) -> ResponsiveTabs:
    """Make every page, an attribute of `dock` each, and the tabs that hold them."""
    tabs = ResponsiveTabs(dock)
    for page in PAGES:
        widget = page.make(dock)
        setattr(dock, page.name, widget)
        widget.setMinimumSize(1, 1)  # a wide or high page must not push the dock off a small screen
        tabs.add_page(widget, page.words(), icon(page.picture))
    return tabs
