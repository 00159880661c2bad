"""Many personas compared at once by Splink on DuckDB: the only module that imports them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pyarrow
from splink import DuckDBAPI, Linker

from factoid.identity.engines import Scored
from factoid.identity.features import common_surnames
from factoid.identity.profile import Bearer
from factoid.identity.spelling import spelling_key
from factoid.model.when import Bounds, iso_of
from factoid.names import fold
from factoid.names.given import families_of
from factoid.names.sound import sounds_of
from factoid.resources import load

_MOST_HELD = "4GB"  #: by DuckDB, before it writes to a folder
_MOST_KEYS = 6  #: ways of reading one word that are looked up
_TEXTS = pyarrow.list_(pyarrow.string())
_COLUMNS = {
    "unique_id": pyarrow.int64(),
    "given": pyarrow.string(),
    "given_keys": _TEXTS,
    "surname": pyarrow.string(),
    "surname_keys": _TEXTS,
    "spelling": pyarrow.string(),
    "is_common": pyarrow.bool_(),
    "born": pyarrow.string(),
    "born_year": pyarrow.int32(),
    "died": pyarrow.string(),
    "died_year": pyarrow.int32(),
    "places": _TEXTS,
    "posts": _TEXTS,
    "sex": pyarrow.string(),
}


def scored_pairs(bearers: Sequence[Bearer]) -> list[Scored]:
    """Return the pairs of places that are likely one person, with what speaks for it in bits, the surest first.

    DuckDB holds 4 GB in memory and writes what is more to a folder for the time being.
    """
    with TemporaryDirectory() as folder, closing(duckdb.connect()) as connection:
        connection.execute("SET temp_directory = ?", [folder])
        connection.execute("SET memory_limit = ?", [_MOST_HELD])
        linker = linker_of(connection, bearers, settings_for(len(bearers)))
        predicted = linker.inference.predict(threshold_match_weight=float(load("splink_settings")["sure"]))
        found = predicted.as_duckdbpyrelation().project("unique_id_l, unique_id_r, match_weight").fetchall()
    scored = ((min(one, two), max(one, two), round(bits, 4)) for one, two, bits in found)
    return sorted(scored, key=lambda pair: (-pair[2], pair[0], pair[1]))


def settings_for(personas: int) -> dict[str, Any]:
    """Return what Splink compares, and how much each finding weighs, as it was measured.

    Everybody has as many counterparts in a library of any size: of two at random, the more there are, the
    fewer are one person, and the more must speak for it.
    """
    measured = load("splink_settings")
    chance = min(0.5, float(measured["counterparts"]) / max(personas, 1))
    return {**measured["settings"], "probability_two_random_records_match": chance}


def linker_of(
    connection: duckdb.DuckDBPyConnection, bearers: Sequence[Bearer], chosen: dict[str, Any], **columns: Any
) -> Linker:
    """Return Splink's linker over the bearers; further columns are taken as they are."""
    table = table_of(bearers)
    for name, values in columns.items():
        table = table.append_column(name, [values])
    frame = DuckDBAPI(connection).register(table)
    return Linker(frame, chosen, log_level="ERROR", validate_settings=False)


def table_of(bearers: Sequence[Bearer]) -> pyarrow.Table:
    """Return the bearers as the table that is compared: one row each, numbered as they come."""
    rows = [{"unique_id": i} | _row(bearer) for i, bearer in enumerate(bearers)]
    return pyarrow.Table.from_pylist(rows, schema=pyarrow.schema(_COLUMNS))


def _row(bearer: Bearer) -> dict[str, Any]:
    name, traces = bearer.main.name, bearer.found.traces
    surname, given = name.surname, name.given[0] if name.given else ""
    born, born_year = _day(traces.born)
    died, died_year = _day(traces.died)
    spelling = spelling_key(surname)
    return {
        "given": fold(given) or None,
        "given_keys": _first({*sounds_of(given), *(f"={family}" for family in families_of(given))}),
        "surname": fold(surname) or None,
        "surname_keys": _first({key for word in surname.split() for key in sounds_of(word)}),
        "spelling": spelling or None,
        "is_common": spelling in common_surnames(),
        "born": born,
        "born_year": born_year,
        "died": died,
        "died_year": died_year,
        "places": sorted({fold(place) for place in traces.places}),
        "posts": sorted({fold(post) for post in traces.posts}),
        "sex": bearer.found.persona.gender,
    }


def _first(keys: set[str]) -> list[str]:
    return sorted(keys - {""})[:_MOST_KEYS]


def _day(told: tuple[Bounds, ...]) -> tuple[str | None, int | None]:
    """Return the first day that is told to the day, and the year that the days lie in."""
    for earliest, latest in told:
        if earliest is not None and latest is not None:
            first, last = iso_of(earliest), iso_of(latest)
            if first[:-6] == last[:-6]:
                return (first if first == last else None), int(first[:-6])
    return None, None
