"""A delivery that somebody goes on working in says that its words stay as they were."""

from __future__ import annotations

from pathlib import Path

from strukturbild_plugin.export.edition.edition import ExportRequest, export
from strukturbild_plugin.gui.session.openable_file import make_ready


def test_a_delivery_says_that_its_words_do_not_follow_what_is_drawn(
    example_file: Path, tmp_path: Path, qgis_app: object
):
    assert make_ready(example_file).delivery_notices() == ()
    delivery = export(example_file, ExportRequest(tmp_path / "ut", formats=("leverans",))).files["leverans"]
    (said,) = make_ready(delivery).delivery_notices()
    assert "ändras inte när du ritar" in said and "ny utgåva" in said
    (again,) = make_ready(delivery).delivery_notices()
    assert again == said, "också när dess tabeller redan visas"
