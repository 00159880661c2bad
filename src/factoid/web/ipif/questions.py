"""What a request for a list asks: filters, order and page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import Query, Request

from factoid.exchange.ipif_statements import ROLE_IS_VALUE
from factoid.model import Bounds
from factoid.model.when import bounds_of_date, day_of_iso, iso_of
from factoid.store import Narrowing, Order
from factoid.web.ipif.problems import Problem

LARGEST_PAGE = 1000
_LAST_PAGE = 10**9
_DATE = re.compile(r"-?\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_ORDER = re.compile(r"(.*?)[\s:]*(ASC|DESC)?")
_LONGEST = 500


def _words(description: str) -> Any:
    return Query(max_length=_LONGEST, description=description)


Words = Annotated[
    str | None, _words("Words, in any case and order, or an address; * for that there is some.")
]
Id = Annotated[str | None, _words("An id or an address, exactly.")]
Who = Annotated[str | None, _words("Who wrote it, or part of that.")]
Property = Annotated[str | None, _words("A property of what is listed; ASC or DESC may follow.")]
Moment = Annotated[str | None, _words("yyyy, yyyy-mm, yyyy-mm-dd or yyyy-mm-ddThh:mm:ssZ.")]
Size = Annotated[int, Query(ge=1, le=LARGEST_PAGE, description="Objects on a page.")]
Number = Annotated[int, Query(ge=1, le=_LAST_PAGE, description="Number of the page, from 1.")]
_DAY = "yyyy, yyyy-mm or yyyy-mm-dd, both days included; alone, a year or a month is all of it."
Date = Annotated[str | None, Query(max_length=11, description=_DAY)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A request for a list."""

    asked: Narrowing
    sort_by: str
    size: int
    page: int

    @property
    def offset(self) -> int:
        """How many objects stand on the pages before."""
        return (self.page - 1) * self.size


def question(  # noqa: PLR0913 - the parameters that IPIF defines
    request: Request,
    *,
    size: Size = 30,
    page: Number = 1,
    sortBy: Property = None,  # noqa: N803 - IPIF's names
    factoidId: Id = None,  # noqa: N803
    f: Words = None,
    personId: Id = None,  # noqa: N803
    p: Words = None,
    sourceId: Id = None,  # noqa: N803
    s: Words = None,
    statementId: Id = None,  # noqa: N803
    st: Words = None,
    statementText: Words = None,  # noqa: N803
    relatesToPerson: Words = None,  # noqa: N803
    memberOf: Words = None,  # noqa: N803
    role: Words = None,
    name: Words = None,
    from_: Annotated[str | None, Query(alias="from", max_length=11, description=_DAY)] = None,
    to: Date = None,
    place: Words = None,
    createdBy: Who = None,  # noqa: N803
    createdAfter: Moment = None,  # noqa: N803
    createdBefore: Moment = None,  # noqa: N803
    modifiedBy: Who = None,  # noqa: N803
    modifiedAfter: Moment = None,  # noqa: N803
    modifiedBefore: Moment = None,  # noqa: N803
) -> Question:
    """Return the question; `Problem` 400 for a parameter that does not exist, or that makes no sense."""
    _check_names([name for name, _ in request.query_params.multi_items()])
    days, exactly = _days(from_, to)
    ids = {factoidId, _factoid_of(statementId)} - {None}
    asked = Narrowing(
        factoid=" ".join(sorted(i for i in ids if i)) if ids else None,  # two ids that differ name nothing
        person=_bare(personId, "urn:factoid:person:"),
        source=_bare(sourceId, "urn:factoid:source:"),
        anywhere=_filled(f),
        person_words=_filled(_bare(p, "urn:factoid:person:")),
        source_words=_filled(_bare(s, "urn:factoid:source:")),
        statement_words=_filled(_factoid_of(st)),
        words=_filled(statementText),
        related=_filled(_bare(relatesToPerson, "urn:factoid:person:")),
        organisation=_filled(memberOf),
        role=_filled(role),
        name=_filled(name),
        place=_filled(place),
        days=days,
        exactly=exactly,
        role_types=tuple(sorted(ROLE_IS_VALUE)),
        reader=_filled(createdBy if createdBy is not None else modifiedBy),
        added=(_moment("createdAfter", createdAfter), _moment("createdBefore", createdBefore)),
        changed=(_moment("modifiedAfter", modifiedAfter), _moment("modifiedBefore", modifiedBefore)),
    )
    return Question(asked=asked, sort_by=sortBy or "createdWhen", size=size, page=page)


def _check_names(names: list[str]) -> None:
    """Raise `Problem` for a parameter that does not exist, or is given twice: which is meant, nobody could tell."""
    if unknown := sorted(set(names) - _KNOWN):
        raise Problem(
            HTTPStatus.BAD_REQUEST,
            f"There is no parameter {unknown[0][:60]!r}. There are: {', '.join(sorted(_KNOWN))}.",
        )
    if twice := [name for name, count in Counter(names).items() if count > 1]:
        raise Problem(HTTPStatus.BAD_REQUEST, f"{twice[0]}: each parameter may be given once.")


_KNOWN = {
    *("size", "page", "sortBy", "factoidId", "f", "personId", "p", "sourceId", "s", "statementId", "st"),
    *("statementText", "relatesToPerson", "memberOf", "role", "name", "from", "to", "place"),
    *("createdBy", "createdAfter", "createdBefore", "modifiedBy", "modifiedAfter", "modifiedBefore"),
}

_COMMON = {
    "@id": "id",
    "createdWhen": "",
    "createdBy": "reader",
    "modifiedWhen": "",
    "modifiedBy": "reader",
    "uris": "id",
}
PROPERTIES = {
    "factoids": _COMMON
    | {"person-ref": "person", "source-ref": "source", "statement-refs": "id", "derivedFrom": ""},
    "statements": _COMMON
    | {
        "statementType": "type",
        "name": "value",
        "role": "role",
        "date": "date",
        "places": "place",
        "relatesToPersons": "related",
        "memberOf": "organisation",
        "statementText": "quote",
        "factoid-refs": "id",
    },
    "persons": _COMMON | {"label": "label", "factoid-refs": "count", "createdBy": "", "modifiedBy": ""},
    "sources": _COMMON | {"label": "label", "factoid-refs": "count", "modifiedWhen": "changed"},
}


def order_of(sort_by: str, resource: str) -> Order:
    """Return the order that ``sortBy`` names: a property, ``ASC`` or ``DESC`` behind it."""
    found = _ORDER.fullmatch(sort_by.strip())
    name, way = (found[1], found[2]) if found else (sort_by, None)
    properties = PROPERTIES[resource]
    if name.removeprefix("@") == "id":
        name = "@id"
    if name not in properties:
        raise Problem(
            HTTPStatus.BAD_REQUEST,
            f"sortBy: {resource} have no property {name[:60]!r}. There are: {', '.join(sorted(properties))}; "
            "ASC or DESC may follow.",
        )
    return Order(properties[name], way == "DESC")


def _days(first: str | None, last: str | None) -> tuple[Bounds | None, str | None]:
    """Return the days asked for, and the date that is meant exactly."""
    if first is None and last is None:
        return None, None
    for name, given in (("from", first), ("to", last)):
        if given is not None and not _is_date(given):
            raise Problem(
                HTTPStatus.BAD_REQUEST, f"{name}: {given!r} is no date. Write yyyy, yyyy-mm or yyyy-mm-dd."
            )
    try:
        begin = bounds_of_date(first) if first else None
        end = bounds_of_date(last) if last else None
    except (ValueError, OverflowError) as error:
        raise Problem(HTTPStatus.BAD_REQUEST, f"from, to: there is no such day ({error}).") from error
    if begin and end:
        if begin.earliest is not None and end.latest is not None and begin.earliest > end.latest:
            raise Problem(HTTPStatus.BAD_REQUEST, "from is later than to.")
        return Bounds(begin.earliest, end.latest), first if first == last else None
    given_days, given_text = (begin, first) if begin else (end, last)
    if (
        given_days and given_text and given_text.lstrip("-").count("-") < 2
    ):  # a year or month alone is that span
        return given_days, None
    return Bounds(begin.earliest if begin else None, end.latest if end else None), None


def _is_date(text: str) -> bool:
    """Say whether it has the shape of a date and, where it names a day, there is such a day."""
    if not _DATE.fullmatch(text):
        return False
    _, *parts = text.removeprefix("-").split("-")
    return len(parts) < 2 or iso_of(day_of_iso(text)) == text


def _moment(name: str, given: str | None) -> str | None:
    """Return a date or a moment as the library keeps them; `Problem` 400 for anything else."""
    if given is None or _is_date(given):
        return given
    try:
        moment = datetime.fromisoformat(given)
    except ValueError:
        raise Problem(
            HTTPStatus.BAD_REQUEST,
            f"{name}: {given[:60]!r} is no moment. Write yyyy, yyyy-mm, yyyy-mm-dd or yyyy-mm-ddThh:mm:ssZ.",
        ) from None
    is_local = moment.tzinfo is None
    return (moment.replace(tzinfo=UTC) if is_local else moment.astimezone(UTC)).isoformat(timespec="seconds")


def _bare(text: str | None, prefix: str) -> str | None:
    return None if text is None else text.removeprefix(prefix)


def _factoid_of(statement: str | None) -> str | None:
    """Return the id of the factoid that a statement belongs to: each has one."""
    if statement is None:
        return None
    bare = statement.removeprefix("urn:factoid:factoid:")
    return f"f-{bare[3:]}" if bare.startswith("st-") else bare


def _filled(text: str | None) -> str | None:
    return text if text and text.strip() else None
