"""Labelled lines, *Place of birth: Tver*: what labels of infoboxes, questionnaires, cards say of their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from factoid.model import Span
from factoid.reading.tokens import TokenSpan
from factoid.resources import load

LINE = re.compile(
    r"^[ \t\u2022*-]*(?:\d{1,2}[.)]?[a-z]?[.)]?[ \t]+)?(?P<label>[^\W\d_][\w ./()-]{1,30}?)"
    r"[ \t]*[:\t][ \t]*(?P<value>\S[^\n]*)$",
    re.MULTILINE,
)
_NEXT = re.compile(r"[.;]\s+(?P<label>[^\W\d_][\w /()-]{1,30}?)[ \t]*:\s*(?=\S)")


#: labels of questionnaires that ask for the people one belongs to by the word *nationality*, not for the state
_ASKS_FOR_A_PEOPLE = re.compile(
    r"(?:^[ \t]*(?:\d{1,2}[.)]?[ \t]+)?|(?<=[.;] ))"
    r"(?:social origin|class origin|social status|party membership|partisanship|citizenship)\b",
    re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """What the value of a labelled line is."""

    type: str
    field: str | None = None
    each: str = ""  #: the marks that part the value into statements, if it may be a list
    role: str | None = None  #: what those named are to whom the form is about


class Labelled(NamedTuple):
    """A label with its value, where they stand."""

    label: Label
    words: Span  #: of the label
    value: Span

    @property
    def whole(self) -> Span:
        """The label and its value."""
        return Span(self.words.start, self.value.end)


@cache
def labels() -> dict[str, Label]:
    """Return what each label says of its value."""
    data = load("form_labels")
    known = {
        word: Label(row["type"], row.get("field"), row.get("each", ""))
        for row in data["labels"]
        for word in row["words"]
    }
    known |= {word: Label("kinship", role=row["role"]) for row in data["kin"] for word in row["words"]}
    known |= {word: Label("association", role=role) for role, words in data["ties"].items() for word in words}
    return known


def label_of(words: str) -> Label | None:
    """Return what a label says, however it is capitalised and stopped."""
    return labels().get(" ".join(words.lower().replace(".", " ").split()))


def label_before(words: TokenSpan) -> Label | None:
    """Return the label of the line that some words are of the value of: *Other names: Mimi Berg, Nora Berg*."""
    doc = words.doc
    back = range(words.start - 1, max(words.start - _VALUE, -1), -1)
    colon = next((i for i in back if doc[i].text == ":"), 0)
    start = max(colon - _LABEL, 0)
    while start < colon and "\n" in doc[start : colon + 1].text:
        start += 1
    found = (label_of(doc[i:colon].text) for i in range(start, colon))
    return next((label for label in found if label is not None), None)


_VALUE, _LABEL = 14, 4  #: words


def _ends_value(following: re.Match[str]) -> bool:
    """Whether an unknown label ends what stands before it: *Nationality: Latvian. Social origin: of peasants*."""
    label = following["label"]
    return following[0][0] == "." and label[:1].isupper() and len(label.split()) <= _LABEL and len(label) > 3


def labels_in(content: str) -> set[str]:
    """Return what may be labels in a text: at the start of lines, and behind the full stop that ends a value."""
    lines = list(LINE.finditer(content))
    within = (
        found["label"] for line in lines for found in _NEXT.finditer(content, line.start("value"), line.end())
    )
    return {*(line["label"] for line in lines), *within}


def _means_a_people(words: str, content: str) -> bool:
    return words.lower().startswith("national") and _ASKS_FOR_A_PEOPLE.search(content[:_CARD]) is not None


_CARD = 20_000  #: characters in which the other labels of a card are looked for


def labelled(content: str, start: int, end: int) -> Iterator[Labelled]:
    """Yield the known labels of a stretch of text with their values, in order: several may share a line."""
    for line in LINE.finditer(content, start, end):
        at, words = line.start("value"), Span(*line.span("label"))
        for following in [*_NEXT.finditer(content, at, line.end()), None]:
            if following is not None and label_of(following["label"]) is None and not _ends_value(following):
                continue
            label = label_of(words.of(content))
            if (
                label is not None
                and label.type == "citizenship"
                and _means_a_people(words.of(content), content)
            ):
                label = replace(label, type="ethnicity")
            stop = following.start() if following is not None else line.end()
            if label is not None and at < stop:
                yield Labelled(label, words, Span(at, stop))
            if following is not None:
                at, words = following.end(), Span(*following.span("label"))
