"""A storm: processes that read and review in one library of a house are killed at random moments.

Two add sources, again and again under the names of later readers, from either end of the list; one judges, states by
hand and takes back, and notes what the library acknowledged. Afterwards nothing may be lost or doubled.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from store.by_hand import by_hand
from store.exported import exports
from store.invented import invented

from factoid.errors import UsageError
from factoid.identity import VERSION, link_personas
from factoid.model import Anchor, Document, Judgement, Reading, Verdict, json_of_reading
from factoid.store import Kind, Library, Narrowing, Order
from factoid.store.copying import checked
from factoid.store.houses.house import House, open_house

SOURCES, FACTOIDS = 16, 12
NOON = "2024-05-01T12:00:00+00:00"
_FINAL = "rules@9"
_PEOPLE = (("Anna Berg", "Карл Берг"), ("Anne Berg", "Karl Berg"), ("A. Berg", "Basil Orlov"))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a storm left."""

    kills: int
    sources: int
    statements: int
    judgements: int
    acknowledged: int
    entries: int  #: of the audit log
    seconds: float


def source(number: int, reader: str) -> tuple[Document, Reading]:
    """A source as one version of a reader reads it."""
    document, reading = invented(f"source{number:03}", _PEOPLE[number % 3], factoids=FACTOIDS)
    return document, replace(reading, reader=reader)


def _read(address: str, _: str, *, backwards: bool) -> None:
    house = open_house(address)
    with house.open_library("storm") as library:
        for version in count(1):
            for number in range(SOURCES)[:: -1 if backwards else 1]:
                document, reading = source(number, f"rules@{version % 8}")
                if not library.has(document.source.content_sha256, reading.reader):
                    library.add(document, reading)
            library.refresh_persons(link_personas, version=VERSION)


def _read_backwards(address: str, notes: str) -> None:
    _read(address, notes, backwards=True)


def _read_on(address: str, notes: str) -> None:
    _read(address, notes, backwards=False)


def _review(address: str, notes: str) -> None:
    """Judge on and on; note each judgement, and each that was taken back, once the library has it."""
    house = open_house(address)
    with house.open_library("storm") as library, Path(notes).open("ab", buffering=0) as file:
        while library.count(Kind.SOURCES, Narrowing()) < SOURCES:  # what is not read yet cannot be judged
            time.sleep(0.02)
        held = {j.reason: j for j in library.judgements(active_only=False)}
        for number in count():
            reason = f"storm {number}"
            if number % 4 == 3:
                taken = held[f"storm {number - 2}"]
                if not taken.withdrawn:
                    library.withdraw(taken.id or 0, at=NOON)
                    file.write(f"withdrawn {taken.id}\n".encode())
            elif reason not in held:
                held[reason] = library.judge(_judgement(number, reason))
                file.write(f"judged {held[reason].id} {reason}\n".encode())


def _judgement(number: int, reason: str) -> Judgement:
    readings = [source(n % SOURCES, "rules@1")[1] for n in (number, number + 1)]
    kind = number % 8
    if kind in (0, 4):
        left, right = (Anchor(r.source.id, r.personas[0].mentions[0].span) for r in readings)
        return Judgement(
            verdict=Verdict.SAME if kind else Verdict.DIFFERENT, author="human:ab", made=NOON, left=left,
            right=right, reason=reason,
        )  # fmt: skip
    if kind == 5:
        return replace(by_hand(readings[:1], number, f"post {number}"), reason=reason)
    factoid = readings[0].factoids[number % FACTOIDS]
    verdict = Verdict.ACCEPTED if kind == 1 else Verdict.REJECTED
    return Judgement(verdict=verdict, author="human:ab", made=NOON, factoid=factoid.id, reason=reason)


def storm(address: str, notes: Path, *, kills: int, seed: int = 1) -> Outcome:
    """Let a storm go over a new house, and look at what it left; `AssertionError` for anything amiss."""
    began, chance = time.monotonic(), random.Random(seed)
    house = open_house(address, create=True)
    house.make("storm")
    house.make("calm")
    house.close()
    notes.touch()
    context = multiprocessing.get_context("fork")
    workers: list[Callable[[str, str], None]] = [_read_on, _read_backwards, _review]

    def start(worker: Callable[[str, str], None]) -> BaseProcess:
        process = context.Process(target=worker, args=(address, str(notes)), daemon=True)
        process.start()
        return process

    running = [start(worker) for worker in workers]
    for number in range(kills):
        if number == kills // 4:  # the first ones fall while the first sources are read
            _wait_for(notes)
        time.sleep(chance.uniform(0.0, 0.4))
        place = chance.randrange(len(workers))
        _kill(running[place])
        running[place] = start(workers[place])
    _wait_for(notes)
    for process in running:
        _kill(process)
    house = open_house(address)
    try:
        return _examined(house, notes, kills, began)
    finally:
        house.close()


def _wait_for(notes: Path) -> None:
    """Wait until a judgement more was acknowledged."""
    before, patience = notes.stat().st_size, time.monotonic() + 60
    while notes.stat().st_size == before:
        assert time.monotonic() < patience, "nobody judges"
        time.sleep(0.02)


def _kill(process: BaseProcess) -> None:
    assert process.is_alive(), f"ended by itself: {process.exitcode}"
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join()


def _examined(house: House, notes: Path, kills: int, began: float) -> Outcome:
    house.gather()
    with house.open_library("storm") as library, house.open_library("calm") as calm:
        for number in range(SOURCES):
            library.add(*source(number, _FINAL))
        library.refresh_persons(link_personas, version=VERSION)
        _compare(library, calm)
        judgements = library.judgements(active_only=False)
        acknowledged = _check_notes(judgements, notes.read_text().splitlines())
        statements = library.count(Kind.STATEMENTS, Narrowing())
    location = house.location("storm")
    if isinstance(location, Path):
        checked(location)
    entries = _check_audit(house, judgements)
    return Outcome(
        kills=kills,
        sources=SOURCES,
        statements=statements,
        judgements=len(judgements),
        acknowledged=acknowledged,
        entries=entries,
        seconds=time.monotonic() - began,
    )


def _compare(library: Library, calm: Library) -> None:
    """Hold the library against one to which nothing happened: the same sources, and the same judgements."""
    order = [listed.source for listed in library.list_sources(Narrowing(), Order(), limit=SOURCES + 9)]
    assert sorted(found.name for found in order) == [f"source{number:03}" for number in range(SOURCES)]
    for found in order:
        calm.add(*source(int(found.name[-3:]), _FINAL))
    for judgement in library.judgements(active_only=False):
        try:
            calm.take_over(judgement)
        except UsageError as error:
            raise AssertionError(f"{judgement} cannot have been made: {error}") from error
    calm.refresh_persons(link_personas, version=VERSION)
    mine, theirs = ([json_of_reading(r) for r in shelf.readings()] for shelf in (library, calm))
    assert [_unordered(reading) for reading in mine] == [_unordered(reading) for reading in theirs]
    for data in mine:
        stated = Counter(factoid["id"] for factoid in data["factoids"])
        assert stated.total() == len(stated), "a statement is doubled"
    for words in ('"head of office"', "Anna", "1905"):
        assert library.search(words, 500) == calm.search(words, 500)
    assert {name for name, out in exports(library, ("json", "csv")).items() if not out} == set()


def _unordered(data: dict[str, Any]) -> dict[str, Any]:
    """A reading, but for the order of what people stated by hand: they did so while it was read again."""
    return data | {"factoids": sorted(data["factoids"], key=lambda factoid: str(factoid["id"]))}


def _check_notes(judgements: list[Judgement], notes: list[str]) -> int:
    by_id = {judgement.id: judgement for judgement in judgements}
    assert max(Counter(judgement.reason for judgement in judgements).values(), default=1) == 1, "doubled"
    assert sorted(number or 0 for number in by_id) == list(range(1, len(by_id) + 1)), "a gap"
    for line in notes:
        what, number, *reason = line.split(maxsplit=2)
        held = by_id[int(number)]
        assert held.reason == reason[0] if what == "judged" else held.withdrawn, f"lost: {line}"
    return len(notes)


def _check_audit(house: House, judgements: list[Judgement]) -> int:
    """The chain holds, and tells of each judgement and of each that was taken back once."""
    verified = house.register.trail.verify()
    assert verified.holds, verified.why
    told = Counter(
        (entry.action, (entry.detail or {}).get("id"))
        for entry in house.register.trail.entries(library="storm")
    )
    judged = {("judged", judgement.id) for judgement in judgements}
    assert {key for key in told if key[0] == "judged"} == judged
    assert all(told[key] == 1 for key in judged), "told twice"
    return verified.entries
