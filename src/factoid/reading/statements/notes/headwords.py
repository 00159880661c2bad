"""The headword of an entry: whose name opens a note of a dictionary, a register, a roll, and who it is about."""

from __future__ import annotations

import re

from factoid.model import MentionForm
from factoid.names import title_of
from factoid.reading.headword_runs import is_told_apart_by_number
from factoid.reading.parse import ParsedSegment
from factoid.reading.people import People
from factoid.reading.statements.lexicon import role_words

_AFTER = ("", ",", "(", ".", ";", ":", "\u2013", "\u2014")
# a fact told without a subject, or by a letter alone, as only entries tell it
_BARE_FACT = re.compile(
    r"[;,.(]\s+(?:(?:(?:b|d|m|md|s|e\. s|bur|bapt?|educ|matric|unm|dau)\.|d\.s\.p\.)[\s,;]"
    r"|(?:Born|Educated|Married|Served|Killed|Retired|Died|Buried|Wounded|Commissioned|Unmarried)\b)"
)
_FEWEST_FACTS = 2
_LABEL_BELOW = re.compile(
    r"\s*\n\s*(?:Born|Date of birth|Birth|Place of birth|Name|Full name)[ \t]*:", re.IGNORECASE
)


def entry_person(segment: ParsedSegment, people: People, content: str) -> str | None:
    """Return the person of a dictionary entry: the one whose name opens the segment as a headword."""
    doc = segment.doc
    for token in doc[:6]:
        persona = people.of(token)
        if persona is None:
            continue
        mention = people.mention_at(token)
        if mention is None or mention.form is not MentionForm.NAME:
            return None
        before = content[segment.offset : mention.start].split()
        words = segment.words(mention.span)
        if words is None or len(before) > 2:
            return None
        bears_title = doc[0].lemma_.lower() in role_words() or mention.start > segment.offset + 4
        is_title_of_form = (
            len(doc) == words.end
            and all(title_of(word) is not None for word in before)
            and _LABEL_BELOW.match(content, doc.ends[-1]) is not None
        )
        if bears_title and not is_title_of_form and not _is_titled_entry(before, segment, content):
            return None
        behind = words.end + is_told_apart_by_number(words)
        following = doc[behind].text if behind < len(doc) else ""
        shouted = re.match(r"[^\W\d_a-z]{3,}", content[mention.start : mention.end]) is not None
        is_headword = shouted or "," in words.text or following in _AFTER
        is_clause = any(
            t.pos_ in ("AUX", "VERB") and t.tag_ in ("VBD", "VBZ", "VBP") for t in doc[behind : behind + 4]
        )
        return persona if is_headword and not is_clause else None
    return None


_NAME_LABEL = re.compile(
    r"\s*(?:\d{1,2}[.)]?\s+)?(?:(?:full |family )?name|surname)"
    r"(?: (?:and surname|of (?:the )?(?!father|mother|husband|wife|spouse|next)[a-z]+(?: [a-z]+){0,2}))?[ \t]*:\s*",
    re.IGNORECASE,
)


def person_on_form(segment: ParsedSegment, people: People, content: str) -> str | None:
    """Return whom the line of a form names that asks for the name: *Name of person questioned: Ada Kemp*."""
    label = _NAME_LABEL.match(content, segment.offset)
    if label is None:
        return None
    for token in segment.doc:
        mention = people.mention_at(token) if token.start >= label.end() else None
        if mention is not None and mention.form is MentionForm.NAME:
            return people.of(token) if mention.start == label.end() else None
    return None


def _is_titled_entry(before: list[str], segment: ParsedSegment, content: str) -> bool:
    """Whether a name behind a title opens an entry: not *Captain Low, who had come*, but *Capt. Low, b. 1802*."""
    if not all(title_of(word) is not None or word.rstrip(".").isdigit() for word in before):
        return False
    facts = _BARE_FACT.findall(content, segment.offset, segment.doc.ends[-1])
    return len(facts) >= _FEWEST_FACTS
