"""EPUB into one text, chapter after chapter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from factoid.errors import SourceBinary, SourceBroken, SourceEmpty, SourceLocked, SourceWithoutText
from factoid.model import SegmentKind
from factoid.sources.files.archive import Archive
from factoid.sources.files.decoding import decode
from factoid.sources.formats.extract import Extract, Scribe, shown
from factoid.sources.formats.xml_tree import Element, attribute, local, tree_of
from factoid.sources.pages.web_page import WebPage, read_page
from factoid.sources.plain.pieces import Piece
from factoid.sources.plain.publication import published_of

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"


@dataclass(frozen=True, slots=True)
class _Chapter:
    path: str
    title: str | None
    is_contents: bool


def extract_epub(data: bytes, name: str) -> Extract:
    """Return the text of an EPUB in the order of its spine; each chapter can be cited."""
    archive = Archive(BytesIO(data), name)
    if _CONTAINER not in archive:
        raise SourceBroken(name, "is no EPUB, though it is called one.", "Download it again.")
    container = tree_of(archive.read(_CONTAINER), name)
    paths = [attribute(e, "full-path") for e in container.iter() if local(e) == "rootfile"]
    if not paths or not paths[0] or paths[0] not in archive:
        raise SourceBroken(name, "is damaged: it does not say what is in the book.", "Download it again.")
    package = tree_of(archive.read(paths[0]), name)
    chapters = list(_chapters(archive, package, dirname(paths[0]), name))
    _refuse_locked(archive, chapters, name)
    scribe = Scribe(name)
    warnings = []
    for number, chapter in enumerate(chapters, start=1):
        try:
            _write(scribe, archive, chapter, number)
        except (SourceBinary, SourceBroken) as error:  # the other chapters can be read
            warnings.append(f"a chapter was left out: {error}")
    found = scribe.extract()
    found.warnings = warnings
    if all(piece.is_furniture for piece in found.pieces):
        raise SourceWithoutText(
            name, "no chapter of the book shows text.", "Perhaps it holds pictures of pages."
        )
    _describe(found, package)
    return found


def _chapters(archive: Archive, package: Element, folder: str, name: str) -> Iterator[_Chapter]:
    items = {attribute(e, "id"): e for e in package.iter() if local(e) == "item"}
    titles = _titles(archive, items.values(), folder, name)
    seen: set[str] = set()
    for reference in package.iter():
        item = items.get(attribute(reference, "idref")) if local(reference) == "itemref" else None
        path = _path(folder, attribute(item, "href") or "") if item is not None else ""
        if item is not None and path in archive and path not in seen:
            seen.add(path)
            is_contents = "nav" in (attribute(item, "properties") or "").split()
            yield _Chapter(path, titles.get(path), is_contents)


def _path(folder: str, reference: str) -> str:
    return normpath(join(folder, unquote(reference.partition("#")[0])))


def _titles(archive: Archive, items: Iterable[Element], folder: str, name: str) -> dict[str, str]:
    """Return what the book's own contents call each file: the first that each is called."""
    titles: dict[str, str] = {}
    for item in items:
        path = _path(folder, attribute(item, "href") or "")
        is_nav = "nav" in (attribute(item, "properties") or "").split()
        is_ncx = attribute(item, "media-type") == "application/x-dtbncx+xml"
        if (not is_nav and not is_ncx) or path not in archive:
            continue
        try:
            root = tree_of(archive.read(path), name)
        except SourceBroken:
            continue  # contents that cannot be read name nothing; the book can be read
        for target, title in _entries(root):
            if title:
                titles.setdefault(_path(dirname(path), target), title)
    return titles


def _entries(root: Element) -> Iterator[tuple[str, str]]:
    for element in root.iter():
        if local(element) == "a" and (target := attribute(element, "href")):
            yield target, " ".join("".join(map(str, element.itertext())).split())
        elif local(element) == "navPoint":
            parts = {local(child): child for child in element.iterchildren()}
            if "content" in parts and "navLabel" in parts:
                words = " ".join("".join(map(str, parts["navLabel"].itertext())).split())
                yield attribute(parts["content"], "src") or "", words


def _refuse_locked(archive: Archive, chapters: list[_Chapter], name: str) -> None:
    """A book whose chapters are encrypted is locked; one whose fonts are is not."""
    if _ENCRYPTION not in archive:
        return
    root = tree_of(archive.read(_ENCRYPTION), name)
    locked = {unquote(attribute(e, "URI") or "") for e in root.iter() if local(e) == "CipherReference"}
    if any(chapter.path in locked for chapter in chapters):
        raise SourceLocked(name, "is locked by its seller.", "Ask for a copy without rights management.")


def _write(scribe: Scribe, archive: Archive, chapter: _Chapter, number: int) -> None:
    try:
        html = decode(archive.read(chapter.path), name=f"{archive.name}/{chapter.path}", is_html=True).content
    except SourceEmpty:
        return
    page = read_page(shown(html))
    if not page.content.strip():
        return
    title = chapter.title or page.title if not chapter.is_contents else "contents"
    scribe.add_page(f"chapter “{title[:80]}”" if title else f"part {number}")
    for piece in page.pieces:
        if chapter.is_contents:
            piece.judge(SegmentKind.FURNITURE, "furniture: list of contents")
        elif piece.kind is SegmentKind.TITLE:
            piece.judge(SegmentKind.HEADING, "heading of a chapter")
            piece.is_fixed = True
    scribe.add_extract(*_trimmed(page))


def _trimmed(page: WebPage) -> tuple[str, list[Piece]]:
    """Return the text without the white space before its first words."""
    lead = len(page.content) - len(page.content.lstrip())
    for piece in page.pieces:
        piece.start -= lead
        piece.end -= lead
        piece.repeats = None if piece.repeats is None else piece.repeats - lead
    return page.content[lead:], page.pieces


def _describe(found: Extract, package: Element) -> None:
    said: dict[str, list[str]] = {}
    for element in package.iter():
        if "dc/elements" in str(element.tag):
            said.setdefault(local(element), []).append(" ".join((element.text or "").split()))
    found.title = next(iter(said.get("title", ())), "") or None
    found.creator = ", ".join(name for name in said.get("creator", ()) if name) or None
    found.published = next((date for words in said.get("date", ()) if (date := published_of(words))), None)
