"""The kinds of file that can be opened, and what to do with those that cannot."""

from __future__ import annotations

from pathlib import Path

from factoid.errors import SourceKindUnknown

PLAIN, MARKDOWN, HTML = "text/plain", "text/markdown", "text/html"
MEDIA_TYPES = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".asc": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
}
_READABLE = ".txt, .md or .html"
_ADVICE = {
    ".pdf": "Save its text first, for example with `pdftotext FILE.pdf FILE.txt`.",
    ".doc": f"Save it as {_READABLE} in a word processor first.",
    ".docx": f"Save it as {_READABLE} in a word processor first.",
    ".odt": f"Save it as {_READABLE} in a word processor first.",
    ".rtf": f"Save it as {_READABLE} in a word processor first.",
    ".epub": "Unpack it (it is a ZIP archive) and read the .xhtml files in it.",
    ".zip": "Unpack it and read the files in it.",
    ".factoid": "It is a library, not a source: name it with --library.",
}


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
