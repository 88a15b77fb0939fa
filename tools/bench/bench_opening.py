"""Measure what the plugin adds when QGIS opens a saved project with a strukturbild in it, in a real QGIS.

Seconds of processor time of QGIS's main thread: that the machine does other things too hardly shows in it.
"""

from __future__ import annotations

import json
import statistics
from pathlib import Path

RUNS = 3
_SCRIPT = """
import json, os, sys, time
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface, plugins
started = []
def tell():
    with open({answer!r} + ".ny", "w") as file:
        json.dump(time.thread_time() - started[0], file)
    os.replace({answer!r} + ".ny", {answer!r})
def begin():
    started.append(time.thread_time())
    iface.addProject({project!r})
    plugin = plugins.get("strukturbild_plugin")
    if plugin is None:
        tell()
    else:  # the dock is there, the file has been read and what is drawn has been checked
        plugin._dock.session.live_read.connect(lambda _live: tell())
kept = sys.modules["__main__"].bench_timer = QTimer()
kept.setSingleShot(True)
kept.timeout.connect(begin)
kept.start(1500)
"""


def project_costs(folder: Path, example: Path, package: Path) -> tuple[float, float]:
    """Seconds until the project is open and all is checked; and seconds QGIS takes without the plugin."""
    from tests.package.helpers import Profile, program
    from tests.screen import open_screen, running, wait_for

    project = _saved_project(example, folder / "projekt.qgz")
    found: dict[bool, list[float]] = {True: [], False: []}
    with open_screen(folder) as screen:
        for enabled, times in found.items():
            profile = Profile(folder / f"profil-{enabled}")
            profile.install(package, enabled)
            answer, script = folder / f"svar-{enabled}.json", folder / f"öppna-{enabled}.py"
            script.write_text(_SCRIPT.format(answer=str(answer), project=str(project)), encoding="utf-8")
            command = [program("qgis"), "--nologo", "--noversioncheck", "--profiles-path", str(profile.root)]
            command += ["--profile", "default", "--code", str(script)]
            environment = {**profile.environment(), "DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb"}
            environment.pop("PYTHONDONTWRITEBYTECODE")  # a user's QGIS compiles the plugin once
            for _ in range(RUNS):
                answer.unlink(missing_ok=True)
                with running(command, environment, folder / "qgis.log"):
                    wait_for(answer.exists, 90, "projektet blev inte öppnat")
                times.append(float(json.loads(answer.read_text(encoding="utf-8"))))
    return statistics.median(found[True]), statistics.median(found[False])


def _saved_project(example: Path, target: Path) -> Path:
    from qgis.core import QgsProject

    from strukturbild_plugin.gui.session.open_document import put_base_map, put_in_project
    from strukturbild_plugin.store.writing.open_check import check_file

    project, head = QgsProject.instance(), check_file(example)
    put_in_project(example, head, "sv")
    put_base_map(project, head)
    if not project.write(str(target)):
        raise RuntimeError(project.error())
    project.clear()
    return target
