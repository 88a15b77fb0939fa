"""The printed sheet: what a reader finds on the paper, read back from the PDF with poppler."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.export.sheets.layer_cache import LayerCache
from strukturbild_plugin.export.sheets.make_sheet import make_sheet, print_map
from strukturbild_plugin.export.sheets.white_spots import white_spots
from strukturbild_plugin.export.stamp import EditionStamp
from strukturbild_plugin.store.gpkg.records import ObjectRecord, Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.helpers import tool, words_of
from tests.store.snapshot_helpers import multipoint, multipolygon, square


def stamp_of(snapshot: Snapshot) -> EditionStamp:
    return EditionStamp(1, "2026-11-20", "utkast", "Utkast", fingerprint(snapshot))


def printed(snapshot: Snapshot, pdf: Path, paper: str = "A3"):
    return print_map(snapshot, snapshot.pictures[0].bild_id, stamp_of(snapshot), pdf, paper=paper)


@pytest.fixture
def snapshot(qgis_app, example_file: Path) -> Snapshot:
    return read_snapshot(example_file)


def test_the_sheet_says_what_it_is_and_which_edition(snapshot: Snapshot, tmp_path: Path) -> None:
    facts = printed(snapshot, tmp_path / "karta.pdf")
    text = words_of(tmp_path / "karta.pdf")
    for said in (
        snapshot.head.titel,
        "Värmlands län och Örebro län",
        "Utkast · Utgåva 1 · 2026-11-20",
        "Teckenförklaring",
    ):
        assert said in text
    assert facts.stamp.short in text
    assert "Exempel. Inte en beslutad plan." in text
    assert "Principiell bild" in text
    assert "GeoNames" in text and "SCB" in text
    assert "km" in text and re.search(r"1:\d[\d\s]+", text)


def test_the_sheet_is_a3_vector_with_live_text_in_the_shipped_typeface(snapshot: Snapshot, tmp_path: Path) -> None:
    printed(snapshot, tmp_path / "karta.pdf")
    assert len(tool("pdfimages", "-list", tmp_path / "karta.pdf").splitlines()) == 2, "bara rubrikraderna: inga bilder"
    fonts = tool("pdffonts", tmp_path / "karta.pdf").splitlines()[2:]
    assert fonts and all("Lato" in line.split()[0] for line in fonts)
    assert all(re.search(r"\byes\s+yes\s+yes\b|\byes\s+(no|yes)\s+(no|yes)\b", line) for line in fonts), "inbäddade"
    width, height = map(
        float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", tool("pdfinfo", tmp_path / "karta.pdf")).groups()
    )
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (420, 297)


def test_every_node_is_named_on_the_a3(snapshot: Snapshot, tmp_path: Path) -> None:
    facts = printed(snapshot, tmp_path / "karta.pdf")
    text = words_of(tmp_path / "karta.pdf")
    assert [name for name in facts.node_names if name not in facts.drawn_labels] == []
    assert [name for name in facts.node_names if name not in text] == []


def test_what_lies_outside_the_map_is_not_explained(snapshot: Snapshot) -> None:
    def legend(*more: ObjectRecord) -> tuple[str, ...]:
        drawn = dataclasses.replace(snapshot, objects=(*others, *more))
        return make_sheet(drawn, snapshot.pictures[0].bild_id, stamp_of(snapshot)).facts.legend

    border = next(one for one in snapshot.objects if one.klass == "gransbygd")
    others = tuple(one for one in snapshot.objects if one.klass != "gransbygd")
    far = dataclasses.replace(border, wkb=multipolygon([square(400_000, 6_150_000, 20_000)]))
    assert len(legend(border)) > len(legend()) and legend(far) == legend()
    away = multipoint((400_000, 6_150_000))
    nodes = tuple(dataclasses.replace(one, wkb=away) if one.lager == "nod" else one for one in others)
    outside = dataclasses.replace(snapshot, objects=nodes)
    facts = make_sheet(outside, snapshot.pictures[0].bild_id, stamp_of(snapshot)).facts
    assert facts.node_names == (), "namn som ligger utanför kartan saknas inte på den"


def test_the_legend_explains_what_is_drawn_and_nothing_else(snapshot: Snapshot, tmp_path: Path) -> None:
    classes = {objekt.klass for objekt in snapshot.objects}
    sheet = make_sheet(snapshot, snapshot.pictures[0].bild_id, stamp_of(snapshot))
    shown = {
        item.id().split()[1]
        for item in sheet.layout.items()
        if (getattr(item, "id", str)() or "").startswith("teckenforklaring ")
    }
    known = {klass.kod for klass in snapshot.catalogue.klasser}
    assert shown & known == classes
    kept = tuple(objekt for objekt in snapshot.objects if objekt.lager == "nod")
    facts = printed(dataclasses.replace(snapshot, objects=kept, links=()), tmp_path / "noder.pdf")
    assert len(facts.legend) >= len({(objekt.klass, objekt.niva, objekt.status) for objekt in kept})
    assert "stråk" not in " ".join(facts.legend).lower()


PAPERS = {
    "A4": (297, 210),
    "A4-staende": (210, 297),
    "A2-staende": (420, 594),
    "A0": (1189, 841),
    "rollup": (850, 2000),
    "bild16x9": (339, 190),
    "420x420": (420, 420),
}


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_has_its_size_the_whole_legend_all_goals_and_the_stamp_on_each_page(
    snapshot: Snapshot, tmp_path: Path, paper: str
) -> None:
    pdf = tmp_path / f"{paper}.pdf"
    facts = printed(snapshot, pdf, paper)
    info = tool("pdfinfo", "-l", 9, pdf)
    sizes = re.findall(r"Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)", info)
    assert len(sizes) == facts.pages
    for width, height in sizes:
        assert (
            abs(float(width) / 72 * 25.4 - PAPERS[paper][0]) < 1
            and abs(float(height) / 72 * 25.4 - PAPERS[paper][1]) < 1
        )
    letters = "".join(words_of(pdf).split())
    lines = [line.text for group in facts.texts.listing for line in group.lines]
    assert [row for row in facts.legend if _loose(row) not in _loose(letters)] == []
    assert [line for line in lines if line.split(" · ")[0][:12].replace(" ", "") not in letters] == []
    for page in range(1, facts.pages + 1):
        assert facts.stamp.short in " ".join(tool("pdftotext", "-f", page, "-l", page, pdf, "-").split())


def _loose(text: str) -> str:
    """The first word: lines of neighbouring columns are read across each other."""
    return "".join(text.split()[0].split())


def test_no_text_is_smaller_than_six_and_a_half_points_on_the_smallest_paper(snapshot: Snapshot) -> None:
    for paper in ("A4", "A4-staende"):
        sheet = make_sheet(snapshot, snapshot.pictures[0].bild_id, stamp_of(snapshot), paper)
        labels = [item for item in sheet.layout.items() if type(item).__name__ == "QgsLayoutItemLabel"]
        assert labels and min(label.font().pointSizeF() for label in labels) >= 6.5


def test_an_unknown_paper_is_refused_with_those_there_are(snapshot: Snapshot, tmp_path: Path) -> None:
    for paper in ("A9", "10x10", "900000x5", "nanxnan"):
        with pytest.raises(ExportError, match="rollup"):
            printed(snapshot, tmp_path / "x.pdf", paper)


@pytest.mark.parametrize("paper", ["A3", "A4", "A3-staende", "rollup"])
def test_no_text_overlaps_another_or_leaves_its_page(snapshot: Snapshot, paper: str) -> None:
    sheet = make_sheet(snapshot, snapshot.pictures[0].bild_id, stamp_of(snapshot), paper)
    collection = sheet.layout.pageCollection()
    pages = [collection.page(number).sceneBoundingRect() for number in range(collection.pageCount())]
    labels = [item for item in sheet.layout.items() if type(item).__name__ == "QgsLayoutItemLabel"]
    boxes = sorted((item.sceneBoundingRect() for item in labels), key=lambda box: (box.y(), box.x()))
    assert [box for box in boxes if not any(page.contains(box) for page in pages)] == []
    slack = 0.7
    for one in boxes:
        for other in boxes:
            if one is not other:
                shared = one.intersected(other)
                assert min(shared.width(), shared.height()) <= slack


def test_a_map_without_an_area_is_refused_and_leaves_no_file(snapshot: Snapshot, tmp_path: Path) -> None:
    lost = dataclasses.replace(snapshot, areas=(), objects=())
    with pytest.raises(ExportError, match="område"):
        printed(lost, tmp_path / "karta.pdf")
    assert list(tmp_path.glob("*.pdf")) == []


def test_the_sheet_with_goals_names_the_objects_that_carry_each_goal(snapshot: Snapshot, tmp_path: Path) -> None:
    picture = snapshot.pictures[0].bild_id
    facts = print_map(snapshot, picture, stamp_of(snapshot), tmp_path / "mal.pdf", kind="karta-mal")
    lines = [f"{line.lead} · {line.text}" for group in facts.texts.listing for line in group.lines]
    names = {objekt.objekt_id: objekt.namn for objekt in snapshot.objects if objekt.bild_id == picture}
    tied = {link.mal_id for link in snapshot.links if link.objekt_id in names and link.bidrag}
    assert len(lines) == len(tied) > 10
    text = "".join(words_of(tmp_path / "mal.pdf").split())
    for link in snapshot.links:
        if link.objekt_id in names and link.bidrag > 0:
            goal = next(goal.titel for goal in snapshot.goals if goal.mal_id == link.mal_id)
            line = next(line for line in lines if line.startswith(f"{goal} ·") and names[link.objekt_id] in line)
            assert line.split()[0] in text
    assert any("motverkas av " in line for line in lines)


def test_the_workshop_sheet_is_bare_explains_every_class_and_has_room_for_notes(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    for paper in ("A3", "A4-staende"):
        pdf = tmp_path / f"{paper}.pdf"
        picture = snapshot.pictures[0].bild_id
        facts = print_map(snapshot, picture, stamp_of(snapshot), pdf, paper=paper, kind="arbetsblad")
        text = words_of(pdf)
        assert "Anteckningar" in text and "ARBETSBLAD" in text and facts.stamp.short in text
        assert "Nobelbanestråket" not in facts.drawn_labels and "mot Oslo" not in text and facts.texts.listing == ()
        sheet = make_sheet(snapshot, picture, stamp_of(snapshot), paper, "arbetsblad")
        rows = [item.id() for item in sheet.layout.items() if (getattr(item, "id", str)() or "").endswith(" text")]
        shown = {row.split()[1] for row in rows if row.startswith("teckenforklaring ")}
        assert shown == {klass.kod for klass in snapshot.catalogue.klasser}
        assert sum((getattr(item, "id", str)() or "") == "anteckningsrad" for item in sheet.layout.items()) >= 4


def test_an_unknown_kind_of_sheet_is_refused_with_those_there_are(snapshot: Snapshot, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="arbetsblad"):
        print_map(snapshot, snapshot.pictures[0].bild_id, stamp_of(snapshot), tmp_path / "x.pdf", kind="affisch")


def test_sheets_that_share_their_layers_look_as_if_each_had_made_its_own(snapshot: Snapshot, tmp_path: Path) -> None:
    picture, stamp, cache = snapshot.pictures[0].bild_id, stamp_of(snapshot), LayerCache()
    first, second, goals = (
        make_sheet(snapshot, picture, stamp, "A3", kind, layer_cache=cache) for kind in ("karta", "karta", "karta-mal")
    )
    shared = [{layer.id() for layer in sheet.layout.strukturbild_layers} for sheet in (first, second, goals)]
    assert shared[0] == shared[1], "samma bild på samma papper gör samma lager"
    for name, sheet in (("f", first), ("s", second), ("g", goals)):
        sheet.write_pdf(tmp_path / f"{name}.pdf")
    cache.empty()
    alone = make_sheet(snapshot, picture, stamp, "A3", "karta-mal")
    assert not shared[2] & {layer.id() for layer in alone.layout.strukturbild_layers}
    alone.write_pdf(tmp_path / "a.pdf")
    first.write_pdf(tmp_path / "after.pdf")
    # Letters and not words: a name along a line is set letter by letter, now and then a little apart.
    names = ("f", "s", "g", "a", "after")
    letters = {name: sorted(words_of(tmp_path / f"{name}.pdf").replace(" ", "")) for name in names}
    assert letters["f"] == letters["s"] == letters["after"] != letters["g"]
    assert letters["g"] == letters["a"]


def test_the_sheet_with_goals_says_which_goals_and_municipalities_the_picture_has_nothing_of(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    picture, silent = snapshot.pictures[0], snapshot.goals[0]
    kept = tuple(one for one in snapshot.objects if one.namn in ("Karlstad", "Örebro"))
    links = tuple(one for one in snapshot.links if one.mal_id != silent.mal_id)
    (found,) = white_spots(dataclasses.replace(snapshot, objects=kept, links=links), picture)
    leads = {line.lead: line.text for line in found.lines}
    assert any(silent.titel in said for lead, said in leads.items() if lead.startswith("Mål utan plats"))
    assert leads["Kommuner utan ritade objekt"].endswith("och 14 till")
    assert white_spots(snapshot, picture) == ()
    lacking = dataclasses.replace(snapshot, links=links)
    pdf = tmp_path / "mal.pdf"
    print_map(lacking, picture.bild_id, stamp_of(lacking), pdf, kind="karta-mal")
    text = "".join(words_of(pdf).split())
    assert "Målutanplats" in text and "".join(silent.titel.split()) in text
