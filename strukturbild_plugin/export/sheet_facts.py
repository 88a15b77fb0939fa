"""What a sheet shows: known when it is composed, completed when it is written, and what its files are held against."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .stamp import EditionStamp

if TYPE_CHECKING:
    from ..cartography.layout.sheet_texts import SheetTexts


@dataclass(frozen=True)
class SheetFacts:
    """What every file made of the sheet must show. Lengths in millimetres."""

    title: str
    stamp: EditionStamp
    width_mm: float
    """Of the PDF's page, with what lies outside the trimmed edge."""
    height_mm: float
    node_names: tuple[str, ...] = ()
    """Names of the nodes that the maps show, largest first in the order of the snapshot."""
    legend: tuple[str, ...] = ()
    """The legends' row texts, in order, each once."""
    typeface: str = ""
    """Start of the family name every font must have; '' leaves the fonts to themselves."""
    drawn_labels: tuple[str, ...] | None = None
    """Every label that the maps have placed; None until the sheet is written."""
    pages: int = 1
    paper: str = ""
    scale: float = 0.0
    """Of the first map."""
    texts: SheetTexts | None = None
    """Of the first page."""
    trim_mm: float = 0.0
    """From the edge of the PDF's page to the trimmed edge, on all sides: the TrimBox lies that far in."""
    bleed_mm: float = 0.0
    """How far colour runs out beyond the trimmed edge: the BleedBox lies `trim_mm - bleed_mm` in."""
    name_share: float = 1.0
    """Share of `placed_names` that must be found."""
    images: int = 0
    """How many raster images there may be: the logos."""
    shortened: bool = False
    """Whether the introduction is cut, for want of room."""
    borrowed_signs: frozenset[str] = frozenset()
    """Signs that `typeface` does not have, and that come out in another one."""

    @property
    def placed_names(self) -> tuple[str, ...]:
        """The node names that must stand on the map: those that found room."""
        return self.node_names if self.drawn_labels is None else self._names(placed=True)

    @property
    def unplaced_names(self) -> tuple[str, ...]:
        """The node names that found no room; none until the sheet is written."""
        return () if self.drawn_labels is None else self._names(placed=False)

    def of_one_page(self) -> SheetFacts:
        """What each page of several must show: the stamp."""
        return replace(self, title="", node_names=(), legend=(), pages=1)

    def _names(self, placed: bool) -> tuple[str, ...]:
        drawn = set(self.drawn_labels or ())
        return tuple(name for name in self.node_names if (name in drawn) == placed)
