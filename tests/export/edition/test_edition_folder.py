"""An edition has a folder of its own: nothing else is touched, it comes whole or not at all, and names nobody."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.export.edition import edition_folder
from strukturbild_plugin.export.edition.edition import EditionResult, ExportRequest, export
from strukturbild_plugin.export.edition.edition_folder import target_folder
from strukturbild_plugin.export.edition.manifest import NAME
from strukturbild_plugin.export.edition.verify import verify
from strukturbild_plugin.export.edition.work_folder import PREFIX, work_folder
from strukturbild_plugin.export.file_names import folder_name
from strukturbild_plugin.gui.status_texts import verdict_sentence
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from strukturbild_plugin.store.writing.transaction import writing

ROOT = Path(__file__).resolve().parents[3]
TITLE = "Nobelbanestråket – ett exempel"
PERSON = "Karin Testperson karin@region.example"
DATA = ("leverans",)
"""Quickly made."""


def contents(folder: Path) -> dict[str, str]:
    """Every file and folder below, with the digest of what is in it; of a link, where it leads."""
    found = {}
    for path in sorted(folder.rglob("*")):
        inside = os.readlink(path) if path.is_symlink() else path.read_bytes() if path.is_file() else b""
        found[str(path.relative_to(folder))] = hashlib.sha256(os.fsencode(inside)).hexdigest()
    return found


@pytest.fixture(scope="module")
def _given_out_once(
    qgis_app, _example_made_once: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, EditionResult]:
    folder = tmp_path_factory.mktemp("utgiven")
    source = shutil.copy(_example_made_once, folder / _example_made_once.name)
    return folder, export(Path(source), ExportRequest(folder / "ut", formats=DATA))


@pytest.fixture
def first(_given_out_once: tuple[Path, EditionResult], example_file: Path, tmp_path: Path) -> EditionResult:
    """The first edition of `example_file`, in the folder `ut`."""
    folder, made = _given_out_once
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    here = tmp_path / "ut" / made.folder.name
    files = {kod: here / file.name for kod, file in made.files.items()}
    return replace(made, folder=here, exported=replace(made.exported, files=files))


def change(file: Path, sql: str) -> None:
    with writing(file, PERSON) as db:
        db.connection.execute(sql)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Sydosttriangeln", "Sydosttriangeln utgåva 2"),
        ("Åre & Östersund: Målbild/2040", "Åre & Östersund Målbild 2040 utgåva 2"),
        ('a\\b|c*d?e"f<g>h#i%20j', "a b c d e f g h i 20j utgåva 2"),
        ("..", "Strukturbild utgåva 2"),
        (".gömd", "gömd utgåva 2"),
        ("slutar med punkt.", "slutar med punkt utgåva 2"),
        ("CON", "Strukturbild CON utgåva 2"),
        ("nul.txt", "Strukturbild nul.txt utgåva 2"),
        ("aux ", "Strukturbild aux utgåva 2"),
        ("🗺 Karta\u202e\u200b", "Karta utgåva 2"),
        ("🗺", "Strukturbild utgåva 2"),
        ("\u200b\x01 ", "Strukturbild utgåva 2"),
        ("rad\nbryt\ttabb", "rad bryt tabb utgåva 2"),
        ("A\u030are", "Åre utgåva 2"),
        ("x" * 500, "x" * 40 + " utgåva 2"),
        ("Ett ord till " * 20, "Ett ord till Ett ord till Ett ord till utgåva 2"),
    ],
)
def test_the_folder_is_named_in_words_that_every_system_takes(title: str, name: str):
    assert folder_name(title, "Strukturbild", "utgåva 2") == name
    assert not set('<>:"/\\|?*#%') & set(name) and len(name.encode()) < 200 and name == name.strip(" .")


def test_a_later_edition_leaves_the_earlier_one_as_it_is(first: EditionResult, example_file: Path, tmp_path: Path):
    """Shared finding: edition 2 wrote over edition 1's manifest, and its altered GeoPackage was vouched for."""
    chosen = tmp_path / "ut"
    before = contents(first.folder)
    change(example_file, "UPDATE strukturbild SET beskrivning = 'ny'")
    second = export(example_file, ExportRequest(chosen, formats=DATA))
    assert (first.folder, second.folder) == (chosen / f"{TITLE} utgåva 1", chosen / f"{TITLE} utgåva 2")
    assert second.folder.name in second.message
    assert all(file.parent == second.folder for file in second.files.values())
    assert contents(first.folder) == before and sorted(chosen.iterdir()) == [first.folder, second.folder]
    change(first.files["leverans"], "UPDATE nod SET namn = 'Någon annanstans' WHERE namn = 'Karlstad'")
    whole = verify(chosen)
    answers = [(name, part.status) for name, part in whole.parts]
    assert answers == [(first.folder.name, "tampered"), (second.folder.name, "same")] and whole.status == "tampered"
    said = verdict_sentence(whole)
    assert f"”{first.folder.name}”: Något är ändrat" in said and f"”{second.folder.name}”: Filerna hör ihop" in said


def test_another_strukturbild_with_the_same_title_gets_a_folder_beside(
    first: EditionResult, example_file: Path, tmp_path: Path
):
    chosen, ours = tmp_path / "ut", first
    before = contents(chosen)
    change(example_file, "UPDATE strukturbild SET strukturbild_id = '99999999-9999-4999-8999-999999999999'")
    change(example_file, "DELETE FROM utgava")
    theirs = export(example_file, ExportRequest(chosen, formats=DATA))
    assert theirs.folder == chosen / f"{TITLE} utgåva 1 (2)"
    assert "fanns redan" in theirs.message and ours.folder.name in theirs.message
    assert {name: one for name, one in contents(chosen).items() if not name.startswith(theirs.folder.name)} == before


@pytest.mark.parametrize("what", ["folder", "empty folder", "file", "link to a folder", "link to nothing"])
def test_what_the_user_has_under_the_name_stays(example_file: Path, qgis_app, tmp_path: Path, what: str):
    chosen, elsewhere = tmp_path / "ut", tmp_path / "annanstans"
    chosen.mkdir()
    elsewhere.mkdir()
    theirs = chosen / f"{TITLE} utgåva 1"
    if what.startswith("link"):
        theirs.symlink_to(elsewhere if what == "link to a folder" else tmp_path / "borta")
    elif what == "file":
        theirs.write_text("viktigt")
    else:
        theirs.mkdir()
        if what == "folder":
            (theirs / NAME).mkdir()
            (theirs / NAME / "viktigt.txt").write_text("x")
    before = contents(chosen)
    result = export(example_file, ExportRequest(chosen, formats=DATA))
    assert result.folder.name == f"{TITLE} utgåva 1 (2)" and verify(result.folder).status == "same"
    after = contents(chosen)
    assert {name: after[name] for name in before} == before and not any(elsewhere.iterdir())


def test_the_same_edition_is_completed_in_its_own_folder(first: EditionResult, example_file: Path, tmp_path: Path):
    chosen = tmp_path / "ut"
    (first.folder / "protokoll.docx").write_text("användarens")
    data = first.files["leverans"].read_bytes()
    again = export(example_file, ExportRequest(chosen, formats=("webb",)))
    assert again.folder == first.folder and not again.is_new and list(chosen.iterdir()) == [first.folder]
    assert first.files["leverans"].read_bytes() == data
    assert (first.folder / "protokoll.docx").read_text() == "användarens"
    manifest = json.loads((first.folder / NAME).read_text(encoding="utf-8"))
    assert {entry["slag"] for entry in manifest["filer"]} == {"webb", "leverans"}
    verdict = verify(first.folder)
    assert verdict.status == "same" and verdict.outside == ("protokoll.docx",)
    # Into the edition's own folder too, as when the folder of an earlier version is chosen again.
    assert export(example_file, ExportRequest(first.folder, formats=DATA)).folder == first.folder
    assert verify(first.folder).outside == ("protokoll.docx",)


@pytest.mark.parametrize("what", ["changed", "link", "link to the folder", "in the way"])
def test_an_edition_that_is_not_as_it_was_made_is_left_alone(
    first: EditionResult, example_file: Path, tmp_path: Path, what: str
):
    chosen = tmp_path / "ut"
    data, wish = first.files["leverans"], ExportRequest(chosen, formats=DATA)
    if what == "changed":
        change(data, "UPDATE nod SET namn = 'Någon annanstans' WHERE namn = 'Karlstad'")
    elif what == "link":
        data.rename(tmp_path / "min.gpkg")
        data.symlink_to(tmp_path / "min.gpkg")
    elif what == "link to the folder":
        first.folder.rename(tmp_path / "annanstans")
        first.folder.symlink_to(tmp_path / "annanstans")
    else:
        wish = ExportRequest(chosen, formats=("webb",))
        (first.folder / data.name.replace("leverans.gpkg", "webb.html")).write_text("användarens")
    before = contents(first.folder)
    again = export(example_file, wish)
    assert again.folder == chosen / f"{first.folder.name} (2)" and contents(first.folder) == before
    assert export(example_file, wish).folder == again.folder, "den egna känns igen"


def test_what_cannot_be_written_leaves_nothing(example_file: Path, qgis_app, tmp_path: Path, monkeypatch):
    """A file that grows too large for where it is to go; what was there before stays too."""
    import resource

    chosen = tmp_path / "ny" / "ut"
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    real = edition_folder.TargetFolder.put

    def put(*arguments):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
        try:
            return real(*arguments)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    monkeypatch.setattr(edition_folder.TargetFolder, "put", put)
    with pytest.raises(ExportError, match="Finns det plats på disken"):
        export(example_file, ExportRequest(chosen, formats=DATA))
    assert not (tmp_path / "ny").exists() and read_snapshot(example_file).editions == ()


KILLED = """
import os, signal, sys
from pathlib import Path
from qgis.core import QgsApplication
app = QgsApplication([], False)
app.initQgis()
from strukturbild_plugin.export.edition import edition, edition_folder

class Death:
    def __init__(self, at):
        self.at = at
    def setProgress(self, progress):
        if progress >= self.at:
            os.kill(os.getpid(), signal.SIGKILL)
    def isCanceled(self):
        return False

if sys.argv[3] == "placing":
    edition_folder._retry_while_locked = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
wish = edition.ExportRequest(Path(sys.argv[2]), formats=("leverans",))
edition.export(Path(sys.argv[1]), wish, Death(999 if sys.argv[3] == "placing" else float(sys.argv[3])))
"""


@pytest.mark.skipif(os.name == "nt", reason="här dödas med SIGKILL")
def test_a_killed_export_leaves_no_names_of_people_and_the_next_one_cleans(
    example_file: Path, qgis_app, tmp_path: Path, monkeypatch
):
    change(example_file, "UPDATE nod SET skapad_av = 'Karin Testperson', andrad_av = 'karin@region.example'")
    chosen, temporary = tmp_path / "ut", tmp_path / "tillfälligt"
    temporary.mkdir()
    chosen.mkdir()
    (chosen / "mitt.txt").write_text("användarens")
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary), "QT_QPA_PLATFORM": "offscreen"}
    for moment in ("10", "94", "placing"):
        command = [sys.executable, "-c", KILLED, str(example_file), str(chosen), moment]
        done = subprocess.run(command, env=environment, capture_output=True, timeout=120, check=False)
        assert done.returncode == -signal.SIGKILL, done.stderr
        left = [path for path in chosen.rglob("*") if path != chosen / "mitt.txt"]
        assert all(path.relative_to(chosen).parts[0].startswith(".") for path in left), "inget halvt syns"
        for file in filter(Path.is_file, left):
            assert not re.search(rb"Karin Testperson|karin@region", file.read_bytes()), file
    assert len(left) == 3 and {file.suffix for file in left} == {"", ".gpkg", ".json"}, "färdiga filer"
    assert read_snapshot(example_file).editions == ()
    result = export(example_file, ExportRequest(chosen, formats=DATA))
    assert sorted(chosen.iterdir()) == [result.folder, chosen / "mitt.txt"]
    assert not list(temporary.glob(f"{PREFIX}*")), "också arbetsplatserna är borta"


def test_a_run_that_lives_and_what_only_looks_like_ours_are_left_alone(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp" / f"{PREFIX}utanlas1").mkdir(parents=True)
    chosen = tmp_path / "ut"
    with work_folder() as one:
        ours = chosen / edition_folder._HIDDEN_NAME.format(machine=edition_folder._machine(), mark=one.mark)
        others = chosen / ".strukturbild-utgava-00000000-abcdefgh"
        users = chosen / ".strukturbild-mittegna"
        dead = chosen / edition_folder._HIDDEN_NAME.format(machine=edition_folder._machine(), mark="deaddead")
        for folder in (ours, others, users, dead):
            folder.mkdir(parents=True)
        with work_folder() as two, target_folder(chosen, two):
            assert one.folder.is_dir() and ours.is_dir() and others.is_dir() and users.is_dir()
            assert not dead.exists()
    assert (tmp_path / "tmp" / f"{PREFIX}utanlas1").is_dir(), "utan lås går det inte att veta"
    assert sorted(path.name for path in (tmp_path / "tmp").iterdir()) == [f"{PREFIX}utanlas1"]
