"""DOCX into one text: the one place that uses python-docx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import docx

from factoid.errors import SourceBroken, SourceWithoutText
from factoid.model import SegmentKind
from factoid.sources.files.archive import Archive
from factoid.sources.formats.extract import Extract
from factoid.sources.formats.paragraphs import Manuscript, kind_of_style
from factoid.sources.formats.xml_tree import Element, attribute, local, tree_of

_PROPERTIES = "docProps/core.xml"
_NOT_TEXT = frozenset(
    {"pPr", "rPr", "del", "moveFrom", "delText", "instrText", "Fallback", "tblPr", "sectPr"}
)
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_REFERENCES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


@dataclass(slots=True)
class _Notes:
    """The notes of a document by kind and id, and those that the paragraph at hand refers to."""

    words: dict[tuple[str, str], str] = field(default_factory=dict)
    numbers: dict[tuple[str, str], str] = field(default_factory=dict)
    called: list[tuple[str, str]] = field(default_factory=list)  #: number and words

    def call(self, kind: str, key: str) -> str:
        """Return the mark of a note, numbered as it is met."""
        number = self.numbers.setdefault((kind, key), str(len(self.numbers) + 1))
        self.called.append((number, self.words.get((kind, key), "")))
        return f"[{number}]"


def extract_docx(data: bytes, name: str) -> Extract:
    """Return the text of a DOCX: paragraphs and tables in order, footnotes behind their paragraph."""
    archive = Archive(BytesIO(data), name)
    archive.check()
    if "[Content_Types].xml" not in archive:
        raise SourceBroken(name, "is no Word document, though it is called one.", "Save it as .docx anew.")
    document = docx.Document(BytesIO(data))
    notes = _notes_of(document, name)
    styles = _names_of_styles(document.styles)
    manuscript = Manuscript(name)
    for block in _blocks(document.element.body):
        if local(block) == "tbl":
            for row in (row for row in block.iterchildren() if local(row) == "tr"):
                manuscript.add_row([_cell(cell, notes) for cell in row.iterchildren() if local(cell) == "tc"])
        else:
            words = _words(block, notes)
            manuscript.add(words, *_kind(block, styles))
            for box in block.iter():
                if local(box) == "txbxContent" and not _is_fallback(box):
                    manuscript.add(_cell(box, notes), SegmentKind.PARAGRAPH, "text box")
        for number, note in notes.called:
            manuscript.add_note(number, note)
        notes.called.clear()
    found = manuscript.extract()
    if not found.pieces:
        raise SourceWithoutText(name, "the document holds no text.", "Perhaps it holds pictures of pages.")
    said = _said_of_itself(archive, name)
    found.title = found.title or said.get("title") or None
    found.creator = said.get("creator") or None
    return found


def _said_of_itself(archive: Archive, name: str) -> dict[str, str]:
    """Return title, author and so on; python-docx makes some up where a file does not name them as Word does."""
    if _PROPERTIES not in archive:
        return {}
    root = tree_of(archive.read(_PROPERTIES), name)
    return {local(element): " ".join((element.text or "").split()) for element in root.iter()}


def _notes_of(document: Any, name: str) -> _Notes:
    notes = _Notes()
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind not in _REFERENCES.values() or relation.is_external:
            continue
        for note in tree_of(relation.target_part.blob, name).iterchildren():
            if attribute(note, "type") in (None, "normal"):
                notes.words[kind, attribute(note, "id") or ""] = _cell(note, _Notes())
    return notes


def _names_of_styles(styles: Iterable[Any]) -> dict[str, list[str]]:
    """Return for each style its name and those of the styles that it is made from."""
    names: dict[str, str] = {}
    bases: dict[str, str | None] = {}
    for style in styles:
        if style.style_id:
            names[style.style_id] = str(style.name or "")
            based = next((child for child in style.element.iterchildren() if local(child) == "basedOn"), None)
            bases[style.style_id] = None if based is None else attribute(based, "val")
    return {style: [names[step] for step in _steps(style, bases)] for style in names}


def _steps(style: str, bases: Mapping[str, str | None]) -> Iterator[str]:
    """Yield a style and what it is made from, ten at most: a broken file goes in circles."""
    step: str | None = style
    for _ in range(10):
        if step is None or step not in bases:
            return
        yield step
        step = bases[step]


def _blocks(parent: Element) -> Iterator[Element]:
    """Yield paragraphs and tables, also those in content controls and tracked insertions."""
    for child in parent.iterchildren():
        name = local(child)
        if name in ("p", "tbl"):
            yield child
        elif name not in _NOT_TEXT:
            yield from _blocks(child)


def _words(paragraph: Element, notes: _Notes) -> str:
    return "".join(_parts(paragraph, notes))


def _parts(element: Element, notes: _Notes) -> Iterator[str]:
    for child in element.iterchildren():
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name in _REFERENCES:
            yield notes.call(_REFERENCES[name], attribute(child, "id") or "")
        elif name not in _NOT_TEXT and name != "txbxContent":
            yield from _parts(child, notes)


def _cell(cell: Element, notes: _Notes) -> str:
    """Return the paragraphs of a cell, a note or a text box, a line each."""
    lines = (_words(block, notes) for block in cell.iter() if local(block) == "p")
    return "\n".join(line.strip() for line in lines if line.strip())


def _is_fallback(element: Element) -> bool:
    return any(local(above) == "Fallback" for above in element.iterancestors())


def _kind(paragraph: Element, styles: dict[str, list[str]]) -> tuple[SegmentKind, str]:
    properties = next((child for child in paragraph.iterchildren() if local(child) == "pPr"), None)
    if properties is None:
        return SegmentKind.PARAGRAPH, "paragraph"
    names = {local(child): child for child in properties.iterchildren()}
    style = attribute(names["pStyle"], "val") if "pStyle" in names else None
    for name in styles.get(style or "", ()):
        if found := kind_of_style(name):
            return found
    if "numPr" in names:
        return SegmentKind.LIST_ITEM, "numbered or with a bullet"
    return SegmentKind.PARAGRAPH, "paragraph"
