"""Make an edition: one consistent state of a strukturbild, and every file that shows it, with the same stamp on each.

The maps are drawn by QGIS's layout engine, which belongs to the main thread. Called there, `export` needs nothing
more; in a task it is given `run_on_main`, which has the maps drawn on the main thread while the rest goes on beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Mapping

from ... import document_texts
from ...checks.rules.registry import STOPPING
from ...checks.run import Finding, check
from ...errors import ExportError
from ...feedback import Feedback, Silent, StepFeedback, stop_if_cancelled
from ...i18n import tr
from ...store.gpkg.connection import now
from ...store.gpkg.drawable import as_drawn
from ...store.gpkg.records import Edition, Picture, Snapshot
from ...store.gpkg.snapshot import read_snapshot
from ...store.writing.open_check import check_version
from ...store.writing.upgrade import copy_upgraded
from ...workshop.synthesis.variants import variants_pictures
from ..delivery.provenance import edition_metadata, least_advanced
from ..export_request import ExportRequest
from ..file_names import folder_name, slug
from ..fingerprint.fingerprint import fingerprint
from ..formats import FORMATS, STANDARD
from .edition_folder import EditionFolder, TargetFolder, target_folder
from .export_context import ExportContext, RunOnMain
from .exported_files import ExportedFiles, kind_of
from .file_set import make_files
from .manifest import NAME, file_entry, make_manifest, stamp_entry, write_manifest
from .recording import numbered, recording
from .work_folder import work_folder

__all__ = ["FORMATS", "EditionResult", "ExportRequest", "export", "next_edition"]

_MAX_NAME_LENGTH = 60


@dataclass(frozen=True)
class EditionResult:
    """An edition that has been made, where its files are, and what to tell the user."""

    edition: Edition
    folder: Path
    """The edition's own, inside the one that was chosen."""
    exported: ExportedFiles
    """Where they lie now, the manifest with them."""
    is_new: bool
    """False when the strukturbild had not changed since its last edition, which then was written again."""
    message: str
    """What is to be said to the user: that it is done, and where it lies."""
    findings: tuple[Finding, ...] = ()
    """What the checks found; nothing of it stops an edition."""
    note: str = ""
    """What more there is to say, as sentences; `message` ends with it."""

    @property
    def files(self) -> Mapping[str, Path]:
        """The files by the keys of `ExportedFiles`."""
        return self.exported.files


def run_here(work: Callable[[], Any]) -> Any:
    """Draw on the thread that makes the edition: right when that is the main thread."""
    return work()


def export(
    path: Path, request: ExportRequest, feedback: Feedback | None = None, run_on_main: RunOnMain = run_here
) -> EditionResult:
    """Make an edition of the strukturbild at `path`, also while somebody edits it.

    All that is written in `path` is the row of a new edition and its line in the log; when it can only be read they are
    written in a copy in the folder of the request. A file of an older version is drawn from a copy that is upgraded,
    and keeps its version. `run_on_main`: how a task has the maps drawn on the main thread. Raises ExportError,
    StoreError or Cancelled; then the folder holds what it held before, and no edition is recorded.
    """
    feedback = feedback or Silent()
    path, formats = Path(path), _formats(request.formats)
    check_version(path)
    # The copy, and the delivery made of it.
    with work_folder(2 * path.stat().st_size) as work, target_folder(Path(request.folder), work) as target:
        # The copy is the one state that everything below shows: what is edited meanwhile is the next edition's.
        state = work.folder / "lage.gpkg"
        is_older = copy_upgraded(path, state)
        snapshot = read_snapshot(state)
        findings = check(snapshot)
        pictures = _pictures(snapshot, request.bild_id, findings)
        record = recording(path, Path(request.folder), state, snapshot, *next_edition(snapshot))
        edition, is_new = record.edition, record.is_new
        feedback.setProgress(10)
        stop_if_cancelled(feedback)
        description = edition_metadata(snapshot, edition)
        name = _base_name(snapshot, edition)
        context = ExportContext(snapshot, edition, description, state, work.folder, name, formats, request, run_on_main)
        exported = make_files(context, pictures, StepFeedback(feedback, 10, 95))
        home = _write_manifest(context, exported, target, findings)
        stop_if_cancelled(feedback)
        files = {**exported.files, "manifest": work.folder / NAME}
        with record.kept(request.who):
            exported = exported.at(target.put(files, home))
    feedback.setProgress(100)
    folder, notices = exported.files["manifest"].parent, _appearance_notices(snapshot)
    note = " ".join(filter(None, (record.note(path), _note(home, exported, notices, is_older))))
    done = _done(edition, is_new, len(exported.files), folder)
    return EditionResult(edition, folder, exported, is_new, f"{done} {note}".strip(), findings, note)


def _write_manifest(
    context: ExportContext, exported: ExportedFiles, target: TargetFolder, findings: tuple[Finding, ...]
) -> EditionFolder:
    """Write the manifest beside the files; gives the folder that all of it is to lie in."""
    snapshot, edition, about_it = context.snapshot, context.edition, context.about
    entries = [
        file_entry(file, kind_of(key), about_it.stamp, key.partition(":")[2]) for key, file in exported.files.items()
    ]
    names = [entry["namn"] for entry in entries]
    stamp = stamp_entry(about_it.stamp, edition)
    home = target.home(_folder_name(snapshot, edition), snapshot.head.strukturbild_id, stamp, names)
    entries.extend(home.kept(names))
    write_manifest(context.folder / NAME, make_manifest(snapshot, edition, about_it, entries, findings))
    return home


def next_edition(snapshot: Snapshot) -> tuple[Edition, bool]:
    """The edition that this state is: the last one when fingerprint and status are the same, else a new one (True)."""
    reckoned, status = fingerprint(snapshot), least_advanced(snapshot)
    last = max(numbered(snapshot.editions), key=lambda edition: edition.nummer, default=None)
    if last and last.fingeravtryck == reckoned and last.status == status:
        return last, False
    number = last.nummer + 1 if last else 1
    return Edition(number, now(), status, reckoned, len(snapshot.objects), len(snapshot.links)), True


def _pictures(snapshot: Snapshot, wanted: str, findings: tuple[Finding, ...]) -> list[Picture]:
    """The pictures to draw; ExportError when there is nothing to draw."""
    stopping = [finding for finding in findings if finding.regel in STOPPING]
    if stopping:
        raise ExportError(
            tr("Utgåvan kan inte göras. {mening} {forslag}").format(
                mening=stopping[0].mening, forslag=stopping[0].forslag
            )
        )
    used = {record.bild_id for record in snapshot.objects if as_drawn(record, snapshot.catalogue).wkb}
    drawn = [picture for picture in snapshot.pictures if picture.bild_id in used]
    if not wanted:
        aside = variants_pictures(snapshot.pictures)
        published = [picture for picture in drawn if picture.bild_id not in aside] or drawn
        return sorted(published, key=lambda picture: (picture.ordning, picture.bild_id))
    chosen = [picture for picture in snapshot.pictures if wanted in (picture.bild_id, picture.namn)]
    if not chosen:
        names = ", ".join(f"”{picture.namn}”" for picture in snapshot.pictures)
        raise ExportError(tr("Bilden ”{bild}” finns inte. Välj någon av {namn}.").format(bild=wanted, namn=names))
    if chosen[0] not in drawn:
        raise ExportError(
            tr("Bilden ”{bild}” är tom: ingenting är ritat i den. Rita eller importera objekt först.").format(
                bild=chosen[0].namn
            )
        )
    return chosen[:1]


def _formats(formats: tuple[str, ...]) -> tuple[str, ...]:
    unknown = [one for one in formats if one not in FORMATS]
    if unknown:
        raise ExportError(
            tr("Formatet ”{format}” finns inte. Välj bland {formats}.").format(
                format=unknown[0], formats=", ".join(FORMATS)
            )
        )
    return tuple(one for one in FORMATS if one in formats) or STANDARD


def _base_name(snapshot: Snapshot, edition: Edition) -> str:
    return f"{slug(snapshot.head.titel)}-utgava-{edition.nummer}"


def _folder_name(snapshot: Snapshot, edition: Edition) -> str:
    language = snapshot.head.sprak
    number = f"{document_texts.EDITION.in_language(language).lower()} {edition.nummer}"
    return folder_name(snapshot.head.titel, document_texts.OVERLINE.in_language(language), number)


def _appearance_notices(snapshot: Snapshot) -> tuple[str, ...]:
    """What of the region's look and logos that the strukturbild carries could not be used as it is."""
    from ...cartography.layout.logos import logo_notices
    from ...cartography.symbol_sets.symbol_set_library import usable_symbol_set

    symbols = usable_symbol_set(snapshot.head.symboluppsattning, snapshot.attachments)[0]
    return (*symbols.notices, *logo_notices(snapshot.attachments))


def _done(edition: Edition, is_new: bool, count: int, folder: Path) -> str:
    if is_new:
        sentence = tr("Utgåva {nummer} är klar: {antal} filer.").format(nummer=edition.nummer, antal=count)
    else:
        sentence = tr(
            "Strukturbilden är oförändrad sedan utgåva {nummer}, så filerna har gjorts om med samma nummer och datum."
        ).format(nummer=edition.nummer)
    return sentence + " " + tr("De ligger i mappen ”{mapp}”.").format(mapp=folder.name)


def _note(home: EditionFolder, exported: ExportedFiles, notices: tuple[str, ...], is_older: bool) -> str:
    sentences = []
    if is_older:
        sentences.append(
            tr(
                "Filen är gjord med en äldre version av programmet. Utgåvan gjordes ur en tillfällig, uppgraderad "
                "kopia; filen har inte uppgraderats."
            )
        )
    if home.avoided:
        sentences.append(tr("Mappen ”{mapp}” fanns redan och har inte rörts.").format(mapp=home.avoided))
    if exported.unplaced:
        names = ", ".join(map(_shortened, exported.unplaced))
        sentences.append(tr("Namn som inte fick plats på kartan: {namn}.").format(namn=names))
    return " ".join((*sentences, *exported.remarks, *notices))


def _shortened(name: str) -> str:
    return name if len(name) <= _MAX_NAME_LENGTH else name[:_MAX_NAME_LENGTH].rstrip() + "…"
