"""The classes of packs (tillägg) put into a strukturbild's own catalogue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Mapping, Sequence

from ...catalogue.model import Attribute, Catalogue, Choice, ObjectClass
from ...catalogue.packs import Pack
from ...errors import StoreError
from ...i18n import tr
from ..schema.ddl import quoted
from .extend_catalogue import extended_catalogue

if TYPE_CHECKING:
    from .writer import Writer


@dataclass(frozen=True)
class Additions:
    """What packs add to a catalogue that lacks it."""

    klasser: tuple[ObjectClass, ...]
    listor: Mapping[str, tuple[Choice, ...]]
    attribut: Mapping[str, Attribute]


def additions(catalogue: Catalogue, packs: Sequence[Pack]) -> Additions:
    """What `packs` bring that `catalogue` lacks; what it has under the same codes stays as it is.

    Raises StoreError when an attribute of the same code has another type there.
    """
    classes = tuple(klass for pack in packs for klass in pack.klasser if catalogue.object_class(klass.kod) is None)
    wanted = {kod for klass in classes for kod in klass.attribut}
    attributes: dict[str, Attribute] = {}
    lists: dict[str, tuple[Choice, ...]] = {}
    for pack in packs:
        for kod, attribute in pack.attribut.items():
            there = catalogue.attribut.get(kod)
            if kod not in wanted or there == attribute:
                continue
            if there is None:
                attributes[kod] = attribute
            elif (there.typ, there.lista) != (attribute.typ, attribute.lista):
                sentence = tr(
                    "{name} går inte att ta med: attributet ”{kod}” finns redan i strukturbilden och är av "
                    "ett annat slag ({typ})."
                )
                raise StoreError(sentence.format(name=pack.namn.sv, kod=kod, typ=there.typ))
        for name, choices in pack.listor.items():
            there_codes = {choice.kod for choice in catalogue.listor.get(name, ())}
            more = tuple(choice for choice in choices if choice.kod not in there_codes)
            if more and any(attribute.lista == name for attribute in attributes.values()):
                lists[name] = (*catalogue.listor.get(name, ()), *more)
    return Additions(classes, lists, attributes)


def with_packs(catalogue: Catalogue, packs: Sequence[Pack]) -> Catalogue:
    """The catalogue with the classes of `packs` as own classes. Raises StoreError as `additions`."""
    new = additions(catalogue, packs)
    return extended_catalogue(catalogue, new.klasser, new.listor, new.attribut, ()) if new.klasser else catalogue


def pack_words(packs: Sequence[Pack]) -> str:
    """What the log says of packs: 'norr 1.0, kust 1.0'."""
    return ", ".join(f"{pack.kod} {pack.version}" for pack in packs)


def add_packs(db: Writer, packs: Sequence[Pack]) -> tuple[str, ...]:
    """Bring the classes of `packs` into a file, and say so in its log; gives the codes of the classes that came.

    Raises StoreError as `additions`.
    """
    new = additions(db.catalogue(), packs)
    if not new.klasser:
        return ()
    db.add_classes(new.klasser, new.listor, new.attribut)
    db.log("klass", pack_words(packs))
    return tuple(klass.kod for klass in new.klasser)


def take_out_classes(db: Writer, codes: Sequence[str]) -> None:
    """Take own classes out of a file again; columns that they brought stay, empty.

    Raises StoreError when something of them is drawn: then nothing is taken out.
    """
    catalogue = db.catalogue()
    going = [klass for klass in catalogue.klasser if klass.kod in codes and klass.egen]
    for klass in going:
        for layer in klass.lager.values():
            statement = f"SELECT count(*) FROM {quoted(layer)} WHERE klass = ?"
            (count,) = db.connection.execute(statement, (klass.kod,)).fetchone()
            if count:
                sentence = tr("”{name}” är ritad i {n} objekt och kan inte tas bort. Ta bort objekten först.")
                raise StoreError(sentence.format(name=klass.namn.sv, n=count))
    left = tuple(klass for klass in catalogue.klasser if klass not in going)
    db.set_catalogue(replace(catalogue, klasser=left))
    db.log("klass", "- " + ", ".join(klass.kod for klass in going))
