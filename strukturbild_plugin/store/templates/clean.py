"""Takes out of styles and layouts what does not belong in a template that others get.

That is what hangs on one person's machine (layers, paths) and what could run something (forms, actions, web pages).
"""

from __future__ import annotations

from typing import Callable

from ...catalogue.safe_files import STYLE_PARTS, is_web_part, points_outside
from ...i18n import tr
from ...safe_xml import is_safe


def cleaned(name: str, content: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The file as it may be shared, and in sentences what was taken out. What is no style or layout stays as it is.

    A file that is no sound XML stays too: the check that follows says so.
    """
    clean = _CLEANERS.get(name.rpartition(".")[2].lower())
    if clean is None or not is_safe(content):
        return content, ()
    # Read through above.
    from xml.etree import ElementTree  # nosec B405

    try:
        root = ElementTree.fromstring(content)  # nosec B314
    except ElementTree.ParseError:
        return content, ()
    removed = clean(root)
    if not removed:
        return content, ()
    sentence = tr("{name}: {what} togs bort ur mallen.")
    told = tuple(sentence.format(name=name, what=what) for what in dict.fromkeys(removed))
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)), told


def _clean_style(root) -> list[str]:  # type: ignore[no-untyped-def]  # ElementTree's element, imported when used
    """Only how things look: no forms, actions, defaults or links to other layers."""
    outside = [child for child in root if child.tag not in STYLE_PARTS]
    for child in outside:
        root.remove(child)
    if "styleCategories" in root.attrib:
        root.set("styleCategories", "Symbology|Labeling")
    return [tr("formulär, åtgärder och annat som inte är symboler")] if outside else []


def _clean_layout(root) -> list[str]:  # type: ignore[no-untyped-def]
    removed = []
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == "Layer" or child.tag == "layer-tree-layer":
                parent.remove(child)
                removed.append(tr("lager ur det egna projektet"))
            elif is_web_part(child.tag, child.attrib):
                parent.remove(child)
                removed.append(tr("en webbsida"))
    for element in root.iter():
        if element.tag == "Atlas":
            keys = [key for key in element.attrib if key.startswith("coverageLayer")]
            removed.extend(tr("atlasens lager") for key in keys if element.attrib.pop(key))
        if element.attrib.get("htmlState") not in (None, "0", ""):
            element.set("htmlState", "0")
            removed.append(tr("HTML i en text"))
        if points_outside(element.attrib.get("file", "")):
            element.set("file", "")
            removed.append(tr("en bild som bara finns på den egna datorn"))
    return removed


_CLEANERS: dict[str, Callable[..., list[str]]] = {"qml": _clean_style, "qpt": _clean_layout}
