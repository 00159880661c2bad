"""Pronouns that their construction settles: in an entry, behind a semicolon, in a notice of death."""

from __future__ import annotations

from factoid.names import fold_surname
from factoid.reading.clause import clause_of
from factoid.reading.lexicons import around_names, kin_plurals, kin_terms
from factoid.reading.parse import Token, sentence_of
from factoid.reading.people.clauses import FigureAt
from factoid.reading.people.figures import Figure, Mark
from factoid.reading.people.scene import Scene, role_of, sex_of_pronoun

_SPOUSES = frozenset(["wife", "husband", "widow", "widower", "spouse", "consort", "partner"])
_CLAUSE = 25  #: tokens at most of a clause before a semicolon


def of_entry(mark: Mark, scene: Scene) -> Figure | None:
    """Return whom a pronoun of an entry means beyond doubt: its headword, where no other subject has come between.

    The notes of an entry leave their subject out, so that the name last read is seldom whom *he* means: *Studied
    under Karel Weiss. He built ...*.
    """
    figure, sex = scene.entry, sex_of_pronoun(mark.head.lower_)
    if figure is None or figure.is_of_another_sex(sex):
        return None
    for before in reversed(scene.recent):
        if mark.sentence - before.sentence > 1:
            break
        other = before.figure
        is_rival = other is not None and other is not figure and not other.is_of_another_sex(sex)
        if is_rival and _is_told_of(before.head):
            return None
    return figure


def of_those_left(mark: Mark, scene: Scene) -> Figure | None:
    """Return of whom a notice of death tells whom *he leaves*, by whom *she is survived*: the one it is about.

    So with *his* and *her* before those who are left: *Survivors include his wife and his sister Ida*.
    """
    token, main = mark.head, scene.main
    verb, sex = token.head, sex_of_pronoun(token.lower_)
    if main is None or main.is_of_another_sex(sex):
        return None
    if token.dep_ == "poss" and _is_kin(token.head):
        return main if _tells_who_is_left(token) else None
    if role_of(token) != "subject":
        return None
    is_survived = token.dep_ == "nsubjpass" and verb.lemma_ in _LEFT_BEHIND
    leaves = verb.lower_ == "leaves" and any(t.dep_ == "dobj" and _is_kin(t) for t in verb.rights)
    return main if is_survived or leaves else None


_LEFT_BEHIND = frozenset(("survive", "predecease", "mourn"))


def _tells_who_is_left(token: Token) -> bool:
    """Whether the sentence lists who survives: *Survivors include*, *he is survived by*, *preceded in death*."""
    before = token.doc[sentence_of(token).start : token.i]
    passive = any(t.lemma_ in _LEFT_BEHIND and t.tag_ == "VBN" for t in before)
    words = {t.lower_ for t in before}
    return passive or "survivors" in words or {"preceded", "death"} <= words


def of_same_row(mark: Mark, scene: Scene) -> Figure | None:
    """Return whose kin a row goes on to tell: *his brother Max and his nephews*; a wife may be a son's."""
    token = mark.head
    if token.dep_ != "poss" or not _is_kin(token.head) or token.head.lower_ in _SPOUSES:
        return None
    for before in reversed(scene.recent):
        at = before.head
        if before.words.doc is not token.doc or token.i - at.i > _CLAUSE or at.i >= token.i:
            break
        if at.dep_ != "poss" or at.lower_ != token.lower_ or not _is_kin(at.head):
            continue
        between = token.doc[at.i : token.i]
        is_row = not any(t.pos_ in ("VERB", "AUX") or t.text in (".", ";") for t in between)
        return before.figure if is_row and token.nbor(-1).lower_ in (",", "and") else None
    return None


def _is_kin(token: Token) -> bool:
    return token.lower_ in kin_terms() or token.lower_ in kin_plurals() or token.lemma_.lower() in kin_terms()


_OTHER_PARENT = {"mother": "father", "father": "mother"}


def of_other_parents_child(mark: Mark, scene: Scene) -> Figure | None:
    """Return whose mother she is where his father was told just before: *his father was Abel and his mother Ida*.

    Behind a full stop both must be what their sentences tell of: *His father was a smith. His mother was Ida*.
    """
    token = mark.head
    other = _OTHER_PARENT.get(token.head.lower_) if token.dep_ == "poss" else None
    if other is None:
        return None
    for before in reversed(scene.recent):
        behind = mark.sentence - before.sentence
        at = before.head
        if behind > 1:
            break
        if at.dep_ == "poss" and behind == 0 and at.head.lower_ == other and _is_damaged(mark, scene):
            return before.figure
        if at.dep_ == "poss" and at.lower_ == token.lower_ and at.head.lower_ == other:
            are_told = role_of(at.head) == role_of(token.head) == "subject"
            return before.figure if behind == 0 or are_told else None
    return None


def _is_damaged(mark: Mark, scene: Scene) -> bool:
    """Whether *her* can mean nobody named of late, as by a translator: *His father was Karl; her mother*."""
    sex = sex_of_pronoun(mark.head.lower_)
    lately = (m.figure for m in scene.recent if mark.sentence - m.sentence <= _LATELY)
    return not any(f is not None and f.is_named and f.sex == sex for f in lately)


def of_clause_before(mark: Mark, scene: Scene) -> Figure | None:
    """Return the subject of the clause before a semicolon or colon: *Franz wrote; he died*, *Max had no luck: he fell*.

    It is so where the clause tells of nobody else whom the pronoun could mean.
    """
    token, sex = mark.head, sex_of_pronoun(mark.head.lower_)
    if role_of(token) != "subject" or token.i == 0 or token.nbor(-1).text not in (";", ":"):
        return None
    found: Figure | None = None
    for before in reversed(scene.recent):
        other = before.figure
        is_near = before.words.doc is token.doc and token.i - before.head.i < _CLAUSE
        if not is_near or any(t.text in (";", ".", ":") for t in token.doc[before.head.i + 1 : token.i - 1]):
            break
        if other is None or other.is_of_another_sex(sex):
            continue
        if found is not None and other is not found:
            return None
        found = other
        if role_of(before.head) == "subject":
            return found
    return None


def of_clause_joined(mark: Mark, scene: Scene) -> Figure | None:
    """Return the subject of the clause that *but she* goes on from, if that tells of nobody else of the sex."""
    token, sex = mark.head, sex_of_pronoun(mark.head.lower_)
    verb, first = token.head, token.head.head
    is_joined = role_of(token) == "subject" and verb.dep_ == "conj" and first.i < token.i
    if not is_joined or token.nbor(-1).lower_ not in ("and", "but"):
        return None
    if any(
        sex_of_pronoun(t.lower_) == sex and t.dep_ not in ("poss", "nsubj", "nsubjpass")
        for t in token.doc[first.i : verb.right_edge.i]
        if t.i != token.i
    ):
        return None  # Karl fell, and he pulled him out; Karl prayed for him, and he was buried
    found: Figure | None = None
    for before in reversed(scene.recent):
        other, at = before.figure, before.head
        if before.words.doc is not token.doc or before.sentence != mark.sentence or other is None:
            break
        if role_of(at) == "subject" and at.head.i == first.i and found in (None, other):
            return other if not other.is_of_another_sex(sex) else None
        if at.i > first.i and at.dep_ != "poss" and not other.is_of_another_sex(sex):
            if found not in (None, other):
                return None
            found = other
    return None


def of_clause_above(mark: Mark, scene: Scene) -> Figure | None:
    """Return the named subject of whom *when he* goes on: *His son Karl was consul in Rome when he shot himself*.

    *When he was ten* and *when he was born* tell of somebody else than whose death or post the sentence tells.
    """
    token, sex = mark.head, sex_of_pronoun(mark.head.lower_)
    verb, above = token.head, token.head.head
    is_when = any(t.lower_ == "when" and t.i == token.i - 1 for t in verb.lefts)
    is_behind = role_of(token) == "subject" and verb.dep_ == "advcl" and above.i < verb.i
    if not (is_when and is_behind) or verb.lemma_ == "be" or verb.lower_ in ("born", "had"):
        return None
    told = [m for m in scene.recent if m.words.doc is token.doc and m.sentence == mark.sentence]
    told = [m for m in told if m.head.dep_ != "poss" and m.figure and not m.figure.is_of_another_sex(sex)]
    subject = next((m for m in told if role_of(m.head) == "subject" and clause_of(m.head).i == above.i), None)
    if subject is None or any(m.figure is not subject.figure for m in told):
        return None
    return subject.figure if subject.figure is not None and subject.figure.is_named else None


_DYING = frozenset(["die", "succumb", "expire", "perish"])


def of_wounded(mark: Mark, scene: Scene) -> Figure | None:
    """Return who was wounded in the clause before one that tells that *he died*: *the monk shot Lind, and he died*.

    After *killed* a death is rather that of the killer.
    """
    token, sex = mark.head, sex_of_pronoun(mark.head.lower_)
    if role_of(token) != "subject" or token.head.lemma_ not in _DYING:
        return None
    recent = [m for m in scene.recent if m.words.doc is token.doc and mark.sentence - m.sentence <= 1]
    subjects = [m for m in recent if role_of(m.head) == "subject"]
    verb = clause_of(subjects[-1].head) if subjects else token
    if verb.lemma_ not in around_names("wounding") or verb.i > token.i:
        return None
    objects = (m for m in recent if role_of(m.head) == "object" and clause_of(m.head).i == verb.i)
    hit = next(objects, None)
    figure = hit.figure if hit is not None else None
    return figure if figure is not None and not figure.is_of_another_sex(sex) else None


def of_surname(mark: Mark, scene: Scene) -> Figure | None:
    """Return whose brother or sister it is by the surname: *his brother, Otto Lind*, of a Lind among others.

    A translator's *his* may mean a woman, if it is she whom the text is about.
    """
    token, sex = mark.head, sex_of_pronoun(mark.head.lower_)
    if token.dep_ != "poss" or token.head.lower_ not in _SIBLINGS:
        return None
    ahead = (scene.named.get(t.start) for t in token.doc[token.head.i + 1 : token.head.i + _NAME])
    name = next((m for m in ahead if m is not None and len(m.words) > 1), None)
    sibling = name.figure if name is not None else None
    surnames = _surnames(sibling)
    lately = (m for m in scene.recent if mark.sentence - m.sentence <= _LATELY or m.figure is scene.main)
    spoken = {m.figure.number: m.figure for m in lately if m.figure is not None}
    family = [f for f in spoken.values() if f is not sibling and not surnames.isdisjoint(_surnames(f))]
    alike = [f for f in family if not f.is_of_another_sex(sex)]
    if len(alike) == 1:
        return alike[0]
    return scene.main if not alike and scene.main in family else None


_SIBLINGS = ("brother", "sister")
_LATELY = 3  #: sentences
_NAME = 7  #: words from a brother to his name


def _surnames(figure: Figure | None) -> set[str]:
    """Return the surnames that somebody is called by in full."""
    names = figure.names if figure is not None else []
    return {fold_surname(n.surname) for n in names if n.given and n.surname}


def of_other_parent(mark: Mark, figure_at: FigureAt) -> Figure | None:
    """Return whose wife the other parent is: the father in *son of Karl Low by his second wife, Ida*."""
    token, sex = mark.head, sex_of_pronoun(mark.head.lower_)
    doc, spouse = token.doc, token.head
    is_spouse = token.dep_ == "poss" and spouse.lower_ in _SPOUSES
    if not is_spouse or token.i < 4 or doc[token.i - 1].lower_ not in ("by", "and"):
        return None
    name = doc[token.i - 2] if doc[token.i - 2].text != "," else doc[token.i - 3]
    while name.dep_ in ("compound", "appos") and name.head.pos_ == "PROPN":
        name = name.head
    term = kin_terms().get(name.head.head.lower_) if name.dep_ == "pobj" else None
    figure = figure_at(name) if name.pos_ == "PROPN" and name.head.lower_ == "of" else None
    is_child = term is not None and term.role in ("son", "daughter", "child")
    if figure is None or not is_child or figure.is_of_another_sex(sex):
        return None
    return figure


_OWNING_UP = frozenset(["admit", "confess", "deny", "claim", "swear", "vow", "boast", "maintain", "insist"])


def of_who_owns_up(mark: Mark, figure_at: FigureAt) -> Figure | None:
    """Return who tells it of himself: *Karl Lind, who admitted that he had lent it, but denied that he was there*."""
    token, sex = mark.head, sex_of_pronoun(mark.head.lower_)
    verb, told = token.head, token.head.head
    if (
        role_of(token) != "subject"
        or verb.dep_ != "ccomp"
        or told.i > verb.i
        or told.lemma_ not in _OWNING_UP
    ):
        return None
    first = told.head if told.dep_ == "conj" and told.head.lemma_ in _OWNING_UP else told
    who = next((t for t in first.lefts if t.lower_ == "who"), None)
    figure = figure_at(who) if who is not None else None
    return figure if figure is not None and not figure.is_of_another_sex(sex) else None


def of_partner(mark: Mark, figure_at: FigureAt) -> Figure | None:
    """Return whose wife she is who is named with him: *my parents were Karl Low, a smith, and Ida, his wife*."""
    token, sex = mark.head, sex_of_pronoun(mark.head.lower_)
    doc, at = token.doc, token.i - 1
    if token.dep_ != "poss" or token.head.lower_ not in _SPOUSES or at < 2:
        return None
    name = doc[at - 1] if doc[at].text == "," else doc[at]
    while name.dep_ == "compound" and name.head.pos_ == "PROPN":
        name = name.head
    first = name.head
    if name.pos_ != "PROPN" or name.dep_ != "conj" or first.pos_ != "PROPN" or first.i > name.i:
        return None
    figure = figure_at(first)
    return figure if figure is not None and not figure.is_of_another_sex(sex) else None


def _is_told_of(head: Token) -> bool:
    """Whether a clause with a verb tells of whom the word means."""
    return role_of(head) == "subject" and clause_of(head).tag_ in ("VBD", "VBZ", "VBN", "VBP")
