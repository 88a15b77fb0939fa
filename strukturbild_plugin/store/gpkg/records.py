"""What a strukturbild holds, as plain values: the one shape that checks, exports, merges and analyses read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping, Union

from ...catalogue.model import Catalogue
from ...goals.model import Goal, GoalCounterpart, GoalInfluence, GoalLink, GoalSet

LICENCES = ("CC0 1.0", "CC BY 4.0")
"""Licences to choose from; any other text may stand there as well."""

Value = Union[str, int, float, None]


@dataclass(frozen=True)
class Head:
    """The one row of table `strukturbild`."""

    strukturbild_id: str
    titel: str
    lan: tuple[str, ...]
    """Two-digit län codes."""
    organisation: str
    beskrivning: str
    mall: str
    mall_version: str
    symboluppsattning: str
    sprak: str
    skapad: str
    """UTC, ISO 8601 with Z."""
    exempel: bool = False
    """True for a worked example: every output says that it is not a decided plan."""
    samverkansniva: int | None = None
    """How much others take part: 1-8 of templates/samverkanstrappan.yaml; None when it has not been said."""
    licens: str = ""
    """The licence as it is to be read, e.g. 'CC BY 4.0'; '' when none is stated."""
    spridningstillstand: str = ""
    """The permission to publish as the region recorded it: number or 'behövs inte'; '' when nothing is recorded."""
    spridningstillstand_datum: str = ""
    """The day of that permission, ÅÅÅÅ-MM-DD."""
    diarienummer: str = ""
    op_standard: str = ""
    """Which translation into the words of comprehensive plans it uses (templates/oversattning), and its version."""
    op_version: str = ""


PRESENT = "nulage"
"""The kind of picture that shows what is (list `bildtyp`)."""


@dataclass(frozen=True)
class Picture:
    """A row of table `bild`."""

    bild_id: str
    namn: str
    bildtyp: str
    skala: str
    horisont: int | None
    scenario: str
    status: str
    beslutsdatum: str
    beslutsorgan: str
    ordning: int
    utgar_fran: str = ""
    """bild_id of the picture that it begins with, when several have the same start."""
    remissomgang: int | None = None
    """Which round of comments it is in or was in last."""
    ses_over: str = ""
    """The day by which it is to be considered again, ÅÅÅÅ-MM-DD."""


@dataclass(frozen=True)
class ObjectRecord:
    """One drawn object. `wkb` is ISO WKB (little endian, 2D, multi type) in EPSG:3006, or None when empty."""

    objekt_id: str
    lager: str
    klass: str
    bild_id: str
    namn: str
    niva: str
    undertyp: str
    roller: tuple[str, ...]
    status: str
    osakerhet: str
    wkb: bytes | None
    ursprung_id: str = ""
    attribut: Mapping[str, Value] = field(default_factory=dict)
    """Every other column of the catalogue (beskrivning, fran_id ...) by code; '' and None are left out."""
    grupp: str = ""
    """The group that drew it, when known. Who drew is not content: no part of the fingerprint, and in no delivery."""


@dataclass(frozen=True)
class Edition:
    """A row of table `utgava`."""

    nummer: int
    tid: str
    """UTC, ISO 8601 with Z."""
    status: str
    fingeravtryck: str
    """Hex SHA-256 of the canonical content."""
    antal_objekt: int
    antal_lankar: int


@dataclass(frozen=True)
class Area:
    """The outline of one region of the strukturbild (table `avgransning`)."""

    kod: str
    namn: str
    wkb: bytes


@dataclass(frozen=True)
class Attachment:
    """A file that a strukturbild carries along (table `bilaga`); attachments.py says which there may be."""

    slag: str
    namn: str
    innehall: bytes


@dataclass(frozen=True)
class LabelPlace:
    """A name moved by hand in one picture on one paper: the lower left corner of the label, EPSG:3006."""

    bild_id: str
    objekt_id: str
    papper: str
    x: float
    y: float


@dataclass(frozen=True)
class Measure:
    """Who does what when, for an object (a row of `insats`)."""

    insats_id: str
    objekt_id: str
    vad: str
    aktor: str = ""
    """An organisation or a role."""
    fran_ar: int | None = None
    till_ar: int | None = None
    status: str = ""
    plan_ref: str = ""
    detalj: str = ""
    ordning: int = 1


@dataclass(frozen=True)
class Question:
    """A question to deal with, where objects or goals meet (a row of `fraga`). `nyckel`: what it is found by again."""

    fraga_id: str
    nyckel: str
    slag: str
    status: str
    objekt_id: str = ""
    andra_objekt_id: str = ""
    mal_id: str = ""
    andra_mal_id: str = ""
    ansvarig: str = ""
    """An organisation or a role."""
    text: str = ""


@dataclass(frozen=True)
class Anchoring:
    """Somebody stands behind an object, or with objekt_id '' the whole strukturbild (a row of `logg`)."""

    forankring_id: str
    tid: str
    """UTC, ISO 8601 with Z."""
    aktor: str
    """Who agreed: an organisation or a role."""
    objekt_id: str
    niva: int | None
    """Level 1-8 of the ladder of cooperation."""
    detalj: str
    vem: str
    """Who wrote it down."""


@dataclass(frozen=True)
class Origin:
    """The strukturbild that this one is a revision of, as it was when the copy was made."""

    strukturbild_id: str
    titel: str
    utgava: int | None = None
    """Its last edition then, and that edition's fingerprint; None and '' when it had none."""
    fingeravtryck: str = ""


@dataclass(frozen=True)
class OddCell:
    """A cell that holds what its column cannot mean (odd_cells.py); what is read of it is nothing, or the closest."""

    tabell: str
    fid: int
    rad: str
    """What the row is called: an object's id, a title, a name."""
    kolumn: str
    varde: Value
    """As it stands there."""
    varfor: str
    """A code of odd_cells.py."""
    objekt_id: str = ""
    """The object that the row is, or is about."""


@dataclass(frozen=True)
class Snapshot:
    """One consistent reading of a whole strukturbild."""

    head: Head
    catalogue: Catalogue
    pictures: tuple[Picture, ...]
    objects: tuple[ObjectRecord, ...]
    areas: tuple[Area, ...]
    goal_sets: tuple[GoalSet, ...]
    goals: tuple[Goal, ...]
    links: tuple[GoalLink, ...]
    editions: tuple[Edition, ...]
    attachments: tuple[Attachment, ...] = ()
    label_places: tuple[LabelPlace, ...] = ()
    measures: tuple[Measure, ...] = ()
    questions: tuple[Question, ...] = ()
    influences: tuple[GoalInfluence, ...] = ()
    counterparts: tuple[GoalCounterpart, ...] = ()
    anchorings: tuple[Anchoring, ...] = ()
    origin: Origin | None = None
    odd_cells: tuple[OddCell, ...] = ()
    waiting_conflicts: int = 0
    """How many questions of a merge wait for a decision."""
