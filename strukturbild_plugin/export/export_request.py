"""The request for an edition."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from ..cartography.typography.page import DEFAULT_PAPER
from ..catalogue.plan_standard import PlanStandard
from .formats import STANDARD
from .image.image_writer import DEFAULT_WIDTH_PX
from .sheet_options import PLAIN, SheetOptions

NO_LAYOUT = "-"
"""Said instead of a layout: the program's own sheet, also when the strukturbild carries a layout along."""


EarlierEdition = Callable[[int], "AbstractContextManager[tuple[int, Path] | None]"]
"""Gives number and strukturbild of the edition before the one of a number, or None; raises StoreError."""


@dataclass(frozen=True)
class ExportRequest:
    """The settings of an export: content, formats, folder and who makes it."""

    folder: Path
    bild_id: str = ""
    """Id or name of the one picture to draw; '' draws every picture that has objects."""
    formats: tuple[str, ...] = STANDARD
    """Codes of `formats.FORMATS`; the manifest always comes with them."""
    author: str = ""
    """Author in the PDF; '' takes the organisation of the strukturbild."""
    paper: str = DEFAULT_PAPER
    """A code of `cartography.page.PAPERS`, or 'breddxhöjd' in millimetres."""
    kind: str = "karta"
    """The kind of sheet: a code of `sheet_kinds.KINDS`."""
    kinds: tuple[str, ...] = ()
    """Further kinds of sheet, on the same papers."""
    papers: tuple[str, ...] = ()
    """Further papers that the maps are printed on."""
    options: SheetOptions = PLAIN
    """Bleed, crop marks, grid and locator map."""
    layout: str = ""
    """A layout of the user's own for the kind of sheet that its name begins with, else 'karta': its name in the
    strukturbild, or the path of a .qpt; '' takes those that the strukturbild carries; `NO_LAYOUT` for none."""
    picture_width: int = DEFAULT_WIDTH_PX
    """Width in pixels of the map as a picture (format 'png')."""
    standard: PlanStandard | None = None
    """Whose categories the objects of the delivery get."""
    earlier: EarlierEdition | None = None
    """Where the edition before is found, for what is new on the web page; None: the page says nothing of it."""
    who: str = ""
    """Who makes the edition, for the log of the strukturbild; never written into the files."""
