"""A user's layout file (QPT), cleaned, with sentences about what was removed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from ...cartography.layout.layout_ids import unusable_sentence
from ...errors import ExportError
from ...i18n import tr
from ...sanitize import qpt
from ...sanitize.content import CHANGED, ContentError, Removed
from ...sanitize.layout_symbols import SYMBOL

MAX_BYTES = qpt.LIMITS.size


@dataclass(frozen=True)
class CleanLayout:
    """A layout file from which everything harmful has been removed."""

    name: str
    xml: str
    removed_texts: tuple[str, ...]
    """What was left out, as sentences."""


def clean_layout(content: bytes, name: str) -> CleanLayout:
    """Clean a layout file (QPT) of everything harmful. Raises ExportError with why it cannot be used."""
    try:
        clean = qpt.clean(content)
    except ContentError as error:
        raise ExportError(unusable_sentence(name, error)) from error
    return CleanLayout(name, clean.content.decode("utf-8"), _sentences(clean.removed, name))


def _sentences(removed: Sequence[Removed], name: str) -> tuple[str, ...]:
    """A sentence for each kind of removal, with how many there were."""
    sentences = (
        (qpt.ITEM, tr("{n} objekt i layouten {namn} kan inte användas här och togs inte med.")),
        (qpt.IMAGE, tr("{n} bilder i layouten {namn} ligger utanför filen eller går inte att använda.")),
        (qpt.EXPRESSION, tr("{n} uttryck i texterna i layouten {namn} togs bort.")),
        (qpt.SETTING, tr("{n} datastyrda eller externa inställningar i layouten {namn} togs bort.")),
        (SYMBOL, tr("{n} symboler i layouten {namn} kan inte ritas här och blev enkla ytor, linjer eller punkter.")),
    )
    counted = ((sum(each.kind == kind for each in removed), sentence) for kind, sentence in sentences)
    changed = dict.fromkeys(each.sentence for each in removed if each.kind == CHANGED)
    return (*(sentence.format(n=count, namn=name) for count, sentence in counted if count), *changed)
