"""Documents whose parsers may crash, hang or swell are taken apart in a process that has its limits."""

from __future__ import annotations

import json
import subprocess
import sys

from factoid import errors
from factoid.errors import SourceBroken, SourceError
from factoid.sources.files.limits import OCR_SECONDS, SECONDS
from factoid.sources.formats.extract import Extract, extract_of_json

_ADVICE = "The file may be damaged or hostile: save it anew with the program that made it."


def extract_apart(
    data: bytes, media_type: str, name: str, *, ocr: str = "", seconds: float = SECONDS
) -> Extract:
    """Return what a document of a kind holds, worked out in a process of its own; ``ocr`` as `open_document` has it.

    Raises the `SourceError` that the extractor raised there, and `SourceBroken` where the process came to its
    end in any other way.
    """
    command = [sys.executable, "-P", "-m", "factoid.sources.formats.extractor", media_type, name, ocr]
    seconds = OCR_SECONDS if ocr else seconds
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=seconds, start_new_session=True, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise SourceBroken(name, f"took more than {seconds:g} seconds to open.", _ADVICE) from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        raise SourceBroken(name, f"ended the process that opened it ({done.returncode}).", _ADVICE) from error
    if "error" in answer:
        kind, reason, advice = answer["error"]
        raised: type[SourceError] = getattr(errors, kind)
        raise raised(name, reason, advice)
    return extract_of_json(answer["extract"])
