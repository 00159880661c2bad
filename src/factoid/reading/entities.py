"""What the capitalised words of a text name: persons, organisations, places, awards.

The tagger was trained on newspapers. Its labels are evidence here, put together over the whole document with
word lists and the grammar around each name; the weights are a table in ``resources/person_evidence.yaml``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter

from factoid.model import Organisation, Place, Span, Text
from factoid.model.ids import digest
from factoid.names import PartKind, is_given_name, parse_name
from factoid.reading.evidence import key_of, person_evidence
from factoid.reading.lexicons import demonyms, gazetteer, heads, known
from factoid.reading.name_run import NameRun
from factoid.reading.no_persons import names_no_person
from factoid.reading.parse import ParsedText, Token, TokenSpan, offset_of, span_of
from factoid.reading.runs import find_runs
from factoid.reading.sure_names import is_writer, sure_persons
from factoid.reading.tables import names_in_tables
from factoid.resources import load

_LABELS = {
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "work",
}
_KINDS = ("award", "organisation", "event", "place")
_IN = frozenset(
    ["in", "at", "near", "from", "to", "into", "through", "across", "toward", "towards", "outside", "around"]
)


@dataclass(frozen=True)
class Entities:
    """The named things of one text, and for each token which of them it belongs to."""

    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()
    persons: tuple[NameRun, ...] = ()  #: runs of words that name a person, in text order
    # where a token starts -> label, span
    _named: Mapping[int, tuple[str, TokenSpan]] = field(default_factory=dict)
    # where a person's name starts -> its log-odds
    _evidence: Mapping[int, float] = field(default_factory=dict)

    def label_of(self, token: Token) -> str | None:
        """Return person, organisation, place, people (a nation or faith), award, work, event, or None."""
        found = self._named.get(offset_of(token))
        return found[0] if found else None

    def evidence_at(self, start: int) -> float | None:
        """Return the log-odds that the name which starts there is a person's; None if none of a person does."""
        return self._evidence.get(start)

    def span_at(self, token: Token) -> TokenSpan | None:
        """Return the whole name that the token belongs to."""
        found = self._named.get(offset_of(token))
        return found[1] if found else None


def find_entities(parsed: ParsedText, *, source: str) -> Entities:
    """Label the named things of a text. ``source`` is the id of the source, which theirs are made from."""
    runs = find_runs(parsed)
    persons = _person_keys(runs, parsed.text)
    labels = _other_labels([run for run in runs if key_of(run) not in persons])
    named: dict[int, tuple[str, TokenSpan]] = {}
    _mark_tagged(parsed, named)
    for run in runs:
        key = key_of(run)
        if key in persons:
            _mark(named, "person", run.words)
        elif label := labels.get(key):
            _mark(named, label, _with_its_nation(run.words) if label == "organisation" else run.words)
    _mark_bodies(parsed, runs, named)
    found = tuple(r for r in runs if named.get(offset_of(r.bare[-1]), ("",))[0] == "person")
    content = parsed.text.content
    return Entities(
        organisations=tuple(
            Organisation(id=digest("o", source, name), name=name, mentions=spans)
            for name, spans in _named_things(named, "organisation", content)
        ),
        places=tuple(
            Place(id=digest("l", source, name), name=name, mentions=spans)
            for name, spans in _named_things(named, "place", content)
        ),
        persons=found,
        _named=named,
        _evidence={offset_of(token): persons[key_of(run)] for run in found for token in run.words},
    )


def _with_its_nation(body: TokenSpan) -> TokenSpan:
    """Return a body with the nation that its name begins with, and what stands between: *French Socialist Party*."""
    doc, start = body.doc, body.start
    while start > 0 and doc[start - 1].ent_type_ == "ORG" and doc[start - 1].text.istitle():
        start -= 1
    return doc[start : body.end] if doc[start].lower_ in demonyms() else body


def _mark(named: dict[int, tuple[str, TokenSpan]], label: str, words: TokenSpan) -> None:
    named.update((offset_of(token), (label, words)) for token in words)


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in load("person_evidence")["weights"].items()}


def _person_keys(runs: Sequence[NameRun], text: Text) -> dict[str, float]:
    """Return the keys of the runs that name persons: by their evidence, then by the names they share.

    With each stands its log-odds; what is sure to name one has those of `_SURE` at least.
    """
    weights = _weights()
    scores = {
        key: weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
        for key, features in person_evidence(runs).items()
        if "mere_role" not in features or "words:1" in features  # *Chief Executive Officer* is no name
    }
    told = {key_of(run) for run in runs if not span_of(run.words).of(text.content).isupper()}
    shared = _weigh_shared_words(scores, weights, told)
    sure = sure_persons(runs) | _of_tables(runs, text)
    bodies = {key_of(r) for r in runs if _is_bare_body(r)} - shared
    named = {key_of(r) for r in runs if not names_no_person(r)} - bodies | sure
    scores = {key: score for key, score in scores.items() if key in named}
    scores |= {key: max(score, _SURE) for key, score in scores.items() if key in sure}
    return {key: score for key, score in scores.items() if score > 0}


_SURE = 3.0
_NUMERAL = re.compile(r"[ivx]+")  #: of a ruler


def _weigh_shared_words(
    scores: dict[str, float], weights: Mapping[str, float], told: Collection[str]
) -> set[str]:
    """Weigh anew the names that share a word with a name of several words: *Pal* beside *Radhabinod Pal*.

    A surname counts for more than a given name, which many bear, and speaks for a whole name, too: that of kin;
    not in capitals, which may head a family. ``told`` are the names that do not always stand so. Returns the words
    that persons share.
    """
    shared: Counter[str] = Counter()
    surnames: Counter[str] = Counter()
    other: set[str] = set()
    for key, score in scores.items():
        words = key.split()
        if len(words) > 1 and score > 0:
            shared.update({words[0], words[-1]})
            surnames[words[-1]] += len(words[-1]) > 2 and not _NUMERAL.fullmatch(words[-1])
        elif len(words) > 1:
            other.update((words[0], words[-1]))
    for key, score in scores.items():
        words = key.split()
        if len(words) > 1:
            is_kin = score <= 0 and surnames[words[-1]] > 0 and key in told
            scores[key] += weights["shares_its_surname"] if is_kin else 0.0
        elif surnames[key] > 0 and key in told:
            scores[key] += weights["is_the_surname_of_a_person"]
        elif key in shared:
            scores[key] += weights["shares_a_word_with_a_person"]
        elif key in other:
            scores[key] += weights["shares_a_word_with_another_thing"]
    return set(shared)


def _of_tables(runs: Sequence[NameRun], text: Text) -> set[str]:
    """Return the keys of the runs in cells that a heading calls names."""
    cells = sorted(cell for parts, _ in names_in_tables(text) for cell in parts)
    found = set()
    for run in runs if cells else ():
        at = bisect_right(cells, span_of(run.words).start, key=attrgetter("start")) - 1
        if at >= 0 and span_of(run.words).end <= cells[at].end:
            found.add(key_of(run))
    return found


def _is_bare_body(run: NameRun) -> bool:
    """Whether one word is left of a name: *Party* of *a Liberal Party politician*; or stands behind one: *Ph.D.*"""
    word = run.words[-1].text
    if len(run.words) > 1 or is_given_name(word):
        return False
    behind = parse_name(f"Smith {word}").parts[-1]
    return word in heads("organisation") or (
        behind.text == word and behind.kind in (PartKind.LETTERS, PartKind.GENERATION)
    )


def _other_labels(runs: Sequence[NameRun]) -> dict[str, str]:
    """Return for the keys of runs that name no person what they name, by vote."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for run in runs:
        key, texts = key_of(run), [t.text for t in run.words]
        for kind in _KINDS:
            if texts[-1] in heads(kind) or (
                kind in ("award", "organisation") and any(t in known(kind) for t in texts)
            ):
                votes[key][kind] += 2
        if run.name in gazetteer():
            votes[key]["place"] += 2
        tagged = _LABELS.get(run.words[-1].ent_type_)
        if tagged:
            votes[key][tagged] += 1
        before = run.words.doc[run.words.start - 1].lower_ if run.words.start else ""
        if before in _IN:
            votes[key]["place"] += 1
        if len(texts) == 1 and texts[0].isupper() and len(texts[0]) > 2:
            votes[key]["organisation"] += 1
    return {key: max(sorted(count), key=count.__getitem__) for key, count in votes.items()}


def _mark_tagged(parsed: ParsedText, named: dict[int, tuple[str, TokenSpan]]) -> None:
    """Take over what the tagger says of works, events, peoples, and of bodies named with small words."""
    for segment in parsed.segments:
        for span in segment.doc.ents:
            label = _LABELS.get(span.label_)
            if span[len(span) - 1].text in heads("organisation"):
                label = "organisation"  # Queen's Coll.
            if label and any(t.text[0].isupper() for t in span):
                _mark(named, label, _without_article(span))
        for token in segment.doc:
            if token.text[0].isupper() and token.lower_ in demonyms() and not is_given_name(token.text):
                named.setdefault(offset_of(token), ("people", segment.doc[token.i : token.i + 1]))


def _without_article(span: TokenSpan) -> TokenSpan:
    return span[1:] if len(span) > 1 and span[0].lower_ in ("the", "a", "an") else span


def _mark_bodies(
    parsed: ParsedText, runs: Iterable[NameRun], named: dict[int, tuple[str, TokenSpan]]
) -> None:
    """Put names with ``of`` in them together: Order of the Red Banner, Ministry of War."""
    starts = {offset_of(run.words[0]): run for run in runs}
    for run in starts.values():
        doc, at = run.words.doc, run.words.end
        kind = next((k for k in _KINDS if run.words[-1].text in heads(k)), None)
        if named.get(offset_of(run.words[-1]), ("",))[0] == "person":
            continue  # Dr. T. R. Hill of Norwood
        if kind is None or at >= len(doc) or doc[at].lower_ not in ("of", "for"):
            continue
        at += 2 if at + 1 < len(doc) and doc[at + 1].lower_ in ("the", "state") else 1
        following = starts.get(offset_of(doc[at])) if at < len(doc) else None
        if following is not None and not is_writer(following):
            _mark(named, kind, doc[run.words.start : following.words.end])


def _named_things(
    named: Mapping[int, tuple[str, TokenSpan]], label: str, content: str
) -> list[tuple[str, tuple[Span, ...]]]:
    """Return the things of one label by name, with where each is named, in text order."""
    things: dict[str, dict[Span, None]] = defaultdict(dict)
    for _, (found, words) in sorted(named.items(), key=lambda item: item[0]):
        if found == label:
            span = span_of(words)
            things[" ".join(span.of(content).split())].setdefault(span)
    return [(name, tuple(spans)) for name, spans in things.items()]
