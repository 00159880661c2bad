"""A few reviewers and readers at once: no error, no judgement lost, and the audit log has each once and whole."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from web.houses import WORDS, team_of

from factoid.model.access import Role
from factoid.web.house import Settings
from factoid.web.watch import Limits

REVIEWERS, READERS, EACH = 4, 4, 5


def test_nothing_is_lost_where_many_work_at_once(lives: Path, tmp_path: Path) -> None:
    with team_of(lives, tmp_path, Settings(limits=Limits.none())) as team:
        reviewers = [f"reviewer-{n}" for n in range(REVIEWERS)]
        readers = [f"reader-{n}" for n in range(READERS)]
        for name in (*reviewers, *readers):
            team.register.accounts.add(name, WORDS)
            role = Role.REVIEWER if name in reviewers else Role.READER
            team.register.members.set_role(name, "lives", role)
            team.client(name)
        with team.house.open_view("lives") as view:
            factoids = [line.factoid.id for person in view.people() for line in view.dossier(person.id).lines]

        def judge(name: str) -> list[tuple[str, str]]:
            client = team.client(name)
            done: list[tuple[str, str]] = []
            for number in range(EACH):
                factoid = factoids[(number * 7 + len(done)) % len(factoids)]
                form = team.form(name, verdict="accept", reason=f"{name} {number}")
                answer = client.post(f"/lives/factoids/{factoid}/verdict", data=form)
                assert answer.status_code == 303, answer.text
                done.append((f"human:{name}", factoid))
            return done

        def look(name: str) -> list[tuple[str, str]]:
            client = team.client(name)
            for path in ("/lives/people", "/lives/search?q=Lammond", "/lives/judgements") * 2:
                assert client.get(path).status_code == 200
            return []

        with ThreadPoolExecutor(REVIEWERS + READERS) as crowd:
            working = [
                *(crowd.submit(judge, n) for n in reviewers),
                *(crowd.submit(look, n) for n in readers),
            ]
            acknowledged = Counter(pair for work in working for pair in work.result())
        with team.house.open_library("lives") as library:
            held = Counter(
                (j.author, j.factoid or "") for j in library.judgements() if j.author != "human:ab"
            )
        noted = [e for e in team.register.trail.entries(library="lives") if e.action == "judged"]
        assert sum(acknowledged.values()) == REVIEWERS * EACH
        assert held & acknowledged == acknowledged
        assert Counter((e.actor, e.subject or "") for e in noted) == acknowledged
        assert team.register.trail.verify().holds
