"""Make the files of a workshop's groups, merge them again, and say what the groups have drawn alike."""

from __future__ import annotations

from typing import Any, Mapping

from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString

from ..compat import NO_THREADING
from ..i18n import tr
from .base import DELIVER, FILL, GEOPACKAGE, AlgorithmInputs, StrukturbildAlgorithm, as_json

EVERYTHING, ADDITIONS, COMMENTS_ONLY = "allt", "nytt", "kommentarer"
"""What groups may change, as workshop.start has it: start-up must not read that room."""


class WorkshopCopiesAlgorithm(StrukturbildAlgorithm):
    """strukturbild:workshop_copies"""

    CODE = "workshop_copies"
    GROUP = FILL

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Starta workshop")

    def search_words(self) -> str:
        """Further search words."""
        return tr("workshop grupp bord kommun kopia remiss")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Gör en fil för varje grupp av det som är sparat i strukturbilden, så att alla kan rita "
            "samtidigt utan nätverk. I varje fil står vilken grupp den hör till och vad den utgick från. Slå "
            "sedan ihop dem med Slå ihop kopior.\n\nSkriv grupperna med komma emellan: Bord 1, Bord 2, "
            "Karlstads kommun. Med en grupp för varje kommun i länet läggs de till. Vad grupperna får ändra: "
            "allt; nytt (bara lägga till, och ändra det egna); kommentarer (kommentera och rösta, inte "
            "rita).\n\nBredvid filerna läggs ett handledarblad att skriva ut, och ett mejl till varje kommun "
            "när de har egna filer."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        self.add_file("FIL", tr("Strukturbild"), GEOPACKAGE)
        self.add_folder("MAPP", tr("Mapp för filerna"))
        self.add_text("NAMN", tr("Workshopens namn"), optional=False)
        self.add_text("GRUPPER", tr("Grupper (komma emellan)"))
        self.add_yes_no("KOMMUNER", tr("En grupp för varje kommun i länet"))
        self.add_choice("FAR_ANDRA", tr("Får ändra"), [EVERYTHING, ADDITIONS, COMMENTS_ONLY], EVERYTHING)
        self.add_text("SYFTE", tr("Syfte"))
        self.add_text("PLATS", tr("Plats"))
        self.add_number("NIVA", tr("Nivå på samverkanstrappan"), 1, 8)
        self.add_text("SVAR_TILL", tr("Filerna lämnas till"))
        self.add_text("SENAST", tr("Senast"))
        self.add_text("AV", tr("Vem som startar"))
        self.addOutput(QgsProcessingOutputString("FILER", tr("Gruppernas filer (JSON)")))
        self.addOutput(QgsProcessingOutputString("HANDLEDARBLAD", tr("Handledarblad (PDF)")))
        self.addOutput(QgsProcessingOutputString("MEJL", tr("Mejl till kommunerna (text)")))
        self.addOutput(QgsProcessingOutputNumber("ANTAL", tr("Antal filer")))
        self.addOutput(QgsProcessingOutputString("WORKSHOP_ID", tr("Workshopens identitet")))

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Make the files."""
        from ..export.workshop_papers.start_with_papers import start_with_papers
        from ..store.create.regions import municipalities_of
        from ..store.gpkg.reader import reading
        from ..workshop.start import Group, WorkshopPlan

        main = inputs.path("FIL")
        groups = [Group(name) for name in inputs.texts("GRUPPER")]
        if inputs.yes("KOMMUNER"):
            with reading(main) as db:
                found = municipalities_of(db.head().lan)
            groups += [Group(name, kommunkod=code) for code, name in found.items()]
        plan = WorkshopPlan(
            inputs.text("NAMN"),
            tuple(groups),
            inputs.text("SYFTE"),
            inputs.number("NIVA"),
            inputs.text("PLATS"),
            inputs.choice("FAR_ANDRA"),
            inputs.text("SENAST"),
            inputs.text("SVAR_TILL"),
        )
        started, papers = start_with_papers(main, inputs.path("MAPP"), plan, inputs.text("AV"), inputs.feedback)
        return {
            "FILER": as_json({group.namn: str(path) for group, path in zip(groups, started.files)}),
            "ANTAL": len(started.files),
            "HANDLEDARBLAD": str(papers.sheet),
            "MEJL": str(papers.mail or ""),
            "WORKSHOP_ID": started.workshop_id,
        }


class MergeAlgorithm(StrukturbildAlgorithm):
    """strukturbild:merge"""

    CODE = "merge"
    GROUP = FILL

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Slå ihop kopior")

    def search_words(self) -> str:
        """Further search words."""
        return tr("workshop sammanslagning merge bord kommun konflikt")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Slår ihop kopior av en strukturbild till en ny fil. Huvudfilen och kopiorna ändras inte, "
            "ordningen spelar ingen roll, och kopior som kommer senare kan slås ihop med resultatet. Har två "
            "ändrat samma sak på olika sätt står det gamla kvar och blir en fråga i den nya filen.\n\nEn kopia "
            "som inte går att läsa nämns, och de andra slås ihop. För vanliga kopior, som saknar uppgift om "
            "utgångsläget, anges filen som de gjordes av."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        self.add_file("FIL", tr("Huvudfil"), GEOPACKAGE)
        self.add_files("KOPIOR", tr("Kopior"))
        self.add_file("GJORDES_AV", tr("Kopiorna gjordes av"), GEOPACKAGE, optional=True)
        self.add_yes_no("FRAGA", tr("Fråga varje gång två har ändrat samma objekt"))
        self.add_yes_no("NYA", tr("Ta med filer som har blivit en ny strukturbild"))
        self.add_text("AV", tr("Vem som slår ihop"))
        self.add_yes_no("SKRIV_OVER", tr("Ersätt filen om den redan finns"))
        self.add_file_destination("RESULTAT", tr("Ny fil"), GEOPACKAGE)
        self.make_advanced("GJORDES_AV", "FRAGA", "NYA", "SKRIV_OVER")
        self.addOutput(QgsProcessingOutputNumber("ANDRADE", tr("Ändrade objekt")))
        self.addOutput(QgsProcessingOutputNumber("FRAGOR", tr("Nya frågor")))
        self.addOutput(QgsProcessingOutputNumber("VANTAR", tr("Frågor som väntar")))
        self.addOutput(QgsProcessingOutputString("KOPIORNA", tr("Vad det blev av varje kopia (JSON)")))

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Merge them."""
        from ..errors import StoreError
        from ..workshop.copies import LEFT_OUT
        from ..workshop.merge import merge_copies

        if not inputs.paths("KOPIOR"):
            raise StoreError(tr("Inga kopior är valda. Välj minst en under ”Kopior”."))
        base = inputs.path("GJORDES_AV") if inputs.text("GJORDES_AV") else None
        report = merge_copies(
            inputs.path("FIL"),
            inputs.paths("KOPIOR"),
            inputs.required_destination("RESULTAT"),
            base,
            inputs.yes("FRAGA"),
            inputs.text("AV"),
            inputs.feedback,
            inputs.yes("SKRIV_OVER"),
            inputs.yes("NYA"),
        )
        for one in report.copies:
            said = f"{one.path.name}: {' '.join((one.who, one.state, *one.sentences)).strip()}"
            if one.state == LEFT_OUT:
                inputs.feedback.pushWarning(said)
            else:
                inputs.feedback.pushInfo(said)
        for told in report.head:
            inputs.feedback.pushInfo(told)
        if report.missing:
            inputs.feedback.pushInfo(tr("Har inte lämnat in: {grupper}").format(grupper=", ".join(report.missing)))
        listed = [
            {
                "fil": str(one.path),
                "vem": one.who,
                "blev": one.state,
                "andringar": one.changed,
                "sagt": list(one.sentences),
            }
            for one in report.copies
        ]
        return {
            "RESULTAT": str(report.path),
            "ANDRADE": report.objects,
            "FRAGOR": report.conflicts,
            "VANTAR": report.waiting,
            "KOPIORNA": as_json(listed),
        }


class SynthesisAlgorithm(StrukturbildAlgorithm):
    """strukturbild:synthesis"""

    CODE = "synthesis"
    GROUP = DELIVER

    def flags(self) -> Any:
        """The map is drawn on the main thread."""
        return super().flags() | NO_THREADING

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Enighet mellan grupperna")

    def search_words(self) -> str:
        """Further search words."""
        return tr("workshop grupp bord syntes gemensam överens tabell kartblad")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Visar vad grupperna i en workshop har ritat lika: samma slag av objekt, så nära varandra som "
            "bildens skala medger, räknas som ett, till exempel 4 av 6 grupper. Kör Slå ihop kopior först.\n\n"
            "Listan kan sparas som tabell (XLSX eller CSV) och som webbsida. Kartbladet är en PDF där linjer "
            "är bredare, ytor mörkare och noder större ju fler grupper som har ritat dem. Strukturbilden "
            "läses bara; det som ska bli gemensamt väljs i panelen, under Enighet."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        self.add_file("FIL", tr("Strukturbild"), GEOPACKAGE)
        self.add_number("MINST", tr("Bara det som minst så många grupper har ritat"), 1, 60)
        self.add_text("BILD", tr("Bild på kartbladet (namn eller id; tom: den som grupperna ritat mest i)"))
        self.add_text("PAPPER", tr("Papper (A0–A4, A4-staende)"), "a3")
        self.add_file_destination("TABELL", tr("Tabell"), "XLSX (*.xlsx);;CSV (*.csv)", optional=True)
        self.add_file_destination("HTML", tr("Lista som webbsida"), "HTML (*.html)", optional=True)
        self.add_file_destination("BLAD", tr("Kartblad"), "PDF (*.pdf)", optional=True)
        self.addOutput(QgsProcessingOutputNumber("GRUPPER", tr("Antal grupper")))
        self.addOutput(QgsProcessingOutputNumber("OBJEKT", tr("Antal objekt")))
        self.addOutput(QgsProcessingOutputNumber("FLERA", tr("Objekt som flera grupper har ritat")))
        self.addOutput(QgsProcessingOutputString("SAMMANFATTNING", tr("Sammanfattning")))

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Find what is alike, and write what was asked for."""
        from ..export.sheets.agreement_sheet import drawn_picture, write_agreement_sheet
        from ..export.table_files import write_table
        from ..workshop.synthesis.synthesis import read_synthesis
        from ..workshop.synthesis.synthesis_texts import summary, table_heads, table_rows
        from .findings_page import table_page, write_text

        snapshot, found = read_synthesis(inputs.path("FIL"), inputs.feedback)
        said, shown = summary(found), found.drawn_by(inputs.number("MINST") or 1)
        inputs.feedback.pushInfo(said)
        rows = table_rows(snapshot, shown, tr("sv"))
        table, page, sheet = (inputs.destination(name) for name in ("TABELL", "HTML", "BLAD"))
        if table is not None:
            write_table(table, table_heads(), rows, tr("Enighet"))
        if page is not None:
            title = tr("Vad grupperna har ritat i {fil}").format(fil=inputs.path("FIL").stem)
            write_text(page, table_page(title, said, table_heads(), rows))
        if sheet is not None:
            picture = drawn_picture(snapshot, shown, inputs.text("BILD"))
            write_agreement_sheet(sheet, snapshot, shown, picture, inputs.text("PAPPER") or "A3", inputs.feedback)
        return {
            "GRUPPER": len(found.groups),
            "OBJEKT": len(found.things),
            "FLERA": len(found.of_several()),
            "SAMMANFATTNING": said,
            "TABELL": str(table or ""),
            "HTML": str(page or ""),
            "BLAD": str(sheet or ""),
        }
