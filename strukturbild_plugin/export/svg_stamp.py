"""Who an SVG is: title, description and the edition's stamp in its metadata, with a digest of all it shows."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

from ..errors import ExportError
from ..i18n import tr
from .outcome import Expected, same_family, text_problems
from .pdf_content import squeezed
from .pdf_identity import NAMESPACE
from .safe_xml import read_xml
from .stamp import SHORT, Stamp

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DC = "http://purl.org/dc/elements/1.1/"
_SVG = "{http://www.w3.org/2000/svg}"
_NO_DIGEST = "0" * 64
_DIGEST = re.compile(r"(<sb:innehall>)([0-9a-f]{64})(</sb:innehall>)")
MOST_BYTES = 200_000_000


@dataclass(frozen=True)
class SvgIdentity:
    """What the file shall say about itself."""

    titel: str
    om: str
    organisation: str
    sprak: str
    tid: str
    verktyg: str
    licens: str
    stamp: Stamp


@dataclass(frozen=True)
class SvgStamp:
    """The stamp found in a file, and whether it is as it was when it was made."""

    nummer: int
    datum: str
    status: str
    fingeravtryck: str
    orord: bool
    synlig: bool
    """The short fingerprint stands in the drawing's text."""


def described(svg: str, identity: SvgIdentity) -> str:
    """`svg` (an svg element) as a whole file with title, description and metadata first in it."""
    start = svg.index(">") + 1
    head = f"<title>{escape(identity.titel)}</title><desc>{escape(identity.om)}</desc>{_metadata(identity)}"
    whole = f'<?xml version="1.0" encoding="UTF-8"?>\n{svg[:start]}{head}{svg[start:]}\n'
    return _DIGEST.sub(rf"\g<1>{_digest(whole)}\g<3>", whole, count=1)


def read_svg_stamp(path: Path) -> SvgStamp | None:
    """The stamp in an SVG; None when it carries none. ExportError when it is no SVG."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError("size")
        text = path.read_bytes().decode("utf-8")
        root = read_xml(text)
        if root.tag != f"{_SVG}svg":
            raise ValueError("root")
    except (OSError, ValueError) as error:
        raise ExportError(tr("Filen {path} går inte att läsa som SVG.").format(path=path)) from error
    said = {name: root.findtext(f".//{{{NAMESPACE}}}{name}", "") for name in _stamped_names()}
    if not said["fingeravtryck"] or not said["utgava"].isdigit():
        return None
    found = _DIGEST.search(text)
    shown = "".join("".join(element.itertext()) for element in root.iter(f"{_SVG}text"))
    return SvgStamp(
        nummer=int(said["utgava"]),
        datum=said["datum"],
        status=said["status"],
        fingeravtryck=said["fingeravtryck"],
        orord=bool(found and found[2] == _digest(text)),
        synlig=said["fingeravtryck"][:SHORT] in "".join(shown.split()),
    )


def svg_problems(path: Path, expected: Expected) -> tuple[str, ...]:
    """Everything that is wrong with a finished SVG, as sentences; empty when it is as it should be."""
    root = read_xml(path.read_bytes().decode("utf-8"))
    texts = squeezed("".join("".join(element.itertext()) for element in root.iter(f"{_SVG}text")))
    size = (root.get("width", ""), root.get("height", ""))
    wanted = tuple(f"{length:g}mm" for length in (expected.bredd_mm, expected.hojd_mm))
    found = list(text_problems(texts, expected))
    if size != wanted:
        sentence = tr("SVG-filen är {b} × {h} i stället för {wb} × {wh}.")
        found.append(sentence.format(b=size[0], h=size[1], wb=wanted[0], wh=wanted[1]))
    images = sum(1 for _image in root.iter(f"{_SVG}image"))
    if images > expected.bilder:
        found.append(tr("SVG-filen innehåller {n} rasterbilder i stället för bara linjer och text.").format(n=images))
    families = {element.get("font-family", "") for element in root.iter(f"{_SVG}text")}
    other = sorted(family for family in families if not same_family(family, expected.typsnitt))
    if expected.typsnitt and other:
        sentence = tr("SVG-filen har fått andra typsnitt än det som var tänkt: {namn}.")
        found.append(sentence.format(namn=", ".join(other)))
    return tuple(found)


def _digest(text: str) -> str:
    """Over the whole file but the place of the digest; line ends do not count."""
    plain = _DIGEST.sub(rf"\g<1>{_NO_DIGEST}\g<3>", text.replace("\r\n", "\n"), count=1)
    return hashlib.sha256(plain.encode("utf-8")).hexdigest()


def _stamped_names() -> tuple[str, ...]:
    return ("utgava", "datum", "status", "fingeravtryck")


def _metadata(identity: SvgIdentity) -> str:
    stamp = identity.stamp
    own = dict(zip(_stamped_names(), (str(stamp.nummer), stamp.datum, stamp.status, stamp.fingeravtryck)))
    stamped = "".join(f"<sb:{key}>{escape(value)}</sb:{key}>" for key, value in own.items())
    said = {
        "title": identity.titel,
        "creator": identity.organisation,
        "description": identity.om,
        "date": stamp.datum,
        "format": "image/svg+xml",
        "language": identity.sprak,
        "rights": identity.licens,
        "source": identity.verktyg,
    }
    core = "".join(f"<dc:{key}>{escape(value)}</dc:{key}>" for key, value in said.items() if value)
    return (
        f'<metadata><rdf:RDF xmlns:rdf="{_RDF}" xmlns:dc="{_DC}" xmlns:sb="{NAMESPACE}">'
        f'<rdf:Description rdf:about="">{core}{stamped}<sb:innehall>{_NO_DIGEST}</sb:innehall>'
        "</rdf:Description></rdf:RDF></metadata>"
    )
