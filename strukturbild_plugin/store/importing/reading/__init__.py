"""How a file to import from is opened: its format, its text and its rows, whatever it was made with.

Each layer of a file becomes a `RawLayer`; `store/importing/source.py` decides on its text and gives its rows.
"""
