"""Between rows of the tables and the values of records.py."""

from __future__ import annotations

import math
from dataclasses import fields
from typing import Any, Iterable, Mapping, Sequence, TypeVar

from ...errors import StoreError
from ...goals.model import Goal, GoalCounterpart, GoalInfluence, GoalLink, GoalSet
from ...i18n import tr
from . import wkb
from .records import (
    Anchoring,
    Area,
    Edition,
    Head,
    LabelPlace,
    Measure,
    ObjectRecord,
    Origin,
    Picture,
    Question,
    Value,
)

Row = Mapping[str, Any]

_EMPTY_INTEGER = -(2**63)
"""What older forms in QGIS wrote for an empty number."""

HEAD_COLUMNS = tuple(field.name for field in fields(Head))
"""The columns of `strukturbild` that are fields of Head; `katalog_version` and `schema_version` are the file's own."""
_HEAD_NO_TEXTS = ("lan", "exempel", "samverkansniva")

OBJECT_FIELDS = ("objekt_id", "bild_id", "ursprung_id", "klass", "namn", "niva", "undertyp", "status", "osakerhet")


def codes_to_text(codes: Iterable[str]) -> str | None:
    """Several codes as QGIS writes them in one column: '{a,b}'; None when there are none."""
    joined = ",".join(codes)
    return "{" + joined + "}" if joined else None


def text_to_codes(text: object) -> tuple[str, ...]:
    """The codes in a column with several: '{a,b}', '{"a","b"}' or 'a,b'."""
    if not isinstance(text, str):
        return ()
    inner = text.strip().lstrip("{[").rstrip("}]")
    return tuple(code for code in (part.strip().strip('"') for part in inner.split(",")) if code)


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, bytes) else str(value)


def _yes(value: object) -> bool:
    return isinstance(value, (int, float)) and value == 1


def _number(value: object) -> int | None:
    if not isinstance(value, (int, float)) or not math.isfinite(value) or value == _EMPTY_INTEGER:
        return None
    return int(value)


def object_row(record: ObjectRecord, attributes: Sequence[str]) -> dict[str, Any]:
    """The columns of one object; empty texts become NULL, an attribute that the layer does not have is refused."""
    unknown = [code for code in record.attribut if code not in attributes]
    if unknown:
        raise StoreError(
            tr("Objektet ”{namn}” har uppgifter som inte finns i lagret {lager}: {koder}.").format(
                namn=record.namn or record.objekt_id, lager=record.lager, koder=", ".join(unknown)
            )
        )
    row: dict[str, Any] = {name: getattr(record, name) or None for name in OBJECT_FIELDS}
    row["roll"] = codes_to_text(record.roller)
    row.update((code, _kept(record.attribut.get(code))) for code in attributes)
    row["geom"] = wkb.to_blob(record.wkb)
    return row


def _kept(value: Value) -> Value:
    return None if value == "" else int(value) if isinstance(value, bool) else value


def object_record(layer: str, row: Sequence[Any], attributes: Sequence[str]) -> ObjectRecord:
    """The object in a row selected as `object_columns(attributes)`."""
    fixed = len(OBJECT_FIELDS)
    objekt_id, bild_id, ursprung_id, klass, name, level, subtype, status, uncertainty = map(_text, row[:fixed])
    return ObjectRecord(
        objekt_id=objekt_id,
        lager=layer,
        klass=klass,
        bild_id=bild_id,
        namn=name,
        niva=level,
        undertyp=subtype,
        roller=text_to_codes(row[fixed]),
        status=status,
        osakerhet=uncertainty,
        wkb=_geometry(row[fixed + 1]),
        ursprung_id=ursprung_id,
        attribut={
            code: value
            for code, value in zip(attributes, row[fixed + 3 :])
            if value is not None and value != "" and not isinstance(value, bytes)
        },
        grupp=_text(row[fixed + 2]),
    )


def object_columns(attributes: Sequence[str]) -> tuple[str, ...]:
    """The columns `object_record` wants, in its order."""
    return (*OBJECT_FIELDS, "roll", "geom", "grupp", *attributes)


def _geometry(blob: Any) -> bytes | None:
    """The geometry in a blob; None when it is empty or cannot be read, of which the check says that it is not drawn."""
    try:
        return wkb.from_blob(blob)
    except (ValueError, TypeError, AttributeError):
        return None


def head_row(head: Head, catalogue_version: str, schema_version: int) -> dict[str, Any]:
    """The one row of `strukturbild`."""
    return {
        **{name: getattr(head, name) for name in HEAD_COLUMNS},
        "lan": ",".join(head.lan),
        "exempel": int(head.exempel),
        "spridningstillstand_datum": head.spridningstillstand_datum or None,
        "katalog_version": catalogue_version,
        "schema_version": schema_version,
    }


def head(row: Row) -> Head:
    """The head in a row of `strukturbild`."""
    # A delivery of an older version is read as it is, without the columns that came later.
    texts = {name: _text(row.get(name)) for name in HEAD_COLUMNS if name not in _HEAD_NO_TEXTS}
    level = _number(row.get("samverkansniva"))
    return Head(lan=text_to_codes(row["lan"]), exempel=_yes(row["exempel"]), samverkansniva=level, **texts)


def picture_row(picture: Picture) -> dict[str, Any]:
    """A row of `bild`."""
    return {**vars(picture), "beslutsdatum": picture.beslutsdatum or None, "ses_over": picture.ses_over or None}


def picture(row: Row) -> Picture:
    """The picture in a row of `bild`."""
    texts = {
        name: _text(row[name])
        for name in ("bild_id", "namn", "bildtyp", "skala", "scenario", "status", "beslutsdatum", "beslutsorgan")
    }
    texts.update({name: _text(row.get(name)) for name in ("utgar_fran", "ses_over")})
    year, circulation = _number(row["horisont"]), _number(row.get("remissomgang"))
    return Picture(horisont=year, remissomgang=circulation, ordning=_number(row["ordning"]) or 0, **texts)


def area_row(area: Area) -> dict[str, Any]:
    """A row of `avgransning`."""
    return {"kod": area.kod, "namn": area.namn, "geom": wkb.to_blob(area.wkb)}


def area(row: Row) -> Area:
    """The area in a row of `avgransning`."""
    return Area(_text(row["kod"]), _text(row["namn"]), _geometry(row["geom"]) or b"")


def goal_set_row(goal_set: GoalSet, sources: Sequence[str] = ()) -> dict[str, Any]:
    """A row of `malsamling`."""
    return {
        **vars(goal_set),
        "lan": ",".join(goal_set.lan),
        "fullstandig": int(goal_set.fullstandig),
        "kontrollerad": goal_set.kontrollerad or None,
        "kallor": "\n".join(sources),
    }


_GOAL_SETS_LATER = (
    *("serie", "reviderad", "giltig_till", "ersatter", "kontrollerad"),
    *("omfattning", "nivakallor", "adresser", "biblioteksversion"),
)


def goal_set(row: Row) -> GoalSet:
    """The goal set in a row of `malsamling`."""
    texts = {
        name: _text(row[name]) for name in ("kod", "namn", "organisation", "antagen", "url", "anmarkning", "overordnat")
    }
    return GoalSet(
        lan=text_to_codes(row["lan"]),
        horisont=_number(row["horisont"]),
        fullstandig=_yes(row["fullstandig"]),
        **texts,
        **{name: _text(row.get(name)) for name in _GOAL_SETS_LATER},
    )


def goal_row(goal: Goal) -> dict[str, Any]:
    """A row of `mal`."""
    said = None if goal.prioriterat is None else int(goal.prioriterat)
    return {**vars(goal), "tillganglighet": codes_to_text(goal.tillganglighet), "prioriterat": said}


def goal(row: Row) -> Goal:
    """The goal in a row of `mal`."""
    texts = {
        name: _text(row[name])
        for name in ("mal_id", "samling", "kod", "niva_namn", "titel", "over_id", "beskrivning", "indikator")
    }
    texts.update({name: _text(row.get(name)) for name in ("kalla", "ersatter")})
    weight, first = row.get("vikt"), row.get("prioriterat")
    return Goal(
        ordning=_number(row["ordning"]) or 0,
        malar=_number(row["malar"]),
        tillganglighet=text_to_codes(row.get("tillganglighet")),
        vikt=float(weight) if isinstance(weight, (int, float)) and math.isfinite(weight) else None,
        prioriterat=None if first is None or first == "" else bool(first),
        **texts,
    )


def link(row: Row) -> GoalLink:
    """The link in a row of `objekt_mal`."""
    return GoalLink(
        _text(row["objekt_id"]), _text(row["mal_id"]), _number(row["bidrag"]) or 0, _text(row["motivering"])
    )


_Plain = TypeVar("_Plain", Measure, Question, GoalInfluence, GoalCounterpart)


def plain_row(record: Measure | Question | GoalInfluence | GoalCounterpart) -> dict[str, Any]:
    """The columns of a record whose fields are texts and whole numbers; empty texts become NULL."""
    return {name: None if value == "" else value for name, value in vars(record).items()}


def plain_record(kind: type[_Plain], row: Row) -> _Plain:
    """The record of that kind in a row of its table."""
    values: dict[str, Any] = {}
    for one in fields(kind):
        number = _number(row[one.name])
        values[one.name] = _text(row[one.name]) if one.type == "str" else number or 0 if one.type == "int" else number
    return kind(**values)


def edition(row: Row) -> Edition:
    """The edition in a row of `utgava`."""
    return Edition(
        _number(row["nummer"]) or 0,
        _text(row["tid"]),
        _text(row["status"]),
        _text(row["fingeravtryck"]),
        _number(row["antal_objekt"]) or 0,
        _number(row["antal_lankar"]) or 0,
    )


def label_place(row: Row) -> LabelPlace | None:
    """The moved name in a row of `etikettplats`; None when it says no place."""
    bild_id, objekt_id, papper = (_text(row[name]) for name in ("bild_id", "objekt_id", "papper"))
    x, y = row["x"], row["y"]
    if not all(isinstance(each, (int, float)) and abs(each) <= wkb.MAX_COORDINATE_M for each in (x, y)):
        return None
    return LabelPlace(bild_id, objekt_id, papper, float(x), float(y))


def origin(row: Row) -> Origin:
    """The origin in a row of `logg`; see copying.py."""
    strukturbild_id, number, mark = (*_text(row["detalj"]).split(), "", "", "")[:3]
    return Origin(strukturbild_id, _text(row["aktor"]), int(number) if number.isdecimal() else None, mark)


def anchoring(row: Row) -> Anchoring:
    """The anchoring in a row of `logg`."""
    return Anchoring(
        forankring_id=_text(row["logg_id"]),
        tid=_text(row["tid"]),
        aktor=_text(row["aktor"]),
        objekt_id=_text(row["objekt_id"]),
        niva=_number(row.get("niva")),
        detalj=_text(row["detalj"]),
        vem=_text(row["vem"]),
    )
