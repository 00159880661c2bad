"""Where things were said to be: GeoJSON by statement, Linked Places by place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from factoid.exchange.base import Shelf, left_behind, with_left_behind
from factoid.exchange.json_text import Json, write_object
from factoid.exchange.reach import reach_of
from factoid.exchange.telling import ATTRIBUTED, DENIED, HEDGED, INFERENCES, REJECTED, SPANS
from factoid.model import Certainty, Factoid, Place, Reading, Verdict

UNPLACED = "statements without a place on the map"
UNRESOLVED = "places without a point"
UNDATED = "places without any date (Linked Places asks for one)"
_CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
)


class GeojsonExporter:
    """One feature a statement whose place has a point (RFC 7946)."""

    name = "geojson"
    suffix = ".geojson"
    about = "statements on the map, one point each"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write a feature collection, source by source."""
        lost: Counter[str] = Counter()
        write_object(out, {"type": "FeatureCollection"}, {"features": _features(shelf, lost)})
        return with_left_behind(shelf, lost)


class LinkedPlacesExporter:
    """Places with the names and times that the sources give them (Linked Places v1.3)."""

    name = "lpf"
    suffix = ".jsonld"
    about = "places with their names and times, as Linked Places"

    def write(self, shelf: Shelf, out: BinaryIO) -> Counter[str]:
        """Write one feature for each place of each source: what two sources call by one name may be two places."""
        lost: Counter[str] = Counter()
        fields: Json = {"type": "FeatureCollection", "@context": _CONTEXT}
        write_object(out, fields, {"features": _linked_places(shelf, lost)})
        lost.update(left_behind(shelf.readings()))
        del lost["organisations and places as entities"]
        return +lost


def _features(shelf: Shelf, lost: Counter[str]) -> Iterator[Json]:
    for reading, factoids in _standing(shelf, lost):
        names = {persona.id: persona.name for persona in reading.personas}
        for factoid in factoids:
            place = place_of(factoid, reading)
            if place is None or place.lat is None or place.lon is None:
                lost[UNPLACED] += 1
                continue
            lost[SPANS] += len(factoid.spans)
            lost[INFERENCES] += len(factoid.inference)
            yield _feature(factoid, place, reading, names)


def _feature(factoid: Factoid, place: Place, reading: Reading, names: dict[str, str]) -> Json:
    reach = reach_of(factoid.when)
    return {
        "type": "Feature",
        "id": factoid.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "person": names.get(factoid.person, factoid.person),
            "persona": factoid.person,
            "type": factoid.type,
            "place": factoid.place,
            "gazetteer": place.uri,
            "role": factoid.role,
            "value": factoid.value,
            "date": factoid.date,
            "earliest": reach.earliest if reach else None,
            "latest": reach.latest if reach else None,
            "certainty": str(factoid.certainty),
            "said_by": factoid.said_by,
            "quote": factoid.quote,
            "source": reading.source.name,
        },
    }


def _linked_places(shelf: Shelf, lost: Counter[str]) -> Iterator[Json]:
    for reading, factoids in _standing(shelf, lost):
        spans: dict[str, list[Json]] = {}
        for factoid in factoids:
            for kind, count in (
                (HEDGED, factoid.certainty is Certainty.HEDGED),
                (ATTRIBUTED, bool(factoid.said_by)),
            ):
                lost[kind] += int(count)
            place, reach = place_of(factoid, reading), reach_of(factoid.when)
            if place and reach and (reach.earliest or reach.latest):
                spans.setdefault(place.id, []).append(_timespan(reach.earliest, reach.latest))
        for place in reading.places:
            lost[UNRESOLVED] += place.lat is None
            if place.id not in spans:
                lost[UNDATED] += 1
                continue
            yield _linked_place(place, reading, spans[place.id])


def _timespan(earliest: str | None, latest: str | None) -> Json:
    """Return when the place is spoken of; Linked Places needs a start."""
    start = {"earliest": earliest} if earliest else {"latest": latest}
    return {"start": start, **({"end": {"latest": latest}} if latest and earliest else {})}


def _linked_place(place: Place, reading: Reading, spans: list[Json]) -> Json:
    feature: Json = {
        "@id": f"urn:factoid:place:{place.id}",
        "type": "Feature",
        "properties": {"title": place.name, "ccodes": [], "fclasses": []},
        "when": {"timespans": spans, "certainty": "uncertain"},
        "names": [{"toponym": place.name, "citations": [{"label": reading.source.name}]}],
    }
    if place.lat is not None and place.lon is not None:
        feature["geometry"] = {
            "type": "Point",
            "coordinates": [place.lon, place.lat],
            "certainty": "uncertain",
        }
    if place.uri:
        feature["links"] = [{"type": "closeMatch", "identifier": place.uri}]
    return feature


def _standing(shelf: Shelf, lost: Counter[str]) -> Iterator[tuple[Reading, Iterator[Factoid]]]:
    """Yield readings with the factoids that may stand as statements."""
    rejected = {j.factoid for j in shelf.judgements(active_only=True) if j.verdict is Verdict.REJECTED}

    def standing(reading: Reading) -> Iterator[Factoid]:
        for factoid in reading.factoids:
            if factoid.id in rejected:
                lost[REJECTED] += 1
            elif factoid.certainty is Certainty.DENIED:
                lost[DENIED] += 1
            else:
                yield factoid

    for reading in shelf.readings():
        yield reading, standing(reading)


def place_of(factoid: Factoid, reading: Reading) -> Place | None:
    """Return the place of the source that the words of the factoid's place mean."""
    span = factoid.spans.get("place")
    if factoid.place is None:
        return None
    for place in reading.places:
        if span and any(span.overlaps(mention) for mention in place.mentions):
            return place
    return next((place for place in reading.places if place.name == factoid.place), None)
