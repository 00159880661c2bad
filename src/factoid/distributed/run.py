"""The order of a distributed run: read what is new, work out who is who, then what follows for each person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from factoid import __version__
from factoid.criticism import VERSION as CRITICISM
from factoid.distributed.buckets import PERSONS_COLUMNS as BUCKET_PERSONS
from factoid.distributed.buckets import SOURCES_COLUMNS as BUCKET_SOURCES
from factoid.distributed.buckets import Buckets, ties_of
from factoid.distributed.bulk import jars
from factoid.distributed.engine import (
    Engine,
    Frame,
    Row,
    Stopped,
    first_line,
    in_order,
    rows_of,
    spread,
    spread_groups,
)
from factoid.distributed.folder import Folder
from factoid.distributed.linking import PERSONS_COLUMNS, ShortNames, linked, personas_of, rows_of_links
from factoid.distributed.lives import COLUMNS as LIVES_COLUMNS
from factoid.distributed.lives import rows_of_bucket
from factoid.distributed.rows import COLUMNS, rows_of_units
from factoid.distributed.units import Pile, Unit, piles_of
from factoid.errors import ReadingError
from factoid.exchange.spread import FAILURES, LIVES, ORDER, PERSONS, SOURCES
from factoid.identity import VERSION as IDENTITY
from factoid.pipeline.tasks import Desk, ReadOptions
from factoid.places import load_gazetteer
from factoid.reading import make_reader

WAVE = 20_000  #: inputs read before what was read is written for good
_IN_A_PIECE = 50  #: inputs that one process reads one after the other
_FAILURES = "origin string, reason string"
_SOURCES = (
    "position bigint, name string, source string, origin string, reader string, language string, people int, "
    "statements int"
)


@dataclass(frozen=True, slots=True)
class Account:
    """What a run did, and what the folder holds then."""

    read: int  #: inputs of this run: files, archives, rows of a table
    passed_over: int  #: inputs that the folder had already
    sources: int
    people: int
    persons: int
    statements: int
    failed: tuple[tuple[str, str], ...]  #: of all runs: the input, and why


def distribute(
    targets: Sequence[str],
    out: Path,
    master: str,
    options: ReadOptions,
    tell: Callable[[str], None],
    *,
    wave: int = WAVE,
) -> Account:
    """Read the targets on a cluster and write a folder of Parquet that `factoid import spark` makes a library of.

    A wave of inputs is written for good before the next is begun, and a later run passes over what is there. Raises
    `UsageError` where Spark cannot be had, `ReadingError` where it comes to an early end.
    """
    with Engine(master, jars=jars()) as engine:
        return distribute_on(engine, targets, out, options, tell, wave=wave)


def distribute_on(
    engine: Engine,
    targets: Sequence[str],
    out: Path,
    options: ReadOptions,
    tell: Callable[[str], None],
    *,
    wave: int = WAVE,
) -> Account:
    """Do the same on a cluster that is there."""
    gazetteers = tuple(path.absolute() for path in options.gazetteers)
    reader = make_reader(options.model, [load_gazetteer(path) for path in gazetteers]).version_for(None)
    desk = Desk(model=options.model, gazetteers=gazetteers)
    run = Run(engine, Folder(engine, out), tell)
    try:
        read, passed_over = run.read(targets, desk, reader, wave)
        return run.conclude(read, passed_over)
    except Stopped as error:
        raise ReadingError(
            f"Spark stopped: {first_line(error)} What was read before is kept in {out}; the same command goes on."
        ) from error


class Run:
    """One run on an engine, into a folder."""

    def __init__(self, engine: Engine, folder: Folder, tell: Callable[[str], None]) -> None:
        self._engine, self._folder, self._tell = engine, folder, tell

    def read(self, targets: Sequence[str], desk: Desk, reader: str, size: int) -> tuple[int, int]:
        """Read what is not in the folder, wave by wave; return how many inputs were read, and how many passed over."""
        kept = rows_of(self._folder.readings().groupBy("unit").agg({"wave": "max", "problem": "max"}))
        done = {row["unit"] for row in kept if row["max(problem)"] is None}
        wave = max((row["max(wave)"] for row in kept), default=-1)
        read = passed_over = 0
        for pile in piles_of(self._engine, targets):
            new = (
                (n, unit) for n, unit in enumerate(pile.units) if unit.problem or unit.key(reader) not in done
            )
            mine = 0
            while some := list(islice(new, size)):
                wave, mine = wave + 1, mine + len(some)
                self._tell(f"reading {read + mine:,} of {len(pile.units):,} inputs")
                self._read_wave(pile, wave, some, desk, reader)
            read, passed_over = read + mine, passed_over + len(pile.units) - mine
        return read, passed_over

    def _read_wave(
        self, pile: Pile, wave: int, some: list[tuple[int, Unit]], desk: Desk, reader: str
    ) -> None:
        pieces = min(len(some), max(self._engine.width, len(some) // _IN_A_PIECE))
        units = in_order(pile.frame(self._engine, wave, some, reader), pieces, "ordinal")
        self._folder.add_readings(spread(units, partial(rows_of_units, desk=desk), COLUMNS))

    def conclude(self, read: int, passed_over: int) -> Account:
        """Work out who is who and what follows, if anything changed since, and write the lists."""
        readings = self._folder.readings()
        listed = rows_of(readings.drop("document", "reading", "personas", "ties"))
        listed.sort(key=lambda row: [row[name] for name in ORDER])
        sources = list(_sources(listed))
        failed = list(_failures(listed))
        resting_on = {
            "factoid": __version__,
            "identity": IDENTITY,
            "conflicts": CRITICISM,
            "sources": str(len(sources)),
        }
        if read or self._folder.concluded != resting_on:
            self._folder.write_rows(SOURCES, sources, _SOURCES)
            self._folder.write_rows(FAILURES, failed, _FAILURES)
            self._conclude(readings, sources)
            self._folder.conclude(resting_on)
        return Account(
            read, passed_over, len(sources), sum(row["people"] for row in sources),
            self._engine.parquet((self._folder.path / PERSONS).absolute()).count(),
            sum(row["statements"] for row in sources), tuple((row["origin"], row["reason"]) for row in failed),
        )  # fmt: skip

    def _conclude(self, readings: Frame, sources: list[Row]) -> None:
        engine = self._engine
        chosen = engine.frame(sources, _CHOSEN)
        latest = readings.join(chosen, ["source", *ORDER])
        names = {row["source"]: row["name"] for row in sources}
        personas = list(personas_of(rows_of(latest.select("source", "personas")), names))
        self._tell(f"who is who among {len(personas):,} of {len(sources):,} sources")
        links = linked(engine, personas)
        persons = rows_of_links(links, personas)
        self._folder.write_rows(PERSONS, persons, PERSONS_COLUMNS)
        self._tell(f"the lives of {len(links):,} persons")
        position_of = {row["source"]: row["position"] for row in sources}
        buckets = Buckets(links, {found.persona.id: found.source_id for found in personas}, position_of)
        called = {row["person"]: row["name"] for row in persons}
        ours, theirs = [], []
        for of_sources, of_persons in buckets.all(called, ties_of(rows_of(latest.select("ties")))):
            ours += [row | {"called": names[row["source"]]} for row in of_sources]
            theirs += of_persons
        texts = latest.select("source", "document", "reading")
        left = engine.frame(ours, BUCKET_SOURCES).join(texts, "source")
        self._folder.write(
            LIVES,
            spread_groups(
                left, engine.frame(theirs, BUCKET_PERSONS), "bucket", rows_of_bucket, LIVES_COLUMNS
            ),
        )


_CHOSEN = "source string, wave int, ordinal bigint, place int"


def _sources(listed: Sequence[Row]) -> Iterator[Row]:
    """Yield each source once, with its short name and place among all: where it came first, as it was read last."""
    short_names = ShortNames()
    found: dict[str, Row] = {}
    for row in listed:
        if row["problem"] is None:
            first = found.get(row["source"])
            if first is None:
                found[row["source"]] = row | {"position": len(found), "name": short_names.give(row["name"])}
            elif first["reader"] != row["reader"]:
                found[row["source"]] = row | {"position": first["position"], "name": first["name"]}
    yield from found.values()


def _failures(listed: Sequence[Row]) -> Iterator[Row]:
    """Yield what could not be read, as the latest attempt left it."""
    latest = {row["origin"]: row for row in listed}
    for row in latest.values():
        if row["problem"] is not None:
            yield {"origin": row["origin"], "reason": row["problem"]}
