"""Another server's persons, sources and statements, by IPIF: page by page, source by source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from factoid.errors import RecordError, ServerUnreachable
from factoid.exchange.asking import Server
from factoid.exchange.importing import Evidence, Notes, OnePerson, Piece
from factoid.exchange.ipif_statements import PERSON, check_statement, saying_of_statement
from factoid.exchange.json_text import Json
from factoid.exchange.records import MEDIA_TYPE, Book, Who
from factoid.model import SegmentKind, Source, sha256_of_text

READER = "import:ipif@1"
SIZE = 100  #: objects asked for at a time
PAUSE_SECONDS = 0.2  #: between requests to other machines
_UNFIT = re.compile(r"\W+")
TIMES = "times of creation (those of this library are its own)"
GROUPS = "factoids of several statements, taken apart"


class IpifImporter:
    """Every source of a server, with what its statements say."""

    name = "ipif"
    about = "a server of prosopographical data (IPIF 0.3.3), at an address; an interrupted import goes on"

    def pieces(self, target: str, notes: Notes) -> Iterator[Piece]:
        """Yield source after source, and who is one person for the server."""
        server = Server(target, pause_seconds=notes.pause_seconds or _pause(target))
        first = int(notes.mark) if notes.mark.isdigit() else 1
        for number, sources in _pages(server, "sources", first=first):
            for source in sources:
                try:
                    yield _evidence(server, source, notes)
                except RecordError as error:
                    notes.refuse(f"source {source.get('@id')}: {error}")
            notes.keep(str(number + 1))
        yield from _others(server, notes)
        yield OnePerson(
            beginning=server.address("persons", ""), author=f"ipif:{urlsplit(server.base).netloc}"
        )


def _pause(target: str) -> float:
    return 0.0 if urlsplit(target).hostname in ("localhost", "127.0.0.1", "::1") else PAUSE_SECONDS


def _pages(
    server: Server, resource: str, *, first: int = 1, **asked: str
) -> Iterator[tuple[int, list[Json]]]:
    """Yield the pages of a list and their numbers."""
    number, seen = first, (first - 1) * SIZE
    before: object = None
    while True:
        found = _answered(server, resource, size=SIZE, page=number, **asked)
        objects, protocol = found.get(resource), found.get("protocol")
        if not isinstance(objects, list) or not isinstance(protocol, dict):
            raise ServerUnreachable(
                f"{server.base}/{resource}: not in IPIF's shape. Check it with: factoid ipif-check"
            )
        if objects and objects == before:
            raise ServerUnreachable(
                f"{server.base}/{resource}: gives one page again and again. Check it with: factoid ipif-check"
            )
        before = objects
        yield number, [item for item in objects if isinstance(item, dict)]
        seen += len(objects)
        total = protocol.get("totalHits")
        if not objects or (isinstance(total, int) and seen >= total):
            return
        number += 1


def _answered(server: Server, resource: str, **asked: object) -> Json:
    answer = server.get(resource, **asked)
    if answer.status != 200 or not isinstance(answer.json, dict):
        said = answer.json.get("detail") if isinstance(answer.json, dict) else ""
        asked_for = server.address(resource, **asked)
        raise ServerUnreachable(
            f"{asked_for}: answers {answer.status}. {said or 'Is it an interface of IPIF?'}"
        )
    return dict(answer.json)


def _others(server: Server, notes: Notes) -> Iterator[Evidence]:
    """Yield the persons of whom the server makes no statement, as a source of their own, if there are any."""
    host = urlsplit(server.base).netloc
    title = f"Persons of {host} without statements"
    book = Book(_source(server, "persons without statements", title), reader=READER)
    book.note(title, kind=SegmentKind.TITLE)
    pages = _Pages(server, book, notes, "")
    for _, persons in _pages(server, "persons"):
        for person in persons:
            if not person.get("factoid-refs"):
                pages.person(person)
    if pages.names:
        yield Evidence(*book.done())


def _evidence(server: Server, source: Json, notes: Notes) -> Evidence:
    """Return one source with everything the server has on it."""
    key = source.get("@id")
    if not isinstance(key, str) or not key:
        raise RecordError("no @id")
    label = source.get("label") or source.get("metadata") or key
    book = Book(_source(server, key, str(label)), reader=READER)
    book.note(str(label), kind=SegmentKind.TITLE)
    uris = [uri for uri in _listed(source, "uris") if isinstance(uri, str)]
    if uris:
        book.note("; ".join(uris))
        book.address(book.source.id, uris)
    pages = _Pages(server, book, notes, key)
    for _, persons in _pages(server, "persons", sourceId=key):
        for person in persons:
            pages.person(person)
    for _, statements in _pages(server, "statements", sourceId=key):
        for statement in statements:
            try:
                pages.statement(statement)
            except (RecordError, ValueError) as error:
                notes.refuse(f"statement {statement.get('@id')}: {error}")
    notes.lost[TIMES] += bool(source.get("createdWhen"))
    return Evidence(*book.done())


def _source(server: Server, key: str, label: str) -> Source:
    return Source(
        name=_UNFIT.sub("-", label.lower()).strip("-")[:60] or "source",
        content_sha256=sha256_of_text(f"{server.base} {key}"),
        origin=server.address("sources", key),
        media_type=MEDIA_TYPE,
        title=label,
    )


@dataclass(slots=True)
class _Pages:
    """A source on its way into a book."""

    server: Server
    book: Book
    notes: Notes
    source: str
    names: dict[str, str] = field(default_factory=dict)  #: by key
    keys: dict[str, str] = field(default_factory=dict)  #: by address

    def person(self, person: Json) -> None:
        """Write a person."""
        key, label = person.get("@id"), person.get("label")
        if not isinstance(key, str) or not key:
            self.notes.refuse(f"a person of {self.source} without @id")
            return
        uris = [uri for uri in _listed(person, "uris") if isinstance(uri, str)]
        self.keys |= dict.fromkeys((*uris, self.server.address("persons", key)), key)
        self._introduce(key, label if isinstance(label, str) and label.strip() else key, uris)
        self.notes.lost[TIMES] += bool(person.get("createdWhen"))

    def _introduce(self, key: str, name: str, uris: list[str]) -> None:
        self.names[key] = name
        addresses = tuple(dict.fromkeys((self.server.address("persons", key), *uris)))
        self.book.person(Who(key=key, name=name, addresses=addresses))

    def statement(self, statement: Json) -> None:
        """Write a statement, for each factoid of this source that it belongs to."""
        check_statement(statement)
        related = [self._other(item) for item in _listed(statement, "relatesToPersons")]
        own = [ref for ref in _listed(statement, "factoid-refs") if _id(ref, "source-ref") == self.source]
        if not own:
            raise RecordError("refers to no factoid of its source")
        for ref in own:
            who = _id(ref, "person-ref")
            if who not in self.names:
                self._introduce(who, who, [])
            self.book.say(
                saying_of_statement(statement, who=who, related=[r for r in related if r]), self.names
            )
            several = len(_listed(ref, "statement-refs")) > 1
            self.notes.lost[GROUPS] += several
        self.notes.lost[TIMES] += bool(statement.get("createdWhen"))

    def _other(self, item: Json) -> str:
        """Return the key of another person in a statement, who need not have factoids of this source."""
        uri, label = str(item.get("uri") or ""), str(item.get("label") or "")
        key = self.keys.get(uri) or uri.removeprefix(PERSON) or label
        if key and key not in self.names:
            if uri.startswith(PERSON):
                self._introduce(key, label or key, [uri])
            else:
                self.names[key] = label or key
        return key


def _listed(data: Json, name: str) -> list[Any]:
    """Return what a list holds; nothing where it is none."""
    found = data.get(name)
    return found if isinstance(found, list) else []


def _id(ref: object, name: str) -> str:
    inner = ref.get(name) if isinstance(ref, dict) else None
    key = inner.get("@id") if isinstance(inner, dict) else None
    if not isinstance(key, str) or not key:
        raise RecordError(f"{name} is no reference")
    return key
