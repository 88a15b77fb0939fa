"""The goal library: verified goal sets as readable YAML files, one set a file (templates/mal)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Iterable, Sequence

from .. import paths
from ..errors import GoalError
from ..i18n import tr
from ..safe_yaml import load
from .model import GoalSet
from .tree import GoalRow, GoalTree, build_tree, listed

__all__ = ["GoalTree", "load_goal_sets", "sets_for"]

_SET_KEYS = {
    "kod": True,
    "namn": True,
    "organisation": True,
    "lan": True,
    "antagen": True,
    "horisont": True,
    "kallor": True,
    "fullstandig": True,
    "anmarkning": False,
    "overordnat": False,
    "mal": True,
}
_GOAL_KEYS = {"kod", "niva", "titel", "beskrivning", "indikator", "malar", "mal"}
_CODE = re.compile(r"[a-z][a-z0-9_]*")
_COUNTY = re.compile(r"\d\d")
_ADOPTED = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")
_ADDRESS = re.compile(r"https?://\S+")
_ANY = re.compile(r".*", re.DOTALL)
_MOST_BYTES = 1_000_000
_DEEPEST = 12


def load_goal_sets(folder: Path = paths.GOAL_SETS) -> dict[str, GoalTree]:
    """Read every set in `folder` by code. GoalError lists every fault of every file at once."""
    trees: dict[str, GoalTree] = {}
    problems: list[str] = []
    for file in sorted(folder.glob("*.yaml")):
        tree, faults = _read(file)
        problems.extend(f"{file.name}: {fault}" for fault in faults)
        if tree is not None:
            trees[tree.samling.kod] = tree
    if problems:
        raise GoalError(listed(tr("Målbiblioteket har fel:"), problems))
    return trees


def sets_for(lan: Sequence[str], folder: Path = paths.GOAL_SETS) -> tuple[str, ...]:
    """The codes of the regional strategies (RUS) of these län codes, in the order the län are given."""
    sets = [tree.samling for tree in load_goal_sets(folder).values()]
    return tuple(dict.fromkeys(found.kod for county in lan for found in sets if county in found.lan))


def _read(file: Path) -> tuple[GoalTree | None, tuple[str, ...]]:
    import yaml

    try:
        if file.stat().st_size > _MOST_BYTES:
            return None, (tr("filen är för stor för att vara en målsamling."),)
        data = load(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else "?"
        return None, (tr("rad {line} kan inte läsas som YAML.").format(line=line),)
    except (OSError, UnicodeDecodeError, RecursionError):
        return None, (tr("filen kan inte läsas som text i UTF-8."),)
    return tree_from(data, file.stem)


def tree_from(data: Any, kod: str, verified: bool = True) -> tuple[GoalTree | None, tuple[str, ...]]:
    """The set that the content of a file describes, with its faults; a set with faults must not be used.

    `kod`: the code it should have, which is its file's name. `verified`: the library's own sets name a source and say
    what they lack; a region's own need not.
    """
    if not isinstance(data, dict):
        return None, (tr("filen ska börja med nycklar som kod, namn och mal."),)
    faults = [*_key_faults(data), *_value_faults(data, kod, verified)]
    rows: list[GoalRow] = []
    faults.extend(_collect(data.get("mal"), "", "mal", 1, rows))
    if faults:
        return None, tuple(faults)
    tree, problems = build_tree(_goal_set(data), rows, tuple(data["kallor"]))
    return (None, problems) if problems else (tree, ())


def _goal_set(data: dict[str, Any]) -> GoalSet:
    return GoalSet(
        kod=data["kod"],
        namn=data["namn"],
        organisation=data["organisation"],
        lan=tuple(data["lan"]),
        antagen=data["antagen"],
        horisont=data["horisont"],
        url=data["kallor"][0] if data["kallor"] else "",
        fullstandig=data["fullstandig"],
        anmarkning=data.get("anmarkning") or "",
        overordnat=data.get("overordnat") or "",
    )


def _key_faults(data: dict[Any, Any]) -> Iterable[str]:
    for key in data:
        if key not in _SET_KEYS:
            yield tr("okänd nyckel {key}. Tillåtna: {allowed}.").format(key=key, allowed=", ".join(_SET_KEYS))
    for key, needed in _SET_KEYS.items():
        if needed and key not in data:
            yield tr("nyckeln {key} saknas.").format(key=key)


def _value_faults(data: dict[Any, Any], stem: str, verified: bool) -> Iterable[str]:
    """Say what is wrong with the values that are there; missing keys are told of elsewhere."""
    loose = () if verified else (_ANY,)
    expected = (
        ("kod", _is_text(data.get("kod"), _CODE) and data.get("kod") == stem, tr("filens namn utan .yaml")),
        ("namn", _is_text(data.get("namn")), tr("en text")),
        ("organisation", _is_text(data.get("organisation"), *loose), tr("en text")),
        ("lan", _are_texts(data.get("lan"), _COUNTY), tr('en lista med länskoder som "17", tom för nationella mål')),
        ("antagen", _is_text(data.get("antagen"), _ADOPTED), tr('"ÅÅÅÅ", "ÅÅÅÅ-MM", "ÅÅÅÅ-MM-DD" eller ""')),
        ("horisont", _is_year_or_none(data.get("horisont")), tr("ett årtal eller null")),
        ("kallor", _are_sources(data.get("kallor"), verified), tr("minst en webbadress")),
        ("fullstandig", isinstance(data.get("fullstandig"), bool), tr("true eller false")),
        ("overordnat", isinstance(data.get("overordnat", ""), str), tr("en text")),
        ("anmarkning", isinstance(data.get("anmarkning", ""), str), tr("en text")),
    )
    for key, fits, wanted in expected:
        if key in data and not fits:
            yield tr("{key} ska vara {wanted}.").format(key=key, wanted=wanted)
    if verified and data.get("fullstandig") is False and not data.get("anmarkning"):
        yield tr("en samling som inte är fullständig ska säga vad som saknas i anmarkning.")


def _collect(data: Any, over: str, place: str, depth: int, rows: list[GoalRow]) -> Iterable[str]:
    """Add the goals of the nested list `data` to `rows`, parents first; gives the faults."""
    if data is None or not isinstance(data, list):
        yield tr("{place} ska vara en lista med mål.").format(place=place)
        return
    if depth > _DEEPEST:
        yield tr("{place}: fler än {most} nivåer.").format(place=place, most=_DEEPEST)
        return
    for number, item in enumerate(data, 1):
        here = f"{place}[{number}]"
        if not isinstance(item, dict):
            yield tr("{place} ska ha nycklarna kod, niva och titel.").format(place=here)
            continue
        yield from _goal_faults(item, here)
        kod = str(item.get("kod", "")).strip()
        rows.append(_row(item, kod, over, here))
        if "mal" in item:
            yield from _collect(item["mal"], kod, f"{here}.mal", depth + 1, rows)


def _goal_faults(item: dict[Any, Any], place: str) -> Iterable[str]:
    for key in item:
        if key not in _GOAL_KEYS:
            yield tr("{place}: okänd nyckel {key}. Tillåtna: {allowed}.").format(
                place=place, key=key, allowed=", ".join(sorted(_GOAL_KEYS))
            )
    for key in ("kod", "niva", "titel", "beskrivning", "indikator"):
        if not isinstance(item.get(key, ""), str):
            yield tr("{place}.{key} ska vara en text inom citattecken.").format(place=place, key=key)
    if not item.get("niva"):
        yield tr("{place}: niva saknas (strategins eget ord för nivån).").format(place=place)
    if not _is_year_or_none(item.get("malar")):
        yield tr("{place}.malar ska vara ett årtal.").format(place=place)


def _row(item: dict[Any, Any], kod: str, over: str, place: str) -> GoalRow:
    year = item.get("malar")
    return GoalRow(
        kod=kod,
        titel=str(item.get("titel", "")).strip(),
        plats=place,
        over=over,
        niva=str(item.get("niva", "")).strip(),
        beskrivning=str(item.get("beskrivning", "")).strip(),
        indikator=str(item.get("indikator", "")).strip(),
        malar=year if isinstance(year, int) else None,
    )


def _is_text(value: Any, pattern: re.Pattern[str] = re.compile(r".*\S.*", re.DOTALL)) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _are_texts(value: Any, pattern: re.Pattern[str]) -> bool:
    return isinstance(value, list) and all(_is_text(item, pattern) for item in value)


def _are_sources(value: Any, verified: bool) -> bool:
    return _are_texts(value, _ADDRESS) and (bool(value) or not verified)


def _is_year_or_none(value: Any) -> bool:
    return value is None or (isinstance(value, int) and not isinstance(value, bool) and 1900 <= value <= 2200)
