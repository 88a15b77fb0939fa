"""The QGIS project inside a delivery: only what a receiver sees, and a word on the map when the file has a new name.

QGIS finds the layers of such a project by the file's name (qgis/QGIS#37440), so in a renamed copy they are lost, and
beside the original they are silently those of the original. A project cannot mend that, but QGIS draws its title
decoration without any layer: it stays empty as long as the name is right, and else says what to do.
"""

from __future__ import annotations

import binascii
import io
import json
import re
import zipfile
from xml.etree import ElementTree

from ...catalogue.model import Text
from ...store.qgis_project.project_blob import PROJECT_NAME
from ...store.schema.tables import HEAD

RENAMED = Text(
    "Filen har bytt namn.\nKartan visar därför inga lager, eller lagren ur en annan fil.\n"
    "Ge filen namnet {namn} igen,\neller börja ett nytt projekt och dra in lagren ur filen: stilarna följer med.\n"
    "Har filen flera bilder: filtrera sedan på kolumnen bild.",
    "The file has a new name.\nSo the map shows no layers, or the layers of another file.\n"
    "Name the file {namn} again,\nor start a new project and drag the layers in from the file: the styles come along.\n"
    "If the file has several pictures, then filter by the column bild.",
)
"""Said on the map of a renamed file."""

RENAMING = Text(
    "Projektet i filen hittar sina lager genom filens namn, {namn}, och öppnas rätt i vilken mapp som helst så länge "
    "namnet är kvar. Ge en omdöpt fil namnet igen, eller börja ett nytt projekt och dra in lagren ur filen: stilarna "
    "följer med. Har filen flera bilder: filtrera sedan på kolumnen bild.",
    "The project in the file finds its layers by the file's name, {namn}, and opens in any folder as long as the name "
    "is kept. Name a renamed file so again, or start a new project and drag the layers in from the file: the styles "
    "come along. If the file has several pictures, then filter by the column bild.",
)
"""Said in the table about the delivery and in its metadata."""

_FONT = (
    '<text-style fontFamily="Lato" fontSize="12" fontSizeUnit="Point" fontWeight="75" textColor="160,30,30,255">'
    '<text-buffer bufferDraw="1" bufferSize="1.2" bufferSizeUnits="MM" bufferColor="255,255,255,255"/></text-style>'
)
_BOTTOM_CENTRE = "5"
"""The top of the map is where QGIS lays its messages."""
_STYLE_PART = re.compile(
    r"<(renderer-v2|labeling|fieldConfiguration|attributeEditorForm|constraints|aliases|defaults)\b(?:[^>]*[^/])?>.*?</\1>",
    re.DOTALL,
)
_MARK = re.compile(r"<DEL(\d+)DEL />")


def delivery_project(text: str, final_name: str, about: str, about_style: str, language: str) -> str:
    """The project of a delivery, packed, from that of the strukturbild (`text`): the table `about` on top.

    `final_name`: the file name that the delivery gets. `about_style`: the QML of that table.
    """
    small, parts = _without_style_parts(text)
    tree = _parsed(small)
    _replace_head(tree, about, about_style, language)
    _remove_empty_groups(tree)
    _say_renamed(tree, final_name, language)
    return _packed(_MARK.sub(lambda mark: parts[int(mark[1])], ElementTree.tostring(tree, encoding="unicode")))


def _packed(text: str) -> str:
    """Project XML as QGIS keeps it in a GeoPackage, packed as small as it gets: it is packed once and read by many."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        # The time of packing would make two deliveries of one edition differ.
        archive.writestr(zipfile.ZipInfo(f"{PROJECT_NAME}.qgs", (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED, 9)
    return binascii.hexlify(buffer.getvalue()).decode("ascii")


def _without_style_parts(text: str) -> tuple[str, list[str]]:
    """Project XML with marks for the largest parts of its styles, which are put back as they stand, and those parts."""
    parts: list[str] = []

    def mark(found: re.Match[str]) -> str:
        parts.append(found[0])
        return f"<DEL{len(parts) - 1}DEL />"

    return _STYLE_PART.sub(mark, text), parts


def _parsed(text: str) -> ElementTree.Element:
    # We wrote it a moment ago. The marks of the forms are comments.
    builder = ElementTree.TreeBuilder(insert_comments=True)
    return ElementTree.fromstring(text, ElementTree.XMLParser(target=builder))  # nosec B314


def _table_of(layer: ElementTree.Element) -> str:
    return (layer.findtext("datasource") or "").partition("|layername=")[2].partition("|")[0]


def _replace_head(tree: ElementTree.Element, about: str, about_style: str, language: str) -> None:
    """The layer of the program's own table about the strukturbild shows the table about the delivery, first of all."""
    title = Text("Om leveransen – läs först", "About the delivery – read first").in_language(language)
    layer = next((one for one in tree.iter("maplayer") if _table_of(one) == HEAD.name), None)
    if layer is None:
        return
    layer_id, source = layer.findtext("id", ""), (layer.findtext("datasource") or "").partition("|")[0]
    kept = ("id", "datasource", "layername", "srs", "provider", "keywordList")
    for part in [part for part in layer if part.tag not in kept]:
        layer.remove(part)
    layer.extend(_parsed(about_style))
    address = f"{source}|layername={about}"
    for tag, value in (("datasource", address), ("layername", title)):
        found = layer.find(tag)
        if found is not None:
            found.text = value
    root = tree.find("layer-tree-group")
    for group in tree.iter("layer-tree-group"):
        for node in [one for one in group.findall("layer-tree-layer") if one.get("id") == layer_id]:
            group.remove(node)
            node.attrib.update({"name": title, "source": address})
            if root is not None:
                root.insert(_first_node(root), node)


def _first_node(root: ElementTree.Element) -> int:
    places = [place for place, one in enumerate(root) if str(one.tag).startswith("layer-tree-")]
    return places[0] if places else len(root)


def _remove_empty_groups(tree: ElementTree.Element) -> None:
    for parent in list(tree.iter("layer-tree-group")):
        for group in parent.findall("layer-tree-group"):
            if group.find("layer-tree-layer") is None and group.find("layer-tree-group") is None:
                parent.remove(group)


def _say_renamed(tree: ElementTree.Element, final_name: str, language: str) -> None:
    properties = tree.find("properties")
    if properties is None:
        properties = ElementTree.SubElement(tree, "properties")
    for old in properties.findall("TitleLabel"):
        properties.remove(old)
    title = ElementTree.SubElement(properties, "TitleLabel")
    said = (
        ("Enabled", "bool", "true"),
        ("Label", "QString", renamed_expression(final_name, language)),
        ("Font", "QString", _FONT),
        ("BackgroundColor", "QString", "255,255,255,0"),
        ("Placement", "int", _BOTTOM_CENTRE),
    )
    for name, kind, value in said:
        ElementTree.SubElement(title, name, {"type": kind}).text = value


def renamed_expression(final_name: str, language: str) -> str:
    """The text of the title decoration, with an expression that is empty in a file called `final_name`."""
    sentence = RENAMED.in_language(language).format(namn=final_name)
    wanted, said = (json.dumps(text, ensure_ascii=False)[1:-1].replace("'", "''") for text in (final_name, sentence))
    return f"[% if(strpos(@project_path, '{wanted}?') > 0, '', '{said}') %]"
