"""Change the län of a strukturbild, or make a copy for the next revision."""

from __future__ import annotations

from typing import Any, Mapping

from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString

from ..i18n import tr
from .base import GEOPACKAGE, NEW, AlgorithmInputs, StrukturbildAlgorithm

REVISION, SAME, CLEANED = "revidering", "samma", "rensad"
"""Kinds of copies, as store.copying has them: start-up must not read that room."""


class ChangeAreaAlgorithm(StrukturbildAlgorithm):
    """strukturbild:change_area"""

    CODE = "change_area"
    GROUP = NEW

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Ändra område för en strukturbild")

    def search_words(self) -> str:
        """Further search words."""
        return tr("län område avgränsning region storregional")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Ändrar vilka län en strukturbild gäller. Avgränsningen följer med, liksom en titel som bara "
            "angav länen.\n\nInget ritat ändras eller tas bort: det som "
            "hamnar utanför ligger kvar, och granskningen räknar upp det. Skriv alla län som strukturbilden "
            "ska gälla, med kod eller namn och komma emellan; norska fylken och finska landskap också, som NO-18 "
            "eller Österbotten."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        self.add_file("FIL", tr("Strukturbild"), GEOPACKAGE)
        self.add_text("LAN", tr("Län, fylke eller landskap (kod eller namn, komma emellan)"), optional=False)
        self.add_yes_no("MAL", tr("Hämta också målen i de nya länens RUS"), True)
        self.add_text("AV", tr("Vem som ändrar"))
        self.addOutput(QgsProcessingOutputString("OMRADE", tr("Område")))
        self.addOutput(QgsProcessingOutputNumber("UTANFOR", tr("Objekt utanför området")))

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Change the file."""
        from ..checks.rules.outside_area import outside
        from ..store.create.area_change import area_names, change_area
        from ..store.gpkg.snapshot import read_snapshot
        from ..store.writing.open_check import check_file
        from ..store.writing.transaction import writing

        path = inputs.path("FIL")
        check_file(path)
        with writing(path, inputs.text("AV")) as db:
            change_area(db, inputs.texts("LAN"), inputs.yes("MAL"))
        snapshot = read_snapshot(path)
        out = len(outside(snapshot, snapshot.areas))
        if out:
            sentence = tr("Objekt utanför området: {n}. De ligger kvar; granskningen räknar upp dem.")
            inputs.feedback.pushWarning(sentence.format(n=out))
        return {"OMRADE": area_names(snapshot.areas), "UTANFOR": out}


class CopyAlgorithm(StrukturbildAlgorithm):
    """strukturbild:copy"""

    CODE = "copy"
    GROUP = NEW

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Kopiera strukturbild")

    def search_words(self) -> str:
        """Further search words."""
        return tr("spara som kopia revidering bord säkerhetskopia")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Gör en kopia av en strukturbild, också medan den är öppen; det som är sparat kommer med.\n\n"
            "revidering: en ny strukturbild för nästa revidering. Allt ritat, målen, utseendet och loggen följer med, "
            "bilderna blir utkast igen, och i den nya står vilken den kommer från. Utgåvor, beslutsdatum och "
            "förankring stannar i den gamla.\n"
            "samma: en exakt kopia med allt, till exempel för ett bord på en workshop.\n"
            "rensad: för en fil som inte öppnas eftersom någon har lagt främmande delar i den, som utlösare och vyer. "
            "Strukturbildens eget innehåll följer med oförändrat, och det redovisas vad som utelämnades.\n\n"
            "Är filen från en äldre version av programmet blir kopian uppgraderad; filen som kopieras ändras aldrig."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        self.add_file("FIL", tr("Strukturbild"), GEOPACKAGE)
        self.add_choice("SLAG", tr("Slag av kopia"), [REVISION, SAME, CLEANED], REVISION)
        self.add_text("TITEL", tr("Titel (tom: samma som förut)"))
        self.add_text("AV", tr("Vem som kopierar"))
        self.add_yes_no("SKRIV_OVER", tr("Ersätt filen om den redan finns"))
        self.add_file_destination("KOPIA", tr("Kopia"), GEOPACKAGE)
        self.make_advanced("SKRIV_OVER")

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Write the copy."""
        from ..store.create.clean_copy import make_clean_copy
        from ..store.create.copy import copy_strukturbild

        if inputs.choice("SLAG") == CLEANED:
            clean = make_clean_copy(
                inputs.path("FIL"), inputs.required_destination("KOPIA"), inputs.feedback, inputs.yes("SKRIV_OVER")
            )
            for sentence in clean.sentences():
                inputs.feedback.pushWarning(sentence)
            return {"KOPIA": str(clean.path)}
        copy = copy_strukturbild(
            inputs.path("FIL"),
            inputs.required_destination("KOPIA"),
            inputs.choice("SLAG"),
            inputs.text("TITEL"),
            inputs.text("AV"),
            inputs.feedback,
            inputs.yes("SKRIV_OVER"),
        )
        return {"KOPIA": str(copy)}
