"""What can be written to a strukturbild inside one transaction (see geopackage.writing)."""

from __future__ import annotations

from collections import defaultdict
from typing import Iterable, Mapping, Sequence

from ...catalogue.model import AREA, LINE, POINT, Attribute, AttributeGroup, Catalogue, Choice, ObjectClass
from ...catalogue.table_rows import to_rows
from ...errors import StoreError
from ...goals.model import GoalLink
from ...goals.tree import GoalTree
from ...i18n import tr
from ..gpkg import row_mapping as rows
from ..gpkg import wkb
from ..gpkg.connection import columns_in, touch
from ..gpkg.records import Area, Edition, Head, ObjectRecord, Picture
from ..schema import ddl
from ..schema.ddl import quoted
from ..schema.tables import SCHEMA_VERSION, object_tables
from .attachment_writer import AttachmentWriter
from .extend_catalogue import extended_catalogue

_KINDS = {POINT: 4, LINE: 5, AREA: 6}
_MAX_PARAMETERS = 500


class Writer(AttachmentWriter):
    """One transaction of changes; the audit columns and GeoPackage's own tables are kept right."""

    # --- objects

    def add_objects(self, objects: Iterable[ObjectRecord], group: str = "") -> int:
        """Add objects; gives how many. Their identities must be new, their layer and picture must exist.

        `group`: who drew them; '' keeps each object's own.
        """
        by_layer = self._by_layer(objects)
        self._refuse_known([record.objekt_id for records in by_layer.values() for record in records])
        audit = {"skapad_av": self.who or None, "skapad": self.moment, "version": 1}
        audit.update(andrad_av=self.who or None, andrad=self.moment)
        for layer, records in by_layer.items():
            attributes = self.attributes(layer)
            drawn_by = ({"grupp": group or record.grupp or None} for record in records)
            listed = [{**rows.object_row(record, attributes), **audit, **by} for record, by in zip(records, drawn_by)]
            self._insert(layer, listed)
        return sum(map(len, by_layer.values()))

    def update_objects(self, objects: Iterable[ObjectRecord]) -> int:
        """Replace the fields of objects that exist, found by identity and layer; gives how many."""
        count = 0
        for layer, records in self._by_layer(objects).items():
            attributes = self.attributes(layer)
            for record in records:
                row = rows.object_row(record, attributes)
                row.update(andrad_av=self.who or None, andrad=self.moment)
                places = ", ".join(f"{quoted(name)} = ?" for name in row)
                statement = f"UPDATE {quoted(layer)} SET {places}, version = version + 1 WHERE objekt_id = ?"
                if not self.connection.execute(statement, (*row.values(), record.objekt_id)).rowcount:
                    raise StoreError(
                        tr("Objektet ”{namn}” finns inte i lagret {lager} och kan inte ändras.").format(
                            namn=record.namn or record.objekt_id, lager=layer
                        )
                    )
                count += 1
            self._touched.add(layer)
        return count

    def delete(self, objekt_ids: Iterable[str]) -> int:
        """Delete objects with their goal links and votes; gives how many there were."""
        wanted, count = list(objekt_ids), 0
        for layer in self.catalogue().lager:
            statement = f"DELETE FROM {quoted(layer.kod)} WHERE objekt_id = ?"
            deleted = sum(self.connection.execute(statement, (each,)).rowcount for each in wanted)
            if deleted:
                self._touched.update((layer.kod, "objekt_mal", "rost", "kommentar"))
            count += deleted
        return count

    # --- goals

    def add_goal_tree(self, tree: GoalTree) -> int:
        """Add a goal set, or renew it: goals keep their identity, and a goal that objects point at is never dropped."""
        self._upsert("malsamling", ("kod",), [rows.goal_set_row(tree.goal_set, tree.kallor)])
        self._upsert("mal", ("mal_id",), [rows.goal_row(goal) for goal in tree.goals])
        kept = {goal.mal_id for goal in tree.goals}
        linked = {mal_id for (mal_id,) in self.connection.execute("SELECT DISTINCT mal_id FROM objekt_mal")}
        there = self.connection.execute("SELECT mal_id FROM mal WHERE samling = ?", (tree.goal_set.kod,)).fetchall()
        gone = [(mal_id,) for (mal_id,) in there if mal_id not in kept and mal_id not in linked]
        self.connection.executemany("DELETE FROM mal WHERE mal_id = ?", gone)
        return len(tree.goals)

    def add_links(self, links: Iterable[GoalLink]) -> int:
        """Link objects to goals; a pair that is already linked gets the new contribution and reason."""
        wanted = list(links)
        self._check_links(wanted)
        audit = (self.who or None, self.moment, self.who or None, self.moment)
        self.connection.executemany(
            "INSERT INTO objekt_mal (objekt_id, mal_id, bidrag, motivering, skapad_av, skapad, andrad_av, andrad) "
            "VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (objekt_id, mal_id) DO UPDATE SET bidrag = excluded.bidrag, "
            "motivering = excluded.motivering, andrad_av = excluded.andrad_av, andrad = excluded.andrad",
            [(link.objekt_id, link.mal_id, link.bidrag, link.motivering, *audit) for link in wanted],
        )
        self._touched.add("objekt_mal")
        return len(wanted)

    def remove_links(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Remove the links between pairs of object and goal identity."""
        self.connection.executemany("DELETE FROM objekt_mal WHERE objekt_id = ? AND mal_id = ?", list(pairs))
        self._touched.add("objekt_mal")

    def remove_goal_set(self, code: str) -> None:
        """Delete a goal set with its goals. Raises StoreError when objects are linked to some of them."""
        own = "SELECT mal_id FROM mal WHERE samling = ?"
        statement = f"SELECT count(DISTINCT objekt_id) FROM objekt_mal WHERE mal_id IN ({own})"
        (linked,) = self.connection.execute(statement, (code,)).fetchone()
        if linked:
            raise StoreError(
                tr("{antal} objekt är kopplade till mål i samlingen. Ta bort kopplingarna först.").format(antal=linked)
            )
        self.connection.execute("DELETE FROM malsamling WHERE kod = ?", (code,))
        self._touched.update(("malsamling", "mal"))
        self.log("malsamling_borttagen", code)

    # --- the strukturbild itself

    def set_head(self, head: Head) -> None:
        """Write what the strukturbild is. The row stays the same to those who have it open to edit."""
        before = [rows.head(row) for row in self.table("strukturbild")]
        self._styles_stale |= [_styled_parts(each) for each in before] != [_styled_parts(head)]
        row = rows.head_row(head, self.catalogue().version, SCHEMA_VERSION)
        if len(before) == 1:
            places = ", ".join(f"{quoted(name)} = ?" for name in row)
            self.connection.execute(f"UPDATE strukturbild SET {places}", tuple(row.values()))
            self._touched.add("strukturbild")
        else:
            self._insert("strukturbild", [row])

    def set_pictures(self, pictures: Iterable[Picture]) -> None:
        """Add pictures, or change those that exist by identity."""
        before = [_listed_parts(picture) for picture in self.pictures()]
        self._upsert("bild", ("bild_id",), [rows.picture_row(picture) for picture in pictures])
        self._styles_stale |= before != [_listed_parts(picture) for picture in self.pictures()]

    def remove_picture(self, bild_id: str) -> None:
        """Delete a picture; those that start from it start from none. Raises StoreError when it holds objects or is the
        only one.
        """
        pictures = {picture.bild_id: picture for picture in self.pictures()}
        if bild_id not in pictures:
            return
        if len(pictures) == 1:
            raise StoreError(tr("En strukturbild har minst en bild. Lägg till en annan först."))
        held = [layer.kod for layer in self.catalogue().lager if self._holds(layer.kod, bild_id)]
        if held:
            raise StoreError(
                tr("Bilden ”{namn}” har objekt. Flytta eller ta bort dem först.").format(namn=pictures[bild_id].namn)
            )
        self.connection.execute("UPDATE bild SET utgar_fran = NULL WHERE utgar_fran = ?", (bild_id,))
        self.connection.execute("DELETE FROM bild WHERE bild_id = ?", (bild_id,))
        self._touched.update(("bild", "etikettplats"))
        self._styles_stale = True

    def _holds(self, layer: str, bild_id: str) -> bool:
        statement = f"SELECT 1 FROM {quoted(layer)} WHERE bild_id = ? LIMIT 1"
        return self.connection.execute(statement, (bild_id,)).fetchone() is not None

    def set_areas(self, areas: Iterable[Area]) -> None:
        """Write the outlines of the regions, in place of what stood there."""
        self.connection.execute("DELETE FROM avgransning")
        self._insert("avgransning", [rows.area_row(area) for area in areas])
        self._project_stale = True  # the view that it opens with

    def add_edition(self, edition: Edition) -> None:
        """Add an edition, and say so in the log."""
        self._insert("utgava", [dict(vars(edition))])
        self.log("utgava", tr("Utgåva {nummer}").format(nummer=edition.nummer) + f" {edition.fingeravtryck}")

    # --- the catalogue

    def set_catalogue(self, catalogue: Catalogue) -> None:
        """Write the catalogue this file carries, in place of what stood there."""
        for table, listed in to_rows(catalogue).items():
            self.connection.execute(f"DELETE FROM {quoted(table)}")
            self._insert(table, listed)
        self._catalogue, self._styles_stale = catalogue, True

    def add_classes(
        self,
        classes: Sequence[ObjectClass],
        lists: Mapping[str, Sequence[Choice]] | None = None,
        attributes: Mapping[str, Attribute] | None = None,
        groups: Sequence[AttributeGroup] = (),
    ) -> None:
        """Add own classes with the lists, attributes and form groups they need: columns, styles and forms follow."""
        wider = extended_catalogue(self.catalogue(), classes, lists or {}, attributes or {}, groups)
        self.set_catalogue(wider)
        for spec in object_tables(wider):
            there = set(columns_in(self.connection, spec.name))
            for column in spec.columns:
                if column.name not in there:
                    self.connection.execute(ddl.added_column(spec.name, column))
            self._touched.add(spec.name)
        self.log("klass", ", ".join(klass.kod for klass in classes))

    # --- the end of the transaction

    def finish(self) -> None:
        """Bring styles and GeoPackage's own tables up to date; called before the transaction is kept."""
        if self._styles_stale:
            from ..qgis_project.layer_styles import write_styles

            write_styles(self)
        touch(self.connection, sorted(self._touched), self.moment)

    def afterwards(self) -> None:
        """What can only be done once the changes are in the file: the project inside it learns new looks."""
        if self._styles_stale or self._project_stale:
            from ..qgis_project.embedded_project import write_project

            write_project(self.path)

    # --- helpers

    def _by_layer(self, objects: Iterable[ObjectRecord]) -> dict[str, list[ObjectRecord]]:
        """Objects by layer, each checked against its layer's geometry and the pictures there are."""
        pictures = {bild_id for (bild_id,) in self.connection.execute("SELECT bild_id FROM bild")}
        found: dict[str, list[ObjectRecord]] = defaultdict(list)
        for record in objects:
            name = record.namn or record.objekt_id
            spec = self.layer(record.lager)
            if record.bild_id not in pictures:
                raise StoreError(tr("Objektet ”{namn}” hör till en bild som inte finns i filen.").format(namn=name))
            if _kind(record) not in (None, _KINDS[spec.geometry]):
                raise StoreError(
                    tr(
                        "Objektet ”{namn}” passar inte i lagret {lager}, som bara tar geometri av slaget {slag}."
                    ).format(namn=name, lager=record.lager, slag=spec.geometry)
                )
            found[record.lager].append(record)
        return found

    def _refuse_known(self, identities: Sequence[str]) -> None:
        known: set[str] = set()
        for start in range(0, len(identities), _MAX_PARAMETERS):
            part = identities[start : start + _MAX_PARAMETERS]
            places = ",".join("?" * len(part))
            for layer in self.catalogue().lager:
                statement = f"SELECT objekt_id FROM {quoted(layer.kod)} WHERE objekt_id IN ({places})"
                known.update(found for (found,) in self.connection.execute(statement, part))
        if known or len(set(identities)) != len(identities):
            raise StoreError(
                tr("{antal} av objekten finns redan i filen (samma objekt_id). Inget har sparats.").format(
                    antal=len(known) or len(identities) - len(set(identities))
                )
            )

    def _check_links(self, links: Sequence[GoalLink]) -> None:
        goals = {mal_id for (mal_id,) in self.connection.execute("SELECT mal_id FROM mal")}
        objekt_ids: set[str] = set()
        for layer in self.catalogue().lager:
            statement = f"SELECT objekt_id FROM {quoted(layer.kod)}"
            objekt_ids.update(found for (found,) in self.connection.execute(statement))
        for link in links:
            if link.mal_id not in goals:
                raise StoreError(
                    tr("Målet {mal_id} finns inte i filen. Importera målen först.").format(mal_id=link.mal_id)
                )
            if link.objekt_id not in objekt_ids:
                raise StoreError(tr("Objektet {objekt_id} finns inte i filen.").format(objekt_id=link.objekt_id))


def _styled_parts(head: Head) -> tuple[str, ...]:
    """What of the head is seen in styles, forms and project."""
    return head.titel, head.symboluppsattning, head.sprak


def _listed_parts(picture: Picture) -> tuple[str, ...]:
    """What of a picture is seen in forms and project."""
    return picture.bild_id, picture.namn, picture.bildtyp


def _kind(record: ObjectRecord) -> int | None:
    if record.wkb is None:
        return None
    try:
        plain = wkb.normalised(record.wkb)
    except ValueError as error:
        raise StoreError(
            tr("Objektet ”{namn}” har en geometri som inte går att läsa.").format(namn=record.namn or record.objekt_id)
        ) from error
    return None if plain is None else wkb.kind_of(plain)
