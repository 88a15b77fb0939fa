"""Step 0 in the dock: what the picture is for, who leads the work, how much others take part, and who decides."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ...i18n import tr
from ...store.gpkg.records import LICENCES, Origin, Picture, Snapshot
from ..guarded import guarded
from ..object_panel.anchoring_panel import AnchoringPanel, fill_levels, meaning_of
from ..object_panel.orphaned_anchoring import OrphanedAnchoring
from ..session.head_edits import HeadEdits
from ..session.saved_indicator import SavedIndicator
from ..widgets.fields import ChoiceField, DateField, LineField, TextField
from ..widgets.form_sections import FormSection, labelled
from ..widgets.labels import heading, quiet


@guarded
class PurposeForm(QWidget):
    """Saved in the file at once."""

    def __init__(self, head_edits: HeadEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head_edits = head_edits
        self._snapshot: Snapshot | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.origin = quiet("", self)
        column.addWidget(self.origin)
        self.fields: dict[str, Any] = {
            "titel": LineField(tr("Vad strukturbilden ska heta")),
            "organisation": LineField(tr("Organisation som ansvarar för arbetet")),
            "beskrivning": TextField(tr("Vad bilden ska användas till, och av vem")),
            "samverkansniva": ChoiceField((), empty=tr("Inget valt")),
        }
        for (name, field), label in zip(
            self.fields.items(), (tr("Titel"), tr("Organisation"), tr("Syfte"), tr("Nivå på samverkanstrappan"))
        ):
            labelled(column, label, field)
            field.setObjectName(f"falt_{name}")
            field.written.connect(guarded(lambda value, name=name, label=label: self._write(name, label, value)))
        self.meaning = quiet("", self)
        column.addWidget(self.meaning)
        self._deciding = QVBoxLayout()
        self._deciding.setSpacing(2)
        column.addLayout(self._deciding)
        self.deciders: dict[str, tuple[LineField, DateField]] = {}
        self._headings: list[QWidget] = []
        self.terms = FormSection("villkor", tr("Licens och diarienummer"), True, self)
        self._ask_terms()
        column.addWidget(self.terms)
        self.section = FormSection("forankring", tr("Förankring av hela bilden"), True, self)
        self.anchoring = AnchoringPanel(head_edits, self.section, note=False)
        self.anchoring.layout().setContentsMargins(0, 0, 0, 0)
        self.section.column.addWidget(self.anchoring)
        self.lost = OrphanedAnchoring(head_edits, self.section)
        self.section.column.addWidget(self.lost)
        column.addWidget(self.section)
        column.addWidget(SavedIndicator(head_edits, self))
        head_edits.failed.connect(guarded(self._put_back))

    def _ask_terms(self) -> None:
        """What stands on every file of an edition, folded until it is asked for."""
        unset = tr("Ingen licens angiven")
        permission = LineField(tr("Nummer, eller varför det inte behövs"))
        asked: tuple[tuple[str, Any, str, str], ...] = (
            ("licens", ChoiceField([(one, one) for one in LICENCES], empty=unset), tr("Licens"), ""),
            ("spridningstillstand", permission, *permission_words()),
            ("spridningstillstand_datum", DateField(), tr("Spridningstillståndets datum"), ""),
            ("diarienummer", LineField(tr("Ärendets nummer hos er")), tr("Diarienummer"), ""),
        )
        for name, field, label, tip in asked:
            self.terms.add(label, field, tip)
            field.setObjectName(f"falt_{name}")
            field.written.connect(guarded(lambda value, name=name, label=label: self._write(name, label, value or "")))
            self.fields[name] = field

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """What stands in the file now; a field being written in is left alone."""
        if self._head_edits.busy:
            return
        before, self._snapshot = self._snapshot, snapshot
        level = self.fields["samverkansniva"]
        if level.count() < 2:
            fill_levels(level)
        if before is None or [one.bild_id for one in before.pictures] != [one.bild_id for one in snapshot.pictures]:
            self._ask_deciders(snapshot.pictures)
        self.origin.setText(said_of(snapshot.origin))
        self.origin.setVisible(snapshot.origin is not None)
        self._put(force=False)
        self.anchoring.show_all(snapshot.anchorings)
        self.lost.show_snapshot(snapshot)
        number = self.anchoring.count()
        self.section.say(f"({number})" if number else "")

    def keep(self) -> None:
        """Write what is being written just now."""
        for field in (*self.fields.values(), *(field for pair in self.deciders.values() for field in pair)):
            field.keep()

    def _put_back(self) -> None:
        self._put(force=True)

    def _put(self, force: bool) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        level = self._head_edits.workshop_level
        for name, field in self.fields.items():
            if force or not field.dirty():
                field.set_value(getattr(snapshot.head, name))
        self.fields["samverkansniva"].setEnabled(level is None)
        if level is not None:
            self.fields["samverkansniva"].set_value(level)
        for picture in snapshot.pictures:
            values = (picture.beslutsorgan, picture.beslutsdatum)
            for field, value in zip(self.deciders.get(picture.bild_id, ()), values):
                if force or not field.dirty():
                    field.set_value(value)
        meaning = meaning_of(self.fields["samverkansniva"].value()) or tr("Grad av delaktighet för övriga aktörer")
        chosen = tr("Nivån valdes när workshopen startades.") if level is not None else ""
        self.meaning.setText(" ".join(filter(None, (meaning, chosen))))

    def _write(self, name: str, label: str, value: Any) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        if name == "titel" and not value:
            self.fields[name].set_value(snapshot.head.titel)
            return
        was = getattr(snapshot.head, name)
        self._head_edits.write(
            label.lower() if label[1:].islower() else label,
            lambda db: db.set_head(replace(db.head(), **{name: value})),
            lambda _result: lambda db: db.set_head(replace(db.head(), **{name: was})),
        )
        self._snapshot = replace(snapshot, head=replace(snapshot.head, **{name: value}))
        self._put(force=False)

    def _ask_deciders(self, pictures: tuple[Picture, ...]) -> None:
        while self._deciding.count():
            item = self._deciding.takeAt(0)
            if item.widget() is not None:
                item.widget().deleteLater()
        self.deciders = {}
        for picture in pictures:
            if len(pictures) > 1:
                self._deciding.addSpacing(8)
                self._deciding.addWidget(heading(picture.namn))
            organ, day = LineField(tr("Till exempel regionala utvecklingsnämnden")), DateField()
            labelled(self._deciding, tr("Vem beslutar?"), organ)
            labelled(self._deciding, tr("När fattades beslutet?"), day)
            for name, field, text in (
                ("beslutsorgan", organ, tr("vem som beslutar")),
                ("beslutsdatum", day, tr("beslutsdatum")),
            ):
                field.written.connect(
                    guarded(
                        lambda value, name=name, text=text, code=picture.bild_id: change_picture(
                            self._head_edits, self._snapshot, code, {name: value}, text
                        )
                    )
                )
            self.deciders[picture.bild_id] = (organ, day)


def permission_words() -> tuple[str, str]:
    """Label and explanation of the permission to publish."""
    tip = tr(
        "En sammanställning av geografisk information kan behöva tillstånd innan den sprids (lag 2016:319): av "
        "Sjöfartsverket för sjöterritoriet, av Lantmäteriet för uppgifter om land som hämtats in från luftfartyg. "
        "Undantag finns. Skriv tillståndets nummer, eller varför det inte behövs."
    )
    return tr("Spridningstillstånd"), tip


def said_of(origin: Origin | None) -> str:
    """What a revision is a revision of."""
    if origin is None:
        return ""
    if origin.utgava is None:
        return tr("Revidering av ”{title}”.").format(title=origin.titel)
    return tr("Revidering av ”{title}”, utgåva {n}.").format(title=origin.titel, n=origin.utgava)


def change_picture(
    head_edits: HeadEdits, snapshot: Snapshot | None, bild_id: str, values: dict[str, Any], text: str
) -> None:
    """Write some columns of a picture, with the way back."""
    picture = next((one for one in snapshot.pictures if one.bild_id == bild_id), None) if snapshot else None
    if picture is None:
        return
    was = {name: getattr(picture, name) for name in values}

    def changed(to: dict[str, Any]) -> Any:
        return lambda db: db.set_pictures([replace(one, **to) for one in db.pictures() if one.bild_id == bild_id])

    head_edits.write(text, changed(values), lambda _result: changed(was))
