"""Import objects and goals from what the region already has."""

from __future__ import annotations

from typing import Any, Mapping

from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString

from .. import paths
from ..i18n import tr
from .base import FILL, GEOPACKAGE, AlgorithmInputs, StrukturbildAlgorithm, as_json, codes_in

FIELDS = {"FALT_NAMN": "namn", "FALT_NIVA": "niva", "FALT_STATUS": "status", "FALT_TEXT": "beskrivning"}
"""Parameter -> column that it fills."""


class ImportObjectsAlgorithm(StrukturbildAlgorithm):
    """strukturbild:import_objects"""

    CODE = "import_objects"
    GROUP = FILL

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Hämta objekt från andra data")

    def search_words(self) -> str:
        """Further search words."""
        return tr("importera hämta shapefil geojson csv lager objekt")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Hämtar punkter, linjer eller ytor ur en fil till en klass i strukturbilden. Koordinaterna räknas om till "
            "SWEREF 99 TM, trasiga ytor lagas och det som inte kan tas med räknas upp med skäl. "
            "Koordinater som inte kan höra till filens koordinatsystem avvisas innan något skrivs.\n\n"
            "Ange vilka kolumner i källan som är namn, nivå, status, text och mål. Mål skrivs med sin kod."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        self.add_file("FIL", tr("Strukturbild"), GEOPACKAGE)
        self.add_file("KALLA", tr("Hämta från"))
        self.add_text("LAGER", tr("Lager i källan (tomt: det första)"))
        self.add_text("KLASS", tr("Objektklass (kod)"), "nod", optional=False)
        self.add_text("BILD", tr("Bild (namn eller id; tom: den första)"))
        self.add_text("FALT_NAMN", tr("Kolumn med namn"))
        self.add_text("FALT_NIVA", tr("Kolumn med nivå"))
        self.add_text("FALT_STATUS", tr("Kolumn med status"))
        self.add_text("FALT_TEXT", tr("Kolumn med beskrivning"))
        self.add_text("FALT_MAL", tr("Kolumn med målkoder"))
        self.add_text("NIVA", tr("Nivå för objekt som saknar (kod)"))
        self.add_text("STATUS", tr("Status för objekt som saknar (kod)"))
        self.add_text("FALT_ID", tr("Kolumn som känner igen en rad vid nästa hämtning"))
        self.add_text("KOORDINATSYSTEM", tr("Koordinatsystem (EPSG-kod) när filen inte säger det"))
        self.addOutput(QgsProcessingOutputNumber("ANTAL", tr("Hämtade objekt")))
        self.addOutput(QgsProcessingOutputNumber("ANTAL_EJ", tr("Objekt som inte kunde hämtas")))
        self.addOutput(QgsProcessingOutputNumber("ANTAL_MALKOPPLINGAR", tr("Kopplingar till mål")))
        self.addOutput(QgsProcessingOutputString("EJ_HAMTADE", tr("Vad som inte hämtades och varför (JSON)")))

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Import, and say what was left."""
        from ..store.importing.objects import ImportRequest, import_objects

        fields = {column: inputs.text(name) for name, column in FIELDS.items() if inputs.text(name)}
        request = ImportRequest(
            source=str(inputs.path("KALLA")),
            layer_name=inputs.text("LAGER"),
            klass=inputs.text("KLASS"),
            bild_id=inputs.text("BILD"),
            fields=fields,
            goal_field=inputs.text("FALT_MAL"),
            default_level=inputs.text("NIVA"),
            default_status=inputs.text("STATUS"),
            id_field=inputs.text("FALT_ID"),
            crs=inputs.text("KOORDINATSYSTEM"),
        )
        report = import_objects(inputs.path("FIL"), request, inputs.feedback)
        inputs.feedback.pushInfo(tr("{n} objekt hämtades.").format(n=report.imported))
        for note in report.notes:
            inputs.feedback.pushInfo(note)
        for row, reason in report.left_out:
            inputs.feedback.pushWarning(tr("Rad {row}: {reason}").format(row=row, reason=reason))
        left = [{"rad": row, "skal": reason} for row, reason in report.left_out]
        return {
            "FIL": str(inputs.path("FIL")),
            "ANTAL": report.imported,
            "ANTAL_EJ": len(left),
            "ANTAL_MALKOPPLINGAR": report.links,
            "EJ_HAMTADE": as_json(left),
        }


class ImportGoalsAlgorithm(StrukturbildAlgorithm):
    """strukturbild:import_goals"""

    CODE = "import_goals"
    GROUP = FILL

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Hämta mål")

    def search_words(self) -> str:
        """Further search words."""
        return tr("importera mål rus agenda 2030 målträd excel csv")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Lägger till en målsamling i strukturbilden: antingen en som följer med insticket, "
            "eller en egen tabell i CSV, Excel eller OpenDocument. Tabellen har en rad per mål med kod, nivå, titel "
            "och koden för målet ovanför. Stämmer inte tabellen räknas alla fel upp med radnummer "
            "och ingenting ändras."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        self.add_file("FIL", tr("Strukturbild"), GEOPACKAGE)
        self.add_choice("BIBLIOTEK", tr("Målsamling som följer med"), codes_in(paths.GOAL_SETS, ".yaml"))
        self.add_file("KALLA", tr("Egen tabell (CSV, Excel, ODS)"), optional=True)
        self.add_text("BLAD", tr("Blad i kalkylbladet (tomt: det första)"))
        self.add_choice(
            "SAKNADE",
            tr("Knutna mål som inte längre finns: avbryt (refuse), behåll (keep) eller ta bort (remove)"),
            ["refuse", "keep", "remove"],
            "refuse",
        )
        self.make_advanced("BLAD", "SAKNADE")
        self.addOutput(QgsProcessingOutputNumber("ANTAL", tr("Hämtade mål")))

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Import the set."""
        from ..errors import GoalError
        from ..store.importing.goals import import_goals

        table = inputs.text("KALLA")
        source = inputs.path("KALLA") if table else inputs.choice("BIBLIOTEK")
        if not source:
            raise GoalError(tr("Välj en målsamling som följer med, eller en egen tabell."))
        count = import_goals(
            inputs.path("FIL"),
            source,
            sheet=inputs.text("BLAD"),
            missing=inputs.choice("SAKNADE"),
            tell=inputs.feedback.pushInfo,
        )
        inputs.feedback.pushInfo(tr("{n} mål hämtades.").format(n=count))
        return {"FIL": str(inputs.path("FIL")), "ANTAL": count}
