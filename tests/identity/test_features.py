import pytest

from factoid.identity.features import SURE, TABLE, WORTH_ASKING, contradicted, name_evidence, total
from factoid.identity.profile import profile_of

SAME = [
    ("Vasily Chapayev", "Basil Chapaev"),
    ("Vasily Chapayev", "Василий Чапаев"),
    ("Vasily Ivanovich Chapayev", "Vasily Chapayev"),
    ("CHAPAYEV, Vasily Ivanovich", "Basil Chapaev"),
    ("Genrikh Samuilovich Lyushkov", "Henry Lushkov"),
    ("Samuel Quincy Tarbell", "Samuel Tarbell"),
    ("Jean-Baptiste Tarbell", "Jean-Baptiste Tarbell"),
    ("Anna Maria Tarbell", "Anna M. Tarbell"),
    ("Tarbell, Samuel", "Samuel Tarbell"),
    ("Sakamoto Ryōma", "Sakamoto Ryoma"),
    ("Ivan Ivanovich Petrov", "Ivan Ivanovich Petrov"),  # common, but for the patronymic
]
NOT_SURE = [
    ("John Smith", "John Smith"),
    ("Wang Wei", "Wang Wei"),
    ("Selim Pasha", "Selim Pasha"),
    ("Ivan Petrov", "Ivan Petrov"),
    ("D. A. Furmanov", "Dmitry Furmanov"),
    ("Tarbell", "Samuel Tarbell"),
    ("Nikolai Ivanovich", "Nikolai Ivanovich"),
    ("Samuel Tarbell Jr.", "Samuel Tarbell"),
    ("Anna Marin", "Anna Moran"),
    ("Gertrude Margaret Tarbell", "Daisy Tarbell"),  # Margaret's short form, but she is Gertrude
    ("Gertrude Margaret Tarbell", "Margaret Tarbell"),
]
HARDLY = [
    ("Alexander", "Alexander"),
    ("Alexander", "Alexander Chapayev"),
    ("King George III", "George Tarbell"),
]
CONTRADICTED = [
    ("Ivan Stepanovich Chapayev", "Vasily Ivanovich Chapayev"),
    ("Ivan Ivanovich Petrov", "Ivan Sergeyevich Petrov"),
    ("Samuel Tarbell", "Ida Tarbell"),
    ("Samuel Quincy Tarbell", "Samuel Moses Tarbell"),
]


def points(a: str, b: str) -> float:
    return total(name_evidence(profile_of(a), profile_of(b)))


@pytest.mark.parametrize(("a", "b"), SAME)
def test_names_that_make_a_person(a: str, b: str) -> None:
    assert points(a, b) >= SURE
    assert points(b, a) >= SURE


@pytest.mark.parametrize(("a", "b"), NOT_SURE)
def test_names_that_need_company(a: str, b: str) -> None:
    assert points(a, b) < SURE


@pytest.mark.parametrize(("a", "b"), HARDLY)
def test_names_that_say_little(a: str, b: str) -> None:
    assert points(a, b) < WORTH_ASKING


@pytest.mark.parametrize(("a", "b"), CONTRADICTED)
def test_names_that_contradict(a: str, b: str) -> None:
    assert contradicted(profile_of(a), profile_of(b))
    assert points(a, b) < 0


def test_a_missing_part_is_no_contradiction() -> None:
    assert not contradicted(profile_of("Vasily Chapayev"), profile_of("Vasily Ivanovich Chapayev"))


def test_other_people_do_not_contradict() -> None:
    assert not contradicted(profile_of("Vasily Chapayev"), profile_of("Dmitry Furmanov"))


def test_every_feature_is_explained() -> None:
    assert all(row.note and row.points for row in TABLE.values())
