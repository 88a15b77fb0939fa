"""A strukturbild becomes a template, travels as one file, and begins a new strukturbild where nothing else is known."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from strukturbild_plugin.cartography.symbol_sets.symbol_set_library import load_symbol_set
from strukturbild_plugin.catalogue.model import Text
from strukturbild_plugin.catalogue.packs import chosen_packs
from strukturbild_plugin.errors import CatalogueError, StoreError
from strukturbild_plugin.goals.goal_library import load_goal_sets
from strukturbild_plugin.goals.goal_sets import VERSION_TEXTS, goal_set_from
from strukturbild_plugin.goals.model import GoalSet
from strukturbild_plugin.goals.tree import GoalRow, GoalTree, build_tree
from strukturbild_plugin.guide.step_chain import chain_of
from strukturbild_plugin.store.create.create import NewStrukturbild, create
from strukturbild_plugin.store.gpkg.attachments import LAYOUT, LOGO, PROFILE, STYLE, SYMBOL_SET
from strukturbild_plugin.store.gpkg.records import Attachment, Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.importing.goals import import_goals
from strukturbild_plugin.store.templates.package import package_bytes, read_package
from strukturbild_plugin.store.templates.package_goals import goal_set_text
from strukturbild_plugin.store.templates.save_template import (
    TemplateRequest,
    next_version,
    save_template,
    suggestion_for,
)
from strukturbild_plugin.store.templates.template_library import (
    CHANGED,
    NEW,
    NEWER,
    OLDER,
    SAME,
    inspect_package,
    install,
    read_library,
    remove,
)
from strukturbild_plugin.store.writing.transaction import writing
from strukturbild_plugin.yaml_reader.problems import Problems, SourceLocation
from tests.catalogue.helpers import OWN_CLASS, own_file
from tests.store.templates.helpers import LAYOUT as SHEET
from tests.store.templates.helpers import LOGO as LOGO_FILE
from tests.store.templates.helpers import PROFILE as PROFILE_FILE
from tests.store.templates.helpers import STYLE as STYLE_FILE
from tests.store.templates.helpers import own_symbol_set, sound_parts, zipped

WISH = TemplateRequest(
    kod="exempel_leder",
    namn=Text("Leder", "Trails"),
    beskrivning=Text("För er som ritar leder.", ""),
    organisation="Region Exempel",
    licens="CC-BY-4.0",
)
OWN = (
    Attachment(SYMBOL_SET, "exempel.yaml", own_symbol_set("exempel")),
    Attachment(PROFILE, "profil.yaml", PROFILE_FILE),
    Attachment(LOGO, "region-exempel.svg", LOGO_FILE),
    Attachment(LAYOUT, "Vårt blad.qpt", SHEET),
    Attachment(STYLE, "exempel/nod.qml", STYLE_FILE),
)


@pytest.fixture(scope="module")
def region(base_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A region's strukturbild: own classes, own goals, own symbols, a profile, a logo, a layout, a style, a drawing."""
    folder = tmp_path_factory.mktemp("region")
    own = own_file(folder, OWN_CLASS)
    wish = NewStrukturbild("Leder i Värmland", ["17"], "malbild", "Region Exempel", own_classes=(own,))
    path = create(folder / "leder.gpkg", wish)
    goals = folder / "egna_mal.csv"
    goals.write_text("kod;titel;niva\n1;Fler ska gå;Mål\n", encoding="utf-8")
    import_goals(path, goals)
    with writing(path, who="Anna Andersson") as db:
        db.set_head(replace(db.head(), symboluppsattning="exempel"))
        for attachment in OWN:
            db.set_attachment(attachment)
        db.add_anchoring("Karlstads kommun")
    return path


def steps_of(snapshot: Snapshot):
    """The steps, with one in the region's own words and one less."""
    steps = chain_of(snapshot.head, snapshot.catalogue, attachments=snapshot.attachments).steps
    own = Text("Vi ritar leder därför att de binder ihop bygden.", "")
    return tuple(replace(step, varfor=own) if step.kod == "gron_bla" else step for step in steps if step.kod != "mal")


def test_a_template_carries_everything_to_an_empty_profile(region: Path, tmp_path: Path) -> None:
    source = read_snapshot(region)
    steps = steps_of(source)
    saved = save_template(tmp_path / "leder", source, steps, WISH)
    assert saved.path.name == "leder.strukturmall" and saved.notes == ()

    profile = tmp_path / "annan dator" / "mallar"
    arrival = inspect_package(saved.path, profile)
    assert arrival.relation == NEW
    install(arrival)
    saved.path.unlink()
    (found,) = read_library(profile).templates
    assert (found.organisation, found.template.namn.en) == ("Region Exempel", "Trails")
    assert found.template.paket.licens == "CC-BY-4.0" and found.template.paket.lan == ("17",)

    made = create(tmp_path / "ny.gpkg", NewStrukturbild("Ny", ["18"], "", template_file=found.path))
    remove(found, profile)
    new = read_snapshot(made)
    assert new.catalogue == source.catalogue and new.catalogue.object_class("led").egen
    assert chain_of(new.head, new.catalogue, attachments=new.attachments).steps == steps
    assert {one for one in new.attachments if one.slag != "mall"} == set(OWN)
    ours, theirs = (load_symbol_set(one.head.symboluppsattning, one.attachments) for one in (source, new))
    assert ours == theirs and ours.kod == "exempel" and not ours.notices
    assert [(p.namn, p.bildtyp, p.horisont) for p in new.pictures] == [
        (p.namn, p.bildtyp, p.horisont) for p in source.pictures
    ]
    sets = {one.kod for one in new.goal_sets}
    assert {"egna_mal", "rus_varmland", "rus_orebro", "agenda2030"} <= sets
    assert [goal.titel for goal in new.goals if goal.samling == "egna_mal"] == ["Fler ska gå"]
    assert (new.head.mall, new.head.mall_version, new.objects) == ("exempel_leder", "1.0", ())


def test_no_names_of_people_and_the_same_bytes_each_time(region: Path, tmp_path: Path) -> None:
    source = read_snapshot(region)
    one = save_template(tmp_path / "a", source, steps_of(source), WISH)
    other = save_template(tmp_path / "b", read_snapshot(region), steps_of(source), WISH)
    assert one.path.read_bytes() == other.path.read_bytes() == package_bytes(read_package(one.path))
    assert one.path.stat().st_size < 200_000
    everything = b"".join(_unzipped(one.path).values())
    for private in ("Andersson", "Karlstads kommun", source.head.strukturbild_id, "forankring"):
        assert private.encode() not in everything, private
    with pytest.raises(StoreError, match="finns redan"):
        save_template(tmp_path / "a", source, steps_of(source), WISH)


def test_what_cannot_be_shared_is_left_out_and_said(region: Path, tmp_path: Path) -> None:
    bad_style = STYLE_FILE.replace(b"</qgis>", b"<attributeactions/><editforminit>x</editforminit></qgis>")
    sheet = SHEET.replace(b'file=""', b'file="C:/Users/anna/logo.png"')
    own = [one for one in OWN if one.slag not in (STYLE, LAYOUT, LOGO)]
    own += [Attachment(STYLE, "exempel/nod.qml", bad_style), Attachment(LAYOUT, "Blad.qpt", sheet)]
    own += [Attachment(LOGO, "region-exempel.svg", b"<svg><script/></svg>")]
    source = replace(read_snapshot(region), attachments=tuple(own))
    saved = save_template(tmp_path / "a", source, steps_of(source), WISH)
    said = "\n".join(saved.notes)
    assert "region-exempel.svg kom inte med" in said and "formulär, åtgärder" in said and "egna datorn" in said
    kept = {one.namn: one.innehall for one in saved.package.attachments}
    assert "region-exempel.svg" not in kept and b"anna" not in kept["Blad.qpt"]
    assert b"editforminit" not in kept["exempel/nod.qml"] and b"SimpleMarker" in kept["exempel/nod.qml"]

    bare = replace(WISH, with_profile=False, with_layouts=False, with_styles=False, goal_sets=())
    plain = save_template(tmp_path / "b", source, steps_of(source), bare).package
    assert [one.slag for one in plain.attachments] == [
        SYMBOL_SET
    ] and plain.template.malsamlingar == () == plain.goal_trees


def test_a_goal_set_with_any_code_comes_along_under_one_that_a_file_can_have(region: Path, tmp_path: Path) -> None:
    with writing(region) as db:
        for code in ("våra-mål", "rus-varmland"):
            goal_set = GoalSet(code, f"Samling {code}", "", ("17",), "", None, "", fullstandig=True)
            place = SourceLocation("mål")
            rows = (GoalRow("1", "Tåg", place), GoalRow("1.1", "Spår", place, over="1"))
            db.add_goal_tree(build_tree(goal_set, rows)[0])
    snapshot = read_snapshot(region)
    assert {"våra-mål", "rus-varmland"} <= {each.kod for each in snapshot.goal_sets}
    wish = replace(WISH, goal_sets=("våra-mål", "rus-varmland"))
    saved = save_template(tmp_path / "a", snapshot, chain_of(snapshot.head, snapshot.catalogue).steps, wish)
    read = read_package(saved.path)
    assert set(read.template.malsamlingar) == {"vara_mal", "rus_varmland_2"}
    assert {len(tree.goals) for tree in read.goal_trees} == {2}
    assert [note for note in saved.notes if "våra-mål" in note and "vara_mal" in note]
    installed = install(inspect_package(saved.path, tmp_path / "mallar"))
    sets = tuple(read.template.malsamlingar)
    new = NewStrukturbild("Ny", ["17"], "", malsamlingar=sets, template_file=installed.path)
    made = read_snapshot(create(tmp_path / "ny.gpkg", new))
    assert {each.kod for each in made.goal_sets} >= set(sets)


def test_versions_stand_beside_each_other_or_take_turns(tmp_path: Path) -> None:
    library = tmp_path / "mallar"

    def came(version: str, organisation: str = "Region Exempel") -> Path:
        return zipped(sound_parts(version, organisation), tmp_path / f"{version}-{organisation}.strukturmall")

    install(inspect_package(came("1.2"), library))
    again = inspect_package(came("1.2"), library)
    assert again.relation == SAME and install(again).path.parent == library
    other = zipped({**sound_parts("1.2"), "layouter/Blad.qpt": SHEET}, tmp_path / "annan.strukturmall")
    assert inspect_package(other, library).relation == CHANGED
    with pytest.raises(CatalogueError, match=r"annat innehåll.*Region Exempel"):
        install(inspect_package(other, library))
    older = inspect_package(came("1.1.9"), library)
    assert older.relation == OLDER
    install(older)
    install(inspect_package(came("1.2", "Region Annan"), library))
    assert [(one.organisation, one.template.version) for one in read_library(library).templates] == [
        ("Region Annan", "1.2"),
        ("Region Exempel", "1.2"),
        ("Region Exempel", "1.1.9"),
    ]
    newer = inspect_package(came("1.10"), library)
    assert newer.relation == NEWER and [one.template.version for one in newer.installed] == ["1.2", "1.1.9"]
    install(newer, replace=True)
    left = [(one.organisation, one.template.version) for one in read_library(library).templates]
    assert left == [("Region Annan", "1.2"), ("Region Exempel", "1.10")]
    assert not [path for path in library.iterdir() if path.name.startswith(".")]


def test_a_plain_template_file_in_the_folder_is_one_of_the_user_s_own(base_data: Path, tmp_path: Path) -> None:
    from strukturbild_plugin import paths

    shutil.copy(paths.TEMPLATE_FILES / "gransbygd.yaml", tmp_path / "gransbygd.yaml")
    (tmp_path / "trasig.yaml").write_text("kod: [", encoding="utf-8")
    found = read_library(tmp_path)
    (one,) = found.templates
    assert one.organisation == "" and "trasig.yaml" in "\n".join(found.problems)
    made = create(tmp_path / "ny.gpkg", NewStrukturbild("Ny", ["18"], "", template_file=one.path))
    snapshot = read_snapshot(made)
    assert chain_of(snapshot.head, snapshot.catalogue, attachments=snapshot.attachments).template is not None
    with sqlite3.connect(made) as db:
        assert db.execute("select slag, namn from bilaga").fetchall() == [("mall", "mall.yaml")]


def test_the_next_version_is_suggested_under_the_same_code(region: Path, tmp_path: Path) -> None:
    assert [next_version(one) for one in ("1.0", "2.9", "3", "senaste")] == ["1.1", "2.10", "3.1", "1.0"]
    source = read_snapshot(region)
    first = suggestion_for(source.head, chain_of(source.head, source.catalogue).template, own=False)
    assert (first.version, first.code_for("Region Sörmland", "Målbild")) == ("1.0", "sormland_malbild")
    mall = save_template(tmp_path / "a", source, steps_of(source), WISH).package.template
    second = suggestion_for(source.head, mall, own=True)
    assert (second.version, second.licens) == ("1.1", "CC-BY-4.0")
    assert second.code_for("Region Exempel", "Nytt namn") == "exempel_leder"
    assert second.code_for("Region Annan", "Leder") == "annan_leder"


def _unzipped(path: Path) -> dict[str, bytes]:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        assert all(entry.date_time == (1980, 1, 1, 0, 0, 0) for entry in archive.infolist())
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_a_goal_set_says_of_its_version_and_goals_goes_through_its_file() -> None:
    tree = load_goal_sets()["rus_varmland"]
    said = {name: f"{name} å" for name in VERSION_TEXTS}
    goals = list(tree.goals)
    more = {"kalla": "Sida 12", "tillganglighet": ("narhet",), "ersatter": "m0", "vikt": 2.5, "prioriterat": False}
    goals[0] = replace(goals[0], **more)
    wanted = replace(tree, goal_set=replace(tree.goal_set, **said), goals=tuple(goals))
    problems = Problems()
    found = goal_set_from(goal_set_text(wanted), "rus_varmland.yaml", problems, verified=False)
    assert not problems, problems.sentences()
    assert found.goal_set == wanted.goal_set and found.goals == wanted.goals
    assert goal_set_text(tree) == goal_set_text(found_again(tree))


def found_again(tree: GoalTree) -> GoalTree:
    found = goal_set_from(goal_set_text(tree), f"{tree.goal_set.kod}.yaml", Problems())
    assert found is not None
    return found


@pytest.mark.parametrize("kod", ["norr", "kust", "ansprak"])
def test_a_template_of_a_strukturbild_with_a_pack_brings_it_and_takes_it_twice_without_harm(
    base_data: Path, tmp_path: Path, kod: str
) -> None:
    (pack,) = chosen_packs([kod])
    source = read_snapshot(create(tmp_path / "a.gpkg", NewStrukturbild("A", ["25"], "malbild", "R", packs=(kod,))))
    saved = save_template(tmp_path / "mall", source, steps_of(source), WISH)
    assert saved.notes == ()
    for number, packs in enumerate(((), (kod,), ("norr", "kust", "ansprak"))):
        wish = NewStrukturbild("Ny", ["24"], "", template_file=saved.path, packs=packs)
        new = read_snapshot(create(tmp_path / f"ny{number}.gpkg", wish))
        for klass in pack.klasser:
            assert new.catalogue.object_class(klass.kod) == klass
        codes = [klass.kod for klass in new.catalogue.klasser]
        assert len(codes) == len(set(codes)) and set(codes) >= {one.kod for one in source.catalogue.klasser}
