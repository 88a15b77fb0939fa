"""Zipped files: what can be imported is unpacked into a folder of its own, within limits told before anything is read.

Names in a zip file may lead out of the folder, a few bytes may unpack to a full disk, and zip files may lie in each
other without end. So nothing is unpacked under the name it has in there, sizes are limited by what is really written,
only wanted files are taken, and zip files within zip files are left and named.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Sequence

from ....errors import ImportRefused
from ....i18n import tr
from .formats import ARCHIVES, PACKED, readable_endings

MAX_FILES = 2_000
MAX_BYTES = 1_000_000_000
_CHUNK = 1 << 20
_ODD = re.compile(r"[^\w.()+ -]")
_MAX_SHOWN = 5


def unpacked(path: Path, folder: Path) -> tuple[list[Path], tuple[str, ...]]:
    """The files of the archive that objects can be read from, unpacked in `folder`, and what to tell of the others.

    ImportRefused when it is damaged, locked by a password, too large, or has nothing to read.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = [each for each in archive.infolist() if not each.is_dir() and not _is_hidden(each.filename)]
            _check(path, members)
            return _taken(path, archive, members, folder)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise ImportRefused(
            tr("{fil} går inte att packa upp här. Packa upp den själv och välj filen inuti.").format(fil=path.name)
        ) from error


def check_size(path: Path) -> None:
    """Refuse a spreadsheet (a zip file of its own) that unpacks to more than can be meant."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check(path, archive.infolist())
    except (zipfile.BadZipFile, ValueError):
        return  # GDAL says what is wrong


def _check(path: Path, members: Sequence[zipfile.ZipInfo]) -> None:
    if any(each.flag_bits & 0x1 for each in members):
        raise ImportRefused(
            tr("{fil} är låst med ett lösenord. Packa upp den själv och välj filen inuti.").format(fil=path.name)
        )
    if len(members) > MAX_FILES or sum(each.file_size for each in members) > MAX_BYTES:
        raise _too_large(path)


def _taken(
    path: Path, archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo], folder: Path
) -> tuple[list[Path], tuple[str, ...]]:
    wanted = _wanted(members)
    if not wanted:
        raise ImportRefused(
            tr("{fil} innehåller ingen fil med objekt, bara {filer}. Packa upp den och välj filen inuti.").format(
                fil=path.name, filer=_shown([each.filename for each in members]) or tr("ingenting")
            )
        )
    left = MAX_BYTES
    found = []
    for number, group in enumerate(wanted):
        for member, relative in group:
            to = folder / f"{number}" / relative
            to.parent.mkdir(parents=True, exist_ok=True)
            left -= _copied(archive, member, to, left, path)
        found.append(folder / f"{number}" / group[0][1].parts[0])
    packed = [each.filename for each in members if each.filename.lower().endswith((*ARCHIVES, *PACKED))]
    if not packed:
        return found, ()
    note = tr("Packade filer i {fil} lästes inte: {filer}. Packa upp dem och hämta dem för sig.")
    return found, (note.format(fil=path.name, filer=_shown(packed)),)


def _wanted(members: Sequence[zipfile.ZipInfo]) -> list[list[tuple[zipfile.ZipInfo, Path]]]:
    """The files that belong together, each with its place in the folder; the one to open is first."""
    geodatabases: dict[str, list[tuple[zipfile.ZipInfo, Path]]] = {}
    single: list[list[tuple[zipfile.ZipInfo, Path]]] = []
    loose = []
    for member in members:
        parts = PurePosixPath(member.filename.replace("\\", "/")).parts
        inside = next((place for place, part in enumerate(parts[:-1]) if part.lower().endswith(".gdb")), None)
        if inside is not None:
            to = Path(_safe(parts[inside]), _safe(parts[-1]))
            geodatabases.setdefault("/".join(parts[: inside + 1]), []).append((member, to))
        else:
            loose.append((member, "/".join(parts[:-1]), Path(_safe(parts[-1]))))
    endings = [each for each in readable_endings() if each not in (*ARCHIVES, ".xml", ".txt")]
    mains = [each for each in loose if each[2].suffix.lower() in endings]
    stems = {(place, name.stem.lower()) for _, place, name in mains if name.suffix.lower() == ".shp"}
    for member, place, name in mains:
        ending, stem = name.suffix.lower(), (place, name.stem.lower())
        if ending == ".dbf" and stem in stems:
            continue
        beside = [(m, n) for m, p, n in loose if (p, n.stem.lower()) == stem and m is not member]
        single.append(
            [(member, name), *(each for each in beside if each[1].suffix.lower() not in endings or ending == ".shp")]
        )
    return [*geodatabases.values(), *single]


def _copied(archive: zipfile.ZipFile, member: zipfile.ZipInfo, to: Path, left: int, path: Path) -> int:
    """Unpack one member, and give its real size; the size that it says it has is not trusted."""
    written = 0
    with archive.open(member) as packed, to.open("wb") as file:
        while chunk := packed.read(_CHUNK):
            written += len(chunk)
            if written > left:
                raise _too_large(path)
            file.write(chunk)
    return written


def _too_large(path: Path) -> ImportRefused:
    return ImportRefused(
        tr(
            "{fil} blir för stor när den packas upp. Packa upp den själv och välj filen inuti, eller gör ett urval."
        ).format(fil=path.name)
    )


def _safe(name: str) -> str:
    """The name of a file that is one in every system, and leads nowhere."""
    safe = _ODD.sub("_", name).strip(". ") or "fil"
    return safe[-120:]


def _is_hidden(name: str) -> bool:
    """What Macintosh and Windows add of their own."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return not parts or any(part == "__MACOSX" for part in parts) or parts[-1].startswith(("._", ".DS", "~$"))


def _shown(names: Sequence[str]) -> str:
    short = [PurePosixPath(name.replace("\\", "/")).name for name in names]
    more = len(short) - _MAX_SHOWN
    return ", ".join(short[:_MAX_SHOWN]) + (tr(" och {antal} till").format(antal=more) if more > 0 else "")
