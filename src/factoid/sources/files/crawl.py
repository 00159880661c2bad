"""WARC files: the pages of a crawl, as if each were a file in an archive; and a page that is kept as one."""

from __future__ import annotations

import re
from collections.abc import Generator
from contextlib import closing
from datetime import UTC, datetime
from io import SEEK_END, BytesIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple
from urllib.parse import urlsplit
from zlib import decompressobj
from zlib import error as zlib_error

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from factoid.errors import SourceBroken, SourceError, SourceMissing, SourceTooLarge
from factoid.sources.files.kinds import CSV, DOCX, EPUB, HTML, MARKDOWN, ODT, PDF, PLAIN, RTF, TEI, TSV
from factoid.sources.files.limits import LARGEST_MEMBER, MIB, MOST_MEMBERS

SUFFIXES = {
    PLAIN: ".txt",
    MARKDOWN: ".md",
    HTML: ".html",
    "application/xhtml+xml": ".html",
    PDF: ".pdf",
    DOCX: ".docx",
    ODT: ".odt",
    EPUB: ".epub",
    RTF: ".rtf",
    "text/rtf": ".rtf",
    TEI: ".tei",
    CSV: ".csv",
    TSV: ".tsv",
}  #: of the pages that are taken out, by their media type
_UNFIT = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 120
_END = b"\r\n\r\n"  #: of each record
_CHUNK = 1 << 16
_FOUND = 200  #: the HTTP status of a page that is there


class _Page(NamedTuple):
    place: int
    number: int  #: among the answers of the crawl
    address: str
    size: int


class Crawl:
    """An open WARC file, packed or not. Its pages are named by their addresses, each with a fit suffix."""

    def __init__(self, file: Path | BytesIO, name: str) -> None:
        """Open it and note where each page stands; `SourceBroken` where it is none."""
        self.name, self._file = name, file
        self._pages: dict[str, _Page] = {}
        try:
            for number, record in enumerate(self._records(0)):
                if (suffix := _suffix_of(record)) is None:
                    continue
                if len(self._pages) >= MOST_MEMBERS:
                    raise SourceTooLarge(name, f"holds more than {MOST_MEMBERS:,} pages.", "Split it.")
                address = (record.headers.get("WARC-Target-URI") or "").strip("<>")
                page = _Page(record.stream_pos, number, address, record.content_length)
                self._pages[self._free_name(address, suffix)] = page
        except (OSError, ValueError, UnicodeError) as error:
            raise SourceBroken(
                name, "is damaged: it is no WARC file.", "Download or copy it again."
            ) from error

    def is_cut(self) -> bool:
        """Say whether the file ends in the middle of a record, as a broken download does."""
        place = max((page.place for page in self._pages.values()), default=0)
        with self._opened() as file:
            packed = file.read(2) == b"\x1f\x8b"
            if not packed:
                file.seek(max(file.seek(0, SEEK_END) - len(_END), 0))
                return file.read() != _END
            file.seek(place)
            return _is_cut_gzip(file)

    def _opened(self) -> BinaryIO:
        return self._file.open("rb") if isinstance(self._file, Path) else BytesIO(self._file.getbuffer())

    def names(self) -> list[str]:
        """Return the names of the pages, in the order of the crawl."""
        return list(self._pages)

    def size_of(self, name: str) -> int:
        """Return how large a page is; 0 where there is none."""
        return self._pages[name].size if name in self._pages else 0

    def address_of(self, name: str) -> str:
        """Return where a page was found; the empty string where that is not known."""
        return self._pages[name].address if name in self._pages else ""

    def problem_of(self, name: str) -> SourceError | None:
        """Return why a page may not be taken out; None where it may."""
        if self._pages[name].size > LARGEST_MEMBER:
            return self._too_large(name)
        return None

    def read(self, name: str) -> bytes:
        """Return the bytes of a page as the browser got them, unpacked."""
        if name not in self._pages:
            raise SourceMissing(
                f"{self.name}/{name}", "there is no such page in the crawl.", "Check the name."
            )
        if problem := self.problem_of(name):
            raise problem
        try:
            content = self._content(self._pages[name])
        except (OSError, ValueError, StopIteration) as error:
            raise SourceBroken(
                f"{self.name}/{name}", "is damaged and cannot be unpacked.", "Download or copy it again."
            ) from error
        if len(content) > LARGEST_MEMBER:
            raise self._too_large(name)
        return content

    def _content(self, page: _Page) -> bytes:
        """Return the bytes of a page; where the file is packed as a whole, from its beginning on."""
        try:
            with closing(self._records(page.place)) as records:
                content: bytes = next(records).reader.read(LARGEST_MEMBER + 1)
        except (OSError, ValueError, StopIteration):
            with closing(self._records(0)) as records:
                content = next(islice(records, page.number, None)).reader.read(LARGEST_MEMBER + 1)
        return content

    def _too_large(self, name: str) -> SourceError:
        return SourceTooLarge(
            f"{self.name}/{name}", f"has more than {LARGEST_MEMBER // MIB:,} MiB.", "Leave it out."
        )

    def _records(self, place: int) -> Generator[WarcRecord, None, None]:
        """Yield the answers from a place on; each must be looked at before the next."""
        with self._opened() as stream:
            stream.seek(place)
            yield from ArchiveIterator(
                stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="all"
            )

    def _free_name(self, address: str, suffix: str) -> str:
        stem = name_of_address(address).removesuffix(suffix)
        name, number = f"{stem}{suffix}", 1
        while name in self._pages:
            number += 1
            name = f"{stem}-{number}{suffix}"
        return name


def _is_cut_gzip(file: BinaryIO) -> bool:
    """Say whether the last member of a gzip file, read from the beginning of a member on, is not whole."""
    member = decompressobj(wbits=31)
    while chunk := file.read(_CHUNK):
        while chunk:
            try:
                member.decompress(chunk)
            except zlib_error:
                return True
            chunk = member.unused_data
            if member.eof and chunk:
                member = decompressobj(wbits=31)
    return not member.eof


def name_of_address(address: str) -> str:
    """Return an address as the name of a file: its host and path."""
    parts = urlsplit(address)
    steps = [parts.hostname or "", *parts.path.split("/"), parts.query]
    fit = "_".join(_UNFIT.sub("-", step).strip("-.") for step in steps if step.strip("./"))
    return fit[:_LONGEST_NAME].strip("-._") or "page"


def kept_as_warc(address: str, head: bytes, body: bytes, fetched: datetime) -> bytes:
    """Return a page as a WARC file of one record: where it was found, when, and exactly what was answered."""
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.headers["WARC-Target-URI"] = address
    record.headers["WARC-Date"] = fetched.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.set_bytes_content(head + body)
    out = BytesIO()
    record.write(out)
    return out.getvalue()


def _suffix_of(record: WarcRecord) -> str | None:
    """Return the suffix for a page that can be read; None for anything else that a crawl holds."""
    if not record.http_headers or record.http_headers.status_code != _FOUND:
        return None
    kind = (record.http_content_type or "").partition(";")[0].strip().lower()
    return SUFFIXES.get(kind)
