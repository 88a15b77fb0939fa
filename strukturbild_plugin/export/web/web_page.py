"""The web page of an edition: one HTML file that needs nothing else, readable by everybody and every reader."""

from __future__ import annotations

import base64
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Mapping

from qgis.core import QgsRectangle

from ... import paths
from ...document_texts import area_text
from ...errors import ExportError
from ...i18n import tr
from ...printable_snapshot import readable
from ...store.gpkg.records import Snapshot
from ..delivery.iso19139 import MetadataFacts
from ..sheets.picture_sheet import reaches
from ..sheets.sheet_context import extent_of
from ..stamp import FoundStamp
from ..svg.self_digest import NO_DIGEST, STAMPED, place_of_digest, stamp_of, with_digest
from .page_content import goal_parts, picture_parts
from .page_coverage import coverage_parts
from .page_legend import LegendGroup, legend_groups, own_marks
from .page_news import NewsPart
from .page_texts import PAGE_TEXTS

TEMPLATE = "webb.html"
_PLACE = place_of_digest('<meta name="strukturbild-innehall" content="', '">')
_MAX_BYTES = 200_000_000


def write_page(
    path: Path,
    snapshot: Snapshot,
    about: MetadataFacts,
    previews: Mapping[str, Path],
    links: Mapping[str, str],
    news: NewsPart | None = None,
) -> None:
    """Write the page. `previews`: PNG per bild_id; `links`: file names beside it, 'karta:<bild_id>' and 'leverans'.

    `news`: what is new since the edition before.
    """
    snapshot = readable(snapshot)
    language = snapshot.head.sprak
    legends = _legends(snapshot)
    page = _environment().get_template(TEMPLATE)
    html = page.render(
        words={name: text.in_language(language) for name, text in PAGE_TEXTS.items()},
        language=language if language in ("sv", "en") else "sv",
        head=snapshot.head,
        area=", ".join(area_text(area.namn, language) for area in snapshot.areas),
        stamp=about.stamp,
        about=about,
        pictures=picture_parts(snapshot),
        goal_sets=goal_parts(snapshot),
        coverage=coverage_parts(snapshot),
        legends=legends,
        own_marks={bild_id: own_marks(snapshot, legend) for bild_id, legend in legends.items()},
        beyond=_beyond_the_map(snapshot),
        maps={bild_id: _inlined(png) for bild_id, png in previews.items()},
        links=links,
        news=news,
        digest=NO_DIGEST,
    )
    path.write_bytes(with_digest(html, _PLACE).encode("utf-8"))


def read_page_stamp(path: Path) -> FoundStamp | None:
    """The stamp in a page; None when it carries none. ExportError when it cannot be read."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise ValueError("size")
        html = path.read_bytes().decode("utf-8")
    except (OSError, ValueError) as error:
        raise ExportError(tr("Filen {path} går inte att läsa som webbsida.").format(path=path)) from error
    reader = _PageReader()
    reader.feed(html)
    stated = {name: reader.meta.get(f"strukturbild-{name}", "") for name in STAMPED}
    return stamp_of(stated, html, _PLACE, "".join(reader.text))


class _PageReader(HTMLParser):
    """Meta elements and visible text of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.text: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        values = dict(attrs)
        if tag == "meta" and values.get("name"):
            self.meta[str(values["name"])] = values.get("content") or ""
        elif tag in ("style", "script", "title"):
            self._silent += 1

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if tag in ("style", "script", "title"):
            self._silent = max(0, self._silent - 1)

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        if not self._silent:
            self.text.append(data)


def _environment() -> Any:
    """A jinja2 that escapes everything and cannot reach beyond what it is given."""
    try:
        from jinja2 import FileSystemLoader, StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment
    except ImportError as error:
        raise ExportError(tr("Programbiblioteket jinja2 saknas i QGIS, så webbsidan kan inte göras.")) from error
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(str(paths.PAGES)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _legends(snapshot: Snapshot) -> dict[str, tuple[LegendGroup, ...]]:
    """The legend of each picture."""
    return {
        picture.bild_id: legend_groups(
            snapshot, [record for record in snapshot.objects if record.bild_id == picture.bild_id and record.wkb]
        )
        for picture in snapshot.pictures
    }


def _beyond_the_map(snapshot: Snapshot) -> frozenset[str]:
    """The pictures (bild_id) with objects that lie outside the area that every map shows."""
    extents: dict[str, QgsRectangle] = {}  # of regions with long coasts: reckoned once for a picture
    found: set[str] = set()
    for record in snapshot.objects:
        if record.wkb and record.bild_id not in found:
            extent = extents.get(record.bild_id)
            if extent is None:
                extent = extents[record.bild_id] = extent_of(snapshot, record.bild_id)
            if not reaches(record.wkb, extent):
                found.add(record.bild_id)
    return frozenset(found)


def _inlined(png: Path) -> str:
    return "data:image/png;base64," + base64.b64encode(png.read_bytes()).decode("ascii")
