"""The metadata of a PDF: title, author, language and the edition's stamp, written and read from the file alone.

QGIS leaves the file without title and language and with the user's login as author. Here the file gets what it should
have, the same bytes for the same input, and a digest of all that its pages show, so that a later change can be seen.
"""

from __future__ import annotations

import hashlib
import os
from html import escape
from pathlib import Path
from typing import Any

from ...bundled import pypdf
from ...errors import ExportError
from ...i18n import tr
from ..file_identity import FileIdentity
from ..sheets.stroke_opacity import restore_on_pages
from ..stamp import SHORT_LENGTH, EditionStamp, FoundStamp
from .empty_paths import drop_empty_paths
from .reader import POINTS_PER_MM, comparable_text, content_digest, open_pdf, page_text

NAMESPACE = "urn:strukturbild:utgava:1"
"""XML namespace of the stamp in the XMP metadata."""

_KEYS = {
    "nummer": "/StrukturbildUtgava",
    "datum": "/StrukturbildDatum",
    "status": "/StrukturbildStatus",
    "fingeravtryck": "/StrukturbildFingeravtryck",
}
_TERMS = {
    "licence": "/StrukturbildLicens",
    "permission": "/StrukturbildSpridningstillstand",
    "reference": "/StrukturbildDiarienummer",
}
_CONTENT = "/StrukturbildInnehall"
_LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
_SWEDISH = _LANGUAGES["sv"]
"""Also of a strukturbild whose language is none: its sheets are in Swedish."""
_BYTE_ORDER_MARKS = ("\xfe\xff", "\xff\xfe")


def set_identity(path: Path, identity: FileIdentity, trim_mm: float = 0.0, bleed_mm: float = 0.0) -> Any:
    """Give the PDF at `path` its identity; the file is replaced when the new one is whole.

    Gives the finished file as it was read back (a reader, as of `open_pdf`), for all else that is to be checked in it.
    `trim_mm`: from the edge of the page to the trimmed edge, on all sides. `bleed_mm`: how far colour runs beyond it.
    """
    library = pypdf()
    try:
        writer = library.PdfWriter(clone_from=open_pdf(path))
        restore_on_pages(writer)
        _set_boxes(library, writer, trim_mm, bleed_mm)
        drop_empty_paths(writer)
        digest = content_digest(writer)
        _describe(library, writer, identity, digest)
        beside = path.with_name(path.name + ".ny")
        try:
            with open(beside, "wb") as file:
                writer.write(file)
            finished = open_pdf(beside)
            if content_digest(finished) != digest:
                raise ExportError(tr("Kartans PDF gick inte att märka utan att sidan ändrades. Exportera igen."))
            os.replace(beside, path)
            return finished
        finally:
            beside.unlink(missing_ok=True)
    except library.errors.PyPdfError as error:
        raise ExportError(tr("Kartans PDF gick inte att märka med utgåvan. Exportera igen.")) from error


def name_document(path: Path, title: str, language: str) -> None:
    """Give a PDF that belongs to no edition its title and language ('sv' or 'en'), which readers say aloud and show."""
    library = pypdf()
    try:
        writer = library.PdfWriter(clone_from=open_pdf(path))
        drop_empty_paths(writer)
        writer.metadata = {"/Title": _described(title), "/Creator": "Strukturbild", "/Producer": "pypdf"}
        writer.pdf_header = "%PDF-1.7"
        _set_reading(library, writer, language)
        writer.write(path)
    except library.errors.PyPdfError as error:
        raise ExportError(tr("Filen {path} gick inte att skriva. Försök igen.").format(path=path)) from error


def read_stamp(path: Path) -> FoundStamp | None:
    """The stamp in the PDF at `path`; None when it carries none. ExportError when it is no PDF."""
    reader = open_pdf(path)
    info = reader.metadata or {}
    found = {name: str(info.get(key) or "") for name, key in _KEYS.items()}
    if not found["fingeravtryck"] or not found["nummer"].isdigit():
        return None
    short = found["fingeravtryck"][:SHORT_LENGTH]
    return FoundStamp(
        EditionStamp(int(found["nummer"]), found["datum"], found["status"], "", found["fingeravtryck"]),
        is_untouched=str(info.get(_CONTENT) or "") == content_digest(reader),
        is_visible=any(short in comparable_text(page_text(page)) for page in reader.pages),
    )


def _set_boxes(library: Any, writer: Any, trim_mm: float, bleed_mm: float) -> None:
    """Where the printer trims and how far colour runs (ISO 32000-1, 14.11.2); without bleed both are the page."""
    for page in writer.pages:
        whole = page.mediabox
        for box, inset in (("trimbox", trim_mm), ("bleedbox", trim_mm - bleed_mm)):
            points = max(0.0, inset) * POINTS_PER_MM
            sides = (whole.left + points, whole.bottom + points, whole.right - points, whole.top - points)
            setattr(page, box, library.generic.RectangleObject([round(float(side), 3) for side in sides]))


def _describe(library: Any, writer: Any, identity: FileIdentity, digest: str) -> None:
    generic = library.generic
    name = generic.NameObject
    moment = "D:" + "".join(sign for sign in identity.made_at if sign.isdigit())[:14] + "Z"
    stamp = identity.stamp
    described = {
        "/Title": identity.title,
        "/Author": identity.organisation,
        "/Subject": identity.description,
        "/Keywords": ", ".join(identity.keywords),
        "/Creator": identity.tool,
        "/Producer": "pypdf",
        "/CreationDate": moment,
        "/ModDate": moment,
        **{key: str(getattr(stamp, field)) for field, key in _KEYS.items()},
        **{key: getattr(identity, field) for field, key in _TERMS.items() if getattr(identity, field)},
        _CONTENT: digest,
    }
    writer.metadata = {key: _described(value) for key, value in described.items()}
    writer.pdf_header = "%PDF-1.7"  # pypdf would write 1.3, which knows no transparency
    _set_reading(library, writer, identity.language)
    packet = generic.DecodedStreamObject()
    packet.set_data(_xmp(identity, digest).encode("utf-8"))
    packet.update({name("/Type"): name("/Metadata"), name("/Subtype"): name("/XML")})
    writer.root_object[name("/Metadata")] = writer._add_object(packet)
    identifier = hashlib.sha256(f"{stamp.nummer} {stamp.fingeravtryck} {digest}".encode()).digest()[:16]
    writer._ID = generic.ArrayObject([generic.ByteStringObject(identifier), generic.ByteStringObject(identifier)])


def _set_reading(library: Any, writer: Any, language: str) -> None:
    """The language it is read in, and that its title is shown rather than the name of the file."""
    generic, root = library.generic, writer.root_object
    name = generic.NameObject
    root[name("/Lang")] = generic.TextStringObject(_LANGUAGES.get(language, _SWEDISH))
    preferences = generic.DictionaryObject({name("/DisplayDocTitle"): generic.BooleanObject(True)})
    root[name("/ViewerPreferences")] = preferences


def _described(value: str) -> str:
    """The text with a blank before what pypdf would take for the mark of an encoding, and refuse: "ÿþ", "þÿ"."""
    return f" {value}" if value.startswith(_BYTE_ORDER_MARKS) else value


def _xmp(identity: FileIdentity, digest: str) -> str:
    language = _LANGUAGES.get(identity.language, _SWEDISH)
    stamp = identity.stamp

    def alternative(content: str) -> str:
        items = "".join(f'<rdf:li xml:lang="{lang}">{escape(content)}</rdf:li>' for lang in ("x-default", language))
        return f"<rdf:Alt>{items}</rdf:Alt>"

    keywords = "".join(f"<rdf:li>{escape(word)}</rdf:li>" for word in identity.keywords)
    own = {
        "utgava": str(stamp.nummer),
        "datum": stamp.datum,
        "status": stamp.status,
        "fingeravtryck": stamp.fingeravtryck,
        "innehall": digest,
        "spridningstillstand": identity.permission,
        "diarienummer": identity.reference,
    }
    stamped = "".join(f"<sb:{key}>{escape(value)}</sb:{key}>" for key, value in own.items() if value)
    rights = f"<dc:rights>{alternative(identity.licence)}</dc:rights>\n" if identity.licence else ""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:sb="{NAMESPACE}">
<dc:format>application/pdf</dc:format>
<dc:title>{alternative(identity.title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>{escape(identity.organisation)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>{alternative(identity.description)}</dc:description>
<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>
<dc:subject><rdf:Bag>{keywords}</rdf:Bag></dc:subject>
{rights}<pdf:Keywords>{escape(", ".join(identity.keywords))}</pdf:Keywords>
<xmp:CreatorTool>{escape(identity.tool)}</xmp:CreatorTool>
<xmp:CreateDate>{escape(identity.made_at)}</xmp:CreateDate>
<xmp:ModifyDate>{escape(identity.made_at)}</xmp:ModifyDate>
{stamped}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
