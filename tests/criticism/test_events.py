from __future__ import annotations

from itertools import permutations, product

from factoid.criticism.accounts.accounts import accounts_of
from factoid.criticism.events.events import Event, events_of
from factoid.criticism.events.rulings import Rulings
from factoid.model import Anchor, DossierLine, Judgement, Verdict

from .told import life, line


def events(*lines: DossierLine, judgements: tuple[Judgement, ...] = ()) -> list[Event]:
    return events_of(accounts_of(life(*lines)), Rulings(judgements))


def groups(found: list[Event]) -> list[list[str]]:
    return sorted(sorted(account.factoid.quote for account in event.accounts) for event in found)


def judged(verdict: Verdict, a: DossierLine, b: DossierLine) -> Judgement:
    left, right = (Anchor(x.factoid.source, x.factoid.span) for x in (a, b))
    return Judgement(verdict=verdict, author="human:ab", made="2026-01-01", left=left, right=right)


FIRST = line("a", "office", "was head of the school in Riga in 1920", "1920", role="head", place="Riga")
SECOND = line("a", "office", "was head of the school in Riga in 1930", "1930", role="head", place="Riga")
LATER = line("b", "office", "headed the Riga school from 1930", "1930", role="head", place="Riga")


def test_there_is_one_birth_whatever_the_sources_say() -> None:
    found = events(line("a", "birth", "born in Riga", "1900"), line("b", "birth", "born in Kiev", "1905"))
    assert len(found) == 1
    assert found[0].reasons == ("there is one birth in a life",)


def test_two_stints_in_one_post_stay_apart() -> None:
    assert groups(events(FIRST, SECOND, LATER)) == sorted(
        [[FIRST.factoid.quote], sorted([SECOND.factoid.quote, LATER.factoid.quote])]
    )


def test_the_order_of_the_statements_does_not_matter() -> None:
    expected = groups(events(FIRST, SECOND, LATER))
    for order in permutations((FIRST, SECOND, LATER)):
        assert groups(events(*order)) == expected


def test_people_part_and_join() -> None:
    births = line("a", "birth", "born in Riga", "1900"), line("b", "birth", "born in Kiev", "1905")
    assert len(events(*births, judgements=(judged(Verdict.TWO_EVENTS, *births),))) == 2
    assert len(events(FIRST, LATER)) == 2
    assert len(events(FIRST, LATER, judgements=(judged(Verdict.ONE_EVENT, FIRST, LATER),))) == 1


def test_a_withdrawn_judgement_counts_no_more() -> None:
    births = line("a", "birth", "born in Riga", "1900"), line("b", "birth", "born in Kiev", "1905")
    withdrawn = Judgement(
        verdict=Verdict.TWO_EVENTS, author="human:ab", made="2026-01-01", withdrawn="2026-01-02",
        left=Anchor(births[0].factoid.source, births[0].factoid.span),
        right=Anchor(births[1].factoid.source, births[1].factoid.span),
    )  # fmt: skip
    assert len(events(*births, judgements=(withdrawn,))) == 1


def test_two_flights_near_in_time_are_one_and_far_apart_are_two() -> None:
    june = line(
        "a", "travel", "he fled to Austria on 9 June 1951", "1951-06-09", value="fled", place="Austria"
    )
    other = line(
        "b", "travel", "crossed the border into Austria", "1951-06-13", value="crossed", place="Austria"
    )
    earlier = line("b", "travel", "in 1938 he had fled to Poland", "1938", value="fled", place="Poland")
    assert groups(events(june, other, earlier)) == sorted(
        [sorted([june.factoid.quote, other.factoid.quote]), [earlier.factoid.quote]]
    )


def test_of_many_statements_those_that_share_words_are_still_compared() -> None:
    subjects = ["".join(letters) for letters in product("bcdfg", "aeiou", "lmnrt")]
    lines = [
        line(f"s{n % 7}", "event", f"gave a lecture on {word}ology and {word}ics", str(1700 + n))
        for n, word in enumerate(subjects)
    ]
    again = line("other", "event", "gave a lecture on bilology and bilics", "1710")
    found = next(e for e in events(*lines, again) if again in [a.line for a in e.accounts])
    assert {account.line.factoid.date for account in found.accounts} == {"1710"}
    assert len(found.accounts) == 2


def _story(
    source: str, year: str, place: str, *, frame: str = "the year after both embarked for {}"
) -> list[DossierLine]:
    quote = frame.format(place)
    return [
        line(source, "education", "learnt the trade of a cooper in the town", at=10),
        line(source, "travel", quote, year, place=place, at=100),
        line(source, "occupation", "kept an inn near the harbour for many years", at=200),
    ]


def test_one_voyage_at_one_point_of_the_story() -> None:
    told = [*_story("a", "1835", "Havana"), *_story("b", "1835", "Oslo")]
    voyages = [event for event in events(*told) if event.family == "journey"]
    assert len(voyages) == 1
    assert any("one point of the story" in reason for reason in voyages[0].reasons)


def test_the_same_few_words_elsewhere_are_of_another_voyage() -> None:
    bare = [
        line("a", "travel", "sailed to Havana", "1835", place="Havana"),
        line("b", "travel", "sailed to Oslo", "1835", place="Oslo"),
    ]
    assert len(events(*bare)) == 2


def test_a_long_sentence_of_one_date_is_one_whatever_stands_around_it() -> None:
    frame = "later that year she called at the house of {}"
    told = (
        line(source, "meeting", frame.format(name), "1862", others=(name,))
        for source, name in (("a", "Otto Brandt"), ("b", "Pavel Sokol"))
    )
    assert len(events(*told)) == 1


def test_a_crossing_told_without_the_border_is_of_the_flight() -> None:
    frame = "at night a citizen of Ruritania crossed {}"
    told = [
        *_story("a", "1938-06", "the border", frame=frame),
        *_story("b", "1938-06", "Lisbon", frame=frame),
    ]
    assert [event.family for event in events(*told) if len(event.accounts) == 2].count("flight") == 1


def test_nobody_marries_twice_in_a_year() -> None:
    def wedding(source: str, name: str, year: str) -> DossierLine:
        return line(source, "kinship", f"married {name}", year, role="wife", others=(name,))

    assert len(events(wedding("a", "Olga Weiss", "1900"), wedding("b", "Marta Klein", "1900"))) == 1
    assert len(events(wedding("a", "Olga Weiss", "1900"), wedding("b", "Marta Klein", "1907"))) == 2
