"""What a dossier says beyond its lines."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.lives import Claim, disputed_library, document_of, library_of, reading_of
from web.test_pages import factoid_id, flat, page_of

from factoid.dates.in_words import bounds_in_words
from factoid.model import Bounds, Finding, PersonLink
from factoid.model.when import day_of
from factoid.pipeline.apparatus import apparatus_of
from factoid.pipeline.corroboration import corroborations_of
from factoid.pipeline.hearing import heard_on
from factoid.resources.catalogue import catalogue_of
from factoid.store import Library
from factoid.web import app_of, docket
from factoid.web.lives import portrait

WORDS = catalogue_of()


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ((1937, 1, 1), (1937, 12, 31), "1937"),
        ((1937, 6, 1), (1937, 6, 30), "June 1937"),
        ((1937, 1, 1), (1937, 1, 31), "January 1937"),
        ((1937, 12, 1), (1937, 12, 31), "December 1937"),
        ((1937, 1, 1), (1937, 2, 3), "between January 1937 and 3 February 1937"),
        ((1936, 12, 1), (1937, 1, 31), "between December 1936 and January 1937"),
        ((1937, 6, 9), (1937, 6, 9), "9 June 1937"),
        ((1936, 1, 1), (1937, 12, 31), "between 1936 and 1937"),
        ((1936, 3, 5), (1937, 2, 28), "between 5 March 1936 and February 1937"),
        ((1938, 1, 1), (1938, 3, 31), "between January 1938 and March 1938"),
        ((1937, 1, 1), None, "not before 1937"),
        (None, (1937, 6, 30), "not after June 1937"),
        (None, None, ""),
    ],
)
def test_bounds_are_no_more_precise_than_they_are(
    earliest: tuple[int, int, int] | None, latest: tuple[int, int, int] | None, words: str
) -> None:
    days = Bounds(earliest and day_of(*earliest), latest and day_of(*latest))
    assert bounds_in_words(days, WORDS) == words


def test_what_has_no_date_says_when_it_was_and_why(client: TestClient, library: Library) -> None:
    page = page_of(client, "/people/Agnes Lammond")
    number = factoid_id(library, "She died in the prison")
    assert f"/factoids/{number}/when" in page.links
    assert "reckoned: 3 January 1851" in flat(page)
    why = flat(page_of(client, f"/factoids/{number}/when"))
    assert "because" in why
    assert "D. of a fever at Leith, 3 January 1851" in why


def test_a_life_has_its_own_reasons(client: TestClient) -> None:
    page = page_of(client, "/people/Agnes Lammond")
    [address] = {link for link in page.links if link.endswith("/why/birth")}
    assert "came to the light in 1792" in flat(page_of(client, address))
    assert "nothing that was read bounds this" in flat(
        page_of(client, address.replace("birth", "wedding"), 404)
    )


def test_a_reason_says_what_each_source_does(tmp_path: Path) -> None:
    told = {
        "register": ("1790", "Anna Orr was born in 1790."),
        "letter": ("1800/1805", "Anna Orr was in Leith."),
    }
    readings = []
    for name, (date, quote) in told.items():
        document = document_of(name, f"A title\n\n{quote} So says the {name}.")
        kind = "birth" if name == "register" else "residence"
        claim = Claim(who="a", type=kind, quote=quote, date=date, basis="told elsewhere")
        readings.append((document, reading_of(document, {"a": ("Anna Orr",)}, [claim])))
    same = tuple(sorted(reading.personas[0].id for _, reading in readings))
    library = library_of(tmp_path / "x.factoid", readings, [PersonLink(person=same[0], personas=same)])
    with TestClient(app_of(library, library.path, patience=30), base_url="http://localhost") as client:
        [birth] = [
            line.factoid.id for line in library.dossier("Anna Orr").lines if line.factoid.type == "birth"
        ]
        own = flat(page_of(client, f"/factoids/{birth}/when"))
        assert "register the statement itself goes with it" in own
        of_life = flat(page_of(client, f"/people/{same[0]}/why/birth"))
        without = of_life.partition("What removing a source would change")[2]
        assert "register likely not after 1805" in without
        assert "1790" not in without


def test_lines_in_conflict_lead_to_it_and_are_filtered(tmp_path: Path) -> None:
    library = disputed_library(tmp_path / "disputed.factoid")
    with TestClient(app_of(library, library.path, patience=30), base_url="http://localhost") as client:
        page = page_of(client, "/people/Hugh Orr")
        assert "in conflict: when" in flat(page)
        assert "2 conflicts" in flat(page)
        assert any(link.startswith("/conflicts/c-") for link in page.links)
        filtered = flat(page_of(client, "/people/Hugh Orr?mark=conflict"))
        assert (
            "4 statements of 5" in filtered or "4 statements" in filtered or "4 of 5 statements" in filtered
        )
        assert "Bound the Almanac" not in filtered


def test_what_several_tell_says_how_many_are_independent(tmp_path: Path) -> None:
    readings = []
    for name in ("a-letter", "b-letter"):
        document = document_of(name, f"A title\n\nAnna Orr was born in 1790 in Leith, writes the {name}.")
        claim = Claim(who="a", type="birth", quote="Anna Orr was born in 1790 in Leith", date="1790",
                      date_words="1790", fields={"place": "Leith"})  # fmt: skip
        finding = Finding(kind="calque", note="said in another way", start=15, end=20)
        readings.append((document, reading_of(document, {"a": ("Anna Orr",)}, [claim], [finding])))
    same = tuple(sorted(reading.personas[0].id for _, reading in readings))
    library = library_of(tmp_path / "x.factoid", readings, [PersonLink(person=same[0], personas=same)])
    with TestClient(app_of(library, library.path, patience=30), base_url="http://localhost") as client:
        page = page_of(client, "/people/Anna Orr")
        text = flat(page)
        assert "a-letter, b-letter" in text
        beside = [link.partition("#") for link in page.links if "/compare" in link and "#line-" in link]
        assert beside
        assert all(line in page_of(client, address).ids for address, _, line in beside)
        assert "independent witness" in text
        assert "damaged words: said in another way" in text
        assert "told by several 2" in text


def test_who_tells_of_another_rank_is_no_witness_to_this_one(tmp_path: Path) -> None:
    readings = []
    for name, rank in (("a-letter", "rear admiral"), ("b-letter", "captain of the 1st rank")):
        document = document_of(name, f"A title\n\nAnna Orr was a {rank}, writes the {name}.")
        claim = Claim(who="a", type="rank", quote=f"Anna Orr was a {rank}", fields={"value": rank})  # fmt: skip
        readings.append((document, reading_of(document, {"a": ("Anna Orr",)}, [claim])))
    same = tuple(sorted(reading.personas[0].id for _, reading in readings))
    library = library_of(tmp_path / "x.factoid", readings, [PersonLink(person=same[0], personas=same)])
    [heard] = heard_on(library, [same[0]])
    assert any(event.is_at_odds for event in heard.events)
    assert not corroborations_of(library, same[0])
    assert apparatus_of(library, "a-letter").confirmed == 0


def test_posts_stand_in_a_table_and_kin_in_a_list(client: TestClient) -> None:
    text = flat(page_of(client, "/people/Agnes Lammond"))
    assert "Posts and ranks (2)" in text
    assert "from 1819 on office Master printerWynd Press printers-register" in text
    assert "Kin (2)" in text


def test_a_dossier_is_there_before_its_life_is_worked_out(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    drawn = portrait._drawn
    monkeypatch.setattr(portrait, "_drawn", lambda *asked: go_on.wait() and drawn(*asked))
    with TestClient(app_of(library, library.path, patience=0.01), base_url="http://localhost") as client:
        page = page_of(client, "/people/Agnes Lammond")
        assert "are being worked out" in page.text
        assert "D. of a fever" in page.text
        go_on.set()
        assert "are being worked out" not in page_of(client, "/people/Agnes Lammond?wait=true").text


def test_a_dossier_shows_its_own_conflicts_before_those_of_all_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    found = docket._found
    monkeypatch.setattr(docket, "_found", lambda *asked: found(*asked) if go_on.wait() else ())
    library = disputed_library(tmp_path / "disputed.factoid")
    with TestClient(app_of(library, library.path), base_url="http://localhost") as client:
        page = page_of(client, "/people/Hugh Orr?wait=true")
        assert "2 conflicts" in flat(page)
        assert "are being worked out" not in page.text
        go_on.set()
