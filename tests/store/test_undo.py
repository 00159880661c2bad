"""Undo is total: what was judged and withdrawn leaves no trace in any export."""

from __future__ import annotations

import io
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st
from store.by_hand import by_hand
from store.invented import invented

from factoid.exchange.base import exporter_names, find_exporter
from factoid.identity import VERSION, link_personas
from factoid.model import Anchor, Judgement, Verdict
from factoid.pipeline.meaning import Correction, correction_of
from factoid.store import Library, open_library

PEOPLE = (
    ("Anna Berg", "Karl Berg", "Basil Orlov"),
    ("Anne Berg", "Карл Берг", "Vasily Orlov"),
    ("A. Berg", "Karl Berg the Elder", "Orlov"),
)
IDENTITY = [Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE]
OF_FACTOIDS = [Verdict.ACCEPTED, Verdict.REJECTED]
BY_HAND = [Verdict.STATED, Verdict.MEANT]


class Judging(NamedTuple):
    """One judgement to come: on two personas or on a factoid, by their numbers."""

    verdict: Verdict
    left: int
    right: int


JUDGINGS = st.lists(
    st.builds(
        Judging, st.sampled_from([*IDENTITY, *OF_FACTOIDS, *BY_HAND]), st.integers(0, 8), st.integers(0, 8)
    ),
    max_size=6,
)


def exports(library: Library) -> dict[str, bytes]:
    library.refresh_persons(link_personas, version=VERSION)
    found = {}
    for name in exporter_names():
        out = io.BytesIO()
        find_exporter(name).write(library, out)
        found[name] = out.getvalue()
    return found


@cache
def begun() -> tuple[bytes, dict[str, bytes]]:
    """A library that nobody has judged in, and its exports."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.factoid"
        with open_library(path, create=True) as library:
            for number, people in enumerate(PEOPLE):
                library.add(*invented(f"source{number}", people, factoids=6))
            before = exports(library)
        assert before
        return path.read_bytes(), before


def judged_in(library: Library, judging: Judging, made: str) -> Judgement:
    if judging.verdict is Verdict.MEANT:
        reading = list(library.readings())[judging.left % len(PEOPLE)]
        read_as, meant = (
            reading.personas[n % len(reading.personas)] for n in (judging.right, judging.right + 1)
        )
        correction = Correction(
            words=read_as.mentions[judging.left % len(read_as.mentions)].span,
            meant=meant.id,
            moved=[f.id for f in reading.factoids if (f.start + judging.left) % 3],
            reason="father and son",
            author="human:ab",
            made=made,
        )
        judgement, with_it = correction_of(reading, library.judgements(), correction)
        return library.judge(judgement, with_it=with_it)
    return library.judge(judgement_of(library, judging, made))


def judgement_of(library: Library, judging: Judging, made: str) -> Judgement:
    if judging.verdict is Verdict.STATED:
        return by_hand(library.readings(), judging.left, f"post {made}", made=made)
    if judging.verdict in OF_FACTOIDS:
        factoids = sorted(f.id for reading in library.readings() for f in reading.factoids)
        wanted = factoids[(judging.left * 9 + judging.right) % len(factoids)]
        return Judgement(verdict=judging.verdict, author="human:ab", made=made, factoid=wanted)
    left, right = (_anchor(library, number) for number in (judging.left, judging.right))
    return Judgement(verdict=judging.verdict, author="human:ab", made=made, left=left, right=right)


def _anchor(library: Library, number: int) -> Anchor:
    found = library.personas()[number]
    return Anchor(found.source_id, found.persona.mentions[0].span)


@settings(max_examples=12)
@given(judgings=JUDGINGS, order=st.randoms(use_true_random=False), looks=st.sets(st.integers(0, 5)))
def test_undo_is_total(judgings: list[Judging], order: object, looks: set[int]) -> None:
    """Any judgements, withdrawn in any order, looked at in between or not: every export is as it was."""
    content, before = begun()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.factoid"
        path.write_bytes(content)
        with open_library(path) as library:
            judge_and_withdraw(library, judgings, order, looks)
            assert exports(library) == before


def judge_and_withdraw(library: Library, judgings: list[Judging], order: object, looks: set[int]) -> None:
    clock = (f"2026-01-01T00:00:{second:02}+00:00" for second in count())
    made = []
    for place, judging in enumerate(judgings):
        made.append(judged_in(library, judging, next(clock)).id)
        if place in looks:
            library.refresh_persons(link_personas, version=VERSION)
    order.shuffle(made)  # type: ignore[attr-defined]
    for judged in made:
        library.withdraw(judged or 0, at=next(clock))


def test_a_judgement_shows_until_it_is_withdrawn(tmp_path: Path) -> None:
    with open_library(tmp_path / "l.factoid", create=True) as library:
        for number, people in enumerate(PEOPLE):
            library.add(*invented(f"source{number}", people, factoids=6))
        before = exports(library)
        judged = library.judge(
            judgement_of(library, Judging(Verdict.SAME, 0, 5), "2026-01-01T00:00:00+00:00")
        )
        assert exports(library) != before
        library.withdraw(judged.id or 0, at="2026-01-02T00:00:00+00:00")
        assert exports(library) == before
