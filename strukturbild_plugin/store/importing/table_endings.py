"""How the files are called that goals are read out of."""

from __future__ import annotations

TEXT_ENDINGS, SPREADSHEET_ENDINGS = (".csv", ".txt", ".tsv", ".tab"), (".xlsx", ".xlsm", ".ods")
TABLE_ENDINGS = (*TEXT_ENDINGS, *SPREADSHEET_ENDINGS)
