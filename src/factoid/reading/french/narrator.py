"""Who says *je*: by the title, by the author whom the source names, by *je m'appelle*; else somebody without a name."""

from __future__ import annotations

from collections.abc import Sequence

from factoid.model import MentionForm
from factoid.reading.french.lexicon import people, plain
from factoid.reading.french.names import sex_of_given
from factoid.reading.french.persons import FrenchRegister
from factoid.reading.grammar.persons import NameMention, Person
from factoid.reading.grammar.words import Sentence, words_of

ME = frozenset(["je", "j'", "me", "m'", "moi"])
MINE = frozenset(["mon", "ma", "mes"])
_FEW = 3  #: first persons outside quotations, from which a text is told by somebody
_HEAD = 4  #: sentences in which a title stands


def find_narrator(
    sentences: list[Sentence], mentions: Sequence[NameMention], register: FrenchRegister, author: str | None
) -> Person | None:
    """Return the person who tells the text; None where nobody does."""
    if _first_persons(sentences) < _FEW:
        return None
    for mention in mentions:
        sentence = mention.words[0].sentence
        before = [plain(w.text) for w in sentence.words[: mention.words[0].i]]
        in_title = sentence.number < _HEAD and (
            (before and before[-1] == "par" and len(before) < 4) or set(before) & people("narrator")
        )
        says_so = before[-2:] in (["m'", "appelle"], ["me", "nomme"])
        if in_title or says_so or (author is not None and _is_author(register.of[mention], author)):
            return register.of[mention]
    person = register.new(label=author or "l'auteur", sex=sex_of_given((author or "").split(" ")[0]))
    person.is_named = author is not None
    first = next(w for w in words_of(sentences) if plain(w.text) in ME)
    person.anchor = first.span
    person.mentions[first.span] = MentionForm.PRONOUN
    return person


def _first_persons(sentences: list[Sentence]) -> int:
    count, is_open = 0, False
    for word in words_of(sentences):
        if word.text in ("«", "“", "»", "”"):
            is_open = word.text in ("«", "“")
        count += not is_open and plain(word.text) in ME and word.pos in ("PRON", "X")
    return count


def _is_author(person: Person, author: str) -> bool:
    words = plain(author).split()
    return person.stem in words and (not person.given or plain(person.given) in words)
