"""Step 1 in the dock: which län the strukturbild is about, its pictures, their order and what each of them is."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QToolButton, QTreeWidgetItem, QVBoxLayout, QWidget

from ...i18n import tr
from ...store.gpkg.records import PRESENT, Picture, Snapshot
from ..guarded import guarded
from ..session.head_edits import HeadEdits
from ..session.saved_indicator import SavedIndicator
from ..settings import language
from ..widgets.fields import ChoiceField, DateField, LineField, NumberField
from ..widgets.form_sections import labelled
from ..widgets.labels import heading
from ..widgets.wrapping_lists import FittingList
from .area_change import ask_for_area
from .purpose_form import change_picture

CODE = Qt.ItemDataRole.UserRole
FIRST_YEAR, LAST_YEAR = 1900, 2200
MOST_ROUNDS = 99
LISTS = {"bildtyp": "bildtyp", "skala": "skala", "status": "bildstatus"}


@guarded
class PicturesForm(QWidget):
    """Saved in the file at once."""

    def __init__(self, head_edits: HeadEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head_edits = head_edits
        self._snapshot: Snapshot | None = None
        self._chosen = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._where())
        self.tree = FittingList(12, self)
        self.tree.setObjectName("strukturbild_bilder")
        self.tree.currentItemChanged.connect(guarded(lambda item, _before: self._choose(item)))
        column.addWidget(self.tree)
        column.addLayout(self._buttons())
        self.fields = self._make_fields(column)
        column.addWidget(SavedIndicator(head_edits, self))
        head_edits.failed.connect(guarded(lambda: self._put(force=True)))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """What stands in the file now, objects not saved yet counted too."""
        if self._head_edits.busy:
            return
        self._snapshot = snapshot
        self.where.setText(", ".join(area.namn for area in snapshot.areas) or tr("Inget område"))
        for name, list_name in LISTS.items():
            choices = snapshot.catalogue.listor.get(list_name, ())
            self.fields[name].fill([(one.kod, one.namn.in_language(language())) for one in choices])
        self._fill()
        self._put(force=False)

    def keep(self) -> None:
        """Write what is being written just now."""
        for field in self.fields.values():
            field.keep()

    def change_area(self) -> None:
        """Ask for other län."""
        if self._snapshot is not None:
            self.keep()
            ask_for_area(self._head_edits, self._snapshot, self.window())

    def _where(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.where = heading("", self)
        self.area = QToolButton(self)
        self.area.setObjectName("strukturbild_andra_lan")
        self.area.setText(tr("Ändra område…"))
        self.area.clicked.connect(guarded(lambda _=False: self.change_area()))
        row.addWidget(self.where, 1)
        row.addWidget(self.area, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(1)  # four buttons abreast, in the narrowest dock too
        self.add = QToolButton(self)
        self.add.setText(tr("Lägg till"))
        self.add.setToolTip(tr("Lägg till bild"))
        self.add.clicked.connect(guarded(lambda _=False: self._add()))
        self.up = self._arrow(Qt.ArrowType.UpArrow, tr("Flytta uppåt"), -1)
        self.down = self._arrow(Qt.ArrowType.DownArrow, tr("Flytta nedåt"), 1)
        self.remove = QToolButton(self)
        self.remove.setText(tr("Ta bort"))
        self.remove.clicked.connect(guarded(lambda _=False: self._remove()))
        row.addWidget(self.add)
        row.addStretch(1)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)
        return row

    def _arrow(self, arrow: Qt.ArrowType, text: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setArrowType(arrow)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(guarded(lambda _=False: self._move(by)))
        return button

    def _make_fields(self, column: QVBoxLayout) -> dict[str, Any]:
        made = (
            ("namn", tr("Namn"), LineField()),
            ("bildtyp", tr("Bildtyp"), ChoiceField()),
            ("skala", tr("Skala"), ChoiceField()),
            ("horisont", tr("Målår"), NumberField(True, tr("Till exempel 2040"), FIRST_YEAR, LAST_YEAR)),
            ("scenario", tr("Scenario"), LineField(tr("Om det finns flera att välja mellan"))),
            ("utgar_fran", tr("Utgår från bilden"), ChoiceField(empty=tr("Ingen bestämd"))),
            ("status", tr("Status"), ChoiceField()),
            ("beslutsorgan", tr("Vem beslutar?"), LineField()),
            ("beslutsdatum", tr("När fattades beslutet?"), DateField()),
            ("remissomgang", tr("Remissomgång"), NumberField(True, tr("Till exempel 1"), 1, MOST_ROUNDS)),
            ("ses_over", tr("Ses över senast"), DateField()),
        )
        for name, label, field in made:
            field.setObjectName(f"bild_{name}")
            labelled(column, label, field)
            field.written.connect(guarded(lambda value, name=name, label=label: self._write(name, label, value)))
        return {name: field for name, _label, field in made}

    def _pictures(self) -> tuple[Picture, ...]:
        return self._snapshot.pictures if self._snapshot is not None else ()

    def _fill(self) -> None:
        snapshot, pictures = self._snapshot, self._pictures()
        if snapshot is None:
            return
        if self._chosen not in [one.bild_id for one in pictures]:
            self._chosen = pictures[0].bild_id if pictures else ""
        number = Counter(one.bild_id for one in snapshot.objects)
        self.tree.blockSignals(True)
        self.tree.clear()
        for one in pictures:
            item = QTreeWidgetItem(self.tree, [f"{one.namn}\n{described(one, snapshot, number[one.bild_id])}"])
            item.setData(0, CODE, one.bild_id)
            if one.bild_id == self._chosen:
                self.tree.setCurrentItem(item)
        self.tree.blockSignals(False)
        held = number[self._chosen]
        self.remove.setEnabled(len(pictures) > 1 and not held)
        why = tr("Bilden har {n} objekt. Flytta eller ta bort dem först.").format(n=held) if held else ""
        self.remove.setToolTip(why or ("" if len(pictures) > 1 else tr("En strukturbild har minst en bild.")))
        place = [one.bild_id for one in pictures].index(self._chosen) if pictures else 0
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < len(pictures) - 1)

    def _choose(self, item: Any) -> None:
        if item is not None and item.data(0, CODE) != self._chosen:
            self.keep()
            self._chosen = item.data(0, CODE)
            self._fill()
            self._put(force=True)

    def _put(self, force: bool) -> None:
        picture = next((one for one in self._pictures() if one.bild_id == self._chosen), None)
        if picture is not None:
            starts = possible_starts(self._pictures(), picture.bild_id)
            self.fields["utgar_fran"].fill([(one.bild_id, one.namn) for one in starts])
            for name, field in self.fields.items():
                if force or not field.dirty():
                    field.set_value(getattr(picture, name))

    def _write(self, name: str, label: str, value: Any) -> None:
        if name == "namn" and not value:
            self._put(force=True)
            return
        plain = value if name in ("horisont", "remissomgang") or value is not None else ""
        change_picture(self._head_edits, self._snapshot, self._chosen, {name: plain}, label.rstrip("?").lower())
        if self._snapshot is not None:
            change: dict[str, Any] = {name: plain}
            changed = (replace(one, **change) if one.bild_id == self._chosen else one for one in self._pictures())
            self._snapshot = replace(self._snapshot, pictures=tuple(changed))
            self._fill()

    def _add(self) -> None:
        pictures = self._pictures()
        like = next((one for one in pictures if one.bild_id == self._chosen), None)
        choices = self._snapshot.catalogue.listor.get("skala", ()) if self._snapshot is not None else ()
        new = Picture(
            bild_id=str(uuid.uuid4()),
            namn=free_name(tr("Ny bild"), [one.namn for one in pictures]),
            bildtyp="malbild",
            skala=like.skala if like is not None else choices[0].kod,
            horisont=None,
            scenario="",
            status="utkast",
            beslutsdatum="",
            beslutsorgan="",
            utgar_fran=start_of_new(like),
            ordning=max((one.ordning for one in pictures), default=0) + 1,
        )
        self.keep()
        self._head_edits.write(
            tr("{picture} är tillagd").format(picture=new.namn),
            lambda db: db.set_pictures([new]),
            lambda _result: lambda db: db.remove_picture(new.bild_id),
        )
        self._chosen = new.bild_id
        self._snapshot = replace(self._snapshot, pictures=(*pictures, new)) if self._snapshot is not None else None
        self._fill()
        self._put(force=True)
        self.fields["namn"].setFocus()
        self.fields["namn"].selectAll()

    def _remove(self) -> None:
        picture = next((one for one in self._pictures() if one.bild_id == self._chosen), None)
        if picture is not None:
            followers = [one.bild_id for one in self._pictures() if one.utgar_fran == picture.bild_id]

            def put_back(db: Any) -> None:
                back = [replace(one, utgar_fran=picture.bild_id) for one in db.pictures() if one.bild_id in followers]
                db.set_pictures([picture, *back])

            self._head_edits.write(
                tr("{picture} är borttagen").format(picture=picture.namn),
                lambda db: db.remove_picture(picture.bild_id),
                lambda _result: put_back,
            )

    def _move(self, by: int) -> None:
        order = [one.bild_id for one in self._pictures()]
        was, place = tuple(order), order.index(self._chosen)
        order.insert(place + by, order.pop(place))

        def ordered(codes: tuple[str, ...]) -> Any:
            return lambda db: db.set_pictures(
                [replace(one, ordning=codes.index(one.bild_id) + 1) for one in db.pictures() if one.bild_id in codes]
            )

        self._head_edits.write(tr("ordningen"), ordered(tuple(order)), lambda _result: ordered(was))


def described(picture: Picture, snapshot: Snapshot, number: int) -> str:
    """'Målbild · Regional · 2040 · Utkast · 45 objekt'."""
    said = []
    for name, list_name in LISTS.items():
        code = getattr(picture, name)
        names = {one.kod: one.namn.in_language(language()) for one in snapshot.catalogue.listor.get(list_name, ())}
        said.append(names.get(code, code))
    said.insert(2, str(picture.horisont or ""))
    said.append(tr("{n} objekt").format(n=number))
    return " · ".join(part for part in said if part)


def possible_starts(pictures: Sequence[Picture], bild_id: str) -> tuple[Picture, ...]:
    """The pictures that `bild_id` may start from: not itself, and none that starts from it, at whatever distance."""
    starts = {one.bild_id: one.utgar_fran for one in pictures}

    def goes_back_to(one: str) -> bool:
        seen: set[str] = set()
        while one and one not in seen:
            if one == bild_id:
                return True
            seen.add(one)
            one = starts.get(one, "")
        return False

    return tuple(one for one in pictures if not goes_back_to(one.bild_id))


def start_of_new(beside: Picture | None) -> str:
    """Where a new picture starts: from the present that was chosen, else where the chosen one starts."""
    if beside is None:
        return ""
    return beside.bild_id if beside.bildtyp == PRESENT else beside.utgar_fran


def free_name(wanted: str, taken: list[str]) -> str:
    """`wanted`, numbered when there is one already."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted} {number}", number + 1
    return name
