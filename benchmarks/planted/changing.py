"""Changes made to a copied factoid: those that contradict the original, and those that do not."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from anyascii import anyascii

from factoid.model import Certainty, ConflictKind
from factoid.places import resolve_places
from planted.copies import Annotated, Copied, when_of

Change = Callable[[Copied, random.Random, "Pool"], Copied | None]

_DAY, _MONTH, _YEAR = (re.compile(p) for p in (r"^\d{4}-\d\d-\d\d$", r"^\d{4}-(0\d|1[0-2])$", r"^\d{4}$"))
_NEVER_TWICE = {"birth", "death", "burial", "arrest", "sentence", "release", "membership", "award", "work"}
_DATED = _NEVER_TWICE | {"travel", "event", "action", "meeting"}
_PLACED = {"birth", "death", "burial", "arrest", "travel", "meeting", "event", "action"}
_NAMED = {"kinship", "meeting", "action"}
_CAUSES = (
    "drowned",
    "of typhus",
    "shot",
    "of consumption",
    "in childbirth",
    "of old age",
    "hanged",
    "in a plane crash",
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@dataclass(frozen=True)
class Pool:
    """Values to put in the place of others."""

    places: tuple[str, ...]
    names: tuple[str, ...]
    roles: tuple[str, ...]

    @classmethod
    def of(cls, sources: Sequence[Annotated]) -> Pool:
        """Return the values that the sources have."""
        factoids = [f for source in sources for f in source.factoids]
        names = {n for s in sources for n in s.persons.values() if re.fullmatch(r"[A-Z]\w+ [A-Z]\w+", n)}
        named = sorted({f.place for f in factoids if f.place and re.fullmatch(r"[A-Z][a-z]{3,}", f.place)})
        places = {place for place in named if _is_town(place)}  # what may lie anywhere contradicts nothing
        roles = {f.role for f in factoids if f.type == "office" and f.role and _is_post(f.role)}
        return cls(
            tuple(sorted(places | {"Lisbon", "Bergen", "Samara"})),
            tuple(sorted(names | {"Pierre Dupont", "Ahmed Rashid", "Sofia Bianchi"})),
            tuple(sorted(roles | {"inspector", "librarian", "cashier"})),
        )


def _is_town(place: str) -> bool:
    best = resolve_places([place])[place].best
    return best is not None and best.kind in ("city", "town", "village")


def _is_post(role: str | None) -> bool:
    return role is not None and role.isalpha() and not role.endswith("ed")


def another_date(told: Copied, chance: random.Random, _: Pool) -> Copied | None:
    """Move a date by more than it is vague."""
    date = told.factoid.date
    if (
        told.factoid.type not in _DATED
        or not date
        or not is_recognisable(told, "")
        or not _is_told(date, told)
    ):
        return None
    year, rest = int(date[:4]) if date[:4].isdigit() else 0, date[4:]
    if _YEAR.match(date):
        new = f"{year + chance.choice((-3, -2, -1, 1, 2, 3)):04}"
    elif _MONTH.match(date):
        new = f"{year:04}-{(int(date[5:]) - 1 + chance.choice((2, 4, 7))) % 12 + 1:02}"
    elif _DAY.match(date):
        new = f"{year:04}{rest[:4]}{(int(date[8:]) - 1 + chance.choice((4, 7, 9))) % 28 + 1:02}"
    else:
        return None
    return _said(told, "date", date, new, when=when_of(new)) if new != date else None


def _is_told(date: str, told: Copied) -> bool:
    """Say whether the quote tells the date, or a part of it, rather than what stands before."""
    month = _MONTHS[int(date[5:7]) - 1] if _MONTH.match(date[:7]) else date[:4]
    return date[:4] in told.factoid.quote or month in told.factoid.quote


def another_place(told: Copied, chance: random.Random, pool: Pool) -> Copied | None:
    """Put another place."""
    place = told.factoid.place
    if told.factoid.type not in _PLACED or not place or not place[:1].isupper() or "," in place:
        return None
    if not is_recognisable(told, place):
        return None
    new = chance.choice([p for p in pool.places if p[:3] != place[:3] and p not in told.factoid.quote])
    return _said(told, "place", place, new, place=new)


def another_name(told: Copied, chance: random.Random, pool: Pool) -> Copied | None:
    """Put another person."""
    factoid = told.factoid
    if (
        factoid.type not in _NAMED
        or len(told.names) != 1
        or not re.fullmatch(r"[A-Z]\w+( [A-Z]\w+)+", told.names[0])
    ):
        return None
    if factoid.type == "kinship" and factoid.role not in ("father", "mother", "wife", "husband"):
        return None
    if not is_recognisable(told, told.names[0]):
        return None
    taken = set(told.names[0].split())
    new = chance.choice([n for n in pool.names if not set(n.split()) & taken])
    return replace(_said(told, "name", told.names[0], new), names=(new,))


def another_role(told: Copied, chance: random.Random, pool: Pool) -> Copied | None:
    """Put another post."""
    role = told.factoid.role
    if (
        told.factoid.type != "office"
        or not role
        or role.split()[0].endswith("ed")
        or not (told.factoid.when or told.factoid.organisation)
    ):
        return None
    if not is_recognisable(told, role) or role.startswith("deputy"):
        return None
    new = (
        f"deputy {role}" if chance.random() < 0.5 else chance.choice([r for r in pool.roles if r not in role])
    )
    return _said(told, "role", role, new, role=new)


def another_cause(told: Copied, chance: random.Random, _: Pool) -> Copied | None:
    """Put a cause of death that excludes the one that is told."""
    if told.factoid.type != "death" or told.factoid.value not in _EXCLUDED:
        return None
    value = told.factoid.value
    new = chance.choice([cause for cause in _CAUSES if cause.split()[-1] not in _EXCLUDED[value]])
    return _said(told, "cause", value, new, value=new)


_EXCLUDED = {
    "shot": ("shot", "crash"),
    "typhus": ("typhus",),
    "drowned": ("drowned",),
    "illness": ("typhus", "consumption", "age", "childbirth"),
    "hanged": ("hanged",), "cancer": ("age",), "poisoned": (), "heart attack": ("age",),
    "pneumonia": ("age", "childbirth"),
    "killed in action": ("shot", "crash"), "in giving birth": ("childbirth",), "consumption": ("consumption", "age"),
}  # fmt: skip


def coarser_date(told: Copied, chance: random.Random, _: Pool) -> Copied | None:
    """Leave out the day, or the day and the month."""
    date = told.factoid.date
    if not date or not (_DAY.match(date) or _MONTH.match(date)):
        return None
    new = date[:4] if _MONTH.match(date) or chance.random() < 0.5 else date[:7]
    expected = ConflictKind.MORE_PRECISE if told.factoid.type in _NEVER_TWICE else None
    return replace(_said(told, "coarser", date, new, when=when_of(new)), is_conflict=False, expected=expected)


def coarser_place(told: Copied, chance: random.Random, _: Pool) -> Copied | None:
    """Leave out what a place lies in."""
    place = told.factoid.place
    if not place or "," not in place:
        return None
    new = place.split(",")[-1].strip() if chance.random() < 0.5 else place.split(",")[0].strip()
    return replace(_said(told, "coarser place", place, new, place=new), is_conflict=False)


def other_spelling(told: Copied, chance: random.Random, _: Pool) -> Copied | None:
    """Spell a name as another language would."""
    if len(told.names) != 1 or not re.fullmatch(r"[A-Z]\w+( [A-Z]\w+)+", told.names[0]):
        return None
    name = told.names[0]
    new = anyascii(name)
    for before, after in chance.sample(_SPELLINGS, len(_SPELLINGS)):
        new = new.replace(before, after, 1)
    if new == name:
        return None
    expected = ConflictKind.VARIANT if told.factoid.role in ("father", "mother") else None
    changed = _said(told, "spelling", name, new)
    return replace(changed, is_conflict=False, expected=expected, names=(new,))


_SPELLINGS = (
    ("kh", "ch"),
    ("ov", "off"),
    ("sky", "ski"),
    ("ch", "tch"),
    ("ya", "ia"),
    ("yu", "iu"),
    ("v", "w"),
    ("ei", "ej"),
)


def is_recognisable(told: Copied, without: str) -> bool:
    """Say whether what is to be changed is told in the quote, and the rest still tells which statement it is.

    *chaplain Honorius* does not.
    """
    if without not in told.factoid.quote or told.factoid.certainty is Certainty.DENIED:
        return False
    if told.factoid.type in _ONCE and told.factoid.role in (None, "father", "mother"):
        return True
    words = {word for word in re.findall(r"[^\W\d_]{4,}", told.factoid.quote) if word not in without}
    return len(words - set(_MONTHS)) >= _TELLING


_ONCE = {"birth", "death", "kinship"}
_TELLING = 4


def retold(told: Copied, chance: random.Random) -> Copied:
    """Say it in somewhat other words."""
    words = [w for w in told.factoid.quote.split() if w.lower() not in _DROPPED or chance.random() < 0.5]
    words = [_SYNONYMS.get(word.lower(), word) if chance.random() < 0.7 else word for word in words]
    quote = " ".join(words)
    if chance.random() < 0.3:
        quote = f"It is known that {quote}"
    return replace(told, factoid=replace(told.factoid, quote=quote))


_DROPPED = {"the", "a", "an", "very", "also", "then", "his", "her", "there", "soon", "already"}
_SYNONYMS = {
    "appointed": "named", "killed": "slain", "died": "passed away", "went": "travelled", "married": "wed",
    "arrested": "seized", "returned": "came back", "moved": "relocated", "received": "was given", "wrote": "penned",
    "met": "encountered", "studied": "learnt", "became": "was made", "fled": "escaped", "great": "large",
    "began": "started", "left": "departed", "commander": "head", "born": "born", "house": "home",
}  # fmt: skip


def _said(told: Copied, change: str, before: str, new: str, **fields: object) -> Copied:
    """Return the copy with the fields and, where they stand in the quote, the words changed."""
    quote = told.factoid.quote
    quote = _redated(quote, before, new) if change in ("date", "coarser") else quote.replace(before, new)
    factoid = replace(told.factoid, quote=quote, **fields)  # type: ignore[arg-type]
    return replace(told, factoid=factoid, change=change, before=before, is_conflict=True)


def _redated(quote: str, before: str, new: str) -> str:
    quote = quote.replace(before[:4], new[:4])
    if len(before) > 5:
        month = _MONTHS[int(before[5:7]) - 1]
        quote = quote.replace(month, _MONTHS[int(new[5:7]) - 1] if len(new) > 5 else "")
    if len(before) > 8:
        quote = re.sub(rf"\b{int(before[8:])}\b", str(int(new[8:])) if len(new) > 8 else "", quote, count=1)
    return quote


CHANGES: tuple[Change, ...] = (another_date, another_place, another_name, another_role, another_cause)
SOFTENINGS: tuple[Change, ...] = (coarser_date, coarser_place, other_spelling)
