"""Levels 0 and 1: filters by id, by what statements say, by time, and by words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from factoid.exchange.asking import Server
from factoid.exchange.conformance.claims import (
    RESOURCES,
    NothingToSee,
    first_of,
    hold,
    ids_of,
    object_at,
    page_of,
    ref_of,
    refuse,
    some_of,
)
from factoid.exchange.conformance.lists import NOBODY
from factoid.exchange.json_text import Json

_FIELDS: dict[str, Callable[[Json], Any]] = {
    "name": lambda item: item.get("name"),
    "role": lambda item: item.get("role", {}).get("label"),
    "memberOf": lambda item: item.get("memberOf", {}).get("label"),
    "place": lambda item: next((p.get("label") for p in item.get("places", [])), None),
    "relatesToPerson": lambda item: next((p.get("label") for p in item.get("relatesToPersons", [])), None),
    "statementText": lambda item: item.get("statementText"),
}
#: The filters by id that each list takes
_IDS = {
    "factoids": ("personId", "sourceId", "statementId"),
    "persons": ("factoidId", "sourceId", "statementId"),
    "sources": ("factoidId", "personId"),
    "statements": ("factoidId", "personId", "sourceId"),
}


def ids_narrow(server: Server, resource: str) -> None:
    """Each filter by id gives the objects tied to it, and those only; an unknown id gives none."""
    factoid = first_of(server, "factoids")
    known = {
        "factoidId": factoid["@id"],
        "personId": ref_of(factoid, "person-ref"),
        "sourceId": ref_of(factoid, "source-ref"),
        "statementId": factoid["statement-refs"][0]["@id"],
    }
    own = {
        "factoids": known["factoidId"],
        "persons": known["personId"],
        "sources": known["sourceId"],
        "statements": known["statementId"],
    }
    for name in _IDS[resource]:
        protocol, objects = page_of(server, resource, size=200, **{name: known[name]})
        asked = f"/{resource}?{name}={known[name]}"
        hold(protocol["totalHits"] > 0, f"{asked} finds nothing")
        if protocol["totalHits"] <= 200:
            hold(own[resource] in ids_of(objects), f"{asked} does not find {own[resource]}")
        for item in objects:
            refs = [item] if resource == "factoids" else item["factoid-refs"]
            hold(
                any(_is_tied(ref, name, known[name]) for ref in refs),
                f"{asked} finds {item['@id']}, not tied to it",
            )
        hold(
            not page_of(server, resource, **{name: NOBODY})[0]["totalHits"],
            f"/{resource}?{name}={NOBODY} finds some",
        )


def _is_tied(ref: Json, name: str, wanted: str) -> bool:
    if name == "statementId":
        return wanted in [part["@id"] for part in ref["statement-refs"]]
    part = {"personId": "person-ref", "sourceId": "source-ref"}.get(name)
    return bool((ref[part]["@id"] if part else ref["@id"]) == wanted)


def field_narrows(server: Server, name: str) -> None:
    """A filter by what a statement says finds that statement in all four lists; ``*`` finds any with the field."""
    statement, value = _with_field(server, name)
    total = page_of(server, "statements", size=1)[0]["totalHits"]
    _hold_found(server, "statements", statement["@id"], **{name: value})
    ref = statement["factoid-refs"][0]
    _hold_found(server, "factoids", ref["@id"], **{name: value})
    _hold_found(server, "persons", ref["person-ref"]["@id"], **{name: value})
    _hold_found(server, "sources", ref["source-ref"]["@id"], **{name: value})
    some = page_of(server, "statements", size=100, **{name: "*"})
    hold(0 < some[0]["totalHits"] <= total, f"/statements?{name}=* finds {some[0]['totalHits']} of {total}")
    hold(all(_FIELDS[name](item) for item in some[1]), f"/statements?{name}=* finds statements without it")
    none = page_of(server, "statements", **{name: "zzqxv-nothing-like-it"})[0]["totalHits"]
    hold(none == 0, f"/statements?{name}=zzqxv-nothing-like-it finds {none}")


def _with_field(server: Server, name: str) -> tuple[Json, str]:
    for item in some_of(server, "statements", 300):
        value = _FIELDS[name](item)
        if value and len(value) < 200:
            return item, str(value)
    raise NothingToSee(f"no statement of the first ones has what `{name}` asks for")


def _hold_found(server: Server, resource: str, wanted: str, **parameters: object) -> None:
    protocol, objects = page_of(server, resource, size=200, **parameters)
    hold(
        wanted in ids_of(objects) or protocol["totalHits"] > 200,
        f"/{resource}?{parameters} does not find {wanted}",
    )


def filters_are_joined(server: Server) -> None:
    """Several filters must all hold."""
    statement, value = _with_field(server, "statementText")
    person = statement["factoid-refs"][0]["person-ref"]["@id"]
    _hold_found(server, "statements", statement["@id"], statementText=value, personId=person)
    both = page_of(server, "statements", statementText=value, personId=NOBODY)[0]["totalHits"]
    hold(both == 0, f"statementText and an unknown personId together find {both}")


def times_narrow(server: Server) -> None:
    """``from`` and ``to`` include their days; a year alone is that year."""
    dated = [item for item in some_of(server, "statements", 300) if item.get("date", {}).get("sortdate")]
    if not dated:
        raise NothingToSee("no statement of the first ones has a date")
    item = dated[0]
    day = str(item["date"]["sortdate"])[:10]
    year = day[:5] if day.startswith("-") else day[:4]
    for parameters in ({"from": day}, {"to": day}, {"from": year, "to": year}, {"from": year}):
        if parameters == {"from": year, "to": year} and day != year:
            parameters = {"from": f"{year}-01-01", "to": f"{year}-12-31"}
        _hold_found(server, "statements", item["@id"], **parameters)
    later = page_of(server, "statements", size=200, **{"from": year})[1]
    hold(
        all(found.get("date") for found in later), f"/statements?from={year} finds statements without a date"
    )
    for name in ("from", "to"):
        refuse(server.get("statements", **{name: "yesterday"}), f"GET /statements?{name}=yesterday", 400)


def refs_stay_whole(server: Server) -> None:
    """A filter does not shorten the references of the objects that it finds."""
    statement = first_of(server, "statements")
    person = statement["factoid-refs"][0]["person-ref"]["@id"]
    alone = object_at(server, "persons", person)
    _, objects = page_of(server, "persons", size=200, factoidId=statement["factoid-refs"][0]["@id"])
    found = next((item for item in objects if item["@id"] == person), None)
    hold(found is not None, f"/persons?factoidId does not find {person}")
    hold(found and found["factoid-refs"] == alone["factoid-refs"], "a filter shortens factoid-refs")


def words_find(server: Server, name: str) -> None:
    """A search by words finds what is called so."""
    searched: dict[str, tuple[str, Callable[[Json], Any]]] = {
        "p": ("persons", lambda item: item.get("label")),
        "s": ("sources", lambda item: item.get("label")),
        "st": ("statements", lambda item: item.get("statementText")),
        "f": ("statements", lambda item: item.get("statementText")),
    }
    resource, label = searched[name]
    item = next((found for found in some_of(server, resource) if label(found)), None)
    if item is None:
        raise NothingToSee(f"no {resource} with words to look for")
    word = max(str(label(item)).split(), key=len).strip(".,;:!?\"'()[]“”«»…-–—")
    _hold_found(server, resource, item["@id"], **{name: word})
    for other in RESOURCES:
        hold(
            page_of(server, other, size=1, **{name: word})[0]["totalHits"] > 0,
            f"/{other}?{name}={word} finds nothing",
        )
    none = page_of(server, resource, **{name: "zzqxvnothing"})[0]["totalHits"]
    hold(none == 0, f"/{resource}?{name}=zzqxvnothing finds {none}")


def words_are_refused(server: Server) -> None:
    """A server of level 0 refuses the searches by words."""
    if object_at(server, "describe").get("complianceLevel") != 0:
        raise NothingToSee("the server is of a higher level")
    for name in ("f", "p", "s", "st"):
        refuse(server.get("factoids", **{name: "x"}), f"GET /factoids?{name}=x", 400)


CHECKS: dict[str, Callable[[Server], Any]] = {
    **{f"/{resource}: filters by id": partial(ids_narrow, resource=resource) for resource in RESOURCES},
    **{f"the filter {name}": partial(field_narrows, name=name) for name in _FIELDS},
    "filters are joined by and": filters_are_joined,
    "from and to": times_narrow,
    "filters leave references whole": refs_stay_whole,
}
WORDS: dict[str, Callable[[Server], Any]] = {
    f"the search {name}": partial(words_find, name=name) for name in ("f", "p", "s", "st")
}
