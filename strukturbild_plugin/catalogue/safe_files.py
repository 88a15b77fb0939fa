"""Whether files that others have made are harmless: QGIS styles (.qml), layouts (.qpt) and logos (.svg, .png).

A style or layout of QGIS can carry Python that runs when a form opens, actions that run when something is clicked, web
pages with scripts, and addresses that are fetched. None of that belongs in a template: a file that has it is refused
with a sentence, never mended in silence. Only the parser reads the file here; nothing in it is carried out.
"""

from __future__ import annotations

import re
from typing import Callable, Iterator, Mapping
from xml.parsers import expat

from ..i18n import tr
from ..yaml_reader.problems import Problems, SourceLocation

MOST_PIXELS = 8000
_MOST_DEPTH, _MOST_ELEMENTS = 200, 200_000

STYLE_PARTS = frozenset(
    (
        *("renderer-v2", "labeling", "customproperties", "blendMode", "featureBlendMode", "layerOpacity"),
        *("layerGeometryType", "flags", "geometryOptions", "legend", "selection", "elevation"),
    )
)
"""What of a style may be in a package: how things look, and nothing of forms, actions and defaults."""
_PYTHON = re.compile(r"python|import\s+os\b|__import__|subprocess", re.IGNORECASE)
_REMOTE = re.compile(r"[a-z][a-z0-9+.-]{1,20}://|^\s*(?:\\\\|//|file:|javascript:|data:text)", re.IGNORECASE)
_ABSOLUTE = re.compile(r"^\s*(?:/[^/\s]|[A-Za-z]:[\\/]|~[\\/])")
_UPWARDS = re.compile(r"(?:^|[\\/])\.\.(?:[\\/]|$)")
_FILE_ENDING = re.compile(r"\.(?:svg|png|jpe?g|gif|ui|py|qml|qpt|html?|exe|bat|sh|dll|so)$", re.IGNORECASE)
_WEB_FRAME, _HTML = "65648", "htmlState"
FREE_TEXT = frozenset(("labelText", "title", "legendString", "text", "k", "label", "description"))
"""Attributes that are read by people: an address there is only words."""
_PATHS_BY_RULE = frozenset(("dataDefinedSource", "file", "imageFile"))
_SVG_BANNED = frozenset(("script", "foreignobject", "iframe", "object", "embed", "handler", "listener", "animate"))
_SVG_LINK = re.compile(r"^(?:#|data:image/(?:png|jpeg);base64,)", re.IGNORECASE)
_STYLE_FETCH = re.compile(r"@import|expression\s*\(|url\s*\(\s*['\"]?(?!#|['\"]?data:image)", re.IGNORECASE)

Say = Callable[[int, str], None]
Attributes = Mapping[str, str]


def check_file(name: str, content: bytes, place: SourceLocation, problems: Problems) -> None:
    """Look one file over by the ending of its `name`; faults go to `problems` with `place` and line."""

    def say(line: int, what: str) -> None:
        problems.add(place.line(line), what)

    ending = name.rpartition(".")[2].lower()
    if ending == "png":
        _check_png(content, say)
    elif ending == "svg":
        _Walk("svg", _svg_faults, say).read(content)
    elif ending == "qml":
        _Walk("qgis", _style_faults, say).read(content)
    elif ending == "qpt":
        _Walk("layout", _layout_faults, say).read(content)
    else:
        say(0, tr("Filer av det här slaget får inte finnas i en mall."))


Faults = Callable[[str, Attributes, int], Iterator[str]]
"""What is wrong with an element: its name, its attributes, how deep it lies (the root is 1)."""


class _Stop(Exception):
    """No use in reading on; the fault is already said."""


class _Walk:
    """Reads XML without entities and looks at each element and each text; says each kind of fault once."""

    def __init__(self, root: str, faults: Faults, say: Say) -> None:
        self._root, self._faults, self._say = root, faults, say
        self._said: set[str] = set()
        self._depth = self._count = 0
        parser = self._parser = expat.ParserCreate()
        parser.EntityDeclHandler = self._entity
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler, parser.ProcessingInstructionHandler = self._text, self._instruction
        parser.buffer_text = True

    def read(self, content: bytes) -> None:
        try:
            self._parser.Parse(content, True)
        except _Stop:
            return
        except (expat.ExpatError, ValueError, LookupError):
            self._tell(tr("Filen går inte att läsa som XML."))

    def _tell(self, what: str) -> None:
        if what not in self._said:
            self._said.add(what)
            self._say(self._parser.CurrentLineNumber, what)

    def _entity(self, *_: object) -> None:
        self._tell(tr("Filen har egna förkortningar (ENTITY), och sådana läses inte."))
        raise _Stop

    def _start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        self._count += 1
        if self._depth == 1 and name.rpartition(":")[2].lower() != self._root:
            self._tell(tr("Filen är inte av det slag som ändelsen säger."))
            raise _Stop
        if self._depth > _MOST_DEPTH or self._count > _MOST_ELEMENTS:
            self._tell(tr("Filen är större eller djupare än en sådan fil brukar vara."))
            raise _Stop
        for what in self._faults(name, attributes, self._depth):
            self._tell(what)

    def _end(self, _name: str) -> None:
        self._depth -= 1

    def _text(self, text: str) -> None:
        if self._root == "svg" and _STYLE_FETCH.search(text):
            self._tell(_fetches())

    def _instruction(self, target: str, _data: str) -> None:
        self._tell(tr("Filen har en anvisning till andra program ({name}).").format(name=target[:40]))


def _style_faults(name: str, attributes: Attributes, depth: int) -> Iterator[str]:
    if depth == 2 and name not in STYLE_PARTS:
        sentence = tr(
            "Stilen har delen '{name}', som kan köra något eller hör till formulären. "
            "Spara om stilen med bara symboler och etiketter."
        )
        yield sentence.format(name=name[:60])
    yield from _value_faults(name, attributes)


def _layout_faults(name: str, attributes: Attributes, _depth: int) -> Iterator[str]:
    if is_web_part(name, attributes):
        yield tr("Kartbladet har en webbsida (HTML-ram). Ta bort den; en webbsida kan köra program.")
    if attributes.get(_HTML) not in (None, "0", ""):
        yield tr("En text i kartbladet är satt till HTML. Visa den som vanlig text.")
    if name in ("Layer", "layer-tree-layer"):
        yield tr("Kartbladet pekar ut lager ur ett annat projekt. Lås upp kartans lager och spara om kartbladet.")
    if name == "Atlas" and attributes.get("coverageLayerSource"):
        yield tr("Kartbladets atlas pekar ut ett lager. Stäng av atlasen och spara om kartbladet.")
    yield from _value_faults(name, attributes)


def is_web_part(name: str, attributes: Attributes) -> bool:
    """Whether an element of a layout is a frame with a web page."""
    framed = name in ("LayoutMultiFrame", "LayoutItem") and attributes.get("type") == _WEB_FRAME
    return framed or name in ("ComposerHtml", "LayoutHtml")


def points_outside(value: str) -> bool:
    """Whether a value is an address, or a path to a file on somebody's machine."""
    if value.startswith("base64:"):
        return False
    path = _ABSOLUTE.match(value) or _UPWARDS.search(value)
    return bool(_REMOTE.search(value) or (path and _FILE_ENDING.search(value)))


def _value_faults(name: str, attributes: Attributes) -> Iterator[str]:
    """Python and addresses in whatever attribute: symbols, expressions and pictures keep them in many."""
    for key, value in attributes.items():
        if value.startswith("base64:"):
            continue
        if _PYTHON.search(value) or "python" in key.lower():
            yield tr("Filen innehåller programkod ({where}). En mall får inte ha sådan.").format(where=key[:40])
        elif key not in FREE_TEXT and points_outside(value):
            yield tr("Filen pekar på något utanför mallen: {path}. Bädda in bilden i stället.").format(path=value[:80])
    by_rule = attributes.get("name") if name == "Option" and attributes.get("type") == "Map" else ""
    if by_rule == "name" or by_rule in _PATHS_BY_RULE:
        yield tr("Filen räknar ut vilken bild som ska hämtas. Välj bilden direkt och bädda in den.")


def _svg_faults(name: str, attributes: Attributes, _depth: int) -> Iterator[str]:
    plain = name.rpartition(":")[2].lower()
    if plain in _SVG_BANNED:
        yield tr("Bilden innehåller programkod eller rörelse ({where}).").format(where=plain)
    for key, value in attributes.items():
        short = key.rpartition(":")[2].lower()
        if short.startswith("on"):
            yield tr("Bilden innehåller programkod eller rörelse ({where}).").format(where=short[:40])
        elif (short in ("href", "src") and not _SVG_LINK.match(value.strip())) or _STYLE_FETCH.search(value):
            yield _fetches()


def _fetches() -> str:
    return tr("Filen hämtar något från nätet eller en annan fil. Allt måste ligga i den själv.")


def _check_png(content: bytes, say: Say) -> None:
    """The signature and the size in the header; what the picture shows is nobody's business."""
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or content[12:16] != b"IHDR" or len(content) < 24:
        say(0, tr("Filen är ingen PNG-bild."))
        return
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    if not 0 < width <= MOST_PIXELS or not 0 < height <= MOST_PIXELS:
        sentence = tr("Bilden är {width} × {height} punkter; högst {most} på varje håll.")
        say(0, sentence.format(width=width, height=height, most=MOST_PIXELS))
