"""Files that a planner writes: own classes are equal citizens, and every fault is told at once, with its place."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from strukturbild_plugin import paths
from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.errors import CatalogueError
from tests.catalogue.helpers import MANUAL, OWN_CLASS, catalogue_copy, change, manual_examples, own_file, problems_of
from tests.counting import growth, python_steps


def test_an_own_class_is_an_equal_citizen(tmp_path: Path) -> None:
    catalogue = load_catalogue(own_files=[own_file(tmp_path, OWN_CLASS)])

    led = catalogue.object_class("led")
    assert led.egen and led.kalla == "egen"
    assert led.plural.sv == "Vandringsled"
    assert led.level("regional").storlek == 1.5
    assert led.namn.in_language("en") == "Trail"
    assert led.undertyper[0].namn.in_language("en") == "Pilgrimsled"
    order = [klass.kod for klass in catalogue.in_legend_order()]
    assert order.index("gron_samband") < order.index("led") < order.index("bla_struktur")
    columns = [attribute.kod for attribute in catalogue.columns("gron_bla_lank")]
    assert {"arstid", "langd"} <= set(columns)
    assert columns.count("minsta_bredd") == 1
    assert [choice.kod for choice in catalogue.listor["arstid"]] == ["vinter", "sommar"]
    assert catalogue.listor["roll"][-1].kod == "friluftsnod"


def test_every_fault_is_told_at_once_with_place_and_suggestion(tmp_path: Path) -> None:
    first = own_file(
        tmp_path,
        """\
attribut:
  geom:
    namn: Läge
    typ: tekst
    grupp: egenskaper
klasser:
  nod:
    namn: Nod
    struktur: B
    lager: {punkt: nod}
  led:
    struktur: Q
    lager: {linje: gron_bla_lenk}
    attribut: [befolkningg]
    nivåer: 3
    nivaer:
      stor: {sv: Stor, storlek: 900}
      liten: {sv: Liten}
""",
    )
    second = own_file(tmp_path, "klasser:\n  led: {namn: Led}\n  led: {namn: Led}\n", "andra.yaml")

    told = "\n".join(problems_of(first, second, tmp_path / "borta.yaml"))

    for expected in (
        "egen.yaml, attribut 'geom' (rad 2): Koden används av programmet självt",
        "egen.yaml, attribut 'geom' (rad 4): 'typ' är 'tekst'. Tillåtna värden: datum, decimal",
        "Menade du 'text'?",
        "egen.yaml, klass 'nod' (rad 7): Koden är redan använd i klasser/bebyggelse.yaml, klass 'nod'",
        "egen.yaml, klass 'led' (rad 11): 'namn' saknas",
        "egen.yaml, klass 'led' (rad 12): 'struktur' är 'Q'. Tillåtna värden: A, B, G, K.",
        "egen.yaml, klass 'led', 'lager' (rad 13): 'linje' är 'gron_bla_lenk'",
        "Menade du 'gron_bla_lank'?",
        "egen.yaml, klass 'led' (rad 14): 'attribut' nämner 'befolkningg'",
        "Menade du 'befolkning'?",
        "egen.yaml, klass 'led' (rad 15): 'nivåer' betyder ingenting här",
        "egen.yaml, klass 'led', nivå 'stor' (rad 17): 'storlek' är '900'",
        "egen.yaml, klass 'led', nivå 'liten' (rad 18): 'storlek' saknas",
        "andra.yaml (rad 3): 'led' står två gånger (först på rad 2)",
        "borta.yaml: Filen finns inte",
    ):
        assert expected in told, expected


def test_faults_in_the_shipped_files_are_told_by_file_and_place(tmp_path: Path) -> None:
    folder = catalogue_copy(tmp_path)
    settlement = folder / "klasser" / "bebyggelse.yaml"
    change(settlement, "storregional: {sv: Storregional, en: Supra-regional,", "storregional: {sv: Storregional,")
    change(settlement, "typ: flerval", "typ: flersval")
    change(folder / "attribut.yaml", "  - osakerhet\n", "")
    change(folder / "lager.yaml", "[noder, mot_start, mot_slut]", "[noder, mot_start, mot_slutet]")
    change(folder / "strukturer.yaml", 'version: "1.0"', 'versjon: "1.0"')

    told = problems_of(folder=folder)

    assert len(told) == 5, told
    together = "\n".join(told)
    assert "klasser/bebyggelse.yaml, klass 'nod', nivå 'storregional'" in together and "'en' saknas" in together
    assert "klasser/bebyggelse.yaml, attribut 'utbud'" in together and "Menade du 'flerval'?" in together
    assert "'osakerhet' ska stå bland de gemensamma" in together
    assert "lager.yaml, lager 'strak'" in together and "Menade du 'mot_slut'?" in together
    assert "strukturer.yaml (rad 11): 'versjon' betyder ingenting här" in together


def test_lists_that_the_map_knows_cannot_grow(tmp_path: Path) -> None:
    told = problems_of(own_file(tmp_path, "fler_varden:\n  status:\n    nedlagd: {sv: Nedlagd}\n"))
    assert len(told) == 1 and "Listan kan inte få fler värden" in told[0] and "roll" in told[0]


HOSTILE = {
    "deep": "[" * 200_000,
    "deep mappings": "klasser: " + "{a: " * 100_000,
    "alias bomb": "a: &a [x, x]\nb: &b [*a, *a]\nklasser: [*b, *b]\n",
    "code": 'klasser: !!python/object/apply:os.system ["echo hej"]\n',
    "not a mapping": "- klasser\n",
    "empty": "",
    "zero byte": 'klasser: "a\x00b"\n',
    "tabs": "klasser:\n\tled: {}\n",
    "mapping as key": "? {a: b}\n: c\n",
    "two documents": "klasser: {}\n---\nklasser: {}\n",
    "a hundred thousand values": "listor: {l: [" + "x," * 100_000 + "]}",
    "wrong types": "klasser: [1, 2]\nattribut: 7\nlistor: {l: [x]}\ngrupper: text\n",
    "too large": "klasser: " + "a" * 1_100_000,
    "forty thousand faults": "klasser: {" + ",".join(f"k{n}: 1" for n in range(40_000)) + "}",
    "latin-1": "klasser: {å: 1}".encode("latin-1"),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("parser", ["fast", "plain"])
def test_hostile_files_get_a_sentence(name: str, parser: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if parser == "plain":
        monkeypatch.delattr("yaml.CSafeLoader", raising=False)
    content = HOSTILE[name]
    path = tmp_path / "elak.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    told = problems_of(path)

    assert told and told[0].startswith("elak.yaml"), told
    assert len(told) <= 301


@pytest.mark.parametrize(
    "of_size",
    [
        lambda size: "klasser: {" + ",".join(f"k{n}: 1" for n in range(size)) + "}",
        lambda size: "listor: {l: [" + "x," * size + "]}",
        lambda size: "klasser: " + "{a: " * size,
    ],
    ids=["faults", "values", "deep"],
)
def test_a_file_twice_as_hostile_is_not_more_than_twice_the_work(of_size: Callable[[int], str], tmp_path: Path) -> None:
    def work(size: int) -> int:
        path = own_file(tmp_path, of_size(size))
        return python_steps(lambda: problems_of(path))

    work(1)
    assert growth(work, 500) < 1.05


def test_values_mean_what_a_planner_wrote(tmp_path: Path) -> None:
    """No 'no' that becomes False, no 0180 that becomes 120, no 12:30 that becomes 750."""
    text = "klasser:\n  no: {namn: no, struktur: A, lager: {yta: omrade}, kalla: 0180, hjalp: 12:30}\n"
    klass = load_catalogue(own_files=[own_file(tmp_path, text)]).object_class("no")
    assert (klass.namn.sv, klass.kalla, klass.hjalp.sv) == ("no", "0180", "12:30")


def test_a_missing_catalogue_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="Katalogen hittades inte"):
        load_catalogue(tmp_path)


def test_the_manual_s_own_classes_load_and_its_faults_are_told_as_written(tmp_path: Path) -> None:
    files = manual_examples(tmp_path)

    catalogue = load_catalogue(own_files=[files["energi.yaml"]])
    assert catalogue.object_class("energinod").attribut == ("energislag", "effekt", "ar_bytespunkt")
    assert "energikluster" in {choice.kod for choice in catalogue.listor["roll"]}

    told = problems_of(files["skidor.yaml"])
    assert len(told) == 3
    manual = MANUAL.read_text(encoding="utf-8")
    for problem in told:
        assert f"- {problem}\n" in manual, problem


def test_loading_needs_no_qgis_and_importing_no_yaml() -> None:
    code = (
        "import sys; from strukturbild_plugin.catalogue import load, table_rows, template; "
        "assert 'yaml' not in sys.modules; load.load_catalogue(); assert not {'qgis', 'osgeo'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=paths.TEMPLATES.parent, check=True)
