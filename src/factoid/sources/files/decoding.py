"""Bytes into a string: the one place that uses resiliparse."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from resiliparse.parse.encoding import detect_encoding

from factoid.errors import SourceBinary, SourceEmpty
from factoid.sources.files.kinds import DOCX, EPUB, ODT, PDF, RTF

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_SAMPLE = 1 << 16
_HEAD = 4096  #: bytes of a page in which its encoding is said
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1a\x1b\x1c\x1d\x1e\x1f") + b"\x7f"
_HIGH_BYTES = bytes(range(6)) + b"\x20"  #: of UTF-16 in European scripts, and of its punctuation
_DOCUMENTS = {PDF: (b"%PDF-",), RTF: (b"{\\rtf",), **dict.fromkeys((DOCX, ODT, EPUB), (b"PK",))}
_PAGE = re.compile(rb"<!doctype html|<html[\s>]", re.I)
_ADVICE = "Factoid reads text: save its text as UTF-8 and read that file."


@dataclass(frozen=True, slots=True)
class Decoded:
    """A string and how it was got from bytes."""

    content: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, name: str, is_html: bool = False) -> Decoded:
    """Return the bytes as a string; a byte order mark is dropped, nothing else is changed.

    Raises `SourceEmpty` for no bytes or only white space and `SourceBinary` for bytes that are no text.
    """
    _refuse_empty(data, name)
    decoded = _by_mark(data) or _decode_unmarked(data, name, is_html=is_html)
    if not decoded.content.strip("\ufeff \t\r\n\v\f\x00") or decoded.content.isspace():
        raise SourceEmpty(name, "holds nothing but white space.", "Give a file with a text in it.")
    if "\x00" in decoded.content or _looks_garbled(decoded.content):
        raise SourceBinary(name, "is called a text but holds something else.", _ADVICE)
    return decoded


def _refuse_empty(data: bytes, name: str) -> None:
    if not data:
        raise SourceEmpty(name, "is empty.", "Give a file with a text in it.")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise SourceBinary(name, f"is called a text but holds {what}.", _ADVICE)


def mistaken_for(data: bytes, media_type: str) -> str | None:
    """Return what a file holds that is called a document of another kind; None where it may be that document."""
    if any(sign in data[:1024] for sign in _DOCUMENTS.get(media_type, (b"",))):
        return None
    if _PAGE.match(data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")):
        return "a web page"
    return next((what for signature, what in _SIGNATURES if data.startswith(signature)), None)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly_or_not(data[len(mark) :], encoding)
    return None


def _strictly_or_not(data: bytes, encoding: str) -> Decoded:
    """Decode; where bytes are broken say how many places now hold U+FFFD."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        content = data.decode(encoding, "replace")
        return Decoded(content, encoding, (_damage(content, encoding),))


def _damage(content: str, encoding: str) -> str:
    places = content.count("\ufffd")
    broken = "1 broken place is" if places == 1 else f"{places} broken places are"
    return f"not valid {encoding}: {broken} marked with \ufffd"


def _decode_unmarked(data: bytes, name: str, *, is_html: bool) -> Decoded:
    wide = _wide_encoding(data)  # first, for Cyrillic UTF-16 is valid UTF-8 as well, with NULs in it
    if wide:
        decoded = _strictly_or_not(data, wide)
        return Decoded(decoded.content, wide, (*decoded.warnings, f"no byte order mark: read as {wide}"))
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    sample = data[:_SAMPLE]
    if b"\x00" in sample or len(sample.translate(None, _CONTROLS)) < 0.99 * len(sample):
        raise SourceBinary(name, "is called a text but holds something else.", _ADVICE)
    broken = data.decode("utf-8", "replace")
    if _is_mostly_valid(broken):
        return Decoded(broken, "utf-8", (_damage(broken, "utf-8"),))
    if is_html and (declared := _declared(data)):
        return declared
    guess = detect_encoding(data, html5_compatible=False) or "cp1252"
    return _guessed(data, _usual(data, _known(guess)))


def _declared(data: bytes) -> Decoded | None:
    """Return a page in the encoding that it says it has; None where it says none, or that is not so."""
    said = _CHARSET.search(data[:_HEAD])
    try:
        name = codecs.lookup(said[1].decode("ascii")).name if said else "utf-8"
        encoding = "cp1252" if name in ("iso8859-1", "ascii") else name  # as browsers have it
        return None if encoding == "utf-8" else Decoded(data.decode(encoding), encoding)
    except (LookupError, UnicodeError, ValueError):
        return None


def _wide_encoding(data: bytes) -> str | None:
    """Return the UTF-16 that bytes without a mark are in, by the half of the bytes that hardly varies."""
    sample = data[: _SAMPLE & ~1]
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    even, odd = sample[::2], sample[1::2]
    for high, low, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        steady = 1 - len(high.translate(None, _HIGH_BYTES)) / len(high)
        nulls = low.count(b"\x00") / len(low)
        if steady > 0.9 and nulls < 0.02 and len(set(low)) > len(set(high)):
            return encoding
    return None


def _is_mostly_valid(broken: str) -> bool:
    """Say whether broken UTF-8 is still UTF-8: far more characters came through than broke."""
    bad = broken.count("\ufffd")
    beyond_ascii = len(broken) - len(broken.encode("ascii", "ignore")) - bad
    return beyond_ascii >= 4 * bad


def _usual(data: bytes, encoding: str) -> str:
    """Return the name that is usual where two of Latin letters say the same here."""
    if not encoding.startswith("iso8859"):
        return encoding
    try:
        return "cp1252" if data.decode("cp1252") == data.decode(encoding) else encoding
    except UnicodeDecodeError:
        return encoding


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return "cp1252"


def _guessed(data: bytes, encoding: str) -> Decoded:
    decoded = _strictly_or_not(data, encoding)
    note = f"not UTF-8: read as {encoding}, which was guessed. If letters look wrong, save the file as UTF-8"
    return Decoded(decoded.content, encoding, (*decoded.warnings, note))


def _looks_garbled(content: str) -> bool:
    sample = content[:_SAMPLE]
    controls = sum(sample.count(chr(c)) for c in _CONTROLS)
    return (controls + sample.count("\ufffd")) > 0.1 * len(sample)
