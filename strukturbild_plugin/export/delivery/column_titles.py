"""Titles and explanations of a delivery's columns that neither catalogue nor forms have."""

from __future__ import annotations

from typing import Mapping

from ...catalogue.model import Text

_REVIEW, _SOURCE = Text("Ses över senast", "To be reviewed by"), Text("Källa", "Source")
_REPLACES = Text("Ersätter", "Replaces")
_CREATED_BY, _CREATED = Text("Skapad av", "Created by"), Text("Skapad", "Created")
_CHANGED_BY, _CHANGED = Text("Ändrad av", "Changed by"), Text("Ändrad", "Changed")
_GROUP, _VERSION = Text("Grupp", "Group"), Text("Version", "Version")
_AUDIT: Mapping[str, Text] = {
    "skapad_av": _CREATED_BY,
    "skapad": _CREATED,
    "andrad_av": _CHANGED_BY,
    "andrad": _CHANGED,
    "grupp": _GROUP,
    "version": _VERSION,
}

TITLES: Mapping[str, Mapping[str, Text]] = {
    "bild": {
        "utgar_fran": Text("Utgår från bilden", "Starts from the picture"),
        "remissomgang": Text("Remissomgång", "Round of consultation"),
        "ses_over": _REVIEW,
        "bild_id": Text("Bildens id", "Id of the picture"),
    },
    "malsamling": {
        "url": Text("Webbadress", "Web address"),
        "fullstandig": Text("Alla mål är med", "All goals are there"),
        "anmarkning": Text("Anmärkning", "Remark"),
        "overordnat": Text("Vision eller övergripande mål", "Vision or overall goal"),
        "kallor": Text("Källor", "Sources"),
        "serie": Text("Serie", "Series"),
        "reviderad": Text("Reviderad", "Revised"),
        "giltig_till": Text("Giltig till", "Valid until"),
        "ersatter": _REPLACES,
        "kontrollerad": Text("Kontrollerad", "Checked"),
        "omfattning": Text("Hur mycket av målen som är med", "How much of the goals is there"),
        "nivakallor": Text("Källor till målnivåerna", "Sources of the goal levels"),
        "adresser": Text("Webbadresser till källorna", "Web addresses of the sources"),
        "biblioteksversion": Text("Målbibliotekets version", "Version of the goal library"),
    },
    "mal": {
        "kalla": _SOURCE,
        "tillganglighet": Text("Tillgänglighet", "Accessibility"),
        "ersatter": _REPLACES,
        "vikt": Text("Vikt", "Weight"),
        "prioriterat": Text("Prioriterat", "Given priority"),
        "mal_id": Text("Målets id", "Id of the goal"),
    },
    "objekt_mal": dict(_AUDIT),
    "insats": {
        "vad": Text("Vad som ska göras", "What is to be done"),
        "aktor": Text("Vem som gör det", "Who does it"),
        "fran_ar": Text("Från år", "From year"),
        "till_ar": Text("Till år", "To year"),
        "status": Text("Status", "Status"),
        "plan_ref": Text("Plan som insatsen hör till", "Plan that the measure belongs to"),
        "detalj": Text("Mer om insatsen", "More about the measure"),
        "ordning": Text("Ordning", "Order"),
        "insats_id": Text("Insatsens id", "Id of the measure"),
        "objekt_id": Text("Objekt", "Object"),
        **_AUDIT,
    },
}
"""Table -> column -> its title."""

_EMPTY = Text("Tom i leveranser: personer och grupper följer inte med.", "Empty in deliveries: no persons or groups.")
_LASTING = Text(
    "Objektets fasta identitet. Använd den för att koppla tabeller och för att känna igen objektet i nästa utgåva.",
    "The lasting identity of the object. Use it to join tables and to know the object again in the next edition.",
)
_PICTURE = Text(
    "Bilden som objektet hör till. Filtrera på en bild i taget, annars ligger bilderna på varandra.",
    "The picture that the object belongs to. Filter by one picture at a time, or they lie on top of each other.",
)
_ORIGIN = Text(
    "Identiteten hos samma objekt i en annan bild, om det finns en.",
    "The identity of the same object in another picture, if there is one.",
)
_TURNS = Text("Räknas upp varje gång raden ändras.", "Counted up each time the row is changed.")
_COUNTY = Text(
    "Länets kod enligt SCB; i Norge och Finland områdets kod enligt ISO 3166-2.",
    "The code of the county after Statistics Sweden; in Norway and Finland the code of the area after ISO 3166-2.",
)
_GOALS = Text(
    "Målen som objektet har en koppling till: mål (målsamling), om objektet stödjer eller motverkar det, och varför.",
    "The goals that the object is linked to: goal (goal set), whether it supports or counteracts it, and why.",
)

DESCRIPTIONS: Mapping[str, Text] = {
    **dict.fromkeys(("skapad_av", "andrad_av", "grupp"), _EMPTY),
    "objekt_id": _LASTING,
    "bild_id": _PICTURE,
    "bild": _PICTURE,
    "ursprung_id": _ORIGIN,
    "version": _TURNS,
    "mal": _GOALS,
}
"""Column of the tables of objects -> what it is, where the catalogue does not say."""

OTHER_DESCRIPTIONS: Mapping[tuple[str, str], Text] = {
    ("avgransning", "kod"): _COUNTY,
    **{(table, name): _EMPTY for table in ("objekt_mal", "insats") for name in ("skapad_av", "andrad_av")},
    ("insats", "grupp"): _EMPTY,
}
"""Table and column -> what it is, in the other tables."""
