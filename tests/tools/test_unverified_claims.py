"""No text claims what nobody has verified. The list is what the project's reading of the field leaves open.

A sentence that has the words of a claim, and no word that takes it back, is found in whatever file it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from strukturbild_plugin.catalogue.load import load_catalogue

ROOT = Path(__file__).resolve().parents[2]
PLACES = ("templates/**/*.yaml", "styles/*.yaml", "docs/*.md", "*.md", "metadata.txt", "resources/i18n/*.ts")
PLACES += ("strukturbild_plugin/**/*.py", "templates/sidor/*.html")
CLAIMS = {
    "that the coordinate system is a legal requirement": (
        r"SWEREF|EPSG:3006",
        r"\b(lagkrav|föreskrift\w*|enligt lag|legal requirement|required by law|by regulation)\b",
    ),
    "that the regulations for regional plans are decided": (
        r"föreskrift\w* (om|för) regionplan\w*|regulations? (on|for) regional plans?",
        r"\b(beslutade|gäller|trätt i kraft|BFS 20\d\d|in force|adopted)\b",
    ),
    "when RUFS 2050 was decided, in November 2019": (r"RUFS 2050", r"november 2019|2019-11"),
    "an official definition of border districts": (
        r"gränsbygd\w*|border districts?",
        r"\bofficiell\w* definition|official definition",
    ),
    "that PDF/UA is required": (r"PDF/UA", r"\b(krav|krävs|måste|lagen kräver|required|requires|must)\b"),
    "that DCAT-AP-SE is required of regions": (r"DCAT-AP-SE", r"\b(krav|krävs|måste|ska|required|requires|must)\b"),
    "a national norm for how a strukturbild is drawn": (
        r"strukturbild\w*|structural picture",
        r"\b(nationell\w* (norm|standard) för (symboler|kartor)|national (norm|standard) for (symbols|maps))\b",
    ),
    "that a strukturbild binds": (
        r"strukturbild\w*",
        r"\b(är bindande|is binding|juridiskt bindande|legally binding)\b",
    ),
}
TAKEN_BACK = re.compile(
    r"\b(inte|ingen|inget|inga|aldrig|not|no|never|none|okänt|oklart|överväg\w*|kandidat)\b", re.IGNORECASE
)
OURS = {
    "nod": ("delregional", "lokal"),
    "strak": ("transportstrak", "utvecklingsstrak"),
    "bytespunkt": ("storregional", "regional", "lokal"),
    "samband": ("inomregional",),
}
"""Levels and subtypes that were seen in no adopted strukturbild: they say that they are the program's own."""
_BREAK = re.compile(r"(?<=[.!?:])\s+|\n\s*\n|\n\s*[-|#*]")


def sentences() -> Iterator[tuple[Path, str]]:
    for pattern in PLACES:
        for path in sorted(ROOT.glob(pattern)):
            for sentence in _BREAK.split(path.read_text(encoding="utf-8")):
                yield path, " ".join(sentence.split())


def claims_in(sentence: str) -> list[str]:
    found = []
    for name, (about, says) in CLAIMS.items():
        both = re.search(about, sentence, re.IGNORECASE) and re.search(says, sentence, re.IGNORECASE)
        if both and not TAKEN_BACK.search(sentence):
            found.append(name)
    return found


def test_no_text_claims_what_is_not_verified() -> None:
    everything = list(sentences())
    assert len(everything) > 20_000, "läser alla texter"
    found = [(str(path.relative_to(ROOT)), name, said[:300]) for path, said in everything for name in claims_in(said)]
    assert found == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Filen är i SWEREF 99 TM enligt lag.",
        "Föreskrifterna för regionplan gäller sedan 2025.",
        "RUFS 2050 antogs i november 2019.",
        "Den officiella definitionen: gränsbygd har en officiell definition.",
        "Kartan måste vara PDF/UA.",
        "A strukturbild is legally binding.",
    ],
)
def test_a_claim_is_found_and_what_takes_it_back_is_let_be(sentence: str) -> None:
    assert len(claims_in(sentence)) == 1
    assert claims_in(f"Det är inte kontrollerat att: {sentence}") == []


def test_words_seen_in_no_adopted_strukturbild_say_that_they_are_the_program_s_own() -> None:
    catalogue = load_catalogue()
    for kod, codes in OURS.items():
        klass = catalogue.object_class(kod)
        sources = {one.kod: one.kalla for one in (*klass.nivaer, *klass.undertyper)}
        assert {code: sources[code] for code in codes} == dict.fromkeys(codes, "egen"), kod
    roles = {role.kod: role.kalla for role in catalogue.listor["roll"]}
    assert roles["servicenod"] == "egen" and all(roles.values())


def test_no_address_of_a_craft_site_stands_as_a_source() -> None:
    for path in (ROOT / "templates").rglob("*.yaml"):
        assert "slojdiblekinge" not in path.read_text(encoding="utf-8"), path
