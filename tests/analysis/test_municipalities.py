"""Every town counts in the municipality that is filled in when it is drawn, also where outlines cut the coast."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from strukturbild_plugin.analysis.municipalities import MunicipalityFinder
from strukturbild_plugin.store.create.location import LINK_LAYER, MUNICIPALITIES, location_finder
from strukturbild_plugin.store.create.regions import base_data
from strukturbild_plugin.store.gpkg.records import ObjectRecord
from strukturbild_plugin.store.gpkg.wkb import from_blob
from tests.store.helpers import line, point


def record(wkb: bytes, layer: str = "nod") -> ObjectRecord:
    return ObjectRecord("x", layer, layer, "b", "x", "", "", (), "", "", wkb, attribut={})


def test_every_swedish_town_counts_in_its_county() -> None:
    with base_data() as database:
        counties = sorted({row[0] for row in database.execute("SELECT lan_kod FROM orter WHERE land = 'SE'")})
        towns = database.execute("SELECT namn, lan_kod, geom FROM orter WHERE land = 'SE'").fetchall()
    finder = MunicipalityFinder(counties)
    lost = [name for name, _county, blob in towns if not finder.of(record(from_blob(blob) or b""))]
    assert len(towns) > 1_200 and lost == []
    own = {"Slite": "09", "Karlskrona": "10"}
    for name, county, blob in towns:
        if name in own and county == own[name]:
            assert MunicipalityFinder([county]).of(record(from_blob(blob) or b"")), name


PLACES = st.tuples(st.floats(270_000, 920_000), st.floats(6_130_000, 7_690_000))


@settings(max_examples=60, deadline=None)
@given(PLACES, PLACES, st.sampled_from(["nod", "strak", LINK_LAYER]), st.sets(st.sampled_from(["09", "17", "24"])))
def test_what_is_counted_is_what_is_filled_in(
    one: tuple[float, float], other: tuple[float, float], layer: str, counties: set[str]
) -> None:
    drawn = record(point(one) if layer == "nod" else line(one, other), layer)
    filled = location_finder().of(drawn.wkb, layer == LINK_LAYER).values()[MUNICIPALITIES] or ""
    wanted = tuple(code for code in filled.split(", ") if code[:2] in counties)
    assert MunicipalityFinder(sorted(counties)).of(drawn) == wanted
