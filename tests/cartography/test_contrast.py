"""Proof, not taste: *tillganglig* holds for every kind of eye and in grey, and all text in every set can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from strukturbild_plugin.cartography.symbol_sets.colour import (
    GREY,
    NORMAL,
    VISIONS,
    contrast,
    difference,
    from_lch,
    lch,
)
from strukturbild_plugin.cartography.symbol_sets.contrast import MIN_TEXT_CONTRAST, worst_readings
from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set, symbol_sets
from strukturbild_plugin.catalogue.load import load_catalogue
from tools.docs import proof_measure as proof
from tools.docs.proof_table import END, START, proof_text, put_between

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "symboluppsattningar.md"
PAPER, INK = 0xFFFFFF, 0x202020

# L*, a*, b* of two colours and their difference: Sharma, Wu and Dalal (2005), table 1.
PAIRS = """
50 2.6772 -79.7751 50 0 -82.7485 2.0425
50 3.1571 -77.2803 50 0 -82.7485 2.8615
50 2.8361 -74.0200 50 0 -82.7485 3.4412
50 -1.3802 -84.2814 50 0 -82.7485 1.0000
50 -1.1848 -84.8006 50 0 -82.7485 1.0000
50 -0.9009 -85.5211 50 0 -82.7485 1.0000
50 0 0 50 -1 2 2.3669
50 -1 2 50 0 0 2.3669
50 2.4900 -0.0010 50 -2.4900 0.0009 7.1792
50 2.4900 -0.0010 50 -2.4900 0.0010 7.1792
50 2.4900 -0.0010 50 -2.4900 0.0011 7.2195
50 2.4900 -0.0010 50 -2.4900 0.0012 7.2195
50 -0.0010 2.4900 50 0.0009 -2.4900 4.8045
50 -0.0010 2.4900 50 0.0010 -2.4900 4.8045
50 -0.0010 2.4900 50 0.0011 -2.4900 4.7461
50 2.5 0 50 0 -2.5 4.3065
50 2.5 0 73 25 -18 27.1492
50 2.5 0 61 -5 29 22.8977
50 2.5 0 56 -27 -3 31.9030
50 2.5 0 58 24 15 19.4535
50 2.5 0 50 3.1736 0.5854 1.0000
50 2.5 0 50 3.2972 0 1.0000
50 2.5 0 50 1.8634 0.5757 1.0000
50 2.5 0 50 3.2592 0.3350 1.0000
60.2574 -34.0099 36.2677 60.4626 -34.1751 39.4387 1.2644
63.0109 -31.0961 -5.8663 62.8187 -29.7946 -4.0864 1.2630
61.2901 3.7196 -5.3901 61.4292 2.2480 -4.9620 1.8731
35.0831 -44.1164 3.7933 35.0232 -40.0716 1.5901 1.8645
22.7233 20.0904 -46.6940 23.0331 14.9730 -42.5619 2.0373
36.4612 47.8580 18.3852 36.2715 50.5065 21.2231 1.4146
90.8027 -2.0831 1.4410 91.1528 -1.6435 0.0447 1.4441
90.9257 -0.5406 -0.9208 88.6381 -0.8985 -0.7239 1.5381
6.7747 -0.2908 -2.4247 5.8714 -0.0985 -2.2286 0.6377
2.0776 0.0795 -1.1350 0.9033 -0.0636 -0.5514 0.9082
"""


@pytest.mark.parametrize("line", PAIRS.strip().splitlines())
def test_the_difference_of_two_colours_is_as_published(line: str) -> None:
    numbers = [float(number) for number in line.split()]
    one, other = (numbers[0], numbers[1], numbers[2]), (numbers[3], numbers[4], numbers[5])
    assert difference(one, other) == pytest.approx(numbers[6], abs=1e-4)
    assert difference(other, one) == pytest.approx(numbers[6], abs=1e-4)


def test_contrast_and_lightness_are_as_published() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)  # W3C's well-known grey that just fails
    assert from_lch(*lch("#6e1a3a")) == "#6e1a3a"


def test_tillganglig_tells_all_classes_levels_and_statuses_apart_for_every_eye() -> None:
    catalogue, symbols = proof.with_own(load_catalogue()), load_symbol_set("tillganglig")
    found = (*proof.closest_classes(catalogue, symbols), *proof.closest_statuses(catalogue, symbols))
    assert {(each.geometry, each.vision) for each in found} == {
        (geometry, vision) for geometry in ("punkt", "linje", "yta") for vision in VISIONS
    }
    assert [each for each in found if not each.good] == []
    # The manual says what is measured: a few per cent differ between versions of QGIS, no more.
    fresh = proof_text(load_catalogue(), [symbols])
    said = MANUAL.read_text(encoding="utf-8")
    wanted = _shares(fresh.partition(f"#### {symbols.namn.sv}")[2])[:30]
    there = _shares(said.partition(f"#### {symbols.namn.sv}")[2])[:30]
    assert there == pytest.approx(wanted, abs=4), "run make proof"


def test_the_measure_can_fail() -> None:
    import numpy

    red, green = 0xD00000, 0x00A0A0
    plain = numpy.full((70, 100), PAPER)
    one, other = plain.copy(), plain.copy()
    one[20:50, 20:80], other[20:50, 20:80] = red, green
    assert proof.share_apart(one, one, NORMAL, PAPER, False) == 0
    assert proof.share_apart(one, other, NORMAL, PAPER, False) == 1
    alike = plain.copy()
    alike[20:50, 20:80] = 0x5C5C5C  # as grey as the red
    assert proof.share_apart(one, alike, NORMAL, PAPER, False) == 1
    assert proof.share_apart(one, alike, GREY, PAPER, False) == 0
    lines, moved, crossed = plain.copy(), plain.copy(), plain.copy()
    lines[::6, :], moved[3::6, :], crossed[:, ::6] = INK, INK, INK
    assert proof.share_apart(lines, moved, GREY, PAPER, False) == 1
    assert proof.share_apart(lines, crossed, GREY, PAPER, True) > 0.5


def test_all_text_in_every_set_can_be_read_wherever_it_lies() -> None:
    for kod, _name in symbol_sets():
        for reading in worst_readings(load_symbol_set(kod)):
            assert reading.ratio >= MIN_TEXT_CONTRAST, (kod, reading)


def test_the_manual_tells_of_every_set() -> None:
    said = MANUAL.read_text(encoding="utf-8")
    made = said.partition(START)[2].partition(END)[0]
    names = [name.sv for _kod, name in symbol_sets()]
    assert re.findall(r"^#### (.+)$", made, re.MULTILINE) == [*names, "Text"]
    assert put_between(said, START + made + END) == said


def _shares(text: str) -> list[float]:
    return [float(found) for found in re.findall(r"(\d+) %", text)]
