"""Logos stand on the sheet in the order the region's profile names them."""

from __future__ import annotations

from qgis.core import QgsApplication

from strukturbild_plugin.cartography.layout.logos import carried_logos
from strukturbild_plugin.store.gpkg.records import Attachment

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 0h20v10z"/></svg>'


def test_the_profile_says_the_order_and_the_rest_follow_by_name(qgis_app: QgsApplication) -> None:
    carried = [Attachment("logotyp", f"{name}.svg", SVG) for name in ("a", "b", "c", "d")]
    assert [logo.namn for logo in carried_logos(carried)] == ["a.svg", "b.svg", "c.svg", "d.svg"]
    profile = Attachment("profil", "profil.yaml", b"namn: R\nlogotyper: [d.svg, b.svg]\n")
    assert [logo.namn for logo in carried_logos([*carried, profile])] == ["d.svg", "b.svg", "a.svg", "c.svg"]
    broken = Attachment("profil", "profil.yaml", b"namn: [")
    assert next(logo.namn for logo in carried_logos([broken, *carried])) == "a.svg"
