"""TEI XML into one text: what its header says, its paragraphs, heads and notes, its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from factoid.errors import SourceKindUnknown, SourceWithoutText
from factoid.model import SegmentKind
from factoid.sources.formats.extract import Extract, Scribe, shown
from factoid.sources.formats.xml_tree import Element, attribute, local, tree_of
from factoid.sources.plain.publication import first_of, published_of

_ROOTS = frozenset({"TEI", "TEI.2", "teiCorpus"})
_BLOCKS = frozenset({
    "ab", "argument", "back", "body", "byline", "caption", "castItem", "castList", "cell", "closer",
    "dateline", "div", "div0", "div1", "div2", "div3", "div4", "div5", "div6", "div7", "docEdition",
    "docImprint", "docTitle", "entry", "entryFree", "epigraph", "event", "figure", "front", "group", "head",
    "imprimatur", "item", "label", "lg", "list", "listBibl", "listEvent", "listOrg", "listPerson",
    "listPlace", "opener", "org", "p", "person", "place", "postscript", "row", "salute", "signed", "sp",
    "speaker", "stage", "table", "text", "titlePage", "titlePart", "trailer",
})  # fmt: skip
_UNREAD = frozenset({
    "del", "rdg", "index", "surplus", "teiHeader", "facsimile", "sourceDoc", "standOff", "figDesc",
})  # fmt: skip
_BETTER = ("corr", "reg", "expan")  #: of two readings that an editor gives, the one to read
_KINDS = {
    "head": (SegmentKind.HEADING, "heading"),
    "titlePart": (SegmentKind.HEADING, "title page"),
    "docTitle": (SegmentKind.HEADING, "title page"),
    "item": (SegmentKind.LIST_ITEM, "item of a list"),
    "label": (SegmentKind.LIST_ITEM, "item of a list"),
    "fw": (SegmentKind.FURNITURE, "furniture: running head or catchword"),
}
_CAPTION = SegmentKind.CAPTION, "caption"
_PLAIN = SegmentKind.PARAGRAPH, "paragraph"
_BREAK = "\x01"  #: stands where a page begins; XML holds no such sign
_NAMED_PAGE = re.compile(r"(?:p|pp|f|ff|fol|s|с|стр|л)\b\.?\s*", re.I)
_LONGEST_LABEL = 40


def extract_tei(data: bytes, name: str) -> Extract:
    """Return the text of a TEI document, of all its texts one after the other.

    Raises `SourceKindUnknown` for other XML, and `SourceWithoutText` where TEI holds descriptions without a text.
    """
    root = tree_of(data, name)
    if local(root) not in _ROOTS:
        advice = (
            "Save the text in it as .txt, or as .html if it is a page; records are read by `factoid import`."
        )
        raise SourceKindUnknown(name, f"is XML, but no TEI: its root is <{local(root)[:40]}>.", advice)
    writer = _Writer(name, has_pages=any(local(e) == "pb" for e in root.iter()))
    for text in _texts(root):
        writer.write(text, _PLAIN)
    found = writer.scribe.extract()
    if not found.pieces:
        advice = "Persons that are described in it are read by `factoid import tei FILE`."
        raise SourceWithoutText(name, "the TEI holds no text.", advice)
    header = next((e for e in root.iter() if local(e) == "teiHeader"), None)
    if header is not None:
        found.title, found.creator, found.published = _said(header)
    return found


def _texts(element: Element) -> Iterator[Element]:
    """Yield the texts that are in no other."""
    for child in element.iterchildren():
        if local(child) == "text":
            yield child
        elif local(child) in _ROOTS:
            yield from _texts(child)


def _said(header: Element) -> tuple[str | None, str | None, str | None]:
    """Return title, authors and date of what the header describes; the date of the source before the edition's."""
    statement = next((e for e in header.iter() if local(e) == "titleStmt"), header)
    titles = [e for e in statement.iter() if local(e) == "title"]
    main = [e for e in titles if attribute(e, "type") == "main"]
    authors = dict.fromkeys(_line(e) for e in statement.iter() if local(e) == "author")
    dates = [e for part in ("sourceDesc", "creation", "publicationStmt") for e in _dates_in(header, part)]
    title = first_of(_line(e) for e in (main or titles))
    return title, ", ".join(filter(None, authors)) or None, first_of(map(_published, dates))


def _dates_in(header: Element, part: str) -> Iterator[Element]:
    for above in header.iter():
        if local(above) == part:
            yield from (e for e in above.iter() if local(e) == "date")


def _published(date: Element) -> str | None:
    said = attribute(date, "when") or attribute(date, "when-iso")
    return published_of(said) if said else published_of(_line(date))


def _line(element: Element) -> str:
    return " ".join(shown("".join(str(words) for words in element.itertext())).split())


class _Writer:
    """Writes elements that stand alone as pieces, with their notes behind them."""

    def __init__(self, name: str, *, has_pages: bool) -> None:
        self.scribe = Scribe(name)
        self._has_pages = has_pages
        self._breaks = 0
        self._number = 0
        self._words: list[str] = []
        self._labels: list[str] = []  #: of the pages that begin in these words
        self._page = ""  #: the one at hand
        self._behind: list[tuple[str, tuple[SegmentKind, str], str]] = []  #: words, kind, page
        self._notes = 0

    def write(self, block: Element, kind: tuple[SegmentKind, str]) -> None:
        """Write what an element holds, a piece for each part of it that stands alone."""
        if local(block) == "row":
            self._flush(kind)
            self._write_row(block)
            return
        if local(block) == "note":
            self._take_note(block, is_alone=True)
            return
        self._take(block, _kind_of(block, kind))

    def _take(self, element: Element, kind: tuple[SegmentKind, str]) -> None:
        self._words.append(element.text or "")
        for child in _chosen(element):
            name = local(child)
            if name == "note":
                self._take_note(child, is_alone=not "".join(self._words).strip())
            elif name == "fw":
                self._behind.append((_line(child), _KINDS["fw"], self._page))
            elif name in _BLOCKS or (name not in _UNREAD and _has_block(child)):
                self._flush(kind)
                self.write(child, _CAPTION if name == "figure" else kind)
                self._flush(kind)
            elif name not in _UNREAD:
                self._take_inline(child, kind)
            self._words.append(child.tail or "")
        if local(element) in _BLOCKS:
            self._flush(kind)

    def _take_inline(self, child: Element, kind: tuple[SegmentKind, str]) -> None:
        name = local(child)
        between = "" if attribute(child, "break") == "no" else " "
        if name == "pb":
            self._breaks += 1
            self._page = _label_of(attribute(child, "n"), self._breaks)
            self._labels.append(self._page)
            self._words.append(f"{between}{_BREAK}{between}")
        elif name in ("lb", "cb", "space"):
            self._words.append(between)
        elif name == "l":
            self._words.append(" ")
            self._take(child, kind)
        elif name == "gap":
            self._words.append("[…]")
        elif not name:
            self._words.append(_entity(child))
        else:
            self._take(child, kind)

    def _take_note(self, note: Element, *, is_alone: bool) -> None:
        self._notes += 1
        words = _line(note)
        if not words:
            return
        number = " ".join((attribute(note, "n") or str(self._notes)).split())[:_LONGEST_LABEL]
        if not is_alone:
            self._words.append(f"[{number}]")
            words = f"[{number}] {words}"
        self._behind.append((words, (SegmentKind.PARAGRAPH, "footnote"), self._page))

    def _write_row(self, row: Element) -> None:
        self._count()
        self.scribe.add_row([_line(cell) for cell in row.iterchildren() if local(cell)])

    def _flush(self, kind: tuple[SegmentKind, str]) -> None:
        """Write the words so far as a piece, and say where pages begin in it."""
        words, places = _joined("".join(self._words))
        self._words.clear()
        labels, self._labels = self._labels, []
        for label, _ in (pair for pair in zip(labels, places, strict=True) if not pair[1]):
            self.scribe.add_page(label)
        if words:
            self._count()
        piece = self.scribe.add(words, *kind)
        for label, place in zip(labels, places, strict=True):
            if piece and 0 < place < len(words):
                self.scribe.add_page(label, at=piece.start + place)
        behind, self._behind = self._behind, []
        for note, what, page in behind:
            if self._has_pages and page:
                self.scribe.add_page(page)
            self.scribe.add(note, *what)
        if (
            self._has_pages and self._page
        ):  # also where a page begins behind the last word, or a note stood before it
            self.scribe.add_page(self._page)

    def _count(self) -> None:
        self._number += 1
        if not self._has_pages:
            self.scribe.add_page(f"par. {self._number}")


def _kind_of(block: Element, kind: tuple[SegmentKind, str]) -> tuple[SegmentKind, str]:
    """Return what an element is, in something of a kind."""
    if local(block) == "p" or (local(block) == "head" and kind == _CAPTION):
        return kind if kind == _CAPTION else _PLAIN
    return _KINDS.get(local(block), kind)


def _chosen(element: Element) -> Iterator[Element]:
    """Yield the children; of a choice between two readings, the one to read."""
    children = list(element.iterchildren())
    if local(element) == "choice":
        better = [child for child in children if local(child) in _BETTER]
        yield from better[:1] or children[:1]
        return
    yield from children


def _has_block(element: Element) -> bool:
    return any(local(below) in _BLOCKS for below in element.iterdescendants())


def _entity(child: Element) -> str:
    """Return the sign that an entity of HTML names; nothing for any other."""
    said = str(child.text or "")
    sign = unescape(said)
    return sign if sign != said and len(sign) <= 2 else ""


def _joined(words: str) -> tuple[str, list[int]]:
    """Return the words with single spaces, and the places where pages begin in them."""
    out, places = "", []
    for number, part in enumerate(words.split(_BREAK)):
        if number:
            places.append(len(out))
        part = re.sub(r"\s+", " ", shown(part))
        out += part.lstrip() if not out or out.endswith(" ") else part
    return out.rstrip(), places


def _label_of(number: str | None, place: int) -> str:
    """Return what a page is called; in brackets by its place where the text has no number for it."""
    said = " ".join((number or f"[{place}]").split())[:_LONGEST_LABEL] or f"[{place}]"
    return said if _NAMED_PAGE.match(said) else f"p. {said}"
