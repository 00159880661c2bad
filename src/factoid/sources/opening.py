"""Files and strings into documents."""

from __future__ import annotations

import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from factoid.errors import (
    SourceBinary,
    SourceEmpty,
    SourceKindUnknown,
    SourceTooLarge,
    SourceWithoutText,
)
from factoid.model import Document, Source, Text, sha256_of_bytes, sha256_of_text
from factoid.sources.files.decoding import Decoded, decode, mistaken_for
from factoid.sources.files.inputs import error_of, shown_path
from factoid.sources.files.kinds import HTML, MARKDOWN, MHTML, PACKED, PLAIN, SEPARATED, media_type_of
from factoid.sources.files.limits import LARGEST_FILE, MIB
from factoid.sources.files.piles import address_of_member, is_in_archive, read_member
from factoid.sources.files.standard_input import NAME, STDIN, media_type_of_bytes, read_standard_input
from factoid.sources.formats.apart import extract_apart
from factoid.sources.formats.extract import Extract
from factoid.sources.furniture.fences import judge_outside_fences
from factoid.sources.furniture.judging import Judged, judge_furniture
from factoid.sources.pages.mhtml import page_of_mhtml
from factoid.sources.pages.web_page import read_page
from factoid.sources.plain.headings import label_pieces
from factoid.sources.plain.language import language_of
from factoid.sources.plain.markdown import pieces_of_markdown
from factoid.sources.plain.pieces import Piece
from factoid.sources.plain.plain_text import pieces_of_plain_text
from factoid.sources.plain.publication import creator_of, edtf_of, first_of, published_of
from factoid.sources.plain.separated import pieces_of_separated, telling_cells


@dataclass(frozen=True, slots=True)
class _Origin:
    name: str
    origin: str
    media_type: str
    content_sha256: str


def open_document(path: Path, *, ocr: str = "") -> Document:
    """Return the document in a file: its source, and its text cut into labelled segments.

    ``ocr``: a language of tesseract, or `auto`, to recognise the letters of pages that are pictures.

    Whatever cannot be read raises a `SourceError` that names the file and says what to do, and nothing else.
    """
    if path == STDIN:
        data = read_standard_input()
        return _document_of_bytes(
            data, _Origin(STDIN.name, NAME, media_type_of_bytes(data), sha256_of_bytes(data)), ocr
        )
    shown = shown_path(path)
    try:
        data, media_type = _read(path, shown)
    except (OSError, ValueError) as error:
        raise error_of(error, shown) from error
    sha256 = sha256_of_bytes(data)
    if media_type == MHTML:
        data, media_type = page_of_mhtml(data, shown), HTML
    origin = _Origin(shown_path(Path(path.stem)), _address(path) or shown, media_type, sha256)
    return _document_of_bytes(data, origin, ocr)


def _read(path: Path, shown: str) -> tuple[bytes, str]:
    """Return the bytes of a file, or of one in an archive, and their media type."""
    try:
        status = path.stat()
    except NotADirectoryError:
        if not is_in_archive(path):
            raise
        return read_member(path), media_type_of(path, shown)
    if stat.S_ISDIR(status.st_mode):
        return path.read_bytes(), PLAIN  # which says that it is a folder
    if not stat.S_ISREG(status.st_mode):
        raise SourceKindUnknown(shown, "is a device or a pipe, not a file.", "Save the text in a file.")
    media_type = media_type_of(path, shown)
    if media_type in PACKED and status.st_size > LARGEST_FILE:
        size, most = status.st_size // MIB, LARGEST_FILE // MIB
        raise SourceTooLarge(shown, f"has {size:,} MiB, over the limit of {most:,}.", "Split it.")
    return path.read_bytes(), media_type


def _address(path: Path) -> str:
    """Return where a page of a crawl was found; the empty string for other files."""
    return "" if path.is_file() or not is_in_archive(path) else address_of_member(path)


def _document_of_bytes(data: bytes, origin: _Origin, ocr: str) -> Document:
    if origin.media_type not in PACKED:
        decoded = decode(data, name=origin.origin, is_html=origin.media_type == HTML)
        return _document(decoded, origin, _cut(decoded.content, origin))
    if not data:
        raise SourceEmpty(origin.origin, "is empty.", "Give a file with a text in it.")
    if what := mistaken_for(data, origin.media_type):
        raise SourceBinary(
            origin.origin, f"holds {what}, whatever its name says.", "Rename it, or download it again."
        )
    found = extract_apart(data, origin.media_type, origin.origin, ocr=ocr)
    decoded = Decoded(found.content, "utf-8", tuple(found.warnings))
    return _document(decoded, origin, found)


def document_of_text(
    content: str, *, name: str = "text", origin: str = "", media_type: str = PLAIN
) -> Document:
    """Return the document that a string is. Raises `SourceEmpty` for nothing but white space."""
    if not content.strip():
        raise SourceEmpty(name, "holds nothing but white space.", "Give a text with words in it.")
    known = _Origin(name, origin, media_type, sha256_of_text(content))
    return _document(Decoded(content, "utf-8"), known, _cut(content, known))


def _document(decoded: Decoded, origin: _Origin, cut: Extract) -> Document:
    if origin.media_type in SEPARATED:
        return _table(decoded, origin, cut)
    judged = judge_furniture(cut.content, cut.pieces)
    is_titled = origin.media_type in PACKED and cut.title is not None
    label_pieces(cut.content, cut.pieces, replace(judged, title=None) if is_titled else judged)
    title = judged.title.words(cut.content) if judged.title else _named(judged, "title")
    read = (p for p in cut.pieces if not p.is_furniture and p.repeats is None)
    passages = read if any(not p.is_furniture for p in cut.pieces) else iter(cut.pieces)
    source = Source(
        name=origin.name,
        content_sha256=origin.content_sha256,
        origin=origin.origin,
        media_type=origin.media_type,
        title=cut.title or (" ".join(title.split()) if title else None),
        creator=cut.creator or _creator(judged),
        published=cut.published or _published(cut.content, judged),
        language=language_of(p.words(cut.content) for p in passages),
        encoding=decoded.encoding,
    )
    segments = tuple(piece.segment() for piece in cut.pieces)
    warnings = (*decoded.warnings, *_doubts(cut.content, origin))
    return Document(source, Text(cut.content, segments), warnings, tuple(cut.pages), tuple(cut.conditions))


def _table(decoded: Decoded, origin: _Origin, cut: Extract) -> Document:
    """Return a table that is a file: all cells, none of them furniture, however often its words come again."""
    source = Source(
        name=origin.name,
        content_sha256=origin.content_sha256,
        origin=origin.origin,
        media_type=origin.media_type,
        language=language_of(telling_cells(cut.content, cut.pieces)),
        encoding=decoded.encoding,
    )
    segments = tuple(piece.segment() for piece in cut.pieces)
    return Document(source, Text(cut.content, segments), decoded.warnings)


def _cut(content: str, origin: _Origin) -> Extract:
    if origin.media_type == HTML:
        page = read_page(content)
        if not page.content.strip():
            raise SourceWithoutText(
                origin.origin or origin.name,
                "the page shows no text; perhaps scripts make it.",
                "Open it in a browser and save the page as it is shown.",
            )
        return Extract(
            page.content, page.pieces, title=page.title, creator=page.creator, published=page.published
        )
    if origin.media_type == MARKDOWN:
        markdown = pieces_of_markdown(content)
        said = markdown.fields
        return Extract(
            content,
            markdown.pieces,
            title=_string(said.get("title")) or _first_heading(content, markdown.pieces),
            creator=_string(_first_field(said, ("author", "authors", "creator", "by"))),
            published=_date(_first_field(said, ("date", "published", "pubdate", "issued"))),
        )
    if origin.media_type in SEPARATED:
        return Extract(content, pieces_of_separated(content, origin.origin or origin.name))
    pieces = pieces_of_plain_text(content)
    judge_outside_fences(content, pieces)
    return Extract(content, pieces)


def _first_field(fields: Mapping[str, Any], names: Sequence[str]) -> Any:
    """Return the first of the named fields that is there."""
    return next((fields[name] for name in names if fields.get(name)), None)


def _string(said: Any) -> str | None:
    if isinstance(said, list):
        return ", ".join(map(str, said)) or None
    return " ".join(str(said).split()) or None if said is not None else None


def _date(said: Any) -> str | None:
    if isinstance(said, date):
        return edtf_of(said.year, said.month, said.day)
    return published_of(str(said)) if said is not None else None


def _first_heading(content: str, pieces: Sequence[Piece]) -> str | None:
    heads = (p.words(content) for p in pieces if p.is_fixed and p.why in ("heading", "underlined heading"))
    return next((" ".join(words.strip("# \t").split()) for words in heads), None)


def _named(judged: Judged, what: str) -> str | None:
    return first_of(mark.rest for _, mark in judged.marks if mark.names == what)


def _creator(judged: Judged) -> str | None:
    return first_of(creator_of(mark.rest) for _, mark in judged.marks if mark.names == "creator")


def _published(content: str, judged: Judged) -> str | None:
    return first_of(published_of(p.words(content)) for p, mark in judged.marks if mark.names == "published")


def _doubts(content: str, origin: _Origin) -> tuple[str, ...]:
    start = content[:400].lstrip().casefold()
    if origin.media_type == PLAIN and start.startswith(("<!doctype html", "<html", "<?xml")):
        return ("looks like a web page: name it .html to have its markup read",)
    return ()
