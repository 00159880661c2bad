import numpy as np
import pytest
from identity.people import persona

from factoid.identity.hopeless import Sieve
from factoid.identity.profile import Bearer, bearer_of
from factoid.model import PersonaInSource, Traces
from factoid.model.when import Bounds, day_of


def bearer(name: str, born: int | None = None) -> Bearer:
    found = persona("a", 0, name)
    days = (Bounds(day_of(born, 1, 1), day_of(born, 12, 31)),) if born else ()
    return bearer_of(
        PersonaInSource(source="a", source_id="a", persona=found.persona, traces=Traces(born=days))
    )


@pytest.mark.parametrize(
    ("one", "other", "is_hopeless"),
    [
        (1800, 1860, False),  # one figure
        (1847, 1874, False),  # two figures have changed places
        (1847, 1853, False),  # one era
        (1800, 1851, True),
        (1800, None, False),
    ],
)
def test_other_times(one: int, other: int | None, *, is_hopeless: bool) -> None:
    sieve = Sieve([bearer("Anna Quonk", one), bearer("Anna Quonk", other)])
    for ends in ((0, 1), (1, 0)):
        assert sieve.other_times(*(np.array([end]) for end in ends)).tolist() == [is_hopeless]


@pytest.mark.parametrize(
    ("a", "b", "is_hopeless"),
    [
        ("Anna Quonk", "Anna Zumphbauer", True),
        ("Anna Quonk", "Wilhelmina Quonk", True),
        ("Anna Quonk", "Anna Quank", False),
        ("Anna Maria Quonk", "Bertha Quonk", False),  # who has several names may be called by any
        ("Quonk", "Wilhelmina Zumph", False),
    ],
)
def test_other_names(a: str, b: str, *, is_hopeless: bool) -> None:
    sieve = Sieve([bearer(a), bearer(b)])
    assert sieve.other_names(np.array([0]), np.array([1])).tolist() == [is_hopeless]
