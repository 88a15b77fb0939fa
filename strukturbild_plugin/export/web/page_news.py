"""What is new on the web page since the edition before, as a table: in the language of the strukturbild."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ...printable_text import one_line
from ...store.gpkg.records import Snapshot
from ...workshop.compare import ADDED, CHANGED, REMOVED, compare_files
from ...workshop.difference_texts import DifferencePhrases, object_texts
from .page_content import anchor
from .page_texts import PAGE_TEXTS


@dataclass(frozen=True)
class NewsRow:
    """An object that is new, changed or gone. `anchor`: where it stands on the page; '' when it does not."""

    what: str
    class_name: str
    name: str
    anchor: str
    details: str


@dataclass(frozen=True)
class NewsPart:
    """All that is new since an edition."""

    heading: str
    caption: str
    rows: tuple[NewsRow, ...]


def news_since(number: int, older: Path, newer: Path, snapshot: Snapshot) -> NewsPart:
    """What is new in `newer`, of which `snapshot` is, since edition `number`, which is `older`. Raises StoreError."""

    def word(name: str) -> str:
        return PAGE_TEXTS[name].in_language(language)

    language, there = snapshot.head.sprak, {record.objekt_id for record in snapshot.objects}
    phrases = DifferencePhrases(
        {ADDED: word("ny"), CHANGED: word("andrad"), REMOVED: word("borttagen")},
        word("ritad_annorlunda"),
        word("annat_slag"),
        word("andra_noder"),
        word("utan_namn"),
    )
    found = compare_files(older, newer)
    rows = tuple(
        NewsRow(
            text.what,
            text.klass,
            one_line(text.name),
            anchor(one.key.rad_id) if one.key.rad_id in there else "",
            one_line(text.details),
        )
        for one, text in object_texts(found, language, phrases)
    )
    counts = {"nya": found.count(ADDED), "andrade": found.count(CHANGED), "borttagna": found.count(REMOVED)}
    return NewsPart(word("nytt").format(nummer=number), word("nytt_caption").format(nummer=number, **counts), rows)
