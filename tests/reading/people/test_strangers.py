"""Whom readers new to it found mistaken: headwords of entries, neighbours, namesakes, nobody in particular."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factoid.reading.people import People

ReadPeople = Callable[[str], People]

# text, the names of everybody in it
CAST = [
    ("HOLUB, Jan (1871-1940), engineer. Studied in Prague.", {"Jan Holub"}),
    ("PROUT, John Skinner, bookseller at Exeter.", {"John Skinner Prout"}),
    ("My neighbour on the landing was a violinist called Emil Roth.", {"Emil Roth"}),
    ("Jan Holub was born in 1901.\nWife (from 1929): Hedvika", {"Jan Holub", "Hedvika"}),
    ("Ann Low went to evening classes and gained her mate's ticket.", {"Ann Low"}),
    ("Karl Weiss was sent to Harbin under the guise of a fur trader.", {"Karl Weiss"}),
    ("KALNINS, Arvids (1886-1942), agronomist. Born Cesis, 3 May 1886.", {"Arvids Kalnins"}),
    ("TROUNSON, Rev. Wm. (1702-66). B. Zennor, 1702.", {"Wm Trounson"}),
    ("Karl Weiss slept. The merchant's widow Ann Low spoke.", {"Karl Weiss", "Ann Low", "merchant"}),
    ("Karl Weiss was looking for a traitor.", {"Karl Weiss"}),
    ("Karl Weiss was awarded St. Anna, 3rd class.", {"Karl Weiss"}),
    ("Karl Weiss had a deputy. His deputy fled.", {"Karl Weiss", "deputy of Karl Weiss"}),
    ("Paul Lind was a lawyer. From Belgrade Lind went to Prague.", {"Paul Lind"}),
    ("Paul Lind was a lawyer. A letter from Florence Lind reached Prague.", {"Paul Lind", "Florence Lind"}),
    (
        "Dimitar Stanchev had two daughters, Vera and Rayna. Vera Stancheva died in 1989.",
        {"Dimitar Stanchev", "Vera Stancheva", "Rayna"},
    ),
    ("Paul Lind was an aviator. In 1936 the pilot shot down four aircraft.", {"Paul Lind"}),
    ("Lieutenant Paul Lind came to Kiev. In May the captain was removed from flights.", {"Paul Lind"}),
    ("The future ace Paul Lind was born in Ely. In 1936 the ace flew to Spain.", {"Paul Lind"}),
    ("At 24, Rahimbayev became chairman.", {"Rahimbayev"}),
    (
        "General Paul Lind was born in Ely. The father of the general, Grigory Lind, was a priest. "
        "The general left a widow, Ida Roth, and a son, Grigory, who became a colonel.",
        {"Paul Lind", "Grigory Lind", "Ida Roth", "Grigory"},
    ),
    ("Daniel Roth taught in Basel.\n\nDaniel was the son of Karl Roth.", {"Daniel Roth", "Karl Roth"}),
    (
        "Ann Low wrote novels. Ann Low married Karl Low in 1797. Their dau., Ann, died young.",
        {"Ann Low", "Karl Low", "Ann"},
    ),
    (
        "Ida Grant was born in Ely. In 1836 Ida Grant gave her hand to Mr. Tom Lane. Mrs. Lane died in 1840.",
        {"Ida Grant", "Tom Lane"},
    ),
]


@pytest.mark.parametrize(("text", "names"), CAST)
def test_who_is_in_the_text(read_people: ReadPeople, text: str, names: set[str]) -> None:
    assert {p.name for p in read_people(text).personas} == names


_ENTRY = "KRANZ, Emil (1850-1912), watchmaker. Pupil of Anton Berg. He moved to Graz. His brother Otto was a priest."


def test_pronouns_of_an_entry_mean_its_headword(read_people: ReadPeople) -> None:
    people = read_people(_ENTRY)
    hero = next(p for p in people.personas if p.name == "Emil Kranz")
    teacher = next(p for p in people.personas if p.name == "Anton Berg")
    assert {"He", "His"} <= {_ENTRY[m.start : m.end] for m in hero.mentions}
    assert [_ENTRY[m.start : m.end] for m in teacher.mentions] == ["Anton Berg"]


def test_a_dictionary_has_two_of_one_name_under_two_headwords(read_people: ReadPeople) -> None:
    first, further = "LOW, Karl, physician, b. 17 May 1807 at Ely.", "LOW, Karl (b. Riga, 1756). Painter."
    assert len(read_people(f"{first}\n\n{further}").personas) == 2
    assert len(read_people(f"{first}\n\nLow, Karl, b. 1807, wrote.").personas) == 1


NAMESAKES = [
    # how many persons of the name, in the order of the text
    ("7. Ann Low. Born in Ely in 1807. Oils.\n\n8. Ann Low. Born in Riga in 1811. Bronze.", ["Ann Low", "Ann Low"]),
    ("7. Ann Low. Born in Ely in 1807. Oils.\n\n8. Ann Low. Born in Ely in 1807. Tempera.", ["Ann Low"]),
    ("Ann Low painted. In 1920 she met the other Ann Low, a sculptor.", ["Ann Low", "Ann Low"]),
    ("Karl Low wed in 1792. In 1820 Karl Low the younger had a shop.", ["Karl Low", "Karl Low the younger"]),
    ("Karl Low the Elder was a painter. Karl Low the Younger was a baker.",
     ["Karl Low the Elder", "Karl Low the Younger"]),
    ("5 March 1829. Otto Low, baker, aged 60.\n\n9 May 1861. Otto Low, baker, aged 65.", ["Otto Low", "Otto Low"]),
    ("5 March 1829. Otto Low, aged 60, was ill.\n\n9 May 1831. Otto Low, aged 63, died.", ["Otto Low"]),
    ("The first Otto Low was born in 1768. The second Otto Low died in 1861. His son, the third Otto, went to Riga.",
     ["Otto Low", "Otto Low", "Otto"]),
    ("5 March 1829. Otto Low, baker, aged 60.\n\n8 May 1838. Ida Low, widow of Otto Low the elder.\n\n"
     "9 May 1861. Otto Low, baker, aged 65.", ["Otto Low the elder", "Ida Low", "Otto Low"]),
    ("Karl Low Jr. was born in Ely. Karl Low wrote in 1920.", ["Karl Low Jr."]),
    ("3 May 1795. Otto, son of Karl Low and Hannah his wife.\n\n4 May 1824. Paul, son of Karl Low and Ann his wife.",
     ["Otto", "Karl Low", "Hannah", "Paul", "Ann"]),
    ("Anna Low was born in Ely. Ann Low died in 1820.", ["Anna Low"]),
    ("RUSTEM PASHA, Damat (c. 1500-1561), vizier. He sailed.", ["Damat Rustem Pasha"]),
    ("JOHN HOME, Minister (1722), was an author. He wrote.", ["John Home"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMESAKES)
def test_namesakes(read_people: ReadPeople, text: str, names: list[str]) -> None:
    assert [p.name for p in read_people(text).personas] == names
