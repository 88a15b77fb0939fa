"""Make strukturbilder from real data: `mitt` (dense) and `norr` (sparse), in any of the templates.

They are made as worked examples are, so every output says that they are examples and no decided plan.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from tools.real_data.object_specs import DESCRIPTION, Recipe, object_specs, recipe_named

ObjectSpec = dict[str, Any]


def make_real(name: str, template_code: str, target: Path, picture_kind: str = "", lan: tuple[str, ...] = ()) -> Path:
    """The strukturbild of recipe `name` at `target`, without the objects that the template `template_code` lacks."""
    from strukturbild_plugin.catalogue.load import load_catalogue
    from strukturbild_plugin.catalogue.template import catalogue_for_template, load_template
    from strukturbild_plugin.catalogue.yaml_writer import yaml_text
    from strukturbild_plugin.store.examples.example import create_example

    recipe = recipe_named(name)
    known = load_catalogue()
    template = load_template(template_code, catalogue=known)
    picture = next(each for each in template.bilder if picture_kind in ("", each.bildtyp))
    offered = {klass.kod for klass in catalogue_for_template(known, template).klasser}
    things = [thing for thing in _once(recipe) if thing["klass"] in offered]
    if picture.bildtyp == "nulage":
        things = [{**thing, "status": "befintlig"} for thing in things if thing.get("status") != "foreslagen"]
    written = {
        **{key: recipe[key] for key in ("kod", "titel", "beskrivning", "organisation")},
        "lan": list(lan or recipe["lan"]),
        "mall": template_code,
        "symboluppsattning": template.symboluppsattning,
        "malsamlingar": list(recipe["mal"]),
        "bild": {"bildtyp": picture.bildtyp, "skala": picture.skala, "horisont": picture.horisont},
        "lika_for_alla": {"osakerhet": "principiell", "status": "befintlig", "kalla": DESCRIPTION},
        "objekt": things,
    }
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"{recipe['kod']}.yaml").write_bytes(yaml_text(written, whole=True))
        return create_example(recipe["kod"], target, overwrite=True, folder=Path(folder))


_OBJECTS_BY_RECIPE: dict[str, list[ObjectSpec]] = {}


def _once(recipe: Recipe) -> list[ObjectSpec]:
    """The objects of a recipe, worked out once however many templates they are wanted in."""
    if recipe["kod"] not in _OBJECTS_BY_RECIPE:
        _OBJECTS_BY_RECIPE[recipe["kod"]] = object_specs(recipe)
    return _OBJECTS_BY_RECIPE[recipe["kod"]]
