"""What speaks for and against a run of capitalised words being a person's name: features by occurrence."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from factoid.names import fold, is_given_name, is_patronymic, parse_name, title_of
from factoid.names.model import Culture
from factoid.places.folding import fold_place
from factoid.places.settlements import settlements
from factoid.reading.lexicons import (
    around_names,
    demonyms,
    gazetteer,
    heads,
    kin_terms,
    known,
    never_persons,
    person_nouns,
)
from factoid.reading.parse import Token
from factoid.reading.runs import NameRun, is_start
from factoid.reading.word_classes import noun_classes, verb_classes

_DOTTED = re.compile(r"(?:[^\W\d_a-z]\.?)+|[^\W\d_a-z][^\W\d_A-Z]{0,3}\.")  # R.N., Oxon., V
_NEW_WORLD = frozenset(["US", "CA", "AU", "NZ"])  #: whose settlements bear the surnames of settlers
_TOWN, _CITY = 15_000, 100_000  #: inhabitants today
_LIFE = re.compile(r"\s*\((?:b\.|born|c\.|ca\.|d\.|née|nee|died|\*)?\s*\d{3,4}\b")


def key_of(run: NameRun) -> str:
    """Return what makes two runs the same words: case, accents and possessive endings apart."""
    return fold(run.name)


def person_evidence(runs: Iterable[NameRun]) -> dict[str, dict[str, float]]:
    """Return for every key the features that speak for or against a person, each between 0 and 1."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    totals: Counter[str] = Counter()
    names: dict[str, NameRun] = {}
    for run in runs:
        key = key_of(run)
        names.setdefault(key, run)
        totals[key] += 1
        counts[key].update(dict.fromkeys(_occurrence(run), 1))  # in order: sums of floats depend on it
    return {
        key: {name: n / totals[key] for name, n in counts[key].items()}
        | {f"any:{name}": 1.0 for name in counts[key] if name in _TELLING}
        | dict.fromkeys(_type_features(run), 1.0)
        for key, run in names.items()
    }


_TELLING = frozenset(
    [
        "titled",
        "ner:PERSON",
        "person_noun_before",
        "who_after",
        "life_dates",
        "kin_after",
        "ner:GPE",
        "ner:ORG",
        "in_before",
    ]
)


def _occurrence(run: NameRun) -> Iterator[str]:
    words = run.bare
    label = _label(words[-1]) or _label(words[0])
    yield f"ner:{label}"
    if run.titles:
        yield "titled"
    if is_start(run.words[0]):
        yield "sentence_start"
    yield from _company(run)
    yield from _before(run)
    yield from _after(run)
    yield from _syntax(words.root)
    yield from _tags(run.words[-1])


def _tags(last: Token) -> Iterator[str]:
    """What the parser takes the last word for: a name in the plural, a common noun, no noun at all."""
    if last.tag_ == "NNPS":
        yield "plural"
    elif last.tag_ in ("NN", "NNS"):
        yield "common"
    if last.pos_ not in ("NOUN", "PROPN"):
        yield "no_noun"


def _company(run: NameRun) -> Iterator[str]:
    """What the run is listed with: *Paris, Lyon and Marseille*, *Ann, Mary and Ruth*."""
    doc, start, end = run.words.doc, run.words.start, run.words.end
    for joint, beside in ((start - 1, start - 2), (end, end + 1)):
        if not 0 <= beside < len(doc) or doc[joint].lower_ not in (",", "and", "&", "or"):
            continue
        word = doc[beside]
        if word.text in gazetteer() or word.ent_type_ in ("GPE", "LOC", "FAC"):
            yield "beside_place"
        elif word.ent_type_ == "PERSON" or is_given_name(word.text):
            yield "beside_person"
        elif word.ent_type_ == "ORG":
            yield "beside_body"


def _label(token: Token) -> str:
    label = str(token.ent_type_)
    return {"LOC": "GPE", "FAC": "GPE", "DATE": "", "CARDINAL": "", "TIME": "", "ORDINAL": ""}.get(
        label, label
    )


def _before(run: NameRun) -> Iterator[str]:
    if run.words.start == 0:
        yield "at_start"
        return
    before = run.words.doc[run.words.start - 1]
    lower = before.lower_
    if lower in around_names("place_prepositions"):
        yield "in_before"
    elif lower in ("to", "from", "with", "for", "on", "between"):
        yield f"{lower}_before"
    elif lower == "of":
        yield from _after_of(before)
    elif lower in around_names("person_prepositions"):
        yield "by_before"
    elif lower in ("the", "a", "an"):
        yield "article_before"
    elif lower in around_names("naming_words") or lower == "one" or _names(before):
        yield "named_before"
    elif lower in (",", ":") and before.i > 0 and _is_person_word(before.nbor(-1)):
        yield "person_noun_comma_before"
    elif lower in ("and", ","):
        yield "listed"
    else:
        yield from _word_before(before)
    yield from _governor(before)


def _names(before: Token) -> bool:
    """Whether the word before says that what follows is a name: *whose nickname was*, *pseudonym:*."""
    if before.text == ":" and before.i:
        return before.nbor(-1).lower_ in around_names("name_nouns")
    is_copula = before.lower_ in ("was", "is")
    return is_copula and any(t.lower_ in around_names("name_nouns") for t in before.lefts)


def _is_person_word(token: Token) -> bool:
    return token.lower_ in person_nouns() or token.lower_ in kin_terms() or token.lemma_ in kin_terms()


def _word_before(before: Token) -> Iterator[str]:
    if _is_person_word(before):
        yield "person_noun_before"
    elif before.lower_ in demonyms():
        yield "demonym_before"
    elif before.lower_ in around_names("thing_nouns"):
        yield "thing_before"
    elif before.pos_ == "NOUN":
        yield "noun_before"
    elif before.pos_ == "ADJ":
        yield "adjective_before"
    if before.text in ('"', "'"):
        yield "quoted"


def _after_of(of: Token) -> Iterator[str]:
    yield "of_before"
    noun = of.nbor(-1) if of.i else of
    if noun.lower_ in around_names("place_nouns"):
        yield "city_of_before"
    elif noun.lower_ in kin_terms() or noun.lemma_ in kin_terms():
        yield "kin_of_before"
    elif noun.lower_ in person_nouns():
        yield "person_noun_of_before"
    elif noun.lemma_ in around_names("event_nouns"):
        yield "event_of_before"
    elif noun.text[:1].isupper() and (noun.pos_ == "PROPN" or is_given_name(noun.text)):
        yield "byname_of_before" if is_given_name(noun.text) else "name_of_before"


def _governor(before: Token) -> Iterator[str]:
    """The verb on which the preposition before the name hangs: *married to*, *wrote to*."""
    if before.dep_ == "prep" and before.lower_ in ("to", "with", "from", "by", "under", "for"):
        if before.head.lemma_ in around_names("person_verbs"):
            yield f"person_verb_{before.lower_}"
        elif before.head.lemma_ in around_names("travel_verbs"):
            yield f"travel_verb_{before.lower_}"


def _after(run: NameRun) -> Iterator[str]:
    doc, at = run.words.doc, run.words.end
    if at >= len(doc):
        return
    after = doc[at]
    if after.text in ("'s", "'"):
        yield "possessive"
        if at + 1 < len(doc) and _is_person_word(doc[at + 1]):
            yield "kin_after"
    elif after.text == "," and at + 1 < len(doc):
        yield from _after_comma(doc[at + 1])
    elif after.lower_ in ("who", "himself", "herself"):
        yield "who_after"
    elif after.text == "(" and _LIFE.match(doc.text, after.idx):
        yield "life_dates"
    elif after.pos_ == "NOUN":
        yield "noun_after" if _is_person_word(after) else "thing_after"
    elif after.lower_ == "of":
        yield "byname_after" if _may_be_byname(run) else "of_after"
    elif after.lower_ == "the" and at + 1 < len(doc) and _is_person_word(doc[at + 1]):
        yield "the_person_noun_after"


def _may_be_byname(run: NameRun) -> bool:
    """Whether the one word before *of* can be a name: *Odo of Bayeux*, not *the Order of*."""
    if len(run.words) > 1 or run.words.root.text in never_persons():
        return False
    has_article = run.words.start > 0 and run.words.doc[run.words.start - 1].pos_ in ("DET", "PRON", "ADJ")
    word = run.words[0]
    is_thing = any(word.text in heads(kind) for kind in ("organisation", "place", "award", "event"))
    return not has_article and not is_thing and word.lower_ not in around_names("thing_nouns")


def _after_comma(token: Token) -> Iterator[str]:
    if token.lower_ in ("who", "whose", "whom"):
        yield "who_after"
    elif token.lower_ in ("where", "which"):
        yield "where_after"
    elif token.lower_ in ("a", "an", "the", "his", "her"):
        if any(_is_person_word(t) for t in token.doc[token.i + 1 : token.i + 5]):
            yield "person_apposition"
    elif token.lower_ in kin_terms() or token.lower_ in person_nouns():
        yield "person_apposition"


def _syntax(root: Token) -> Iterator[str]:
    dep = root.dep_
    if dep in ("nsubj", "nsubjpass"):
        yield "subject"
        if root.head.lemma_ in around_names("person_verbs"):
            yield "subject_of_person_verb"
    elif dep in ("dobj", "dative", "pobj", "poss", "compound", "appos", "conj", "nmod", "amod", "ROOT"):
        yield f"dep:{dep}"
        if dep == "dobj" and root.head.lemma_ in around_names("person_verbs"):
            yield "object_of_person_verb"


def _type_features(run: NameRun) -> Iterator[str]:
    texts = [t.text for t in run.bare if t.text[:1].isalpha()]
    yield f"words:{min(len(texts), 4)}"
    if texts:
        yield from _person_words(texts)
        yield from _other_words(run, texts)
        yield from _shape(run)
        yield f"first_word:{_class_of(texts[0])}"
        yield f"last_word:{_class_of(texts[-1])}"


def _person_words(texts: list[str]) -> Iterator[str]:
    is_long = len(texts) > 1
    if is_given_name(texts[0]):
        yield "given_first" if is_long else "given_alone"
    if any(is_given_name(t) for t in texts[1:]):
        yield "given_inside"
    if any(is_patronymic(t) for t in texts[1:]):
        yield "patronymic"
    if any(t.endswith(".") and len(t) <= 3 for t in texts[:-1]):
        yield "initials"
    if any(t.lower() in person_nouns() or t.lower() in kin_terms() for t in texts):
        yield "person_noun_inside" if is_long else "person_noun_alone"
    if all(map(_is_mere_role, texts)):
        yield "mere_role"
    if any(t in around_names("name_particles") for t in texts):
        yield "particle"


def _is_mere_role(text: str) -> bool:
    """Whether the word says what somebody is, and is nobody's name: *Captain*, *Founder*; not *Dean*."""
    lower = text.lower().rstrip(".")
    title = title_of(text)
    is_role = lower in person_nouns() or lower in kin_terms() or (title is not None and not title.is_name_too)
    return is_role and not is_given_name(text)


def _other_words(run: NameRun, texts: list[str]) -> Iterator[str]:
    first = texts[0]
    if run.words[0].text in around_names("saints"):
        yield "saint"
    if run.name in gazetteer() or (len(texts) == 1 and first in gazetteer()):
        yield "place_known"
    elif first in gazetteer() and not is_given_name(first):
        yield "place_first"
    yield from _settled(" ".join(texts))
    for kind in ("organisation", "place", "award", "event"):
        if any(t in heads(kind) for t in texts):
            yield f"head:{kind}"
    if any(t in known("organisation") or t in known("award") for t in texts):
        yield "body_known"
    if any(t in never_persons() for t in texts):
        yield "never_person"
    if texts[-1].lower() in demonyms() or first.lower() in demonyms():
        yield "demonym"


@lru_cache(maxsize=16384)
def _settled(name: str) -> tuple[str, ...]:
    """Return what the gazetteer knows of a settlement of that name; given names weigh apart: *Florence*."""
    found = settlements().named(fold_place(name))
    if not found:
        return ()
    kind = "settled_given" if is_given_name(name) else "settled"
    most = max((place.population for place in found if place.country not in _NEW_WORLD), default=-1)
    if most < 0:
        return (f"{kind}:new_world",)
    return (f"{kind}:{'city' if most >= _CITY else 'town' if most >= _TOWN else 'village'}",)


def _shape(run: NameRun) -> Iterator[str]:
    lower = run.name.lower()
    if lower.endswith(_endings("surname_endings")):
        yield "surname_ending"
    if len(run.bare) > 1 and parse_name(run.name).culture in (
        Culture.EAST_ASIAN,
        Culture.ARABIC,
        Culture.HUNGARIAN,
    ):
        yield "eastern_name"
    if lower.endswith(_endings("place_endings")):
        yield "place_ending"
    if "-" in lower:
        yield "hyphen"
    if all(map(_DOTTED.fullmatch, run.name.split())):
        yield "dotted"
        if "." in run.name.rstrip("."):
            yield "dotted_acronym"
    if len(lower.strip(".")) == 1:
        yield "letter"
    if run.is_inverted:
        yield "inverted"
    if lower.isalpha() and run.name.isupper() and len(lower) > 1:
        yield "acronym"


@lru_cache(maxsize=16384)
def _class_of(word: str) -> str:
    """Return what the word means as a common word: a person, a place, a thing, an action, or nothing."""
    lower = word.lower()
    classes = noun_classes(lower)
    if classes:
        kinds = {name.partition(".")[0] for name in classes}
        if "person" in kinds and lower not in person_nouns():
            return "bearer"  # a well-known bearer of the name
        return (
            "person"
            if "person" in kinds
            else "place"
            if "location" in kinds or "region" in kinds
            else "thing"
        )
    if verb_classes(lower):
        return "action"
    return "things" if lower.endswith("s") and noun_classes(lower[:-1]) else "unknown"


@cache
def _endings(section: str) -> tuple[str, ...]:
    return tuple(sorted(around_names(section)))
