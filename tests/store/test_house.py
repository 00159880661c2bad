"""A folder or a database as a house: its libraries by name, and nothing beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from postgres import Server
from store.invented import invented

from factoid.errors import NotALibrary, NotInLibrary, UsageError
from factoid.store.houses.house import open_house


def test_a_house_is_made_only_where_it_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(NotALibrary, match="no such folder"):
        open_house(str(tmp_path / "nowhere"), create=True)
    with pytest.raises(NotALibrary, match="factoid account add"):
        open_house(str(tmp_path))
    open_house(str(tmp_path), create=True).close()
    open_house(str(tmp_path)).close()


def test_libraries_are_made_and_opened_by_name(new_house: str, tmp_path: Path) -> None:
    house = open_house(new_house, create=True)
    house.make("lives")
    house.make("graz-1670")
    (tmp_path / "My Notes.factoid").write_bytes(b"")
    assert house.names() == ("graz-1670", "lives")
    with house.open_library("lives") as library:
        library.add(*invented("alpha"))
    with house.open_view("lives") as view:
        assert [source.name for source in view.sources()] == ["alpha"]
    assert house.location("lives").stem == "lives"
    with pytest.raises(UsageError, match="already"):
        house.make("lives")
    house.close()


@pytest.mark.parametrize(
    "name", ["", "..", "../x", "a/b", "A", "login", "static", "-a", "a-", "a--b", "ü", "a.b", "x" * 41, "a\n"]
)
def test_other_names_are_refused(new_house: str, name: str) -> None:
    house = open_house(new_house, create=True)
    with pytest.raises(UsageError, match="Choose another"):
        house.make(name)
    with pytest.raises(NotInLibrary):
        house.location(name)
    house.close()


def test_a_database_has_a_register_only_where_one_is_asked_for(postgres_server: Server) -> None:
    postgres_server.ask("CREATE DATABASE empty_house")
    address = postgres_server.address(database="empty_house").partition("?")[0]
    with pytest.raises(NotALibrary, match="factoid account add") as caught:
        open_house(address)
    assert "secret" not in str(caught.value)
    house = open_house(address, create=True)
    assert house.place == f"postgresql://factoid@127.0.0.1:{postgres_server.port}/empty_house"
    house.register.accounts.add("anna", "correct horse battery staple")
    house.close()
    again = open_house(address)
    assert again.register.accounts.named("anna").name == "anna"
    assert again.names() == ()
    again.close()
