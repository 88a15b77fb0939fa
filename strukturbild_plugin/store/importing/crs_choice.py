"""Which coordinate system the coordinates of a source are read in, and why; asked when it cannot be known.

The test is where the objects come to lie: in the strukturbild's own area, in Sweden, or in Sweden with the countries
around it; and where the places lie that they are called after. What a file declares is believed unless another system
puts nearly all of it right and the declared one next to nothing.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any, Sequence

from ...compat import raising_gdal
from ...i18n import tr
from .area import Outline, lies_in_sweden
from .crs import LOCAL, NATIONAL, SYSTEMS, KnownSystem, Point, moved, near_sweden, system_of, system_title, to_sweref

MOST, LEAST = 0.9, 0.1
"""Shares of the points: another system must put this many right, and the declared one fewer than that."""
_CLEARLY_LESS = 0.5
_SAMPLED = 120
_NEAR_NAME_M = 5_000.0
_MIN_NAMED = 3
_MAX_CHOICES = 5
_WIDE_USE = 0.3
"""A region uses one local zone for all of itself, this share of the zone's width outside it."""


@dataclass(frozen=True)
class CrsEvidence:
    """What coordinates are tried against."""

    points: Sequence[Point]
    """Some point of each row, as written."""
    area: Outline | None = None
    """The strukturbild's own area."""
    named: Sequence[tuple[Point, Sequence[Point]]] = ()
    """A point as written, and where the populated places of that row's name lie (EPSG:3006)."""


@dataclass(frozen=True)
class CrsOption:
    """A system that the coordinates may be read in."""

    epsg: int
    name: str
    swapped: bool = False

    def sentence(self) -> str:
        """The sentence that names the system to the planner."""
        if self.swapped:
            return tr("Koordinaterna ser ut att vara {namn} med axlarna i omvänd ordning.").format(namn=self.name)
        return tr("Koordinaterna ser ut att vara {namn}.").format(namn=self.name)


@dataclass(frozen=True)
class CrsDecision:
    """The system to read in, or, with `refusal`, why none is chosen and which `options` there are."""

    system: Any = None
    """osr.SpatialReference, x before y."""
    swapped: bool = False
    """Whether the coordinates are to be read the other way round."""
    name: str = ""
    why: str = ""
    notes: tuple[str, ...] = ()
    refusal: str = ""
    options: tuple[CrsOption, ...] = ()


@dataclass(frozen=True)
class _Fit:
    """Shares of the points in the area, in Sweden, in the whole region, and at the places they are called after."""

    known: KnownSystem
    swapped: bool
    area: float
    sweden: float
    region: float
    named: float

    def option(self) -> CrsOption:
        return CrsOption(self.known.epsg, self.known.title, self.swapped)


@raising_gdal()
def chosen_system(file: str, declared: Any, wanted: str, evidence: CrsEvidence, is_table: bool = False) -> CrsDecision:
    """The system of the coordinates in `file`: as `wanted` (EPSG code), as `declared` (osr or None), or as guessed.

    `is_table`: what declares it is names and values of columns.
    Raises ImportRefused for a code that does not exist, and for a declared system that cannot be transformed.
    """
    trial = _Trial(evidence)
    if wanted:
        return _given(file, system_of(wanted), trial, asked=True)
    if declared is not None:
        decision = _given(file, declared, trial, asked=False)
        if is_table and decision.refusal:
            return replace(decision, refusal=_doubted(file, system_title(declared), True, decision.options))
        return replace(decision, why=tr("som kolumnernas namn och värden visar")) if is_table else decision
    return _guessed(file, trial)


class _Trial:
    """The points of a source tried in one system after another."""

    def __init__(self, evidence: CrsEvidence) -> None:
        self.area = evidence.area
        self.points = _sample(evidence.points)
        self.named = _sample(evidence.named)
        self._all: dict[bool, list[_Fit]] = {}

    def fit(self, transformation: Any, known: KnownSystem, swapped: bool = False) -> _Fit:
        there, count = moved(self.points, transformation, swapped), max(len(self.points), 1)
        used = [self._in_use(point, known, swapped) for point in self.points]
        wide = [self._in_use(point, known, swapped, _WIDE_USE) for point in self.points]
        in_area = [ok and self.area is not None and self.area.holds(x, y) for ok, (x, y) in zip(wide, there)]
        in_region = [ok and near_sweden(x, y) for ok, (x, y) in zip(used, there)]
        in_sweden = [region and lies_in_sweden(x, y) for region, (x, y) in zip(in_region, there)]
        found = moved([point for point, _ in self.named], transformation, swapped)
        near = [min(math.dist(x, p) for p in places) <= _NEAR_NAME_M for x, (_, places) in zip(found, self.named)]
        area, sweden, region = (sum(each) / count for each in (in_area, in_sweden, in_region))
        return _Fit(known, swapped, area, sweden, region, sum(near) / len(near) if near else 0.0)

    def all(self, swapped: bool = False) -> list[_Fit]:
        """Every known system, the likeliest first."""
        if swapped not in self._all:
            self._all[swapped] = [self.fit(to_sweref(system_of(one.epsg)), one, swapped) for one in SYSTEMS]
        return self._all[swapped]

    def names_say(self) -> bool:
        """Whether there are places enough to go by."""
        return len(self.named) >= _MIN_NAMED

    def in_degrees(self) -> bool:
        """Whether the numbers can be nothing but longitude and latitude."""
        finite = [point for point in self.points if all(map(math.isfinite, point))]
        return bool(finite) and all(abs(x) <= 180 and abs(y) <= 180 for x, y in finite)

    @staticmethod
    def _in_use(point: Point, known: KnownSystem, swapped: bool, wider: float = 0.0) -> bool:
        """Whether the easting is one that the system is used for, or a share of its width outside."""
        if math.isinf(known.east):
            return True
        more = wider * (known.east - known.west)
        return known.west - more <= point[1 if swapped else 0] <= known.east + more


def _given(file: str, system: Any, trial: _Trial, asked: bool) -> CrsDecision:
    """A system that the user or the file gives, unless it cannot be right."""
    transformation = to_sweref(system, file)
    name = system_title(system)
    listed = next((one for one in SYSTEMS if one.title == name), None)
    known = listed if listed and not asked else KnownSystem(listed.epsg if listed else 0, name)
    fit = trial.fit(transformation, known)
    why = tr("enligt ditt val") if asked else tr("som filen uppger")
    chosen = CrsDecision(system, False, name, why)
    contradicted = trial.names_say() and fit.named < LEAST
    if not trial.points or ((fit.area >= LEAST or fit.sweden >= LEAST) and (asked or not contradicted)):
        return chosen if asked or fit.area >= LEAST else _elsewhere(chosen, trial, fit)
    turned = trial.fit(transformation, known, swapped=True)
    certain = turned.region if asked else max(turned.area, turned.sweden)
    if fit.region < LEAST and certain >= MOST:
        return CrsDecision(system, True, name, why, (_swapped(name),))
    better = _better(trial, fit, asked)
    if not better:
        return chosen if asked else _elsewhere(chosen, trial, fit)
    return CrsDecision(refusal=_doubted(file, name, asked, better), options=better)


def _elsewhere(chosen: CrsDecision, trial: _Trial, fit: _Fit) -> CrsDecision:
    """A system that is believed though next to nothing lies in the area, with the others that would put it there."""
    others = [each for each in trial.all() if each.area >= MOST and each.known.epsg != fit.known.epsg]
    options = tuple(each.option() for each in sorted(others, key=lambda each: each.known.rank)[:_MAX_CHOICES])
    if not options:
        return chosen
    words = tr("Läst som {namn} ligger nästan inget i strukturbildens område. Ska det ligga där är systemet fel.")
    note = words.format(namn=chosen.name or tr("filen uppger"))
    return replace(chosen, notes=(f"{note} {_way_on(options)}",), options=options)


def _better(trial: _Trial, fit: _Fit, asked: bool) -> tuple[CrsOption, ...]:
    """The systems that clearly fit better than one with `fit`, the likeliest first; none when it is to be believed."""
    found: list[_Fit] = []
    for swapped in (False, True):
        others = [each for each in trial.all(swapped) if each.swapped or each.known.epsg != fit.known.epsg]
        if trial.names_say() and fit.named < LEAST and not asked:
            found = [each for each in others if each.named >= MOST]
        if not found and fit.region < LEAST:
            found = [each for each in others if each.region >= MOST]
        if not found and max(fit.area, fit.sweden) < LEAST and not asked:
            found = [each for each in others if each.area >= MOST]
        if found:
            break
    inside = [each for each in found if max(each.area, each.sweden) >= MOST]
    ranked = sorted(inside or found, key=lambda each: (-each.named, -(each.area >= MOST), each.known.rank))
    return tuple(each.option() for each in ranked[:_MAX_CHOICES])


def _guessed(file: str, trial: _Trial) -> CrsDecision:
    """A system for coordinates without a label, when only one can be meant."""
    if trial.in_degrees():
        straight, turned = (next(each for each in trial.all(way) if each.known.epsg == 4326) for way in (False, True))
        if max(straight.region, turned.region) > 0:
            return _taken(file, turned if turned.region > straight.region else straight)
    likely: list[_Fit] = []
    for swapped in (False, True):
        fits = trial.all(swapped)
        only, several = _only(trial, fits)
        if only:
            return _taken(file, only)
        likely = likely or several
    return CrsDecision(refusal=_asked(file, likely), options=tuple(each.option() for each in likely[:_MAX_CHOICES]))


def _only(trial: _Trial, fits: Sequence[_Fit]) -> tuple[_Fit | None, list[_Fit]]:
    """The one system that fits, or those that may."""
    if trial.names_say():
        by_name = [each for each in fits if each.named >= MOST]
        if by_name and all(each.named < _CLEARLY_LESS for each in fits if each not in by_name):
            return _likeliest(by_name), by_name
    in_area, in_sweden = _fitting(fits, "area"), _fitting(fits, "sweden")
    several = list(dict.fromkeys((*in_area, *in_sweden))) or _fitting(fits, "region")
    only = _likeliest(in_area) if in_area else _likeliest(in_sweden)
    if only is None:
        return None, several
    rival = [each for each in (fits if in_area else ()) if each is not only and each.area >= _CLEARLY_LESS]
    rival += [each for each in in_sweden if only.known.rank != NATIONAL and each.known.rank == NATIONAL]
    usual = [each for each in rival if each.known.rank <= max(only.known.rank, LOCAL)]
    return (None if usual else only), several


def _fitting(fits: Sequence[_Fit], where: str) -> list[_Fit]:
    found = [each for each in fits if getattr(each, where) >= MOST]
    return sorted(found, key=lambda each: each.known.rank)


def _likeliest(fits: Sequence[_Fit]) -> _Fit | None:
    """The one of the lowest rank, when there is only one of it."""
    ranks = sorted(each.known.rank for each in fits)
    return fits[0] if len(ranks) == 1 or (len(ranks) > 1 and ranks[0] < ranks[1]) else None


def _taken(file: str, fit: _Fit) -> CrsDecision:
    note = tr("{fil} anger inget koordinatsystem; koordinaterna lästes som {namn}.").format(
        fil=file, namn=fit.known.title
    )
    notes = (note, _swapped(fit.known.title)) if fit.swapped else (note,)
    why = tr("det enda som lägger objekten rätt")
    return CrsDecision(system_of(fit.known.epsg), fit.swapped, fit.known.title, why, notes)


def _swapped(name: str) -> str:
    return tr("Koordinaterna lästes som {namn} med axlarna i omvänd ordning.").format(namn=name)


def _doubted(file: str, name: str, asked: bool, better: Sequence[CrsOption]) -> str:
    words = tr("Koordinaterna i {fil} kan inte ligga i {system}, som filen uppger: objekten hamnar fel.")
    if asked or not name:
        words = tr("Koordinaterna i {fil} kan inte ligga i {system}: objekten hamnar fel.")
    first = words.format(fil=file, system=name or tr("filens koordinatsystem, som saknar namn"))
    return " ".join((first, tr("Inget importerades."), better[0].sentence(), _way_on(better)))


def _asked(file: str, likely: Sequence[_Fit]) -> str:
    first = tr("{fil} anger inget koordinatsystem, så inget importerades.").format(fil=file)
    if not likely:
        return first + " " + tr("Ange koordinatsystemets EPSG-kod, till exempel 3006, och försök igen.")
    options = [each.option() for each in likely[:_MAX_CHOICES]]
    words = [options[0].sentence()] if len(likely) == 1 else []
    return " ".join((first, *words, _way_on(options)))


def _way_on(options: Sequence[CrsOption]) -> str:
    """What to give as coordinate system."""
    codes = tr(" eller ").join(
        tr("{kod} för {namn}").format(kod=each.epsg, namn=each.name.split(" (EPSG")[0]) for each in options
    )
    return tr("Ange koordinatsystemet {koder} och försök igen.").format(koder=codes)


def _sample(given: Sequence[Any]) -> list[Any]:
    """Some of many, spread over all of them."""
    return list(given[:: max(1, -(-len(given) // _SAMPLED))])
