"""Templates and catalogues written as the files they are read from: readable, and the same bytes for the same content.

What is empty is left out, so that the file says only what somebody decided.
"""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from .model import Attribute, Catalogue, Choice, Level, ObjectClass, Text
from .steps import StepSpec
from .template import PictureSpec, Sender, Template

Block = dict[str, Any]
_LINE_WIDTH = 110


def template_text(template: Template) -> bytes:
    """The template as a YAML file complete in itself: every step with all its texts (`template_from` reads it)."""
    block = {
        "kod": template.kod,
        "version": template.version,
        "namn": _both(template.namn),
        "beskrivning": _both(template.beskrivning),
        "paket": _sender(template.paket) if template.paket else None,
        "ordning": template.ordning if template.ordning != Template.ordning else None,
        "symboluppsattning": template.symboluppsattning,
        "malsamlingar": list(template.malsamlingar),
        "klasser": list(template.klasser),
        "bilder": [_picture(picture) for picture in template.bilder],
        "steg": {step.kod: _step(step) for step in template.steg},
    }
    return yaml_text(block, "Mallen: bilder, klasser och steg i ordning. Så ändras den: docs/mallar.md.")


def catalogue_text(catalogue: Catalogue) -> bytes:
    """The whole catalogue as one YAML file in UTF-8, own classes marked `egen: ja`."""
    block = {
        "version": catalogue.version,
        "strukturer": {one.kod: {"namn": _both(one.namn), "op_ord": one.op_ord} for one in catalogue.strukturer},
        "grupper": {one.kod: {"namn": _both(one.namn)} for one in catalogue.grupper},
        "listor": {kod: _choices(values) for kod, values in catalogue.listor.items()},
        "attribut": {kod: _attribute(attribute) for kod, attribute in catalogue.attribut.items()},
        "lager": {
            one.kod: _filled({"geometri": one.geometri, "namn": _both(one.namn), "attribut": list(one.attribut)})
            for one in catalogue.lager
        },
        "gemensamma": list(catalogue.gemensamma),
        "klasser": {klass.kod: _class(klass) for klass in catalogue.klasser},
    }
    return yaml_text(block, "Katalogen: allt som kan ritas med mallen. Egna klasser har egen: ja.")


def yaml_text(block: Mapping[str, Any], comment: str = "", whole: bool = False) -> bytes:
    """`block` as YAML in UTF-8, in the order given, after a line of `comment`.

    `whole`: write empty values as well; else they are left out.
    """
    import yaml

    class Plain(yaml.SafeDumper):  # type: ignore[misc]
        """Writes every value out where it stands: the readers know no references."""

        def ignore_aliases(self, _data: Any) -> bool:
            return True

    written = yaml.dump(
        dict(block) if whole else _filled(block),
        Dumper=Plain,
        allow_unicode=True,
        sort_keys=False,
        width=_LINE_WIDTH,
        default_flow_style=False,
    )
    return ((f"# {comment}\n\n" if comment else "") + written).encode("utf-8")


def _sender(sender: Sender) -> Block:
    return _filled(
        {
            "format": sender.format,
            "organisation": sender.organisation,
            "licens": sender.licens,
            "lan": list(sender.lan),
            "gjord_av": sender.gjord_av,
        }
    )


def _picture(picture: PictureSpec) -> Block:
    year = {"horisont": picture.horisont} if picture.horisont is not None else {}
    return {"namn": _both(picture.namn), "bildtyp": picture.bildtyp, "skala": picture.skala, **year}


def _step(step: StepSpec) -> Block:
    return {
        "namn": _both(step.namn),
        "mats_pa": step.mats_pa,
        **({"minst": step.minst} if step.minst != 1 else {}),
        "varfor": _both(step.varfor),
        "sa_gor_ni": _both(step.sa_gor_ni),
        "fragor": [_both(question) for question in step.fragor],
        "klasser": list(step.klasser),
        "kontroller": list(step.kontroller),
        "resultat": _both(step.resultat),
    }


def _attribute(attribute: Attribute) -> Block:
    return _filled(
        {
            "namn": _both(attribute.namn),
            "typ": attribute.typ,
            "lista": attribute.lista,
            "enhet": attribute.enhet,
            "grupp": attribute.grupp,
            "hjalp": _both(attribute.hjalp),
            "kalla": _source(attribute.kalla),
        }
    )


def _class(klass: ObjectClass) -> Block:
    return _filled(
        {
            "namn": _both(klass.namn),
            "plural": _both(klass.plural),
            "egen": "ja" if klass.egen else "",
            "struktur": klass.struktur,
            "lager": dict(klass.lager),
            "ordning": klass.ordning,
            "nivaer": {level.kod: _level(level) for level in klass.nivaer},
            "undertyper": _choices(klass.undertyper),
            "attribut": list(klass.attribut),
            "symbol": klass.symbol,
            "hjalp": _both(klass.hjalp),
            "ritanvisning": _both(klass.ritanvisning),
            "kalla": _source(klass.kalla),
            "roller": list(klass.roller),
            "motesavstand": klass.motesavstand or "",
        }
    )


def _level(level: Level) -> Block:
    size = {"storlek": level.storlek}
    return {**_both(level.namn), **size, **_filled({"kalla": level.kalla, "undertyper": list(level.undertyper)})}


def _choices(values: Sequence[Choice]) -> Block:
    return {choice.kod: {**_both(choice.namn), **_filled({"kalla": choice.kalla})} for choice in values}


def _source(kalla: str) -> str:
    return "" if kalla == "egen" else kalla


def _both(text: Text) -> Block:
    return _filled({"sv": text.sv, "en": text.en})


def _filled(block: Mapping[str, Any]) -> Block:
    """Without what is empty; 0 is a value."""
    return {key: value for key, value in block.items() if value or value == 0}
