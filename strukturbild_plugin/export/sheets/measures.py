"""Who does what when, for the sheet with goals: the measures of each object, in the order of the legend."""

from __future__ import annotations

from ...cartography.layout.sheet_texts import TextLine, TextSection
from ...store.gpkg.records import Picture, Snapshot
from .. import texts
from ..delivery.readable_columns import ReadableTexts
from .object_lists import in_legend_order


def measures(snapshot: Snapshot, picture: Picture) -> tuple[TextSection, ...]:
    """One section with a line for each object of the picture that has measures; none when none has any."""
    if not snapshot.measures:
        return ()
    language, readable = snapshot.head.sprak, ReadableTexts(snapshot)
    lines = []
    for record in in_legend_order(snapshot, (one for one in snapshot.objects if one.bild_id == picture.bild_id)):
        said = readable.measures(record)
        if said:
            name = record.namn.strip() or texts.NO_NAME.in_language(language)
            lines.append(TextLine("; ".join(said), lead=name))
    return (TextSection(texts.MEASURES.in_language(language), lines=tuple(lines)),) if lines else ()
