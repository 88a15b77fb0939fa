"""Plain values out of YAML text that anybody may have written; in C where PyYAML has it: ten times as quick."""

from __future__ import annotations

from typing import Any, Iterator

from .i18n import tr

_DEEPEST = 100
"""The composer in C calls itself for each level; text that goes on opening brackets would end the whole program."""


def events(text: str) -> Iterator[Any]:
    """PyYAML's events, one by one: nothing is built. YAMLError when it is no YAML."""
    import yaml

    return iter(yaml.parse(text, Loader=_loader()))


def load(text: str) -> Any:
    """Mappings, lists, texts, numbers, dates and truth values. YAMLError when it is no YAML or nested too deep."""
    import yaml

    depth = 0
    for event in events(text):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise yaml.YAMLError(tr("det är för många nivåer i varandra."))
    loader = _loader()(text)
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


def _loader() -> Any:
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)
