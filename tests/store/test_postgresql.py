"""What a PostgreSQL server refuses is said in one line, without the password."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from postgres import Server
from store.invented import invented

from factoid.errors import (
    LibraryBusy,
    LibraryError,
    LibraryFull,
    LibraryTooNew,
    LibraryUnreachable,
    NotALibrary,
)
from factoid.model import InDatabase, location_of
from factoid.store import Library, open_library, open_view
from factoid.store.engines import postgresql
from factoid.store.engines.server_errors import server_error

REFUSED: dict[str, tuple[dict[str, str], type[LibraryError], str]] = {
    "password": ({"password": "wr0ng"}, LibraryUnreachable, "PGPASSWORD or ~/.pgpass"),
    "database": ({"database": "nowhere"}, LibraryUnreachable, "no such database. Make it with: createdb"),
    "library": ({"library": "nobody-made-it"}, NotALibrary, "no such library. Make one with"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_a_server_refuses_is_said_in_one_line(postgres_server: Server, kind: str) -> None:
    given, error, says = REFUSED[kind]
    with pytest.raises(error, match=says) as caught:
        open_view(location_of(postgres_server.address(**given)))
    said = str(caught.value)
    assert said.startswith(f"postgresql://factoid@127.0.0.1:{postgres_server.port}/")
    assert "\n" not in said
    assert "secret" not in said
    assert "wr0ng" not in said


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://a:hush@127.0.0.1:1/x",
        "postgresql://a:hush@nowhere.invalid/x",
        "postgresql://a:hush@/x?host=/no",
    ],
)
def test_a_server_that_does_not_answer(postgres_server: Server, address: str) -> None:
    with pytest.raises(LibraryUnreachable, match="no server answers there") as caught:
        open_library(location_of(address), create=True)
    assert "hush" not in str(caught.value)


def test_an_address_that_libpq_does_not_take_keeps_its_password(postgres_server: Server) -> None:
    with pytest.raises(LibraryError) as caught:
        open_view(location_of("postgresql://a:hush@localhost:99999999/x?sslmode=hush"))
    assert "hush" not in str(caught.value).replace("sslmode=hush", "")


class _Said(Exception):
    def __init__(self, sqlstate: str, words: str) -> None:
        super().__init__(words)
        self.sqlstate = sqlstate


STATES = {
    "55P03": LibraryBusy,
    "40001": LibraryBusy,
    "53300": LibraryBusy,
    "53100": LibraryFull,
    "25006": LibraryFull,
    "42501": LibraryFull,
    "57P01": LibraryUnreachable,
    "08006": LibraryUnreachable,
    "XX000": LibraryError,
}


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_its_words(state: str) -> None:
    location = InDatabase("postgresql://anna:hush@db.test/x")
    error = server_error(location, _Said(state, "something with hush\nin it"))
    assert type(error) is STATES[state]
    assert str(error).startswith("postgresql://anna@db.test/x?library=main: ")
    assert "hush" not in str(error)
    assert "\n" not in str(error)


def test_without_the_right_to_make_a_schema(postgres_server: Server, in_database: InDatabase) -> None:
    postgres_server.ask("CREATE ROLE guest LOGIN PASSWORD 'guest'")
    address = in_database.whole.replace(in_database.whole.split("@")[0], "postgresql://guest:guest", 1)
    with pytest.raises(LibraryFull, match="no right to do that"):
        open_library(location_of(address), create=True)
    with open_library(in_database, create=True) as library:
        library.add(*invented("alpha"))
    for action in ("USAGE ON SCHEMA", "SELECT ON ALL TABLES IN SCHEMA"):
        postgres_server.ask(f'GRANT {action} "{in_database.library}" TO guest')
    with open_view(location_of(address)) as view:  # who may read, reads
        assert [source.name for source in view.sources()] == ["alpha"]
    with open_library(location_of(address)) as library, pytest.raises(LibraryFull, match="no right"):
        library.add(*invented("beta"))


def test_a_schema_of_another_program_is_left_alone(postgres_server: Server, in_database: InDatabase) -> None:
    postgres_server.ask(
        f'CREATE SCHEMA "{in_database.library}" CREATE TABLE alembic_version (version_num text)'
    )
    with pytest.raises(NotALibrary, match="another program's tables"):
        open_view(in_database)
    with pytest.raises(NotALibrary, match="another program's tables"):
        open_library(in_database, create=True)


def test_an_empty_schema_becomes_a_library(postgres_server: Server, in_database: InDatabase) -> None:
    postgres_server.ask(f'CREATE SCHEMA "{in_database.library}"')
    with pytest.raises(NotALibrary, match="no such library"):
        open_view(in_database)
    open_library(in_database, create=True).close()
    with open_view(in_database) as view:
        assert view.sources() == []


def test_a_library_of_a_later_version_is_left_alone(postgres_server: Server, in_database: InDatabase) -> None:
    open_library(in_database, create=True).close()
    postgres_server.ask(f"""UPDATE "{in_database.library}".alembic_version SET version_num = '9001'""")
    for opened in (open_library, open_view):
        with pytest.raises(LibraryTooNew, match=r"written by a later version .* 9001"):
            opened(in_database)


def test_a_database_in_another_encoding_is_refused(postgres_server: Server) -> None:
    postgres_server.ask(
        "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0"
    )
    with pytest.raises(NotALibrary, match="holds text as LATIN1"):
        open_library(location_of(postgres_server.address(database="latin")), create=True)


def test_a_server_that_only_lets_read(postgres_server: Server) -> None:
    postgres_server.ask("CREATE DATABASE frozen")
    place = location_of(postgres_server.address(database="frozen"))
    with open_library(place, create=True) as library:
        library.add(*invented("alpha"))
    postgres_server.ask("ALTER DATABASE frozen SET default_transaction_read_only = on")
    with pytest.raises(LibraryFull, match="only lets read"):
        open_library(place)
    with open_view(place) as view:
        assert [source.name for source in view.sources()] == ["alpha"]


@pytest.fixture
def library_there(in_database: InDatabase) -> InDatabase:
    with open_library(in_database, create=True) as library:
        library.add(*invented("alpha"))
    return in_database


def test_a_connection_that_was_cut_is_made_anew(postgres_server: Server, library_there: InDatabase) -> None:
    with open_library(library_there) as library:
        assert len(library.sources()) == 1
        postgres_server.ask(
            "SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity "  # and wait until it has ended
            "WHERE application_name = 'factoid' AND pid <> pg_backend_pid()"
        )
        assert len(library.sources()) == 1
        with pytest.raises(LibraryUnreachable, match="was stopped meanwhile"):
            _die_halfway(library)
        assert library.source("alpha").title == "The papers of alpha"


def _die_halfway(library: Library) -> None:
    with library._writing() as connection:
        connection.exec_driver_sql("UPDATE source SET title = 'half done'")
        connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")


def test_psycopg_is_asked_for_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(address: str) -> None:
        raise ImportError(address)

    monkeypatch.setattr(postgresql, "late", missing)
    with pytest.raises(LibraryUnreachable, match=r"pip install 'factoid\[postgresql\]'"):
        open_view(InDatabase("postgresql:///x"))


def test_more_threads_than_the_server_takes_wait_for_their_turn(postgres_server: Server) -> None:
    postgres_server.ask("CREATE DATABASE crowded CONNECTION LIMIT 3")
    postgres_server.ask("CREATE ROLE many LOGIN PASSWORD 'many'")
    postgres_server.ask("GRANT CREATE ON DATABASE crowded TO many")
    address = f"postgresql://many:many@127.0.0.1:{postgres_server.port}/crowded"
    document, reading = invented("alpha", factoids=20)
    with open_library(location_of(address), create=True) as library:
        library.add(document, reading)
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda _: len(library.people()), range(40)))
    assert set(found) == {2}


READING = """
import sys
from factoid.cli import main
sys.argv = ["factoid", *sys.argv[1:]]
main()
"""


def test_commands_take_addresses_and_never_show_a_password(in_database: InDatabase, tmp_path: str) -> None:
    def factoid(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", READING, *words],
            capture_output=True,
            text=True,
            check=True,
            cwd=tmp_path,
            env={**os.environ, "FACTOID_LIBRARY": in_database.whole},
            input="Anna Berg was born in Riga in 1901.\n",
        )
        return done.stdout + done.stderr

    said = [factoid("read", "-", "--jobs", "1"), factoid("show", "Anna Berg")]
    assert "1901" in said[1]
    assert not any("secret" in words for words in said)


def test_the_same_name_in_two_databases_is_two_libraries(
    postgres_server: Server, in_database: InDatabase
) -> None:
    postgres_server.ask("CREATE DATABASE twin")
    twin = replace(in_database, server=in_database.server.replace("/postgres", "/twin"))
    with open_library(in_database, create=True), open_library(twin, create=True) as library:
        library.add(*invented("alpha"))
    with open_view(in_database) as view:
        assert view.sources() == []
