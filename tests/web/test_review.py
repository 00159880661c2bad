"""The review queue."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.lives import Claim, disputed_library, document_of, library_of, reading_of
from web.test_conflicts import token_of_app
from web.test_pages import flat, page_of

from factoid.model import Finding, Verdict
from factoid.store import Library, open_view
from factoid.web import app_of


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Two namesakes in two letters, of whom little is known; one sentence is damaged."""
    readings = []
    for name, trade in (("first-letter", "printer"), ("second-letter", "engraver")):
        document = document_of(name, f"A title\n\nThe {trade} Anna Orr lived in Leith. She printed in 1822.")
        claims = [
            Claim(who="a", type="residence", quote="Anna Orr lived in Leith", fields={"place": "Leith"}),
            Claim(who="a", type="occupation", quote=f"The {trade} Anna Orr", fields={"value": trade}),
        ]
        start = document.text.content.index("lived")
        finding = Finding(kind="calque", note="not English", start=start, end=start + 5)
        readings.append((document, reading_of(document, {"a": ("Anna Orr", "She")}, claims, [finding])))
    return library_of(tmp_path / "letters.factoid", readings)


@pytest.fixture
def client(library: Library) -> Iterator[TestClient]:
    with TestClient(
        app_of(library, library.path, author="human:ab", patience=30), base_url="http://localhost"
    ) as client:
        yield client


def answer(client: TestClient, address: str = "/review", **form: str) -> int:
    held = {"token": token_of_app(client), **form}
    return client.post(address, data=held, follow_redirects=False).status_code


@pytest.mark.parametrize(
    ("said", "verdict", "people"),
    [("same", Verdict.SAME, 1), ("different", Verdict.DIFFERENT, 2), ("unsure", Verdict.UNSURE, 2)],
)
def test_unsure_identities_are_judged(
    client: TestClient, library: Library, said: str, verdict: Verdict, people: int
) -> None:
    key = " ".join(person.id for person in library.people())
    assert answer(client, of="people", key=key, verdict=said, reason="one hand") == 303
    [held] = library.judgements()
    assert (held.verdict, held.author, held.reason) == (verdict, "human:ab", "one hand")
    assert library.count_people() == people
    assert answer(client, "/review/undo", of="people", judgement=str(held.id)) == 303
    assert library.judgements() == []


def test_the_queue_of_people_opens(client: TestClient) -> None:
    text = flat(page_of(client, "/review"))
    assert "One person or two?" in text


def test_what_waits_is_opened_whatever_queue_it_is_in(client: TestClient) -> None:
    text = flat(page_of(client, "/review"))
    assert "2 wait" in text
    assert "not English" in text
    assert "Nothing waits in this queue" in flat(page_of(client, "/review?of=people"))


def test_the_judgements_name_whom_they_join(client: TestClient, library: Library) -> None:
    key = " ".join(person.id for person in library.people())
    answer(client, of="people", key=key, verdict="same")
    assert flat(page_of(client, "/judgements")).count("Anna Orr") == 2


def test_damaged_statements_are_accepted_rejected_and_put_off(client: TestClient, library: Library) -> None:
    page = page_of(client, "/review?of=damaged")
    assert "2 wait" in flat(page)
    assert "not English" in flat(page)
    first, second = [link.split("/")[-1] for link in _first_two(client)]
    assert first != second
    assert answer(client, of="damaged", key=second, verdict="accept") == 303
    [held] = library.judgements()
    assert (held.verdict, held.factoid) == (Verdict.ACCEPTED, second)
    assert "1 waits" in flat(page_of(client, "/review?of=damaged"))
    assert answer(client, of="damaged", key=first, verdict="reject") == 303
    assert "Nothing waits in this queue" in flat(page_of(client, "/review?of=damaged"))


def _first_two(client: TestClient) -> list[str]:
    """Return what is shown first, and what is once that is put off."""
    shown = []
    for _ in range(2):
        links = page_of(client, "/review?of=damaged").links
        shown.append(next(link for link in links if link.startswith("/factoids/")))
        answer(client, of="damaged", key=shown[-1].split("/")[-1], verdict="later")
    return shown


def test_weak_statements_wait(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Nothing waits" in flat(page_of(client, "/review?of=weak"))
    monkeypatch.setattr("factoid.web.review.WEAK", 1.0)
    client.app.state.sites["en"].desk.ask("review weak", "", tuple)  # type: ignore[attr-defined]
    text = flat(page_of(client, "/review?of=weak"))
    assert "4 wait" in text
    assert "How sure the reading is 0.90" in text


def test_conflicts_are_decided_in_the_queue(tmp_path: Path) -> None:
    library = disputed_library(tmp_path / "disputed.factoid")
    with TestClient(app_of(library, library.path, patience=30), base_url="http://localhost") as client:
        page = page_of(client, "/review?of=conflicts")
        key = next(link for link in page.links if link.startswith("/conflicts/c-")).split("/")[-1]
        assert "2 wait" in flat(page)
        assert answer(client, of="conflicts", key=key, ruling="both", reason="") == 400
        assert answer(client, of="conflicts", key=key, ruling="both", reason="two men") == 303
        assert "1 waits" in flat(page_of(client, "/review?of=conflicts"))
        text = flat(page_of(client, "/judgements"))
        assert "conflict decided" in text
        assert "two men" in text
        [held] = library.judgements()
        assert answer(client, "/review/undo", of="judgements", judgement=str(held.id)) == 303
        assert "withdrawn on" in flat(page_of(client, "/judgements"))


@pytest.mark.parametrize(
    "form",
    [
        {"of": "people", "key": "p-1 p-2", "verdict": "perhaps"},
        {"of": "damaged", "key": "f-1", "verdict": "same"},
        {"of": "nothing", "key": "f-1", "verdict": "accept"},
        {"of": "weak", "verdict": "accept"},
    ],
)
def test_what_is_no_answer_is_refused(client: TestClient, library: Library, form: dict[str, str]) -> None:
    assert answer(client, **form) == 400
    assert answer(client, "/review/undo", judgement="99") == 400
    assert library.judgements() == []


def test_nothing_is_judged_without_the_token_or_the_right_to_write(
    client: TestClient, library: Library
) -> None:
    assert client.post("/review", data={"of": "people", "key": "a b", "verdict": "same"}).status_code == 403
    with TestClient(
        app_of(open_view(library.path), library.path, patience=30), base_url="http://localhost"
    ) as reader:
        html = reader.get("/review?of=damaged").text
        assert "<button" not in html.split("<main")[1].split("</main>")[0]
        assert answer(reader, of="damaged", key="f-1", verdict="accept") == 507
