"""Where objects lie: real places against the base data, and who decides what stands in the columns."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import QgsGeometry

from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.store.create.location import (
    LOCATION_COLUMNS,
    NOWHERE,
    Location,
    codes_in,
    location_columns,
    location_finder,
    new_values,
)
from strukturbild_plugin.store.create.places import find_place

KARLSTAD, OREBRO, HALMSTAD_HARBOUR = (415000, 6584000), (512000, 6571000), (371500, 6281500)
OSLO, HAPARANDA, TORNIO = (263000, 6648000), (915000, 7325500), (922500, 7337000)


def wkb(wkt: str) -> bytes:
    return bytes(QgsGeometry.fromWkt(wkt).asWkb())


def point(*places: tuple[float, float]) -> bytes:
    return wkb(f"MultiPoint({', '.join(f'{x} {y}' for x, y in places)})")


def line(*places: tuple[float, float]) -> bytes:
    return wkb(f"MultiLineString(({', '.join(f'{x} {y}' for x, y in places)}))")


def test_towns_links_and_lines_know_their_municipalities_and_what_they_cross(base_data: Path) -> None:
    find = location_finder().of
    assert find(point(KARLSTAD)).values() == {"kommunkoder": "1780", "omradeskoder": "17", "granskorsning": None}
    joint = find(point(KARLSTAD, OREBRO)).values()
    assert joint == {"kommunkoder": "1780, 1880", "omradeskoder": "17, 18", "granskorsning": "lan"}
    link = line(KARLSTAD, OREBRO)
    assert find(link, by_ends=True).kommuner == ("1780", "1880")
    passed = find(link)
    assert {"1780", "1781", "1883", "1880"} <= set(passed.kommuner) and passed.values()["granskorsning"] == "lan"
    abroad = find(line(OSLO, KARLSTAD), by_ends=True)
    assert abroad.values() == {"kommunkoder": "1780", "omradeskoder": "17, NO", "granskorsning": "rike"}
    drawn = find(line(OSLO, KARLSTAD))
    assert drawn.lander == ("NO",) and "1780" in drawn.kommuner


def test_a_link_between_two_fylken_or_landskap_crosses_a_border_like_one_between_lan(base_data: Path) -> None:
    find = location_finder().of
    found = [find_place(name) for name in ("Hamar", "Vasa", "Åbo")]
    hamar, vasa, abo = [(one.x, one.y) for one in found if one is not None]
    link = find(line(OSLO, hamar), by_ends=True)
    assert link.regioner == ("NO-03", "NO-34"), "Oslo och Innlandet"
    assert link.values() == {"kommunkoder": None, "omradeskoder": "NO", "granskorsning": "lan"}
    assert find(line(hamar, (hamar[0] + 4000, hamar[1])), by_ends=True).values()["granskorsning"] is None
    finnish = find(line(vasa, abo), by_ends=True)
    assert len(finnish.regioner) == 2 and finnish.values()["granskorsning"] == "lan", finnish
    assert find(line(OSLO, KARLSTAD), by_ends=True).values()["granskorsning"] == "rike", "den högsta"


def test_what_lies_abroad_has_its_country_and_no_municipality(base_data: Path) -> None:
    find = location_finder().of
    assert find(point(OSLO)) == Location((), ("NO",), regioner=("NO-03",))
    assert find(point(OSLO)).values() == {"kommunkoder": None, "omradeskoder": "NO", "granskorsning": None}
    square = f"MultiPolygon((({OSLO[0]} {OSLO[1]}, {OSLO[0]} 6660000, 273000 6660000, {OSLO[0]} {OSLO[1]})))"
    assert find(wkb(square)).lander == ("NO",) and find(wkb(square)).kommuner == ()
    assert find(None) == find(b"") == find(wkb("MultiPoint EMPTY")) == NOWHERE


def test_a_town_beside_a_border_names_both_sides_and_crosses_nothing(base_data: Path) -> None:
    kil = location_finder().of(point((404487, 6597202)))
    assert kil.values() == {"kommunkoder": "1715, 1780", "omradeskoder": "17", "granskorsning": None}


def test_an_area_within_a_county_names_no_neighbour(base_data: Path) -> None:
    """Outlines along the national border are coarser than those of the municipalities."""
    x, y = KARLSTAD
    box = f"MultiPolygon((({x} {y}, {x} {y + 3000}, {x + 3000} {y + 3000}, {x + 3000} {y}, {x} {y})))"
    assert location_finder().of(wkb(box)) == Location(("1780",))


def test_without_base_data_nothing_is_found_and_nothing_breaks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("strukturbild_plugin.paths.BASE_DATA", tmp_path / "borta.gpkg")
    assert location_finder().of(point(KARLSTAD)) == NOWHERE


def test_the_columns_are_the_catalogue_s_own() -> None:
    assert location_columns(load_catalogue()) == LOCATION_COLUMNS


CODES = st.lists(st.sampled_from(("1780", "1880", "1781", "0180")), max_size=3, unique=True).map(sorted)
PLACES = st.builds(Location, CODES.map(tuple), st.lists(st.sampled_from(("NO", "FI")), max_size=1).map(tuple))


@given(PLACES, PLACES, st.sampled_from(("", "1499", "1780,1880", "Karlstad", " 1880 ; 1780 ")))
def test_what_somebody_wrote_stays_and_what_is_empty_or_was_ours_follows(
    before: Location, now: Location, by_hand: str
) -> None:
    ours = {kod: value for kod, value in before.values().items() if value}
    moved = {**ours, **new_values(LOCATION_COLUMNS, ours, now, before)}
    assert {kod: value for kod, value in moved.items() if value} == {
        kod: value for kod, value in now.values().items() if value
    }
    kept = new_values(LOCATION_COLUMNS, {"kommunkoder": by_hand}, now, before)
    if codes_in(by_hand) and codes_in(by_hand) != codes_in(before.values()["kommunkoder"]):
        assert "kommunkoder" not in kept
    new = new_values(LOCATION_COLUMNS, {"kommunkoder": by_hand}, now)
    assert ("kommunkoder" in new) == (not codes_in(by_hand) and bool(now.kommuner))
    assert new_values((), {}, now) == {}
