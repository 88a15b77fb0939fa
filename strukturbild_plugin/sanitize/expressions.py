"""Which QGIS expressions may be in a style: those that see nothing but the object that is drawn and its layer.

Functions and variables are listed by name, so that one that a later QGIS brings, or that somebody has written in
Python, is kept out until it has been thought of.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Iterator, Sequence

from qgis.core import QgsExpression, QgsExpressionFunction

from .expression_tokens import NAME, SIGN, TEXT, Token, called, tokens


def _name_set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


FUNCTIONS = _name_set(
    # Aggregates of the own layer, and the feature.
    "count count_distinct count_missing minimum maximum sum mean median stdev range minority majority q1 q3 iqr "
    "min_length max_length collect concatenate concatenate_unique array_agg $id $currentfeature uuid attributes "
    "is_selected num_selected represent_value attribute current_value current_parent_value current_feature feature "
    "id "
    # Arrays and maps.
    "regexp_matches array_foreach array_filter array array_sort array_length array_contains array_count array_all "
    "array_find array_get array_first array_last array_min array_max array_mean array_median array_majority "
    "array_minority array_sum array_append array_prepend array_insert array_remove_at array_remove_all "
    "array_replace array_prioritize array_cat array_slice array_reverse array_intersect array_distinct "
    "array_to_string string_to_array generate_series from_json to_json hstore_to_map map_to_hstore map map_get "
    "map_exist map_delete map_insert map_concat map_akeys map_avals map_prefix_keys json_to_map map_to_json "
    "url_encode "
    # Colours.
    "color_grayscale_average color_mix_rgb color_mix color_rgb color_rgba color_rgbf ramp_color ramp_color_object "
    "create_ramp color_hsl color_hsla color_hslf color_hsv color_hsva color_hsvf color_cmyk color_cmyka color_cmykf "
    "color_part darker lighter set_color_part project_color "
    # Conditions and conversions.
    "coalesce nullif if try case with_variable is_layer_visible to_int to_real to_bool to_dm to_dms to_decimal hash "
    "md5 sha256 to_base64 from_base64 to_datetime to_date to_time to_interval to_string extract_degrees "
    "extract_minutes extract_seconds now age year month week day hour minute second epoch datetime_from_epoch "
    "day_of_week make_date make_time make_datetime make_interval format_date "
    # Texts.
    "regexp_match levenshtein longest_common_substring hamming_distance soundex lower upper title trim ltrim rtrim "
    "char ascii wordwrap replace regexp_replace regexp_substr substr concat concat_ws strpos left right rpad lpad "
    "format format_number length repeat reverse substr_count unaccent "
    # Numbers.
    "sqrt radians degrees abs cos sin tan asin acos atan atan2 exp ln log10 log round rand randf max min clamp "
    "scale_linear scale_exp scale_polynomial scale_exponential scale_cubic_bezier floor ceil pi mod fdiv div $scale "
    # Geometry.
    "azimuth inclination bearing project project_geometry length3d $geometry geometry $area area $length $perimeter "
    "perimeter $x $y $z is_valid make_valid x y z m point_n start_point end_point nodes_to_points segments_to_lines "
    "collect_geometries make_point make_point_m make_line make_polygon make_triangle make_circle make_ellipse "
    "make_regular_polygon make_square make_rectangle_3points $x_at $y_at x_at y_at z_at m_at geometry_type x_min "
    "x_max y_min y_max z_min z_max m_min m_max geom_from_wkt geom_from_wkb geom_from_gml geom_to_wkt geom_to_wkb "
    "flip_coordinates relate intersects_bbox disjoint intersects touches crosses contains overlaps within equals "
    "translate rotate scale affine_transform buffer force_rhr force_polygon_cw force_polygon_ccw wedge_buffer "
    "tapered_buffer buffer_by_m offset_curve single_sided_buffer extend centroid point_on_surface "
    "pole_of_inaccessibility exterior_ring interior_ring_n geometry_n boundary line_merge shared_paths bounds "
    "simplify simplify_vw smooth triangular_wave triangular_wave_randomized square_wave square_wave_randomized wave "
    "wave_randomized apply_dash_pattern densify_by_count densify_by_distance num_points num_interior_rings "
    "num_rings num_geometries bounds_width bounds_height is_closed close_line is_empty is_empty_or_null convex_hull "
    "concave_hull oriented_bbox main_angle minimal_circle difference distance distance_to_vertex hausdorff_distance "
    "intersection sym_difference combine union transform extrude is_multipart sinuosity straight_distance_2d "
    "roundness order_parts closest_point shortest_line line_interpolate_point line_interpolate_point_by_m "
    "line_interpolate_angle line_locate_point line_locate_m angle_at_vertex line_substring node_point "
    "remove_repeated_points remove_duplicate_nodes "
)
"""Functions of QGIS 3.22 to 3.44 that reach nothing outside, in small letters."""
_KEYWORDS = _name_set("and or not in is like ilike between case when then else end null")
"""Words of the language that may stand before a bracket."""
_CALLED = FUNCTIONS | _KEYWORDS
_VARIABLES = _name_set(
    "value element index counter field id feature geometry parent current_feature current_geometry row_number "
    "feature_id strukturbild_bild strukturbild_vy zoom_level vector_tile_zoom grid_number grid_axis picture"
)
_VARIABLE_GROUPS = ("map_", "symbol_", "geometry_", "cluster_", "layer_", "legend_", "layout_page", "layout_numpages")
"""Variables are kept when they are listed or begin so, or are defined by the expression itself."""

_CALL = re.compile(r"(?<![\w$@])([$]?[^\W\d]\w*)\s*\(")
_MAX_LENGTH, _MAX_OPERATORS, _MAX_DEPTH = 20_000, 1_000, 24
"""Signs, operators and brackets of one expression: ours have 1,900, 100 and 13. QGIS dies of 30,000 operators."""
_MAX_CALL_DEPTH = 18
"""QGIS copies what a function is given twice, for each function around it."""
_OPERATORS = _name_set("- + * / % ^ | < > = ~ ! || // <= >= <> != [")
_OPERATOR_WORDS = _name_set("and or not in is like ilike between")


def forbidden_name(text: str, is_expression: bool = False) -> str:
    """The first function or variable in `text` that may not be in a style; '' when there is none.

    What is written is read here, and what QGIS makes of it asked for too. Text that is no expression, as a name with a
    bracket, is only told by functions that QGIS has, unless `is_expression`. Not for what is `is_too_complex`.
    """
    if not any(sign in text for sign in "(@$"):
        return ""
    known = _forbidden(QgsExpression.functionCount())
    written = tokens(text)
    names = list(called(written))
    # Within texts as well: what is text here might be read in another way by QGIS.
    inside = [found[1] for found in _CALL.finditer(text)]
    for name in (*names, *inside):
        if name.casefold() in known:
            return name
    read = QgsExpression(text)
    if is_expression or not read.hasParserError():
        for name in names:
            if not name.isascii() or name.lower() not in _CALLED:  # QGIS reads file_ſize as file_size
                return name
        defined = {name.lower() for name in _defined(written)}
        variables = [each.text[1:] for each in written if each.kind == NAME and each.text.startswith("@")]
        for name in (*variables, *sorted(read.referencedVariables())):
            if not _is_kept(name.lower(), defined):
                return f"@{name}" if name else "var"
    functions = {name.casefold() for name in read.referencedFunctions()} - {"var"}  # how QGIS reads @map_scale
    return min(functions - FUNCTIONS, default="")


def is_too_complex(text: str) -> bool:
    """Whether QGIS could hang or die of reading `text` as an expression. An SVG kept in a style is none."""
    if len(text) <= _MAX_DEPTH or text.startswith("base64:"):
        return False
    if len(text) > _MAX_LENGTH:
        return True
    open_brackets: list[bool] = []
    operators, before = 0, ""
    for token in tokens(text):
        word = token.text.lower()
        if (token.kind == SIGN and word in _OPERATORS) or (token.kind == NAME and word in _OPERATOR_WORDS):
            operators += 1
        if (token.kind == SIGN and word in "([") or (token.kind == NAME and word == "case"):
            open_brackets.append(word == "(" and before == NAME)
            if len(open_brackets) > _MAX_DEPTH or sum(open_brackets) > _MAX_CALL_DEPTH:
                return True
        elif ((token.kind == SIGN and word in ")]") or (token.kind == NAME and word == "end")) and open_brackets:
            open_brackets.pop()
        before = token.kind
    return operators > _MAX_OPERATORS


def _defined(written: Sequence[Token]) -> Iterator[str]:
    """The variables that `with_variable('name', …)` makes."""
    for name, bracket, text in zip(written, written[1:], written[2:]):
        if name.text.lower() == "with_variable" and bracket.text == "(" and text.kind == TEXT:
            yield text.text[1:-1]


def _is_kept(name: str, defined: set[str]) -> bool:
    return name in defined or (name.isascii() and (name in _VARIABLES or name.startswith(_VARIABLE_GROUPS)))


@lru_cache(maxsize=2)
def _forbidden(_how_many: int) -> frozenset[str]:
    """The names of all functions that there are now and that are not kept; made anew when one has come."""
    return frozenset(each.name().lower() for each in QgsExpression.Functions() if not _is_safe(each))


def _is_safe(function: QgsExpressionFunction) -> bool:
    # What somebody has written in Python is of another type, whatever it is called.
    return type(function) is QgsExpressionFunction and function.name().lower() in FUNCTIONS
