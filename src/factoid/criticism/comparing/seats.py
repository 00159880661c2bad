"""A body and the town that stands in its name: *the Odessa Cheka*, *the Cheka of Tiraspol*."""

from __future__ import annotations

import re
from functools import lru_cache

from factoid.criticism.comparing.lands import best_of, is_wide

_TOWN = r"((?:[A-Z][\w’'-]+ )?[A-Z][\w’'-]+)"
_BEHIND = re.compile(rf"^(.+?),? (?:of|in|at) (?:the (?:city|town) of )?{_TOWN}$")
_BEFORE = re.compile(rf"^(?:the )?{_TOWN} (.+)$")
_ONE_BEFORE = re.compile(r"^(?:the )?([A-Z][\w’'-]+) (.+)$")


def seat_of(body: str) -> str | None:
    """Return the town in the name of a body, if there is one."""
    return _parted(body)[0]


def without_seat(body: str) -> str:
    """Return the name of a body without the town."""
    return _parted(body)[1]


_RUSSIAN = re.compile(r"^([А-ЯЁ][а-яё]+)(?:ск|цк)(?:ий|ая|ое|ую|ой|ого|ом|ому) (.+)$")
_NOMINATIVES = ("", "ск", "а", "са", "ь", "ва", "цк")  #: Киев, Томск, Одес-са, …


def _town_of(stem: str) -> str | None:
    """Return the town that a Russian adjective is made of: *Одесская*."""
    return next((town for end in _NOMINATIVES if is_town(town := stem + end)), None)


@lru_cache(maxsize=65536)
def _parted(body: str) -> tuple[str | None, str]:
    russian = _RUSSIAN.match(body)
    if russian and (seat := _town_of(russian.group(1))):
        return seat, russian.group(2)
    for pattern, town in ((_BEHIND, 2), (_BEFORE, 1), (_ONE_BEFORE, 1)):
        found = pattern.match(body)
        if found and is_town(found.group(town)):
            return found.group(town), found.group(3 - town)
    return None, body


@lru_cache(maxsize=65536)
def is_town(name: str) -> bool:
    """Say whether a name is that of a place which is no country or region."""
    best = best_of(name)
    return best is not None and not is_wide(best.kind)
