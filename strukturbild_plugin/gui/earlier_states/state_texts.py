"""How an earlier state is told: when it was, why it was kept, and what is different since."""

from __future__ import annotations

from datetime import datetime

from qgis.PyQt.QtCore import QDate, QDateTime, QLocale

from ...drawing.session.edit_session import GOAL_LINKS
from ...i18n import joined, tr
from ...store.autosave.copy_format import RowChange
from ...store.earlier_states.retention import BEFORE_RESTORE, EDITION, HOURLY, OPENED, EarlierState
from ...store.earlier_states.state_diff import CHANGED, GONE, NEW, ObjectDiff, StateDiff
from ..recovery.change_descriptions import ChangeDescriptions
from ..settings import language


def when(state: EarlierState) -> str:
    """'29 november 14.32'; 'i dag 14.32' and 'i går 14.32' for what is that near, with the year when it is another."""
    local = state.moment.astimezone()
    date, today = QDate(local.year, local.month, local.day), QDate.currentDate()
    time = _locale().toString(_at(local), tr("HH.mm"))
    if date == today:
        return tr("i dag {time}").format(time=time)
    if date == today.addDays(-1):
        return tr("i går {time}").format(time=time)
    return f"{_locale().toString(date, 'd MMMM' if date.year() == today.year() else 'd MMMM yyyy')} {time}"


def heading_of(state: EarlierState) -> str:
    """The same, first in a line."""
    text = when(state)
    return text[:1].upper() + text[1:]


def why(state: EarlierState) -> str:
    """What it was kept for."""
    if state.why == EDITION:
        return tr("Utgåva {n}").format(n=state.edition)
    texts = {
        OPENED: tr("När filen öppnades"),
        HOURLY: tr("Under arbetet"),
        BEFORE_RESTORE: tr("Innan ett tidigare läge togs tillbaka"),
    }
    return texts.get(state.why, "")


def number(count: int) -> str:
    """'12 objekt'."""
    return tr("1 objekt") if count == 1 else tr("{n} objekt").format(n=count)


def summary(diff: StateDiff) -> str:
    """'Sedan dess: 12 objekt fler, 3 ändrade, 1 borttaget. Också ändrat: mål och bilder.'"""
    new, changed, gone = (len(diff.of_kind(kind)) for kind in (NEW, CHANGED, GONE))
    counted = []
    if new:
        counted.append(tr("1 objekt mer") if new == 1 else tr("{n} objekt fler").format(n=new))
    if changed:
        counted.append(tr("1 ändrat") if changed == 1 else tr("{n} ändrade").format(n=changed))
    if gone:
        counted.append(tr("1 borttaget") if gone == 1 else tr("{n} borttagna").format(n=gone))
    others = joined(_table_texts(diff.tables))
    if not counted and not others:
        return tr("Inget är ändrat sedan dess.")
    if not counted:
        return tr("Sedan dess: inga objekt är ändrade, men däremot {others}.").format(others=others)
    first = tr("Sedan dess: {what}.").format(what=", ".join(counted))
    return first if not others else f"{first} {tr('Också ändrat: {others}.').format(others=others)}"


def details(change: RowChange, descriptions: ChangeDescriptions) -> list[str]:
    """What bringing an object back does to it, a line for each column; of its goals which come and go."""
    if change.tabell == GOAL_LINKS:
        title = descriptions.title(change)
        if change.now is None:
            return [tr("{link} tas bort").format(link=title)]
        return [tr("{link} kommer tillbaka").format(link=title)] if change.before is None else [title]
    return descriptions.details(change) if change.before is not None else []


def title(one: ObjectDiff, descriptions: ChangeDescriptions) -> str:
    """'Nod ”Karlstad”'."""
    return descriptions.title(RowChange(one.tabell, None, one.row))


def _table_texts(tables: tuple[str, ...]) -> list[str]:
    texts = {
        "strukturbild": tr("titeln och syftet"),
        "bild": tr("bilderna"),
        "avgransning": tr("området"),
        "malsamling": tr("målen"),
        "mal": tr("målen"),
        "kommentar": tr("kommentarerna"),
        "logg": tr("förankringen"),
        "bilaga": tr("utseendet"),
        "etikettplats": tr("flyttade namn"),
        "insats": tr("insatserna"),
        "fraga": tr("frågorna att hantera"),
        "mal_paverkan": tr("målen"),
        "mal_motsvarighet": tr("målen"),
    }
    return list(dict.fromkeys(texts[table] for table in tables if table in texts))


def _locale() -> QLocale:
    return QLocale(language())


def _at(moment: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
