"""Standard input as a source."""

from __future__ import annotations

from pathlib import Path

from factoid.errors import SourceEmpty, SourceKindUnknown, SourceTooLarge
from factoid.sources.files.kinds import DOCX, EPUB, HTML, ODT, PDF, PLAIN, RTF, TEI, begins_as_tei
from factoid.sources.files.limits import LARGEST_FILE, MIB

STDIN = Path("/dev/stdin")  #: what `-` stands for
NAME = "standard input"
_PAGE = (b"<!doctype html", b"<html", b"<?xml")
_INSIDE = {b"[Content_Types].xml": DOCX, b"META-INF/container.xml": EPUB, b"content.xml": ODT}


def read_standard_input() -> bytes:
    """Return all that comes. It is read by its number, for the processes of a crew have no other."""
    with open(0, "rb", closefd=False) as stream:
        data = stream.read(LARGEST_FILE + 1)
    if not data:
        raise SourceEmpty(NAME, "is empty.", "Pipe a text into it.")
    if len(data) > LARGEST_FILE:
        raise SourceTooLarge(
            NAME, f"holds more than {LARGEST_FILE // MIB:,} MiB.", "Save it in a file and split it."
        )
    return data


def media_type_of_bytes(data: bytes) -> str:
    """Return the media type by how the bytes begin; plain text where nothing shows."""
    if data.startswith(b"%PDF-"):
        return PDF
    if data.startswith(b"PK\x03\x04"):
        for name, media_type in _INSIDE.items():
            if name in data:
                return media_type
        raise SourceKindUnknown(NAME, "holds an archive.", "Save it as a .zip file and read that.")
    if data.startswith(b"{\\rtf"):
        return RTF
    if begins_as_tei(data) and not data.lstrip().lower().startswith(_PAGE[:2]):
        return TEI
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return HTML if start.startswith(_PAGE) else PLAIN
