"""ODT into one text."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from factoid.errors import SourceBroken, SourceLocked, SourceWithoutText
from factoid.model import SegmentKind
from factoid.sources.files.archive import Archive
from factoid.sources.formats.extract import Extract
from factoid.sources.formats.paragraphs import Manuscript, kind_of_style
from factoid.sources.formats.xml_tree import Element, attribute, local, tree_of

_NOT_TEXT = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "forms", "sequence-decls", "note", "frame"}
)
_MOST_SPACES = 100
_Notes = list[tuple[str, str]]


def extract_odt(data: bytes, name: str) -> Extract:
    """Return the text of an ODT: paragraphs and tables in order, footnotes behind their paragraph."""
    archive = Archive(BytesIO(data), name)
    if "content.xml" not in archive:
        raise SourceBroken(name, "is no OpenDocument text, though it is called one.", "Save it as .odt anew.")
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise SourceLocked(name, "needs a password.", "Save a copy without one.")
    root = tree_of(archive.read("content.xml"), name)
    manuscript = Manuscript(name)
    body = next((e for e in root.iter() if local(e) == "body"), root)
    _write(body, manuscript, _parents_of(root), in_list=False)
    found = manuscript.extract()
    if not found.pieces:
        raise SourceWithoutText(name, "the document holds no text.", "Perhaps it holds pictures of pages.")
    if "meta.xml" in archive:
        said = {
            local(e): " ".join((e.text or "").split()) for e in tree_of(archive.read("meta.xml"), name).iter()
        }
        found.title = found.title or said.get("title") or None
        found.creator = said.get("initial-creator") or said.get("creator") or None
    return found


def _parents_of(root: Element) -> dict[str, str]:
    """Return the named style that each automatic one is made from."""
    styles = (e for e in root.iter() if local(e) == "style")
    return {attribute(e, "name") or "": attribute(e, "parent-style-name") or "" for e in styles}


def _write(parent: Element, manuscript: Manuscript, styles: dict[str, str], *, in_list: bool) -> None:
    for child in parent.iterchildren():
        name = local(child)
        if name in ("p", "h"):
            _write_paragraph(child, manuscript, styles, in_list=in_list)
        elif name == "table-row":
            cells = [cell for cell in child.iterchildren() if local(cell) == "table-cell"]
            manuscript.add_row([_lines(cell) for cell in cells])
        elif name == "table-of-content":
            manuscript.add(_lines(child), SegmentKind.FURNITURE, "furniture: list of contents")
        elif name not in _NOT_TEXT:
            _write(child, manuscript, styles, in_list=in_list or name == "list")


def _write_paragraph(
    paragraph: Element, manuscript: Manuscript, styles: dict[str, str], *, in_list: bool
) -> None:
    notes: _Notes = []
    words = "".join(_parts(paragraph, notes))
    style = attribute(paragraph, "style-name") or ""
    found = kind_of_style(style) or kind_of_style(styles.get(style, ""))
    if local(paragraph) == "h":
        found = SegmentKind.HEADING, "heading"
    elif in_list:
        found = SegmentKind.LIST_ITEM, "item of a list"
    manuscript.add(words, *(found or (SegmentKind.PARAGRAPH, "paragraph")))
    for number, note in notes:
        manuscript.add_note(number, note)
    for box in paragraph.iter():
        if local(box) == "text-box":
            manuscript.add(_lines(box), SegmentKind.PARAGRAPH, "text box")


def _parts(element: Element, notes: _Notes) -> Iterator[str]:
    """Yield the words of a paragraph; notes are put aside."""
    yield element.text or ""
    for child in element.iterchildren():
        name = local(child)
        if name == "s":
            count = attribute(child, "c") or "1"
            yield " " * min(int(count) if count.isdigit() else 1, _MOST_SPACES)
        elif name == "tab":
            yield " "
        elif name == "line-break":
            yield "\n"
        elif name == "note":
            number, words = _note(child)
            notes.append((number, words))
            yield f"[{number}]"
        elif name not in _NOT_TEXT:
            yield from _parts(child, notes)
        yield child.tail or ""


def _note(note: Element) -> tuple[str, str]:
    parts = {local(child): child for child in note.iterchildren()}
    number = "".join(map(str, parts["note-citation"].itertext())).strip() if "note-citation" in parts else "*"
    return number, _lines(parts["note-body"]) if "note-body" in parts else ""


def _lines(parent: Element) -> str:
    """Return the paragraphs in a cell, a note or a text box, a line each."""
    lines = ("".join(_parts(p, [])) for p in parent.iter() if local(p) in ("p", "h"))
    return "\n".join(line.strip() for line in lines if line.strip())
