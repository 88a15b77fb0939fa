"""A region's profile: its colours, typeface and words, in every set, readable, and possible to take away again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from strukturbild_plugin import paths
from strukturbild_plugin.cartography.symbol_sets.colour import contrast, lch
from strukturbild_plugin.cartography.symbol_sets.contrast import MIN_TEXT_CONTRAST, worst_readings
from strukturbild_plugin.cartography.symbol_sets.profile import read_profile
from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set, symbol_sets
from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.errors import CatalogueError, StoreError
from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.styling.custom_styles import add_profile, add_symbol_set, remove_profile

PROFILE = """
namn: Region Prov
farger: {B: "#003366", K: "#ffd200", accent: "#ffd200"}
typsnitt: Ett Typsnitt Som Saknas
logotyper: [region-prov.svg]
ord:
  klasser:
    strak: {sv: Utvecklingsriktning, flera_sv: Utvecklingsriktningar, en: Direction}
    hittepa: Påhitt
  attribut: {planeringsprincip: Planeringsstrategi}
  listor: {status: {reservat: Utredningsområde}}
"""
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>'


@dataclass(frozen=True)
class Carried:
    """An attachment."""

    slag: str
    namn: str
    innehall: bytes


def carried(text: str) -> tuple[Carried, ...]:
    """A profile as an attachment."""
    return (Carried("profil", "profil.yaml", text.encode("utf-8")),)


@pytest.mark.parametrize("kod", [kod for kod, _name in symbol_sets()])
def test_every_set_can_be_read_in_the_regions_colours(kod: str) -> None:
    plain, symbols = load_symbol_set(kod), load_symbol_set(kod, carried(PROFILE))
    blue = symbols.farger[symbols.strukturfarger["B"]]
    assert abs(lch(blue.stark)[2] - lch("#003366")[2]) < 25
    assert worst_readings(symbols)[0].ratio >= MIN_TEXT_CONTRAST
    assert contrast(symbols.paper.accent, symbols.paper.background) >= MIN_TEXT_CONTRAST
    assert symbols.typsnitt == plain.typsnitt
    said = " ".join(symbols.notices)
    assert "#ffd200" in said and "Ett Typsnitt Som Saknas" in said
    assert symbols.farger[symbols.strukturfarger["G"]] == plain.farger[plain.strukturfarger["G"]]


def test_the_accessible_set_keeps_its_lightness_in_any_colours() -> None:
    plain, symbols = load_symbol_set("tillganglig"), load_symbol_set("tillganglig", carried(PROFILE))
    for kod in ("B", "K"):
        for tone in ("stark", "mellan", "ljus", "blek"):
            own = getattr(symbols.farger[symbols.strukturfarger[kod]], tone)
            before = getattr(plain.farger[plain.strukturfarger[kod]], tone)
            assert lch(own)[0] == pytest.approx(lch(before)[0], abs=1.0), (kod, tone)


def test_every_fault_of_a_profile_is_said_at_once() -> None:
    text = (
        'namn: [3]\nfarger: {B: blå, X: "#112233"}\nlogotyper: [../logga.svg]\nord: {klasser: {strak: [7]}}\nhej: du\n'
    )
    with pytest.raises(CatalogueError) as caught:
        read_profile(text.encode("utf-8"))
    said = "\n".join(caught.value.problems)
    for expected in (
        "profil.yaml (rad 1): 'namn' är en lista men ska vara en text.",
        "profil.yaml, 'farger' (rad 2): 'B' är 'blå' men ska vara en färg som \"#6e1a3a\", inom citattecken.",
        "profil.yaml, 'farger' (rad 2): 'X' betyder ingenting här. Tillåtna värden: A, B, G, K, accent.",
        "profil.yaml (rad 3): 'logotyper' nämner '../logga.svg', som ska vara ett filnamn som region-namn.svg eller",
        "profil.yaml, 'ord', 'klasser', 'strak' (rad 4): Här ska det stå underrubriker med värden, men det står en",
        "profil.yaml (rad 5): 'hej' betyder ingenting här.",
    ):
        assert expected in said, (expected, said)
    assert len(caught.value.problems) == 6


@pytest.mark.parametrize("bad", [b"\xff\xfe", b"a: &a [1]\nb: *a", b"[1, 2]", b"namn: !!python/name:os.system x"])
def test_a_hostile_profile_gets_a_sentence_and_never_stops_a_file_from_opening(bad: bytes) -> None:
    with pytest.raises(CatalogueError, match=r"profil\.yaml"):
        read_profile(bad)
    symbols = load_symbol_set("tryck", (Carried("profil", "profil.yaml", bad),))
    assert symbols.farger == load_symbol_set("tryck").farger and symbols.notices


def test_two_colours_that_look_alike_are_told_of() -> None:
    symbols = load_symbol_set("tryck", carried('namn: R\nfarger: {B: "#7a1f3d", A: "#7d223f"}\n'))
    assert any("svåra att skilja" in sentence for sentence in symbols.notices)


def test_words_colours_and_logos_come_into_the_file_and_out_again(example_file: Path, tmp_path: Path) -> None:
    (tmp_path / "egen.yaml").write_text(PROFILE, encoding="utf-8")
    before = read_snapshot(example_file)
    with pytest.raises(StoreError, match=r"region-prov\.svg"):
        add_profile(example_file, tmp_path / "egen.yaml")
    assert read_snapshot(example_file) == before
    (tmp_path / "region-prov.svg").write_bytes(LOGO)
    said = add_profile(example_file, tmp_path / "egen.yaml", "Maria")
    assert any("hittepa" in sentence for sentence in said)
    add_profile(example_file, tmp_path / "egen.yaml", "Maria")
    after = read_snapshot(example_file)
    strak = after.catalogue.object_class("strak")
    assert strak is not None and (strak.namn.sv, strak.plural.sv) == ("Utvecklingsriktning", "Utvecklingsriktningar")
    assert after.catalogue.attribut["planeringsprincip"].namn.sv == "Planeringsstrategi"
    assert after.catalogue.attribut["planeringsprincip"].namn.en == "Planning principle"
    assert {choice.kod: choice.namn.sv for choice in after.catalogue.listor["status"]}["reservat"] == "Utredningsområde"
    assert {(each.slag, each.namn) for each in after.attachments} >= {
        ("profil", "profil.yaml"),
        ("logotyp", "region-prov.svg"),
    }
    assert after.objects == before.objects and fingerprint(after) != fingerprint(before)
    assert remove_profile(example_file) and not remove_profile(example_file)
    assert read_snapshot(example_file) == before and fingerprint(read_snapshot(example_file)) == fingerprint(before)


def test_a_strukturbild_carries_its_own_set(example_file: Path, tmp_path: Path) -> None:
    text = (paths.STYLES / "tryck.yaml").read_text(encoding="utf-8")
    own = text.replace("kod: tryck", "kod: dalarna").replace("{sv: Tryck, en: Print}", "{sv: Dalarna, en: Dalarna}")
    (tmp_path / "dalarna.yaml").write_text(own.replace("#6e1a3a", "#123456"), encoding="utf-8")
    assert add_symbol_set(example_file, tmp_path / "dalarna.yaml") == "dalarna"
    snapshot = read_snapshot(example_file)
    symbols = load_symbol_set(snapshot.head.symboluppsattning, snapshot.attachments)
    assert symbols.kod == "dalarna" and symbols.farger["vinrod"].stark == "#123456"
    assert [kod for kod, _name in symbol_sets(snapshot.attachments)][:2] == ["tryck", "dalarna"]
    assert load_catalogue().object_class("nod") is not None
    broken = (Carried("symboluppsattning", "dalarna.yaml", b"kod: dalarna"),)
    assert load_symbol_set("dalarna", broken).notices and load_symbol_set("dalarna", broken).kod == "tryck"
