"""QGIS runs this (PYQGIS_STARTUP) before anything works in another thread.

A binding that is loaded while Python works in another thread can make QGIS end: sip's list of modules is half made.
"""

from qgis.PyQt import QtTest  # noqa: F401
