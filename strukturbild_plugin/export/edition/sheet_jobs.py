"""Which sheets an edition needs: each picture, in each kind, on each paper - where that kind makes sense."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Iterator, Mapping, Sequence

from ...cartography.typography.page import page_of
from ...store.gpkg.records import Picture, Snapshot
from ..custom_layouts.clean_layout import CleanLayout
from ..custom_layouts.fill_layout import OWN_PAPER
from ..export_request import ExportRequest
from ..file_names import slug
from ..formats import FORMATS, PAGE, PREVIEW, SLIDE
from ..image.image_writer import SLIDE_PAPER
from ..sheets.sheet_kinds import KINDS, ONE_MAP, SheetKind, kind_named, kinds_for

_PLAIN_KIND = "karta"
_NO_LAYOUTS: Mapping[str, CleanLayout] = {}


@dataclass(frozen=True)
class SheetJob:
    """One sheet and the files to make of it."""

    picture: Picture
    name: str
    """The picture's part of file names."""
    kind: str
    paper: str
    formats: tuple[str, ...]
    layout: CleanLayout | None = None
    """The user's own layout in place of the program's sheet."""
    first: bool = False
    """Whether this is the picture's main sheet: its keys are plain, and it says which names found no room."""

    def key(self, kod: str, page: int = 0) -> str:
        """'svg:<bild_id>' of the main sheet's first page, else 'svg@karta-A4:<bild_id>' or 'svg@karta-A4-2:…'."""
        sheet = f"{self.kind}-{self.paper}" if page == 0 else f"{self.kind}-{self.paper}-{page + 1}"
        if page == 0 and (self.first or kod in (PREVIEW, SLIDE)):
            return f"{kod}:{self.picture.bild_id}"
        return f"{kod}@{sheet}:{self.picture.bild_id}"

    def file_name(self, kod: str, page: int = 0, more: str = "") -> str:
        """The end of the file's name, after that of the edition: 'karta-malbild-a3.pdf'."""
        middle = f"{kod}-{self.name}" if kod == SLIDE else f"{self.kind}-{self.name}-{self.paper.lower()}"
        number = f"-sida-{page + 1}" if page else ""
        return f"{middle}{f'-{more}' if more else ''}{number}{FORMATS[kod].ending}"


def jobs(
    snapshot: Snapshot,
    pictures: Sequence[Picture],
    request: ExportRequest,
    formats: Sequence[str],
    layouts: Mapping[str, CleanLayout] = _NO_LAYOUTS,
) -> list[SheetJob]:
    """Every sheet, the pictures in order. ExportError when a paper or a kind is not known.

    `layouts`: the user's own, by kind of sheet.
    """
    papers = tuple(dict.fromkeys(page_of(paper).paper for paper in (request.paper, *request.papers)))
    kinds = tuple(dict.fromkeys(kind_named(kind) for kind in (request.kind, *request.kinds)))
    names = _picture_names(pictures)
    # A kind that none of the pictures can have is still tried: composing it says what is missing.
    sensible = {picture.bild_id: kinds_for(snapshot, picture.bild_id) for picture in pictures}
    possible = {kind.code: [bild_id for bild_id, those in sensible.items() if kind in those] for kind in kinds}
    found: list[SheetJob] = []
    for number, picture in enumerate(pictures):
        here = [
            kind
            for kind in kinds
            if picture.bild_id in possible[kind.code] or (not possible[kind.code] and number == 0)
        ]
        found.extend(_of_picture(picture, names[picture.bild_id], here, papers, formats, layouts))
    return found


def _of_picture(
    picture: Picture,
    name: str,
    kinds: Sequence[SheetKind],
    papers: Sequence[str],
    formats: Sequence[str],
    layouts: Mapping[str, CleanLayout],
) -> Iterator[SheetJob]:
    per_sheet = tuple(kod for kod in formats if FORMATS[kod].per_sheet)
    preview = (PREVIEW,) if {PREVIEW, PAGE} & set(formats) else ()
    sheets = []
    for kind in kinds:
        if kind.code in layouts:
            # A layout has its own paper, so that it is made once.
            sheets.append(SheetJob(picture, name, kind.code, OWN_PAPER, per_sheet, layouts[kind.code]))
        else:
            sheets += [SheetJob(picture, name, kind.code, paper, per_sheet) for paper in papers]
    single = [job for job in sheets if KINDS[job.kind].form == ONE_MAP]
    if not single and preview:
        yield SheetJob(picture, name, _PLAIN_KIND, papers[0], preview)
    for job in sheets:
        wanted = (*job.formats, *preview) if single and job is single[0] else job.formats
        if wanted:
            yield replace(job, formats=wanted, first=job is sheets[0])
    if SLIDE in formats:
        yield SheetJob(picture, name, single[0].kind if single else _PLAIN_KIND, SLIDE_PAPER, (SLIDE,))


def _picture_names(pictures: Sequence[Picture]) -> dict[str, str]:
    """A file name part for each picture, no two the same."""
    names: dict[str, str] = {}
    for picture in pictures:
        name = base = slug(picture.namn, "bild")
        number = 2
        while name in names.values():
            name, number = f"{base}-{number}", number + 1
        names[picture.bild_id] = name
    return names
