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
