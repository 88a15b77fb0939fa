"""The goal library: verified goal sets as readable YAML files, one set a file (templates/mal)."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Sequence

from .. import paths
from ..errors import GoalError
from ..i18n import tr
from ..yaml_reader.fields import Fields
from ..yaml_reader.problems import Problems, SourceLocation
from ..yaml_reader.yaml_file import YamlBlock, read_yaml, read_yaml_bytes
from .model import GoalSet
from .tree import GoalRow, GoalTree, build_tree, problem_list

__all__ = ["GoalTree", "goal_set_code", "load_goal_sets", "sets_for"]

_CODE = re.compile(r"[a-z][a-z0-9_]*")
_MAX_CODE = 50
_COUNTY = re.compile(r"\d\d")
_ADOPTION_DATE = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")
_URL = re.compile(r"https?://\S+")
_MAX_TEXT = 100_000
"""Of a text: descriptions come from tables too, where nothing limits them."""
_MAX_DEPTH = 12
_MAX_WEIGHT = 1_000_000.0
VERSION_TEXTS = (
    *("serie", "reviderad", "giltig_till", "ersatter", "kontrollerad"),
    *("omfattning", "nivakallor", "adresser", "biblioteksversion"),
)
"""Fields of a set that say which version of its strategy it is. None need be there."""


def load_goal_sets(folder: Path = paths.GOAL_SETS) -> dict[str, GoalTree]:
    """Read every goal set in `folder`, by code. Raises GoalError with every fault of every file."""
    trees: dict[str, GoalTree] = {}
    problems = Problems()
    for file in sorted(folder.glob("*.yaml")):
        block = read_yaml(file, file.name, problems)
        tree = None if block is None else _tree(block, file.name, problems, verified=True)
        if tree is not None:
            trees[tree.goal_set.kod] = tree
    if problems:
        raise GoalError(problem_list(tr("Målbiblioteket har fel:"), problems.sentences()))
    return trees


def sets_for(counties: Sequence[str], folder: Path = paths.GOAL_SETS) -> tuple[str, ...]:
    """The codes of the regional strategies (RUS) of these län codes, in the order the län are given."""
    sets = [tree.goal_set for tree in load_goal_sets(folder).values()]
    return tuple(dict.fromkeys(found.kod for county in counties for found in sets if county in found.lan))


def goal_set_code(name: str) -> str:
    """The code of a goal set with this name: 'RUS Värmland' -> 'rus_varmland'. A code stays as it is."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    code = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:_MAX_CODE]
    return code if code[:1].isalpha() else f"mal_{code}".rstrip("_")


def goal_set_from(content: bytes, name: str, problems: Problems, verified: bool = True) -> GoalTree | None:
    """Read a goal set (YAML) from the file `name`; None when it has faults, which go to `problems`.

    `verified`: the library's own sets must name a source and say what they lack; a region's own need not.
    """
    block = read_yaml_bytes(content, name, problems)
    return None if block is None else _tree(block, name, problems, verified)


def _tree(block: YamlBlock, name: str, problems: Problems, verified: bool) -> GoalTree | None:
    own = Problems()
    fields = Fields(block, SourceLocation(name), own)
    sources = fields.codes("kallor", None, True, _URL, tr("en webbadress som https://..."), "[https://...]")
    goal_set = _goal_set(fields, sources, verified)
    rows: list[GoalRow] = []
    _collect(fields, "", 1, rows)
    fields.done()
    tree = None
    if not own:
        tree, faults = build_tree(goal_set, rows, sources)
        for place, what in faults:
            own.add(place, what)
    problems.extend(own)
    return None if own else tree


def _goal_set(fields: Fields, sources: tuple[str, ...], verified: bool) -> GoalSet:
    found = GoalSet(
        kod=fields.file_code(_CODE, tr("små bokstäver a-z, siffror och _, med en bokstav först")),
        namn=fields.text("namn", most=_MAX_TEXT),
        organisation=fields.text("organisation", required=verified, most=_MAX_TEXT),
        lan=fields.codes("lan", None, True, _COUNTY, tr('en länskod som "17"'), '["17"]'),
        antagen=fields.text(
            "antagen", required=False, pattern=_ADOPTION_DATE, wanted=tr('"ÅÅÅÅ", "ÅÅÅÅ-MM", "ÅÅÅÅ-MM-DD" eller ""')
        ),
        horisont=fields.year("horisont"),
        url=sources[0] if sources else "",
        fullstandig=fields.yes_no("fullstandig"),
        anmarkning=fields.text("anmarkning", required=False, most=_MAX_TEXT),
        overordnat=fields.text("overordnat", required=False, most=_MAX_TEXT),
        **{name: fields.text(name, required=False, most=_MAX_TEXT) for name in VERSION_TEXTS},
    )
    for key, example in (("organisation", '"..."'), ("antagen", '"2025"'), ("horisont", "2040"), ("fullstandig", "ja")):
        if key not in fields.written():
            fields.missing(key, example)
    if verified and not sources and fields.has("kallor"):
        fields.problem(tr("'kallor' är tom. Skriv minst en webbadress."), "kallor")
    if verified and fields.has("fullstandig") and not found.fullstandig and not found.anmarkning:
        what = tr("En samling som inte är fullständig ska säga vad som saknas i 'anmarkning'.")
        fields.problem(what, "anmarkning" if "anmarkning" in fields.written() else "fullstandig")
    return found


def _collect(fields: Fields, over: str, depth: int, rows: list[GoalRow]) -> None:
    """Add the goals under `mal` to `rows`, parents first."""
    if depth > _MAX_DEPTH:
        fields.problem(tr("Målen har fler än {most} nivåer. Flytta ut de innersta.").format(most=_MAX_DEPTH), "mal")
        return
    if depth == 1 and not fields.has("mal"):
        fields.missing("mal", "[]")
    for inner in fields.items("mal", tr("mål")):
        kod = inner.text("kod", example='"1"')
        rows.append(
            GoalRow(
                kod=kod,
                titel=inner.text("titel", most=_MAX_TEXT),
                place=inner.place,
                over=over,
                niva=inner.text("niva", example=tr("strategins eget ord för nivån"), most=_MAX_TEXT),
                beskrivning=inner.text("beskrivning", required=False, most=_MAX_TEXT),
                indikator=inner.text("indikator", required=False, most=_MAX_TEXT),
                malar=inner.year("malar"),
                kalla=inner.text("kalla", required=False, most=_MAX_TEXT),
                tillganglighet=inner.codes("tillganglighet", None),
                ersatter=inner.text("ersatter", required=False),
                vikt=inner.number("vikt", 0, _MAX_WEIGHT) if inner.has("vikt") else None,
                prioriterat=inner.yes_no("prioriterat") if inner.has("prioriterat") else None,
            )
        )
        if inner.has("mal"):
            _collect(inner, kod, depth + 1, rows)
        inner.done()
