"""Ways of writing an expression that give less than their functions could: our own styles have them, and others too."""

from __future__ import annotations

import re

from . import function_growth as growth
from .expression_tree import Node, Terms, source


def grown_from(terms: Terms) -> str:
    """What a shape is drawn around: a buffer never crosses what it is a buffer of, nor another one of the same."""
    is_buffer = len(terms) == 1 and terms[0].text == "buffer" and terms[0].parts
    return source(terms[0].parts[0] if is_buffer else terms)


def is_length_on_paper(terms: Terms) -> bool:
    """Whether it is a length of at least 0.1 mm on paper, as our own styles write it."""
    read = re.fullmatch(r"\( (\d+\.\d+) \* coalesce \( @map_scale , 1000000 \) / 1000 \)", source(terms))
    return read is not None and float(read[1]) >= 0.1


def lists_all_parts(node: Node) -> bool:
    """Whether it lists each part of a geometry once, as our own styles do: together they are no more than it."""
    listed = re.fullmatch(
        r"generate_series \( 1 , (?:coalesce \( )?num_geometries \( (\$geometry) \)(?: , 1 \))? \)",
        source(node.parts[0]),
    )
    part = r"geometry_n \( \$geometry , @element \)"
    each = rf"{part}|coalesce \( {part} , \$geometry \)"
    return listed is not None and re.fullmatch(each, source(node.parts[1])) is not None


_SHARE = r"-? ?[01]\.\d+"
_CORNER = rf"x_(?:min|max) \( (?:\S+) \) \* (?:{_SHARE}) \+ y_(?:min|max) \( (?:\S+) \) \* (?:{_SHARE})"
_CORNERS = rf"(?:min|max) \( {_CORNER}(?: , {_CORNER})* \)"
_GAP = r"max \( .+ , \( bounds_width \( (\S+) \) \+ bounds_height \( (\S+) \) \) / (\d+) \)"


def hatch_lines(start: str, stop: str) -> int:
    """How many lines our own hatch has, across what it covers; 0 when it is something else.

    It is the way across a shape, divided by a gap that is at least a share of its width and height.
    """
    first = re.fullmatch(rf"floor \( ({_CORNERS}) / ({_GAP}) \)", start)
    last = re.fullmatch(rf"ceil \( ({_CORNERS}) / ({_GAP}) \)", stop)
    if first is None or last is None or first[2] != last[2]:
        return 0
    shapes = {first[3], first[4], *re.findall(r"[xy]_(?:min|max) \( (\S+) \)", f"{first[1]} {last[1]}")}
    lines = int(first[5])
    return 2 * lines + 2 if len(shapes) == 1 and 0 < lines <= growth.MAX_COUNT / 4 else 0
