"""Letters in pictures of pages: the one place that runs Debian's tesseract."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from factoid.errors import SourceWithoutText, UsageError
from factoid.sources.files.limits import OCR_PAGE_SECONDS
from factoid.sources.printed.boxes import Word

AUTO = "auto"  #: finds the language itself
_COMMAND = "tesseract"
_NO_LANGUAGES = frozenset({"osd", "equ", "snum"})
_FIRST = ("eng", "rus", "deu", "fra", "pol", "ukr")  #: to be tried, of those that are installed
_MOST_TRIED = 6  #: languages
_ENOUGH_WORDS = 15  #: on a page, for its language to be told
_LINE, _WORD = "4", "5"  #: levels of tesseract's table
_COLUMNS = 12


class Picture(NamedTuple):
    """A page as tesseract takes it."""

    data: bytes  #: PGM
    scale: float  #: pixels in a point
    height: float  #: of the page, in points


@dataclass(frozen=True, slots=True)
class Recognised:
    """The words of a picture with their boxes, and how sure tesseract is of their letters, in 0 to 100."""

    words: list[Word]
    confidence: float


class Recogniser:
    """Reads pictures in one language, or in the one of those installed that fits the first of them best."""

    def __init__(self, asked: str) -> None:
        """Take `auto` or tesseract's name of a language, `deu+lat` for two; see `check_languages`."""
        self.language = "" if asked == AUTO else asked

    def read(self, picture: Picture) -> Recognised:
        """Return what stands on a page; no words where tesseract finds none, fails or takes too long."""
        if self.language:
            return _recognised(picture, self.language)
        tried = [(_recognised(picture, language), language) for language in _candidates()]
        best, language = max(tried, key=lambda pair: (bool(pair[0].words), pair[0].confidence))
        if len(tried) == 1 or len(best.words) >= _ENOUGH_WORDS:
            self.language = language
        return best


def check_languages(asked: str) -> None:
    """Raise `UsageError` where tesseract, or a language that is asked for, is not installed."""
    if not shutil.which(_COMMAND):
        raise UsageError(
            "--ocr needs tesseract, which is not installed: `apt install tesseract-ocr`, with `tesseract-ocr-rus` "
            "for Russian and so on."
        )
    installed = _installed()
    named = [] if asked == AUTO else asked.split("+")
    missing = [language for language in named if language not in installed]
    if missing or not installed:
        raise UsageError(
            f"--ocr {asked}: tesseract lacks {missing[0] if missing else 'any language'}. Installed: "
            f"{', '.join(installed) or 'none'}. Name one, `auto`, or install Debian's tesseract-ocr-LANG."
        )


def _installed() -> list[str]:
    """Return the languages that tesseract knows here."""
    done = _run(["--list-langs"], b"")
    names = (line.strip() for line in (done or "").splitlines())
    return sorted(n for n in names if re.fullmatch(r"\w+", n) and n not in _NO_LANGUAGES)


def _candidates() -> list[str]:
    installed = _installed()
    first = [language for language in _FIRST if language in installed]
    found = [*first, *(language for language in installed if language not in first)][:_MOST_TRIED]
    if not found:
        raise SourceWithoutText(
            "tesseract", "has no language installed.", "Install Debian's tesseract-ocr-eng."
        )
    return found


def _recognised(picture: Picture, language: str) -> Recognised:
    table = _run(["stdin", "stdout", "-l", language, "tsv"], picture.data)
    return _of_table(table or "", picture)


def _run(arguments: Sequence[str], data: bytes) -> str | None:
    """Return what tesseract says; None where it fails. It takes one core: several files are read at once."""
    command = shutil.which(_COMMAND)
    if not command:
        return None
    try:
        done = subprocess.run(
            [command, *arguments], input=data, capture_output=True, timeout=OCR_PAGE_SECONDS, check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


class _Cell(NamedTuple):
    level: str
    line: tuple[str, ...]  #: block, paragraph and line
    left: float
    top: float
    width: float
    height: float
    confidence: float
    text: str


def _cells(table: str) -> Iterator[_Cell]:
    for row in table.splitlines()[1:]:
        parts = row.split("\t", _COLUMNS - 1)
        if len(parts) < _COLUMNS - 1 or parts[0] not in (_LINE, _WORD):
            continue
        try:
            left, top, width, height, confidence = map(float, parts[6:11])
        except ValueError:
            continue
        yield _Cell(
            parts[0], tuple(parts[2:5]), left, top, width, height, confidence, "".join(parts[11:]).strip()
        )


def _of_table(table: str, picture: Picture) -> Recognised:
    """Return the words of tesseract's table. Letters are as high as the lines of their paragraph usually are."""
    cells = list(_cells(table))
    lines = {cell.line: cell for cell in cells if cell.level == _LINE}
    heights: defaultdict[tuple[str, ...], list[float]] = defaultdict(list)
    for line in lines.values():
        heights[line.line[:2]].append(line.height)
    numbers = {key: number for number, key in enumerate(lines)}
    words, letters, sure = [], 0, 0.0
    for cell in cells:
        if cell.level != _WORD or not cell.text or cell.line not in lines:
            continue
        line = lines[cell.line]
        bottom = picture.height - (line.top + line.height) / picture.scale
        right = (cell.left + cell.width) / picture.scale
        high = median(heights[cell.line[:2]]) / picture.scale
        place = (cell.left / picture.scale, right, bottom, bottom + high)
        words += [Word(part, numbers[cell.line], *place) for part in cell.text.split()]
        letters += len(cell.text)
        sure += min(max(cell.confidence, 0.0), 100.0) * len(cell.text)
    return Recognised(words, sure / letters if letters else 0.0)
