"""The coverage of goals as tables: goals against classes, objects and municipalities, and what is missing."""

from __future__ import annotations

from typing import Any, Mapping

from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString

from ..i18n import tr
from .base import DELIVER, GEOPACKAGE, AlgorithmInputs, StrukturbildAlgorithm, as_json

XLSX, CSV = "xlsx", "csv"


class GoalCoverageAlgorithm(StrukturbildAlgorithm):
    """strukturbild:goal_coverage"""

    CODE = "goal_coverage"
    GROUP = DELIVER

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Mål i kartan (tabeller)")

    def search_words(self) -> str:
        """Further search words."""
        return tr("mål täckning matris kommun vita fläckar målkonflikt")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Skriver tabeller över hur målen och objekten i bilden hänger ihop: mål mot klasser, objekt och "
            "kommuner, mål utan plats, objekt utan mål, vad som saknas i kommuner och ritade landsbygder, "
            "och frågor att hantera där mål möts. Bara mål utan undermål räknas, så att inget räknas två "
            "gånger. Cellerna är bidragen (−2 till +2) gånger målets vikt. En tom cell är inte noll: där är "
            "inget kopplat.\n\nUtan bild räknas alla bilder i filen. Utan målsamling räknas alla samlingar."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        self.add_file("FIL", tr("Strukturbild"), GEOPACKAGE)
        self.add_folder("MAPP", tr("Mapp för tabellerna"))
        self.add_choice("FORMAT", tr("Filformat"), [XLSX, CSV], XLSX)
        self.add_text("BILD", tr("Bildens namn eller identitet (tomt: alla)"))
        self.add_text("MALSAMLING", tr("Målsamlingens kod (tomt: alla)"))
        self.addOutput(QgsProcessingOutputString("TABELLER", tr("Tabellerna (JSON)")))
        self.addOutput(QgsProcessingOutputNumber("UTAN_PLATS", tr("Mål utan plats")))
        self.addOutput(QgsProcessingOutputNumber("UTAN_MAL", tr("Objekt utan mål")))
        self.addOutput(QgsProcessingOutputNumber("FRAGOR", tr("Frågor att hantera")))

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Write the tables."""
        from ..analysis.coverage_texts import Names, coverage_tables
        from ..analysis.goal_coverage import CoverageChoice, coverage_of
        from ..analysis.goal_meetings import meetings
        from ..analysis.goal_questions import more_text, questions_of, questions_table
        from ..analysis.municipalities import MunicipalityFinder
        from ..export.table_files import write_table
        from ..feedback import stop_if_cancelled
        from ..store.gpkg.snapshot import read_snapshot

        snapshot = read_snapshot(inputs.path("FIL"))
        picture = _chosen("bild", inputs.text("BILD"), {one.bild_id: one.namn for one in snapshot.pictures})
        goal_set = _chosen("malsamling", inputs.text("MALSAMLING"), {one.kod: one.namn for one in snapshot.goal_sets})
        coverage = coverage_of(snapshot, CoverageChoice(goal_set, picture))
        finder = MunicipalityFinder(snapshot.head.lan)
        if finder.partly:
            inputs.feedback.pushInfo(tr("Bara svenska kommuner räknas; området ligger delvis i Norge eller Finland."))
        files: dict[str, str] = {}
        folder, ending = inputs.path("MAPP"), inputs.choice("FORMAT") or XLSX
        written = {one.nyckel: one for one in reversed(snapshot.questions)}
        basis = (coverage.objects, coverage.goals, coverage.links, snapshot.influences, coverage.distances)
        met = meetings(*basis, inputs.feedback, written)
        questions = questions_of(met, written)
        if more_text(met):
            inputs.feedback.pushWarning(more_text(met))
        names = Names(snapshot, snapshot.head.sprak)
        tables = (
            *coverage_tables(snapshot, coverage, finder, snapshot.head.sprak),
            questions_table(questions, names),
        )
        for number, table in enumerate(tables):
            stop_if_cancelled(inputs.feedback)
            path = folder / f"{inputs.path('FIL').stem} - {table.title.lower()}.{ending}"
            write_table(path, table.heads, table.rows, table.title)
            files[table.code] = str(path)
            inputs.feedback.setProgress(100 * (number + 1) / len(tables))
        return {
            "TABELLER": as_json(files),
            "UTAN_PLATS": len(coverage.goals_without_place),
            "UTAN_MAL": len(coverage.objects_without_goal),
            "FRAGOR": len(questions),
        }


def _chosen(kind: str, wanted: str, names: Mapping[str, str]) -> str:
    """The identity meant by an identity or a name. Raises StoreError with what there is."""
    from ..errors import StoreError

    if not wanted:
        return ""
    found = [code for code, name in names.items() if wanted in (code, name)]
    if found:
        return found[0]
    sentence = {
        "bild": tr("Bilden ”{namn}” finns inte i filen. Bilderna är: {finns}."),
        "malsamling": tr("Målsamlingen ”{namn}” finns inte i filen. Samlingarna är: {finns}."),
    }[kind]
    listed = names.values() if kind == "bild" else names
    raise StoreError(sentence.format(namn=wanted, finns=", ".join(listed) or tr("inga")))
