"""Bytes become the right string, or a clear refusal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factoid.errors import SourceBinary, SourceEmpty
from factoid.sources.files.decoding import decode, mistaken_for
from factoid.sources.files.kinds import DOCX, EPUB, PDF, RTF, TEI

RUSSIAN = "Генрих родился в 1900 году в Одессе, в семье портного. Потом он служил на Дальнем Востоке."
FRENCH = "Il fut nommé général à l’été 1809, et mourut près de Besançon, âgé de trente-huit ans."

KNOWN = [  # bytes, text, encoding, warned
    (RUSSIAN.encode(), RUSSIAN, "utf-8", False),
    (b"\xef\xbb\xbf" + RUSSIAN.encode(), RUSSIAN, "utf-8", False),
    (RUSSIAN.encode("utf-16"), RUSSIAN, "utf-16-le", False),
    (b"\xfe\xff" + RUSSIAN.encode("utf-16-be"), RUSSIAN, "utf-16-be", False),
    (b"\xff\xfe\x00\x00" + RUSSIAN.encode("utf-32-le"), RUSSIAN, "utf-32-le", False),
    (RUSSIAN.encode("utf-16-le"), RUSSIAN, "utf-16-le", True),
    (RUSSIAN.encode("utf-16-be"), RUSSIAN, "utf-16-be", True),
    (FRENCH.encode("utf-16-le"), FRENCH, "utf-16-le", True),
    (RUSSIAN.encode("koi8-r"), RUSSIAN, "koi8-r", True),
    (RUSSIAN.encode("cp1251"), RUSSIAN, "cp1251", True),
    (FRENCH.encode("cp1252"), FRENCH, "cp1252", True),
    (b"a\r\nb\rc\x0cd", "a\r\nb\rc\x0cd", "utf-8", False),
]


@pytest.mark.parametrize(("data", "text", "encoding", "warned"), KNOWN)
def test_decodes(data: bytes, text: str, encoding: str, warned: bool) -> None:  # noqa: FBT001
    decoded = decode(data, name="a.txt")
    assert (decoded.content, decoded.encoding) == (text, encoding)
    assert bool(decoded.warnings) is warned


def test_broken_utf8_is_read_with_a_warning() -> None:
    data = RUSSIAN.encode().replace("портного".encode(), "портн".encode() + b"\xd0")
    decoded = decode(data, name="a.txt")
    assert "в семье портн\ufffd." in decoded.content
    assert decoded.warnings == ("not valid utf-8: 1 broken place is marked with \ufffd",)


def test_the_charset_that_a_page_names_is_believed() -> None:
    page = f'<html><head><meta charset="koi8-r"></head><body>{RUSSIAN[:20]}</body></html>'
    assert RUSSIAN[:20] in decode(page.encode("koi8-r"), name="a.html", is_html=True).content


@given(st.text(min_size=1).filter(lambda t: t.strip() and not t.startswith("\ufeff") and "\x00" not in t))
def test_utf8_comes_back_char_for_char(text: str) -> None:
    data = text.encode()
    try:
        assert decode(data, name="a.txt").content == text
    except SourceBinary:
        assert any(ord(c) < 32 or ord(c) == 127 or c == "\ufffd" for c in text) or data.startswith(b"GIF8")


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe", "\u2003\n".encode()])
def test_refuses_what_is_empty(data: bytes) -> None:
    with pytest.raises(SourceEmpty, match=r"a\.txt"):
        decode(data, name="a.txt")


BINARY = [
    b"%PDF-1.4 ...",
    b"PK\x03\x04....",
    b"\x89PNG\r\n\x1a\n",
    b"SQLite format 3\x00",
    b"text \x00 with \x00 nulls " * 9,
    bytes(range(256)) * 20,
    b"\x01\x02\x03\x04\x05words" * 30,
]


@pytest.mark.parametrize("data", BINARY)
def test_refuses_what_is_no_text(data: bytes) -> None:
    with pytest.raises(SourceBinary, match=r"a\.txt: is called a text but holds"):
        decode(data, name="a.txt")


@pytest.mark.parametrize(
    ("declared", "encoding", "text", "found", "warned"),
    [
        ("koi8-r", "koi8-r", RUSSIAN, "koi8-r", False),
        ("ISO-8859-1", "cp1252", FRENCH, "cp1252", False),  # as browsers have it
        ("windows-1251", "cp1251", RUSSIAN, "cp1251", False),
        ("utf-8", "cp1251", RUSSIAN, "cp1251", True),  # says so, and is not
        ("no-such", "cp1251", RUSSIAN, "cp1251", True),
    ],
)
def test_a_page_may_say_its_encoding(
    declared: str,
    encoding: str,
    text: str,
    found: str,
    warned: bool,  # noqa: FBT001
) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'
    decoded = decode(page.encode(encoding), name="a.html", is_html=True)
    assert (text in decoded.content, decoded.encoding, bool(decoded.warnings)) == (True, found, warned)


def test_where_two_encodings_say_the_same_the_usual_one_is_named() -> None:
    data = "Józsua Bérczy was born at Gyor in 1820; in 1849 he fled to Jersey with François Hugo.".encode(
        "latin-1"
    )
    assert decode(data, name="a.txt").encoding == "cp1252"


@pytest.mark.parametrize(
    ("data", "media_type", "what"),
    [
        (b"%PDF-1.4", PDF, None),
        (b"junk before %PDF-1.4", PDF, None),
        (b"%PDF-1.4", DOCX, "a PDF"),
        (b"\n<!DOCTYPE html><p>Log in</p>", PDF, "a web page"),
        (b"\xd0\xcf\x11\xe0", DOCX, "an old office document"),
        (b"PK\x03\x04", RTF, "a ZIP archive or an office document"),
        (b"nothing known", EPUB, None),
        (b"<TEI>", TEI, None),
    ],
)
def test_a_document_may_be_of_another_kind_than_its_name(
    data: bytes, media_type: str, what: str | None
) -> None:
    assert mistaken_for(data, media_type) == what
