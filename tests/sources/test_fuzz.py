"""Random and mutilated files: each extractor gives a text or a clear error, and comes to an end.

``FACTOID_FUZZ=N`` tries N files of each kind.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import cache
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sources.packed import add_footnote, epub, odt, rtf, saved, tei, word_document, zipped
from sources.printed import column, pdf

from factoid.errors import SourceError
from factoid.sources.archive import Archive
from factoid.sources.extract import Extract, extract_of_json
from factoid.sources.extractor import EXTRACTORS, extract
from factoid.sources.kinds import DOCX, EPUB, ODT, PDF, RTF, TEI

CASES = int(os.environ.get("FACTOID_FUZZ", "25"))
SECONDS = 5.0
LIFE = "Anna Weiss was born in Graz in 1901, the daughter of a baker; she died there in 1980."


@cache
def whole(kind: str) -> bytes:
    """A good file of a kind."""
    if kind == PDF:
        return pdf([column(LIFE, letters=40), column(LIFE, letters=30)])
    if kind == DOCX:
        made = word_document()
        add_footnote(made, made.add_paragraph(LIFE), "A register.")
        made.add_table(2, 2).cell(0, 0).text = "Anna"
        return saved(made)
    if kind == ODT:
        return odt(f"<text:h>Life</text:h><text:p>{LIFE}</text:p>")
    if kind == RTF:
        return rtf(
            rf"\pard\s1 Life\par\pard {LIFE}{{\footnote A register.}}\par\intbl Anna\cell\row\u1040?\par"
        )
    if kind == TEI:
        note = "<note n='1'>A register.</note><pb n='2'/><choice><sic>a</sic><corr>b</corr></choice>"
        return tei(
            f"<div><head>Life</head><pb n='1'/><p>{LIFE} {note}</p><list><item>Anna</item></list></div>"
        )
    return epub({"a.xhtml": f"<h1>Life</h1><p>{LIFE}</p>"}, titles={"a.xhtml": "Life"})


def check(kind: str, data: bytes) -> None:
    """The answer is an error in one line, or a text whose segments hold every sign once."""
    begun = time.monotonic()
    answer = extract(data, kind, "a")
    assert time.monotonic() - begun < SECONDS
    if "error" in answer:
        assert "\n" not in " ".join(answer["error"])
        return
    check_extract(extract_of_json(answer["extract"]))


def check_extract(found: Extract) -> None:
    places = [(piece.start, piece.end) for piece in found.pieces]
    assert all(start < end for start, end in places)
    assert all(before <= after for (_, before), (after, _) in pairwise(places))
    outside, place = [], 0
    for start, end in [*places, (len(found.content), len(found.content))]:
        outside.append(found.content[place:start])
        place = end
    assert not "".join(outside).strip()
    starts = [page.start for page in found.pages]
    assert starts == sorted(starts)
    assert all(0 <= start <= len(found.content) for start in starts)
    found.content.encode("utf-8")


def mutilated(draw: Callable[[st.SearchStrategy[int]], int], data: bytes) -> bytes:
    """Cut, changed and doubled in a few places."""
    out = bytearray(data)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(out) - 1, 0)))
        size = draw(st.integers(1, 40))
        match draw(st.integers(0, 3)):
            case 0:
                out[at : at + 1] = bytes([draw(st.integers(0, 255))])
            case 1:
                del out[at : at + size]
            case 2:
                out[at:at] = out[at : at + size] * 3
            case _:
                del out[max(at, len(out) // 2) :]
    return bytes(out)


@st.composite
def broken(draw: Callable[[st.SearchStrategy[int]], int], kind: str) -> bytes:
    return mutilated(draw, whole(kind))


@st.composite
def broken_inside(draw: Callable[[st.SearchStrategy[int]], int], kind: str) -> bytes:
    """A sound archive in which one file is mutilated."""
    archive = Archive(BytesIO(whole(kind)), "a")
    files = {name: archive.read(name) for name in archive.names()}
    name = archive.names()[draw(st.integers(0, len(files) - 1))]
    return zipped({**files, name: mutilated(draw, files[name])})


@pytest.mark.parametrize("kind", EXTRACTORS)
@settings(max_examples=CASES, deadline=None, derandomize=CASES < 100, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_bytes_of_any_kind(kind: str, data: st.DataObject) -> None:
    check(kind, data.draw(st.binary(max_size=300).map(lambda tail: whole(kind)[:8] + tail)))
    check(kind, data.draw(broken(kind)))
    if kind in (DOCX, ODT, EPUB):
        check(kind, data.draw(broken_inside(kind)))


@pytest.mark.parametrize("kind", EXTRACTORS)
def test_a_good_file_of_each_kind_is_read(kind: str) -> None:
    answer = extract(whole(kind), kind, "a")
    assert LIFE in answer["extract"]["content"].replace("\n", " ")
    check(kind, whole(kind))


@settings(max_examples=CASES, deadline=None, derandomize=CASES < 100)
@given(data=st.data())
def test_archives_of_any_kind(data: st.DataObject) -> None:
    sound = zipped({"a.txt": LIFE, "b/c.html": f"<p>{LIFE}</p>"})
    said = ""
    try:
        archive = Archive(BytesIO(data.draw(st.composite(lambda draw: mutilated(draw, sound))())), "a")
        for name in archive.names():
            archive.read(name)
    except SourceError as error:
        said = str(error)
    assert "\n" not in said
