"""Styles that a stranger has saved in the file: what they look like may stay, what they could do is never read."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree

import pytest
from qgis.core import (
    QgsExpression,
    QgsGradientFillSymbolLayer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPalLayerSettings,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    qgsfunction,
)
from qgis.PyQt.QtCore import QCoreApplication, QSize
from qgis.PyQt.QtGui import QGuiApplication

from strukturbild_plugin.cartography.custom_styles.qml_style import clean_style, exported_style
from strukturbild_plugin.errors import CatalogueError, StrukturbildError
from strukturbild_plugin.sanitize import xml
from strukturbild_plugin.sanitize.content import ContentError
from strukturbild_plugin.store.qgis_project.layer_styling import read_layer_styling
from strukturbild_plugin.store.qgis_project.layers import open_layer, open_layers
from strukturbild_plugin.store.writing.transaction import writing
from tests.store.helpers import karlstad, new_file
from tests.store.hostile_helpers import (
    PLAIN_LAYER,
    RUNNING,
    SVG,
    WEB_SYMBOL,
    listening,
    marker,
    rule,
    saved_style,
    sized,
    style,
    svg,
    within_limits,
)


@pytest.fixture
def path(qgis_app, tmp_path: Path) -> Path:
    """A strukturbild with something drawn."""
    made = new_file(tmp_path)
    with writing(made) as db:
        db.add_objects(karlstad())
    return made


def draw(layer: QgsVectorLayer) -> None:
    """Render the layer twice: a picture from the net comes to the second."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(QgsReferencedRectangle(QgsRectangle(320000, 6540000, 550000, 6670000), layer.crs()))
    settings.setOutputSize(QSize(200, 150))
    for _ in range(2):
        job = QgsMapRendererParallelJob(settings)
        job.start()
        job.waitForFinished()
        for _turn in range(50):
            QCoreApplication.processEvents()


@pytest.mark.parametrize("owner", ["", "tryck"])
def test_a_saved_style_runs_nothing_and_fetches_nothing(path: Path, tmp_path: Path, owner: str):
    mark = tmp_path / "det_kördes"
    with listening() as (url, asked):
        saved_style(path, "nod", style(WEB_SYMBOL.format(url=url, more="") + RUNNING.format(url=url, mark=mark)), owner)
        saved_style(path, "mal", style(RUNNING.format(url=url, mark=mark)), owner)
        layers = {layer.source().partition("layername=")[2]: layer for group, layer in open_layers(path) if group}
        draw(layers["nod"])
        assert asked == []
    for table in ("nod", "mal"):
        form = layers[table].editFormConfig()
        assert (form.initFunction(), form.initCode(), layers[table].mapTipTemplate()) == ("", "", "")
        assert not layers[table].actions().actions()
    assert layers["nod"].renderer().type() == "RuleRenderer" and not mark.exists()
    assert len(layers["nod"].editFormConfig().tabs()) > 3, "formuläret är katalogens"
    said = " ".join(read_layer_styling(path).sentences())
    if not owner:
        assert re.search("Noder.*används inte: åtgärder.*programkod.*karttips.*bild utifrån.*127.0.0.1", said)


def test_what_can_be_kept_of_a_saved_style_is_kept_and_the_rest_is_said(path: Path):
    with listening() as (url, asked):
        saved_style(path, "nod", style(WEB_SYMBOL.format(url=url, more=PLAIN_LAYER)))
        nodes = open_layer(path, "nod", "Noder")
        draw(nodes)
        assert asked == []
    assert nodes.renderer().symbol().color().name() == "#00ff3c" and nodes.renderer().symbol().symbolLayerCount() == 1
    (sentence,) = read_layer_styling(path).sentences()
    assert "används, men inte allt i den" in sentence and "bild utifrån" in sentence


def test_a_style_that_somebody_has_made_by_hand_looks_as_it_did(path: Path):
    area = open_layer(path, "omrade", "Områden")
    fill = QgsSingleSymbolRenderer(area.renderer().rootRule().children()[0].symbol().clone())
    fill.symbol().changeSymbolLayer(0, QgsGradientFillSymbolLayer())
    area.setRenderer(fill)
    area.setOpacity(0.4)
    text = QgsPalLayerSettings()
    text.fieldName, text.isExpression = "coalesce(\"namn\", 'Område (utan namn)')", True
    written = text.format()
    written.setFont(QGuiApplication.font())  # what newer QGIS begins with may not be on the computer
    text.setFormat(written)
    area.setLabeling(QgsVectorLayerSimpleLabeling(text))
    area.setLabelsEnabled(True)
    saved_style(path, "omrade", exported_style(area).decode("utf-8"))
    again = open_layer(path, "omrade", "Områden")
    assert read_layer_styling(path).sentences() == ()
    assert again.renderer().dump() == area.renderer().dump() and again.opacity() == pytest.approx(0.4)
    assert isinstance(again.renderer().symbol().symbolLayer(0), QgsGradientFillSymbolLayer)
    assert again.labelsEnabled() and again.labeling().settings().fieldName == text.fieldName


NESTED = (
    "&lt;symbol&gt;&lt;layer class=&quot;SvgMarker&quot;&gt;&lt;Option name=&quot;name&quot; value=&quot;{}&quot;/&gt;"
    "&lt;/layer&gt;&lt;/symbol&gt;"
)
REACHING = {
    "nätet": marker(svg("https://x.example/a.svg")),
    "nätet utan slag": marker(svg("//x.example/a.svg")),
    "delad mapp": marker(svg(r"\\x.example\delad\a.svg")),
    "disk": marker(svg("/etc/passwd")),
    "uppåt": marker(svg("../../a.svg")),
    "bild": marker('<layer class="RasterMarker"><Option name="imageFile" value="https://x.example/a.png"/></layer>'),
    "annat lager": marker('<layer class="SVGFill"/>'),
    "bild genom uttryck": marker(svg(SVG, rule("name", "'https:' || '//x.example/' || namn"))),
    "läser fil": sized("file_size('/etc/passwd')"),
    "läser dator": sized("length(env('HOME'))"),
    "läser in lager": sized("count('id', layer:=load_layer('https://x.example','ogr'))"),
    "räknar ut uttryck": sized("eval(namn)"),
    "med kommentar": sized("EVAL /* ( */ -- x&#10; (namn)"),
    "vem": sized("length(@user_account_name)"),
    "skriver": sized("sqlite_fetch_and_increment('a','b','c','d')"),
    "inne i text": marker(
        PLAIN_LAYER, f'<callout><Option name="markerSymbol" value="{NESTED.format("https://x.example/a")}"/></callout>'
    ),
    "efter annan radslutning": sized("length(env -- x&#13; ('HOME'))"),
    "mellan delar": marker(PLAIN_LAYER).replace(
        "<symbols>", "<orderby><orderByClause><x/>env('HOME')</orderByClause></orderby><symbols>"
    ),
    "delat mellan delar": marker(PLAIN_LAYER).replace(
        "<symbols>", "<orderby><orderByClause>env<x/>('HOME')</orderByClause></orderby><symbols>"
    ),
    "många led": sized("+".join("1" * 30_000)),
    "många villkor": sized(" AND ".join(["1=1"] * 100_000)),
    "djupt": sized("abs(" * 30 + "1" + ")" * 30),
    "djupt med anmärkning": sized("abs/**/(" * 20 + "1" + ")" * 20),
    "etikett": marker(PLAIN_LAYER, """<text-style fieldName="env('HOME')" isExpression="1"/>"""),
    "bakom etikett": marker(
        PLAIN_LAYER, '<Option name="ShapeSVGFile" type="Map"><Option name="expression" value="namn"/></Option>'
    ),
}


@pytest.mark.parametrize("kind", REACHING)
def test_what_reaches_outside_is_in_no_style(qgis_app, kind: str):
    from strukturbild_plugin.cartography.custom_styles.stored_style import harmless_style

    assert not harmless_style(REACHING[kind]).qml, "den sparade stilen"
    with pytest.raises(CatalogueError):
        clean_style(REACHING[kind].encode(), "Lato")


def test_our_own_expressions_are_far_from_the_limits(path: Path):
    from strukturbild_plugin.sanitize.expressions import is_too_complex
    from strukturbild_plugin.sanitize.values import holds_xml

    with closing(sqlite3.connect(path)) as connection:
        styles = [row[0] for row in connection.execute("SELECT styleQML FROM layer_styles")]
    assert styles
    trees = [ElementTree.fromstring(re.sub("<!DOCTYPE[^>]*>", "", qml)) for qml in styles]
    values = {value for tree in trees for one in tree.iter() for value in (*one.attrib.values(), one.text or "")}
    for value in values:
        assert holds_xml(value) or not is_too_complex(value + " + 1" * 400), value[:200]


def test_labels_lose_what_fetches_and_a_function_of_ones_own_is_not_called(qgis_app):
    from strukturbild_plugin.cartography.custom_styles.stored_style import harmless_style

    background = '<background shapeDraw="0" shapeSVGFile="https://x.example/a.svg"/>'
    labels = marker(PLAIN_LAYER, f'<text-style allowHtml="1" fieldName="namn">{background}</text-style>')
    for clean in (harmless_style(labels), clean_style(labels.encode(), "Lato")):
        assert "x.example" not in clean.qml and 'allowHtml="0"' in clean.qml and len(clean.notices) == 2
    own = sized("min_egen(namn)")
    assert not harmless_style(own).qml, "en funktion som ingen känner kan bli vad som helst"
    harmless_style.cache_clear()

    @qgsfunction(args=1, group="Math", register=True)
    def min_egen(value, feature, parent):
        return 1

    try:
        assert not harmless_style(own).qml
    finally:
        QgsExpression.unregisterFunction("min_egen")
        harmless_style.cache_clear()


def test_depth_and_declarations_are_met_before_anything_builds_a_tree(qgis_app):
    deepest = xml.MAX_LIMITS.depth
    xml.read("<!DOCTYPE qgis PUBLIC 'a' 'b'>" + "<a>" * deepest + "</a>" * deepest)
    for text in ("<a>" * (deepest + 1), "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a", "", "\ud800"):
        with pytest.raises(ContentError, match=r"[Ss]para"):
            xml.read(text)


def test_what_is_nested_without_end_does_not_take_qgis_with_it(path: Path):
    deep = style("<renderer-v2 type='RuleRenderer'>" + "<rules>" * 200_000)
    hidden = '<Layout name="a"><PageCollection x="/>">' + '<LayoutItem x="/>">' * 20_000
    nested = marker(PLAIN_LAYER, '<callout><Option name="a" value="' + "&lt;a&gt;" * 100_000 + '"/></callout>')
    saved_style(path, "nod", deep)
    saved_style(path, "strak", nested)
    carried = [("stil", "tryck/nod.qml", deep), ("stil", "tryck/strak.qml", nested), ("layout", "karta.qpt", hidden)]
    with closing(sqlite3.connect(path)) as connection:
        put = "INSERT INTO bilaga (slag, namn, innehall) VALUES (?, ?, CAST(? AS BLOB))"
        connection.executemany(put, [*carried, ("logotyp", "a.svg", "<svg>" + "<g>" * 200_000)])
        connection.commit()
    said = within_limits(
        """
from strukturbild_plugin.cartography.layout.logos import read_logo
from strukturbild_plugin.export.custom_layouts.clean_layout import clean_layout
from strukturbild_plugin.store.qgis_project.layers import open_layers
from strukturbild_plugin.store.writing.open_check import check_file
from strukturbild_plugin.store.writing.repair import repair
from strukturbild_plugin.store.templates.attachment_check import unusable_parts
from strukturbild_plugin.store.gpkg.records import Attachment
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
path = Path(sys.argv[1])
check_file(path)
repair(path)
print(all(layer.isValid() for _group, layer in open_layers(path)))
kept = {one.namn: one.innehall for one in read_snapshot(path).attachments}
for name, work in (("karta.qpt", clean_layout), ("a.svg", lambda content, name: read_logo(name, content))):
    try:
        work(kept[name], name)
    except StrukturbildError:
        print(name)
(fault,) = unusable_parts(Attachment("stil", "tryck/nod.qml", kept["tryck/nod.qml"]))
print("djupare" in fault[1])
""",
        path,
    )
    assert said.split() == ["True", "karta.qpt", "a.svg", "True"]


def test_the_project_in_a_copy_is_made_from_the_catalogue(path: Path, tmp_path: Path):
    from strukturbild_plugin.store.create.copy import copy_strukturbild
    from strukturbild_plugin.store.qgis_project.embedded_project import project_address

    web = WEB_SYMBOL.format(url="https://x.example", more="")
    saved_style(path, "nod", style(web + RUNNING.format(url="x", mark="y")))
    copy = copy_strukturbild(path, tmp_path / "kopia.gpkg")
    project = QgsProject()
    assert project.read(project_address(copy))
    nodes = [layer for layer in project.mapLayers().values() if "|layername=nod" in layer.source()]
    drawn = [layer for layer in nodes if layer.renderer().type() == "RuleRenderer"]
    assert drawn and not any(layer.editFormConfig().initFunction() for layer in nodes)
    project.clear()


def test_a_style_for_another_geometry_is_not_used(path: Path):
    saved_style(path, "strak", marker(PLAIN_LAYER))
    assert open_layer(path, "strak", "Stråk").renderer().type() == "RuleRenderer"


def test_a_style_that_is_refused_is_a_sentence_and_never_a_traceback(qgis_app):
    from strukturbild_plugin.cartography.custom_styles.stored_style import harmless_style

    for text in ("", "x", "<qgis/>", "<a>" * 300, style(""), style("<renderer-v2 type='x'/>"), style("<renderer-v2/>")):
        assert harmless_style(text).notices and not harmless_style(text).qml
        with pytest.raises(StrukturbildError):
            clean_style(text.encode(), "Lato")
