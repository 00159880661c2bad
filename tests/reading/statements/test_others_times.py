"""Times that stand beside a statement and tell of something else: of a life, a firm, the next deed, another post."""

import pytest
from reading.statements.conftest import Read, said

# text, person, type, what the statement says, its date
DATES = [
    # the day right behind a name is that of the birth
    (
        "Karl Brandt (20 May 1941 in Ulm) is a German chemist, currently professor at Ely. He likes bees.",
        "Brandt",
        "occupation",
        "chemist",
        None,
    ),
    (
        "Karl Brandt is a chemist. In 1941 he was made professor at Ely.",
        "Brandt",
        "office",
        "professor",
        "1941",
    ),
    # the story goes on from neither end of a life in brackets
    (
        "Evan Rees (6 August 1923 – 5 November 2004) was a footballer. Originally from Hay, he spent a year with Ely.",
        "Rees",
        "residence",
        "Hay",
        None,
    ),
    # a firm was founded then, whenever it got its head
    (
        "Erik Holm is the head of a weaving firm founded in 2009. He likes bees.",
        "Holm",
        "office",
        "head",
        None,
    ),
    ("Erik Holm, who was elected in 2009, is the mayor of Ely.", "Holm", "office", "mayor", "2009"),
    # behind the second verb
    (
        "Otto Roth was mayor of Ely. He grew up in Bath and rose to fame in 1999.",
        "Roth",
        "residence",
        "Bath",
        None,
    ),
    ("Otto Roth lived and worked in Ely in 1890. He kept bees.", "Roth", "residence", "Ely", "1890"),
    # bare years beside a post
    (
        "Otto Roth, mayor of Ely, 1886–1897, was a chemist. He kept bees.",
        "Roth",
        "occupation",
        "chemist",
        None,
    ),
    (
        "Otto Roth, mayor of Ely, 1886–1897, was a chemist. He kept bees.",
        "Roth",
        "office",
        "mayor",
        "1886/1897",
    ),
    ("Otto Roth, 1886–1897, was mayor of Ely. He kept bees.", "Roth", "office", "mayor", "1886/1897"),
    # until then
    (
        "Eva Roth was born in Ely. She worked with Karl Low there until opening a shop of her own in 1971.",
        "Roth",
        "association",
        None,
        "../1971",
    ),
    # no longer the vizier
    ("In 1933 the deposed vizier Hikmet Arif came with eleven trunks.", "Arif", "office", "vizier", None),
    ("In 1933 the governor Otto Lind came with eleven trunks.", "Lind", "office", "governor", "1933"),
]


@pytest.mark.parametrize(("text", "person", "type_", "words", "date"), DATES)
def test_the_date_is_the_statements_own(
    read: Read, text: str, person: str, type_: str, words: str | None, date: str | None
) -> None:
    found = said(read(text), type_, person)
    assert [f.date for f in found if words in (f.role, f.value, f.place)] == [date]
