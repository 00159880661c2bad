"""Questions and their answers: what both tell together."""

from __future__ import annotations

import pytest

import factoid
from factoid.reading.interviews import with_answers

SHOWN = [  # the words, what the model is shown
    ("You were born in Graz? - Yes, in 1903.", "You were born in Graz         in 1903."),
    ("You married in 1925? - Yes, Otto Lind.", "You married in 1925       to Otto Lind."),
    ("You worked? - Yes, I was a cook.", "You worked.        I was a cook."),
    ("When did you leave? - In 1938.", "         you leave    in 1938."),
    ("You were born in Graz? - No, in Riga.", None),
    ("What did you see? - In 1938 nothing.", None),
    ("Was he ill? - Yes, in 1903.", None),
]


@pytest.mark.parametrize(("words", "shown"), SHOWN)
def test_an_answer_is_joined_to_its_question(words: str, shown: str | None) -> None:
    assert len(with_answers(words)) == len(words)
    if shown is None:
        assert with_answers(words).count("?") == words.count("?")
    else:
        assert with_answers(words).split() == shown.split()


SPOKEN = """Interview with Mrs. Rosa Horvat, Ely, 4 March 1979

You were born in Graz? - Yes, in 1903, near the bridge.
You married in 1925? - Yes, Karl Weiss.
Did you have children? - Two boys, Paul and Emil.
When did you leave? - In 1938.
"""
ASKED = """Q: Where did you live then, Mr. Doyle?
A: In Riga. I was a docker.
Q: And when were you elected secretary?
A: In 1926, just after the strike.
"""


def test_who_is_interviewed_is_meant_by_you() -> None:
    reading = factoid.read(SPOKEN)
    names = {p.id: p.name for p in reading.personas}
    told = {
        (names[f.person], f.type, f.role or f.place, f.date, *(names[other] for other in f.related))
        for f in reading.factoids
    }
    assert told >= {
        ("Rosa Horvat", "birth", "Graz", "1903"),
        ("Rosa Horvat", "kinship", "husband", "1925", "Karl Weiss"),
        ("Rosa Horvat", "kinship", "son", None, "Paul"),
        ("Rosa Horvat", "kinship", "son", None, "Emil"),
    }


def test_who_is_called_by_name_answers() -> None:
    reading = factoid.read(ASKED)
    told = {(reading.personas[0].name, f.type, f.role or f.value, f.date) for f in reading.factoids}
    assert ("Mr. Doyle", "office", "secretary", "1926") in told
    assert ("Mr. Doyle", "occupation", "docker") in {row[:3] for row in told}


def test_you_of_a_letter_is_not_its_writer() -> None:
    reading = factoid.read("From the diary of Ann Lee\n\nYou were born in Graz, Otto. I was born in Riga.\n")
    births = {f.place for f in reading.factoids if f.type == "birth" and f.person == reading.personas[0].id}
    assert "Graz" not in births


_NIECE = """Interview with Karin Holm, 8 October 1978

What do you remember of your aunt?
My aunt was a painter, I see her before me. She was born in Riga in 1888. My grandfather was a baker there.

Did you know her husband?
Yes. My aunt married Otto Lind in 1915. I was fond of them.

When did Ida Holm die?
She died in Ely in 1957."""


def test_she_in_an_answer_is_not_who_answers() -> None:
    reading = factoid.read(_NIECE)
    karin = next(p.id for p in reading.personas if p.name == "Karin Holm")
    told = {f.type: f.person for f in reading.factoids if f.type in ("birth", "death")}
    assert told.keys() == {"birth", "death"}
    assert karin not in told.values()
