"""Level 0: the description, lists, pages, order, single objects, errors."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from factoid.exchange.asking import Server
from factoid.exchange.conformance.claims import (
    RESOURCES,
    Broken,
    NothingToSee,
    check_ref,
    first_of,
    hold,
    ids_of,
    object_at,
    page_of,
    refuse,
    some_of,
)
from factoid.exchange.json_text import Json

NOBODY = "no-such-id-4fd2b7"


def describes_itself(server: Server) -> None:
    """GET /describe says the level."""
    said = object_at(server, "describe")
    level = said.get("complianceLevel")
    hold(level in (0, 1, 2) and not isinstance(level, bool), f"complianceLevel is {level!r}, not 0, 1 or 2")
    for name in ("description", "provider", "contact"):
        hold(isinstance(said.get(name, ""), str), f"{name} is no string")
    for name in ("formats", "vocabs"):
        hold(isinstance(said.get(name, []), list), f"{name} is no array")


def lists_begin(server: Server, resource: str) -> None:
    """A list has 30 objects a page and begins with page 1."""
    protocol, objects = page_of(server, resource)
    hold(protocol["size"] == 30, f"/{resource}: protocol.size is {protocol['size']}, not 30 by default")
    hold(protocol["page"] == 1, f"/{resource}: protocol.page is {protocol['page']}, not 1 by default")
    wanted = min(30, protocol["totalHits"])
    hold(len(objects) == wanted, f"/{resource}: {len(objects)} objects, not {wanted}")


def pages_follow(server: Server, resource: str) -> None:
    """Pages do not overlap, leave nothing out, and agree on how many there are."""
    whole, objects = page_of(server, resource, size=6)
    singly: list[str] = []
    for number in (1, 2, 3):
        protocol, part = page_of(server, resource, size=2, page=number)
        hold(protocol["totalHits"] == whole["totalHits"], f"/{resource}: totalHits changes from page to page")
        hold(protocol["page"] == number, f"/{resource}?page={number}: protocol.page is {protocol['page']}")
        hold(len(part) <= 2, f"/{resource}?size=2 has {len(part)} objects")
        singly += ids_of(part)
    hold(singly == ids_of(objects), f"/{resource}: three pages of 2 are not one page of 6, in this order")
    last, beyond = page_of(server, resource, size=2, page=whole["totalHits"] + 10)
    hold(not beyond, f"/{resource}: a page behind the last one has objects")
    hold(last["totalHits"] == whole["totalHits"], f"/{resource}: behind the last page, totalHits is another")


def objects_are_shaped(server: Server, resource: str) -> None:
    """Objects have what the specification requires."""
    for item in some_of(server, resource):
        if resource == "factoids":
            check_ref(item)
            for name in ("createdBy", "createdWhen"):
                hold(isinstance(item.get(name), str), f"factoid {item['@id']}: no {name}")
        else:
            refs = item.get("factoid-refs")
            hold(isinstance(refs, list), f"{resource} {item['@id']}: factoid-refs is no array")
            for ref in refs or ():
                check_ref(ref)
        for name in ("createdWhen", "modifiedWhen"):
            if item.get(name):
                _hold_time(item, name)
        uris = item.get("uris", [])
        hold(
            isinstance(uris, list) and all(isinstance(u, str) for u in uris),
            f"{item['@id']}: uris holds no strings",
        )
        if resource == "statements":
            _hold_statement(item)


def _hold_time(item: Json, name: str) -> None:
    try:
        datetime.fromisoformat(str(item[name]))
    except ValueError:
        raise Broken(f"{item['@id']}: {name} is {item[name]!r}, not a time (RFC 3339)") from None


def _hold_statement(item: Json) -> None:
    for name in ("statementType", "role", "memberOf", "date"):
        hold(isinstance(item.get(name, {}), dict), f"statement {item['@id']}: {name} is no object")
    for name in ("places", "relatesToPersons"):
        parts = item.get(name, [])
        hold(isinstance(parts, list) and all(isinstance(part, dict) for part in parts),
             f"statement {item['@id']}: {name} is no array of objects")  # fmt: skip
    for name in ("name", "statementText"):
        hold(isinstance(item.get(name, ""), str), f"statement {item['@id']}: {name} is no string")


def single_is_the_same(server: Server, resource: str) -> None:
    """An object by itself is the one of the list, by its id and by each of its addresses."""
    item = first_of(server, resource)
    alone = object_at(server, resource, item["@id"])
    hold(alone == item, f"/{resource}/{item['@id']} is not what the list has")
    for uri in item.get("uris", [])[:3]:
        found = object_at(server, resource, uri)
        hold(found["@id"] == item["@id"], f"/{resource}/{uri} is {found['@id']}, not {item['@id']}")


def stranger_is_unknown(server: Server, resource: str) -> None:
    """An id that does not exist is answered with 404."""
    refuse(server.get(resource, NOBODY), f"GET /{resource}/{NOBODY}", 404)


def order_is_kept(server: Server, resource: str) -> None:
    """``sortBy`` sorts, up and down; without it the oldest come first."""
    total, _ = page_of(server, resource, size=1)
    if total["totalHits"] > 1000:
        up = ids_of(page_of(server, resource, size=20, sortBy="@id ASC")[1])
        hold(up == sorted(up), f"/{resource}?sortBy=@id ASC is not sorted")
    else:
        up = ids_of(page_of(server, resource, size=1000, sortBy="@id ASC")[1])
        down = ids_of(page_of(server, resource, size=1000, sortBy="@idDESC")[1])
        hold(
            up == down[::-1] and len(up) == total["totalHits"],
            f"/{resource}: @idDESC is not @id ASC turned round",
        )
    times = [str(item["createdWhen"]) for item in some_of(server, resource) if item.get("createdWhen")]
    hold(times == sorted(times), f"/{resource} is not sorted by createdWhen")


def nonsense_is_refused(server: Server, resource: str) -> None:
    """Sizes, pages and parameters that make no sense are answered with 400."""
    for name, value in (("size", 0), ("size", -1), ("size", "x"), ("page", 0), ("page", "x"),
                        ("page", 10**30), ("sortBy", "nonsense"), ("nonsense", 1)):  # fmt: skip
        refuse(server.get(resource, **{name: value}), f"GET /{resource}?{name}={value}", 400)
    huge = server.get(resource, size=10**9)
    hold(huge.status in (200, 400), f"GET /{resource}?size=1000000000 answers {huge.status}, not 200 or 400")
    if huge.status == 400:
        refuse(huge, f"GET /{resource}?size=1000000000", 400)


def refs_lead_on(server: Server) -> None:
    """What a factoid refers to is there, and refers back."""
    factoid = first_of(server, "factoids")
    parts = [("persons", factoid["person-ref"]), ("sources", factoid["source-ref"])]
    parts += [("statements", ref) for ref in factoid["statement-refs"]]
    for resource, ref in parts:
        item = object_at(server, resource, ref["@id"])
        hold(
            factoid["@id"] in ids_of(item["factoid-refs"]),
            f"{resource} {ref['@id']} does not refer to its factoid",
        )


def knows_no_other_resource(server: Server) -> None:
    """Other addresses are answered with 404."""
    refuse(server.get("nonsense"), "GET /nonsense", 404)


def has_something(server: Server) -> None:
    """There is something to check on."""
    for resource in RESOURCES:
        if not page_of(server, resource, size=1)[0]["totalHits"]:
            raise NothingToSee(f"the server has no {resource}: most checks can see nothing")


CHECKS: dict[str, Callable[[Server], None]] = {
    "GET /describe": describes_itself,
    "there is something to see": has_something,
    **{
        f"/{resource}: {name}": partial(run, resource=resource)
        for resource in RESOURCES
        for name, run in (
            ("the first page", lists_begin),
            ("the pages", pages_follow),
            ("the shape of objects", objects_are_shaped),
            ("an object by id and by address", single_is_the_same),
            ("an unknown id", stranger_is_unknown),
            ("sortBy", order_is_kept),
            ("bad parameters", nonsense_is_refused),
        )
    },
    "references lead on and back": refs_lead_on,
    "unknown addresses": knows_no_other_resource,
}
