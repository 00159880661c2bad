import pytest

from factoid.identity.spelling import are_one_name, spelling_key


@pytest.mark.parametrize(
    "spellings",
    [
        ("Chapaev", "Chapayev", "CHAPAYEV", "Tchapaieff", "Tschapajew", "Чапаев", "Чапаева"),
        ("Lyushkov", "Ljuschkow", "Lushkov", "Люшков", "Люшковым", "Lyushkov's"),
        ("Dzerzhinsky", "Dzerzhinskii", "Дзержинский"),
        ("Fourmanoff", "Furmanov"),
    ],
)
def test_spellings_of_one_name_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({spelling_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("a", "b"), [("Marin", "Moran"), ("Schmidt", "Smith"), ("Petrov", "Perov"), ("Bauer", "Bower")]
)
def test_names_that_sound_alike_stay_two(a: str, b: str) -> None:
    assert spelling_key(a) != spelling_key(b)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Genrikh", "Heinrich", True),
        ("Kolya", "Nikolai", True),
        ("Pyotr", "Pavel", False),
        ("", "Ivan", False),
    ],
)
def test_forms_of_one_given_name(a: str, b: str, *, expected: bool) -> None:
    assert are_one_name(a, b) is expected
