import pytest
from identity.people import persona

from factoid.identity.profile import bearer_of


@pytest.mark.parametrize(
    ("name", "forms", "compared"),
    [
        ("Basil Orlov", ["Basil Orlov", "Basil Ivanovich", "Basil"], "Basil Ivanovich Orlov"),
        ("Orlov", ["Orlov", "Lev Davidovich"], "Lev Davidovich Orlov"),
        ("Basil Orlov", ["Basil Orlov", "Pyotr Ivanovich"], "Basil Orlov"),  # perhaps another man's
        ("Orlov", ["Orlov", "Lev Davidovich", "Lev Ivanovich"], "Orlov"),  # which of the two?
        ("Basil Ivanovich", ["Basil Ivanovich", "Basil Orlov", "Orlov"], "Basil Ivanovich Orlov"),
        ("Basil Ivanovich", ["Basil Ivanovich", "Orlov"], "Basil Ivanovich Orlov"),
        ("Basil Ivanovich", ["Basil Ivanovich", "Orlov", "Nowak"], "Basil Ivanovich"),
        ("Basil Ivanovich", ["The wounded Orlov", "Orlov", "His Nowak"], "Basil Ivanovich Orlov"),
        ("Basil", ["Basil", "Orlov"], "Basil"),
        ("Basil\nOrlov", ["the commander"], "Basil Orlov"),
        ("Thorolf, son of Grim", ["Thorolf"], "Thorolf"),
    ],
)
def test_forms_complete_each_other(name: str, forms: list[str], compared: str) -> None:
    assert bearer_of(persona("a", 0, name, forms)).main.text == compared


@pytest.mark.parametrize(
    ("forms", "others"),
    [
        (["Anna Nowak", "Christine Granville", "Nowak"], ["Christine Granville"]),
        (["Anna Nowak", "Hania Nowak", "Anna"], []),
        (["Anna Nowak", "Golden Hand", "the countess"], []),
    ],
)
def test_full_aliases_are_kept(forms: list[str], others: list[str]) -> None:
    found = bearer_of(persona("a", 0, "Anna Nowak", forms))
    assert [profile.text for profile in found.others] == others


@pytest.mark.parametrize(
    ("name", "forms", "called"),
    [
        ("Orlov", ["Orlov", "Lev Davidovich"], "Lev Davidovich Orlov"),
        ("Lev Davidovich", ["Lev Davidovich", "Lev Orlov", "Orlov"], "Lev Orlov"),
        ("Lev Orlov", ["Lev Davidovich"], "Lev Orlov"),
        ("Orlov", ["Orlov", "Christine Granville"], "Orlov"),
    ],
)
def test_a_reason_says_the_name_as_the_source_writes_it(name: str, forms: list[str], called: str) -> None:
    assert bearer_of(persona("a", 0, name, forms)).called == f"{called} (a)"
