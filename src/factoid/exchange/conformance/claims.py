"""What the checks ask and hold against the answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factoid.exchange.asking import Answer, Server
from factoid.exchange.json_text import Json

RESOURCES = ("factoids", "persons", "sources", "statements")


class Broken(Exception):
    """A promise that a server does not keep; the message says what was asked, wanted and answered."""


class NothingToSee(Exception):
    """The server holds nothing on which a promise could be seen."""


def hold(truth: object, reason: str) -> None:
    """Raise `Broken` unless it is true."""
    if not truth:
        raise Broken(reason)


def object_at(server: Server, *steps: str, **parameters: object) -> Json:
    """Return the JSON object at an address that must answer 200."""
    answer = server.get(*steps, **parameters)
    asked = server.address(*steps, **parameters)
    hold(answer.status == 200, f"GET {asked} answers {answer.status}, not 200")
    kind = answer.headers.get("content-type", "")
    hold("json" in kind, f"GET {asked} is {kind or 'of no content type'}, not JSON")
    hold(isinstance(answer.json, dict), f"GET {asked} is not a JSON object")
    return dict(answer.json)


def page_of(server: Server, resource: str, **parameters: object) -> tuple[Json, list[Json]]:
    """Return the protocol and the objects of a list; `Broken` where they are not in the shape."""
    asked = server.address(resource, **parameters)
    found = object_at(server, resource, **parameters)
    protocol, objects = found.get("protocol"), found.get(resource)
    hold(isinstance(protocol, dict), f"GET {asked} has no object `protocol`")
    hold(isinstance(objects, list), f"GET {asked} has no array `{resource}`")
    hold(all(isinstance(item, dict) and isinstance(item.get("@id"), str) for item in objects or ()),
         f"GET {asked}: an object has no string `@id`")  # fmt: skip
    for name in ("size", "page", "totalHits"):
        hold(type((protocol or {}).get(name)) is int, f"GET {asked}: protocol.{name} is no integer")
    return dict(protocol or {}), list(objects or ())


def ids_of(objects: list[Json]) -> list[str]:
    """Return the ids."""
    return [str(item["@id"]) for item in objects]


def first_of(server: Server, resource: str, **parameters: object) -> Json:
    """Return the first object of a list; `NothingToSee` where there is none."""
    _, objects = page_of(server, resource, size=1, **parameters)
    if not objects:
        raise NothingToSee(f"the server has no {resource}" + (f" with {parameters}" if parameters else ""))
    return objects[0]


def some_of(server: Server, resource: str, count: int = 100) -> Iterator[Json]:
    """Yield objects of the first page."""
    _, objects = page_of(server, resource, size=count)
    yield from objects


def refuse(answer: Answer, asked: str, *statuses: int) -> None:
    """Hold that a request is refused with one of the statuses, and an error in the shape of RFC 7807."""
    wanted = " or ".join(map(str, statuses))
    hold(answer.status in statuses, f"{asked} answers {answer.status}, not {wanted}")
    error: Any = answer.json
    hold(isinstance(error, dict), f"{asked} answers {answer.status} without a JSON object that says why")
    hold({"status", "title"} <= error.keys(), f"{asked} answers {answer.status} without `status` and `title`")
    hold(error["status"] == answer.status, f"{asked}: `status` is {error['status']}, not {answer.status}")


def ref_of(item: Json, name: str) -> str:
    """Return the id in a reference; `Broken` for anything else."""
    ref = item.get(name)
    hold(
        isinstance(ref, dict) and isinstance(ref.get("@id"), str),
        f'{item.get("@id")}: {name} is not {{"@id": …}}',
    )
    return str((ref or {})["@id"])


def check_ref(item: Json) -> None:
    """Hold that an object refers to a person, a source and at least one statement."""
    ref_of(item, "person-ref")
    ref_of(item, "source-ref")
    statements = item.get("statement-refs")
    hold(
        isinstance(statements, list) and statements,
        f"{item.get('@id')}: statement-refs is no array, or empty",
    )
    for statement in statements or ():
        hold(
            isinstance(statement, dict) and "@id" in statement,
            f"{item.get('@id')}: a statement-ref has no @id",
        )
