"""The sources alone, for Zotero and for footnotes: CSL-JSON and BibTeX."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from factoid.exchange.base import Shelf, left_behind
from factoid.exchange.json_text import Json, write_array
from factoid.exchange.reach import Reach, reach_of
from factoid.model import Source, When
from factoid.model.when import Bounds

VAGUE = "dates of publication that are no plain date"
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "%": r"\%",
    "&": r"\&",
    "#": r"\#",
    "$": r"\$",
    "_": r"\_",
}
_KEY = re.compile(r"[^A-Za-z0-9:_-]+")


class CslExporter:
    """CSL-JSON, which Zotero and pandoc read."""

    name = "csl-json"
    suffix = ".json"
    about = "the sources, for Zotero and pandoc"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write one item a source."""
        lost: Counter[str] = Counter()
        write_array(out, (_csl(source, lost) for source in _sources(shelf, lost)))
        out.write(b"\n")
        return +lost


class BibtexExporter:
    """BibTeX, in UTF-8 as biblatex reads it."""

    name = "bibtex"
    suffix = ".bib"
    about = "the sources, for LaTeX"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write one entry a source."""
        lost: Counter[str] = Counter()
        keys: Counter[str] = Counter()
        for source in _sources(shelf, lost):
            key = _KEY.sub("-", source.name).strip("-") or "source"
            keys[key] += 1
            unique = key if keys[key] == 1 else f"{key}-{keys[key]}"
            out.write(_bibtex(source, unique, lost).encode("utf-8", errors="backslashreplace"))
        return +lost


def _sources(shelf: Shelf, lost: Counter[str]) -> Iterator[Source]:
    for reading in shelf.readings():
        lost["statements"] += len(reading.factoids)
        lost["persons as the sources have them"] += len(reading.personas)
        lost.update(left_behind([reading]))
        yield reading.source


def _csl(source: Source, lost: Counter[str]) -> Json:
    item: Json = {"id": source.name, "type": "webpage" if _is_address(source.origin) else "document"}
    item["title"] = source.title or source.name
    if source.creator:
        item["author"] = [{"literal": source.creator}]
    point = _plain(source, lost)
    if point:
        item["issued"] = {"date-parts": [[int(part) for part in point.split("-")]]}
    elif source.published:
        item["issued"] = {"literal": source.published}
    if source.language:
        item["language"] = source.language
    if _is_address(source.origin):
        item["URL"] = source.origin
    item["note"] = f"sha256: {source.content_sha256}"
    return item


def _bibtex(source: Source, key: str, lost: Counter[str]) -> str:
    point = _plain(source, lost)
    fields = {
        "title": source.title or source.name,
        "author": f"{{{source.creator}}}" if source.creator else "",
        "date": point or source.published or "",
        "langid": source.language or "",
        "url": source.origin if _is_address(source.origin) else "",
        "note": f"sha256: {source.content_sha256}",
    }
    kind = "online" if _is_address(source.origin) else "misc"
    lines = [f"  {name} = {{{_tex(name, value)}}},\n" for name, value in fields.items() if value]
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n\n"


def _tex(name: str, value: str) -> str:
    """Escape what TeX would act on; an address stays as it is, braces of an author keep the name whole."""
    text = " ".join(value.split())
    if name == "url":
        return text
    if name == "author":
        return f"{{{_tex('', text[1:-1])}}}"
    return "".join(_TEX.get(letter, letter) for letter in text)


def _plain(source: Source, lost: Counter[str]) -> str | None:
    if not source.published:
        return None
    nowhere = Bounds(None, None)
    reach: Reach | None = reach_of(When(words="", edtf=source.published, start=nowhere, end=nowhere))
    point = reach.point.iso if reach and reach.point and not reach.is_about and reach.point.year > 0 else None
    lost[VAGUE] += point is None
    return point


def _is_address(origin: str) -> bool:
    return origin.startswith(("http://", "https://"))
