"""Sound files to begin from, pieces of harm to put in them, and what may never be left."""

from __future__ import annotations

import base64
import random
from typing import Callable

PATH = '<path d="M0 0h9v9z" fill="#006644" style="stroke:#000;stroke-width:1"/>'
SVG = (
    '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://w3.org/svg11.dtd">'
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
    '<style>.a{fill:#a00;stroke:none} #b, g > .c {opacity:0.5}</style><defs><linearGradient id="l"><stop offset="0" '
    f'stop-color="#fff"/></linearGradient></defs><g id="b" class="a">{PATH}</g><use xlink:href="#b" x="3"/></svg>'
)
_PICTURE = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{PATH}</svg>'
EMBEDDED = "base64:" + base64.b64encode(_PICTURE.encode()).decode()
_MARKER = (
    '<layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option type="QString" '
    'name="color" value="0,255,60,255"/><Option type="QString" name="name" value="star"/></Option>'
    '<prop k="size" v="7"/><data_defined_properties><Option type="Map"><Option name="name" type="QString" value=""/>'
    '<Option name="properties" type="Map"><Option name="size" type="Map"><Option name="active" type="bool" '
    'value="true"/><Option name="expression" type="QString" value="coalesce(&quot;niva&quot;, 3) * 2"/></Option>'
    "</Option></Option></data_defined_properties></layer>"
)
QML = (
    '<!DOCTYPE qgis PUBLIC "http://mrcc.com/qgis.dtd" "SYSTEM"><qgis version="3.22.16" labelsEnabled="1">'
    '<renderer-v2 type="RuleRenderer" symbollevels="0" enableorderby="1"><rules key="r"><rule key="a" symbol="0" '
    'filter="&quot;namn&quot; &lt;> \'x\'" label="Ort (ny)"/></rules><symbols><symbol type="marker" name="0" alpha="1">'
    f'{_MARKER}<layer class="SvgMarker" enabled="1"><Option type="Map"><Option name="name" type="QString" '
    f'value="{EMBEDDED}"/></Option></layer></symbol></symbols><orderby><orderByClause asc="1">upper("namn")'
    '</orderByClause></orderby></renderer-v2><labeling type="simple"><settings calloutType="simple"><text-style '
    'fieldName="&quot;namn&quot; || \' (\' || \'x)\'" isExpression="1" fontFamily="Lato" fontSize="9"><families>'
    '<family name="Lato"/></families><background shapeDraw="0" shapeSVGFile=""/></text-style>'
    '<callout type="simple">'
    '<Option type="Map"><Option name="lineSymbol" type="QString" '
    'value="&lt;symbol type=&quot;line&quot; name=&quot;s&quot;>'
    '&lt;layer class=&quot;SimpleLine&quot;>&lt;/layer>&lt;/symbol>"/></Option></callout></settings></labeling>'
    "<blendMode>0</blendMode><layerOpacity>1</layerOpacity><attributeactions/><mapTip></mapTip></qgis>"
)
_LABEL = '<LayoutItem type="65641" id="titel" size="90,9,mm" position="9,9,mm" labelText="Titel (A)" htmlState="0">'
QPT = (
    '<Layout name="L" units="mm" printResolution="300"><PageCollection><symbol type="fill" name="" alpha="1"><layer '
    'class="SimpleFill"><Option type="Map"><Option name="color" type="QString" value="255,255,255,255"/></Option>'
    '</layer></symbol><LayoutItem type="65638" size="297,210,mm" position="0,0,mm"/></PageCollection>'
    f'{_LABEL}<LabelFont description="Lato,9,-1,5,50,0,0,0,0,0" style=""/></LayoutItem><LayoutItem type="65639" '
    'id="karta" size="190,150,mm" position="10,30,mm"><Extent xmin="0" ymin="0" xmax="9" ymax="9"/></LayoutItem>'
    f'<LayoutItem type="65640" id="bild" size="9,9,mm" position="9,9,mm" file="{EMBEDDED}"/>'
    '<LayoutItem type="65642" id="teckenforklaring" title="T" size="9,9,mm" position="9,9,mm"><styles>'
    '<style name="title"><styleFont description="Lato,9" style=""/></style></styles></LayoutItem></Layout>'
)
SOUND = {"svg": SVG, "qml": QML, "qpt": QPT}

MARK = "skadlig"
"""Stands in every address, path and name that is put in; it may stay only in words."""
_WEB = f"http://127.0.0.1:9/{MARK}"
VALUES = (
    *(_WEB, f"file:///{MARK}.svg", f"//{MARK}/a.svg", rf"\\{MARK}\a.svg", f"/{MARK}/a.svg", f"../{MARK}.svg"),
    *(f"javascript:{MARK}()", f"url({_WEB})", f"u\\72l({_WEB})", f"url(#a) url({_WEB})", f"@import '{_WEB}'"),
    *(f"env('{MARK}')", f"ENV /*(*/ ('{MARK}')", f"eval('{MARK}')", f"{MARK}(1)", f"@{MARK}", f"var('{MARK}')"),
    *(f"[% env('{MARK}') %]", f"[[% 1 %]% env('{MARK}') %]", f"load_layer('{_WEB}','ogr')", f"coalesce({MARK}(1))"),
    *(
        "&lt;symbol&gt;&lt;layer class=&quot;SvgMarker&quot;&gt;&lt;Option name=&quot;name&quot; value=&quot;"
        f"{_WEB}&quot;/&gt;&lt;/layer&gt;&lt;/symbol&gt;",
    ),
    *("abs(" * 40 + "1" + ")" * 40, "&lt;a&gt;" * 300, "9" * 400, "1e400", "nan", "true", "65648", "SvgMarker", ""),
    *("RasterMarker", "base64:" + base64.b64encode(f"<svg><script>{MARK}</script><path/></svg>".encode()).decode()),
    *("base64:" + base64.b64encode(f'<svg><image href="{_WEB}"/></svg>'.encode()).decode(), f"Skriptfont {MARK}"),
)
PIECES = (
    *(f"<script>{MARK}</script>", f'<image href="{_WEB}"/>', f'<a href="{_WEB}">{PATH}</a>', "<text>A</text>"),
    *(f"<style>@import url({_WEB});.a{{fill:url({_WEB})}}</style>", f'<use href="{_WEB}#a"/>', f"<set to='{MARK}'/>"),
    *(f'<g onload="{MARK}()">{PATH}</g>', '<g id="q"><use href="#q"/></g>', f"<filter id='f'>{MARK}</filter>"),
    f"<editforminitcode>{MARK}</editforminitcode>",
    f'<attributeactions><actionsetting action="{MARK}"/></attributeactions>',
    *(f"<mapTip>{MARK}</mapTip>", f'<layer class="SvgMarker"><Option name="name" value="{_WEB}"/></layer>'),
    *(f'<prop k="name" v="{_WEB}"/>', f'<Option name="expression" value="env(\'{MARK}\')"/>'),
    "<a>" * 300 + "</a>" * 300,
    *(f'<Option type="Map" name="name"><Option name="expression" value="{MARK}"/></Option>', f"<x>{MARK}</x>", "x(1)"),
    *(f'<LayoutMultiFrame type="65648" url="{_WEB}" html="{MARK}"/>', f'<LayoutItem type="65648" url="{_WEB}"/>'),
    *(f'<LayoutItem type="65640" file="{_WEB}"/>', f'<Atlas coverageLayerSource="{_WEB}" filenamePattern="{MARK}"/>'),
    *(f'<LayoutItem type="65641" htmlState="1" labelText="[[% 1 %]% env(\'{MARK}\') %]"/>', f"<?php {MARK}?>"),
    '<dataDefinedProperties><Option name="active" value="true"/>'
    f"<Option value=\"env('{MARK}')\"/></dataDefinedProperties>",
    *(f'<Layer source="{_WEB}"/>', f'<background shapeDraw="1" shapeSVGFile="{_WEB}"/>', f"<!-- {MARK} -->"),
    "<![CDATA[x]]>",
    *(f'<text-style fontFamily="Skriptfont {MARK}" allowHtml="1"/>', f"<orderByClause>env('{MARK}')</orderByClause>"),
)
DECLARED = '<!DOCTYPE a [<!ENTITY b "skadlig">]>'


def mutated(kind: str, chance: random.Random) -> bytes:
    """The sound file with some harm done to it, in some encoding."""
    text = SOUND[kind]
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(_CHANGES)(text, chance)
    encoding = chance.choice(("utf-8",) * 5 + ("utf-8-sig", "utf-16", "latin-1"))
    if encoding in ("utf-16", "latin-1"):
        body = text.partition("?>")[2] if text.startswith("<?xml") else text
        text = f'<?xml version="1.0" encoding="{encoding}"?>{body}'
    return text.encode(encoding, "replace")


def _value(text: str, chance: random.Random) -> str:
    parts = text.split('"')
    places = [place for place in range(1, len(parts), 2) if place < len(parts) - 1]
    parts[chance.choice(places)] = chance.choice(VALUES).replace('"', "&quot;").replace("<", "&lt;")
    return '"'.join(parts)


def _piece(text: str, chance: random.Random) -> str:
    places = [place + 1 for place, sign in enumerate(text) if sign == ">"]
    place = chance.choice(places)
    return text[:place] + chance.choice(PIECES) + text[place:]


def _attribute(text: str, chance: random.Random) -> str:
    names = ("onload", "href", "style", "fill", "filter", "file", "url", "html", "fontFamily", "expression", "attr")
    places = [place for place, sign in enumerate(text[:-1]) if sign == " " and text[place + 1].isalpha()]
    place = chance.choice(places)
    value = chance.choice(VALUES).replace('"', "&quot;").replace("<", "&lt;")
    return f'{text[:place]} {chance.choice(names)}="{value}"{text[place:]}'


def _cut(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text))
    return text[:start] + text[start + chance.randint(1, 30) :]


def _declare(text: str, _chance: random.Random) -> str:
    return DECLARED + text.partition("?>")[2] if text.startswith("<?xml") else DECLARED + text


_CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    *(*(_value,) * 4, *(_piece,) * 4, *(_attribute,) * 3),
    *(_cut, _declare),
)
