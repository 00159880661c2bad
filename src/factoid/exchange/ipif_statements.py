"""Statements as IPIF 0.3.3 has them: ours in its shape, and its own as sayings.

Its shape has one date, no certainty, no offsets: what it has no room for stands under ``x-factoid``, which no
client has to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factoid.dates import when_of_edtf
from factoid.errors import RecordError
from factoid.exchange.json_text import Json
from factoid.exchange.reach import point_of, reach_of
from factoid.exchange.records import Saying
from factoid.exchange.telling import label_of
from factoid.model import SLOTS, Certainty, DossierLine, When, json_of_factoid, time_of_json
from factoid.resources import load

TYPE = "urn:factoid:type:"
PERSON = "urn:factoid:person:"
SOURCE = "urn:factoid:source:"
FACTOID = "urn:factoid:factoid:"
OURS = "x-factoid"

ROLE_IS_VALUE = frozenset({"occupation", "rank"})  # what the person is stands in IPIF's role
_SORTDATE = re.compile(r"-?[0123]?\d{1,3}(-(0[1-9]|1[0-2]))?(-(0[1-9]|[12]\d|3[01]))?")
_EDTF_AT_END = re.compile(r"\[([^\[\]]+)\]$")
_KNOWN = {
    *("@id", "uris", "factoid-refs", "statementType", "name", "role", "date", "places", "relatesToPersons"),
    *("memberOf", "statementText", "createdBy", "createdWhen", "modifiedBy", "modifiedWhen", OURS),
}


def core_of_line(line: DossierLine, *, place_address: str | None) -> Json:
    """Return what a statement says in IPIF's properties, without its ids and who made it when."""
    factoid = line.factoid
    kind = factoid.type
    role = factoid.value if kind in ROLE_IS_VALUE else factoid.role
    label = factoid.value if kind == "event" and factoid.value else label_of(line)
    parts: Json = {
        "statementType": {"uri": f"{TYPE}{kind}", "label": label},
        "name": factoid.value if kind == "name" else None,
        "role": {"label": role} if role else None,
        "date": date_of_when(factoid.when) if factoid.when else None,
        "places": [_with_uri(factoid.place, place_address)] if factoid.place else None,
        "relatesToPersons": [{"uri": f"{PERSON}{key}", "label": name} for key, name in line.related] or None,
        "memberOf": {"label": factoid.organisation} if factoid.organisation else None,
        "statementText": factoid.quote,
        OURS: _ours(line),
    }
    return {name: value for name, value in parts.items() if value is not None}


def _ours(line: DossierLine) -> Json:
    shape = json_of_factoid(line.factoid)
    kept = (*SLOTS, "type", "when", "certainty", "said_by", "start", "end", "inference", "reader", "model")
    own = {name: shape[name] for name in (*kept, "confidence")}
    return own | {"verdict": str(line.verdict) if line.verdict else None}


def _with_uri(label: str, uri: str | None) -> Json:
    return {"uri": uri, "label": label} if uri else {"label": label}


def date_of_when(when: When) -> Json:
    """Return IPIF's date: never sharper than ours, with the words and the EDTF in the label."""
    reach = reach_of(when)
    label = f"{when.words} [{when.edtf}]" if when.words else f"[{when.edtf}]"
    day = (reach.begins or reach.ends or "") if reach else ""
    if reach and not (reach.point or reach.begin) and day:
        # of a span without plain ends, the year it begins in
        day = day[:5] if day.startswith("-") else day[:4]
    return {"sortdate": day, "label": label} if _SORTDATE.fullmatch(day) else {"label": label}


def saying_of_statement(data: Json, *, who: str, related: Sequence[str]) -> Saying:
    """Return what a statement of IPIF says, of the person and those related by their keys.

    `RecordError` where it is not in IPIF's shape. What has no field of ours stands in its words.
    """
    check_statement(data)
    given = data.get(OURS)
    ours: Mapping[str, Any] = given if isinstance(given, dict) else {}
    kind, label = _type_of(data, ours)
    try:
        when = _when_of(data, ours)
        certainty = Certainty(ours.get("certainty") or "asserted")
        confidence = float(ours.get("confidence", 1.0))
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise RecordError(f"statement {data.get('@id')}: {error}") from error
    places = data.get("places") or []
    return Saying(
        who=who,
        type=kind,
        fields=_fields_of(data, ours, kind, label),
        related=tuple(related),
        when=when,
        certainty=certainty,
        said_by=words_in(ours.get("said_by")) or None,
        words=words_in(data.get("statementText")),
        more=tuple(_more(data)),
        reader=words_in(ours.get("reader")) or words_in(data.get("createdBy")),
        model=words_in(ours.get("model")),
        confidence=min(max(confidence, 0.0), 1.0),
        place_address=words_in(places[0].get("uri")) if places else "",
        addresses=tuple(uri for uri in data.get("uris") or () if uri),
    )


def check_statement(data: Json) -> None:
    """Raise `RecordError` unless the parts of a statement are of the kinds that IPIF gives them."""
    wanted: dict[str, type] = {"name": str, "statementText": str, "createdBy": str, "createdWhen": str}
    wanted |= dict.fromkeys(("statementType", "role", "date", "memberOf"), dict)
    wanted |= dict.fromkeys(("places", "relatesToPersons", "uris"), list)
    for name, kind in wanted.items():
        if data.get(name) is not None and not isinstance(data[name], kind):
            raise RecordError(f"statement: {name} is {type(data[name]).__name__}, not {_CALLED[kind]}")
    for name in ("places", "relatesToPersons"):
        if any(not isinstance(item, dict) for item in data.get(name) or ()):
            raise RecordError(f"statement: {name} holds objects with uri and label")
    if any(not isinstance(uri, str) for uri in data.get("uris") or ()):
        raise RecordError("statement: uris holds strings")


_CALLED: dict[type, str] = {str: "a string", dict: "an object", list: "an array"}


def _type_of(data: Json, ours: Mapping[str, Any]) -> tuple[str, str]:
    """Return our type of statement, and the label that IPIF's has."""
    types = load("statement_types")["types"]
    given = data.get("statementType") or {}
    label = words_in(given.get("label"))
    for name in (ours.get("type"), words_in(given.get("uri")).removeprefix(TYPE), label):
        if isinstance(name, str) and name in types:
            return name, label
    by_label = {str(kind["label"]): name for name, kind in types.items()}
    if label in by_label:
        return by_label[label], label
    if not label:
        for name, kind in (("name", "name"), ("memberOf", "membership"), ("relatesToPersons", "association")):
            if data.get(name):
                return kind, label
    return "event", label


def _fields_of(data: Json, ours: Mapping[str, Any], kind: str, label: str) -> dict[str, str]:
    places = data.get("places") or []
    role = words_in((data.get("role") or {}).get("label"))
    value = words_in(ours.get("value"))
    if kind == "name":
        value = words_in(data.get("name")) or value
    elif kind in ROLE_IS_VALUE and not value:
        value, role = role, ""
    elif kind == "event" and label != "event":
        value = value or label
    found = {
        "role": words_in(ours.get("role")) if kind in ROLE_IS_VALUE else role,
        "organisation": words_in((data.get("memberOf") or {}).get("label")),
        "place": words_in(places[0].get("label")) if places else "",
        "value": value,
    }
    return {name: words for name, words in found.items() if words}


def _when_of(data: Json, ours: Mapping[str, Any]) -> When | None:
    if isinstance(ours.get("when"), dict):
        return time_of_json({"start": 0, "end": 0, "text": "", "when": ours["when"]}).when
    date = data.get("date") or {}
    label, sortdate = words_in(date.get("label")), words_in(date.get("sortdate"))[:10]
    if found := _EDTF_AT_END.search(label):
        words = label[: found.start()].strip()
        return when_of_edtf(found[1], words=words, basis="stated" if words else "as the record has it")
    if not label or label == sortdate:
        return when_of_edtf(sortdate, words=sortdate) if sortdate else None
    if not sortdate:
        return _of_words(label)
    # The day to sort by is no statement of the day: of a date that is told in words no more than about the year.
    point = point_of(sortdate)
    return (
        when_of_edtf(f"{sortdate[:5] if sortdate.startswith('-') else sortdate[:4]}~", words=label)
        if point
        else None
    )


def _of_words(label: str) -> When | None:
    try:
        return when_of_edtf(label, words=label)
    except ValueError:
        return None


def _more(data: Json) -> Iterator[str]:
    """Yield in words what the fields of a factoid cannot hold."""
    for name in ("statementType", "role", "memberOf"):
        uri = words_in((data.get(name) or {}).get("uri"))
        if uri and not uri.startswith(TYPE):
            yield f"{name}: {uri}."
    for place in (data.get("places") or [])[1:]:
        yield f"place: {words_in(place.get('label'))} {words_in(place.get('uri'))}."
    when, who = words_in(data.get("createdWhen")), words_in(data.get("createdBy"))
    if OURS not in data and (when or who):
        yield f"recorded: {who} {when}."
    for name in sorted(data.keys() - _KNOWN):
        yield f"{name}: {data[name]}."


def words_in(value: object) -> str:
    """Return the words of a value of IPIF, nothing where it holds none."""
    return value.strip() if isinstance(value, str) else ""
