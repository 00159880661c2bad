"""What a reader, a program, a stranger and a guest learn of somebody who may be living: nothing, wherever they ask."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

import pytest
from fastapi.testclient import TestClient
from store.protected import SECRETS, protected_library
from web.houses import Team, team_of

from factoid.exchange import exporter_names
from factoid.model import Anchor, Judgement, Page, Verdict
from factoid.model.access import Role
from factoid.store.schema.tables import text
from factoid.web.house import Settings
from factoid.web.permissions import PERMISSIONS
from factoid.web.watch import Limits

HIDDEN, SHOWN = "Mary Orlova", "Ivan Orlov"
WORDS = (*SECRETS, "Orl*", '"Mary Orlova"', "Nice", "Riga", "Мария Орлова", "Maria")


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    path = protected_library(tmp_path_factory.mktemp("protected"))
    settings = Settings(limits=Limits.none())  # asked faster here than any team asks
    with team_of(path, tmp_path_factory.mktemp("house"), settings) as team:
        with team.house.open_library("lives") as library:
            statement = library.dossier("Paul Vetter").lines[0].factoid
            library.judge(
                Judgement(
                    verdict=Verdict.ACCEPTED, author="human:admin", made="2026-01-01", factoid=statement.id,
                    reason="Mary Orlova says so", left=Anchor(statement.source, statement.span),
                )
            )  # fmt: skip
            with library._database.writing() as connection:  # a chapter that bears a name
                connection.execute(text.update().values(pages=[[0, "Of Mary Orlova, my aunt"], [90, "2"]]))
        yield team


def askers(team: Team) -> dict[str, TestClient]:
    program = team.client()
    program.headers.update(team.bearer("reader"))
    return {"reader": team.client("reader"), "program": program}


def ids_of(team: Team, who: str) -> dict[str, str]:
    """What stands in addresses: of a person, a statement on it, and its source."""
    with team.house.open_view("lives") as view:
        people = [p for p in view.people(who) if p.name == who]
        dossier = view.dossier(max(people, key=lambda p: p.factoids).id)
        persona = dossier.personas[0]
        return {
            "person": dossier.summary.id, "factoid": dossier.lines[0].factoid.id, "event": "birth",
            "step": persona.source, "conflict_id": "c-1", "key": "none", "id:path": dossier.summary.id,
            "persona": persona.persona.id,
        }  # fmt: skip


def told(answer: Any) -> str:
    """All that an answer says: its head, its body, what is packed in it."""
    content = answer.content
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as packed:
            content = b"\n".join(packed.read(name) + name.encode() for name in packed.namelist())
    said = content.decode("utf-8", "replace")
    return f"{answer.status_code} {answer.headers} {said}".lower()


def leaks(said: str, asked: str) -> list[str]:
    """The secrets that stand in it and not in the question."""
    words = asked.lower().strip('"*')
    for form in (words, words.replace(" ", "+"), words.replace(" ", "%20")) if words else ():
        said = said.replace(form, "")
    return [secret for secret in SECRETS if secret in said]


def addresses(ids: dict[str, str]) -> Iterator[str]:
    """Every address that is got, its gaps filled with what is there."""
    for method, path in sorted(PERMISSIONS):
        if method == "GET":
            yield re.sub(r"\{([^}]+)\}", lambda gap: ids[gap[1]], path)


def test_no_page_tells_of_who_is_hidden(team: Team) -> None:
    ids = ids_of(team, SHOWN)
    person = ids["person"]
    asked = [
        *addresses(ids),
        *(f"/{kind}?person={person}&wait=true" for kind in ("timeline", "network", "map")),
        *(f"/people/{person}{more}" for more in ("?wait=true&weak=true", "/compare?wait=true")),
        "/sources/memoir?at=120", "/sources/memoir?section=2", "/conflicts?wait=true&doubtful=true",
        "/sources/memoir/witness", "/judgements", "/people?page=99999", "/nothing",
    ]  # fmt: skip
    for who, client in askers(team).items():
        for address in asked:
            answer = client.get(f"/lives{address}")
            assert leaks(told(answer), "") == [], (who, address)
    assert askers(team)["reader"].get("/lives/sources/memoir").status_code == 200


@pytest.mark.parametrize("word", WORDS)
def test_no_search_finds_who_is_hidden(team: Team, word: str) -> None:
    reader = team.client("reader")
    for path in ("/lives/search", "/lives/", "/lives/people"):
        assert leaks(told(reader.get(path, params={"q": word})), word) == []
    program = askers(team)["program"]
    for kind in ("persons", "factoids", "sources", "statements"):
        for key in ("p", "st", "f", "s", "name", "place", "label", "relatesToPerson", "memberOf", "sourceId"):
            answer = program.get(f"/lives/ipif/{kind}", params={key: word})
            assert leaks(told(answer), word) == [], (kind, key)


@pytest.mark.parametrize("name", exporter_names())
@pytest.mark.parametrize("only", ["all", "standing", "accepted"])
def test_no_file_tells_of_who_is_hidden(team: Team, name: str, only: str) -> None:
    for person in ("", ids_of(team, SHOWN)["person"]):
        query = {"to": name, "only": only, "person": person}
        for who, client in askers(team).items():
            answer = client.get("/lives/export/file", params=query)
            assert answer.status_code == 200, who
            assert leaks(told(answer), "") == [], who
        assert leaks(told(team.client("reader").get("/lives/export", params=query)), "") == []


def test_who_is_hidden_is_as_who_is_not_there(team: Team) -> None:
    """Every address answers alike for what is hidden and for an id of the same form that nobody has."""
    hidden = ids_of(team, HIDDEN)
    none = hidden | {
        name: re.sub(r"[0-9a-f](?=[0-9a-f]*$)", lambda d: "0" if d[0] != "0" else "1", hidden[name])
        for name in ("person", "factoid", "persona", "id:path")
    }
    for who, client in askers(team).items():
        for known, unknown in zip(questions(hidden), questions(none), strict=True):
            real, made_up = client.get(f"/lives{known}"), client.get(f"/lives{unknown}")
            assert plain(real, hidden) == plain(made_up, none), (who, known)
            assert real.status_code in (403, 404) or "/ipif/factoids?" in known or "/conflicts" in known, (
                known
            )


def questions(ids: dict[str, str]) -> list[str]:
    person, factoid, persona = ids["person"], ids["factoid"], ids["persona"]
    return [
        *(f"/people/{who}{more}" for who in (person, persona) for more in ("", "/compare", "/why/birth")),
        *(f"/factoids/{factoid}{more}" for more in ("", "/when")),
        f"/sources/memoir?factoid={factoid}",
        *(f"/{kind}?person={person}" for kind in ("timeline", "network", "map")),
        *(f"/ipif/{kind}/{held}" for kind in ("persons", "factoids", "statements") for held in (person, factoid)),
        *(f"/ipif/factoids?{key}={held}" for key, held in (("personId", person), ("statementId", factoid))),
        f"/export?person={person}", f"/export/file?to=json&person={person}", f"/conflicts?person={person}",
    ]  # fmt: skip


def plain(answer: Any, ids: dict[str, str]) -> tuple[int, str, tuple[str, ...]]:
    """An answer without the ids that were asked for and what differs from request to request."""
    said = re.sub(r'name="token" value="[^"]*"', "", answer.text)
    for held in (ids["person"], ids["factoid"], ids["persona"]):
        said = said.replace(held, "ID")
    return answer.status_code, said, tuple(sorted(set(answer.headers) - {"content-length"}))


def test_no_answer_can_be_asked_for_again_by_a_mark(team: Team) -> None:
    """A page is never kept, so no answer *unchanged* (304) tells that something hidden has changed or not."""
    reader = team.client("reader")
    for path in ("/lives/", "/lives/sources/memoir", "/lives/export/file?to=json"):
        first = reader.get(path)
        again = reader.get(
            path, headers={"If-None-Match": first.headers.get("etag", "*"), "If-Modified-Since": "now"}
        )
        assert first.headers["cache-control"] == "no-store"
        assert again.status_code == 200


def test_strangers_and_guests_learn_nothing_at_all(team: Team) -> None:
    """Neither that the person is there, nor that the library is."""
    hidden, shown = ids_of(team, HIDDEN), ids_of(team, SHOWN)
    for client in (team.client("stranger"), team.client()):
        for one, other in zip(questions(hidden), questions(shown), strict=True):
            answers = [client.get(f"/{library}{path}") for library, path in
                       (("lives", one), ("lives", other), ("nosuch", other))]  # fmt: skip
            assert len({answer.status_code for answer in answers}) == 1
            assert leaks(told(answers[0]), "") == []


def test_what_was_worked_out_before_somebody_was_hidden_is_not_shown(tmp_path: Path, team: Team) -> None:
    """Conflicts are looked for in the background, and shown as they were meanwhile: not past a mark."""
    path = tmp_path / "made"
    path.mkdir()
    shutil.copy(Path(team.house.place) / "lives.factoid", path / "l.factoid")
    folder = tmp_path / "house"
    folder.mkdir()
    with team_of(path / "l.factoid", folder) as other:
        reader, person = other.client("reader"), ids_of(other, SHOWN)["person"]
        pages = ("conflicts?wait=true", f"people/{person}/compare?wait=true", f"people/{person}?wait=true")
        assert [reader.get(f"/lives/{page}").status_code for page in pages] == [200] * len(pages)
        with other.house.open_library("lives") as library:
            held = library.dossier(person).personas[0]
            left = Anchor(held.source_id, held.persona.mentions[0].span)
            library.judge(
                Judgement(verdict=Verdict.PROTECTED, author="human:admin", made="2026-01-02", reason="x", left=left)
            )  # fmt: skip
        for page in ("conflicts", "", "search?q=Ivan", f"timeline?person={person}", "export/file?to=json"):
            assert "ivan orlov" not in told(reader.get(f"/lives/{page}")), page


def test_a_page_that_bears_the_name_of_somebody_hidden_has_none(team: Team) -> None:
    with team.house.open_view("lives") as view:
        assert Page(0, "Of Mary Orlova, my aunt") in view.pages("memoir")
    answer = team.client("reader").get("/lives/sources/memoir")
    assert answer.status_code == 200
    assert "aunt" not in answer.text


def test_a_reviewer_still_sees_everything(team: Team) -> None:
    """Else none of the above shows anything."""
    reviewer = team.client(Role.REVIEWER)
    ids = ids_of(team, HIDDEN)
    for path in (f"/people/{ids['person']}", "/search?q=Orlova", "/export/file?to=json", "/sources/memoir"):
        assert set(leaks(told(reviewer.get(f"/lives{path}")), "")) >= {"orlova"}, path
