"""Share templates: save one from a strukturbild, install one."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Mapping

from qgis.core import QgsApplication, QgsProcessingOutputString

from .. import paths
from ..errors import StoreError
from ..i18n import tr
from .base import GEOPACKAGE, NEW, AlgorithmInputs, StrukturbildAlgorithm

PACKAGE = "Strukturmall (*.strukturmall)"
SWAP, BESIDE, REFUSE = "byt_ut", "behall_bada", "avbryt"
"""What to do with a template that is there in another version."""


class SaveTemplateAlgorithm(StrukturbildAlgorithm):
    """strukturbild:save_template"""

    CODE = "save_template"
    GROUP = NEW

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Spara strukturbild som mall")

    def search_words(self) -> str:
        """Further search words."""
        return tr("mall dela paket klasser steg profil")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Gör en mall av en strukturbild: en fil som andra kan börja från. Bilder, klasser, steg, symboler, "
            "profil, logotyper, kartblad och valda målsamlingar följer med. Det som är ritat, namn på personer och "
            "loggen följer aldrig med.\n\n"
            "Målsamlingar skrivs med kod och komma emellan; lämnas de tomma följer alla med, och ordet inga ger en "
            "mall utan mål. Höj versionen när mallen ändras: samma version med annat innehåll går inte att hämta in."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        self.add_file("FIL", tr("Strukturbild"), GEOPACKAGE)
        self.add_text("NAMN", tr("Mallens namn"), optional=False)
        self.add_text("ORGANISATION", tr("Organisation (tom: strukturbildens)"))
        self.add_text("BESKRIVNING", tr("Beskrivning: när mallen används"))
        self.add_text("VERSION", tr("Version"), "1.0")
        self.add_text("VILLKOR", tr("Villkor, till exempel CC-BY-4.0"))
        self.add_text("MALSAMLINGAR", tr("Målsamlingar (koder; tom: alla)"))
        self.add_text("NAMN_EN", tr("Engelskt namn"))
        self.add_text("KOD", tr("Kod (tom: efter organisation och namn)"))
        self.add_yes_no("PROFIL", tr("Ta med profil och logotyper"), True)
        self.add_yes_no("KARTBLAD", tr("Ta med egna kartblad"), True)
        self.add_yes_no("STILAR", tr("Ta med egna stilar"), True)
        self.add_yes_no("SKRIV_OVER", tr("Ersätt filen om den redan finns"))
        self.add_file_destination("MALLFIL", tr("Mall"), PACKAGE)
        self.make_advanced("NAMN_EN", "KOD", "PROFIL", "KARTBLAD", "STILAR", "SKRIV_OVER")
        self.addOutput(QgsProcessingOutputString("KOD_BLEV", tr("Kod")))
        self.addOutput(QgsProcessingOutputString("ANMARKNINGAR", tr("Det som inte kom med")))

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Write the file."""
        from ..guide.step_chain import carried_template, chain_of
        from ..store.templates.save_template import save_template, suggestion_for
        from ..store.writing.upgrade import read_saved

        snapshot = read_saved(inputs.path("FIL"), inputs.feedback.pushInfo)
        chain = chain_of(snapshot.head, snapshot.catalogue, snapshot.attachments)
        own = carried_template(snapshot.catalogue, snapshot.attachments) is not None
        request = _request(inputs, suggestion_for(snapshot.head, chain.template, own))
        saved = save_template(
            inputs.required_destination("MALLFIL"), snapshot, chain.steps, request, overwrite=inputs.yes("SKRIV_OVER")
        )
        for note in saved.notes:
            inputs.feedback.pushWarning(note)
        return {"MALLFIL": str(saved.path), "KOD_BLEV": request.kod, "ANMARKNINGAR": "\n".join(saved.notes)}


def _request(inputs: AlgorithmInputs, suggestion: Any) -> Any:
    from ..catalogue.model import Text
    from ..store.templates.save_template import TemplateRequest

    name = inputs.text("NAMN")
    organisation = inputs.text("ORGANISATION") or suggestion.organisation
    goal_sets = inputs.texts("MALSAMLINGAR")
    about = inputs.text("BESKRIVNING")
    return TemplateRequest(
        kod=inputs.text("KOD") or suggestion.code_for(organisation, name),
        namn=Text(name, inputs.text("NAMN_EN")),
        beskrivning=Text(about, "") if about else suggestion.beskrivning,
        organisation=organisation,
        version=inputs.text("VERSION"),
        licens=inputs.text("VILLKOR"),
        goal_sets=() if goal_sets == ("inga",) else goal_sets or None,
        with_profile=inputs.yes("PROFIL"),
        with_layouts=inputs.yes("KARTBLAD"),
        with_styles=inputs.yes("STILAR"),
    )


class ImportTemplateAlgorithm(StrukturbildAlgorithm):
    """strukturbild:import_template"""

    CODE = "import_template"
    GROUP = NEW

    def title(self) -> str:
        """Name in the toolbox."""
        return tr("Hämta in mall")

    def search_words(self) -> str:
        """Further search words."""
        return tr("mall installera paket dela")

    def help(self) -> str:
        """What it does."""
        return tr(
            "Lägger en mall som någon annan har delat bland dina egna, så att den finns att välja när du "
            "skapar en strukturbild. Filen granskas först: alla fel redovisas på en gång, ingenting i den "
            "körs och ingenting skrivs utanför mappen för egna mallar.\n\nFinns mallen i en annan version "
            "väljer du om den nya ska byta ut den, ligga bredvid eller inte tas in. Strukturbilder som redan "
            "är gjorda påverkas inte."
        )

    def define_parameters(self) -> None:
        """Parameters and outputs."""
        self.add_file("MALLFIL", tr("Mall"), PACKAGE)
        self.add_choice("ANNAN_VERSION", tr("Om mallen finns i en annan version"), [SWAP, BESIDE, REFUSE], REFUSE)
        self.addOutput(QgsProcessingOutputString("LAGD_SOM", tr("Mallen ligger här")))
        self.addOutput(QgsProcessingOutputString("NAMN", tr("Mallens namn")))
        self.addOutput(QgsProcessingOutputString("LAGE", tr("Ny, samma, nyare eller äldre")))
        self.addOutput(QgsProcessingOutputString("ANMARKNINGAR", tr("Det som inte ritas av mallens logotyper")))

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Look at it, and put it in its place."""
        from ..cartography.layout.logos import logo_notices
        from ..store.templates.template_library import NEWER, OLDER, inspect_package, install

        arrival = inspect_package(
            inputs.path("MALLFIL"), paths.own_templates(Path(QgsApplication.qgisSettingsDirPath()))
        )
        answer = inputs.choice("ANNAN_VERSION") or REFUSE
        if arrival.relation in (NEWER, OLDER) and answer == REFUSE:
            there = arrival.installed[0].template.version
            raise StoreError(
                tr("Mallen finns redan i version {there}, och filen är version {new}. Välj vad som ska hända.").format(
                    there=there, new=arrival.package.template.version
                )
            )
        installed = install(arrival, replace=answer == SWAP)
        notices = logo_notices(installed.package.attachments)
        for notice in notices:
            inputs.feedback.pushWarning(notice)
        return {
            "LAGD_SOM": str(installed.path),
            "NAMN": installed.template.namn.sv,
            "LAGE": arrival.relation,
            "ANMARKNINGAR": "\n".join(notices),
        }
