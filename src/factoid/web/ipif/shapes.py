"""Persons, sources, factoids and statements in the shapes of IPIF 0.3.3.

A factoid of ours is one factoid there, with one statement. Lists of references are written while they are read.
"""

from __future__ import annotations

from collections.abc import Iterator

from factoid.exchange import Json
from factoid.exchange.ipif_statements import FACTOID, PERSON, SOURCE, core_of_line
from factoid.store import Kept, LibraryView, ListedPerson, ListedSource, ListedStatement, Ref


def statement_id(factoid: str) -> str:
    """Return the id of the statement of a factoid."""
    return f"st-{factoid.removeprefix('f-')}"


def json_of_ref(ref: Ref) -> Json:
    """Return a FactoidRef."""
    return {
        "@id": ref.factoid,
        "person-ref": {"@id": ref.person},
        "source-ref": {"@id": ref.source},
        "statement-refs": [{"@id": statement_id(ref.factoid)}],
    }


def json_of_factoid(item: ListedStatement, made: str) -> Json:
    """Return a Factoid."""
    return json_of_ref(item.ref) | _made(item.kept, item.line.factoid.reader, made)


def json_of_statement(item: ListedStatement, made: str) -> Json:
    """Return a Statement."""
    return {
        "@id": statement_id(item.ref.factoid),
        "uris": [f"{FACTOID}{item.ref.factoid}", *item.addresses],
        "factoid-refs": [json_of_ref(item.ref)],
        **core_of_line(item.line, place_address=item.place_address),
        **_made(item.kept, item.line.factoid.reader, made),
    }


def json_of_person(item: ListedPerson, library: LibraryView, made: str) -> Json:
    """Return a Person with all references; the label is the name by which the library now calls them."""
    person = item.summary.id
    own = [f"{PERSON}{key}" for key in dict.fromkeys((person, *item.personas))]
    return {
        "@id": person,
        "label": item.summary.name,
        "uris": [*own, *item.addresses],
        **_made(item.kept, "factoid", made),
        "factoid-refs": _refs(library, person=person),
    }


def json_of_source(item: ListedSource, library: LibraryView, made: str) -> Json:
    """Return a Source with all references."""
    source = item.source
    origin = [source.origin] if source.origin.startswith(("http://", "https://", "urn:")) else []
    return {
        "@id": source.id,
        "label": source.title or source.name,
        "uris": list(dict.fromkeys((f"{SOURCE}{source.id}", *origin, *item.addresses))),
        **_made(item.kept, item.reader, made),
        "factoid-refs": _refs(library, source=source.id),
    }


def _refs(library: LibraryView, *, person: str | None = None, source: str | None = None) -> Iterator[Json]:
    return (json_of_ref(ref) for ref in library.refs(person=person, source=source))


def _made(kept: Kept, by: str, made: str) -> Json:
    """Return who made it when: of what was read, the last moment at which that can have been."""
    changed = {"modifiedBy": by, "modifiedWhen": kept.changed} if kept.changed else {}
    return {"createdBy": by, "createdWhen": kept.added or made, **changed}
