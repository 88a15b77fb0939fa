"""Expressions that ask QGIS for more than it can give, or for what ends it; and what a legend would reckon out."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsField,
    QgsFields,
)
from qgis.PyQt.QtCore import QVariant

from strukturbild_plugin.sanitize import qml
from strukturbild_plugin.sanitize.content import ContentError
from strukturbild_plugin.sanitize.expression_costs import excess, excess_sentence
from strukturbild_plugin.sanitize.expressions import forbidden_name, is_too_complex
from strukturbild_plugin.sanitize.size_bounds import size_bound
from strukturbild_plugin.sanitize.templates import without_templates
from tests.counting import growth, python_steps
from tests.store.helpers import new_file
from tests.store.hostile_helpers import (
    PLAIN_LAYER,
    SVG,
    marker,
    rule,
    sized,
    svg,
    within_limits,
)

TOO_MUCH = (
    *("(-9223372036854775807 - 1) % -1", "niva % antal", "niva % (0 - 1)", "niva /* x */ % /* 2 */ -1", "niva % 0"),
    *("repeat('a', 2147483647)", "repeat('a', 9999 * 9999)", "repeat(repeat('a', 9000), 9000)", "repeat('a', niva)"),
    *("repeat(number:=2000000000, text:='a')", "REPEAT /* ( */ ('a', 2000000000)", "repeat('a', '2000000000')"),
    *("lpad('a', 2147483640, 'b')", "format_number(1.5, 2000000000)", "generate_series(1, 2000000000)"),
    *("generate_series(0, 1, 0.0000000001)", "make_ellipse(make_point(0, 0), 1, 1, 0, 2000000000)"),
    *("array_foreach(generate_series(1, 9000), array_foreach(generate_series(1, 9000), 1))", "smooth($geometry, 40)"),
    *("make_regular_polygon(make_point(0, 0), make_point(1, 1), 2000000000)", "array(1)" + "[0]" * 6_000),
    *("CASE WHEN 1 THEN " * 30 + "1" + " END" * 30, "geom_from_wkb(from_base64('AQQAAAD///8/'))"),
)


def _nested(inner: str, around: str, many: int) -> str:
    for _time in range(many):
        inner = around.replace("…", inner)
    return inner


GROWING_WITHOUT_A_COUNT = (
    *("generate_series(1, niva)", "generate_series(niva, antal)", "repeat('a', min(9999, a) * min(9999, b))"),
    *("generate_series(floor(x_min($geometry)), ceil(x_max($geometry)))", "repeat('a', 5 - min(niva, 1))"),
    *("array_foreach(array(niva), generate_series(1, @element))", "buffer($geometry, 1, niva)"),
    *("repeat('a', CASE WHEN 1 THEN niva ELSE 2 END)", "geom_to_wkt($geometry, 2000000000)"),
    *("to_dms(1.5, 'x', 2000000000)", "triangular_wave($geometry, 0.001, 1)", "densify_by_distance($geometry, 0.001)"),
    *("apply_dash_pattern($geometry, array(0.001, 0.001))", _nested("$geometry", "smooth(…, 10)", 3)),
    _nested("'aaaaaaaaaa'", "with_variable('a', …, @a || @a || @a)", 17),
    _nested("@a", "with_variable('a', @a || @a || @a || @a, …)", 15),
    *(_nested("namn", "replace(…, 'a', 'bbbbbbbb')", 9), "replace(namn, 'a', namn)", "regexp_replace(namn, '', namn)"),
    *("wordwrap(namn, 1, namn)", "format(namn, namn)", "array_to_string(string_to_array(namn, ''), namn)"),
    *("array_foreach(string_to_array(namn, ''), namn)", "order_parts($geometry, 'repeat(''a'', 2000000000)', true)"),
    *("intersection($geometry, rotate($geometry, 90))", "geom_from_gml(namn)", "geom_from_wkt(upper(namn))"),
    *("pole_of_inaccessibility($geometry, 0.0000001)", "hausdorff_distance($geometry, centroid($geometry), niva)"),
    "array_foreach(generate_series(1, num_points($geometry)), area(buffer($geometry, @element)))",
    "array_foreach(generate_series(1, num_points($geometry)), area($geometry))",
    "array_foreach(generate_series(1, num_points($geometry)), minimal_circle($geometry, 10))",
    "densify_by_count(buffer($geometry, 10), 9999)",
    *("array_cat()", "angle_at_vertex($geometry, -1)", "distance_to_vertex($geometry, niva)"),
    "array_foreach(generate_series(-5, 5), angle_at_vertex($geometry, @element))",
    _nested("1", "array_foreach(generate_series(1, num_points($geometry)), …)", 2),
)
"""Of a few signs, or of a value in the file, these make what no machine has room for."""
HONEST = (
    *("niva % 2", "$id % 7", "repeat('*', 5)", "repeat('*', min(niva, 5))", "lpad(to_string(niva), 6, '0')"),
    *("round(niva / 1000.0, 1)", "format_number(niva, 0)", "array(1, 2)[0]", "buffer($geometry, 25000, 12)"),
    *("array_foreach(generate_series(1, num_points($geometry) - 1), @element)", "scale_linear(niva, 0, 90000, 2, 9)"),
    *("make_circle(make_point(0, 0), 5, 36)", "'50 % av ' || namn", "regexp_replace(namn, '[%]', '')"),
    *("namn || ' ' || format_number(antal, 0) || ' inv.'", "replace(replace(namn, ' kommun', ''), 's stad', '')"),
    *("wordwrap(title(namn), 12)", "concat_ws(', ', namn, typ)", "format('%1 (%2)', namn, antal)"),
    *("substr(namn, 1, 3)", "geom_to_wkt($geometry, 2)", "concatenate(namn, concatenator:=', ')"),
    "array_to_string(array_foreach(string_to_array(namn, ','), upper(trim(@element))), ', ')",
    *("sqrt(antal / maximum(antal)) * 10", "repeat('*', clamp(0, niva, 5))", "smooth($geometry, 3)"),
    *("difference(buffer($geometry, 100), $geometry)", "intersection($geometry, @map_extent)"),
    *("difference(buffer($geometry, 100), buffer($geometry, 50))", "pole_of_inaccessibility($geometry, 100)"),
    "array_foreach(generate_series(0, num_points($geometry)), angle_at_vertex($geometry, @element))",
    "array_foreach(generate_series(0, 350, 10), project(centroid($geometry), 100, radians(@element)))",
    "array_foreach(generate_series(1, num_points($geometry)), buffer(point_n($geometry, @element), 5))",
    "with_variable('g', simplify($geometry, 10), CASE WHEN 5 = area(@g) THEN offset_curve(@g, 25) ELSE NULL END)",
)


@pytest.mark.parametrize("expression", (*TOO_MUCH, *GROWING_WITHOUT_A_COUNT), ids=lambda text: text[:40])
def test_an_expression_that_asks_too_much_is_refused_with_what_to_do(qgis_app, expression: str) -> None:
    with pytest.raises(ContentError, match="Skriv"):
        qml.clean(sized(expression))


@pytest.mark.parametrize("expression", HONEST)
def test_an_honest_expression_is_kept_as_it_is(qgis_app, expression: str) -> None:
    clean = qml.clean(sized(expression))
    assert not clean.removed and expression in clean.content.decode()


def test_our_own_styles_ask_for_no_more_than_may_be(qgis_app, tmp_path: Path) -> None:
    with closing(sqlite3.connect(new_file(tmp_path))) as connection:
        styles = [row[0] for row in connection.execute("SELECT styleQML FROM layer_styles")]
    drawn = [style for style in styles if "<renderer-v2" in style]
    assert len(drawn) > 5
    for style in drawn:
        assert not [each for each in qml.clean(style).removed if each.what or each.kind == "borttaget"]


_LEAVES = st.sampled_from(("namn", "'a'", "', '", "''", "17", "@a"))


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Functions of texts around others, that repeat, replace and put in."""
    forms = (
        *("{0} || {1}", "upper({0})", "replace({0}, 'a', {1})", "replace({0}, {1}, 'bc')", "rpad({0}, 7, {1})"),
        *("lpad({0}, 9, 'x')", "regexp_replace({0}, '(.)', '\\1' || {1})", "wordwrap({0}, 1, {1})", "reverse({0})"),
        *("format('%1%1', {0}, {1})", "concat({0}, {1}, {1})", "with_variable('a', {0}, {1})", "substr({0}, 2)"),
        *("array_to_string(string_to_array({0}, 'a'), {1})", "coalesce({0}, {1})", "title({0})", "to_json({0})"),
        "array_to_string(array_foreach(string_to_array({0}, ''), @element || {1}), {1})",
        "array_to_string(array_foreach(generate_series(1, array_length(string_to_array({0}, ''))), {1}), '-')",
    )
    return st.builds(str.format, st.sampled_from(forms), inner, inner)


@given(expression=st.recursive(_LEAVES, _grown, max_leaves=8), name=st.text("ab, (", max_size=12))
@settings(max_examples=150, deadline=None)
def test_what_qgis_makes_is_never_larger_than_what_was_reckoned(qgis_app, expression: str, name: str) -> None:
    fields = QgsFields()
    fields.append(QgsField("namn", QVariant.String))
    feature = QgsFeature(fields)
    feature.setAttributes([name])
    context = QgsExpressionContext()
    context.setFeature(feature)
    read = QgsExpression(expression)
    assert not read.hasParserError(), read.parserErrorString()
    if not excess(expression):
        numbers = 2 * expression.count("17") + expression.count("array_length")
        assert len(str(read.evaluate(context) or "")) <= 2 * size_bound(expression, max(len(name), 1)) * (1 + numbers)


@given(st.text(st.sampled_from("a1'\"()[],.+-*/|=:%@$ cCaseEnd\\"), max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_is_reckoned_without_a_fault(text: str) -> None:
    for written in (text, f"CASE WHEN {text} THEN {text} END", f"repeat({text}, generate_series({text}))"):
        name = "" if is_too_complex(written) else excess(written)
        assert not name or "Skriv" in excess_sentence(name)


OLD = (
    *("name_dd_expression", "name_dd_field", "name_expression", "svgFile_dd_expression", "size_dd_useexpr"),
    "FILE_EXPRESSION",
)


@pytest.mark.parametrize("name", OLD)
def test_what_qgis_2_reckoned_out_is_in_no_symbol_layer(qgis_app, name: str) -> None:
    old = f"""<prop k="{name}" v="'ht' || 'tp://x.se'"/><Option type="Map"><Option name="{name}" value="1"/>"""
    for layer in (svg(SVG, old + "</Option>"), PLAIN_LAYER.replace("</layer>", old + "</Option></layer>")):
        clean = qml.clean(marker(layer))
        assert name not in clean.content.decode() and clean.harmful()


def test_a_shape_may_be_chosen_by_an_expression_and_a_picture_may_not(qgis_app) -> None:
    shaped = marker(PLAIN_LAYER.replace("</layer>", rule("name", "if(niva = 1, 'star', 'circle')") + "</layer>"))
    assert not qml.clean(shaped).removed
    for other in (svg(SVG, rule("name", "namn")), svg(SVG, rule("name", "namn")) + PLAIN_LAYER):
        try:
            assert qml.clean(marker(other)).harmful()
        except ContentError as error:
            assert error.faults


@pytest.mark.parametrize("text", ["[% @user_account_name %]", "A [[% 1 %]% @project_path %]", "[% @layer_id"])
def test_a_legend_has_nothing_to_reckon_out(qgis_app, text: str) -> None:
    rules = f'<rules key="r"><rule key="a" symbol="0" label={quoteattr(text)}/></rules><symbols>'
    style = marker(PLAIN_LAYER).replace("singleSymbol", "RuleRenderer").replace("<symbols>", rules)
    clean = qml.clean(style)
    assert "[%" not in clean.content.decode() and any("[%" in each.sentence for each in clean.removed)


def test_a_symbol_within_a_callout_keeps_its_expressions_whole(qgis_app) -> None:
    sized_by = rule("size", "regexp_replace(namn, '[%]', '')")
    inner = f"<symbol>{PLAIN_LAYER}</symbol>".replace("</layer>", f"{sized_by}</layer>")
    style = marker(PLAIN_LAYER, f'<callout><Option name="markerSymbol" value={quoteattr(inner)}/></callout>')
    clean = qml.clean(style)
    assert not clean.removed and "[%]" in clean.content.decode() and "&lt;/symbol" in clean.content.decode()


def test_letters_that_only_look_like_ours_make_no_name(qgis_app) -> None:
    assert forbidden_name("file_\u017fize('/etc/passwd')") and forbidden_name("@map_\u017fcale", True)
    assert forbidden_name("\u212a_upper(namn)", True) and not forbidden_name("Orten \u00c5by (ny)")


LIMITED = {
    "HashLine": ("interval", "0.0000001", "0.1"),
    "MarkerLine": ("average_angle_length", "1e12", "100"),
    "PointPatternFill": ("distance_x", "0", "0.5"),
    "RandomMarkerFill": ("point_count", "2000000000", "10000"),
}


@pytest.mark.parametrize("kind", LIMITED)
def test_symbols_are_never_drawn_closer_than_a_map_needs(qgis_app, kind: str) -> None:
    name, value, kept = LIMITED[kind]
    layer = f'<layer class="{kind}"><prop k="{name}" v="{{}}"/>{rule("distanceX", "0.0000001")}</layer>'
    clean = qml.clean(marker(layer.format(value)))
    assert f'v="{kept}"' in clean.content.decode() and "0.0000001" not in clean.content.decode()
    assert [name in each.sentence for each in clean.removed].count(True) == 1
    again = qml.clean(clean.content)
    assert again.content == clean.content and not again.removed


def test_more_classes_and_decimals_than_can_be_drawn(qgis_app) -> None:
    many = "<rules>" + "<rule/>" * 2_001 + "</rules>"
    with pytest.raises(ContentError, match="klasser eller regler"):
        qml.clean(marker(PLAIN_LAYER).replace("<symbols>", many + "<symbols>"))
    decimals = marker(PLAIN_LAYER, '<text-format decimals="2000000000"/>')
    assert b'decimals="15"' in qml.clean(decimals).content


GROWING = {
    "anmärkningar": lambda many: is_too_complex("(a" + "/**/" * many + "x"),
    "öppna texter": lambda many: is_too_complex("'\\" * many),
    "texter": lambda many: is_too_complex("'a'" * many),
    "mallar i mallar": lambda many: without_templates("[" * many + "[% x %]" + "% x %]" * many),
}


@pytest.mark.parametrize("what", GROWING)
def test_the_work_grows_as_what_is_read(qgis_app, what: str) -> None:
    assert growth(lambda many: python_steps(lambda: GROWING[what](many)), 400) < 1.3


def test_symbol_layers_in_symbol_layers_are_each_looked_through_once(qgis_app) -> None:
    def nested(deep: int) -> int:
        options = '<Option name="name" value="arrows/Arrow_01.svg"/>' * 200
        layers = '<symbol><layer class="SvgMarker">' * deep + options + "</layer></symbol>" * deep
        style = marker("").replace('<symbol type="marker" name="0"></symbol>', layers)
        return python_steps(lambda: qml.clean(style))

    assert growth(nested, 10) < 1.3


def test_what_made_the_judge_hang_is_read_at_once() -> None:
    said = within_limits(
        """
from strukturbild_plugin.sanitize import svg
from strukturbild_plugin.sanitize.expressions import forbidden_name
forbidden_name("(a" + "/**/" * 4000 + "x")
forbidden_name("'" + "''" * 9000)
for inside in (
    '<path d="M0 0h9" transform="' + "scale(1) " * 4000 + 'x"/>',
    "<style>" + "a .b" * 100_000 + "</style>",
    "<style>" + "/*" * 200_000 + "</style>",
    "<style>" + "{" * 200_000 + "</style>",
    "<style>a{fill:url(" + " " * 300_000 + "}</style>",
    '<path style="fill:' + "rgb(1" * 50_000 + '" d="M0 0"/>',
):
    svg.clean(b'<svg viewBox="0 0 9 9"><path d="M0 0h9"/>' + inside.encode() + b"</svg>")
print("klar")
"""
    )
    assert said.split() == ["klar"]
