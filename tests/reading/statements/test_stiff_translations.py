"""What pages put into English by a machine have more of than others: eras, chronicles that record, ends of names."""

import pytest
from reading.statements.conftest import Read

_LIND = "Karl Lind was born in Ely in 1880. "


@pytest.mark.parametrize("era", ["Guangxu", "Torlan"])
def test_an_era_by_which_a_year_is_counted_is_no_birthplace(read: Read, era: str) -> None:
    births = [
        f for f in read(f"Karl Lind was born in the third year of {era}.").factoids if f.type == "birth"
    ]
    assert [f.place for f in births] in ([], [None])


def test_the_place_beside_a_year_stays_one(read: Read) -> None:
    births = [
        f for f in read("Karl Lind was born in Ely in the third year of Meiji.").factoids if f.type == "birth"
    ]
    assert [(f.place, f.date) for f in births] == [("Ely", "1870~")]


@pytest.mark.parametrize("chronicle", ["The chronicle", "The Ely County Chronicle", 'The "Ely Chronicle"'])
def test_what_a_chronicle_records_is_attributed(read: Read, chronicle: str) -> None:
    found = read(f"{_LIND}{chronicle} records that he died of a stroke in 1944.").factoids
    assert [f.certainty for f in found if f.type == "death"] == ["attributed"]


def test_another_name_ends_with_its_sentence(read: Read) -> None:
    found = read(f"{_LIND}He opened a shop under the pseudonym of Max Wen. Someone saw him there.").factoids
    assert [f.value for f in found if f.type == "name"] == ["Max Wen"]


def test_im_is_a_surname(read: Read) -> None:
    reading = read("Tae-seop was the second son of the rich man Im Cham-bong. Mr. Im left him a house.")
    assert {p.name for p in reading.personas} == {"Tae-seop", "Im Cham-bong"}


def test_what_somebody_is_accused_of_is_theirs_and_is_not_asserted(read: Read) -> None:
    reading = read("Karl Lind was a doctor. In 1910 Otto Roth accused him of having poisoned Princess Ida.")
    names = {p.id: p.name for p in reading.personas}
    killed = [f for f in reading.factoids if f.type == "action" and f.value == "poisoned Princess Ida"]
    assert [(names[f.person], f.certainty) for f in killed] == [("Karl Lind", "attributed")]


def test_what_somebody_is_convicted_of_stays_asserted(read: Read) -> None:
    found = read("Karl Lind was a doctor. He was convicted of killing Ida Roth in 1910.").factoids
    assert {f.certainty for f in found if f.type == "death"} == {"asserted"}


@pytest.mark.parametrize("noun", ["theory", "version"])
def test_a_theory_is_no_assertion(read: Read, noun: str) -> None:
    found = read(f"{_LIND}There is also a {noun} that he drowned himself in the river in 1950.").factoids
    assert [f.certainty for f in found if f.type == "death"] == ["hedged"]


def test_an_apostrophe_does_not_end_a_name_in_quotation_marks(read: Read) -> None:
    found = read(f'{_LIND}He was called "Uji\'s Thief" by all.').factoids
    assert [f.value for f in found if f.type == "name"] == ["Uji's Thief"]


def test_who_is_baptised_something_has_that_name(read: Read) -> None:
    found = read(f'{_LIND}There a reporter baptized him as "the Fox of the Lagoon".').factoids
    assert [f.value for f in found if f.type == "name"] == ["the Fox of the Lagoon"]


def test_the_daughter_is_not_the_heroine_who_was_somebodys_daughter_too(read: Read) -> None:
    reading = read(
        "Ida Lind was born in 1880, daughter of the smith Otto Lind. She bore a daughter, Vera Roth, in 1903. "
        "Later she moved to Ely and opened a shop. The daughter debuted as a singer in 1920."
    )
    vera = next(p for p in reading.personas if p.name == "Vera Roth")
    assert [f.person for f in reading.factoids if f.value == "singer"] == [vera.id]


def test_they_who_marry_are_not_the_groom_and_his_uncle(read: Read) -> None:
    reading = read(
        "Ida Roth was born in Ely. There she met in 1915 Karl Lind, who was in the gang of his uncle Otto Lind. "
        "They married the following year."
    )
    names = {p.id: p.name for p in reading.personas}
    wed = {(names[f.person], names[f.related[0]]) for f in reading.factoids if f.role in ("husband", "wife")}
    assert wed == {("Ida Roth", "Karl Lind"), ("Karl Lind", "Ida Roth")}


def test_an_age_is_not_counted_from_the_birth_or_the_wedding_of_another(read: Read) -> None:
    reading = read(
        "Ida Lind was born on 6 January 1898. She married Karl Roth in 1916. "
        "Karl died in the infirmary at the age of 26."
    )
    assert [f.date for f in reading.factoids if f.type == "death" and f.date not in (None, "1916")] == []
