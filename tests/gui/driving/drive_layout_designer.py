"""A part of drive_export_panel.py: a sheet opened in the layout designer, changed and kept as an own layout."""

from __future__ import annotations

import os

from qgis.core import QgsLayoutItemLabel, QgsLayoutItemMap, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QAction, QInputDialog
from qgis.utils import iface

from tests.gui.driving.driver import drawn, opened, prepare, settled
from tests.gui.driving.windows import dialog


def layout_designer(drive):
    """From the export dialog to a layout in the file."""
    dock = prepare().dock()
    dock.open(os.environ["DESIGNED"])
    yield opened(dock)
    yield drawn()
    QTimer.singleShot(0, dock.export)
    yield lambda: dialog("strukturbild_utgava_dialog")
    asked = dialog("strukturbild_utgava_dialog")
    drive.told["plan"] = asked.plan.text()
    drive.click(asked.more)
    yield settled()
    drive.shot("31_utgava_val")
    drive.click(asked.designer)
    yield iface.openLayoutDesigners
    designer = iface.openLayoutDesigners()[0]
    window, layout = designer.window(), designer.layout()
    window.resize(1400, 900)
    yield settled(2)
    drive.shot("32_layouthanteraren")
    maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
    drive.told["layers"] = len(maps[0].layers())
    drive.told["in_tree"] = len(QgsProject.instance().layerTreeRoot().findLayers())
    titel = next(item for item in layout.items() if isinstance(item, QgsLayoutItemLabel) and item.id() == "titel")
    titel.attemptMoveBy(0, 3)
    action = window.findChild(QAction, "strukturbild_egen_layout")
    QTimer.singleShot(0, action.trigger)
    yield lambda: window.findChild(QInputDialog)
    box = window.findChild(QInputDialog)
    drive.told["asked"] = box.labelText()
    box.setTextValue("Länets A3")
    box.accept()
    yield (
        lambda: dock.session.snapshot is not None and dock.session.snapshot.attachments and not dock.session.runner.busy
    )
    drive.told["kept"] = [one.namn for one in dock.session.snapshot.attachments]
    window.close()
    yield lambda: not iface.openLayoutDesigners() and not QgsProject.instance().layoutManager().layouts()
    drive.told["layouts"] = len(QgsProject.instance().layoutManager().layouts())
