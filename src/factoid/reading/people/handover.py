"""Whether the clause before a pronoun has gone over from the main person to somebody else.

*Roth was less lucky: he was shot*. Whom a text is about is meant by most of its pronouns, and that weighs so much that
nobody else would ever be meant, were it not for what the clause before tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factoid.model import MentionForm
from factoid.reading.clause import SUBJECTS, clause_of, subject_of
from factoid.reading.parse import Token, sentence_of
from factoid.reading.people.figures import Mark
from factoid.reading.people.scene import RELATIVE, Scene, role_of

#: what tells how somebody is, not what happens next: *he spoke Turkish*
_STATES = frozenset(
    [
        "be",
        "have",
        "own",
        "possess",
        "know",
        "speak",
        "like",
        "love",
        "hate",
        "want",
        "fear",
        "believe",
        "come",
    ]
)
_ENDS = frozenset(
    [
        "die",
        "drown",
        "perish",
        "kill",
        "shoot",
        "execute",
        "hang",
        "fall",
        "murder",
        "poison",
        "behead",
        "succumb",
    ]
)
_CLAUSES = frozenset(["conj", "ccomp", "advcl", "relcl"])


def told_of_before(mark: Mark, scene: Scene, may_be: Mapping[int, Mark]) -> Mark | None:
    """Return the last subject before the pronoun's clause, of those who may be meant."""
    verb = clause_of(mark.head)
    for before in reversed(scene.recent):
        if mark.sentence - before.sentence > 1:
            break
        if before.at >= mark.at or not _is_subject(before, may_be):
            continue
        if before.words.doc is not mark.words.doc or clause_of(before.head).i != verb.i:
            return before
    return None


def features_of_handover(
    mark: Mark, before: Mark, scene: Scene, may_be: Mapping[int, Mark]
) -> dict[str, float]:
    """Return what speaks for and against its being the last subject, not the main person.

    Kin told of in passing take nothing over: *his father, a hatter, drank. He learnt to read*.
    """
    kind = ":excerpt" if scene.is_excerpt else ""
    where_main_is = _where_main_is(before, scene)
    if where_main_is == "mains_own" and before.figure is not None and not before.figure.is_named:
        return {}
    found = {"", where_main_is}
    found.add(f"{_behind(mark, before)}{':right' if _is_right_before(mark, before) else ''}")
    found.update(_of_subject(mark, before, scene, may_be))
    found.update(_of_pronoun(mark, before))
    return {f"gone_over{':' if name else ''}{name}{kind}": 1.0 for name in found}


def _is_subject(mark: Mark, may_be: Mapping[int, Mark]) -> bool:
    """Whether it is the subject of a clause, and means one of those."""
    is_one = mark.figure is not None and mark.figure.number in may_be
    return is_one and role_of(mark.head) == "subject" and mark.head.lower_ not in RELATIVE


def _behind(mark: Mark, before: Mark) -> str:
    return "same" if before.sentence == mark.sentence else "before"


def _where_main_is(before: Mark, scene: Scene) -> str:
    """Say whether the subject is the main person's (*his father*), the main person is in its clause, its sentence."""
    verb, where = clause_of(before.head), "main_absent"
    for other in reversed(scene.recent):
        if before.sentence - other.sentence > 0:
            break
        if other.figure is not scene.main or other.sentence != before.sentence:
            continue
        if other.words.doc is before.words.doc and clause_of(other.head).i == verb.i:
            return "mains_own" if _owns(other.head, before.head) else "main_in_clause"
        where = "main_in_sentence"
    return where


def _owns(owner: Token, subject: Token) -> bool:
    """Whether the subject, or what it stands beside, is called the owner's: *his father, the hatter*."""
    beside = subject.head if subject.dep_ == "appos" else subject
    return owner.dep_ == "poss" and owner.head.i in (subject.i, beside.i)


def _is_right_before(mark: Mark, before: Mark) -> bool:
    """Whether no clause with a subject of its own stands between."""
    if before.words.doc is not mark.words.doc:
        return False
    verbs = (clause_of(before.head).i, clause_of(mark.head).i)
    between = mark.words.doc[before.head.i + 1 : mark.head.i]
    return not any(t.dep_ in SUBJECTS and t.tag_[0] != "W" and clause_of(t).i not in verbs for t in between)


def _of_subject(mark: Mark, before: Mark, scene: Scene, may_be: Mapping[int, Mark]) -> Iterator[str]:
    """Yield what the words for the last subject say: named for the first time, told of for several clauses."""
    figure = before.figure
    is_first = figure is not None and scene.counts.get(figure.number, 0) <= 1
    if is_first and before.form is MentionForm.NAME:
        yield "new"
    if _clauses_told_of(mark, before, scene, may_be) > 1:
        yield "again"
    if before.words.start == sentence_of(before.head).start:
        yield "opened"
    if before.words.doc is mark.words.doc and clause_of(before.head).lemma_ in _ENDS:
        yield "ended"


def _clauses_told_of(mark: Mark, before: Mark, scene: Scene, may_be: Mapping[int, Mark]) -> int:
    """Count the subjects in a row that are the same person, over a few sentences."""
    count = 0
    for other in reversed(scene.recent):
        if other.at > before.at or not _is_subject(other, may_be):
            continue
        if mark.sentence - other.sentence > 3 or other.figure is not before.figure:
            break
        count += 1
    return count


def _of_pronoun(mark: Mark, before: Mark) -> Iterator[str]:
    """Yield what the pronoun's clause says: how it hangs on the one before, and what it tells."""
    token, behind = mark.head, _behind(mark, before)
    role, verb = role_of(token), clause_of(token)
    if role != "subject":
        yield f"{role}_{behind}"
        return
    if behind == "same" and verb.dep_ in _CLAUSES:
        yield f"as:{verb.dep_}"
    if behind == "before":
        yield from _opening(token)
    if verb.lemma_ in _STATES:
        yield "state"
    if verb.lemma_ == "be":
        yield "be"
    if any(t.dep_ == "auxpass" for t in verb.lefts):
        yield "passive"


def _opening(token: Token) -> Iterator[str]:
    """Yield whether the pronoun opens its sentence, or comes behind *In 1937*."""
    sentence = sentence_of(token)
    subject = subject_of(sentence.root)
    if sentence.start == token.i:
        yield "opens"
    elif subject is not None and subject.i == token.i:
        yield "after_opening"
