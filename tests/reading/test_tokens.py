"""The words of a parse against the model's own: the same tree, the same sentences, the same strings."""

from __future__ import annotations

import pytest
import spacy

from factoid.reading.parse import DEFAULT_MODEL, PACKAGES, Doc, Parser
from factoid.sources import document_of_text

TEXT = (
    "Anna Orlova, a miller's daughter from Tver, was born there in 1871; her father, who drank, died early. "
    "She taught what she had learnt, and what her aunt said of it nobody knows. "
    "Did the school at which, in May, they met, close? It did."
)


@pytest.fixture(scope="module")
def pair(parser: Parser) -> tuple[Doc, spacy.tokens.Doc]:
    """The piece as the rules see it, and as the model gives it."""
    return (
        parser.parse(document_of_text(TEXT).text).segments[0].doc,
        spacy.load(PACKAGES[DEFAULT_MODEL])(TEXT),
    )


STRINGS = (
    "text",
    "lower_",
    "lemma_",
    "pos_",
    "tag_",
    "dep_",
    "ent_type_",
    "whitespace_",
    "is_punct",
    "like_num",
)


def test_the_words_are_the_models(pair: tuple[Doc, spacy.tokens.Doc]) -> None:
    ours, theirs = pair
    for one, other in zip(ours, theirs, strict=True):
        assert [getattr(one, name) for name in STRINGS] == [getattr(other, name) for name in STRINGS]
        assert (one.i, one.idx, one.is_sent_start) == (other.i, other.idx, bool(other.is_sent_start))
        assert TEXT[one.start : one.end] == one.text


@pytest.mark.parametrize("link", ["lefts", "rights", "children", "ancestors", "subtree"])
def test_they_hang_as_the_models_do(pair: tuple[Doc, spacy.tokens.Doc], link: str) -> None:
    for one, other in zip(*pair, strict=True):
        assert [t.i for t in getattr(one, link)] == [t.i for t in getattr(other, link)]
        assert (one.head.i, one.left_edge.i, one.right_edge.i) == (
            other.head.i,
            other.left_edge.i,
            other.right_edge.i,
        )


def test_spans_are_the_models(pair: tuple[Doc, spacy.tokens.Doc]) -> None:
    ours, theirs = pair
    assert [(s.start, s.end) for s in ours.sents] == [(s.start, s.end) for s in theirs.sents]
    assert [(e.text, e.label_) for e in ours.ents] == [(e.text, e.label_) for e in theirs.ents]
    for start in range(len(ours)):
        for end in range(start + 1, min(start + 7, len(ours)) + 1):
            assert ours[start:end].text == theirs[start:end].text
            assert ours[start:end].root.i == theirs[start:end].root.i


CUTS = [slice(2, 5), slice(5, 2), slice(-3, None), slice(None, -60), slice(3, 9999), slice(0, 0)]


@pytest.mark.parametrize("cut", CUTS)
def test_slices_are_the_models(pair: tuple[Doc, spacy.tokens.Doc], cut: slice) -> None:
    ours, theirs = (doc[2:40] for doc in pair)
    assert [t.i for t in ours[cut]] == [t.i for t in theirs[cut]]
    assert [t.i for t in pair[0][cut]] == [t.i for t in pair[1][cut]]
    assert ours[-1].i == theirs[-1].i
    assert ours[cut] == ours[cut]
    assert len({ours[cut], ours[cut]}) == 1


def test_there_is_nothing_before_the_first_word(pair: tuple[Doc, spacy.tokens.Doc]) -> None:
    doc = pair[0]
    assert doc[1].nbor(-1) is doc[0]
    for token, steps in ((doc[0], -1), (doc[len(doc) - 1], 1)):
        with pytest.raises(IndexError):
            token.nbor(steps)
