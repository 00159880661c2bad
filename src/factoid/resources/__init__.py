"""Vocabularies, lexicons and tables: data with its source and licence, loaded once.

Every YAML file is a mapping whose ``about`` says what it holds, where it comes from and under which licence.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml: slower, same result
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]


def names() -> list[str]:
    """Return the names of the files here, sorted."""
    return sorted(found.name for found in resources.files(__name__).iterdir() if found.is_file())


@cache
def load(name: str) -> dict[str, Any]:
    """Return the content of ``resources/NAME.yaml`` without its ``about``. Callers must not change it."""
    text = resources.files(__name__).joinpath(f"{name}.yaml").read_text("utf-8")
    content: dict[str, Any] = yaml.load(text, Loader=_Loader)
    content.pop("about", None)
    return content
