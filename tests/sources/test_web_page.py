"""A web page becomes one text; its elements, its links and trafilatura vote on what is furniture."""

from __future__ import annotations

from pathlib import Path

import pytest

from factoid.errors import SourceWithoutText
from factoid.model import Document
from factoid.sources import document_of_text, open_document
from factoid.sources.pages.web_page import read_page

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Ada Quill, lamplighter of Leith | Old Port</title>
<meta name="author" content="Morag Tait">%s</head><body>
<header><a href="/">Old Port</a> <nav><ul><li><a href="/a">Home</a></li>
<li><a href="/b">Walks</a></li></ul></nav></header>
<article><h1>Ada Quill, lamplighter of Leith</h1><p class="byline">By Morag Tait</p>
<p>Ada Quill was born in Leith in 1851, the daughter of a <a href="/c">cooper</a>. She lit the lamps
of the Shore for forty years, and nobody ever saw her late.</p>
<figure><img src="a.jpg" alt="Ada">
<figcaption>Ada Quill in 1890, photographed by her nephew</figcaption></figure>
<h2>The strike</h2>
<p>In 1889 she joined the strike of the lamplighters. Her brother Hamish was arrested on 3 June
and sent to Calton gaol for a month.</p>
<table><tr><th>Born</th><td>1851</td></tr><tr><th>Died</th><td>1923, Leith</td></tr></table>
<ul><li>She kept a diary.</li><li>It is lost.</li></ul>
<p>She died in 1923. The town council named a close after her,
which was pulled down in 1964.</p></article>
<aside><h3>Read next</h3><ul><li><a href="/d">The last whaler of Granton</a></li></ul></aside>
<footer><p>© 2017 Old Port Society. All rights reserved.</p></footer>
<script>var x = "Ada died in 1000."</script>
</body></html>"""


def page(head: str = "") -> Document:
    return document_of_text(PAGE % head, media_type="text/html")


def parts_of(document: Document) -> list[tuple[str, str]]:
    return [(str(s.kind), s.span.of(document.text.content)) for s in document.text.segments]


def test_the_narrative_is_read_whole_with_its_captions_and_cells() -> None:
    read = [(kind, words.split()[0:3]) for kind, words in parts_of(page()) if kind != "furniture"]
    assert read == [
        ("title", ["Ada", "Quill,", "lamplighter"]),
        ("paragraph", ["Ada", "Quill", "was"]),
        ("caption", ["Ada", "Quill", "in"]),
        ("heading", ["The", "strike"]),
        ("paragraph", ["In", "1889", "she"]),
        ("table_cell", ["Born"]),
        ("table_cell", ["1851"]),
        ("table_cell", ["Died"]),
        ("table_cell", ["1923,", "Leith"]),
        ("list_item", ["*", "She", "kept"]),
        ("list_item", ["*", "It", "is"]),
        ("paragraph", ["She", "died", "in"]),
    ]


def test_menus_bylines_and_footers_are_furniture() -> None:
    furniture = " / ".join(words for kind, words in parts_of(page()) if kind == "furniture")
    for words in (
        "Old Port",
        "Home",
        "Walks",
        "By Morag Tait",
        "Read next",
        "last whaler",
        "All rights reserved",
    ):
        assert words in furniture


def test_scripts_are_not_text() -> None:
    assert "1000" not in page().text.content


def test_title_author_and_language() -> None:
    source = page().source
    assert (source.title, source.creator, source.language) == (
        "Ada Quill, lamplighter of Leith",
        "Morag Tait",
        "en",
    )


DATES = [
    ('<meta property="article:published_time" content="2017-05-04T09:00:00Z">', "2017-05-04"),
    ('<meta name="DC.date.issued" content="2017-05">', "2017-05"),
    ('<meta name="DC.date" content="1917">', "1917"),
    ('<script type="application/ld+json">{"datePublished": "2017-05-04T09:00"}</script>', "2017-05-04"),
    ("", None),  # 1889, 1923 and 1964 are events
]


@pytest.mark.parametrize(("head", "edtf"), DATES)
def test_the_date_of_publication(head: str, edtf: str | None) -> None:
    assert page(head).source.published == edtf


def test_a_page_without_paragraphs_is_read_as_plain_text() -> None:
    text = "<pre>Ada Quill was born in Leith in the year 1851, and there\nshe died.</pre>"
    assert parts_of(document_of_text(text, media_type="text/html"))[0][0] == "paragraph"


@pytest.mark.parametrize(
    "html", ["<p>Ada was born in Leith.", "Ada was born in Leith.", "<td>Ada was born", "<p>Ada<p></div>was"]
)
def test_tag_soup_is_read(html: str) -> None:
    assert "Ada" in document_of_text(html, media_type="text/html").text.content


def test_elements_in_elements_without_end_are_laid_out_flat() -> None:
    deep = "<table><tr><td>" * 400 + "Anna Weiss was born in Graz." + "</td></tr></table>" * 400
    document = document_of_text(f"<html><body><p>A life.</p>{deep}</body></html>", media_type="text/html")
    assert "Anna Weiss was born in Graz." in document.text.content


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("born in 1804.<sup>1</sup> He", "born in 1804.[1] He"),
        ("at Graz<a href='#n'><sup>12</sup></a>, he", "at Graz[12], he"),
        ("at Graz<sup><a href='#n'>3</a></sup> he", "at Graz[3] he"),
        ("in 1804<sup>*</sup> he", "in 1804[*] he"),
        ("of 12 km<sup>2</sup> he", "of 12 km2 he"),
        ("on the 3<sup>rd</sup> he", "on the 3rd he"),
        ("said<sup>[4]</sup> he", "said[4] he"),
    ],
)
def test_numbers_of_notes_do_not_belong_to_the_word_before(markup: str, words: str) -> None:
    assert words in read_page(f"<h1>Anna</h1><p>She was {markup} came.</p>").content


SAVED = b"""From: <Saved by Blink>
Subject: Ada Quill
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--x"

----x
Content-Type: text/html; charset=%s
Content-Transfer-Encoding: quoted-printable

<html><head><meta http-equiv=3D"Content-Type" content=3D"text/html"><title>Ada</title></head>
<body><article><h1>Ada Quill</h1><p>Ada Quill was born in K=%sln in 1851, =
the daughter of a cooper.</p></article></body></html>
----x
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0K
----x--
"""


@pytest.mark.parametrize(
    ("encoding", "letter"), [(b"utf-8", b"C3=B6"), (b"windows-1252", b"F6"), (b"none", b"C3=B6")]
)
def test_a_page_saved_as_a_single_file_is_a_page(tmp_path: Path, encoding: bytes, letter: bytes) -> None:
    path = tmp_path / "ada.mhtml"
    path.write_bytes(SAVED % (encoding, letter))
    document = open_document(path)
    assert document.source.media_type == "text/html"
    assert "Ada Quill was born in Köln in 1851, the daughter of a cooper." in document.text.content
    assert "iVBOR" not in document.text.content


def test_a_mail_without_a_page_says_so(tmp_path: Path) -> None:
    path = tmp_path / "mail.mht"
    path.write_bytes(b"MIME-Version: 1.0\nContent-Type: text/plain\n\nAda was born.\n")
    with pytest.raises(SourceWithoutText, match="no web page"):
        open_document(path)
