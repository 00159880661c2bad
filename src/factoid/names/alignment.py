"""Which word of one name answers to which word of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factoid.names.fold import fold, fold_word
from factoid.names.given import forms_of
from factoid.names.model import Culture, NamePart, PartKind
from factoid.names.parse import parse_name
from factoid.names.sound import chinese_sound
from factoid.names.words import Likeness, liken

ALIKE = 0.75  #: words from this likeness on are the same name
_ALIKE_ELSEWHERE = 0.9  #: the same for words that are different parts of their names
_LEAST_JOINED = 6  #: letters that a word must have to be taken for two written together

COMPARED = (PartKind.SURNAME, PartKind.GIVEN, PartKind.PATRONYMIC)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name that counts in comparing."""

    text: str
    key: str  #: what is compared: the text, but Abd al-Aziz, Abdelaziz and Abdul Aziz are one
    kind: PartKind
    place: int  #: the how-manieth of its kind


@dataclass(frozen=True, slots=True)
class Match:
    """Two words that answer to each other."""

    left: Word
    right: Word
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Alignment:
    """The words of two names put to each other, and those left over."""

    matches: tuple[Match, ...]
    left_over: tuple[Word, ...]
    right_over: tuple[Word, ...]


@lru_cache(maxsize=65536)
def words_of_name(name: str) -> tuple[Word, ...]:
    """Return the words of the name that count in comparing, in the order of their parts."""
    parsed = parse_name(_apart(name))
    is_chain = parsed.culture is Culture.ARABIC
    words: list[Word] = []
    counts = dict.fromkeys(COMPARED, 0)
    is_parent = False
    for part in parsed.parts:
        if part.kind is PartKind.DESCENT:
            is_parent = True
        if part.kind not in counts:
            continue
        kind = PartKind.PATRONYMIC if is_parent and part.kind is PartKind.GIVEN else part.kind
        is_parent = False
        for text, key in _texts(part, name, is_chain=is_chain):
            words.append(Word(text, key, kind, counts[kind]))
            counts[kind] += 1
    return tuple(words)


_HUMP = re.compile(r"(?<=[^\W\d_])(?=[A-ZА-ЯЁ][^\W\d_]{2})")
_KEEPS_HUMP = frozenset("mac mc fitz van von del dela der des di de da le la du saint o al el ab ap san".split())


def _apart(name: str) -> str:
    """*SergeiLavrov* -> *Sergei Lavrov*, but *MacDonald* and *DeLaMare* stay."""
    if name.isupper() or name.islower():
        return name
    return " ".join(_parted(word) for word in name.split())


def _parted(word: str) -> str:
    pieces = _HUMP.split(word)
    if len(pieces) != 2 or len(pieces[0]) < 3 or pieces[0].isupper() or fold(pieces[0]) in _KEEPS_HUMP:
        return word
    return " ".join(pieces)


_SERVANT = re.compile(r"^['‘’ʻʿ`]?abd(?:[- ]?[aeiu]l?[drsnztl]?|)[- ]+(?:[ae][a-z][- ]+)?(?=\w)|^abd(?:[aeiu]l|u[drsnzt](?=[drsnzt]))", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|ar|as|ash|an|at|az)[-‑'’ ]+(?=\w{2})", re.IGNORECASE)


def _texts(part: NamePart, name: str, *, is_chain: bool) -> Iterator[tuple[str, str]]:
    text = part.text
    if _SERVANT.match(text):
        yield text, "abdul" + fold_word(_SERVANT.sub("", text))
        return
    if is_chain or "-" in text:
        text = _ARTICLE.sub("", text)
    for word in text.replace("-", " ").split():
        word = word.strip(".,")
        if part.kind is PartKind.GIVEN and 2 <= len(word) <= 3 and word.isupper() and not name.isupper() and not forms_of(word):
            yield from ((letter, letter) for letter in word)  # JC Juncker
        elif word:
            yield word, word


@lru_cache(maxsize=65536)
def _is_far_eastern(name: str) -> bool:
    return parse_name(name).culture is Culture.EAST_ASIAN


def align(a: str, b: str) -> Alignment:
    """Put the words of two names to each other: the most alike first, then what is written together or cut off."""
    left, right = words_of_name(a), words_of_name(b)
    matches = _matched(left, right, by_chinese_sound=_is_far_eastern(a) and _is_far_eastern(b))
    left_over = [w for w in left if all(w is not m.left for m in matches)]
    right_over = [w for w in right if all(w is not m.right for m in matches)]
    if left_over or right_over:
        matches += _joined(left_over, right, right_over, matches)
        matches += [Match(m.right, m.left, m.likeness) for m in _joined(right_over, left, left_over, matches)]
    if left_over and right_over:
        matches += _late(left_over, right_over, len(matches))
    return Alignment(tuple(matches), tuple(left_over), tuple(right_over))


def _matched(left: Sequence[Word], right: Sequence[Word], *, by_chinese_sound: bool) -> list[Match]:
    found = []
    for mine in left:
        for other in right:
            likeness = liken(mine.key, other.key)
            if by_chinese_sound and likeness.score < ALIKE and _sound_chinese(mine.key, other.key):
                likeness = Likeness(0.92, "spelling")
            same_kind = mine.kind is other.kind
            if likeness.score >= (ALIKE if same_kind else _ALIKE_ELSEWHERE):
                found.append((likeness.score - (0 if same_kind else 0.05), mine, other, likeness))
    found.sort(key=lambda f: (-f[0], f[1].place + f[2].place, abs(f[1].place - f[2].place)))
    matches: list[Match] = []
    used: set[int] = set()
    for _, mine, other, likeness in found:
        if id(mine) not in used and id(other) not in used:
            used |= {id(mine), id(other)}
            matches.append(Match(mine, other, likeness))
    return matches


def _sound_chinese(a: str, b: str) -> bool:
    return chinese_sound(fold_word(a)) == chinese_sound(fold_word(b))


def _joined(over: list[Word], others: Sequence[Word], others_over: list[Word], matches: list[Match]) -> list[Match]:
    """Match a word with several that stand beside each other in the other name and have its letters."""
    found: list[Match] = []
    free = {id(w) for w in others_over}
    for word in list(over):
        letters = fold_word(word.key)
        if len(letters) < _LEAST_JOINED:
            continue
        run = next((run for run in _runs(others, free) if _same_letters(letters, run)), None)
        if run is not None:
            found += [Match(word, other, Likeness(0.95, "joined")) for other in run]
            over.remove(word)
            for other in run:
                others_over.remove(other)
                free.discard(id(other))
    return found


def _runs(words: Sequence[Word], free: set[int]) -> Iterator[Sequence[Word]]:
    for start in range(len(words)):
        for size in (2, 3, 4):
            run = words[start : start + size]
            if len(run) == size and all(id(w) in free for w in run):
                yield run


def _same_letters(letters: str, run: Sequence[Word]) -> bool:
    joined = "".join(fold_word(w.key) for w in run)
    return joined == letters or (len(letters) >= 2 * _LEAST_JOINED and liken(joined, letters).score >= ALIKE)


def _late(left: list[Word], right: list[Word], agreed: int) -> list[Match]:
    """Match what is left over where the rest agrees: slips in another place, and a word cut off."""
    found: list[Match] = []
    for mine in list(left):
        for other in right:
            likeness = _late_likeness(mine, other, agreed)
            if likeness is not None:
                found.append(Match(mine, other, likeness))
                left.remove(mine)
                right.remove(other)
                break
    return found


def _late_likeness(mine: Word, other: Word, agreed: int) -> Likeness | None:
    if agreed < 1:
        return None
    if mine.kind is not other.kind:
        likeness = liken(mine.key, other.key)
        return likeness if agreed > 1 and likeness.score >= ALIKE and len(mine.key) > 3 else None
    short, long = sorted((fold_word(mine.key), fold_word(other.key)), key=len)
    if 1 < len(short) < len(long) and long.startswith(short) and (len(short) > 3 or agreed > 2):
        if not (forms_of(mine.key) and forms_of(other.key)) and len(long) - len(short) <= max(2, 5 - len(short)):
            return Likeness(0.76, "cut")
    return None
