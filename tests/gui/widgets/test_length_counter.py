"""How long a text is, said when it matters; whatever is pasted or stored stays whole."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtWidgets import QApplication

from strukturbild_plugin.gui.widgets.fields import LineField, TextField
from strukturbild_plugin.store.gpkg.odd_cells import MAX_LINE, MAX_TEXT


@pytest.fixture(params=[LineField, TextField])
def field(request: pytest.FixtureRequest, qgis_app: object):
    """A field on the screen."""
    made = request.param()
    made.resize(300, 60)
    made.show()
    yield made
    made.deleteLater()


def most_of(field: object) -> int:
    return MAX_LINE if isinstance(field, LineField) else MAX_TEXT


def test_the_length_is_said_near_and_over_the_limit_that_the_check_has(field) -> None:
    most = most_of(field)
    spaced = f"{most:,}".replace(",", "\u00a0")
    assert field.counter.most == most
    field.set_value("å" * int(most * 0.8))
    assert field.counter.text() == ""
    field.set_value("å" * (most - 1))
    assert field.counter.text().endswith(f" av {spaced} tecken")
    field.set_value("å" * most)
    assert field.counter.text() == f"{spaced} av {spaced} tecken"
    field.set_value("😀" * (most + 1))
    assert "ovanligt långt" in field.counter.text() and field.value() == "😀" * (most + 1)
    field.set_value("Åmål")
    assert field.counter.text() == ""


def test_room_is_made_so_that_no_word_is_hidden(field) -> None:
    def room() -> tuple[int, int]:
        if isinstance(field, LineField):
            return field.textMargins().right(), 0
        return 0, field.viewportMargins().bottom()

    before = room()
    field.set_value("å" * most_of(field))
    QApplication.processEvents()
    assert room() > before
    field.set_value("")
    assert room() == before


def test_nothing_is_cut_however_long_it_is(field) -> None:
    told: list[object] = []
    field.written.connect(told.append)
    stored = "ord " * 20_000 + "slut"
    field.set_value(stored)
    field.keep()
    assert field.value() == stored and not field.dirty() and told == []
    QApplication.clipboard().setText("x" * 40_000)
    field.selectAll()
    field.paste()
    field.keep()
    assert told == ["x" * 40_000]
