"""Texts read part by part: where they are cut, and who is one person in several parts."""

from __future__ import annotations

from itertools import pairwise

import pytest

from factoid.model import Factoid, Mention, MentionForm, Organisation, Persona, SegmentKind, Span, Text
from factoid.model.text import Segment
from factoid.reading.parts import PART, Joined, parts_of, rename, segments_in


def text_of(*lengths: int, gap: int = 2) -> Text:
    """A text of paragraphs of these lengths, with blank lines between them."""
    segments, at = [], 0
    for length in lengths:
        segments.append(Segment(kind=SegmentKind.PARAGRAPH, start=at, end=at + length))
        at += length + gap
    return Text("x" * at, tuple(segments))


def persona(name: str, at: int, *, gender: str | None = None, is_named: bool = True) -> Persona:
    return Persona(
        id=f"p{at}",
        name=name,
        forms=(name,),
        mentions=(Mention(at, at + len(name), MentionForm.NAME),),
        gender=gender,
        is_named=is_named,
    )


@pytest.mark.parametrize(
    ("lengths", "parts"),
    [
        ((), 0),
        ((100,), 1),
        ((100, 100), 1),
        ((PART, PART), 2),
        ((PART // 2, PART // 2, PART // 2), 3),  # with the blank lines two halves are too long
    ],
)
def test_parts_hold_whole_segments_and_cover_the_text(lengths: tuple[int, ...], parts: int) -> None:
    text = text_of(*lengths)
    found = list(parts_of(text))
    assert len(found) == parts
    assert all(sum(part.holds(s.span) for part in found) == 1 for s in text.segments)
    assert all(a.end <= b.start for a, b in pairwise(found))


SENTENCE = "Nobody came that day. "
WALLS = {
    "sentences": (SENTENCE * 50, "."),
    "words": ("word " * 200, "word"),
    "nothing to cut at": ("x" * 1000, "x"),
}


@pytest.mark.parametrize("wall", WALLS)
def test_a_text_without_a_line_break_is_cut_all_the_same(wall: str) -> None:
    content, last = WALLS[wall]
    text = Text(content, (Segment(kind=SegmentKind.PARAGRAPH, start=0, end=len(content)),))
    parts = list(parts_of(text, 100))
    assert "".join(part.of(content) for part in parts) == content
    assert all(len(part.of(content)) <= 100 for part in parts)
    assert all(part.of(content).rstrip().endswith(last) for part in parts)


def test_the_segments_of_a_stretch_are_those_with_a_character_in_it() -> None:
    text = text_of(10, 10, 10)  # at 0, 12, 24
    found = [segments_in(text, Span(*ends)) for ends in ((0, 10), (9, 13), (10, 12), (5, 30))]
    assert [[s.start for s in segments] for segments in found] == [[0], [0, 12], [], [0, 12, 24]]


#: persons of one part, of the next, and who is left
JOINS = [
    ([("Ann Lee", 0)], [("Ann Lee", 90)], ["Ann Lee"]),
    ([("Ann Lee", 0)], [("ANN LEE", 90)], ["Ann Lee"]),
    ([("Ann Lee", 0)], [("Ann Leigh", 90)], ["Ann Lee", "Ann Leigh"]),
    ([("Ann Lee", 0)], [("Lee", 90)], ["Ann Lee"]),  # the only Lee
    ([("Lee", 0)], [("Ann Lee", 90)], ["Ann Lee"]),
    ([("Ann Lee", 0), ("Tom Lee", 20)], [("Lee", 90)], ["Ann Lee", "Tom Lee", "Lee"]),
    ([("Ann Lee", 0), ("Lee", 20)], [], ["Ann Lee", "Lee"]),  # kept apart within a part, with reason
    ([("Ann", 0)], [("Ann", 90)], ["Ann", "Ann"]),  # a given name is no full name
]


@pytest.mark.parametrize(("first", "second", "left"), JOINS)
def test_persons_of_one_full_name_are_one(
    first: list[tuple[str, int]], second: list[tuple[str, int]], left: list[str]
) -> None:
    joined = Joined()
    joined.add([persona(*p) for p in first])
    joined.add([persona(*p) for p in second])
    personas, names = joined.personas()
    assert [p.name for p in personas] == left
    everybody = {f"p{at}" for _, at in first + second}
    assert {names.get(p, p) for p in everybody} == {p.id for p in personas}
    assert names.keys() <= everybody


def test_a_joined_person_has_the_forms_and_mentions_of_all_parts_in_text_order() -> None:
    joined = Joined()
    joined.add([persona("Lee", 0)])
    joined.add([persona("Ann Lee", 90, gender="f")])
    ((person,), _) = joined.personas()
    assert person.forms == ("Ann Lee", "Lee")
    assert [m.start for m in person.mentions] == [0, 90]
    assert person.gender == "f"


def test_a_surname_of_the_other_sex_is_somebody_else() -> None:
    joined = Joined()
    joined.add([persona("Ann Lee", 0, gender="f")])
    joined.add([persona("Lee", 90, gender="m")])
    assert len(joined.personas()[0]) == 2


def test_the_narrator_goes_on_through_the_parts() -> None:
    joined = Joined()
    joined.add([persona("narrator", 0, is_named=False)], narrator="p0")
    joined.add([persona("narrator", 90, is_named=False), persona("Ann Lee", 99)], narrator="p90")
    personas, names = joined.personas()
    assert [p.name for p in personas] == ["narrator", "Ann Lee"]
    assert names["p90"] == "p0"


def test_organisations_of_one_name_are_one() -> None:
    joined = Joined()
    for at in (0, 50):
        joined.add([], [Organisation(id=f"o{at}", name="the Guild", mentions=(Span(at, at + 9),))])
    (guild,) = joined.organisations()
    assert (guild.id, guild.mentions) == ("o0", (Span(0, 9), Span(50, 59)))


def test_statements_follow_their_persons() -> None:
    told = Factoid(source="s", person="p90", type="meeting", quote="x", start=0, end=1, related=("p5", "p91"))
    (moved,) = rename([told], {"p90": "p0", "p5": "p5", "p91": "p1"})
    assert (moved.person, moved.related) == ("p0", ("p5", "p1"))
