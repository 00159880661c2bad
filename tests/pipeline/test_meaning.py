"""Words that mean another person than was read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from store.invented import invented

from factoid.errors import NotInLibrary, UsageError
from factoid.exchange.base import find_exporter
from factoid.identity import VERSION, link_personas
from factoid.model import Anchor, Judgement, Reading, Span, Verdict
from factoid.pipeline.importing import import_into
from factoid.pipeline.meaning import Correction, correction_of, meant_instead, misread_at, resting_on
from factoid.store import Library, open_library

FATHER, SON = "Karl Berg the Elder", "Anna Berg"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "a.factoid", create=True) as library:
        library.add(*invented("papers", (FATHER, SON), factoids=4))
        yield library


def correction(reading: Reading, **changed: object) -> Correction:
    father, son = reading.personas
    words = father.mentions[0].span
    moved = [f.id for f in reading.factoids if f.spans.get("person") and f.spans["person"].overlaps(words)]
    made = Correction(
        words=words,
        meant=son.id,
        moved=moved,
        reason="the son",
        author="human:ab",
        made="2026-01-01T00:00:00+00:00",
    )
    return replace(made, **changed)  # type: ignore[arg-type]


def judged(library: Library, **changed: object) -> Judgement:
    [reading] = library.readings()
    judgement, with_it = correction_of(reading, library.judgements(), correction(reading, **changed))
    return library.judge(judgement, with_it=with_it)


def told_of(library: Library) -> dict[str, list[str]]:
    """The quotes of what stands, by person."""
    found: dict[str, list[str]] = {}
    for person in library.people():
        lines = library.dossier(person.id).lines
        standing = [line for line in lines if line.verdict is not Verdict.REJECTED]
        found[person.name] = sorted(line.factoid.quote for line in standing)
    return found


def test_what_rests_on_the_words_goes_with_them_and_comes_back_in_one_step(library: Library) -> None:
    before = told_of(library)
    held = judged(library)
    after = told_of(library)
    assert len(after[FATHER]) == len(before[FATHER]) - 1
    [gone] = set(before[FATHER]) - set(after[FATHER])
    assert gone in after[SON]
    made = library.judgements()
    assert [j.verdict for j in made] == [Verdict.MEANT, Verdict.REJECTED, Verdict.STATED]
    assert [j.follows for j in made] == [None, held.id, held.id]
    library.withdraw(held.id or 0, at="2026-01-02T00:00:00+00:00")
    assert told_of(library) == before
    assert library.judgements() == []
    assert len(library.judgements(active_only=False)) == 3


def test_what_was_made_with_it_is_withdrawn_with_it_only(library: Library) -> None:
    held = judged(library)
    with pytest.raises(UsageError, match=f"made with judgement {held.id}"):
        library.withdraw(library.judgements()[1].id or 0, at="2026-01-02T00:00:00+00:00")


def test_it_outlives_a_newer_reading(library: Library) -> None:
    held = judged(library)
    after = told_of(library)
    library.add(*invented("papers", (FATHER, SON), factoids=4, reader="rules@2"))
    assert told_of(library) == after
    library.withdraw(held.id or 0, at="2026-01-02T00:00:00+00:00")
    assert len(told_of(library)[FATHER]) == 2


def test_a_statement_read_anew_with_another_id_is_moved_too(library: Library) -> None:
    judged(library)
    after = told_of(library)
    document, reading = invented("papers", (FATHER, SON), factoids=4, reader="rules@2")
    shorter = [
        replace(
            f,
            start=f.start + 4,
            quote=f.quote[4:],
            spans={**f.spans, "person": Span(f.start + 4, f.start + 8)},
        )
        for f in reading.factoids
    ]
    library.add(document, replace(reading, factoids=tuple(shorter)))
    assert len(told_of(library)[FATHER]) == len(after[FATHER])


def test_what_nobody_saw_is_not_moved(library: Library) -> None:
    judged(library, moved=())
    [reading] = library.readings()
    words = correction(reading).words
    misread = misread_at(reading.personas, words)
    assert misread is not None
    assert len(resting_on(misread, reading.factoids, library.judgements())) == 1
    document, again = invented("papers", (FATHER, SON), factoids=4, reader="rules@2")
    library.add(document, again)
    assert len(told_of(library)[FATHER]) == 2
    assert meant_instead(reading.personas, library.judgements(), reading.source.id) == {
        words: reading.personas[1].id
    }


def test_what_is_settled_is_not_asked_again(library: Library) -> None:
    judged(library)
    [reading] = library.readings()
    misread = misread_at(reading.personas, correction(reading).words)
    assert misread is not None
    assert resting_on(misread, reading.factoids, library.judgements()) == []


@pytest.mark.parametrize(
    ("changed", "error", "says"),
    [
        ({"meant": "p-0"}, UsageError, "whom this source mentions"),
        ({"reason": ""}, UsageError, "say why"),
        ({"words": Span(0, 2)}, NotInLibrary, "mean anybody"),
    ],
)
def test_what_makes_no_sense_is_refused(
    library: Library, changed: dict[str, object], error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        judged(library, **changed)
    assert library.judgements(active_only=False) == []


def test_words_mean_somebody_else_than_they_are_read_as(library: Library) -> None:
    [reading] = library.readings()
    with pytest.raises(UsageError, match="already"):
        judged(library, meant=reading.personas[0].id)


class _Silent:
    def bad(self, line: str) -> None:
        raise AssertionError(line)

    def landed(self, name: str, statements: int) -> None:
        pass


@pytest.mark.parametrize("has_own", [False, True])
def test_it_comes_back_from_a_file(library: Library, tmp_path: Path, *, has_own: bool) -> None:
    judged(library)
    library.refresh_persons(link_personas, version=VERSION)
    written = tmp_path / "a.json"
    with written.open("wb") as out:
        find_exporter("json").write(library, out)
    copy = tmp_path / "copy.factoid"
    with open_library(copy, create=True) as other:
        if has_own:  # its judgements have other numbers there
            other.add(*invented("letters", factoids=2))
            [reading] = other.readings()
            at = Anchor(reading.source.id, reading.personas[0].mentions[0].span)
            other.judge(Judgement(verdict=Verdict.SAME, author="human:cd", made="2026", left=at, right=at))
    import_into(copy, "json", str(written), _Silent())
    import_into(copy, "json", str(written), _Silent())
    with open_library(copy) as other:
        made = [j for j in other.judgements() if j.author == "human:ab"]
        assert [j.verdict for j in made] == [Verdict.MEANT, Verdict.REJECTED, Verdict.STATED]
        assert [j.follows for j in made] == [None, made[0].id, made[0].id]
        if not has_own:
            again = io.BytesIO()
            find_exporter("json").write(other, again)
            assert again.getvalue() == written.read_bytes()
        other.withdraw(made[0].id or 0, at="2026-01-02T00:00:00+00:00")
        assert other.source("papers").factoids == 4
