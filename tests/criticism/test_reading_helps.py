"""What criticism mends or sets aside of what readers leave."""

from __future__ import annotations

import pytest

from factoid.criticism.accounts.accounts import accounts_of
from factoid.criticism.accounts.families import family_of
from factoid.criticism.accounts.parents import parent_trade_in
from factoid.criticism.accounts.ranks import is_rank_told_otherwise, rank_in, rank_of
from factoid.criticism.events.lifespan import leaves_its_bounds
from factoid.dates import when_of_edtf

from .told import life, line


@pytest.mark.parametrize(
    ("value", "quote", "rank"),
    [
        ("ensign", "rose to the rank of sub-ensign", "sub-ensign"),
        ("sergeant", "sergeant major", "sergeant major"),
        ("General", "at the General Staff Academy", None),
        ("Japanese captain", "Shot by the Japanese captain Takeoka", None),
        ("captain", "promoted to captain", "captain"),
    ],
)
def test_a_rank_is_taken_whole_or_not_at_all(value: str, quote: str, rank: str | None) -> None:
    assert rank_of(line("a", "rank", quote, value=value).factoid) == rank


def test_a_rank_in_a_quote() -> None:
    assert rank_in("He held the rank of lieutenant general") == "lieutenant general"
    assert rank_in("He held a lecture") is None


@pytest.mark.parametrize(
    ("kind", "quote", "fields", "family"),
    [
        ("travel", "he fled to Austria", {}, "flight"),
        ("travel", "he moved to Vienna", {}, "journey"),
        ("travel", "he fled home and came back", {}, "journey"),
        ("office", "was appointed head", {"role": "head"}, "appointment"),
        ("office", "the head", {"role": "head"}, "office"),
        ("membership", "joined the Party", {"value": "joined"}, "entry"),
        ("kinship", "her father", {"role": "father"}, "father"),
        ("kinship", "her brother", {"role": "brother"}, "kin"),
        ("residence", "lived in Riga", {}, "residence"),
        ("event", "crossed the Manchukuo border", {}, "flight"),
        ("travel", "the defector went to the port", {}, "journey"),
        ("membership", "he began to work for the Cheka", {"value": "member"}, "entry"),
        ("name", "née Weiss", {"value": "Weiss"}, "birth_name"),
    ],
)
def test_families(kind: str, quote: str, fields: dict[str, str], family: str) -> None:
    found = family_of(line("a", kind, quote, **fields).factoid)
    assert found
    assert found.name == family


@pytest.mark.parametrize(
    ("quote", "trade"),
    [
        ("was born in Odessa in the family of a poor Jewish tailor", "poor Jewish tailor"),
        ("the son of the shoemaker Josef", "shoemaker"),
        ("her father was a priest", "priest"),
        ("the son of a great man", None),
        ("the son of Vasily Orlov, a retired general", "retired general"),
        ("His father Samuil was a tailor", "tailor"),
        ("born into a shoemaker's family", "shoemaker"),
    ],
)
def test_the_trade_of_a_parent_in_a_quote(quote: str, trade: str | None) -> None:
    assert parent_trade_in(line("a", "birth", quote).factoid) == trade
    assert parent_trade_in(line("a", "event", quote).factoid) is None


def test_who_is_a_member_since_a_year_entered_then() -> None:
    (account,) = accounts_of(life(line("a", "membership", "member since 1920", "1920/..", value="member")))
    assert account.family.name == "entry"
    assert account.days == when_of_edtf("1920").start


@pytest.mark.parametrize(
    ("kind", "quote", "fields", "rank"),
    [
        ("event", "wore the epaulettes of a lieutenant general", {}, "lieutenant general"),
        ("office", "In 1890 he was promoted to rear admiral", {"value": "appointed"}, "rear admiral"),
        ("office", "was promoted to head of the school", {"role": "head"}, None),
        ("office", "commander of the army", {"role": "commander"}, None),
    ],
)
def test_ranks_that_are_told_as_something_else(
    kind: str, quote: str, fields: dict[str, str], rank: str | None
) -> None:
    factoid = line("a", kind, quote, **fields).factoid
    assert is_rank_told_otherwise(factoid) is (rank is not None)
    if rank:
        assert rank_of(factoid) == rank


def test_a_sentence_to_be_shot_is_no_death() -> None:
    assert not accounts_of(life(line("a", "death", "to be shot", "1937-12-02", value="shot")))


def test_a_foster_father_is_no_father() -> None:
    foster = line("a", "kinship", "his foster father Karl", role="father", others=("Karl Weiss",))
    assert not accounts_of(life(foster))


@pytest.mark.parametrize(
    ("date", "leaves"), [("1925", False), ("1899", True), ("1960", True), ("1903", True), (None, False)]
)
def test_a_quick_look_at_the_bounds_of_a_life(date: str | None, *, leaves: bool) -> None:
    office = line("b", "office", "was head of the school", date, role="head")
    lives = line("a", "birth", "born in 1900", "1900"), line("a", "death", "died in 1950", "1950")
    assert leaves_its_bounds(life(*lives, office)) is leaves
