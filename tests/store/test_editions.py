"""A changed edition of a source: what was judged of words that stand unchanged passes to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from store import invented as making
from store.by_hand import by_hand

from factoid.criticism.conflicts.decided import Decisions
from factoid.errors import NotInLibrary, UsageError
from factoid.model import (
    Anchor,
    Claim,
    Conflict,
    Decision,
    Document,
    Judgement,
    Location,
    Persona,
    Reading,
    Ruling,
    Segment,
    SegmentKind,
    Source,
    Span,
    Text,
    Verdict,
    sha256_of_text,
)
from factoid.model.decision import ConflictKind
from factoid.store import Library, open_library
from factoid.store.judgements.concordance import Concordance, are_editions, occurrences

NOON = "2026-01-01T12:00:00+00:00"
EVENING = "2026-01-01T18:00:00+00:00"
HEAD = "Anna Berg was head of office 0 in 1900."
PORTER = "Karl Roth was head of office 1 in 1901."
CLERK = "Anna Berg was head of office 2 in 1902."


def edition(
    *lines: str, stem: str = "memoir", people: tuple[str, ...] = ("Anna Berg", "Karl Roth")
) -> tuple[Document, Reading]:
    """What the file says in one edition: each line is a statement, if it says who was head of which office."""
    content = "\n\n".join(lines) + "\n"
    source = Source(
        name=stem,
        content_sha256=sha256_of_text(stem + content),
        origin=f"papers/{stem}.txt",
        media_type="text/plain",
    )
    segments, place = [], 0
    for line in lines:
        start = content.index(line, place)
        place = start + len(line)
        segments.append(Segment(kind=SegmentKind.PARAGRAPH, start=start, end=place))
    text = Text(content, tuple(segments))
    personas = tuple(
        making._persona(source.id, content, who) for who in ("Anna Berg", "Karl Roth") if who in content
    )
    told = [
        (segment, words)
        for segment in segments
        if (words := segment.span.of(content)) and " was head of office " in words
    ]
    factoids = tuple(
        making._factoid(
            source.id,
            (segment, words),
            _first(personas, words),
            int(words.partition("office ")[2][0]),
            "rules@1",
        )
        for segment, words in told
    )
    return Document(source, text), Reading(
        source=source,
        text_sha256=text.sha256,
        reader="rules@1",
        segments=text.segments,
        personas=personas,
        factoids=tuple(
            replace(f, related=(), related_spans=(), certainty=factoids[0].certainty) for f in factoids
        ),
    )


def _first(personas: tuple[Persona, ...], words: str) -> tuple[Persona, ...]:
    return tuple(p for p in personas if words.startswith(p.name))[:1]


@pytest.fixture
def library(place: Location) -> Iterator[Library]:
    with open_library(place, create=True) as opened:
        opened.add(*edition(HEAD, PORTER, CLERK))
        yield opened


def judged(library: Library, verdict: Verdict, **on: object) -> Judgement:
    return library.judge(Judgement(verdict=verdict, author="human:ab", made=NOON, reason="seen", **on))  # type: ignore[arg-type]


def read_anew(library: Library, *lines: str) -> str:
    """Add another edition, and return its id."""
    document, reading = edition(*lines)
    library.add(document, reading)
    return reading.source.id


def standing(library: Library) -> set[tuple[str, int | None]]:
    return {(str(j.verdict), j.carried) for j in library.judgements(active_only=True)}


def test_a_verdict_passes_to_the_statement_in_the_same_words(library: Library) -> None:
    old = library.reading("memoir")
    kept, changed = (judged(library, Verdict.ACCEPTED, factoid=old.factoids[n].id) for n in (0, 1))
    new = read_anew(library, "A preface.", HEAD, "Karl Roth was head of office 1 in 1903.", CLERK)
    found = library.carry_over("memoir", new)
    told = {f.quote: f.id for f in library.reading(new).factoids}
    (passed,) = found.passed
    assert (passed.factoid, passed.carried, passed.author, passed.reason) == (
        told[HEAD],
        kept.id,
        "human:ab",
        "seen",
    )
    assert [j.id for j in found.left] == [changed.id]
    assert library.judgements_left_behind() == {changed.id: "memoir-2"}
    assert library.factoid(told[HEAD]).verdict is Verdict.ACCEPTED


def test_another_file_of_the_same_name_is_no_edition(library: Library) -> None:
    judged(library, Verdict.ACCEPTED, factoid=library.reading("memoir").factoids[0].id)
    other = "Anna Berg bought the mill at Wiek. She sold it again to Karl Roth."
    letter = read_anew(library, other)
    better = read_anew(library, HEAD, "Karl Roth was head of office 1 in 1903.", CLERK)
    assert library.read_before(library.reading(letter).source) == []
    assert library.read_before(library.reading(better).source) == ["memoir"]
    assert list(library.judgements_left_behind().values()) == ["memoir-3"]


OLD = "In 1851 the brothers left Stettin and took the mill at Wiek on the coast."


@pytest.mark.parametrize(
    ("other", "are"),
    [
        (OLD, True),
        (
            "ln 1851 thc brothers left Stettin and took the mi1l at Wiek on tbe coast.",
            True,
        ),  # badly recognised
        (f"{OLD} Nothing more is known of them, nor of the mill that they are said to have held.", True),
        ("A NEW EDITION. " + OLD.upper(), True),
        ("In 1872 the sisters left for Danzig and let the house at Wiek to a baker.", False),
    ],
)
def test_editions_are_told_by_their_words(other: str, are: bool) -> None:  # noqa: FBT001
    assert are_editions(OLD, other) is are_editions(other, OLD) is are


def test_another_claim_in_the_same_words_is_not_judged(library: Library) -> None:
    judged(library, Verdict.REJECTED, factoid=library.reading("memoir").factoids[0].id)
    document, reading = edition("A preface.", HEAD)
    other = replace(reading.factoids[0], role="porter")
    library.add(document, replace(reading, factoids=(other,)))
    assert not library.carry_over("memoir", reading.source.id).passed


def test_the_same_words_of_somebody_else_are_not_judged(library: Library) -> None:
    judged(library, Verdict.ACCEPTED, factoid=library.reading("memoir").factoids[0].id)
    document, reading = edition("A preface.", HEAD, PORTER)
    karl = next(p for p in reading.personas if p.name == "Karl Roth")
    moved = tuple(replace(f, person=karl.id) for f in reading.factoids)
    library.add(document, replace(reading, factoids=moved))
    assert not library.carry_over("memoir", reading.source.id).passed


def test_once_carried_over_it_is_withdrawn_by_itself_and_stays_so(library: Library) -> None:
    judged(library, Verdict.ACCEPTED, factoid=library.reading("memoir").factoids[0].id)
    new = read_anew(library, HEAD, "An afterword.")
    (passed,) = library.carry_over("memoir", new).passed
    assert not library.carry_over("memoir", new).passed
    assert passed.id is not None
    library.withdraw(passed.id, at=EVENING)
    assert standing(library) == {("accepted", None)}
    assert not library.carry_over("memoir", new).passed
    assert passed.factoid is not None
    assert library.factoid(passed.factoid).verdict is None


def test_what_was_carried_over_outlives_the_older_edition(library: Library) -> None:
    first = judged(library, Verdict.ACCEPTED, factoid=library.reading("memoir").factoids[0].id)
    new = read_anew(library, HEAD, "An afterword.")
    library.carry_over("memoir", new)
    library.remove(["memoir"], author="human:ab", made=EVENING)
    assert standing(library) == {("accepted", first.id)}
    library.put_back(["memoir"], by="human:ab", at=EVENING)
    assert standing(library) == {("accepted", None), ("accepted", first.id)}


def test_judgements_on_persons_pass_where_the_words_around_stand(library: Library) -> None:
    library.add(*edition("Anna Berg was head of office 9 in 1909.", stem="letters"))
    old, letters = library.reading("memoir"), library.reading("letters")
    there = Anchor(letters.source.id, letters.personas[0].mentions[0].span)
    anna, karl = (p.mentions[0].span for p in old.personas)
    same = judged(library, Verdict.SAME, left=Anchor(old.source.id, anna), right=there)
    differ = judged(library, Verdict.DIFFERENT, left=there, right=Anchor(old.source.id, karl))
    new = read_anew(library, "A preface.", HEAD, "Karl Roth, it is said, was head of an office.")
    found = library.carry_over("memoir", new)
    (passed,) = found.passed
    assert (passed.verdict, passed.right, passed.carried) == (Verdict.SAME, there, same.id)
    assert passed.left is not None
    assert passed.left.source == new
    assert passed.left.span.of(library.document(new).text.content) == "Anna Berg"
    assert [j.id for j in found.left] == [differ.id]


def test_what_somebody_stated_is_stated_of_the_new_edition(library: Library) -> None:
    stated = library.judge(by_hand([library.reading("memoir")], 0, "porter"))
    new = read_anew(library, "A preface.", HEAD)
    (passed,) = library.carry_over("memoir", new).passed
    assert (passed.verdict, passed.carried) == (Verdict.STATED, stated.id)
    told = {f.id: f for f in library.reading(new).factoids}
    assert passed.factoid is not None
    assert told[passed.factoid].role == "porter"
    assert told[passed.factoid].span.of(library.document(new).text.content) == HEAD
    assert passed.id is not None
    library.withdraw(passed.id, at=EVENING)
    assert passed.factoid not in {f.id for f in library.reading(new).factoids}


def test_what_the_reader_finds_by_itself_now_is_accepted(library: Library) -> None:
    library.judge(by_hand([library.reading("memoir")], 0, "porter"))
    document, reading = edition("A preface.", HEAD)
    found = replace(reading.factoids[0], role="porter")
    library.add(document, replace(reading, factoids=(*reading.factoids, found)))
    (passed,) = library.carry_over("memoir", reading.source.id).passed
    assert (passed.verdict, passed.factoid, passed.statement) == (Verdict.ACCEPTED, found.id, None)


def test_what_follows_a_judgement_passes_with_it(library: Library) -> None:
    old = library.reading("memoir")
    anna, karl = (Anchor(old.source.id, p.mentions[0].span) for p in old.personas)
    rejected = Judgement(verdict=Verdict.REJECTED, author="human:ab", made=NOON, factoid=old.factoids[0].id)
    meant = Judgement(verdict=Verdict.MEANT, author="human:ab", made=NOON, left=anna, right=karl)
    head = library.judge(meant, with_it=[rejected])
    new = read_anew(library, HEAD, PORTER, "An afterword.")
    first, second = library.carry_over("memoir", new).passed
    assert (first.verdict, first.carried, second.follows) == (Verdict.MEANT, head.id, first.id)
    assert first.id is not None
    library.withdraw(first.id, at=EVENING)
    assert standing(library) == {("meant", None), ("rejected", None)}


def test_who_is_protected_stays_so(library: Library) -> None:
    old = library.reading("memoir")
    judged(library, Verdict.PROTECTED, left=Anchor(old.source.id, old.personas[0].mentions[0].span))
    judged(library, Verdict.PROTECTED, left=Anchor(old.source.id, Span(0, 0)))
    new = read_anew(library, "Of Anna Berg nothing is known.")
    person, whole = library.carry_over("memoir", new).passed
    assert person.left == Anchor(new, Span(3, 12))
    assert whole.left == Anchor(new, Span(0, 0))


def test_a_decision_passes_and_the_conflict_stays_decided(library: Library) -> None:
    library.add(*edition("Anna Berg was head of office 0 in 1909.", stem="letters"))
    memoir, letters = library.reading("memoir"), library.reading("letters")

    def claim(side: str, reading: Reading) -> Claim:
        told = reading.factoids[0]
        return Claim(
            side=side, source=reading.source.name, value="x", date=told.date, quote=told.quote, factoid=told.id,
            anchor=Anchor(told.source, told.span), witness_group=reading.source.name,
        )  # fmt: skip

    claims = claim("A", memoir), claim("B", letters)
    decision = Decision(
        conflict="c-1", type="office", field="date", kind=ConflictKind.INCOMPATIBLE, ruling=Ruling.SIDE, side="B",
        claims=tuple((c.side, c.value, c.anchor) for c in claims),
    )  # fmt: skip
    first = judged(library, Verdict.DECIDED, decision=decision)
    new = read_anew(library, "A preface.", HEAD)
    (passed,) = library.carry_over("memoir", new).passed
    assert (passed.verdict, passed.carried) == (Verdict.DECIDED, first.id)
    assert passed.decision is not None
    places = {
        side: at.span.of(library.document(at.source).text.content) for side, _, at in passed.decision.claims
    }
    assert places == {"A": HEAD, "B": "Anna Berg was head of office 0 in 1909."}
    conflict = Conflict(
        id="c-2", person="p-1", person_name="Anna Berg", type="office", field="date", kind=ConflictKind.INCOMPATIBLE,
        claims=(*claims, claim("A", library.reading(new))), confidence=1.0,
    )  # fmt: skip
    assert str(Decisions(library.judgements()).applied(conflict).status) == "decided"


def test_an_edition_of_no_other_source(library: Library) -> None:
    with pytest.raises(UsageError, match="no other edition"):
        library.carry_over("memoir", "memoir")
    with pytest.raises(NotInLibrary):
        library.carry_over("memoir", "nothing")


CONCORD = "Anna fled. Karl stayed, and Anna wrote.\n\nHe died.\n\nHe died."


@pytest.mark.parametrize(
    ("new", "words", "quoted", "mentioned"),
    [
        (CONCORD, "Anna wrote", 28, 28),
        ("By and by. " + CONCORD, "Anna wrote", 39, 39),
        ("Anna fled. Karl stayed, and Anna wrote.\n\nHe lived.", "Karl stayed", 11, 11),
        ("Anna fled. Karl stayed: so Anna wrote.", "Anna wrote", 27, None),  # the sentence is another
        ("Anna fled to Rome. Karl stayed, and Anna wrote.", "Anna wrote", 36, 36),
        ("Anna fled. Karl stayed, and Annabel wrote.", "Anna wrote", None, None),
        ("Anna wrote. Karl stayed, and Anna wrote.", "Anna wrote", 29, 29),
        ("He died.", "He died", None, None),  # which of the two it is nobody knows
        ("", "Anna wrote", None, None),
    ],
)
def test_where_words_stand_in_another_edition(
    new: str, words: str, quoted: int | None, mentioned: int | None
) -> None:
    concordance = Concordance(edition(*CONCORD.split("\n\n"))[0], edition(*new.split("\n\n"))[0])
    at = CONCORD.index(words)
    span = Span(at, at + len(words))
    found = concordance.quoted(span), concordance.mentioned(span)
    assert [place and place.start for place in found] == [quoted, mentioned]


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("an", "an ant, an", [0, 8]),
        ("an.", "an. an.x", [0, 4]),
        ("", "x", []),
        ("a", "", []),
        ("aa", "aaa aa", [4]),
    ],
)
def test_words_are_found_whole(words: str, text: str, found: list[int]) -> None:
    assert occurrences(words, text) == found
