from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from store.invented import invented

from factoid.identity import VERSION, link_personas
from factoid.model import Anchor, Judgement, Verdict
from factoid.pipeline import doubts, persons
from factoid.pipeline.doubts import Doubt, doubts_of, see_to_doubts
from factoid.pipeline.persons import Linker
from factoid.store import Library, open_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Two sources that may speak of the same two people, one of them much."""
    with open_library(tmp_path / "a.factoid", create=True) as shelf:
        shelf.add(*invented("one", ("Ann Green", "John Smith"), factoids=9))
        shelf.add(*invented("two", ("John Smith", "Anne Green"), factoids=5))
        shelf.refresh_persons(link_personas, version=VERSION)
        yield shelf


def names(found: list[Doubt]) -> list[tuple[str, str]]:
    return [(doubt.left.name, doubt.right.name) for doubt in found]


def test_common_names_are_doubted_those_first_that_settle_most(library: Library) -> None:
    found = doubts_of(library)
    assert [set(pair) for pair in names(found)] == [{"John Smith"}, {"Ann Green", "Anne Green"}]
    assert [doubt.settles for doubt in found] == [3, 2]


def test_a_doubt_tells_both_sides(library: Library) -> None:
    doubt = doubts_of(library, query="smith")[0]
    assert any("Smith" in reason for reason in doubt.speaks_for)
    assert any("common" in reason for reason in doubt.speaks_against)
    assert {doubt.left.found.source, doubt.right.found.source} == {"one", "two"}
    assert all("John Smith was head of office" in side.words for side in (doubt.left, doubt.right))
    assert 0 < doubt.likelihood < 1


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE])
def test_whoever_has_judged_is_not_asked_again(library: Library, verdict: Verdict) -> None:
    doubt = doubts_of(library, query="smith")[0]
    left, right = (
        Anchor(side.found.source_id, side.found.persona.mentions[0].span)
        for side in (doubt.left, doubt.right)
    )
    made = "2026-01-01T00:00:00+00:00"
    judged = library.judge(Judgement(verdict=verdict, author="human:ab", made=made, left=left, right=right))
    library.refresh_persons(link_personas, version=VERSION)
    assert not doubts_of(library, query="smith")
    library.withdraw(judged.id or 0, at=made)
    library.refresh_persons(link_personas, version=VERSION)
    assert names(doubts_of(library, query="smith")) == [(doubt.left.name, doubt.right.name)]


def test_at_most_so_many(library: Library) -> None:
    assert len(doubts_of(library, limit=1)) == 1
    assert doubts_of(library, query="nobody") == []


@pytest.fixture
def kept(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """The same where it is worth while to keep what is doubted."""
    monkeypatch.setattr(persons, "_WORTH_KEEPING", 1)
    library.refresh_persons(lambda *_: [])
    Linker(library).refresh()
    return library


def test_doubts_are_there_once_the_persons_are_linked(kept: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    anew = doubts_of(kept)
    monkeypatch.setattr(doubts, "linked", lambda *_: pytest.fail("linked for the doubts alone"))
    assert doubts_of(kept, limit=10) == anew
    assert doubts_of(kept, limit=1) == anew[:1]
    see_to_doubts(kept)


def reject_a_statement(library: Library) -> None:
    factoid = library.dossier("Ann Green").lines[0].factoid.id
    library.judge(
        Judgement(verdict=Verdict.REJECTED, author="human:ab", made="2026-01-01T00:00:00", factoid=factoid)
    )


def tell_apart(library: Library) -> None:
    left, right = (side.found.anchor for side in (doubts_of(library)[0].left, doubts_of(library)[0].right))
    library.judge(
        Judgement(
            verdict=Verdict.DIFFERENT, author="human:ab", made="2026-01-01T00:00:00", left=left, right=right
        )
    )


def add_a_source(library: Library) -> None:
    library.add(*invented("three", ("John Smith",), factoids=3))


@pytest.mark.parametrize("change", [reject_a_statement, tell_apart, add_a_source])
def test_kept_doubts_are_not_shown_once_anything_changed(
    kept: Library, change: Callable[[Library], None]
) -> None:
    state = kept.state_of_persons
    change(kept)
    assert kept.state_of_persons != state
    assert doubts_of(kept, limit=10) == doubts_of(kept)
    Linker(kept).refresh()
    assert doubts_of(kept, limit=10) == doubts_of(kept)
