"""Swedish names where the sources carry English or Finnish ones, and codes that the sources leave to their manuals."""

from __future__ import annotations

COUNTY_OF_ADMIN1 = {
    "26": "01", "21": "03", "18": "04", "16": "05", "08": "06", "12": "07", "09": "08", "05": "09", "02": "10",
    "27": "12", "06": "13", "28": "14", "22": "17", "15": "18", "25": "19", "10": "20", "03": "21", "24": "22",
    "07": "23", "23": "24", "14": "25",
}  # fmt: skip
"""GeoNames' admin1 code of a Swedish county -> SCB's län code."""

ALAND = "FI-01"

_FYLKE_OF_ADMIN1 = {
    "01": "NO-32", "04": "NO-33", "05": "NO-56", "08": "NO-15", "09": "NO-18", "12": "NO-03", "13": "NO-31",
    "14": "NO-11", "17": "NO-40", "18": "NO-55", "20": "NO-39", "21": "NO-50", "34": "NO-34", "42": "NO-42",
    "46": "NO-46",
}  # fmt: skip
_LANDSKAP_OF_ADMIN1 = {
    "01": "FI-18", "02": "FI-19", "04": "FI-17", "05": "FI-06", "06": "FI-11", "07": "FI-16", "08": "FI-09",
    "09": "FI-02", "10": "FI-04", "11": "FI-15", "12": "FI-13", "13": "FI-08", "14": "FI-03", "15": "FI-12",
    "16": "FI-07", "17": "FI-14", "18": "FI-05", "19": "FI-10",
}  # fmt: skip
REGION_OF_ADMIN1 = {
    **{("SE", admin1): code for admin1, code in COUNTY_OF_ADMIN1.items()},
    **{("NO", admin1): code for admin1, code in _FYLKE_OF_ADMIN1.items()},
    **{("FI", admin1): code for admin1, code in _LANDSKAP_OF_ADMIN1.items()},
}
"""(ISO code, GeoNames' admin1 code) -> the code of a län, fylke (2024) or landskap. All places of the package
were held against the borders of Kartverket and of Finland's land survey: one lies in another landskap than it says."""

COUNTRIES = {
    "SE": "Sverige", "NO": "Norge", "DK": "Danmark", "FI": "Finland", "AX": "Åland", "EE": "Estland",
    "LV": "Lettland", "LT": "Litauen", "RU": "Ryssland", "PL": "Polen", "DE": "Tyskland", "BY": "Belarus",
    "NL": "Nederländerna", "GB": "Storbritannien", "CZ": "Tjeckien", "UA": "Ukraina", "FO": "Färöarna",
    "BE": "Belgien",
}  # fmt: skip
"""ISO code -> Swedish name, of the countries the base map reaches."""

FYLKE = {
    "Hedmark": "Innlandet", "Oppland": "Innlandet", "Aust-Agder": "Agder", "Vest-Agder": "Agder",
    "Hordaland": "Vestland", "Sogn og Fjordane": "Vestland",
    "Nord-Trøndelag": "Trøndelag", "Sør-Trøndelag": "Trøndelag",
}  # fmt: skip
"""Fylke before 2018 -> the fylke of 2024 it is part of; the others have their old borders again since 2024."""

LANDSKAP = {
    "Uusimaa": "Nyland", "Eastern Uusimaa": "Nyland", "Finland Proper": "Egentliga Finland",
    "Satakunta": "Satakunta", "Tavastia Proper": "Egentliga Tavastland", "Pirkanmaa": "Birkaland",
    "Päijät-Häme": "Päijänne-Tavastland", "Kymenlaakso": "Kymmenedalen", "South Karelia": "Södra Karelen",
    "Southern Savonia": "Södra Savolax", "Northern Savonia": "Norra Savolax", "North Karelia": "Norra Karelen",
    "Central Finland": "Mellersta Finland", "Southern Ostrobothnia": "Södra Österbotten",
    "Ostrobothnia": "Österbotten", "Central Ostrobothnia": "Mellersta Österbotten",
    "Northern Ostrobothnia": "Norra Österbotten", "Kainuu": "Kajanaland", "Lapland": "Lappland",
}  # fmt: skip
"""Natural Earth's name of a Finnish region -> its Swedish name."""

REGION_CODES = {
    ("NO", "Oslo"): "NO-03", ("NO", "Rogaland"): "NO-11", ("NO", "Møre og Romsdal"): "NO-15",
    ("NO", "Nordland"): "NO-18", ("NO", "Østfold"): "NO-31", ("NO", "Akershus"): "NO-32", ("NO", "Buskerud"): "NO-33",
    ("NO", "Innlandet"): "NO-34", ("NO", "Vestfold"): "NO-39", ("NO", "Telemark"): "NO-40", ("NO", "Agder"): "NO-42",
    ("NO", "Vestland"): "NO-46", ("NO", "Trøndelag"): "NO-50", ("NO", "Troms"): "NO-55", ("NO", "Finnmark"): "NO-56",
    ("AX", "Åland"): ALAND, ("FI", "Södra Karelen"): "FI-02", ("FI", "Södra Österbotten"): "FI-03",
    ("FI", "Södra Savolax"): "FI-04", ("FI", "Kajanaland"): "FI-05", ("FI", "Egentliga Tavastland"): "FI-06",
    ("FI", "Mellersta Österbotten"): "FI-07", ("FI", "Mellersta Finland"): "FI-08", ("FI", "Kymmenedalen"): "FI-09",
    ("FI", "Lappland"): "FI-10", ("FI", "Birkaland"): "FI-11", ("FI", "Österbotten"): "FI-12",
    ("FI", "Norra Karelen"): "FI-13", ("FI", "Norra Österbotten"): "FI-14", ("FI", "Norra Savolax"): "FI-15",
    ("FI", "Päijänne-Tavastland"): "FI-16", ("FI", "Satakunta"): "FI-17", ("FI", "Nyland"): "FI-18",
    ("FI", "Egentliga Finland"): "FI-19",
}  # fmt: skip
"""(ISO code of the country, name) -> ISO 3166-2 code of a fylke or a landskap. Norway's digits are the fylkesnummer of
2024; Finland's are ISO's own and not those of Statistics Finland. Danish regions cannot be chosen and have none."""

DANISH_REGION = {"Sjaælland": "Själland", "Midtjylland": "Mittjylland", "Hovedstaden": "Huvudstadsregionen"}

PLACES = {
    ("SE", "Gothenburg"): "Göteborg",
    ("DK", "Copenhagen"): "Köpenhamn", ("DK", "Helsingør"): "Helsingör",
    ("FI", "Helsinki"): "Helsingfors", ("FI", "Turku"): "Åbo", ("FI", "Tampere"): "Tammerfors",
    ("FI", "Espoo"): "Esbo", ("FI", "Vantaa"): "Vanda", ("FI", "Vaasa"): "Vasa", ("FI", "Tornio"): "Torneå",
    ("FI", "Kokkola"): "Karleby", ("FI", "Jakobstad"): "Jakobstad", ("FI", "Pietarsaari"): "Jakobstad",
    ("FI", "Pori"): "Björneborg", ("FI", "Oulu"): "Uleåborg", ("FI", "Rauma"): "Raumo",
    ("FI", "Naantali"): "Nådendal", ("FI", "Uusikaupunki"): "Nystad", ("FI", "Raahe"): "Brahestad",
    ("FI", "Hanko"): "Hangö", ("FI", "Lahti"): "Lahtis", ("FI", "Porvoo"): "Borgå", ("FI", "Loviisa"): "Lovisa",
    ("FI", "Lohja"): "Lojo", ("FI", "Kotka"): "Kotka", ("FI", "Hamina"): "Fredrikshamn",
    ("FI", "Lappeenranta"): "Villmanstrand", ("FI", "Kaskinen"): "Kaskö", ("FI", "Raisio"): "Reso",
    ("FI", "Paimio"): "Pemar", ("FI", "Parainen"): "Pargas", ("FI", "Kristinestad"): "Kristinestad",
    ("FI", "Hyvinge"): "Hyvinge", ("FI", "Hyvinkää"): "Hyvinge", ("FI", "Kerava"): "Kervo",
    ("FI", "Hämeenlinna"): "Tavastehus", ("FI", "Savonlinna"): "Nyslott", ("FI", "Mikkeli"): "S:t Michel",
    ("FI", "Järvenpää"): "Träskända", ("FI", "Kauniainen"): "Grankulla", ("FI", "Korsholm"): "Korsholm",
    ("FI", "Närpiö"): "Närpes", ("FI", "Maarianhamina"): "Mariehamn",
    ("FI", "Enontekiö"): "Enontekis", ("FI", "Eurajoki"): "Euraåminne", ("FI", "Hailuoto"): "Karlö",
    ("FI", "Hämeenkyrö"): "Tavastkyro", ("FI", "Iisalmi"): "Idensalmi", ("FI", "Ikaalinen"): "Ikalis",
    ("FI", "Ilomantsi"): "Ilomants", ("FI", "Inari"): "Enare", ("FI", "Isojoki"): "Storå",
    ("FI", "Isokyrö"): "Storkyro", ("FI", "Jokioinen"): "Jockis", ("FI", "Joroinen"): "Jorois",
    ("FI", "Kaarina"): "S:t Karins", ("FI", "Kajaani"): "Kajana", ("FI", "Karijoki"): "Bötom",
    ("FI", "Karkkila"): "Högfors", ("FI", "Kaustinen"): "Kaustby", ("FI", "Kirkkonummi"): "Kyrkslätt",
    ("FI", "Kokemäki"): "Kumo", ("FI", "Kustavi"): "Gustavs", ("FI", "Laihia"): "Laihela",
    ("FI", "Lapinjärvi"): "Lappträsk", ("FI", "Lapua"): "Lappo", ("FI", "Lieto"): "Lundo", ("FI", "Liminka"): "Limingo",
    ("FI", "Merikarvia"): "Sastmola", ("FI", "Myrskylä"): "Mörskom", ("FI", "Nousiainen"): "Nousis",
    ("FI", "Pirkkala"): "Birkala", ("FI", "Pomarkku"): "Påmark", ("FI", "Pornainen"): "Borgnäs",
    ("FI", "Pyhtää"): "Pyttis", ("FI", "Sauvo"): "Sagu", ("FI", "Siuntio"): "Sjundeå", ("FI", "Taivassalo"): "Tövsala",
    ("FI", "Teuva"): "Östermark", ("FI", "Tuusula"): "Tusby", ("FI", "Ulvila"): "Ulvsby", ("FI", "Veteli"): "Vetil",
    ("FI", "Vihti"): "Vichtis", ("FI", "Virrat"): "Virdois", ("FI", "Ylitornio"): "Övertorneå",
    ("FI", "Ähtäri"): "Etseri",
    ("RU", "Saint Petersburg"): "Sankt Petersburg", ("PL", "Gdańsk"): "Gdańsk", ("PL", "Warsaw"): "Warszawa",
    ("DE", "Universitäts- und Hansestadt Greifswald"): "Greifswald",
}  # fmt: skip
"""(ISO code, GeoNames' name) -> the name a Swedish map carries."""

NOT_PLACES = {("SE", "Tollarp1"), ("SE", "Or"), ("SE", "Guojkkasuoluoj"), ("SE", "St Lars"), ("FI", "East Helsinki"),
    ("SE", "Hässelby Villastad"), ("DK", "Klinteby Frihed"), ("AX", "Yomala"),
}  # fmt: skip
"""Entries of GeoNames that are no places of their own, or lie where no such place is."""

TOWNS_OF_THEIR_OWN = {
    ("FI", "Vanda"), ("FI", "Grankulla"), ("FI", "S:t Karins"), ("FI", "Reso"), ("FI", "Birkala"), ("FI", "Korsholm"),
}  # fmt: skip
"""Finnish municipalities so near a larger town that they would count as its districts."""

FAR_CITIES = {"Sankt Petersburg", "Kaliningrad", "Murmansk"}
"""Cities beyond the neighbours that a stråk may point to."""
