"""Rules for tags asked once for each kind of token find what the model's own matcher finds."""

from __future__ import annotations

import pytest
import spacy
from spacy.pipeline import AttributeRuler

from factoid.reading.parse import DEFAULT_MODEL, PACKAGES
from factoid.reading.token_rules import TokenRules

TEXT = (
    "Ain't it so? They were gonna leave, but she'd got ta wait; let's go, c'm on, y'all. I did what it had had, "
    "which was all that you saw.  There was nobody, and there's none now: do as that man does, if it's to be done."
)


def test_finds_what_the_matcher_finds() -> None:
    nlp = spacy.load(PACKAGES[DEFAULT_MODEL])
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    rules = TokenRules(ruler.patterns, nlp.vocab.strings.add)
    compared = []
    matcher = ruler.match

    def compare(doc: spacy.tokens.Doc) -> object:
        compared.append((rules.match(doc), matcher(doc)))
        return compared[-1][1]

    ruler.match = compare  # type: ignore[method-assign]
    nlp(TEXT)
    ours, theirs = compared[0]
    assert ours == theirs
    assert any(end - start == 2 for _, _, start, end in theirs), "no rule about two tokens was tried"


@pytest.mark.parametrize(
    "pattern",
    [[{"ORTH": "Will"}], [{"LOWER": "will", "OP": "?"}], [{"LOWER": {"FUZZY": "will"}}], [{"TAG": 3}]],
)
def test_refuses_rules_that_ask_for_more(pattern: list[dict[str, object]]) -> None:
    with pytest.raises(ValueError, match="something else"):
        TokenRules([{"patterns": [pattern]}], hash)
