"""The words of a plan standard for the objects of a delivery."""

from __future__ import annotations

from ...catalogue.model import Catalogue, Text
from ...catalogue.plan_standard import PlanStandard
from ...store.gpkg.records import ObjectRecord

PLAN_COLUMNS = ("op_kategori", "op_standard", "op_version", "op_struktur", "op_objekt", "op_niva", "op_kalla")
PLAN_TITLES = (
    Text("Kategori i översiktsplan", "Category in comprehensive plan"),
    Text("Kategorins standard", "Standard of the category"),
    Text("Standardens version", "Version of the standard"),
    Text("Standardens ord för strukturen", "The standard's word for the structure"),
    Text("Standardens objekttyp", "The standard's kind of object"),
    Text("Standardens ord för nivån", "The standard's word for the level"),
    Text("Kategorins ursprung", "Origin of the category"),
)
_OWN_CATEGORY = ("op_egen_kategori", "op_kategori")
"""Attributes in which an object says its category itself."""
_FROM_STANDARD = Text("standardens ord", "the standard's words")
_PROPOSED = Text("vårt förslag", "our proposal")
_OWN = Text("egen kategori", "own category")


def plan_words(
    standard: PlanStandard, catalogue: Catalogue, record: ObjectRecord, language: str = "sv"
) -> tuple[str, ...]:
    """What stands in `PLAN_COLUMNS` for an object; what it says itself goes before what the standard says of its class.

    A class that the standard has no counterpart for has an empty category.
    """
    klass, layer = catalogue.object_class(record.klass), catalogue.layer(record.lager)
    found = standard.category(klass, layer.geometri) if klass and layer else None
    own = next((str(record.attribut[name]) for name in _OWN_CATEGORY if record.attribut.get(name)), "")
    origin = _OWN if own else _FROM_STANDARD if found and found.verifierad else _PROPOSED
    return (
        own or (found.kategori if found else ""),
        str(record.attribut.get("op_standard") or standard.standard),
        str(record.attribut.get("op_version") or standard.version),
        found.strukturord if found else "",
        found.objekt if found else "",
        standard.nivaer.get(record.niva, ""),
        origin.in_language(language) if own or found else "",
    )


def without_category(standard: PlanStandard, catalogue: Catalogue, objects: tuple[ObjectRecord, ...]) -> int:
    """How many objects the standard has no category for."""
    return sum(not plan_words(standard, catalogue, record)[0] for record in objects)
