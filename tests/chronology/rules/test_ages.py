from __future__ import annotations

import pytest
from chronology.said import WHO, days, firm, likely, said

from factoid.chronology.case import Case, Passage
from factoid.chronology.result import Rule
from factoid.chronology.rules.ages import governing_age, is_overshadowed
from factoid.chronology.solving import solve
from factoid.model import Factoid
from factoid.model.when import civil_of

AGES = [
    # said                                                                         born between these years
    (said("office", "In 1920, at the age of 20, he was appointed clerk", "1920", value="appointed"), (1899, 1900)),
    (said("death", "died in 1857 aged 38", "1857"), (1818, 1819)),
    (said("travel", "In 1864, aged twenty-two, he left", "1864"), (1841, 1842)),
    (said("travel", "he left home in his thirties in 1930", "1930"), (1890, 1900)),
    (said("action", "in 1930 he met a nineteen-year-old girl", "1930"), None),
    (said("death", "she was ten when her mother died in 1930", "1930"), None),
    (said("kinship", "in 1930 he married Anna, aged 20", "1930", role="wife"), None),
]  # fmt: skip


@pytest.mark.parametrize(("factoid", "years"), AGES)
def test_an_age_tells_the_birth(factoid: Factoid, years: tuple[int, int] | None) -> None:
    solved = solve([factoid])
    if years is None:
        assert not solved.inferred
        return
    (birth,) = solved.inferred
    assert (birth.person, birth.type) == (WHO, "birth")
    first, last = birth.when.earliest, birth.when.latest
    assert first is not None
    assert last is not None
    assert (civil_of(first + 3)[0], civil_of(last - 3)[0]) == years
    assert any(step.rule is Rule.AGE for step in birth.why)


def test_an_inferred_birth_says_what_it_is_inferred_from() -> None:
    (birth,) = solve([AGES[0][0]]).inferred
    assert birth.when.edtf == "[1899,1900]"
    assert birth.when.basis == "1899 or 1900: from “1920” and “the age of 20”"


def test_a_stated_birth_is_not_inferred_and_dates_what_is_told_by_age() -> None:
    born = said("birth", "was born on 3 May 1842", "1842-05-03", words="3 May 1842")
    left = said("travel", "at the age of twenty-two he left", start=50)
    solved = solve([born, left])
    assert not solved.inferred
    first, last = firm(solved.times[left.id])
    assert first is not None
    assert last is not None
    assert abs(first - (days("1864-05-03", None).earliest or 0)) <= 3
    assert abs(last - (days(None, "1865-05-02").latest or 0)) <= 3


def test_by_an_age_is_not_before_it() -> None:
    born = said("birth", "was born in 1900", "1900")
    joined = said("membership", "by the age of 17 he joined the party", value="joined", start=50)
    time = solve([born, joined]).times[joined.id]
    assert time.earliest == days("1900-01-01", None).earliest
    assert time.latest is not None
    assert civil_of(time.latest - 3)[0] == 1918


def test_an_age_that_cannot_be_is_a_contradiction() -> None:
    born = said("birth", "was born in 1900", "1900")
    old = said("death", "died in 1950 at the age of 80", "1950", start=50)
    (found,) = solve([born, old]).contradictions
    assert set(found.factoids) == {born.id, old.id}


TEXT = "In 1920 he came to Tiraspol. At the age of 20, he was appointed deputy head of the office, and in 1924, chief."
QUOTE = TEXT[TEXT.index("At the age") : -1]


def at_twenty() -> Factoid:
    start = TEXT.index(QUOTE)
    return said("office", QUOTE, "1924", value="appointed", role="deputy head", start=start)


def test_an_age_before_the_words_dates_them_rather_than_a_year_behind_them() -> None:
    factoid = at_twenty()
    case = Case([factoid], passages={factoid.id: Passage(0, TEXT)})
    phrase = governing_age(case, factoid)
    assert phrase is not None
    assert phrase.words == "the age of 20"
    assert is_overshadowed(case, factoid)
    chief = said("office", QUOTE, "1924", value="appointed", role="chief", start=factoid.start)
    assert not is_overshadowed(Case([chief]), chief)


def test_what_an_age_alone_dates_belongs_to_the_year_told_last() -> None:
    factoid = at_twenty()
    solved = solve([factoid], passages={factoid.id: Passage(0, TEXT)})
    assert likely(solved.times[factoid.id]) == days("1920-01-01", "1920-12-31")
    assert [birth.when.edtf for birth in solved.inferred] == ["[1899,1900]"]


def test_the_year_of_a_birth_is_not_the_year_of_what_came_at_an_age() -> None:
    text = "The boy was born in Riga in 1808. At thirteen he went to sea."
    went = said("travel", "At thirteen he went to sea", start=text.index("At thirteen"))
    assert not solve([went], passages={went.id: Passage(0, text)}).inferred


def test_a_spell_lasts_about_as_long_as_is_said() -> None:
    worked = said("office", "For seven years he worked there", role="worked")
    left = said("death", "died in 1945", "1945", start=50)
    began = said("birth", "born in 1938", "1938", start=80)
    time = solve([worked, left, began]).times[worked.id]
    assert time.likely_earliest == days("1938-01-01", None).earliest
    length = (time.likely_end.latest or 0) - (time.likely_start.earliest or 0)
    assert 7 * 365 <= length <= 8 * 366


def test_the_age_of_one_of_several_does_not_date_them_all() -> None:
    told = "Between 1949 and 1965 she made four journeys to Ely, the last of them at the age of 57"
    travel = said("travel", told, "[1949..1965]", place="Ely", start=50)
    assert governing_age(Case([travel]), travel) is None
    alone = said("travel", "In 1965 she went to Ely at the age of 57", "1965", place="Ely", start=50)
    assert governing_age(Case([alone]), alone) is not None
