"""Fill in where the objects of a strukturbild lie: in a file from before that was done while drawing, or merged."""

from __future__ import annotations

from typing import Any, Mapping

from qgis.core import QgsProcessingOutputNumber

from ..i18n import tr
from .base import GEOPACKAGE, NEW, AlgorithmInputs, StrukturbildAlgorithm


class FillLocationAlgorithm(StrukturbildAlgorithm):
    """strukturbild:fill_location"""

    CODE = "fill_location"
    GROUP = NEW

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Fyll i berörda kommuner, län och gränser")

    def search_words(self) -> str:
        """Further search words."""
        return tr("kommunkoder län gräns läge")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Fyller i Berörda kommuner, Berörda län och länder och Gräns som korsas efter objektens läge. I fönstret "
            "görs det när något ritas eller flyttas; det här är för filer från tiden före, och efter en "
            "sammanslagning.\n\n"
            "Det som redan står i ett fält står kvar, om du inte väljer att skriva över. Bara svenska kommuner: det "
            "som ligger i ett grannland får landets kod."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        self.add_file("FIL", tr("Strukturbild"), GEOPACKAGE)
        self.add_yes_no("SKRIV_OVER", tr("Skriv över det som redan står"), False)
        self.add_text("AV", tr("Vem som ändrar"))
        self.addOutput(QgsProcessingOutputNumber("ANTAL", tr("Antal ändrade objekt")))
        self.addOutput(QgsProcessingOutputNumber("UTOMLANDS", tr("Objekt utan svensk kommun")))

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Change the file."""
        from dataclasses import replace

        from ..feedback import stop_if_cancelled
        from ..store.create.location import MUNICIPALITIES, location_columns
        from ..store.importing.located_rows import located
        from ..store.writing.open_check import check_file
        from ..store.writing.transaction import writing

        path = inputs.path("FIL")
        check_file(path)
        changed, abroad = [], 0
        with writing(path, inputs.text("AV")) as db:
            catalogue = db.catalogue()
            columns = location_columns(catalogue) if inputs.yes("SKRIV_OVER") else ()
            objects = tuple(db.objects())
            for place, record in enumerate(objects):
                stop_if_cancelled(inputs.feedback)
                inputs.feedback.setProgress(90 * place / len(objects))
                kept = {kod: value for kod, value in record.attribut.items() if kod not in columns}
                now = located(replace(record, attribut=kept), catalogue)
                abroad += bool(record.wkb) and not now.attribut.get(MUNICIPALITIES)
                if now.attribut != record.attribut:
                    changed.append(now)
            db.update_objects(changed)
            if changed:
                db.log("lage", str(len(changed)))
        return {"ANTAL": len(changed), "UTOMLANDS": abroad}
