"""Template packages for tests: a sound one in parts, zips made by hand, and a strukturbild with things of its own."""

from __future__ import annotations

import io
import stat
import zipfile
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Mapping

from strukturbild_plugin import paths
from strukturbild_plugin.catalogue.load import load_catalogue
from strukturbild_plugin.catalogue.model import Catalogue, Text
from strukturbild_plugin.catalogue.template import Sender, Template, catalogue_for_template, load_template
from strukturbild_plugin.store.templates.package import TemplatePackage, parts

LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><title>Region</title><path d="M0 0h40v20z"/></svg>'
STYLE = b"""<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" styleCategories="Symbology|Labeling" labelsEnabled="0">
 <renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0">
  <symbols>
   <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="name" value="circle"/>
      <Option type="QString" name="color" value="110,26,58,255"/>
      <Option type="QString" name="size" value="3"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <blendMode>0</blendMode>
 <layerGeometryType>0</layerGeometryType>
</qgis>
"""
LAYOUT = b"""<Layout name="Region" units="mm" printResolution="300">
 <PageCollection><LayoutItem type="65638" size="297,210,mm" position="0,0,mm"/></PageCollection>
 <LayoutItem type="65639" id="karta" size="190,150,mm" position="10,30,mm"/>
 <LayoutItem type="65641" id="kallor" size="190,10,mm" position="10,190,mm" labelText="K"/>
 <LayoutItem type="65641" id="utgava" size="80,10,mm" position="205,190,mm" labelText="U"/>
 <LayoutItem type="65641" id="titel" size="190,12,mm" position="10,10,mm"
  labelText="Se https://region.example" htmlState="0"/>
 <LayoutItem type="65640" id="logotyp" file=""/>
</Layout>
"""
PROFILE = b"namn: Region Exempel\nfarger: {B: '#7a1f2b'}\nlogotyper: [region-exempel.svg]\n"


def sound_parts(version: str = "1.0", organisation: str = "Region Exempel") -> dict[str, bytes]:
    """The parts of a package with nothing wrong."""
    template = replace(
        _malbild(),
        kod="exempel_malbild",
        namn=Text("Exempelmålbild", ""),
        version=version,
        paket=Sender(organisation, "CC0-1.0", ("17",), "malbild 1.0"),
    )
    return parts(TemplatePackage(template, catalogue_for_template(_catalogue(), template)))


@lru_cache(maxsize=1)
def _malbild() -> Template:
    return load_template("malbild")


@lru_cache(maxsize=1)
def _catalogue() -> Catalogue:
    return load_catalogue()


def zipped(parts_: Mapping[str, bytes], path: Path) -> Path:
    """Any names and contents as a zip, without the care that the program takes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return path


def with_link(path: Path) -> Path:
    """A package where a part is a symbolic link out of it."""
    zipped(sound_parts(), path)
    with zipfile.ZipFile(path, "a") as archive:
        entry = zipfile.ZipInfo("layouter/lank.qpt")
        entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    return path


def with_name(path: Path, name: bytes, other: bytes) -> Path:
    """A package whose part `name` is called `other` (as long) in the bytes of the zip, which zipfile never writes."""
    zipped({**sound_parts(), name.decode(): LAYOUT}, path)
    path.write_bytes(path.read_bytes().replace(name, other))
    return path


def locked(path: Path) -> Path:
    """A package with a part said to be locked with a password."""
    content = bytearray(zipped(sound_parts(), path).read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + at] |= 1
    path.write_bytes(bytes(content))
    return path


def lying(path: Path) -> Path:
    """A package with a part that says it is small and is large."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in {**sound_parts(), "mal/stor.yaml": b"a" * 3_000_000}.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    size = (3_000_000).to_bytes(4, "little")
    path.write_bytes(buffer.getvalue().replace(size, (99).to_bytes(4, "little")))
    return path


def own_symbol_set(kod: str) -> bytes:
    """The set tryck under a region's own code, with a name and a red of its own."""
    text = (paths.STYLES / "tryck.yaml").read_text(encoding="utf-8")
    return text.replace("kod: tryck", f"kod: {kod}", 1).replace("#6e1a3a", "#8a1a2a").encode()
