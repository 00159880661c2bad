"""Whom a pronoun means: every figure spoken of lately is weighed by a readable table of weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import log

from factoid.model import MentionForm
from factoid.reading.clause import SUBJECTS, clause_of
from factoid.reading.parse import Token, sentence_of
from factoid.reading.people.barred import is_likely_man, is_ruled_out, named_in_clause
from factoid.reading.people.figures import Figure, Mark
from factoid.reading.people.handover import features_of_handover, told_of_before
from factoid.reading.people.scene import Scene, role_of
from factoid.resources import load

_PLACES = frozenset(
    ["nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "conj", "attr", "compound", "nmod", "ROOT", "dep"]
)
_TELLING_PREPOSITIONS = frozenset(["by", "with", "to", "of", "for", "from", "against", "like", "as"])
_SUBORDINATE = frozenset(
    ["relcl", "acl", "advcl", "ccomp", "csubj", "pcomp", "poss", "prep", "appos", "parataxis"]
)


def candidates(
    mark: Mark, scene: Scene, figures: Sequence[Figure]
) -> Iterator[tuple[Figure, dict[str, float]]]:
    """Yield whom the pronoun may mean, each with the features that speak for and against."""
    before = scene.last_marks(mark)
    if scene.main is not None and scene.main_last is not None and scene.main_last.at < mark.at:
        before.setdefault(scene.main.number, scene.main_last)
    coming = _subject_to_come(mark, scene)
    ahead = coming.figure if coming is not None else None
    if ahead is not None and coming is not None and ahead.number not in before:
        before[ahead.number] = coming
    beside = named_in_clause(mark, scene)
    may_be = {
        number: last
        for number, last in before.items()
        if not is_ruled_out(mark, figures[number], last, scene)
    }
    if any(figures[number] not in beside for number in may_be):
        may_be = {number: last for number, last in may_be.items() if figures[number] not in beside}
    if any(
        figures[number].sex == "f" and mark.sentence - last.sentence <= 1 for number, last in may_be.items()
    ):
        may_be = {number: last for number, last in may_be.items() if not is_likely_man(figures[number])}
    latest = sorted(may_be.items(), key=lambda item: -item[1].at)
    told_of = told_of_before(mark, scene, may_be) if len(may_be) > 1 and scene.main is not None else None
    for rank, (number, last) in enumerate(latest):
        figure = figures[number]
        found = features(mark, figure, last, scene, rank)
        if told_of is not None and figure is told_of.figure and figure is not scene.main:
            found.update(features_of_handover(mark, told_of, scene, may_be))
        if figure is ahead:
            found["subject_to_come"] = 1.0
        yield figure, found


def _subject_to_come(mark: Mark, scene: Scene) -> Mark | None:
    """Return the named subject that follows: *When she was four, Joan ...*, *In his first year Reed ...*."""
    token = mark.head
    sentence_start = sentence_of(token).start
    if token.i - sentence_start > 12:
        return None
    root = sentence_of(token).root
    if root.i <= token.i:
        return None
    subject = next((t for t in root.lefts if t.dep_ in SUBJECTS and t.i > token.i), None)
    if (
        subject is None
        or token.head.i == root.i
        or any(t.text == ";" for t in token.doc[token.i : subject.i])
    ):
        return None  # One year before, his wife had died; the small Karl ...
    found = scene.named.get(subject.start)
    return found if found is not None and not found.words.start <= token.i < found.words.end else None


def features(mark: Mark, figure: Figure, last: Mark, scene: Scene, rank: int) -> dict[str, float]:
    """Return what speaks for and against the figure, named, each about between 0 and 1."""
    distance = max(0, mark.sentence - last.sentence)
    out = {f"sentences_back:{min(distance, 4)}": 1.0, f"rank:{min(rank, 3)}": 1.0}
    role, theirs = role_of(mark.head), role_of(last.head)
    out[f"{role}_after_{theirs}:{'same' if distance == 0 else 'before' if distance == 1 else 'far'}"] = 1.0
    out[f"last:{last.form}"] = 1.0
    out.update(_of_figure(figure, scene, role))
    if last.words.doc is mark.words.doc:
        if distance == 0:
            out.update(_within_sentence(mark, last, role, theirs))
        out["words_between"] = log(1 + max(0, mark.head.i - last.head.i)) / 5
    else:
        out["other_paragraph"] = 1.0
    if distance == 1 and theirs == "subject" and clause_of(last.head).dep_ == "ROOT":
        out["main_subject_before"] = 1.0
    if last.form is MentionForm.PRONOUN and last.head.lower_ == mark.head.lower_:
        out["same_pronoun"] = 1.0
    out.update(_of_place(mark, last, role, theirs))
    depth = scene.depths.get(last.at)
    if depth is None:
        depth = scene.depths[last.at] = _depth(last.head)
    out[f"depth:{min(depth, 3)}"] = 1.0
    if scene.firsts.get(last.sentence) is last:
        out["first_in_sentence"] = 1.0
        if distance <= 1:
            out[f"first_in_sentence:{role}"] = 1.0
    return out


def _of_figure(figure: Figure, scene: Scene, role: str) -> dict[str, float]:
    """Return what the figure is and how much the text speaks of it. A text of a few sentences weighs apart."""
    out = {}
    if figure.sex:
        out["sex_known"] = 1.0
    elif not figure.is_named:
        out["sex_unknown_unnamed"] = 1.0
    kind = ":excerpt" if scene.is_excerpt else ""
    out[f"share{kind}"] = scene.counts.get(figure.number, 0) / (scene.total or 1)
    out[f"count{kind}"] = log(1 + scene.counts.get(figure.number, 0)) / 4
    if figure is scene.main:
        out[f"main{kind}"] = 1.0
        if role == "subject":
            out[f"main_subject{kind}"] = 1.0
    if not figure.is_named:
        out["unnamed"] = 1.0
    return out


def _of_place(mark: Mark, last: Mark, role: str, theirs: str) -> dict[str, float]:
    """Return what the places of the two words in their clauses say."""
    out = {}
    head = last.head
    if head.dep_ in _PLACES:
        out[f"as:{head.dep_}"] = 1.0
    if head.dep_ == "pobj":
        out[f"after:{head.head.lower_ if head.head.lower_ in _TELLING_PREPOSITIONS else 'other'}"] = 1.0
    if role == theirs:
        out["same_role"] = 1.0
    if head.dep_ == "conj" or any(t.dep_ == "conj" and t.pos_ == "PROPN" for t in head.rights):
        out["joined"] = 1.0
    if role == "possessor" and last.sentence == mark.sentence:
        out[f"owner_in:{role_of(mark.head.head)}:{theirs}"] = 1.0
    return out


def _depth(token: Token) -> int:
    """Return how many clauses, or phrases that hang on nouns, the token stands below its sentence's."""
    depth, at = 0, token
    for _ in range(20):
        if at.head.i == at.i:
            break
        if at.dep_ in _SUBORDINATE:
            depth += 1
        at = at.head
    return depth


def _within_sentence(mark: Mark, last: Mark, role: str, theirs: str) -> dict[str, float]:
    out = {}
    mine, other = clause_of(mark.head), clause_of(last.head)
    if mine.i == other.i:
        out[f"own_clause:{theirs}:{role}"] = 1.0
    elif mine.head.i == other.i and theirs == "subject":
        out[f"upper_clause_subject:{role}"] = 1.0
    elif other.head.i == mine.i and theirs == "subject":
        out[f"lower_clause_subject:{role}"] = 1.0
    if mine.dep_ == "conj" and mine.head.i == other.i and theirs == "subject":
        out["coordinated_subject"] = 1.0
    return out


@cache
def weights() -> Mapping[str, float]:
    """Return the table of weights."""
    return {name: float(weight) for name, weight in load("antecedents")["weights"].items()}


def best(mark: Mark, scene: Scene, figures: Sequence[Figure]) -> Figure | None:
    """Return whom the pronoun means, None where nobody fits."""
    table = weights()
    scored = [
        (sum(table.get(name, 0.0) * value for name, value in found.items()), -figure.number, figure)
        for figure, found in candidates(mark, scene, figures)
    ]
    return max(scored)[2] if scored else None
