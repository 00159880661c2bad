"""Descriptions of one person: ``the fugitive``, ``his older brother``, ``Yezhov's deputy``, ``a widower``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factoid.model import MentionForm
from factoid.names import PartKind, title_of
from factoid.reading.clause import SUBJECTS
from factoid.reading.entities import Entities
from factoid.reading.lexicons import KinTerm, around_names, demonyms, kin_terms, person_nouns
from factoid.reading.parse import Doc, Token, TokenSpan, offset_of
from factoid.reading.people.appositions import (
    is_over,
    is_timed,
    name_beside,
    name_following,
    owner_after,
)
from factoid.reading.people.figures import Mark
from factoid.reading.people.phrases import (
    POSSESSIVES,
    determiner_of,
    is_acted,
    is_paper,
    joined_word,
    left_edge,
    short_end,
)
from factoid.reading.people.predicates import subject_of_predicate
from factoid.reading.people.titles import is_within_title

_NOBODY = frozenset(["no", "any", "every", "each", "neither", "either"])
# where *a tailor* brings nobody new in
_SAID_OF = frozenset(["conj", "dobj", "appos", "attr", "oprd", "ROOT"])
_ADJECTIVAL = frozenset(["accused", "deceased", "condemned", "departed", "youngest", "eldest", "oldest"])


@dataclass(eq=False, slots=True)
class Description:
    """A noun phrase that describes one person."""

    mark: Mark
    noun: str  #: lower case, singular, hyphens joined: brother-in-law
    kin: KinTerm | None
    determiner: str  #: ``definite``, ``indefinite``, ``possessive`` or ``bare``
    owner: Token | None = None  #: whose: the word of the possessor
    subject: Token | None = None  #: of whom it is the predicate
    called: Token | None = None  #: of whom it is the predicate, where it goes on to say what he is called
    apposed: Token | None = None  #: the head of the name or phrase it stands beside
    name_after: TokenSpan | None = None  #: the name that follows within the phrase: ``the poet Yesenin``

    @property
    def is_form(self) -> bool:
        """Whether the phrase is a way to call the person, not only said of him: ``he was a tailor``."""
        if self.name_after is not None:
            return True
        if self.subject is not None:
            return self.apposed is not None and self.apposed.i > self.mark.head.i
        if self.mark.head.dep_ == "pobj" and self.mark.head.head.lower_ == "as":
            return False
        if self.apposed is not None and self.determiner != "possessive" and is_timed(self.mark.words):
            return False
        if self.determiner == "bare":
            return self.kin is not None and self.apposed is None and self.owner is None
        if self.determiner == "indefinite":
            is_wed = self.mark.head.head.lemma_ in around_names("marrying")
            is_agent = self.kin is not None or is_wed or self.mark.head.dep_ not in _SAID_OF
            return self.apposed is not None or (self.owner is None and is_agent)
        return True

    @property
    def is_nobody(self) -> bool:
        """Whether it means no particular person: ``no tailor``, ``every soldier``, ``its mayor``."""
        is_side = self.noun == "enemy" and self.determiner == "definite"  # the enemy: a side, not a man
        is_age = self.noun == "youth" and self.determiner == "possessive"  # in his youth
        is_somethings = (
            self.mark.words[0].lower_ == "its" and self.name_after is None and self.apposed is None
        )
        is_owned_by_all = self.determiner == "definite" or self.mark.words[0].lower_ == "our"
        is_god = self.mark.head.text == "Lord" and is_owned_by_all and self.name_after is None
        return is_side or is_age or is_god or is_somethings or self.mark.words[0].lower_ in _NOBODY


def find_descriptions(doc: Doc, entities: Entities, sentences: dict[int, int]) -> Iterator[Description]:
    """Yield the descriptions of a segment in order. ``sentences``: where a token starts -> its sentence."""
    for token in doc:
        noun = _noun_of(token, entities)
        if noun is None:
            continue
        found = _description(token, noun, entities, sentences)
        if found is not None:
            yield found


def _noun_of(token: Token, entities: Entities) -> str | None:
    """Return the noun if the token is one that means a single person and is no part of a name."""
    if not token.text[:1].isalpha():
        return None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is not None and after.text == "-" and not token.whitespace_ and not after.whitespace_:
        return None  # not the last part of a hyphenated word
    lower = token.lower_
    word = joined_word(token)
    if token.tag_ in ("NNS", "NNPS"):
        return None
    if lower in _ADJECTIVAL and token.i > 0 and token.nbor(-1).lower_ in ("the", "said"):
        return lower if after is None or after.pos_ not in ("NOUN", "PROPN", "ADJ") else None
    for candidate in (word, lower):
        if candidate in kin_terms() or candidate in person_nouns() or _is_countryman(token):
            break
    else:
        is_age = word.endswith("-year-old") and (after is None or after.pos_ not in ("NOUN", "PROPN"))
        return "old" if is_age else None
    is_noun = token.pos_ in ("NOUN", "PROPN") or _is_nominal(token) or candidate in demonyms()
    if (not is_noun and not _is_before_name(token, entities)) or _is_but_told(token):
        return None
    if _holds_land(token):
        return candidate
    if entities.label_of(token) not in (None, "people", "organisation") or _inside_name(token, entities):
        return None
    return candidate


def _is_but_told(token: Token) -> bool:
    """Whether it is what people tell: *as the legend says*, *legend has it*; not *the legend retired*."""
    return (
        token.lower_ == "legend"
        and token.dep_ in SUBJECTS
        and token.head.lemma_ in ("say", "have", "tell", "go")
    )


def _is_countryman(token: Token) -> bool:
    """Whether a word for a people means one of them: *a Florentine*, *the Swede*; not *the Japanese*."""
    if token.lower_ not in demonyms() or token.i == 0 or token.tag_ not in ("NN", "NNP", "JJ"):
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is not None and (after.pos_ in ("NOUN", "PROPN", "ADJ") or after.text in ("-", "'s")):
        return False
    article = next(
        (t.lower_ for t in reversed(token.doc[max(0, token.i - 3) : token.i]) if t.pos_ == "DET"), ""
    )
    is_plural = token.lower_.endswith(("ese", "sh", "ch", "ss", "s"))
    return article in ("a", "an", "one", "another") or (article in ("the", "this") and not is_plural)


def _is_nominal(token: Token) -> bool:
    """Whether a word that is tagged as something else stands where a noun stands: ``the accused said``."""
    return token.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "appos", "pobj") and token.pos_ in (
        "ADJ",
        "X",
        "VERB",
        "ADV",
    )


def _is_before_name(token: Token, entities: Entities) -> bool:
    """Whether a name follows, so that it is a title, whatever it is tagged as: *wrote to general Lind*."""
    is_infinitive = token.tag_ == "VB" and token.i > 0 and token.nbor(-1).lower_ == "to"
    is_verb = is_infinitive or token.tag_ in ("VBD", "VBZ", "VBP")
    return not is_verb and name_following(token, entities) is not None


def _holds_land(token: Token) -> bool:
    """Whether it is a title with what it is held over, which means a person: *the Earl of Bute*."""
    doc, at = token.doc, token.i
    if not token.text[0].isupper() or at == 0 or at + 2 >= len(doc) or doc[at + 1].lower_ != "of":
        return False
    title = title_of(token.text)
    is_dignity = title is not None and title.kind is not PartKind.ADDRESS
    return is_dignity and doc[at - 1].lower_ == "the" and doc[at + 2].text[0].isupper()


def _inside_name(token: Token, entities: Entities) -> bool:
    """Whether the noun is a capitalised part of another thing's name: *Order of the Patriot*, "The Miller's Bride"."""
    span = entities.span_at(token)
    if not token.text[0].isupper():
        return False
    return (span is not None and len(span) > 1) or is_within_title(token.doc[token.i : token.i + 1])


def _description(
    token: Token, noun: str, entities: Entities, sentences: dict[int, int]
) -> Description | None:
    doc = token.doc
    name_after = name_following(token, entities)
    if (
        token.dep_ in ("compound", "amod", "nmod")
        and name_after is None
        and token.head.i > token.i
        and token.head.pos_ in ("NOUN", "PROPN")
    ):
        return None  # a tailor shop
    if name_after is None and (_is_of_a_calling(token) or is_acted(token)):
        return None
    start = left_edge(token, name_after.end if name_after is not None else None)
    words = doc[start : token.i + 1]
    determiner, owner = determiner_of(words, token)
    if determiner == "bare" and name_after is None and (shared := _shared_owner(token)) is not None:
        determiner, owner = "possessive", shared
    if determiner == "bare" and name_after is None and not _bare_is_meant(token, noun, entities):
        return None
    mark = Mark(words, token, MentionForm.NOMINAL, offset_of(token), sentences[offset_of(token)])
    found = Description(mark, noun, kin_terms().get(noun), determiner, owner, name_after=name_after)
    if name_after is not None and name_after.start > token.i + 1:
        found.called = subject_of_predicate(token)  # my neighbour was a violinist called Emil Roth
    if name_after is None:
        found.subject = subject_of_predicate(token)
        found.apposed = name_beside(token, start, entities)
        if found.owner is None:
            found.owner = owner_after(token, entities)
    return found


def _shared_owner(token: Token) -> Token | None:
    """Return whose *son* is in *his wife and son*: the possessor before the first of the two."""
    first = token.head
    if token.dep_ != "conj" or token.lower_ not in kin_terms() or first.lower_ not in kin_terms():
        return None
    if token.i - first.i > 3 or any(t.dep_ == "det" for t in token.lefts):
        return None
    return next((t for t in first.lefts if t.dep_ == "poss" and t.lower_ in POSSESSIVES), None)


def _is_of_a_calling(token: Token) -> bool:
    """Whether it only tells of what calling a thing is: *her mate's ticket*, *a captain's uniform*."""
    is_owner = token.dep_ == "poss" and token.i + 1 < len(token.doc) and token.nbor(1).text in ("'s", "'")
    return is_owner and is_paper(token.head, token) and token.lower_ not in kin_terms()


def _bare_is_meant(token: Token, noun: str, entities: Entities) -> bool:
    """Whether a noun without article means somebody: *Father was a tailor*, an apposition, a predicate."""
    if token.dep_ == "appos" or subject_of_predicate(token) is not None or is_over(token, entities):
        return True
    if noun in kin_terms():
        return (
            token.i == 0
            or token.is_sent_start
            or token.text[0].isupper()
            or token.nbor(-1).text in (",", ";", "(", ".")
        )
    return (
        token.text[0].isupper() and not token.is_sent_start and token.dep_ in ("nsubj", "nsubjpass", "dobj")
    )


def is_called_as_ones_own(found: Description) -> bool:
    """Whether a word for kin stands for a name, as who tells of his own has it: *Mother wept*, *Uncle Karl came*."""
    head = found.mark.head
    is_bare = found.determiner == "bare" and len(found.mark.words) == 1 and found.owner is None
    if found.kin is None or not is_bare or not head.text.istitle() or found.apposed is not None:
        return False
    if found.name_after is not None:  # *Father Emil*, *Sister Ida* are clergy
        return found.noun in around_names("elders_by_name")
    after = head.nbor(1).lower_ if head.i + 1 < len(head.doc) else ""
    is_elder = found.kin.role in ("father", "mother") or found.noun.startswith("grand")
    return is_elder and after not in ("of", ":", "to")


def is_line_of_signature(found: Description) -> bool:
    """Whether the line above the name below a letter says what its writer is: *Your affectionate sister,*."""
    words = found.mark.words
    rest = words.doc[words.end :]
    return words.start == 0 and words[0].lower_ == "your" and all(t.text in (",", ".") for t in rest)


def wide_words(found: Description) -> TokenSpan:
    """Return the phrase as annotators take it: with a short of- or from-phrase, and the name that follows."""
    words, doc = found.mark.words, found.mark.words.doc
    if found.name_after is not None:
        return doc[words.start : found.name_after.end]
    return doc[words.start : short_end(found.mark.head, words.start)]
