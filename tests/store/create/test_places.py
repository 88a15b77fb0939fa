"""Places of the base map: listed, found though misspelled, met by a click, and drawn as nodes."""

from __future__ import annotations

from pathlib import Path

import pytest

from strukturbild_plugin.store.create.places import (
    all_places,
    drawn_places,
    find_place,
    place_at,
    places_by_label,
    similar_places,
)

pytestmark = pytest.mark.usefixtures("base_data")


def test_own_places_come_first_and_others_say_their_region(base_data: Path) -> None:
    listed = list(places_by_label(("17",)))
    assert listed.index("Karlstad") < listed.index("Örebro, Örebro län")
    several = places_by_label(("17", "18"))
    assert several["Karlstad, Värmlands län"].lan_kod == "17", "av flera län sägs vilket"
    first, place = next(iter(several.items()))
    assert first.endswith(" län") and place.lan_kod in ("17", "18")


@pytest.mark.parametrize(
    ("written", "lan", "meant"),
    [
        ("Karsltad", ("17",), "Karlstad"),
        ("Kristinehamm", ("17",), "Kristinehamn"),
        ("Ostersund", ("23",), "Östersund"),
        ("Hudicksvall", ("21",), "Hudiksvall"),
        ("Skelefteå", ("24",), "Skellefteå"),
        ("Vaxjo", ("07",), "Växjö"),
        ("Lillehamer", ("NO-34",), "Lillehammer"),
    ],
)
def test_a_misspelled_place_is_found(written: str, lan: tuple[str, ...], meant: str) -> None:
    assert similar_places(written, lan)[0].namn == meant


def test_what_is_like_no_place_finds_none() -> None:
    assert similar_places("Xyzzyqw") == () and similar_places("") == ()


def test_a_click_by_a_place_finds_it_and_the_largest_of_several() -> None:
    karlstad = find_place("Karlstad", lan=("17",))
    assert karlstad is not None
    assert place_at(karlstad.x + 900, karlstad.y, 1000) == karlstad
    assert place_at(karlstad.x + 1100, karlstad.y, 1000) is None
    skoghall = find_place("Skoghall", lan=("17",))
    assert skoghall is not None and place_at(skoghall.x, skoghall.y, 8000) == karlstad


def test_a_place_is_drawn_by_a_node_in_it_or_named_for_it() -> None:
    known = {place.namn: place for place in all_places() if place.lan_kod == "17"}
    karlstad, arvika, sunne = known["Karlstad"], known["Arvika"], known["Sunne"]
    drawn = drawn_places(
        [
            ("Residensstaden", (karlstad.x + 2000, karlstad.y)),
            ("arvika", (arvika.x + 20_000, arvika.y)),
            ("Sunne", (sunne.x + 60_000, sunne.y)),
            ("", (0.0, 0.0)),
        ],
        ("17",),
    )
    assert {place.namn for place in drawn} == {"Karlstad", "Arvika"}, "Sunne är en annan, sex mil bort"
    assert drawn_places([("Karlstad", (karlstad.x, karlstad.y))], ("18",)) == ()
