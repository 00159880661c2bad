"""What is done to a library of a house is in the audit log, once, also when a process ends in between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from store.invented import invented

from factoid.model import Judgement, Verdict
from factoid.store import Library, open_library
from factoid.store.houses.house import House, open_house


@pytest.fixture
def house(new_house: str) -> Iterator[House]:
    house = open_house(new_house, create=True)
    house.make("lives")
    yield house
    house.close()


def noted(house: House) -> list[tuple[str, str, str | None]]:
    return [
        (e.actor.partition(":")[0], e.action, e.subject)
        for e in house.register.trail.entries(library="lives")
    ]


def judged(library: Library, author: str = "human:anna") -> Judgement:
    statement = library.reading("letters").factoids[0].id
    return library.judge(
        Judgement(
            verdict=Verdict.ACCEPTED, author=author, made="2026-01-01", reason="a secret", factoid=statement
        )
    )


def test_every_change_is_noted_by_whom_it_was_made(house: House) -> None:
    with house.open_library("lives") as library:
        library.add(*invented("letters"))
        made = judged(library)
        library.withdraw(made.id or 0, at="2026-01-02")
    assert noted(house) == [
        ("local", "library made", None),
        ("local", "source added", "letters"),
        ("human", "judged", made.factoid),
        ("local", "judgement withdrawn", None),
    ]
    assert "secret" not in repr(house.register.trail.entries())
    assert house.register.trail.verify().holds


def test_what_another_program_did_is_gathered_once(house: House) -> None:
    with open_library(house.location("lives")) as library:  # as a command does that knows of no house
        library.add(*invented("letters"))
        judged(library)
    assert [action for _, action, _ in noted(house)] == ["library made"]
    house.gather()
    house.gather()
    assert [action for _, action, _ in noted(house)] == ["library made", "source added", "judged"]


def test_a_process_that_ends_between_change_and_log_loses_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with house.open_library("lives") as library:
        library.add(*invented("letters"))
        with monkeypatch.context() as patched:  # the log has it, the library has not heard so yet
            patched.setattr("factoid.store.library.forget_deeds", killed)
            with pytest.raises(KeyboardInterrupt):
                judged(library)
        with monkeypatch.context() as patched:  # the log has it not
            patched.setattr(Library, "_tell", killed)
            with pytest.raises(KeyboardInterrupt):
                judged(library, "human:boris")
    house.gather()
    assert [e.actor for e in house.register.trail.entries() if e.action == "judged"] == [
        "human:anna",
        "human:boris",
    ]
    assert house.register.trail.verify().holds


def test_a_library_of_no_house_is_not_noted(tmp_path: Path) -> None:
    with open_library(tmp_path / "own.factoid", create=True) as library:
        library.add(*invented("letters"))
        judged(library)
        with library._engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM deed").scalar() == 0
