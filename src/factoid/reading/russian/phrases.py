"""Noun phrases: where a post, a body, a place begins and ends, and which of them it is."""

from __future__ import annotations

import re
from collections.abc import Collection

from factoid.model import Span
from factoid.reading.grammar.words import Word, case_marker, last_of_phrase, span_of
from factoid.reading.russian.lexicon import bodies, masculine, person_nouns, plain, words

_STOP = frozenset(["который", "где", "когда", "что", "затем", "позднее", "впоследствии", "потом", "ныне"])
_WITHIN = frozenset(["имени", "при", "№"])  #: small words that go on within the name of a body
_FIXED = re.compile(
    r"от (?:инфантерии|кавалерии|артиллерии)|по (?:делам|особым|связям|борьбе|иностранным|военным|внутренним)"
)
_NEAR = frozenset(["близ", "под", "около", "возле"])
_OF_CADETS = frozenset(["пажеский", "кадетский", "морской", "горный"])
_PLACE_ABBREVIATIONS = frozenset(["город", "деревне", "селе", "посёлке", "станции", "хутор"])


def phrase_of(head: Word, timed: Collection[int] = ()) -> list[Word]:
    """Return the noun with what stands before and after it and identifies it. ``timed``: starts of words of time."""
    first = _first(head, timed)
    last = last_of_phrase(head, lambda after, last: _goes_on(after, last, head, timed))
    return head.sentence.words[first.i : last.i + 1]


def _first(head: Word, timed: Collection[int]) -> Word:
    first = head
    while (before := first.beside(-1)) is not None and before.start not in timed:
        modifies = before.pos in ("ADJ", "NUM") or (
            before.pos == "VERB" and before.form == "part" and not before.is_short
        )
        agrees = before.head == head.i or before.head == first.i or before.case == head.case
        if not (modifies and agrees) and not _is_abbreviated(before):
            break
        first = before
    return first


def _is_abbreviated(word: Word) -> bool:
    return (
        word.text.endswith(".")
        and len(word.text) > 2
        and word.shown != word.text
        and word.pos in ("ADJ", "NOUN")
    )


def _goes_on(after: Word, last: Word, head: Word, timed: Collection[int]) -> bool:
    """Whether the word still belongs to the phrase."""
    if after.start in timed or plain(after.lemma) in _STOP:
        return False
    if after.text in _WITHIN or after.shown in _WITHIN:
        return after.text != "при" or last.is_acronym
    if last.shown in ("имени", "№", "при") or last.pos == "ADP":
        return True
    if after.pos == "ADP":
        return _preposition_goes_on(after, last)
    if after.is_acronym or re.fullmatch(r"\d{1,4}(?:-?[а-я]{1,2})?|[IVX]+", after.text):
        return after.text not in ("г", "гг") and last.pos != "VERB"
    if after.pos in ("NOUN", "PROPN"):
        return _noun_goes_on(after, last, head)
    if after.pos in ("ADJ", "NUM", "DET") and not after.is_short:
        return after.case in ("gen", "") and after.head != -1
    return _is_abbreviated(after)


def _preposition_goes_on(after: Word, last: Word) -> bool:
    """Whether a preposition goes on within a phrase: *генерал от инфантерии*, *хутор близ Полтавы*."""
    following = after.beside(1)
    if following is None:
        return False
    if after.text.lower() in _NEAR and is_place([last], last):
        return following.entity == "LOC"
    return bool(_FIXED.match(f"{after.text} {following.text}".lower()))


def _noun_goes_on(after: Word, last: Word, head: Word) -> bool:
    names_place = head.shown in _PLACE_ABBREVIATIONS or plain(head.lemma) in words("places")
    if after.entity == "LOC" and last is head and names_place:
        return True
    if not (after.case == "gen" or after.head in (last.i, head.i)):
        return False
    return (
        after.case in ("gen", "") or after.rel in ("appos", "flat", "flat:name", "nmod") or after.is_acronym
    )


def trimmed(row: list[Word]) -> list[Word]:
    """Return the words without prepositions at either end."""
    while row and (row[-1].pos in ("ADP", "CCONJ", "PUNCT") and row[-1].text not in '»")“”'):
        row = row[:-1]
    while row and row[0].pos in ("ADP", "CCONJ", "PUNCT") and row[0].text not in '«"„':
        row = row[1:]
    return row


def words_of_phrase(head: Word, timed: Collection[int] = ()) -> Span:
    """Return where the phrase of a noun stands."""
    return span_of(trimmed(phrase_of(head, timed)) or [head])


def body_kind(row: list[Word]) -> str | None:
    """Return the kind of body that the words name: school, army, party, security, office; None if they name none."""
    table = bodies()
    for word in row:
        lemma = plain(word.lemma)
        shown = plain(word.shown)
        if lemma == "корпус":
            return "school" if any(plain(w.lemma) in _OF_CADETS for w in row) else "army"
        for key in (lemma, shown, plain(word.text)):
            if key in table:
                return table[key]
        for ending in (
            "отдел",
            "чека",
            "училище",
            "институт",
            "совет",
            "нквд",
            "полк",
            "комитет",
            "исполком",
            "трест",
            "завод",
            "школа",
        ):
            if lemma.endswith(ending) and lemma != ending:
                return table.get(ending, "security" if ending in ("чека", "нквд") else "office")
    if any(w.entity == "ORG" or (w.is_acronym and len(w.text) < 9) for w in row):
        return "office"
    return None


def is_place(row: list[Word], head: Word) -> bool:
    """Whether the words name a place."""
    if head.entity == "LOC" or plain(head.lemma) in words("places") or head.shown in _PLACE_ABBREVIATIONS:
        return True
    return any(w.entity == "LOC" for w in row) and body_kind([head]) is None


def is_prison(row: list[Word]) -> bool:
    """Whether the words name a prison, a camp, captivity."""
    return any(
        {plain(w.lemma), plain(w.text)} & words("prisons") or plain(w.lemma).endswith("лаг") for w in row
    )


def is_person_noun(word: Word) -> bool:
    """Whether the noun says what a person is."""
    lemma = plain(word.lemma)
    return masculine(lemma) in person_nouns() or masculine(lemma.split("-")[0]) in person_nouns()


def marker_of(word: Word) -> str:
    """Return the preposition and case of a noun: ``в+loc``, or the case alone."""
    marker = case_marker(word)
    if marker is None:
        before = word
        for _ in range(3):
            near = before.beside(-1)
            if near is None or near.pos not in ("ADJ", "NUM", "DET", "ADP", "PROPN"):
                break
            if near.pos == "PROPN" and near.case and word.case and near.case != word.case:
                break  # окончил в Харбине институт
            if near.pos == "ADP":
                marker = near
                break
            before = near
    if marker is None:
        return word.case
    text = {"во": "в", "со": "с", "ко": "к", "изо": "из", "ото": "от", "об": "о"}.get(
        marker.text.lower(), marker.text.lower()
    )
    case = "" if word.shown in _PLACE_ABBREVIATIONS and word.text != word.shown else word.case
    return f"{text}+{case or _usual_case(text)}"


def _usual_case(preposition: str) -> str:
    return {"в": "loc", "на": "loc", "к": "dat", "по": "dat", "с": "ins", "под": "ins"}.get(
        preposition, "gen"
    )


def quoted(row: list[Word]) -> Span | None:
    """Return what stands in the quotation marks among the words."""
    opened = next((n for n, w in enumerate(row) if w.text in '«"„'), None)
    if opened is None:
        return None
    closed = next((n for n, w in enumerate(row) if n > opened and w.text in '»"“'), len(row))
    return span_of(row[opened + 1 : closed]) if closed > opened + 1 else None
