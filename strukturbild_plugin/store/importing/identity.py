"""What an imported row is known by, this year and the next: an official id, else its name and place; never the file.

The identity of an object is computed from that (uuid5), so that the same row gives the same object whoever imports it.
Objects imported by earlier versions, which also counted the file's name, are known by that.
"""

from __future__ import annotations

import hashlib
import math
import re
import struct
import unicodedata
import uuid
from collections import Counter
from dataclasses import dataclass
from typing import Any, Mapping, Sequence

from ... import paths
from ...compat import GDAL_FAILED, ogr
from ...i18n import tr
from ..create.regions import folded, state_of
from ..gpkg.wkb import bounds, vertices
from .area import country_at, municipality_codes
from .request import NAME_AND_PLACE

_NAMESPACE = uuid.UUID("5a1c6f0e-2f0f-5c8e-9a55-3d0f6f1b7e21")

LOCALITY, MUNICIPALITY, COUNTY, UNIQUE, NUMBER, ROW_NUMBER = "tatort", "kommun", "lan", "uuid", "id", "radnummer"
_NAMES: Mapping[str, tuple[str, ...]] = {
    UNIQUE: (
        *("nvrid", "objektid", "lokalid", "inspireid", "inspirelokalid", "uuid", "guid", "globalid"),
        "objektidentitet",
    ),
    LOCALITY: ("tatortskod", "tatortkod", "tatkod", "tkod"),
    MUNICIPALITY: ("kommunkod", "kommunskod", "komkod", "knkod", "kommunnr", "kommunnummer", "kommunid"),
    COUNTY: ("lanskod", "lankod", "lnkod", "lansnr"),
    NUMBER: (
        *("platssignatur", "driftplatssignatur", "trafikplatssignatur", "signatur", "stopid", "hallplatsid"),
        *("hallplatsnr", "hallplatsnummer", "id", "identitet", "ident", "idnr", "nr", "nummer", "kod"),
    ),
    ROW_NUMBER: ("objectid", "fid", "ogcfid", "gid", "radnr", "radnummer"),
}
"""Columns that identify, the surest kind first; as letters and digits alone."""
_WIDTHS = {MUNICIPALITY: 4, COUNTY: 2}
_DIGITS = re.compile(r"^(\d+)(?:[.,]0+)?$")
_SURE = (UNIQUE, LOCALITY, MUNICIPALITY, COUNTY)
_MOST = 0.9
_MIN_CODES = 3


@dataclass(frozen=True)
class IdColumn:
    """The column that identifies rows; `kind` decides how its cells are read."""

    column: str
    kind: str
    why: str
    padded: bool = False
    """Whether zeros that a spreadsheet took away are put back."""

    @property
    def is_sure(self) -> bool:
        """Whether the id alone says that two rows are the same: an official code or a unique identifier."""
        return self.kind in _SURE

    def text(self, value: Any) -> str:
        """A cell as the id it means; '' when it is empty."""
        text = id_text(value)
        if self.kind == UNIQUE:
            return text.strip("{}").casefold()
        number = _DIGITS.match(text)
        if number is None:
            return text
        return number[1].zfill(_WIDTHS[self.kind]) if self.padded else number[1]

    def mark(self, value: Any, place: tuple[float, float]) -> str:
        """What a row with this cell, at `place` (EPSG:3006), is known by; '' when the cell is empty."""
        text = self.text(value)
        if not text:
            return ""
        if self.kind in _WIDTHS:  # Norway counts its municipalities with the same numbers as Sweden
            return f"{self.kind}|{country_at(*place)}|{text}"
        return f"{self.kind}|{text}" if self.is_sure else f"id|{plain_name(self.column)}|{text}"


def id_text(value: Any) -> str:
    """A cell as one line of text; whole numbers without '.0'."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(unicodedata.normalize("NFC", str("" if value is None else value)).split())


def plain_name(name: str) -> str:
    """The letters and digits of a column's name, without accents and case."""
    return "".join(sign for sign in folded(name) if sign.isalnum())


def id_column(
    columns: Sequence[str], rows: Sequence[Mapping[str, Any]], wanted: str, has_names: bool
) -> IdColumn | None:
    """The column that identifies the rows: the one `wanted`, else the surest; None when it is name and place.

    A number that the program counted rows with is used only when the rows have no names.
    """
    if wanted == NAME_AND_PLACE:
        return None
    if wanted:
        return _of_kind(wanted, _kind_of(wanted), [row.get(wanted) for row in rows], tr("enligt ditt val"))
    for kind, names in _NAMES.items():
        if kind == ROW_NUMBER and has_names:
            continue
        for name in names:
            for column in (each for each in columns if plain_name(each) == name):
                cells = [row.get(column) for row in rows]
                filled = [text for text in map(id_text, cells) if text]
                if filled and len(set(filled)) == len(filled):
                    return _of_kind(column, kind, cells, _why(kind))
    return None


def notes_on_ids(column: IdColumn, cells: Sequence[Any]) -> tuple[str, ...]:
    """What to tell of how the ids were read."""
    texts = [text for text in map(id_text, cells) if text]
    digits = [match[1] for match in map(_DIGITS.match, texts) if match]
    notes = []
    if column.padded and any(len(each) < _WIDTHS[column.kind] for each in digits):
        example = next(each for each in digits if len(each) < _WIDTHS[column.kind])
        notes.append(
            tr("Koderna i ”{kolumn}” har tappat inledande nollor; {kod} lästes som {rätt}.").format(
                kolumn=column.column, kod=example, rätt=column.text(example)
            )
        )
    known = set(digits)
    both = sorted(each for each in known if each.startswith("0") and each.lstrip("0") in known)
    if both:
        notes.append(
            tr("”{kolumn}” har både {ett} och {annat}; de räknas som olika. Rätta kolumnen om de är samma.").format(
                kolumn=column.column, ett=both[0].lstrip("0"), annat=both[0]
            )
        )
    if column.kind == ROW_NUMBER:
        notes.append(
            tr(
                "Raderna känns igen på ”{kolumn}”, som programmet räknar själv och som kan bli en annan nästa gång."
            ).format(kolumn=column.column)
        )
    return tuple(notes)


def identity(bild_id: str, klass: str, mark: str) -> str:
    """The objekt_id of what is known by `mark` in a picture, as a class."""
    return str(uuid.uuid5(_NAMESPACE, f"{bild_id}|{klass}|{mark}"))


def place_mark(name: str, shape: str) -> str:
    """What a row without an id is known by."""
    return f"plats|{unicodedata.normalize('NFC', name).casefold()}|{shape}"


def old_id_mark(file: str, value: Any) -> str:
    """What earlier versions knew a row with an id by; `file` is the name of the file it came from."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return f"{file}|{' '.join(str('' if value is None else value).split())}"


def old_place_mark(name: str, wkb: bytes) -> str:
    """What earlier versions knew a row without an id by: its name, its box and how many corners it has."""
    return f"{name}|{[round(edge) for edge in bounds(wkb) or ()]}|{len(wkb)}"


def shape_key(wkb: bytes) -> str:
    """What tells a shape (WKB, EPSG:3006) from every other, to the metre, wherever its rings begin."""
    digest = hashlib.sha256()
    for vertex in vertices(normal(wkb)):
        digest.update(struct.pack("<2q", *map(round, vertex)))
    return digest.hexdigest()[:32]


def normal(wkb: bytes) -> bytes:
    """The same shape with rings and parts begun and sorted in one way."""
    try:
        return bytes(ogr.CreateGeometryFromWkb(wkb).Normalize().ExportToIsoWkb())
    except GDAL_FAILED:
        return wkb


def shape_distance(before: bytes | None, after: bytes, same_m: float = 1.0) -> float:
    """Metres between two shapes: the largest move of a corner, or of the middle when they have other corners.

    0 when no corner differs by `same_m`; never less than that when something does.
    """
    if before is None:
        return same_m
    if before == after:
        return 0.0
    one, other = vertices(normal(before)), vertices(normal(after))
    if len(one) == len(other):
        largest = max(map(math.dist, one, other), default=0.0)
        return largest if largest >= same_m else 0.0
    return max(math.dist(middle(before), middle(after)), same_m)


def middle(wkb: bytes) -> tuple[float, float]:
    """The middle of a shape's extent."""
    west, south, east, north = bounds(wkb) or (math.inf,) * 4
    return (west + east) / 2, (south + north) / 2


def _of_kind(column: str, kind: str, cells: Sequence[Any], why: str) -> IdColumn:
    texts = [text for text in map(id_text, cells) if text]
    digits = [match[1] for match in map(_DIGITS.match, texts) if match]
    if kind == NUMBER and len(digits) == len(texts) and _are_municipalities(digits):
        kind = MUNICIPALITY
    if kind == NUMBER and texts and all(map(_is_uuid, texts)):
        kind = UNIQUE
    if kind == UNIQUE and digits:  # plain numbers are unique in one file only
        kind = NUMBER
    known = set(digits)
    both = any(each.startswith("0") and each.lstrip("0") in known for each in known)
    return IdColumn(column, kind, why, padded=kind in _WIDTHS and not both)


def _are_municipalities(digits: Sequence[str]) -> bool:
    """Whether numbers are municipality codes, with or without their first zeros."""
    known = municipality_codes(*state_of(paths.BASE_DATA))
    fitting = sum(each.zfill(4) in known for each in digits)
    return len(digits) >= _MIN_CODES and fitting >= _MOST * len(digits) and max(map(len, digits)) == 4


def _kind_of(column: str) -> str:
    return next((kind for kind, names in _NAMES.items() if plain_name(column) in names), NUMBER)


def _is_uuid(text: str) -> bool:
    try:
        uuid.UUID(text.strip("{}"))
    except ValueError:
        return False
    return True


def _why(kind: str) -> str:
    words = {
        LOCALITY: tr("tätortens kod"),
        MUNICIPALITY: tr("kommunens kod"),
        COUNTY: tr("länets kod"),
        UNIQUE: tr("en identitet som följer objektet"),
        NUMBER: tr("alla värden är olika"),
        ROW_NUMBER: tr("raderna har inga namn"),
    }
    return words[kind]


def repeated(marks: Sequence[str]) -> frozenset[str]:
    """The marks that more than one row has."""
    return frozenset(mark for mark, count in Counter(filter(None, marks)).items() if count > 1)
