"""A malicious source changes nothing and runs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.lives import Claim, document_of, library_of, reading_of
from web.markup import assert_harmless

from factoid.errors import SourceError
from factoid.model import Certainty, Document, Finding, Place, Reading
from factoid.pipeline.meaning import Correction, correction_of
from factoid.sources import open_document
from factoid.store import Library
from factoid.web import app_of
from factoid.web.addresses import address_of_source, name_of_step, one_line

PAYLOADS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</bdi></a></p></main><h1>gone</h1>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href=javascript:alert(1)>press</a>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "//evil.example/x",
    "https://evil.example/",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    '"><meta http-equiv=refresh content=0;url=//evil.example>',
    "<base href=//evil.example/>",
    "<style>*{display:none}</style>",
    "x{background:url(//evil.example)}",
    "\\3c script\\3e alert(1)",
    "expression(alert(1))",
    "<!-- <p>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<form action=//evil.example><button>press</button>",
    "<input name=token>",
    "<textarea>",
    "<plaintext>",
    "<template><script>alert(1)</script></template>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "{{ 7*7 }}",
    "{% for x in ().__class__.__base__.__subclasses__() %}",
    "${7*7} #{7*7}",
    "{person} {0.__class__} %s %(x)s",
    "\u202eevil\u202d turned",
    "\u2066\u2067\u2069\u2069 isolates",
    "\u200b\ufeffunseen",
    "nul\x00nul",
    "bell\x07\x1b[31mred",
    "line\u2028break\u2029s\x85",
    "Z\u0351\u0352\u0353" * 40,
    "../../etc/passwd",
    "..",
    ".",
    "~~",
    "a/b?c=d#e",
    "100%",
    "%2e%2e%2f",
    "+ & ;",
    "'; DROP TABLE factoid; --",
    "👩‍🏫🏴‍☠️",
    "שלום " + "\u202b" + "ערבית",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)>",
    "<body onload=alert(1)>",
    "<object data=javascript:alert(1)>",
    "<embed src=//evil.example/x.swf>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<a href='jAvAsCrIpT&colon;alert(1)'>press</a>",
    "<a href='java\tscript:alert(1)'>press</a>",
    "vbscript:msgbox(1)",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<div style='position:fixed;inset:0;background:url(//evil.example)'>",
    "</textarea><script>alert(1)</script>",
    "</select><script>alert(1)</script>",
    "</text></svg><script>alert(1)</script>",
    "<set attributeName=onmouseover to=alert(1)>",
    "url(#axis)); background: red",
]


def hostile_source(payload: str) -> tuple[Document, Reading]:
    """Put the payload wherever a source can have words."""
    document = document_of(
        payload.strip() or "x",
        f"{payload}\n\nHere {payload} was seen. {payload} again.\n",
        title=payload,
        creator=payload,
        published=payload,
        language=payload,
    )
    claims = [
        Claim(who="a", type=kind, quote=f"{payload} was seen", fields={slot: payload}, related=("b",),
              certainty=Certainty.ATTRIBUTED, said_by=payload, date="1900", basis=payload)
        for kind, slot in (("office", "role"), ("birth", "place"), ("death", "value"), ("service", "place"))
    ]  # fmt: skip
    people = {"a": (payload, "Here"), "b": ("again", payload)}
    return document, reading_of(document, people, claims, [Finding(kind="note", note=payload)])


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, TestClient]]:
    path = tmp_path_factory.mktemp("hostile") / "hostile.factoid"
    library = library_of(path, [hostile_source(payload) for payload in PAYLOADS])
    with TestClient(app_of(library, path), base_url="http://localhost") as client:
        yield library, client


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: ascii(payload)[:40])
def test_no_page_holds_more_than_its_template(hostile: tuple[Library, TestClient], payload: str) -> None:
    library, client = hostile
    reading = library.reading(hostile_source(payload)[0].source.id)
    source = address_of_source(reading.source.name)
    factoid = reading.factoids[0].id
    anna, here = reading.personas[0].id, reading.personas[0].mentions[0]
    addresses = [
        *(f"/people/{persona.id}" for persona in reading.personas),
        *(f"/people/{anna}/compare?wait=true", f"/export?person={anna}&to=csv", f"{source}?correcting=true"),
        *(f"{source}/state?corrects={factoid}", f"{source}/meant?start={here.start}&end={here.end}"),
        *(source, f"{source}?factoid={factoid}", f"{source}/witness?wait=true"),
        *(f"/factoids/{factoid}", f"/factoids/{factoid}/when"),
        *(
            f"/{drawing}?person={reading.personas[0].id}&wait=true"
            for drawing in ("timeline", "network", "map")
        ),
    ]
    links: set[str] = set()
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        links.update(link.partition("#")[0] for link in assert_harmless(answer.text).links)
    kinds = {re.sub(r"\b[pf]-[0-9a-f]+|=\d+", "", link): link for link in sorted(links - set(addresses))}
    for link in kinds.values():
        if link.startswith(("/people", "/sources")):
            assert client.get(link).status_code == 200, link


def test_what_a_reader_writes_is_words_only(tmp_path: Path) -> None:
    """Reasons are shown again, and names stand on maps: by whoever they were written."""
    assert len(set(PAYLOADS)) >= 60
    pairs = [hostile_source(payload) for payload in PAYLOADS]
    library = library_of(tmp_path / "own.factoid", [(one, placed(read)) for one, read in pairs])
    with TestClient(app_of(library, library.path), base_url="http://localhost") as client:
        for payload, (_, reading) in zip(PAYLOADS, pairs, strict=True):
            drawn = client.get(f"/map?person={reading.personas[0].id}&wait=true").text
            assert "place-1" in drawn
            at = reading.factoids[0].spans["person"]
            judgement, with_it = correction_of(
                reading,
                (),
                Correction(
                    words=at,
                    meant=reading.personas[1].id,
                    moved=[f.id for f in reading.factoids],
                    reason=payload,
                    author=f"human:{payload}",
                    made="2026-01-01T00:00:00+00:00",
                ),
            )
            library.judge(judgement, with_it=with_it)
            source = address_of_source(reading.source.name)
            for page in (drawn, client.get(source).text):
                assert_harmless(page)
        assert len(library.judgements()) > len(PAYLOADS)
        for page in ("/judgements", "/judgements?page=2", "/review?of=weak&wait=true"):
            assert_harmless(client.get(page).text)


def placed(reading: Reading) -> Reading:
    """Give every place of a reading a point on the map."""
    spans = {f.spans["place"] for f in reading.factoids if "place" in f.spans}
    places = [
        Place(id=f"l{n}", name=f.place or "", mentions=tuple(spans), lat=50 + n, lon=10)
        for n, f in enumerate(reading.factoids)
        if f.place
    ]
    return replace(reading, places=tuple(places))


def test_hostile_pages_of_the_web_are_words_only(tmp_path: Path) -> None:
    """Payloads in the HTML of a source, in its title, in attributes: read by the real reader of such files."""
    read = []
    for number, payload in enumerate(PAYLOADS):
        path = tmp_path / f"{number}.html"
        words = f"<title>{payload}</title><h1>{payload}</h1><p title='{payload}'>Anna Orr lived in Leith. {payload}</p>"
        path.write_text(
            f"<html><body>{words}<p>Anna Orr {escape(payload)} moved on to Riga then.</p></body></html>",
            "utf-8",
            "replace",
        )
        try:
            document = open_document(path)
        except SourceError:
            continue  # nothing but markup: nothing to show
        who = (
            {"a": ("Anna Orr",)}
            if "Anna Orr" in document.text.content
            else {"a": (document.text.content[:3],)}
        )
        read.append((document, reading_of(document, who, [])))
    assert len(read) > 50
    library = library_of(tmp_path / "pages.factoid", read)
    with TestClient(app_of(library, library.path), base_url="http://localhost") as client:
        for document, reading in read:
            source = address_of_source(document.source.name)
            for address in (source, f"{source}?correcting=true", f"/people/{reading.personas[0].id}"):
                answer = client.get(address)
                assert answer.status_code == 200
                assert_harmless(answer.text)


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: ascii(payload)[:40])
def test_a_query_is_words_only(hostile: tuple[Library, TestClient], payload: str) -> None:
    library, client = hostile
    dossier = f"/people/{library.people()[0].id}"
    query = {"q": payload, "type": payload, "source": payload, "certainty": payload, "factoid": payload}
    for address in ("/", "/search", dossier, address_of_source(library.sources()[0].name)):
        answer = client.get(address, params=query)
        assert answer.status_code in (200, 404)
        assert_harmless(answer.text)


@pytest.mark.parametrize(
    "address",
    [
        *("/", "/?page=2", "/sources", "/search?q=seen", "/conflicts?wait=true", "/conflicts?doubtful=true"),
        *(f"/review?of={queue}&wait=true" for queue in ("people", "conflicts", "weak", "damaged")),
        *("/judgements", "/add"),
    ],
)
def test_lists_of_hostile_names_are_harmless(hostile: tuple[Library, TestClient], address: str) -> None:
    answer = hostile[1].get(address)
    assert answer.status_code == 200
    assert_harmless(answer.text)


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: ascii(payload)[:40])
def test_addresses_hold_any_name(payload: str) -> None:
    step = address_of_source(payload).removeprefix("/sources/")
    assert "/" not in step
    assert step not in (".", "..")


@pytest.mark.parametrize("name", ["..", ".", "~", "~~", "", "a/b", "~61"])
def test_names_that_would_lead_elsewhere_come_back(name: str) -> None:
    assert name_of_step(address_of_source(name).removeprefix("/sources/")) == name


def test_plain_text_places_are_one_line_and_do_not_turn() -> None:
    assert one_line("a\u202eb\x00c\nd\u2028e") == "ab c d e"
    assert len(one_line("x" * 10_000)) == 200


@pytest.mark.parametrize(
    "line", ["x" * 250_000, "<b>" * 80_000, "word " * 50_000], ids=["x", "tags", "words"]
)
def test_a_line_of_a_quarter_million_characters_is_shown_in_parts(tmp_path: Path, line: str) -> None:
    document = document_of("long", f"A title\n\n{line}")
    claim = Claim(who="a", type="event", quote=line, fields={"value": line})
    library = library_of(
        tmp_path / "long.factoid", [(document, reading_of(document, {"a": ("A title",)}, [claim]))]
    )
    with TestClient(app_of(library, library.path), base_url="http://localhost") as client:
        [factoid] = library.reading("long").factoids
        addresses = (
            "/people/A title",
            "/sources/long",
            "/sources/long?section=4",
            f"/factoids/{factoid.id}",
            f"/sources/long?factoid={factoid.id}",
        )
        for address in addresses:
            answer = client.get(address)
            assert answer.status_code == 200
            assert len(answer.content) < 500_000
            assert_harmless(answer.text)
