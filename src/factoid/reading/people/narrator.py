"""Who says "I": the author of a memoir, a letter or a statement, and the speaker of a quotation."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from factoid.reading.clause import SUBJECTS
from factoid.reading.lexicons import kin_terms
from factoid.reading.parse import ParsedText, Token, TokenSpan, span_of
from factoid.reading.people.figures import Figure, Mark
from factoid.reading.people.scene import FIRST
from factoid.resources import load

_HEADING = 300  #: characters within which a heading stands
_QUOTES = frozenset('"\u201c\u201d\u201e\u00ab\u00bb')
_I_AM = frozenset([("i", ","), ("i", "am"), ("i", "'m"), ("i", "was")])
_YOURS = frozenset(
    f"{word}," for word in ("truly", "sincerely", "faithfully", "yours", "servant", "affectionately")
)
_WRITINGS = frozenset(
    ["letter", "note", "telegram", "statement", "testimony", "diary", "report", "message", "reply"]
)
_QUOTATION, _BESIDE = 60, 40  #: tokens of a quotation at most, and of what stands beside it
_LEAST = 3  #: first-person words outside quotations that make a narrator


@cache
def _by() -> re.Pattern[str]:
    """What stands before the author's name at the start of a line: *from the diary of*."""
    return re.compile(rf"(?:^|\n)\s*(?:{load('narrators')['before']})\s+$", re.IGNORECASE)


@cache
def _source_of() -> re.Pattern[str]:
    """What stands before it within a heading: *From a shoebox: recollections of Nurse Ann Lee*."""
    return re.compile(rf"(?:{load('narrators')['in_heading']})\s+$", re.IGNORECASE)


@cache
def _saying() -> frozenset[str]:
    return frozenset(load("narrators")["saying_verbs"].split())


def quoted_tokens(parsed: ParsedText) -> set[int]:
    """Return where the tokens start in the text that stand within quotation marks."""
    inside: set[int] = set()
    for segment in parsed.segments:
        if _QUOTES.isdisjoint(span_of(segment.doc[:]).of(parsed.text.content)):
            continue
        is_open = False
        for token in segment.doc:
            if token.text == '"':
                is_open = not is_open
            elif is_open:
                inside.add(token.start)
    return inside


def count_first_person(parsed: ParsedText, quoted: set[int]) -> int:
    """Return how often the text says *I* outside quotations."""
    return sum(
        1
        for segment in parsed.segments
        for token in segment.doc
        if token.lower_ in FIRST and token.tag_ != "NNP" and token.start not in quoted
    )


def _opens_with_own_kin(parsed: ParsedText, quoted: set[int]) -> bool:
    """Whether a text begins with whose kin its teller is: *My grandmother knew the doctor*, as a short memory does."""
    first = next((t for segment in parsed.segments for t in segment.doc if t.text.isalpha()), None)
    if first is None or first.lower_ not in ("my", "our") or first.start in quoted:
        return False
    return first.dep_ == "poss" and first.head.lower_ in kin_terms() and first.head.dep_ in SUBJECTS


def author_of(parsed: ParsedText, names: list[Mark], quoted: set[int]) -> tuple[bool, Figure | None]:
    """Return whether the text has a narrator, and which of its named figures that is, if it says so."""
    said = count_first_person(parsed, quoted)
    content = parsed.text.content
    asked = is_interview(content)
    if not (said or asked):
        return False, None
    if (announced := _announced(content, names) or _signed(content, names)) is not None:
        return True, announced
    if asked and (announced := _addressed(content, names) or _introduced(content, names)) is not None:
        return True, announced
    if said < _LEAST:
        return (True, _self_named(names)) if _opens_with_own_kin(parsed, quoted) else (False, None)
    found = _described(content, names) or _signature(parsed, names) or _self_named(names)
    return True, found or _filled_in(content, names)


def _announced(content: str, names: list[Mark]) -> Figure | None:
    """Return whom a heading makes the author: *From the diary of Ann Lee*, *Interview with Ann Lee*."""
    for mark in names:
        start = mark.span.start
        if start > 1500:
            break
        before = content[max(0, start - 60) : start]
        if _by().search(before) or _by().search("\n" + before.rsplit("\n", 1)[-1]):
            return mark.figure
        if start < _HEADING and _source_of().search(before):
            return mark.figure
        if not content[:start].strip() and _WRITES_TO.match(content, mark.span.end):
            return mark.figure
    return None


#: the head of a letter: *Diego Ruiz, in Potosí, to his wife Catalina*
_WRITES_TO = re.compile(r",?[^.:;\n]{0,60}\bto (?:his|her) (?:[a-z]+ ){0,2}[a-z]+,? [^\W\d_a-z]")


_FORM = re.compile(r"questionnaire|application|curriculum vitae|autobiograph", re.IGNORECASE)
_NAME_ASKED = re.compile(
    r"^[\d.) ]*(?:full )?(?:surname|family name|last name|name)\b[^:\n]{0,40}:\s*$", re.IGNORECASE
)


_WRITER = re.compile(
    r"[^.;\n]{0,60}?\b(?:the (?:present )?(?:writer|author) of (?:these|this)|the present (?:writer|author)\b"
    r"|(?:who|he|she) (?:is )?(?:writing|writes|wrote) (?:this|these)\b)",
    re.IGNORECASE,
)


def _described(content: str, names: list[Mark]) -> Figure | None:
    """Return who is said to write the text: *Father Otto Low, who is the writer of these lines*."""
    return next((mark.figure for mark in names if _WRITER.match(content, mark.span.end)), None)


def _filled_in(content: str, names: list[Mark]) -> Figure | None:
    """Return who gives his name on a questionnaire, which one fills in oneself: *Surname, name: Lee, Ann*."""
    if _FORM.search(content[:_HEADING]) is None:
        return None
    for mark in names:
        line = content[content.rfind("\n", 0, mark.span.start) + 1 : mark.span.start]
        if _NAME_ASKED.match(line):
            return mark.figure
    return None


_ASKED = re.compile(r"\b[Yy]our?\b[^?!\n\"]{0,120}\?")
_INTERVIEW = re.compile(
    r"(?i:\binterview(?:ed)?\b|\boral history\b)|^\s*(?:Q|INTERVIEWER|Interviewer|Question)\s?[:.]",
    re.MULTILINE,
)
_FEWEST_ASKED = 2  #: questions of an interview


def is_interview(content: str) -> bool:
    """Whether a text asks somebody, *When were you born?*: an interview, or questions as paragraphs."""
    beginning = content[:_BEGINNING]
    questions = [found["asked"] for found in _QUESTION.finditer(beginning)]
    if len(questions) >= _FEWEST_QUESTIONS and any(_YOU.search(question) for question in questions):
        return True
    return len(_ASKED.findall(beginning)) >= _FEWEST_ASKED and _INTERVIEW.search(beginning) is not None


#: a question that is a paragraph by itself, as in portraits of a newspaper
_QUESTION = re.compile(r"(?:^|\n\s*\n)[ \t]*(?P<asked>[^\W\d_a-z][^\n.!?\"]{5,110}\?)[ \t]*(?=\n\s*\n)")
_YOU = re.compile(r"\byou\b", re.IGNORECASE)
_FEWEST_QUESTIONS = 3
_BEGINNING = 20_000  #: characters


def _addressed(content: str, names: list[Mark]) -> Figure | None:
    """Return who is called by name in the questions of an interview: *When were you born, Mr. Lind?*."""
    for mark in names:
        behind = content[mark.span.end : mark.span.end + 1]
        if (
            behind == "?"
            and content[: mark.span.start].endswith(", ")
            and _ASKED.search(content, max(0, mark.span.start - _HEADING), mark.span.end + 1)
        ):
            return mark.figure
    return None


def _introduced(content: str, names: list[Mark]) -> Figure | None:
    """Return who is named in full last before the first question that is a paragraph by itself."""
    first = _QUESTION.search(content)
    before = [m for m in names if first is not None and m.span.end < first.start() + 1 and len(m.words) > 1]
    return before[-1].figure if before else None


_VALEDICTION = re.compile(
    r"(?:\b(?:(?:I|We)(?: am| remain| have the honour)|yours?|ever|affectionate(?:ly)?|respectful(?:ly)?|obedient"
    r"|humble|loving|faithful(?:ly)?|sincere(?:ly)?|truly)\b[^\n]{0,80})[,.]?[ \t]*\n\s{0,80}"
    r"(?:for [^\n]{3,50}\n\s{0,80})?$",
    re.IGNORECASE,
)
_BEHIND_SIGNATURE = re.compile(r"[.,]?[ \t]*(?:\n|\Z)")
_LONGEST_VALEDICTION = 200  #: characters


def _signed(content: str, names: list[Mark]) -> Figure | None:
    """Return who alone stands on the line below *Your obedient servant,*, whatever comes after: *P.S.*, an address."""
    for mark in reversed(names):
        start, end = mark.span.start, mark.span.end
        before = content[max(0, start - _LONGEST_VALEDICTION) : start]
        if _BEHIND_SIGNATURE.match(content, end) and _VALEDICTION.search(before):
            return mark.figure
    return None


def _signature(parsed: ParsedText, names: list[Mark]) -> Figure | None:
    """Return who signs at the end of a letter."""
    if not names or not parsed.segments:
        return None
    last = names[-1]
    tail = parsed.segments[-1]
    is_short = len(tail.doc) < 14 and last.words.doc is tail.doc
    rest = parsed.text.content[last.span.end :].strip(" .,\n\t")
    is_signed = is_short or last.words.doc[last.words.start - 2 : last.words.start].text.lower() in _YOURS
    return last.figure if is_signed and len(rest) < 40 else None


def _self_named(names: list[Mark]) -> Figure | None:
    """Return who says *I, Ann Lee,*, *I Ann Lee of Ely* or *my name is Ann Lee*."""
    for mark in names:
        doc, start = mark.words.doc, mark.words.start
        words = [t.lower_ for t in doc[max(0, start - 3) : start]]
        is_named = words[-1:] == ["i"] or tuple(words[-2:]) in _I_AM
        if is_named or words[-3:] == ["my", "name", "is"]:
            return mark.figure
    return None


def is_greeted(name: TokenSpan) -> bool:
    """Whether a letter opens with the name: *Dear Ida,*, *My dearest Mr Low:*; it calls its bearer *you*."""
    doc, end = name.doc, name.end
    is_closed = end == len(doc) or doc[end].text in (",", ":", "!", "-", "\u2013", "\u2014")
    return is_closed and _GREETING.fullmatch(doc.text, 0, name[0].idx) is not None


_GREETING = re.compile(
    r"\s*(?:(?:my|our) )?(?:(?:very|own) )?(?:dear(?:est)?|beloved|honou?red|esteemed)"
    r"(?: (?:old|friend|brother|sister|cousin|uncle|aunt|son|daughter|mr\.?|mrs\.?|miss|madam|sir))*,?\s+",
    re.IGNORECASE,
)


def speaker_of(token: Token, figure_at: Callable[[Token], Figure | None]) -> Figure | None:
    """Return who speaks the quotation that the token stands in: the subject of *said* beside it, whose letter it is."""
    for word in _words_around(token):
        teller = _teller(word)
        found = figure_at(teller) if teller is not None else None
        if found is not None:
            return found
    return None


def _words_around(token: Token) -> list[Token]:
    """Return the words outside the quotation, the nearest to it first."""
    doc, here = token.doc, token.i
    start = next((t.i for t in reversed(doc[max(0, here - _QUOTATION) : here]) if t.text == '"'), here)
    end = next((t.i for t in doc[here : here + _QUOTATION] if t.text == '"'), here)
    near = {t.i: start - t.i for t in doc[max(0, start - _BESIDE) : start]}
    is_announced = start > 0 and doc[start - 1].text == ":"
    near |= {t.i: t.i - end + 30 * is_announced for t in doc[end + 1 : end + _BESIDE]}
    stops = [t.i for t in doc[max(0, start - _BESIDE) : start] if t.text in (".", "?", "!", ";")]
    for at in near:
        near[at] += 10 * sum(at < stop for stop in stops if at < start)
    return [doc[at] for at in sorted(near, key=lambda at: (near[at], at))]


def _teller(word: Token) -> Token | None:
    """Return who says it, where the word is *said*, or a letter of somebody's."""
    if word.lemma_ in _saying() and word.pos_ == "VERB":
        return next((t for t in word.children if t.dep_ == "nsubj" and t.lower_ not in FIRST), None)
    if word.lower_ not in _WRITINGS:
        return None
    through = next((t for t in word.rights if t.lower_ in ("of", "from", "by")), None)
    writer = next((t for t in through.rights if t.dep_ == "pobj"), None) if through is not None else None
    return writer or next((t for t in word.lefts if t.dep_ == "poss"), None)
