from __future__ import annotations

from dataclasses import replace

import pytest

from factoid.criticism import WORTH_SHOWING, Setting, examine
from factoid.dates import when_of_edtf
from factoid.model import Attestation, Certainty, Conflict, ConflictKind, Deed, DossierLine, Span

from .told import denied, life, line

K = ConflictKind


def found(*lines: DossierLine, agreeing: bool = False, **more: object) -> list[Conflict]:
    attestation: Attestation = life(*lines, **more)  # type: ignore[arg-type]
    return examine(attestation, Setting(with_agreeing=agreeing)).conflicts


def test_both_sides_stand_in_their_words() -> None:
    (conflict,) = found(
        line("page", "travel", "On June 9, 1938, he crossed the border", "1938-06-09", value="crossed"),
        line("entry", "travel", "fled across the frontier on 13 June 1938", "1938-06-13", value="fled"),
    )
    assert (conflict.type, conflict.field, conflict.kind) == ("travel", "date", K.INCOMPATIBLE)
    assert {(claim.source, claim.value) for claim in conflict.claims} == {
        ("page", "1938-06-09"),
        ("entry", "1938-06-13"),
    }
    assert {claim.side for claim in conflict.claims} == {"A", "B"}
    assert {claim.quote for claim in conflict.claims} == {
        "On June 9, 1938, he crossed the border",
        "fled across the frontier on 13 June 1938",
    }


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            ("birth", "born on 28 January 1887", "1887-01-28"),
            ("birth", "born 9 Feb. 1887", "1887-02-09"),
            K.VARIANT,
        ),
        (("birth", "born in 1887", "1887"), ("birth", "born 9 Feb. 1887", "1887-02-09"), K.MORE_PRECISE),
        (
            ("office", "was appointed head of the Riga school", "1938-06-01"),
            ("office", "took office as head of the Riga school", "1938-06-20"),
            K.NEIGHBOURING,
        ),
    ],
)
def test_what_only_seems_to_disagree_says_so(
    one: tuple[str, str, str], other: tuple[str, str, str], kind: ConflictKind
) -> None:
    role = {"role": "head"} if one[0] == "office" else {}
    lines = (line("a", *one, **role), line("b", *other, **role))
    assert [conflict.kind for conflict in found(*lines, agreeing=True)] == [kind]
    if not kind.is_disagreement:
        assert found(*lines) == []


def test_a_vague_value_is_on_no_side() -> None:
    (conflict,) = found(
        line("a", "death", "died 1919", "1919"),
        line("b", "death", "died on 4 September 1919", "1919-09-04"),
        line("c", "death", "died on 5 September 1919", "1919-09-05"),
    )
    assert {claim.source for claim in conflict.claims} == {"b", "c"}


def test_a_source_against_itself() -> None:
    (conflict,) = found(
        line("a", "birth", "Anna was born in 1900", "1900", confidence=1.0, at=0),
        line("a", "birth", "Anna, born in 1902", "1902", confidence=1.0, at=100),
    )
    assert conflict.kind is K.SELF_CONTRADICTION


def test_the_trade_of_a_father() -> None:
    (conflict,) = found(
        line("a", "birth", "was born in Odessa in the family of a poor Jewish tailor"),
        line("b", "kinship", "the son of a shoemaker", role="parent", others=("shoemaker",)),
    )
    assert conflict.field == "trade"
    assert {claim.value for claim in conflict.claims} == {"poor Jewish tailor", "shoemaker"}


def test_what_a_mother_was_is_not_held_against_the_father() -> None:
    assert not found(
        line("a", "kinship", "the son of a tailor", role="parent", others=("tailor",)),
        line("b", "kinship", "his mother Anna, a teacher", role="mother", others=("Anna Petrova",)),
    )


def test_a_killer_told_as_a_deed_of_his_own() -> None:
    deed = Deed(
        doer=("p-9", "Karel Novak"), line=line("b", "action", "Karel Novak shot her", value="shot her")
    )
    (conflict,) = [
        c
        for c in found(
            line("a", "death", "She was shot by a Soviet agent in Riga", value="shot"), deeds=(deed,)
        )
        if c.field == "agent"
    ]
    assert {claim.value for claim in conflict.claims} == {"a Soviet agent", "Karel Novak"}


def test_ranks_of_one_time_and_of_two_services() -> None:
    (conflict,) = found(
        line("a", "office", "He held the rank of lieutenant general", role="lieutenant general"),
        line(
            "b", "rank", "Commissar of State Security 3rd Rank", value="Commissar of State Security 3rd Rank"
        ),
    )
    assert (conflict.type, conflict.kind) == ("rank", K.EQUIVALENT)


def test_a_promotion_is_no_conflict() -> None:
    assert not found(
        line("a", "rank", "promoted to captain in 1937", "1937", value="captain"),
        line("b", "rank", "the former colonel", value="colonel"),
        line("a", "rank", "became colonel in 1950", "1950", value="colonel"),
    )


def test_how_many_crosses() -> None:
    (conflict,) = found(
        line("a", "award", "three Crosses of St George", value="three Crosses of St George"),
        line("b", "award", "received four crosses of St. George", value="four crosses of St. George"),
    )
    assert conflict.field == "count"


def test_a_denial() -> None:
    (conflict,) = found(
        line(
            "a", "membership", "he joined the Bolshevik Party in 1917", "1917", organisation="Bolshevik Party"
        ),
        denied("b", "membership", "he never joined the Bolshevik Party", organisation="Bolshevik Party"),
    )
    assert conflict.field == "certainty"


def test_sources_that_agree_have_no_conflict() -> None:
    assert not found(
        line("a", "birth", "born in Odessa on 9 May 1900", "1900-05-09", place="Odessa"),
        line("b", "birth", "she was born in May 1900 in Ukraine", "1900-05", place="Ukraine"),
        line("a", "death", "was shot in Dairen", value="shot", place="Dairen"),
        line("b", "death", "was killed in Dalian", value="killed", place="Dalian"),
        line("a", "kinship", "her father Ivan Petrov", role="father", others=("Ivan Petrov",)),
        line(
            "b",
            "kinship",
            "daughter of Ivan Ivanovich Petrov",
            role="father",
            others=("Ivan Ivanovich Petrov",),
        ),
        agreeing=False,
    )


def test_a_source_that_contradicts_itself_with_a_pronoun_was_rather_misread() -> None:
    sure, doubtful = (
        found(
            line("a", "death", "Anna died in 1919", "1919"),
            line("b", "death", "She died in 1926", "1926", at=0),
            *more,
        )[0]
        for more in ((), (line("b", "death", "her death in 1934", "1934", at=500),))
    )
    assert doubtful.confidence < 0.2 < sure.confidence


def test_the_suggestion_names_its_reason() -> None:
    (conflict,) = found(
        line("a", "birth", "born in 1900", "1900"),
        line("b", "birth", "born 1900", "1900"),
        line("c", "birth", "born in 1905", "1905"),
    )
    assert conflict.suggestion
    assert conflict.suggestion.side == next(c.side for c in conflict.claims if c.source == "a")
    assert "2 independent witnesses against 1" in conflict.suggestion.reason


def test_copies_are_one_witness() -> None:
    lines = (
        line("a", "birth", "born in 1900", "1900"),
        line("b", "birth", "born 1900", "1900"),
        line("c", "birth", "born in 1905", "1905"),
    )
    (conflict,) = examine(
        life(*lines), Setting(witness_group={"a": "a", "b": "a", "c": "c"}.__getitem__)
    ).conflicts
    assert [weight.witnesses for weight in conflict.weights] == [1, 1]


def test_the_id_is_the_same_whatever_the_order() -> None:
    lines = (line("a", "birth", "born in 1900", "1900"), line("c", "birth", "born in 1905", "1905"))
    assert found(*lines)[0].id == found(*lines[::-1])[0].id


def test_two_stints_in_one_post_are_told_to_be_two() -> None:
    first = line("a", "office", "was head of the Riga school in 1920", "1920", role="head", place="Riga")
    second = line("b", "office", "was head of the Riga school in 1930", "1930", role="head", place="Riga")
    assert found(first, second) == []
    (conflict,) = found(first, second, agreeing=True)
    assert (conflict.kind, conflict.field) == (K.DIFFERENT_EVENTS, "date")


def test_a_date_that_passes_over_a_plainer_one_is_hardly_held_against_others() -> None:
    told = line("b", "death", "She died a few weeks later, on 11 January 1909", "1909-01-22~")
    vague = replace(told.factoid, when=replace(when_of_edtf("1909-01-22~"), words="a few weeks later"))
    (conflict,) = found(
        line("a", "death", "D. at Kew, 11 Jan. 1909", "1909-01-11"), replace(told, factoid=vague)
    )
    assert conflict.confidence < WORTH_SHOWING


def test_a_crossing_that_is_told_right_after_its_day_and_place() -> None:
    (date, place) = sorted(
        found(
            line("page", "travel", "On 14 June 1938 he came to the border near Posyet", "1938-06-14", at=10,
                 value="came"),
            line("page", "travel", "crossed the border", "1938/1945", at=200, value="crossed",
                 inference={"date": "told between 1938 and 1945"}),
            line("entry", "travel", "crossed the border near Hunchun on 13 June 1938", "1938-06-13",
                 value="crossed"),
        ),
        key=lambda conflict: conflict.field, reverse=True,
    )  # fmt: skip
    assert (date.field, place.field) == ("date", "crossing")
    assert {claim.value for claim in date.claims} == {"1938-06-14", "1938-06-13"}
    assert {claim.value for claim in place.claims} == {"Posyet", "Hunchun"}


@pytest.mark.parametrize(
    "town", [{"organisation": "Tiraspol Cheka"}, {"place": "Tiraspol", "organisation": "Cheka"}]
)
def test_year_and_town_of_an_entry(town: dict[str, str]) -> None:
    conflicts = found(
        line("a", "membership", "In 1920 he joined the Odessa Cheka", "1920", value="joined",
             organisation="Odessa Cheka"),
        line("b", "membership", "in 1921 joined the Cheka", "1921", value="joined", **town),
    )  # fmt: skip
    assert sorted(conflict.field for conflict in conflicts) == ["date", "place"]


def called(told: DossierLine, person: Span) -> DossierLine:
    return replace(told, factoid=replace(told.factoid, spans={"person": person}))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Genrikh Samuilovich Orlov", K.VARIANT),
        ("Genrikh Pavlovich Orlov", K.INCOMPATIBLE),
        ("Genrikh Orlov", None),
    ],
)
def test_patronymics(name: str, kind: ConflictKind | None) -> None:
    told = [
        called(line(source, "birth", f"{who} was born", at=5), Span(5, 5 + len(who)))
        for source, who in (("a", "Genrikh Samoilovich Orlov"), ("b", name))
    ]
    assert [conflict.kind for conflict in found(*told, agreeing=True)] == ([kind] if kind else [])


def test_names_at_birth() -> None:
    lines = [line(s, "name", f"née {who}", value=who) for s, who in (("a", "Weiss"), ("b", "Schwarz"))]
    assert [(c.field, c.kind) for c in found(*lines)] == [("value", K.INCOMPATIBLE)]


def test_one_order_of_two_classes() -> None:
    (conflict,) = found(
        line("a", "award", "received the Order of Glory 1st class in 1957", "1957", value="Order of Glory 1st class"),
        line("b", "award", "was given the Order of Glory 2nd class in 1957", "1957", value="Order of Glory 2nd class"),
    )  # fmt: skip
    assert conflict.field == "value"


def test_a_post_from_a_year_on_against_an_appointment() -> None:
    (conflict,) = found(
        line("a", "office", "archbishop of Kostroma from 1921", "1921/..", role="archbishop", place="Kostroma"),
        line("b", "office", "In 1920 he was appointed archbishop of Kostroma", "1920", role="archbishop",
             place="Kostroma"),
    )  # fmt: skip
    assert {claim.value for claim in conflict.claims} == {"1921", "1920"}


def test_one_vague_account_does_not_join_two_posts() -> None:
    told = (("a", "Azov", "1936-08"), ("b", "Amur", "1937-07"))
    lines = [
        line(s, "office", f"appointed head of the police of the {where} region", when, role="head",
             organisation=f"police of the {where} region", place=f"{where} region")
        for s, where, when in told
    ]  # fmt: skip
    vague = line("c", "office", "appointed head of the police", role="head", organisation="police")
    assert all(conflict.confidence < WORTH_SHOWING for conflict in found(*lines, vague))


def test_a_source_that_reports_two_versions_is_not_at_odds_with_itself() -> None:
    def conflict(certainty: Certainty) -> Conflict:
        return found(
            line("a", "death", "he was shot by Captain Weiss", value="shot by Captain Weiss"),
            line("b", "death", "he was strangled", value="strangled", certainty=certainty),
            line("b", "death", "he was drowned in the lake", value="drowned", certainty=certainty),
        )[0]

    assert conflict(Certainty.ATTRIBUTED).confidence > conflict(Certainty.ASSERTED).confidence


def test_the_trade_of_a_father_in_russian() -> None:
    (conflict,) = found(
        line("a", "kinship", "the son of a tailor", role="parent", others=("tailor",)),
        line("b", "kinship", "в семье мельника", role="father", others=("отец Анны Берг",)),
        line("c", "birth", "родился в семье бедного портного"),
    )
    sides = {claim.source: claim.side for claim in conflict.claims}
    assert sides["a"] == sides["c"] != sides["b"]


def test_two_sources_with_one_wedding_or_release_each() -> None:
    def told(source: str, year: str, wife: str) -> list[DossierLine]:
        return [
            line(source, "arrest", "was arrested in 1938", "1938"),
            line(source, "release", f"was released in {year}", year),
            line(source, "kinship", f"married {wife} in {year}", year, role="wife", others=(wife,)),
        ]

    fields = {
        (c.type, c.field) for c in found(*told("a", "1943", "Olga Weiss"), *told("b", "1946", "Marta Weiss"))
    }
    assert {("release", "date"), ("kinship", "related")} <= fields
    again = line("b", "arrest", "was arrested again in 1945", "1945")
    later = [*told("a", "1943", "Olga Weiss"), *told("b", "1946", "Olga Weiss"), again]
    assert not [c for c in found(*later) if c.type == "release"]


def test_a_school_and_a_university_are_not_one_entry() -> None:
    def told(source: str, year: str, body: str) -> DossierLine:
        return line(source, "education", f"entered {body}", year, organisation=body)

    assert found(told("a", "1921", "Tomsk University"), told("b", "1922", "Petrograd University"))
    assert not found(told("a", "1921", "Tomsk Gymnasium"), told("b", "1922", "Petrograd University"))


def test_the_body_that_was_entered_where_a_reading_has_only_a_service() -> None:
    conflicts = found(
        line(
            "a", "membership", "joined the Odessa Cheka", "1919", value="joined", organisation="Odessa Cheka"
        ),
        line("b", "service", "entered on service in the organs of the Cheka", "1920", organisation="service"),
        line("c", "office", "поступил на службу в Киевскую ЧК", "1921", role="службу", organisation="службу"),
    )
    assert {conflict.field for conflict in conflicts} == {"date", "place"}
    (years,) = [c for c in conflicts if c.field == "date"]
    assert {claim.source for claim in years.claims} == {"a", "b", "c"}


def test_one_entry_each_into_what_became_of_one_body() -> None:
    conflicts = found(
        line(
            "a",
            "membership",
            "joined the Petrograd Cheka",
            "1921",
            value="joined",
            organisation="Petrograd Cheka",
        ),
        line("b", "membership", "Joined Minsk GPU", "1922", value="joined", organisation="Minsk GPU"),
    )
    assert {conflict.field for conflict in conflicts} == {"date", "place"}
    assert not found(
        line(
            "a",
            "membership",
            "joined the Petrograd Cheka",
            "1921",
            value="joined",
            organisation="Petrograd Cheka",
        ),
        line(
            "b",
            "membership",
            "Joined the Social Democrats",
            "1922",
            value="joined",
            organisation="Social Democrats",
        ),
    )


def test_a_river_crossed_right_after_the_border_was_reached() -> None:
    conflicts = found(
        line("page", "travel", "On 24 August 1937 he went to inspect the frontier near Julfa", "1937-08-24", at=10,
             value="went"),
        line("page", "event", "crossed the river on the Persian side", "1937-08-24", at=120),
        line("entry", "travel", "crossed the border near Meghri on 21 August 1937", "1937-08-21", value="crossed"),
    )  # fmt: skip
    assert {conflict.field for conflict in conflicts} == {"date", "crossing"}


def test_the_highest_rank_of_a_source_is_held_against_others() -> None:
    unsure = {"date": Span(5000, 5004)}
    (conflict,) = found(
        line("a", "rank", "lieutenant", "1901", value="lieutenant", spans=unsure),
        line("a", "rank", "rear admiral", value="rear admiral"),
        line("b", "rank", "captain of the 1st rank", value="captain of the 1st rank"),
    )
    assert {claim.value for claim in conflict.claims} == {"rear admiral", "captain of the 1st rank"}


def test_the_rank_beside_an_officer() -> None:
    (conflict,) = found(
        line("a", "rank", "was an officer, a major of state security", value="officer"),
        line("b", "rank", "Senior major of state security", value="Senior major"),
    )
    assert {claim.value for claim in conflict.claims} == {
        "major of state security",
        "Senior major of state security",
    }


def test_a_woman_by_two_surnames_is_one_wife() -> None:
    def told(source: str, wife: str) -> DossierLine:
        return line(source, "kinship", f"In 1910 he married {wife}", "1910", role="wife", others=(wife,))

    assert not found(told("a", "Anna Achterberg"), told("b", "Anna Gorskaya"))
    (conflict,) = found(told("a", "Anna Achterberg"), told("b", "Elena Gorskaya"))
    assert conflict.field == "related"


def test_from_when_on_a_numbered_unit_was_commanded() -> None:
    told = [
        line("a", "office", "From 1933 he commanded the 59th border detachment", "1933/..", role="commanded"),
        line("b", "office", "Commander of the 59th border detachment from 1935", "1935/..", role="Commander"),
    ]
    assert not found(*told)  # that it was so in both years says nothing of when it began
    (conflict,) = found(*(_since(each) for each in told))
    assert (conflict.type, conflict.field) == ("office", "date")
    assert {claim.value for claim in conflict.claims} == {"1933", "1935"}
    other = line("b", "office", "Commander of the 61st border detachment", "1935/..", role="Commander")
    assert not found(_since(told[0]), _since(other))


def _since(told: DossierLine) -> DossierLine:
    when = told.factoid.when
    assert when is not None
    return replace(told, factoid=replace(told.factoid, when=replace(when, words=f"from {when.edtf[:4]}")))


def test_the_dates_of_a_life_do_not_date_a_rank() -> None:
    (conflict,) = found(
        line("a", "rank", "Anna Berg (1894-1945) was a colonel", "1894/1945", value="colonel"),
        line("b", "rank", "Major of the border troops", value="Major"),
    )
    assert {claim.value for claim in conflict.claims} == {"colonel", "Major"}


@pytest.mark.parametrize(
    ("quote", "count"),
    [
        (
            "studied at St Luke's school from 1906 to 1909 and in Paris",
            0,
        ),  # the school is not said to be there
        ("studied at St Luke's school in Paris from 1906 to 1909", 1),
    ],
)
def test_a_further_place_of_study_is_not_held_against_the_first(quote: str, count: int) -> None:
    at, school = quote.index("Paris"), {"organisation": "St Luke's school", "spans": {}}
    one = line("a", "education", "studied at St Luke's school in Riga", "1906/1909", place="Riga", **school)
    spans = {"place": Span(at, at + len("Paris"))}
    two = line("b", "education", quote, "1906/1909", at=0, place="Paris", **{**school, "spans": spans})
    assert len([c for c in examine(life(one, two)).conflicts if c.field == "place"]) == count
