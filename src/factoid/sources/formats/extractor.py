"""The process that takes a document apart: bytes on standard input, JSON on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

from factoid.errors import SourceError
from factoid.late import late
from factoid.sources.files.kinds import DOCX, EPUB, ODT, PDF, RTF, TEI
from factoid.sources.files.limits import MEMORY, OCR_SECONDS, SECONDS
from factoid.sources.formats.extract import Extract

if sys.platform != "win32":
    import resource

Extractor = Callable[..., Extract]  # bytes and a name; of pages also how to recognise letters

EXTRACTORS = {  # each is imported only where a document needs it
    PDF: "factoid.sources.formats.pdf:extract_pdf",
    DOCX: "factoid.sources.formats.word_document:extract_docx",
    ODT: "factoid.sources.formats.odt:extract_odt",
    EPUB: "factoid.sources.formats.book:extract_epub",
    RTF: "factoid.sources.formats.rtf:extract_rtf",
    TEI: "factoid.sources.formats.tei:extract_tei",
}


def extract(data: bytes, media_type: str, name: str, ocr: str = "") -> dict[str, Any]:
    """Return the extract, or the error, as JSON has it. A fault of a parser on a bad file is such an error."""
    extractor: Extractor = late(EXTRACTORS[media_type])
    options = {"ocr": ocr} if media_type == PDF else {}
    try:
        return {"extract": extractor(data, name, **options).to_json()}
    except SourceError as error:
        return {"error": [type(error).__name__, error.reason, error.advice]}
    except MemoryError:
        return {"error": ["SourceTooLarge", "needs more memory than one document may take.", "Split it."]}
    except Exception as error:  # noqa: BLE001 - parsers raise what they like on a damaged file
        said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        reason = f"is damaged and cannot be opened ({said})."
        return {"error": ["SourceBroken", reason, "Save it anew with the program that made it."]}


def main() -> None:
    """Take one document apart."""
    _, media_type, name, ocr = sys.argv
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        seconds = OCR_SECONDS if ocr else SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    answer = json.dumps(extract(sys.stdin.buffer.read(), media_type, name, ocr))
    sys.stdout.write(answer)


if __name__ == "__main__":
    main()
