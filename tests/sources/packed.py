"""Documents of word processors and books, made as small as they can be."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def zipped(files: Mapping[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def saved(document: Any) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def word_document() -> Any:
    return docx.Document()


def add_footnote(document: Any, paragraph: Any, words: str) -> None:
    """Give the document one footnote, called at the end of a paragraph."""
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        f'<w:footnote w:id="7"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    part = Part(PackURI("/word/footnotes.xml"), NOTES_TYPE, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    paragraph._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="7"/></w:r>'))


ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("meta", "meta"),
    )
)  # fmt: skip


def odt(body: str, *, styles: str = "", head: str = "", meta: str = "") -> bytes:
    content = (
        f"{head}<office:document-content {ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    said = (
        f'<office:document-meta {ODF} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>{meta}</office:meta>'
        "</office:document-meta>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": content, "meta.xml": said})


CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)


def epub(
    chapters: Mapping[str, str], *, titles: Mapping[str, str], more: Mapping[str, str] | None = None
) -> bytes:
    """A book: the body of each chapter by its file, and what its contents call them."""
    links = "".join(f'<li><a href="{name}">{title}</a></li>' for name, title in titles.items())
    items = "".join(f'<item id="{n}" href="{n}" media-type="application/xhtml+xml"/>' for n in chapters)
    spine = "".join(f'<itemref idref="{name}"/>' for name in ("nav", *chapters))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0">'
        "<metadata><dc:title>A Baker's Daughter</dc:title><dc:creator>Karl Brandt</dc:creator><dc:date>1987</dc:date>"
        f'</metadata><manifest><item id="nav" href="nav.xhtml" properties="nav"/>{items}</manifest>'
        f"<spine>{spine}</spine></package>"
    )
    page = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html>'
    files = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "OPS/book.opf": package}
    files["OPS/nav.xhtml"] = page.format(f"<nav><h1>Contents</h1><ol>{links}</ol></nav>")
    files |= {f"OPS/{name}": page.format(body) for name, body in chapters.items()}
    return zipped(files | dict(more or {}))


RTF_HEAD = (
    rb"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Times New Roman;}{\f1\fcharset0 Arial;}}"
    rb"{\stylesheet{\s0 Normal;}{\s1\ql{\*\x}\outlinelevel0 heading 1;}{\s2 Title;}}"
    rb"{\info{\title Weiss}{\author Karl \'c1\'f0\'e0\'ed\'e4\'f2}}"
)


def rtf(body: str, *, head: bytes = RTF_HEAD) -> bytes:
    return head + body.encode("cp1251") + b"}"


def tei(body: str, *, header: str = "", front: str = "", doctype: str = "") -> bytes:
    text = f"<text><front>{front}</front><body>{body}</body></text>"
    root = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{header}</teiHeader>{text}</TEI>'
    return f'<?xml version="1.0" encoding="UTF-8"?>{doctype}{root}'.encode()
