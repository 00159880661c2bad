from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.lives import Claim, disputed_library, document_of, library_of, reading_of
from web.markup import Reader, assert_harmless
from web.test_hostile import PAYLOADS
from web.test_verdicts import token_of

from factoid.model import Conflict, PersonaInSource, PersonLink, Ruling
from factoid.pipeline.disputes import conflicts_of
from factoid.store import Library, open_view
from factoid.web import app_of, create_app, docket
from factoid.web.routes import conflicts as routes
from factoid.web.site import Site


def page_of(client: TestClient, address: str, status: int = 200) -> Reader:
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    return assert_harmless(answer.text)


def flat(page: Reader) -> str:
    return " ".join(page.text.split())


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return disputed_library(tmp_path / "disputed.factoid")


@pytest.fixture
def birth(library: Library) -> Conflict:
    """The register has the birth in 1790, the grandchild in 1795."""
    return next(c for c in conflicts_of(library) if (c.type, c.field) == ("birth", "date"))


def decision(
    client: TestClient, conflict: Conflict, ruling: str, reason: str = "the register is older"
) -> int:
    address = f"/conflicts/{conflict.id}"
    form = {"token": token_of(client, address), "ruling": ruling, "reason": reason}
    answer = client.post(f"{address}/verdict", data=form, follow_redirects=False)
    if answer.status_code == 303:
        assert answer.headers["location"] == f"{address}#verdict"
    return answer.status_code


def test_every_conflict_stands_in_the_list_with_its_sides(client: TestClient, library: Library) -> None:
    page = page_of(client, "/conflicts")
    found = list(conflicts_of(library))
    assert found
    assert {f"/conflicts/{c.id}" for c in found} <= set(page.links)
    assert "A 1795 (1 source) ≠ B 1790 (1 source)" in flat(page)


def test_the_list_is_filtered_by_kind_status_and_person(client: TestClient, birth: Conflict) -> None:
    for query, is_in in (
        (f"kind={birth.kind}", True),
        ("kind=two-holders", False),
        ("status=open", True),
        ("status=decided", False),
        (f"person={birth.person}", True),
        ("person=p-0", False),
    ):
        assert (f"/conflicts/{birth.id}" in page_of(client, f"/conflicts?{query}").links) == is_in, query


def test_the_list_is_paged(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "CONFLICTS_ON_A_PAGE", 1)
    first = page_of(client, "/conflicts?status=open")
    assert "?status=open&page=2" in first.links


def test_sides_stand_next_to_each_other_with_their_exact_words(client: TestClient, birth: Conflict) -> None:
    html = client.get(f"/conflicts/{birth.id}").text
    text = flat(assert_harmless(html))
    assert '<mark class="quote">b. <span class="exact">1790</span> at Leith</mark>' in html
    assert '<span class="exact">1795</span> in Leith</mark>' in html
    assert "as he told us often" in text  # what stands around the quote
    assert "there is one birth in a life" in text
    for claim in birth.claims:
        assert (
            f"/sources/{claim.source}?factoid={claim.factoid}#{claim.factoid}" in assert_harmless(html).links
        )


def test_a_decision_is_kept_shown_and_taken_back(
    client: TestClient, library: Library, birth: Conflict
) -> None:
    address = f"/conflicts/{birth.id}"
    assert decision(client, birth, "side:A") == 303
    [held] = library.judgements()
    assert held.decision is not None
    assert (held.decision.ruling, held.decision.side, held.author) == (Ruling.SIDE, "A", "human:ab")
    text = flat(page_of(client, address))
    assert "ab decided on" in text
    assert "accept A" in text
    assert "the register is older" in text
    assert address in page_of(client, "/conflicts?status=decided").links

    form = {"token": token_of(client, address), "judgement": str(held.id)}
    assert client.post(f"{address}/withdraw", data=form).status_code == 200
    assert library.judgements() == []
    text = flat(page_of(client, address))
    assert "Nobody has decided this yet" in text
    assert "withdrawn on" in text


@pytest.mark.parametrize("ruling", ["both", "neither", "undecided"])
def test_every_ruling_can_be_given(client: TestClient, birth: Conflict, ruling: str) -> None:
    assert decision(client, birth, ruling) == 303


@pytest.mark.parametrize(
    ("ruling", "reason"), [("side:Z", "so"), ("side", "so"), ("", "so"), ("maybe", "so"), ("side:A", "  ")]
)
def test_what_is_no_decision_is_refused(
    client: TestClient, library: Library, birth: Conflict, ruling: str, reason: str
) -> None:
    assert decision(client, birth, ruling, reason) == 400
    assert library.judgements() == []


def test_a_decision_needs_the_token(client: TestClient, library: Library, birth: Conflict) -> None:
    form = {"ruling": "both", "reason": "so"}
    assert client.post(f"/conflicts/{birth.id}/verdict", data=form).status_code == 403
    assert library.judgements() == []


def test_only_decisions_on_the_conflict_can_be_withdrawn_there(client: TestClient, birth: Conflict) -> None:
    address = f"/conflicts/{birth.id}"
    form = {"token": token_of(client, address), "judgement": "7"}
    assert client.post(f"{address}/withdraw", data=form).status_code == 400


def test_an_unknown_conflict_is_not_found(client: TestClient) -> None:
    assert "no conflict" in flat(page_of(client, "/conflicts/c-0", 404))


def test_the_next_open_conflict_is_one_step_away(client: TestClient, library: Library) -> None:
    found = list(conflicts_of(library))
    assert len(found) > 1
    links = page_of(client, f"/conflicts/{found[0].id}").links
    assert sum(f"/conflicts/{c.id}" in links for c in found[1:]) == 1


@pytest.fixture
def only_read(tmp_path: Path) -> Iterator[TestClient]:
    """The library as somebody sees it who may not write in it."""
    path = tmp_path / "read-only.factoid"
    disputed_library(path).close()
    with TestClient(app_of(open_view(path), path, patience=30), base_url="http://localhost") as client:
        yield client


def test_a_library_that_can_only_be_read_is_shown(only_read: TestClient) -> None:
    page = page_of(only_read, "/conflicts")
    address = next(link for link in page.links if link.startswith("/conflicts/c-"))
    html = only_read.get(address).text
    assert "can only be read" in html
    assert "/verdict" not in html
    token = token_of_app(only_read)
    form = {"token": token, "ruling": "both", "reason": "so"}
    assert only_read.post(f"{address}/verdict", data=form).status_code == 507


def token_of_app(client: TestClient) -> str:
    value: str = client.app.state.sites["en"].token.value  # type: ignore[attr-defined]
    return value


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_file_without_the_right_to_write_is_opened_to_read(tmp_path: Path) -> None:
    path = tmp_path / "locked.factoid"
    disputed_library(path).close()
    path.chmod(0o400)
    tmp_path.chmod(0o500)
    with TestClient(create_app(path), base_url="http://localhost") as client:
        assert client.get("/conflicts").status_code == 200
    tmp_path.chmod(0o700)


def test_a_page_says_so_while_conflicts_are_looked_for(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(site: Site, _: str) -> tuple[Conflict, ...]:
        go_on.wait()
        return tuple(conflicts_of(site.library))

    monkeypatch.setattr(docket, "_found", slow)
    with TestClient(app_of(library, library.path, patience=0.01), base_url="http://localhost") as client:
        page = page_of(client, "/conflicts")
        assert "being looked for" in page.text
        assert "?wait=true" in page.links
        assert client.get("/people/Hugh Orr").status_code == 200
        go_on.set()
        assert "1790" in page_of(client, "/conflicts?wait=true").text


@pytest.mark.parametrize("payload", PAYLOADS[::6], ids=lambda payload: ascii(payload)[:40])
def test_hostile_claims_are_only_words(tmp_path: Path, payload: str) -> None:
    readings = []
    for number, date in enumerate(("1790", "1795")):
        document = document_of(
            f"{number}{payload}", f"A title\n\nAnna Orr {payload} was born in {date} here."
        )
        claim = Claim(
            who="a", type="birth", quote=f"{payload} was born in {date}", date=date, date_words=f"in {date}",
            fields={"place": payload},
        )  # fmt: skip
        readings.append((document, reading_of(document, {"a": ("Anna Orr",)}, [claim])))
    library = library_of(tmp_path / "x.factoid", readings, [])
    library.refresh_persons(lambda personas, _: [_one(personas)])
    with TestClient(app_of(library, library.path, patience=30), base_url="http://localhost") as client:
        page = page_of(client, "/conflicts")
        address = next(link for link in page.links if re.match("/conflicts/c-", link))
        page_of(client, address)
        page_of(client, "/people/Anna Orr")


def _one(personas: Sequence[PersonaInSource]) -> PersonLink:
    ids = sorted(p.persona.id for p in personas)
    return PersonLink(person=ids[0], personas=tuple(ids))


def test_why_sources_disagree_is_said_in_the_language_of_the_page(
    client: TestClient, birth: Conflict
) -> None:
    page = client.get(f"/conflicts/{birth.id}", headers={"accept-language": "de"}).text
    assert "Geburt: das gibt es in einem Leben nur einmal" in page
    assert "there is one" not in page
