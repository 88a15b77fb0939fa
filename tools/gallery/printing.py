"""Make the strukturbilder of the gallery and print their sheets, each once."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path

from qgis.core import QgsLayoutExporter

from strukturbild_plugin.errors import ExportError
from strukturbild_plugin.export.fingerprint.fingerprint import fingerprint
from strukturbild_plugin.export.sheets.make_sheet import Sheet, make_sheet
from strukturbild_plugin.export.sheets.sheet_kinds import ATLAS, BEFORE_AFTER, SCENARIOS, kind_named
from strukturbild_plugin.export.stamp import EditionStamp
from strukturbild_plugin.store.examples.example import create_example
from strukturbild_plugin.store.gpkg.records import Snapshot
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tools.gallery.plan import DEMO, DPI, Single
from tools.gallery.seen import seen_by
from tools.real_data.make import make_real

_DPI = 100


class Printer:
    """Prints into one folder, and remembers the strukturbilder it has made."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[tuple[str, str], Snapshot] = {}

    def print(self, single: Single) -> Path:
        """The sheet as PNG; one seen with other eyes is made from the plain one. ExportError as `make_sheet` says."""
        target = self._folder / f"{single.file}.png"
        if single.vision != "normal":
            seen_by(self._folder / f"{replace(single, vision='normal').file}.png", target, single.vision)
            return target
        snapshot = self._snapshot(single)
        kind = kind_named(single.kind)
        if kind.form in (BEFORE_AFTER, ATLAS):
            snapshot = with_present(snapshot)
        if kind.form == SCENARIOS:
            snapshot = with_scenarios(snapshot)
        snapshot = replace(snapshot, head=replace(snapshot.head, symboluppsattning=single.symbol_set))
        stamp = EditionStamp(1, "2026-11-20", "utkast", "Utkast", fingerprint(snapshot))
        wanted = next(each.bild_id for each in snapshot.pictures if _drawn(snapshot, each.bild_id))
        sheet = make_sheet(snapshot, wanted, stamp, single.paper, single.kind)
        if kind.form == ATLAS:
            _second_page(sheet, target)
        else:
            sheet.write_png(target, DPI.get(single.paper, _DPI))
        return target

    def _snapshot(self, single: Single) -> Snapshot:
        key = single.template, single.recipe
        if key not in self._made:
            file = self._folder / f"{single.template}_{single.recipe}.gpkg"
            if single.recipe == DEMO:
                create_example("nobelbanestraket", file, overwrite=True)
            else:
                make_real(single.recipe, single.template, file)
            self._made[key] = read_snapshot(file)
            if not self._made[key].head.exempel:
                raise ExportError(f"{file.name} säger inte att den är ett exempel")
        return self._made[key]


def with_scenarios(snapshot: Snapshot) -> Snapshot:
    """The strukturbild as two scenarios: with what is proposed, and without."""
    both = with_present(snapshot)
    like = both.pictures[0]
    names = {like.bild_id: "Med det som föreslås", "nulaget": "Det som finns"}
    pictures = tuple(
        replace(like, bild_id=one.bild_id, namn=one.namn, ordning=one.ordning, scenario=names.get(one.bild_id, ""))
        if one.bild_id in names
        else one
        for one in both.pictures
    )
    return replace(both, pictures=pictures)


def with_present(snapshot: Snapshot) -> Snapshot:
    """The strukturbild with a present beside its future: what is there already, without what is only proposed."""
    after = next(each for each in snapshot.pictures if _drawn(snapshot, each.bild_id))
    before = replace(after, bild_id="nulaget", namn="Nuläge", bildtyp="nulage", horisont=None, ordning=99)
    copies = [
        replace(
            thing,
            objekt_id=str(uuid.uuid5(uuid.NAMESPACE_OID, thing.objekt_id)),
            bild_id=before.bild_id,
            ursprung_id=thing.objekt_id,
            status="befintlig",
        )
        for thing in snapshot.objects
        if thing.bild_id == after.bild_id and thing.status != "foreslagen"
    ]
    after = replace(after, bildtyp="malbild", horisont=after.horisont or 2040)
    return replace(snapshot, pictures=(after, before), objects=(*snapshot.objects, *copies))


def _drawn(snapshot: Snapshot, bild_id: str) -> bool:
    return any(thing.bild_id == bild_id for thing in snapshot.objects)


def _second_page(sheet: Sheet, target: Path) -> None:
    """Write the second page: the cover of an atlas says little of how its pages look."""
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = _DPI
    settings.pages = [1]
    settings.generateWorldFile = False
    QgsLayoutExporter(sheet.layout).exportToImage(str(target), settings)
    # QGIS puts the number of the page after the name.
    target.with_name(f"{target.stem}_2.png").replace(target)
