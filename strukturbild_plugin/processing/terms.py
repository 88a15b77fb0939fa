"""Licence, permission to publish and reference as parameters: what stands on every file of an edition."""

from __future__ import annotations

from typing import Any

from ..i18n import tr
from .base import AlgorithmInputs, StrukturbildAlgorithm

_COLUMNS = {
    "LICENS": "licens",
    "SPRIDNINGSTILLSTAND": "spridningstillstand",
    "TILLSTANDSDATUM": "spridningstillstand_datum",
    "DIARIENUMMER": "diarienummer",
}


def add_terms(algorithm: StrukturbildAlgorithm, when_empty: str) -> None:
    """Give an algorithm the parameters; `when_empty`: what an empty one means, in words."""
    for name, label in (
        ("LICENS", tr("Licens, till exempel CC0 1.0 eller CC BY 4.0 ({empty})")),
        ("SPRIDNINGSTILLSTAND", tr("Spridningstillstånd: nummer, eller varför det inte behövs ({empty})")),
        ("TILLSTANDSDATUM", tr("Spridningstillståndets datum, ÅÅÅÅ-MM-DD ({empty})")),
        ("DIARIENUMMER", tr("Diarienummer ({empty})")),
    ):
        algorithm.add_text(name, label.format(empty=when_empty))
    algorithm.make_advanced(*_COLUMNS)


def terms_in(inputs: AlgorithmInputs) -> dict[str, Any]:
    """What was said in the parameters, by the column of `strukturbild`. Raises StoreError for what is no date."""
    from ..errors import StoreError
    from ..printable_text import one_line
    from ..store.importing.values import date

    found = {column: one_line(inputs.text(name)) for name, column in _COLUMNS.items()}
    found = {column: value for column, value in found.items() if value}
    day = found.get("spridningstillstand_datum", "")
    if day:
        known = date(day)
        if known is None:
            raise StoreError(
                tr("Spridningstillståndets datum är ”{value}”. Skriv det som 2026-11-20, eller lämna det tomt.").format(
                    value=day[:40]
                )
            )
        found["spridningstillstand_datum"] = known
    return found
