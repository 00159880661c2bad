"""What is worked out when the application begins."""

from __future__ import annotations

import time
from contextlib import closing

import pytest
from fastapi.testclient import TestClient

from factoid.chronology.solving import solve
from factoid.store import Library
from factoid.web import app_of, warming
from factoid.web.docket import docket_of
from factoid.web.portrait import portrait_of
from factoid.web.review import judge_statement
from factoid.web.site import Site


def test_what_the_first_pages_show_is_there_when_they_are_asked_for(library: Library) -> None:
    with closing(Site(library=library, path=library.path)) as site:
        warming.begin(site).join(30)
        for person in library.people(limit=warming.FIRST_PEOPLE):
            assert portrait_of(site, person.id, patience=0) is not None
        assert docket_of(site, patience=0).is_current


def test_an_application_begins_so_only_where_it_is_told_to(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Site] = []
    monkeypatch.setattr(warming, "begin", begun.append)
    for is_warm in (False, True):
        with TestClient(app_of(library, library.path, is_warm=is_warm)):
            assert bool(begun) is is_warm


def test_nothing_is_begun_where_the_application_has_ended(library: Library) -> None:
    site = Site(library=library, path=library.path)
    site.desk.close()
    began = time.monotonic()
    warming.begin(site).join(30)
    assert time.monotonic() - began < 10
    site.close()


def test_a_life_is_solved_again_only_where_its_evidence_is_another(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    solved: list[int] = []

    def noted(*given: object, **named: object) -> object:
        solved.append(1)
        return solve(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("factoid.pipeline.lives.solve", noted)
    agnes, *others = library.people()
    kin = {p for line in library.dossier(agnes.id).lines for p, _ in line.related}
    other = next(person for person in others if person.factoids and person.id not in kin)
    with closing(Site(library=library, path=library.path)) as site:

        def judged_of(person: str, said: str) -> int:
            before = len(solved)
            judge_statement(site, library.dossier(person).lines[0].factoid.id, said, "")
            drawn = portrait_of(site, agnes.id, patience=30)
            assert drawn is not None
            assert drawn.dossier.lines == tuple(
                sorted(library.dossier(agnes.id).lines, key=drawn.dossier.lines.index)
            )
            return len(solved) - before

        assert portrait_of(site, agnes.id, patience=30)
        assert judged_of(other.id, "accept") == 0
        assert judged_of(agnes.id, "reject") == 1
