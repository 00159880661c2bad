"""Who says *я*: by a title (*Из воспоминаний Л. Гурвич*, *… дочери*), the source's author, *меня зовут*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factoid.model import MentionForm
from factoid.names import is_given_name
from factoid.reading.grammar.persons import NameMention, Person
from factoid.reading.grammar.words import Sentence, Word
from factoid.reading.russian.lexicon import kin, plain
from factoid.reading.russian.names import stem_of
from factoid.reading.russian.persons import NARRATOR, RussianRegister

ME = frozenset(["я", "меня", "мне", "мной", "мною"])
MINE = frozenset(
    "мой моя мое мои моего моей моему моем моим моею мою моих моими".split()  # noqa: SIM905 - a row of forms
)
_TITLES = frozenset(["воспоминание", "мемуары", "дневник", "автобиография", "записки", "рассказ", "исповедь"])
_FEW = 3  #: first persons outside quotations, from which a text is told by somebody
_HEAD = 4  #: sentences in which a title stands
_MOST_TITLE = 6  #: words of a title
_CALLED = frozenset(["зовут", "звать", "звали"])


def find_narrator(
    sentences: Sequence[Sentence],
    mentions: Sequence[NameMention],
    register: RussianRegister,
    author: str | None,
) -> Person | None:
    """Return the person who tells the text; None where nobody does."""
    own = [w for w in _told_words(sentences) if plain(w.text) in ME | MINE]
    said = [w for w in own if plain(w.text) in ME]
    title = _kin_in_title(sentences)
    if not said or (len(own) < _FEW and title is None):
        return None
    for mention in mentions:
        if _is_teller(mention) or (author is not None and _is_author(register.of[mention], author)):
            return register.of[mention]
    sex = kin()[plain(title.lemma)].sex if title is not None else ""
    person = register.new(label=author or NARRATOR, sex=sex)
    person.is_named = author is not None
    first = said[0]
    person.anchor = first.span
    person.mentions[first.span] = MentionForm.PRONOUN
    for word in said:
        verb = word.parent
        if word.rel.startswith("nsubj") and verb is not None and verb.gender in ("m", "f"):
            person.votes[verb.gender] += 2
    return person


def narrating_kin(sentences: Sequence[Sentence]) -> str:
    """Return what a title calls who tells: *Из воспоминаний дочери* a daughter; nothing where it does not."""
    word = _kin_in_title(sentences)
    return plain(word.lemma) if word is not None else ""


def _kin_in_title(sentences: Sequence[Sentence]) -> Word | None:
    for sentence in sentences:
        row = sentence.words
        if sentence.is_first and len(row) <= _MOST_TITLE and {plain(w.lemma) for w in row} & _TITLES:
            return next((w for w in row if plain(w.lemma) in kin()), None)
    return None


def _told_words(sentences: Sequence[Sentence]) -> Iterator[Word]:
    """Yield the words that the text says itself: none of quotations, nor of lines of talk."""
    is_open = is_talk = False
    for sentence in sentences:
        if sentence.is_first:
            is_open, is_talk = False, sentence.words[0].text in ("—", "–", "-")
        for word in sentence.words:
            if word.text in ("«", "“", "„", "»", "”"):
                is_open = word.text in ("«", "“", "„")
            elif not is_open and not is_talk:
                yield word


def _is_teller(mention: NameMention) -> bool:
    first = mention.words[0]
    before = first.sentence.words[: first.i]
    lemmas = [plain(w.lemma) for w in before]
    in_title = first.sentence.number < _HEAD and len(before) <= 3 and bool(set(lemmas) & _TITLES)
    called = len(before) >= 2 and plain(before[-1].text) in _CALLED and plain(before[-2].text) == "меня"
    myself = len(before) >= 2 and before[-1].text == "," and plain(before[-2].text) == "я"
    return in_title or called or myself


def _is_author(person: Person, author: str) -> bool:
    words = [plain(word) for word in author.split()]
    if not person.stem or person.stem not in map(stem_of, words):
        return False
    given = [w for w in words if is_given_name(w.capitalize())]
    return not person.given or not given or plain(person.given) in given
