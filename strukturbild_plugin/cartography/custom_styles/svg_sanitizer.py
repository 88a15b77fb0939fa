"""An SVG from somebody else, made harmless: shapes and colours are kept, everything else goes or is refused.

Kept is what a logo is made of. Scripts, links, animations, filters and references out of the file are left out; text
and pictures are refused with a sentence, since the logo would look different without them.
"""

from __future__ import annotations

import re

# What has a DOCTYPE or entities is refused before it is parsed.
from xml.etree import ElementTree  # nosec B405

from ...errors import ExportError
from ...i18n import tr
from ...safe_xml import is_safe

MOST_BYTES = 1_000_000
_MOST_ELEMENTS, _DEEPEST = 8_000, 40


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_REFERRING = ("use", "linearGradient", "radialGradient")
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_KEPT = _words(
    "svg g defs symbol use path rect circle ellipse line polyline polygon linearGradient radialGradient stop clipPath "
    "style title desc"
)
_REFUSED = _words("text tspan textPath image font font-face glyph")
_GEOMETRY = _words(
    "id class d x y x1 y1 x2 y2 cx cy r rx ry fx fy width height points viewBox preserveAspectRatio transform offset "
    "gradientUnits gradientTransform spreadMethod clipPathUnits version"
)
_LOOKS = _words(
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit "
    "stroke-dasharray stroke-dashoffset opacity clip-path clip-rule stop-color stop-opacity color display visibility "
    "style"
)
_OUTSIDE = re.compile(r"url\s*\(\s*['\"]?\s*(?!#)|@import|expression\s*\(|javascript:|\\", re.IGNORECASE)
"""A look that reaches out of the file. CSS escapes ('\\75rl') are never needed in a logo."""
_DECLARED = re.compile(r"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE\s+svg\s+PUBLIC\s+\"[^\"\[\]<>]*\"\s+\"[^\"\[\]<>]*\"\s*>", re.IGNORECASE)
"""The line that older drawing programs write; it names the standard and declares nothing."""


def clean_svg(content: bytes, name: str) -> bytes:
    """The harmless part of an SVG. ExportError, naming the file, when it cannot be used."""
    if len(content) > MOST_BYTES:
        raise ExportError(
            tr("Logotypen {name} är för stor. Spara den som SVG under 1 MB, eller som PNG.").format(name=name)
        )
    try:
        text = _DOCTYPE.sub("", content.decode("utf-8-sig"), count=1)
    except UnicodeDecodeError as error:
        raise _unreadable(name) from error
    if _DECLARED.search(text) or not is_safe(text):
        raise _unreadable(name)
    try:
        # No DOCTYPE and no entities, see above.
        root = ElementTree.fromstring(text.encode("utf-8"))  # nosec B314
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise _unreadable(name) from error
    if _local(root.tag) != "svg" or sum(1 for _each in root.iter()) > _MOST_ELEMENTS:
        raise _unreadable(name)
    made = _copied(root, name, 0)
    if made is None:
        raise _unreadable(name)
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", _XLINK)
    return ElementTree.tostring(made, encoding="utf-8", xml_declaration=True)


def svg_size(content: bytes, name: str) -> tuple[float, float]:
    """Width and height of a clean SVG in its own units, from its viewBox or else from its sides."""
    # Cleaned above.
    root = ElementTree.fromstring(content)  # nosec B314
    numbers = re.findall(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", root.get("viewBox", ""))
    sides = [float(number) for number in numbers[2:4]] if len(numbers) == 4 else []
    if not sides:
        found = [re.match(r"\s*([\d.]+)", root.get(side, "")) for side in ("width", "height")]
        sides = [float(each.group(1)) for each in found if each]
    if len(sides) != 2 or not all(0 < side < 1e7 for side in sides):
        raise _unreadable(name)
    return sides[0], sides[1]


def _copied(element: ElementTree.Element, name: str, depth: int) -> ElementTree.Element | None:
    kind = _local(element.tag)
    if kind in _REFUSED:
        raise ExportError(
            tr(
                "Logotypen {name} innehåller text eller en bild. Gör om texten till konturer i ritprogrammet, eller "
                "spara logotypen som PNG."
            ).format(name=name)
        )
    if kind not in _KEPT or depth > _DEEPEST:
        return None
    made = ElementTree.Element(f"{{{_SVG}}}{kind}")
    for key, value in element.attrib.items():
        plain = _local(key)
        if plain == "href" and kind in _REFERRING and value.startswith("#"):
            made.set(f"{{{_XLINK}}}href", value)
        elif key == plain and (plain in _GEOMETRY or (plain in _LOOKS and not _OUTSIDE.search(value))):
            made.set(plain, value)
    if kind == "style":
        made.text = "" if _OUTSIDE.search(element.text or "") else element.text
    for child in element:
        copy = _copied(child, name, depth + 1) if isinstance(child.tag, str) else None
        if copy is not None:
            made.append(copy)
    return made


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def _unreadable(name: str) -> ExportError:
    return ExportError(
        tr("Logotypen {name} går inte att läsa som SVG. Spara om den som vanlig SVG, eller som PNG.").format(name=name)
    )
