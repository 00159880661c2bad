"""The lines of pedigrees, and whose child each is by its number or the dots before it.

In a table of ancestors number 2n is the father of n and 2n + 1 the mother. In a descent *1.2.1* is a child of *1.2*,
what stands behind three dots a child of the last line behind two, and *+ Ann Low* the spouse of whom the line above
names. A list that is merely numbered is none: a pedigree is told by its heading, or by the surnames that go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from factoid.model import MentionForm, SegmentKind, Span
from factoid.names import fold
from factoid.reading.parse import ParsedSegment, ParsedText
from factoid.reading.people import People

_FEWEST_LINES = 3
_LONGEST_HEADING = 14  #: words
_LINE = re.compile(
    r"[ \t]*(?P<dots>\.(?:[ \t]?\.){0,15}(?=[ \t+\d]))?[ \t]*(?P<number>\d{1,9}(?:\.\d{1,3})*)?(?P<sign>[.):-])?"
    r"[ \t]*(?P<plus>\+)?[ \t]*"
)
_ANCESTORS = re.compile(
    r"\b(?:ahnentafel|ahnenliste|ancestor(?:s|al)? (?:table|list|chart)|(?:table|list) of ancestors|sosa)\b",
    re.IGNORECASE,
)
_GENERATION = re.compile(
    r"(?:(?P<nth>first|second|third|fourth|fifth|1st|2nd|3rd|[45]th) generation|generation (?:no\. ?)?(?P<n>\d))[.:]?$",
    re.IGNORECASE,
)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_DESCENT = re.compile(
    r"\b(?:descend[ae]nts?|descent|descendancy|genealogy|pedigree|family|issue|children)\b", re.IGNORECASE
)


class PedigreeTie(NamedTuple):
    """What a line of a pedigree tells by where it stands: who is the father, mother, parent or spouse of its bearer."""

    person: str
    where: Span
    role: str  #: what the other is to the person: father, mother, parent, spouse
    other: str
    number: int = 0  #: of the person in a table of ancestors


class _Line(NamedTuple):
    offset: int  #: of its segment
    person: str
    name: Span
    words: str  #: the name
    dots: int
    number: str
    is_spouse: bool


class _Run(NamedTuple):
    """Lines that count on from one another, and the headings above and among them."""

    lines: list[_Line]
    headings: list[str]
    generations: list[tuple[int, int]]  #: how many lines stand before the heading of which generation


def ties_of_pedigrees(parsed: ParsedText, people: People) -> dict[int, list[PedigreeTie]]:
    """Return what the numbers and dots of the pedigrees of a text tell, by the segments that they stand in."""
    found: dict[int, list[PedigreeTie]] = {}
    for run in _runs(parsed, people):
        if len(run.lines) < _FEWEST_LINES:
            continue
        for line, tie in _told(run, people):
            if tie.person != tie.other:
                found.setdefault(line.offset, []).append(tie)
    return found


def _runs(parsed: ParsedText, people: People) -> Iterator[_Run]:
    """Yield the pedigrees that the text may have: each begins with the lowest number or the fewest dots anew."""
    run = _Run([], [], [])
    for segment in parsed.segments:
        if segment.segment.kind is SegmentKind.TABLE_CELL or not len(segment.doc):
            continue
        line = _line_of(segment, people, parsed.text.content)
        if line is None:
            words = segment.doc.text.strip(" #*\n")
            if len(segment.doc) <= _LONGEST_HEADING:
                run.headings.append(words)
                if (heading := _GENERATION.match(words)) is not None:
                    run.generations.append((len(run.lines), _nth(heading)))
            continue
        is_first = run.lines and (line.dots, line.number) == (run.lines[0].dots, run.lines[0].number)
        if is_first and line.number:
            yield run
            run = _Run([], run.headings[-1:], [])
        run.lines.append(line)
    yield run


def _nth(heading: re.Match[str]) -> int:
    words = (heading["n"] or heading["nth"]).lower()
    return _NTH.get(words) or int(words[0])


def _line_of(segment: ParsedSegment, people: People, content: str) -> _Line | None:
    """Return the line that a segment begins with: a number, dots or a plus sign, and right behind it a name."""
    mark = _LINE.match(content, segment.offset)
    if mark is None or not (mark["dots"] or mark["number"] or mark["plus"]):
        return None
    for token in segment.doc:
        if token.start < mark.end():
            continue
        mention = people.mention_at(token)
        person = people.of(token)
        if mention is None or person is None or mention.form is not MentionForm.NAME:
            return None
        if mention.start != mark.end():
            return None
        dots = (mark["dots"] or "").count(".")
        words = mention.span.of(content)
        return _Line(
            segment.offset, person, mention.span, words, dots, mark["number"] or "", mark["plus"] is not None
        )
    return None


def _told(run: _Run, people: People) -> Iterator[tuple[_Line, PedigreeTie]]:
    own = [line for line in run.lines if not line.is_spouse]
    depths = _depths(run, own)
    if depths:
        yield from _of_descent(run, depths)
    elif _is_of_ancestors(run, people):
        yield from _of_ancestors(run)


def _of_ancestors(run: _Run) -> Iterator[tuple[_Line, PedigreeTie]]:
    by_number = {int(line.number): line for line in run.lines}
    for number, line in by_number.items():
        for role, parent in (
            ("father", by_number.get(2 * number)),
            ("mother", by_number.get(2 * number + 1)),
        ):
            if parent is not None:
                yield line, PedigreeTie(line.person, line.name, role, parent.person, number)


def _is_of_ancestors(run: _Run, people: People) -> bool:
    """Whether the numbers are those of ancestors, by a heading, or that of each generation, and nobody's sex.

    ``First generation`` heads descents as well; there *2* is seldom a man and *3* a woman of another surname.
    """
    if not all(line.number.isdigit() and not line.is_spouse for line in run.lines):
        return False
    numbers = [int(line.number) for line in run.lines]
    if len(set(numbers)) < len(numbers) or numbers != sorted(numbers):
        return False
    sexes = [(n, people.persona(line.person).gender) for n, line in zip(numbers, run.lines, strict=True)]
    known = [(n % 2 == 0) == (sex == "m") for n, sex in sexes if n > 1 and sex is not None]
    if not all(known):
        return False
    if any(_ANCESTORS.search(heading) for heading in run.headings):
        return True
    return len(known) >= _FEWEST_LINES and _fits_generations(run, numbers)


def _fits_generations(run: _Run, numbers: Sequence[int]) -> bool:
    """Whether the numbers under each heading are those of that generation: from 4 to 7 under the third."""
    if len(run.generations) < 2:
        return False
    ends = [at for at, _ in run.generations[1:]] + [len(numbers)]
    return all(
        2 ** (nth - 1) <= number < 2**nth
        for (start, nth), end in zip(run.generations, ends, strict=True)
        for number in numbers[start:end]
    )


def _of_descent(run: _Run, depths: dict[int, int]) -> Iterator[tuple[_Line, PedigreeTie]]:
    """Yield whose child each line is: of the last line above that is one step nearer to the root, and of the spouse."""
    above: dict[int, _Line] = {}
    spouses: dict[str, _Line] = {}
    last: _Line | None = None
    for line in run.lines:
        if line.is_spouse:
            if last is not None:
                spouses[last.person] = line
                yield line, PedigreeTie(line.person, line.name, "spouse", last.person)
            continue
        depth = depths[line.name.start]
        parent = above.get(depth - 1)
        above = {d: other for d, other in above.items() if d < depth} | {depth: line}
        last = line
        if parent is None:
            continue
        yield line, PedigreeTie(line.person, line.name, "parent", parent.person)
        other = spouses.get(parent.person)
        if other is not None:
            yield line, PedigreeTie(line.person, line.name, "parent", other.person)


def _depths(run: _Run, own: Sequence[_Line]) -> dict[int, int]:
    """Return how far from the root each line is, by where its name starts; nothing where the run is no descent."""
    depths = _by_dots(own) or _by_parts(own) or _by_digits(run, own)
    if len(set(depths.values())) < 2:
        return {}
    is_told = any(_DESCENT.search(heading) for heading in run.headings)
    return depths if is_told or _share_surnames(own, depths) else {}


def _by_dots(own: Sequence[_Line]) -> dict[int, int]:
    if sum(line.dots > 0 for line in own) * 2 < len(own):
        return {}
    numbered = all(line.number.isdigit() for line in own)
    return {line.name.start: int(line.number) if numbered else line.dots for line in own}


def _by_parts(own: Sequence[_Line]) -> dict[int, int]:
    """*1.2.1* is a child of *1.2*, which must have a line above; nothing where one has none."""
    if not any("." in line.number for line in own):
        return {}
    seen: set[str] = set()
    for line in own:
        parent = line.number.rpartition(".")[0]
        if not line.number or line.number in seen or (parent and parent not in seen):
            return {}
        seen.add(line.number)
    return {line.name.start: line.number.count(".") for line in own}


def _by_digits(run: _Run, own: Sequence[_Line]) -> dict[int, int]:
    """Under a heading of descendants: numbers of generations, which come again, or Henry's, *121* of *12*."""
    if not any(_DESCENT.search(heading) for heading in run.headings):
        return {}
    if not all(line.number.isdigit() for line in own):
        return {}
    numbers = [line.number for line in own]
    steps = [int(b) - int(a) for a, b in pairwise(numbers)]
    if len(set(numbers)) < len(numbers) and max(steps, default=0) == 1 and int(numbers[0]) == 1:
        return {line.name.start: int(line.number) for line in own}
    is_henry = all(n[:-1] in numbers[:at] for at, n in enumerate(numbers) if at)
    return {line.name.start: len(line.number) for line in own} if is_henry else {}


def _share_surnames(own: Sequence[_Line], depths: dict[int, int]) -> bool:
    """Whether half of the lines below the root go on with a surname of a line above, or have but a given name."""
    above: dict[int, str] = {}
    shared = below = 0
    for line in own:
        depth, words = depths[line.name.start], line.words.split()
        surname = fold(words[-1]) if len(words) > 1 else ""
        parent = above.get(depth - 1)
        above[depth] = surname or parent or ""
        below += parent is not None
        shared += parent is not None and surname in ("", parent)
    return below > 0 and shared * 2 >= below
