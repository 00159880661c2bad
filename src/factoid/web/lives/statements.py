"""A statement in words, from the patterns of the catalogue: what it says without its person and its date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from factoid.model import SLOTS, DossierLine
from factoid.resources.catalogue import Catalogue

_OPTIONAL = re.compile(r"\[([^\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_EDGES = " ,:;·"
LONGEST_FIELD = 240  #: characters of one field; the whole of it is on the page of the statement


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a statement: of the pattern (no slot), of the source, or the name of another person."""

    words: str
    slot: str = ""
    person: str = ""  #: id of the person named


def statement_pieces(line: DossierLine, words: Catalogue) -> tuple[Piece, ...]:
    """Return what a line says, in pieces; every filled slot of the factoid is in it."""
    pieces: list[Piece] = []
    said: set[str] = set()
    for part, slots in _parts(words.entry("statements").get(line.factoid.type, "")):
        if any(_is_news(line, slot, said) for slot in slots):
            pieces += _filled(part, line, words)
        said.update(slots)
    for slot in (*SLOTS, "related"):
        if slot not in said and _is_news(line, slot, said):
            pieces += [Piece(", "), *_slot(line, slot, words)]
    pieces += [Piece(", "), Piece(words.say("protection.somebody"))] * line.protected
    return _trimmed(pieces)


def in_words(kind: str, slot: str, value: str, words: Catalogue) -> str:
    """Return what a slot holds; what the readers write for it (*wife*) in the language of the page."""
    return words.label(f"codes.{kind}.{slot}", value) if value.isalpha() else value


def shortened(words: str, longest: int = LONGEST_FIELD) -> str:
    """Return the words, cut at a word where they are longer than a line of a page can bear."""
    if len(words) <= longest:
        return words
    return (words[:longest].rsplit(maxsplit=1)[0] if " " in words[:longest] else words[:longest]) + " …"


@cache
def _parts(pattern: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Cut a pattern into its optional parts: for each, words and slots by turns, and the slots alone."""
    parts = [(tuple(_SLOT.split(part)), tuple(_SLOT.findall(part))) for part in _OPTIONAL.split(pattern)]
    return tuple((cut, slots) for cut, slots in parts if slots)


def _filled(part: tuple[str, ...], line: DossierLine, words: Catalogue) -> list[Piece]:
    pieces: list[Piece] = []
    for index, name in enumerate(part):
        pieces += _slot(line, name, words) if index % 2 else [Piece(name)] if name else []
    return pieces


def _slot(line: DossierLine, slot: str, words: Catalogue) -> list[Piece]:
    if slot != "related":
        held = in_words(line.factoid.type, slot, getattr(line.factoid, slot) or "", words)
        return _linked(shortened(held), slot, line)
    pieces: list[Piece] = []
    for person, name in _unnamed(line):
        pieces += [Piece(", ")] if pieces else []
        pieces.append(Piece(shortened(name), "related", person))
    return pieces


def _linked(words: str, slot: str, line: DossierLine) -> list[Piece]:
    """Return the words of a slot; the other people whom they name are links."""
    persons = {name: person for person, name in line.related}
    named = _names_pattern(tuple(persons))
    if named is None:
        return [Piece(words, slot)]
    return [Piece(part, slot, persons.get(part, "")) for part in named.split(words) if part]


def _unnamed(line: DossierLine) -> list[tuple[str, str]]:
    """Return the other people whom no slot names already."""
    named = _names_pattern(tuple(name for _, name in line.related))
    if named is None:
        return list(line.related)
    said = {name for slot in SLOTS for name in named.findall(shortened(getattr(line.factoid, slot) or ""))}
    return [(person, name) for person, name in line.related if name not in said]


@lru_cache(maxsize=512)
def _names_pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern for whole names, the longer first; None where there are none."""
    whole = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    return re.compile(rf"(?<!\w)({whole})(?!\w)") if whole else None


def _is_news(line: DossierLine, slot: str, said: set[str]) -> bool:
    """Say whether a slot holds something that no earlier one holds: *head of the NKVD* holds *NKVD*."""
    if slot == "related":
        return bool(line.related) and bool(_unnamed(line))
    value = getattr(line.factoid, slot, None)
    earlier = (getattr(line.factoid, name) or "" for name in SLOTS if name in said)
    return bool(value) and not any(str(value) in words for words in earlier)


def _trimmed(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Drop the punctuation that a pattern leaves at the start when its first slots are empty."""
    if pieces and not pieces[0].slot:
        first = Piece(pieces[0].words.lstrip(_EDGES))
        pieces = [first, *pieces[1:]] if first.words else pieces[1:]
    return tuple(pieces)
