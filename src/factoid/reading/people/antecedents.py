"""Whom a pronoun means: every figure spoken of lately is weighed by a readable table of weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import log

from factoid.model import MentionForm
from factoid.reading.clause import clause_of, made_of
from factoid.reading.lexicons import kin_plurals, kin_terms
from factoid.reading.parse import Token, sentence_of
from factoid.reading.people.figures import Figure, Mark
from factoid.resources import load

_CLAUSE = 25  #: tokens at most of a clause before a semicolon
WINDOW = 6  #: sentences within which somebody is remembered without being the main person
MASCULINE = frozenset(["he", "him", "his", "himself"])
FEMININE = frozenset(["she", "her", "hers", "herself"])
REFLEXIVE = frozenset(["himself", "herself", "myself"])
FIRST = frozenset(["i", "me", "my", "mine", "myself"])
_OBJECTIVE = frozenset(["him", "them", "me"])
RELATIVE = frozenset(["who", "whom", "whose"])
_PLACES = frozenset(
    ["nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "conj", "attr", "compound", "nmod", "ROOT", "dep"]
)
_TELLING_PREPOSITIONS = frozenset(["by", "with", "to", "of", "for", "from", "against", "like", "as"])
_SUBORDINATE = frozenset(
    ["relcl", "acl", "advcl", "ccomp", "csubj", "pcomp", "poss", "prep", "appos", "parataxis"]
)


@dataclass(slots=True)
class Scene:
    """Who has been spoken of so far."""

    main: Figure | None = None
    named: Mapping[int, Mark] = field(
        default_factory=dict
    )  #: the names of the whole text, by where a token starts
    recent: list[Mark] = field(default_factory=list)  #: the marks of the last sentences, oldest first
    counts: dict[int, int] = field(default_factory=dict)
    total: int = 0  #: of all counts
    main_last: Mark | None = None  #: where the main person was last meant
    firsts: dict[int, Mark] = field(default_factory=dict)  #: the first mark of each sentence
    depths: dict[int, int] = field(default_factory=dict)  #: how deep in its sentence a mark stands
    is_excerpt: bool = False  #: whether the text is a few sentences, which need not be about one person
    entry: Figure | None = None  #: whose entry of a dictionary is being read

    def open_entry(self, figure: Figure) -> None:
        """Begin the entry of a dictionary that is about the figure: nobody before it is meant any more."""
        self.main = self.entry = figure
        self.recent.clear()
        self.main_last = None

    def note(self, mark: Mark) -> None:
        """Remember that somebody was just meant."""
        if mark.figure is None:
            return
        self.recent.append(mark)
        self.firsts.setdefault(mark.sentence, mark)
        if len(self.recent) > 80:
            del self.recent[:20]
        number = mark.figure.number
        self.counts[number] = self.counts.get(number, 0) + 1
        self.total += 1
        if mark.figure is self.main:
            self.main_last = mark

    def last_marks(self, mark: Mark) -> dict[int, Mark]:
        """Return for each figure remembered the last mark before this one."""
        found: dict[int, Mark] = {}
        for before in reversed(self.recent):
            if mark.sentence - before.sentence > WINDOW:
                break
            if before.figure is not None and before.at < mark.at:
                found.setdefault(before.figure.number, before)
        return found


def of_entry(mark: Mark, scene: Scene) -> Figure | None:
    """Return whom a pronoun of an entry means beyond doubt: its headword, where no other subject has come between.

    The notes of an entry leave their subject out, so that the name last read is seldom whom *he* means: *Studied
    under Karel Weiss. He built ...*.
    """
    figure, sex = scene.entry, sex_of_pronoun(mark.head.lower_)
    if figure is None or (figure.sex and sex and figure.sex != sex):
        return None
    for before in reversed(scene.recent):
        if mark.sentence - before.sentence > 1:
            break
        other = before.figure
        is_rival = other is not None and other is not figure and not (other.sex and sex and other.sex != sex)
        if is_rival and _is_told_of(before.head):
            return None
    return figure


def of_those_left(mark: Mark, scene: Scene) -> Figure | None:
    """Return of whom a notice of death tells whom *he leaves*, by whom *she is survived*: the one it is about."""
    token, main = mark.head, scene.main
    verb, sex = token.head, sex_of_pronoun(token.lower_)
    if main is None or role_of(token) != "subject" or (main.sex and sex and main.sex != sex):
        return None
    is_survived = token.dep_ == "nsubjpass" and verb.lemma_ in ("survive", "predecease", "mourn")
    leaves = verb.lower_ == "leaves" and any(t.dep_ == "dobj" and _is_kin(t) for t in verb.rights)
    return main if is_survived or leaves else None


def _is_kin(token: Token) -> bool:
    return token.lower_ in kin_terms() or token.lower_ in kin_plurals()


def of_clause_before(mark: Mark, scene: Scene) -> Figure | None:
    """Return the subject of the clause before a semicolon, where it tells of nobody else: *Franz wrote; he died in 1934*."""
    token, sex = mark.head, sex_of_pronoun(mark.head.lower_)
    if role_of(token) != "subject" or token.i == 0 or token.nbor(-1).text != ";":
        return None
    found: Figure | None = None
    for before in reversed(scene.recent):
        other = before.figure
        is_near = before.words.doc is token.doc and token.i - before.head.i < _CLAUSE
        if not is_near or any(t.text in (";", ".") for t in token.doc[before.head.i + 1 : token.i - 1]):
            break
        if other is None or (other.sex and sex and other.sex != sex):
            continue
        if found is not None and other is not found:
            return None
        found = other
        if role_of(before.head) == "subject":
            return found
    return None


def _is_told_of(head: Token) -> bool:
    """Whether a clause with a verb tells of whom the word means."""
    return role_of(head) == "subject" and clause_of(head).tag_ in ("VBD", "VBZ", "VBN", "VBP")


def sex_of_pronoun(word: str) -> str | None:
    """Return ``f`` or ``m`` for he and she, None for others."""
    return "m" if word in MASCULINE else "f" if word in FEMININE else None


def role_of(token: Token) -> str:
    """Return subject, object, possessor or other."""
    dep = token.dep_
    if dep in ("nsubj", "nsubjpass", "csubj"):
        return "subject"
    if dep in ("dobj", "dative", "iobj"):
        return "object"
    if dep == "poss":
        return "possessor"
    if dep in ("conj", "appos") and token.head.i != token.i and token.head.pos_ in ("NOUN", "PROPN", "PRON"):
        return role_of(token.head)
    return "other"


def candidates(
    mark: Mark, scene: Scene, figures: Sequence[Figure]
) -> Iterator[tuple[Figure, dict[str, float]]]:
    """Yield whom the pronoun may mean, each with the features that speak for and against."""
    sex = sex_of_pronoun(mark.head.lower_)
    before = scene.last_marks(mark)
    if scene.main is not None and scene.main_last is not None and scene.main_last.at < mark.at:
        before.setdefault(scene.main.number, scene.main_last)
    coming = _subject_to_come(mark, scene)
    ahead = coming.figure if coming is not None else None
    if ahead is not None and coming is not None and ahead.number not in before:
        before[ahead.number] = coming
    rank = 0
    for number, last in sorted(before.items(), key=lambda item: -item[1].at):
        figure = figures[number]
        if figure.sex and sex and figure.sex != sex:
            continue
        if _is_barred(mark, last):
            continue
        found = features(mark, figure, last, scene, rank)
        if figure is ahead:
            found["subject_to_come"] = 1.0
        yield figure, found
        rank += 1


def _subject_to_come(mark: Mark, scene: Scene) -> Mark | None:
    """Return the named subject that follows: *When she was four, Joan ...*, *In his first year Reed ...*."""
    token = mark.head
    sentence_start = sentence_of(token).start
    if token.i - sentence_start > 12:
        return None
    root = sentence_of(token).root
    if root.i <= token.i:
        return None
    subject = next((t for t in root.lefts if t.dep_ in ("nsubj", "nsubjpass") and t.i > token.i), None)
    if subject is None or token.head.i == root.i:
        return None
    found = scene.named.get(subject.start)
    return found if found is not None and not found.words.start <= token.i < found.words.end else None


def _is_barred(mark: Mark, last: Mark) -> bool:
    """Whether grammar forbids that the two are one: *he saw him*, *his father*, *Karl was his cousin*."""
    if last.sentence != mark.sentence or last.words.doc is not mark.words.doc:
        return False
    token, other = mark.head, last.head
    if last.words.start <= token.i < last.words.end or _owns(token, other) or _owns_apposed(token, last):
        return True
    role = role_of(token)
    if token.lower_ in _OBJECTIVE and token.dep_ == "nsubj" and role_of(other) == "subject":
        return clause_of(token.head).i == clause_of(other).i  # *the king made him bishop*
    if role in ("object", "other") and token.lower_ not in REFLEXIVE and role_of(other) == "subject":
        verb = clause_of(token)
        if (
            _verb_with_subject(verb).i == clause_of(other).i
            and token.dep_ in ("dobj", "dative", "pobj")
            and _is_direct(token, verb)
        ):
            return True
    return role == "subject" and role_of(other) == "object" and clause_of(token).i == clause_of(other).i


def _owns(token: Token, other: Token) -> bool:
    """Whether a possessor owns what the other is, or is said to be; *he was his own master* says the same of one."""
    if token.dep_ != "poss" or any(t.lower_ == "own" for t in token.head.lefts):
        return False
    owned = token.head
    made = made_of(owned)
    if owned.i == other.i or (made is not None and made[1].i == other.i):
        return True
    return owned.dep_ == "attr" and role_of(other) == "subject" and owned.head.i == clause_of(other).i


def _owns_apposed(token: Token, last: Mark) -> bool:
    """Whether it is but the kin of whoever is named right before: *Karl Brandt (1571-1634), his son, ...*."""
    doc, end = token.doc, token.head.i + 1
    if end + 1 < len(doc) and doc[end].text == "'s" and doc[end + 1].pos_ == "NOUN":  # his wife's brother
        end += 2
    between = doc[last.words.end : token.i]
    if token.dep_ != "poss" or not 1 <= len(between) <= 8 or any(t.text[:1].isalpha() for t in between):
        return False
    is_beside = between[-1].text in (",", "(") and between[0].text in (",", "(")
    return is_beside and (end >= len(doc) or doc[end].text in (",", ")", ".", ";"))


def _verb_with_subject(verb: Token) -> Token:
    """Return the verb whose subject goes on: that of *died* for *left* in *he died and left them his house*."""
    for _ in range(3):
        has_subject = any(t.dep_ in ("nsubj", "nsubjpass") for t in verb.lefts)
        if has_subject or verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
            break
        verb = verb.head
    return verb


def _is_direct(token: Token, verb: Token) -> bool:
    """Whether the token is the verb's own object, or that of a preposition on the verb."""
    return token.head.i == verb.i or (token.dep_ == "pobj" and token.head.head.i == verb.i)


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
