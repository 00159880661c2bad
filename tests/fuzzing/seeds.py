"""Small valid inputs of every kind."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from exchange.memory import shelf_of, written
from sources.packed import add_footnote, saved, word_document

from factoid.exchange.importing import Evidence
from factoid.exchange.ipif_statements import saying_of_statement
from factoid.exchange.records import Book, Who
from factoid.model import Document, Reading, Source, sha256_of_bytes
from factoid.sources.files.crawl import kept_as_warc

LIFE = "Anna Weiss was born in Graz on 3 May 1901, the daughter of a baker; she died there in 1980."


def word_file() -> bytes:
    made = word_document()
    add_footnote(made, made.add_paragraph(LIFE), "A register.")
    made.add_table(2, 2).cell(0, 0).text = "Anna"
    return saved(made)


def encoded(*texts: str) -> Callable[[], Sequence[bytes]]:
    return lambda: [text.encode() for text in texts]


def page() -> bytes:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 60\r\n\r\n"
    body = f"<p>{LIFE}</p>".encode()
    crawl = kept_as_warc("https://x.test/a.html", head, body, datetime(2024, 1, 1, tzinfo=UTC))
    return re.sub(rb"urn:uuid:[0-9a-f-]+", b"urn:uuid:0", crawl) * 2


def own_json() -> bytes:
    pieces = [Evidence(*book())]
    return written(shelf_of(pieces), "json")[0]


def own_csv() -> bytes:
    return written(shelf_of([Evidence(*book())]), "csv")[0]


def book() -> tuple[Document, Reading]:
    source = Source(
        name="a",
        content_sha256=sha256_of_bytes(b"a"),
        origin="a.txt",
        media_type="text/plain",
        published="1999",
    )
    book = Book(source, reader="invented@1")
    book.person(Who(key="a", name="Anna Weiss", forms=("Anna",), gender="f", addresses=("urn:x:1",)))
    book.person(Who(key="b", name="Karl Weiss"))
    book.say(saying_of_statement(STATEMENT, who="a", related=["b"]), {"a": "Anna Weiss", "b": "Karl Weiss"})
    return book.done()


STATEMENT: dict[str, Any] = {
    "@id": "s1",
    "name": "office",
    "statementType": {"uri": "urn:factoid:type:office", "label": "office"},
    "role": {"label": "mayor"},
    "date": {"sortdate": "1925-05", "label": "in May 1925"},
    "places": [{"uri": "urn:x:2", "label": "Graz"}],
    "relatesToPersons": [{"uri": "urn:x:3", "label": "Karl Weiss"}],
    "memberOf": {"label": "the council"},
    "statementText": "Anna was mayor of Graz",
    "uris": ["urn:x:9"],
    "createdBy": "ab",
    "createdWhen": "2024-01-01",
    "factoid": {"certainty": "hedged", "confidence": 0.5, "when": None},
}
ANSWER: dict[str, Any] = {
    "statements": [
        {
            "quote": LIFE,
            "person": "Anna Weiss",
            "type": "birth",
            "place": "Graz",
            "date": "3 May 1901",
            "related": ["a baker"],
            "certainty": "asserted",
        },
        {"quote": "she died there", "person": "she", "type": "death", "role": None},
    ]
}
GEDCOM = """0 HEAD
1 GEDC
2 VERS 7.0
0 @S1@ SOUR
1 TITL Register
0 @I1@ INDI
1 NAME Anna /Weiss/
1 SEX F
1 BIRT
2 DATE BET 1900 AND ABT 1901
2 PLAC Graz
2 SOUR @S1@
3 DATA
4 TEXT born
5 CONT in Graz
3 QUAY 1
1 FACT x
2 TYPE office
2 DATE FROM 3 MAR 1920 TO 44 BCE
1 ASSO @I2@
2 ROLE FRIEND
0 @I2@ INDI
1 NAME Karl /Weiss/
0 @F1@ FAM
1 HUSB @I2@
1 WIFE @I1@
0 TRLR
"""
PERSONS = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>P</title></titleStmt></fileDesc></teiHeader>
<text><body><listPerson><person xml:id="a" sex="F"><persName>Anna <surname>Weiss</surname></persName>
<birth when="1901-05">in <placeName ref="urn:x">Graz</placeName></birth>
<occupation from="1920" to="1925" cert="low">weaver</occupation><event type="arrest" notBefore="1937-01-01">
<label>arrested</label><quote>was arrested</quote></event></person></listPerson>
<listRelation><relation name="father" active="#a" passive="#b"/></listRelation></body></text></TEI>"""
CSL = [
    {
        "id": "a",
        "title": "A Life",
        "author": [{"family": "Weiss", "given": "Anna"}, {"literal": "X"}],
        "language": "de",
        "issued": {"date-parts": [[1999, 5, 3], [2000]]},
        "URL": "https://x.test/a",
    }
]
IPIF = {
    "protocol": {"totalHits": 1, "size": 30, "page": 1},
    "sources": [{"@id": "s", "label": "A", "uris": ["urn:x"]}],
    "persons": [
        {
            "@id": "p",
            "label": "Anna",
            "uris": ["urn:y"],
            "factoid-refs": [{"@id": "f", "source-ref": {"@id": "s"}}],
        }
    ],
    "statements": [
        STATEMENT | {"factoid-refs": [{"@id": "f", "person-ref": {"@id": "p"}, "source-ref": {"@id": "s"}}]}
    ],
}
PLAIN_TEXT = (
    f"A LIFE\n\nContents\n1. Youth .... 3\n\n{LIFE}\n\n  1 a   2 b\n  3 c   4 d\n\n* * *\nRead more:\n"
    f"Share on Facebook\n\n{LIFE}\n"
)
MARKDOWN_TEXT = (
    f"---\ntitle: A Life\nauthor: [Anna, Karl]\ndate: 2001-02-03\n---\n# A\n\n{LIFE}[^1]\n\n> q\n\n"
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx\n```\n\n[^1]: n\n- a\n  - b\n"
)
HTML_PAGE = (
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>A</title><meta name=author content=Anna></head>"
    f"<body><nav>x</nav><article><h1>A</h1><p>{LIFE}</p><table><tr><td>a<td>b</table><ul><li>x</ul>"
    "<figure><img alt=y><figcaption>z</figcaption></figure><script>var a = '<p>';</script></article>"
    "<footer>c</footer></body></html>"
)
RTF_BODY = rf"\pard\s1 Life\par\pard {LIFE}{{\footnote A.}}\par\intbl Anna\cell\row\u1040?\'e9\par"
TEI_BODY = (
    f"<div><head>L</head><pb n='1'/><p>{LIFE} <note n='1'>A.</note></p><list><item>A</item></list></div>"
)
RUSSIAN = (
    "Родился 3 (15) мая 1901 г., в 1920-х годах, через два месяца, с 1919 по 1921 год, весной того же года."
)
TIMES = (
    LIFE,
    "In the spring of 1920, two months later, on 31 May 1917 (Old Style), aged 20, from 1919 to 1921 he served.",
    "On the Ides of March 44 BC, in the third year of his reign.",
)
NAMES = (
    "Lieutenant General Genrikh Samoilovich Lyushkov, Jr.",
    "Люшков, Генрих Самойлович",
    "Henry VIII of England",
    "Mao Zedong",
    "J. R. R. O'Neill-von der Heydt (née Weiss)",
)
EDTF = (
    *(
        "1938-06-09",
        "1937~/1938?",
        "../1901-05",
        "[1936,1938]",
        "19XX",
        "Y-170000002",
        "2001-21",
        "-0043-03-15",
    ),
    "156X-12-25",
)


def one_reading() -> Any:
    return json.loads(own_json())["readings"][0]
