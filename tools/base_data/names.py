"""Swedish names where the sources carry English or Finnish ones, and codes that the sources leave to their manuals."""

from __future__ import annotations

COUNTY_OF_ADMIN1 = {
    "26": "01", "21": "03", "18": "04", "16": "05", "08": "06", "12": "07", "09": "08", "05": "09", "02": "10",
    "27": "12", "06": "13", "28": "14", "22": "17", "15": "18", "25": "19", "10": "20", "03": "21", "24": "22",
    "07": "23", "23": "24", "14": "25",
}  # fmt: skip
"""GeoNames' admin1 code of a Swedish county -> SCB's län code."""

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
    ("RU", "Saint Petersburg"): "Sankt Petersburg", ("PL", "Gdańsk"): "Gdańsk", ("PL", "Warsaw"): "Warszawa",
    ("DE", "Universitäts- und Hansestadt Greifswald"): "Greifswald",
}  # fmt: skip
"""(ISO code, GeoNames' name) -> the name a Swedish map carries."""

NOT_PLACES = {("SE", "Tollarp1"), ("SE", "Or"), ("SE", "Guojkkasuoluoj"), ("SE", "St Lars"), ("FI", "East Helsinki"),
    ("SE", "Hässelby Villastad"), ("DK", "Klinteby Frihed"), ("AX", "Yomala"),
}  # fmt: skip
"""Entries of GeoNames that are no places of their own, or lie where no such place is."""

FAR_CITIES = {"Sankt Petersburg", "Kaliningrad", "Murmansk"}
"""Cities beyond the neighbours that a stråk may point to."""
