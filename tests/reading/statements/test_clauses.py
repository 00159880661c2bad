"""Clauses and who does what in them."""

import pytest

from factoid.reading.parse import Parser
from factoid.reading.statements.clauses.extent import clause_span
from factoid.reading.statements.clauses.find import find_clauses
from factoid.sources import document_of_text

# text, verb, subject, how the subject was found, passive
CASES = [
    ("Anna wrote a letter.", "wrote", "Anna", "own", False),
    ("Anna was arrested by soldiers.", "arrested", "Anna", "own", True),
    ("Anna moved to Paris and wrote a novel.", "wrote", "Anna", "conjunct", False),
    ("Anna, who wrote novels, lived in Paris.", "wrote", "Anna", "relative", False),
    ("Arriving in Paris, Anna wrote a letter.", "Arriving", "Anna", "control", False),
    ("Anna was arrested and shot.", "shot", "Anna", "conjunct", True),
]


@pytest.mark.parametrize(("text", "verb", "subject", "how", "passive"), CASES)
def test_subjects(parser: Parser, text: str, verb: str, subject: str, how: str, *, passive: bool) -> None:
    document = document_of_text(text)
    [segment] = parser.parse(document.text).segments
    [clause] = [c for c in find_clauses(segment.doc).values() if c.verb.text == verb]
    assert ([t.text for t in clause.subjects], clause.subject_from, clause.passive) == (
        [subject],
        how,
        passive,
    )


def test_a_clause_ends_where_the_next_begins(parser: Parser) -> None:
    text = "Anna moved to Paris in 1901 and wrote a novel."
    [segment] = parser.parse(document_of_text(text).text).segments
    clauses = {c.verb.text: c for c in find_clauses(segment.doc).values()}
    assert clause_span(clauses["moved"]).of(text) == "Anna moved to Paris in 1901"
    assert clause_span(clauses["wrote"]).of(text) == "wrote a novel"


def test_the_mark_of_a_note_is_none_of_its_words(parser: Parser) -> None:
    text = "[1] His sister Rosa Pichler died in 1950 in Melk."
    [segment] = parser.parse(document_of_text(text).text).segments
    [clause] = find_clauses(segment.doc).values()
    assert clause_span(clause).of(text) == "His sister Rosa Pichler died in 1950 in Melk"
