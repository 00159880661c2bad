"""The conflicts of a library: kept, found anew only where evidence changed, shared posts across persons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from factoid.dates import when_of_edtf
from factoid.model import (
    ConflictKind,
    Document,
    Factoid,
    Judgement,
    Mention,
    MentionForm,
    Persona,
    PersonaInSource,
    PersonLink,
    Reading,
    Ruling,
    Segment,
    SegmentKind,
    Source,
    Text,
    Verdict,
    conflict_of_json,
    decision_of_json,
    json_of_conflict,
    json_of_decision,
    persona_id,
    sha256_of_text,
)
from factoid.pipeline import disputes
from factoid.pipeline.disputes import Wanted, conflict_named, conflicts_of, decide
from factoid.pipeline.hearing import refresh
from factoid.store import Library, open_library, open_view


def source(name: str, *told: tuple[str, str, str, str], reader: str = "test@1") -> tuple[Document, Reading]:
    """A source of sentences: who, type, date, sentence; offices are those of the head of the NKVD in Rostov."""
    content = "\n\n".join(sentence for *_, sentence in told)
    made = Source(
        name=name, content_sha256=sha256_of_text(name + content), origin=name, media_type="text/plain",
        published="1990",
    )  # fmt: skip
    segments, factoids, place = [], [], 0
    personas: dict[str, Persona] = {}
    for who, kind, date, sentence in told:
        start = content.index(sentence, place)
        place = start + len(sentence)
        segments.append(Segment(kind=SegmentKind.PARAGRAPH, start=start, end=place))
        mention = Mention(start, start + len(who), MentionForm.NAME)
        if who not in personas:
            personas[who] = Persona(
                id=persona_id(made.id, mention.span), name=who, forms=(who,), mentions=(mention,)
            )
        is_office = kind == "office"
        factoids.append(
            Factoid(
                source=made.id, person=personas[who].id, type=kind, quote=sentence, start=start, end=place,
                when=when_of_edtf(date), spans={"date": mention.span}, confidence=0.9,
                role="head" if is_office else None, organisation="NKVD" if is_office else None,
                place="Rostov" if is_office else None,
            )
        )  # fmt: skip
    text = Text(content, tuple(segments))
    return Document(made, text), Reading(
        source=made, text_sha256=text.sha256, reader=reader, segments=text.segments,
        personas=tuple(personas.values()), factoids=tuple(factoids),
    )  # fmt: skip


def by_name(personas: Sequence[PersonaInSource], _: Sequence[Judgement]) -> list[PersonLink]:
    groups: dict[str, list[str]] = {}
    for found in personas:
        groups.setdefault(found.persona.name, []).append(found.persona.id)
    return [PersonLink(person=min(ids), personas=tuple(ids)) for ids in groups.values()]


PAGE = source(
    "page",
    ("Anna Berg", "birth", "1900", "Anna Berg was born in 1900."),
    ("Anna Berg", "office", "1936/1938", "Anna Berg was head of the NKVD in Rostov from 1936 to 1938."),
)
ENTRY = source("entry", ("Anna Berg", "birth", "1905", "Anna Berg was born in 1905."))
OTHER = source(
    "other",
    ("Boris Orlov", "birth", "1890", "Boris Orlov was born in 1890."),
    ("Boris Orlov", "office", "1935/1939", "Boris Orlov was head of the NKVD in Rostov from 1935 to 1939."),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "l.factoid", create=True) as opened:
        add(opened, PAGE, ENTRY, OTHER)
        yield opened


def add(library: Library, *sources: tuple[Document, Reading]) -> None:
    for document, reading in sources:
        library.add(document, reading)
    library.refresh_persons(by_name)


def test_only_persons_whose_evidence_has_changed_are_looked_at_again(library: Library) -> None:
    assert refresh(library) == 2
    assert refresh(library) == 0
    add(library, source("third", ("Boris Orlov", "birth", "1891", "Boris Orlov was born in 1891.")))
    assert refresh(library) == 1
    document, reading = ENTRY
    library.add(document, replace(reading, reader="test@2"))
    library.refresh_persons(by_name)
    assert refresh(library) == 1


def test_what_is_kept_is_what_is_found(library: Library) -> None:
    kept = list(conflicts_of(library))
    assert kept == list(conflicts_of(library))
    with open_view(library.path) as view:
        anew = list(conflicts_of(view))
    assert sorted(c.id for c in kept) == sorted(c.id for c in anew)
    (anna,) = [c for c in conflicts_of(library, "Anna Berg") if c.type == "birth"]
    assert anna in kept
    assert all(claim.years_after in (90, 85) for claim in anna.claims)


def test_what_two_lives_share_is_listed_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    (birth,) = [c for c in conflicts_of(library) if c.type == "birth"]
    wedding = replace(birth, id="c-wedding", type="kinship")
    told = [replace(wedding, person="p-other", person_name="Karl Berg"), birth, wedding]
    monkeypatch.setattr(disputes, "_of_all", lambda *_: iter(told))
    assert [(c.type, c.person_name) for c in conflicts_of(library)] == [
        ("birth", "Anna Berg"), ("kinship", "Anna Berg"),
    ]  # fmt: skip


def test_one_post_two_holders_is_found_across_persons(library: Library) -> None:
    (conflict,) = [c for c in conflicts_of(library) if c.kind is ConflictKind.TWO_HOLDERS]
    assert {claim.value for claim in conflict.claims} == {"Anna Berg", "Boris Orlov"}
    only = Wanted(frozenset({ConflictKind.TWO_HOLDERS}))
    assert [c.id for c in conflicts_of(library, "Boris Orlov", only)] == [conflict.id]


def test_a_judgement_on_a_factoid_counts_at_once(library: Library) -> None:
    (birth,) = [c for c in conflicts_of(library) if c.type == "birth"]
    rejected = Judgement(
        verdict=Verdict.REJECTED, author="human:ab", made="2026-01-01T00:00:00+00:00",
        factoid=birth.claims[0].factoid,
    )  # fmt: skip
    library.judge(rejected)
    assert not [c for c in conflicts_of(library) if c.type == "birth"]


def test_a_decision_goes_into_the_library_and_out_again(library: Library) -> None:
    (birth,) = [c for c in conflicts_of(library) if c.type == "birth"]
    made = Judgement(
        verdict=Verdict.DECIDED, author="human:ab", made="2026-01-01T00:00:00+00:00", reason="why"
    )
    _, judgement = decide(library, birth.id[:8], Ruling.BOTH, None, made)
    assert judgement.decision
    assert decision_of_json(json_of_decision(judgement.decision)) == judgement.decision
    (stored,) = library.judgements()
    assert stored == judgement
    assert conflict_named(library, birth.id).verdict is not None
    assert refresh(library) == 0


def test_a_conflict_survives_json(library: Library) -> None:
    found = conflicts_of(library)
    assert found
    for conflict in found:
        assert conflict_of_json(json_of_conflict(conflict)) == conflict


def test_the_gone_are_forgotten(library: Library) -> None:
    refresh(library)
    before = set(library.disputes_kept())

    def as_one(personas: Sequence[PersonaInSource], _: Sequence[Judgement]) -> list[PersonLink]:
        ids = sorted(found.persona.id for found in personas)
        return [PersonLink(person=ids[0], personas=tuple(ids))]

    library.refresh_persons(as_one, version="2")
    assert refresh(library) == 1
    assert len(library.disputes_kept()) == 1 < len(before)


def test_a_widow_told_of_beside_the_dead_did_not_die(library: Library) -> None:
    said = "Emil Roth had killed Karl Lind, the husband of Ida Lind, in 1920."
    document, reading = source(
        "letter", ("Emil Roth", "action", "1920", said), ("Karl Lind", "death", "1920", "Karl Lind died."),
        ("Ida Lind", "death", "1951", "Ida Lind died in 1951."),
    )  # fmt: skip
    deed, death, later = reading.factoids
    told = replace(deed, value="killed Karl Lind", related=(death.person, later.person))
    of_him = replace(death, quote=told.quote, start=told.start, end=told.end)
    add(library, (document, replace(reading, factoids=(told, of_him, later))))
    lives = {a.name: a for a in library.attestations([p.id for p in library.people()])}
    assert [deed.doer[1] for deed in lives["Karl Lind"].deeds] == ["Emil Roth"]
    assert not lives["Ida Lind"].deeds
