"""The sources that writers of IPIF fill: one for each writer, one for each source that they add.

Evidence in texts that were read is never touched. Who a record is about is a judgement of its writer.
"""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Any
from uuid import uuid4

from factoid.errors import NotInLibrary, RecordError
from factoid.exchange import Json
from factoid.exchange.ipif_statements import PERSON, check_statement, saying_of_statement, words_in
from factoid.exchange.records import MEDIA_TYPE, Book, Who
from factoid.model import Anchor, Judgement, Persona, SegmentKind, Source, Verdict, sha256_of_text, utc_now
from factoid.pipeline.persons import Linker
from factoid.store import Library, Narrowing, Order
from factoid.web.ipif.problems import Problem

READER = "ipif@1"
_ORIGIN = "ipif:"
_LONGEST_LABEL = 1000


def create(library: Library, resource: str, who: str, data: Json) -> str:
    """Write a new record; return its id in the library."""
    if resource == "sources":
        return _new_source(library, who, data)
    if resource == "persons":
        return _new_person(library, who, data)
    return _new_factoid(library, who, data)


def update(library: Library, resource: str, who: str, data: Json) -> str:
    """Write another state of a record that was written before; return its id."""
    if resource == "sources":
        book = _written_book(library, str(data["@id"]))
        label = _label(data, book.source.title or "")
        book.note(f"now called: {label} (by {who}, {utc_now()})")
        book.source = replace(book.source, title=label)
        book.address(book.source.id, _uris(data))
        _keep(library, book)
        return book.source.id
    if resource == "persons":
        book, persona = _written_person(library, str(data["@id"]))
        label = _label(data, persona.name)
        book.person(Who(key=persona.id, name=label, addresses=tuple(_uris(data))))
        _keep(library, book)
        return str(data["@id"])
    before = str(data["@id"])
    book = _book_of_factoid(library, before)
    book.note(f"record {before} is written anew by {who}, {utc_now()}:")
    book.forget(before)
    return _write_statement(library, book, who, data, replaces=before)


def delete(library: Library, resource: str, who: str, data: Json) -> str:
    """Take back a record; its words stay in its source."""
    key = str(data["@id"])
    if resource == "sources":
        _written_book(library, key)
        raise Problem(
            HTTPStatus.CONFLICT,
            "A source stays in the library: what it said can be taken back, not that it was there.",
        )
    if resource == "persons":
        book, persona = _written_person(library, key)
        _, reading = book.done()
        is_related = any(persona.id in (f.person, *f.related) for f in reading.factoids)
        if is_related or next(library.refs(person=key), None) is not None:
            raise Problem(HTTPStatus.CONFLICT, "Factoids refer to this person. Delete them first.")
        book.note(f"person {persona.name} is taken back by {who}, {utc_now()}")
        book.forget(persona.id)
    else:
        book = _book_of_factoid(library, key)
        book.note(f"record {key} is taken back by {who}, {utc_now()}")
        book.forget(key)
    _keep(library, book)
    return key


def _new_source(library: Library, who: str, data: Json) -> str:
    label = _label(data)
    book = _begun(f"ipif-{who}-source", f"{_ORIGIN}{who}", label, who)
    book.note(label, kind=SegmentKind.TITLE)
    uris = _uris(data)
    if uris:
        book.note("; ".join(uris))
    book.address(book.source.id, uris)
    _keep(library, book)
    return book.source.id


def _new_person(library: Library, who: str, data: Json) -> str:
    book = _own_book(library, who)
    key = book.person(Who(key=uuid4().hex, name=_label(data), addresses=tuple(_uris(data))))
    _keep(library, book)
    return key


def _new_factoid(library: Library, who: str, data: Json) -> str:
    source = _ref(data, "source-ref")
    listed = library.list_sources(
        Narrowing(source=source.removeprefix("urn:factoid:source:")), Order(), limit=1
    )
    if not listed:
        raise RecordError(f"source-ref: there is no source {source[:200]!r}. POST /sources first.")
    held = listed[0].source
    if _is_written(held):
        book = Book.reopened(library.document(held.id), library.reading(held.id))
    else:
        book = _own_book(library, who)
        book.note(f"on {held.title or held.name} ({held.id}):")
    return _write_statement(library, book, who, data)


def _write_statement(library: Library, book: Book, who: str, data: Json, *, replaces: str = "") -> str:
    """Write the one statement of a factoid, and that its person is the one the writer means."""
    statement = _statement_of(data)
    person = _ref(data, "person-ref")
    labels = _called(statement)
    others = list(labels)
    meant = {
        key: _persona_meant(library, key.removeprefix(PERSON), near=book.source.id)
        for key in (person, *others)
    }
    if meant[person] is None:
        raise RecordError(f"person-ref: there is no person {person[:200]!r}. POST /persons first.")
    names = {key: found[1].name if found else labels.get(key, key) for key, found in meant.items()}
    keys = {key: found[1].id if found and found[0] == book.source.id else key for key, found in meant.items()}
    addresses = [*_uris(data), *([f"urn:factoid:factoid:{replaces}", replaces] if replaces else [])]
    given = words_in(data.get("@id"))
    if given and not replaces and given not in addresses:
        addresses.append(given)
    saying = saying_of_statement(statement, who=keys[person], related=[keys[key] for key in others])
    made = book.say(
        replace(saying, reader=f"ipif:{who}", addresses=(*saying.addresses, *addresses)),
        {keys[key]: name for key, name in names.items()},
    )
    _keep(library, book, link=False)
    for key, found in meant.items():
        if found and found[0] != book.source.id:
            mine = made.person if key == person else made.related[others.index(key)]
            _judge_same(library, who, (book.source.id, mine), found)
    Linker(library).refresh()
    return made.id


def _called(statement: Json) -> dict[str, str]:
    """Return who else a statement is about: address, or name without one, and the name."""
    check_statement(statement)
    found: dict[str, str] = {}
    for item in statement.get("relatesToPersons") or ():
        uri, label = words_in(item.get("uri")), words_in(item.get("label"))
        if uri or label:
            found[uri or label] = label or uri
    return found


def _judge_same(library: Library, who: str, mine: tuple[str, str], other: tuple[str, Persona]) -> None:
    """Write down that the writer means the person of another source."""
    here = next(p for p in library.reading(mine[0]).personas if p.id == mine[1])
    library.judge(
        Judgement(
            verdict=Verdict.SAME,
            author=f"ipif:{who}",
            made=utc_now(),
            reason="the record names this person",
            left=Anchor(mine[0], here.mentions[0].span),
            right=Anchor(other[0], other[1].mentions[0].span),
        )
    )


def _persona_meant(library: Library, wanted: str, *, near: str) -> tuple[str, Persona] | None:
    """Return a persona of the person that an id or address means, with its source: if there is one, of this one."""
    found = library.list_persons(Narrowing(person=wanted), Order(), limit=1) if wanted else []
    if not found:
        return None
    personas = [p for p in library.dossier(found[0].summary.id).personas if p.persona.mentions]
    personas.sort(key=lambda p: (p.source_id != near, p.persona.id != wanted, not p.persona.is_named))
    return (personas[0].source_id, personas[0].persona) if personas else None


def _statement_of(data: Json) -> Json:
    """Return the statement that a factoid carries: in its ``statement-refs``, ``statements`` or ``statement``."""
    given: list[Any] = []
    for name in ("statements", "statement", "statement-refs"):
        value = data.get(name)
        given += value if isinstance(value, list) else [value] if value is not None else []
        if given:
            break
    statements = [item for item in given if isinstance(item, dict)]
    if len(statements) != 1:
        raise RecordError(
            "statement-refs: a factoid has one statement here, written out in it as IPIF's Statement "
            f"(statementType, role, date …); {len(statements)} were sent. POST a factoid for each."
        )
    if not set(statements[0]) - {"@id"}:
        raise RecordError("statement-refs: write the statement out; statements have no POST of their own.")
    return statements[0]


def _own_book(library: Library, who: str) -> Book:
    """Return the source of a writer's records, begun if there is none."""
    origin = f"{_ORIGIN}{who}"
    key = sha256_of_text(origin)
    begun = _begun(f"ipif-{who}", origin, f"imported via IPIF by {who}", who, key=key)
    try:
        return Book.reopened(library.document(begun.source.id), library.reading(begun.source.id))
    except NotInLibrary:
        begun.note(f"Imported via IPIF by {who}", kind=SegmentKind.TITLE)
        return begun


def _begun(name: str, origin: str, title: str, who: str, *, key: str = "") -> Book:
    source = Source(
        name=name,
        content_sha256=key or sha256_of_text(f"{origin} {uuid4()}"),
        origin=origin,
        media_type=MEDIA_TYPE,
        title=title,
        creator=f"imported via IPIF by {who}",
    )
    return Book(source, reader=READER)


def _is_written(source: Source) -> bool:
    return source.media_type == MEDIA_TYPE and source.origin.startswith(_ORIGIN)


def _written_book(library: Library, source_id: str) -> Book:
    """Return a source that was written here; `Problem` 403 for a text that was read."""
    document = library.document(source_id)
    if not _is_written(document.source):
        raise Problem(
            HTTPStatus.FORBIDDEN,
            f"{document.source.name} was read: what it says is not changed or deleted. "
            "A person can reject a statement.",
        )
    return Book.reopened(document, library.reading(source_id))


def _book_of_factoid(library: Library, factoid: str) -> Book:
    return _written_book(library, library.factoid(factoid).factoid.source)


def _written_person(library: Library, person: str) -> tuple[Book, Persona]:
    for found in library.dossier(person).personas:
        if _is_written(library.document(found.source_id).source):
            return _written_book(library, found.source_id), found.persona
    raise Problem(
        HTTPStatus.FORBIDDEN, "This person is known from texts that were read, which are not changed."
    )


def _keep(library: Library, book: Book, *, link: bool = True) -> None:
    library.add(*book.done(), at=utc_now().replace("+00:00", "Z"))
    if link:
        Linker(library).refresh()


def _label(data: Json, before: str = "") -> str:
    label = data.get("label", before)
    if not isinstance(label, str) or not label.strip():
        raise RecordError("label: a string that says what it is called")
    if len(label) > _LONGEST_LABEL:
        raise RecordError(f"label: at most {_LONGEST_LABEL} characters")
    return " ".join(label.split())


def _uris(data: Json) -> list[str]:
    uris = data.get("uris") or []
    if not isinstance(uris, list) or any(not isinstance(uri, str) or not uri.strip() for uri in uris):
        raise RecordError("uris: an array of strings")
    return [uri.strip() for uri in uris]


def _ref(data: Json, name: str) -> str:
    ref = data.get(name)
    key = ref.get("@id") if isinstance(ref, dict) else ref
    if not isinstance(key, str) or not key:
        raise RecordError(f'{name}: an object {{"@id": …}}')
    return key
