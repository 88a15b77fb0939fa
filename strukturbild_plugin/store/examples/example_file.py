"""The worked examples as written: readable YAML files a planner can open (templates/exempel), read and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterator, Mapping, Sequence, Union

from ... import paths
from ...catalogue.load import load_catalogue
from ...catalogue.model import CHOICES, DECIMAL, INTEGER, YES_NO
from ...errors import StoreError
from ...goals.model import MAX_CONTRIBUTION, MIN_CONTRIBUTION
from ...goals.tree import problem_list
from ...i18n import tr
from ...region_codes import REGION_CODE
from ...yaml_reader.fields import Fields
from ...yaml_reader.problems import Problems, SourceLocation
from ...yaml_reader.suggestions import allowed_text, shown
from ...yaml_reader.yaml_file import read_yaml
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
_TEXTS = ("titel", "beskrivning", "organisation", "mall", "symboluppsattning")
_POSITION = ("longitud", "latitud")
_ANY_TEXT = re.compile(r".*", re.DOTALL)
_MAX_WIDTH_M, _MAX_BEND = 999_999_999, 100.0


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
    location: SourceLocation = field(compare=False)
    """Where it stands in the file."""


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
    shape: str
    """Which of SHAPES."""
    platser: tuple[ExamplePlace, ...]
    anchors: tuple[Anchor, ...]
    bage: float
    bredd: tuple[float, float]
    """Width of a band at its start and end, metres."""
    attribut: Mapping[str, Value]
    mal: tuple[ExampleGoalLink, ...]
    location: SourceLocation = field(compare=False)
    """Where it stands in the file."""
    key_lines: Mapping[str, int] = field(compare=False)
    """The line of each of its keys."""

    def at(self, key: str) -> SourceLocation:
        """Where one of its keys stands in the file; the object itself when it has no such key."""
        return self.location.at_line(self.key_lines.get(key, 0))


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
    picture: ExamplePicture
    objects: tuple[ExampleObject, ...]


def example_files(folder: Path = paths.EXAMPLES) -> tuple[Path, ...]:
    """The example files, by name."""
    return tuple(sorted(folder.glob("*.yaml")))


def read_example(file: Path) -> Example:
    """Read one example. StoreError lists every fault of the file."""
    problems = Problems()
    block = read_yaml(file, file.name, problems)
    example = None if block is None else _example(Fields(block, SourceLocation(file.name), problems))
    if example is None or problems:
        raise StoreError(problem_list(tr("Exemplet {file} har fel:").format(file=file.name), problems.sentences()))
    return example


def _example(fields: Fields) -> Example:
    kinds = {code: attribute.typ for code, attribute in load_catalogue().attribut.items()}
    common = fields.inside("lika_for_alla", required=False)
    objects = tuple(_object(inner.over(common), kinds) for inner in fields.items("objekt", tr("objekt"), required=True))
    example = Example(
        kod=fields.file_code(_ANY_TEXT, ""),
        **{key: fields.text(key) for key in _TEXTS},
        lan=fields.codes(
            "lan", None, required=True, pattern=REGION_CODE, wanted=tr('en länskod som "17"'), example='["17"]'
        ),
        malsamlingar=fields.codes("malsamlingar", None, required=True, pattern=_ANY_TEXT),
        picture=_picture(fields.inside("bild")),
        objects=tuple(one for one in objects if one is not None),
    )
    fields.done()
    _check_names(example.objects, fields.problems)
    return example


def _check_names(objects: Sequence[ExampleObject], problems: Problems) -> None:
    """Note every name that a line goes through and that is no node, place or area of the example."""
    nodes = {name for one in objects if one.shape == PLACES for name in (one.namn, *(spot.ort for spot in one.platser))}
    areas = {one.namn for one in objects if one.shape in (RING, BAND)}
    for one in objects:
        known = nodes if one.shape == BOW else nodes | areas
        for number, anchor in enumerate(one.anchors):
            if isinstance(anchor, str) and anchor not in known:
                key = "till" if one.shape == BOW and number else one.shape
                help_text = "" if problems.is_full() else allowed_text(anchor, known - {""})
                sentence = tr("'{key}' nämner '{value}'. {help}")
                problems.add(one.at(key), sentence.format(key=key, value=shown(anchor), help=help_text))


def _picture(fields: Fields) -> ExamplePicture:
    picture = ExamplePicture(
        fields.text("bildtyp"),
        fields.text("skala"),
        fields.year("horisont"),
        fields.text("status", required=False) or "utkast",
    )
    fields.done()
    return picture


def _object(fields: Fields, kinds: Mapping[str, str]) -> ExampleObject | None:
    """The object; None when it cannot be told how it is drawn."""
    name, klass, links = fields.text("namn"), fields.text("klass"), _links(fields)
    shapes = [shape for shape in SHAPES if fields.has(shape)]
    if len(shapes) != 1:
        sentence = tr("Objektet ska ha precis en av {shapes}, men har {n}.")
        fields.problem(sentence.format(shapes=", ".join(SHAPES), n=len(shapes)))
        return None
    form = shapes[0]
    return ExampleObject(
        namn=name,
        klass=klass,
        niva=fields.text("niva", required=False),
        undertyp=fields.text("undertyp", required=False),
        roller=fields.codes("roller", None),
        status=fields.text("status", required=False),
        osakerhet=fields.text("osakerhet", required=False),
        shape=form,
        platser=tuple(_places(fields)) if form == PLACES else (),
        anchors=_anchors(fields, form),
        bage=fields.number("bage", -_MAX_BEND, _MAX_BEND, 0.0),
        bredd=_width(fields, required=form == BAND),
        attribut={key: _attribute(fields, key, kinds.get(key, "")) for key in fields.written() if key not in _FIELDS},
        mal=links,
        location=fields.place,
        key_lines=fields.lines(),
    )


def _anchors(fields: Fields, form: str) -> tuple[Anchor, ...]:
    if form == PLACES:
        return ()
    if form == BOW:
        return fields.text(BOW), fields.text("till")
    single = "namn" if form in (CORRIDOR, GREEN_LINK) else ""
    found = tuple(_anchor(row) for row in fields.rows(form, f"'{form}'", _POSITION, single, required=True))
    fewest = 3 if form == RING else 2
    if 0 < len(found) < fewest:
        fields.problem(tr("'{key}' behöver minst {n} punkter.").format(key=form, n=fewest), form)
    return found


def _anchor(row: Fields) -> Anchor:
    return row.text("namn") if row.has("namn") else _position(row)


def _position(row: Fields) -> tuple[float, float]:
    """Longitude and latitude somewhere in the Nordic countries."""
    longitude, latitude = _POSITION
    return row.number(longitude, 0, 40), row.number(latitude, 50, 75)


def _places(fields: Fields) -> Iterator[ExamplePlace]:
    for spot in fields.items(PLACES, tr("plats"), required=True):
        yield ExamplePlace(
            spot.text("ort", required=False), spot.text("lan", required=False), _position(spot.row("reserv", _POSITION))
        )
        spot.done()


def _width(fields: Fields, required: bool) -> tuple[float, float]:
    """One number for both ends, or a list of two."""
    if fields.has("bredd") and not fields.has_text("bredd"):
        ends = fields.row("bredd", ("start", "slut"))
        return ends.number("start", 0, _MAX_WIDTH_M), ends.number("slut", 0, _MAX_WIDTH_M)
    both = fields.number("bredd", 0, _MAX_WIDTH_M, None if required else 0.0)
    return both, both


def _attribute(fields: Fields, key: str, kind: str) -> Value:
    """A value as it is kept in its column; what is no attribute at all is told when it is drawn (example.py)."""
    if not fields.has(key):
        return None
    if kind == INTEGER:
        return fields.integer(key, -_MAX_WIDTH_M, _MAX_WIDTH_M)
    if kind == DECIMAL:
        return fields.number(key, -_MAX_WIDTH_M, _MAX_WIDTH_M)
    if kind == YES_NO:
        return int(fields.yes_no(key))
    if kind == CHOICES or not fields.has_text(key):
        return codes_to_text(fields.codes(key, None, pattern=_ANY_TEXT))
    return fields.text(key, required=False)


def _links(fields: Fields) -> tuple[ExampleGoalLink, ...]:
    found = []
    for row in fields.rows("mal", tr("mål"), ("samling", "mal", "bidrag", "motivering")):
        link = ExampleGoalLink(
            row.text("samling"),
            row.text("mal"),
            row.integer("bidrag", MIN_CONTRIBUTION, MAX_CONTRIBUTION),
            row.text("motivering"),
            row.place,
        )
        found.append(link)
    return tuple(found)
