"""What one source says of a person again and again: told once, with the places where it is said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factoid.model import SLOTS, DossierLine, Factoid
from factoid.resources import load

_WORDS = re.compile(r"\w+")
_NO_MORE = frozenset({"held", "member"})  #: values that say only that it was so
_EXACT = {"rank": "value"}  #: a colonel is no lieutenant colonel said again; nor is any role another


@dataclass(frozen=True, slots=True)
class Telling:
    """A line of a dossier, and the lines of the same source that say no more than it."""

    line: DossierLine
    again: tuple[DossierLine, ...] = ()


def told_once(lines: Iterable[DossierLine]) -> list[Telling]:
    """Return the lines in their order, without those that say no more than another: *the Chekist*, five times over.

    Only what lasts or happens once to a person (``lasting``, ``functional`` in the statement types) is the same in the
    same words, and told by less of them: *his death* beside *he died in Rome*. Lines with dates of their own in the
    source's words stand for themselves, and so do those on which a person decided.
    """
    told = list(lines)
    alike: dict[tuple[object, ...], list[DossierLine]] = {}
    for line in told:
        if line.verdict is None and _is_one_thing(line.factoid.type):
            alike.setdefault(_said(line), []).append(line)
    again: dict[str, list[DossierLine]] = defaultdict(list)
    kept: dict[tuple[object, ...], list[DossierLine]] = defaultdict(list)
    for group in alike.values():
        dated = [line for line in group if _is_dated(line)]
        stay = dated or [line for line in group if line.factoid.when][:1] or group[:1]
        again[stay[0].factoid.id] += [line for line in group if line not in stay]
        kept[_kind(stay[0])] += stay
    for group in kept.values():
        _fold(group, again)
    left_out = {line.factoid.id for repeats in again.values() for line in repeats}
    return [
        Telling(line, tuple(sorted(again.get(line.factoid.id, ()), key=lambda repeat: repeat.factoid.span)))
        for line in told
        if line.factoid.id not in left_out
    ]


def _fold(group: Sequence[DossierLine], again: dict[str, list[DossierLine]]) -> None:
    """Put each undated line of one kind, with what it says again, under the fullest line that says it all."""
    by_word: dict[str, list[DossierLine]] = defaultdict(list)
    size = {line.factoid.id: len(_all_words(line)) for line in group}
    fullest = sorted(group, key=lambda line: -size[line.factoid.id])
    for line in fullest:
        for word in _all_words(line):
            by_word[word].append(line)
    for line in reversed(fullest):
        if _is_dated(line):
            continue
        fuller = min((by_word[word] for word in _all_words(line)), key=len, default=fullest)
        for other in fuller:
            if size[other.factoid.id] > size[line.factoid.id] and _says_all_of(other, line):
                again[other.factoid.id] += [line, *again.pop(line.factoid.id, ())]
                break


def _says_all_of(fuller: DossierLine, line: DossierLine) -> bool:
    """Say whether each field of a line is told by the other as well."""
    one, other = fuller.factoid, line.factoid
    if not {person for person, _ in line.related} <= {person for person, _ in fuller.related}:
        return False
    for slot in SLOTS:
        told, more = _words(other, slot), _words(one, slot)
        if told <= _NO_MORE or told == more:
            continue
        if slot in ("role", _EXACT.get(other.type)) or not told <= more:
            return False
    return True


def _is_one_thing(kind: str) -> bool:
    traits = load("statement_types")["types"].get(kind, {})
    return bool(traits.get("lasting") or traits.get("functional"))


def _kind(line: DossierLine) -> tuple[object, ...]:
    return line.source, line.factoid.type, line.factoid.certainty, line.factoid.said_by


def _said(line: DossierLine) -> tuple[object, ...]:
    """Return what a line says but for its date."""
    words = [" ".join((getattr(line.factoid, slot) or "").split()).casefold() for slot in SLOTS]
    return (*_kind(line), *words, *sorted(person for person, _ in line.related))


def _words(factoid: Factoid, slot: str) -> set[str]:
    return set(_WORDS.findall((getattr(factoid, slot) or "").casefold()))


def _all_words(line: DossierLine) -> set[str]:
    """Return the words of all fields, and the other persons, without what says nothing."""
    words = {word for slot in SLOTS for word in _words(line.factoid, slot)}
    return (words - _NO_MORE) | {person for person, _ in line.related}


def _is_dated(line: DossierLine) -> bool:
    return line.factoid.when is not None and "date" not in line.factoid.inference
