"""Templates without a window: saved, brought in and begun from by the algorithms that `qgis_process` runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback
from qgis.PyQt.QtGui import QIcon

from strukturbild_plugin import paths
from strukturbild_plugin.store.gpkg.snapshot import read_snapshot
from tests.store.templates.helpers import LOGO, sound_parts, zipped


@pytest.fixture
def run(qgis_app: QgsApplication, base_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run an algorithm of the provider by name; own templates lie in the test's folder."""
    from strukturbild_plugin.processing.provider import StrukturbildProvider

    monkeypatch.setattr(paths, "own_templates", lambda _profile: tmp_path / "mallar")
    provider = StrukturbildProvider(QIcon())
    QgsApplication.processingRegistry().addProvider(provider)

    def work(name: str, **given: object) -> dict[str, Any]:
        algorithm = provider.algorithm(name).create()
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
        assert algorithm.checkParameterValues(given, context)[0]
        return dict(algorithm.run(given, context, feedback, {}, False)[0])

    yield work
    QgsApplication.processingRegistry().removeProvider(provider)


def test_a_template_is_saved_brought_in_and_begun_from(run: Any, example_file: Path, tmp_path: Path) -> None:
    saved = run(
        "save_template",
        FIL=str(example_file),
        NAMN="Stråk hos oss",
        ORGANISATION="Region Exempel",
        MALSAMLINGAR="inga",
        MALLFIL=str(tmp_path / "strak"),
    )
    assert saved["KOD_BLEV"] == "exempel_strak_hos_oss" and saved["ANMARKNINGAR"] == ""
    came = run("import_template", MALLFIL=saved["MALLFIL"])
    assert (came["LAGE"], came["NAMN"]) == ("ny", "Stråk hos oss")
    assert Path(came["LAGD_SOM"]).parent == tmp_path / "mallar"
    made = run("create", LAN="18", MALL="malbild", MALLFIL=came["LAGD_SOM"], FIL=str(tmp_path / "ny.gpkg"))
    snapshot = read_snapshot(Path(made["FIL"]))
    assert (snapshot.head.mall, snapshot.objects) == ("exempel_strak_hos_oss", ())
    assert {one.kod for one in snapshot.goal_sets} == {"rus_orebro"}


def test_what_goes_wrong_with_a_template_is_a_sentence(run: Any, tmp_path: Path) -> None:
    run("import_template", MALLFIL=str(zipped(sound_parts("1.0"), tmp_path / "a.strukturmall")))
    logo = LOGO.replace(b"<path", b'<mask id="m"/><path')
    newer = str(zipped({**sound_parts("2.0"), "logotyper/region-exempel.svg": logo}, tmp_path / "b.strukturmall"))
    with pytest.raises(QgsProcessingException, match=r"version 1\.0, och filen är version 2\.0"):
        run("import_template", MALLFIL=newer)
    came = run("import_template", MALLFIL=newer, ANNAN_VERSION="byt_ut")
    assert came["LAGE"] == "nyare" and "region-exempel.svg ritas utan mask." in came["ANMARKNINGAR"]
    assert [one.name for one in (tmp_path / "mallar").iterdir()] == ["region_exempel.exempel_malbild.2.0.strukturmall"]
    hostile = zipped({**sound_parts(), "../kor.py": b""}, tmp_path / "c.strukturmall")
    with pytest.raises(QgsProcessingException, match="utanför mallens mapp"):
        run("import_template", MALLFIL=str(hostile))
