"""A malicious source changes nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.lives import Claim, document_of, library_of, reading_of
from web.markup import assert_harmless

from factoid.model import Certainty, Document, Finding, Reading
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
    addresses = [
        *(f"/people/{persona.id}" for persona in reading.personas),
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
    for link in links - set(addresses):
        if link.startswith(("/people", "/sources")):
            assert client.get(link).status_code == 200, link


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
    "line", ["x" * 1_000_000, "<b>" * 330_000, "word " * 200_000], ids=["x", "tags", "words"]
)
def test_a_line_of_a_million_characters_is_shown_in_parts(tmp_path: Path, line: str) -> None:
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
            "/sources/long?section=7",
            f"/factoids/{factoid.id}",
            f"/sources/long?factoid={factoid.id}",
        )
        for address in addresses:
            answer = client.get(address)
            assert answer.status_code == 200
            assert len(answer.content) < 2_000_000
            assert_harmless(answer.text)
