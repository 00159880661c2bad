"""A source as a witness, and the marks of damage in its text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.lives import Claim, disputed_library, document_of, library_of, reading_of
from web.markup import assert_harmless
from web.test_pages import flat, page_of

from factoid.model import Finding
from factoid.web import app_of


@pytest.fixture
def damaged(tmp_path: Path) -> Iterator[TestClient]:
    """A page on which a machine wrote *in teaching* for an apprenticeship."""
    document = document_of("page", "A title\n\nAnna Orr was given in teaching in 1806 <b>to a printer</b>.")
    start = document.text.content.index("in teaching")
    finding = Finding(
        kind="calque", note="meant is *apprenticed*", start=start, end=start + 11, confidence=0.6
    )
    claim = Claim(who="a", type="education", quote="Anna Orr was given in teaching in 1806", date="1806",
                  date_words="1806")  # fmt: skip
    readings = [(document, reading_of(document, {"a": ("Anna Orr",)}, [claim], [finding]))]
    library = library_of(tmp_path / "damaged.factoid", readings)
    with TestClient(app_of(library, library.path, patience=30), base_url="http://localhost") as client:
        yield client


def test_damage_is_marked_in_the_text_with_its_note(damaged: TestClient) -> None:
    html = damaged.get("/sources/page").text
    assert '<span class="damage" title="meant is *apprenticed*">in teaching</span>' in html
    assert "damaged words: meant is *apprenticed*" in flat(assert_harmless(html))


def test_the_witness_page_shows_findings_in_their_place(damaged: TestClient) -> None:
    page = page_of(damaged, "/sources/page/witness")
    text = flat(page)
    assert "Anna Orr was given in teaching in 1806 <b>to a printer</b>." in text
    assert "carried over word by word · meant is *apprenticed* not sure" in text
    assert "resting on damaged words1100 %" in text
    assert "/sources/page?at=28#here" in page.links
    assert "/sources/page/witness" in page_of(damaged, "/sources/page").links


def test_the_witness_page_counts_what_others_say(tmp_path: Path) -> None:
    library = disputed_library(tmp_path / "disputed.factoid")
    with TestClient(app_of(library, library.path, patience=30), base_url="http://localhost") as client:
        text = flat(page_of(client, "/sources/memoir/witness"))
        assert "Statements2100 %told by others too00 %" in text
        assert "contradicted by others2100 %" in text
        assert "to the day: 1" in text
        page_of(client, "/sources/nothing/witness", 404)
