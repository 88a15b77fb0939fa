"""What the facilitator's sheet says: a workshop from the first click to the last, for who has never seen QGIS."""

from __future__ import annotations

from dataclasses import dataclass

from ...i18n import tr
from ...printable_text import one_line
from ...workshop.start import EVERYTHING, group_colour, rights_texts
from . import button_texts as buttons
from .workshop_facts import WorkshopFacts

BOLD, PLAIN = "\x02", "\x03"
"""Between these signs stands what is to be set in bold: the words of a button, a file's name."""
_BLANK = "______________________"
_LONGEST_TEXT, _LONGEST_NAME = 500, 120
"""Characters: what is longer is cut, so that the sheet stays one page."""


@dataclass(frozen=True)
class GroupLine:
    """A group, its file and what it may change."""

    colour: str
    name: str
    file_name: str
    rights: str
    """'' when all may do the same."""


@dataclass(frozen=True)
class SheetPart:
    """A heading and what stands under it."""

    title: str
    lines: tuple[str, ...]
    numbered: bool = True
    times: tuple[str, ...] = ()
    """A moment for each line, instead of numbers."""
    pictured: int | None = None
    """The line beside which the button of the panel is drawn."""


@dataclass(frozen=True)
class FacilitatorSheet:
    """The whole sheet: `left` until the groups are done, `right` the day and what comes after. `facts`: by name."""

    overline: str
    title: str
    facts: tuple[tuple[str, str], ...]
    groups_title: str
    groups: tuple[GroupLine, ...]
    left: tuple[SheetPart, ...]
    right: tuple[SheetPart, ...]
    foot: str
    groups_elsewhere: str
    """Said in the groups' place when they have a page of their own."""


def facilitator_sheet(told: WorkshopFacts) -> FacilitatorSheet:
    """The sheet of a workshop, in the language of the running QGIS."""
    plan = told.plan
    rights = {code: (words, meaning) for code, words, meaning in rights_texts()}
    codes = [told.rights_of(group) for group in plan.groups]
    all_alike = len(set(codes)) == 1
    groups = tuple(
        GroupLine(
            group_colour(group, place),
            _cut(group.namn, _LONGEST_NAME),
            name,
            "" if all_alike else rights[code][1 if code == EVERYTHING else 0],
        )
        for place, (code, (group, name)) in enumerate(zip(codes, told.pairs()))
    )
    return FacilitatorSheet(
        tr("Handledarblad"),
        _cut(plan.titel, _LONGEST_NAME),
        _facts(told, rights[codes[0]][1] if all_alike else ""),
        tr("Grupperna och deras filer"),
        groups,
        (_before(told), _group_steps(told), _when_wrong(told)),
        (_times(told), _afterwards(told), _decided_alone(told)),
        tr("Skriv ut ett blad till handledaren och ett till varje bord."),
        tr("Gruppernas namn och filer står på nästa sida."),
    )


def _bold(text: str) -> str:
    return f"{BOLD}{one_line(text)}{PLAIN}"


def _cut(text: str, longest: int) -> str:
    line = one_line(text)
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _clock(hour: int, minute: int) -> str:
    return tr("{timme}.{minut}").format(timme=f"{hour:02}", minut=f"{minute:02}")


def _facts(told: WorkshopFacts, rights: str) -> tuple[tuple[str, str], ...]:
    plan = told.plan
    pairs = (
        (tr("Syfte"), plan.syfte),
        (tr("Plats"), plan.plats),
        (tr("Strukturbild"), f"{told.titel} ({told.main.name})"),
        (tr("Filerna lämnas till"), plan.svar_till.strip() or _BLANK),
        (tr("Senast"), plan.svar_senast),
        (tr("Samverkansnivå"), _level(plan.samverkansniva)),
        (tr("Grupperna får"), rights),
    )
    return tuple((name, _cut(text, _LONGEST_TEXT)) for name, text in pairs if text.strip())


def _level(number: int | None) -> str:
    """'3 Samråda: Ni frågar …', of the ladder of cooperation; '' for none."""
    from ...catalogue.steps import load_ladder

    found = next((one for one in load_ladder() if one.nummer == number), None)
    if found is None:
        return ""
    language = tr("sv")  # that of the sheet
    return f"{found.nummer} {found.namn.in_language(language)}: {found.betyder.in_language(language)}"


def _before(told: WorkshopFacts) -> SheetPart:
    return SheetPart(
        tr("Innan"),
        (
            tr(
                "Se till att QGIS och insticksprogrammet Strukturbild finns på varje dator. Insticksprogrammet "
                "installeras i QGIS under Plugin, Hantera och installera plugin, Installera från ZIP."
            ),
            tr("Lägg varje grupps fil på gruppens dator. Två grupper ska aldrig arbeta i samma fil."),
            tr("Behåll huvudfilen {fil} själv. Ingen arbetar i den under workshopen.").format(
                fil=_bold(told.main.name)
            ),
        ),
    )


def _group_steps(told: WorkshopFacts) -> SheetPart:
    lines = (
        tr(
            "Starta QGIS. Syns inte panelen {panel} till höger: klicka på den här knappen bland verktygen ovanför "
            "kartan."
        ).format(panel=_bold(buttons.panel())),
        tr("Klicka på {oppna} i panelen och välj gruppens fil. Överst ska gruppens namn och färg stå.").format(
            oppna=_bold(buttons.open_file())
        ),
        *(_drawing_steps(told) if told.somebody_draws else ()),
        tr(
            "Tyck till: tryck på {kommentera} eller {rosta} och klicka på kartan. En röst är en prick där ni vill "
            "lyfta fram något."
        ).format(kommentera=_bold(buttons.comment()), rosta=_bold(buttons.vote())),
        tr("Ni behöver inte spara. Allt sparas av sig självt, och då står det till exempel {sparat} i panelen.").format(
            sparat=_bold(buttons.saved("10.42"))
        ),
        tr("När ni är klara: stäng QGIS. Kopiera filen till ett USB-minne eller mejla den. Ändra inte i den sedan."),
    )
    return SheetPart(tr("Så gör gruppen"), lines, pictured=0)


def _drawing_steps(told: WorkshopFacts) -> tuple[str, ...]:
    draw = tr(
        "Rita: öppna ett steg under fliken {steg}, klicka på rutan för det ni vill rita och sedan på kartan. En "
        "linje eller yta avslutas med Enter."
    ).format(steg=_bold(buttons.steps_tab()))
    alter = tr(
        "Ändra: tryck på {valj} och klicka på något ni ritat. Dra för att flytta. Namnet, och varför det behövs, "
        "skriver ni under fliken {objekt}."
    ).format(valj=_bold(buttons.select()), objekt=_bold(buttons.object_tab()))
    if told.somebody_only_adds:
        alter += " " + tr("Grupper som bara får lägga till låter det som fanns från början vara kvar.")
    if told.somebody_only_comments:
        draw += " " + tr("Grupper som bara får kommentera går till Tyck till.")
    return draw, alter


def _when_wrong(told: WorkshopFacts) -> SheetPart:
    return SheetPart(
        tr("Om något går fel"),
        (
            tr("Blev det fel på kartan? Tryck Ctrl+Z, så många gånger som behövs."),
            tr("Stannade QGIS? Starta det igen och öppna samma fil: det ni gjort finns kvar."),
            tr("Går filen inte att öppna? Ta en ny kopia ur mappen, fortsätt i den och lämna in båda."),
        ),
        numbered=False,
    )


def _times(told: WorkshopFacts) -> SheetPart:
    welcome = tr("Välkomna. Syftet, och på storbild hur man ritar.")
    practice = tr("Alla ritar en sak på prov och tar bort den med Ctrl+Z.")
    first, second = tr("Grupperna ritar."), tr("Grupperna ritar klart och skriver varför.")
    together = tr("Frågorna avgörs tillsammans på storbild.")
    if not told.somebody_draws:
        welcome = tr("Välkomna. Syftet, och på storbild hur man kommenterar och röstar.")
        practice = tr("Alla sätter en prick på prov och tar bort den med Ctrl+Z.")
        first, second = tr("Grupperna kommenterar."), tr("Grupperna skriver klart och röstar.")
        together = tr("Kommentarer och röster gås igenom tillsammans på storbild.")
    day = (
        (8, 15, tr("Datorerna startas och varje grupp öppnar sin fil.")),
        (8, 30, welcome),
        (8, 50, practice),
        (9, 0, first),
        (10, 0, tr("Rast.")),
        (10, 15, second),
        (10, 50, tr("QGIS stängs, filerna lämnas och slås ihop.")),
        (11, 10, together),
        (11, 45, tr("Nästa steg: vad ska göras, och av vem?")),
        (12, 0, tr("Slut.")),
    )
    moments = tuple(_clock(hour, minute) for hour, minute, _ in day)
    return SheetPart(tr("En halvdag, som förslag"), tuple(text for *_, text in day), False, moments)


def _afterwards(told: WorkshopFacts) -> SheetPart:
    menu = _bold(buttons.file_menu())
    return SheetPart(
        tr("Efteråt: slå ihop"),
        (
            tr("Öppna huvudfilen {fil}. Välj {arkiv} och {sla_ihop}").format(
                fil=_bold(told.main.name), arkiv=menu, sla_ihop=_bold(buttons.merge())
            ),
            tr(
                "Klicka på {valj}, markera gruppernas filer och klicka på {knapp}. På knappen står hur många av dem "
                "som går att använda. Det blir en ny fil, som öppnas. "
                "Inget ändras i de andra. Läs hur det gick för varje fil och klicka på {stang}."
            ).format(
                valj=_bold(buttons.choose_files()),
                knapp=_bold(buttons.merge_files(1)),
                stang=_bold(buttons.close()),
            ),
            *((_questions(),) if told.somebody_draws else ()),
            tr(
                "Lämnar en grupp sin fil sent: öppna den hopslagna filen och slå ihop den med den sena filen "
                "på samma sätt. Det ni har avgjort står kvar."
            ),
            tr("Vill ni se vilka som kom sent: välj {arkiv} och {frys} när tiden är ute.").format(
                arkiv=menu, frys=_bold(buttons.freeze())
            ),
        ),
    )


def _questions() -> str:
    return tr(
        "Har två ändrat samma sak på olika sätt blir det en fråga. Klicka på {visa}. Håll pekaren över ett svar för "
        "att se det på kartan och klicka på det som ska gälla: då kommer nästa fråga. {skjut} lämnar frågan till "
        "senare, Ctrl+Z tar tillbaka ett svar."
    ).format(visa=_bold(buttons.show_questions()), skjut=_bold(buttons.postpone()))


def _decided_alone(told: WorkshopFacts) -> SheetPart:
    if not told.somebody_draws:
        said = tr("Alla kommentarer och röster är med, var och en med sin grupp.")
        return SheetPart(tr("Det här avgör programmet själv"), (said,), numbered=False)
    return SheetPart(
        tr("Det här avgör programmet själv"),
        (
            tr("Det en grupp har ritat eller ändrat, och ingen annan har rört, är med."),
            tr("Har två ändrat olika uppgifter på samma objekt är båda med."),
            tr("Tar en grupp bort det en annan har ändrat är det kvar, och ni får frågan."),
        ),
        numbered=False,
    )
