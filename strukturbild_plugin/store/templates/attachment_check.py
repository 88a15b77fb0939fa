"""Logos, layouts and styles as whoever gets a template will use them: what cannot be used there is refused here."""

from __future__ import annotations

from typing import Callable, Iterator, Mapping

from ...errors import CatalogueError, ExportError
from ...sanitize import png, qml, qpt, svg
from ...sanitize.content import Clean, ContentError
from ..gpkg.attachments import LAYOUT, LOGO, STYLE
from ..gpkg.records import Attachment

_SANITIZERS: Mapping[str, Callable[[bytes], Clean]] = {
    "svg": svg.clean,
    "png": png.clean,
    "qml": qml.clean,
    "qpt": qpt.clean,
}


def cleaned(attachment: Attachment) -> Clean:
    """The attachment's content sanitized, by the ending of its name. Raises ContentError."""
    return _SANITIZERS[attachment.namn.rpartition(".")[2].lower()](attachment.innehall)


def unusable_parts(attachment: Attachment, family: str = "") -> Iterator[tuple[int, str]]:
    """Line and sentence of everything that makes a logo, layout or style unfit to be shared."""
    try:
        clean = cleaned(attachment)
    except ContentError as error:
        harmful = [each for each in error.removed if each.harmful and each.sentence]
        yield from dict.fromkeys((each.line, each.sentence) for each in (*harmful, *error.faults))
        return
    yield from dict.fromkeys((each.line, each.sentence) for each in clean.harmful() if each.sentence)
    if not clean.harmful():
        yield from ((0, sentence) for sentence in _FAULT_FINDERS[attachment.slag](attachment, family))


def _logo(attachment: Attachment, _family: str) -> Iterator[str]:
    from ...cartography.layout.logos import read_logo

    try:
        read_logo(attachment.namn, attachment.innehall)
    except ExportError as error:
        yield str(error)


def _style(attachment: Attachment, family: str) -> Iterator[str]:
    from ...cartography.custom_styles.qml_style import clean_style
    from ...cartography.typography.fonts import family_or_shipped

    try:
        clean_style(attachment.innehall, family_or_shipped(family))
    except CatalogueError as error:
        yield from error.problems or (str(error),)


def _layout(attachment: Attachment, _family: str) -> Iterator[str]:
    from ...cartography.layout.layout_ids import missing_items, missing_items_text

    lacking = missing_items(qpt.clean(attachment.innehall).content)
    if lacking:
        yield missing_items_text(lacking)


_FAULT_FINDERS: Mapping[str, Callable[[Attachment, str], Iterator[str]]] = {LOGO: _logo, STYLE: _style, LAYOUT: _layout}
