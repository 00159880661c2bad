"""Which statements a dossier shows unasked: those likely right in every field."""

from dataclasses import replace

import pytest

from factoid.dates import when_of_edtf
from factoid.model import Certainty, Factoid, Span, Verdict
from factoid.model.person import DossierLine
from factoid.model.wholeness import Sureness, is_shown_unasked, likelihood_of_all, sureness_of, traits

QUOTE = "Ann Low died in 1912"
DEATH = Factoid(
    source="s",
    person="p",
    type="death",
    quote=QUOTE,
    start=10,
    end=10 + len(QUOTE),
    when=when_of_edtf("1912"),
    spans={"person": Span(10, 17), "date": Span(26, 30)},
    reader="rule:death@1",
    model="en_core_web_sm@3.8.0",
    confidence=0.9,
)
HIS = replace(DEATH, quote="his wife died in 1912", end=31, spans={"person": Span(10, 18)})


def test_traits_tell_how_a_statement_is_told() -> None:
    assert {"death", "who named", "date told", "death, date told"} <= traits(DEATH)
    assert {"who own", "date carried"} <= traits(HIS)
    assert "who elsewhere" in traits(replace(DEATH, spans={"person": Span(0, 3)}))
    assert "denied" in traits(replace(DEATH, certainty=Certainty.DENIED))


@pytest.mark.parametrize(
    "worse",
    [
        {"confidence": 0.6},
        {"type": "event"},
        {"spans": {"person": Span(10, 17)}},  # a date that only the story carries
        {"certainty": Certainty.DENIED},
    ],
)
def test_what_is_less_sure_is_less_likely_right_in_every_field(worse: dict[str, object]) -> None:
    assert likelihood_of_all(replace(DEATH, **worse)) < likelihood_of_all(DEATH)  # type: ignore[arg-type]


def test_a_dossier_shows_what_is_likely_right_and_what_was_checked() -> None:
    doubtful = replace(
        DEATH,
        type="action",
        value="gave it to them all once more",
        confidence=0.52,
        spans={"person": Span(10, 17)},
    )
    assert is_shown_unasked(DEATH)
    assert not is_shown_unasked(doubtful)
    assert DossierLine(factoid=doubtful, source="s").is_weak
    assert not DossierLine(factoid=doubtful, source="s", verdict=Verdict.ACCEPTED).is_weak


def test_what_other_readers_found_is_shown_by_its_confidence() -> None:
    russian = replace(DEATH, model="navec@1", type="action", confidence=0.5)
    assert is_shown_unasked(russian)
    assert not is_shown_unasked(replace(russian, confidence=0.49))


def test_what_is_likely_right_in_every_field_is_sure() -> None:
    assert sureness_of(DEATH) is Sureness.SURE
    assert sureness_of(replace(DEATH, confidence=0.3)) is Sureness.MISREAD


MIDDLING = replace(DEATH, type="travel", place="Rome", confidence=0.6)


@pytest.mark.parametrize(
    "worse",
    [
        {"type": "action"},
        {"spans": {"person": Span(10, 17)}},  # the date is carried by the story
        {"spans": {"person": Span(10, 17), "date": Span(50, 54)}},  # told outside the quote
        {"type": "occupation", "value": "baker of the old town at last"},
    ],
)
def test_what_readers_find_wrong_oftener_is_less_sure(worse: dict[str, object]) -> None:
    assert sureness_of(MIDDLING) is Sureness.SURE
    assert sureness_of(replace(MIDDLING, **worse)) is Sureness.LESS_SURE  # type: ignore[arg-type]


def test_a_range_of_dates_is_less_sure_than_a_year() -> None:
    office = replace(DEATH, type="office", role="judge", confidence=0.75)
    assert sureness_of(office) is Sureness.SURE
    assert sureness_of(replace(office, when=when_of_edtf("1870/1912"))) is Sureness.LESS_SURE


def test_the_only_statement_about_somebody_is_less_sure_than_one_of_several() -> None:
    assert sureness_of(MIDDLING, is_alone=True) is Sureness.LESS_SURE


def test_kin_of_somebody_named_are_less_sure_than_annotators_tell() -> None:
    kin = replace(DEATH, type="kinship", role="wife", related=("q",), when=None, confidence=0.8)
    assert likelihood_of_all(kin) > 0.5
    assert sureness_of(kin) is Sureness.LESS_SURE


def test_a_verdict_is_as_sure_as_it_says() -> None:
    line = DossierLine(factoid=replace(DEATH, confidence=0.6), source="s", is_alone=True)
    assert (line.sureness, line.doubt_of_reading) == (Sureness.LESS_SURE, Sureness.LESS_SURE)
    accepted, rejected = replace(line, verdict=Verdict.ACCEPTED), replace(line, verdict=Verdict.REJECTED)
    assert (accepted.sureness, accepted.doubt_of_reading) == (Sureness.SURE, None)
    assert (rejected.sureness, rejected.doubt_of_reading) == (Sureness.MISREAD, None)


def test_what_other_readers_found_is_sure_by_its_confidence() -> None:
    assert sureness_of(replace(DEATH, model="navec@1", confidence=0.8)) is Sureness.SURE
    assert sureness_of(replace(DEATH, model="navec@1", confidence=0.7)) is Sureness.LESS_SURE
