"""Strukturbilder as a stranger might have made them, and a Python with limits to try the dangerous ones in."""

from __future__ import annotations

import base64
import contextlib
import http.server
import shutil
import sqlite3
import threading
from pathlib import Path
from typing import Iterator

from strukturbild_plugin.store.gpkg.connection import prepared
from tests.store.helpers import run_python

ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
FOREIGN = {
    "raderar": "CREATE TRIGGER ond AFTER UPDATE ON qgis_projects BEGIN DELETE FROM nod; DELETE FROM strak; END",
    "utan slut": f"CREATE TRIGGER ond BEFORE UPDATE ON logg BEGIN SELECT ({ENDLESS} SELECT count(*) FROM c); END",
    "låtsas": "DROP TRIGGER nod_borttagen; CREATE TRIGGER nod_borttagen AFTER DELETE ON nod BEGIN DELETE FROM mal; END",
    "på fel tabell": (
        "ALTER TABLE qgis_projects ADD COLUMN objekt_id TEXT; CREATE TRIGGER qgis_projects_borttagen AFTER DELETE ON "
        "qgis_projects BEGIN DELETE FROM objekt_mal WHERE objekt_id = OLD.objekt_id; END"
    ),
    "vy": f"CREATE VIEW ond_vy AS {ENDLESS} SELECT x AS fid FROM c",
    "vy i tabells ställe": "ALTER TABLE rost RENAME TO roster; CREATE VIEW rost AS SELECT * FROM roster",
    "regel": "CREATE TABLE ond_regel (x TEXT CHECK (hex(zeroblob(400000000)) NOT NULL))",
    "beräknad kolumn": "ALTER TABLE nod ADD COLUMN ond TEXT AS (hex(zeroblob(400000000)))",
    "förval": "CREATE TABLE ond (x TEXT DEFAULT (hex(zeroblob(400000000))))",
    "index": "CREATE INDEX ond ON nod (hex(namn))",
    "index med villkor": "CREATE INDEX ond ON nod (namn) WHERE length(hex(namn)) > 0",
    "virtuell tabell": "CREATE VIRTUAL TABLE ond USING fts4(x)",
    "släpper in allt": "CREATE TABLE ond (x TEXT UNIQUE ON CONFLICT REPLACE)",
    "tar med sig": "CREATE TABLE ond (x TEXT REFERENCES nod (objekt_id) ON DELETE CASCADE)",
}
"""What is put in a strukturbild, by what it does; each is called 'ond…', or as what it pretends to be."""

WEB_SYMBOL = (
    '<renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0"><symbols>'
    '<symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">'
    '<layer class="SvgMarker" enabled="1" locked="0" pass="0"><Option type="Map">'
    '<Option type="QString" name="name" value="{url}/symbol.svg"/><Option type="QString" name="size" value="8"/>'
    "</Option></layer>{more}</symbol></symbols></renderer-v2>"
)
PLAIN_LAYER = (
    '<layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map">'
    '<Option type="QString" name="color" value="0,255,60,255"/><Option type="QString" name="name" value="star"/>'
    '<Option type="QString" name="size" value="7"/></Option></layer>'
)
RUNNING = (
    "<editforminit>ond</editforminit><editforminitcodesource>2</editforminitcodesource><editforminitcode><![CDATA["
    "open('{mark}', 'w')\ndef ond(*_): pass]]></editforminitcode>"
    '<attributeactions><actionsetting id="{{12345678-1234-1234-1234-123456789abc}}" type="1" name="Visa" action="1"/>'
    "</attributeactions><mapTip>&lt;img src=&quot;{url}/karta.png&quot;&gt;</mapTip>"
)


def with_sql(path: Path, *statements: str) -> Path:
    """The file with these carried out by somebody who knows SQLite."""
    with contextlib.closing(prepared(sqlite3.connect(path))) as connection:
        for statement in statements:
            connection.executescript(statement)
        connection.commit()
    return path


def hostile(source: Path, folder: Path, *kinds: str) -> Path:
    """A copy of `source` with FOREIGN parts of these kinds."""
    return with_sql(Path(shutil.copy(source, folder / "ond.gpkg")), *(FOREIGN[kind] for kind in kinds))


def saved_style(path: Path, table: str, qml: str, owner: str = "") -> None:
    """Save a style in the file as QGIS does; `owner`: the set it claims to be of."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE layer_styles SET useAsDefault = 0 WHERE f_table_name = ?", (table,))
        connection.execute(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
            "styleQML, useAsDefault, owner) VALUES ('', '', ?, 'geom', 'egen', ?, 1, ?)",
            (table, qml, owner),
        )
        connection.commit()


def style(inside: str) -> str:
    """A style as QGIS writes it."""
    head = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
    return f'{head}<qgis version="3.22.16" labelsEnabled="1">{inside}</qgis>'


PICTURE = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9'/></svg>"
SVG = f"base64:{base64.b64encode(PICTURE).decode()}"


def marker(layer: str, labels: str = "") -> str:
    """A style with this symbol layer, and perhaps labels."""
    symbol = f'<symbol type="marker" name="0">{layer}</symbol>'
    labeling = f'<labeling type="simple"><settings>{labels}</settings></labeling>' if labels else ""
    return style(f'<renderer-v2 type="singleSymbol"><symbols>{symbol}</symbols></renderer-v2>{labeling}')


def svg(name: str, more: str = "") -> str:
    return f'<layer class="SvgMarker"><Option type="Map"><Option name="name" value="{name}"/></Option>{more}</layer>'


def rule(of: str, expression: str) -> str:
    """A property that an expression reckons out."""
    said = f'<Option name="expression" value="{expression}"/><Option name="active" value="true"/>'
    properties = f'<Option name="properties" type="Map"><Option name="{of}" type="Map">{said}</Option></Option>'
    return f'<data_defined_properties><Option type="Map">{properties}</Option></data_defined_properties>'


def sized(expression: str) -> str:
    """A plain sign whose size an expression reckons out."""
    return marker(PLAIN_LAYER.replace("</layer>", rule("size", expression) + "</layer>"))


def within_limits(code: str, *arguments: object) -> str:
    """What `code` prints in a Python that is ended after 20 s of work or with 3 GB; AssertionError if it had to be."""
    limits = (
        "import resource\nresource.setrlimit(resource.RLIMIT_CPU, (20, 21))\n"
        "resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))\n"
        "import sys\nfrom pathlib import Path\nfrom qgis.core import QgsApplication\n"
        "app = QgsApplication([], False)\napp.initQgis()\n"
        "from strukturbild_plugin.errors import StrukturbildError\n"
    )
    done = run_python(limits + code, *arguments)
    assert done.returncode == 0, f"{done.returncode}\n{done.stdout}\n{done.stderr[-2000:]}"
    return done.stdout


@contextlib.contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """A server on this computer: its address, and what has been asked of it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_HEAD = do_GET

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
