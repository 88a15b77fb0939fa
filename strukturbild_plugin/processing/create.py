"""Create a strukturbild from a template, or the worked example."""

from __future__ import annotations

from typing import Any, Mapping

from qgis.core import QgsProcessingOutputString

from .. import paths
from ..i18n import tr
from .base import GEOPACKAGE, NEW, AlgorithmInputs, StrukturbildAlgorithm, codes_in

NO_GOALS = "inga"
OWN_TEMPLATE = "Strukturmall (*.strukturmall *.yaml)"


class CreateAlgorithm(StrukturbildAlgorithm):
    """strukturbild:create"""

    CODE = "create"
    GROUP = NEW

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Ny strukturbild från mall")

    def search_words(self) -> str:
        """Further search words."""
        return tr("ny skapa mall län region målbild nuläge")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Skapar en strukturbild för ett eller flera län som en GeoPackage-fil. Filen får lager, "
            "formulär, symboler, länens avgränsning och de RUS-mål som hör till mallen och länen, och kan "
            "öppnas i QGIS även utan insticksprogrammet.\n\nLän skrivs med kod eller namn, med komma emellan: "
            "17, 18 eller Värmland, Örebro. Norska fylken och finska landskap går också, ensamma eller med län: "
            "24, NO-18 eller Västerbotten, Nordland, Österbotten. För dem finns inga mål i biblioteket, och kartan "
            "ritas i SWEREF 99 TM också där. Lämnas titeln tom föreslås en efter länen. Målsamlingar skrivs "
            "med kod; lämnas de tomma följer länens RUS och mallens samlingar med, och ordet inga ger en "
            "strukturbild utan mål.\n\nTillägg ger fler klasser: norr (rennäring och samiska områden), kust (områden i "
            "havsplan) och ansprak (riksintressen och totalförsvarets öppet redovisade intressen)."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        templates = codes_in(paths.TEMPLATE_FILES, ".yaml") or ["malbild"]
        first = "malbild" if "malbild" in templates else templates[0]
        self.add_text("LAN", tr("Län, fylke eller landskap (kod eller namn, komma emellan)"), optional=False)
        self.add_choice("MALL", tr("Mall"), templates, first)
        self.add_text("TITEL", tr("Titel (tom: föreslås efter länen)"))
        self.add_text("ORGANISATION", tr("Organisation"))
        self.add_text("MALSAMLINGAR", tr("Målsamlingar (koder; tom: länens RUS och mallens)"))
        self.add_choice("SYMBOLER", tr("Symboluppsättning (tom: mallens)"), codes_in(paths.STYLES, ".yaml"))
        self.add_number("HORISONT", tr("Målår (tomt: mallens)"), 1900, 2200)
        self.add_text("BESKRIVNING", tr("Beskrivning"))
        self.add_terms(tr("tomt: anges inte"))
        packs = codes_in(paths.PACKS, ".yaml")
        self.add_choice("TILLAGG", tr("Tillägg (klasser som bara vissa bilder behöver)"), packs, several=True)
        self.add_file("MALLFIL", tr("Egen mall som fil (går före Mall)"), OWN_TEMPLATE, optional=True)
        self.add_files("EGNA_KLASSER", tr("Filer med egna objektklasser"))
        self.add_choice("SPRAK", tr("Språk i formulär och lager"), ["sv", "en"], "sv")
        self.add_yes_no("SKRIV_OVER", tr("Ersätt filen om den redan finns"))
        self.add_file_destination("FIL", tr("Strukturbild"), GEOPACKAGE)
        self.make_advanced("BESKRIVNING", "MALLFIL", "EGNA_KLASSER", "SPRAK", "SKRIV_OVER")
        self.addOutput(QgsProcessingOutputString("TITEL_BLEV", tr("Titel")))

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Create the file."""
        from ..store.create.create import NewStrukturbild, create
        from ..store.create.regions import find_regions
        from ..store.create.suggestions import suggested_title
        from .terms import terms_in

        regions = find_regions(inputs.texts("LAN"))
        goal_sets = inputs.texts("MALSAMLINGAR")
        request = NewStrukturbild(
            titel=inputs.text("TITEL") or suggested_title(regions),
            lan=tuple(region.kod for region in regions),
            mall=inputs.choice("MALL"),
            organisation=inputs.text("ORGANISATION"),
            symboluppsattning=inputs.choice("SYMBOLER"),
            malsamlingar=() if goal_sets == (NO_GOALS,) else goal_sets or None,
            own_classes=inputs.paths("EGNA_KLASSER"),
            packs=inputs.choices("TILLAGG"),
            sprak=inputs.choice("SPRAK"),
            beskrivning=inputs.text("BESKRIVNING"),
            horisont=inputs.number("HORISONT"),
            template_file=inputs.path("MALLFIL") if inputs.text("MALLFIL") else None,
            **terms_in(inputs),
        )
        path = create(inputs.required_destination("FIL"), request, inputs.feedback, overwrite=inputs.yes("SKRIV_OVER"))
        return {"FIL": str(path), "TITEL_BLEV": request.titel}


class CreateExampleAlgorithm(StrukturbildAlgorithm):
    """strukturbild:create_example"""

    CODE = "create_example"
    GROUP = NEW

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Skapa ett genomarbetat exempel")

    def search_words(self) -> str:
        """Further search words."""
        return tr("exempel prova nobelbanestråket demo")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Skapar ett av de färdiga exemplen som en egen strukturbild att titta i och prova på. "
            "Exemplet visar hur noder, stråk, samband, grön och blå struktur, gränsbygd och RUS-mål hänger ihop. "
            "Det är ett exempel och ingen beslutad plan; det står också på allt som skrivs ut från det."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        examples = _example_codes() or ["nobelbanestraket"]
        self.add_choice("EXEMPEL", tr("Exempel"), examples, examples[0])
        self.add_yes_no("SKRIV_OVER", tr("Ersätt filen om den redan finns"))
        self.add_file_destination("FIL", tr("Strukturbild"), GEOPACKAGE)

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Create the example."""
        from ..store.examples.example import create_example

        path = create_example(
            inputs.choice("EXEMPEL"),
            inputs.required_destination("FIL"),
            inputs.feedback,
            overwrite=inputs.yes("SKRIV_OVER"),
        )
        return {"FIL": str(path)}


def _example_codes() -> list[str]:
    """Examples are files or folders named by their code."""
    folder = paths.EXAMPLES
    return sorted({entry.stem for entry in folder.iterdir() if entry.name[0] not in "._"}) if folder.is_dir() else []
