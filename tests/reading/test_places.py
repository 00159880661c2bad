"""The places of a reading put on the map."""

from __future__ import annotations

from factoid.dates import when_of_edtf
from factoid.model import Place, Span, TimeExpression
from factoid.reading.places import on_the_map, time_told


def places_in(content: str, *names: str) -> tuple[Place, ...]:
    spans = [Span(content.index(name), content.index(name) + len(name)) for name in names]
    return tuple(
        Place(id=f"l{i}", name=n, mentions=(s,)) for i, (n, s) in enumerate(zip(names, spans, strict=True))
    )


def test_what_can_be_told_has_a_point_and_an_address() -> None:
    text = "She left Odessa for Tiraspol and later saw the Far East."
    odessa, tiraspol, east = on_the_map(places_in(text, "Odessa", "Tiraspol", "Far East"), text, ())
    assert odessa.uri == "https://sws.geonames.org/698740/"
    assert tiraspol.lat is not None
    assert (east.lat, east.lon, east.uri) == (None, None, None)


def test_a_comma_says_where_a_place_lies() -> None:
    text = "He was born in Odessa, Texas, to a baker."
    odessa, _ = on_the_map(places_in(text, "Odessa", "Texas"), text, ())
    assert odessa.lon is not None
    assert odessa.lon < -90


def test_the_time_of_a_text_leaves_out_asides() -> None:
    times = [
        TimeExpression(0, 4, year, when_of_edtf(year)) for year in ["1066", *["1937"] * 9, "1938", "2024"]
    ]
    told = time_told(times)
    assert told is not None
    assert told == (when_of_edtf("1937").earliest, when_of_edtf("1938").latest)


def test_no_times_no_time() -> None:
    assert time_told(()) is None


def test_no_places_no_work() -> None:
    assert on_the_map((), "", ()) == ()
