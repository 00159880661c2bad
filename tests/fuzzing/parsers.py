"""Every parser there is: small valid inputs, how they are made wrong, and what must hold of whatever comes of them.

A parser may decline with an error of ours, in one line. Any other exception is a fault, and so is what does not end.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from fuzzing.mutate import (
    Mutator,
    crawl_mutated,
    lines_mutated,
    mutated,
    packed_mutated,
    tree_mutated,
)
from fuzzing.seeds import (
    ANSWER,
    CSL,
    EDTF,
    GEDCOM,
    HTML_PAGE,
    IPIF,
    LIFE,
    MARKDOWN_TEXT,
    NAMES,
    PERSONS,
    PLAIN_TEXT,
    RTF_BODY,
    RUSSIAN,
    STATEMENT,
    TEI_BODY,
    TIMES,
    encoded,
    one_reading,
    own_csv,
    own_json,
    page,
    word_file,
)
from sources.packed import epub, odt, rtf, tei, zipped
from sources.printed import column, pdf

from factoid.dates import when_of_edtf
from factoid.dates.english.find import find_time_phrases
from factoid.dates.russian.find import find_russian_times
from factoid.errors import FactoidError, SourceError
from factoid.exchange.asking import Answer as ServersAnswer
from factoid.exchange.importers.ipif import IpifImporter
from factoid.exchange.importing import Evidence, Notes, find_importer
from factoid.exchange.ipif_statements import saying_of_statement
from factoid.exchange.records import Book, Who
from factoid.model import Document, Source, Span, reading_of_json, sha256_of_bytes
from factoid.names import parse_name
from factoid.reading.own_model.asking import Answer
from factoid.reading.own_model.parsing import told_by
from factoid.sources.files.archive import Archive
from factoid.sources.files.crawl import Crawl
from factoid.sources.files.decoding import decode
from factoid.sources.files.kinds import DOCX, EPUB, HTML, MARKDOWN, ODT, PDF, PLAIN, RTF, TEI
from factoid.sources.formats.extract import Extract, extract_of_json
from factoid.sources.formats.extractor import extract
from factoid.sources.opening import document_of_text


@dataclass(frozen=True)
class Parser:
    """One parser: its inputs, and what is done with them."""

    seeds: Callable[[], Sequence[bytes]]
    parse: Callable[[bytes], None]  #: raises for what must not be
    mutate: Mutator = mutated

    def case(self, number: int) -> bytes:
        """Return the input of a number: the same on any machine."""
        dice = Random(number)
        return self.mutate(dice, dice.choice(_seeds(self)))


@cache
def _seeds(parser: Parser) -> Sequence[bytes]:
    return parser.seeds()


def check_extract(found: Extract) -> None:
    """Every sign that is not white space stands in one piece, and the pieces and pages are in order."""
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


def _document(kind: str) -> Callable[[bytes], None]:
    def parse(data: bytes) -> None:
        answer = extract(data, kind, "a")
        if "error" in answer:
            assert "\n" not in " ".join(answer["error"])
        else:
            check_extract(extract_of_json(json.loads(json.dumps(answer["extract"]))))

    return parse


def _text(kind: str) -> Callable[[bytes], None]:
    def parse(data: bytes) -> None:
        decoded = decode(data, name="a", is_html=kind == HTML)
        document = document_of_text(decoded.content, media_type=kind)
        _check_document(document)

    return parse


def _check_document(document: Document) -> None:
    content = document.text.content
    content.encode("utf-8")
    place = 0
    for segment in document.text.segments:
        assert place <= segment.start <= segment.end <= len(content)
        place = segment.end


def _archive(data: bytes) -> None:
    archive = Archive(BytesIO(data), "a")
    for name in archive.names():
        try:
            archive.read(name)
        except SourceError as error:
            _one_line(error)


def _crawl(data: bytes) -> None:
    crawl = Crawl(BytesIO(data), "a")
    for name in crawl.names():
        try:
            crawl.read(name)
        except SourceError as error:
            _one_line(error)


def _one_line(error: BaseException) -> None:
    assert "\n" not in str(error).strip(), str(error)


_importer = cache(find_importer)  #: looking through all that is installed takes longer than a case


def _imported(form: str, suffix: str) -> Callable[[bytes], None]:
    def parse(data: bytes) -> None:
        with TemporaryDirectory() as folder:
            path = Path(folder) / f"a{suffix}"
            path.write_bytes(data)
            _check_pieces(list(_importer(form).pieces(str(path), Notes(lambda _: None))))

    return parse


def _check_pieces(pieces: Sequence[Any]) -> None:
    for piece in pieces:
        if isinstance(piece, Evidence):
            for factoid in piece.reading.factoids:
                try:
                    factoid.check(piece.document.text)
                except FactoidError:  # the library declines the source, in one line
                    return


class _Server:
    """A server that has one answer to everything."""

    data = b"{}"
    base = "http://x.test/ipif"

    def __init__(self, *_: object, **__: object) -> None:
        self._asked = 0

    def address(self, *steps: str, **_: object) -> str:
        return "/".join((self.base, *steps))

    def get(self, *steps: str, **_: object) -> ServersAnswer:
        self._asked += 1
        assert self._asked < 500, "asks without end"
        return ServersAnswer(status=200, headers={}, body=self.data)


def _ipif_server(data: bytes) -> None:
    with patch("factoid.exchange.importers.ipif.Server", _Server), patch.object(_Server, "data", data):
        _check_pieces(list(IpifImporter().pieces(_Server.base, Notes(lambda _: None))))


def _ipif_body(data: bytes) -> None:
    try:
        body = json.loads(data)
    except (ValueError, RecursionError):
        return
    if isinstance(body, dict):
        source = Source(name="a", content_sha256=sha256_of_bytes(data), origin="a", media_type="text/plain")
        book = Book(source, reader="ipif@1")
        book.person(Who(key="p", name="Anna"))
        book.say(saying_of_statement(body, who="p", related=["p"]), {"p": "Anna"})
        document, reading = book.done()
        for factoid in reading.factoids:
            factoid.check(document.text)


def _answer(data: bytes) -> None:
    told = told_by(Answer(text=data.decode("utf-8", "surrogateescape")))
    assert all(isinstance(statement, dict) for statement in told.statements)


def _reading(data: bytes) -> None:
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError):
        return
    reading_of_json(tree)


def _edtf(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    try:
        when = when_of_edtf(text)
    except ValueError as error:
        _one_line(error)
    else:
        assert when_of_edtf(when.edtf).edtf == when.edtf


def _times(find: Callable[[str, Sequence[Span]], Sequence[Any]]) -> Callable[[bytes], None]:
    def parse(data: bytes) -> None:
        text = data.decode("utf-8", "replace")[:5000]
        place = 0
        for found in find(text, [Span(0, len(text))]):
            assert place <= found.start < found.end <= len(text)
            place = found.end

    return parse


def _name(data: bytes) -> None:
    parse_name(data.decode("utf-8", "replace")[:2000])


PARSERS: dict[str, Parser] = {
    "plain": Parser(
        lambda: [
            PLAIN_TEXT.encode(),
            PLAIN_TEXT.encode("utf-16"),
            "Анна родилась в 1901 году.".encode("cp1251"),
        ],
        _text(PLAIN),
    ),
    "markdown": Parser(encoded(MARKDOWN_TEXT), _text(MARKDOWN)),
    "html": Parser(encoded(HTML_PAGE), _text(HTML)),
    "pdf": Parser(lambda: [pdf([column(LIFE, letters=40), column(LIFE, letters=30)])], _document(PDF)),
    "docx": Parser(lambda: [word_file()], _document(DOCX), packed_mutated),
    "odt": Parser(
        lambda: [odt(f"<text:h>Life</text:h><text:p>{LIFE}</text:p>")], _document(ODT), packed_mutated
    ),
    "epub": Parser(
        lambda: [epub({"a.xhtml": f"<h1>Life</h1><p>{LIFE}</p>"}, titles={"a.xhtml": "Life"})],
        _document(EPUB),
        packed_mutated,
    ),
    "rtf": Parser(lambda: [rtf(RTF_BODY)], _document(RTF)),
    "tei": Parser(lambda: [tei(TEI_BODY)], _document(TEI)),
    "warc": Parser(lambda: [page()], _crawl, crawl_mutated),
    "zip": Parser(lambda: [zipped({"a.txt": LIFE, "b/c.html": f"<p>{LIFE}</p>"})], _archive, packed_mutated),
    "import json": Parser(lambda: [own_json()], _imported("json", ".json"), lines_mutated),
    "import csv": Parser(lambda: [own_csv()], _imported("csv", ".csv")),
    "import gedcom7": Parser(encoded(GEDCOM), _imported("gedcom7", ".ged")),
    "import tei": Parser(encoded(PERSONS), _imported("tei", ".xml")),
    "import csl-json": Parser(encoded(json.dumps(CSL)), _imported("csl-json", ".json"), tree_mutated),
    "import ipif": Parser(encoded(json.dumps(IPIF)), _ipif_server, tree_mutated),
    "ipif body": Parser(encoded(json.dumps(STATEMENT)), _ipif_body, tree_mutated),
    "own model": Parser(encoded(json.dumps(ANSWER), f"So:\n```json\n{json.dumps(ANSWER)}\n```"), _answer),
    "reading": Parser(lambda: [json.dumps(one_reading()).encode()], _reading, tree_mutated),
    "edtf": Parser(encoded(*EDTF), _edtf),
    "dates": Parser(encoded(*TIMES), _times(find_time_phrases)),
    "russian dates": Parser(encoded(RUSSIAN), _times(find_russian_times)),
    "names": Parser(encoded(*NAMES), _name),
}


def declined(error: BaseException) -> bool:
    """Say whether a parser only declines: an error of ours, in one line."""
    return isinstance(error, FactoidError) and "\n" not in str(error).strip()
