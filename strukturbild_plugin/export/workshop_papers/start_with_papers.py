"""A workshop begins: the groups' files, and the papers that go with them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...feedback import Feedback, Silent
from ...i18n import tr
from ...store.gpkg.file_copy import built_beside, refuse_existing
from ...store.gpkg.reader import reading
from ...workshop.start import StartedWorkshop, WorkshopPlan, start_workshop, workshop_stem
from .facilitator_sheet import facilitator_sheet
from .mail_text import mail_text
from .sheet_drawing import write_facilitator_sheet
from .workshop_facts import WorkshopFacts

_NO_FEEDBACK = Silent()


@dataclass(frozen=True)
class WorkshopPapers:
    """`mail`: None when no group is a municipality."""

    sheet: Path
    mail: Path | None


def start_with_papers(
    main: Path, folder: Path, plan: WorkshopPlan, who: str = "", feedback: Feedback = _NO_FEEDBACK
) -> tuple[StartedWorkshop, WorkshopPapers]:
    """As `start_workshop`, with the facilitator's sheet and the mail to municipalities beside the files.

    All of it, or nothing. Raises StoreError and ExportError.
    """
    main, folder = Path(main), Path(folder)
    papers = papers_of(folder, plan)
    written: list[Path] = []

    def write(files: tuple[Path, ...]) -> None:
        for path in filter(None, (papers.sheet, papers.mail)):
            refuse_existing(path)
        with reading(main) as db:
            told = WorkshopFacts(plan, db.head().titel, main, files)
        written.append(papers.sheet)
        with built_beside(papers.sheet) as beside:
            write_facilitator_sheet(facilitator_sheet(told), beside)
        if papers.mail is not None:
            written.append(papers.mail)
            with built_beside(papers.mail) as beside:
                beside.write_bytes(mail_text(told).replace("\n", "\r\n").encode("utf-8-sig"))  # as Notepad reads it

    try:
        return start_workshop(main, folder, plan, who, feedback, write), papers
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def papers_of(folder: Path, plan: WorkshopPlan) -> WorkshopPapers:
    """Where the papers are to lie."""
    stem = workshop_stem(plan)
    mail = folder / f"{stem} - {tr('mejl till kommunerna')}.txt"
    has_mail = any(group.kommunkod for group in plan.groups)
    return WorkshopPapers(folder / f"{stem} - {tr('handledarblad')}.pdf", mail if has_mail else None)
