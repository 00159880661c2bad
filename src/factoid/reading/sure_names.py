"""Names that are surely persons', whatever the tagger says: behind a title, at the head of an entry, among children."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from factoid.names import PartKind, is_given_name, title_of
from factoid.reading.evidence import key_of
from factoid.reading.headword_runs import is_told_apart_by_number, opens_with_life
from factoid.reading.lexicons import (
    around_names,
    gazetteer,
    kin_plurals,
    kin_terms,
    person_nouns,
    thing_heads,
)
from factoid.reading.name_run import NameRun
from factoid.reading.no_persons import is_titled_thing
from factoid.reading.parse import Token
from factoid.reading.patronymics import is_short_patronymic
from factoid.resources import load

_NICKNAME = re.compile(r'["\u201c]([^\W\d_]{3,})["\u201d] ')  #: within a name: *Thomas "Red" Malloy*
_PERSONAL = (PartKind.ADDRESS, PartKind.TITLE, PartKind.RANK, PartKind.OFFICE)
_TOLD_APART = frozenset(["eldest", "oldest", "youngest", "elder", "younger", "firstborn"])


def sure_persons(runs: Iterable[NameRun]) -> frozenset[str]:
    """Return the keys of the runs that surely name persons."""
    runs = list(runs)
    sure = [r for r in runs if r.is_headword or is_told_apart_by_number(r.words)]
    sure += [r for r in runs if _is_titled(r) or _is_told_apart(r) or _is_tied_to(r) or _is_born_otherwise(r)]
    sure += [r for r in runs if opens_with_life(r.words[0]) or _is_roman(r) or _is_kin_of_entry(r)]
    sure += [r for r in runs if _is_who_acts(r) or _is_short_given_name(r) or is_writer(r)]
    sure += [r for r in runs if any(is_short_patronymic(t.text) for t in r.bare)]
    nicknames = {name for run in runs for name in _NICKNAME.findall(run.words.text)}
    sure += [run for run in runs if run.bare.text in nicknames]
    return frozenset(key_of(run) for run in [*sure, *_listed(runs)])


def _is_titled(run: NameRun) -> bool:
    """Whether it is a title and one word or initials: *Colonel Obrenov*, *Rev. J. B. Wood*."""
    doc, after = run.words.doc, run.words.end
    is_thing = is_titled_thing(run) or run.words.text in gazetteer()
    if not run.titles or is_thing or run.words[0].text in around_names("saints"):
        return False
    title = title_of(doc[run.words.start : run.words.start + run.titles].text)
    if (
        title is None
        or title.kind not in _PERSONAL
        or (after < len(doc) and doc[after].pos_ in ("NOUN", "PROPN"))
    ):
        return False
    words = [t for t in run.bare if t.text != "."]
    are_initials = len(words) > 1 and all(len(t.text.strip(".")) == 1 for t in words[:-1])
    return are_initials or (len(words) == 1 and (_is_addressed(run) or not _names_a_thing(words[0])))


_PEERS = frozenset(("lord", "lady"))


def _is_addressed(run: NameRun) -> bool:
    """Whether a surname stands behind *Mr.*, *Dr.* or *Lord*, whatever else it means: *Mrs. Hill*, *Lord Derby*.

    Behind *Mr.* it may be a trade (*Mr. Baker*), not a post (*Mr. President*); behind *Lord* a place.
    """
    title, word = run.words[0].lower_.strip("."), run.words[-1]
    if len(word.text) < 3 or word.text.endswith(".") or word.text.isupper() or not word.text.isalpha():
        return False
    if title in _PEERS:
        return word.text in gazetteer() and word.lower_ not in person_nouns()
    post = title_of(word.text)
    is_post = word.lower_ in around_names("addressed_posts") or (post is not None and not post.is_name_too)
    return title in around_names("formal_addresses") and word.pos_ in ("PROPN", "NOUN") and not is_post


_SHORT_KIN = frozenset(["s", "d", "da", "dau", "son", "daughter", "bro", "wid", "widow"])


def _is_kin_of_entry(run: NameRun) -> bool:
    """Whether it is initials and a surname behind whose child somebody is: *s. of R. Denham*."""
    doc, at = run.words.doc, run.words.start - 1
    words = [t for t in run.bare if t.text != "."]
    are_initials = len(words) > 1 and all(len(t.text.strip(".")) == 1 for t in words[:-1])
    if at < 1 or doc[at].lower_ != "of" or not are_initials or len(words[-1].text) < 3:
        return False
    at -= 1 + (doc[at - 1].text == "." and at > 1)
    return doc[at].lower_.strip(".") in _SHORT_KIN


def _names_a_thing(word: Token) -> bool:
    is_role = word.lower_ in person_nouns() or word.lower_ in kin_terms()
    is_short = len(word.text) < 3 or word.text.endswith(".") or word.text.isupper()
    is_short = is_short or word.pos_ in ("DET", "PRON") or (word.i > 0 and word.nbor(-1).text == "-")
    is_known = word.text in gazetteer() or word.text in thing_heads()
    return is_known or is_short or is_role or title_of(word.text) is not None


def _is_told_apart(run: NameRun) -> bool:
    """Whether it is the name of one of several children: *the eldest boy, Booker*, *the youngest, Kamala,*."""
    doc, start = run.words.doc, run.words.start
    if len(run.words) > 1 or start < 2 or doc[start - 1].text != "," or run.bare.text in gazetteer():
        return False
    last = doc[start - 2]
    is_child = last.lower_ in kin_terms() or last.lower_ in ("boy", "girl")
    return last.lower_ in _TOLD_APART or (is_child and start > 2 and doc[start - 3].lower_ in _TOLD_APART)


_ROLE = 6  #: words at most of what somebody is said to be before the name


def _is_who_acts(run: NameRun) -> bool:
    """Whether it tells between commas who somebody was of whom the sentence tells: *The headmaster, Wake, left*."""
    doc, start, end = run.words.doc, run.words.start, run.words.end
    is_between = start > 1 and end + 1 < len(doc) and doc[start - 1].text == doc[end].text == ","
    if not is_between or len(run.words) > 3 or run.words.text in gazetteer() or run.bare.text in gazetteer():
        return False
    if doc[end + 1].tag_ not in ("VBD", "VBZ", "MD") or any(t.text in thing_heads() for t in run.bare):
        return False
    first = start - 2
    while (
        first > 0 and start - first < _ROLE and doc[first].pos_ not in ("DET", "PRON", "VERB", "AUX", "PUNCT")
    ):
        first -= 1
    is_role = doc[first].lower_ in ("the", "his", "her", "their", "my", "our")
    noun = next(
        (t for t in doc[first + 1 : start - 1] if t.lower_ in ("of", "at", "in")), doc[start - 1]
    ).nbor(-1)
    return is_role and (noun.lower_ in person_nouns() or noun.lower_ in kin_terms())


def _is_born_otherwise(run: NameRun) -> bool:
    """Whether a bracket gives her maiden name, though nothing else tells that it is hers: *Comfort (née Akin)*."""
    doc, end = run.words.doc, run.words.end
    is_told = (
        end + 2 < len(doc) and doc[end].text == "(" and doc[end + 1].lower_ in ("née", "nee", "geb.", "geb")
    )
    return is_told and not run.titles


def _is_short_given_name(run: NameRun) -> bool:
    """Whether it is a given name cut short, of one of two: *Wm & Ann Cole*."""
    doc, end = run.words.doc, run.words.end
    is_short = len(run.words) == 1 and run.bare.text in around_names("abbreviated_given_names")
    return (
        is_short and end + 1 < len(doc) and doc[end].text in ("&", "and") and is_given_name(doc[end + 1].text)
    )


@cache
def _before_writer() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{load('narrators')['before']})\s+", re.IGNORECASE)


def is_writer(run: NameRun) -> bool:
    """Whether a line tells whose writing it heads: *From the journal of Wm. Roth, surgeon's mate*."""
    lead = run.words.doc.text[: run.words[0].idx]
    return len(run.bare) > 1 and len(lead.split()) > 1 and _before_writer().fullmatch(lead) is not None


_NOMEN = re.compile(r"[^\W\d_a-z][^\W\d_]+i(?:us|a)")


def _is_roman(run: NameRun) -> bool:
    """Whether it is a Roman's name in full, first name and clan: *L. Iunius Modestus*, *C. Iulius Proculus*."""
    words = [t.text for t in run.bare if t.text != "."]
    if len(words) < 3:
        return False
    first = words[0].rstrip(".") + "."
    return first in around_names("praenomina") and _NOMEN.fullmatch(words[1]) is not None


def _is_tied_to(run: NameRun) -> bool:
    """Whether given name and surname stand behind a tie between two persons: *a friend of Emil Roth*."""
    doc, start = run.words.doc, run.words.start
    if start < 2 or len(run.bare) < 2 or doc[start - 1].lower_ != "of":
        return False
    is_named = is_given_name(run.bare[0].text) and run.bare[0].text not in gazetteer()
    has_thing = any(_names_a_thing(t) for t in run.bare[1:])
    ties = around_names("tie_nouns")
    is_tie = doc[start - 2].lower_ in kin_terms() or doc[start - 2].lemma_.lower() in ties
    return is_tie and is_named and not has_thing


def _listed(runs: Iterable[NameRun]) -> Iterator[NameRun]:
    """Yield the names behind a word for several persons: *her sons Orik and Belko*."""
    last: NameRun | None = None
    for run in runs:
        is_next = last is not None and _is_beside(last, run)
        if (is_next or _is_first_of_several(run)) and not _names_a_thing(run.bare[-1]):
            last = run
            yield run
        else:
            last = None


def _is_beside(run: NameRun, following: NameRun) -> bool:
    doc, end, start = run.words.doc, run.words.end, following.words.start
    between = [t.lower_ for t in doc[end:start]] if following.words.doc is doc and start > end else []
    return between in ([","], ["and"], [",", "and"], ["&"])


def _is_first_of_several(run: NameRun) -> bool:
    doc, at = run.words.doc, run.words.start - 1
    if at > 0 and doc[at].text in (",", ":"):
        at -= 1
    if at < 0 or run.titles:
        return False
    word = doc[at]
    is_plural = word.tag_ == "NNS" and word.lemma_.lower() in person_nouns()
    return (word.lower_ in kin_plurals() or is_plural) and _is_followed_by_name(run)


def _is_followed_by_name(run: NameRun) -> bool:
    """Whether another capitalised word follows in the list."""
    doc, at = run.words.doc, run.words.end
    while at < len(doc) and doc[at].lower_ in (",", "and", "&"):
        at += 1
    return run.words.end < at < len(doc) and doc[at].text[:1].isupper()
