"""A library as an IPIF service: what its routes share."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import StreamingResponse

from factoid.exchange import Json
from factoid.exchange.ipif_statements import FACTOID, PERSON, SOURCE
from factoid.exchange.json_text import json_pieces
from factoid.store import Kind, LibraryView, Narrowing, Order
from factoid.web.ipif import shapes
from factoid.web.ipif.problems import Problem
from factoid.web.ipif.tokens import Writers
from factoid.web.site import Site

KINDS = {
    "factoids": Kind.STATEMENTS,
    "statements": Kind.STATEMENTS,
    "persons": Kind.PERSONS,
    "sources": Kind.SOURCES,
}
_COUNTS_HELD = 256
_PARCEL_BYTES = 1 << 16
_PROFILE = '<https://raw.githubusercontent.com/GVogeler/prosopogrAPhI/master/level2.json>;rel="profile"'
_PREFIX = {"factoids": FACTOID, "statements": FACTOID, "persons": PERSON, "sources": SOURCE}


@dataclass(frozen=True, slots=True)
class Service:
    """A site's library, who may write to it, and counts of the present state of it."""

    site: Site
    writers: Writers
    _counts: OrderedDict[tuple[str, Kind, Narrowing], int] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)  #: of counts
    writing: Lock = field(default_factory=Lock)  #: one who writes at a time

    def count(self, kind: Kind, asked: Narrowing) -> int:
        """Return how many there are; counted once for each state of the library."""
        key = (self.site.library.revision, kind, asked)
        if key in self._counts:
            return self._counts[key]
        total = self.site.library.count(kind, asked)
        with self._lock:
            self._counts[key] = total
            while len(self._counts) > _COUNTS_HELD:
                self._counts.popitem(last=False)
        return total

    def made(self) -> str:
        """Return the last moment at which what stands in the library can have come there."""
        return self.site.library.written.isoformat(timespec="seconds").replace("+00:00", "Z")

    def single(self, resource: str, wanted: str) -> Json:
        """Return one object by its id or one of its addresses; `Problem` 404."""
        key = key_of(self.site.library, resource, wanted)
        asked = {"persons": Narrowing(person=key), "sources": Narrowing(source=key)}
        narrowed = asked.get(resource, Narrowing(factoid=key))
        found = next(self.objects(resource, narrowed, Order(), (1, 0)), None)
        if found is None:
            raise Problem(HTTPStatus.NOT_FOUND, f"There is no {resource[:-1]} {wanted[:200]!r}.")
        return found

    def objects(self, resource: str, asked: Narrowing, order: Order, page: tuple[int, int]) -> Iterator[Json]:
        """Return the objects of a page, given its size and how many stand before it."""
        library, made = self.site.library, self.made()
        size, offset = page
        if resource == "persons":
            persons = library.list_persons(asked, order, limit=size, offset=offset)
            return (shapes.json_of_person(item, library, made) for item in persons)
        if resource == "sources":
            sources = library.list_sources(asked, order, limit=size, offset=offset)
            return (shapes.json_of_source(item, library, made) for item in sources)
        shape = shapes.json_of_factoid if resource == "factoids" else shapes.json_of_statement
        statements = library.list_statements(asked, order, limit=size, offset=offset)
        return (shape(item, made) for item in statements)


def service_of(request: Request) -> Service:
    """Return the service that a request is for."""
    service: Service = request.app.state.service
    return service


TheService = Annotated[Service, Depends(service_of)]


def answer_of(value: Json, *, status: int = 200, location: str | None = None) -> StreamingResponse:
    """Return JSON, written piece by piece."""
    headers = {"Link": _PROFILE, **({"Location": location} if location else {})}
    return StreamingResponse(
        _parcels(json_pieces(value)), status, headers=headers, media_type="application/json"
    )


def _parcels(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Put small pieces together: each that is sent costs a way through the server."""
    parcel = bytearray()
    for piece in pieces:
        parcel += piece
        if len(parcel) >= _PARCEL_BYTES:
            yield bytes(parcel)
            parcel.clear()
    yield bytes(parcel)


def key_of(library: LibraryView, resource: str, wanted: str) -> str:
    """Return our id for an id or address of IPIF's."""
    bare = wanted.removeprefix(_PREFIX[resource])
    if resource in ("factoids", "statements"):
        known = library.key_at(wanted)
        if known is not None and known.startswith("f-"):
            return known
        if resource == "statements":
            return f"f-{bare[3:]}" if bare.startswith("st-") else (bare if bare != wanted else "")
    return bare
