"""What two groups do to their copies, and what is in a file after: for our merge and for geodiff's rebase alike."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from strukturbild_plugin.goals.model import GoalLink
from strukturbild_plugin.store.gpkg import wkb
from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.writing.transaction import writing
from tests.store.helpers import line, point, thing
from tests.workshop.helpers import Act, change, content, delete, named

Told = list[list[object]]


@dataclass(frozen=True)
class Case:
    """What the one who is merged first does, and the other."""

    name: str
    one: Act
    two: Act


@dataclass(frozen=True)
class PlainCase:
    """The same for geodiff alone, in a table that a strukturbild has none like: statements, and a query."""

    name: str
    schema: str
    one: str
    two: str
    query: str


def _changed(called: str, **changes: object) -> Act:
    return lambda path: change(path, called, **changes)


def _deleted(called: str) -> Act:
    return lambda path: delete(path, called)


def _drawn(called: str, x: float) -> Act:
    """Draws a node, and links it to a goal."""

    def act(path: Path) -> None:
        with writing(path, path.stem) as db:
            db.add_objects([thing("nod", "nod", called, point((x, 6_590_000.0)))])
        _link(path, called, 0)

    return act


def _linked(called: str, goal: int, bidrag: int = 1) -> Act:
    return lambda path: _link(path, called, goal, bidrag)


def _link(path: Path, called: str, goal: int, bidrag: int = 1) -> None:
    goals = sorted(content(path).goals, key=lambda one: one.mal_id)
    with writing(path, path.stem) as db:
        db.add_links([GoalLink(named(path, called).objekt_id, goals[goal].mal_id, bidrag)])


def _with_column(path: Path) -> None:
    """An own attribute: a column more in the layer of nodes."""
    with contextlib.closing(connect(path)) as file:
        order = file.execute("SELECT max(ordning) FROM attribut").fetchone()[0] + 1
        columns = "kod, namn_sv, namn_en, typ, grupp, gemensam, ordning"
        (group,) = file.execute("SELECT grupp FROM attribut WHERE kod = 'bredband'").fetchone()
        values = ("hamnkaj", "Hamnkaj", "Quay", "text", group, None, order)
        file.execute(f"INSERT INTO attribut ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", values)
        file.execute("UPDATE klass SET attribut = attribut || ',hamnkaj' WHERE kod = 'nod'")
        file.execute("ALTER TABLE nod ADD COLUMN hamnkaj TEXT")
        file.execute("UPDATE nod SET hamnkaj = 'Norra kajen' WHERE namn = 'Karlstad'")


WEST = line((460_000.0, 6_560_000.0), (460_000.0, 6_610_000.0))
RIGHT = (
    Case("olika kolumner", _changed("Karlstad", niva="regional"), _changed("Karlstad", namn="Solstaden")),
    Case("olika objekt", _changed("Karlstad", namn="Solstaden"), _changed("Kilen", namn="Gröna kilen")),
    Case("samma värde", _changed("Karlstad", namn="Solstaden"), _changed("Karlstad", namn="Solstaden")),
    Case("läge och namn", _changed("Älven", wkb=WEST), _changed("Älven", namn="Klarälven")),
    Case("båda ritar", _drawn("Arvika", 366_000.0), _drawn("Sunne", 391_000.0)),
    Case("en tar bort", _deleted("Älven"), _changed("Karlstad", namn="Solstaden")),
    Case("båda tar bort", _deleted("Älven"), _deleted("Älven")),
    Case("olika mål", _linked("Karlstad", 0), _linked("Örebro", 1)),
)
"""Where geodiff is right: an oracle."""
CLASHES = Case("samma kolumn", _changed("Karlstad", namn="Solstaden"), _changed("Karlstad", namn="Vid Klarälven"))
LOST_EDIT = Case("borttagen och ändrad", _changed("Älven", namn="Klarälven"), _deleted("Älven"))
SAME_PAIR = Case("samma par", _linked("Karlstad", 0), _linked("Karlstad", 0))
ADDED_COLUMN = Case("ny kolumn", _with_column, _changed("Karlstad", namn="Solstaden"))
FAILURES = (LOST_EDIT, SAME_PAIR, ADDED_COLUMN)
NUMBERED_LINKS = PlainCase(
    "länk på radnummer",
    "CREATE TABLE nod (fid INTEGER PRIMARY KEY, namn TEXT); CREATE TABLE lank (fid INTEGER PRIMARY KEY, nod INTEGER);",
    "INSERT INTO nod VALUES (1, 'Arvika'); INSERT INTO lank VALUES (1, 1);",
    "INSERT INTO nod VALUES (1, 'Sunne'); INSERT INTO lank VALUES (1, 1);",
    "SELECT nod.namn FROM lank JOIN nod ON nod.fid = lank.nod ORDER BY 1",
)
TEXT_KEYS = PlainCase(
    "textnyckel",
    "CREATE TABLE klass (kod TEXT PRIMARY KEY, namn TEXT);",
    "INSERT INTO klass VALUES ('kaj', 'Kaj');",
    "INSERT INTO klass VALUES ('kaj', 'Hamnkaj');",
    "SELECT kod, namn FROM klass ORDER BY 1, 2",
)
COMPOSITE_KEYS = PlainCase(
    "sammansatt nyckel",
    "CREATE TABLE plats (bild TEXT, objekt TEXT, x REAL, PRIMARY KEY (bild, objekt));",
    "INSERT INTO plats VALUES ('a', 'b', 1);",
    "INSERT INTO plats VALUES ('a', 'c', 2);",
    "SELECT * FROM plats ORDER BY 1, 2",
)
PLAIN = (NUMBERED_LINKS, TEXT_KEYS, COMPOSITE_KEYS)


def told(path: Path) -> Told:
    """What a strukturbild says of its objects and their goals, by name."""
    with contextlib.closing(sqlite3.connect(path)) as file:
        layers = [row[0] for row in file.execute("SELECT table_name FROM gpkg_geometry_columns")]
        objects = []
        for layer in layers:
            if "objekt_id" in {row[1] for row in file.execute(f"PRAGMA table_info({layer})")} and layer != "kommentar":
                for objekt_id, *rest in file.execute(f"SELECT objekt_id, namn, niva, geom FROM {layer}"):
                    objects.append((layer, objekt_id, *rest))
        names = {objekt_id: namn for _layer, objekt_id, namn, *_rest in objects}
        goals = dict(file.execute("SELECT mal_id, titel FROM mal"))
        links = file.execute("SELECT objekt_id, mal_id, bidrag FROM objekt_mal").fetchall()
    found: Told = [[layer, namn, niva, _place(geom)] for layer, _id, namn, niva, geom in objects]
    found += [["objekt_mal", names.get(one), goals.get(goal), bidrag] for one, goal, bidrag in links]
    return sorted(found, key=repr)


def _place(geometry: bytes) -> list[list[float]]:
    return [[round(x, 2), round(y, 2)] for x, y in wkb.vertices(wkb.from_blob(geometry) or b"")]
