"""The number of files that an edition will have, before it is made."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Sequence

from ...catalogue.model import Text
from ...i18n import tr
from ...store.gpkg.records import Picture, Snapshot
from ..custom_layouts.choose_layout import chosen_layouts
from ..export_request import ExportRequest
from ..formats import FORMATS
from ..sheets.sheet_kinds import KINDS, drawn_pictures, kinds_for
from .sheet_jobs import jobs


@dataclass(frozen=True)
class ExportPreview:
    """The files of an edition by format. A sheet of several pages gives as many pictures and SVG files."""

    counts: tuple[tuple[str, int], ...]
    """Code of `formats.FORMATS` and how many files, in the order of the table; the manifest is not among them."""

    def sentence(self, language: str) -> str:
        """'I mappen läggs 2 × Karta, PDF · Data, GeoPackage · innehållsförteckning.'"""
        if not self.counts:
            return tr("Inget format är valt. Kryssa i minst ett.")
        names = [
            (f"{count} × " if count > 1 else "") + FORMATS[kod].name.in_language(language) for kod, count in self.counts
        ]
        return tr("I mappen läggs: {vilka}").format(vilka=" · ".join((*names, tr("innehållsförteckning"))))


def preview_export(snapshot: Snapshot, request: ExportRequest) -> ExportPreview:
    """Count the files that `request` would give. Raises ExportError for a paper, kind or layout that does not exist."""
    pictures = pictures_of(snapshot, request.bild_id)
    wanted = jobs(snapshot, pictures, request, request.formats, chosen_layouts(request.layout, snapshot.attachments))
    counted: Counter[str] = Counter()
    for job in wanted:
        counted.update(kod for kod in job.formats if kod in request.formats)
    counted.update(kod for kod in request.formats if not FORMATS[kod].per_sheet and kod not in counted)
    counts = tuple((kod, counted[kod]) for kod in FORMATS if counted[kod])
    return ExportPreview(counts)


def pictures_of(snapshot: Snapshot, bild_id: str = "") -> list[Picture]:
    """The pictures of an edition, in their order: that with `bild_id` if it has objects, else all published ones."""
    if bild_id:
        return [picture for picture in offered_pictures(snapshot) if picture.bild_id == bild_id]
    by_id = {picture.bild_id: picture for picture in snapshot.pictures}
    return [by_id[one] for one in drawn_pictures(snapshot)]


def offered_pictures(snapshot: Snapshot) -> list[Picture]:
    """All the pictures that have objects, in their order: also the groups' variants, that are only made on demand."""
    used = {record.bild_id for record in snapshot.objects if record.wkb}
    ordered = sorted(snapshot.pictures, key=lambda picture: (picture.ordning, picture.bild_id))
    return [picture for picture in ordered if picture.bild_id in used]


def available_kinds(snapshot: Snapshot | None, pictures: Sequence[Picture]) -> list[tuple[str, Text]]:
    """Code and name of each kind of sheet that one of the pictures can have; all kinds when `snapshot` is None."""
    if snapshot is None:
        return [(kind.code, kind.name) for kind in KINDS.values()]
    sensible = {kind.code for picture in pictures for kind in kinds_for(snapshot, picture.bild_id)}
    return [(kind.code, kind.name) for kind in KINDS.values() if kind.code in sensible]
