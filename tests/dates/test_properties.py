"""What holds for every text: offsets, order, the same however typed, time in proportion to length."""

from __future__ import annotations

import itertools

import pytest
from dates.reading import find, passages_of
from effort import seconds_of
from hypothesis import given, settings
from hypothesis import strategies as st

from factoid.dates import find_time_phrases
from factoid.model import Span

PIECES = [
    "In June 1938", "on the 14th", "June 9", "13–14 June 1938", "1937-38", "(born 14 May 1881)",
    "two years later", "that year", "the following spring", "by the age of 17", "early 1938",
    "44 BC", "in 480",
    "the 1920s", "at the end of", "until", "from", "to", "between", "and", "or", "May", "march", "the war",
    "World War II", "'38", "c.", "5 March", ".", ",", "\n", "he left", "Sunday", "1,938", "winter",
    "18 Brumaire VIII", "25 October (7 November) 1917", "soon after", "A.D.",
    "ABBOT, JOHN (1801–66)", "weeks", "a", "the",
]  # fmt: skip
texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.text(alphabet="In Juneay1938-–,.'’()\n\t\r 0245/thsBC", max_size=80),
    st.text(max_size=60),
)


@given(texts)
@settings(max_examples=300)
def test_words_stand_at_their_offsets_sorted_and_disjoint(text: str) -> None:
    phrases = find(text)
    for phrase in phrases:
        assert text[phrase.start : phrase.end] == phrase.words
        assert phrase.words.strip() == phrase.words != ""
        if phrase.whole:
            assert text[phrase.whole.start : phrase.whole.end] == phrase.whole.words
            assert phrase.whole.start <= phrase.start
            assert phrase.end <= phrase.whole.end
        if phrase.when:
            assert phrase.when.words == phrase.words
    assert all(one.end <= other.start for one, other in itertools.pairwise(phrases))


STORY = (
    "In June 1938 he crossed the border, aged 38. On June 9 he spoke; by August he was in Tokyo.\n"
    "From 1937–38 to the winter of 1939 he wrote. “In May,” he said, ‘I shall go.’ Two years "
    "later he left - that's all.\n"
    "His aunt (1881–1945) lived on the 13th of March 1940 at Hull, c. 1900 at York and, until '44, here."
)


def _meanings(text: str) -> list[tuple[str | None, str | None, int | None]]:
    return [
        (p.when.edtf if p.when else None, p.whole.when.edtf if p.whole else None, p.years_least)
        for p in find(text)
    ]


RETYPED = {
    "trailing blanks": lambda text: text.replace("\n", "   \n") + "  ",
    "line ends of DOS": lambda text: text.replace("\n", "\r\n"),
    "straight quotation marks": lambda text: text.translate(str.maketrans("“”‘’", "\"\"''")),
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "hyphens for dashes": lambda text: text.replace("–", "-"),
    "long dashes": lambda text: text.replace("–", "—"),
    "non-breaking blanks": lambda text: text.replace(" ", "\u00a0"),
    "blanks before the text": lambda text: "  " + text,
}


@pytest.mark.parametrize("name", RETYPED)
def test_typing_changes_nothing_but_offsets(name: str) -> None:
    assert len(_meanings(STORY)) > 12
    assert _meanings(RETYPED[name](STORY)) == _meanings(STORY)


def test_a_line_may_break_anywhere_within_a_passage() -> None:
    text = STORY.replace("\n", " ")
    broken = text.replace(" ", "\n")
    assert [p.when and p.when.edtf for p in find_time_phrases(broken, [Span(0, len(broken))])] == [
        p.when and p.when.edtf for p in find_time_phrases(text, [Span(0, len(text))])
    ]


def test_only_the_passages_are_read() -> None:
    text = "In 1938 he fled. In 1940 he died."
    assert [p.words for p in find_time_phrases(text, [Span(0, 16)])] == ["1938"]
    assert find_time_phrases(text, []) == ()


def _seconds(text: str, tries: int = 1) -> float:
    return seconds_of(lambda: find_time_phrases(text, [Span(0, len(text))]), tries)


MONOTONOUS = [
    "1", ",", " ", "word ", "\n", "(", "1938 ", "1938-", "June ", "13 and ", "the ", "two years ",
    "in the early ", "a", "'", "May 5, ", "1/2/",
]  # fmt: skip


@pytest.mark.parametrize("piece", MONOTONOUS)
def test_time_grows_with_length_only(piece: str) -> None:
    short, long = piece * (1_000 // len(piece)), piece * (16_000 // len(piece))
    fast = max(_seconds(short, tries=3), 0.005)
    assert _seconds(long) < 64 * fast  # sixteen times the text; a square would be 256 times the time


def test_a_gap_of_blanks_is_no_trap() -> None:
    assert _seconds("June" + " " * 200_000 + "1938") < 2


@pytest.mark.parametrize("piece", ["7", ",", "words "])
def test_a_megabyte_without_times(piece: str) -> None:
    assert _seconds(piece * (1_000_000 // len(piece))) < 5


def test_five_megabytes_of_a_story() -> None:
    page = (
        STORY + "\n" + "He went on, and nobody knew where the others had gone with their boats. " * 120 + "\n"
    )
    text = page * (5_000_000 // len(page))
    assert len(find_time_phrases(text, passages_of(text))) > 7_000  # of some 950,000 words
