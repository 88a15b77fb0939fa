"""What tests in every room use."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from qgis.PyQt.QtGui import QImage

ROOT = Path(__file__).resolve().parents[1]


def tool(*command: object) -> str:
    """What a command-line tool prints."""
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def words_of(pdf: Path, page: int = 0) -> str:
    """The text of a PDF, or of one of its pages, with single blanks and no soft hyphens."""
    which = ["-f", page, "-l", page] if page else []
    return " ".join(tool("pdftotext", "-layout", *which, pdf, "-").replace("\u00ad", "").split())


def pixel_bytes(image: QImage, form: QImage.Format) -> bytes:
    """The pixels of an image, row by row. Rows are filled up to whole words; give a width that needs no filling."""
    made = image.convertToFormat(form)
    pixels = made.constBits()
    pixels.setsize(made.sizeInBytes())
    return bytes(pixels)


def program(name: str) -> str:
    """QGIS's own program: Debian wraps it in a script that hands qgis_process a word it does not know."""
    found = shutil.which(f"{name}.bin", path=system_path()) or shutil.which(name, path=system_path())
    assert found, f"{name} finns inte här"
    return found


def system_path() -> str:
    """PATH with the system's own programs first: QGIS takes its Python's library from the first python3 there is."""
    return "/usr/bin:/bin:" + os.environ.get("PATH", "")
