"""Metadata of a delivery after ISO 19115 (encoded as ISO 19139): the fields of the national profile that we know.

Contact is an organisation and its role, never a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Iterator

from ... import document_texts
from ...catalogue.model import Text
from ...errors import ExportError
from ...i18n import tr
from ...printable_text import for_xml
from ...store.gpkg.records import Snapshot
from ...store.schema.tables import SRID
from ..stamp import EditionStamp

STANDARD = "http://www.isotc211.org/2005/gmd"
_PROGRESS = {"antagen": "completed"}
_LANGUAGES = {"sv": "swe", "en": "eng"}
_SOURCES = Text("Underlag: {kallor}.", "Sources: {kallor}.")
_MADE_WITH = Text("Ritad i {verktyg}.", "Drawn in {verktyg}.")


@dataclass(frozen=True)
class MetadataFacts:
    """What is said about an edition beside its content."""

    stamp: EditionStamp
    made_at: str
    """UTC, ISO 8601 with Z."""
    licence: str
    permission: str
    """Permission to publish (spridningstillstånd), as the region recorded it; '' when none is recorded."""
    sources: tuple[str, ...]
    principle: str
    """The sentence that this is a picture of principle."""
    tool: str
    reference: str = ""
    """The region's own reference (diarienummer)."""


def iso_metadata(snapshot: Snapshot, about: MetadataFacts, further: str = "") -> str:
    """The metadata as XML. `further`: what else a reader must know."""
    head, stamp = snapshot.head, about.stamp
    language, permission = _LANGUAGES.get(head.sprak, "swe"), document_texts.PERMISSION.in_language(head.sprak)
    constraints = "".join(
        f"<gmd:resourceConstraints><gmd:MD_LegalConstraints>{_code(kind, 'MD_RestrictionCode', 'otherRestrictions')}"
        f"<gmd:otherConstraints>{_text(text)}</gmd:otherConstraints></gmd:MD_LegalConstraints>"
        "</gmd:resourceConstraints>\n"
        for kind, text in (
            ("gmd:useConstraints", about.licence),
            ("gmd:accessConstraints", about.permission and f"{permission}: {about.permission}"),
        )
        if text
    )
    words = document_texts.REFERENCE.in_language(head.sprak)
    reference = f"<gmd:otherCitationDetails>{_text(f'{words} {about.reference}')}</gmd:otherCitationDetails>"
    abstract = " ".join(filter(None, (head.beskrivning, f"{stamp.status_namn}.", about.principle)))
    lineage = _lineage(about, head.sprak)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<gmd:MD_Metadata xmlns:gmd="{STANDARD}" xmlns:gco="http://www.isotc211.org/2005/gco">
<gmd:fileIdentifier>{_text(head.strukturbild_id)}</gmd:fileIdentifier>
<gmd:language>{_text(language)}</gmd:language>
{_code("gmd:characterSet", "MD_CharacterSetCode", "utf8")}
{_code("gmd:hierarchyLevel", "MD_ScopeCode", "dataset")}
<gmd:contact>{_party(head.organisation)}</gmd:contact>
<gmd:dateStamp><gco:Date>{escape(stamp.datum)}</gco:Date></gmd:dateStamp>
<gmd:metadataStandardName>{_text("ISO 19115")}</gmd:metadataStandardName>
<gmd:metadataStandardVersion>{_text("ISO 19115:2003/Cor.1:2006")}</gmd:metadataStandardVersion>
<gmd:referenceSystemInfo><gmd:MD_ReferenceSystem><gmd:referenceSystemIdentifier><gmd:RS_Identifier><gmd:code>\
{_text(f"EPSG:{SRID}")}</gmd:code></gmd:RS_Identifier></gmd:referenceSystemIdentifier></gmd:MD_ReferenceSystem>\
</gmd:referenceSystemInfo>
<gmd:identificationInfo><gmd:MD_DataIdentification>
<gmd:citation><gmd:CI_Citation><gmd:title>{_text(head.titel)}</gmd:title>
<gmd:date><gmd:CI_Date><gmd:date><gco:Date>{escape(stamp.datum)}</gco:Date></gmd:date>\
{_code("gmd:dateType", "CI_DateTypeCode", "publication")}</gmd:CI_Date></gmd:date>
<gmd:edition>{_text(str(stamp.nummer))}</gmd:edition>
<gmd:identifier><gmd:MD_Identifier><gmd:code>{_text(stamp.fingeravtryck)}</gmd:code></gmd:MD_Identifier>\
</gmd:identifier>{reference if about.reference else ""}</gmd:CI_Citation></gmd:citation>
<gmd:abstract>{_text(abstract)}</gmd:abstract>
{_code("gmd:status", "MD_ProgressCode", _PROGRESS.get(stamp.status, "underDevelopment"))}
<gmd:pointOfContact>{_party(head.organisation)}</gmd:pointOfContact>
<gmd:resourceMaintenance><gmd:MD_MaintenanceInformation>\
{_code("gmd:maintenanceAndUpdateFrequency", "MD_MaintenanceFrequencyCode", "asNeeded")}\
</gmd:MD_MaintenanceInformation></gmd:resourceMaintenance>
{constraints}{_code("gmd:spatialRepresentationType", "MD_SpatialRepresentationTypeCode", "vector")}
<gmd:language>{_text(language)}</gmd:language>
<gmd:topicCategory><gmd:MD_TopicCategoryCode>planningCadastre</gmd:MD_TopicCategoryCode></gmd:topicCategory>
<gmd:extent><gmd:EX_Extent><gmd:description>{_text(", ".join(area.namn for area in snapshot.areas))}\
</gmd:description>{_box(snapshot)}</gmd:EX_Extent></gmd:extent>
{_supplement(further)}</gmd:MD_DataIdentification></gmd:identificationInfo>
<gmd:dataQualityInfo><gmd:DQ_DataQuality><gmd:scope><gmd:DQ_Scope>\
{_code("gmd:level", "MD_ScopeCode", "dataset")}</gmd:DQ_Scope></gmd:scope>
<gmd:lineage><gmd:LI_Lineage><gmd:statement>{_text(lineage)}\
</gmd:statement></gmd:LI_Lineage></gmd:lineage></gmd:DQ_DataQuality></gmd:dataQualityInfo>
</gmd:MD_Metadata>
"""


def _lineage(about: MetadataFacts, language: str) -> str:
    """How it came about, as sentences: what the picture is, each source, and what it was made with."""
    made = _MADE_WITH.in_language(language).format(verktyg=about.tool)
    sources = _SOURCES.in_language(language).format(kallor="; ".join(one.rstrip(".") for one in about.sources))
    return " ".join((about.principle, *([sources] if about.sources else []), made))


def _supplement(text: str) -> str:
    return f"<gmd:supplementalInformation>{_text(text)}</gmd:supplementalInformation>\n" if text else ""


def _text(text: str) -> str:
    return f"<gco:CharacterString>{escape(for_xml(text))}</gco:CharacterString>"


def _code(element: str, code_list: str, value: str) -> str:
    address = f"http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#{code_list}"
    code = f'<gmd:{code_list} codeList="{address}" codeListValue="{value}">{value}</gmd:{code_list}>'
    return f"<{element}>{code}</{element}>"


def _party(organisation: str) -> str:
    role = _code("gmd:role", "CI_RoleCode", "owner")
    name = f"<gmd:organisationName>{_text(organisation)}</gmd:organisationName>"
    if not organisation.strip():
        name = '<gmd:organisationName gco:nilReason="missing"/>'
    return f"<gmd:CI_ResponsibleParty>{name}{role}</gmd:CI_ResponsibleParty>"


def _box(snapshot: Snapshot) -> str:
    """The extent of areas and objects in degrees, as the standard wants it."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    from ...store.geometry.transforms import transform_between

    corners = [QgsRectangle(*bounds) for bounds in _bounds(snapshot)]
    if not corners:
        return ""
    whole = corners[0]
    for corner in corners[1:]:
        whole.combineExtentWith(corner)
    here, degrees = (QgsCoordinateReferenceSystem(f"EPSG:{code}") for code in (SRID, 4326))
    box = transform_between(here, degrees).transformBoundingBox(whole)
    if not QgsRectangle(-180, -90, 180, 90).contains(box):
        raise ExportError(tr("QGIS kan inte räkna om koordinater just nu. Spara, starta om QGIS och gör om utgåvan."))
    sides = (
        ("westBoundLongitude", box.xMinimum()),
        ("eastBoundLongitude", box.xMaximum()),
        ("southBoundLatitude", box.yMinimum()),
        ("northBoundLatitude", box.yMaximum()),
    )
    inside = "".join(f"<gmd:{name}><gco:Decimal>{value:.4f}</gco:Decimal></gmd:{name}>" for name, value in sides)
    return (
        f"<gmd:geographicElement><gmd:EX_GeographicBoundingBox>{inside}"
        "</gmd:EX_GeographicBoundingBox></gmd:geographicElement>"
    )


def _bounds(snapshot: Snapshot) -> Iterator[tuple[float, float, float, float]]:
    from ...store.gpkg.wkb import bounds

    for shape in (*(area.wkb for area in snapshot.areas), *(record.wkb for record in snapshot.objects)):
        found = bounds(shape) if shape else None
        if found:
            yield found
