"""Make the gallery: `make gallery`, or a part of it with ONLY="mallar-a4 syn".

BEHALL=1 renews the few pictures in docs/bilder.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from tools.quiet_qgis import quiet_qgis

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Make everything in out/gallery and say how long it took."""
    started = time.monotonic()
    with quiet_qgis():
        from tools.gallery.chosen import keep_chosen
        from tools.gallery.run import make_gallery

        page = make_gallery(ROOT / "out" / "gallery", os.environ.get("ONLY", "").split())
        if os.environ.get("BEHALL"):
            for kept in keep_chosen(page.parent, ROOT / "docs" / "bilder"):
                print(f"  {kept.stat().st_size / 1000:.0f} kB  {kept.relative_to(ROOT)}")
    print(f"{page.relative_to(ROOT)} klar på {time.monotonic() - started:.0f} s.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
