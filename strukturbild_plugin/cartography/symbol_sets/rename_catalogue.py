"""A region's own terms in a catalogue: names change, codes never."""

from __future__ import annotations

from dataclasses import replace
from typing import Mapping, TypeVar

from ...catalogue.model import Attribute, Catalogue, Choice, ObjectClass, Structure, Text
from ...i18n import tr
from .profile import OwnTerm, OwnTerms

_Named = TypeVar("_Named", Attribute, Choice, Structure)


def rename_catalogue(catalogue: Catalogue, terms: OwnTerms) -> Catalogue:
    """The catalogue with a region's own terms; what they do not name keeps its name."""
    return replace(
        catalogue,
        strukturer=tuple(_renamed_item(each, terms.strukturer, each.kod) for each in catalogue.strukturer),
        attribut={kod: _renamed_item(each, terms.attribut, kod) for kod, each in catalogue.attribut.items()},
        listor={
            name: tuple(_renamed_item(choice, terms.listor.get(name, {}), choice.kod) for choice in choices)
            for name, choices in catalogue.listor.items()
        },
        klasser=tuple(_renamed_class(each, terms.klasser) for each in catalogue.klasser),
    )


def replaced_terms(catalogue: Catalogue, terms: OwnTerms) -> OwnTerms:
    """The catalogue's present names of what `terms` would rename: to change back with."""

    def of(texts: Mapping[str, Text], named: Mapping[str, OwnTerm]) -> Mapping[str, OwnTerm]:
        return {kod: OwnTerm(texts[kod]) for kod in named if kod in texts}

    classes = {each.kod: OwnTerm(each.namn, each.plural) for each in catalogue.klasser if each.kod in terms.klasser}
    return OwnTerms(
        classes,
        of({kod: each.namn for kod, each in catalogue.attribut.items()}, terms.attribut),
        of({each.kod: each.namn for each in catalogue.strukturer}, terms.strukturer),
        {
            name: of({choice.kod: choice.namn for choice in catalogue.listor.get(name, ())}, named)
            for name, named in terms.listor.items()
        },
    )


def unknown_terms(catalogue: Catalogue, terms: OwnTerms) -> tuple[str, ...]:
    """A sentence for each term whose code the catalogue does not have, and which is not used."""
    present = replaced_terms(catalogue, terms)
    pairs = [(tr("klassen"), terms.klasser, present.klasser), (tr("attributet"), terms.attribut, present.attribut)]
    pairs.append((tr("strukturen"), terms.strukturer, present.strukturer))
    pairs += [(tr("värdet"), named, present.listor.get(name, {})) for name, named in terms.listor.items()]
    sentence = tr("Ordet ”{word}” används inte: {what} {kod} finns inte i den här strukturbilden.")
    return tuple(
        sentence.format(word=word.namn.sv, what=what, kod=kod)
        for what, named, known in pairs
        for kod, word in named.items()
        if kod not in known
    )


def _renamed_item(item: _Named, terms: Mapping[str, OwnTerm], kod: str) -> _Named:
    word = terms.get(kod)
    return replace(item, namn=_text(word.namn, item.namn)) if word else item


def _renamed_class(klass: ObjectClass, terms: Mapping[str, OwnTerm]) -> ObjectClass:
    word = terms.get(klass.kod)
    if word is None:
        return klass
    # A region that gives one form only means that form: the catalogue's plural would be another word.
    several = word.flera if word.flera.sv or word.flera.en else word.namn
    return replace(klass, namn=_text(word.namn, klass.namn), plural=_text(several, klass.plural))


def _text(own: Text, before: Text) -> Text:
    return Text(own.sv or before.sv, own.en or before.en)
