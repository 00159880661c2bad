"""Raw answers in a folder, one file for each request, found by what was asked."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from factoid.errors import OutputError
from factoid.reading.own_model.asking import Answer, End, Request


class KeptAnswers:
    """A folder of answers. A file stands there whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, request: Request) -> Answer | None:
        """Return what was answered to this very request; None if nothing was, or the file is damaged."""
        try:
            kept = json.loads(self._path(request).read_text("utf-8"))["answer"]
            return Answer(**kept | {"end": End(kept["end"])})
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, request: Request, answer: Answer) -> None:
        """Write an answer down with its request; `OutputError` where that cannot be done."""
        path = self._path(request)
        draft = path.with_suffix(f".{os.getpid()}.part")
        words = json.dumps(
            {"answer": asdict(answer), "request": asdict(request)},
            ensure_ascii=False,
            indent=1,
            sort_keys=True,
        )
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(words.encode("utf-8", "replace") + b"\n")
            draft.replace(path)
        except OSError as error:
            with suppress(OSError):
                draft.unlink()
            raise OutputError(
                f"{self._folder}: answers cannot be kept there ({error.strerror}). Name another with --answers."
            ) from error

    def _path(self, request: Request) -> Path:
        digest = request.digest
        return self._folder / digest[:2] / f"{digest}.json"
