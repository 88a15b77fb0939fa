"""What is own is marked as own, and the mark says whose."""

from __future__ import annotations

from strukturbild_plugin.bilingual_text import Text
from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.catalogue.model import ObjectClass
from strukturbild_plugin.catalogue.sources import OURS, PROGRAMS_MARK, REGIONS_MARK, marks_explained, own_mark


def own(kalla: str) -> ObjectClass:
    name = Text("Vind", "Wind")
    return ObjectClass("vind", name, name, "A", {"yta": "omrade"}, 900, kalla=kalla, egen=True)


def test_classes_levels_and_subtypes_that_nobody_else_has_get_a_mark() -> None:
    assert own_mark(own("egen")) == REGIONS_MARK
    assert own_mark(own(OURS)) == PROGRAMS_MARK
    assert own_mark(own("Havsverket, https://hav.se")) == ""
    catalogue = load_catalogue()
    nod, gransbygd, delregion = (catalogue.object_class(kod) for kod in ("nod", "gransbygd", "delregion"))
    assert nod is not None and gransbygd is not None and delregion is not None
    assert own_mark(nod) == own_mark(nod, nod.level("regional")) == ""
    assert own_mark(nod, nod.level("lokal")) == PROGRAMS_MARK
    assert [own_mark(gransbygd, one) for one in gransbygd.undertyper] == ["", PROGRAMS_MARK, PROGRAMS_MARK]
    assert own_mark(delregion) == PROGRAMS_MARK


def test_only_the_marks_that_stand_there_are_explained() -> None:
    assert marks_explained(["Lokal nod *", "Regional nod", "Vind **"], "sv") == (
        "* Programmets egen indelning.",
        "** Regionens egen indelning.",
    )
    assert marks_explained(["Vind **"], "en") == ("** The region's own division.",)
    assert marks_explained(["Regional nod"], "sv") == marks_explained([], "sv") == ()
