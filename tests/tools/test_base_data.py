"""The base data: what a map of any Swedish region needs, without a network, the same every time."""

from __future__ import annotations

import hashlib
import math
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from osgeo import ogr

from strukturbild_plugin import paths
from strukturbild_plugin.errors import StoreError
from strukturbild_plugin.store.create.places import all_places, find_place
from strukturbild_plugin.store.create.regions import all_regions, area_names, find_regions, short_name, swedish_regions

FAR_M = 1_000_000
"""Metres that count as infinitely far."""
ROOT = Path(__file__).resolve().parents[2]


def _rows(base_data: Path, statement: str) -> list[tuple]:
    with closing(sqlite3.connect(f"{base_data.as_uri()}?immutable=1", uri=True)) as database:
        return database.execute(statement).fetchall()


@pytest.fixture
def copied(base_data: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "bas.gpkg"
    copy.write_bytes(base_data.read_bytes())
    return copy


def _shapes(copied: Path, layer: str) -> list:
    source = ogr.Open(str(copied))
    return [(row.items(), row.GetGeometryRef().Clone()) for row in source.GetLayerByName(layer)]


def test_building_it_twice_gives_the_same_bytes_whether_gdal_raises_or_not(base_data: Path, tmp_path: Path) -> None:
    made = tmp_path / "basdata.gpkg"
    raising = "from osgeo import gdal, ogr, osr\nfor module in (gdal, ogr, osr): module.UseExceptions()\n"
    build = (
        "import sys\nfrom pathlib import Path\nfrom tools.base_data.__main__ import main\n"
        "sys.exit(main(Path(sys.argv[1])))"
    )
    subprocess.run([sys.executable, "-c", raising + build, str(made)], cwd=ROOT, check=True, capture_output=True)
    assert hashlib.sha256(made.read_bytes()).digest() == hashlib.sha256(base_data.read_bytes()).digest()
    assert made.stat().st_size < 4_200_000
    assert [each.name for each in tmp_path.iterdir()] == ["basdata.gpkg"]


def test_it_lists_every_county_and_municipality_with_swedish_names(base_data: Path) -> None:
    lan = dict(_rows(base_data, "SELECT lan_kod, namn FROM lan"))
    assert len(lan) == 21
    assert lan["17"] == "Värmlands län"
    kommuner = {code: row for code, *row in _rows(base_data, "SELECT kommun_kod, namn, lan_kod, fa_namn FROM kommuner")}
    assert len(kommuner) == 290
    assert kommuner["1780"] == ["Karlstad", "17", "Karlstad"]
    assert kommuner["1407"][0] == "Öckerö"


def test_every_geometry_is_valid_and_in_sweref(copied: Path) -> None:
    for layer in (
        "lan",
        "kommuner",
        "lanyta",
        "lanomrade",
        "land",
        "sjoar",
        "langranser",
        "riksgranser",
        "grannlander",
    ):
        for _, shape in _shapes(copied, layer):
            assert shape.IsValid() and not shape.IsEmpty(), layer
    source = ogr.Open(str(copied))
    codes = {layer.GetSpatialRef().GetAuthorityCode(None) for layer in source if layer.GetGeomType() != ogr.wkbNone}
    assert codes == {"3006"}


def test_the_map_edges_of_no_region_show_where_the_coast_was_clipped(copied: Path) -> None:
    (land,) = [ogr.Geometry(ogr.wkbMultiPolygon)]
    for _, shape in _shapes(copied, "land"):
        for place in range(shape.GetGeometryCount()):
            land.AddGeometry(shape.GetGeometryRef(place))
    west, east, south, north = land.GetEnvelope()
    for lan, shape in _shapes(copied, "lan"):
        x1, x2, y1, y2 = shape.GetEnvelope()
        # An A3 sheet of the region with 150 km around: its width is at most 1.5 times its height.
        half = max((x2 - x1) / 2 + 150_000, ((y2 - y1) / 2 + 150_000) * 1.5)
        middle = (x1 + x2) / 2
        assert west < middle - half and middle + half < east, lan["namn"]
        assert south < y1 - 150_000 and y2 + 150_000 < north, lan["namn"]


def test_county_land_follows_the_coast_and_shares_no_ground(copied: Path) -> None:
    lan = {row["lan_kod"]: shape for row, shape in _shapes(copied, "lanyta")}
    total = sum(shape.GetArea() for shape in lan.values())
    together = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in lan.values():
        for place in range(shape.GetGeometryCount()):
            together.AddGeometry(shape.GetGeometryRef(place))
    assert abs(together.UnionCascaded().GetArea() - total) / total < 1e-5
    # Sweden's land with its small lakes is 447 000 km2 less the great lakes' 8 800.
    assert total / 1e6 == pytest.approx(437_500, rel=0.01)


def test_county_borders_run_inland_only(copied: Path) -> None:
    borders = _shapes(copied, "langranser")
    pairs = {(row["lan_a"], row["lan_b"]): shape for row, shape in borders}
    assert ("17", "18") in pairs
    assert pairs["17", "18"].Length() / 1000 == pytest.approx(133, rel=0.1)
    assert not any("09" in pair for pair in pairs), "Gotland har ingen gräns på land"


def test_lakes_are_lakes_with_islands_left_out(copied: Path) -> None:
    largest = max((shape for _, shape in _shapes(copied, "sjoar") if _is_vanern(shape)), key=lambda s: s.GetArea())
    assert largest.GetArea() / 1e6 == pytest.approx(5_600, rel=0.05)
    assert sum(largest.GetGeometryRef(i).GetGeometryCount() - 1 for i in range(largest.GetGeometryCount())) >= 1


def _is_vanern(shape: ogr.Geometry) -> bool:
    centre = ogr.CreateGeometryFromWkt("POINT(400000 6540000)")
    return shape.Contains(centre)


def test_places_carry_swedish_names_and_no_city_districts(base_data: Path) -> None:
    names = {place.namn for place in all_places()}
    for wanted in ("Göteborg", "Örebro", "Karlstad", "Luleå", "Åmål", "Köpenhamn", "Helsingfors", "Solna", "Mölndal"):
        assert wanted in names
    for district in ("Gothenburg", "Södermalm", "Majorna", "Rinkeby", "Tensta", "Bromma", "Helsinki", "Copenhagen"):
        assert district not in names


def test_a_place_is_found_however_it_is_written(base_data: Path) -> None:
    karlstad = find_place("  KARLSTAD ")
    assert karlstad is not None and (karlstad.land, karlstad.lan_kod) == ("SE", "17")
    assert abs(karlstad.x - 414_979) < 10 and abs(karlstad.y - 6_583_244) < 10
    assert find_place("amal") == find_place("Åmål")
    assert find_place("Ingenstans") is None


def test_of_two_places_with_one_name_the_nearer_or_the_larger_is_meant(base_data: Path) -> None:
    kil = [place for place in all_places() if place.namn == "Kil"]
    assert len(kil) > 1
    assert find_place("Kil") == max(kil, key=lambda place: place.befolkning)
    small = min(kil, key=lambda place: place.befolkning)
    assert find_place("Kil", (small.x, small.y)) == small
    assert find_place("Ås").land == "NO" and find_place("Ås", lan=("23",)).lan_kod == "23"
    assert find_place("Ås", lan=("17",)).land == "NO", "finns den inte i länet tas den största"


def test_every_source_says_its_licence_and_the_line_the_map_prints(base_data: Path) -> None:
    sources = _rows(base_data, "SELECT lager, licens, erkannande_sv, erkannande_en, url FROM kallor")
    covered = {layer for row in sources for layer in row[0].split(",")}
    assert covered >= {"lan", "kommuner", "land", "sjoar", "orter", "grannregioner", "riksgranser"}
    assert all(all(cell for cell in row) for row in sources)


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        (["17"], "17"),
        (["17 Värmland", "18"], "17 18"),
        (["Värmlands län", "varmland", "VÄRMLAND"], "17"),
        (["Region Örebro län"], "18"),
        (["orebro"], "18"),
        (["Sörmland", "Västra Götalandsregionen"], "04 14"),
        (["17, 18;20"], "17 18 20"),
        (["Stockholms län", "Dalarna", "Skåne"], "01 20 12"),
        (["1"], "01"),
    ],
)
def test_regions_are_found_by_code_or_name_in_the_order_asked(base_data: Path, wanted: list[str], codes: str) -> None:
    assert " ".join(region.kod for region in find_regions(wanted)) == codes


def test_all_21_regions_are_found_by_every_name_they_have(base_data: Path) -> None:
    for region in swedish_regions():
        short = region.namn.removesuffix(" län")
        for text in (region.kod, region.namn, short, f"{region.kod} {short}", region.namn.upper(), f"Region {short}"):
            assert find_regions([text]) == (region,), text


def test_the_regions_of_norway_and_finland_are_found_by_code_and_by_name(base_data: Path) -> None:
    abroad = [region for region in all_regions() if region.land != "SE"]
    assert [len([one for one in abroad if one.land == land]) for land in ("NO", "FI")] == [15, 19]
    assert len({region.kod for region in abroad}) == 34
    for region in abroad:
        short = short_name(region.namn)
        for text in (region.kod, region.kod.lower().replace("-", ""), region.namn, short, f"{region.kod} {short}"):
            assert find_regions([text]) == (region,), text
    assert area_names()["NO-18"] == "Nordland (Norge)" and area_names()["FI-12"] == "Österbotten (Finland)"
    assert [one.kod for one in find_regions(["17", "More og Romsdal", "Nordland fylke", "landskapet Åland"])] == [
        "17", "NO-15", "NO-18", "FI-01",
    ]  # fmt: skip


def test_the_areas_of_a_country_lie_in_it_and_beside_each_other(base_data: Path) -> None:
    shapes = {one.kod: ogr.CreateGeometryFromWkb(one.wkb) for one in all_regions() if one.land != "SE"}
    for code, shape in shapes.items():
        assert shape.IsValid() and shape.GetArea() > 4e8, code
    pairs = [(one, other) for one in shapes for other in shapes if one < other]
    shared = [pair for pair in pairs if shapes[pair[0]].Intersection(shapes[pair[1]]).GetArea() > 1e6]
    assert not shared


def test_places_of_all_norway_and_finland_are_there_in_their_region(base_data: Path) -> None:
    where = {(place.namn, place.land): place.lan_kod for place in all_places()}
    for name, land, code in (
        *(("Tromsø", "NO", "NO-55"), ("Bergen", "NO", "NO-46"), ("Vadsø", "NO", "NO-56"), ("Asker", "NO", "NO-32")),
        *(("Uleåborg", "FI", "FI-14"), ("Joensuu", "FI", "FI-13"), ("Utsjoki", "FI", "FI-10"), ("Vasa", "FI", "FI-12")),
        *(("Övertorneå", "SE", "25"), ("Övertorneå", "FI", "FI-10"), ("Mariehamn", "AX", "FI-01")),
    ):
        assert where[name, land] == code, name
    abroad = [place for place in all_places() if place.land in ("NO", "FI", "AX")]
    assert len(abroad) > 1_000 and all(place.lan_kod for place in abroad)
    assert not {"Vuosaari", "Myyrmäki", "Hervanta"} & {place.namn for place in abroad}, "stadsdelar"
    outlines = {one.kod: ogr.CreateGeometryFromWkb(one.wkb) for one in all_regions()}
    spots = [(place, ogr.CreateGeometryFromWkt(f"POINT({place.x} {place.y})")) for place in abroad]
    far = [place.namn for place, spot in spots if outlines[place.lan_kod].Distance(spot) > 10_000]
    assert len(far) <= 40, far


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (["NO-99"], "Det finns inget område med koden NO-99"),
        (["NO-18 Troms"], "NO-18 är koden för Nordland"),
        (["Vermland"], "”Vermland” är inget län. Menar du Värmlands län"),
        (["99"], "Det finns inget län med koden 99"),
        (["17 Örebro"], "17 är koden för Värmlands län"),
        (["Atlantis"], "är inget län"),
        ([], "Ange minst ett område"),
        (["Vermland", "Scania"], "”Scania”"),
    ],
)
def test_an_unknown_region_gets_a_sentence_with_the_nearest_names(
    base_data: Path, wanted: list[str], words: str
) -> None:
    with pytest.raises(StoreError, match=words):
        find_regions(wanted)


def test_harbour_towns_lie_inside_their_region(base_data: Path) -> None:
    outside = []
    regions = {region.kod: ogr.CreateGeometryFromWkb(region.wkb) for region in all_regions()}
    for place in all_places():
        if place.land == "SE" and place.befolkning > 2_000:
            here = ogr.CreateGeometryFromWkt(f"POINT({place.x} {place.y})")
            if regions[place.lan_kod].Distance(here) > 1_000:
                outside.append(place.namn)
    assert len(outside) <= 5, outside


def test_reading_never_changes_the_base_data(base_data: Path) -> None:
    before = (base_data.read_bytes(), sorted(each.name for each in base_data.parent.iterdir()))
    find_regions(["17"])
    find_place("Karlstad")
    assert (base_data.read_bytes(), sorted(each.name for each in base_data.parent.iterdir())) == before


@pytest.mark.parametrize("content", [None, b"", b"inte en databas alls" * 100])
def test_missing_or_damaged_base_data_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    missing = tmp_path / "basdata.gpkg"
    if content is not None:
        missing.write_bytes(content)
    monkeypatch.setattr(paths, "BASE_DATA", missing)
    with pytest.raises(StoreError, match="make base"):
        find_regions(["17"])


def test_every_place_knows_how_far_the_nearest_larger_one_is(base_data: Path) -> None:
    rows = _rows(base_data, "SELECT fid, avstand_storre FROM orter")
    known = dict(rows)
    places = all_places()
    assert len(known) == len(places)
    for at in range(1, len(places), 37):
        place = places[at]
        nearest = min(math.dist((place.x, place.y), (one.x, one.y)) for one in places[:at])
        equal = [one for one in places if one.befolkning == place.befolkning]
        assert abs(known[place.fid] - min(nearest, FAR_M)) <= 1 or len(equal) > 1, place
    assert known[places[0].fid] == max(known.values())
