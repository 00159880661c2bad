"""The times of a text in order: what comes before a place, what after, and the ends of a time."""

import pytest

from factoid.dates import find_time_phrases
from factoid.model import Span
from factoid.reading.statements.when.storyline import Storyline, ends, is_earlier, year_of

TEXT = (
    "Kessler was born in 1811. At twenty he left for Rome. He married in 1840 and travelled for six years.\n\n"
    "1850: he came home and died in 1860."
)


@pytest.fixture
def story() -> Storyline:
    return Storyline(find_time_phrases(TEXT, [Span(0, len(TEXT))]), TEXT)


def test_the_step_before_and_the_step_after(story: Storyline) -> None:
    place = TEXT.index("he came home")
    before, after = story.before(place), story.after(place)
    assert before is not None
    assert after is not None
    assert (before.words.strip(), after.words) == ("1850", "1860")


def test_no_step_before_the_first_nor_after_the_last(story: Storyline) -> None:
    assert story.before(0) is None
    assert story.after(len(TEXT)) is None


def test_a_time_that_opens_its_line_is_a_head(story: Storyline) -> None:
    head = story.head(len(TEXT))
    assert head is not None
    assert head.words.strip() == "1850"
    assert story.head(TEXT.index("At twenty")) is None


def test_the_last_birth(story: Storyline) -> None:
    birth = story.birth(TEXT.index("He married"))
    assert birth is not None
    assert birth.words == "1811"
    assert story.birth(TEXT.index("was born")) is None


def test_ages_and_durations_are_found_by_place(story: Storyline) -> None:
    assert [t.years for t in story.ages_within(0, len(TEXT))] == [20]
    assert [t.words for t in story.spells_within(0, len(TEXT))] == ["six years"]
    assert story.ages_within(0, 10) == []


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("1840", "1840", "1840"),
        ("1840-05~", "1840-05", "1840-05"),
        ("1840/1846", "1840", "1846"),
        ("../1840", None, "1840"),
        ("1840/..", "1840", None),
        ("[1840..1846]", "1840", "1846"),
        ("[1840,1842]", "1840", "1842"),
        ("184X", None, None),
    ],
)
def test_ends(edtf: str, first: str | None, last: str | None) -> None:
    assert ends(edtf) == (first, last)


BIRTHS = [
    ("Anna (b. Rome, 8 July 1593) was a painter.", "8 July 1593"),
    ("He came to the world in Seville, in the Feria, in 1892.", "1892"),
    ("She gave birth to Rita in 1848.", None),
    ("He was borne out of the house in 1848.", None),
    ("She was born poor. In 1848 she left.", None),
]


@pytest.mark.parametrize(("text", "words"), BIRTHS)
def test_which_date_is_a_birth(text: str, words: str | None) -> None:
    birth = Storyline(find_time_phrases(text, [Span(0, len(text))]), text).birth(len(text))
    assert (birth.words if birth is not None else None) == words


def test_earlier_and_later_years_before_christ() -> None:
    assert is_earlier("-0071", "-0067")
    assert not is_earlier("-0067", "-0071")
    assert is_earlier("1840", "1840-05")
    assert (year_of("-0043-03-15"), year_of("1840-05")) == (-43, 1840)


def test_no_story_goes_on_from_a_caption() -> None:
    text = "He left in 1905. Photo: Karl Lind, Ely, 1931. He wrote a book."
    times = find_time_phrases(text, [Span(0, len(text))])
    start = text.index("Photo")
    for captions, year in (((), "1931"), (((start, text.index("He wrote")),), "1905")):
        before = Storyline(times, text, captions).before(len(text))
        assert before is not None
        assert before.meant is not None
        assert before.meant.edtf == year
