"""Import objects and goals from what the region already has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Mapping

from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString

from .. import paths
from ..i18n import tr
from .base import FILL, GEOPACKAGE, AlgorithmInputs, StrukturbildAlgorithm, as_json

if TYPE_CHECKING:
    from ..store.importing.request import ImportRequest

FIELDS = {"FALT_NAMN": "namn", "FALT_NIVA": "niva", "FALT_STATUS": "status", "FALT_TEXT": "beskrivning"}
"""Parameter -> column that it fills."""
CHOICES = {
    "crs": "KOORDINATSYSTEM",
    "whole_file": "HELA",
    "update": "UPPDATERA",
    "layer_name": "LAGER",
    "klass": "KLASS",
}
"""Field of the request -> parameter that sets it."""
UPDATE = ("fraga", "ja", "nej")
GOAL_FIELDS: Mapping[str, Callable[[], str]] = {
    "FALT_KOD": lambda: tr("Kod"),
    "FALT_TITEL": lambda: tr("Målets titel"),
    "FALT_NIVA": lambda: tr("Nivå"),
    "FALT_OVER": lambda: tr("Överordnat mål"),
    "FALT_BESKRIVNING": lambda: tr("Beskrivning"),
    "FALT_INDIKATOR": lambda: tr("Indikator"),
    "FALT_MALAR": lambda: tr("Målår"),
    "FALT_KALLA": lambda: tr("Källa"),
    "FALT_VIKT": lambda: tr("Vikt"),
    "FALT_PRIORITERAT": lambda: tr("Prioriterat"),
}
"""Parameter -> what a column of a table of goals fills: goals.table.TARGETS, which is not read when QGIS starts."""
MAX_LOGGED = 200
"""Rows named in the log; all of them are in the output and in the reports."""


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
            "Hämtar punkter, linjer eller ytor ur en fil till en klass i strukturbilden. Koordinaterna "
            "räknas om till SWEREF 99 TM, trasiga ytor lagas och det som inte kan tas med räknas upp med "
            "skäl. Det som ligger i strukturbildens område hämtas; välj hela filen för att ta med resten.\n\n"
            "Ange vilka kolumner i källan som är namn, nivå, status, text och mål, eller låt programmet "
            "föreslå dem utifrån kolumnernas namn och värden. Mål skrivs med sin kod. Det som redan har "
            "hämtats känns igen, först på sin identitet och annars på namn och plats, och ändras bara när du "
            "väljer att uppdatera. Inget tas bort. Pröva först om du är osäker: då skrivs ingenting."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        self.add_file("FIL", tr("Strukturbild"), GEOPACKAGE)
        self.add_file("KALLA", tr("Hämta från"))
        self.add_text("LAGER", tr("Lager i källan (tomt: det första som passar; *: alla som passar)"))
        self.add_text("KLASS", tr("Objektklass (kod)"), "nod", optional=False)
        self.add_text("BILD", tr("Bild (namn eller id; tom: den första)"))
        self.add_text("FALT_NAMN", tr("Kolumn med namn"))
        self.add_text("FALT_NIVA", tr("Kolumn med nivå"))
        self.add_text("FALT_STATUS", tr("Kolumn med status"))
        self.add_text("FALT_TEXT", tr("Kolumn med beskrivning"))
        self.add_text("FALT_MAL", tr("Kolumn med målkoder"))
        self.add_text("NIVA", tr("Nivå för objekt som saknar (kod)"))
        self.add_text("STATUS", tr("Status för objekt som saknar (kod)"))
        self.add_text("FALT_ID", tr("Kolumn som känner igen en rad vid nästa hämtning (eller: ”namn och plats”)"))
        self.add_text("KOORDINATSYSTEM", tr("Koordinatsystem (EPSG-kod) när filen inte anger det eller anger fel"))
        self.add_text("KOLUMN_OST", tr("Kolumn med öst (eller longitud, båda koordinaterna, wkt) när den inte hittas"))
        self.add_text("KOLUMN_NORR", tr("Kolumn med norr (eller latitud) när den inte hittas"))
        self.add_yes_no("HELA", tr("Hela filen: även det som ligger utanför strukturbildens område"))
        self.add_choice(
            "UPPDATERA",
            tr("Objekt som finns men är ändrade i källan: visa (fraga), uppdatera (ja) eller lämna (nej)"),
            list(UPDATE),
            UPDATE[0],
        )
        self.add_yes_no("PROVA", tr("Pröva: visa vad som skulle hända, skriv ingenting"))
        self.add_file_destination("RAPPORT_HTML", tr("Rapport rad för rad"), "HTML (*.html)", optional=True)
        self.add_file_destination("RAPPORT_CSV", tr("Rapport som tabell"), "CSV (*.csv)", optional=True)
        self.addOutput(QgsProcessingOutputNumber("ANTAL", tr("Hämtade objekt")))
        self.addOutput(QgsProcessingOutputNumber("ANTAL_UPPDATERADE", tr("Uppdaterade objekt")))
        self.addOutput(QgsProcessingOutputNumber("ANTAL_ANDRADE", tr("Objekt som finns men är ändrade i källan")))
        self.addOutput(QgsProcessingOutputNumber("ANTAL_LIKA", tr("Objekt som är som förut")))
        self.addOutput(QgsProcessingOutputNumber("ANTAL_BORTA", tr("Objekt som inte längre finns i källan")))
        self.addOutput(QgsProcessingOutputNumber("ANTAL_EJ", tr("Objekt som inte kunde hämtas")))
        self.addOutput(QgsProcessingOutputNumber("ANTAL_MALKOPPLINGAR", tr("Kopplingar till mål")))
        self.addOutput(QgsProcessingOutputString("EJ_HAMTADE", tr("Vad som inte hämtades och varför (JSON)")))

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Plan, say what will happen, and carry it out."""
        from ..errors import ImportRefused
        from ..feedback import StepFeedback
        from ..store.importing.objects import carry_out, plan_import
        from .findings_page import write_text
        from .import_report import as_csv, as_html, counts_sentence, reading_lines

        feedback, file = inputs.feedback, inputs.path("FIL")
        plan = plan_import(file, self._request(inputs), StepFeedback(feedback, 0, 85))
        for line in (*reading_lines(plan), *plan.notes):
            feedback.pushInfo(line)
        for choice in plan.choices:
            feedback.pushInfo(f"{choice.text}: {CHOICES[choice.field]}={_written(choice.value)}")
        if plan.refusal:
            raise ImportRefused(plan.refusal)
        left = plan.not_taken()
        for row in left[:MAX_LOGGED]:
            feedback.pushWarning(tr("Rad {row}: {reason}").format(row=row.label, reason=row.reason))
        if len(left) > MAX_LOGGED:
            feedback.pushWarning(tr("{antal} rader till; de står i rapporten.").format(antal=len(left) - MAX_LOGGED))
        feedback.pushInfo(counts_sentence(plan))
        for name, page in (("RAPPORT_HTML", as_html), ("RAPPORT_CSV", as_csv)):
            wanted = inputs.destination(name)
            if wanted:
                write_text(wanted, page(plan))
        counts = plan.counts()
        done = {"ANTAL": 0, "ANTAL_UPPDATERADE": 0, "ANTAL_MALKOPPLINGAR": 0}
        if inputs.yes("PROVA"):
            feedback.pushInfo(tr("Ingenting skrevs: det här var en prövning."))
        else:
            report = carry_out(plan, file, StepFeedback(feedback, 85, 100))
            feedback.pushInfo(tr("{n} objekt hämtades.").format(n=report.imported))
            done = {
                "ANTAL": report.imported,
                "ANTAL_UPPDATERADE": report.updated,
                "ANTAL_MALKOPPLINGAR": report.links,
            }
        return {
            "FIL": str(file),
            **done,
            "ANTAL_ANDRADE": counts["andrad"],
            "ANTAL_LIKA": counts["lika"],
            "ANTAL_BORTA": len(plan.gone),
            "ANTAL_EJ": len(left),
            "EJ_HAMTADE": as_json([{"rad": row.label, "skal": row.reason} for row in left]),
        }

    def _request(self, inputs: AlgorithmInputs) -> ImportRequest:
        from ..store.importing.request import ImportRequest

        return ImportRequest(
            source=str(inputs.path("KALLA")),
            layer_name=inputs.text("LAGER"),
            klass=inputs.text("KLASS"),
            bild_id=inputs.text("BILD"),
            fields={column: inputs.text(name) for name, column in FIELDS.items() if inputs.text(name)},
            goal_field=inputs.text("FALT_MAL"),
            default_level=inputs.text("NIVA"),
            default_status=inputs.text("STATUS"),
            id_field=inputs.text("FALT_ID"),
            crs=inputs.text("KOORDINATSYSTEM"),
            x_column=inputs.text("KOLUMN_OST"),
            y_column=inputs.text("KOLUMN_NORR"),
            whole_file=inputs.yes("HELA"),
            update=inputs.choice("UPPDATERA"),
        )


def _written(value: str | bool) -> str:
    """A value as it is given to a parameter."""
    return str(value).lower() if isinstance(value, bool) else value


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
            "Lägger till en målsamling i strukturbilden: antingen en som följer med insticksprogrammet, "
            "eller en egen tabell i CSV, Excel eller OpenDocument. Tabellen har en rad per mål med kod, "
            "nivå, titel och koden för målet ovanför. Stämmer inte tabellen räknas alla fel upp med "
            "radnummer och ingenting ändras.\n\nPröva först om du är osäker: då redovisas vad som hämtas, vad "
            "som inte hämtas och varför, och ingenting skrivs. Kolumnerna föreslås utifrån sina namn och kan "
            "ändras. Välj att ta med det som går, så hämtas de rader som stämmer. Ange namnet på en ny "
            "samling eller koden för en egen som ska förnyas."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        self.add_file("FIL", tr("Strukturbild"), GEOPACKAGE)
        self.add_choice("BIBLIOTEK", tr("Målsamling som följer med"), list(paths.goal_library_codes()))
        self.add_file("KALLA", tr("Egen tabell (CSV, Excel, ODS)"), optional=True)
        self.add_text("BLAD", tr("Blad i kalkylbladet (tomt: det första)"))
        self.add_choice(
            "SAKNADE",
            tr("Kopplade mål som inte längre finns: avbryt (refuse), behåll (keep) eller ta bort (remove)"),
            ["refuse", "keep", "remove"],
            "refuse",
        )
        self.add_yes_no("PROVA", tr("Pröva: visa vad som skulle hända, skriv ingenting"))
        self.add_yes_no("DELVIS", tr("Ta med de rader som stämmer, och lämna de andra"))
        self.add_text("NAMN", tr("Namn på en ny samling (tomt: som filen)"))
        self.add_text("SAMLING", tr("Egen samling som förnyas (kod)"))
        for name, title in GOAL_FIELDS.items():
            self.add_text(name, tr("Kolumn: {title}").format(title=title()))
        self.make_advanced("BLAD", "SAKNADE", "NAMN", "SAMLING", *GOAL_FIELDS)
        self.addOutput(QgsProcessingOutputNumber("ANTAL", tr("Hämtade mål")))
        self.addOutput(QgsProcessingOutputNumber("ANTAL_EJ", tr("Rader som inte kunde hämtas")))
        self.addOutput(QgsProcessingOutputString("EJ_HAMTADE", tr("Vad som inte hämtades och varför (JSON)")))

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Import the set."""
        from ..errors import GoalError
        from ..store.importing.goals import import_goals

        table = inputs.text("KALLA")
        source = inputs.path("KALLA") if table else inputs.choice("BIBLIOTEK")
        if not source:
            raise GoalError(tr("Välj en målsamling som följer med, eller en egen tabell."))
        planned = ("NAMN", "SAMLING", *GOAL_FIELDS)
        if table and (inputs.yes("PROVA") or inputs.yes("DELVIS") or any(map(inputs.text, planned))):
            return self._planned(inputs)
        count = import_goals(
            inputs.path("FIL"),
            source,
            sheet=inputs.text("BLAD"),
            missing=inputs.choice("SAKNADE"),
            tell=inputs.feedback.pushInfo,
        )
        inputs.feedback.pushInfo(tr("{n} mål hämtades.").format(n=count))
        return {"FIL": str(inputs.path("FIL")), "ANTAL": count, "ANTAL_EJ": 0, "EJ_HAMTADE": "[]"}

    def _planned(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Say goal by goal what will happen, and do it unless it is only tried."""
        from ..errors import GoalError
        from ..feedback import StepFeedback
        from ..store.gpkg.snapshot import read_snapshot
        from ..store.importing.goal_plan import GoalImportRequest, plan_goals
        from ..store.importing.plan import LEFT
        from ..store.writing.goal_edits import change_goal_set
        from ..store.writing.transaction import writing

        feedback, file, source = inputs.feedback, inputs.path("FIL"), inputs.path("KALLA")
        columns = {name[len("FALT_") :].lower(): inputs.text(name) for name in GOAL_FIELDS if inputs.text(name)}
        chosen = GoalImportRequest(
            source, inputs.text("BLAD"), columns, inputs.text("SAMLING"), inputs.text("NAMN"), guesses=True
        )
        plan = plan_goals(read_snapshot(file), chosen, StepFeedback(feedback, 0, 85))
        for guess in plan.mapping:
            said = tr("{titel} läses ur ”{kolumn}” ({skäl}).")
            feedback.pushInfo(said.format(titel=guess.title, kolumn=guess.column, skäl=guess.why))
        for note in plan.notes:
            feedback.pushInfo(note)
        left = plan.of(LEFT)
        for row in left[:MAX_LOGGED]:
            feedback.pushWarning(f"{row.label}: {row.reason}")
        if plan.refusal:
            raise GoalError(plan.refusal)
        if left and not inputs.yes("DELVIS") and not inputs.yes("PROVA"):
            text = tr("Rader som inte går att hämta: {n}. Rätta tabellen, eller välj att ta med de rader som stämmer.")
            raise GoalError(text.format(n=len(left)))
        count = 0
        if inputs.yes("PROVA") or plan.tree is None:
            feedback.pushInfo(tr("Ingenting skrevs: det här var en prövning."))
        else:
            with writing(file) as db:
                change_goal_set(db, plan.before, plan.tree, tr("inläsning av {file}").format(file=source.name))
            count = len(plan.rows) - len(left)
            feedback.pushInfo(tr("{n} mål hämtades.").format(n=count))
        told = as_json([{"rad": row.label, "skal": row.reason} for row in left])
        return {"FIL": str(file), "ANTAL": count, "ANTAL_EJ": len(left), "EJ_HAMTADE": told}
