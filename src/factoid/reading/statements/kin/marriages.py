"""Marriages: by a verb (*wed*, *gave her hand to*) or a noun (*until her marriage to Karl Low*), from both sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factoid.model import Span
from factoid.reading.clause import SUBJECTS
from factoid.reading.parse import Token, sentence_of, span_of
from factoid.reading.statements.clauses.clauses import Clause, with_conjuncts
from factoid.reading.statements.clauses.extent import clause_span
from factoid.reading.statements.clauses.phrases import heads_of_prepositions, name_span
from factoid.reading.statements.clauses.places import place_of
from factoid.reading.statements.drafts import Draft, Inferred, Words
from factoid.reading.statements.kin.pairs import pair
from factoid.reading.statements.lexicon import kin_roles, patterns, verbs, word_list
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated, dated

_Party = tuple[str, Span | None]
_OTHER_SEX = {"m": "f", "f": "m"}


def tells_marriage(clause: Clause) -> bool:
    """Whether the verb, with the words it takes, is one of marrying."""
    if any(c.lower_ in ("married", "wed") for c in clause.complements):
        return True
    return any(p.of.name == "marry" and p.words <= clause.words for p in patterns().get(clause.lemma, ()))


def read_marriage(clause: Clause, passage: Passage) -> Iterator[Draft]:
    """Yield who married whom by a clause whose verb is one of marrying."""
    doers = [(p, passage.mention(t) if t is not None else None) for p, t in passage.doers(clause)]
    tokens = [*clause.objects, *clause.datives, *clause.prep_objects("to", "with", "for")]
    tokens += [
        t for c in (*clause.complements, *clause.objects) for t in heads_of_prepositions(c, "to", "with")
    ]
    tokens += [
        t for _, n in clause.preps if n.lemma_ in _NOUNS for t in heads_of_prepositions(n, "to", "with")
    ]
    tokens += [  # *is married to actor Karl Simons*: the parser takes the actor for a verb
        t
        for c in clause.complements
        for t in c.children
        if t.dep_ == "xcomp" and t.pos_ in ("NOUN", "PROPN", "VERB")
    ]
    rest = [t for t in tokens if t not in clause.objects]
    if clause.lemma in verbs("marrying_off") and not clause.passive and passage.persons(rest):
        given = list(_all_persons(clause.objects, set(), passage))
        if given:  # *her parents gave Nina in marriage to Otto*: not they are married
            doers, tokens = given[:1], rest
    to_others = [
        *clause.prep_objects("to"),
        *(t for c in clause.complements for t in heads_of_prepositions(c, "to")),
    ]
    beside = {person for person, _ in doers}
    others = list(_all_persons(tokens, beside, passage))
    if not others and not clause.passive:
        others = _after_date(clause, beside, passage)
    if not others and len(doers) == 2 and not to_others:
        others, doers = doers[1:], doers[:1]
    for other in others:
        yield from _couple(doers[:1], other, clause.verb, clause_span(clause), clause, passage)


def read_married_first(token: Token, passage: Passage) -> Iterator[Draft]:
    """Yield whom the subject of a sentence had married that begins so: *Having married Nina, Otto Lind moved*.

    The parser takes the participle for an adjective of her name.
    """
    doc = token.doc
    if token.dep_ != "amod" or token.i == 0:
        return
    other = passage.person(token.head)
    before = _behind_apposition(token) or token.nbor(-1)
    if before.pos_ == "PROPN" and other is not None and token.head.pos_ == "PROPN":
        yield from _married_between(before, token, passage)
    if before.lower_ != "having":
        return
    end = sentence_of(token).end
    comma = next((t.i for t in doc[token.i : end] if t.text == ","), end)
    subject = next((t for t in doc[comma:end] if passage.person(t) not in (None, other)), None)
    if other is None or subject is None or any(t.pos_ == "VERB" for t in doc[comma : subject.i]):
        return
    doer, there = passage.person(subject), passage.mention(subject)
    wed = (other, passage.mention(token.head))
    quote = Span(span_of(token.nbor(-1)).start, wed[1].end)
    yield from _couple([(doer or "", there)], wed, token, quote, None, passage)


def _behind_apposition(married: Token) -> Token | None:
    """Return the name that opens a sentence, where only what somebody is stands between: *Low, brewer, married Ann*."""
    doc, sentence = married.doc, sentence_of(married)
    name = sentence.root
    between = doc[name.i + 1 : married.i]
    is_told = name.i < married.i and len(between) > 2 and between[0].text == "," == between[-1].text
    is_bare = not any(
        t.pos_ in ("VERB", "AUX", "PRON", "PROPN", "CCONJ") for t in between if t.dep_ != "pobj"
    )
    return name if name.pos_ == "PROPN" and is_told and is_bare else None


def _married_between(before: Token, token: Token, passage: Passage) -> Iterator[Draft]:
    """Yield the couple of *Thorne married Ann, a daughter of*, where the parser takes both for one name."""
    one, other = passage.person(before), passage.person(token.head)
    if one is None or one == other or not token.i < token.head.i < token.i + 4:
        return
    there, wed = passage.mention(before), (other or "", passage.mention(token.head))
    date = _date_behind(wed[1], token, passage)
    for draft in _couple([(one, there)], wed, token, Span(there.start, wed[1].end), None, passage):
        yield replace(draft, dated=date)


def _date_behind(name: Span, married: Token, passage: Passage) -> Dated | None:
    """Return the date that stands behind whom somebody married, where no other verb does: *Ann Low at Ely in 1840*."""
    sentence = sentence_of(married)
    end = span_of(sentence).end
    times = [t for t in passage.dates.phrases if name.end <= t.start < end]
    between = [t for t in sentence if times and name.end <= t.start < times[0].start]
    is_plain = not any(t.pos_ in ("VERB", "AUX") or t.text in (";", ",") for t in between)
    return dated(times[0]) if times and is_plain else None


def read_married(token: Token, passage: Passage) -> Iterator[Draft]:
    """Yield who are married, where the parser takes it for an adjective: *Ann and Otto have been happily married*."""
    is_state = token.pos_ == "ADJ" and any(c.lemma_ == "be" for c in token.lefts)
    if not is_state or any(c.dep_ == "neg" or c.lower_ in ("never", "not") for c in token.children):
        return
    subjects = [c for c in token.lefts if c.dep_ in SUBJECTS]
    parties = passage.persons([n for s in subjects for n in with_conjuncts(s)])
    to = list(heads_of_prepositions(token, "to"))
    parties += passage.persons(to)
    if len(dict(parties)) == 2 and len(parties) - len(passage.persons(to)) == (1 if to else 2):
        (one, said), (other, there) = dict(parties).items()
        ends = [passage.mention(said), passage.mention(there), span_of(token)]
        quote = Span(min(s.start for s in ends), max(s.end for s in ends))
        yield from _couple([(one, ends[0])], (other, ends[1]), token, quote, None, passage)


def _couple(
    doers: list[_Party], other: _Party, word: Token, quote: Span, clause: Clause | None, passage: Passage
) -> Iterator[Draft]:
    for doer in doers:
        if doer[0] == other[0]:
            continue
        mine, theirs = passage.gender(doer[0]), passage.gender(other[0])
        if mine and mine == theirs and not all(passage.personas[p].is_named for p in (doer[0], other[0])):
            continue  # Ida, the daughter of the master, whom he led to the altar
        theirs = theirs or _OTHER_SEX.get(mine or "")
        mine = mine or _OTHER_SEX.get(theirs or "")
        told = "verb" if clause is not None else "noun"
        basis = f"the {told} {word.text}"
        passage.couples.append((span_of(word).start, doer[0], other[0]))
        yield from pair(
            doer,
            other,
            (Inferred(_spouse(theirs), basis), Inferred(_spouse(mine), basis)),
            Draft(
                person="",
                type="kinship",
                rule="kinship.marriage" if clause is not None else "kinship.wedding",
                slots=_place_of(clause, passage) if clause is not None else {},
                quote=quote,
                anchor=word,
                clause=clause,
                own_date=clause is None,
                undated=word.lemma_ == "divorce",  # its day is not that of the wedding
                confidence=0.85,
            ),
        )


def _after_date(clause: Clause, but: set[str], passage: Passage) -> list[_Party]:
    """Return whom the verb takes though a date or a manner stands between: *married, on 3 May 1812, Ann Low*."""
    doc = clause.verb.doc
    for word in doc[clause.verb.i + 1 : clause.verb.i + 14]:
        person = passage.person(word)
        if person is not None and word.pos_ == "PROPN":
            return [(person, passage.mention(word))] if person not in but else []
        if not (_may_stand_between(word) or passage.dates.is_time(word)):
            break
    return []


def _may_stand_between(word: Token) -> bool:
    is_manner = word.dep_ == "pobj" and word.pos_ == "NOUN"  # *by proxy*, *in secret*
    if word.lower_ in ("of", "after", "before", "since"):
        return False  # *married again after the death of Karl Low*
    return is_manner or (word.is_punct and word.text != ";") or word.pos_ in ("ADP", "DET", "NUM", "ADV")


def _place_of(clause: Clause, passage: Passage) -> dict[str, Words]:
    """Return where the wedding was."""
    beside = ((h.head.lower_, h) for o in clause.objects for h in heads_of_prepositions(o, "in", "at"))
    found = place_of(clause, passage, beside)
    church = next(_churches(clause, passage), None) if not found else None
    return found if church is None else {"place": name_span(church, passage.entities)}


def _churches(clause: Clause, passage: Passage) -> Iterator[Token]:
    """Yield the houses in which a wedding was, of one name or by their kind: *at Holy Trinity, Hull*."""
    for head in clause.prep_objects("at", "in"):
        if passage.entities.label_of(head) == "organisation" or head.lemma_.lower() in word_list(
            "where_one_marries"
        ):
            yield head


def _all_persons(tokens: list[Token], but: set[str], passage: Passage) -> Iterator[_Party]:
    """Yield the first that a noun phrase names, and those that it lists by name: *first Ann Low, then Ida Berg*."""
    found: set[str] = set()
    for token in tokens:
        first = next(_first_person(token, but | found, passage), None)
        if first is not None and (not found or token.pos_ == "PROPN"):
            found.add(first[0])
            yield first


def _first_person(token: Token, but: set[str], passage: Passage) -> Iterator[_Party]:
    """Yield the person that a noun phrase names, wherever in it the name stands: *the cooper Anton*.

    Of *a daughter of Karl Low* nobody is named.
    """
    is_kin = token.lemma_.lower() in kin_roles() and passage.person(token) is None
    of = next((c for c in token.rights if c.dep_ == "prep" and c.lower_ == "of"), None) if is_kin else None
    for word in (token, *token.subtree):
        if of is not None and of.i <= word.i <= of.right_edge.i:
            continue
        person = passage.person(word)
        if person is not None and person not in but and word.dep_ != "poss":
            yield person, passage.mention(word)
            return


def _spouse(gender: str | None) -> str:
    return {"m": "husband", "f": "wife"}.get(gender or "", "spouse")


# --- by a noun ---

_NOUNS = verbs("marriage_nouns")
#: after these it is bounded by the marriage, or told of it, that the subject does something: their marriage
_TO_SUBJECT = frozenset(
    ("after", "before", "until", "till", "since", "by", "on", "upon", "at", "through", "following")
)


def read_wedding(token: Token, passage: Passage) -> Iterator[Draft]:
    """Yield who married whom by a noun: *his marriage to Ann Low*, *the wedding of Karl Low and Ann Berg*."""
    owned = [c for c in token.children if c.dep_ == "poss"]
    one = [p for c in owned for p in passage.persons(with_conjuncts(c))]
    of = passage.persons(list(heads_of_prepositions(token, "of", "between")))
    heads = [h for n in (token, *(t for _, t in of)) for h in heads_of_prepositions(n, "to", "with")]
    to = [(p, t) for p, t in passage.persons(heads) if any(w.pos_ == "PROPN" for w in (t, *t.rights))]
    told: list[tuple[str, Token | None]] = [*one, *of]
    if not told and to and not owned:
        told = [(p, t) for p, t in _subject_of(token, passage) if t is not None] or _of_a_line(token, passage)
    parties = dict([*told, *to])
    if len(parties) != 2 or (token.lemma_ == "union" and not to):
        return
    (first, where), (second, there) = (
        (p, passage.mention(t) if t is not None else None) for p, t in parties.items()
    )
    words = [span_of(token), *(said for said in (where, there) if said is not None)]
    quote = Span(min(w.start for w in words), max(w.end for w in words))
    if quote.end - quote.start <= _LONGEST:
        yield from _couple([(first, where)], (second, there), token, quote, None, passage)


def _of_a_line(token: Token, passage: Passage) -> list[tuple[str, Token | None]]:
    """Return whom the passage is about where the noun opens a line or is behind its date: *1914: Marriage to Ann*."""
    before = token.doc[: token.i]
    is_first = all(passage.dates.is_time(t) or not t.text.isalpha() for t in before)
    return [(passage.main, None)] if is_first and passage.main is not None else []


_LONGEST = 230


def _subject_of(token: Token, passage: Passage) -> list[tuple[str, Token | None]]:
    """Return who does what the marriage is told with: *after marriage to Otto, Nina …*."""
    clause = passage.clause_over(token)
    is_object = token.dep_ == "dobj" or token.head.lower_ in ("into", "in")
    if not is_object and token.head.lower_ not in _TO_SUBJECT:
        return []
    return passage.doers(clause)[:1] if clause is not None and not tells_marriage(clause) else []
