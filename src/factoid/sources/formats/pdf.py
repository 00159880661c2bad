"""PDF into words with their boxes: the one place that uses pypdfium2."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as c

from factoid.errors import SourceBroken, SourceLocked, SourceTooLarge, SourceWithoutText
from factoid.sources.files.limits import MOST_CHARACTERS, MOST_PAGES, OCR_PIXELS
from factoid.sources.formats.extract import Extract
from factoid.sources.formats.recognition import Picture, Recogniser
from factoid.sources.printed.boxes import Word
from factoid.sources.printed.leaves import Leaf, write_leaves
from factoid.sources.printed.letters import MARKS, Box, with_accents, with_notes

_HYPHENS = "\x02\ufffe"  #: PDFium's signs for a hyphen at the end of a line
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_OCR = "Read it with `--ocr auto` (needs Debian's tesseract-ocr), or add a text layer with `ocrmypdf IN.pdf OUT.pdf`."
_MOST_OBJECTS = 20_000  #: on a page that may have tables
_BELOW = 0.25  #: of what letters have above their line, they have below it
_ABOVE = 0.75  #: of the size of a font, its letters have above their line, at least
_LOWEST = 0.4  #: of that, a letter has; where it has less, the size is none that can be relied on
_SEGMENTS = 6  #: of a line or a frame, at most
_DOTS = 300 / 72  #: in a point, as tesseract likes pages best


@dataclass(slots=True)
class _Letters:
    """The letters of a page, decoded, with the number that PDFium gives each."""

    signs: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)


def extract_pdf(data: bytes, name: str, *, ocr: str = "") -> Extract:
    """Return the text of a PDF, page by page in reading order. Raises `SourceError` for what cannot be read.

    ``ocr``: the language in which letters are recognised on pages that have none; without it, such pages are told.
    """
    if b"%PDF-" not in data[:1024]:
        raise SourceBroken(name, "does not begin as a PDF does.", "Download or copy it again.")
    document = _opened(data, name)
    recogniser = Recogniser(ocr) if ocr else None
    try:
        leaves = list(_leaves(document, name, recogniser))
        said = {key: str(value) for key, value in document.get_metadata_dict(skip_empty=True).items()}
    finally:
        document.close()
    blank = [leaf.number for leaf in leaves if not leaf.words]
    if len(blank) == len(leaves):
        pages = (
            "its only page has no text" if len(leaves) == 1 else f"none of its {len(leaves):,} pages has text"
        )
        if ocr:
            raise SourceWithoutText(
                name, f"{pages}, nor letters that OCR knows.", "Name a language: --ocr LANG."
            )
        raise SourceWithoutText(name, f"{pages}: pages that are pictures, or empty.", _OCR)
    found = write_leaves(leaves, name)
    found.creator = _plausible(said.get("Author"))
    found.title = found.title or _plausible(said.get("Title"))
    found.warnings += _told(leaves, blank, recogniser)
    return found


def _told(leaves: list[Leaf], blank: list[int], recogniser: Recogniser | None) -> Iterator[str]:
    """Yield how many pages have no text, and how many were recognised and how well."""
    sure = {leaf.number: leaf.confidence for leaf in leaves if leaf.words and leaf.confidence is not None}
    of_all = f"of {len(leaves):,} pages"
    if recogniser and sure:
        mean = sum(sure.values()) / len(sure)
        where = f"{_runs(list(sure))}; {recogniser.language or 'language by page'}"
        how = f"confidence {mean:.0f} %, lowest {min(sure.values()):.0f} %"
        yield f"{len(sure):,} {of_all} read by OCR ({where}), {how}."
    if blank:
        advice = "OCR knew no letters on them." if recogniser else _OCR
        yield f"{len(blank):,} {of_all} have no text ({_runs(blank)}). {advice}"


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == c.FPDF_ERR_PASSWORD or "password" in str(error).casefold():
            raise SourceLocked(
                name, "needs a password.", "Save a copy without one, for example with `qpdf --decrypt`."
            ) from error
        raise SourceBroken(
            name, "is damaged: no PDF reader finds its pages.", "Download or copy it again."
        ) from error
    if count > MOST_PAGES:
        document.close()
        raise SourceTooLarge(
            name, f"has {count:,} pages, over the limit of {MOST_PAGES:,}.", "Split it and read the parts."
        )
    if not count:
        document.close()
        raise SourceBroken(name, "is damaged: it has no pages.", "Download or copy it again.")
    return document


def _leaves(document: pypdfium2.PdfDocument, name: str, recogniser: Recogniser | None) -> Iterator[Leaf]:
    letters = 0
    for number in range(len(document)):
        leaf = _leaf(document, number)
        if recogniser and not leaf.words and (picture := _picture(document, number)):
            recognised = recogniser.read(picture)
            leaf.words, leaf.confidence = recognised.words, recognised.confidence
        letters += sum(len(word.text) for word in leaf.words)
        if letters > MOST_CHARACTERS:
            raise SourceTooLarge(
                name, f"holds more than {MOST_CHARACTERS:,} characters.", "Split it and read the parts."
            )
        yield leaf


def _leaf(document: pypdfium2.PdfDocument, number: int) -> Leaf:
    """Return the words of a page; none for a page that is damaged."""
    try:
        page = document[number]
        height = page.get_height()
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return Leaf(number + 1, [], 0.0, "")
    words = list(_words(text.raw))
    drawn = _drawn(page) if words else []
    text.close()
    page.close()
    return Leaf(number + 1, words, height, document.get_page_label(number) or "", drawn)


def _drawn(page: pypdfium2.PdfPage) -> list[Box]:
    """Return the boxes of the lines and frames drawn on a page; none for a page that is a drawing."""
    if c.FPDFPage_CountObjects(page) > _MOST_OBJECTS:
        return []
    boxes = []
    for drawing in page.get_objects(filter=[c.FPDF_PAGEOBJ_PATH], max_depth=1):
        with suppress(pypdfium2.PdfiumError):
            left, bottom, right, top = drawing.get_bounds()
            if c.FPDFPath_CountSegments(drawing) <= _SEGMENTS:
                boxes.append((left, right, bottom, top))
    return boxes


def _picture(document: pypdfium2.PdfDocument, number: int) -> Picture | None:
    """Return a page as a picture in greys; None for a page that is damaged or has no size."""
    try:
        page = document[number]
        width, height = page.get_size()
        if min(width, height) < 1:
            return None
        scale = min(_DOTS, (OCR_PIXELS / (width * height)) ** 0.5)
        bitmap = page.render(scale=scale, grayscale=True)
    except pypdfium2.PdfiumError:
        return None
    data, wide = bytes(bitmap.buffer), bitmap.width
    rows = (data[at * bitmap.stride : at * bitmap.stride + wide] for at in range(bitmap.height))
    picture = Picture(b"P5 %d %d 255\n" % (wide, bitmap.height) + b"".join(rows), scale, height)
    bitmap.close()
    page.close()
    return picture


def _words(text: c.FPDF_TEXTPAGE) -> Iterator[Word]:
    """Yield the words with their boxes, in the order of the file; each knows its line."""
    letters = _letters_of(text)
    line, begin = 0, 0
    for at in range(len(letters.signs) + 1):
        sign = letters.signs[at] if at < len(letters.signs) else "\n"
        if not (sign.isspace() or sign in _HYPHENS):
            continue
        if at > begin:
            end = at + (sign in _HYPHENS)
            yield _word(text, letters, begin, end, line)
        line += sign in "\r\n" or sign in _HYPHENS
        begin = at + 1


def _letters_of(text: c.FPDF_TEXTPAGE) -> _Letters:
    found = _Letters()
    high = 0
    for number in range(max(c.FPDFText_CountChars(text), 0)):
        code = c.FPDFText_GetUnicode(text, number)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        if code and code <= 0x10FFFF:
            found.signs.append(_LIGATURES.get(code) or chr(code))
            found.numbers.append(number)
    changed = with_accents(found.signs, lambda at: _box(text, found.numbers[at]))
    if not changed:
        return found
    signs = [changed.get(at, sign) for at, sign in enumerate(found.signs)]
    kept = [at for at, sign in enumerate(signs) if sign]
    return _Letters([signs[at] for at in kept], [found.numbers[at] for at in kept])


def _word(text: c.FPDF_TEXTPAGE, letters: _Letters, begin: int, end: int, line: int) -> Word:
    signs = letters.signs[begin:end]
    is_cut = signs[-1] in _HYPHENS
    if not MARKS.isdisjoint(signs) and len(signs) > 1 + is_cut:
        signs = list(with_notes(signs, [_box(text, number) for number in letters.numbers[begin:end]]))
    words = "".join(signs[:-1]) + "-" if is_cut else "".join(signs)
    first = _box(text, letters.numbers[begin])
    last = _box(text, letters.numbers[end - 1 - is_cut])
    return Word(words, line, first[0], last[1], min(first[2], last[2]), max(first[3], last[3]))


def _box(text: c.FPDF_TEXTPAGE, number: int) -> Box:
    """Return the room that a letter takes: how far it goes below its line depends on its font, not on the letter."""
    box = c.FS_RECTF()
    c.FPDFText_GetLooseCharBox(text, number, ctypes.byref(box))
    x, line = ctypes.c_double(), ctypes.c_double()
    c.FPDFText_GetCharOrigin(text, number, ctypes.byref(x), ctypes.byref(line))
    if not box.bottom - 1 <= line.value < box.top:
        return box.left, box.right, box.bottom, box.top
    top = line.value + _above(text, number, box.top - line.value)
    return box.left, box.right, line.value - _BELOW * (top - line.value), top


def _above(text: c.FPDF_TEXTPAGE, number: int, known: float) -> float:
    """Return how far the font of a letter goes above its line; ``known`` is what PDFium tells.

    Of a Type 3 font it tells how far the letter itself does: an *a* would be smaller than a *b*.
    """
    matrix = c.FS_MATRIX()
    c.FPDFText_GetMatrix(text, number, ctypes.byref(matrix))
    usual = _ABOVE * c.FPDFText_GetFontSize(text, number) * abs(matrix.d)
    return usual if _LOWEST * usual <= known < usual else known


def _plausible(said: str | None) -> str | None:
    """Return what a PDF says of its title or author unless a program wrote it there."""
    words = " ".join((said or "").split())
    is_name = any(ch.isalpha() for ch in words) and " " in words
    is_file = words.casefold().endswith((".doc", ".docx", ".indd", ".qxd", ".tex", ".pdf", ".rtf"))
    return words if is_name and not is_file and not words.startswith("Microsoft Word") else None


def _runs(numbers: list[int]) -> str:
    """Return numbers in short: `1-3, 7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = [str(a) if a == b else f"{a}-{b}" for a, b in runs[:8]]
    return ", ".join(shown) + (" …" if len(runs) > 8 else "")
