"""The styles in a file are renewed by one thread at a time, and whoever comes second has nothing left to do."""

from __future__ import annotations

import threading
from pathlib import Path

from qgis.core import QgsApplication

from strukturbild_plugin.errors import StrukturbildError
from strukturbild_plugin.store.gpkg.connection import connect
from strukturbild_plugin.store.styling.renew_styles import is_stale, refresh_if_stale, refresh_styles
from tests.store.helpers import new_file


def test_two_threads_renew_the_styles_of_one_file_after_each_other(qgis_app: QgsApplication, tmp_path: Path) -> None:
    path, failed = new_file(tmp_path), []
    connection = connect(path)
    connection.execute("UPDATE layer_styles SET owner = 'annan' WHERE useAsDefault = 1")
    connection.close()
    assert is_stale(path)

    def renew(way) -> None:
        try:
            failed.extend([way] if way(path) else [])
        except StrukturbildError as error:
            failed.append(error)

    threads = [threading.Thread(target=renew, args=(way,), daemon=True) for way in (refresh_styles, refresh_if_stale)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(60)
    assert not any(one.is_alive() for one in threads) and failed == [] and not is_stale(path)
