"""The findings of a check as an HTML page."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from ..errors import StrukturbildError
from ..i18n import tr
from ..store.gpkg.file_copy import built_beside

_PAGE = """<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title><style>
body{{font:16px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 1em;color:#222;background:#fff}}
table{{border-collapse:collapse;width:100%}}th,td{{text-align:left;vertical-align:top;padding:.4em .8em .4em 0;
border-bottom:1px solid #ccc}}</style></head><body>
<h1>{title}</h1><p>{summary}</p>
<table><thead><tr>{heads}</tr></thead><tbody>
{rows}
</tbody></table></body></html>
"""


def as_html(title: str, findings: Sequence[Any]) -> str:
    """A page with one row per finding; every text escaped."""
    rows = [(finding.allvar, finding.lager, finding.mening, finding.forslag, finding.regel) for finding in findings]
    return table_page(
        tr("Granskning av {title}").format(title=title),
        tr("{n} anmärkningar.").format(n=len(findings)) if findings else tr("Inga anmärkningar."),
        (tr("Allvar"), tr("Lager"), tr("Vad"), tr("Förslag"), tr("Regel")),
        rows,
    )


def table_page(title: str, summary: str, heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A page with a heading, a sentence and a table; every text escaped."""
    cells = ("".join(f"<td>{escape(str(text or ''))}</td>" for text in row) for row in rows)
    return _PAGE.format(
        lang=tr("sv"),
        title=escape(title),
        summary=escape(summary),
        heads="".join(f'<th scope="col">{escape(head)}</th>' for head in heads),
        rows="\n".join(f"<tr>{row}</tr>" for row in cells),
    )


def write_text(path: Path, text: str) -> None:
    """Write a whole file in one step, in a folder that is made when it is not there. Raises StrukturbildError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StrukturbildError(
            tr("Filen {path} kunde inte skrivas: {reason}. Välj en annan plats.").format(
                path=path, reason=error.strerror
            )
        ) from error
    with built_beside(path) as temporary:
        temporary.write_text(text, encoding="utf-8")
