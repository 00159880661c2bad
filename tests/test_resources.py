"""Vocabularies: each says what it is, where it is from and under which licence, and reads the same everywhere."""

from __future__ import annotations

from importlib import resources

import pytest
import yaml

_LISTS = [
    found
    for folder in ("", "french", "russian")
    for found in sorted(resources.files("factoid.resources").joinpath(folder).iterdir(), key=str)
    if found.name.endswith(".yaml")
]


@pytest.mark.parametrize("found", _LISTS, ids=lambda found: str(found.name))
def test_every_list_says_where_it_is_from(found: resources.abc.Traversable) -> None:
    content = yaml.safe_load(found.read_text("utf-8"))  # as PyYAML reads without libyaml
    assert {"what", "source", "licence"} <= set(content["about"])
    assert content == yaml.load(
        found.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
