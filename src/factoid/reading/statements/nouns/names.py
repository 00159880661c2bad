"""Other names: *née*, *alias*, *known as*, *under the name of*, *called*, nicknames in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factoid.model import MentionForm, Span
from factoid.names import parse_name
from factoid.reading.clause import SUBJECTS, clause_of
from factoid.reading.parse import Token, offset_of, sentence_of, span_of
from factoid.reading.statements.clauses.clauses import Clause, verb_over
from factoid.reading.statements.clauses.extent import clause_span
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.lexicon import name_triggers, peoples
from factoid.reading.statements.passage import Passage
from factoid.reading.statements.when.dated import Dated
from factoid.reading.word_classes import noun_classes

# a full stop belongs to an initial or a short abbreviation; after a longer word the sentence ends
_PART = r"[^\W\d_a-z](?:[\w-]{0,2}\.|[\w'\u2019-]*)(?:[\w'\u2019-]+)?"
# small words of a name, and an article that a hyphen joins to the next: *mac Carthaig*, *Ibn al-Sarraj*
_SMALL = (
    r"(?:de|da|do|di|dos|das|della|dei|degli|von|van|der|den|ter|ten|zu|af|av|bint|bin|ibn|ben|bat|mac|mc|ua|ui|uí|ap|ferch"
    r"|al|el|ul|of|the|la|le|las|los|del|du|y|á)"
)
_PREFIX = r"(?:(?:a[lnrstdz]|ash|el|ul|ud|us|ur)[-\u2019'])"
_NAME = (
    r"(?P<name>[\"\u201c](?:the\s+)?[^\"\u201c\u201d\n]{2,40}[\"\u201d]"  # an apostrophe within: *"Uji's Thief"*
    r"|['\u2018\u00ab](?:the\s+)?[^\"'\u201c\u201d\u2018\u2019\u00ab\u00bb]{2,40}[\"'\u201d\u2019\u00bb]"
    rf"|(?:(?:[Tt]he|il|lo|la|le|el)\s+)?{_PART}(?:\s+(?:{_SMALL}\s+)*{_PREFIX}?{_PART}){{0,5}})"
)
_TRIGGERS = re.compile(rf"(?:{name_triggers()})\s+{_NAME}")
_BORN = re.compile(r"\b[Bb]orn:?\s+" + _NAME + r"(?=[,;.)]|\s+(?:in|on|at|to|and)\b|\s*$)")
#: a name taken at some time, and not the one borne always: *nicknamed*, *née*
_TAKEN = re.compile(
    r"(?i)\b(?:under|by|with|in|took|take|assumed|adopted) +(?:the|a) +(?:\w+ )?name\b|(?:him|her|my)self\b"
)
_STYLE = re.compile(r"\bwhose\s+(?:style|nickname|name|surname)\s+was\s+" + _NAME)
_QUOTE_END = r"[\"'\u201d\u2019]?"
_CALLED = r"\s+as\s+(?!he\b|she\b)[\w' ]{2,30}\s+(?:calls?|called|named)\s+(?:him|her|me)\b"
_CALLING = re.compile(_CALLED)
_AS_CALLED = re.compile(rf"{_NAME}{_QUOTE_END},?{_QUOTE_END}{_CALLED}")
_SCRIPT = re.compile(
    r"(?<=\w)\s?\((?:[A-Z][a-z]+:?\s)?(?P<name>[^\W\d_A-Za-z\u00c0-\u024f][^()\[\],;:\d]{1,60}?)\s?(?=[),;:])"
)
_QUOTED = re.compile(r"[\"\u201c](?P<name>(?:the\s+)?[^\W\d_a-z][^\"\u201c\u201d]{1,28})[\"\u201d]")
_NOT_NAMES = frozenset(
    ("he", "she", "they", "it", "we", "i", "you", "his", "her", "the", "a", "an", "this", "that", "god",
     "god amen")
)  # fmt: skip


def read_names(passage: Passage) -> Iterator[Draft]:
    """Yield what the passage calls people besides."""
    doc = passage.segment.doc
    if not len(doc):
        return
    low, high = offset_of(doc[0]), doc.ends[-1]
    content = passage.content
    found: set[tuple[int, int]] = set()
    calling = _CALLING.search(content, low, high)  # the pattern is dear, and seldom needed
    for pattern in (_TRIGGERS, _STYLE, _BORN, *([_AS_CALLED] if calling is not None else [])):
        for match in pattern.finditer(content, low, high):
            span = _within_sentence(_unquoted(Span(*match.span("name")), content), passage)
            words = span.of(content)
            if (span.start, span.end) in found or words.lower() in _NOT_NAMES or words.lower() in peoples():
                continue
            draft = _named(match, span, passage, is_born=pattern is _BORN)
            if draft is not None:
                found.add((span.start, span.end))
                yield draft
    yield from _gone_by(passage, {Span(*span) for span in found})
    yield from _quoted_within(passage, low, high)
    yield from _in_own_script(passage, low, high)


def _gone_by(passage: Passage, told: set[Span]) -> Iterator[Draft]:
    """A name that somebody went by or took with a vow: *travelled as Emil Roth*, *became Brother Anselm*."""
    for token in passage.segment.doc[1:]:
        before = token.nbor(-1)
        if token.pos_ != "PROPN" or not (before.lower_ == "as" or before.lemma_ == "become"):
            continue
        person, said = passage.person(token), passage.people.mention_at(token)
        if person is None or said is None or said.form is not MentionForm.NAME or said.start != token.start:
            continue
        clause = passage.clauses.get(clause_of(before).i)
        doer = (
            next((t for p, t in passage.doers(clause) if p == person), None) if clause is not None else None
        )
        if clause is None or doer is None or any(span.overlaps(said.span) for span in told):
            continue
        words = said.span.of(passage.content)
        others = (
            m.span.of(passage.content) for m in passage.personas[person].mentions if m.form is said.form
        )
        if all(name in words for name in others) or passage.content[said.end : said.end + 1] in (
            "'",
            "\u2019",
        ):
            continue
        yield Draft(
            person=person,
            type="name",
            rule="name.gone_by",
            quote=clause_span(clause),
            anchor=clause.verb,
            who=passage.mention(doer),
            slots={"value": said.span},
            undated=True,
            confidence=0.75,
            clause=clause,
        )


def _in_own_script(passage: Passage, low: int, high: int) -> Iterator[Draft]:
    """The name in other letters in brackets right after it: *Kim (Korean: \uae40\uc601\ud76c)*."""
    for match in _SCRIPT.finditer(passage.content, low, high):
        words = passage.segment.words(Span(max(match.start() - 25, low), match.start()))
        person = passage.person(words[-1]) if words is not None and len(words) else None
        if words is None or person is None or words[-1].pos_ != "PROPN":
            continue
        mention = passage.mention(words[-1])
        if mention.end < match.start():
            continue
        yield Draft(
            person=person,
            type="name",
            rule="name.script",
            quote=Span(mention.start, match.end("name")),
            anchor=words[-1],
            who=mention,
            slots={"value": Span(*match.span("name"))},
            undated=True,
            confidence=0.8,
        )


def _unquoted(span: Span, content: str) -> Span:
    start, end = span
    while start < end and content[start] in "\"'\u201c\u2018\u00ab ":
        start += 1
    while end > start and content[end - 1] in "\"'\u201d\u2019\u00bb ,.;:":
        end -= 1
    return Span(start, end)


def _within_sentence(name: Span, passage: Passage) -> Span:
    """Return the name without what the next sentence begins with: *under the name of Max Roy. He came back*."""
    words = passage.segment.words(name)
    for mark in list(words or ())[1:-1]:
        if mark.text == "." and mark.nbor(1).is_sent_start:
            return Span(name.start, span_of(mark).start)
    return name


def _named(match: re.Match[str], name: Span, passage: Passage, *, is_born: bool) -> Draft | None:
    words = passage.segment.words(Span(match.start(), name.end))
    if words is None or len(words) == 0:
        return None
    trigger = words[0]
    is_alone = trigger.is_sent_start and " " not in name.of(passage.content)
    if is_born and passage.is_entry and is_alone and passage.content[name.end : name.end + 1] == ",":
        return None  # Born Cesis, son of a miller: where
    if is_born and (
        passage.entities.label_of(words[-1]) == "place" or _is_birthplace(words[-1], name, passage)
    ):
        return None
    if _is_name_of_thing(trigger, passage):
        return None
    called = _called_besides(name, passage)
    bearer = called or _of_its_own(name, passage) or _bearer(trigger, name, match[0].lower(), passage)
    if bearer is None:
        return None
    person, where = bearer
    if _is_of_other_sex(name, person, passage):
        own = _called_otherwise(name, passage)
        if own is None or _is_of_other_sex(name, own, passage):
            return None
        person, where = own, None
    if called is not None and where is not None:
        name = Span(where.end + 1, name.end)
    if name.of(passage.content).startswith("my "):
        return None  # called her "my eagle"
    start = (
        min(where.start, match.start())
        if where is not None and match.start() - where.start < 150 and where.start < match.start()
        else match.start()
    )
    is_taken = _TAKEN.search(match[0]) is not None or (is_born and trigger.is_sent_start)
    return Draft(
        person=person,
        type="name",
        rule="name.trigger",
        quote=Span(start, name.end),
        anchor=trigger,
        who=where,
        slots={"value": name},
        dated=_date_beside(trigger, passage) if is_taken else None,
        undated=True,
        confidence=0.75,
    )


def _of_its_own(name: Span, passage: Passage) -> tuple[str, Span | None] | None:
    """Return whose name it is as the people of the text have it, where they are named before it.

    *Otto, baptised by Karl, took the name of Paul*: who stands nearest is another.
    """
    words = passage.segment.words(name)
    person = passage.person(words[0]) if words is not None and len(words) else None
    if person is None:
        return None
    before = [
        m.span
        for m in passage.personas[person].mentions
        if m.form is MentionForm.NAME and name.start - _BESIDE < m.start and m.end <= name.start
    ]
    return (person, before[-1]) if before else None


_BESIDE = 150  #: characters


def _called_otherwise(name: Span, passage: Passage) -> str | None:
    """Return whose name it is, where the text calls its bearer by others too."""
    words = passage.segment.words(name)
    person = passage.person(words[0]) if words is not None and len(words) else None
    if person is None:
        return None
    content = passage.content
    forms = {m.span.of(content) for m in passage.personas[person].mentions if m.form is MentionForm.NAME}
    return person if any(form not in name.of(content) for form in forms) else None


def _is_of_other_sex(name: Span, person: str, passage: Passage) -> bool:
    """Whether the title in a name is a woman's and the bearer a man, or turned round: *he was called Baroness Lind*."""
    told, gender = parse_name(name.of(passage.content)), passage.personas[person].gender
    return bool(told.titles and told.sex and gender and told.sex != gender)


def _date_beside(trigger: Token, passage: Passage) -> Dated | None:
    """Return the date in the clause of a name that is given or used there: *lived in 1920 under the name of Low*."""
    told = passage.dates.of(trigger, narrative=False)
    if told is None or told.span is None:
        return None
    verb = verb_over(trigger, passage.clauses)
    times = passage.dates.story.within(told.span.start, told.span.end)
    return told if times and passage.dates.teller(times[0]) == verb.i else None


def _called_besides(name: Span, passage: Passage) -> tuple[str, Span | None] | None:
    """Return who is named first where the other name follows at once: *his friends called Otto Lind the Fox*."""
    words = passage.segment.words(name)
    first = passage.person(words[0]) if words is not None and len(words) else None
    if words is None or first is None:
        return None
    at = passage.mention(words[0])
    return (
        (first, at) if passage.content[at.end : at.end + 5].lower() == " the " and at.end < name.end else None
    )


def _is_birthplace(last: Token, name: Span, passage: Passage) -> bool:
    """Whether one word stands between *born* and the date, or its land too: *born Triesch, Moravia, 13 March 1722*."""
    doc, at = last.doc, last.i + 1
    if at + 2 < len(doc) and doc[at].text == "," and doc[at + 1].pos_ == "PROPN" and doc[at + 2].text == ",":
        at += 2
    return (
        " " not in name.of(passage.content)
        and at + 1 < len(doc)
        and doc[at].text == ","
        and passage.dates.is_time(doc[at + 1])
    )


def _is_name_of_thing(trigger: Token, passage: Passage) -> bool:
    """Whether a thing is called so: *a store, called the Red House*; *the Guard, known as the Tigers*."""
    at = trigger.i - 1
    while at > 0 and (trigger.doc[at].is_punct or trigger.doc[at].pos_ == "ADV"):
        at -= 1
    verb = trigger.head if trigger.pos_ == "ADV" else trigger
    if verb.dep_ not in ("acl", "advcl", "relcl", "amod") or at >= trigger.i:
        return False
    return _is_thing(trigger.doc[at], passage) or (verb.dep_ == "acl" and _is_thing(verb.head, passage))


def _is_thing(noun: Token, passage: Passage) -> bool:
    return (
        noun.pos_ in ("NOUN", "PROPN")
        and passage.person(noun) is None
        and passage.entities.label_of(noun) != "person"
        and "person.0" not in noun_classes(noun.lemma_.lower())
    )


def _bearer(trigger: Token, name: Span, words: str, passage: Passage) -> tuple[str, Span | None] | None:
    """Return who is called so: the object of calling, else who stands before, else the subject."""
    clause = passage.clauses.get(trigger.i)
    if clause is not None and _is_of_itself(clause, name):
        return None
    if clause is not None:
        who = _of_clause(clause, name, passage, words)
        if who is not None:
            return who
    sentence = sentence_of(trigger)
    for token in reversed(trigger.doc[sentence.start : trigger.i]):
        person = passage.person(token)
        if person is not None and token.dep_ != "poss":
            return person, passage.mention(token)
        if person is not None and trigger.i - token.i <= 3:
            return person, passage.mention(token)
    for token in trigger.doc[trigger.i : sentence.end]:
        person = passage.person(token)
        if person is not None and span_of(token).start > name.end and token.dep_ in SUBJECTS:
            return person, passage.mention(token)
    return (passage.main, None) if passage.main is not None else None


def _is_of_itself(clause: Clause, name: Span) -> bool:
    """Whether no other name is told: *he called Zhilin a murderer*; or that of him who has it, *a boy called Josef*."""
    verb = clause.verb
    named = [c for c in verb.children if c.dep_ in ("dobj", "oprd", "nsubj") and name.overlaps(span_of(c))]
    judged = [
        c for c in verb.children if c.dep_ == "oprd" and c.pos_ in ("NOUN", "ADJ") and c.text[:1].islower()
    ]
    is_active = verb.tag_ in ("VBD", "VBZ", "VBP") and any(c.dep_ in ("nsubj",) for c in verb.lefts)
    if is_active and judged and named:
        return True
    head = verb.head
    has_article = any(c.lower_ in ("a", "an") for c in head.lefts)
    return verb.dep_ == "acl" and head.pos_ == "NOUN" and has_article and bool(named)


def _of_clause(clause: Clause, name: Span, passage: Passage, words: str) -> tuple[str, Span | None] | None:
    tokens = (
        clause.subjects
        if clause.passive or "himself" in words or "herself" in words
        else [*clause.objects, *clause.datives]
    )
    for person, token in passage.persons(tokens):
        if not name.overlaps(span_of(token)):
            return person, passage.mention(token)
    return None


_TITLED_AFTER = frozenset(("of", "about", "on"))


def _quoted_within(passage: Passage, low: int, high: int) -> Iterator[Draft]:
    """A nickname in quotation marks within a name or right after it: *John "Red" Carey*."""
    content = passage.content
    for match in _QUOTED.finditer(content, low, high):
        name = _unquoted(Span(*match.span("name")), content)
        words = passage.segment.words(name)
        if words is None or words.start == 0 or name.end - name.start < 3:
            continue
        before = [
            t
            for t in words.doc[max(words.start - 4, 0) : words.start]
            if passage.person(t) is not None and t.pos_ == "PROPN"
        ]
        gap = content[span_of(before[-1]).end : match.start()] if before else "x"
        if not before or gap.strip(" ,(") or len(gap) > 3:
            continue
        token = before[-1]
        if token.dep_ == "pobj" and token.head.lower_ in _TITLED_AFTER and "," in gap:
            continue  # *the first film of Ann Lee, "The Cat"*, *a book about Max Low, "The Fall"*
        mention = passage.mention(token)
        yield Draft(
            person=passage.person(token) or "",
            type="name",
            rule="name.quoted",
            quote=Span(
                min(mention.start, match.start()), max(match.end(), min(mention.end, match.end() + 30))
            ),
            anchor=token,
            who=mention,
            slots={"value": name},
            undated=True,
            confidence=0.7,
        )
