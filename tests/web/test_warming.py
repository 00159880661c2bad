"""What is worked out when the application begins."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from web.lives import Claim, document_of, library_of, reading_of

from factoid.chronology.solving import solve
from factoid.store import Library
from factoid.web import app_of
from factoid.web.docket import docket_of
from factoid.web.lives.portrait import portrait_of
from factoid.web.review import judge_statement
from factoid.web.site import Site
from factoid.web.work import warming


@pytest.fixture(autouse=True)
def what_was_frozen() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_the_first_pages_show_is_there_when_they_are_asked_for(library: Library) -> None:
    with closing(Site(library=library, path=library.path)) as site:
        warming.begin(site).join(60)
        for person in library.people(limit=warming.FIRST_PEOPLE):
            assert portrait_of(site, person.id, patience=0) is not None
        assert docket_of(site, patience=0).is_current


def test_an_application_begins_so_only_where_it_is_told_to(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Site] = []
    monkeypatch.setattr(warming, "begin", lambda site, *_: begun.append(site))
    for is_warm in (False, True):
        with TestClient(app_of(library, library.path, is_warm=is_warm)):
            assert bool(begun) is is_warm


def test_nothing_is_begun_where_the_application_has_ended(library: Library) -> None:
    site = Site(library=library, path=library.path)
    site.desk.close()
    begun = warming.begin(site)
    begun.join(60)
    assert not begun.is_alive()
    site.close()


def two_lives(path: Path) -> Library:
    """Two people who have nothing to do with each other, told of in one source."""
    said = {"a": "Ann Reed was a printer in 1810.", "b": "Hugh Orr was a smith in 1820."}
    document = document_of("book", "A title\n\n" + "\n\n".join(said.values()))
    claims = [Claim(who=who, type="occupation", quote=words, date=words[-5:-1], date_words=words[-5:-1],
                    fields={"value": words.split()[4]}) for who, words in said.items()]  # fmt: skip
    names = {"a": ("Ann Reed",), "b": ("Hugh Orr",)}
    return library_of(path, [(document, reading_of(document, names, claims))])


def test_a_life_is_solved_again_only_where_its_evidence_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    solved: list[int] = []

    def noted(*given: object, **named: object) -> object:
        solved.append(1)
        return solve(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("factoid.pipeline.lives.solve", noted)
    library = two_lives(tmp_path / "two.factoid")
    with closing(Site(library=library, path=library.path)) as site:
        for person, said, times in (
            ("Ann Reed", "", 1),
            ("Hugh Orr", "accept", 1),
            ("Ann Reed", "reject", 2),
        ):
            line = library.dossier(person).lines[0]
            if said:
                judge_statement(site, line.factoid.id, said, "")
            drawn = portrait_of(site, "Ann Reed", patience=30)
            assert drawn is not None
            assert drawn.dossier.lines == library.dossier("Ann Reed").lines
            assert len(solved) == times
