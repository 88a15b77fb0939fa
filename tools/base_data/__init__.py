"""Makes the base map data that the plugin carries, from pinned open data packages.

`sources` reads the packages, `regions`, `coast`, `places` and `neighbours` make layers of them, `fit` brings them onto
one coast, `names` holds Swedish names, `write` and `verify` make and check the file. Never shipped with the plugin.
"""
