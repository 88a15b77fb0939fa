"""`make gallery`: every template and symbol set, every kind of sheet, and the eyes of others, on sheets to look at."""
