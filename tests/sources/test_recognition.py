"""Pages that are pictures: told, or recognised by tesseract with how sure it is."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from sources.printed import column, pdf, scanned

from factoid.errors import SourceWithoutText, UsageError
from factoid.model import page_at
from factoid.sources import check_languages, open_document
from factoid.sources.formats.recognition import Picture, Recogniser

BIRTH = "Anna Weiss was born in Graz in the hard winter of 1901, the third daughter of a baker."
EXILE = "She fled to Zurich in 1934 and never saw Graz again; she died there in 1980."
FAKE = """#!{python}
import sys
if "--list-langs" in sys.argv:
    print("List of available languages (3):", "deu", "eng", "osd", sep="\\n")
    sys.exit()
data = sys.stdin.buffer.read()
assert data.startswith(b"P5 ")
language = sys.argv[sys.argv.index("-l") + 1]
sure = {{"eng": 71, "deu": 40}}[language]
print("level page_num block_num par_num line_num word_num left top width height conf text".replace(" ", "\\t"))
lines = {lines!r}
for number, line in enumerate(lines):
    top = 200 + 50 * number
    print(4, 1, 1, 1, number, 0, 200, top, 1400, 40, -1, "", sep="\\t")
    for at, word in enumerate(line.split()):
        print(5, 1, 1, 1, number, at + 1, 200 + 100 * at, top, 90, 40, sure, word, sep="\\t")
"""
PAGE = ["Anna Weiss was born in Graz in the", "hard winter of 1901, the daughter of a", "baker of the town."]


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program named tesseract before all others."""
    (folder / "bin").mkdir()
    (folder / "bin" / "tesseract").write_text(script)
    (folder / "bin" / "tesseract").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder / "bin"), prepend=":")


def saying(lines: list[str]) -> str:
    return FAKE.format(python=sys.executable, lines=lines)


def kept(folder: Path, data: bytes) -> Path:
    (folder / "weiss.pdf").write_bytes(data)
    return folder / "weiss.pdf"


def test_scanned_pages_are_told(tmp_path: Path) -> None:
    path = kept(tmp_path, scanned(pdf([column(BIRTH, letters=40)] * 3)))
    with pytest.raises(SourceWithoutText, match=r"none of its 3 pages has text.*--ocr auto"):
        open_document(path)
    document = open_document(kept(tmp_path, pdf([column(BIRTH, letters=40), [], []])))
    assert document.warnings[0].startswith("2 of 3 pages have no text (2-3). Read it with `--ocr auto`")
    assert document.conditions == ()


@pytest.mark.parametrize("asked", ["auto", "eng"])
def test_what_tesseract_says_becomes_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    install(tmp_path, monkeypatch, saying(PAGE))
    path = kept(tmp_path, pdf([column(EXILE, letters=40), []]))
    document = open_document(path, ocr=asked)
    content = document.text.content
    assert " ".join(PAGE) in content
    assert document.warnings == ("1 of 2 pages read by OCR (2; eng), confidence 71 %, lowest 71 %.",)
    assert page_at(document.pages, content.index("baker")) == "p. 2"
    (condition,) = document.conditions
    assert (condition.kind, condition.note) == ("ocr", "Read by OCR, confidence 71 %: look at the page.")
    assert condition.start <= content.index("Anna") < condition.end
    assert not condition.start <= content.index("Zurich") < condition.end


BAD = [
    ("#!/bin/sh\nexit 1\n", "eng"),
    ("#!/bin/sh\nprintf 'level\\tno table\\n5\\t1\\t1\\t1\\t1\\t1\\tx\\n'\n", "eng"),
    ("#!/nowhere\n", "eng"),
    (saying([]), "auto"),
]


@pytest.mark.parametrize(("script", "asked"), BAD)
def test_a_tesseract_that_fails_or_finds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, asked: str
) -> None:
    install(tmp_path, monkeypatch, script)
    with pytest.raises(SourceWithoutText, match="nor letters that OCR knows"):
        open_document(kept(tmp_path, pdf([[]])), ocr=asked)


def test_what_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, saying(PAGE))
    check_languages("auto")
    check_languages("deu+eng")
    with pytest.raises(UsageError, match=r"lacks lat. Installed: deu, eng"):
        check_languages("deu+lat")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="apt install tesseract-ocr"):
        check_languages("eng")


def test_letters_are_as_high_as_their_lines_usually_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, saying(PAGE))
    read = Recogniser("eng").read(Picture(b"P5 1 1 255\n0", 2.0, 500.0))
    assert read.confidence == pytest.approx(71)
    assert {word.size for word in read.words} == {20.0}
    assert (read.words[0].left, read.words[0].right, read.words[0].bottom) == (100.0, 145.0, 380.0)


@pytest.mark.skipif(not shutil.which("tesseract"), reason="needs Debian's tesseract-ocr")
def test_tesseract_itself(tmp_path: Path) -> None:
    printed = scanned(pdf([column(BIRTH, letters=40), column(EXILE, letters=40)]))
    document = open_document(kept(tmp_path, printed), ocr="eng")
    content = document.text.content
    assert BIRTH in content.replace("\n", " ")
    assert page_at(document.pages, content.index("Zurich")) == "p. 2"
    assert len(document.conditions) == 2
