"""A goal set as a readable YAML file: what it says of the strategy, and its goals."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from ..i18n import tr
from ..region_codes import REGION_CODE
from ..yaml_reader.fields import Fields
from ..yaml_reader.problems import Problems, SourceLocation
from ..yaml_reader.yaml_file import YamlBlock, read_yaml_bytes
from .model import EXTENTS, WHOLE, GoalSet
from .tree import MAX_DEPTH, MAX_WEIGHT, GoalRow, GoalTree, build_tree

_CODE = re.compile(r"[a-z][a-z0-9_]*")
_MAX_CODE = 50
ADOPTION_DATE = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
WEB_ADDRESS = re.compile(r"https?://[^\s/.]+(\.[^\s/.]+)+(/\S*)?")
_LEVEL_SOURCE = re.compile(r"[^:]+: https?://\S+")
_MAX_TEXT = 100_000
"""Of a text: descriptions come from tables too, where nothing limits them."""
VERSION_TEXTS = (
    *("serie", "reviderad", "giltig_till", "ersatter", "kontrollerad"),
    *("omfattning", "nivakallor", "adresser", "biblioteksversion"),
)
"""Fields of a set that say which version of its strategy it is. Only the library's own need have any."""
_PLAIN_TEXTS = ("serie", "giltig_till", "ersatter", "biblioteksversion")


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
    return None if block is None else goal_set_tree(block, name, problems, verified)


def goal_set_tree(block: YamlBlock, name: str, problems: Problems, verified: bool) -> GoalTree | None:
    """The set in a block of YAML, as `goal_set_from` gives it."""
    own = Problems()
    fields = Fields(block, SourceLocation(name), own)
    sources = fields.codes("kallor", None, True, WEB_ADDRESS, tr("en webbadress som https://..."), "[https://...]")
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
    # a region's own set may hold what somebody has written in QGIS; only the library is held to what is offered
    extent = fields.choice("omfattning", EXTENTS, False) if verified else fields.text("omfattning", required=False)
    says_so = fields.has("fullstandig")
    complete = fields.yes_no("fullstandig") if says_so or not extent else extent == WHOLE
    complete = extent == WHOLE if verified and extent else complete
    found = GoalSet(
        kod=fields.file_code(_CODE, tr("små bokstäver a-z, siffror och _, med en bokstav först")),
        namn=fields.text("namn", most=_MAX_TEXT),
        organisation=fields.text("organisation", required=verified, most=_MAX_TEXT),
        lan=fields.codes("lan", None, True, REGION_CODE, tr('en länskod som "17"'), '["17"]'),
        antagen=_date(fields, "antagen"),
        horisont=fields.year("horisont"),
        url=sources[0] if sources else "",
        fullstandig=complete,
        anmarkning=fields.text("anmarkning", required=False, most=_MAX_TEXT),
        overordnat=fields.text("overordnat", required=False, most=_MAX_TEXT),
        omfattning=extent,
        reviderad=_date(fields, "reviderad") if verified else fields.text("reviderad", required=False, most=_MAX_TEXT),
        kontrollerad=fields.text(
            "kontrollerad", required=False, pattern=_DAY if verified else None, wanted=tr('en dag, "ÅÅÅÅ-MM-DD"')
        ),
        nivakallor=_lines(fields, "nivakallor", _LEVEL_SOURCE, tr('en nivå och en adress: "Mål: https://..."')),
        adresser=_lines(fields, "adresser", WEB_ADDRESS, tr("en webbadress som https://...")),
        **{name: fields.text(name, required=False, most=_MAX_TEXT) for name in _PLAIN_TEXTS},
    )
    for key in ("antagen", "reviderad", "kontrollerad") if verified else ():
        written = getattr(found, key)
        if _no_such_day(written):
            fields.problem(tr("'{key}' är {date}, som inte finns i kalendern.").format(key=key, date=written), key)
    needed = [("organisation", '"..."'), ("antagen", '"2025"'), ("horisont", "2040")]
    needed += [] if extent else [("omfattning", "delvis")] if verified else [("fullstandig", "ja")]
    needed += [("kontrollerad", '"2026-11-29"')] if verified else []
    for key, example in needed:
        if key not in fields.written():
            fields.missing(key, example)
    if verified and not sources and fields.has("kallor"):
        fields.problem(tr("'kallor' är tom. Skriv minst en webbadress."), "kallor")
    if verified and (extent or says_so) and not complete and not found.anmarkning:
        what = tr("En samling som inte är fullständig ska säga vad som saknas i 'anmarkning'.")
        said = [key for key in ("anmarkning", "fullstandig", "omfattning") if key in fields.written()]
        fields.problem(what, said[0])
    return found


def _date(fields: Fields, key: str) -> str:
    wanted = tr('"ÅÅÅÅ", "ÅÅÅÅ-MM", "ÅÅÅÅ-MM-DD" eller ""')
    return fields.text(key, required=False, pattern=ADOPTION_DATE, wanted=wanted)


def _no_such_day(written: str) -> bool:
    if not written:
        return False
    rest = {len("ÅÅÅÅ"): "-01-01", len("ÅÅÅÅ-MM"): "-01"}
    try:
        date.fromisoformat(written + rest.get(len(written), ""))
    except ValueError:
        return True
    return False


def _lines(fields: Fields, key: str, pattern: re.Pattern[str], wanted: str) -> str:
    """A text with a line for each, or a list of them."""
    if not fields.has(key) or fields.has_text(key):
        return fields.text(key, required=False, most=_MAX_TEXT)
    return "\n".join(fields.codes(key, None, False, pattern, wanted, "[https://...]"))


def _collect(fields: Fields, over: str, depth: int, rows: list[GoalRow]) -> None:
    """Add the goals under `mal` to `rows`, parents first."""
    if depth > MAX_DEPTH:
        fields.problem(tr("Målen har fler än {most} nivåer. Flytta ut de innersta.").format(most=MAX_DEPTH), "mal")
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
                vikt=inner.number("vikt", 0, MAX_WEIGHT) if inner.has("vikt") else None,
                prioriterat=inner.yes_no("prioriterat") if inner.has("prioriterat") else None,
            )
        )
        if inner.has("mal"):
            _collect(inner, kod, depth + 1, rows)
        inner.done()
