"""The web page can be read by everybody, says what the map says, and carries nothing that could do harm."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from strukturbild_plugin.analysis.goal_matrix import leaf_goals
from strukturbild_plugin.export.delivery.provenance import edition_metadata
from strukturbild_plugin.export.edition.edition import next_edition
from strukturbild_plugin.export.web.web_page import write_page
from strukturbild_plugin.goals.model import GoalCounterpart, GoalInfluence
from strukturbild_plugin.store.gpkg.records import Question
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.checks.many_objects import as_drawn
from tests.counting import growth, python_steps
from tests.export.helpers import the
from tests.store.helpers import point
from tests.store.snapshot_helpers import small_snapshot, with_object

VOID = {"meta", "img", "br", "link", "input"}


class Page(HTMLParser):
    """The elements of a page with their attributes, nesting checked, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if self._open and self._open[-1] not in ("style", "script"):
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.fixture
def page(made_once) -> Page:
    return Page(the(made_once[1].folder, "*.html").read_text(encoding="utf-8"))


@pytest.fixture
def write(qgis_app, tmp_path: Path):
    """Write the page of a snapshot and read it."""

    def written(snapshot) -> Page:
        made, _new = next_edition(snapshot)
        write_page(tmp_path / "sida.html", snapshot, edition_metadata(snapshot, made), {}, {})
        return Page((tmp_path / "sida.html").read_text(encoding="utf-8"))

    return written


def test_every_object_goal_reason_and_text_of_the_strukturbild_stands_on_the_page(page: Page, made_once):
    snapshot = read_snapshot(made_once[0])
    said = page.text
    wanted = [snapshot.head.titel, snapshot.head.organisation, *(area.namn for area in snapshot.areas)]
    wanted += [objekt.namn for objekt in snapshot.objects] + [goal.titel for goal in snapshot.goals]
    wanted += [link.motivering for link in snapshot.links]
    for objekt in snapshot.objects:
        wanted += [str(objekt.attribut.get(kod, "")) for kod in ("beskrivning", "stallningstagande")]
    missing = [text for text in wanted if " ".join(text.split()) not in said]
    assert missing == []
    for text in (
        "Principiell bild",
        "GeoNames",
        "SCB",
        "Utkast",
        "exempel för utbildning",
        "stödjer starkt",
        "motverkar",
    ):
        assert text in said


def test_a_level_that_nobody_has_given_is_said_to_be_missing(write) -> None:
    snapshot = small_snapshot()
    node = next(each for each in snapshot.objects if each.klass == "nod")
    with_all = write(snapshot).text
    said = write(with_object(snapshot, node.objekt_id, niva="")).text
    assert "Nod, nivå ej angiven" in said and said.count("ej angiven") == 2, "teckenförklaringen och objektets rad"
    assert "ej angiven" not in with_all


def test_the_page_is_made_for_every_reader(page: Page):
    (html,) = page.all("html")
    assert html["lang"] == "sv" and len(page.all("title")) == len(page.all("h1")) == len(page.all("main")) == 1
    assert page.all("meta")[0] == {"charset": "utf-8"}
    levels = [int(tag[1]) for tag, _attributes in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:])), "ingen rubriknivå hoppas över"
    assert all("alt" in image for image in page.all("img"))
    (big,) = [image for image in page.all("img") if image["alt"]]
    assert "Karta" in big["alt"] and "noder" in big["alt"] and "tabellen" in big["alt"]
    assert page.all("table") and len(page.all("caption")) == len(page.all("table"))
    assert all(cell.get("scope") in ("col", "row") for cell in page.all("th"))
    ids = [attributes["id"] for _tag, attributes in page.elements if attributes.get("id")]
    assert len(set(ids)) == len(ids)
    targets = [link["href"][1:] for link in page.all("a") if link["href"].startswith("#")]
    assert targets and set(targets) <= set(ids)
    labels = [attributes["aria-labelledby"] for _tag, attributes in page.elements if attributes.get("aria-labelledby")]
    assert set(labels) <= set(ids)


def test_the_page_needs_nothing_else(page: Page):
    assert page.all("script") == page.all("link") == page.all("iframe") == []
    assert all(image["src"].startswith("data:image/png;base64,") for image in page.all("img"))
    (policy,) = [meta["content"] for meta in page.all("meta") if "http-equiv" in meta]
    assert "default-src 'none'" in policy
    assert not any("url(" in str(value) for _tag, attributes in page.elements for value in attributes.values())


def test_links_to_the_files_beside_it_work(page: Page, made_once):
    names = {path.name for path in made_once[1].folder.iterdir()}
    beside = {link["href"] for link in page.all("a") if not link["href"].startswith(("#", "http"))}
    assert beside <= names and {Path(name).suffix for name in beside} == {".pdf", ".gpkg"}


def test_colours_have_the_contrast_wcag_wants():
    css = (Path(__file__).resolve().parents[3] / "templates" / "sidor" / "webb.html").read_text(encoding="utf-8")
    colours = {name: _rgb(value) for name, value in re.findall(r"--(\w+): (#[0-9a-f]{3,6});", css)}
    for ink in ("text", "dampad", "accent"):
        for ground in ("papper", "ton"):
            assert _contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def test_hostile_texts_are_shown_as_text(write):
    evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)> {{ 7*7 }} {% raw %}'
    snapshot = small_snapshot()
    snapshot = with_object(snapshot, "karlstad", namn=evil, attribut={"beskrivning": evil})
    snapshot = replace(
        snapshot,
        head=replace(snapshot.head, titel=evil, beskrivning=evil, organisation=evil),
        goal_sets=(replace(snapshot.goal_sets[0], url="javascript:alert(1)", namn=evil),),
        links=(replace(snapshot.links[0], motivering=evil), *snapshot.links[1:]),
    )
    page = write(snapshot)
    assert page.all("script") == [] and not any("onerror" in attributes for _tag, attributes in page.elements)
    assert not any((link.get("href") or "").startswith("javascript") for link in page.all("a"))
    assert "{{ 7*7 }}" in page.text and "<script>alert(1)</script>" in page.text


def test_the_page_speaks_the_language_of_the_strukturbild(write):
    english = write(replace(small_snapshot(), head=replace(small_snapshot().head, sprak="en")))
    assert english.all("html")[0]["lang"] == "en"
    assert "Legend" in english.text and "Teckenförklaring" not in english.text


def test_what_a_goal_corresponds_to_is_told_as_the_region_s_own_assessment(write):
    snapshot = small_snapshot()
    one, other = snapshot.goals
    pair = GoalCounterpart(one.mal_id, other.mal_id, "", "<i>Samma sak</i>")
    said = write(replace(snapshot, counterparts=(pair,))).text
    name = f"{other.titel} ({snapshot.goal_sets[0].namn})"
    assert f"Regionens bedömning: målet motsvarar {name}: <i>Samma sak</i>" in said
    assert "Regionens bedömning" not in write(snapshot).text


def test_a_circle_of_goals_or_a_nameless_object_does_not_stop_the_page(write):
    snapshot = with_object(small_snapshot(), "kil", namn="")
    one, other = snapshot.goals
    snapshot = replace(snapshot, goals=(replace(one, over_id=other.mal_id), other))
    said = write(snapshot).text
    assert "(utan namn)" in said and one.titel in said and other.titel in said


def _rgb(value: str) -> tuple[float, ...]:
    digits = value[1:] if len(value) == 7 else "".join(sign * 2 for sign in value[1:])
    return tuple(int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))


def _contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """WCAG 2.1, contrast ratio."""

    def light(colour):
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_the_legend_says_when_it_is_of_more_than_the_map_shows(write, _example_made_once: Path):
    snapshot = read_snapshot(_example_made_once)
    town = next(one for one in snapshot.objects if one.lager == "nod")
    said = "också det som ligger utanför kartan"
    assert said not in write(snapshot).text
    far = with_object(snapshot, town.objekt_id, wkb=point((400_000.0, 6_150_000.0)))
    assert said in write(far).text
    hidden = replace(
        snapshot,
        objects=tuple(replace(one, wkb=None) if one.klass == "gransbygd" else one for one in snapshot.objects),
    )
    swatches = [
        len([image for image in page.all("img") if image["alt"] == ""]) for page in map(write, (snapshot, hidden))
    ]
    assert swatches[1] < swatches[0], "det som inte är ritat står inte i teckenförklaringen"


def test_a_page_takes_as_much_work_as_there_is_drawn_also_where_no_region_has_an_outline(qgis_app, tmp_path: Path):
    def work(size: int) -> int:
        snapshot = as_drawn(size)
        snapshot = replace(snapshot, areas=tuple(replace(area, wkb=b"") for area in snapshot.areas))
        about = edition_metadata(snapshot, next_edition(snapshot)[0])
        return python_steps(lambda: write_page(tmp_path / "sida.html", snapshot, about, {}, {}))

    work(8)  # what is read once and kept
    assert growth(work, 24) < 1.1


def test_goals_lead_to_what_is_drawn_and_back_and_are_counted_in_plain_tables(page: Page, made_once) -> None:
    snapshot = read_snapshot(made_once[0])
    ids = {one["id"] for _tag, one in page.elements if one.get("id")}
    links = [one["href"][1:] for one in page.all("a") if (one.get("href") or "").startswith("#")]
    assert set(links) <= ids and len(ids) == sum(bool(one.get("id")) for _tag, one in page.elements)
    to_goals = [one for one in links if one.startswith("m-")]
    assert len(to_goals) >= len(snapshot.links) + len(leaf_goals(snapshot.goals))
    assert "Mål och klasser i bilden Målbild för stråket" in page.text and "Det finns ingen samlad poäng." in page.text
    assert "Kommuner i bilden Målbild för stråket" in page.text and "Munkfors" in page.text


def test_what_is_written_of_questions_and_of_goals_against_goals_is_not_published(example_file: Path, tmp_path: Path):
    snapshot = read_snapshot(example_file)
    goals = [goal.mal_id for goal in snapshot.goals[:2]]
    said = replace(
        snapshot,
        questions=(Question("f", "n", "konflikt", "oppen", text="Hemlig ståndpunkt"),),
        influences=(GoalInfluence(*goals, -3, "Hemligt skäl"),),
    )
    write_page(tmp_path / "s.html", said, edition_metadata(said, next_edition(said)[0]), {}, {})
    assert "Hemlig" not in (tmp_path / "s.html").read_text("utf-8")


def test_what_is_own_has_a_mark_in_the_legend_and_the_page_says_what_it_means(page: Page, made_once) -> None:
    html = next(made_once[1].folder.rglob("*.html")).read_text(encoding="utf-8")
    assert re.search(r"Lokal nod \*\s*</li>", html) and "<p>* Programmets egen indelning.</p>" in html
    assert "** Regionens egen indelning." not in html, "no class is the region's own"
