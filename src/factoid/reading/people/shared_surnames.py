"""Given names that share the surname of the next: *born to William and Lydia Mitchell*, *Arvid and Ellen Skarp*."""

from __future__ import annotations

from collections.abc import Sequence

from factoid.names import fold, is_given_name
from factoid.reading.lexicons import around_names
from factoid.reading.people.figures import Mark
from factoid.reading.people.fitting import name_of

_LIST = 4  #: given names at most that share a surname


def names_shared(marks: Sequence[Mark], names: Sequence[str]) -> dict[int, str]:
    """Return for the given names that stand before *and* and a whole name, by where they stand, their whole names.

    Nobody else in the text may be named in full by that given name.
    """
    found: dict[int, str] = {}
    known = {fold(words[0]) for name in names if len(words := name_of(name).bare.split()) > 1}
    for at, name in enumerate(names):
        whole = name_of(name)
        if len(whole.given) != 1 or not whole.surname or whole.titles:
            continue
        for before in _listed_before(marks, at):
            given = before.words.text
            is_given = is_given_name(given) or given in around_names("abbreviated_given_names")
            if is_given and fold(given) not in known and not _is_surname(given, names):
                found[before.at] = f"{given} {whole.surname}"
    return found


def _listed_before(marks: Sequence[Mark], at: int) -> list[Mark]:
    """Return the marks of one word that lead up to a name by *and*, and by commas before that."""
    found: list[Mark] = []
    joints: tuple[str, ...] = ("and", "&")
    for before in reversed(marks[max(0, at - _LIST) : at]):
        following = found[-1] if found else marks[at]
        doc = following.words.doc
        is_beside = before.words.doc is doc and before.words.end == following.words.start - 1
        if not is_beside or len(before.words) > 1 or doc[before.words.end].lower_ not in joints:
            break
        found.append(before)
        joints = (",",)
    return found


def _is_surname(word: str, names: Sequence[str]) -> bool:
    """Whether somebody of the text bears the word as a surname."""
    return any(fold(name_of(name).surname) == fold(word) for name in names if name_of(name).surname)
