"""The functions that may be in an expression, by how large what they give can be.

Listed by name, so that one that a later QGIS brings, or that somebody has written in Python, is kept out until it has
been thought of; and in one of these lists only, so that nothing comes in without saying how it grows.
"""

from __future__ import annotations

from typing import Callable, Mapping, Sequence

Sizes = Sequence[float]
"""How many letters, elements or points each argument can have."""


def _name_set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


SMALL = _name_set(
    # Of the own layer, and the feature.
    "count count_distinct count_missing sum mean median stdev range q1 q3 iqr min_length max_length $id "
    "is_selected num_selected id "
    # Of arrays, maps and texts.
    "array_length array_contains array_count array_all array_find array_mean array_median array_sum map_exist "
    "regexp_match levenshtein hamming_distance ascii strpos length substr_count color_part "
    # Numbers, times and conversions.
    "is_layer_visible to_int to_real to_bool to_decimal to_datetime to_date to_time to_interval extract_degrees "
    "extract_minutes extract_seconds now age year month week day hour minute second epoch datetime_from_epoch "
    "day_of_week make_date make_time make_datetime make_interval sqrt radians degrees abs cos sin tan asin acos atan "
    "atan2 exp ln log10 log round rand randf clamp scale_linear scale_exp scale_polynomial scale_exponential "
    "scale_cubic_bezier floor ceil pi mod fdiv div $scale "
    # Measures of geometry, and single points.
    "azimuth inclination bearing project length3d $area area $length $perimeter perimeter $x $y $z is_valid x y z m "
    "point_n start_point end_point make_point make_point_m $x_at $y_at x_at y_at z_at m_at x_min x_max "
    "y_min y_max z_min z_max m_min m_max intersects_bbox disjoint intersects touches crosses contains overlaps "
    "within equals make_triangle make_square make_rectangle_3points centroid point_on_surface pole_of_inaccessibility "
    "bounds num_points num_interior_rings num_rings num_geometries bounds_width bounds_height is_closed is_empty "
    "is_empty_or_null oriented_bbox main_angle distance distance_to_vertex hausdorff_distance is_multipart sinuosity "
    "straight_distance_2d roundness closest_point shortest_line line_interpolate_point line_interpolate_point_by_m "
    "line_interpolate_angle line_locate_point line_locate_m angle_at_vertex node_point "
)
"""They give a number, a time, a point or a box."""
CHEAP = _name_set(
    "array_length angle_at_vertex point_n start_point end_point node_point $x_at $y_at x_at y_at z_at m_at num_points "
    "num_geometries num_rings num_interior_rings is_empty is_empty_or_null is_multipart is_closed geometry_type "
    "geometry_n interior_ring_n exterior_ring array_get array_first array_last map_get substr left right "
    "with_variable coalesce if nullif try "
)
"""They look at one place of something large, and may do so once for each of its places."""
SHORT = _name_set(
    "uuid soundex char hash md5 sha256 color_grayscale_average color_mix_rgb color_mix color_rgb color_rgba color_rgbf "
    "ramp_color color_hsl color_hsla color_hslf color_hsv color_hsva color_hsvf color_cmyk color_cmyka color_cmykf "
    "darker lighter set_color_part project_color relate geometry_type"
)
"""They give a short text, whatever they are given."""
SUM = _name_set(
    "minimum maximum minority majority collect concatenate concatenate_unique array_agg $currentfeature attributes "
    "represent_value attribute current_value current_parent_value current_feature feature "
    "regexp_matches array_filter array array_sort array_get array_first array_last array_min array_max array_majority "
    "array_minority array_append array_prepend array_remove_at array_remove_all array_prioritize array_cat "
    "array_slice array_reverse array_intersect array_distinct string_to_array from_json hstore_to_map map_to_hstore "
    "map map_get map_delete map_insert map_concat map_akeys map_avals json_to_map ramp_color_object create_ramp "
    "from_base64 longest_common_substring trim ltrim rtrim regexp_substr substr concat left right reverse max min "
    "project_geometry $geometry geometry make_valid collect_geometries make_line make_polygon geom_from_wkt "
    "geom_from_gml flip_coordinates translate rotate scale affine_transform force_rhr force_polygon_cw "
    "force_polygon_ccw exterior_ring interior_ring_n geometry_n boundary line_merge simplify simplify_vw close_line "
    "convex_hull concave_hull transform extend line_substring order_parts remove_repeated_points "
    "remove_duplicate_nodes with_variable coalesce nullif if try case "
)
"""No larger than what they are given together."""
TIMES: Mapping[str, float] = {
    **dict.fromkeys(_name_set("lower upper title unaccent to_string to_base64 segments_to_lines nodes_to_points"), 4),
    **dict.fromkeys(_name_set("url_encode to_json map_to_json extrude format_date"), 20),
    **dict.fromkeys(_name_set("geom_to_wkb"), 40),
    **dict.fromkeys(_name_set("wedge_buffer"), 100),
}
"""At most so many times as large."""
PRODUCT = _name_set(
    "array_replace array_to_string map_prefix_keys replace regexp_replace wordwrap concat_ws format array_foreach "
)
"""One argument is put in at each place of another."""
OVERLAY = _name_set("shared_paths difference intersection sym_difference combine union")
"""Each line of one may cross each of the other, unless one is convex."""
CONVEX = _name_set("bounds oriented_bbox convex_hull minimal_circle make_circle make_square")
"""A line crosses what they give twice at most."""

MAX_COUNT, _MAX_DIGITS, _MAX_ROUNDS = 10_000, 50, 10


def _rounded(sizes: Sizes, count: float) -> float:
    return (4 * count + 8) * sizes[0]


def _circle(_sizes: Sizes, count: float) -> float:
    return 4 * count


def _digits(sizes: Sizes, count: float) -> float:
    return (count + 400) * sizes[0]  # a number of 300 figures before the point


COUNTED: Mapping[str, tuple[int, float, float, Callable[[Sizes, float], float]]] = {
    "repeat": (1, MAX_COUNT, 0, lambda sizes, count: sizes[0] * count),
    **dict.fromkeys(("lpad", "rpad"), (1, MAX_COUNT, 0, lambda sizes, count: sum(sizes) + count)),
    "array_insert": (1, MAX_COUNT, 0, lambda sizes, count: sum(sizes) + count),
    "densify_by_count": (1, MAX_COUNT, 0, lambda sizes, count: sizes[0] * (count + 1)),
    **dict.fromkeys(("buffer", "offset_curve", "single_sided_buffer"), (2, MAX_COUNT, 8, _rounded)),
    "buffer_by_m": (1, MAX_COUNT, 8, _rounded),
    "tapered_buffer": (3, MAX_COUNT, 16, _rounded),
    "minimal_circle": (1, MAX_COUNT, 36, _circle),
    **dict.fromkeys(("make_circle", "make_regular_polygon"), (2, MAX_COUNT, 36, _circle)),
    "make_ellipse": (4, MAX_COUNT, 36, _circle),
    **dict.fromkeys(("format_number", "geom_to_wkt"), (1, _MAX_DIGITS, 8, _digits)),
    **dict.fromkeys(("to_dm", "to_dms"), (2, _MAX_DIGITS, 8, _digits)),
    "smooth": (1, _MAX_ROUNDS, 1, lambda sizes, count: sizes[0] * 2.0**count),
}
"""Function -> which argument is a number of times, the most it may be, what it is unsaid, and how large it makes it."""
SERIES = "generate_series"
ENDLESS = _name_set(
    "triangular_wave triangular_wave_randomized square_wave square_wave_randomized wave wave_randomized "
    "apply_dash_pattern densify_by_distance"
)
"""A point at each so many metres: as many as the length of what is drawn makes them."""
FINE: Mapping[str, tuple[int, float]] = {"pole_of_inaccessibility": (1, 1.0), "hausdorff_distance": (2, 0.01)}
"""Function -> which argument says how finely it seeks, and the least that may be: much finer it never ends."""
PACKED = "geom_from_wkb"
"""Its argument says how many points QGIS is to make room for, whatever follows."""
SIZES = _name_set("num_points num_geometries num_rings num_interior_rings array_length count")
"""Functions whose answer is as large as what there already is."""
AGGREGATES = _name_set(
    "minimum maximum minority majority collect concatenate concatenate_unique array_agg "
    "count count_distinct count_missing sum mean median stdev range q1 q3 iqr min_length max_length"
)
"""They reckon their first argument for every object of the layer."""

FUNCTIONS = SMALL | SHORT | SUM | frozenset(TIMES) | PRODUCT | OVERLAY | frozenset(COUNTED) | {SERIES, PACKED} | ENDLESS
"""Functions of QGIS 3.22 to 3.44 that reach nothing outside, in small letters."""
