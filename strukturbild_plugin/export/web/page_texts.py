"""The fixed words of the web page, in the language of the strukturbild (see texts.py on why not through `tr`)."""

from __future__ import annotations

from typing import Mapping

from ...catalogue.model import Text

PAGE_TEXTS: Mapping[str, Text] = {
    "overrad": Text("Strukturbild", "Structural picture"),
    "hoppa": Text("Hoppa till innehållet", "Skip to content"),
    "exempel": Text(
        "Det här är ett exempel för utbildning och test. Det är inte en beslutad plan.",
        "This is an example for training and testing. It is not an adopted plan.",
    ),
    "innehall": Text("På sidan", "On this page"),
    "status": Text("Status", "Status"),
    "utgava": Text("Utgåva", "Edition"),
    "datum": Text("Datum", "Date"),
    "fingeravtryck": Text("Fingeravtryck", "Fingerprint"),
    "organisation": Text("Organisation", "Organisation"),
    "omrade": Text("Område", "Area"),
    "kartor": Text("Kartan", "The map"),
    "kartor_flera": Text("Kartorna", "The maps"),
    "ladda_ner": Text("Ladda ner kartan som PDF", "Download the map as PDF"),
    "ladda_ner_data": Text("Ladda ner data som GeoPackage", "Download the data as GeoPackage"),
    "data_om": Text(
        "Behåll filens namn: då öppnas kartan i den i QGIS. Vad filen innehåller står i tabellen om_leveransen.",
        "Keep the file's name: then the map inside it opens in QGIS. The table om_leveransen says what the file holds.",
    ),
    "tabell_i_stallet": Text(
        "Allt som kartan visar finns också som text i tabellen nedan.",
        "Everything the map shows is also given as text in the table below.",
    ),
    "alt": Text(
        "Karta: {bild} för {omrade}. Visar {antal}. Innehållet finns som text i tabellen ”{objekt}”.",
        "Map: {bild} for {omrade}. Shows {antal}. Its content is given as text in the table “{objekt}”.",
    ),
    "teckenforklaring": Text("Teckenförklaring", "Legend"),
    "teckenforklaring_ingress": Text(
        "Det här finns på kartan, ordnat efter struktur och från stort till litet.",
        "What is on the map, by structure and from large to small.",
    ),
    "teckenforklaring_hela": Text(
        "Det här finns i hela bilden, också det som ligger utanför kartan, ordnat efter struktur och från stort till "
        "litet.",
        "What is in the whole picture, also what lies outside the map, by structure and from large to small.",
    ),
    "objekt": Text("Objekt", "Objects"),
    "objekt_caption": Text("Objekten i bilden {bild}: {antal}", "Objects in the picture {bild}: {antal}"),
    "namn": Text("Namn", "Name"),
    "utan_namn": Text("(utan namn)", "(no name)"),
    "klass": Text("Klass", "Class"),
    "niva": Text("Nivå", "Level"),
    "ej_angiven": Text("ej angiven", "not given"),
    "text": Text("Text", "Text"),
    "mal_och_skal": Text("Mål och skäl", "Goals and reasons"),
    "inga_mal": Text("Inga mål", "No goals"),
    "mal": Text("Mål", "Goals"),
    "mal_ingress": Text(
        "Målen som objekten är kopplade till, med hur varje objekt bidrar. Mål utan objekt visas också.",
        "The goals the objects are tied to, and how each object contributes. Goals without objects are shown too.",
    ),
    "inget_objekt": Text("Inget objekt bidrar.", "No object contributes."),
    "horisont": Text("Målår {ar}", "Horizon {ar}"),
    "antagen": Text("Antagen {nar}", "Adopted {nar}"),
    "ofullstandig": Text("Målsamlingen är inte fullständig.", "The goal set is not complete."),
    "motsvarar": Text("Regionens bedömning: målet motsvarar", "The region's own assessment: the goal corresponds to"),
    "till_kallan": Text("Till strategin", "To the strategy"),
    "tackning": Text("Mål i kartan", "Goals on the map"),
    "tackning_ingress": Text(
        "Hur många objekt som stödjer (3) och motverkar (−1) varje mål. Bara mål utan undermål räknas, så att inget "
        "räknas två gånger. En tom ruta betyder att inget är kopplat. Det finns ingen samlad poäng.",
        "How many objects support (3) and work against (−1) each goal. Only goals without goals below them count, so "
        "that nothing counts twice. An empty cell means that nothing is linked. There is no total score.",
    ),
    "tackning_caption": Text("Mål och klasser i bilden {bild}", "Goals and classes in the picture {bild}"),
    "mal_rubrik": Text("Mål", "Goal"),
    "vems": Text("Målsamling", "Goal set"),
    "kommuner_caption": Text("Kommuner i bilden {bild}", "Municipalities in the picture {bild}"),
    "svenska_kommuner_caption": Text(
        "Svenska kommuner i bilden {bild}. Kommuner i Norge och Finland räknas inte.",
        "Swedish municipalities in the picture {bild}. Municipalities in Norway and Finland are not counted.",
    ),
    "kommun": Text("Kommun", "Municipality"),
    "objekt_med_mal": Text("Objekt med mål", "Objects with goals"),
    "objekt_med_text": Text("Objekt med text", "Objects with text"),
    "saknas": Text("Saknas", "Missing"),
    "nytt": Text("Nytt sedan utgåva {nummer}", "New since edition {nummer}"),
    "nytt_caption": Text(
        "Objekt sedan utgåva {nummer}: {nya} nya, {andrade} ändrade, {borttagna} borttagna",
        "Objects since edition {nummer}: {nya} new, {andrade} changed, {borttagna} removed",
    ),
    "inget_nytt": Text("Inga objekt skiljer sig åt.", "No objects differ."),
    "vad": Text("Vad", "What"),
    "andring": Text("Ändring", "Change"),
    "ny": Text("Ny", "New"),
    "andrad": Text("Ändrad", "Changed"),
    "borttagen": Text("Borttagen", "Removed"),
    "ritad_annorlunda": Text("ritad på annat sätt", "drawn in another way"),
    "annat_slag": Text("av annat slag på kartan", "of another kind on the map"),
    "andra_noder": Text("går mellan andra noder", "runs between other nodes"),
    "om": Text("Så ska bilden läsas", "How to read the picture"),
    "underlag": Text("Underlag", "Sources"),
    "licens": Text("Licens", "Licence"),
    "tillstand": Text("Spridningstillstånd", "Permission to publish"),
    "diarienummer": Text("Diarienummer", "Reference number"),
    "verifiera": Text(
        "Fingeravtrycket är räknat på hela innehållet och står på alla filer i utgåvan. Är det lika på kartan, i "
        "GeoPackage-filen och här visar de samma sak.",
        "The fingerprint is reckoned from the whole content and stands on every file of the edition. Where it is the "
        "same on the map, in the GeoPackage and here, they show the same thing.",
    ),
    "tillganglighet": Text(
        "Saknar du något i en form som fungerar för dig? Hör av dig till {organisation} och be om en anpassad version.",
        "Do you need something here in another form? Contact {organisation} and ask for an adapted version.",
    ),
    "stallningstagande": Text("Ställningstagande", "Position taken"),
    "utmaning": Text("Utmaning", "Challenge"),
    "insatser": Text("Insatser", "Measures"),
    "planeringsprincip": Text("Planeringsprincip", "Planning principle"),
    "beskrivning": Text("Beskrivning", "Description"),
    "roll": Text("Roll", "Role"),
    "ett_objekt": Text("1 objekt", "1 object"),
    "antal_objekt": Text("{n} objekt", "{n} objects"),
    "ovriga_uppgifter": Text("Övriga uppgifter", "Other details"),
    "gjord_med": Text("Gjord med", "Made with"),
}
