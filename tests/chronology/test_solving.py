"""A life as a whole: bounds, contradictions, repairs, what is likely and what is inferred."""

from __future__ import annotations

from chronology.said import WHO, days, firm, likely, said, sets

from factoid.chronology.case import Passage
from factoid.chronology.result import Rule
from factoid.chronology.solving import solve
from factoid.dates import when_of_edtf
from factoid.model import Certainty, Factoid, TimeExpression

CROSSED = said("travel", "On 9 June 1938 he crossed the border", "1938-06-09", words="9 June 1938")
SHOT = said("death", "he was shot at Dairen in August 1945", "1945-08", words="August 1945", start=100)
RUMOUR = said("death", "He died in 1937", "1937", source="s-b")


def test_a_date_bounds_the_event_and_the_life() -> None:
    solved = solve([CROSSED, SHOT])
    assert firm(solved.times[CROSSED.id]) == days("1938-06-09", "1938-06-09")
    assert firm(solved.lives[WHO]["death"]) == days("1945-08-01", "1945-08-31")
    assert solved.lives[WHO]["birth"].latest == CROSSED.when.latest  # type: ignore[union-attr]
    assert not solved.contradictions


def test_a_planted_death_contradicts_just_what_it_contradicts() -> None:
    solved = solve([CROSSED, RUMOUR], names={"s-a": "memoir", "s-b": "rumour"})
    assert sets(solved) == [{CROSSED.id, RUMOUR.id}]
    (found,) = solved.contradictions
    assert found.sources == ("s-a", "s-b") or found.sources == ("s-b", "s-a")
    text = " ".join(found.sentences)
    assert "“On 9 June 1938 he crossed the border” (memoir)" in text
    assert "“He died in 1937” (rumour)" in text
    assert {(repair.source, repair.fits) for repair in found.repairs if repair.source} == {
        ("s-a", True),
        ("s-b", True),
    }
    assert "Without source rumour everything fits." in [repair.sentence for repair in found.repairs]


def test_what_is_set_aside_keeps_its_own_date() -> None:
    solved = solve([CROSSED, RUMOUR])
    assert set(solved.set_aside) == {CROSSED.id, RUMOUR.id}
    assert firm(solved.times[CROSSED.id]) == days("1938-06-09", "1938-06-09")
    assert firm(solved.lives[WHO]["death"]) == days(None, None)


def test_two_against_one_tell_which_source_to_leave_out() -> None:
    other = said("death", "died in 1945", "1945", source="s-c")
    solved = solve([CROSSED, RUMOUR, other], names={"s-a": "A", "s-b": "B", "s-c": "C"})
    assert len(solved.contradictions) == 1
    (found,) = solved.contradictions
    fits = {repair.sentence: repair.fits for repair in found.repairs}
    assert RUMOUR.id in found.factoids
    assert fits["Without source B everything fits."]
    assert any("it still does not fit" in sentence for sentence in fits)
    assert solved.set_aside == (RUMOUR.id,)
    assert firm(solved.lives[WHO]["death"]) == days("1945-01-01", "1945-12-31")


def test_rival_dates_bound_together_what_neither_decides() -> None:
    one = said("birth", "born in 1900", "1900", source="s-a")
    other = said("birth", "born in 1903", "1903", source="s-b")
    solved = solve([one, other])
    assert sets(solved) == [{one.id, other.id}]
    assert set(solved.set_aside) == {one.id, other.id}
    assert firm(solved.lives[WHO]["birth"]) == days("1900-01-01", "1903-12-31")


def test_disjoint_contradictions_are_all_found() -> None:
    events = [
        said("birth", "born in 1900", "1900"),
        said("birth", "born in 1910", "1910", source="s-b"),
        said("death", "died in 1940", "1940", start=50),
        said("burial", "was buried in 1939", "1939", source="s-b", start=50),
    ]
    found = sets(solve(events))
    assert len(found) == 2
    assert set.union(*found) == {f.id for f in events}
    assert not found[0] & found[1]


def test_overlapping_dates_of_one_event_do_not_contradict() -> None:
    year = said("birth", "born in 1900", "1900")
    day = said("birth", "born on 9 May 1900", "1900-05-09", words="9 May 1900", source="s-b")
    solved = solve([year, day])
    assert not solved.contradictions
    assert firm(solved.times[year.id]) == days("1900-05-09", "1900-05-09")


def test_two_days_of_one_crossing_are_two_events_here() -> None:
    other = said("travel", "crossed on 13 June 1938", "1938-06-13", words="13 June 1938", source="s-b")
    assert not solve([CROSSED, other]).contradictions


def test_only_what_is_asserted_contradicts() -> None:
    for certainty in (Certainty.HEDGED, Certainty.ATTRIBUTED, Certainty.DENIED):
        doubtful = said("death", "may have died in 1937", "1937", source="s-b", certainty=certainty)
        solved = solve([CROSSED, doubtful])
        assert not solved.contradictions, certainty
        assert firm(solved.times[CROSSED.id]) == days("1938-06-09", "1938-06-09")


def test_what_was_hardly_read_right_contradicts_nothing() -> None:
    guess = said("death", "He died in 1937", "1937", source="s-b", confidence=0.3)
    assert not solve([CROSSED, guess]).contradictions


def test_what_happens_after_death_lies_outside_life() -> None:
    later = [
        said("event", "was rehabilitated posthumously in 1989", "1989", start=200),
        said("action", "a monument to him was opened in 1991", "1991", start=300),
        said("burial", "was buried in 1946", "1946", start=400),
    ]
    assert not solve([SHOT, *later]).contradictions


def test_nothing_is_reported_before_it_happens() -> None:
    report = said("travel", "he arrived in Rome in 1950", "1950")
    published = {"s-a": when_of_edtf("1949")}
    solved = solve([report], published=published)
    assert sets(solved) == [{report.id}]
    assert solved.contradictions[0].sentences[-1] == "This cannot be true."
    assert not solve([report], published={"s-a": when_of_edtf("1950")}).contradictions


def test_a_winter_is_read_in_the_way_that_fits() -> None:
    winter = said("travel", "arrived in the winter of 1938", "1938-24", words="the winter of 1938")
    died = said("death", "died in June 1938", "1938-06", words="June 1938", start=50)
    alone = solve([winter]).times[winter.id]
    assert firm(alone) == days("1938-01-01", "1939-02-28")
    assert firm(solve([winter, died]).times[winter.id]) == days("1938-01-01", "1938-03-31")


def test_no_reading_of_either_or_dates_fits() -> None:
    either = said("death", "died in 1937 or 1939", "[1937,1939]", words="1937 or 1939")
    alive = said("arrest", "was arrested in 1940", "1940", source="s-b")
    buried = said("burial", "was buried in 1938", "1938", source="s-c")
    assert sets(solve([either, alive])) == [{either.id, alive.id}]
    solved = solve([either, buried])
    assert firm(solved.lives[WHO]["death"]) == days("1937-01-01", "1937-12-31")


def test_a_contradiction_that_needs_both_readings_names_what_refutes_each() -> None:
    either = said("death", "died in 1937 or 1939", "[1937,1939]", words="1937 or 1939")
    after_one = said("arrest", "was arrested in 1938", "1938", source="s-b")
    before_other = said("burial", "was buried in 1938", "1938", source="s-c")
    solved = solve([either, after_one, before_other])
    assert sets(solved) == [{either.id, after_one.id, before_other.id}]
    text = " ".join(solved.contradictions[0].sentences)
    assert "was arrested in 1938" in text
    assert "was buried in 1938" in text


def told(factoid: Factoid, before: str | None, after: str | None) -> dict[str, Passage]:
    times = [
        TimeExpression(at, at + 4, date, when_of_edtf(date, words=date)) if date else None
        for at, date in ((factoid.start - 40, before), (factoid.end + 40, after))
    ]
    return {factoid.id: Passage(factoid.start, factoid.quote, *times)}


def test_an_undated_event_is_likely_between_the_times_told_around_it() -> None:
    moved = said("travel", "he moved to a border post", start=500)
    solved = solve([moved], passages=told(moved, "1938", "1945"))
    time = solved.times[moved.id]
    assert firm(time) == days(None, None)
    assert likely(time) == days("1938-01-01", "1945-12-31")
    assert [step.rule for step in time.why_likely_earliest] == [Rule.TOLD]
    assert not time.why_likely_earliest[0].is_firm


def test_the_order_of_telling_gives_way_to_dates() -> None:
    first = said("travel", "In 1924 he went to Kharkov", "1924")
    second = said("travel", "In 1920 he came to Tiraspol", "1920", start=60)
    between = said("meeting", "he met a friend", start=40)
    solved = solve([first, between, second])
    assert not solved.contradictions
    assert firm(solved.times[second.id]) == days("1920-01-01", "1920-12-31")
    assert solved.times[between.id].likely_earliest in (None, days("1924-01-01", None).earliest)


def test_what_looks_back_is_not_told_in_order() -> None:
    first = said("travel", "In 1938 he fled", "1938")
    back = said("travel", "his uncle had gone before him", start=30)
    assert likely(solve([first, back]).times[back.id]) == days(None, None)


def test_the_same_statements_give_the_same_answer() -> None:
    statements = [CROSSED, SHOT, RUMOUR]
    assert solve(statements) == solve(list(statements))


def test_of_nothing_nothing_follows() -> None:
    solved = solve([])
    assert (dict(solved.times), solved.contradictions, solved.inferred) == ({}, (), ())
