"""The mail to each municipality that has a file of its own, ready to be copied into a mail program."""

from __future__ import annotations

from ...i18n import tr
from ...printable_text import one_line
from ...workshop.start import COMMENTS_ONLY, EVERYTHING, Group
from . import button_texts as buttons
from .workshop_facts import WorkshopFacts

_RULE = "-" * 72


def mail_text(told: WorkshopFacts) -> str:
    """All the mails, one after another; '' when no group is a municipality."""
    mails = [_mail(told, group, name) for group, name in told.pairs() if group.kommunkod]
    if not mails:
        return ""
    head = tr(
        "Ett mejl till varje kommun: kopiera texten till ett nytt mejl och bifoga filen som står överst. Fyll i det "
        "som står inom hakparenteser."
    )
    return f"\n\n{_RULE}\n\n".join((head, *mails)) + "\n"


def _mail(told: WorkshopFacts, group: Group, file_name: str) -> str:
    plan, name = told.plan, one_line(group.namn)
    draws = told.rights_of(group) != COMMENTS_ONLY
    subject = tr("Ämne: {titel}: en fil att rita i för {kommun}")
    kept = tr(
        "När alla har svarat slås filerna ihop. Det ni ritar går inte förlorat: har ni och någon annan olika "
        "förslag för samma sak visas båda, och vi avgör det tillsammans."
    )
    if not draws:
        subject = tr("Ämne: {titel}: en fil att kommentera i för {kommun}")
        kept = tr("När alla har svarat slås filerna ihop, och alla kommentarer och röster är med.")
    heads = (
        tr("Till: {vem}").format(vem=tr("[mejladress till {kommun}]").format(kommun=name)),
        subject.format(titel=one_line(plan.titel), kommun=name),
        tr("Bifoga: {fil}").format(fil=file_name),
    )
    answer_to = one_line(plan.svar_till) or tr("[mejladress]")
    paragraphs = (
        tr("Hej!"),
        " ".join(filter(None, (_why(told), one_line(plan.syfte)))),
        tr(
            "Ni har fått en egen fil. I den finns allt som är ritat hittills, och ni arbetar i den när det passar er. "
            "Inget nätverk behövs, och ingen annan skriver i er fil."
        ),
        "\n".join(f"{number}. {step}" for number, step in enumerate(_steps(told, group, file_name), start=1)),
        kept,
        tr("Frågor? Hör av er till {vem}.").format(vem=answer_to),
        tr("Hälsningar") + "\n" + tr("[namn]"),
    )
    return "\n".join(heads) + "\n\n" + "\n\n".join(paragraphs)


def _why(told: WorkshopFacts) -> str:
    return tr("Vi arbetar med {titel} och vill veta hur ni ser på den.").format(titel=one_line(told.titel))


def _steps(told: WorkshopFacts, group: Group, file_name: str) -> tuple[str, ...]:
    plan = told.plan
    can_draw = tr(
        "Rita: öppna ett steg under fliken {steg}, klicka på rutan för det ni vill rita och sedan på kartan. Enter "
        "avslutar en linje eller yta. Skriv gärna varför under fliken {objekt}."
    ).format(steg=buttons.steps_tab(), objekt=buttons.object_tab())
    rights = told.rights_of(group)
    also = tr("Tyck till: tryck på {kommentera} eller {rosta} och klicka på kartan.").format(
        kommentera=buttons.comment(), rosta=buttons.vote()
    )
    only_new = tr("Det som fanns från början står kvar: rita ett eget förslag i stället.")
    work: tuple[str, ...] = (can_draw if rights == EVERYTHING else f"{can_draw} {only_new}", also)
    if rights == COMMENTS_ONLY:
        only = tr("I er fil kan ni tycka till, inte rita.")
        work = (f"{also} {only}",)
    deadline = one_line(plan.svar_senast) or tr("[dag]")
    return (
        tr(
            "Spara filen {fil} på en dator som har QGIS och insticksprogrammet Strukturbild. Saknar ni dem: svara på "
            "det här mejlet, så hjälper vi er."
        ).format(fil=file_name),
        tr(
            "Starta QGIS, klicka på {oppna} i panelen {panel} och välj filen. Överst i panelen ska det stå {kommun}."
        ).format(oppna=buttons.open_file(), panel=buttons.panel(), kommun=one_line(group.namn)),
        *work,
        tr("Ni behöver inte spara: det sker av sig självt. Stäng QGIS när ni är klara."),
        tr("Mejla filen till {vem} senast {dag}. Kommer den senare går det också bra: hör då av er.").format(
            vem=one_line(plan.svar_till) or tr("[mejladress]"), dag=deadline
        ),
    )
