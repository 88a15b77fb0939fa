"""What an edition can hold, declared once: dialog, Processing, naming, manifest and verification read this table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping

from ..catalogue.model import Text

MAP, PREVIEW, DELIVERY, PAGE = "karta", "bild", "leverans", "webb"
GEOPDF, SVG, PICTURE, SLIDE = "geopdf", "svg", "png", "bildspel"


@dataclass(frozen=True)
class Format:
    """One kind of file."""

    code: str
    name: Text
    about: Text
    """What it is for, in a few words."""
    ending: str
    per_sheet: bool = False
    """Made of every sheet (kind and paper) of every picture."""
    standard: bool = False
    """Part of an edition when nothing else is asked for."""


FORMATS: Mapping[str, Format] = {
    one.code: one
    for one in (
        Format(
            MAP,
            Text("Karta, PDF", "Map, PDF"),
            Text("för tryck och läsning, med sökbar text", "for print and reading, with live text"),
            ".pdf",
            per_sheet=True,
            standard=True,
        ),
        Format(
            GEOPDF,
            Text("Karta med lager, GeoPDF", "Map with layers, GeoPDF"),
            Text("tänd och släck lager, mät och läs koordinater", "switch layers, measure and read coordinates"),
            ".pdf",
            per_sheet=True,
        ),
        Format(
            SVG,
            Text("Karta att formge vidare, SVG", "Map for further design, SVG"),
            Text("lager och text att ändra i Illustrator", "layers and text to edit in Illustrator"),
            ".svg",
            per_sheet=True,
        ),
        Format(
            PICTURE,
            Text("Karta som bild, PNG", "Map as a picture, PNG"),
            Text("för webb och dokument, i vald bredd", "for web and documents, as wide as you choose"),
            ".png",
            per_sheet=True,
        ),
        Format(
            SLIDE,
            Text("Bild till bildspel, 1920 × 1080", "Slide, 1920 × 1080"),
            Text("kartan satt för en skärm i 16:9", "the map set for a 16:9 screen"),
            ".png",
        ),
        Format(
            PREVIEW,
            Text("Förhandsbild", "Preview"),
            Text("liten bild av första kartbladet", "a small picture of the first sheet"),
            ".png",
            standard=True,
        ),
        Format(
            DELIVERY,
            Text("Data, GeoPackage", "Data, GeoPackage"),
            Text("att lämna till kommuner och grannar", "for municipalities and neighbours"),
            ".gpkg",
            standard=True,
        ),
        Format(
            PAGE,
            Text("Webbsida", "Web page"),
            Text("objekt, mål och teckenförklaring", "objects, goals and legend"),
            ".html",
            standard=True,
        ),
    )
}

STANDARD = tuple(code for code, one in FORMATS.items() if one.standard)
"""What an edition holds when nothing else is asked for."""

BY_ENDING: Mapping[str, str] = {".pdf": MAP, ".png": PREVIEW, ".svg": SVG, ".gpkg": DELIVERY, ".html": PAGE}
"""How a file is looked at when no manifest says what it is."""
