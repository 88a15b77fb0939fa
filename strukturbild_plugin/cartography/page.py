"""Paper, margins and type scale: where map and side column lie on a sheet. All lengths in millimetres, type in points.

The proportions are ours; A sizes are ISO 216.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping

from ..errors import ExportError
from ..i18n import tr

ISO_A: Mapping[str, tuple[float, float]] = {
    "A0": (1189.0, 841.0),
    "A1": (841.0, 594.0),
    "A2": (594.0, 420.0),
    "A3": (420.0, 297.0),
    "A4": (297.0, 210.0),
}
"""Landscape width and height by paper name."""

_A3_WIDTH = 420.0
_MARGIN_SHARE = 0.0262
_SIDE_SHARE = 0.252
_GUTTER_SHARE = 0.0205


@dataclass(frozen=True)
class Box:
    """A rectangle on the page, from its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height


@dataclass(frozen=True)
class Page:
    """A sheet with its map, its side column and the factor its type and rules are scaled by (1 on A3)."""

    paper: str
    width: float
    height: float
    map: Box
    side: Box
    factor: float


def landscape_page(paper: str = "A3") -> Page:
    """Lay out `paper` ('A0'-'A4') in landscape: map to the left, side column to the right. ExportError if unknown."""
    if paper not in ISO_A:
        known = ", ".join(ISO_A)
        raise ExportError(tr("Pappret {paper} finns inte. Välj något av {known}.").format(paper=paper, known=known))
    width, height = ISO_A[paper]
    margin, gutter, side = (round(share * width, 1) for share in (_MARGIN_SHARE, _GUTTER_SHARE, _SIDE_SHARE))
    inner_height = height - 2 * margin
    map_box = Box(margin, margin, width - 2 * margin - gutter - side, inner_height)
    side_box = Box(map_box.right + gutter, margin, side, inner_height)
    return Page(paper, width, height, map_box, side_box, factor=max(0.78, (width / _A3_WIDTH) ** 0.8))
