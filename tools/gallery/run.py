"""The whole gallery: print what is planned, a line for each sheet, and show it on one page."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from strukturbild_plugin.errors import ExportError
from tools.gallery.contact import contact_sheet, write_index
from tools.gallery.plan import Contact, Single, planned
from tools.gallery.printing import Printer
from tools.real_data.sources import is_there

MISSING = "Bara exemplet Nobelbanestråket: ../shared/data finns inte här, så bilderna över verkliga orter saknas."


class Printing(Protocol):
    """Something that prints sheets: `Printer`."""

    def print(self, single: Single) -> Path:
        """The sheet as PNG; ExportError when it cannot be made."""


def make_gallery(folder: Path, only: Sequence[str] = ()) -> Path:
    """Make the contact sheets in `folder` and give the page with them all. A sheet that cannot be made is told of."""
    folder.mkdir(parents=True, exist_ok=True)
    real = is_there()
    if not real:
        print(MISSING)
    printer, contacts = Printer(folder), planned(real, only)
    known: dict[Single, Path | None] = {}
    made: list[tuple[Contact, Sequence[tuple[str, Path]]]] = []
    for contact in contacts:
        pictures = []
        for caption, single in contact.sheets:
            if single not in known:
                known[single] = printed(printer, single)
            file = known[single]
            if file is not None:
                pictures.append((caption, file))
        if pictures:
            contact_sheet(contact, pictures, folder / f"{contact.code}.png")
            made.append((contact, pictures))
    return write_index(folder, made, "" if real else MISSING)


def printed(printer: Printing, single: Single) -> Path | None:
    """Print a sheet and tell of it; None when it cannot be made."""
    started = time.monotonic()
    try:
        file = printer.print(single)
    except ExportError as error:
        print(f"  -       {single.file}: {error}", flush=True)
        return None
    print(f"  {time.monotonic() - started:4.1f} s  {single.file}", flush=True)
    return file
