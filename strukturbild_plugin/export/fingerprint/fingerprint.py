"""The fingerprint of a strukturbild: SHA-256 of its canonical content. Pure Python.

The canonical content is UTF-8 text, one line per thing, each ending in a newline:

1. First line: the name of this format, `FORMAT`. Other rules get another name.
2. Then sections in the order of `_SECTIONS`. Within a section each line is `section TAB json`; the lines are sorted
   by code point, so that the order of rows in a database plays no part. Two equal rows are two equal lines.
3. JSON: keys sorted, no blanks, characters unescaped where JSON allows. Fields are those in `COVERED`, under their
   names there.
4. Text: Unicode NFC, line ends as newline. Blanks inside and around are kept: they can be seen.
5. Nothing: None, empty text, empty list and a field that is missing are the same and are left out. A form of QGIS
   that has been opened and saved may turn one into the other, and nobody can see a difference.
6. Numbers: a whole number is written without decimals, whichever column type it came from (5.0 is 5, -0.0 is 0,
   true is 1); another finite number is Python's shortest text that reads back the same. What is not finite is text:
   "nan", "inf", "-inf".
7. Several choices (`roller`, attributes of type 'flerval'): a sorted list without doubles, as QGIS rewrites their
   order. Lists whose order means something (structures, form groups, value lists, `lan`, `kommunkoder` as text)
   keep it.
8. Geometry: points, lines or areas in whole centimetres, half up; Z and M dropped; single and multi written alike.
   Points and lines keep the order of parts and the direction of lines: which end is the start is seen (arrows, "mot
   Oslo"). Areas do not: rings are written without the closing point, in the rotation and direction that sorts
   first, inner rings and parts sorted. GEOS, OGR and databases rearrange rings freely, and an area looks the same
   wherever its outline begins.
9. Left out on purpose, `LEFT_OUT`: when the file was made, editions, the group that drew, anchoring, and everything
   a snapshot does not hold (fid, times, comments, votes, log). They say how the strukturbild came about, not what it
   says.
10. Attachments are their SHA-256, moved names whole centimetres as in 8. A file without them has no such lines, nor
   of what else came later (measures, questions, goals that bear on each other), and one whose level of cooperation
   nobody has chosen no such field: a strukturbild from before there were any keeps its fingerprint.
11. The attributes that came with version 3 of the tables (catalogue/added_attributes.py) are in the catalogue's lines
   from the day an object says something in them, and so are lists and groups that only they have: a strukturbild from
   before keeps its fingerprint when it is upgraded.

So what looks different has another fingerprint; saving again, copying or another machine does not change it.
"""

from __future__ import annotations

import hashlib
import json
import math
import unicodedata
from dataclasses import replace
from typing import Any, Callable, Iterator, Mapping, Sequence

from ...catalogue.added_attributes import CODES, without_unused
from ...catalogue.model import (
    CHOICES,
    Attribute,
    AttributeGroup,
    Catalogue,
    Choice,
    Layer,
    Level,
    ObjectClass,
    Structure,
    Text,
)
from ...goals.model import Goal, GoalCounterpart, GoalInfluence, GoalLink, GoalSet
from ...store.gpkg.records import (
    Area,
    Attachment,
    Head,
    LabelPlace,
    Measure,
    ObjectRecord,
    Picture,
    Question,
    Snapshot,
)
from ...store.gpkg.row_mapping import HEAD_COLUMNS
from .canonical_geometry import canonical_shape

FORMAT = "strukturbild-innehall/1"

LEFT_OUT: Mapping[type, tuple[str, ...]] = {
    Head: ("skapad",),
    ObjectRecord: ("grupp",),
    Snapshot: ("editions", "anchorings", "origin", "odd_cells", "waiting_conflicts"),
}

COVERED: Mapping[type, tuple[str, ...]] = {
    Head: tuple(name for name in HEAD_COLUMNS if name not in LEFT_OUT[Head]),
    Picture: (
        "bild_id",
        "namn",
        "bildtyp",
        "skala",
        "horisont",
        "scenario",
        "status",
        "beslutsdatum",
        "beslutsorgan",
        "ordning",
        "utgar_fran",
        "remissomgang",
        "ses_over",
    ),
    ObjectRecord: (
        "objekt_id",
        "lager",
        "klass",
        "bild_id",
        "namn",
        "niva",
        "undertyp",
        "roller",
        "status",
        "osakerhet",
        "wkb",
        "ursprung_id",
        "attribut",
    ),
    Area: ("kod", "namn", "wkb"),
    GoalSet: (
        "kod",
        "namn",
        "organisation",
        "lan",
        "antagen",
        "horisont",
        "url",
        "fullstandig",
        "anmarkning",
        "overordnat",
        "serie",
        "reviderad",
        "giltig_till",
        "ersatter",
        "kontrollerad",
        "omfattning",
        "nivakallor",
        "adresser",
        "biblioteksversion",
    ),
    Goal: (
        "mal_id",
        "samling",
        "kod",
        "niva_namn",
        "titel",
        "ordning",
        "over_id",
        "beskrivning",
        "indikator",
        "malar",
        "kalla",
        "tillganglighet",
        "ersatter",
        "vikt",
        "prioriterat",
    ),
    GoalLink: ("objekt_id", "mal_id", "bidrag", "motivering"),
    GoalInfluence: ("fran_mal_id", "till_mal_id", "varde", "motivering"),
    GoalCounterpart: ("mal_id", "motsvarar_mal_id", "slag", "motivering"),
    Text: ("sv", "en"),
    Choice: ("kod", "namn", "kalla"),
    Attribute: ("kod", "namn", "typ", "grupp", "hjalp", "lista", "enhet", "kalla"),
    AttributeGroup: ("kod", "namn"),
    Structure: ("kod", "namn", "op_ord"),
    Layer: ("kod", "geometri", "namn", "attribut"),
    Level: ("kod", "namn", "ordning", "storlek", "kalla", "undertyper"),
    ObjectClass: (
        "kod",
        "namn",
        "plural",
        "struktur",
        "lager",
        "ordning",
        "nivaer",
        "undertyper",
        "attribut",
        "symbol",
        "hjalp",
        "ritanvisning",
        "kalla",
        "egen",
        "roller",
        "motesavstand",
    ),
    Catalogue: ("version", "strukturer", "lager", "grupper", "attribut", "gemensamma", "listor", "klasser"),
    Snapshot: (
        "head",
        "catalogue",
        "pictures",
        "objects",
        "areas",
        "goal_sets",
        "goals",
        "links",
        "attachments",
        "label_places",
        "measures",
        "questions",
        "influences",
        "counterparts",
    ),
    Measure: (
        "insats_id",
        "objekt_id",
        "vad",
        "aktor",
        "fran_ar",
        "till_ar",
        "status",
        "plan_ref",
        "detalj",
        "ordning",
    ),
    Question: (
        "fraga_id",
        "nyckel",
        "slag",
        "status",
        "objekt_id",
        "andra_objekt_id",
        "mal_id",
        "andra_mal_id",
        "ansvarig",
        "text",
    ),
    Attachment: ("slag", "namn", "innehall"),
    LabelPlace: ("bild_id", "objekt_id", "papper", "x", "y"),
}
"""Fields of each kind of value that are content. Written out, so that a new field is decided about; those of the head
are its columns, so that what is stored of it is content unless it is left out above."""

_SECTIONS: tuple[tuple[str, Callable[[Snapshot], Any]], ...] = (
    ("strukturbild", lambda snapshot: (snapshot.head,)),
    ("katalog", lambda snapshot: (_catalogue_head(snapshot.catalogue),)),
    (
        "lista",
        lambda snapshot: [{"lista": name, "val": values} for name, values in snapshot.catalogue.listor.items()],
    ),
    ("attribut", lambda snapshot: snapshot.catalogue.attribut.values()),
    ("klass", lambda snapshot: [_class(klass) for klass in snapshot.catalogue.klasser]),
    ("bild", lambda snapshot: snapshot.pictures),
    ("avgransning", lambda snapshot: snapshot.areas),
    ("malsamling", lambda snapshot: snapshot.goal_sets),
    ("mal", lambda snapshot: snapshot.goals),
    ("objekt", lambda snapshot: _objects(snapshot.objects, snapshot.catalogue)),
    ("objekt_mal", lambda snapshot: snapshot.links),
    ("bilaga", lambda snapshot: [_attachment(each) for each in snapshot.attachments]),
    ("etikettplats", lambda snapshot: [_label_place(each) for each in snapshot.label_places]),
    ("insats", lambda snapshot: snapshot.measures),
    ("fraga", lambda snapshot: snapshot.questions),
    ("mal_paverkan", lambda snapshot: snapshot.influences),
    ("mal_motsvarighet", lambda snapshot: snapshot.counterparts),
)


def fingerprint(snapshot: Snapshot) -> str:
    """Hex SHA-256 of the canonical content of `snapshot`."""
    digest = hashlib.sha256()
    for line in canonical_lines(snapshot):
        digest.update(line.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def canonical_lines(snapshot: Snapshot) -> Iterator[str]:
    """The canonical content, line by line; comparing two of these shows what differs."""
    yield FORMAT + "\n"
    snapshot = replace(snapshot, catalogue=without_unused(snapshot.catalogue, _used(snapshot)))
    for name, values in _SECTIONS:
        lines = [_json(_plain(value)) for value in values(snapshot)]
        for line in sorted(lines):
            yield f"{name}\t{line}\n"


def _catalogue_head(catalogue: Catalogue) -> dict[str, Any]:
    """What is one of its kind in the catalogue, and the lists whose order is their meaning."""
    parts = ("version", "strukturer", "lager", "grupper", "gemensamma")
    return {name: getattr(catalogue, name) for name in parts}


def _class(klass: ObjectClass) -> dict[str, Any]:
    """A class; its levels by their own order, which is a field, not by their place in a table."""
    fields = {name: getattr(klass, name) for name in COVERED[ObjectClass]}
    fields["nivaer"] = sorted(klass.nivaer, key=lambda level: (level.ordning, level.kod))
    fields["motesavstand"] = klass.motesavstand or None  # from before it could be said
    return fields


def _attachment(attachment: Attachment) -> dict[str, str]:
    digest = hashlib.sha256(attachment.innehall).hexdigest()
    return {"slag": attachment.slag, "namn": attachment.namn, "innehall": digest}


def _label_place(place: LabelPlace) -> dict[str, Any]:
    fields: dict[str, Any] = dict(vars(place))
    return {**fields, "x": math.floor(place.x * 100 + 0.5), "y": math.floor(place.y * 100 + 0.5)}


def _used(snapshot: Snapshot) -> set[str]:
    """Those of the added attributes that an object says something in."""
    several = _several(snapshot.catalogue)
    said = ((kod, record.attribut[kod]) for record in snapshot.objects for kod in CODES & record.attribut.keys())
    return {kod for kod, value in said if (choices(value) if kod in several else _plain(value) is not None)}


def _several(catalogue: Catalogue) -> set[str]:
    return {kod for kod, attribute in catalogue.attribut.items() if attribute.typ == CHOICES}


def _objects(objects: Sequence[ObjectRecord], catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    several = _several(catalogue)
    for record in objects:
        fields = {name: getattr(record, name) for name in COVERED[ObjectRecord] if name not in ("roller", "attribut")}
        fields["roller"] = sorted(set(record.roller))
        fields["attribut"] = {
            kod: choices(value) if kod in several else value for kod, value in record.attribut.items()
        }
        yield fields


def choices(value: Any) -> list[str]:
    """The codes in QGIS's text for several choices, sorted: '{b,a}', '{"a","b"}' and 'a,b' are all ['a', 'b']."""
    text = str(value or "").strip()
    if text.startswith("{") and text.endswith("}"):
        text = text[1:-1]
    codes = (code.strip().strip('"') for code in text.split(","))
    return sorted({code for code in codes if code})


def _plain(value: Any) -> Any:
    """`value` as JSON knows it, canonical; nothing at all becomes None."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n")) or None
    if isinstance(value, bytes):
        return canonical_shape(value)
    if isinstance(value, (bool, int)):
        return int(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, Mapping):
        return _filled({str(_plain(key)): _plain(item) for key, item in value.items()})
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value] or None
    if type(value) in COVERED:
        return _filled({name: _plain(getattr(value, name)) for name in COVERED[type(value)]})
    return None if value is None else str(value)


def _filled(fields: dict[str, Any]) -> dict[str, Any] | None:
    return {name: value for name, value in fields.items() if value is not None} or None


def _number(value: float) -> int | float | str:
    if not math.isfinite(value):
        return repr(value)
    return int(value) if value == int(value) else value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
