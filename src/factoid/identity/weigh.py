"""Two personas weighed against each other: what speaks for one person, what against, and how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from factoid.identity.features import SURE, SURNAMES, Evidence, contradicted, evidence, name_evidence, total
from factoid.identity.life import life_evidence
from factoid.identity.profile import Bearer
from factoid.model import Traces


@dataclass(frozen=True, slots=True)
class Opinion:
    """What can be said of two personas of two sources: the smaller id is the left one.

    The points are held; the evidence behind them is looked for again when somebody asks for the words.
    """

    left: Bearer
    right: Bearer
    name_points: float  #: what the names (and sexes) alone weigh
    life_points: float  #: what dates, places, posts and kin weigh
    has_dates: bool  #: whether days of birth or death of both were compared
    has_surname: (
        bool  #: whether the surnames were weighed: they agree, at least in sound, or are known to differ
    )
    lives: tuple[Traces, Traces] | None = None  #: what was compared, if more than the two sources tell
    company: tuple[Evidence, ...] = ()
    points: float = 0.0  #: what everything weighs together

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the two personas."""
        return self.left.id, self.right.id

    @property
    def names(self) -> tuple[Evidence, ...]:
        """What the names and sexes say."""
        return _of_names(self.left, self.right)

    @property
    def life(self) -> tuple[Evidence, ...]:
        """What dates, places, posts and kin say."""
        return life_evidence(*(self.lives or (self.left.found.traces, self.right.found.traces)))

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
        points = round(total(life), 1)
        return replace(
            self,
            lives=(ours, theirs),
            life_points=points,
            has_dates=_has_dates(life),
            points=self.name_points + points + total(self.company),
        )

    def supported(self, company: tuple[Evidence, ...]) -> Opinion:
        """Return the opinion with what shared people add to it."""
        return replace(self, company=company, points=self.name_points + self.life_points + total(company))


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
    names = _of_names(left, right)
    life = life_evidence(left.found.traces, right.found.traces)
    has_surname = any(item.feature in SURNAMES or item.feature == "another surname" for item in names)
    return opinion_of(
        left,
        right,
        (round(total(names), 1), round(total(life), 1)),
        has_dates=_has_dates(life),
        has_surname=has_surname,
    )


def opinion_of(
    left: Bearer, right: Bearer, points: tuple[float, float], *, has_dates: bool, has_surname: bool
) -> Opinion:
    """Return the opinion on two personas whose names and lives weigh so much."""
    return Opinion(left, right, *points, has_dates, has_surname, points=sum(points))


def _has_dates(life: tuple[Evidence, ...]) -> bool:
    return any(item.feature.startswith(("birth", "death")) for item in life)


def _of_names(left: Bearer, right: Bearer) -> tuple[Evidence, ...]:
    names = name_evidence(left.main, right.main)
    if (left.others or right.others) and not contradicted(left.main, right.main):
        names = max([names, *_by_other_names(left, right)], key=total)
    return (*names, *_of_sex(left, right))


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
