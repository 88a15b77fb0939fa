"""The file a template is shared as: a zip with the suffix .strukturmall. Read as untrusted.

Nothing is ever unpacked to disk: parts are read into memory, under limits that hold whatever the zip says of itself.
"""

from __future__ import annotations

import io
import re
import stat
import unicodedata
import zipfile
from pathlib import Path
from typing import Mapping

from ..i18n import tr
from ..yaml_reader.problems import Problems, SourceLocation

PACKAGE_SUFFIX = ".strukturmall"
TEMPLATE, CATALOGUE = "mall.yaml", "katalog.yaml"
FOLDERS: Mapping[str, re.Pattern[str]] = {
    "mal": re.compile(r"[a-z][a-z0-9_]{0,59}\.yaml"),
    "symboler": re.compile(r"[a-z0-9][a-z0-9_-]{0,59}\.yaml"),
    "profil": re.compile(r"profil\.yaml"),
    "logotyper": re.compile(r"[a-z0-9][a-z0-9_-]{0,79}\.(svg|png)"),
    "layouter": re.compile(r"\w[\w ().,&+-]{0,79}\.qpt"),
    "stilar": re.compile(r"[a-z0-9][a-z0-9_-]{0,59}/[a-z][a-z0-9_]{0,59}\.qml"),
}
"""Folder -> the names its files may have. What is not here may not be in a package."""

MAX_FILES = 300
MAX_BYTES = 25_000_000
"""Of the package as it lies on disk."""
MAX_PART_BYTES = 8_000_000
MAX_TOTAL_BYTES = 40_000_000
MAX_COMPRESSION_RATIO = 200
"""Real parts shrink 5 to 20 times; a zip bomb a thousand."""
_MIN_RATIO_CHECKED_BYTES = 100_000
"""Parts below this are never a bomb, however well they shrink."""
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_DRIVE = re.compile(r"^[A-Za-z]:")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The zip file of these parts (name -> content); the same parts give the same bytes.

    Nothing is compressed: texts are small, and two machines do not compress alike.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(parts, key=lambda one: (one != TEMPLATE, one != CATALOGUE, one)):
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.create_system = 3  # said to be made on Unix wherever it is made, so that the bytes are the same
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, parts[name])
    return target.getvalue()


def read_parts(path: Path, problems: Problems) -> dict[str, bytes]:
    """Read the parts of the template package at `path`, by name, within the limits of this module.

    Never raises: every fault goes to `problems`, and then the answer is not to be used.
    """
    place = SourceLocation(path.name)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError:
        problems.add(place, tr("Filen finns inte eller går inte att läsa."))
        return {}
    if len(content) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        problems.add(place, tr("Filen är större än {n} MB. En mall är mycket mindre än så.").format(n=limit))
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _read(archive, place, problems)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, ValueError, NotImplementedError, RuntimeError):
        problems.add(place, tr("Filen är skadad eller är ingen mall. Be om en ny kopia från den som delade den."))
        return {}


def _read(archive: zipfile.ZipFile, place: SourceLocation, problems: Problems) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MAX_FILES:
        sentence = tr("Mallen har {n} delar; den får ha högst {most}.")
        problems.add(place, sentence.format(n=len(entries), most=MAX_FILES))
        return {}
    wanted = [entry for entry in entries if _is_readable_entry(entry, place, problems)]
    _check_duplicate_names([entry.filename for entry in wanted], place, problems)
    if sum(entry.file_size for entry in wanted) > MAX_TOTAL_BYTES:
        problems.add(place, _too_large_text())
    if problems:
        return {}
    found: dict[str, bytes] = {}
    left = MAX_TOTAL_BYTES
    for entry in wanted:
        content = _content(archive, entry, min(left, MAX_PART_BYTES), place, problems)
        left -= len(content)
        found[entry.filename] = content
    return found


def _content(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, place: SourceLocation, problems: Problems
) -> bytes:
    """At most `most` bytes, and never what the entry says of itself: its size may be a lie."""
    import zlib

    try:
        with archive.open(entry) as part:
            content = part.read(most + 1)
    except (zipfile.BadZipFile, EOFError, zlib.error, OSError, NotImplementedError, RuntimeError):
        problems.add(place.at(entry.filename), tr("Delen är skadad. Be om en ny kopia av mallen."))
        return b""
    if len(content) > most:
        problems.add(place.at(entry.filename), _too_large_text())
        return b""
    return content


def _is_readable_entry(entry: zipfile.ZipInfo, place: SourceLocation, problems: Problems) -> bool:
    """Whether the entry is a file to read; a folder's own entry is passed over, all else is a fault."""
    name = entry.orig_filename
    shown = _shown(name)
    here = place.at(shown)
    fault = _path_fault(name)
    if fault:
        problems.add(here, fault)
        return False
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        problems.add(here, tr("Delen är en länk och ingen fil. En mall får bara ha vanliga filer."))
        return False
    if name.endswith("/") and not entry.file_size:
        return False
    if not is_part(name):
        problems.add(here, tr("Det här får inte finnas i en mall. {help}").format(help=_allowed_parts_text()))
        return False
    if entry.flag_bits & 0x1 or entry.compress_type not in _METHODS:
        problems.add(here, tr("Delen är låst med lösenord eller packad på ett sätt som inte går att läsa."))
        return False
    if entry.file_size > MAX_PART_BYTES:
        problems.add(here, _too_large_text())
        return False
    if entry.file_size > _MIN_RATIO_CHECKED_BYTES and entry.file_size > MAX_COMPRESSION_RATIO * max(
        entry.compress_size, 1
    ):
        problems.add(here, tr("Delen har misstänkt hög komprimering. Mallen läses inte in."))
        return False
    return True


def is_part(name: str) -> bool:
    """Whether a template package (.strukturmall) may have a part of this name."""
    if name in (TEMPLATE, CATALOGUE):
        return True
    folder, slash, rest = name.partition("/")
    form = FOLDERS.get(folder)
    return bool(slash and form is not None and form.fullmatch(rest))


def _path_fault(name: str) -> str:
    parts = name.split("/")
    outside = name.startswith("/") or "\\" in name or _DRIVE.match(name) or ".." in parts
    if outside:
        return tr("Delen anger en plats utanför mallens mapp. Mallen läses inte in.")
    if any(unicodedata.category(sign).startswith("C") for sign in name):
        return tr("Delens namn har tecken som inte syns.")
    if any(part in (".", "") for part in parts[:-1]) or any(part != part.strip(" .") for part in parts):
        return tr("Delens namn börjar eller slutar på punkt eller mellanslag.")
    return ""


def _check_duplicate_names(names: list[str], place: SourceLocation, problems: Problems) -> None:
    """Names that are the same on Windows (case) or on a Mac (composed letters)."""
    first: dict[str, str] = {}
    for name in names:
        key = unicodedata.normalize("NFC", name).casefold()
        if key in first:
            sentence = tr("Två delar har samma namn: {one} och {other}.")
            problems.add(place, sentence.format(one=_shown(first[key]), other=_shown(name)))
        first.setdefault(key, name)


def _shown(name: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in name)[:80]


def _too_large_text() -> str:
    return tr("Delen är för stor: högst {one} MB var och {all} MB tillsammans.").format(
        one=MAX_PART_BYTES // 1_000_000, all=MAX_TOTAL_BYTES // 1_000_000
    )


def _allowed_parts_text() -> str:
    kinds = ", ".join((TEMPLATE, CATALOGUE, *(f"{folder}/" for folder in FOLDERS)))
    return tr("Det som får finnas är {kinds}.").format(kinds=kinds)
