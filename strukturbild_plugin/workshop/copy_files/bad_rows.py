"""Rows of a copy that no strukturbild can have: they are left out, each with a word, and the rest of the copy is in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...errors import StoreError
from ...i18n import tr
from ...store.gpkg.attachments import check
from ...store.schema.tables import ATTACHMENTS
from ..merged_tables import Key, Row

_MOST_NAMED = 3


def without_bad_attachments(changes: Mapping[Key, Row | None]) -> tuple[dict[Key, Row | None], list[str]]:
    """The changes without attachments whose kind, name or size may not be, and a sentence for each of those."""
    kept, sentences = dict(changes), list[str]()
    for key, row in changes.items():
        if key.kind != ATTACHMENTS.name or row is None:
            continue
        content = row.get("innehall")
        try:
            check(row.get("slag"), row.get("namn"), len(content) if isinstance(content, bytes) else None)
        except StoreError as error:
            del kept[key]
            sentences.append(f"{error} {_rest()}")
    return kept, sentences


def unreadable_text(rows: Sequence[Row]) -> list[str]:
    """The sentence about rows whose shape is damaged; none when there are none."""
    if not rows:
        return []
    text = tr("Formen på {antal} objekt går inte att läsa ({namn}), och det som är ändrat på dem är inte med.")
    return [f"{text.format(antal=len(rows), namn=names_of_rows(rows))} {_rest()}"]


def unfit_text() -> str:
    """The sentence about a copy that cannot be in a strukturbild together with the rest."""
    return tr(
        "Något i den kan inte finnas i en strukturbild, och den är inte med. Be gruppen öppna den, rätta det som "
        "Granska hittar och skicka filen igen."
    )


def _rest() -> str:
    return tr("Resten av filen är med.")


def names_of_rows(rows: Iterable[Row]) -> str:
    """The first of the rows by name, for a sentence."""
    names = [f"”{row.get('namn') or tr('utan namn')!s}”" for row in rows]
    return ", ".join([*names[:_MOST_NAMED], *(["…"] if len(names) > _MOST_NAMED else [])])
