"""Where maps and texts may be on a sheet: the rectangles that `arrange.py` fills and `compose.py` draws."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..typography.page import Page, PageBox
from ..typography.text_style import TextColours
from .blocks import ColumnBlock, Columns
from .sheet_texts import SheetTexts, caption

LOCATOR_HEIGHT_MM, LOCATOR_ASPECT = 36.0, 0.43
"""Height in mm, on A3, of the map of Sweden, and its width by its height: that of the country."""


@dataclass(frozen=True)
class MapFrames:
    """What is to be seen beside the texts."""

    count: int = 1
    """How many maps, all of the same area and size."""
    aspect: float = 1.0
    """Width by height of the area that they show."""
    locator: bool = False
    """Whether there is a map of Sweden."""


@dataclass(frozen=True)
class LayoutVariant:
    """One setting: which sections stand beside the map, and the type factor."""

    legend: bool
    listing: bool
    factor: float
    sign: float = 1.0
    """How large the signs of the legend are against those on the map."""
    side: float = 0.0
    """Share of the width for a column that is wider than the page's own; 0 for the page's own."""
    columns: int = 3
    """How many columns a legend beside the map may take."""


@dataclass(frozen=True)
class Arrangement:
    """Where maps, texts and scale go, and by which variant: what it leaves out continues on the next page."""

    maps: tuple[PageBox, ...]
    stacks: tuple[tuple[PageBox, tuple[ColumnBlock, ...]], ...]
    columns: tuple[tuple[PageBox, Columns], ...]
    scale: PageBox
    locator: PageBox | None
    variant: LayoutVariant
    shortened: bool = False
    """Whether the introduction is cut: all of it found no room."""

    def visible_width(self, aspect: float) -> float:
        """How wide, in mm, an area of that aspect is on each map: the measure of a good arrangement."""
        return min((min(box.width, box.height * aspect) for box in self.maps), default=0.0)


def map_frames(
    box: PageBox, page: Page, texts: SheetTexts, colours: TextColours, frames: MapFrames
) -> tuple[tuple[PageBox, ...], tuple[tuple[PageBox, tuple[ColumnBlock, ...]], ...]]:
    """The room for maps parted between them: side by side, or above each other on paper that stands; their captions."""
    if frames.count == 1:
        return (box,), ()
    gaps = page.gutter * (frames.count - 1)
    boxes, captions = [], []
    for place in range(frames.count):
        if page.upright:
            height = (box.height - gaps) / frames.count
            part = replace(box, y=box.y + place * (height + page.gutter), height=height)
        else:
            width = (box.width - gaps) / frames.count
            part = replace(box, x=box.x + place * (width + page.gutter), width=width)
        heading = caption(texts.captions[place] if place < len(texts.captions) else "", colours, page.factor)
        head = heading.height(part.width)
        captions.append((replace(part, height=head), (heading,)))
        boxes.append(replace(part, y=part.y + head, height=part.height - head))
    return tuple(boxes), tuple(captions)


_LOCATOR_MARGIN_MM = 6.0


@dataclass(frozen=True)
class ColumnFooter:
    """The foot of a column: edition and sources, perhaps with the map of Sweden to their right."""

    blocks: tuple[ColumnBlock, ...]
    width: float
    """Of the texts."""
    height: float
    locator: tuple[float, float] | None
    above: float = 0.0
    """How far above the foot the map of Sweden stands when there is no room beside it, in mm; 0 for beside."""

    @property
    def taken(self) -> float:
        """The height of foot and map of Sweden together."""
        return self.height + (self.locator[1] + _LOCATOR_MARGIN_MM if self.locator and self.above else 0.0)

    def placed(self, x: float, bottom: float, width: float) -> tuple[PageBox, PageBox | None]:
        """The texts' box and the locator's, in a column `width` mm wide that ends at `bottom`."""
        texts = PageBox(x, bottom - self.height, self.width, self.height)
        if self.locator is None:
            return texts, None
        wide, high = self.locator
        if self.above:
            return texts, PageBox(x, texts.y - self.above - high, wide, high)
        return texts, PageBox(x + width - wide, bottom - high, wide, high)
