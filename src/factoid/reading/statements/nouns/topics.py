"""Statements that a noun makes wherever it stands near a person: an order, a prison, a regiment, a party, a title.

The verb beside such a noun may say little or be missing (*the Order of Merit followed*, *Medal, 1904*). Here
every such noun is offered as a draft for whoever its clause is about; how it stands there is what is weighed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factoid.model import Span
from factoid.reading.orders import order_ending
from factoid.reading.parse import Token, span_of
from factoid.reading.people.phrases import is_acted
from factoid.reading.statements.clauses.clauses import Clause
from factoid.reading.statements.clauses.extent import clause_span
from factoid.reading.statements.clauses.phrases import is_no_award, is_place, name_span, phrase
from factoid.reading.statements.clauses.places import place_of, seat
from factoid.reading.statements.deeds.fields import education_fields, with_field
from factoid.reading.statements.drafts import Draft, Inferred, Words
from factoid.reading.statements.lexicon import (
    bodies,
    party_words,
    post_nominals,
    profession_verbs,
    religions,
    role_words,
    verbs,
    war_words,
    word_list,
)
from factoid.reading.statements.notes.leads import is_in_list_of_works
from factoid.reading.statements.nouns.role_nouns import role_kind
from factoid.reading.statements.nouns.topic_holders import Holder, holders, quote_to
from factoid.reading.statements.nouns.topic_posts import (
    LEARNERS,
    is_excluded,
    is_of_a_post,
    is_of_the_teachers,
    is_taught_at,
    is_within_a_post,
    verb_above,
)
from factoid.reading.statements.passage import Passage
from factoid.reading.word_classes import noun_classes

_NOUNS = ("NOUN", "PROPN", "X")


def read_topics(passage: Passage) -> Iterator[Draft]:
    """Yield a draft for every noun that tells of a kind of thing in lives, and everybody it may tell of."""
    for clause in passage.clauses.values():
        yield from _of_profession(clause, passage)
    for token in passage.segment.doc:
        if token.pos_ not in _NOUNS or passage.person(token) is not None or _is_label(token):
            continue
        type_ = topic_of(token, passage)
        if type_ is None or is_acted(token) or _is_of_another(token, type_, passage):
            continue
        if passage.is_entry and is_in_list_of_works(token, passage.content):
            continue
        slots = _slots(token, type_, passage)
        core = next((s for s in slots.values() if isinstance(s, Span)), span_of(token))
        if type_ == "education":
            slots = _from_clause(token, passage) | slots
        for holder in holders(token, passage):
            if type_ == "education" and holder.how.startswith("doer") and _is_given(token):
                continue
            draft = Draft(
                person=holder.person,
                type=type_,
                rule=f"{type_}.topic",
                quote=quote_to(core, holder, token),
                anchor=token,
                who=holder.where,
                slots=slots,
                own_date=holder.how == "note",
                side=holder.how,
                likelihood=_SURE if type_ == "membership" and _is_elected(token, passage) else None,
            )
            yield draft if type_ != "education" or not _has_seat_there(holder, passage) else _seated(draft)


_SURE = 0.75


def _is_elected(token: Token, passage: Passage) -> bool:
    """Whether somebody is made a fellow whose society is told by its letters: *was elected FRS in 1818*."""
    clause = passage.clauses.get(token.head.i)
    return (
        token.lower_ in word_list("fellowships")
        and token.dep_ in ("oprd", "dobj", "attr")
        and clause is not None
        and clause.lemma in verbs("appointing")
    )


def _is_given(token: Token) -> bool:
    """Whether others learn by it: *gave private lessons*, *kept a school*."""
    verb = verb_above(token)
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
    return token.dep_ == "dobj" and not passive and verb.lemma_ in verbs("schooling_others")


def _has_seat_there(holder: Holder, passage: Passage) -> bool:
    """Whether a name is told by its school, where somebody works more likely than learns: *Ann Low of Yale*."""
    words = passage.segment.words(holder.where) if holder.where is not None else None
    return (
        holder.how in ("beside pobj at", "beside pobj of") and words is not None and words[-1].pos_ == "PROPN"
    )


def _seated(draft: Draft) -> Draft:
    slots = {slot: words for slot, words in draft.slots.items() if slot != "value"}
    slots["value"] = Inferred("held", "the school is said of the person")
    return replace(draft, type="office", rule="office.seat", slots=slots)


def _is_label(token: Token) -> bool:
    """Whether a noun is what a line of a card tells: *Party: member of the Bund*."""
    doc = token.doc
    return token.is_sent_start is True and token.i + 1 < len(doc) and doc[token.i + 1].text == ":"


def _from_clause(token: Token, passage: Passage) -> dict[str, Words]:
    """Return what else the clause tells that names the school: *studied law at Graz*, *a degree from Yale*."""
    clause = passage.clauses.get(verb_above(token).i)
    if clause is None or clause.lemma not in verbs("learning"):
        return {}
    return education_fields(clause, passage)


def _of_profession(clause: Clause, passage: Passage) -> Iterator[Draft]:
    type_ = profession_verbs().get(clause.lemma)
    if type_ is None or (
        clause.lemma == "convert" and clause.objects and not passage.persons(clause.objects)
    ):
        return  # *converted her fortune into gold*
    what = next((h for p, h in clause.preps if p in ("to", "into", "from", "as") and _is_faith(h)), None)
    value: Words = phrase(what) if what is not None else span_of(clause.verb)
    persons = [*passage.persons(clause.objects), *passage.doers(clause)]
    for person, said in persons[:1]:
        yield Draft(
            person=person,
            type=type_,
            rule=f"{type_}.verb",
            quote=clause_span(clause),
            anchor=clause.verb,
            who=passage.mention(said) if said is not None else None,
            slots={"value": value, **place_of(clause, passage)},
            clause=clause,
        )


def _is_faith(token: Token) -> bool:
    word = token.lower_
    return word in bodies("faith") or word in religions() or word.rstrip("s") in religions()


def _is_kind_of_thing(token: Token) -> bool:
    """Whether the word only tells of what kind a thing is: *the baptism book*, not *a Baptist minister*."""
    thing = token.head
    return token.dep_ == "compound" and thing.pos_ == "NOUN" and "person.0" not in noun_classes(thing.lemma_)


def topic_of(token: Token, passage: Passage) -> str | None:
    """Return the type of statement that the noun alone makes likely; None for most nouns."""
    lemma = token.lemma_.lower()
    if token.text in post_nominals() or order_ending(token) is not None:
        return "award"
    if any(c.lower_ in bodies("school_sign") for c in token.children if c.dep_ == "compound"):
        return "education"
    if lemma in bodies("award"):
        return None if _is_part_of_name(token) or is_no_award(token) else "award"
    if lemma in bodies("faith"):
        return "religion" if token.tag_ not in ("NNS", "NNPS") and not _is_kind_of_thing(token) else None
    if lemma in bodies("citizenship"):
        is_bare = lemma == "passport" and not any(c.dep_ in ("amod", "compound") for c in token.lefts)
        return None if is_bare or token.tag_ in ("NNS", "NNPS") else "citizenship"
    if lemma in bodies("prison"):
        return "imprisonment"
    if lemma in war_words() or lemma in bodies("force"):
        return "service"
    if lemma in party_words() and role_words().get(lemma) is None:
        return "membership" if lemma != "soviet" or token.dep_ not in ("compound", "amod", "nmod") else None
    if lemma in bodies("school") and not is_place(token, passage.entities):
        is_rank = lemma == "class" and any(c.lower_ in word_list("classes_of_society") for c in token.lefts)
        return "education" if not is_rank else None
    return None


def _is_of_another(token: Token, type_: str, passage: Passage) -> bool:
    """Whether the noun only says of what a post or an honour is: *head of the prison*, *Order of the 4th degree*."""
    if type_ == "education" and any(a.lemma_.lower() in bodies("award") for a in token.ancestors):
        return True
    if type_ in ("membership", "service") and is_within_a_post(token):
        return True
    if token.lower_ == "front" and token.i and token.nbor(-1).lower_ == "in":
        return True
    if type_ == "education" and (
        is_taught_at(token, passage)
        or _is_part_of_another(token, passage)
        or is_excluded(token, passage)
        or is_of_the_teachers(token)
    ):
        return True
    if type_ == "citizenship" and any(a.lemma_.lower() in _TAKING_AWAY for a in token.ancestors):
        return True
    if token.text == "tower" or (type_ == "citizenship" and _is_numbered(token)):
        return True  # a clock on a tower
    if type_ == "imprisonment" and _is_no_stay(token, passage):
        return True
    return type_ in ("education", "imprisonment") and is_of_a_post(token, passage)


def _is_numbered(noun: Token) -> bool:
    """Whether a number stands behind it: *Subject 1*."""
    return noun.i + 1 < len(noun.doc) and noun.nbor(1).like_num


_TAKING_AWAY = frozenset(("deprive", "deprived", "strip", "lose", "renounce", "revoke", "refuse", "deny"))


def _is_part_of_another(token: Token, passage: Passage) -> bool:
    """Whether a thing of the school is told of: *after the closure of the universities*, *the walls of the school*."""
    noun = token.head.head
    if token.dep_ in ("compound", "nmod") and token.head.lemma_.lower() in word_list("firms"):
        return True  # *a law firm*, *her law practice*
    return (
        token.dep_ == "pobj"
        and token.head.lower_ == "of"
        and noun.pos_ == "NOUN"
        and passage.person(noun) is None
        and noun.lemma_.lower() not in LEARNERS
        and noun.lemma_.lower() not in bodies("school")
        and noun.lemma_.lower() not in bodies("degree")
        and role_kind(noun)[0] is None
        and noun.lemma_.lower()
        not in ("member", "course", "year", "faculty", "department", "doctor", "bachelor", "master")
    )


_OTHER_CAMPS = frozenset(
    ("refugee", "training", "summer", "base", "army", "military", "holiday", "scout", "boot")
)


def _is_no_stay(token: Token, passage: Passage) -> bool:
    """Whether it tells of nobody held there: *the prison doctor*, *a refugee camp*, *condemned to prison*."""
    if token.dep_ == "compound" and token.head.pos_ in _NOUNS and topic_of(token.head, passage) is None:
        return True
    if any(c.lower_ in _OTHER_CAMPS for c in token.lefts):
        return True
    verb = verb_above(token)
    if token.dep_ == "dobj" and verb.lemma_ not in verbs("enduring"):
        return True  # *governed the fortress*, *attacked the prison*
    return verb.lemma_ in ("condemn", "sentence")


def _is_part_of_name(token: Token) -> bool:
    """Whether another noun of award heads the name that the token stands in: *Order* of the *Star*."""
    head = token.head
    if token.i > 0 and token.nbor(-1).text == "-":  # *the All-Star Game*
        return True
    if token.dep_ in ("compound", "nmod") and head.lemma_.lower() in bodies("award"):
        return True
    return token.dep_ == "pobj" and head.head.lemma_.lower() in bodies("award") and head.lower_ == "of"


def _begins_to_serve(verb: Token) -> bool:
    """Whether somebody starts to work for a body: *began to work for*, *started working*, *began his service in*."""
    if verb.lemma_ in ("work", "serve"):
        return verb.head.lemma_ in ("begin", "start", "come") and verb.head.i != verb.i
    return verb.lemma_ in ("begin", "start") and any(
        child.dep_ == "dobj" and child.lemma_ in ("service", "work", "career") for child in verb.children
    )


def _place_of(token: Token, passage: Passage) -> dict[str, Words]:
    """Return the place in or at which something is told to be, or right behind it: *went to school at Ulnes*."""
    place = seat(token, passage)
    if place is None and token.i + 1 < len(token.doc) and token.nbor(1).dep_ == "prep":
        place = next((h for h in (seat(token.nbor(1).head, passage),) if h and h.head.i == token.i + 1), None)
    return {"place": name_span(place, passage.entities)} if place is not None else {}


def _place_in_bracket(token: Token, passage: Passage) -> dict[str, Words]:
    """Return the place that a note puts into a bracket: *in the Cheka from 1920 (Samara)*."""
    doc = token.doc
    for at in range(token.i + 1, min(token.i + 8, len(doc) - 2)):
        if doc[at].text in (".", ";"):
            break
        if doc[at].text == "(" and is_place(doc[at + 1], passage.entities):
            return {"place": name_span(doc[at + 1], passage.entities)}
    return {}


def _slots(token: Token, type_: str, passage: Passage) -> dict[str, Words]:
    order = order_ending(token)
    whole = span_of(order) if order is not None else phrase(token)
    where = _place_of(token, passage)
    if type_ in ("award", "religion", "citizenship"):
        return {"value": whole}
    if type_ == "imprisonment":
        if token.lemma_.lower() in ("prisoner", "captive", "inmate"):
            return {}
        is_bare = whole == span_of(token) and token.text.islower()  # *in prison in Bergen*
        return {"place": whole} | (where if is_bare else {})
    if type_ == "service":
        return ({"value": whole} if token.lemma_.lower() in war_words() else {"organisation": whole}) | where
    if type_ == "membership":
        verb = verb_above(token)
        how = (
            "left"
            if verb.lemma_ in verbs("leaving")
            else "joined"
            if verb.lemma_ in verbs("joining") or _begins_to_serve(verb)
            else "member"
        )
        if not where and how == "joined":
            where = _place_of(verb, passage)
        told: dict[str, Words] = {"value": Inferred(how, f"the word {verb.text}"), "organisation": whole}
        bracketed = _place_in_bracket(token, passage) if passage.is_entry else {}
        return told | where if how == "joined" else told | bracketed
    if token.lemma_.lower() in bodies("degree"):
        field = with_field(token, passage)
        return {"value": field} | (where if field == phrase(token) else {})
    return {"organisation": whole} | where
