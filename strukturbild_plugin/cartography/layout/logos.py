"""The regions' logos on a sheet: read from bytes, made harmless, set in a row at equal visual weight.

SVG stays vector. A PNG is the one kind of picture that a sheet may hold.
"""

from __future__ import annotations

import base64
import contextlib
import math
from dataclasses import dataclass
from typing import Iterator, Sequence

from qgis.core import QgsLayout, QgsLayoutItemPicture

from ...errors import CatalogueError, ExportError
from ...i18n import tr
from ...sanitize import png, svg
from ...sanitize.content import ContentError, Removed
from ..symbol_sets.profile import read_profile
from ..symbol_sets.symbol_set_library import PROFILE, CarriedFile
from ..typography.typeset import place

LOGO_ID = "logotyp"
"""Kind of attachment, and how the items on the sheet are called."""
_AREA_MM2 = 230.0
"""Square millimetres that each logo covers on A3: a wide one becomes lower, a square one higher, all equally strong."""
_MAX_HEIGHT_MM, _MIN_HEIGHT_MM, _MAX_WIDTH_MM = 16.0, 5.0, 48.0
_GAP_MM = 7.0


@dataclass(frozen=True)
class Logo:
    """A logo, ready to be drawn."""

    namn: str
    content: bytes
    """Clean SVG, or PNG."""
    vector: bool
    aspect: float
    """Width by height."""
    removed: tuple[Removed, ...] = ()
    """What is drawn in the file and not here, or could have done harm."""

    def notice(self) -> str:
        """A sentence about what is removed and what to do; '' when nothing is."""
        if not self.removed:
            return ""
        parts = ", ".join(dict.fromkeys(each.what for each in self.removed))
        sentence = tr(
            "Logotypen {name} ritas utan {parts}. Gör om allt i den till kurvor (konturer) i ritprogrammet, eller "
            "spara den som PNG, och läs in den igen."
        )
        return sentence.format(name=self.namn, parts=parts)


def read_logo(name: str, content: bytes, carried: bool = False) -> Logo:
    """Read and clean a logo (SVG or PNG). Raises ExportError with what is wrong and what to do.

    `carried`: a strukturbild has it already. Text and embedded images, with which a new one is refused, are left out.
    """
    vector = name.lower().endswith(".svg")
    if not vector and not name.lower().endswith(".png"):
        raise ExportError(tr("Logotypen {name} ska vara en SVG- eller PNG-fil.").format(name=name))
    try:
        clean = svg.clean(content, leave_out_text=carried) if vector else png.clean(content)
        width, height = (svg if vector else png).size(clean.content)
    except ContentError as error:
        raise ExportError(tr("Logotypen {name} kan inte användas. {why}").format(name=name, why=error)) from error
    return Logo(name, clean.content, vector, width / height, tuple(each for each in clean.removed if each.sentence))


def carried_logos(attachments: Sequence[CarriedFile]) -> tuple[Logo, ...]:
    """The logos among a strukturbild's attachments, those that its profile names first.

    One that cannot be used is left out; `logo_notices` says so.
    """
    return tuple(each for each in _read_carried(attachments) if isinstance(each, Logo))


def logo_notices(attachments: Sequence[CarriedFile]) -> tuple[str, ...]:
    """In sentences, what of a strukturbild's logos is not drawn, and what to do."""
    left_out = tr("{why} Kartbladen görs utan den.")
    told = (
        each.notice() if isinstance(each, Logo) else left_out.format(why=each) for each in _read_carried(attachments)
    )
    return tuple(filter(None, told))


def _read_carried(attachments: Sequence[CarriedFile]) -> Iterator[Logo | ExportError]:
    order: list[str] = []
    for each in attachments:
        if each.slag == PROFILE:
            with contextlib.suppress(CatalogueError):  # load_symbol_set says what is wrong with it
                order.extend(read_profile(each.innehall, each.namn).logotyper)
    logos = [each for each in attachments if each.slag == LOGO_ID]
    logos.sort(key=lambda each: (order.index(each.namn) if each.namn in order else len(order), each.namn))
    for each in logos:
        try:
            yield read_logo(each.namn, each.innehall, carried=True)
        except ExportError as error:
            yield error


def logo_sizes(logos: Sequence[Logo], factor: float, width: float) -> list[tuple[float, float]]:
    """Width and height of each logo in mm: the same area each, all smaller together when the row is too long."""
    sizes = []
    for logo in logos:
        high = math.sqrt(_AREA_MM2 / logo.aspect)
        high = max(_MIN_HEIGHT_MM, min(_MAX_HEIGHT_MM, high, _MAX_WIDTH_MM / logo.aspect)) * factor
        sizes.append((high * logo.aspect, high))
    whole = sum(each for each, _high in sizes)
    room = width - _GAP_MM * factor * (len(sizes) - 1)
    shrink = min(1.0, room / whole) if whole and room > 0 else 1.0
    return [(wide * shrink, high * shrink) for wide, high in sizes]


@dataclass(frozen=True)
class LogoRow:
    """Logos beside each other, standing on one line, with the row's space above."""

    logos: tuple[Logo, ...]
    factor: float
    space: float

    def height(self, width: float) -> float:
        """Height in mm when set `width` mm wide."""
        return self.space + max(high for _wide, high in logo_sizes(self.logos, self.factor, width))

    def draw(self, layout: QgsLayout, x: float, y: float, width: float) -> None:
        """Draw the row from (x, y)."""
        foot = y + self.height(width)
        for logo, (wide, high) in zip(self.logos, logo_sizes(self.logos, self.factor, width)):
            _put(layout, logo, x, foot - high, wide, high)
            x += wide + _GAP_MM * self.factor


def _put(layout: QgsLayout, logo: Logo, x: float, y: float, width: float, height: float) -> None:
    item = QgsLayoutItemPicture(layout)
    formats = QgsLayoutItemPicture.Format
    # Carried in the layout itself, so that it is still there when the layout is opened elsewhere.
    item.setPicturePath(
        "base64:" + base64.b64encode(logo.content).decode("ascii"),
        formats.FormatSVG if logo.vector else formats.FormatRaster,
    )
    place(layout, item, x, y, width, height, f"{LOGO_ID} {logo.namn}")
