"""Which statements rest on a mention, and what becomes of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factoid.model import Factoid, Mention, MentionForm, Misread, Persona, Span, says_the_same

WORDS, LATER = Span(0, 4), Span(40, 44)
READ_AS = Persona(
    id="a", name="Ivan", mentions=tuple(Mention(*at, MentionForm.NAME) for at in (WORDS, LATER))
)
HELD = Factoid(
    source="s", person="a", type="kinship", quote="Ivan was his father", start=0, end=19, role="father"
)


@pytest.mark.parametrize(
    ("changed", "bears"),
    [
        ({"spans": {"person": WORDS}}, True),
        ({"spans": {"person": LATER}}, False),
        ({}, True),  # left out: the last words before are meant
        ({"start": 50, "end": 60}, False),
        ({"person": "b"}, False),
        ({"person": "b", "related": ("a",), "related_spans": (WORDS,)}, True),
        ({"person": "b", "related": ("a",), "related_spans": (LATER,)}, False),
        ({"person": "b", "related": ("a",)}, False),
    ],
)
def test_what_rests_on_words(changed: dict[str, object], bears: bool) -> None:  # noqa: FBT001
    assert Misread(WORDS, READ_AS).bears(replace(HELD, **changed)) is bears  # type: ignore[arg-type]


def test_a_statement_goes_to_the_person_meant() -> None:
    held = replace(
        HELD, spans={"person": WORDS, "role": Span(13, 19)}, related=("b",), related_spans=(Span(9, 12),)
    )
    moved = Misread(WORDS, READ_AS).corrected(held, "c", author="human:ab", because="the cousin")
    assert (moved.person, moved.related, moved.related_spans) == ("c", ("b",), (Span(9, 12),))
    assert moved.spans == {"role": Span(13, 19)}
    assert moved.inference == {"person": "the cousin"}
    assert says_the_same(held, moved)


def test_somebody_related_is_replaced_and_nobody_is_related_to_himself() -> None:
    held = replace(HELD, person="b", spans={"person": LATER}, related=("a", "d"), related_spans=(WORDS, None))
    misread = Misread(WORDS, READ_AS)
    moved = misread.corrected(held, "c", author="human:ab", because="x")
    assert (moved.person, moved.related, moved.related_spans) == ("b", ("c", "d"), (None, None))
    assert misread.corrected(held, "b", author="human:ab", because="x").related == ("d",)
