"""The catalogue as table rows, and back: how a strukturbild carries its own copy.

What comes back passes the same checks as the files, since anybody may have edited the tables. Subtypes are values of
the list `undertyp:<klass>`; codes in a list are written with commas; `gemensam` is the place among the common
attributes (0: not common).
"""

from __future__ import annotations

import json
from typing import Any, Iterable, Mapping, Sequence

from ..errors import CatalogueError
from ..i18n import tr
from ..yaml_reader.problems import Problems, SourceLocation
from .assemble import STORED, Document, assemble
from .model import GEOMETRIES, Catalogue, Choice, ObjectClass, Text

Row = Mapping[str, Any]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "struktur": ("kod", "namn_sv", "namn_en", "op_ord", "ordning", "katalogversion"),
    "lager": ("kod", "geometri", "namn_sv", "namn_en", "attribut", "ordning"),
    "attributgrupp": ("kod", "namn_sv", "namn_en", "ordning"),
    "attribut": (
        *("kod", "namn_sv", "namn_en", "typ", "grupp", "lista", "enhet"),
        *("hjalp_sv", "hjalp_en", "kalla", "gemensam", "ordning"),
    ),
    "varde": ("lista", "kod", "namn_sv", "namn_en", "ordning", "kalla"),
    "klass": (
        *("kod", "namn_sv", "namn_en", "plural_sv", "plural_en", "struktur", "lager_punkt", "lager_linje", "lager_yta"),
        *("ordning", "attribut", "symbol", "hjalp_sv", "hjalp_en", "ritanvisning_sv", "ritanvisning_en"),
        *("kalla", "egen", "roller", "motesavstand"),
    ),
    "niva": ("klass", "kod", "namn_sv", "namn_en", "ordning", "storlek", "kalla", "undertyper"),
}
"""Every table of the catalogue and its columns, in order.

Whole numbers: ordning, gemensam, egen. Decimals: storlek, motesavstand.
"""

_SUBTYPES = "undertyp:"
_MAX_KNOWN = 8
_known: dict[str, Catalogue] = {}
"""Catalogues by the content of their tables: a file is read several times in one edition, and checked each time."""


def subtype_list(klass: str) -> str:
    """The name of the value list that holds the subtypes of a class."""
    return _SUBTYPES + klass


def to_rows(catalogue: Catalogue) -> dict[str, list[dict[str, Any]]]:
    """The catalogue as rows for a strukturbild's tables, by the names of `COLUMNS`."""
    return {
        "struktur": _structure_rows(catalogue),
        "lager": _layer_rows(catalogue),
        "attributgrupp": [
            {"kod": g.kod, **_both("namn", g.namn), "ordning": n} for n, g in enumerate(catalogue.grupper, start=1)
        ],
        "attribut": _attribute_rows(catalogue),
        "varde": _value_rows(catalogue),
        "klass": [_class_row(klass) for klass in catalogue.klasser],
        "niva": [row for klass in catalogue.klasser for row in _level_rows(klass)],
    }


def class_rows(klass: ObjectClass) -> dict[str, list[dict[str, Any]]]:
    """The rows of one class alone (tables klass, niva, varde): what is added when a strukturbild gets an own class."""
    return {
        "klass": [_class_row(klass)],
        "niva": _level_rows(klass),
        "varde": _list_rows(subtype_list(klass.kod), klass.undertyper),
    }


def from_rows(rows: Mapping[str, Sequence[Row]]) -> Catalogue:
    """The catalogue in a strukturbild's tables: rows by the names of `COLUMNS`.

    The same rows give the same catalogue. Raises CatalogueError with every fault.
    """
    content = json.dumps(rows, ensure_ascii=False, default=_tagged)
    if content not in _known:
        made = _assembled(rows)
        while len(_known) >= _MAX_KNOWN:
            _known.pop(next(iter(_known)), None)
        _known[content] = made
        return made
    return _known[content]


def _tagged(value: object) -> list[str]:
    """What JSON has no word for, unlike all that it has words for: a list is never in a cell."""
    return [type(value).__name__, repr(value)]


def _assembled(rows: Mapping[str, Sequence[Row]]) -> Catalogue:
    problems = Problems()
    catalogue = assemble(_documents(rows, problems), problems)
    if problems:
        raise CatalogueError(
            tr("Katalogtabellerna i strukturbilden har fel. Rätta raderna eller öppna en äldre kopia:"),
            problems.sentences(),
        )
    return catalogue


def _structure_rows(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [
        {
            "kod": structure.kod,
            **_both("namn", structure.namn),
            "op_ord": structure.op_ord,
            "ordning": place,
            "katalogversion": catalogue.version,
        }
        for place, structure in enumerate(catalogue.strukturer, start=1)
    ]


def _layer_rows(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [
        {
            "kod": layer.kod,
            "geometri": layer.geometri,
            **_both("namn", layer.namn),
            "attribut": ",".join(layer.attribut),
            "ordning": place,
        }
        for place, layer in enumerate(catalogue.lager, start=1)
    ]


def _attribute_rows(catalogue: Catalogue) -> list[dict[str, Any]]:
    common = {kod: place for place, kod in enumerate(catalogue.gemensamma, start=1)}
    return [
        {
            "kod": attribute.kod,
            **_both("namn", attribute.namn),
            "typ": attribute.typ,
            "grupp": attribute.grupp,
            "lista": attribute.lista,
            "enhet": attribute.enhet,
            **_both("hjalp", attribute.hjalp),
            "kalla": attribute.kalla,
            "gemensam": common.get(attribute.kod, 0),
            "ordning": place,
        }
        for place, attribute in enumerate(catalogue.attribut.values(), start=1)
    ]


def _value_rows(catalogue: Catalogue) -> list[dict[str, Any]]:
    found = [row for value_list, values in catalogue.listor.items() for row in _list_rows(value_list, values)]
    for klass in catalogue.klasser:
        found += _list_rows(subtype_list(klass.kod), klass.undertyper)
    return found


def _list_rows(value_list: str, values: Iterable[Choice]) -> list[dict[str, Any]]:
    return [
        {"lista": value_list, "kod": v.kod, **_both("namn", v.namn), "ordning": n, "kalla": v.kalla}
        for n, v in enumerate(values, start=1)
    ]


def _class_row(klass: ObjectClass) -> dict[str, Any]:
    return {
        "kod": klass.kod,
        **_both("namn", klass.namn),
        **_both("plural", klass.plural),
        "struktur": klass.struktur,
        **{f"lager_{kind}": klass.lager.get(kind, "") for kind in GEOMETRIES},
        "ordning": klass.ordning,
        "attribut": ",".join(klass.attribut),
        "symbol": klass.symbol,
        **_both("hjalp", klass.hjalp),
        **_both("ritanvisning", klass.ritanvisning),
        "kalla": klass.kalla,
        "egen": int(klass.egen),
        "roller": ",".join(klass.roller),
        "motesavstand": klass.motesavstand,
    }


def _level_rows(klass: ObjectClass) -> list[dict[str, Any]]:
    return [
        {
            "klass": klass.kod,
            "kod": level.kod,
            **_both("namn", level.namn),
            "ordning": level.ordning,
            "storlek": level.storlek,
            "kalla": level.kalla,
            "undertyper": ",".join(level.undertyper),
        }
        for level in klass.nivaer
    ]


def _both(name: str, text: Text) -> dict[str, str]:
    return {f"{name}_sv": text.sv, f"{name}_en": text.en}


def _documents(rows: Mapping[str, Sequence[Row]], problems: Problems) -> list[Document]:
    """The rows in the shape of the files, a document per table so that a fault names its table."""
    lists, subtypes = _value_blocks(rows, problems)
    levels: dict[str, dict[str, Any]] = {}
    for row in _in_order(rows, "niva"):
        more = {"storlek": row.get("storlek"), "kalla": row.get("kalla"), "undertyper": _split(row.get("undertyper"))}
        _add(levels.setdefault(_word(row, "klass"), {}), row, {**_texts(row, "namn"), **more}, "niva", problems)
    attributes = _blocks(rows, "attribut", problems, ("typ", "grupp", "lista", "enhet", "kalla"), ("namn", "hjalp"))
    classes = _class_blocks(rows, problems, levels, subtypes)
    version = next((row.get("katalogversion") for row in rows.get("struktur", ())), "")
    structures = _blocks(rows, "struktur", problems, ("op_ord",), ("namn",))
    layers = _blocks(rows, "lager", problems, ("geometri",), ("namn",), ("attribut",))
    content: dict[str, dict[str, Any]] = {
        "struktur": {"version": version, "strukturer": structures},
        "lager": {"lager": layers},
        "attributgrupp": {"grupper": _blocks(rows, "attributgrupp", problems, (), ("namn",))},
        "attribut": {"attribut": attributes, "gemensamma": _common(rows)},
        "varde": {"listor": lists},
        "klass": {"klasser": classes},
    }
    return [Document(tr("tabellen {name}").format(name=name), block, STORED) for name, block in content.items()]


def _class_blocks(
    rows: Mapping[str, Sequence[Row]],
    problems: Problems,
    levels: Mapping[str, Mapping[str, Any]],
    subtypes: Mapping[str, Mapping[str, Any]],
) -> dict[str, Any]:
    texts = ("struktur", "ordning", "symbol", "kalla", "egen", "motesavstand")
    both = ("namn", "plural", "hjalp", "ritanvisning")
    blocks = _blocks(rows, "klass", problems, texts, both, ("attribut", "roller"))
    geometries = {_word(row, "kod"): row for row in rows.get("klass", ())}
    for kod, block in blocks.items():
        layers = {kind: geometries[kod].get(f"lager_{kind}") for kind in GEOMETRIES}
        block["lager"] = {kind: layer for kind, layer in layers.items() if layer}
        block["nivaer"] = levels.get(kod)
        block["undertyper"] = subtypes.get(kod)
    for name, owners in (("niva", levels), ("varde", subtypes)):
        for kod in owners:
            if kod not in blocks:
                problems.add(
                    SourceLocation(tr("tabellen {name}").format(name=name)),
                    tr("Rader hör till klassen '{kod}', som inte finns.").format(kod=kod[:60]),
                )
    return blocks


def _value_blocks(
    rows: Mapping[str, Sequence[Row]], problems: Problems
) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    """Value lists, and the subtypes of each class."""
    lists: dict[str, dict[str, Any]] = {}
    subtypes: dict[str, dict[str, Any]] = {}
    for row in _in_order(rows, "varde"):
        name = _word(row, "lista")
        own = name.startswith(_SUBTYPES)
        target = subtypes.setdefault(name[len(_SUBTYPES) :], {}) if own else lists.setdefault(name, {})
        _add(target, row, {**_texts(row, "namn"), "kalla": row.get("kalla")}, "varde", problems)
    return lists, subtypes


def _blocks(
    rows: Mapping[str, Sequence[Row]],
    table: str,
    problems: Problems,
    plain: Sequence[str],
    both: Sequence[str],
    codes: Sequence[str] = (),
) -> dict[str, Any]:
    """kod -> block, for the columns named: single values, texts in two languages, and lists of codes."""
    found: dict[str, Any] = {}
    for row in _in_order(rows, table):
        block = {name: row.get(name) for name in plain}
        block.update({name: _texts(row, name) for name in both if row.get(f"{name}_sv")})
        block.update({name: _split(row.get(name)) for name in codes})
        _add(found, row, block, table, problems)
    return found


def _add(target: dict[str, Any], row: Row, block: Mapping[str, Any], table: str, problems: Problems) -> None:
    kod = _word(row, "kod")
    if kod in target:
        place = SourceLocation(tr("tabellen {name}").format(name=table))
        problems.add(place, tr("Koden '{kod}' finns på två rader.").format(kod=kod[:60]))
        return
    target[kod] = block


def _common(rows: Mapping[str, Sequence[Row]]) -> list[str]:
    places = ((row.get("gemensam"), _word(row, "kod")) for row in rows.get("attribut", ()))
    return [
        kod
        for _place, kod in sorted(
            (place, kod) for place, kod in places if isinstance(place, (int, float)) and place > 0
        )
    ]


def _in_order(rows: Mapping[str, Sequence[Row]], table: str) -> list[Row]:
    def place(row: Row) -> float:
        value = row.get("ordning")
        return float(value) if isinstance(value, (int, float)) else 1e9

    return sorted(rows.get(table, ()), key=place)


def _texts(row: Row, name: str) -> dict[str, Any]:
    return {"sv": row.get(f"{name}_sv"), "en": row.get(f"{name}_en")}


def _split(value: object) -> list[str]:
    return [part.strip() for part in str(value or "").split(",") if part.strip()]


def _word(row: Row, name: str) -> str:
    value = row.get(name)
    return "" if value is None else str(value)
