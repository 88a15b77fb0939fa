"""The regions one can make a strukturbild of, from the base data, found the way people write them.

Swedish län, Norwegian fylker and Finnish landskap. A name says the country unless it is Sweden: "Nordland (Norge)".
"""

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
from ...region_codes import COUNTRIES, SWEDEN, country_of, is_swedish
from ..gpkg.wkb import from_blob

_CODE = re.compile(r"^((?:NO|FI)-?\d{2}|\d{1,2})(?!\d)[\s:.,–-]*(.*)$", re.IGNORECASE)
_OTHER_NAMES = {
    "sormland": "04",
    "region sormland": "04",
    "vastra gotalandsregionen": "14",
    "vgr": "14",
    "jamtland harjedalen": "23",
    "region jamtland harjedalen": "23",
}
"""Names the regions themselves use, folded -> län code."""
_ABROAD = ("region {}", "{} fylke", "{} fylkeskommune", "landskapet {}", "{} landskap", "{}s landskap", "{}s forbund")
"""Ways of writing a fylke or a landskap, folded."""
_NORDIC = str.maketrans({"ø": "o", "æ": "a"})
"""Letters that Unicode does not take apart: 'Tromsø' is found as 'Tromso', 'Sør-Trøndelag' as 'Sör-Tröndelag'."""
_SWEDISH_ORDER = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})


@dataclass(frozen=True)
class Region:
    """A län, a fylke or a landskap. `wkb`: multipolygon, EPSG:3006, a län's wide enough to hold its harbour towns and
    lake shores."""

    kod: str
    """SCB's two digits, or ISO 3166-2 (`region_codes`)."""
    namn: str
    """With the country when it is not Sweden: 'Värmlands län', 'Nordland (Norge)'."""
    wkb: bytes
    land: str = SWEDEN


def all_regions() -> tuple[Region, ...]:
    """The 21 län by code, then Norway's 15 fylker and Finland's 19 landskap by name.

    Raises StoreError when the base data is missing or damaged.
    """
    return _read(*state_of(paths.BASE_DATA))


def swedish_regions() -> tuple[Region, ...]:
    """The 21 län, by code. Raises StoreError as `all_regions`."""
    return tuple(region for region in all_regions() if region.land == SWEDEN)


def country_names() -> Mapping[str, str]:
    """The name of each country whose regions can be chosen, by its code, in the order they are listed."""
    names = area_names()
    return {code: names.get(code, code) for code in COUNTRIES}


def municipality_names() -> Mapping[str, str]:
    """The name of each of Sweden's municipalities by its code of four digits; none when the base data are missing."""
    try:
        return _municipalities(*state_of(paths.BASE_DATA))
    except StoreError:
        return {}


def area_names() -> Mapping[str, str]:
    """The name of each län ('17'), fylke ('NO-18') and landskap ('FI-12'), and of Sweden and the countries around it
    ('NO'); none without base data."""
    try:
        return _areas(*state_of(paths.BASE_DATA))
    except StoreError:
        return {}


@lru_cache(maxsize=1)
def _areas(_path: str, _changed: int) -> Mapping[str, str]:
    with base_data() as database:
        countries = database.execute("SELECT iso, namn FROM grannlander").fetchall()
    regions = [(region.kod, region.namn) for region in all_regions()]
    return {"SE": "Sverige", **{str(code): str(name) for code, name in (*countries, *regions)}}


def municipalities_of(lan: Sequence[str]) -> dict[str, str]:
    """The municipalities of the län with these codes: name by code, län by län in the order of their codes."""
    names = municipality_names()
    return {code: names[code] for one in lan for code in sorted(names) if code[:2] == one}


@lru_cache(maxsize=1)
def _municipalities(_path: str, _changed: int) -> Mapping[str, str]:
    with base_data() as database:
        return {str(code): str(name) for code, name in database.execute("SELECT kommun_kod, namn FROM kommuner")}


def find_regions(wanted: Sequence[str]) -> tuple[Region, ...]:
    """The regions meant by codes or names ("17", "17 Värmland", "varmlands lan", "17,18", "NO-18", "Österbotten"), in
    the order asked.

    Each comes once. Raises StoreError, which names every part that is none with the nearest names.
    """
    texts = [part.strip() for each in _listed(wanted) for part in re.split(r"[,;\n]", each) if part.strip()]
    if not texts:
        raise StoreError(tr("Ange minst ett område, med kod eller namn. Exempel: 17, Värmland eller NO-18."))
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
    plain = unicodedata.normalize("NFKD", text.strip().casefold()).translate(_NORDIC)
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
        counties = database.execute("SELECT lan_kod, namn, geom FROM lanomrade ORDER BY lan_kod").fetchall()
        abroad = database.execute("SELECT kod, namn, geom FROM grannregioner WHERE kod <> ''").fetchall()
        countries = dict(database.execute("SELECT iso, namn FROM grannlander").fetchall())
    found = [Region(code, name, from_blob(blob) or b"") for code, name, blob in counties]
    for code, name, blob in abroad:
        land = country_of(code)
        found.append(Region(code, f"{name} ({countries[land]})", from_blob(blob) or b"", land))
    order = {land: place for place, land in enumerate(COUNTRIES)}
    found.sort(key=lambda one: (order[one.land], one.kod if one.land == SWEDEN else alphabetical(one.namn)))
    return tuple(found)


def short_name(name: str) -> str:
    """A region's name as in a title: 'Värmlands län' -> 'Värmland', 'Örebro län' -> 'Örebro', 'Nordland (Norge)' ->
    'Nordland'."""
    plain = re.sub(r" \([^()]*\)$", "", name)
    short = plain[: -len(" län")] if plain.endswith(" län") else plain
    # An s before 'län' is always a genitive.
    return short[:-1] if short != plain and short.endswith("s") else short


def alphabetical(name: str) -> str:
    """A key that sorts names as in a Swedish list: å, ä and ö last, æ as ä and ø as ö."""
    return name.casefold().translate(_SWEDISH_ORDER)


def _listed(wanted: Sequence[str]) -> list[str]:
    return [wanted] if isinstance(wanted, str) else [str(each) for each in wanted]


def _match(text: str, regions: dict[str, Region]) -> tuple[str, str]:
    """The code meant by `text` and '', or '' and what is wrong."""
    names = _names(regions)
    numbered = _CODE.match(text)
    if not numbered:
        code = names.get(folded(text), "")
        return (code, "") if code else ("", _unknown(text, regions, names))
    code, rest = _code(numbered.group(1)), folded(numbered.group(2))
    if code not in regions:
        if not is_swedish(code):
            return "", tr("Det finns inget område med koden {kod}. Koderna är: {koder}.").format(
                kod=code, koder=", ".join(one for one in regions if country_of(one) == code[:2])
            )
        return "", tr("Det finns inget län med koden {kod}. Koderna är: {koder}.").format(
            kod=code, koder=", ".join(filter(is_swedish, regions))
        )
    if rest and names.get(rest, code) != code:
        return "", tr("”{text}” är tvetydigt: {kod} är koden för {namn}. Skriv bara koden eller bara namnet.").format(
            text=text, kod=code, namn=regions[code].namn
        )
    return code, ""


def _code(written: str) -> str:
    """'1' -> '01', 'no18' -> 'NO-18'."""
    return written.zfill(2) if written[0].isdigit() else f"{written[:2].upper()}-{written[-2:]}"


def _names(regions: dict[str, Region]) -> dict[str, str]:
    """Every folded way of writing each region -> its code."""
    found = dict(_OTHER_NAMES)
    for region in regions.values():
        full, plain = folded(region.namn), folded(short_name(region.namn))
        if region.land != SWEDEN:
            found.update(dict.fromkeys((full, plain, *(word.format(plain) for word in _ABROAD)), region.kod))
            continue
        short = re.sub(r" lan$", "", full)
        for name in (full, short, plain, f"{plain} lan"):
            found[name] = found[f"region {name}"] = region.kod
    return found


def _unknown(text: str, regions: dict[str, Region], names: dict[str, str]) -> str:
    near = difflib.get_close_matches(folded(text), list(names), n=6, cutoff=0.55)
    codes = list(dict.fromkeys(names[name] for name in near))[:3]
    if not codes:
        return tr(
            "”{text}” är inget län. Länen är: {namn}. Områden i Norge och Finland skrivs som NO-18 eller med namn."
        ).format(text=text, namn=", ".join(region.namn for region in regions.values() if region.land == SWEDEN))
    near_names = [regions[code].namn for code in codes]
    choices = (
        near_names[0] if len(near_names) == 1 else tr(" eller ").join([", ".join(near_names[:-1]), near_names[-1]])
    )
    return tr("”{text}” är inget län. Menar du {namn}?").format(text=text, namn=choices)
