"""SVG from others: the shapes and colours that a logo or a sign is made of, and nothing else.

Text and pictures are refused with a sentence, since it would look different without them. In what a strukturbild
carries already there is nobody to ask for another file: there they are left out, and that is said.
"""

from __future__ import annotations

import re
from typing import Iterator

from ..i18n import tr
from . import xml
from .content import LOST, OTHER, Clean, ContentError, Removed, fault, unique
from .xml import Element, children, elements

LIMITS = xml.Limits(1_000_000, 64, 8_000)
_MAX_DRAWN, _MAX_USE_DEPTH = 40_000, 200
_SIGNS_OF_AN_ELEMENT = 500
"""Elements that are drawn once every <use> is followed, and how far one leads to another."""


def _name_set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_SHAPES = _name_set("path rect circle ellipse line polyline polygon use")
_ELEMENTS = _SHAPES | _name_set("svg g defs symbol linearGradient radialGradient stop clipPath style")
_FOLLOWED = _name_set("a switch")
"""What is passed over while what is in it is kept, as a group."""
_DRAWN = _name_set("filter mask pattern marker flowRoot foreignObject")
"""What is seen, and gone when it is removed."""
_REFUSED = _name_set("text tspan textPath image")
_RUNNING = _name_set(
    "script foreignobject iframe object embed handler listener animate set animatetransform animatemotion"
)
_REFERRING = _name_set("use linearGradient radialGradient")
_NUMBERS = _name_set(
    "d x y x1 y1 x2 y2 cx cy r rx ry fx fy width height points viewBox preserveAspectRatio transform offset "
    "gradientUnits gradientTransform spreadMethod clipPathUnits version"
)
_STYLE_PROPERTIES = _name_set(
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit "
    "stroke-dasharray stroke-dashoffset opacity clip-path clip-rule stop-color stop-opacity color display visibility"
)
_NUMBER_VALUE = re.compile(r"[\w\s.,+\-%]*")
_TRANSFORM_VALUE = re.compile(r"[\s,]*(?:(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([\d\s.,eE+\-]*\)[\s,]*)*")
_NAME_VALUE = re.compile(r"[\w.\- ]*")
_ID = r"(?!/)(?:[\w\-:]|\.(?!\.)|(?<![.:])/(?!/))*"
"""Drawing programs name parts 'Logo/Primary' and 'clip0_1:2'; nothing that is a path or an address."""
_REFERENCE = f"#{_ID}"
_ID_VALUE = re.compile(rf"{_ID}|[\w.\- ]*")
_STYLE_VALUE = re.compile(
    r"(?:[\w\s.,#%+\-!]|(?:rgba?|hsla?|param)\([\w\s.,%+\-/]*\)|"
    rf"url\(\s*['\"]?{_REFERENCE}['\"]?\s*\))*"
)
"""Colours and numbers, QGIS's own param(fill), and a reference within the file."""
_VALUES = {
    **dict.fromkeys(_NUMBERS, _NUMBER_VALUE),
    **dict.fromkeys(("transform", "gradientTransform"), _TRANSFORM_VALUE),
    "class": _NAME_VALUE,
    "id": _ID_VALUE,
    **dict.fromkeys(_STYLE_PROPERTIES, _STYLE_VALUE),
}
"""Attribute -> what its value may be."""
_SELECTOR = re.compile(r"[\w\s.#,>*\-]+")
_OPACITIES = {"fill": "fill-opacity", "stroke": "stroke-opacity", "stop-color": "stop-opacity"}
_MIXED_COLOUR = re.compile(
    r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*[,/]\s*(\d{1,3}%|\d?\.\d{1,9}|[01])\s*\)"
)
_HEX_COLOUR = re.compile(r"(#[0-9a-fA-F]{6})([0-9a-fA-F]{2})")
_CHARSET = re.compile(r"@charset\s*(?:\"[\w\-]*\"|'[\w\-]*')\s*;", re.IGNORECASE)
_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*(?:\*/|\Z)")
_FETCHING = re.compile(r"@import|expression\s*\(|javascript:|url\s*\((?!\s*(?:['\"]\s*)?#)|\\", re.IGNORECASE)
"""No part may begin with what the one before it ends with: then it is read once, however it is written."""
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def clean(content: bytes, leave_out_text: bool = False) -> Clean:
    """Clean an SVG image: only shapes and style properties listed here are kept.

    `leave_out_text`: text and embedded images are removed instead of refused. Raises ContentError, with every fault,
    when it cannot be used.
    """
    document = xml.read(content, LIMITS)
    if _local(document.root.tag) != "svg":
        raise ContentError(
            [fault(tr("Filen är inte av det slag som ändelsen anger. Spara den som SVG."), document.root.line)]
        )
    removed = list(document.removed())
    faults: list[Removed] = []
    made = _copied(document.root, removed, removed if leave_out_text else faults)
    if made is not None and not faults and not any(each.tag in _SHAPES for each in made.iter()):
        faults.append(fault(tr("Bilden har inga former att rita. Spara om den som vanlig SVG."), document.root.line))
    if made is None:
        faults.append(fault(tr("Bilden går inte att läsa som SVG. Spara om den som vanlig SVG."), document.root.line))
    if made is None or faults:
        raise ContentError([*(each for each in removed if each.harmful), *faults], removed)
    _limit_drawn(made)
    made.attrib = {"xmlns": _SVG, "xmlns:xlink": _XLINK, **made.attrib}
    return Clean(xml.write(made), unique(removed))


def size(content: bytes) -> tuple[float, float]:
    """Width and height of an SVG in its own units, from its viewBox or else from its sides. Raises ContentError."""
    root = xml.read(content, LIMITS).root
    numbers = _NUMBER.findall(root.get("viewBox", ""))
    sides = [float(number) for number in numbers[2:4]] if len(numbers) == 4 else []
    if not sides:
        found = [_NUMBER.match(root.get(side, "").strip()) for side in ("width", "height")]
        sides = [float(each[0]) for each in found if each]
    if len(sides) != 2 or not all(0 < side < 1e7 for side in sides):
        raise ContentError([fault(tr("Bilden saknar mått. Spara om den som SVG med mått, eller som PNG."), root.line)])
    return sides[0], sides[1]


def _copied(element: Element, removed: list[Removed], refused: list[Removed]) -> Element | None:
    """The element with what is kept in it. `refused`: where text and images are noted."""
    kind = _local(element.tag)
    foreign = element.tag not in (kind, f"{{{_SVG}}}{kind}")
    if kind == "foreignObject" and not len(element) and not (element.text or "").strip():
        return None  # what Illustrator leaves for itself
    if kind.lower() in _RUNNING:
        removed.append(_removed_script(kind, element.line))
    attributes = dict(_attributes(element, kind, removed))
    if kind in _REFUSED and not foreign:
        refused.append(_lost_image(element.line) if kind == "image" else _lost_text(element.line))
    if kind in _FOLLOWED and not foreign:
        kind = "g"
    if kind not in _ELEMENTS or foreign:
        if kind in _DRAWN and not foreign:
            sentence = tr("Bilden har något som inte kan ritas här ({what}).").format(what=kind)
            removed.append(Removed(LOST, _drawn_name(kind), sentence, element.line))
        if kind not in _REFUSED:
            for child in children(element):
                _copied(child, removed, [])  # to hear of what is hidden in it
        return None
    made = Element(kind, attributes)
    if kind == "style":
        made.text = _rules(element, removed)
        return made
    for child in children(element):
        copy = _copied(child, removed, refused)
        if copy is not None:
            made.append(copy)
    return made


def _attributes(element: Element, kind: str, removed: list[Removed]) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        name = _local(key)
        own = key == name
        if name in ("href", "src") and not _is_local(value):
            removed.append(_removed_reference(element.line))
        elif name.lower().startswith("on"):
            removed.append(_removed_script(name, element.line))
        elif name == "href" and kind in _REFERRING and value.strip().startswith("#"):
            yield "xlink:href", value.strip()
        elif own and name == "style":
            yield name, _declarations(value, element.line, removed)
        elif own and name in _VALUES and _VALUES[name].fullmatch(value):
            yield from _paint(name, value)
        elif own and not name.startswith("data-") and _FETCHING.search(value):
            removed.append(_removed_reference(element.line))


def _rules(element: Element, removed: list[Removed]) -> str:
    text = _COMMENT.sub("", element.text or "").lstrip()
    charset = _CHARSET.match(text)
    text = text[charset.end() :] if charset else text
    if _FETCHING.search(text):
        removed.append(_removed_reference(element.line))
    kept = []
    for rule in text.split("}")[:-1]:
        before, brace, inside = rule.rpartition("{")
        selector = before.rpartition("{")[2]
        if not brace:
            continue
        declarations = _declarations(inside, element.line, removed)
        if declarations and _SELECTOR.fullmatch(selector.strip()):
            kept.append(f"{selector.strip()}{{{declarations}}}")
    return "\n".join(kept)


def _declarations(text: str, line: int, removed: list[Removed]) -> str:
    kept: list[str] = []
    for each in text.split(";"):
        name, colon, value = (part.strip() for part in each.partition(":"))
        if colon and name.lower() in _STYLE_PROPERTIES and _STYLE_VALUE.fullmatch(value):
            kept.extend(f"{part}:{said}" for part, said in _paint(name.lower(), value))
        elif _FETCHING.search(value):
            removed.append(_removed_reference(line))
    return ";".join(kept)


def _paint(name: str, value: str) -> Iterator[tuple[str, str]]:
    """A colour that is seen through as Qt reads it: the colour and how much of it there is."""
    mixed, hexed = _MIXED_COLOUR.fullmatch(value.strip()), _HEX_COLOUR.fullmatch(value.strip())
    if name not in _OPACITIES or not (mixed or hexed):
        yield name, value
        return
    if mixed:
        share = float(mixed[4].rstrip("%")) / (100 if mixed[4].endswith("%") else 1)
        yield name, f"rgb({mixed[1]},{mixed[2]},{mixed[3]})"
    elif hexed:
        share = int(hexed[2], 16) / 255
        yield name, hexed[1]
    yield _OPACITIES[name], f"{min(share, 1.0):.3g}"


def _limit_drawn(root: Element) -> None:
    """ContentError when references lead in a ring, or a few of them draw more than any picture needs."""
    named: dict[str, Element] = {}
    used = {each.get("xlink:href", "")[1:] for each in elements(root)}
    for each in elements(root):
        name = each.get("id", "")
        if name:
            named.setdefault(name, each)
        if name in used and named.get(name, each) is not each:  # QGIS draws one of them, and we count another
            raise ContentError([fault(_double_id_text(name), each.line)])
    counted: dict[int, int] = {}
    within: set[int] = set()

    def drawn(element: Element) -> int:
        place = id(element)
        if place in within or len(within) > _MAX_USE_DEPTH:
            raise ContentError([fault(_too_many_uses_text(), element.line)])
        if place not in counted:
            within.add(place)
            target = named.get(element.get("xlink:href", "")[1:])
            total = 1 + _work(element) + sum(drawn(child) for child in children(element))
            counted[place] = total + (drawn(target) if target is not None else 0)
            within.discard(place)
            if counted[place] > _MAX_DRAWN:
                raise ContentError([fault(_too_many_uses_text(), element.line)])
        return counted[place]

    drawn(root)


def _work(element: Element) -> int:
    """What drawing an outline takes, in elements of ordinary length."""
    return (len(element.get("d", "")) + len(element.get("points", ""))) // _SIGNS_OF_AN_ELEMENT


def _is_local(value: str) -> bool:
    return re.fullmatch(rf"\s*{_REFERENCE}\s*", value) is not None or "".join(value[:200].split()).startswith(
        ("data:image/png;base64,", "data:image/jpeg;base64,")
    )


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _drawn_name(kind: str) -> str:
    """What a planner calls an element of `_DRAWN`."""
    names = {
        "filter": tr("filter"),
        "mask": tr("mask"),
        "pattern": tr("mönster"),
        "marker": tr("pilspetsar"),
        "flowRoot": tr("text"),
        "foreignObject": tr("inbäddat innehåll"),
    }
    return names[kind]


def _removed_script(name: str, line: int) -> Removed:
    sentence = tr("Bilden innehåller programkod eller rörelse ({where}). Spara om den som vanlig SVG.")
    return Removed(OTHER, tr("programkod eller rörelse"), sentence.format(where=name[:40]), line, harmful=True)


def _removed_reference(line: int) -> Removed:
    sentence = tr("Filen hämtar något från nätet eller en annan fil. Allt måste ligga i den själv; spara om den så.")
    return Removed(OTHER, tr("det som hämtas utifrån"), sentence, line, harmful=True)


def _lost_text(line: int) -> Removed:
    sentence = tr(
        "Bilden innehåller text, som blir en annan där typsnittet saknas. Spara den med texten som kurvor (konturer), "
        "eller som PNG."
    )
    return fault(sentence, line, tr("text"))


def _lost_image(line: int) -> Removed:
    sentence = tr("Bilden innehåller en inklistrad bild. Spara den med bara linjer och ytor, eller som PNG.")
    return fault(sentence, line, tr("en inklistrad bild"))


def _double_id_text(name: str) -> str:
    sentence = tr("Bilden har två delar med samma namn (id {name}). Spara om den från ritprogrammet, eller som PNG.")
    return sentence.format(name=name[:40])


def _too_many_uses_text() -> str:
    return tr("Bildens delar hänvisar till varandra om och om igen. Spara den med delarna utritade, eller som PNG.")
