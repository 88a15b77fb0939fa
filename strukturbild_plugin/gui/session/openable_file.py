"""A file that somebody wants to open, looked over before its layers are loaded. Done in a task."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ...i18n import tr
from ...store.gpkg.records import Attachment, Head
from ...workshop.group_copy import GroupCopy
from ..messages import Messages
from .earlier_state_folder import keep_at_opening
from .layer_styler import tell_once


@dataclass(frozen=True)
class OpenableFile:
    """A file that is good to open. `stale`: its styles are another set's, and it cannot be written to just now."""

    head: Head
    attachments: tuple[Attachment, ...]
    stale: bool
    notices: tuple[str, ...] = ()
    """What of the styles that somebody has saved in the file is not used."""
    logo_notices: tuple[str, ...] = ()
    """What of its logos is not drawn."""
    is_delivery: bool = False
    """Whether it has words beside its codes, which nothing keeps in step with what is drawn."""
    copy: GroupCopy | None = None
    """Whose copy it is, in a workshop."""
    hidden_tables: tuple[str, ...] = ()
    """Tables without objects to open, hidden: the votes, what is judged of goals, and what decisions in its open
    conflicts, and what groups make joint, may write in."""
    group_colours: Mapping[str, str] = field(default_factory=dict)
    """The colours of the groups of its workshops ('#rrggbb'), by name."""

    def tell(self, messages: Messages, path: Path) -> None:
        """Say what of the file at `path` is not used as it is, once."""
        first = tr("Stilar som är sparade i filen används inte som de är ({count} lager).")
        tell_once(messages, path, "stilar", first, self.notices, in_bar=False)
        first = tr("Logotyper ritas inte helt som de är ({count} stycken).")
        tell_once(messages, path, "logotyper", first, self.logo_notices)
        tell_once(messages, path, "leverans", "", self.delivery_notices())

    def delivery_notices(self) -> tuple[str, ...]:
        """What one has to know who goes on working in a delivery."""
        if not self.is_delivery:
            return ()
        return (
            tr(
                "Filen är en leverans. Orden i den (kolumner som klass_namn, tabellen Om leveransen) ändras inte när "
                "du ritar. Gör en ny utgåva innan du lämnar den vidare."
            ),
        )


def make_ready(path: Path) -> OpenableFile:
    """Look a file over, keep it as it is, and mend what a crash left behind. Raises StoreError."""
    from ...cartography.layout.logos import logo_notices
    from ...export.delivery.internal_tables import is_delivery, show_tables
    from ...store.qgis_project.layer_styling import read_layer_styling
    from ...store.styling.custom_style_diff import carried_styles
    from ...store.styling.renew_styles import refresh_if_stale
    from ...store.writing.open_check import check_file
    from ...store.writing.repair import repair
    from ...workshop.conflicts import review_tables
    from ...workshop.group_copy import group_colours_in, group_copy, tables_for_votes
    from ...workshop.synthesis.synthesis import synthesis_tables

    head = check_file(path)
    keep_at_opening(path, head)
    repair(path)
    show_tables(path)
    stale = refresh_if_stale(path)
    attachments = carried_styles(path)
    notices = read_layer_styling(path).sentences()
    logos = logo_notices(attachments)
    copy, colours = group_copy(path), group_colours_in(path)
    joint = synthesis_tables(path) if copy is None else ()
    tables = tuple(dict.fromkeys((*review_tables(path), *tables_for_votes(path), *joint, *_tables_of_judgements(path))))
    return OpenableFile(head, attachments, stale, notices, logos, is_delivery(path), copy, tables, colours)


def _tables_of_judgements(path: Path) -> tuple[str, ...]:
    """Where it is written what people judge of goals: how they bear on each other, and what is done where they meet."""
    from ...store.gpkg.connection import tables_in
    from ...store.gpkg.reader import reading
    from ...store.schema.tables import GOAL_INFLUENCES, QUESTIONS

    with reading(path) as db:
        there = tables_in(db.connection)
    return tuple(spec.name for spec in (QUESTIONS, GOAL_INFLUENCES) if spec.name in there)
