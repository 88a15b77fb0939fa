"""What stands on a printed page, read from the finished PDF with poppler's own programs."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.helpers import program

_FONT = re.compile(r'<fontspec id="(\d+)" size="(\d+)" [^>]*color="(#\w+)"/>')
_LINE = re.compile(r'<text [^>]*font="(\d+)">(.*)</text>')
_BOLD = re.compile(r"<b>(.*?)</b>")


def printed_text(path: Path) -> str:
    """All its words, in the order they were set, with single blanks."""
    return " ".join(_said_by("pdftotext", "-raw", str(path), "-").split())


def printed_buttons(path: Path, heading: str) -> list[str]:
    """The words set in bold between `heading` and the heading after it, in order: files, menus and buttons.

    pdftotext, which reads no weight, has to find the same words in the same order. Raises AssertionError when it does
    not, and when the page has no such heading.
    """
    told = _said_by("pdftohtml", "-xml", "-i", "-stdout", str(path))
    fonts = {number: (int(size), colour) for number, size, colour in _FONT.findall(told)}
    listed = [(fonts[number], line) for number, line in _LINE.findall(told)]
    heads = [font for font, line in listed if line == f"<b>{heading}</b>"]
    assert len(heads) == 1, f"rubriken ”{heading}” står inte på bladet"
    (head,) = heads
    place = listed.index((head, f"<b>{heading}</b>")) + 1
    lines = []
    for font, line in listed[place:]:
        if font == head:
            break
        if font[1] != head[1]:  # the numbers of the lines have the colour of headings
            lines.append(line)
    words = _BOLD.findall(" ".join(lines).replace("</b> <b>", " "))
    assert re.search(".*?".join(map(re.escape, [heading, *words])), printed_text(path)), words
    return words


def _said_by(*command: str) -> str:
    done = subprocess.run([program(command[0]), *command[1:]], capture_output=True, text=True, check=True)
    return done.stdout
