"""A house in a PostgreSQL database answers as one in a folder does."""

from __future__ import annotations

import postgres
from fastapi.testclient import TestClient
from store.invented import invented
from web.houses import WORDS, Team, cheap_passwords

from factoid.model import InDatabase, location_of
from factoid.model.access import Role
from factoid.store.houses.server import DatabaseHouse
from factoid.store.register import Register
from factoid.web.house import house_app


def test_members_see_their_library_and_programs_write_to_it(postgres_server: postgres.Server) -> None:
    postgres_server.ask("CREATE DATABASE team")
    place = location_of(postgres_server.address(database="team").partition("?")[0])
    assert isinstance(place, InDatabase)
    house = DatabaseHouse(place, create=True)
    house.register = Register(house._ledger, passwords=cheap_passwords())
    for name in ("lives", "deeds"):
        house.make(name)
    with house.open_library("lives") as library:
        library.add(*invented("alpha"))
    for role in Role:
        house.register.accounts.add(role, WORDS)
        house.register.members.set_role(role, "lives", role)
    app = house_app(house, patience=30)
    with TestClient(app, base_url="http://localhost") as client:
        team = Team(house, app, client)
        for role in Role:
            seen = team.client(role)
            assert seen.get("/lives/sources").status_code == 200
            assert "alpha" in seen.get("/lives/sources").text
            assert seen.get("/deeds/sources").status_code == 404
            assert seen.get("/lives/add").status_code == (200 if role.reaches(Role.EDITOR) else 403)
        program = team.client()
        program.headers.update(team.bearer("editor"))
        made = program.post("/lives/ipif/persons", json={"label": "Anna Test"})
        assert made.status_code == 201
        assert "Anna Test" in team.client("admin").get("/lives/").text
        assert program.get("/lives/export/file?to=jsonl").status_code == 200
        page = team.client("admin").post("/lives/members/invite", data=team.form("admin", role="reader")).text
        assert "http://localhost/invitation/" in page
