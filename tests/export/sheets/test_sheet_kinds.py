"""Before/after and atlas: what a reader finds on each page."""

from __future__ import annotations

import dataclasses
import re
import shutil
from pathlib import Path

import pytest
from qgis.core import QgsLayoutItemLabel, QgsLayoutItemMap

from strukturbild_plugin.analysis.picture_diff import CHANGED, GONE, NEW, compare
from strukturbild_plugin.cartography.symbols.muting import FOCUS
from strukturbild_plugin.errors import Cancelled, ExportError
from strukturbild_plugin.export.sheets.make_sheet import Sheet, make_sheet
from strukturbild_plugin.export.sheets.sheet_kinds import KINDS, kinds_for, present_before
from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.export.sheets.helpers import PRESENT, letters, stamp_of, with_present
from tests.helpers import tool, words_of


@pytest.fixture(scope="module")
def example(qgis_app, _example_made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return read_snapshot(Path(shutil.copy(_example_made_once, tmp_path_factory.mktemp("blad") / "exempel.gpkg")))


@pytest.fixture(scope="module")
def both(example: Snapshot) -> Snapshot:
    return with_present(example)


def few_goals(snapshot: Snapshot, count: int) -> Snapshot:
    """The snapshot with objects tied to no more than so many goals."""
    carried = list(dict.fromkeys(link.mal_id for link in snapshot.links if link.bidrag))
    kept = tuple(link for link in snapshot.links if link.mal_id in carried[:count])
    return dataclasses.replace(snapshot, links=kept)


def sheet_of(snapshot: Snapshot, kind: str, paper: str = "A3") -> Sheet:
    wanted = next(picture for picture in snapshot.pictures if picture.bildtyp == "malbild")
    return make_sheet(snapshot, wanted.bild_id, stamp_of(snapshot), paper, kind)


def texts(sheet: Sheet, page: int) -> dict[str, list[str]]:
    """The texts of a page (from 0) by the item's id, broken lines put together."""
    found: dict[str, list[str]] = {}
    for item in sheet.layout.items():
        if isinstance(item, QgsLayoutItemLabel) and item.page() == page:
            found.setdefault(item.id(), []).append(item.text().replace("\n", " "))
    return found


def maps(sheet: Sheet) -> list[QgsLayoutItemMap]:
    found = [item for item in sheet.layout.items() if isinstance(item, QgsLayoutItemMap)]
    return sorted(found, key=lambda item: (item.page(), item.pagePos().x(), item.pagePos().y()))


def test_kinds_are_offered_only_where_they_make_sense(example: Snapshot, both: Snapshot) -> None:
    wanted = example.pictures[0].bild_id
    alone = {kind.code for kind in kinds_for(example, wanted)}
    assert alone == {"karta", "karta-mal", "arbetsblad", "atlas-mal", "atlas-omrade"}
    assert {kind.code for kind in kinds_for(both, wanted)} == alone | {"fore-efter"}
    assert "atlas-bild" in {kind.code for kind in kinds_for(both, PRESENT)}, "en gång, vid den första bilden"
    assert "fore-efter" not in {kind.code for kind in kinds_for(both, PRESENT)}
    unlinked = dataclasses.replace(example, links=())
    assert "atlas-mal" not in {kind.code for kind in kinds_for(unlinked, wanted)}
    assert [kind.code for kind in kinds_for(example, wanted)] == [kod for kod in KINDS if kod in alone]


def test_what_has_changed_is_told_by_origin_then_by_name(both: Snapshot) -> None:
    before = [objekt for objekt in both.objects if objekt.bild_id == PRESENT]
    after = [objekt for objekt in both.objects if objekt.bild_id != PRESENT]
    found = {(change.kind, (change.after or change.before).namn) for change in compare(before, after)}
    assert (NEW, "Hällefors") in found and (GONE, "Grythyttan") in found and (CHANGED, "Arvika") in found
    assert {name for kind, name in found if kind == NEW} == {"Hällefors"} | {
        objekt.namn for objekt in after if objekt.status == "foreslagen"
    }
    by_name = [dataclasses.replace(objekt, ursprung_id="") for objekt in before]
    assert {(c.kind, (c.after or c.before).namn) for c in compare(by_name, after)} == found
    assert compare(before, before) == ()


def test_before_and_after_show_one_area_at_one_scale_and_say_what_differs(both: Snapshot, tmp_path: Path) -> None:
    sheet = sheet_of(both, "fore-efter")
    left, right = maps(sheet)
    assert left.extent().toString(0) == right.extent().toString(0) and left.scale() == pytest.approx(right.scale())
    assert left.pagePos().x() + left.rect().width() < right.pagePos().x()
    standing = sheet_of(both, "fore-efter", "A3-staende")
    upright = maps(standing)
    assert {round(item.pagePos().x()) for item in upright} == {round(upright[0].pagePos().x())}, "över varandra"
    pdf = tmp_path / "bada.pdf"
    facts = sheet.write_pdf(pdf)
    said = letters(words_of(pdf))
    for part in ("Nulägesbild 2025", "Målbild 2040", "Finns inte i målbilden (1)", "Jämförelsen är gjord av"):
        assert letters(part)[:20] in said
    listed = " ".join(texts(sheet, 0)["lista rad"])
    assert "Hällefors" in listed and "Grythyttan" in listed
    assert "Arvika: regional nod, i nuläget delregional nod" in listed
    marks = [layer for layer in left.layers() + right.layers() if layer.fields().indexFromName("hojd") >= 0]
    kinds = [sorted({feature["slag"] for feature in layer.getFeatures()}) for layer in marks]
    assert kinds == [[GONE], [CHANGED, NEW]]
    assert {"Nytt", "Ändrat", "Finns inte i målbilden"} <= set(facts.legend)
    assert len(facts.legend) == len(set(facts.legend)), "en teckenförklaring för båda"
    assert tool("pdfimages", "-list", pdf).splitlines()[2:] == []


def test_before_and_after_need_a_present_and_a_future(example: Snapshot, both: Snapshot) -> None:
    with pytest.raises(ExportError, match="nulägesbild"):
        sheet_of(example, "fore-efter")
    with pytest.raises(ExportError, match="målbild"):
        make_sheet(both, PRESENT, stamp_of(both), "A3", "fore-efter")


class Watcher:
    """Remembers how far it has come; wants to stop when it is `stop` per cent."""

    def __init__(self, stop: float = 1000.0) -> None:
        self.seen: list[float] = []
        self._stop = stop

    def setProgress(self, progress: float) -> None:
        self.seen.append(progress)

    def isCanceled(self) -> bool:
        return bool(self.seen) and self.seen[-1] >= self._stop


def test_an_atlas_of_goals_has_a_numbered_page_for_each_with_its_objects_and_why(
    example: Snapshot, tmp_path: Path
) -> None:
    snapshot = few_goals(example, 4)
    sheet = sheet_of(snapshot, "atlas-mal", "A4")
    pdf, watcher = tmp_path / "atlas.pdf", Watcher()
    facts = sheet.write_pdf(pdf, watcher)
    assert facts.pages >= 5 and len(watcher.seen) > facts.pages and watcher.seen == sorted(watcher.seen)
    contents = texts(sheet, 0)
    numbers = dict(zip(contents["lista rad"], contents["lista rad nummer"]))
    names = {objekt.objekt_id: objekt.namn for objekt in snapshot.objects}
    goals = {goal.mal_id: goal.titel for goal in snapshot.goals}
    read = [letters(words_of(pdf, page)) for page in range(1, facts.pages + 1)] + [""]
    for link in snapshot.links:
        page = int(numbers[goals[link.mal_id]])
        here = read[page - 1] + read[page]
        assert letters(names[link.objekt_id]) in here
        assert letters(link.motivering.split()[0]) in here
    for page, said in enumerate(read[:-1], 1):
        assert letters(facts.stamp.short) in said and letters(f"Sida {page} av {facts.pages}") in said
    assert tool("pdfimages", "-list", pdf).splitlines()[2:] == []
    fonts = [line.split()[0] for line in tool("pdffonts", pdf).splitlines()[2:]]
    assert fonts and all("Lato" in font for font in fonts)
    assert len(re.findall(r"Page\s+\d+ size:\s+842", tool("pdfinfo", "-l", 99, pdf))) == facts.pages


def test_a_page_shows_its_objects_strong_and_explains_only_them(example: Snapshot) -> None:
    snapshot = few_goals(example, 2)
    sheet = sheet_of(snapshot, "atlas-mal")
    tied = [{link.objekt_id for link in snapshot.links if link.mal_id == goal} for goal in _goals(snapshot)]
    for item, ids in zip(maps(sheet)[1:], tied):
        variables = dict(zip(item.customProperty("variableNames"), item.customProperty("variableValues")))
        assert set(variables[FOCUS].strip("|").split("|")) == ids
        classes = {objekt.klass for objekt in snapshot.objects if objekt.objekt_id in ids}
        rows = {name.split()[1] for name in texts(sheet, item.page()) if name.endswith(" text")}
        known = {klass.kod for klass in snapshot.catalogue.klasser}
        assert rows & known == classes
    first = set(maps(sheet)[0].layers())
    assert all(set(item.layers()) == first for item in maps(sheet)), "samma lager på alla sidor"


def _goals(snapshot: Snapshot) -> list[str]:
    tied = {link.mal_id for link in snapshot.links}
    order = [goal_set.kod for goal_set in snapshot.goal_sets]
    found = [goal for goal in snapshot.goals if goal.mal_id in tied]
    return [goal.mal_id for goal in sorted(found, key=lambda goal: order.index(goal.samling))]


def test_an_atlas_stops_between_pages_and_leaves_nothing(example: Snapshot, tmp_path: Path) -> None:
    sheet = sheet_of(few_goals(example, 5), "atlas-mal", "A4")
    with pytest.raises(Cancelled):
        sheet.write_pdf(tmp_path / "atlas.pdf", Watcher(stop=15))
    assert list(tmp_path.iterdir()) == []
    assert sheet.layout.pageCollection().page(0).excludeFromExports() is False


def test_an_atlas_of_areas_has_a_page_for_each_with_content(example: Snapshot) -> None:
    nodes = {"Karlskoga", "Kil", "Karlstad", "Örebro"}
    kept = tuple(objekt for objekt in example.objects if objekt.namn in nodes)
    sheet = sheet_of(dataclasses.replace(example, objects=kept), "atlas-omrade")
    pages = {texts(sheet, page)["titel"][0]: page for page in range(sheet.facts.pages)}
    assert nodes | {"Värmlands län", "Örebro län"} <= set(pages)
    assert "Torsby" not in pages, "inget är ritat där"
    karlskoga = texts(sheet, pages["Karlskoga"])
    assert karlskoga["underrad"] == ["Kommun i Örebro län"]
    assert any("Karlskoga" in line for line in karlskoga["lista rad"])
    assert not any("Karlstad" in line for line in karlskoga["lista rad"])
    shown = [item for item in maps(sheet) if item.page() == pages["Karlskoga"]]
    assert shown[0].scale() >= 350_000, "en principbild ska inte se exakt ut"


def test_an_atlas_of_pictures_has_each_picture(both: Snapshot) -> None:
    sheet = make_sheet(both, PRESENT, stamp_of(both), "A3", "atlas-bild")
    assert [texts(sheet, page)["titel"][0] for page in range(1, sheet.facts.pages)] == [
        picture.namn for picture in both.pictures
    ]
    assert "Grythyttan" in sheet.facts.node_names and "Hällefors" in sheet.facts.node_names


def test_an_atlas_of_nothing_says_what_is_missing(example: Snapshot) -> None:
    with pytest.raises(ExportError, match="Koppla objekt till mål"):
        sheet_of(dataclasses.replace(example, links=()), "atlas-mal")


@pytest.mark.parametrize(
    ("kind", "paper"), [("fore-efter", "A4"), ("fore-efter", "bild16x9"), ("atlas-mal", "A4-staende")]
)
def test_no_text_overlaps_another_or_leaves_its_page(both: Snapshot, kind: str, paper: str) -> None:
    sheet = sheet_of(few_goals(both, 3), kind, paper)
    collection = sheet.layout.pageCollection()
    sheets = [collection.page(number).sceneBoundingRect() for number in range(collection.pageCount())]
    labels = [item for item in sheet.layout.items() if isinstance(item, QgsLayoutItemLabel)]
    boxes = [item.sceneBoundingRect() for item in labels]
    assert [box for box in boxes if not any(page.contains(box) for page in sheets)] == []
    for place, one in enumerate(boxes):
        for other in boxes[:place]:
            shared = one.intersected(other)
            assert min(shared.width(), shared.height()) <= 0.7


def test_a_scenario_comes_after_the_picture_it_starts_from_when_that_is_drawn(both: Snapshot) -> None:
    after = next(one for one in both.pictures if one.bildtyp != "nulage")
    begun = dataclasses.replace(after, bild_id="b", utgar_fran=after.bild_id)
    drawn = (*both.objects, dataclasses.replace(both.objects[0], objekt_id="x", bild_id="b"))
    scenarios = dataclasses.replace(both, pictures=(*both.pictures, begun), objects=drawn)
    assert present_before(scenarios, "b") == after
    lost = dataclasses.replace(scenarios, objects=tuple(one for one in drawn if one.bild_id != after.bild_id))
    assert present_before(lost, "b").bildtyp == "nulage"
