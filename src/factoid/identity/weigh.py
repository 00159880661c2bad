"""Two personas weighed against each other: what speaks for one person, what against, and how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from factoid.identity.features import SURE, SURNAMES, Evidence, contradict, evidence, name_evidence, total
from factoid.identity.life import life_evidence
from factoid.identity.profile import Bearer
from factoid.model import Traces


@dataclass(frozen=True, slots=True)
class Opinion:
    """What can be said of two personas of two sources: the smaller id is the left one."""

    left: Bearer
    right: Bearer
    names: tuple[Evidence, ...]
    name_points: float  #: what the names (and sexes) alone weigh
    life: tuple[Evidence, ...] = ()  #: dates, places, posts, kin
    company: tuple[Evidence, ...] = ()
    points: float = 0.0  #: what everything weighs together

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the two personas."""
        return self.left.id, self.right.id

    @property
    def has_dates(self) -> bool:
        """Whether days of birth or death of both were compared."""
        return any(item.feature.startswith(("birth", "death")) for item in self.life)

    @property
    def has_surname(self) -> bool:
        """Whether the surnames were weighed: they agree, at least in sound, or are known to differ."""
        return any(item.feature in SURNAMES or item.feature == "another surname" for item in self.names)

    @property
    def is_sure(self) -> bool:
        """Whether it is enough to hold the two for one person, if nobody else is as likely."""
        return self.points >= SURE

    @property
    def rank(self) -> tuple[float, str, str]:
        """Where it comes in the order of work: the surest first."""
        return -self.points, self.left.id, self.right.id

    @property
    def speaks_for(self) -> tuple[str, ...]:
        """What speaks for one person, each as a line for people."""
        said = dict.fromkeys(item.reason for item in self.names if item.points > 0)
        told = [reason for reason in said if not _is_plain(reason)]
        if said and not told:
            told = [f"both have {_listed(reason.partition(' = ')[0] for reason in said)}"]
        told += [item.reason for item in self.life if item.points > 0 and item.feature != "kin"]
        if kin := [item.reason for item in self.life if item.feature == "kin"]:
            told.append(f"both have {_listed(kin)}")
        if self.company:
            told.append(f"both sources name {_listed(item.reason for item in self.company)} near by")
        return tuple(told)

    @property
    def speaks_against(self) -> tuple[str, ...]:
        """What speaks against one person."""
        return tuple(dict.fromkeys(item.reason for item in (*self.names, *self.life) if item.points < 0))

    @property
    def reason(self) -> str:
        """The opinion as one line for people."""
        although = f"; although {_listed(self.speaks_against)}" if self.speaks_against else ""
        return f"{self.left.called} = {self.right.called}: {'; '.join(self.speaks_for)}{although}"

    def in_lives(self, ours: Traces, theirs: Traces) -> Opinion:
        """Return the opinion with what is known of both persons by now in place of what two sources tell."""
        life = life_evidence(ours, theirs)
        return replace(self, life=life, points=self.name_points + total(life) + total(self.company))

    def supported(self, company: tuple[Evidence, ...]) -> Opinion:
        """Return the opinion with what shared people add to it."""
        return replace(self, company=company, points=self.name_points + total(self.life) + total(company))


def _listed(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _is_plain(reason: str) -> bool:
    """Whether the reason only says that two words are equal."""
    left, equals, right = reason.partition(" = ")
    return bool(equals) and left.casefold() == right.casefold()


def weigh(a: Bearer, b: Bearer) -> Opinion:
    """Return what the names, sexes and lives of two personas say, whichever comes first."""
    left, right = sorted((a, b), key=lambda bearer: bearer.id)
    names = name_evidence(left.main, right.main)
    if not contradict(left.main, right.main):
        names = max([names, *_by_other_names(left, right)], key=total)
    names = (*names, *_of_sex(left, right))
    life = life_evidence(left.found.traces, right.found.traces)
    return Opinion(left, right, names, total(names), life, points=total(names) + total(life))


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
