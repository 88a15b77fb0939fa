"""Reading XML that came from somewhere: no document type, so no entities, nothing fetched and nothing that swells."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from ...safe_xml import read_through

_DECLARED = re.compile(r"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
_QGIS_TYPE = re.compile(r"\A(\s*<\?xml[^>]*\?>)?\s*<!DOCTYPE\s+[A-Za-z-]+\s*>", re.IGNORECASE)


def read_xml(text: str, bare_type: bool = False) -> ElementTree.Element:
    """The root element. ValueError when it is no XML, or declares anything, or is nested beyond reason.

    `bare_type`: an empty `<!DOCTYPE name>` at the start, as QGIS writes it, is taken away and forgiven.
    """
    if bare_type:
        text = _QGIS_TYPE.sub("", text, count=1)
    text = re.sub(r"\A\s*<\?xml[^>]*\?>", "", text, count=1)
    if _DECLARED.search(text):
        raise ValueError("declaration")
    read_through(text)
    try:
        # Nothing can be declared, see above.
        return ElementTree.fromstring(text)  # nosec B314
    except (ElementTree.ParseError, RecursionError) as error:
        raise ValueError(str(error)) from error
