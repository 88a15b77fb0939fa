"""The metadata of an SVG file: title, description, the edition's stamp, and a digest of all it shows."""

from __future__ import annotations

from html import escape
from pathlib import Path

from ...errors import ExportError
from ...i18n import tr
from ...sanitize import xml
from ...sanitize.content import ContentError
from ..file_identity import FileIdentity
from ..pdf.metadata import NAMESPACE
from ..pdf.output_check import same_family, text_problems
from ..pdf.reader import comparable_text
from ..sheet_facts import SheetFacts
from ..stamp import FoundStamp
from .self_digest import NO_DIGEST, STAMPED, place_of_digest, stamp_of, with_digest

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DC = "http://purl.org/dc/elements/1.1/"
_SVG = "{http://www.w3.org/2000/svg}"
_PLACE = place_of_digest("<sb:innehall>", "</sb:innehall>")
MAX_BYTES = 200_000_000


def with_metadata(svg: str, identity: FileIdentity) -> str:
    """`svg` (an svg element) as a whole file with title, description and metadata first in it."""
    start = svg.index(">") + 1
    head = f"<title>{escape(identity.title)}</title><desc>{escape(identity.description)}</desc>{_metadata(identity)}"
    whole = f'<?xml version="1.0" encoding="UTF-8"?>\n{svg[:start]}{head}{svg[start:]}\n'
    return with_digest(whole, _PLACE)


def read_svg_stamp(path: Path) -> FoundStamp | None:
    """The stamp in an SVG; None when it carries none. ExportError when it is no SVG."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ValueError("size")
        text = path.read_bytes().decode("utf-8")
        root = xml.read(text).root
        if root.tag != f"{_SVG}svg":
            raise ValueError("root")
    except (OSError, ValueError, ContentError) as error:
        raise ExportError(tr("Filen {path} går inte att läsa som SVG.").format(path=path)) from error
    stated = {name: root.findtext(f".//{{{NAMESPACE}}}{name}", "") for name in STAMPED}
    shown = "".join("".join(element.itertext()) for element in root.iter(f"{_SVG}text"))
    return stamp_of(stated, text, _PLACE, shown)


def svg_problems(path: Path, expected: SheetFacts) -> tuple[str, ...]:
    """Everything that is wrong with a finished SVG, as sentences; empty when it is as it should be."""
    root = xml.read(path.read_bytes()).root
    texts = comparable_text("".join("".join(element.itertext()) for element in root.iter(f"{_SVG}text")))
    size = (root.get("width", ""), root.get("height", ""))
    wanted = tuple(f"{length:g}mm" for length in (expected.width_mm, expected.height_mm))
    found = list(text_problems(texts, expected))
    if size != wanted:
        sentence = tr("SVG-filen är {b} × {h} i stället för {wb} × {wh}.")
        found.append(sentence.format(b=size[0], h=size[1], wb=wanted[0], wh=wanted[1]))
    images = sum(1 for _image in root.iter(f"{_SVG}image"))
    if images > expected.images:
        found.append(tr("SVG-filen innehåller {n} rasterbilder i stället för bara linjer och text.").format(n=images))
    families = {element.get("font-family", "") for element in root.iter(f"{_SVG}text")}
    other = sorted(family for family in families if not same_family(family, expected.typeface))
    if expected.typeface and other:
        sentence = tr("SVG-filen har fått andra typsnitt än det som var tänkt: {namn}.")
        found.append(sentence.format(namn=", ".join(other)))
    return tuple(found)


def _metadata(identity: FileIdentity) -> str:
    stamp = identity.stamp
    own = dict(zip(STAMPED, (str(stamp.nummer), stamp.datum, stamp.status, stamp.fingeravtryck)))
    stamped = "".join(f"<sb:{key}>{escape(value)}</sb:{key}>" for key, value in own.items())
    stated = {
        "title": identity.title,
        "creator": identity.organisation,
        "description": identity.description,
        "date": stamp.datum,
        "format": "image/svg+xml",
        "language": identity.language,
        "rights": identity.licence,
        "identifier": identity.reference,
        "source": identity.tool,
    }
    core = "".join(f"<dc:{key}>{escape(value)}</dc:{key}>" for key, value in stated.items() if value)
    return (
        f'<metadata><rdf:RDF xmlns:rdf="{_RDF}" xmlns:dc="{_DC}" xmlns:sb="{NAMESPACE}">'
        f'<rdf:Description rdf:about="">{core}{stamped}<sb:innehall>{NO_DIGEST}</sb:innehall>'
        "</rdf:Description></rdf:RDF></metadata>"
    )
