"""What a step says of itself in a few words: counts of classes, and what is missing.

The phrases are made so that one and many read alike: '1 nod saknar nivå', '3 noder saknar nivå'.
"""

from __future__ import annotations

from typing import Collection, Mapping

from ..catalogue.model import Catalogue
from ..i18n import joined, tr

MAX_CLASSES = 3
"""Classes named in one sentence; more would not be read."""


def phrase(rule: str, what: str) -> str:
    """A finding's text about `what`, from the code of its rule: '3 noder saknar nivå'."""
    sentence = {
        "T01": tr("{what} saknar namn"),
        "T02": tr("{what} saknar nivå"),
        "T03": tr("{what} saknar text"),
        "T04": tr("{what} med mellanslag för mycket i namnet"),
        "K01": tr("{what} av en klass som inte finns"),
        "K02": tr("{what} i fel lager"),
        "K03": tr("{what} med en nivå som inte finns"),
        "K04": tr("{what} med en status som inte finns"),
        "K05": tr("{what} med en undertyp som inte finns"),
        "K06": tr("{what} med ett värde som inte finns"),
        "G01": tr("{what} syns inte på kartan"),
        "G02": tr("{what} med en form som behöver lagas"),
        "G03": tr("{what} utanför området"),
        "N01": tr("{what} med en ände utan nod"),
        "N02": tr("{what} når inte sin nod"),
        "N03": tr("{what} finns två gånger"),
        "N04": tr("{what} på samma plats som en annan"),
        "R01": tr("{what} hör till en bild som inte finns"),
        "R02": tr("{what} med samma identitet som något annat"),
        "R03": tr("{what} utan den nod som anges"),
        "R04": tr("{what} utan den nod som anges"),
        "R05": tr("{what} utan sin motsvarighet i den andra bilden"),
        "R06": tr("{what} vars målkoppling pekar på ett mål som saknas"),
        "R07": tr("{what} kopplade två gånger till samma mål"),
        "M02": tr("{what} utan mål"),
    }.get(rule, tr("{what} att se över"))
    return sentence.format(what=what)


def count_phrase(classes: Collection[str], number: int, catalogue: Catalogue, language: str) -> str:
    """'3 noder' when all are of one class, else '3 objekt'."""
    only = catalogue.object_class(next(iter(classes))) if len(classes) == 1 else None
    if only is None:
        return tr("{n} objekt").format(n=number)
    name = (only.namn if number == 1 else only.plural).in_language(language)
    return f"{number} {_small(name)}"


def counts_phrase(counts: Mapping[str, int], catalogue: Catalogue, language: str) -> str:
    """'20 noder, 3 bytespunkter och 2 andra': classes in the order given."""
    parts = [count_phrase((kod,), number, catalogue, language) for kod, number in counts.items() if number]
    if len(parts) > MAX_CLASSES:
        rest = sum([number for number in counts.values() if number][MAX_CLASSES - 1 :])
        parts = [*parts[: MAX_CLASSES - 1], tr("{n} andra").format(n=rest)]
    return joined(parts)


def _small(name: str) -> str:
    """Without the capital that names have in lists; words of capitals keep theirs."""
    return name[:1].lower() + name[1:] if not name[:2].isupper() else name
