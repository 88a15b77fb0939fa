"""The worked examples as written: readable YAML files a planner can open (templates/exempel), read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterable, Mapping, Sequence, Union

from ... import paths
from ...errors import StoreError
from ...goals.model import MAX_CONTRIBUTION, MIN_CONTRIBUTION
from ...goals.tree import listed
from ...i18n import tr
from ...safe_yaml import load
from ..gpkg.records import Value
from ..gpkg.row_mapping import codes_to_text

Anchor = Union[str, "tuple[float, float]"]
"""Something a line goes through: the name of a node, place or area, or (longitude, latitude)."""

PLACES, CORRIDOR, BOW, RING, BAND, GREEN_LINK = "platser", "via", "fran", "yta", "band", "lank"
SHAPES = (PLACES, CORRIDOR, BOW, RING, BAND, GREEN_LINK)
"""The key that tells how an object is drawn; each object has exactly one of them."""

_FIELDS = (
    "namn",
    "klass",
    "niva",
    "undertyp",
    "roller",
    "status",
    "osakerhet",
    "mal",
    "till",
    "bage",
    "bredd",
    *SHAPES,
)
_TEXTS = ("kod", "titel", "beskrivning", "organisation", "mall", "symboluppsattning")
_MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class ExamplePlace:
    """A place by name, and where it is (longitude, latitude) if the base data does not know it."""

    ort: str
    lan: str
    reserv: tuple[float, float]


@dataclass(frozen=True)
class ExampleGoalLink:
    """That the object contributes to a goal of a set, and why."""

    samling: str
    mal: str
    bidrag: int
    motivering: str


@dataclass(frozen=True)
class ExampleObject:
    """An object as written in the file."""

    namn: str
    klass: str
    niva: str
    undertyp: str
    roller: tuple[str, ...]
    status: str
    osakerhet: str
    form: str
    """Which of SHAPES."""
    platser: tuple[ExamplePlace, ...]
    ankare: tuple[Anchor, ...]
    bage: float
    bredd: tuple[float, float]
    """Width of a band at its start and end, metres."""
    attribut: Mapping[str, Value]
    mal: tuple[ExampleGoalLink, ...]


@dataclass(frozen=True)
class ExamplePicture:
    """Which of the template's pictures the objects are drawn in, and what is to stand on it."""

    bildtyp: str
    skala: str
    horisont: int | None
    status: str


@dataclass(frozen=True)
class Example:
    """A whole worked example."""

    kod: str
    titel: str
    beskrivning: str
    organisation: str
    lan: tuple[str, ...]
    mall: str
    symboluppsattning: str
    malsamlingar: tuple[str, ...]
    bild: ExamplePicture
    objekt: tuple[ExampleObject, ...]


def example_files(folder: Path = paths.EXAMPLES) -> tuple[Path, ...]:
    """The example files, by name."""
    return tuple(sorted(folder.glob("*.yaml")))


def read_example(file: Path) -> Example:
    """Read one example. StoreError lists every fault of the file."""
    data = _read(file)
    faults = list(_head_faults(data, file.stem))
    common = data.get("lika_for_alla") or {}
    items = data.get("objekt") or []
    if isinstance(common, dict) and isinstance(items, list):
        for number, item in enumerate(items, 1):
            faults.extend(_object_faults(item, number))
    if faults:
        raise StoreError(listed(tr("Exemplet {file} har fel:").format(file=file.name), faults))
    return _example(data, common, items)


def _read(file: Path) -> dict[Any, Any]:
    import yaml

    try:
        if file.stat().st_size > _MOST_BYTES:
            raise StoreError(tr("Exemplet {file} är för stort.").format(file=file.name))
        data = load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, RecursionError, yaml.YAMLError) as error:
        raise StoreError(tr("Exemplet {file} kan inte läsas: {reason}").format(file=file.name, reason=error)) from error
    if not isinstance(data, dict):
        raise StoreError(tr("Exemplet {file} ska börja med nycklar som kod och titel.").format(file=file.name))
    return data


def _head_faults(data: Mapping[Any, Any], stem: str) -> Iterable[str]:
    for key in _TEXTS:
        if not isinstance(data.get(key), str) or not data[key].strip():
            yield tr("{key} ska vara en text.").format(key=key)
    if data.get("kod") != stem:
        yield tr("kod ska vara filens namn utan .yaml.")
    for key in ("lan", "malsamlingar"):
        if not _is_list_of(data.get(key), str):
            yield tr("{key} ska vara en lista med koder inom citattecken.").format(key=key)
    picture = data.get("bild")
    if not isinstance(picture, dict) or not all(isinstance(picture.get(key), str) for key in ("bildtyp", "skala")):
        yield tr("bild ska ha nycklarna bildtyp och skala.")
    if not isinstance(data.get("lika_for_alla") or {}, dict):
        yield tr("lika_for_alla ska vara nycklar med värden.")
    if not isinstance(data.get("objekt"), list):
        yield tr("objekt ska vara en lista.")


def _object_faults(item: Any, number: int) -> Iterable[str]:
    place = tr("objekt {number}").format(number=number)
    if not isinstance(item, dict):
        yield tr("{place} ska ha nycklarna namn och klass.").format(place=place)
        return
    place = f"{place} ({item.get('namn', '?')})"
    for key in ("namn", "klass"):
        if not isinstance(item.get(key), str):
            yield tr("{place}: {key} saknas.").format(place=place, key=key)
    shapes = [shape for shape in SHAPES if shape in item]
    if len(shapes) != 1:
        yield tr("{place}: ange precis en av {shapes}.").format(place=place, shapes=", ".join(SHAPES))
    elif not _shape_fits(shapes[0], item):
        yield tr("{place}: {shape} är fel skrivet.").format(place=place, shape=shapes[0])
    for tie in item.get("mal") or []:
        if not _is_tie(tie):
            yield tr("{place}: ett mål skrivs [målsamling, kod, bidrag -2 till 2, varför].").format(place=place)


def _shape_fits(shape: str, item: Mapping[str, Any]) -> bool:
    value = item[shape]
    if shape == PLACES:
        return _is_list_of(value, dict) and bool(value) and all(_is_position(spot.get("reserv")) for spot in value)
    if shape == BOW:
        return isinstance(value, str) and isinstance(item.get("till"), str) and _is_number(item.get("bage", 0))
    if not isinstance(value, list) or len(value) < (3 if shape == RING else 2):
        return False
    if shape == BAND and not all(map(_is_number, _pair(item.get("bredd")))):
        return False
    by_name = shape in (CORRIDOR, GREEN_LINK)
    return all(_is_position(point) or (by_name and isinstance(point, str)) for point in value)


def _example(data: Mapping[str, Any], common: Mapping[str, Any], items: Sequence[Mapping[str, Any]]) -> Example:
    picture = data["bild"]
    return Example(
        **{key: data[key].strip() for key in _TEXTS},
        lan=tuple(data["lan"]),
        malsamlingar=tuple(data["malsamlingar"]),
        bild=ExamplePicture(
            picture["bildtyp"], picture["skala"], picture.get("horisont"), picture.get("status", "utkast")
        ),
        objekt=tuple(_drawn({**common, **item}) for item in items),
    )


def _drawn(item: Mapping[str, Any]) -> ExampleObject:
    shape = next(key for key in SHAPES if key in item)
    value = item[shape]
    anchors = (value, item["till"]) if shape == BOW else () if shape == PLACES else value
    return ExampleObject(
        namn=item["namn"],
        klass=item["klass"],
        niva=item.get("niva", ""),
        undertyp=item.get("undertyp", ""),
        roller=tuple(item.get("roller", ())),
        status=item.get("status", ""),
        osakerhet=item.get("osakerhet", ""),
        form=shape,
        platser=tuple(_spot(spot) for spot in value) if shape == PLACES else (),
        ankare=tuple(point if isinstance(point, str) else _position(point) for point in anchors),
        bage=float(item.get("bage", 0)),
        bredd=_position(_pair(item.get("bredd", 0))),
        attribut={key: _plain(value) for key, value in item.items() if key not in _FIELDS},
        mal=tuple(ExampleGoalLink(samling, str(mal), bidrag, why) for samling, mal, bidrag, why in item.get("mal", ())),
    )


def _plain(value: Any) -> Value:
    """A value as it is kept in its column."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, list):
        return codes_to_text(str(code) for code in value)
    return value if isinstance(value, (int, float)) or value is None else str(value).strip()


def _spot(spot: Mapping[str, Any]) -> ExamplePlace:
    return ExamplePlace(str(spot.get("ort", "")), str(spot.get("lan", "")), _position(spot["reserv"]))


def _pair(value: Any) -> Sequence[Any]:
    """One number for both ends, or a list of two."""
    return value if isinstance(value, list) and len(value) == 2 else (value, value)


def _position(point: Sequence[float]) -> tuple[float, float]:
    return float(point[0]), float(point[1])


def _is_position(point: Any) -> bool:
    """Whether `point` is [longitude, latitude] somewhere in the Nordic countries."""
    if not isinstance(point, list) or len(point) != 2 or not all(map(_is_number, point)):
        return False
    return 0 <= point[0] <= 40 and 50 <= point[1] <= 75


def _is_tie(tie: Any) -> bool:
    if not isinstance(tie, list) or len(tie) != 4:
        return False
    samling, mal, bidrag, why = tie
    texts = isinstance(samling, str) and isinstance(mal, (str, int)) and isinstance(why, str)
    return texts and isinstance(bidrag, int) and MIN_CONTRIBUTION <= bidrag <= MAX_CONTRIBUTION


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_list_of(value: Any, kind: type) -> bool:
    return isinstance(value, list) and all(isinstance(item, kind) for item in value)
