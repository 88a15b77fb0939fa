"""Content whose height hangs on how it lies already: Qt's own scroll area runs out of stack on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CONTENT_THAT_FLIPS = """
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtWidgets import QApplication, QSizePolicy, QWidget
from strukturbild_plugin.gui.widgets.steady_scroll_area import SteadyScrollArea


class Flipping(QWidget):
    def __init__(self):
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width):
        return 250 if self.width() < 295 else 350

    def minimumSizeHint(self):
        return QSize(50, 50)


app = QApplication([])
area = SteadyScrollArea()
area.resize(300, 300)
area.setWidget(Flipping())
area.show()
for _ in range(50):
    app.processEvents()
area.resize(310, 300)
for _ in range(50):
    app.processEvents()
print("still here", area.widget().width() > 200)
"""


def test_content_that_fits_only_without_a_scroll_bar() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CONTENT_THAT_FLIPS],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[3]), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.strip() == "still here True", done
