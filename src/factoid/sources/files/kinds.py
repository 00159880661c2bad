"""The kinds of file that can be opened, and what to do with those that cannot."""

from __future__ import annotations

import re
from pathlib import Path

from factoid.errors import SourceKindUnknown

PLAIN, MARKDOWN, HTML = "text/plain", "text/markdown", "text/html"
PDF, EPUB, ZIP = "application/pdf", "application/epub+zip", "application/zip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
RTF, TEI = "application/rtf", "application/tei+xml"
MHTML = "multipart/related"
CSV, TSV = "text/csv", "text/tab-separated-values"
SEPARATED = frozenset({CSV, TSV})  #: tables as text, a row a line
PACKED = frozenset({PDF, DOCX, ODT, EPUB, RTF, TEI})  #: kinds that an extractor takes apart
MEDIA_TYPES = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".asc": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".mhtml": MHTML,
    ".mht": MHTML,
    ".pdf": PDF,
    ".docx": DOCX,
    ".odt": ODT,
    ".epub": EPUB,
    ".rtf": RTF,
    ".tei": TEI,
    ".xml": TEI,
    ".csv": CSV,
    ".tsv": TSV,
    ".tab": TSV,
}
CRAWLS = (".warc", ".warc.gz")
ARCHIVES = (".zip", *CRAWLS)  #: read like folders
_READABLE = ".txt, .md or .html"
_TEI = re.compile(rb"<(?:[A-Za-z_][\w.-]{0,40}:)?(?:TEI|TEI\.2|teiCorpus)[\s>]")
BEGINNING = 1 << 16  #: bytes in which the root of an XML file is looked for
_ADVICE = {
    ".doc": "Save it as .docx, .odt or .txt in a word processor first.",
    ".zip": "Name the archive itself, or a file in it, to `factoid read`.",
    ".7z": "Unpack it and read the files in it.",
    ".rar": "Unpack it and read the files in it.",
    ".gz": "Unpack it and read the files in it.",
    ".djvu": "Turn it into a PDF first, for example with `ddjvu -format=pdf`.",
    ".factoid": "It is a library, not a source: name it with --library.",
}


#: texts that cannot be opened: in a folder they are told
HELD_BACK = frozenset({".doc", ".djvu", ".rar", ".7z"})


def begins_as_tei(start: bytes) -> bool:
    """Say whether the first bytes of a file hold the root of a TEI document."""
    return _TEI.search(start[:BEGINNING].replace(b"\0", b"")) is not None


def media_type_of(path: Path, shown: str) -> str:
    """Return the media type by the suffix; a file without one is taken for plain text.

    Raises `SourceKindUnknown` with advice for the others.
    """
    suffix = path.suffix.lower()
    if suffix in MEDIA_TYPES:
        return MEDIA_TYPES[suffix]
    if not suffix:
        return PLAIN
    advice = _ADVICE.get(suffix, f"If it is a text, give it a name that ends in {_READABLE}.")
    raise SourceKindUnknown(shown, f"Factoid cannot open {suffix} files.", advice)
