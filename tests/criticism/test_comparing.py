from __future__ import annotations

import pytest

from factoid.criticism.accounts.accounts import accounts_of
from factoid.criticism.accounts.crossings import crossing_in
from factoid.criticism.comparing.agents import agent_of, compare_agents
from factoid.criticism.comparing.amounts import compare_awards, compare_counts, compare_sentences
from factoid.criticism.comparing.bodies import bodies_compared, posts_compared, ranks_compared
from factoid.criticism.comparing.causes import compare_causes
from factoid.criticism.comparing.dates import compare_dates
from factoid.criticism.comparing.people import compare_persons
from factoid.criticism.comparing.places import crossings_compared, places_compared
from factoid.criticism.comparing.seats import seat_of, without_seat
from factoid.criticism.comparing.trades import compare_trades
from factoid.criticism.conflicts.relation import Comparison, Relation

from .told import life, line

R = Relation


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("1938-06-09", "1938-06-13", R.DIFFERENT),
        ("1938-06-09", "1938-06-09", R.SAME),
        ("1938-06-09", "1938-06", R.FINER),
        ("1938", "1938-06-09", R.COARSER),
        ("1938", "1939", R.DIFFERENT),
        ("1887-01-28", "1887-02-09", R.VARIANT),  # twelve days: the old calendar
        ("1917-10-25", "1917-11-07", R.VARIANT),
        ("1938-06-09", "1938-06-22", R.DIFFERENT),  # thirteen days, but long after the calendars met
        ("1920~", "1923", R.COARSER),
        ("../1937", "1935", R.COARSER),
        ("../1937", "1940", R.DIFFERENT),
    ],
)
def test_dates(a: str, b: str, expected: Relation) -> None:
    accounts = accounts_of(life(line("x", "birth", "x", a), line("y", "birth", "y", b)))
    found = compare_dates(*accounts)
    assert found.relation is expected
    assert compare_dates(*accounts[::-1]).relation is found.turned.relation


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("1938-06-09", "1938-06-13", "1938-06-09 and 1938-06-13 are 4 days apart"),
        ("1926", "1927", "1926 and 1927 have no day in common"),  # nobody means the last of December
    ],
)
def test_dates_are_said_to_differ_as_a_reader_would_say_it(a: str, b: str, said: str) -> None:
    assert (
        compare_dates(*accounts_of(life(line("a", "birth", "born", a), line("b", "birth", "born", b)))).reason
        == said
    )


def test_a_date_that_only_stands_between_others_contradicts_nobody() -> None:
    told = line("x", "birth", "x", "1938", inference={"date": "told between 1930 and 1940"})
    accounts = accounts_of(life(told, line("y", "birth", "y", "1950")))
    assert compare_dates(*accounts).relation is R.UNKNOWN


def test_two_steps_of_one_matter_are_neighbours() -> None:
    accounts = accounts_of(
        life(
            line("x", "office", "was appointed head of the school", "1938-06-01", role="head"),
            line("y", "office", "took office as head of the school", "1938-06-20", role="head"),
        )
    )
    assert compare_dates(*accounts).relation is R.NEIGHBOURING


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("shot by a guard", "killed", R.COMPATIBLE),  # who was shot can have done it himself
        ("stabbed by his own hand", "stabbed", R.FINER),
        ("killed in action", "drowned", R.DIFFERENT),
        ("killed in action", "died of his wounds", R.DIFFERENT),
        ("murdered", "shot in the street", R.COMPATIBLE),
        ("murdered", "murdered by a shot in the street", R.COARSER),
        ("in childbirth", "of a heart attack", R.DIFFERENT),
        ("in childbirth", "after a short illness", R.FINER),
        ("executed", "hanged", R.COMPATIBLE),
        ("executed", "killed himself", R.DIFFERENT),
        ("killed", "killed himself", R.DIFFERENT),
        ("shot", "killed himself", R.COMPATIBLE),
        ("shot", "executed by firing squad", R.COARSER),
        ("executed by firing squad", "hanged himself", R.DIFFERENT),
        ("executed by firing squad", "went to the gallows", R.DIFFERENT),
        ("strangled", "shot", R.DIFFERENT),
        ("strangled", "murdered by suffocation", R.COARSER),
        ("assassinated", "executed", R.COARSER),  # whoever executes is a murderer to others
        ("killed in a duel", "fell in action", R.DIFFERENT),
        ("went down with his ship", "killed in action", R.COMPATIBLE),
        ("killed by a stroke", "apoplexy", R.SAME),
        ("poisoned, then shot", "poisoned", R.COARSER),
        ("died in a fire", "an accident", R.COMPATIBLE),
        ("died of gangrene", "died of his wounds", R.COMPATIBLE),
        ("natural causes", "shot", R.DIFFERENT),
        ("natural causes", "pneumonia", R.COARSER),
        ("hanged himself", "shot dead", R.DIFFERENT),
        ("shot himself", "shot", R.FINER),
        ("tuberculosis", "consumption", R.SAME),
        ("typhus", "cancer", R.DIFFERENT),
        ("typhus", "an illness", R.FINER),
        ("of a broken heart in his career", "shot", R.UNKNOWN),
    ],
)
def test_causes_of_death(a: str, b: str, expected: Relation) -> None:
    assert compare_causes(a, b).relation is expected
    assert compare_causes(b, a).relation is Comparison(expected).turned.relation


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("tailor", "seamstress", R.SAME),
        ("poor tailor", "shoemaker", R.DIFFERENT),
        ("artisan", "shoemaker", R.COMPATIBLE),
        ("a peasant's daughter", "tailor", R.UNKNOWN),
        ("a good man", "tailor", R.UNKNOWN),
    ],
)
def test_trades(a: str, b: str, expected: Relation) -> None:
    assert compare_trades((a,), (b,)).relation is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Odessa", "Ukraine", R.FINER),
        ("Odessa", "Kiev", R.DIFFERENT),
        ("Petrograd", "Leningrad", R.VARIANT),
        ("the village", "Kiev", R.UNKNOWN),
        ("small town of Vsetin", "Vsetín", R.SAME),
        ("Odessa", "Kherson province", R.COMPATIBLE),
        ("Alt-Qwertz", "Neu-Yxcvb", R.DIFFERENT),
    ],
)
def test_places(a: str, b: str, expected: Relation) -> None:
    assert places_compared(a, b).relation is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("the Far East", "Leipzig", R.DIFFERENT),
        ("Far East", "Khabarovsk", R.COARSER),
        ("Odessa", "Soviet Far East", R.DIFFERENT),
        ("the United States", "Moscow", R.DIFFERENT),  # though there is a Moscow in Idaho
        ("United States", "Cambridge", R.COARSER),  # which may be either
        ("Haarlem", "Leiden", R.DIFFERENT),
        ("Moscow", "Khimki", R.COMPATIBLE),  # a suburb
    ],
)
def test_lands_and_towns_that_stand_for_one_another(a: str, b: str, expected: Relation) -> None:
    assert places_compared(a, b).relation is expected
    assert places_compared(b, a).turned.relation is expected


def test_what_no_gazetteer_knows_differs_with_less_certainty() -> None:
    assert places_compared("Qwertz", "Yxcvb").sureness < places_compared("Odessa", "Kiev").sureness
    assert crossings_compared("Qwertz", "Yxcvb").sureness > places_compared("Qwertz", "Yxcvb").sureness


def test_where_a_border_was_crossed_is_not_where_it_led_to() -> None:
    assert crossing_in("he crossed the border into Austria near Mikulov") == "Mikulov"
    assert crossing_in("he fled to Austria") is None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("lieutenant general", "commissar of state security 3rd rank", R.EQUIVALENT),
        ("General", "lieutenant general", R.COARSER),
        ("sergeant major", "sub-ensign", R.DIFFERENT),
        ("captain", "baron", R.UNKNOWN),
    ],
)
def test_ranks(a: str, b: str, expected: Relation) -> None:
    assert ranks_compared(a, b).relation is expected


def test_posts_and_bodies() -> None:
    assert posts_compared("head", "deputy head").relation is R.DIFFERENT
    assert posts_compared("worked", "consultant").relation is R.UNKNOWN
    assert posts_compared("king", "librarian").relation is R.DIFFERENT
    assert posts_compared("zither player", "zither player of the court").relation is R.COARSER
    assert bodies_compared("Odessa Cheka", "Tiraspol Cheka").relation is R.DIFFERENT
    assert bodies_compared("OGPU", "NKVD").relation is R.COMPATIBLE


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("three Crosses of St George", "four crosses of St. George", R.DIFFERENT),
        ("three Crosses of St George", "3 St George crosses", R.SAME),
        ("three Crosses of St George", "two medals of honour", R.UNKNOWN),
        ("Cross of St George", "four crosses of St. George", R.UNKNOWN),
    ],
)
def test_counts(a: str, b: str, expected: Relation) -> None:
    assert compare_counts(a, b).relation is expected


def test_awards_and_sentences() -> None:
    assert compare_awards("Order of Lenin", "the Order of Lenin").relation is R.SAME
    assert compare_awards("Order of Lenin", "Order of the Red Banner").relation is R.DIFFERENT
    assert compare_awards("орденом Красной Звезды", "Order of the Red Star").relation is R.SAME
    assert compare_awards("Red Banner", "Order of the Red Banner of Labour").relation is R.DIFFERENT
    assert compare_awards("Stalin Prize, 2nd class", "Сталинской премии 2-й степени").relation is R.SAME
    assert (
        compare_awards("Stalin Prize of the first degree", "Stalin Prize, 2nd class").relation is R.DIFFERENT
    )
    assert compare_sentences("ten years", "10 years in the camps").relation is R.SAME
    assert compare_sentences("condemned to death", "ten years").relation is R.DIFFERENT
    assert compare_sentences("a heavy punishment", "ten years").relation is R.UNKNOWN


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Ivan Petrov", "Ivan Ivanovich Petrov", R.VARIANT),
        ("Ivan Petrovich Orlov", "Ivan Ivanovich Orlov", R.DIFFERENT),
        ("Ivan Petrov", "Karl Schmidt", R.DIFFERENT),
        ("wife of Ivan", "Anna Petrova", R.UNKNOWN),
    ],
)
def test_persons(a: str, b: str, expected: Relation) -> None:
    assert compare_persons(("p-1", a), ("p-2", b)).relation is expected


@pytest.mark.parametrize(
    ("quote", "agent"),
    [
        ("He was shot by an NKVD agent in the street", "an NKVD agent"),
        ("The Japanese shot him in Dairen", "The Japanese"),
        ("He was killed by a bullet", None),
        ("He died in Dairen", None),
    ],
)
def test_killers(quote: str, agent: str | None) -> None:
    account = accounts_of(life(line("x", "death", quote)))[0]
    assert agent_of(account) == agent


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "Ruth was shot in Riga by a German agent",
            "In 1942 an agent of the NKVD killed her in Pskov",
            R.DIFFERENT,
        ),
        ("Ruth was shot by a German agent", "she was killed by an unknown agent", R.COMPATIBLE),
        ("была убита агентом НКВД", "She was shot by a German agent", R.DIFFERENT),
        ("была убита агентом НКВД", "She was shot by a Soviet officer", R.COMPATIBLE),
        ("застрелена японцами", "She was murdered by an agent of the NKVD", R.DIFFERENT),
        ("She was murdered by robbers", "агент НКВД убил её", R.DIFFERENT),
    ],
)
def test_killers_of_two_sides_and_in_two_languages(a: str, b: str, expected: Relation) -> None:
    ours, theirs = (accounts_of(life(line(name, "death", quote)))[0] for name, quote in (("x", a), ("y", b)))
    assert compare_agents(ours, theirs).relation is expected


def test_killers_of_one_side_are_not_held_against_each_other() -> None:
    told = ("He was shot by the Russians", "He was shot by an NKVD agent", "The Japanese shot him")
    russians, agent, japanese = (accounts_of(life(line("x", "death", quote)))[0] for quote in told)
    assert compare_agents(russians, agent).relation is R.COMPATIBLE
    assert compare_agents(agent, japanese).relation is R.DIFFERENT


def test_a_man_may_be_of_those_who_are_named_instead_of_him() -> None:
    named = line(
        "a", "death", "was shot by Captain Takeoka, head of the Japanese mission", others=("Takeoka",)
    )
    for quote, relation in (
        ("was shot by the Japanese", R.COMPATIBLE),
        ("was shot by Japanese officers", R.COMPATIBLE),
        ("was shot by a Soviet agent", R.DIFFERENT),
    ):
        accounts = accounts_of(life(named, line("b", "death", quote)))
        assert compare_agents(*accounts).relation is relation


@pytest.mark.parametrize(
    ("body", "town", "bare"),
    [
        ("Odessa Cheka", "Odessa", "Cheka"),
        ("Cheka of Tiraspol", "Tiraspol", "Cheka"),
        ("Red Guard", None, "Red Guard"),
        ("NKVD of Ukraine", None, "NKVD of Ukraine"),
    ],
)
def test_the_town_in_the_name_of_a_body(body: str, town: str | None, bare: str) -> None:
    assert seat_of(body) == town
    assert without_seat(body) == bare
