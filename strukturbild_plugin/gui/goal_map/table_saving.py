"""Tables of the page as files for spreadsheets."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...analysis.coverage_texts import TextTable
from ...feedback import Feedback
from ...i18n import tr
from ..session.session import Session

_ENDINGS = (".xlsx", ".csv")


class TableSaving:
    """Asks where to, and writes in a task."""

    def __init__(self, session: Session, page: QWidget) -> None:
        self._session, self._page = session, page

    def ask(self, table: TextTable | None) -> None:
        """Where to save a table, and how; then save it."""
        opened = self._session.opened
        if opened is None or table is None:
            return
        suggested = opened.path.with_name(f"{opened.path.stem} {table.title.lower()}.xlsx")
        chosen, kind = QFileDialog.getSaveFileName(
            self._page.window(), tr("Spara tabellen som"), str(suggested), "XLSX (*.xlsx);;CSV (*.csv)"
        )
        if chosen:
            path, ending = Path(chosen), _ENDINGS["csv" in kind.lower()]
            self.save(path if path.suffix.lower() in _ENDINGS else path.with_name(path.name + ending), table)

    def save(self, path: Path, table: TextTable) -> None:
        """Write a table to `path`, XLSX or CSV."""

        def work(_feedback: Feedback) -> None:
            from ...export.table_files import write_table

            write_table(path, table.heads, table.rows, table.title)

        done = tr("Sparat: {fil}").format(fil=path)
        self._session.runner.start(tr("Sparar tabellen"), work, lambda _none: self._session.messages.well(done))
