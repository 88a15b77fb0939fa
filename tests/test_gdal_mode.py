"""GDAL's Python has a mode for the whole process. Ours works in either, and leaves it as the user's process had it."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from osgeo import gdal, osr

from strukturbild_plugin.compat import GDAL_FAILED, ogr, raising_gdal

ROOT = Path(__file__).resolve().parents[1]

pytestmark = pytest.mark.usefixtures("either_gdal_mode")


def test_what_fails_is_raised_in_either_mode() -> None:
    with raising_gdal() as inside:
        for call in (
            lambda: inside.OpenEx("finns-inte.gpkg"),
            lambda: ogr.CreateGeometryFromWkt("PUNKT(1 2)"),
            lambda: osr.CoordinateTransformation(osr.SpatialReference(), osr.SpatialReference()),
        ):
            with pytest.raises(GDAL_FAILED):
                call()


def test_a_function_can_have_the_mode_for_itself_and_blocks_lie_in_each_other() -> None:
    outside = gdal.GetUseExceptions()

    @raising_gdal()
    def inner() -> bool:
        return bool(gdal.GetUseExceptions())

    with raising_gdal():
        assert inner() and inner()
        assert gdal.GetUseExceptions()
    assert gdal.GetUseExceptions() == outside


def test_the_mode_comes_back_after_an_error() -> None:
    outside = gdal.GetUseExceptions()
    with pytest.raises(ZeroDivisionError), raising_gdal():
        _ = 1 / 0
    assert gdal.GetUseExceptions() == outside


def test_two_threads_can_be_inside_at_once_and_leave_in_any_order() -> None:
    outside, first_is_in, second_is_out = gdal.GetUseExceptions(), threading.Event(), threading.Event()
    raised: list[bool] = []

    def first() -> None:
        with raising_gdal():
            first_is_in.set()
            second_is_out.wait(10)
            try:
                ogr.CreateGeometryFromWkt("PUNKT(1 2)")
            except GDAL_FAILED:
                raised.append(True)

    thread = threading.Thread(target=first)
    thread.start()
    assert first_is_in.wait(10)
    with raising_gdal():
        pass
    second_is_out.set()
    thread.join(10)
    assert raised == [True]
    assert gdal.GetUseExceptions() == outside


def test_newer_gdal_has_nothing_to_warn_of() -> None:
    script = (
        "from strukturbild_plugin.compat import raising_gdal, ogr, osr\n"
        "with raising_gdal() as gdal:\n"
        "    gdal.GetDriverByName('CSV'), ogr.CreateGeometryFromWkt('POINT(1 2)'), osr.SpatialReference()\n"
    )
    command = [sys.executable, "-W", "error::FutureWarning", "-c", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
