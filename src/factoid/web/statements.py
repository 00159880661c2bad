"""A statement in words, from the patterns of the catalogue: what it says without its person and its date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from factoid.model import SLOTS, DossierLine, Factoid
from factoid.web.wording import Catalogue

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
    pattern = words.entry("statements").get(line.factoid.type, "")
    pieces: list[Piece] = []
    said: set[str] = set()
    for part, slots in _parts(pattern):
        said.update(slots)
        if any(_is_filled(line, slot) and not _is_said(line.factoid, slot, pieces) for slot in slots):
            pieces += _filled(part, line)
    for slot in (*SLOTS, "related"):
        if slot not in said and _is_filled(line, slot):
            pieces += [Piece(", "), *_slot(line, slot)]
    return _trimmed(pieces)


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


def _filled(part: tuple[str, ...], line: DossierLine) -> list[Piece]:
    pieces: list[Piece] = []
    for index, words in enumerate(part):
        pieces += _slot(line, words) if index % 2 else [Piece(words)] if words else []
    return pieces


def _slot(line: DossierLine, slot: str) -> list[Piece]:
    if slot != "related":
        return [Piece(shortened(getattr(line.factoid, slot) or ""), slot)]
    pieces: list[Piece] = []
    for person, name in line.related:
        pieces += [Piece(", ")] if pieces else []
        pieces.append(Piece(shortened(name), "related", person))
    return pieces


def _is_filled(line: DossierLine, slot: str) -> bool:
    return bool(line.related) if slot == "related" else bool(getattr(line.factoid, slot, None))


def _is_said(factoid: Factoid, slot: str, pieces: list[Piece]) -> bool:
    """Say whether an earlier piece holds the slot's words already: *head of the NKVD* and *NKVD*."""
    value = getattr(factoid, slot, None) if slot in SLOTS else None
    return bool(value) and any(piece.slot and str(value) in piece.words for piece in pieces)


def _trimmed(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Drop the punctuation that a pattern leaves at the start when its first slots are empty."""
    if pieces and not pieces[0].slot:
        first = Piece(pieces[0].words.lstrip(_EDGES))
        pieces = [first, *pieces[1:]] if first.words else pieces[1:]
    return tuple(pieces)
