"""The base of every algorithm: parameters in few words, and errors as sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Mapping

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..errors import ForeignParts, OlderFile, StrukturbildError
from ..i18n import tr

NEW, FILL, DELIVER = "ny", "innehall", "utgava"
GEOPACKAGE = "GeoPackage (*.gpkg)"


TERMS = {
    "LICENS": "licens",
    "SPRIDNINGSTILLSTAND": "spridningstillstand",
    "TILLSTANDSDATUM": "spridningstillstand_datum",
    "DIARIENUMMER": "diarienummer",
}
"""Parameters of `add_terms`, and the columns of `strukturbild` they are stored in."""


class StrukturbildAlgorithm(QgsProcessingAlgorithm):
    """An algorithm with its parameters (`define_parameters`) and the call that does it (`run_algorithm`)."""

    CODE = ""
    GROUP = NEW

    def title(self) -> str:
        """Name in the toolbox."""
        raise NotImplementedError

    def help(self) -> str:
        """What it does and when to use it."""
        raise NotImplementedError

    def search_words(self) -> str:
        """Further search words, separated by spaces."""
        return ""

    def define_parameters(self) -> None:
        """Add parameters and outputs."""
        raise NotImplementedError

    def run_algorithm(self, inputs: AlgorithmInputs) -> Mapping[str, Any]:
        """Run the algorithm; gives its outputs by name. A StrukturbildError becomes the sentence that QGIS shows."""
        raise NotImplementedError

    def name(self) -> str:
        """Second half of the id."""
        return self.CODE

    def displayName(self) -> str:  # noqa: N802 - QGIS's name
        """Name in the toolbox."""
        return self.title()

    def groupId(self) -> str:  # noqa: N802 - QGIS's name
        """Code of the group in the toolbox."""
        return self.GROUP

    def group(self) -> str:
        """Group in the toolbox."""
        return {NEW: tr("1 Börja"), FILL: tr("2 Fylla"), DELIVER: tr("3 Granska och ge ut")}[self.GROUP]

    def shortHelpString(self) -> str:  # noqa: N802 - QGIS's name
        """Shown beside the parameters."""
        return self.help()

    def tags(self) -> list[str]:
        """Search words."""
        return ["strukturbild", "rus", *self.search_words().split()]

    def createInstance(self) -> StrukturbildAlgorithm:  # noqa: N802 - QGIS's name
        """A fresh one for each run."""
        return type(self)()

    def initAlgorithm(self, _configuration: Any = None) -> None:  # noqa: N802 - QGIS's name
        """Called by QGIS when it wants the parameters."""
        self.define_parameters()

    def processAlgorithm(  # noqa: N802 - QGIS's name
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Run `run_algorithm`; what goes wrong on purpose becomes the sentence that QGIS shows."""
        try:
            return dict(self.run_algorithm(AlgorithmInputs(self, parameters, context, feedback)))
        except ForeignParts as error:
            hint = tr("Kör Kopiera strukturbild och välj slaget rensad.")
            raise QgsProcessingException(f"{error} {hint}") from error
        except OlderFile as error:
            hint = tr("Öppna den i panelen och uppgradera, eller kör Kopiera strukturbild: kopian blir uppgraderad.")
            raise QgsProcessingException(f"{error} {hint}") from error
        except StrukturbildError as error:
            raise QgsProcessingException(str(error)) from error
        except OSError as error:  # a place that cannot be written in, or a file that has gone
            if not isinstance(error.filename, str):
                raise
            from ..store.gpkg.error_messages import explained

            raise QgsProcessingException(str(explained(error, Path(error.filename)))) from error

    def add_text(self, name: str, label: str, default: str = "", optional: bool = True) -> None:
        """A line of text."""
        self.addParameter(QgsProcessingParameterString(name, label, default or None, optional=optional))

    def add_choice(self, name: str, label: str, codes: list[str], default: str = "", several: bool = False) -> None:
        """One (or several) of `codes`; given by code, also on the command line. May be left empty without default."""
        chosen: Any = default.split(",") if several and default else default or None
        self.addParameter(
            QgsProcessingParameterEnum(
                name,
                label,
                options=codes,
                allowMultiple=several,
                defaultValue=chosen,
                optional=not default,
                usesStaticStrings=True,
            )
        )

    def add_file(self, name: str, label: str, kind: str = "", optional: bool = False) -> None:
        """A file that is there."""
        parameter = QgsProcessingParameterFile(name, label, optional=optional)
        if kind:
            parameter.setFileFilter(kind)
        self.addParameter(parameter)

    def add_files(self, name: str, label: str) -> None:
        """Any number of files, may be none."""
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                name, label, layerType=QgsProcessing.SourceType.TypeFile, optional=True
            )
        )

    def add_folder(self, name: str, label: str) -> None:
        """A folder that is there."""
        self.addParameter(QgsProcessingParameterFile(name, label, behavior=QgsProcessingParameterFile.Behavior.Folder))

    def add_file_destination(self, name: str, label: str, kind: str, optional: bool = False) -> None:
        """A file to write."""
        self.addParameter(
            QgsProcessingParameterFileDestination(name, label, kind, optional=optional, createByDefault=not optional)
        )

    def add_folder_destination(self, name: str, label: str) -> None:
        """A folder to write into."""
        self.addParameter(QgsProcessingParameterFolderDestination(name, label))

    def add_yes_no(self, name: str, label: str, default: bool = False) -> None:
        """A tick box."""
        self.addParameter(QgsProcessingParameterBoolean(name, label, defaultValue=default))

    def add_number(self, name: str, label: str, smallest: int, largest: int) -> None:
        """A whole number that may be left out."""
        self.addParameter(QgsProcessingParameterNumber(name, label, optional=True, minValue=smallest, maxValue=largest))

    def add_terms(self, when_empty: str) -> None:
        """Licence, permission to publish and reference; `when_empty`: what an empty one means, in words."""
        for name, label in (
            ("LICENS", tr("Licens, till exempel CC0 1.0 eller CC BY 4.0 ({empty})")),
            ("SPRIDNINGSTILLSTAND", tr("Spridningstillstånd: nummer, eller varför det inte behövs ({empty})")),
            ("TILLSTANDSDATUM", tr("Spridningstillståndets datum, ÅÅÅÅ-MM-DD ({empty})")),
            ("DIARIENUMMER", tr("Diarienummer ({empty})")),
        ):
            self.add_text(name, label.format(empty=when_empty))
        self.make_advanced(*TERMS)

    def make_advanced(self, *names: str) -> None:
        """Move these parameters under Advanced."""
        for name in names:
            parameter = self.parameterDefinition(name)
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)


class AlgorithmInputs:
    """The parameter values of a run, in the types that the rooms want."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        self._algorithm, self._parameters, self._context = algorithm, parameters, context
        self.feedback = feedback

    def text(self, name: str) -> str:
        """A text, stripped."""
        return (self._algorithm.parameterAsString(self._parameters, name, self._context) or "").strip()

    def texts(self, name: str) -> tuple[str, ...]:
        """A list written with commas or semicolons: '17, 18'."""
        parts = self.text(name).replace(";", ",").split(",")
        return tuple(part.strip() for part in parts if part.strip())

    def choice(self, name: str) -> str:
        """The chosen code; '' when left empty."""
        return self._algorithm.parameterAsEnumString(self._parameters, name, self._context) or ""

    def choices(self, name: str) -> tuple[str, ...]:
        """The chosen codes; () when left empty, which QGIS gives as one empty text."""
        return tuple(filter(None, self._algorithm.parameterAsEnumStrings(self._parameters, name, self._context)))

    def path(self, name: str) -> Path:
        """A file or folder to read."""
        return Path(self._algorithm.parameterAsFile(self._parameters, name, self._context))

    def paths(self, name: str) -> tuple[Path, ...]:
        """Files to read."""
        inputs = self._algorithm.parameterAsFileList(self._parameters, name, self._context)
        return tuple(Path(one) for one in inputs if one)

    def destination(self, name: str) -> Path | None:
        """A file or folder to write; None when the user wants none."""
        chosen = self._algorithm.parameterAsFileOutput(self._parameters, name, self._context)
        return Path(chosen) if chosen else None

    def required_destination(self, name: str) -> Path:
        """A file or folder to write that must be given. StrukturbildError without it."""
        chosen = self.destination(name)
        if chosen is None:
            raise StrukturbildError(tr("Välj var resultatet ska ligga ({name}).").format(name=name))
        return chosen

    def yes(self, name: str) -> bool:
        """A tick box."""
        return self._algorithm.parameterAsBoolean(self._parameters, name, self._context)

    def number(self, name: str) -> int | None:
        """A whole number, None when left out."""
        if self._parameters.get(name) in (None, ""):
            return None
        return self._algorithm.parameterAsInt(self._parameters, name, self._context)


def as_json(value: Any, indent: int | None = None) -> str:
    """`value` as JSON in plain letters."""
    import json  # not at QGIS's start

    return json.dumps(value, ensure_ascii=False, indent=indent)


def codes_in(folder: Path, ending: str) -> list[str]:
    """The codes a folder of files offers, without opening one (start-up must not read YAML)."""
    return sorted(file.stem for file in folder.glob(f"*{ending}")) if folder.is_dir() else []
