"""The recent files by name: two of one name are told apart, and one that stands alone has nothing beside it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from qgis.core import QgsApplication

from strukturbild_plugin.gui.dock.recent_names import names_told_apart
from strukturbild_plugin.gui.dock.start_page import StartPage

WORKSHOP = Path("/h/Workshop")
FOLDERS = st.lists(st.sampled_from(["a", "b", "Bord 1", "Bord 2"]), max_size=3).map(lambda parts: Path("/", *parts))
FILES = st.tuples(FOLDERS, st.sampled_from(["Målbild.gpkg", "målbild.gpkg", "Målbild.GPKG", "Karta.gpkg"]))


def test_two_of_one_name_are_told_apart_by_their_folders() -> None:
    files = [
        WORKSHOP / "Bord 1" / "Målbild.gpkg",
        WORKSHOP / "Bord 2" / "Målbild.gpkg",
        Path("/usb/Bord 2/målbild.gpkg"),
        WORKSHOP / "Karta.gpkg",
    ]
    assert names_told_apart(files) == (
        "Målbild (Bord 1)",
        "Målbild (Workshop/Bord 2)",
        "målbild (usb/Bord 2)",
        "Karta",
    )


@given(st.lists(FILES.map(lambda one: one[0] / one[1]), unique=True, max_size=6))
def test_no_two_look_alike(files: list[Path]) -> None:
    names = names_told_apart(files)
    assert len({*names}) == len(files)
    assert all(name.startswith(file.stem) for name, file in zip(names, files))


def test_the_start_page_and_its_first_button_say_which_it_is(qgis_app: QgsApplication) -> None:
    page = StartPage()
    page.show_recent([WORKSHOP / "Bord 1" / "Målbild.gpkg", WORKSHOP / "Bord 2" / "Målbild.gpkg"])
    assert [page.recent.item(row).text() for row in range(2)] == ["Målbild (Bord 1)", "Målbild (Bord 2)"]
    assert page.last_button.accessibleName() == "Fortsätt med Målbild (Bord 1)"
