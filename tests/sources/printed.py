"""PDFs made by hand: pages of lines in Courier, whose letters are all 0.6 of their size wide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import NamedTuple
from zlib import compress

import pypdfium2

WIDTH, HEIGHT = 420.0, 595.0
SIZE, LEADING = 10.0, 12.0
LEFT, TOP = 48.0, 530.0


class Line(NamedTuple):
    x: float
    y: float
    words: str
    size: float = SIZE


class Stroke(NamedTuple):
    """A line that is drawn: a thin box."""

    x: float
    y: float
    width: float
    height: float


def pdf(
    pages: Iterable[Sequence[Line | Stroke]], *, info: str = "", root: str = "", trailer: str = ""
) -> bytes:
    """Return a PDF with a page for each list of lines."""
    bodies = [b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"]
    kids = []
    for lines in pages:
        stream = b"\n".join(_shown(line) for line in lines)
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        contents = len(bodies)
        bodies.append(
            f"<< /Type /Page /Parent {{tree}} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {contents} 0 R "
            "/Resources << /Font << /F 1 0 R >> >> >>".encode()
        )
        kids.append(f"{len(bodies)} 0 R")
    tree = len(bodies) + 1
    bodies.append(f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode())
    bodies.append(f"<< /Type /Catalog /Pages {tree} 0 R {root} >>".encode())
    bodies.append(f"<< {info} >>".encode())
    return _file([body.replace(b"{tree}", str(tree).encode()) for body in bodies], trailer)


def column(words: str, *, letters: int, x: float = LEFT, y: float = TOP, indent: bool = False) -> list[Line]:
    """Wrap words into lines of so many letters, the first set in."""
    lines = wrap(words, letters, initial_indent="  " if indent else "", break_on_hyphens=True)
    step = SIZE * 0.6
    return [
        Line(x + step * (len(line) - len(line.lstrip())), y - number * LEADING, line.lstrip())
        for number, line in enumerate(lines)
    ]


def _shown(line: Line | Stroke) -> bytes:
    if isinstance(line, Stroke):
        return b"%g %g %g %g re f" % line
    words = line.words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    return b"BT /F %g Tf %g %g Td (%s) Tj ET" % (line.size, line.x, line.y, words)


def _file(bodies: Sequence[bytes], more: str) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    begin = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    known = f"/Size {len(bodies) + 1} /Root {len(bodies) - 1} 0 R /Info {len(bodies)} 0 R"
    trailer = f"trailer\n<< {known} {more} >>\n"
    return out + trailer.encode() + b"startxref\n%d\n%%%%EOF\n" % begin


def scanned(printed: bytes, *, dots: float = 200 / 72) -> bytes:
    """Return a PDF whose pages are pictures of those of another."""
    bodies, kids = [], []
    document = pypdfium2.PdfDocument(printed)
    for page in document:
        bitmap = page.render(scale=dots, grayscale=True)
        size = f"/Width {bitmap.width} /Height {bitmap.height} /BitsPerComponent 8 /ColorSpace /DeviceGray"
        data = bytes(bitmap.buffer)
        rows = b"".join(data[n * bitmap.stride :][: bitmap.width] for n in range(bitmap.height))
        packed = compress(rows)
        kind = f"<< /Type /XObject /Subtype /Image {size} /Filter /FlateDecode /Length {len(packed)} >>"
        bodies.append(b"%s\nstream\n%s\nendstream" % (kind.encode(), packed))
        shown = b"q %g 0 0 %g 0 0 cm /I Do Q" % (WIDTH, HEIGHT)
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown))
        number = len(bodies)
        bodies.append(
            f"<< /Type /Page /Parent @tree@ 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {number} 0 R "
            f"/Resources << /XObject << /I {number - 1} 0 R >> >> >>".encode()
        )
        kids.append(f"{len(bodies)} 0 R")
    document.close()
    tree = len(bodies) + 1
    bodies.append(f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode())
    bodies.append(f"<< /Type /Catalog /Pages {tree} 0 R >>".encode())
    bodies.append(b"<< >>")
    return _file([body.replace(b"@tree@", str(tree).encode()) for body in bodies], "")
