"""Bytes into documents: a source and its one text, in labelled segments. Only this stage opens inputs.

What opens web pages is imported with the first document: a process that takes a PDF apart needs none of it.
"""

from __future__ import annotations

from pathlib import Path

from factoid.late import late
from factoid.model import Document
from factoid.sources.files.inputs import find_inputs
from factoid.sources.files.piles import size_of_member
from factoid.sources.formats.recognition import check_languages

__all__ = ["check_languages", "document_of_text", "find_inputs", "open_document", "size_of_member"]


def open_document(path: Path, *, ocr: str = "") -> Document:
    """Return the document in a file: its source, and its text cut into labelled segments.

    ``ocr``: a language of tesseract, or `auto`, to recognise the letters of pages that are pictures.
    Whatever cannot be read raises a `SourceError` that names the file and says what to do, and nothing else.
    """
    document: Document = late("factoid.sources.opening:open_document")(path, ocr=ocr)
    return document


def document_of_text(
    content: str, *, name: str = "text", origin: str = "", media_type: str = "text/plain"
) -> Document:
    """Return the document that a string is. Raises `SourceEmpty` for nothing but white space."""
    document: Document = late("factoid.sources.opening:document_of_text")(
        content, name=name, origin=origin, media_type=media_type
    )
    return document
