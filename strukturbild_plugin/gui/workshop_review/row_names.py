"""What a row that is no object is called within a sentence: 'kopplingen mellan Varberg och målet ”Rent vatten”'."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ...i18n import tr
from ...store.gpkg.attachments import LAYOUT, LOGO, PROFILE, STYLE, SYMBOL_SET, TEMPLATE
from ...store.gpkg.records import Snapshot
from ...workshop.merged_tables import Row

_LONGEST = 60


class RowNames:
    """Names of rows of the open strukturbild; `objects`: names of its objects as they stand, by objekt_id."""

    def __init__(self, snapshot: Snapshot | None, objects: Callable[[str], str], language: str) -> None:
        self._objects, self._language = objects, language
        self._catalogue = snapshot.catalogue if snapshot is not None else None
        self._goals = {one.mal_id: one.titel for one in snapshot.goals} if snapshot is not None else {}
        self._goal_sets = {one.kod: one.namn for one in snapshot.goal_sets} if snapshot is not None else {}
        self._pictures = {one.bild_id: one.namn for one in snapshot.pictures} if snapshot is not None else {}

    def name(self, table: str, row: Row) -> str:
        """What the row of `table` is called."""
        made = _NAMES.get(table)
        return made(self, row) if made is not None else tr("en uppgift")

    def reference(self, column: str, value: object) -> str:
        """What a column that names another row shows; '' when it names none that is known."""
        text = str(value)
        if column.endswith("mal_id") or column == "over_id":
            return short(self._goals.get(text, ""))
        if column.endswith("objekt_id") or column in ("fran_id", "till_id", "nod_id"):
            return self.object_name(text) if self._objects(text) else ""
        if column in ("bild_id", "utgar_fran"):
            return self._pictures.get(text, "")
        if column == "samling":
            return self._goal_sets.get(text, "")
        return tr("en annan") if column.endswith("_id") or column in ("svar_pa", "nyckel", "rad_id") else _word(text)

    def object_name(self, objekt_id: object) -> str:
        """An object by its name."""
        return short(self._objects(str(objekt_id))) or tr("ett objekt")

    def goal(self, mal_id: object) -> str:
        """'målet ”Rent vatten”'."""
        titel = short(self._goals.get(str(mal_id), ""))
        return tr("målet ”{titel}”").format(titel=titel) if titel else tr("ett mål")

    def klass(self, kod: object) -> str:
        """A class by its name."""
        found = self._catalogue.object_class(str(kod)) if self._catalogue is not None else None
        return found.namn.in_language(self._language) if found is not None else ""

    def own(self, row: Row, *columns: str) -> str:
        """The first of the columns that says anything, shortened."""
        first = ("namn_en", *columns) if self._language == "en" else columns
        return next((short(row[name]) for name in first if row.get(name)), "")


def _word(code: str) -> str:
    """A code that the program itself writes, in words; '' for all else."""
    words = {
        "oppen": tr("öppen"),
        "uppskjuten": tr("uppskjuten"),
        "avgjord": tr("avgjord"),
        "inaktuell": tr("inaktuell"),
        "pagar": tr("pågår"),
        "utkast": tr("utkast"),
        "allt": tr("allt"),
        "nytt": tr("bara lägga till"),
        "kommentarer": tr("bara kommentera"),
    }
    return words.get(code, "")


def short(value: object) -> str:
    """A text on one line, not too long."""
    text = " ".join(str(value if value is not None else "").split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _quoted(text: Callable[[], str], without: Callable[[], str], *columns: str) -> Callable[[RowNames, Row], str]:
    """'bilden ”Målbild 2045”'; `without`: when the row has no name."""

    def made(names: RowNames, row: Row) -> str:
        found = names.own(row, *columns)
        return f"{text()} ”{found}”" if found else without()

    return made


def _link(names: RowNames, row: Row) -> str:
    text = tr("kopplingen mellan {objekt} och {mål}")
    return text.format(objekt=names.object_name(row.get("objekt_id")), mål=names.goal(row.get("mal_id")))


def _influence(names: RowNames, row: Row) -> str:
    text = tr("hur {ett} påverkar {annat}")
    return text.format(ett=names.goal(row.get("fran_mal_id")), annat=names.goal(row.get("till_mal_id")))


def _counterpart(names: RowNames, row: Row) -> str:
    text = tr("att {ett} motsvarar {annat}")
    return text.format(ett=names.goal(row.get("mal_id")), annat=names.goal(row.get("motsvarar_mal_id")))


def _vote(names: RowNames, row: Row) -> str:
    who = short(row.get("vem") or row.get("grupp") or "")
    return tr("rösten från {vem}").format(vem=who) if who else tr("en röst")


def _label(names: RowNames, row: Row) -> str:
    return tr("namnet på kartan för {objekt}").format(objekt=names.object_name(row.get("objekt_id")))


def _measure(names: RowNames, row: Row) -> str:
    text = tr("insatsen ”{vad}” för {objekt}")
    return text.format(vad=short(row.get("vad")), objekt=names.object_name(row.get("objekt_id")))


def _question(names: RowNames, row: Row) -> str:
    if row.get("mal_id"):
        return tr("frågan om {mål} vid {objekt}").format(
            mål=names.goal(row.get("mal_id")), objekt=names.object_name(row.get("objekt_id"))
        )
    return tr("frågan om {objekt}").format(objekt=names.object_name(row.get("objekt_id")))


def _level(names: RowNames, row: Row) -> str:
    text = tr("nivån ”{nivå}” i klassen ”{klass}”")
    return text.format(nivå=names.own(row, "namn_sv") or "…", klass=names.klass(row.get("klass")) or "…")


def _attachment(_names: RowNames, row: Row) -> str:
    kinds = {
        LOGO: tr("logotypen"),
        PROFILE: tr("regionens utseende"),
        SYMBOL_SET: tr("symboluppsättningen"),
        STYLE: tr("symbolerna"),
        LAYOUT: tr("kartlayouten"),
        TEMPLATE: tr("mallen"),
    }
    kind = kinds.get(str(row.get("slag")), tr("bilagan"))
    return kind if row.get("slag") in (PROFILE, TEMPLATE) else f"{kind} ”{short(row.get('namn'))}”"


def _fixed(text: Callable[[], str]) -> Callable[[RowNames, Row], str]:
    return lambda _names, _row: text()


_NAMES: Mapping[str, Callable[[RowNames, Any], str]] = {
    "strukturbild": _fixed(lambda: tr("strukturbilden")),
    "objekt_mal": _link,
    "mal_paverkan": _influence,
    "mal_motsvarighet": _counterpart,
    "rost": _vote,
    "etikettplats": _label,
    "insats": _measure,
    "fraga": _question,
    "niva": _level,
    "bilaga": _attachment,
    "bild": _quoted(lambda: tr("bilden"), lambda: tr("en bild"), "namn"),
    "avgransning": _quoted(lambda: tr("gränsen för"), lambda: tr("gränsen för området"), "namn"),
    "malsamling": _quoted(lambda: tr("målsamlingen"), lambda: tr("en målsamling"), "namn"),
    "mal": _quoted(lambda: tr("målet"), lambda: tr("ett mål"), "titel"),
    "kommentar": _quoted(lambda: tr("kommentaren"), lambda: tr("en kommentar"), "text"),
    "workshop": _quoted(lambda: tr("workshopen"), lambda: tr("en workshop"), "titel"),
    "workshopgrupp": _quoted(lambda: tr("gruppen"), lambda: tr("en grupp"), "namn"),
    "klass": _quoted(lambda: tr("klassen"), lambda: tr("en klass"), "namn_sv"),
    "varde": _quoted(lambda: tr("svaret"), lambda: tr("ett svar i en lista"), "namn_sv"),
    "attribut": _quoted(lambda: tr("uppgiften"), lambda: tr("en uppgift"), "namn_sv"),
    "attributgrupp": _quoted(lambda: tr("rubriken"), lambda: tr("en rubrik"), "namn_sv"),
    "struktur": _quoted(lambda: tr("strukturen"), lambda: tr("en struktur"), "namn_sv"),
    "lager": _quoted(lambda: tr("lagret"), lambda: tr("ett lager"), "namn_sv"),
    "logg": _fixed(lambda: tr("en rad i loggen")),
    "konflikt": _fixed(lambda: tr("en fråga från en tidigare sammanslagning")),
    "enighet": _fixed(lambda: tr("det som grupperna har ritat lika")),
}
