"""Check and export: findings, an edition with all its files, and the verification that files belong together."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Mapping

from qgis.core import QgsApplication, QgsProcessingOutputNumber, QgsProcessingOutputString

from ..compat import NO_THREADING
from ..errors import ExportError
from ..i18n import tr
from .base import DELIVER, GEOPACKAGE, AlgorithmInputs, StrukturbildAlgorithm, as_json

if TYPE_CHECKING:
    from ..catalogue.plan_standard import PlanStandard
    from ..catalogue.plan_standard_files import PlanStandards

NO_STANDARD = "-"
"""Said instead of a plan standard: none, also when the strukturbild names one."""


class CheckAlgorithm(StrukturbildAlgorithm):
    """strukturbild:check"""

    CODE = "check"
    GROUP = DELIVER

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Granska strukturbild")

    def search_words(self) -> str:
        """Further search words."""
        return tr("granska kontroll brister fel validera")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Går igenom strukturbilden och räknar upp det som saknas eller inte stämmer: namn, nivåer och "
            "texter, objekt utanför området, stråk som inte ansluter till en nod, mål utan objekt och objekt "
            "utan mål. Varje rad anger vad som kan göras. Ingenting ändras i filen.\n\nListan kan sparas som "
            "webbsida att läsa och som JSON för andra program."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        self.add_file("FIL", tr("Strukturbild"), GEOPACKAGE)
        self.add_file_destination("HTML", tr("Lista som webbsida"), "HTML (*.html)", optional=True)
        self.add_file_destination("JSON", tr("Lista som JSON"), "JSON (*.json)", optional=True)
        self.addOutput(QgsProcessingOutputNumber("ANTAL", tr("Antal anmärkningar")))
        self.addOutput(QgsProcessingOutputString("ANTAL_PER_ALLVAR", tr("Antal per allvar (JSON)")))
        self.addOutput(QgsProcessingOutputString("STATUS", tr("Utan anmärkning: utan_anmarkning, annars anmarkningar")))

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Check, and write the lists that were asked for."""
        from ..checks.run import check
        from ..store.writing.upgrade import read_saved
        from .findings_page import as_html, write_text

        snapshot = read_saved(inputs.path("FIL"), inputs.feedback.pushInfo)
        findings = check(snapshot)
        for finding in findings:
            inputs.feedback.pushInfo(f"[{finding.regel}] {finding.mening} {finding.forslag}".rstrip())
        counts = Counter(finding.allvar for finding in findings)
        page, data = inputs.destination("HTML"), inputs.destination("JSON")
        if page is not None:
            write_text(page, as_html(snapshot.head.titel, findings))
        if data is not None:
            write_text(data, as_json([finding.as_row() for finding in findings], indent=1))
        return {
            "ANTAL": len(findings),
            "ANTAL_PER_ALLVAR": as_json(counts),
            "STATUS": "anmarkningar" if findings else "utan_anmarkning",
            "HTML": str(page or ""),
            "JSON": str(data or ""),
        }


class ExportAlgorithm(StrukturbildAlgorithm):
    """strukturbild:export"""

    CODE = "export"
    GROUP = DELIVER

    def flags(self) -> Any:
        """Maps are drawn on the main thread."""
        return super().flags() | NO_THREADING

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Gör utgåva")

    def search_words(self) -> str:
        """Further search words."""
        return tr("exportera utgåva karta pdf skriv ut leverans webbsida")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Gör en utgåva av strukturbilden i en egen mapp inuti den valda: karta som PDF, förhandsbild, GeoPackage "
            "att lämna vidare, webbsida med objekt och mål, och en innehållsförteckning. Alla filer får samma "
            "utgåvenummer, datum, status och fingeravtryck, så att det går att visa att de hör ihop. Inget som redan "
            "ligger i den valda mappen ändras; MAPP i resultatet är utgåvans egen.\n\n"
            "Licens, spridningstillstånd och diarienummer står på alla filer. Det som fylls i här skrivs först in i "
            "strukturbilden.\n\n"
            "Fler format: geopdf (lager och koordinater), svg (att formge vidare), png (bild i vald bredd) och "
            "bildspel (1920 × 1080). Varje fil kontrolleras när den är gjord; är något fel görs ingen utgåva."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        self.add_file("FIL", tr("Strukturbild"), GEOPACKAGE)
        self.add_text("BILD", tr("Bild (namn eller id; tom: alla)"))
        self.add_text(
            "FORMAT",
            tr("Format (karta, geopdf, svg, png, bildspel, bild, leverans, webb; flera med komma; tomt: de vanliga)"),
        )
        self.add_text("PAPPER", tr("Papper (A0–A4, A4-staende, rollup, bild16x9, 700x1000; flera med komma)"), "a3")
        self.add_text(
            "KARTBLAD",
            tr(
                "Kartblad (karta, karta-mal, arbetsblad, fore-efter, scenarier, atlas-mal, atlas-omrade, atlas-bild; "
                "flera med komma)"
            ),
            "karta",
        )
        self.add_yes_no("ORIENTERING", tr("Sverigekarta med området markerat"))
        self.add_yes_no("RUTNAT", tr("Koordinatrutnät, SWEREF 99 TM"))
        self.add_number("UTFALL", tr("Utfall i mm till tryckeriet"), 0, 20)
        self.add_yes_no("SKARMARKEN", tr("Skärmärken"))
        self.add_number("BREDD", tr("PNG-bildens bredd i pixlar"), 400, 12000)
        self.add_text("LAYOUT", tr("Egen layout (namn i strukturbilden eller en .qpt-fil; ”-”: programmets egen)"))
        self.add_text(
            "OP_STANDARD",
            tr("Ord för översiktsplan (till exempel op_modell_2_x; tomt: strukturbildens eget val, ”-”: inga)"),
        )
        self.add_text("AV", tr("Gjord av"))
        self.add_terms(tr("tomt: som det står i strukturbilden"))
        self.add_folder_destination("MAPP", tr("Mapp att lägga utgåvan i"))
        self.make_advanced("FORMAT", "ORIENTERING", "RUTNAT", "UTFALL", "SKARMARKEN", "BREDD", "LAYOUT", "OP_STANDARD")
        self.addOutput(QgsProcessingOutputNumber("UTGAVA", tr("Utgåvans nummer")))
        self.addOutput(QgsProcessingOutputString("FINGERAVTRYCK", tr("Fingeravtryck")))
        self.addOutput(QgsProcessingOutputString("STATUS", tr("Status")))
        self.addOutput(QgsProcessingOutputString("FILER", tr("Filer (JSON)")))

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Make the edition."""
        from ..export.edition.edition import export

        _write_terms(inputs)
        result = export(inputs.path("FIL"), _request(inputs), inputs.feedback)
        inputs.feedback.pushInfo(result.message)
        files = {kind: str(file) for kind, file in result.files.items()}
        for file in files.values():
            inputs.feedback.pushInfo(file)
        return {
            "MAPP": str(result.folder),
            "UTGAVA": result.edition.nummer,
            "FINGERAVTRYCK": result.edition.fingeravtryck,
            "STATUS": result.edition.status,
            "FILER": as_json(files),
        }


def _write_terms(inputs: AlgorithmInputs) -> None:
    """What is said of licence, permission and reference is stored first: an edition shows what is stored."""
    from dataclasses import replace

    from ..store.writing.open_check import check_file
    from ..store.writing.transaction import reading, writing
    from .terms import terms_in

    said = terms_in(inputs)
    if not said:
        return
    path = inputs.path("FIL")
    check_file(path)
    with reading(path) as db:
        head = db.head()
    if any(getattr(head, name) != value for name, value in said.items()):
        with writing(path) as writer:
            writer.set_head(replace(writer.head(), **said))


def _request(inputs: AlgorithmInputs) -> Any:
    from ..export.export_request import ExportRequest
    from ..export.sheet_options import SheetOptions

    request: dict[str, Any] = {
        "folder": inputs.required_destination("MAPP"),
        "bild_id": inputs.text("BILD"),
        "author": inputs.text("AV"),
    }
    if inputs.texts("FORMAT"):
        request["formats"] = inputs.texts("FORMAT")
    if inputs.texts("PAPPER"):
        request["paper"], *further = inputs.texts("PAPPER")
        request["papers"] = tuple(further)
    if inputs.texts("KARTBLAD"):
        request["kind"], *further = inputs.texts("KARTBLAD")
        request["kinds"] = tuple(further)
    if inputs.number("BREDD"):
        request["picture_width"] = inputs.number("BREDD")
    request["layout"] = inputs.text("LAYOUT")
    request["options"] = SheetOptions(
        float(inputs.number("UTFALL") or 0), inputs.yes("SKARMARKEN"), inputs.yes("RUTNAT"), inputs.yes("ORIENTERING")
    )
    request["standard"] = _standard(inputs)
    return ExportRequest(**request)


def _offered_standards() -> PlanStandards:
    from .. import paths
    from ..catalogue.plan_standard_files import load_plan_standards

    return load_plan_standards(paths.own_plan_standards(Path(QgsApplication.qgisSettingsDirPath())))


def _standard(inputs: AlgorithmInputs) -> PlanStandard | None:
    """The plan standard asked for, or else the one that the strukturbild names; faults of own files are told."""
    from ..catalogue.plan_standard import chosen_standard
    from ..catalogue.plan_standard_files import missing_standard
    from ..store.gpkg.reader import reading

    offered, wanted = _offered_standards(), inputs.text("OP_STANDARD")
    if wanted == NO_STANDARD:
        return None
    for fault in offered.faults:
        inputs.feedback.pushWarning(fault)
    if not wanted:
        with reading(inputs.path("FIL")) as db:
            head = db.head()
        missing = missing_standard(offered, head.op_standard, head.op_version)
        if missing:
            inputs.feedback.pushWarning(missing)
        return chosen_standard(offered.standards, head.op_standard, head.op_version)
    found = offered.named(wanted)
    if found is None:
        codes = ", ".join(one.kod for one in offered.standards)
        sentence = tr("Översättningen ”{kod}” finns inte. Välj någon av {koder}, eller skriv ”-” för inga.")
        raise ExportError(sentence.format(kod=wanted, koder=codes))
    return found


class VerifyAlgorithm(StrukturbildAlgorithm):
    """strukturbild:verify"""

    CODE = "verify"
    GROUP = DELIVER

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Verifiera utgåva")

    def search_words(self) -> str:
        """Further search words."""
        return tr("verifiera jämför utgåva fingeravtryck äkta")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Kontrollerar att filerna i en utgåvas mapp hör ihop och är orörda. Svaret är samma (same), "
            "olika (different) eller ändrade efteråt (tampered), och vilka filer det gäller. Filer som "
            "innehållsförteckningen inte räknar upp nämns vid namn: svaret gäller inte dem. Har mappen flera utgåvor "
            "i var sin mapp prövas var och en."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        self.add_folder("MAPP", tr("Utgåvans mapp"))
        self.addOutput(QgsProcessingOutputString("STATUS", tr("Svar: same, different eller tampered")))
        self.addOutput(QgsProcessingOutputString("DETALJER", tr("Vad som skiljer (JSON)")))
        self.addOutput(QgsProcessingOutputString("UTANFOR", tr("Filer som svaret inte gäller (JSON)")))

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Verify the folder."""
        from ..export.edition.verify import verify

        verdict = verify(inputs.path("MAPP"))
        for detail in verdict.details:
            inputs.feedback.pushInfo(str(detail))
        return {
            "STATUS": verdict.status,
            "DETALJER": as_json([str(detail) for detail in verdict.details]),
            "UTANFOR": as_json(verdict.outside),
        }
