"""What the import window says of a plan."""

from __future__ import annotations

from ...catalogue.model import AREA, LINE, POINT
from ...i18n import tr
from ...store.importing.plan import CHANGED, LEFT, NEW, SAME, ImportPlan
from ...store.importing.request import YES
from ...store.importing.source import SourceLayer


def outcome_titles() -> dict[str, str]:
    """The heading of each outcome, in the order they are shown."""
    return {
        NEW: tr("Nya"),
        CHANGED: tr("Finns redan, men filen har andra uppgifter"),
        SAME: tr("Finns redan, likadana"),
        LEFT: tr("Tas inte med"),
    }


def summary(plan: ImportPlan) -> str:
    """'12 nya · 3 uppdateras · 5 finns redan · 1 885 tas inte med'."""
    counts = plan.counts()
    changed = tr("{count} uppdateras") if plan.request.update == YES else tr("{count} skiljer sig och ändras inte")
    words = {
        NEW: tr("{count} ny") if counts[NEW] == 1 else tr("{count} nya"),
        CHANGED: changed,
        SAME: tr("{count} finns redan"),
        LEFT: tr("{count} tas inte med"),
    }
    found = [text.format(count=number(counts[outcome])) for outcome, text in words.items() if counts[outcome]]
    return " · ".join(found) or tr("Inget att hämta.")


def number(count: int) -> str:
    """With thousands set apart, as in Swedish."""
    return f"{count:,}".replace(",", "\u00a0")


def taken(plan: ImportPlan) -> int:
    """How many objects are written."""
    edits = plan.edits()
    return len(edits.new) + len(edits.changed)


def button_text(plan: ImportPlan | None) -> str:
    """What the button does."""
    count = taken(plan) if plan is not None and not plan.refusal else 0
    if count == 1:
        return tr("Hämta 1 objekt")
    return tr("Hämta {count} objekt").format(count=number(count)) if count else tr("Hämta")


def done(plan: ImportPlan) -> str:
    """Said when it is done."""
    edits = plan.edits()
    parts = []
    if edits.new:
        new = tr("1 nytt objekt") if len(edits.new) == 1 else tr("{count} nya objekt")
        parts.append(new.format(count=number(len(edits.new))))
    if edits.changed:
        changed = tr("1 uppdaterat") if len(edits.changed) == 1 else tr("{count} uppdaterade")
        parts.append(changed.format(count=number(len(edits.changed))))
    return tr("Hämtat ur {fil}: {vad}.").format(fil=plan.file, vad=", ".join(parts))


def layer_text(layer: SourceLayer) -> str:
    """'Orter: 2 017 punkter'."""
    words = {POINT: tr("punkter"), LINE: tr("linjer"), AREA: tr("ytor")}
    one = {POINT: tr("punkt"), LINE: tr("linje"), AREA: tr("yta")}
    only = next(iter(layer.kinds)) if len(layer.kinds) == 1 else ""
    kind = (one if layer.count == 1 else words).get(only, tr("objekt"))
    if not layer.kinds:
        kind = tr("rad") if layer.count == 1 else tr("rader")
    return tr("{lager}: {antal} {vad}").format(lager=layer.name, antal=number(layer.count), vad=kind)
