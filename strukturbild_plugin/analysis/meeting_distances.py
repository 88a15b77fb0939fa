"""How near objects of each class meet, in metres: as the catalogue of the strukturbild says, and said in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import lru_cache

from ..catalogue.load import load_catalogue
from ..catalogue.model import Catalogue
from ..i18n import joined, tr


def meeting_distances(catalogue: Catalogue) -> Mapping[str, float]:
    """Code of the class -> metres beyond what is drawn; of two that meet, the greater counts.

    A file from before the catalogue said it has 0 everywhere: its classes are taken as they are shipped.
    """
    return {klass.kod: klass.motesavstand or _shipped().get(klass.kod, 0.0) for klass in catalogue.klasser}


def distances_text(catalogue: Catalogue, drawn: Collection[str], language: str) -> str:
    """'Som nära räknas 2 km från nod och 1 km från stråk. ...', of the classes drawn; '' when none reaches out."""
    together: dict[float, list[str]] = defaultdict(list)
    found = meeting_distances(catalogue)
    for klass in sorted(catalogue.klasser, key=lambda one: one.ordning):
        if klass.kod in drawn and found[klass.kod]:
            together[found[klass.kod]].append(klass.namn.in_language(language).lower())
    if not together:
        return ""
    parts = (
        tr("{km} km från {klasser}").format(km=_km(metres, language), klasser=joined(names))
        for metres, names in sorted(together.items(), reverse=True)
    )
    return tr("Som nära räknas {avstand}. Avstånden är insticksprogrammets val.").format(avstand=joined(parts))


@lru_cache(maxsize=1)
def _shipped() -> Mapping[str, float]:
    return {klass.kod: klass.motesavstand for klass in load_catalogue().klasser}


def _km(metres: float, language: str) -> str:
    said = f"{metres / 1_000:g}"
    return said.replace(".", ",") if language == "sv" else said
