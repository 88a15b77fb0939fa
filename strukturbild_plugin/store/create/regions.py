"""The Swedish regions one can make a strukturbild of, from the base data, found the way people write them."""

from __future__ import annotations

import contextlib
import difflib
import re
import sqlite3
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Iterator, Mapping, Sequence

from ... import paths
from ...errors import StoreError
from ...i18n import tr
from ..gpkg.wkb import from_blob

_CODE = re.compile(r"^(\d{1,2})(?!\d)[\s:.,–-]*(.*)$")
_OTHER_NAMES = {
    "sormland": "04",
    "region sormland": "04",
    "vastra gotalandsregionen": "14",
    "vgr": "14",
    "jamtland harjedalen": "23",
    "region jamtland harjedalen": "23",
}
"""Names the regions themselves use, folded -> län code."""


@dataclass(frozen=True)
class Region:
    """A län. `wkb`: multipolygon, EPSG:3006, wide enough to hold its harbour towns and lake shores."""

    kod: str
    namn: str
    wkb: bytes


def all_regions() -> tuple[Region, ...]:
    """The 21 län, by code. Raises StoreError when the base data is missing or damaged."""
    return _read(*state_of(paths.BASE_DATA))


def municipality_names() -> Mapping[str, str]:
    """The name of each of Sweden's municipalities by its code of four digits; none when the base data are missing."""
    try:
        return _municipalities(*state_of(paths.BASE_DATA))
    except StoreError:
        return {}


def area_names() -> Mapping[str, str]:
    """The name of each län ('17') and of Sweden and the countries around it ('NO'); none without base data."""
    try:
        return _areas(*state_of(paths.BASE_DATA))
    except StoreError:
        return {}


@lru_cache(maxsize=1)
def _areas(_path: str, _changed: int) -> Mapping[str, str]:
    with base_data() as database:
        counties = database.execute("SELECT lan_kod, namn FROM lan").fetchall()
        countries = database.execute("SELECT iso, namn FROM grannlander").fetchall()
    return {"SE": "Sverige", **{str(code): str(name) for code, name in (*countries, *counties)}}


def municipalities_of(lan: Sequence[str]) -> dict[str, str]:
    """The municipalities of the län with these codes: name by code, län by län in the order of their codes."""
    names = municipality_names()
    return {code: names[code] for one in lan for code in sorted(names) if code[:2] == one}


@lru_cache(maxsize=1)
def _municipalities(_path: str, _changed: int) -> Mapping[str, str]:
    with base_data() as database:
        return {str(code): str(name) for code, name in database.execute("SELECT kommun_kod, namn FROM kommuner")}


def find_regions(wanted: Sequence[str]) -> tuple[Region, ...]:
    """The län meant by codes or names ("17", "17 Värmland", "Värmland", "varmlands lan", "17,18"), in the order asked.

    Each comes once. Raises StoreError, which names every part that is no län with the nearest names.
    """
    texts = [part.strip() for each in _listed(wanted) for part in re.split(r"[,;\n]", each) if part.strip()]
    if not texts:
        raise StoreError(tr("Ange minst ett län, med kod eller namn. Exempel: 17 eller Värmland."))
    regions = {region.kod: region for region in all_regions()}
    found: list[str] = []
    problems: list[str] = []
    for text in texts:
        code, problem = _match(text, regions)
        if problem:
            problems.append(problem)
        else:
            found.append(code)
    if problems:
        raise StoreError(" ".join(problems))
    return tuple(regions[code] for code in dict.fromkeys(found))


def folded(text: str) -> str:
    """`text` without accents, case and doubled blanks, for comparing what people write."""
    plain = unicodedata.normalize("NFKD", text.strip().casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


@contextlib.contextmanager
def base_data() -> Iterator[sqlite3.Connection]:
    """The base data, opened so that its bytes never change. StoreError when it is missing or damaged."""
    path = Path(paths.BASE_DATA)
    if not path.is_file():
        raise StoreError(
            tr("Kartunderlaget {path} saknas. Installera om insticksprogrammet, eller kör `make base`.").format(
                path=path
            )
        )
    try:
        with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True)) as database:
            yield database
    except sqlite3.DatabaseError as error:
        raise StoreError(
            tr("Kartunderlaget {path} är skadat. Installera om insticksprogrammet, eller kör `make base`.").format(
                path=path
            )
        ) from error


def state_of(path: Path) -> tuple[str, int]:
    """What tells one base data file from another: its path and when it changed."""
    return str(path), path.stat().st_mtime_ns if path.is_file() else 0


@lru_cache(maxsize=2)
def _read(_path: str, _changed: int) -> tuple[Region, ...]:
    with base_data() as database:
        rows = database.execute("SELECT lan_kod, namn, geom FROM lanomrade ORDER BY lan_kod").fetchall()
    return tuple(Region(code, name, from_blob(blob) or b"") for code, name, blob in rows)


def _listed(wanted: Sequence[str]) -> list[str]:
    return [wanted] if isinstance(wanted, str) else [str(each) for each in wanted]


def _match(text: str, regions: dict[str, Region]) -> tuple[str, str]:
    """The code meant by `text` and '', or '' and what is wrong."""
    names = _names(regions)
    numbered = _CODE.match(text)
    if not numbered:
        code = names.get(folded(text), "")
        return (code, "") if code else ("", _unknown(text, regions, names))
    code, rest = numbered.group(1).zfill(2), folded(numbered.group(2))
    if code not in regions:
        return "", tr("Det finns inget län med koden {kod}. Koderna är: {koder}.").format(
            kod=code, koder=", ".join(regions)
        )
    if rest and names.get(rest, code) != code:
        return "", tr("”{text}” är tvetydigt: {kod} är koden för {namn}. Skriv bara koden eller bara namnet.").format(
            text=text, kod=code, namn=regions[code].namn
        )
    return code, ""


def _names(regions: dict[str, Region]) -> dict[str, str]:
    """Every folded way of writing each region -> its code."""
    found = dict(_OTHER_NAMES)
    for region in regions.values():
        full = folded(region.namn)
        short = re.sub(r" lan$", "", full)
        # "Värmlands län" is also called Värmland; "Örebro län" and "Skåne län" have no genitive s.
        plain = short[:-1] if short.endswith("s") else short
        for name in (full, short, plain, f"{plain} lan"):
            found[name] = found[f"region {name}"] = region.kod
    return found


def _unknown(text: str, regions: dict[str, Region], names: dict[str, str]) -> str:
    near = difflib.get_close_matches(folded(text), list(names), n=6, cutoff=0.55)
    codes = list(dict.fromkeys(names[name] for name in near))[:3]
    if not codes:
        return tr("”{text}” är inget län. Länen är: {namn}.").format(
            text=text, namn=", ".join(region.namn for region in regions.values())
        )
    near_names = [regions[code].namn for code in codes]
    choices = (
        near_names[0] if len(near_names) == 1 else tr(" eller ").join([", ".join(near_names[:-1]), near_names[-1]])
    )
    return tr("”{text}” är inget län. Menar du {namn}?").format(text=text, namn=choices)
