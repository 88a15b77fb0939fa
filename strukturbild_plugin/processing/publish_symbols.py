"""Publish symbol sets as QGIS style XML, for other projects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

from qgis.core import QgsProcessingOutputFile

from ..i18n import tr
from .base import DELIVER, GEOPACKAGE, AlgorithmInputs, StrukturbildAlgorithm

if TYPE_CHECKING:
    from ..store.gpkg.records import Attachment


class PublishSymbolsAlgorithm(StrukturbildAlgorithm):
    """strukturbild:publish_symbols"""

    CODE = "publish_symbols"
    GROUP = DELIVER

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Spara symbolerna som QGIS-stil")

    def search_words(self) -> str:
        """Further search words."""
        return tr("symboler symboluppsättning stil bibliotek xml")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Skriver alla symboler i en symboluppsättning till en stilfil (XML) som vilket QGIS-projekt som helst kan "
            "läsa in: Inställningar > Stilhanteraren > Importera. Symbolerna heter som i teckenförklaringen.\n\n"
            "Anges en strukturbild följer dess egna klasser, ord, färger och uppsättning med."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        self.add_file("FIL", tr("Strukturbild (tomt: programmets katalog)"), GEOPACKAGE, optional=True)
        self.add_text("UPPSATTNING", tr("Symboluppsättning (tomt: strukturbildens, annars alla)"))
        self.add_folder_destination("MAPP", tr("Mapp för stilfilerna"))
        self.addOutput(QgsProcessingOutputFile("STIL", tr("Stilfil (den sista när det är flera)")))

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Write one file for each set."""
        from ..cartography.qgis_style_xml import publish
        from ..cartography.symbol_sets.symbol_set_library import load_symbol_set, symbol_sets
        from ..catalogue.load import load_catalogue
        from ..store.writing.upgrade import read_saved

        wanted, written = inputs.text("UPPSATTNING"), ""
        catalogue, language, own = load_catalogue(), "sv", ""
        carried: tuple[Attachment, ...] = ()
        folder = inputs.required_destination("MAPP")
        folder.mkdir(parents=True, exist_ok=True)
        if inputs.text("FIL"):
            snapshot = read_saved(inputs.path("FIL"), inputs.feedback.pushInfo)
            catalogue, carried, language = snapshot.catalogue, snapshot.attachments, snapshot.head.sprak
            own = snapshot.head.symboluppsattning
        codes = [wanted or own] if wanted or own else [code for code, _name in symbol_sets()]
        for code in codes:
            written = str(publish(catalogue, load_symbol_set(code, carried), folder, language))
            inputs.feedback.pushInfo(written)
        return {"STIL": written, "MAPP": str(folder)}
