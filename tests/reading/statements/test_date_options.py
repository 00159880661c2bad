"""The dates that a statement may have, and what each rests on."""

import pytest

from factoid.dates import find_time_phrases
from factoid.model import Document, Span
from factoid.reading.entities import find_entities
from factoid.reading.parse import Parser
from factoid.reading.people import find_people
from factoid.reading.statements.passage import Passage, find_passages
from factoid.reading.statements.read import Candidate, chosen
from factoid.reading.statements.weighing.judging import statement_weights
from factoid.reading.statements.when.choice import date_of, date_weights, most_likely, weights_of
from factoid.reading.statements.when.evidence import evidence
from factoid.reading.statements.when.options import Option, options
from factoid.reading.statements.when.told_dates import ToldDates
from factoid.sources import document_of_text

TEXT = (
    "Anton Kessler was born in Riga on 3 May 1811. He was arrested in Bonn. On 5 June 1840 he moved to Paris. "
    "At forty he moved to London."
)


@pytest.fixture(scope="module")
def found() -> list[tuple[Candidate, Passage]]:
    return candidates_of(TEXT)


def candidates_of(text: str) -> list[tuple[Candidate, Passage]]:
    document: Document = document_of_text(text)
    parsed = Parser().parse(document.text)
    entities = find_entities(parsed, source=document.source.id)
    people = find_people(parsed, entities, source=document.source.id)
    times = find_time_phrases(text, [Span(0, len(text))])
    return [
        (candidate, passage)
        for passage in find_passages(parsed, entities, people, times)
        for candidate, _ in chosen(passage, statement_weights())
    ]


def of(found: list[tuple[Candidate, Passage]], words: str) -> tuple[Candidate, Passage]:
    return next(
        (c, p)
        for c, p in found
        if c.draft.anchor.text == words.split()[0] and words in c.draft.quote.of(TEXT)
    )


def by_date(candidate: Candidate, passage: Passage) -> dict[str | None, Option]:
    return {o.edtf: o for o in options(candidate.draft, passage, candidate.date)}


@pytest.mark.parametrize(
    ("words", "edtf", "source", "form"),
    [
        ("moved to Paris", "1840-06-05", "here", "told"),
        ("moved to Paris", "1840-06", "here", "month"),
        ("moved to Paris", "1840", "here", "year"),
        ("moved to Paris", "1840-06-05/..", "here", "from"),
        ("arrested", "1811", "before", "year"),
        ("arrested", "../1840-06-05", "after", "until"),
        ("arrested", "1811/1840", "between", "years"),
        ("moved to London", "1851~", "age", "told"),
    ],
)
def test_a_statement_may_have(
    found: list[tuple[Candidate, Passage]], words: str, edtf: str, source: str, form: str
) -> None:
    option = by_date(*of(found, words))[edtf]
    assert (option.source, option.form) == (source, form)


def test_the_day_of_a_birth_is_no_date_of_what_follows(found: list[tuple[Candidate, Passage]]) -> None:
    assert not {"1811-05-03", "1811-05"} & by_date(*of(found, "arrested")).keys()


def test_none_at_all_comes_first_and_no_date_twice(found: list[tuple[Candidate, Passage]]) -> None:
    for candidate, passage in found:
        dates = [o.edtf for o in options(candidate.draft, passage, candidate.date)]
        assert dates[0] is None
        assert len(dates) == len(set(dates))


def test_every_date_has_its_words_or_names_what_it_rests_on(found: list[tuple[Candidate, Passage]]) -> None:
    for candidate, passage in found:
        for option in options(candidate.draft, passage, candidate.date)[1:]:
            date = option.dated()
            assert date is not None, option
            assert date.when.edtf == option.edtf
            assert date.span is not None or (date.inference and date.when.basis != "stated")


def test_features_tell_the_options_apart(found: list[tuple[Candidate, Passage]]) -> None:
    candidate, passage = of(found, "moved to Paris")
    given = options(candidate.draft, passage, candidate.date)
    features = evidence(candidate.draft, passage, given, candidate.date).features()
    assert len(features) == len(given)
    told = next(fs for o, fs in zip(given, features, strict=True) if o.edtf == "1840-06-05")
    assert any(f.startswith("here told | stands ") for f in told)


def test_weights_choose_and_caution_holds_back(found: list[tuple[Candidate, Passage]]) -> None:
    candidate, passage = of(found, "arrested")
    by = weights_of({"after until | always": 5.0})
    date = date_of(candidate.draft, passage, candidate.date, by)
    assert date is not None
    assert date.when.edtf == "../1840-06-05"
    assert (
        date_of(candidate.draft, passage, candidate.date, weights_of({"after until | always": 5.0}, 9.0))
        is None
    )


def test_rules_that_are_seldom_dated_are_not_weighed(found: list[tuple[Candidate, Passage]]) -> None:
    candidate, passage = of(found, "arrested")
    by = weights_of({"after until | always": 5.0}, seldom=[candidate.draft.rule])
    assert date_of(candidate.draft, passage, candidate.date, by) is None


def test_dates_near_each_other_support_each_other() -> None:
    dates = [None, "1834", "1834/..", "1835-05-01", "1840"]
    assert most_likely([0, 900, 900, 1000, 0], dates, 0) == 1
    assert most_likely([0, 900, 900, 2000, 0], dates, 0) == 3
    assert most_likely([0, 900, 900, 1000, 0], dates, 3000) == 0
    assert most_likely([5], [None], 0) == 0


def test_years_before_christ_have_all_forms() -> None:
    kept = candidates_of("Marcus Varro was taken in 72 BC. He went to Rome. He died in 68 BC.")
    went = next((c, p) for c, p in kept if c.draft.anchor.text == "went")
    dates = by_date(*went)
    assert {"-0071", "-0071/..", "../-0067", "-0071/-0067"} <= dates.keys()


LEANING = (
    "Greta Holm (31 March 1865 \u2013 26 February 1899) was a painter. She married Carl Holm in 1890. "
    "She went to Rome. She died in Paris. When she was nine she moved to London. In 1894 she travelled to Bonn."
)


@pytest.fixture(scope="module")
def leaning() -> dict[str, list[Option]]:
    kept = candidates_of(LEANING)
    told = ToldDates((c.draft, c.date) for c, _ in kept)
    return {
        f"{c.draft.type} {c.draft.anchor.text}": options(c.draft, p, c.date, told)
        for c, p in kept
        if not c.draft.rule.endswith(".bracket")
    }


@pytest.mark.parametrize(
    ("statement", "edtf", "key"),
    [
        ("death died", "1899-02-26", "life told"),  # dated elsewhere in the text
        ("travel moved", "1874~", "age told"),  # nine years after the birth in brackets
        ("travel went", "1890", "said before told"),
        ("travel went", "1874~", "said after told"),  # of the clause that an age dates
    ],
)
def test_a_statement_leans_on_those_beside_it(
    leaning: dict[str, list[Option]], statement: str, edtf: str, key: str
) -> None:
    option = next(o for o in leaning[statement] if o.edtf == edtf)
    assert key in (option.key, *option.also)
    date = option.dated()
    assert date is not None
    assert date.span is None
    assert date.inference


def test_the_weights_of_the_package_are_readable() -> None:
    weights = date_weights()
    assert "death.clause" not in weights.seldom
    assert weights.of["here told"]
