"""The Processing provider `strukturbild`."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..i18n import tr


class StrukturbildProvider(QgsProcessingProvider):
    """What QGIS, `qgis_process` and the model builder list under Strukturbild."""

    def __init__(self, icon: QIcon) -> None:
        super().__init__()
        self._icon = icon

    def id(self) -> str:
        """First half of every algorithm id: strukturbild:create."""
        return "strukturbild"

    def name(self) -> str:
        """Name in the toolbox."""
        return tr("Strukturbild")

    def icon(self) -> QIcon:
        """Icon in the toolbox."""
        return self._icon

    def loadAlgorithms(self) -> None:  # noqa: N802 - the name QGIS asks for
        """Add every algorithm; their rooms are imported when they run."""
        from .check_and_export import CheckAlgorithm, ExportAlgorithm, VerifyAlgorithm
        from .compare import CompareAlgorithm
        from .copy_and_area_change import ChangeAreaAlgorithm, CopyAlgorithm
        from .create import CreateAlgorithm, CreateExampleAlgorithm
        from .fill_location import FillLocationAlgorithm
        from .goal_coverage import GoalCoverageAlgorithm
        from .import_data import ImportGoalsAlgorithm, ImportObjectsAlgorithm
        from .publish_symbols import PublishSymbolsAlgorithm
        from .templates import ImportTemplateAlgorithm, SaveTemplateAlgorithm
        from .workshops import MergeAlgorithm, SynthesisAlgorithm, WorkshopCopiesAlgorithm

        begin = (
            CreateAlgorithm,
            CreateExampleAlgorithm,
            ChangeAreaAlgorithm,
            FillLocationAlgorithm,
            CopyAlgorithm,
            SaveTemplateAlgorithm,
            ImportTemplateAlgorithm,
        )
        for algorithm in (
            *begin,
            ImportObjectsAlgorithm,
            ImportGoalsAlgorithm,
            WorkshopCopiesAlgorithm,
            MergeAlgorithm,
            CheckAlgorithm,
            ExportAlgorithm,
            VerifyAlgorithm,
            CompareAlgorithm,
            SynthesisAlgorithm,
            GoalCoverageAlgorithm,
            PublishSymbolsAlgorithm,
        ):
            self.addAlgorithm(algorithm())
