"""Names of persons in a French sentence, and what part of a name each word is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factoid.names import gender_of_given_name, is_given_name, is_patronymic
from factoid.reading.french.lexicon import forms, kin, people, person_nouns, plain, ties
from factoid.reading.grammar.persons import NameMention
from factoid.reading.grammar.words import Sentence, Word

_INITIAL = re.compile(r"[A-ZÀ-Ý](?:\.-?[A-ZÀ-Ý])*\.|(?:Ch|Th|Ph|Fr|Ad|Al|Ed|Éd|Eug|Et|Ét)\.")
_OF = frozenset(["de", "du", "d'", "des"])


@dataclass(frozen=True, slots=True)
class Known:
    """Names that the text gives in full somewhere: alone they are names too."""

    surnames: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()

    def has(self, word: Word) -> bool:
        """Whether a word is one of them."""
        return plain(word.shown) in self.surnames | self.given


def is_given(word: str) -> bool:
    """Whether a word is a given name, or several joined with hyphens: *Louis-Auguste*."""
    return is_given_name(word) or ("-" in word and any(is_given_name(p) for p in word.split("-")))


def sex_of_given(word: str) -> str:
    """Return ``m`` or ``f`` where a given name tells, of several the first: *Marie-Thérèse*."""
    for part in (word, word.split("-")[0]):
        if (sex := gender_of_given_name(part)) in ("m", "f"):
            return str(sex)
    return ""


def title_before(word: Word) -> Word | None:
    """Return the title or noun for a person right before a name: *maître*, *Mme*, *le colonel*."""
    before = word.beside(-1)
    if before is None or before.text in (",", ".", ";"):
        return None
    lemma = plain(before.lemma)
    keys = {lemma, plain(before.text)}
    if keys & (forms("titles") | person_nouns() | kin().keys() | ties().keys()):
        return before
    if before.pos == "ADJ" and (further := before.beside(-1)) is not None:
        return further if plain(further.lemma) in person_nouns() | kin().keys() else None
    return None


def names_in(sentence: Sentence, known: Known) -> Iterator[NameMention]:
    """Yield the names of persons in a sentence. ``known``: names of the text."""
    row = sentence.words
    if (head := _headword(sentence)) is not None:
        yield head
    at = head.words[-1].i + 1 if head is not None else 0
    while at < len(row):
        name = _name_at(row, at)
        if name is not None and _is_person(name, known):
            yield name
        at += len(name.words) if name is not None else 1


def _headword(sentence: Sentence) -> NameMention | None:
    """Return the name at the head of an entry: *LAMBERTIN (Étienne, Marie)*, *MARCHANVILLE (Louis de)*."""
    row = sentence.words
    if not (sentence.is_first and len(row) > 3 and row[0].text.isupper() and len(row[0].text) > 2):
        return None
    opened = next((n for n in range(1, min(4, len(row))) if row[n].text == "("), None)
    if opened is None or not all(w.is_name_like for w in row[:opened]):
        return None
    closed = next((n for n in range(opened, min(opened + 9, len(row))) if row[n].text == ")"), None)
    if closed is None or not any(is_given(w.shown) for w in row[opened:closed]):
        return None
    given = next(w for w in row[opened:closed] if is_given(w.shown))
    return NameMention(row[: closed + 1], given=given, surname=row[0])


def _starts(word: Word) -> bool:
    lower = plain(word.text)
    if _INITIAL.fullmatch(word.shown) and word.i + 1 < len(word.sentence.words):
        after = word.sentence.words[word.i + 1]
        return after.is_name_like and not (word.shown == "M." and not is_given(after.shown))
    if not word.is_name_like or len(word.shown) < 2 or (word.is_acronym and not is_given(word.shown.title())):
        return False
    if lower in people("not_names") or lower in forms("titles") or plain(word.lemma) in forms("titles"):
        return is_given(word.shown) and word.entity == "PER" and lower not in forms("titles")
    is_noun = plain(word.lemma) in person_nouns() and word.entity != "PER"
    return not is_noun and word.pos not in ("ADP", "DET", "PRON", "CCONJ", "SCONJ", "AUX", "NUM", "PUNCT")


def _name_at(row: list[Word], at: int) -> NameMention | None:
    """Take one name that begins at a word: given names, initials, particles, surname."""
    if not _starts(row[at]):
        return None
    name = NameMention([])
    while at < len(row):
        word = row[at]
        lower = plain(word.text)
        if name.words and lower in people("particles") and not word.is_name_like:
            end = _after_particles(row, at)
            goes_on = end is not None and (name.surname is None or len(name.words) == 1)
            if end is None or not goes_on or not _noble(name, row[at], row[end]):
                break
            name.words += row[at:end]
            at = end
            continue
        is_part = _starts(word) or (name.words and word.is_name_like and lower not in people("not_names"))
        if not is_part or (name.words and _breaks(name.words[-1], word)):
            break
        _add(word, name)
        name.words.append(word)
        at += 1
    while (
        name.words and plain(name.words[-1].text) in people("particles") and not name.words[-1].is_name_like
    ):
        name.words.pop()
    return name if name.words else None


def _after_particles(row: list[Word], at: int) -> int | None:
    end = at
    while end < len(row) and plain(row[end].text) in people("particles") and not row[end].is_name_like:
        end += 1
    return end if end < len(row) and row[end].is_name_like and end - at <= 3 else None


def _noble(name: NameMention, particle: Word, after: Word) -> bool:
    """Whether *de* belongs to the name: *Hugues de Montbazin*; not *Bonaparte de Corse*, *maire de Lyon*."""
    if plain(particle.text) not in _OF | {"la", "le", "les"}:
        return True
    last = name.words[-1]
    return (
        name.given is not None
        and (last is name.given or is_given(last.shown))
        and not _INITIAL.fullmatch(after.shown)
    )


def _breaks(last: Word, word: Word) -> bool:
    """Whether a name ends between two words in capitals: a place after a person."""
    is_other = last.entity == "PER" and word.entity == "LOC" and word.head != last.i
    return is_other and not is_patronymic(last.shown)


def _add(word: Word, name: NameMention) -> None:
    if _INITIAL.fullmatch(word.shown):
        name.initials.append(word)
    elif name.given is None and name.surname is None and is_given(word.shown):
        name.given = word
    elif name.surname is None or not is_given(word.shown):
        is_second = name.given is not None and name.surname is None and is_given(word.shown)
        after = word.beside(1)
        if (
            is_second
            and after is not None
            and (after.is_name_like or plain(after.text) in people("particles"))
        ):
            return  # another given name: Pierre Paul Dupont
        if name.surname is not None and name.given is not None and name.patronymic is None:
            name.patronymic = name.surname if is_patronymic(name.surname.shown) else None
            name.surname = word if name.patronymic is not None else name.surname
        name.surname = name.surname or word


def _is_person(name: NameMention, known: Known) -> bool:
    first, row = name.words[0], name.words
    entities = [w.entity for w in row]
    title = title_before(first)
    if name.given is not None and name.surname is not None:
        return "ORG" not in entities or entities.count("PER") > 0 or is_given_name(name.given.shown)
    if name.initials and name.surname is not None:
        return True
    only = name.surname or name.given
    if only is None:
        return False
    if len(row) > 1 and name.given is not None:
        return entities[0] == "PER" or title is not None or is_given_name(name.given.shown)
    if known.has(only) and only.entity != "LOC":
        return True
    if title is not None and only.entity != "LOC":
        return True
    if title is not None and plain(title.text) in forms("titles") | kin().keys():
        return True
    before = first.beside(-1)
    placed = before is not None and plain(before.text) in ("à", "en", "au", "aux", "vers", "chez", "dans")
    if name.given is not None and not placed and only.entity in ("PER", ""):
        return only.pos in ("PROPN", "NOUN", "X") or only.entity == "PER"
    return all(e == "PER" for e in entities) and not placed and only.pos in ("PROPN", "NOUN", "ADJ", "X")
