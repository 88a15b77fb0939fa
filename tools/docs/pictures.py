"""Take every picture of the user guides, in a real QGIS on a virtual screen: `python -m tools.docs.pictures [sv] [en]`.

Writes docs/bilder/sv/*.png and docs/bilder/en/*.png, with few colours. What was not taken is said.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Iterator

from tools.docs.picture_list import LANGUAGES, MAX_BYTES, NAMES
from tools.quiet_qgis import quiet_qgis

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "bilder"
DRIVE = ROOT / "tests" / "gui" / "guide_pictures" / "drive_pictures.py"
COLOURS = (255, 128, 96, 64)
WIDTHS = (1400, 1100, 900)
"""Pixels; the printed map is made smaller than it is printed."""


def take(languages: Sequence[str] = LANGUAGES) -> int:
    """Take all pictures in these languages; 1 when some were not taken."""
    from tests.gui.helpers import run_in_qgis
    from tests.screen import open_screen
    from tools.release.translations import compile_english

    compile_english()
    missing: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        with quiet_qgis():
            example = _example(Path(name))
        for language in languages:
            folder = Path(name) / language
            shots = folder / "shots"
            shots.mkdir(parents=True)
            with open_screen(folder) as screen, _work_folder() as work:
                copy = shutil.copy(example, work / example.name)
                place = {"SHOTS": str(shots), "WORK": str(work), "EXAMPLE": str(copy)}
                told = run_in_qgis(screen, folder, DRIVE, language, WAY=language, **place)
            for line in told["log"]:  # type: ignore[attr-defined]
                print(f"{language}: {line}", file=sys.stderr)
            missing += [f"{language}/{one}" for one in NAMES if not (shots / f"{one}.png").is_file()]
            _keep(shots, PICTURES / language)
    if missing:
        print(f"De här bilderna togs inte: {', '.join(missing)}", file=sys.stderr)
    return 1 if missing else 0


@contextmanager
def _work_folder() -> Iterator[Path]:
    """A folder with a plain name, since it shows in the pictures."""
    folder = Path(tempfile.gettempdir()) / "Planering"
    if folder.exists():
        raise SystemExit(f"Ta bort {folder} först: bilderna tas i en mapp med det namnet.")
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def _example(folder: Path) -> Path:
    """The worked example with a picture of today beside its own: nodes and stråk of the vision, not yet so far."""
    from strukturbild_plugin.store.examples.example import create_example
    from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
    from strukturbild_plugin.store.writing.transaction import writing

    file = create_example("nobelbanestraket", folder / "Nobelbanestråket.gpkg")
    vision = read_snapshot(file)
    first = vision.pictures[0]
    today = replace(first, bild_id=str(uuid.uuid4()), namn="Nuläge 2026", bildtyp="nulage", horisont=None, ordning=2)
    kept = [one for one in vision.objects if one.lager in ("nod", "strak")]
    ids = {one.objekt_id: str(uuid.uuid4()) for one in kept}
    every = re.compile("|".join(ids))

    def moved(value: object) -> object:
        return every.sub(lambda found: ids[found.group()], value) if isinstance(value, str) else value

    with writing(file) as db:
        db.set_pictures([first, today])
        db.add_objects(
            [
                replace(
                    one,
                    objekt_id=ids[one.objekt_id],
                    bild_id=today.bild_id,
                    ursprung_id=one.objekt_id,
                    attribut={code: moved(value) for code, value in one.attribut.items()},  # type: ignore[misc]
                )
                for one in kept
            ]
        )
    return file


def _keep(shots: Path, target: Path) -> None:
    """Put what was taken in its place, with as many colours as there is room for."""
    target.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        taken = shots / f"{name}.png"
        if taken.is_file():
            small = shots / f"{name}.small.png"
            for width, colours in ((width, colours) for width in WIDTHS for colours in COLOURS):
                _reduce(taken, small, width, colours)
                if small.stat().st_size <= MAX_BYTES:
                    break
            shutil.move(small, target / f"{name}.png")
    for left in target.glob("*.png"):
        if left.stem not in NAMES:
            left.unlink()


def _reduce(taken: Path, small: Path, width: int, colours: int) -> None:
    words = ["-resize", f"{width}x>", "-quantize", "YUV", "+dither", "-colors", str(colours), "-strip"]
    words += ["-define", "png:compression-level=9"]
    subprocess.run(["convert", str(taken), *words, f"PNG8:{small}"], check=True, timeout=60)


if __name__ == "__main__":
    sys.exit(take(sys.argv[1:] or LANGUAGES))
