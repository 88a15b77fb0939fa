"""What a sheet may carry beside its content: bleed and crop marks for the printer, a grid, a locator map."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import ExportError
from ..i18n import tr

MAX_BLEED_MM = 20.0
"""Millimetres. Printers ask for 3 to 5."""


@dataclass(frozen=True)
class SheetOptions:
    """The options of a sheet; as they are by default nothing is added."""

    bleed_mm: float = 0.0
    """Bleed: how far, in mm, paper colour and map run out beyond the trimmed edge."""
    crop_marks: bool = False
    """Crop marks outside the trimmed edge. The page of the PDF then is larger than the paper."""
    grid: bool = False
    """Coordinate grid, SWEREF 99 TM: ticks and numbers along the map's edges."""
    locator_map: bool = False
    """A small map of Sweden with the area marked."""


PLAIN = SheetOptions()
"""Nothing added."""


def checked(options: SheetOptions) -> SheetOptions:
    """The options as they are. ExportError when the bleed is not a length a printer can use."""
    if not 0.0 <= options.bleed_mm <= MAX_BLEED_MM:
        raise ExportError(
            tr("Utfallet {mm} mm går inte att använda. Ange 0 till {most} mm; tryckerier brukar vilja ha 3.").format(
                mm=f"{options.bleed_mm:g}", most=f"{MAX_BLEED_MM:g}"
            )
        )
    return options
