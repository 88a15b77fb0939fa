"""Paper, margins and type scale: where map and texts lie on a sheet. All lengths in millimetres, type in points.

The proportions are ours; A sizes are ISO 216; the slide is PowerPoint's and LibreOffice's 16:9.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import Mapping

from ...errors import ExportError
from ...i18n import tr

ISO_A: Mapping[str, tuple[float, float]] = {
    "A0": (1189.0, 841.0),
    "A1": (841.0, 594.0),
    "A2": (594.0, 420.0),
    "A3": (420.0, 297.0),
    "A4": (297.0, 210.0),
}
"""Landscape width and height by paper name."""

UPRIGHT = "-staende"
PAPERS: Mapping[str, tuple[float, float]] = {
    **ISO_A,
    **{f"{name}{UPRIGHT}": (height, width) for name, (width, height) in ISO_A.items()},
    "rollup": (850.0, 2000.0),
    "bild16x9": (338.7, 190.5),
}
"""Width and height by code. Any other size is given as 'breddxhöjd' in millimetres: '700x1000'."""

DEFAULT_PAPER = "A3"

_CUSTOM_SIZE = re.compile(r"(\d{2,5})\s*[xX×]\s*(\d{2,5})\Z")
_MIN_SIDE_MM, _MAX_SIDE_MM = 148, 5000
_A3_MEAN_SIDE_MM = math.sqrt(420.0 * 297.0)
_MARGIN_SHARE = 0.0262
_SIDE_SHARE = 0.252
_UPRIGHT_SHARE = 0.34
_GUTTER_SHARE = 0.0205
_MIN_SCREEN_ASPECT, _SCREEN_SIDE_SHARE = 1.6, 0.34
"""From which width by height a sheet is a screen's, and the share its column takes: the map has width to spare."""
_MIN_FACTOR, _SCREEN_FACTOR = 0.78, 0.9
"""A sheet in the hand is read as near whatever its size; on a screen small type is lost."""
_MIN_POSTER_FACTOR = 1.3
"""From which factor a sheet hangs on a wall."""
_MIN_MARK_GAP_MM, MARK_LENGTH_MM, _MARK_MARGIN_MM = 3.0, 5.0, 1.0
"""Millimetres from the trimmed edge to a crop mark (more when the bleed is wider), its length, and air outside it."""


@dataclass(frozen=True)
class PageBox:
    """A rectangle on the page, mm from its upper left corner."""

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

    def lowered(self, length: float) -> PageBox:
        """The same box `length` mm further down."""
        return PageBox(self.x, self.y + length, self.width, self.height)

    def grown(self, length: float) -> PageBox:
        """The box with `length` mm more on every side."""
        return PageBox(self.x - length, self.y - length, self.width + 2 * length, self.height + 2 * length)


@dataclass(frozen=True)
class Page:
    """A sheet within its margins (mm), and the factor its type and rules are scaled by (1 on A3).

    Positions are counted from the corner of the PDF's page (MediaBox), which is larger than the paper when there is
    something outside the trimmed edge.
    """

    paper: str
    """Code, also used in file names."""
    name: str
    """As printed: 'A3', '850 × 2000 mm'."""
    width: float
    """Of the paper when it is trimmed."""
    height: float
    inner: PageBox
    gutter: float
    factor: float
    side_share: float = _SIDE_SHARE
    """Share of the width that the column beside the map takes when the sheet lies down."""
    bleed: float = 0.0
    """How far colour runs out beyond the trimmed edge."""
    marks: bool = False
    """Whether there are crop marks."""

    @property
    def is_read_from_afar(self) -> bool:
        """Whether it is read from further away than a sheet in the hand: a poster or a screen."""
        return self.factor >= _MIN_POSTER_FACTOR or self.is_screen

    @property
    def is_screen(self) -> bool:
        """Whether it is shaped as a screen."""
        return self.width >= _MIN_SCREEN_ASPECT * self.height

    @property
    def slug(self) -> float:
        """From the edge of the PDF's page to the trimmed edge."""
        return self.mark_gap + MARK_LENGTH_MM + _MARK_MARGIN_MM if self.marks else self.bleed

    @property
    def mark_gap(self) -> float:
        """From the trimmed edge to where a crop mark begins: a mark must not stand in the bleed."""
        return max(_MIN_MARK_GAP_MM, self.bleed + 1.0)

    @property
    def trimmed(self) -> PageBox:
        """The paper when it is trimmed."""
        return PageBox(self.slug, self.slug, self.width, self.height)

    @property
    def media(self) -> tuple[float, float]:
        """Width and height of the PDF's page."""
        return self.width + 2 * self.slug, self.height + 2 * self.slug

    @property
    def upright(self) -> bool:
        """Whether texts lie above and under the map; else they stand in a column to its right."""
        return self.height > self.width

    @property
    def side(self) -> PageBox:
        """The column beside the maps; wider on a sheet that stands, which is narrow, and on a screen, which is low."""
        least = _UPRIGHT_SHARE if self.upright else _SCREEN_SIDE_SHARE if self.is_screen else 0.0
        width = round(max(self.side_share, least) * self.width, 1)
        return PageBox(self.inner.right - width, self.inner.y, width, self.inner.height)

    @property
    def map(self) -> PageBox:
        """The map of a sheet that lies down."""
        return PageBox(self.inner.x, self.inner.y, self.inner.width - self.gutter - self.side.width, self.inner.height)


def page_of(paper: str = "A3") -> Page:
    """Page size, margins and type factor of a paper: a code of `PAPERS`, or 'breddxhöjd' in mm (148 to 5000).

    Raises ExportError if it is neither.
    """
    code, width, height = _size(paper)
    longer = max(width, height)
    margin, gutter = round(_MARGIN_SHARE * longer, 1), round(_GUTTER_SHARE * longer, 1)
    inner = PageBox(margin, margin, width - 2 * margin, height - 2 * margin)
    name = code.partition("-")[0] if code.startswith("A") else f"{width:g} × {height:g} mm".replace(".", ",")
    return Page(code, name, width, height, inner, gutter, _factor(width, height))


def _factor(width: float, height: float) -> float:
    """The type of a sheet against that of A3: a poster is read from as much further away as it is larger."""
    size = math.sqrt(width * height) / _A3_MEAN_SIDE_MM
    if size >= 1.0:
        return size
    return max(_SCREEN_FACTOR if width >= _MIN_SCREEN_ASPECT * height else _MIN_FACTOR, size**0.8)


def with_bleed(page: Page, bleed: float = 0.0, marks: bool = False) -> Page:
    """The page with a bleed (mm beyond the trimmed edge) and crop marks; what stands on the paper stays as it is."""
    made = replace(page, bleed=bleed, marks=marks)
    return replace(made, inner=replace(page.inner, x=page.inner.x + made.slug, y=page.inner.y + made.slug))


def paper_name(code: str) -> str:
    """The name of a paper in menus, from its code in `PAPERS`."""
    if code in ISO_A:
        return tr("{paper} liggande").format(paper=code)
    if code.endswith(UPRIGHT):
        return tr("{paper} stående").format(paper=code[: -len(UPRIGHT)])
    return {"rollup": tr("Roll-up, 850 × 2000 mm"), "bild16x9": tr("Bildspel, 16:9")}.get(code, code)


def _size(paper: str) -> tuple[str, float, float]:
    for code, (width, height) in PAPERS.items():
        if code.lower() == paper.strip().lower():
            return code, width, height
    free = _CUSTOM_SIZE.match(paper.strip())
    if free:
        width, height = int(free.group(1)), int(free.group(2))
        if all(_MIN_SIDE_MM <= side <= _MAX_SIDE_MM for side in (width, height)):
            return f"{width}x{height}", float(width), float(height)
    known = ", ".join(PAPERS)
    raise ExportError(
        tr(
            "Pappret {paper} finns inte. Välj något av {known}, eller ange bredd och höjd i millimeter, till exempel "
            "700x1000 (148 till 5000)."
        ).format(paper=paper, known=known)
    )
