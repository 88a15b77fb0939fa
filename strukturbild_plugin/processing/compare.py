"""What is new in a strukturbild since another file of it."""

from __future__ import annotations

from typing import Any, Mapping

from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString

from ..i18n import tr
from .base import DELIVER, GEOPACKAGE, AlgorithmInputs, StrukturbildAlgorithm, as_json


class CompareAlgorithm(StrukturbildAlgorithm):
    """strukturbild:compare"""

    CODE = "compare"
    GROUP = DELIVER

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Jämför två strukturbilder")

    def search_words(self) -> str:
        """Further search words."""
        return tr("jämför skillnad nytt ändrat utgåva version")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Visar vad som är nytt i en fil sedan en äldre fil av samma strukturbild: objekt som tillkommit, "
            "tagits bort och ändrats, med vad som stod förut. En linje som bara har följt med när en nod "
            "flyttades räknas inte.\n\nListan kan sparas som webbsida att läsa och som JSON för andra program. "
            "Filerna läses bara."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        self.add_file("ALDRE", tr("Den äldre filen"), GEOPACKAGE)
        self.add_file("NYARE", tr("Den nyare filen"), GEOPACKAGE)
        self.add_file_destination("HTML", tr("Lista som webbsida"), "HTML (*.html)", optional=True)
        self.add_file_destination("JSON", tr("Lista som JSON"), "JSON (*.json)", optional=True)
        self.addOutput(QgsProcessingOutputNumber("NYA", tr("Nya objekt")))
        self.addOutput(QgsProcessingOutputNumber("BORTTAGNA", tr("Borttagna objekt")))
        self.addOutput(QgsProcessingOutputNumber("ANDRADE", tr("Ändrade objekt")))
        self.addOutput(QgsProcessingOutputString("SAMMANFATTNING", tr("Sammanfattning")))

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Compare, and write the lists that were asked for."""
        from ..workshop.compare import ADDED, CHANGED, REMOVED, compare_files
        from ..workshop.difference_texts import object_texts, summary
        from .findings_page import table_page, write_text

        found = compare_files(inputs.path("ALDRE"), inputs.path("NYARE"), inputs.feedback)
        said, texts = summary(found), object_texts(found, tr("sv"))
        rows = [(text.what, text.klass, text.name, text.details) for _, text in texts]
        inputs.feedback.pushInfo(said)
        for row in rows:
            inputs.feedback.pushInfo(" · ".join(part for part in row if part))
        page, data = inputs.destination("HTML"), inputs.destination("JSON")
        if page is not None:
            title = tr("Vad är nytt i {fil} sedan {aldre}").format(
                fil=inputs.path("NYARE").stem, aldre=inputs.path("ALDRE").stem
            )
            heads = (tr("Vad"), tr("Slag"), tr("Namn"), tr("Ändring"))
            write_text(page, table_page(title, said, heads, rows))
        if data is not None:
            listed = [
                {"objekt_id": one.key.rad_id, "vad": one.kind, "slag": text.klass, "namn": text.name}
                | {"andring": text.details}
                for one, text in texts
            ]
            write_text(data, as_json(listed, indent=1))
        return {
            "NYA": found.count(ADDED),
            "BORTTAGNA": found.count(REMOVED),
            "ANDRADE": found.count(CHANGED),
            "SAMMANFATTNING": said,
            "HTML": str(page or ""),
            "JSON": str(data or ""),
        }
