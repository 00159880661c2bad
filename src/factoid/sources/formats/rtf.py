"""RTF into one text: the one place that uses striprtf."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from striprtf.striprtf import rtf_to_text

from factoid.errors import SourceBroken, SourceWithoutText
from factoid.model import SegmentKind
from factoid.sources.formats.extract import Extract
from factoid.sources.formats.paragraphs import Manuscript, kind_of_style

# Marks stand in the text where RTF has words of command that striprtf drops or blurs. They are control characters,
# which no text holds; those of the file itself are removed first.
_END, _CELL, _ROW, _IN_TABLE, _PLAIN, _STYLE, _ITEM, _NOTE = map(chr, range(1, 9))
_ASIDE = "\x0e"  #: begins what was taken out of the text: its key stands between two of them
_MARKS = {
    "par": _END, "sect": _END, "page": _END, "cell": _CELL, "nestcell": _CELL, "row": _ROW, "nestrow": _ROW,
    "intbl": _IN_TABLE, "pard": _PLAIN, "chftn": "", "field": "", "ansicpg": "",
    "listtext": f"{_ITEM}\\*", "pntext": f"{_ITEM}\\*", "deleted": "\\*", "pgnstart": "",
}  # fmt: skip
_TAKEN_OUT = frozenset({"footnote", "title", "author", "stylesheet"})
_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}]+|\\)"
)
_BINARY = re.compile(rb"\\bin(\d{1,9}) ?")
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{1,5})")
_CODE_PAGES = {"10000": "mac_roman", "10007": "mac_cyrillic", "10029": "mac_latin2", "65001": "utf-8"}
_KNOWN_PAGES = frozenset({
    "437", "850", "852", "855", "857", "858", "861", "862", "864", "866", "874", "932", "936", "949", "950",
    "1250", "1251", "1252", "1253", "1254", "1255", "1256", "1257", "1258",
})  # fmt: skip
_STYLE_OF = re.compile(r"\{\\s(\d{1,5})(?!\d)((?:[^{}]|\{[^{}]*\})*)\}")
_COMMANDS = re.compile(r"\{[^{}]*\}|\\[a-zA-Z]+-?\d* ?|\\[^a-zA-Z]")
_FONT = re.compile(r"\\f(?:charset)?\d+")
_BRACE = re.compile(r"[{}]")
_LONGEST_FONT, _MOST_FONTS = 400, 2000  #: signs of one; beyond, what reads the table of fonts takes hours
_FIRST_SIGN, _LAST_SIGN = -32768, 65535


def extract_rtf(data: bytes, name: str) -> Extract:
    """Return the text of an RTF file: paragraphs and tables in order, footnotes behind their paragraph."""
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        raise SourceBroken(name, "does not begin as RTF does.", "Save it as .rtf anew.")
    page = _CODE_PAGE.search(data)
    rewritten = _Rewritten()
    rewritten.take(_without_binary(data))
    encoding = _encoding(page[1].decode() if page else "")
    words: str = rtf_to_text(_with_short_fonts(rewritten.whole()), encoding=encoding, errors="replace")  # type: ignore[no-untyped-call]
    words = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\xad", "")
    body, *asides = re.split(f"{_ASIDE}(\\w+){_ASIDE}", words)
    said = dict(zip(asides[::2], asides[1::2], strict=True))
    manuscript = Manuscript(name)
    _Writer(manuscript, said, _names_of(rewritten.styles)).write(body)
    found = manuscript.extract()
    if not found.pieces:
        raise SourceWithoutText(name, "the document holds no text.", "Perhaps it holds pictures of pages.")
    found.title = found.title or _line(said.get("title", ""))
    found.creator = _line(said.get("author", ""))
    if rewritten.is_cut:
        found.warnings.append("It ends in the middle, as a file does that was not copied whole.")
    return found


def _without_binary(data: bytes) -> str:
    """Return the file without the bytes of pictures and without control characters; other bytes as RTF writes them."""
    parts, place = [], 0
    while found := _BINARY.search(data, place):
        parts.append(data[place : found.start()])
        place = found.end() + int(found[1])
    parts.append(data[place:])
    plain = b"".join(parts).translate(None, bytes((*range(9), 11, 12, *range(14, 32), 127)))
    return re.sub(rb"[\x80-\xff]", lambda found: b"\\'%02x" % found[0][0], plain).decode("ascii")


def _with_short_fonts(text: str) -> str:
    """Return the file with a table of fonts in which nothing is too long to be one, nor are there too many."""
    start = text.find("\\fonttbl")
    if start < 0:
        return text
    depth, end = 1, len(text)
    for brace in _BRACE.finditer(text, start):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            end = brace.start()
            break
    fonts = text[start:end].split(";")
    kept = (
        font if len(font) <= _LONGEST_FONT and number < _MOST_FONTS else _FONT.sub("", font)
        for number, font in enumerate(fonts)
    )
    return text[:start] + ";".join(kept) + text[end:]


def _encoding(page: str) -> str:
    return _CODE_PAGES.get(page) or (f"cp{page}" if page in _KNOWN_PAGES else "cp1252")


@dataclass(slots=True)
class _Rewritten:
    """RTF with marks in it. Notes, title and author are taken out of the text and stand behind it."""

    parts: list[str] = field(default_factory=list)
    asides: list[tuple[str, list[str]]] = field(default_factory=list)
    styles: str = ""
    _depth: int = 0
    _aside: tuple[int, str, list[str]] | None = None  #: how deep it is, what it is, the text around it
    _notes: int = 0

    def take(self, text: str) -> None:
        """Rewrite it up to the brace that closes the document."""
        for token in _TOKEN.finditer(text):
            word, number, code, sign, brace, _ = token.groups()
            if brace:
                self._brace(brace)
                if self._depth <= 0:
                    break
            elif word:
                self._word(word, number, token[0])
            elif sign in ("\n", "\r"):
                self.parts.append(_END)
            elif code is None or int(code, 16) >= ord(" "):
                self.parts.append(token[0] if token[0] != "\\" else "")

    def whole(self) -> str:
        """Return the rewritten document."""
        self._close_aside()
        asides = "".join(f"{{\\plain {_ASIDE}{key}{_ASIDE}{''.join(words)}}}" for key, words in self.asides)
        return f"{''.join(self.parts)}{asides}{'}' * max(self._depth, 1)}"

    @property
    def is_cut(self) -> bool:
        """Whether the document is not closed."""
        return self._depth > 0

    def _brace(self, brace: str) -> None:
        self._depth += 1 if brace == "{" else -1
        if self._aside and self._depth < self._aside[0]:
            self._close_aside()
        if self._depth > 0:
            self.parts.append(brace)

    def _close_aside(self) -> None:
        if not self._aside:
            return
        _, kind, around = self._aside
        if kind == "stylesheet":
            self.styles = "".join(self.parts)
        else:
            self.asides.append((kind, self.parts))
        self.parts, self._aside = around, None

    def _word(self, word: str, number: str | None, said: str) -> None:
        if word in _TAKEN_OUT and not self._aside:
            key = word
            if word == "footnote":
                self._notes += 1
                key = f"n{self._notes}"
                self.parts.append(f"{_NOTE}{self._notes}{_NOTE}")
            self._aside = self._depth, key, self.parts
            self.parts = []
        elif word in _MARKS:
            self.parts.append(_MARKS[word])
        elif word == "deff":  # the font of all that names none
            self.parts.append(f"\\f{number or 0} ")
        elif word == "s" and number and self._is_text():
            self.parts.append(f"{_STYLE}{number}{_STYLE}")
        elif word == "v" and number != "0":  # hidden
            self.parts.append("\\*")
        elif word in ("u", "uc") and not _is_sign(word, number):
            return
        else:
            self.parts.append(said)

    def _is_text(self) -> bool:
        return not self._aside or self._aside[1] != "stylesheet"


def _is_sign(word: str, number: str | None) -> bool:
    """Say whether a number is one of a letter, or says how many stand for one."""
    if number is None:
        return False
    value = int(number)
    return (
        0 <= value < 10 if word == "uc" else _FIRST_SIGN <= value <= _LAST_SIGN and not 0 <= value < ord(" ")
    )


def _names_of(styles: str) -> dict[str, str]:
    """Return what the styles are called, by their numbers."""
    found = _STYLE_OF.finditer(styles)
    return {style[1]: " ".join(_COMMANDS.sub("", style[2]).strip("; \r\n").split()) for style in found}


@dataclass(slots=True)
class _Writer:
    """Writes marked text into a manuscript."""

    manuscript: Manuscript
    said: dict[str, str]
    styles: dict[str, str]
    _words: list[str] = field(default_factory=list)
    _cells: list[str] = field(default_factory=list)
    _called: list[str] = field(default_factory=list)  #: notes, by their numbers
    _style: str = ""
    _in_table: bool = False
    _is_item: bool = False

    def write(self, body: str) -> None:
        """Write paragraphs, rows and notes."""
        for sign, rest in _marked(body):
            if sign == _NOTE:
                self._words.append(f"[{rest}]")
                self._called.append(rest)
            elif sign == _STYLE:
                self._style = self.styles.get(rest, "")
            elif sign:
                self._mark(sign)
            else:
                self._words.append(rest.replace("\t", " "))
        self._in_table = False
        self._end_cell()
        self._end_row()

    def _mark(self, sign: str) -> None:
        if sign == _END and self._in_table:
            self._words.append("\n")
        elif sign == _END:
            self._end()
        elif sign == _CELL:
            self._end_cell()
        elif sign == _ROW:
            self._end_row()
        elif sign == _IN_TABLE:
            self._in_table = True
        elif sign == _PLAIN:
            self._in_table, self._style, self._is_item = False, "", False
        elif sign == _ITEM:
            self._is_item = True

    def _taken(self) -> str:
        words = "".join(self._words).strip()
        self._words.clear()
        return words

    def _end(self) -> None:
        found = kind_of_style(self._style) if self._style else None
        if not found and self._is_item:
            found = SegmentKind.LIST_ITEM, "numbered or with a bullet"
        self.manuscript.add(self._taken(), *(found or (SegmentKind.PARAGRAPH, "paragraph")))
        self._add_notes()
        self._is_item = False

    def _end_cell(self) -> None:
        if self._in_table or self._cells:
            self._cells.append(self._taken())
        else:
            self._end()

    def _end_row(self) -> None:
        if self._words:
            self._end_cell()
        self.manuscript.add_row(self._cells)
        self._cells.clear()
        self._add_notes()

    def _add_notes(self) -> None:
        for number in self._called:
            note = "".join(rest for sign, rest in _marked(self.said.get(f"n{number}", "")) if not sign)
            self.manuscript.add_note(number, " ".join(note.split()))
        self._called.clear()


def _marked(words: str) -> Iterator[tuple[str, str]]:
    """Yield marks, with what stands between two of a kind, and the words between marks."""
    for found in re.finditer(f"([{_STYLE}{_NOTE}])(\\d+)\\1|([\x01-\x08])|([^\x01-\x08]+)", words):
        pair, key, sign, rest = found.groups()
        yield pair or sign or "", key or rest or ""


def _line(words: str) -> str | None:
    return " ".join("".join(rest for sign, rest in _marked(words) if not sign).split()) or None
