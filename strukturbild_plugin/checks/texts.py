"""Rules about what is written: names, levels and texts."""

from __future__ import annotations

from typing import Iterator

from ..i18n import tr
from .finding import ERROR, TIP, WARNING, Remark
from .ground import BAND_LAYER, LINK_LAYER, NODE_LAYER, Ground

TEXT_ATTRIBUTES = ("stallningstagande", "beskrivning")
"""One of these says why the object is in the picture or what is wanted there (domain: the region chooses the word)."""


def nothing_drawn(ground: Ground) -> Iterator[Remark]:
    """A strukturbild without anything on the map."""
    if not ground.shapes:
        yield Remark(
            ERROR,
            tr("Strukturbilden är tom: ingenting är ritat ännu."),
            tr("Rita eller importera minst ett objekt."),
        )


def name_missing(ground: Ground) -> Iterator[Remark]:
    """Nodes and stråk are read by name; a samband may go by the nodes it ties together."""
    severity = {NODE_LAYER: ERROR, BAND_LAYER: ERROR, LINK_LAYER: TIP}
    for objekt in ground.snapshot.objects:
        if not objekt.namn.strip():
            yield ground.remark(
                severity.get(objekt.lager, WARNING),
                objekt,
                tr("{objekt} saknar namn."),
                tr("Skriv det namn som ska stå på kartan och i objekttabellen."),
            )


def level_missing(ground: Ground) -> Iterator[Remark]:
    """Classes that have levels are sized by them."""
    for objekt in ground.snapshot.objects:
        klass = ground.classes.get(objekt.klass)
        if klass and klass.nivaer and not objekt.niva:
            names = ", ".join(
                level.namn.sv.lower() for level in sorted(klass.nivaer, key=lambda level: level.ordning)
            )
            yield ground.remark(
                WARNING,
                objekt,
                tr("{objekt} saknar nivå och ritas därför i minsta storlek."),
                tr("Välj nivå: {names}.").format(names=names),
            )


def text_missing(ground: Ground) -> Iterator[Remark]:
    """Why it is here, or what is wanted: at least one of the two texts."""
    for objekt in ground.snapshot.objects:
        if not any(str(objekt.attribut.get(kod) or "").strip() for kod in TEXT_ATTRIBUTES):
            yield ground.remark(
                WARNING,
                objekt,
                tr("{objekt} har varken beskrivning eller ställningstagande."),
                tr("Skriv en mening om varför objektet är med, eller vad regionen vill här."),
            )
