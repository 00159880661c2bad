"""Level 2: what is written can be read again; who may not write is told so. Needs a token to write with.

The checks leave one source behind, called so that anybody can see where it comes from.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from uuid import uuid4

from factoid.exchange.asking import Answer, Server
from factoid.exchange.conformance.claims import NothingToSee, hold, object_at, page_of, refuse
from factoid.exchange.json_text import Json

_JSON = {"Content-Type": "application/json"}
_WRITTEN = (200, 201, 204)


def strangers_may_not_write(server: Server) -> None:
    """Without a token nothing is written."""
    stranger = Server(server.base, timeout_seconds=server.timeout_seconds)
    body = json.dumps({"label": "Nobody"}).encode()
    for resource in ("persons", "sources", "factoids"):
        answer = stranger.send("POST", stranger.address(resource), body, _JSON)
        refuse(answer, f"POST /{resource} without a token", 401, 403)


def statements_are_not_written(server: Server) -> None:
    """Statements have no POST."""
    answer = server.send("POST", server.address("statements"), b"{}", _JSON)
    hold(400 <= answer.status < 500, f"POST /statements answers {answer.status}, not an error of the 400s")


def writes_are_read_again(server: Server) -> None:
    """A person, a source and a factoid are written, read, changed and taken back."""
    mark = f"conformance check {uuid4().hex[:8]}"
    person = _posted(server, "persons", {"label": f"Person of {mark}", "uris": [f"urn:uuid:{uuid4()}"]})
    source = _posted(server, "sources", {"label": f"Source of {mark}"})
    factoid = _posted(server, "factoids", _factoid(person, source, "clerk"))
    found = object_at(server, "factoids", factoid)
    statement = object_at(server, "statements", found["statement-refs"][0]["@id"])
    hold(
        statement.get("role", {}).get("label") == "clerk",
        "the statement read is not the one that was written",
    )
    _hold_ref(server, found, person)
    answer = _put(server, factoid, _factoid(person, source, "mayor"))
    hold(answer.status in _WRITTEN, f"PUT /factoids/{factoid} answers {answer.status}")
    changed = object_at(server, "factoids", factoid)
    statement = object_at(server, "statements", changed["statement-refs"][0]["@id"])
    hold(statement.get("role", {}).get("label") == "mayor", "PUT does not change the statement")
    held = server.send("DELETE", server.address("persons", person))
    refuse(held, "DELETE of a person with factoids", 409)
    for resource, key in (("factoids", changed["@id"]), ("persons", person)):
        gone = server.send("DELETE", server.address(resource, key))
        hold(gone.status == 204, f"DELETE /{resource}/{key} answers {gone.status}, not 204")
        refuse(server.get(resource, key), f"GET /{resource}/{key} after it was deleted", 404)


def _hold_ref(server: Server, factoid: Json, person: str) -> None:
    read = object_at(server, "persons", factoid["person-ref"]["@id"])
    same = read["@id"] == person or object_at(server, "persons", person)["@id"] == read["@id"]
    hold(same, f"the factoid is about {read['@id']}, not {person}")


def bad_writes_are_refused(server: Server) -> None:
    """What is not in the shape is refused with the reason."""
    _need_token(server)
    bad: list[tuple[str, bytes, dict[str, str], tuple[int, ...]]] = [
        ("persons", b"{", _JSON, (400,)),
        ("persons", b"[]", _JSON, (400,)),
        ("persons", b"{}", _JSON, (400,)),
        ("persons", b'{"label": 1}', _JSON, (400,)),
        ("persons", b"<x/>", {"Content-Type": "text/xml"}, (400, 415)),
        ("factoids", b"{}", _JSON, (400,)),
        ("factoids", json.dumps(_factoid("no-such", "no-such", "x")).encode(), _JSON, (400, 404, 409)),
    ]
    for resource, body, headers, statuses in bad:
        answer = server.send("POST", server.address(resource), body, headers)
        refuse(answer, f"POST /{resource} with {body[:40]!r}", *statuses)
    body = json.dumps({"label": "x"}).encode()
    answer = server.send("PUT", server.address("persons", "no-such-id"), body, _JSON)
    refuse(answer, "PUT of an unknown person", 404, 400)
    refuse(server.send("DELETE", server.address("persons", "no-such-id")), "DELETE of an unknown person", 404)


def _need_token(server: Server) -> None:
    if not server.token:
        raise NothingToSee("no token to write with; name one with --token-file")


def _posted(server: Server, resource: str, data: Json) -> str:
    _need_token(server)
    before = page_of(server, resource, size=1)[0]["totalHits"]
    answer = server.send("POST", server.address(resource), json.dumps(data).encode(), _JSON)
    hold(answer.status == 201, f"POST /{resource} answers {answer.status}, not 201: {answer.body[:200]!r}")
    key = answer.json.get("@id") if isinstance(answer.json, dict) else None
    hold(isinstance(key, str), f"POST /{resource} does not answer with the object and its @id")
    hold(
        page_of(server, resource, size=1)[0]["totalHits"] > before,
        f"after POST, /{resource} has no more than before",
    )
    hold(object_at(server, resource, str(key))["@id"], f"/{resource}/{key} is not there after POST")
    return str(key)


def _put(server: Server, factoid: str, data: Json) -> Answer:
    return server.send("PUT", server.address("factoids", factoid), json.dumps(data).encode(), _JSON)


def _factoid(person: str, source: str, role: str) -> Json:
    statement = {
        "@id": f"st-{uuid4().hex[:8]}",
        "statementType": {"label": "office"},
        "role": {"label": role},
        "statementText": f"was {role}",
    }
    return {
        "@id": f"f-{uuid4().hex[:8]}",
        "person-ref": {"@id": person},
        "source-ref": {"@id": source},
        "statement-refs": [statement],
    }


def nothing_is_written(server: Server) -> None:
    """A server below level 2 refuses to write."""
    if object_at(server, "describe").get("complianceLevel") == 2:
        raise NothingToSee("the server is of level 2")
    for method, steps in (("POST", ("persons",)), ("PUT", ("persons", "x"))):
        answer = server.send(method, server.address(*steps), b'{"label": "x"}', _JSON)
        refuse(answer, f"{method} below level 2", 400, 403, 405, 501)


CHECKS: dict[str, Callable[[Server], None]] = {
    "writing without a token": strangers_may_not_write,
    "statements have no POST": statements_are_not_written,
    "writing, reading again, changing, deleting": writes_are_read_again,
    "bad writes": bad_writes_are_refused,
}
REFUSED: dict[str, Callable[[Server], None]] = {"nothing is written": nothing_is_written}
