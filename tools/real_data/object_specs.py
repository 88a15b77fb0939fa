"""From a recipe (YAML beside this file) and real data to the objects of a worked example, as its file spells them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.real_data import sources
from tools.real_data.network import Network
from tools.real_data.sources import Point, Protected, Town, to_degrees, to_metres

Recipe = dict[str, Any]
ObjectSpec = dict[str, Any]

HERE = Path(__file__).resolve().parent
DESCRIPTION = "Gjort för att prova programmet. Ingen regions plan."
_CORE_AREA_CORNERS = 7
"""A core area keeps about so many corners of its hull."""
_WEDGE_SECTIONS = 3
"""A wedge turns at most twice: more, and a wide band would cross itself."""


def recipe_named(name: str) -> Recipe:
    """The recipe `mitt` or `norr`."""
    import yaml

    recipe: Recipe = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    return recipe


def object_specs(recipe: Recipe) -> list[ObjectSpec]:
    """Every object of the picture."""
    found = _chosen_towns(recipe)
    hubs = {name: Town(name, "", 0, (at[0], at[1])) for name, _kind, _level, at in recipe["bytespunkter"]}
    places = {**hubs, **{town.namn: town for town, _level in found}}
    return [
        *_nodes(recipe, found),
        *_interchanges(recipe),
        *_corridors(recipe, places),
        *_links(recipe, places),
        *_wedges(recipe),
        *_cores(recipe),
        *_areas(recipe),
        *_waters(recipe),
    ]


def _chosen_towns(recipe: Recipe) -> list[tuple[Town, str]]:
    skipped = set(recipe.get("hoppa_over", ()))
    own = [town for town in sources.towns() if town.lan in recipe["lan"] and town.namn not in skipped]
    levels = sorted(recipe["trosklar"].items(), key=lambda item: -item[1])
    unlike = {town.namn: town for town in reversed(own)}
    largest = sorted(unlike.values(), key=lambda town: -town.people)[: recipe["antal_orter"]]
    chosen = [(town, next(code for code, least in levels if town.people >= least)) for town in largest]
    abroad = recipe.get("utland", {})
    first = {town.namn: town for town in reversed(sources.neighbours()) if town.namn in abroad}
    return chosen + [(town, abroad[town.namn]) for town in first.values()]


def _nodes(recipe: Recipe, found: list[tuple[Town, str]]) -> Iterator[ObjectSpec]:
    goals = [[code, goal, 1, DESCRIPTION] for code, codes in recipe["mal"].items() for goal in codes]
    for number, (town, level) in enumerate(found):
        yield {
            "namn": town.namn,
            "klass": "nod",
            "niva": level,
            "roller": recipe["roller"].get(town.namn, []),
            "platser": [{"ort": "", "lan": "", "reserv": list(town.at)}],
            "beskrivning": f"{town.people} invånare (SCB 2020)" if len(town.lan) == 2 and town.lan.isdigit() else "",
            "mal": goals if level == "storregional" else goals[number % len(goals) :][:1],
        }


def _interchanges(recipe: Recipe) -> Iterator[ObjectSpec]:
    for name, kind, level, at in recipe["bytespunkter"]:
        yield {
            "namn": name, "klass": "bytespunkt", "niva": level, "undertyp": kind,
            "platser": [{"ort": "", "lan": "", "reserv": at}],
        }  # fmt: skip


def _corridors(recipe: Recipe, places: dict[str, Town]) -> Iterator[ObjectSpec]:
    networks = {layer: Network(layer) for layer in {row[4] for row in recipe["strak"]}}
    for name, level, kind, status, layer, stops, start, end in recipe["strak"]:
        yield {
            "namn": name, "klass": "strak", "niva": level, "undertyp": kind, "status": status,
            "via": _way(stops, places, networks[layer], recipe["skarpa"]["tolerans"], recipe["skarpa"]["fritt"]),
            "mot_start": f"mot {start}" if start else "", "mot_slut": f"mot {end}" if end else "",
        }  # fmt: skip


def _way(stops: list[Any], places: dict[str, Town], network: Network, tolerance: float, free: float) -> list[Any]:
    line: list[Any] = [stops[0]]
    for one, other in zip(stops, stops[1:]):
        if isinstance(one, str) and isinstance(other, str):
            between = network.between(places[one].at, places[other].at, tolerance, free)
            line.extend(list(point) for point in between)
        line.append(other)
    return line


def _links(recipe: Recipe, places: dict[str, Town]) -> Iterator[ObjectSpec]:
    for one, other, level, strength, bend in recipe["samband"]:
        yield _link(one, other, level, strength, bend)
    least = recipe.get("pendling_minst")
    if not least:
        return
    for (one, other), people in sorted(sources.commuting().items(), key=lambda item: -item[1]):
        if people >= least and one in places and other in places:
            strength = "stark" if people >= 2000 else "medel" if people >= 800 else "svag"
            yield {
                **_link(one, other, "inomregional", strength, 0.18),
                "sambandstyp": "pendling", "matt": people, "matt_enhet": "pendlare i båda riktningar",
                "matt_kalla": "SCB 2024",
            }  # fmt: skip


def _link(one: str, other: str, level: str, strength: str, bend: float) -> ObjectSpec:
    return {
        "namn": f"{one}–{other}", "klass": "samband", "niva": level, "styrka": strength, "fran": one, "till": other,
        "bage": bend,
    }  # fmt: skip


def _wedges(recipe: Recipe) -> Iterator[ObjectSpec]:
    if not recipe["kilar"]:
        return
    areas = sources.protected(tuple(recipe["lan_namn"]), 40)
    for name, inner, outer, reach in recipe["kilar"]:
        yield {
            "namn": name, "klass": "gron_kil", "niva": "regional", "band": _axis(inner, outer, reach, areas),
            "bredd": [reach * 0.45, reach * 1.1],
        }  # fmt: skip


def _axis(inner: list[float], outer: list[float], reach: float, areas: list[Protected]) -> list[list[float]]:
    """From inner to outer point, drawn towards the middle of the protected areas on the way, weighted by size."""
    (x, y), (to_x, to_y) = to_metres(*inner), to_metres(*outer)
    far = math.dist((x, y), (to_x, to_y))
    ahead = ((to_x - x) / far, (to_y - y) / far)
    sums = [[0.0, 0.0] for _ in range(_WEDGE_SECTIONS)]
    for area in areas:
        here = to_metres(*area.middle)
        along = (here[0] - x) * ahead[0] + (here[1] - y) * ahead[1]
        beside = (here[1] - y) * ahead[0] - (here[0] - x) * ahead[1]
        if 0 < along < far and abs(beside) < reach:
            section = sums[min(_WEDGE_SECTIONS - 1, int(along / far * _WEDGE_SECTIONS))]
            section[0] += beside * math.sqrt(area.size)
            section[1] += math.sqrt(area.size)
    line = [list(inner)]
    for place, (moved, weight) in enumerate(sums[:-1]):
        if weight:
            share, beside = far * (place + 0.5) / _WEDGE_SECTIONS, moved / weight * 0.4
            at = (x + ahead[0] * share - ahead[1] * beside, y + ahead[1] * share + ahead[0] * beside)
            line.append(list(to_degrees(*at)))
    return [*line, list(outer)]


def _cores(recipe: Recipe) -> Iterator[ObjectSpec]:
    wanted = recipe["karnor"]
    taken: list[Point] = []
    for area in sources.protected(tuple(recipe["lan_namn"]), wanted["minst_ha"]):
        apart = min((math.dist(to_metres(*area.middle), to_metres(*other)) for other in taken), default=math.inf)
        if len(taken) < wanted["antal"] and apart > math.sqrt(area.size * 1e4) * 1.2:
            taken.append(area.middle)
            step = max(1, len(area.hull) // _CORE_AREA_CORNERS)
            yield {
                "namn": area.namn, "klass": wanted["sort"], "niva": "regional",
                "yta": [list(point) for point in area.hull[::step]],
            }  # fmt: skip


def _areas(recipe: Recipe) -> Iterator[ObjectSpec]:
    for key, klass in (("gransbygder", "gransbygd"), ("landsbygd", "landsbygd"), ("trakter", "vardetrakt")):
        for name, kind, ring in recipe[key]:
            yield {"namn": name, "klass": klass, "undertyp": kind, "yta": ring}
    for name, kind, ring in recipe["kust"]:
        yield {"namn": name, "klass": "bla_struktur", "niva": "regional", "undertyp": kind, "yta": ring}


def _waters(recipe: Recipe) -> Iterator[ObjectSpec]:
    for name, called in recipe["alvar"].items():
        yield {
            "namn": name, "klass": "bla_struktur", "niva": "regional", "undertyp": "vattenstrak",
            "lank": [list(point) for point in sources.river(called)],
        }  # fmt: skip
    for name, status, line in recipe["gron_lank"]:
        yield {"namn": name, "klass": "gron_samband", "undertyp": "samband", "status": status, "lank": line}
