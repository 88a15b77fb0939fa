"""Goals against goals: which pairs to judge, what is judged, and what follows of it. Main thread only."""

from __future__ import annotations

from qgis.PyQt.QtCore import QDateTime, QObject, Qt

from ...analysis.coverage_texts import Names, TextTable
from ...analysis.goal_influence import MOST_PAIRS, InfluenceTable, pairs_to_judge
from ...analysis.influence_texts import influence_table, influence_text, standing_text
from ...drawing.edits.goal_influences import JudgedPair, judge_pair, judged_pairs
from ...i18n import tr
from .. import settings
from ..guarded import guarded
from ..map_tools.tool_controller import ToolController
from ..session.session import Session
from .goal_map_controller import GoalMapController
from .goal_map_page import INFLUENCES, GoalMapPage
from .influence_view import GOALS, WORST, ShownPair


@guarded
class InfluenceController(QObject):
    """What the view of goals against goals shows and does."""

    def __init__(self, session: Session, tools: ToolController, goal_map: GoalMapController, page: GoalMapPage) -> None:
        super().__init__(goal_map)
        self._session, self._tools, self._goal_map, self._page = session, tools, goal_map, page
        self.asked: tuple[tuple[str, str], ...] = ()
        """The pairs that are asked, in order; those judged already that share no object any more come after."""
        view = page.influences
        view.chosen.connect(guarded(self._choose))
        view.judged.connect(guarded(self._judge))
        view.list_changed.connect(guarded(self._show))
        view.who_wanted.connect(guarded(self._ask_who))
        tools.who.changed.connect(guarded(self._named))
        goal_map.counted.connect(guarded(self._show))
        tools.changed.connect(guarded(self._show))
        session.about_to_save.connect(guarded(view.keep))
        goal_map.more_tables[INFLUENCES] = self.table

    def table(self) -> TextTable | None:
        """All that is judged, as a table."""
        names, judged = self._names(), self._judged()
        if names is None:
            return None
        who = {pair: (one.vem, one.grupp, _moment(one.tid)) for pair, one in judged.items()}
        return influence_table(self._influences(), who, names)

    def _names(self) -> Names | None:
        snapshot = self._goal_map.snapshot
        return Names(snapshot, settings.language()) if snapshot is not None else None

    def _judged(self) -> dict[tuple[str, str], JudgedPair]:
        session = self._tools.edit_session
        return judged_pairs(session) if session is not None else {}

    def _influences(self) -> InfluenceTable:
        coverage = self._goal_map.coverage
        goals = coverage.goals if coverage is not None else ()
        return InfluenceTable(goals, [one.influence() for one in self._judged().values()])

    def _show(self) -> None:
        coverage, names = self._goal_map.coverage, self._names()
        if coverage is None or names is None or self._page.view != INFLUENCES or not self._goal_map.looked_at:
            return
        judged, table, view = self._judged(), self._influences(), self._page.influences
        known = {goal.mal_id for goal in coverage.goals}
        asked = pairs_to_judge(coverage.goals, coverage.links)
        others = (pair for pair in judged if pair not in asked and known.issuperset(pair))
        self.asked = (*asked, *sorted(others))
        kind = view.lists.currentData()
        if kind == GOALS:
            standings = [table.standing(goal.mal_id) for goal in coverage.goals]
            view.show_pairs(
                [
                    ShownPair(one.mal_id, "", f"{names.goal(one.mal_id)}\n{standing_text(one, names)}")
                    for one in sorted(standings, key=lambda one: not one.judged)
                ],
                tr("Strukturbilden har inga mål än."),
            )
        else:
            worst = [(one.fran_mal_id, one.till_mal_id) for one in table.conflicts()]
            pairs = worst if kind == WORST else self.asked
            view.show_pairs([self._shown(pair, judged, names) for pair in pairs], _no_pairs(str(kind), bool(judged)))
        done = sum(pair in judged for pair in asked)
        said = tr("{n} av {antal} par bedömda.").format(n=done, antal=len(asked))
        self._page.summary.setText(said)
        self._page.summary.setToolTip(
            tr(
                "Bara mål som möts i samma objekt på kartan, högst {antal} par. Inte bedömt är inte noll. Skalan är "
                "Nilssons, Griggs och Visbecks (2016), med våra ord."
            ).format(antal=MOST_PAIRS)
        )
        self._show_pair()

    def _shown(self, pair: tuple[str, str], judged: dict[tuple[str, str], JudgedPair], names: Names) -> ShownPair:
        one = judged.get(pair)
        said = influence_text(one.varde if one is not None else None)
        text = f"{names.goal(pair[0])} → {names.goal(pair[1])}\n{said}"
        return ShownPair(*pair, text, f"{text}\n{one.motivering}" if one is not None and one.motivering else "")

    def _show_pair(self) -> None:
        view, names = self._page.influences, self._names()
        fran, till = view.pair
        if names is None or not till:
            view.show_pair(None, "", "", False, False)
            return
        one = self._judged().get((fran, till))
        view.show_pair(
            one.varde if one is not None else None,
            one.motivering if one is not None else "",
            _who(one),
            self._goal_map.may_write(),
            self._nameless(),
        )

    def _choose(self, fran: str, till: str) -> None:
        """The objects that the two share are lit."""
        self._show_pair()
        coverage = self._goal_map.coverage
        if coverage is None or not fran:
            return
        ids = [{link.objekt_id for link in coverage.links if link.mal_id == goal} for goal in (fran, till) if goal]
        self._goal_map.light(sorted(set.intersection(*ids)))

    def _judge(self, fran: str, till: str, value: object, reason: str) -> None:
        session, names = self._tools.edit_session, self._names()
        if session is None or names is None:
            return
        self._tools.who.reread()
        who = self._tools.who
        if value is not None and not who.signature():
            said = tr("Skriv först vem som bedömer. Varje bedömning har en person eller en grupp.")
            self._session.messages.offer(said, (), tr("Vem ritar…"), self._ask_who, is_fault=False)
            self._show_pair()
            return
        number = int(value) if isinstance(value, int) else None
        title = f"{_short(names.goal(fran))} → {_short(names.goal(till))}"
        if number is None and reason and (fran, till) not in self._judged():
            self._session.messages.warn(tr("Välj hur målet påverkas. Det du skrivit står kvar."))
        elif not self._tools.do(lambda: judge_pair(session, fran, till, number, reason, title)):
            self._show_pair()

    def _named(self) -> None:
        """Somebody has said who judges, or that nobody does; other names change nothing that is shown."""
        if self._nameless() != self._page.influences.nameless:
            self._show_pair()

    def _nameless(self) -> bool:
        return self._goal_map.may_write() and not self._tools.who.signature()

    def _ask_who(self) -> None:
        self._tools.who.ask(self._session.iface.mainWindow())


def _no_pairs(kind: str, judged: bool) -> str:
    """Why there is no pair to show."""
    if kind != WORST:
        return tr("Inget objekt på kartan är kopplat till flera mål, så det finns inga par att bedöma.")
    return tr("Inget mål motverkar ett annat enligt bedömningarna.") if judged else tr("Inget par är bedömt än.")


def _who(one: JudgedPair | None) -> str:
    if one is None:
        return ""
    return ", ".join(part for part in (one.vem, one.grupp, _moment(one.tid)) if part)


def _moment(tid: str) -> str:
    """'2026-11-30 19.44' where one is; '' when nobody knows."""
    moment = QDateTime.fromString(tid, Qt.DateFormat.ISODateWithMs)
    return str(moment.toLocalTime().toString("yyyy-MM-dd HH.mm")) if moment.isValid() else ""


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
