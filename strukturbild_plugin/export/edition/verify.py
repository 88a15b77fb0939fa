"""Do the files in a folder show the same edition, and are they untouched? Answered from the files alone.

What is compared: the manifest with its own checksum; every file with the manifest; the fingerprint reckoned anew from
the GeoPackage with the one recorded in it and with those on maps, in their metadata, in pictures and on the web page;
number, date and status; the readable columns of the GeoPackage with its content; the stored digest of
maps (PDF and SVG) and of the web page with what they show.

Files that the manifest does not list are named: the answer is not about them. A folder of several editions is answered
for each of them.

It is proof against mistakes and against edits, not against a forger who makes a whole new edition: nothing is signed.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Callable, Mapping

from ...errors import ExportError, StrukturbildError
from ...i18n import tr
from ...store.gpkg.replace_lock import side_files
from ..delivery.inspect_delivery import inspect_delivery
from ..formats import BY_ENDING, DELIVERY, FORMATS, MAP, PAGE, PREVIEW, SVG
from ..image.png_stamp import read_png_stamp
from ..pdf.metadata import read_stamp
from ..stamp import SHORT_LENGTH, EditionStamp, FoundStamp
from ..svg.svg_stamp import read_svg_stamp
from ..web.web_page import read_page_stamp
from .manifest import NAME, file_digest, is_untouched, read_manifest

SAME, DIFFERENT, TAMPERED = "same", "different", "tampered"
OUTSIDE = "outside"
"""Said of a file that the answer is not about, since no manifest lists it."""
_SEVERITY = (OUTSIDE, SAME, DIFFERENT, TAMPERED)


@dataclass(frozen=True)
class FileVerdict:
    """The verdict on one file."""

    file: str
    status: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}: {self.sentence}"


@dataclass(frozen=True)
class Verdict:
    """The answer: 'same', 'different' (another edition, or a file is missing) or 'tampered' (changed afterwards)."""

    status: str
    details: tuple[FileVerdict, ...]
    fingerprint: str = ""
    """The fingerprint the folder is about; '' when the files do not agree on one."""
    parts: tuple[tuple[str, Verdict], ...] = ()
    """When the folder holds several folders of editions: the name of each, and the answer for it."""

    @property
    def outside(self) -> tuple[str, ...]:
        """The files and folders that the answer is not about."""
        return tuple(detail.file for detail in self.details if detail.status == OUTSIDE)


@dataclass(frozen=True)
class FileFacts:
    """What a file says of itself."""

    file: str
    stamp: EditionStamp
    fault: str = ""
    """Why it is not as it was made; '' when it is."""

    @property
    def edition(self) -> tuple[int, str]:
        """Number and fingerprint: what tells one edition from another."""
        return self.stamp.nummer, self.stamp.fingeravtryck


def verify(folder: Path) -> Verdict:
    """Verify the edition in `folder`, or each edition in a subfolder of it, from the files alone.

    Raises ExportError when there is no folder or nothing of an edition in it.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise ExportError(tr("Mappen {mapp} finns inte. Välj mappen med utgåvans filer.").format(mapp=folder))
    if _has_edition(folder):
        return _one_edition(folder)
    below = [one for one in _entries(folder) if _has_edition(one) and not one.name.startswith(".")]
    return _each_edition(folder, below) if below else _without_manifest(folder)


def check_listed_file(folder: Path, entry: Mapping[str, Any], stamp: Mapping[str, Any]) -> FileVerdict:
    """A file that a manifest lists, against its entry and the manifest's stamp."""
    return _check_listed(folder, entry, stamp)[0]


def _one_edition(folder: Path) -> Verdict:
    try:
        manifest = read_manifest(folder / NAME)
    except ExportError as error:
        wrong = FileVerdict(NAME, TAMPERED, str(error))
        try:
            return Verdict(TAMPERED, (wrong, *_without_manifest(folder).details))
        except ExportError:
            return Verdict(TAMPERED, (wrong,))
    return _with_manifest(folder, manifest)


def _each_edition(folder: Path, below: list[Path]) -> Verdict:
    """Several folders with an edition each, in one: all that is said of each, and what lies beside them."""
    parts = tuple((one.name, _one_edition(one)) for one in below)
    details = [replace(detail, file=f"{name}/{detail.file}") for name, verdict in parts for detail in verdict.details]
    details += [_outside(one) for one in _entries(folder) if one not in below]
    fingerprints = {verdict.fingerprint for _name, verdict in parts}
    whole = _verdict(details, fingerprints.pop() if len(fingerprints) == 1 else "")
    return replace(whole, parts=parts)


def _has_edition(folder: Path) -> bool:
    return os.path.isfile(folder / NAME)


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise ExportError(tr("Mappen {mapp} går inte att läsa.").format(mapp=folder)) from error


def _outside(path: Path) -> FileVerdict:
    name = f"{path.name}/" if path.is_dir() else path.name
    if _has_edition(path):
        return FileVerdict(name, OUTSIDE, tr("Är en annan utgåvas mapp. Välj den för att verifiera den."))
    return FileVerdict(name, OUTSIDE, tr("Räknas inte upp i någon innehållsförteckning, så svaret gäller inte den."))


def _with_manifest(folder: Path, manifest: Mapping[str, Any]) -> Verdict:
    stamp = manifest["utgava"]
    seen: list[FileFacts] = []
    details: list[FileVerdict] = []
    for entry in manifest["filer"]:
        detail, found = _check_listed(folder, entry, stamp)
        details.append(detail)
        seen += [found] if found else []
    details.insert(0, _check_manifest(manifest, seen))
    listed = {NAME, *(entry["namn"] for entry in manifest["filer"])}
    listed |= {side.name for name in listed for side in side_files(folder / name)}
    details += [_outside(one) for one in _entries(folder) if one.name not in listed]
    about = str(stamp.get("fingeravtryck") or "")
    return _verdict(details, about)


def _check_listed(
    folder: Path, entry: Mapping[str, Any], stamp: Mapping[str, Any]
) -> tuple[FileVerdict, FileFacts | None]:
    """What is to be said about a listed file, and what it says of itself."""
    file = folder / entry["namn"]
    if not file.is_file():
        return FileVerdict(file.name, DIFFERENT, tr("Filen saknas i mappen.")), None
    found = _read(file, str(entry.get("slag") or BY_ENDING.get(file.suffix, "")))
    if isinstance(found, FileVerdict):
        return found, None
    digest = entry.get("sha256")
    unlike = bool(digest) and file_digest(file) != digest
    return _check_file(found, stamp, unlike), found


def _check_file(seen: FileFacts, stamp: Mapping[str, Any], unlike: bool) -> FileVerdict:
    """One file against the manifest. `unlike`: its bytes are not those the manifest knows."""
    if seen.fault:
        return FileVerdict(seen.file, TAMPERED, seen.fault)
    same_edition = seen.edition == (stamp.get("nummer"), stamp.get("fingeravtryck"))
    stated = (("datum", seen.stamp.datum), ("status", seen.stamp.status))
    same_words = all(not value or value == stamp.get(name) for name, value in stated)
    if same_edition and same_words and not unlike:
        return FileVerdict(seen.file, SAME, _unchanged_text(seen.file))
    if same_edition:
        return FileVerdict(seen.file, TAMPERED, tr("Filen har ändrats sedan utgåvan gjordes."))
    return FileVerdict(
        seen.file,
        DIFFERENT,
        tr("Hör till en annan utgåva: nummer {nummer} med fingeravtryck {kort}.").format(
            nummer=seen.stamp.nummer, kort=seen.stamp.fingeravtryck[:SHORT_LENGTH]
        ),
    )


def _unchanged_text(file: str) -> str:
    """What the answer covers: opening a GeoPackage changes its bytes, so of that one only the content is compared."""
    if file.endswith(".gpkg"):
        return tr("Hör till utgåvan, och innehållet är orört. Stilar, projekt och tillagda tabeller prövas inte.")
    return tr("Hör till utgåvan och är orörd.")


def _check_manifest(manifest: Mapping[str, Any], seen: list[FileFacts]) -> FileVerdict:
    if not manifest["filer"]:
        return FileVerdict(NAME, TAMPERED, tr("Innehållsförteckningen räknar inte upp några filer."))
    if not is_untouched(manifest):
        return FileVerdict(NAME, TAMPERED, tr("Innehållsförteckningen har ändrats sedan utgåvan gjordes."))
    stamp = manifest["utgava"]
    others = {one.edition for one in seen if not one.fault}
    if len(seen) > 1 and len(others) == 1 and (stamp.get("nummer"), stamp.get("fingeravtryck")) not in others:
        return FileVerdict(NAME, DIFFERENT, tr("Innehållsförteckningen hör till en annan utgåva än filerna."))
    return FileVerdict(NAME, SAME, tr("Hör till utgåvan och är orörd."))


def _without_manifest(folder: Path) -> Verdict:
    """Files that carry a stamp, compared with each other."""
    details = [FileVerdict(NAME, DIFFERENT, tr("Filen saknas i mappen."))]
    seen: list[FileFacts] = []
    for file in sorted(folder.iterdir()):
        if not file.is_file() or file.name.startswith(".") or file.suffix.lower() not in BY_ENDING:
            continue
        found = _read(file, BY_ENDING[file.suffix.lower()])
        if isinstance(found, FileFacts):
            seen.append(found)
    if not seen:
        raise ExportError(
            tr("I mappen {mapp} finns ingen utgåva av en strukturbild. Välj mappen med utgåvans filer.").format(
                mapp=folder
            )
        )
    for one in seen:
        if one.fault:
            details.append(FileVerdict(one.file, TAMPERED, one.fault))
        else:
            sentence = tr("Uppger sig vara utgåva {nummer} med fingeravtryck {kort}.")
            filled = sentence.format(nummer=one.stamp.nummer, kort=one.stamp.fingeravtryck[:SHORT_LENGTH])
            details.append(FileVerdict(one.file, SAME, filled))
    stamps = {one.edition for one in seen}
    if len(stamps) > 1:
        details.append(FileVerdict(folder.name, DIFFERENT, tr("Filerna hör till olika utgåvor.")))
    return _verdict(details, next(iter(stamps))[1] if len(stamps) == 1 else "")


def _verdict(details: list[FileVerdict], about: str) -> Verdict:
    worst = max((detail.status for detail in details), key=_SEVERITY.index)
    return Verdict(worst, tuple(details), about)


def _read(file: Path, kind: str) -> FileFacts | FileVerdict:
    """What a file says of itself; a FileVerdict when it says nothing or cannot be read."""
    try:
        found = _READERS[BY_ENDING[FORMATS[kind].ending]](file)
    except KeyError:
        return FileVerdict(file.name, TAMPERED, tr("Innehållsförteckningen anger inte vad filen är."))
    except (StrukturbildError, OSError) as error:
        return FileVerdict(file.name, TAMPERED, tr("Filen går inte att läsa. {fel}").format(fel=error))
    return found or FileVerdict(file.name, TAMPERED, tr("Filen har ingen stämpel från en utgåva."))


def _read_map(file: Path) -> FileFacts | None:
    found = read_stamp(file)
    fault = ""
    if found and not found.is_untouched:
        fault = tr("Kartans sida har ändrats sedan utgåvan gjordes.")
    elif found and not found.is_visible:
        fault = tr("Fingeravtrycket som står på kartan är inte det som står i filens egenskaper.")
    return FileFacts(file.name, found.stamp, fault) if found else None


def _read_page(file: Path) -> FileFacts | None:
    return _facts(file, read_page_stamp(file), tr("Webbsidan har ändrats sedan utgåvan gjordes."))


def _read_svg(file: Path) -> FileFacts | None:
    return _facts(file, read_svg_stamp(file), tr("SVG-filen har ändrats sedan utgåvan gjordes."))


def _facts(file: Path, found: FoundStamp | None, changed: str) -> FileFacts | None:
    """`changed`: what is said of a file whose digest or visible fingerprint is not the stored one."""
    if found is None:
        return None
    return FileFacts(file.name, found.stamp, "" if found.is_untouched and found.is_visible else changed)


def _read_preview(file: Path) -> FileFacts | None:
    stamp = read_png_stamp(file)
    return FileFacts(file.name, stamp) if stamp else None


def _read_delivery(file: Path) -> FileFacts | None:
    found = inspect_delivery(file)
    return FileFacts(file.name, found.stamp, found.fault) if found else None


_READERS: Mapping[str, Callable[[Path], FileFacts | None]] = {
    MAP: _read_map,
    PREVIEW: _read_preview,
    SVG: _read_svg,
    DELIVERY: _read_delivery,
    PAGE: _read_page,
}
"""By the kind that stands for all files of one ending."""
