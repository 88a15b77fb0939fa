"""A strukturbild's own catalogue with a region's own classes in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Mapping, Sequence

from ...catalogue.added_attributes import is_added, with_lists_free
from ...catalogue.model import Attribute, AttributeGroup, Catalogue, Choice, ObjectClass
from ...catalogue.table_rows import from_rows, to_rows
from ...errors import StoreError
from ...i18n import tr


def extended_catalogue(
    catalogue: Catalogue,
    classes: Sequence[ObjectClass],
    lists: Mapping[str, Sequence[Choice]],
    attributes: Mapping[str, Attribute],
    groups: Sequence[AttributeGroup],
) -> Catalogue:
    """The catalogue with own classes added or replaced, checked as if read from a file. Raises StoreError."""
    new = {klass.kod: replace(klass, egen=True) for klass in classes}
    taken = [klass.kod for klass in catalogue.klasser if klass.kod in new and not klass.egen]
    if taken:
        raise StoreError(
            tr("Koden {koder} används redan av en klass i katalogen. Välj en annan kod.").format(koder=", ".join(taken))
        )
    for kod, attribute in attributes.items():
        if is_added(catalogue, kod) and catalogue.attribut[kod].typ != attribute.typ:
            raise StoreError(
                tr(
                    "Attributet ”{kod}” finns redan i strukturbilden och är av ett annat slag ({typ}). Ge ert eget "
                    "attribut en annan kod."
                ).format(kod=kod, typ=catalogue.attribut[kod].typ)
            )
    catalogue = with_lists_free(catalogue, lists)
    known = {group.kod for group in catalogue.grupper}
    wider = replace(
        catalogue,
        klasser=(*(klass for klass in catalogue.klasser if klass.kod not in new), *new.values()),
        listor={**catalogue.listor, **{name: tuple(values) for name, values in lists.items()}},
        attribut={**catalogue.attribut, **attributes},
        grupper=(*catalogue.grupper, *(group for group in groups if group.kod not in known)),
    )
    return from_rows(to_rows(wider))
