"""Whom a text is about: every figure named is weighed by a readable table of weights."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from math import log

from factoid.model import MentionForm, SegmentKind
from factoid.reading.parse import ParsedText, span_of
from factoid.reading.people.brought_in import kin_apposed, kin_introduced
from factoid.reading.people.figures import Cast, Figure, Mark
from factoid.reading.people.scene import FEMININE, MASCULINE, role_of
from factoid.resources import load

_LIFE = re.compile(r"[^.()]{0,40}\((?:[^()]{0,60}\b)?(?:b\.|born|c\.|ca\.|\d{1,2} \w+)?\s*\d{3,4}\b")
_EXCERPT = 8  #: sentences: a text of fewer need not be about whom it names first
_PRONOUN = re.compile(rf"\b(?:{'|'.join(sorted(MASCULINE | FEMININE))})\b", re.IGNORECASE)
_BORN = frozenset(["born", "b.", "b"])


class Protagonist:
    """The search for the main person of one text."""

    def __init__(self, parsed: ParsedText, cast: Cast, sentences: dict[int, int]) -> None:
        self._parsed, self._cast, self._sentences = parsed, cast, sentences
        self.narrator: Figure | None = None  #: who says "I"
        self._told: dict[int, frozenset[str]] = {}

    @cached_property
    def is_excerpt(self) -> bool:
        """Whether the text has but a few sentences."""
        return max(self._sentences.values(), default=0) < _EXCERPT

    def find(self) -> Figure | None:
        """Return whom the text is about, by what is known of its figures so far."""
        weighed = self.weighed()
        if not weighed:
            return None
        if self.is_excerpt:
            return self._most_spoken_of([figure for figure, _ in weighed])
        table = weights()
        scored = [
            (sum(table.get(name, 0.0) * value for name, value in features.items()), -figure.number, figure)
            for figure, features in weighed
        ]
        top = max(scored)[2]
        if top.sex is None:
            top.sexes[self._commoner_pronoun] += 2
        return top

    def _most_spoken_of(self, figures: Sequence[Figure]) -> Figure | None:
        """Return who is spoken of most in an excerpt, which opens anywhere; None if all are named but once."""

        def weight(figure: Figure) -> float:
            first = min(figure.marks, key=lambda m: m.at)
            opens = 1.3 if role_of(first.head) == "subject" else 1.0
            is_other = figure.is_of_another_sex(self._commoner_pronoun)
            is_kin = (kin_introduced(first) or kin_apposed(first)) is not None
            opens *= 0.6 if is_kin else 1.0
            return opens * (0.3 if is_other else 1.0) * (len(figure.marks) + 2 + 2 * (first.sentence == 0))

        top = max(figures, key=lambda f: (weight(f), -f.number))
        return top if len(top.marks) >= 2 or len(figures) == 1 else None

    def weighed(self) -> list[tuple[Figure, dict[str, float]]]:
        """Return the figures named, each with what speaks for and against its being the main one."""
        figures = [f for f in self._cast.present() if any(m.form is MentionForm.NAME for m in f.marks)]
        figures.sort(key=_first_at)
        most = max((_count(f) for f in figures), default=1)
        spoken = max((len(f.marks) for f in figures), default=1)
        is_read = any(m.form is not MentionForm.NAME for f in figures for m in f.marks)
        found = [(f, dict(self._features(f, rank, most))) for rank, f in enumerate(figures)]
        if is_read:
            for figure, features in found:
                features["spoken"] = len(figure.marks) / spoken
                features["spoken_most"] = float(len(figure.marks) == spoken)
                features["spoken_by_name"] = _count(figure) / len(figure.marks)
        return found

    def _features(self, figure: Figure, rank: int, most: int) -> Iterator[tuple[str, float]]:
        first = min(figure.marks, key=lambda m: m.at)
        names = [m for m in figure.marks if m.form is MentionForm.NAME]
        yield f"rank:{min(rank, 3)}", 1.0
        yield "share_of_most", _count(figure) / most
        yield "count", log(_count(figure))
        if _count(figure) == most:
            yield "most", 1.0
        yield f"sentence:{min(first.sentence, 4)}", 1.0
        yield (
            "spread",
            len({m.words.doc.offset for m in names}) / max(1, len(self._parsed.segments)),
        )
        if figure is self.narrator:
            yield "narrator", 1.0
        if figure.is_expected:
            yield "in_unread_title", 1.0
        commoner = self._commoner_pronoun
        if commoner:
            sex = figure.sex
            yield (
                ("sex_unknown" if sex is None else "sex_of_pronouns" if sex == commoner else "other_sex"),
                1.0,
            )
        for name in self._told_at(min(names, key=lambda m: m.at)):
            yield name, 1.0
        for mark in names:
            kind = self._kinds.get(mark.words.doc.offset)
            if kind in (SegmentKind.TITLE, SegmentKind.HEADING):
                yield f"in_{kind}", 1.0
                break

    def _told_at(self, mark: Mark) -> frozenset[str]:
        """What the place says, asked twice but looked up once."""
        if mark.at not in self._told:
            self._told[mark.at] = frozenset(self._of_first(mark))
        return self._told[mark.at]

    def _of_first(self, mark: Mark) -> Iterator[str]:
        """What the place says where the figure is first named."""
        words = mark.words
        yield f"first:{role_of(mark.head)}"
        yield f"words:{min(len(words), 3)}"
        if words.start == 0:
            yield "opens_paragraph"
        if words[0].is_sent_start:
            yield "opens_sentence"
        if kin_introduced(mark) is not None:
            yield "brought_in_as_kin"
        end = mark.span.end
        if _LIFE.match(self._parsed.text.content[end : end + 120]):
            yield "life_dates"
        if any(t.lower_ in _BORN for t in words.doc[words.end : words.end + 8]):
            yield "born"
        if "," in words.text and words.start == 0:
            yield "headword"
        if words.start == 0 and sum(c.isupper() for c in mark.span.of(self._parsed.text.content)) > 3:
            yield "capitals"
        if mark.head.dep_ == "pobj":
            yield (
                f"after_{mark.head.head.lower_}"
                if mark.head.head.lower_ in ("of", "by", "to", "with")
                else "after_other"
            )

    @cached_property
    def _kinds(self) -> dict[int, SegmentKind]:
        return {s.offset: s.segment.kind for s in self._parsed.segments}

    @cached_property
    def _commoner_pronoun(self) -> str:
        """Return ``m`` or ``f`` where nearly all pronouns of the text are he or she, else an empty string."""
        words = Counter(
            word.lower()
            for segment in self._parsed.segments
            for word in _PRONOUN.findall(span_of(segment.doc[:]).of(self._parsed.text.content))
        )
        men, women = (sum(words[w] for w in pronouns) for pronouns in (MASCULINE, FEMININE))
        if men + women < 3:
            return ""
        return "m" if men > 3 * women else "f" if women > 3 * men or (women > 1.5 * men and women > 8) else ""


def _first_at(figure: Figure) -> int:
    return min(mark.at for mark in figure.marks)


def _count(figure: Figure) -> int:
    return figure.count(MentionForm.NAME)


@cache
def weights() -> Mapping[str, float]:
    """Return the table of weights."""
    return {name: float(weight) for name, weight in load("protagonists")["weights"].items()}
