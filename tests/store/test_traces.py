"""An office is told with the body it is held in."""

from types import SimpleNamespace

import pytest

from factoid.store.people.traces import _in_its_body


@pytest.mark.parametrize(
    ("post", "type_", "body", "told"),
    [
        ("head", "office", "Kharkov  GPU", "head of Kharkov GPU"),
        ("head of the Kharkov GPU", "office", "Kharkov GPU", "head of the Kharkov GPU"),
        ("head", "office", None, "head"),
        ("colonel", "rank", "Red Army", "colonel"),
    ],
)
def test_an_office_in_its_body(post: str, type_: str, body: str | None, told: str) -> None:
    assert _in_its_body(post, SimpleNamespace(type=type_, organisation=body)) == told
