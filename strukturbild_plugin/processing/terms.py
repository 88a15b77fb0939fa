"""What is said of licence, permission to publish and reference in the parameters of `add_terms`."""

from __future__ import annotations

from typing import Any

from ..i18n import tr
from .base import TERMS, AlgorithmInputs


def terms_in(inputs: AlgorithmInputs) -> dict[str, Any]:
    """What was said in the parameters, by the column of `strukturbild`. Raises StoreError for what is no date."""
    from ..errors import StoreError
    from ..printable_text import one_line
    from ..store.importing.values import date

    found = {column: one_line(inputs.text(name)) for name, column in TERMS.items()}
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
