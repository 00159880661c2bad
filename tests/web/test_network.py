"""Whom and what a life touches."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from web.test_pages import flat, page_of

from factoid.web.lives import network


def test_people_and_bodies_are_tied_by_their_statements(client: TestClient) -> None:
    page = page_of(client, "/network?person=Agnes Lammond")
    text = flat(page)
    for words in ("Hugh Tarrant", "Robert Sill", "Walter Lammond", "Agnes Lammond – Wynd Press (2)"):
        assert words in text
    numbers = [name for name in page.ids if name.startswith("edge-")]
    assert numbers
    assert {f"#{name}" for name in numbers} <= set(page.links)
    assert "In 1819 Nan became the head of the Wynd Press" in text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("from=1820&to=1830", "Agnes Lammond – Robert Sill"),
        ("to=1810", "Agnes Lammond – Hugh Tarrant"),
        ("from=1845", "Wynd Press (1)"),  # held from 1819, nobody says how long
        ("to=1700", "No statement ties"),
        ("from=soon&to=", "Agnes Lammond – Wynd Press"),
    ],
)
def test_years_are_chosen(client: TestClient, query: str, shown: str) -> None:
    assert shown in flat(page_of(client, f"/network?person=Agnes Lammond&{query}"))


def test_what_would_not_fit_is_said(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "MOST_NEIGHBOURS", 1)
    assert "would not fit" in flat(page_of(client, "/network?person=Agnes Lammond"))


def test_nobody_is_nobody(client: TestClient) -> None:
    assert "Name somebody" in page_of(client, "/network").text
    page_of(client, "/network?person=Nobody At All", 404)
