"""Protection by hand in the browser: who may, what it needs, that it is noted and taken back."""

from __future__ import annotations

import re

import pytest
from web.houses import Team

from factoid.model import Verdict

NAME = "Lammond"


def person_of(team: Team) -> str:
    with team.house.open_view("lives") as view:
        return view.people(NAME, limit=1)[0].id


def marks_of(team: Team) -> list[tuple[str, str, str]]:
    with team.house.open_view("lives") as view:
        held = [j for j in view.judgements() if j.verdict in (Verdict.PROTECTED, Verdict.SHOWN)]
    return [(j.verdict, j.author, j.reason) for j in held]


def test_a_person_is_marked_noted_and_shown_again(fresh: Team) -> None:
    person, reader, editor = person_of(fresh), fresh.client("reader"), fresh.client("editor")
    assert reader.get(f"/lives/people/{person}").status_code == 200
    form = editor.get("/lives/protected", params={"person": person})
    assert f'name="person" value="{person}"' in form.text
    assert "Shown to readers." in form.text
    fields = fresh.form("editor", person=person, mark="protected", reason="asked us to")
    assert editor.post("/lives/protected", data=fields).headers["location"] == "/lives/protected"
    assert reader.get(f"/lives/people/{person}").status_code == 404
    assert marks_of(fresh) == [("protected", "human:editor", "asked us to")]
    page = editor.get("/lives/protected").text
    assert "asked us to" in page
    assert "marked by hand" in page
    assert "nicht für alle" in editor.get("/lives/protected", headers={"accept-language": "de"}).text
    number = re.search(r'id="mark-(\d+)"', page)
    assert number
    editor.post("/lives/protected/withdraw", data=fresh.form("editor", judgement=number[1]))
    assert marks_of(fresh) == []
    assert reader.get(f"/lives/people/{person}").status_code == 200
    noted = [(e.actor, e.action) for e in fresh.register.trail.entries(library="lives")]
    assert noted[-2:] == [("human:editor", "judged"), ("human:editor", "judgement withdrawn")]


def test_a_source_is_marked_as_a_whole(fresh: Team) -> None:
    with fresh.house.open_view("lives") as view:
        name = view.sources()[0].name
    admin, reader = fresh.client("admin"), fresh.client("reader")
    assert f"source={name}" in admin.get(f"/lives/sources/{name}").text
    form = fresh.form("admin", source=name, mark="protected", reason="lent in confidence")
    assert admin.post("/lives/protected", data=form).status_code == 303
    assert reader.get(f"/lives/sources/{name}").status_code == 404
    assert name in admin.get("/lives/protected").text


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"mark": "protected", "reason": "  "}, 400),
        ({"mark": "gone", "reason": "because"}, 400),
        ({"reason": "because"}, 400),
        ({"mark": "protected", "reason": "because", "person": "nobody"}, 404),
        ({"mark": "protected", "reason": "because", "person": "", "source": "nothing"}, 404),
        ({"mark": "shown", "reason": "because", "person": "", "source": "nothing"}, 400),
        ({"mark": "protected", "reason": "because", "token": "stolen"}, 403),
    ],
)
def test_what_is_no_mark_is_refused(team: Team, fields: dict[str, str], status: int) -> None:
    form = team.form("editor") | {"person": person_of(team)} | fields
    assert team.client("editor").post("/lives/protected", data=form).status_code == status
    assert marks_of(team) == []


@pytest.mark.parametrize("role", ["reader", "reviewer"])
def test_who_may_not_protect_is_offered_nothing(team: Team, role: str) -> None:
    client, person = team.client(role), person_of(team)
    for path in ("/lives/", f"/lives/people/{person}"):
        assert "/protected" not in client.get(path).text
    form = team.form(role, person=person, mark="protected", reason="because")
    assert client.post("/lives/protected", data=form).status_code == 403
    assert marks_of(team) == []
