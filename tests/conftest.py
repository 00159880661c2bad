"""What all tests share."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import postgres
import pytest
from hypothesis import HealthCheck, settings

from factoid.model import InDatabase, Location, location_of

# A shell that starts the tests in the background makes them, and every process they start, deaf to Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A busy machine is no fault: no example is held to a time. The examples are the same each time, so that a change is
# judged by what it changes; `--hypothesis-profile search` looks for new ones.
_PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("factoid", _PATIENT, derandomize=True)
settings.register_profile("search", _PATIENT, max_examples=1_000)
settings.load_profile("factoid")

#: Files that take longest with few tests, in this order: begun last, one of them would keep one process busy alone.
_LONG = [
    "distributed/test_spark.py", "cli/test_hard_times.py", "web/house/test_processes.py", "web/test_browser.py",
    "web/test_hostile.py", "web/house/test_vouched_in_browser.py", "web/house/test_leaks.py", "store/test_undo.py",
    "web/test_openapi.py", "web/test_reach.py", "pipeline/test_crew.py", "web/test_scriptorium.py",
    "store/test_processes.py", "exchange/test_validators.py",
]  # fmt: skip
_TESTS = Path(__file__).parent

_numbers = count(1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest; leave the others in their order."""
    turns = {_TESTS / name: turn for turn, name in enumerate(_LONG)}
    items.sort(key=lambda item: turns.get(item.path, len(turns)))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """A PostgreSQL server of our own; FACTOID_REQUIRE_POSTGRES makes a failure of its absence."""
    if why := postgres.missing():
        if os.environ.get("FACTOID_REQUIRE_POSTGRES"):
            pytest.fail(why)
        pytest.skip(why)
    with postgres.running() as server:
        yield server


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    """What holds the library: each test that takes this runs on both."""
    return str(request.param)


@pytest.fixture(scope="module")
def new_place(
    engine: str, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Callable[[], Location]:
    """What tells where a library can be made that is not there yet."""
    if engine == "sqlite":
        return lambda: tmp_path_factory.mktemp("library") / "l.factoid"
    server: postgres.Server = request.getfixturevalue("postgres_server")
    return lambda: location_of(server.address(f"library-{next(_numbers)}"))


@pytest.fixture
def place(new_place: Callable[[], Location]) -> Location:
    """Where a library can be made, on each engine."""
    return new_place()


@pytest.fixture
def new_house(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """The address of a house that has nothing yet: a folder, or a database."""
    if engine == "sqlite":
        return str(tmp_path)
    server: postgres.Server = request.getfixturevalue("postgres_server")
    name = f"house_{next(_numbers)}"
    server.ask(f"CREATE DATABASE {name}")
    return server.address(database=name).partition("?")[0]


@pytest.fixture
def in_database(postgres_server: postgres.Server) -> InDatabase:
    """Where a library can be made in a PostgreSQL database."""
    made = location_of(postgres_server.address(f"library-{next(_numbers)}"))
    assert isinstance(made, InDatabase)
    return made
