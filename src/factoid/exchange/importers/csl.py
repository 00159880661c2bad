"""CSL-JSON, which Zotero, Mendeley and pandoc write: what is known of sources that are in the library."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factoid.dates import when_of_edtf
from factoid.errors import ImportingError, RecordError
from factoid.exchange.importing import Description, Notes, Piece, given
from factoid.exchange.json_text import Json
from factoid.model.when import iso_of_year

_CARRIED = {
    "id", "type", "title", "author", "editor", "issued", "language", "URL", "note", "citation-key", "citekey",
}  # fmt: skip


class CslImporter:
    """Title, authors, date and language, for the sources that the items name by short name, address or title."""

    name = "csl-json"
    about = "titles, authors and dates of sources in the library, out of Zotero or any CSL-JSON"

    def pieces(self, target: str, notes: Notes) -> Iterator[Piece]:
        """Yield a description for each item."""
        try:
            whole = json.loads(given(target).text())
        except (ValueError, RecursionError) as error:
            raise ImportingError(f"{target}: no JSON ({error}).") from error
        items = whole.get("items") if isinstance(whole, dict) else whole
        if not isinstance(items, list):
            raise ImportingError(f"{target}: no array of CSL items. In Zotero: Export, CSL JSON.")
        for number, item in enumerate(items, 1):
            try:
                yield _description(item)
            except (RecordError, ValueError, TypeError, AttributeError) as error:
                notes.refuse(f"{target}, item {number}: {error}")
                continue
            notes.lost["fields of bibliography without a place in a source"] += len(item.keys() - _CARRIED)


def _description(item: Any) -> Description:
    if not isinstance(item, dict):
        raise RecordError("not an object")
    names = [_text(item.get(name)) for name in ("id", "citation-key", "citekey", "URL", "title")]
    if not any(names):
        raise RecordError("neither id nor URL nor title")
    fields = {
        "title": _text(item.get("title")),
        "creator": "; ".join(filter(None, map(_person, item.get("author") or item.get("editor") or ()))),
        "published": _date(item.get("issued")),
        "language": _text(item.get("language")).partition("-")[0].lower(),
    }
    called = tuple(dict.fromkeys(name for name in names if name))
    return Description(called=called, fields={name: words for name, words in fields.items() if words})


def _person(author: Json) -> str:
    if author.get("literal"):
        return _text(author["literal"])
    family = " ".join(filter(None, (_text(author.get("non-dropping-particle")), _text(author.get("family")))))
    return ", ".join(filter(None, (family, _text(author.get("given")))))


def _date(issued: Any) -> str:
    """Return the date as EDTF; of an interval both ends. A date in words is left out: it is none."""
    if not isinstance(issued, dict):
        return ""
    ends = []
    for parts in (issued.get("date-parts") or [])[:2]:
        numbers = [int(part) for part in parts if str(part).strip()]
        if numbers:
            ends.append("-".join([iso_of_year(numbers[0]), *(f"{part:02}" for part in numbers[1:3])]))
    edtf = "/".join(ends) + ("~" if issued.get("circa") and len(ends) == 1 else "")
    if not edtf:
        edtf = _text(issued.get("literal") or issued.get("raw"))
        try:
            when_of_edtf(edtf)
        except ValueError:
            return ""
        return edtf
    when_of_edtf(edtf)
    return edtf


def _text(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""
