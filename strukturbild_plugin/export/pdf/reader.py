"""What a finished PDF holds, read from the file alone: text, fonts, images, pages, a digest of all that is shown."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator

from ...bundled import pypdf
from ...errors import ExportError
from ...i18n import tr

POINTS_PER_MM = 72 / 25.4

_NOT_SHOWN = frozenset({"/Parent", "/StructParents", "/StructParent", "/Length", "/Filter", "/DecodeParms"})
# Each begins with the letters it looks for: what goes before them is asked only where they stand, and not everywhere
# in a drawing of many megabytes.
_INLINE_IMAGE = re.compile(rb"BI(?<!\SBI)\s+/[\s\S]{1,400}?\sID\s")
_TEXT_OBJECT = re.compile(rb"BT(?<=\sBT)\s.*?\sET(?=\s)", re.DOTALL)
_SUBSET = re.compile(r"^[A-Z]{6}\+")


@dataclass(frozen=True)
class FontFact:
    """A font of the file."""

    name: str
    is_embedded: bool


@dataclass(frozen=True)
class PdfFacts:
    """What is in a PDF."""

    page_count: int
    width_mm: float
    height_mm: float
    """Size of the first page."""
    image_count: int
    fonts: tuple[FontFact, ...]
    text: str
    """Text of all pages, as read out of the file."""
    page_texts: tuple[str, ...] = ()
    """The text of each page, without blanks."""
    page_sizes: tuple[tuple[float, float], ...] = ()
    """Width and height of each page in mm."""

    def shows(self, wanted: str) -> bool:
        """Whether `wanted` stands in the file, however it is broken into lines or pieces."""
        return comparable_text(wanted) in comparable_text(self.text)


def comparable_text(text: str) -> str:
    """`text` without blanks, ligatures and what cannot be seen, to compare what a PDF says with what it should say."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    return plain if plain.isprintable() else "".join(filter(str.isprintable, plain))


def open_pdf(path: Path) -> Any:
    """A reader of the file; ExportError when it is no PDF."""
    library = pypdf()
    try:
        reader = library.PdfReader(str(path))
        len(reader.pages)
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
        library.errors.PyPdfError,
    ) as error:
        raise ExportError(tr("Filen {path} går inte att läsa som PDF.").format(path=path)) from error
    return reader


def read_facts(path: Path) -> PdfFacts:
    """What is in the PDF at `path`."""
    return facts_of(open_pdf(path))


def facts_of(reader: Any) -> PdfFacts:
    """What is in the PDF that `open_pdf` opened."""
    width, height = _size(reader.pages[0]) if len(reader.pages) else (0.0, 0.0)
    fonts: set[FontFact] = set()
    images = 0
    for item in all_objects(reader):
        if item.get("/Subtype") == "/Image":
            images += 1
        elif item.get("/Type") == "/Font":
            fonts.update(_fonts(item))
    texts = [page_text(page) for page in reader.pages]
    return PdfFacts(
        page_count=len(reader.pages),
        width_mm=width,
        height_mm=height,
        image_count=images + sum(len(_INLINE_IMAGE.findall(page_drawing(page))) for page in reader.pages),
        fonts=tuple(sorted(fonts, key=lambda font: font.name)),
        text="\n".join(texts),
        page_texts=tuple(map(comparable_text, texts)),
        page_sizes=tuple(_size(page) for page in reader.pages),
    )


def _size(page: Any) -> tuple[float, float]:
    return float(page.mediabox.width) / POINTS_PER_MM, float(page.mediabox.height) / POINTS_PER_MM


def page_text(page: Any) -> str:
    """The text of a page. Only its text objects are read: a map's drawing is thousands of times longer."""
    generic = pypdf().generic
    drawing = page_drawing(page)
    if not drawing:
        return ""
    texts = _TEXT_OBJECT.findall(drawing)
    if not all(b" Tf" in text for text in texts):
        return str(page.extract_text())  # fonts are chosen outside the text objects; then all of it has to be followed
    short = generic.DecodedStreamObject()
    short.set_data(b"\n".join(texts))
    whole = page.raw_get("/Contents")
    page[generic.NameObject("/Contents")] = short
    try:
        return str(page.extract_text())
    finally:
        page[generic.NameObject("/Contents")] = whole


def content_digest(reader: Any) -> str:
    """Hex SHA-256 over all that the pages show: drawing, text, fonts, images, page sizes, notes; not the metadata."""
    digest = hashlib.sha256()
    for page in reader.pages:
        _hash_object(page, digest, {})
    return digest.hexdigest()


def all_objects(reader: Any) -> Iterator[Any]:
    """Every dictionary and stream the pages lead to, each once."""
    seen: set[tuple[int, int]] = set()
    waiting: list[Any] = list(reader.pages)
    while waiting:
        item = waiting.pop()
        reference = getattr(item, "idnum", None)
        if reference is not None:
            key = (reference, item.generation)
            if key in seen:
                continue
            seen.add(key)
            item = item.get_object()
        if isinstance(item, dict):
            yield item
            waiting.extend(value for key, value in item.items() if key not in _NOT_SHOWN)
        elif isinstance(item, list):
            waiting.extend(item)


def _hash_object(item: Any, digest: Any, seen: dict[tuple[int, int], int]) -> None:
    """Feed `item` and what it leads to into `digest`; something met before is fed as its place in the order met."""
    reference = getattr(item, "idnum", None)
    if reference is not None:
        key = (reference, item.generation)
        if key in seen:
            digest.update(b"@%d" % seen[key])
            return
        seen[key] = len(seen)
        item = item.get_object()
    if isinstance(item, dict):
        digest.update(b"<")
        for name in sorted(item):
            if name not in _NOT_SHOWN:
                digest.update(str(name).encode())
                _hash_object(dict.__getitem__(item, name), digest, seen)
        if hasattr(item, "get_data"):
            data = item.get_data()
            digest.update(b"%d:" % len(data) + data)
        digest.update(b">")
    elif isinstance(item, list):
        digest.update(b"[")
        for place in range(len(item)):
            _hash_object(list.__getitem__(item, place), digest, seen)
        digest.update(b"]")
    else:
        data = item if isinstance(item, bytes) else str(item).encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data) + data)


def page_drawing(page: Any) -> bytes:
    """All that the page draws, between two line ends; empty when it draws nothing."""
    contents = page.get_contents()
    return b"\n" + contents.get_data() + b"\n" if contents is not None else b""


def _fonts(font: Any) -> Iterator[FontFact]:
    """The font, or the ones a composite font is made of."""
    below = font.get("/DescendantFonts")
    if below is not None:
        return
    descriptor = font.get("/FontDescriptor")
    descriptor = descriptor.get_object() if descriptor is not None else {}
    embedded = any(f"/FontFile{ending}" in descriptor for ending in ("", "2", "3")) or font.get("/Subtype") == "/Type3"
    yield FontFact(font_name(font), embedded)


def font_name(font: Any) -> str:
    """The font's name, without the letters that say it is part of one."""
    return _SUBSET.sub("", str(font.get("/BaseFont", "/"))[1:])
