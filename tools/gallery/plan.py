"""What is in the gallery: contact sheets, and the single sheets on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tools.gallery import names

DEMO = "exempel"
SETS = ("tryck", "tillganglig", "workshop", "skiss")
SEEN = ("tillganglig", "tryck")
TEMPLATES = (
    ("malbild", "mitt"),
    ("nulagesbild", "norr"),
    ("op_dialog", "mitt"),
    ("storregional_bild", "norr"),
    ("strak_over_lansgrans", DEMO),
    ("gransbygd", "norr"),
    ("gron_infrastruktur", "mitt"),
)
"""Each template, and the picture that fills it."""
KINDS = ("karta", "karta-mal", "arbetsblad", "fore-efter", "scenarier", "atlas-mal", "atlas-omrade", "atlas-bild")
DPI = {"A4": 130, "A3": 110, "A4-staende": 130, "A3-staende": 110, "A0": 60, "rollup": 45}


@dataclass(frozen=True)
class Single:
    """One printed sheet, seen with certain eyes."""

    template: str
    recipe: str
    symbol_set: str = "tryck"
    paper: str = "A3"
    kind: str = "karta"
    vision: str = "normal"

    @property
    def file(self) -> str:
        """Name without ending."""
        return "_".join((self.template, self.symbol_set, self.paper.lower(), self.kind, self.vision))


@dataclass(frozen=True)
class Contact:
    """A contact sheet: its code, heading, how many beside each other, and the sheets with their captions."""

    code: str
    heading: str
    columns: int
    sheets: tuple[tuple[str, Single], ...]


def planned(real: bool, only: Sequence[str] = ()) -> list[Contact]:
    """The contact sheets; without `real` data those of the worked example alone.

    `only`: beginnings of codes; none means all.
    """
    every = [*_kinds(), *_eyes(), *_papers(), *_templates()]
    there = [each for each in every if real or all(single.recipe == DEMO for _caption, single in each.sheets)]
    return [each for each in there if not only or each.code.startswith(tuple(only))]


def _templates() -> Iterator[Contact]:
    for paper in ("A4", "A3"):
        for template, filled in TEMPLATES:
            sheets = tuple((names.symbol_set(code), Single(template, filled, code, paper)) for code in SETS)
            yield Contact(
                f"mallar-{paper.lower()}-{template}", f"Mallen {names.template(template)} på {paper}", 2, sheets
            )


def _kinds() -> Iterator[Contact]:
    for filled, template in ((DEMO, "strak_over_lansgrans"), ("mitt", "malbild")):
        sheets = tuple((names.kind(kind), Single(template, filled, kind=kind)) for kind in KINDS)
        yield Contact(f"blad-{filled}", "Alla slags blad på A3", 2, sheets)


def _eyes() -> Iterator[Contact]:
    for symbols in SEEN:
        sheets = tuple(
            (said, Single("strak_over_lansgrans", DEMO, symbols, vision=eyes)) for eyes, said in names.EYES.items()
        )
        heading = f"Uppsättningen {names.symbol_set(symbols)} för andra ögon och i grått"
        yield Contact(f"syn-{symbols}", heading, 2, sheets)


def _papers() -> Iterator[Contact]:
    papers = ("A0", "A3", "A4", "A3-staende", "A4-staende", "bild16x9", "rollup")
    sheets = tuple((names.paper(paper), Single("strak_over_lansgrans", DEMO, paper=paper)) for paper in papers)
    yield Contact("papper", "Samma strukturbild på olika papper", 2, sheets)
