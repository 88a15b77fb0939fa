"""Curves go through what they are given, calmly."""

from __future__ import annotations

import math

import pytest

from strukturbild_plugin.store.geometry.curves import arc, ribbon, smooth_line, smooth_ring

TOWNS = [(0.0, 0.0), (20_000.0, 9_000.0), (22_000.0, 9_500.0), (60_000.0, 0.0)]


def turns(line) -> list[float]:
    """The change of direction at each vertex, in degrees."""
    headings = [math.atan2(b[1] - a[1], b[0] - a[0]) for a, b in zip(line, line[1:])]
    return [abs(math.degrees((b - a + math.pi) % (2 * math.pi) - math.pi)) for a, b in zip(headings, headings[1:])]


def area_of(ring) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))) / 2


def test_a_line_passes_every_town_in_order_and_never_bends_sharply():
    line = smooth_line(TOWNS, spacing=500)
    places = [min(range(len(line)), key=lambda at, town=town: math.dist(line[at], town)) for town in TOWNS]
    assert places == sorted(places)
    assert all(math.dist(line[at], town) < 0.01 for at, town in zip(places, TOWNS))
    assert max(turns(line)) < 15
    assert max(math.dist(a, b) for a, b in zip(line, line[1:])) < 1000


def test_two_points_give_a_straight_line_and_repeated_ones_do_no_harm():
    assert smooth_line([(0, 0), (0, 0), (3000, 0)], spacing=1000) == [(0, 0), (1000, 0), (2000, 0), (3000, 0)]
    with pytest.raises(ValueError, match="two different"):
        smooth_line([(5, 5), (5, 5)])


def test_a_ring_is_closed_and_keeps_the_size_of_what_it_goes_round():
    square = [(0.0, 0.0), (10_000.0, 0.0), (10_000.0, 10_000.0), (0.0, 10_000.0)]
    ring = smooth_ring(square, spacing=200)
    assert ring[0] == ring[-1]
    assert 1.0e8 < area_of(ring) < 1.6e8
    assert max(turns(ring)) < 10


def test_a_bow_is_as_high_as_asked_and_on_the_side_asked():
    bow = arc((0, 0), (10_000, 0), 0.2, spacing=100)
    assert bow[0] == (0, 0) and bow[-1] == (10_000, 0)
    assert max(y for _, y in bow) == pytest.approx(2000, rel=0.01)
    assert min(y for _, y in arc((0, 0), (10_000, 0), -0.2)) == pytest.approx(-2000, rel=0.01)


def test_a_band_has_its_width_and_round_ends():
    band = ribbon([(0, 0), (20_000, 0)], 4000)
    assert band[0] == band[-1]
    assert area_of(band) == pytest.approx(20_000 * 4000 + math.pi * 2000**2, rel=0.02)
    wider = ribbon([(0, 0), (20_000, 0)], 2000, 6000)
    assert max(y for x, y in wider if x < 2000) < 1300 and max(y for x, y in wider if x > 18_000) > 2700
