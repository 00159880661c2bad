"""Words that a reader took to mean one person and that mean another, and the statements that rest on them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factoid.model.factoid import SLOTS, Factoid
from factoid.model.reading import Persona
from factoid.model.text import Span


@dataclass(frozen=True, slots=True)
class Misread:
    """A mention, and the persona that a reader took it for."""

    words: Span
    read_as: Persona

    def bears(self, factoid: Factoid) -> bool:
        """Say whether a statement rests on these words.

        They are where its person or somebody related is meant; or its person is left out, and these are the
        last words before that mean this person.
        """
        return self._is_its_person(factoid) or any(self._meant(factoid))

    def corrected(self, factoid: Factoid, meant: str, *, author: str, because: str) -> Factoid:
        """Return a statement that rests on these words as it is when they mean the persona ``meant``."""
        is_person, is_meant = self._is_its_person(factoid), self._meant(factoid)
        person = meant if is_person else factoid.person
        told = zip(factoid.related, factoid.related_spans or (None,) * len(factoid.related), strict=True)
        others = [(meant, None) if is_moved else held for held, is_moved in zip(told, is_meant, strict=True)]
        others = [held for held in dict(others).items() if held[0] != person]
        names = [name for name, is_so in (("person", is_person), ("related", any(is_meant))) if is_so]
        return replace(
            factoid,
            person=person,
            related=tuple(who for who, _ in others),
            related_spans=tuple(at for _, at in others),
            spans={name: at for name, at in factoid.spans.items() if name not in names},
            inference={**factoid.inference, **dict.fromkeys(names, because)},
            reader=author,
            model="",
            confidence=1.0,
        )

    def _is_its_person(self, factoid: Factoid) -> bool:
        if factoid.person != self.read_as.id:
            return False
        at = factoid.spans.get("person")
        if at is not None:
            return at.overlaps(self.words)
        before = [m.span for m in self.read_as.mentions if m.start < factoid.end]
        return bool(before) and max(before) == self.words

    def _meant(self, factoid: Factoid) -> list[bool]:
        """Return of each of the others in a statement whether these words are where that one is meant."""
        spans = factoid.related_spans or (None,) * len(factoid.related)
        return [
            who == self.read_as.id and at is not None and at.overlaps(self.words)
            for who, at in zip(factoid.related, spans, strict=True)
        ]


def says_the_same(one: Factoid, other: Factoid) -> bool:
    """Say whether two statements claim the same in words that they share, whomever they claim it of."""
    return (
        one.type == other.type
        and one.span.overlaps(other.span)
        and all(getattr(one, slot) == getattr(other, slot) for slot in SLOTS)
    )
