"""The columns that came with version 3 of the tables: in an older file, one of that name is somebody's own."""

from __future__ import annotations

from typing import Mapping

FIRST_WITH_THEM = 3
LATER_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "strukturbild": (
        *("licens", "spridningstillstand", "spridningstillstand_datum", "diarienummer"),
        *("op_standard", "op_version"),
    ),
    "bild": ("utgar_fran", "remissomgang", "ses_over"),
    "malsamling": (
        *("serie", "reviderad", "giltig_till", "ersatter", "kontrollerad"),
        *("omfattning", "nivakallor", "adresser", "biblioteksversion"),
    ),
    "mal": ("kalla", "tillganglighet", "ersatter", "vikt", "prioriterat"),
    "kommentar": ("svar_pa", "workshop_id", "aktor", "svar", "remissomgang"),
    "rost": ("bild_id", "workshop_id", "x", "y"),
    "logg": ("grupp", "handelse_id"),
    "varde": ("kalla",),
    "klass": ("roller", "motesavstand"),
    "niva": ("kalla", "undertyper"),
}
