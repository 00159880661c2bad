"""What speaks for and against a run of capitalised words being a person's name: features by occurrence."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from factoid.names import fold, is_given_name
from factoid.reading.lexicons import (
    around_names,
    demonyms,
    gazetteer,
    heads,
    kin_terms,
    never_persons,
    person_nouns,
)
from factoid.reading.name_run import NameRun
from factoid.reading.name_traits import traits_of
from factoid.reading.other_names import is_label_of_entry, those_called
from factoid.reading.parse import Token
from factoid.reading.runs import is_start

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
        | dict.fromkeys(traits_of(run), 1.0)
        for key, run in names.items()
    }


_TELLING = frozenset(
    ["titled", "ner:PERSON", "person_noun_before", "who_after", "life_dates", "kin_after", "told_as_a_name",
     "ner:GPE", "ner:ORG", "in_before"]
)  # fmt: skip


def _occurrence(run: NameRun) -> Iterator[str]:
    words = run.bare
    label = _label(words[-1]) or _label(words[0])
    yield f"ner:{label}"
    if run.titles:
        yield "titled"
    if is_start(run.words[0]):
        yield "sentence_start"
    if next(those_called(run.words), None) is not None or is_label_of_entry(run.words):
        yield "told_as_a_name"
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
