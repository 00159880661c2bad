"""Whether a draft says anything: *went*, *was there*, *a residence* without a place tell nothing of a life."""

from __future__ import annotations

import re
from dataclasses import replace

from factoid.model import SegmentKind, Span
from factoid.reading.parse import Token, span_of
from factoid.reading.statements.drafts import Draft
from factoid.reading.statements.lexicon import verbs
from factoid.reading.statements.passage import Passage

_NEEDED = {
    "residence": ("place",),
    "membership": ("organisation",),
    "occupation": ("value",),
    "award": ("value",),
    "rank": ("value",),
    "ethnicity": ("value",),
}
_WORD = re.compile(r"[^\W\d_]{3}")
_NOUNS = frozenset(("NOUN", "PROPN", "X"))
_TELLING = frozenset((*_NOUNS, "VERB", "ADJ", "NUM", "ADV"))


def says_something(draft: Draft, passage: Passage) -> bool:
    """Whether the fields of the draft tell what its type asks for."""
    is_hoped_for = draft.type == "award" and _is_only_nominated(draft, passage)
    is_hoped_for = is_hoped_for or (draft.type == "membership" and _is_of_doer(draft, passage))
    is_nothing = is_hoped_for or _is_bare_home(draft, passage) or _is_of_course(draft)
    return not is_nothing and _fills(draft, passage)


_TAKING_IN = frozenset(
    ("recruit", "enlist", "admit", "accept", "expel", "exclude", "hire", "elect", "coopt", "dismiss", "join")
)


def _is_of_doer(draft: Draft, passage: Passage) -> bool:
    """Whether the body but did something to somebody: *arrested by the NKVD*, *tried by the Party*."""
    body = draft.slots.get("organisation")
    words = passage.segment.words(body) if isinstance(body, Span) else None
    if words is None or not len(words):
        return False
    last = words.root
    is_agent = last.dep_ == "pobj" and last.head.lower_ == "by" and last.head.head.tag_ == "VBN"
    return is_agent and last.head.head.lemma_.lower() not in _TAKING_IN


def _fills(draft: Draft, passage: Passage) -> bool:
    needed = _NEEDED.get(draft.type)
    if needed is not None:
        return any(slot in draft.slots for slot in needed)
    if draft.type == "sentence" and _is_bare_sentence(draft, passage):
        return False
    if draft.type == "office":
        return _tells_of_post(draft, passage)
    if draft.type in ("burial", "education") and not draft.slots:
        return _tells_without_fields(draft)
    if draft.type == "meeting":
        return bool(draft.related) or "place" in draft.slots or "value" in draft.slots
    if draft.type == "travel":
        return "place" in draft.slots or _is_more_than(draft, passage, "bare_motion")
    if draft.type in ("event", "action"):
        value = draft.slots.get("value")
        if isinstance(value, Span) and not _WORD.search(value.of(passage.content)):
            return False
        if draft.type == "event" and (_is_gesture(draft, passage) or _is_mood(draft, passage)):
            return False
        return (_is_more_than(draft, passage, "empty") and _is_more_than(draft, passage, "uttering")) or bool(
            draft.related and draft.type == "action" and not _is_gesture(draft, passage)
        )
    return draft.type != "work" or _names(draft, passage)


_ERA = re.compile(
    r"(?:\d{1,4}\s?)?(?:B\.?\s?C\.?(?:\s?E\.?)?|A\.?\s?D\.?|C\.?\s?E\.?|A\.?\s?H\.?)", re.IGNORECASE
)
_WHERE = ("place", "organisation")


def without_eras(draft: Draft, passage: Passage) -> Draft:
    """Return the draft with no era for a place or a body: *married in 80 BC*, *consul in 98 B.C.*."""
    eras = [
        slot
        for slot in _WHERE
        if isinstance(words := draft.slots.get(slot), Span)
        and _ERA.fullmatch(words.of(passage.content).strip())
    ]
    if not eras:
        return draft
    return replace(draft, slots={slot: words for slot, words in draft.slots.items() if slot not in eras})


_BARE_HOME = re.compile(r"(?:his|her|their|the|a)\s+(?:own\s+)?(?:home|house|residence)", re.IGNORECASE)


def _is_bare_home(draft: Draft, passage: Passage) -> bool:
    """Whether it is only said that somebody had a home: *died at his home*."""
    place = draft.slots.get("place") if draft.type == "residence" else None
    return isinstance(place, Span) and _BARE_HOME.fullmatch(place.of(passage.content)) is not None


def _is_of_course(draft: Draft) -> bool:
    """Whether a course is but *of course*."""
    word = draft.anchor
    if draft.type != "education":
        return False
    words = [word, *(o for c in word.children if c.lower_ == "of" for o in c.children)]
    return any(t.lower_ == "course" and t.i > 0 and t.nbor(-1).lower_ == "of" for t in words)


_SKILLS = frozenset(
    ("read", "write", "count", "cook", "sew", "weave", "paint", "draw", "play", "sing", "speak", "dance", "ride",
     "swim", "shoot", "sail", "fly", "drive", "type", "carve", "knit", "spin", "fence", "hunt", "make", "build")
)  # fmt: skip


def _tells_without_fields(draft: Draft) -> bool:
    """Whether a schooling or a burial says anything alone: not *his studies*, *her funeral*, *learnt to obey*."""
    deeds = [c for c in draft.anchor.children if c.dep_ == "xcomp"]
    if draft.anchor.lemma_.lower() == "learn" and deeds:
        # *learnt from Ida how to make lace*
        return any(c.lemma_.lower() in _SKILLS or any(w.lower_ == "how" for w in c.lefts) for c in deeds)
    return draft.clause is not None or not any(c.dep_ == "poss" for c in draft.anchor.children)


def _tells_of_post(draft: Draft, passage: Passage) -> bool:
    if _is_no_post(draft, passage):
        return False
    if any(slot in draft.slots for slot in ("role", "organisation", "place")):
        return True
    return str(getattr(draft.slots.get("value"), "words", "")) in ("appointed", "dismissed", "resigned")


def _is_bare_sentence(draft: Draft, passage: Passage) -> bool:
    """Whether it is not said to what somebody was sentenced."""
    words = _words(draft, passage)
    is_verb = len(words) == 1 and words[0].lemma_.lower() in ("sentence", "condemn")
    return is_verb and words[0].pos_ == "VERB" and set(draft.slots) == {"value"}


_EMPLOYED = frozenset(("employee", "worker", "colleague", "operative", "specialist", "staffer", "serviceman"))


def _is_no_post(draft: Draft, passage: Passage) -> bool:
    """Whether no post is told where no body is: *was an excellent employee*, *ran it*."""
    role = draft.slots.get("role")
    words = passage.segment.words(role) if isinstance(role, Span) else None
    if words is None or not len(words) or "organisation" in draft.slots:
        return False
    if words[-1].lemma_.lower() in _EMPLOYED:
        return True
    return words[0].pos_ == "VERB" and any(c.dep_ == "dobj" and c.pos_ == "PRON" for c in words[0].children)


def _is_only_nominated(draft: Draft, passage: Passage) -> bool:
    """Whether the prize was only hoped for: *nominated for the Emmy Award*, *an Emmy Award nomination*."""
    value, content = draft.slots.get("value"), passage.content
    if not isinstance(value, Span):
        return False
    if _NOMINATED.search(content, max(value.start - _FAR, 0), value.start):
        return True
    around = content[max(value.start - _NEAR, 0) : value.end + _NEAR // 2]
    return "nominat" in around or "shortlist" in around


_NEAR, _FAR = 30, 110  #: characters
#: a nomination at the Graz Awards for …
_NOMINATED = re.compile(r"nominat(?!.*\b(?:wo|wi|recei|award))[^,;.]*$")


def _is_gesture(draft: Draft, passage: Passage) -> bool:
    """Whether it tells only how somebody moved, looked or spoke: *smiled at her*, *turned round*, *sat down*."""
    words = _words(draft, passage)
    lemma = words[0].lemma_.lower() if words else ""
    moves = any(
        c.dep_ == "dobj" and c.lemma_.lower() in verbs("limbs") for c in (words[0].children if words else ())
    )
    return (
        bool(words)
        and words[0].pos_ in ("VERB", "AUX")
        and (lemma in verbs("gestures") or (moves and lemma not in verbs("harming")))
        and not any(t.pos_ == "PROPN" or passage.dates.is_time(t) for t in words[1:])
    )


def _is_mood(draft: Draft, passage: Passage) -> bool:
    """Whether it tells only how somebody was, or how old: *was sure*, *was not a bad man*, *was twenty*."""
    words = _words(draft, passage)
    if not words or words[0].lemma_.lower() != "be":
        return False
    told = [
        t
        for t in words[1:]
        if t.pos_ in _TELLING and t.lower_ not in ("not", "n't", "never", "so", "very", "too")
    ]
    if not told or passage.dates.is_time(told[0]):
        return False
    if told[0].pos_ == "NUM":
        return True
    is_man = told[-1].lemma_.lower() in ("man", "woman", "person", "child", "boy", "girl") and len(told) <= 2
    return is_man or (
        all(t.pos_ in ("ADJ", "ADV") for t in told)
        and not any(t.lemma_.lower() in verbs("states") for t in told)
    )


def _is_more_than(draft: Draft, passage: Passage, kind: str) -> bool:
    """Whether the value is more than a verb that tells nothing alone: *wanted*, *was 91*, *had it*."""
    words = _words(draft, passage)
    if not words:
        return True
    first = words[0]
    # *cried Ann Low*
    rest = [t for t in words[1:] if draft.who is None or not draft.who.overlaps(span_of(t))]
    if first.pos_ not in ("VERB", "AUX") or first.lemma_.lower() not in verbs(kind):
        return True
    return any(
        t.pos_ in _TELLING and t.lower_ not in ("there", "so", "not", "then", "here") for t in rest
    ) and not (len(rest) == 1 and rest[0].pos_ == "NUM")


def _names(draft: Draft, passage: Passage) -> bool:
    """Whether a work is named or described, not only pointed at: *wrote it*."""
    words = _words(draft, passage)
    return not words or any(t.pos_ in _NOUNS or t.pos_ == "VERB" for t in words)


def _words(draft: Draft, passage: Passage) -> list[Token]:
    value = draft.slots.get("value")
    found = passage.segment.words(value) if isinstance(value, Span) else None
    return list(found) if found is not None else []


_LONGEST_LABEL = 4  #: words


def is_label(draft: Draft, passage: Passage) -> bool:
    """Whether it only names what follows: the headings *Death*, *Efforts to become a writer*, the label *Awards:*."""
    if draft.who is not None:
        return _is_heading_of(draft, passage)
    if passage.segment.segment.kind is SegmentKind.HEADING and not passage.is_entry:
        return True
    quote = draft.quote.of(passage.content)
    if draft.anchor.pos_ != "NOUN" or " " in quote.rstrip(":"):
        return quote.endswith(":") and quote.count(" ") < _LONGEST_LABEL
    return quote.endswith(":") or passage.content[draft.quote.end : draft.quote.end + 1] == ":"


def _is_heading_of(draft: Draft, passage: Passage) -> bool:
    """Whether a heading without a name or a verb only announces whom it means: *His commissar*."""
    return (
        passage.segment.segment.kind is SegmentKind.HEADING
        and not passage.is_entry
        and not passage.clauses
        and not any(t.pos_ == "PROPN" for t in passage.segment.doc)
    )
