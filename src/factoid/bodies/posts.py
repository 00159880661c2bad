"""Posts and callings made comparable: *deputy head of the NKVD* and *vice-chief of the UNKVD*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from factoid.bodies.compare import compare_bodies
from factoid.bodies.words import alike, covered, words_of
from factoid.resources import load

_WORD = re.compile(r"[^\s,;()\-‐‑–—]+")
_TO_A_BODY = frozenset(["of", "in", "at", "for", "to", "on", "over", "under", "with", "from", "within"])
_ARTICLES = frozenset(["the", "a", "an", "his", "her", "its", "their", "our", "my", "your"])
#: A grade that leaves the post what it is: an acting head is a head, a deputy head is none.
_STILL_THE_POST = frozenset(["acting", "senior", "junior", "honorary", "associate"])
_OPPOSED = (frozenset(["senior", "junior"]),)


@dataclass(frozen=True, slots=True)
class PostRelation:
    """What the first of two posts is to the second, and why.

    ``kind``: ``same``; ``equivalent`` (other words for it); ``more precise`` or ``less precise`` (no contradiction,
    the first says more, or less, than the second); ``different``; ``unknown``.
    """

    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Post:
    """What the words for a post tell."""

    words: tuple[str, ...]
    grades: frozenset[str]  #: deputy, acting, senior …
    name: str  #: the post, or the words for it; empty for a bare *deputy*
    is_known: bool
    body: str  #: the body or place it is held in, as it is written; may be empty


@lru_cache(maxsize=16384)
def read_post(text: str) -> Post:
    """Return what the words for a post tell."""
    table = _tables()
    words = _WORD.findall(text)
    keys = [_key(word) for word in words]
    at, grades = _skip_grades(keys)
    start, end, name = _find_post(keys, at)
    if name is None:
        end = next((i for i in range(at, len(keys)) if keys[i] in _TO_A_BODY), len(keys))
        start, said = at, " ".join(key for key in keys[at:end] if key not in _ARTICLES)
    else:
        said = name
    between, after = _without_links(words[at:start]), _without_links(words[end:])
    body = " ".join(after or between)
    prefix = table.bodies.get(" ".join(keys[start:end]))
    if prefix and body:
        body = f"{prefix} of {body}"
    elif after and between and name is not None:
        body = f"{' '.join(between)} of {body}"
    return Post(words_of(text), grades, said, name is not None, body)


@lru_cache(maxsize=16384)
def compare_posts(a: str, b: str) -> PostRelation:
    """Return what post ``a`` is to post ``b``.

    >>> compare_posts("deputy head", "vice-chief").kind
    'equivalent'
    >>> compare_posts("head of the Kharkov GPU", "head of the GPU").kind
    'more precise'
    >>> compare_posts("head", "deputy head").kind
    'different'
    """
    left, right = read_post(a), read_post(b)
    if left.words == right.words:
        return PostRelation("same", "the same words")
    told = (_by_name(left, right), _by_grade(left, right), _by_body(left.body, right.body))
    reason = "; ".join(why for _, why in told if why)
    kinds = {kind for kind, _ in told}
    for kind in ("different", "unknown"):
        if kind in kinds:
            return PostRelation(kind, reason)
    if {"more precise", "less precise"} <= kinds:
        return PostRelation("unknown", "each says something that the other does not")
    kinds.discard("equivalent")
    return PostRelation(kinds.pop() if kinds else "equivalent", reason or "other words for the same post")


@dataclass(frozen=True, slots=True)
class _Tables:
    grades: Mapping[tuple[str, ...], str]
    times: frozenset[tuple[str, ...]]
    posts: Mapping[tuple[str, ...], str]
    kinds_of: Mapping[str, frozenset[str]]
    bodies: Mapping[str, str]


@cache
def _tables() -> _Tables:
    data = load("posts")
    return _Tables(
        {_keys(form): grade for grade, forms in data["grades"].items() for form in forms},
        frozenset(_keys(form) for form in data["times"]),
        {_keys(form): post for post, forms in data["posts"].items() for form in forms},
        {wide: frozenset(narrow) for wide, narrow in data["kinds_of"].items()},
        {" ".join(_keys(form)): body for form, body in data["bodies"].items()},
    )


def _keys(form: str) -> tuple[str, ...]:
    return tuple(_key(word) for word in _WORD.findall(form))


def _key(word: str) -> str:
    low = word.casefold()
    if low in _TO_A_BODY or low in _ARTICLES:
        return low
    return "".join(words_of(word)) or low.strip(".")


def _skip_grades(keys: Sequence[str]) -> tuple[int, frozenset[str]]:
    """Return where the post's own words begin, and the grades before them."""
    table, at = _tables(), 0
    grades: set[str] = set()
    while at < len(keys):
        if keys[at] in _ARTICLES or (grades and keys[at] in ("of", "to") and _post_at(keys, at + 1)):
            at += 1
            continue
        known = _longest(table.posts, keys, at)
        grade = _longest(table.grades, keys, at)
        time = next((n for n in (2, 1) if tuple(keys[at : at + n]) in table.times and at + n < len(keys)), 0)
        if grade and grade >= known:
            grades.add(table.grades[tuple(keys[at : at + grade])])
            at += grade
        elif time and not known:
            at += time
        else:
            break
    return at, frozenset(grades)


def _post_at(keys: Sequence[str], at: int) -> bool:
    while at < len(keys) and keys[at] in _ARTICLES:
        at += 1
    return bool(_longest(_tables().posts, keys, at))


def _longest(phrases: Iterable[tuple[str, ...]], keys: Sequence[str], at: int) -> int:
    """Return how many words the longest phrase of the table has that begins here; 0 for none."""
    return next(
        (n for n in (6, 5, 4, 3, 2, 1) if at + n <= len(keys) and tuple(keys[at : at + n]) in phrases), 0
    )


def _find_post(keys: Sequence[str], at: int) -> tuple[int, int, str | None]:
    """Return where a known post stands: first of all, or last before a preposition (*NKVD chief of …*)."""
    posts = _tables().posts
    for start in range(at, len(keys)):
        if start > at and keys[start] in _TO_A_BODY:
            break
        length = _longest(posts, keys, start)
        end = start + length
        if length and (start == at or end == len(keys) or keys[end] in _TO_A_BODY):
            return start, end, posts[tuple(keys[start:end])]
    return at, at, None


def _without_links(words: Sequence[str]) -> list[str]:
    kept = list(words)
    while kept and (kept[0].casefold() in _TO_A_BODY or kept[0].casefold() in _ARTICLES):
        kept.pop(0)
    return kept


def _by_name(left: Post, right: Post) -> tuple[str, str]:
    if left.name == right.name:
        return "equivalent", ""
    if not left.name or not right.name:
        return ("more precise" if left.name else "less precise"), "one does not say whose deputy or assistant"
    wider = _tables().kinds_of
    if right.name in wider.get(left.name, ()):
        return "less precise", f"{left.name} is the wider word"
    if left.name in wider.get(right.name, ()):
        return "more precise", f"{right.name} is the wider word"
    if left.is_known and right.is_known:
        return "different", f"{left.name} is not {right.name}"
    mine, theirs = left.name.split(), right.name.split()
    if all(map(alike, mine, theirs)) and len(mine) == len(theirs):
        return "equivalent", ""
    if covered(mine, theirs) or covered(theirs, mine):
        return ("less precise" if covered(mine, theirs) else "more precise"), "one has more words"
    return "unknown", "the words are not in the table"


def _by_grade(left: Post, right: Post) -> tuple[str, str]:
    these, those = left.grades, right.grades
    if these == those:
        return "equivalent", ""
    if {"deputy", "first deputy"} == these ^ those:
        return ("more precise" if "first deputy" in these else "less precise"), "one says first deputy"
    if these ^ those in _OPPOSED:
        return "different", "senior is not junior"
    if these ^ those == {"deputy", "assistant"}:
        return "unknown", "an assistant may be a deputy"
    if (these ^ those) <= _STILL_THE_POST and (these <= those or those <= these):
        return (
            "more precise" if these > those else "less precise"
        ), f"one says {'/'.join(sorted(these ^ those))}"
    return "different", f"one is {'/'.join(sorted(these ^ those))}, the other is not"


def _by_body(a: str, b: str) -> tuple[str, str]:
    if not a or not b:
        kind = "equivalent" if a == b else "more precise" if a else "less precise"
        return kind, "" if a == b else "one does not say where"
    relation = compare_bodies(a, b)
    if relation.kind in ("same", "successor", "predecessor"):
        return "equivalent", "" if relation.kind == "same" else relation.reason
    named = {"part": "more precise", "whole": "less precise"}
    return named.get(relation.kind, relation.kind), relation.reason
