"""Which word of one name answers to which word of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from factoid.names.fold import fold, fold_word
from factoid.names.given import forms_of
from factoid.names.model import Culture, NamePart, PartKind
from factoid.names.parse import parse_name
from factoid.names.sound import chinese_sound
from factoid.names.words import Likeness, Reading, liken, liken_readings, reading_of

ALIKE = 0.75  #: words from this likeness on are the same name
_ALIKE_ELSEWHERE = 0.9  #: the same for words that are different parts of their names
_LEAST_JOINED = 5  #: letters that a word must have to be taken for two written together

COMPARED = (PartKind.SURNAME, PartKind.GIVEN, PartKind.PATRONYMIC)
#: names beside the name: they can answer to a part of the other name, but contradict nothing
BESIDE = (PartKind.MAIDEN, PartKind.NICKNAME)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name that counts in comparing."""

    text: str
    key: str  #: what is compared: the text, but Abd al-Aziz, Abdelaziz and Abdul Aziz are one
    kind: PartKind
    place: int  #: the how-manieth of its kind
    reading: Reading = field(compare=False, repr=False)  #: of the key


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
    counts = dict.fromkeys(COMPARED + BESIDE, 0)
    is_parent = False
    for part in parsed.parts:
        if part.kind is PartKind.DESCENT:
            is_parent = True
        if part.kind not in counts:
            continue
        kind = PartKind.PATRONYMIC if is_parent and part.kind is PartKind.GIVEN else part.kind
        is_parent = False
        for text, key in _texts(part, name, is_chain=is_chain):
            words.append(Word(text, key, kind, counts[kind], reading_of(key)))
            counts[kind] += 1
    return tuple(words)


_HUMP = re.compile(r"(?<=[^\W\d_])(?=[A-ZА-ЯЁ][^\W\d_]{2})")
#: written as one with what follows
_KEEPS_HUMP = frozenset(("mac", "mc", "fitz", "van", "von", "del", "dela", "der", "des", "saint", "san"))


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


_SERVED = "abdul"
_SERVANT = re.compile(
    r"^['‘’ʻʿ`]?abd(?:[- ]?[aeiu]l?[drsnztl]?|)[- ]+(?:[ae][a-z][- ]+)?(?=\w)"
    r"|^abd(?:[aeiu]l|u[drsnzt](?=[drsnzt]))",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|ar|as|ash|an|at|az)[-‑'’ ]+(?=\w{2})", re.IGNORECASE)


def _texts(part: NamePart, name: str, *, is_chain: bool) -> Iterator[tuple[str, str]]:
    text = part.text
    if _SERVANT.match(text):
        yield text, _SERVED + fold_word(_SERVANT.sub("", text))
        return
    if is_chain or "-" in text:
        text = _ARTICLE.sub("", text)
    for word in text.replace("-", " ").split():
        word = word.strip(".,")
        if (
            part.kind is PartKind.GIVEN
            and 2 <= len(word) <= 3
            and word.isupper()
            and not name.isupper()
            and not forms_of(word)
        ):
            yield from ((letter, letter) for letter in word)  # JC Juncker
        elif word:
            yield word, word


@lru_cache(maxsize=65536)
def compared_words(name: str) -> tuple[tuple[Word, ...], bool]:
    """Return the words of the name and whether they may be Chinese."""
    return words_of_name(name), parse_name(name).culture is Culture.EAST_ASIAN


def align(a: str, b: str) -> Alignment:
    """Put the words of two names to each other: first the most alike, then what is run together or cut.

    The words that answer to each other are the same in both orders of the names.
    """
    if a <= b:
        return _aligned(a, b)
    back = _aligned(b, a)
    return Alignment(tuple(map(_flipped, back.matches)), back.right_over, back.left_over)


def _flipped(match: Match) -> Match:
    likeness = match.likeness
    if likeness.relation is not None:
        likeness = liken_readings(match.right.reading, match.left.reading)
    return Match(match.right, match.left, likeness)


def _aligned(a: str, b: str) -> Alignment:
    (left, may_be_chinese), (right, may_be_too) = compared_words(a), compared_words(b)
    by_chinese_sound = may_be_chinese and may_be_too
    matches = _matched(left, right, by_chinese_sound=by_chinese_sound)
    left_over, right_over = _rest(left, [m.left for m in matches]), _rest(right, [m.right for m in matches])
    if left_over and right_over:
        if len(right_over) > 1:
            matches += _joined(left_over, right_over, by_chinese_sound=by_chinese_sound)
        if len(left_over) > 1:
            back = _joined(right_over, left_over, by_chinese_sound=by_chinese_sound)
            matches += [Match(m.right, m.left, m.likeness) for m in back]
        if matches:
            matches += _late(left_over, right_over, len(matches))
            matches += _initials_of_fathers(left_over, right_over)
    return Alignment(tuple(matches), tuple(left_over), tuple(right_over))


def _rest(words: Sequence[Word], used: Sequence[Word]) -> list[Word]:
    if not used:
        return list(words)
    taken = {id(word) for word in used}
    return [word for word in words if id(word) not in taken]


def _matched(left: Sequence[Word], right: Sequence[Word], *, by_chinese_sound: bool) -> list[Match]:
    found = []
    for mine in left:
        reading = mine.reading
        for other in right:
            likeness = liken_readings(reading, other.reading)
            if by_chinese_sound and likeness.score < ALIKE and _sound_chinese(mine.key, other.key):
                likeness = Likeness(0.92, "spelling")
            if likeness.score >= ALIKE:
                same_kind = mine.kind is other.kind
                if same_kind or likeness.score >= _ALIKE_ELSEWHERE:
                    found.append((likeness.score - (0 if same_kind else 0.05), mine, other, likeness))
    if len(found) > 1:
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


def _joined(over: list[Word], others: list[Word], *, by_chinese_sound: bool) -> list[Match]:
    """Match a word with several left over beside each other in the other name that have its letters."""
    found: list[Match] = []
    initials = "" if by_chinese_sound else {word.reading.folded[:1] for word in others[:-1]}
    for word in list(over):
        letters = word.reading.folded
        if len(letters) < _LEAST_JOINED or (initials and letters[0] not in initials):
            continue
        run = _run_of(letters, others, by_chinese_sound=by_chinese_sound)
        if run:
            found += [Match(word, other, _JOINED) for other in _by_kind(run)]
            over.remove(word)
            others[:] = _rest(others, run)
    return found


_JOINED = Likeness(0.95, "joined")


def _by_kind(run: Sequence[Word]) -> Iterator[Word]:
    """Yield one word for each kind of part in the run: *Tse tung*, but *Vladimir* and *Putin*."""
    for kind in dict.fromkeys(word.kind for word in run):
        first, *more = (word for word in run if word.kind is kind)
        yield replace(first, text=" ".join([first.text, *(word.text for word in more)]))


def _run_of(letters: str, words: Sequence[Word], *, by_chinese_sound: bool) -> Sequence[Word]:
    for start in range(len(words) - 1):
        joined = words[start].reading.folded
        if joined[:1] != letters[:1] and not by_chinese_sound:
            continue
        for end in range(start + 1, min(start + 4, len(words))):
            joined += words[end].reading.folded
            if abs(len(joined) - len(letters)) < 2 and _same_letters(
                letters, joined, by_chinese_sound=by_chinese_sound
            ):
                return words[start : end + 1]
    return ()


def _same_letters(letters: str, joined: str, *, by_chinese_sound: bool) -> bool:
    if joined == letters or (by_chinese_sound and _sound_chinese(letters, joined)):
        return True
    return len(letters) >= 2 * _LEAST_JOINED and liken(joined, letters).score >= ALIKE


def _late(left: list[Word], right: list[Word], agreed: int) -> list[Match]:
    """Match what is left over where the rest agrees: slips in another place, and a word cut off."""
    found: list[Match] = []
    is_last = len(left) == len(right) == 1
    for mine in list(left):
        for other in right:
            likeness = _late_likeness(mine, other, agreed, is_last=is_last)
            if likeness is not None:
                found.append(Match(mine, other, likeness))
                left.remove(mine)
                right.remove(other)
                break
    return found


def _initials_of_fathers(left: list[Word], right: list[Word]) -> list[Match]:
    """Match the second of two initials with a patronymic: *Y. P. Orlov*, *Yevgeny Pavlovich Orlov*."""
    found: list[Match] = []
    for mine in list(left):
        for other in right:
            if stand_for_one_part(mine, other):
                likeness = liken_readings(mine.reading, other.reading)
                if likeness.score >= ALIKE:
                    found.append(Match(mine, other, likeness))
                    left.remove(mine)
                    right.remove(other)
                    break
    return found


def stand_for_one_part(one: Word, other: Word) -> bool:
    """Say whether one word is the initial behind the given name, where the other name has the patronymic."""
    initial, father = (one, other) if other.kind is PartKind.PATRONYMIC else (other, one)
    return (
        father.kind is PartKind.PATRONYMIC
        and initial.kind is PartKind.GIVEN
        and initial.place == 1
        and len(initial.key) == 1
    )


def _late_likeness(mine: Word, other: Word, agreed: int, *, is_last: bool) -> Likeness | None:
    if mine.kind is not other.kind:
        likeness = liken_readings(mine.reading, other.reading)
        return likeness if agreed > 1 and likeness.score >= ALIKE and len(mine.key) > 3 else None
    short, long = mine.reading.folded, other.reading.folded
    if len(short) > len(long):
        short, long = long, short
    if short and long == _SERVED + short:
        return Likeness(0.85, "cut")  # Abdul Rahman is called Rahman
    if is_last and agreed > 2 and 1 < len(short) < len(long) and long.startswith(short):
        return Likeness(0.76, "cut")
    return None
