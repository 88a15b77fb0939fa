"""A small strukturbild for the tests of the store, and the geometries to fill it with."""

from __future__ import annotations

import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import uuid
from functools import lru_cache
from pathlib import Path

from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.catalogue.model import Catalogue
from strukturbild_plugin.store.create.create import NewFileContent, goal_trees, write_file
from strukturbild_plugin.store.gpkg.records import Area, Head, ObjectRecord, Picture

TARGET, TODAY = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
ROOT = Path(__file__).resolve().parents[2]
FILE_NAME = "strukturbild.gpkg"


def point(*places: tuple[float, float], kind: int = 4) -> bytes:
    """A multipoint; `kind` 1 makes a plain point of the first place."""
    if kind == 1:
        return struct.pack("<BI2d", 1, 1, *places[0])
    return struct.pack("<BII", 1, 4, len(places)) + b"".join(struct.pack("<BI2d", 1, 1, *place) for place in places)


def line(*places: tuple[float, float]) -> bytes:
    """A plain line, as drawing tools give it."""
    return struct.pack("<BII", 1, 2, len(places)) + b"".join(struct.pack("<2d", *place) for place in places)


def square(west: float, south: float, side: float) -> bytes:
    """A plain polygon."""
    east, north = west + side, south + side
    ring = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return struct.pack("<BIII", 1, 3, 1, len(ring)) + b"".join(struct.pack("<2d", *place) for place in ring)


def thing(layer: str, klass: str, namn: str, wkb: bytes | None, **more: object) -> ObjectRecord:
    """An object in the target picture."""
    fields: dict[str, object] = {"objekt_id": str(uuid.uuid4()), "bild_id": TARGET, "niva": "", "undertyp": ""}
    fields.update({"roller": (), "status": "befintlig", "osakerhet": "principiell", **more})
    return ObjectRecord(lager=layer, klass=klass, namn=namn, wkb=wkb, **fields)  # type: ignore[arg-type]


def karlstad() -> list[ObjectRecord]:
    """Two towns, a corridor, a link, a green area, an unnamed border district and a barrier."""
    west, east = (414000.0, 6584000.0), (511000.0, 6571000.0)
    town = thing("nod", "nod", "Karlstad", point(west, kind=1), niva="storregional", roller=("nodstad", "hamn"))
    other = thing("nod", "nod", "Örebro", point(east), niva="regional", attribut={"beskrivning": "Möts här"})
    ends = {"fran_id": town.objekt_id, "till_id": other.objekt_id}
    return [
        town,
        other,
        thing("strak", "strak", "Nobelbanestråket", line(west, (460000.0, 6590000.0), east), niva="storregional"),
        thing("samband", "samband", "Pendling", line(west, east), attribut=ends),
        thing("gron_bla_yta", "gron_kil", "Kilen", square(440000, 6600000, 20000)),
        thing("gransbygd", "gransbygd", "", square(340000, 6620000, 30000)),
        thing("barriar", "barriar", "Älven", line((470000.0, 6560000.0), (470000.0, 6610000.0))),
    ]


def content(catalogue: Catalogue | None = None, title: str = "Målbild för provet") -> NewFileContent:
    """A strukturbild of two län-like squares, with two pictures and two goal sets."""
    head = Head(
        strukturbild_id="33333333-3333-4333-8333-333333333333",
        titel=title,
        lan=("17", "18"),
        organisation="Region Å, Ä och Ö",
        beskrivning="",
        mall="malbild",
        mall_version="1.0",
        symboluppsattning="tryck",
        sprak="sv",
        skapad="2026-11-20T12:00:00.000Z",
    )
    pictures = (
        Picture(TARGET, "Målbild", "malbild", "regional", 2040, "", "utkast", "", "", 1),
        Picture(TODAY, "Nuläge", "nulage", "regional", None, "", "utkast", "", "", 2),
    )
    areas = (
        Area("17", "Värmlands län", square(320000, 6540000, 130000)),
        Area("18", "Örebro län", square(450000, 6540000, 100000)),
    )
    return NewFileContent(
        head, catalogue or load_catalogue(), pictures, areas, goal_trees(("rus_varmland", "rus_orebro"))
    )


@lru_cache(maxsize=1)
def _made_once() -> Path:
    return write_file(Path(tempfile.mkdtemp(prefix="strukturbild-prov-")) / FILE_NAME, content())


def new_file(folder: Path) -> Path:
    """A new strukturbild without objects, the test's own."""
    return Path(shutil.copy(_made_once(), folder / FILE_NAME))


def validator_says(path: Path) -> str:
    """What GDAL's GeoPackage validator says; '' when all is well."""
    command = [sys.executable, "-m", "osgeo_utils.samples.validate_gpkg", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    return (done.stdout + done.stderr).strip() if done.returncode else ""


def run_python(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run `code` in a Python of its own that can import the project."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, **of_its_own())  # type: ignore[call-overload]


def start_python(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Start `code` in a Python of its own, to be talked to (or killed) while it runs."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    silent = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
    return subprocess.Popen(command, **silent, **of_its_own())  # type: ignore[call-overload]


def of_its_own() -> dict[str, object]:
    """Folder and environment of such a Python: QGIS leaves a style database in the folder it runs in."""
    return {"cwd": tempfile.gettempdir(), "env": {**os.environ, "PYTHONPATH": str(ROOT)}}


def look_without_the_plugin(path: Path, picture: Path) -> dict:
    """Open the file with tests/store/qgis_project/plain_qgis.py, from a folder where the plugin cannot be imported."""
    command = [
        sys.executable,
        "-I",
        str(ROOT / "tests" / "store" / "qgis_project" / "plain_qgis.py"),
        str(path),
        str(picture),
    ]
    done = subprocess.run(command, capture_output=True, text=True, cwd=picture.parent, timeout=120, check=False)
    found = [text for text in done.stdout.splitlines() if text.startswith("JSON")]
    assert found, done.stderr
    return json.loads(found[0][4:])
