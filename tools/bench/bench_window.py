"""The first click of a session and the next: the panel opened in a real QGIS, cold and warm, against QGIS's own.

Each session is a QGIS of its own. Seconds of processor time of its main thread, until all that the click asked for has
been shown: that the machine does other things too hardly shows in it.
"""

from __future__ import annotations

import json
import statistics
from pathlib import Path

from tools.bench.measure import Ratio

SESSIONS = 3
_SCRIPT = """
import json, os, sys, time
from qgis.PyQt.QtCore import QCoreApplication, QTimer
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface, plugins
def shown(act):
    started = time.thread_time()
    act()
    for _ in range(20):
        QCoreApplication.processEvents()
    return time.thread_time() - started
def begin():
    try:
        took = measured()
    except Exception as error:
        took = dict(trouble=repr(error))
    with open({answer!r} + ".ny", "w") as file:
        json.dump(took, file)
    os.replace({answer!r} + ".ny", {answer!r})
def measured():
    from qgis.core import QgsSettings
    from strukturbild_plugin.plugin import PANEL
    plugin = plugins["strukturbild_plugin"]
    theirs = iface.mainWindow().findChild(QDockWidget, "LayerStyling")
    theirs.setVisible(False)
    took = dict(cold=shown(lambda: plugin.show_dock(True)))
    shown(lambda: plugin.show_dock(False))
    took["warm"] = shown(lambda: plugin.show_dock(True))
    took["bare_cold"] = shown(lambda: theirs.setVisible(True))
    shown(lambda: theirs.setVisible(False))
    took["bare_warm"] = shown(lambda: theirs.setVisible(True))
    QgsSettings().setValue(PANEL, False)  # the next session starts without it
    return took
kept = sys.modules["__main__"].bench_timer = QTimer()
kept.setSingleShot(True)
kept.timeout.connect(begin)
kept.start(1500)
"""


def first_click_ratios(folder: Path, package: Path) -> list[Ratio]:
    """The panel at the first click and at the next, each against QGIS's own of layer styling in the same session."""
    from tests.package.helpers import Profile, program
    from tests.screen import open_screen, running, wait_for

    profile = Profile(folder / "profil-klick")
    profile.install(package, True)
    answer, script = folder / "svar-klick.json", folder / "klick.py"
    script.write_text(_SCRIPT.format(answer=str(answer)), encoding="utf-8")
    command = [program("qgis"), "--nologo", "--noversioncheck", "--profiles-path", str(profile.root)]
    command += ["--profile", "default", "--code", str(script)]
    found: list[dict[str, float]] = []
    with open_screen(folder) as screen:
        environment = {**profile.environment(), "DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb"}
        environment.pop("PYTHONDONTWRITEBYTECODE")  # a user's QGIS compiles the plugin once
        for _ in range(SESSIONS + 1):  # the first of them compiles
            answer.unlink(missing_ok=True)
            with running(command, environment, folder / "qgis.log"):
                wait_for(answer.exists, 90, "panelen visades inte")
            found.append(json.loads(answer.read_text(encoding="utf-8")))
            if "trouble" in found[-1]:
                raise RuntimeError(f"panelen gick inte att mäta: {found[-1]['trouble']}")
    took = {name: statistics.median(one[name] for one in found[1:]) for name in found[0]}
    theirs = "QGIS panel Lagerstil"
    return [
        Ratio("panelen vid sessionens första klick", took["cold"], theirs, took["bare_cold"]),
        Ratio("panelen vid nästa klick", took["warm"], theirs, took["bare_warm"]),
    ]
