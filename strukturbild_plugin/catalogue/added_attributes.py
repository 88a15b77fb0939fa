"""The attributes that came with version 3 of the tables, and how a catalogue from before gets them. Pure Python.

A file, a template package or a region's own classes from before may have an attribute with one of these codes already:
then it is theirs, stays as it is, and ours is not there. Ours are told from theirs by where they stand: among the
common attributes or those of a layer, where nobody's own can be.

What is written here is what a file from before gets, and is never changed: templates/katalog says what a new one has.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import AbstractSet, Any, Collection, Iterable, Mapping, MutableMapping, Sequence

from .model import CHOICE, CHOICES, Attribute, AttributeGroup, Catalogue, Choice, Layer, Text

GROUP = AttributeGroup("mer", Text("Mer", "More"))
"""The tab of the form that they are in: what is used more seldom."""


@dataclass(frozen=True)
class AddedAttribute:
    """One of them. `lager`: the layers that have it; () when every object has."""

    kod: str
    typ: str
    namn: Text
    hjalp: Text
    varden: tuple[Choice, ...] = ()
    """Of its list, which has its code."""
    lager: tuple[str, ...] = ()


ADDED = (
    AddedAttribute(
        "prioritet",
        "val",
        Text("Prioritet", "Priority"),
        Text(
            "Vad som går före när allt inte kan ske samtidigt. Regionens egen bedömning.",
            "What comes first when not everything can happen at once. The region's own judgement.",
        ),
        (
            Choice("prio_1", Text("1 Högst", "1 Highest")),
            Choice("prio_2", Text("2 Mellan", "2 Medium")),
            Choice("prio_3", Text("3 Lägst", "3 Lowest")),
        ),
    ),
    AddedAttribute(
        "prioritet_skal",
        "langtext",
        Text("Skäl till prioriteten", "Reason for the priority"),
        Text(
            "Varför objektet har den prioriteten.",
            "Why the object has that priority.",
        ),
    ),
    AddedAttribute(
        "utmaning",
        "langtext",
        Text("Utmaning", "Challenge"),
        Text(
            "Vad området har för utmaningar i dag. Det ni vill göra åt dem skrivs under Ställningstagande.",
            "The challenges of the area today. What you want to do about them goes under Statement of intent.",
        ),
        lager=("gron_bla_yta", "gransbygd", "omrade"),
    ),
    AddedAttribute(
        "tillganglighet",
        "flerval",
        Text("Tillgänglighet", "Accessibility"),
        Text(
            "Vilken del av tillgängligheten objektet handlar om. Välj en eller flera.",
            "Which part of accessibility the object is about. Choose one or several.",
        ),
        (
            Choice("narhet", Text("Närhet", "Proximity")),
            Choice("rorlighet", Text("Rörlighet", "Mobility")),
            Choice("digitalt", Text("Digital tillgänglighet", "Digital access")),
        ),
    ),
    AddedAttribute(
        "plan_slag",
        "val",
        Text("Slag av plan", "Kind of plan"),
        Text(
            "Vilket slags plan objektet hänger ihop med.",
            "The kind of plan that the object relates to.",
        ),
        (
            Choice("oversiktsplan", Text("Översiktsplan", "Comprehensive plan")),
            Choice("fordjupad_oversiktsplan", Text("Fördjupad översiktsplan", "Detailed comprehensive plan")),
            Choice("regionplan", Text("Regionplan", "Regional plan")),
            Choice("lanstransportplan", Text("Länstransportplan", "County transport plan")),
            Choice("trafikforsorjningsprogram", Text("Trafikförsörjningsprogram", "Public transport programme")),
            Choice("havsplan", Text("Havsplan", "Marine spatial plan")),
            Choice("annan", Text("Annan plan", "Another plan")),
        ),
    ),
    AddedAttribute(
        "plan_ref",
        "text",
        Text("Plan som objektet hänger ihop med", "Related plan"),
        Text(
            "Planens namn och gärna avsnitt, till exempel Översiktsplan 2040, kapitel 3.",
            "The name of the plan and preferably its section, for example Comprehensive plan 2040, chapter 3.",
        ),
    ),
    AddedAttribute(
        "oenighet",
        "val",
        Text("Oenighet", "Disagreement"),
        Text(
            "Om de berörda parterna är oeniga om objektet.",
            "Whether the parties concerned disagree about the object.",
        ),
        (
            Choice("ingen", Text("Ingen känd", "None known")),
            Choice("delvis", Text("Delvis oeniga", "Partly disagreed")),
            Choice("oense", Text("Oeniga", "Disagreed")),
        ),
    ),
    AddedAttribute(
        "oenighet_om",
        "langtext",
        Text("Vad oenigheten gäller", "What the disagreement is about"),
        Text(
            "Vilka organisationer som tycker olika, och om vad. Skriv inte personnamn.",
            "Which organisations see it differently, and what about. Do not write names of persons.",
        ),
    ),
    AddedAttribute(
        "ses_over",
        "datum",
        Text("Ses över senast", "To be reviewed by"),
        Text(
            "Den dag då objektet senast ska prövas igen.",
            "The day by which the object is to be considered again.",
        ),
    ),
    AddedAttribute(
        "granskorsning",
        "val",
        Text("Gräns som korsas", "Border that is crossed"),
        Text(
            "Den högsta gräns som objektet går över. Riksgräns är högst, sedan länsgräns och kommungräns.",
            "The highest border that the object crosses. National is highest, then county and municipal.",
        ),
        (
            Choice("kommun", Text("Kommungräns", "Municipal border")),
            Choice("lan", Text("Länsgräns", "County border")),
            Choice("rike", Text("Riksgräns", "National border")),
        ),
    ),
    AddedAttribute(
        "omradeskoder",
        "text",
        Text("Berörda län och länder", "Counties and countries concerned"),
        Text(
            "Länskoder och landskoder med komma emellan, till exempel 17, 18, NO.",
            "County codes and country codes separated by commas, for example 17, 18, NO.",
        ),
    ),
    AddedAttribute(
        "op_egen_kategori",
        "text",
        Text("Egen kategori i översiktsplan", "Own category in comprehensive plan"),
        Text(
            "Fyll bara i om kategorin ska vara en annan än den som följer av klassen.",
            "Fill in only if the category is to be another than the one that follows from the class.",
        ),
    ),
)
CODES = frozenset(added.kod for added in ADDED)


def is_added(catalogue: Catalogue, kod: str) -> bool:
    """Whether the attribute `kod` of `catalogue` is one of these, and not somebody's own of the same code."""
    return kod in CODES and (kod in catalogue.gemensamma or any(kod in layer.attribut for layer in catalogue.lager))


def with_added(catalogue: Catalogue) -> Catalogue:
    """`catalogue` with those of these attributes that it does not have, under Mer; the same one when it has them all.

    A code that is taken stays what it is. A list or a group whose code is taken gets a number.
    """
    missing = [added for added in ADDED if added.kod not in catalogue.attribut]
    if not missing:
        return catalogue
    known = next((a.grupp for a in catalogue.attribut.values() if is_added(catalogue, a.kod)), "")
    group = known or _free(GROUP.kod, {one.kod for one in catalogue.grupper})
    lists, attributes = dict(catalogue.listor), dict(catalogue.attribut)
    for added in missing:
        name = _free(added.kod, lists) if added.varden else ""
        if name:
            lists[name] = added.varden
        attributes[added.kod] = Attribute(added.kod, added.namn, added.typ, group, added.hjalp, name)
    of_layers = {
        layer.kod: tuple(added.kod for added in missing if layer.kod in added.lager) for layer in catalogue.lager
    }
    return replace(
        catalogue,
        grupper=catalogue.grupper if known else (*catalogue.grupper, replace(GROUP, kod=group)),
        listor=lists,
        attribut=attributes,
        gemensamma=(*catalogue.gemensamma, *(added.kod for added in missing if not added.lager)),
        lager=tuple(replace(one, attribut=(*one.attribut, *of_layers[one.kod])) for one in catalogue.lager),
    )


def without_unused(catalogue: Catalogue, used: Collection[str]) -> Catalogue:
    """`catalogue` without those of these attributes that are not in `used`, and without lists and groups only for them.

    What a strukturbild from before says is therefore the same as it was, until somebody fills one of them in.
    """
    gone = {kod for kod in catalogue.attribut if kod not in used and is_added(catalogue, kod)}
    if not gone:
        return catalogue
    kept = {kod: attribute for kod, attribute in catalogue.attribut.items() if kod not in gone}
    lists = _only_of_gone(catalogue, gone, kept, "lista")
    groups = _only_of_gone(catalogue, gone, kept, "grupp")
    return replace(
        catalogue,
        grupper=tuple(group for group in catalogue.grupper if group.kod not in groups),
        listor={name: values for name, values in catalogue.listor.items() if name not in lists},
        attribut=kept,
        gemensamma=tuple(kod for kod in catalogue.gemensamma if kod not in gone),
        lager=tuple(_layer_without(layer, gone) for layer in catalogue.lager),
    )


def _only_of_gone(
    catalogue: Catalogue, gone: Iterable[str], kept: Mapping[str, Attribute], field: str
) -> AbstractSet[str]:
    return {getattr(catalogue.attribut[kod], field) for kod in gone} - {getattr(one, field) for one in kept.values()}


def _layer_without(layer: Layer, gone: Collection[str]) -> Layer:
    return replace(layer, attribut=tuple(kod for kod in layer.attribut if kod not in gone))


def with_lists_free(catalogue: Catalogue, names: Iterable[str]) -> Catalogue:
    """`catalogue` where no list that only these attributes have has one of `names`: such a one gets a number."""
    taken, found = set(names), catalogue
    ours = {one.lista for one in catalogue.attribut.values() if one.lista and is_added(catalogue, one.kod)}
    theirs = {one.lista for one in catalogue.attribut.values() if one.lista and not is_added(catalogue, one.kod)}
    for name in sorted((ours - theirs) & taken):
        free = _free(name, {*taken, *found.listor})
        lists = {free if kod == name else kod: values for kod, values in found.listor.items()}
        attributes = {
            kod: replace(one, lista=free) if one.lista == name else one for kod, one in found.attribut.items()
        }
        found = replace(found, listor=lists, attribut=attributes)
    return found


def give_way(blocks: Sequence[MutableMapping[str, Any]], own: Sequence[Mapping[str, Any]]) -> None:
    """Let the catalogue files `blocks` give way, where they hold one of these, to a region's `own` files from before.

    An attribute of ours whose code is in `own` goes; a list or group of ours whose code is there gets a number.
    """
    taken = CODES & _keys(own, "attribut")
    lists, groups = _keys(own, "listor"), _keys(own, "grupper")
    for block in blocks:
        attributes = _mapping(block, "attribut")
        for kod in taken & set(attributes):
            del attributes[kod]
        for layer in _mapping(block, "lager").values():
            _without(layer, "attribut", taken)
        _without(block, "gemensamma", taken)
        for added in ADDED:
            if added.kod in taken and added.varden:
                _mapping(block, "listor").pop(added.kod, None)
            elif added.typ in (CHOICE, CHOICES):
                _renamed(block, "listor", "lista", added.kod, lists)
        _renamed(block, "grupper", "grupp", GROUP.kod, groups)


def _renamed(block: MutableMapping[str, Any], section: str, field: str, kod: str, taken: AbstractSet[str]) -> None:
    """Give the list or group `kod` of `block` a number, when it is `taken`, and where it is referred to by ours."""
    if kod not in taken:
        return
    free, there = _free(kod, taken), _mapping(block, section)
    if kod in there:
        there[free] = there.pop(kod)
    for name, attribute in _mapping(block, "attribut").items():
        if name in CODES and isinstance(attribute, dict) and attribute.get(field) == kod:
            attribute[field] = free


def _without(block: Any, key: str, codes: AbstractSet[str]) -> None:
    listed = block.get(key) if isinstance(block, dict) else None
    if not isinstance(listed, list):
        return
    for place in range(len(listed) - 1, -1, -1):
        if isinstance(listed[place], str) and listed[place] in codes:
            del listed[place]
            if hasattr(listed, "line_numbers"):
                del listed.line_numbers[place]


def _mapping(block: Mapping[str, Any], key: str) -> dict[str, Any]:
    found = block.get(key)
    return found if isinstance(found, dict) else {}


def _keys(blocks: Iterable[Mapping[str, Any]], section: str) -> set[str]:
    return {kod for block in blocks for kod in _mapping(block, section)}


def _free(kod: str, taken: Collection[str]) -> str:
    number, found = 1, kod
    while found in taken:
        number += 1
        found = f"{kod}_{number}"
    return found
