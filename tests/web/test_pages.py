from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.lives import PAGE, Claim, document_of, library_of, reading_of
from web.markup import Reader, assert_harmless

from factoid.dates import when_of_edtf
from factoid.errors import LibraryBusy, NotALibrary
from factoid.store import Library
from factoid.web import app_of, create_app
from factoid.web.routes import sources


def page_of(client: TestClient, address: str, status: int = 200) -> Reader:
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return assert_harmless(answer.text)


def factoid_id(library: Library, quote: str) -> str:
    lines = library.dossier("Agnes Lammond").lines
    return next(line.factoid.id for line in lines if quote in line.factoid.quote)


def flat(page: Reader) -> str:
    return " ".join(page.text.split())


def test_people_are_listed_with_names_sources_and_dates(client: TestClient) -> None:
    text = flat(page_of(client, "/"))
    assert "Agnes Lammond born about 1790 or 1792 the sources differ · died 3 January 1851" in text
    assert "20 statements" in text
    assert "almanac-page" in text
    assert "Hugh Tarrant" in text


def test_people_are_found_by_any_of_their_names(client: TestClient) -> None:
    text = flat(page_of(client, "/?q=Nan"))
    assert "Agnes Lammond" in text
    assert "Hugh Tarrant" not in text
    assert "Nobody here is called “Zebediah”" in flat(page_of(client, "/?q=Zebediah"))
    assert page_of(client, "/people?q=Nan").text


def test_people_are_paged(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factoid.web.routes.people.PEOPLE_ON_A_PAGE", 2)
    first, second = page_of(client, "/"), page_of(client, "/?page=2")
    assert "?page=2" in first.links
    assert {"?page=1", "?page=3"} <= set(second.links)
    assert "Agnes Lammond" in first.text
    assert "Agnes Lammond" not in second.text


def test_a_long_dossier_is_paged_with_its_filters(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factoid.web.lives.life.LINES_ON_A_PAGE", 6)
    pages = [page_of(client, f"/people/Agnes Lammond?page={n}") for n in (1, 2, 3, 4)]
    lines = [name for page in pages for name in page.ids if name.startswith("line-")]
    assert len(lines) == len(set(lines)) == 20
    assert ["Next page" in page.text for page in pages] == [True, True, True, False]
    filtered = page_of(client, "/people/Agnes Lammond?source=printers-register&source=almanac-page")
    assert "?source=printers-register&source=almanac-page&page=2" in filtered.links


def test_what_a_source_says_again_of_a_post_is_told_once(tmp_path: Path) -> None:
    document = document_of("roll", "Ida Rehm was a clerk of the mint.\n\nThe old clerk of the mint left.")
    claims = [
        Claim(who="Ida Rehm", type="office", quote=quote, fields={"role": "clerk of the mint"})
        for quote in ("was a clerk of the mint", "old clerk of the mint")
    ]
    library = library_of(
        tmp_path / "l.factoid", [(document, reading_of(document, {"Ida Rehm": ("Ida Rehm",)}, claims))]
    )
    with TestClient(app_of(library, library.path), base_url="http://127.0.0.1") as client:
        once, every = page_of(client, "/people/Ida Rehm"), page_of(client, "/people/Ida Rehm?weak=true")
    assert "said again: “old clerk of the mint”" in flat(once)
    assert "said again" not in flat(every)
    assert len([name for name in once.ids if name.startswith("line-")]) == 2  # both can be led to


def test_an_empty_library_says_how_to_fill_it(tmp_path: Path) -> None:
    library = library_of(tmp_path / "empty.factoid", [])
    with TestClient(app_of(library, library.path), base_url="http://127.0.0.1") as client:
        assert "factoid read" in page_of(client, "/").text
        assert "factoid read" in page_of(client, "/sources").text
        assert {"/add", "/help"} <= set(page_of(client, "/").links)
        assert "Find a person" not in page_of(client, "/").text
        conflicts = page_of(client, "/conflicts?wait=true")
        assert "No conflict is known here" in conflicts.text
        assert "open again" not in conflicts.text


def test_the_help_says_what_the_signs_mean_and_where_one_can_go(client: TestClient) -> None:
    page = page_of(client, "/help")
    assert "The source itself has a reserve" in flat(page)
    assert {"/add", "/review", "/export"} <= set(page.links)
    assert "/help" in page_of(client, "/people/Agnes Lammond").links


def test_every_line_of_a_dossier_leads_to_its_quote(client: TestClient, library: Library) -> None:
    page = page_of(client, "/people/Agnes Lammond")
    lines = library.dossier("Agnes Lammond").lines
    assert len(lines) == 20
    for line in lines:
        address = f"/sources/{line.source}?factoid={line.factoid.id}#{line.factoid.id}"
        assert address in page.links
        assert line.factoid.id in page_of(client, address).ids


def test_a_dossier_says_what_it_rests_on_and_how_much_of_it_was_checked(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(client, "/people/Agnes Lammond")
    text = flat(page)
    assert "nobody has checked any of them yet" in text
    sources = text.split("What this rests on")[1]
    assert "A register of printers, H. Orr, 1903 printers-register ·" in sources
    assert "/sources/printers-register" in page.links
    views = [address.partition("?")[0] for address in page.links]
    assert {"/timeline", "/network", "/map", "/export", "/people/Agnes%20Lammond"} & set(views) >= {
        "/timeline",
        "/map",
    }
    monkeypatch.setattr("factoid.web.lives.life.LINES_ON_A_PAGE", 6)
    assert "What this rests on" not in flat(page_of(client, "/people/Agnes Lammond?page=2"))


def test_a_dossier_shows_dates_as_doubtful_as_they_are(client: TestClient) -> None:
    text = flat(page_of(client, "/people/Agnes Lammond"))
    for words in (
        "about 1790",
        "from 1819 on",
        "winter 1831",
        "inferred: age 14, born in 1792",
        "“At the age of 14”",
        "according to “the clerk Sill”",
        "with reserve",
        "denied",
        "Agnes Lammond and Nan: the page says so itself",
    ):
        assert words in text


def test_the_life_is_in_order_and_the_undated_apart(client: TestClient) -> None:
    text = flat(page_of(client, "/people/Agnes Lammond"))
    life, undated = text.split("Without a date")
    places = [
        life.index(words)
        for words in ("b. about 1790", "Apprenticed to", "In 1819", "M. 1824", "D. of a fever")
    ]
    assert places == sorted(places)
    assert "She died in the prison" in life  # after the arrest that the page tells before it
    assert "whom the neighbours called Nan" in undated


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("type=office", "head of the Wynd Press", "D. of a fever"),
        ("type=office&type=death", "D. of a fever", "Medal"),
        ("source=hebrew-letter", "מדפיסה", "Medal"),
        ("certainty=denied", "never confessed", "Medal"),
        ("certainty=denied&type=office", "No statement fits the filters", "Medal"),
        ("type=nonsense", "No statement fits the filters", "Medal"),
    ],
)
def test_facets_choose_the_lines(client: TestClient, query: str, shown: str, hidden: str) -> None:
    text = flat(page_of(client, f"/people/Agnes Lammond?{query}"))
    assert shown in text
    assert hidden not in text


def test_a_facet_turns_itself_off(client: TestClient) -> None:
    links = page_of(client, "/people/Agnes Lammond?type=office").links
    assert "?#filters" in links
    assert "?type=office&type=death#filters" in links


def test_sources_are_listed_with_what_is_to_know(client: TestClient) -> None:
    text = flat(page_of(client, "/sources"))
    assert "A register of printers printers-register · H. Orr · 1903 · English" in text
    assert "Russian cannot be read yet" in text


def test_the_text_of_a_source_is_whole(client: TestClient) -> None:
    answer = client.get("/sources/almanac-page").text
    shown = "".join(
        Reader(part).text for part in re.findall(r'<div class="text [^>]*>(.*?)</div>', answer, re.DOTALL)
    )
    assert shown == "".join(part for part in re.split(r"\n\n|\n$", PAGE))


def test_furniture_is_folded_and_people_are_marked(client: TestClient) -> None:
    answer = client.get("/sources/almanac-page").text
    fold = answer[answer.index('<details class="furniture">') :]
    assert "Video: The woman" in fold[: fold.index("</details>")]
    assert re.search(r'<a class="who who-0" href="/people/p-\w+" title="Agnes Lammond">Nan</a>', answer)
    assert re.search(r'<a class="who who-\d+" href="/people/p-\w+" title="Tarrant">Tarrant</a>', answer)


def test_the_selected_statement_shows_its_fields(client: TestClient, library: Library) -> None:
    number = factoid_id(library, "In 1819 Nan became")
    answer = client.get(f"/sources/almanac-page?factoid={number}").text
    assert f'<mark id="{number}" class="quote selected"' in answer
    assert re.search(r'class="field field-role">(<[^>]+>)*head of the', answer)
    assert re.search(r'class="field field-organisation">Wynd Press', answer)
    assert re.search(r'class="field field-date">In 1819', answer)
    assert 'aria-current="true"' in answer


def test_a_statement_explains_itself(client: TestClient, library: Library) -> None:
    text = flat(page_of(client, f"/factoids/{factoid_id(library, 'At the age of 14')}"))
    for words in (
        "age 14, born in 1792",
        "rule:education@1",
        "en_core_web_sm@3.8.0",
        "At the age of 14",
        "Tarrant",
    ):
        assert words in text
    assert "1806-01-01 – 1806-12-31" in text
    assert "Video:" not in text, "the surroundings of a quote are its own paragraph"


def test_search_finds_people_sources_and_passages(client: TestClient) -> None:
    page = page_of(client, "/search?q=almanac")
    text = flat(page)
    assert "The woman who printed the forbidden almanac" in text
    assert "passages" in text
    found = [link for link in page.links if "?at=" in link]
    assert found
    assert "here" in page_of(client, found[0]).ids
    assert "Agnes Lammond" in flat(page_of(client, "/search?q=lammond"))
    assert "Nothing holds" in flat(page_of(client, "/search?q=xyzzy"))
    assert page_of(client, "/search").text


@pytest.mark.parametrize("query", ['"', "AND", "a*b", "NEAR(", "(", "''", "*", "-", "col:x", "é" * 500])
def test_search_bears_any_words(client: TestClient, query: str) -> None:
    assert client.get("/search", params={"q": query}).status_code == 200
    assert client.get("/", params={"q": query}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nowhere", 404),
        ("/people/nobody-at-all", 404),
        ("/sources/no-such-source", 404),
        ("/sources/almanac-page?factoid=f-0", 404),
        ("/factoids/f-0", 404),
        ("/?page=0", 400),
        ("/?page=two", 400),
        ("/?page=99999999999999999999", 400),
        ("/sources/almanac-page?section=-1", 400),
        ("/static/../app.py", 404),
        ("/static/%2e%2e/app.py", 404),
    ],
)
def test_errors_are_pages(client: TestClient, address: str, status: int) -> None:
    page = page_of(client, address, status)
    assert "Back to the people" in page.text
    assert "Traceback" not in page.text


def test_errors_of_the_library_are_pages(
    client: TestClient, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object, **__: object) -> None:
        raise LibraryBusy("lives.factoid: another process writes. Try again.")

    monkeypatch.setattr(library, "people", busy)
    assert "Try again" in page_of(client, "/", 503).text


def test_an_unforeseen_error_is_a_page_without_its_inside(
    client: TestClient, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a secret")

    monkeypatch.setattr(library, "people", broken)
    answer = client.get("/")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.text
    assert "secret" not in answer.text
    assert "content-security-policy" in answer.headers


def test_health_is_for_scripts(client: TestClient) -> None:
    assert client.get("/health").text == "ok 4\n"


def test_a_file_that_is_no_library_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.factoid"
    path.write_text("Dear sister", "utf-8")
    with pytest.raises(NotALibrary, match="letter"):
        create_app(path)


def test_a_date_of_another_calendar_says_so_and_the_unnamed_are_told_apart(tmp_path: Path) -> None:
    document = document_of("decree", "A decree\n\nThe clerk was sworn on 5 Nivôse.")
    when = replace(when_of_edtf("1794-12-25", words="5 Nivôse"), calendar="french republican")
    reading = reading_of(
        document, {"a": ("clerk",)}, [Claim(who="a", type="event", quote="sworn on 5 Nivôse")]
    )
    persona = replace(reading.personas[0], is_named=False)
    reading = replace(reading, factoids=(replace(reading.factoids[0], when=when),), personas=(persona,))
    library = library_of(tmp_path / "decree.factoid", [(document, reading)])
    with TestClient(app_of(library, library.path), base_url="http://localhost") as client:
        text = flat(page_of(client, "/people/clerk"))
        assert "25 December 1794 in the French Republican calendar of the source “5 Nivôse”" in text
        assert "without a name in the sources" in flat(page_of(client, "/"))


def test_a_page_of_a_long_source_shows_what_it_would_of_a_short_one(
    client: TestClient, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = library.reading("almanac-page").factoids[0].id
    addresses = ["/sources/almanac-page", f"/sources/almanac-page?factoid={number}"]
    short = [client.get(address).text for address in addresses]
    monkeypatch.setattr(sources, "LONG", 10)
    assert [client.get(address).text for address in addresses] == short
    assert client.get("/sources/almanac-page?factoid=f-0").status_code == 404
