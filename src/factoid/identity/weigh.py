"""Two personas weighed against each other: what speaks for one person, what against, and how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from factoid.identity.features import SURE, Evidence, contradict, evidence, name_evidence, total
from factoid.identity.profile import Bearer


@dataclass(frozen=True)
class Opinion:
    """What can be said of two personas of two sources: the smaller id is the left one."""

    left: Bearer
    right: Bearer
    names: tuple[Evidence, ...]
    company: tuple[Evidence, ...] = ()

    @cached_property
    def name_points(self) -> float:
        """What the names (and sexes) alone weigh."""
        return total(self.names)

    @cached_property
    def points(self) -> float:
        """What everything weighs together."""
        return self.name_points + total(self.company)

    @property
    def is_sure(self) -> bool:
        """Whether it is enough to hold the two for one person, if nobody else is as likely."""
        return self.points >= SURE

    @property
    def rank(self) -> tuple[float, str, str]:
        """Where it comes in the order of work: the surest first."""
        return -self.points, self.left.id, self.right.id

    @property
    def reason(self) -> str:
        """The opinion as one line for people."""
        both = (*self.names, *self.company)
        for_it = dict.fromkeys(item.reason for item in both if item.points > 0 and not _is_plain(item.reason))
        against = dict.fromkeys(item.reason for item in both if item.points < 0)
        said = "; ".join(for_it) or "the same name"
        if against:
            said += f"; although {' and '.join(against)}"
        return f"{self.left.called} = {self.right.called}: {said}"

    def supported(self, company: tuple[Evidence, ...]) -> Opinion:
        """Return the opinion with what shared people add to it."""
        return replace(self, company=company)


def _is_plain(reason: str) -> bool:
    """Whether the reason only says that two words are equal."""
    left, equals, right = reason.partition(" = ")
    return bool(equals) and left.casefold() == right.casefold()


def weigh(a: Bearer, b: Bearer) -> Opinion:
    """Return what the names and sexes of two personas say, whichever comes first."""
    left, right = sorted((a, b), key=lambda bearer: bearer.id)
    names = name_evidence(left.main, right.main)
    if not contradict(left.main, right.main):
        names = max([names, *_by_other_names(left, right)], key=total)
    return Opinion(left, right, (*names, *_of_sex(left, right)))


def _by_other_names(a: Bearer, b: Bearer) -> Iterator[tuple[Evidence, ...]]:
    for ours in (a.main, *a.others):
        for theirs in (b.main, *b.others):
            if (ours, theirs) != (a.main, b.main) and ours.is_full and theirs.is_full:
                other = ours if ours != a.main else theirs
                yield (
                    *name_evidence(ours, theirs),
                    evidence("another name", f"{other.text} is only another name there"),
                )


def _of_sex(a: Bearer, b: Bearer) -> Iterator[Evidence]:
    ours, theirs = a.found.persona.gender, b.found.persona.gender
    if ours and theirs and ours != theirs:
        yield evidence("sex", "one source speaks of a woman, the other of a man")
