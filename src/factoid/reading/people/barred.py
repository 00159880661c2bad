"""Whom a pronoun cannot mean: *he saw him*, *his father*, *he married Tardi's niece*, *Karl Brandt, his son*."""

from __future__ import annotations

from factoid.names import PartKind
from factoid.reading.clause import SUBJECTS, clause_of, made_of, subject_of
from factoid.reading.lexicons import around_names, kin_terms
from factoid.reading.parse import Token
from factoid.reading.people.figures import Figure, Mark
from factoid.reading.people.scene import FIRST, REFLEXIVE, Scene, role_of, sex_of_pronoun

_ENDING = frozenset(
    ["die", "drown", "fall", "perish", "kill", "shoot", "execute", "hang", "disappear", "arrest", "leave"]
)
_CLAUSE = 25  #: tokens over which a clause is read on from its subject
_OBJECTIVE = frozenset(["him", "them", "me"])
_BESIDE = frozenset(["with", "to", "by", "from", "against", "for", "at", "on"])


def is_ruled_out(mark: Mark, figure: Figure, last: Mark, scene: Scene) -> bool:
    """Whether sex, grammar, or saying *I* forbids that the pronoun means the figure."""
    sex = sex_of_pronoun(mark.head.lower_)
    if figure.is_of_another_sex(sex) or _is_barred(mark, last):
        return True
    if figure is scene.narrator and (scene.is_answering or last.head.lower_ in FIRST):
        return True
    if figure is scene.addressed:
        return True  # whom a letter calls *you*
    return _weds_kin_of(mark.head, figure, scene) or _is_done_by(mark.head, figure, last, scene)


def _is_done_by(token: Token, figure: Figure, last: Mark, scene: Scene) -> bool:
    """Whether the figure does it to him: *a monk named Odo accused him*; or is *elected in his place*."""
    is_replaced = token.dep_ == "poss" and token.head.lower_ in ("place", "stead")
    is_object = token.dep_ in ("dobj", "dative") and token.lower_ not in REFLEXIVE
    if last.words.doc is not token.doc or not (is_replaced or is_object):
        return False
    verb = _verb_with_subject(clause_of(token))
    subject = subject_of(verb)
    if subject is None:
        return False
    marks = (m for m in reversed(scene.recent[-12:]) if m.figure is figure and m.words.doc is token.doc)
    return any(_stands_for(m.head, subject) for m in marks)


def _weds_kin_of(token: Token, figure: Figure, scene: Scene) -> bool:
    """Whether the figure marries whose kin it is: *he served the vizier and married his daughter*.

    *Lind married his daughter to a baron* gives her away.
    """
    kin, verb = token.head, clause_of(token.head)
    if token.dep_ != "poss" or kin.lower_ not in _NOT_WED or verb.lemma_ not in around_names("marrying"):
        return False
    is_bride = kin.dep_ == "dobj" or (kin.dep_ == "pobj" and kin.head.lower_ in ("with", "to"))
    is_given = kin.dep_ == "dobj" and any(t.lower_ in ("to", "off") and t.i > kin.i for t in verb.rights)
    subject = subject_of(_verb_with_subject(verb))
    if not is_bride or is_given or subject is None:
        return False
    marks = (m for m in reversed(scene.recent[-12:]) if m.figure is figure and m.words.doc is token.doc)
    return any(_stands_for(m.head, subject) for m in marks)


_NOT_WED = frozenset(
    ["daughter", "son", "sister", "brother", "niece", "nephew", "granddaughter", "stepdaughter", "widow"]
)


def _stands_for(head: Token, subject: Token) -> bool:
    """Whether the word is the subject, or its name behind a comma or *named*."""
    at = head
    for _ in range(4):
        if at.i == subject.i:
            return True
        if at.dep_ not in ("appos", "oprd", "acl", "compound") or at.head.i == at.i:
            return False
        at = at.head
    return False


def is_likely_man(figure: Figure) -> bool:
    """Whether nothing tells the sex of one who bears a rank: *Inspector Hale*, where a woman can be meant by *she*."""
    ranks = (n.of(PartKind.RANK, PartKind.OFFICE) for n in figure.names)
    return figure.sex is None and any(ranks)


def named_in_clause(mark: Mark, scene: Scene) -> list[Figure]:
    """Return who is named within the clause whose subject the pronoun is: *he married Tardi's niece*."""
    token = mark.head
    if role_of(token) != "subject":
        return []
    verb, found = token.head, []
    for word in token.doc[token.i + 1 : token.i + _CLAUSE]:
        if word.is_sent_start or word.text == ";":
            break
        named = scene.named.get(word.start)
        is_done_to = (
            named is not None and named.head.i == word.i and word.dep_ in ("dobj", "dative", "poss", "pobj")
        )
        if not is_done_to or named is None or named.figure is None:
            continue
        is_said = word.dep_ == "pobj" and word.head.lower_ not in _BESIDE
        if clause_of(word).i == verb.i and not is_said:
            found.append(named.figure)
    return found


def _is_barred(mark: Mark, last: Mark) -> bool:
    """Whether grammar forbids that the two are one: *he saw him*, *his father*, *Karl was his cousin*."""
    if last.sentence != mark.sentence or last.words.doc is not mark.words.doc:
        return False
    token, other = mark.head, last.head
    if _was_so_old_when_died(token, other) or _was_not_born_yet(token, other) or _is_taken_from(token, other):
        return True
    if _is_child_of_owned(token, other) or _is_kin_of_subject(token, other):
        return True
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


def _was_so_old_when_died(token: Token, other: Token) -> bool:
    """*Her father died when she was seven*: not who died."""
    verb = token.head
    if (
        role_of(token) != "subject"
        or verb.lemma_ != "be"
        or verb.dep_ != "advcl"
        or role_of(other) != "subject"
    ):
        return False
    is_when = any(t.lower_ == "when" for t in verb.lefts)
    is_age = any(t.like_num or any(c.like_num for c in t.children) for t in verb.rights)
    return is_when and is_age and clause_of(other).i == verb.head.i and verb.head.lemma_ in _ENDING


def _was_not_born_yet(token: Token, other: Token) -> bool:
    """*His father was the consul when he was born*: not who was that then; *Ida was blind when she was born*."""
    verb = token.head
    if verb.lower_ != "born" or role_of(token) != "subject":
        return False
    told = clause_of(verb)
    subject = subject_of(told)
    is_then = any(t.lower_ in ("when", "before") for t in verb.lefts)
    is_state = any(t.dep_ == "acomp" for t in told.rights)
    is_it = other.dep_ == "attr" and other.head.i == told.i
    return is_then and not is_state and (is_it or (subject is not None and _stands_for(other, subject)))


def _is_taken_from(token: Token, other: Token) -> bool:
    """Whether one cannot do to one's own what is done: *Simms forged his signature*, *Vos had stolen his plates*."""
    taken = token.head
    if token.dep_ != "poss" or taken.dep_ != "dobj" or role_of(other) != "subject":
        return False
    return taken.head.lemma_ in around_names("taking_things") and clause_of(other).i == taken.head.i


def _owns(token: Token, other: Token) -> bool:
    """Whether a possessor owns what the other is, or is said to be; *he was his own master* says the same of one."""
    if token.dep_ != "poss" or any(t.lower_ == "own" for t in token.head.lefts):
        return False
    owned = token.head
    made = made_of(owned)
    if owned.i == other.i or (made is not None and made[1].i == other.i):
        return True
    return owned.dep_ == "attr" and role_of(other) == "subject" and owned.head.i == clause_of(other).i


def _is_kin_of_subject(token: Token, other: Token) -> bool:
    """Whether what opens the clause tells whose kin its subject is: *Born the son of Karl Low, he moved*."""
    kin = other.head.head
    is_owner = other.dep_ == "pobj" and other.head.lower_ == "of" and kin.lower_ in kin_terms()
    if not is_owner or role_of(token) != "subject" or other.i > token.i:
        return False
    at = kin.head.head if kin.dep_ == "pobj" and kin.head.lower_ == "as" else kin
    is_opening = at.dep_ in ("advcl", "npadvmod", "appos", "dep") and at.head.i == token.head.i
    return is_opening or (kin.dep_ in ("dobj", "oprd", "attr") and _opens(kin.head, token))


def _opens(verb: Token, subject: Token) -> bool:
    return verb.dep_ == "advcl" and verb.i < subject.i and verb.head.i == subject.head.i


def _is_child_of_owned(token: Token, other: Token) -> bool:
    """Whether the other is kin of whom the possessor's kin is told to be: *Otto, the son of his brother Emil*."""
    owned, of = token.head, token.head.head
    if token.dep_ != "poss" or owned.lower_ not in kin_terms() or owned.dep_ != "pobj" or of.lower_ != "of":
        return False
    kin = of.head
    return kin.lower_ in kin_terms() and kin.dep_ == "appos" and other.i in (kin.i, kin.head.i)


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
        has_subject = any(t.dep_ in SUBJECTS for t in verb.lefts)
        if has_subject or verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
            break
        verb = verb.head
    return verb


def _is_direct(token: Token, verb: Token) -> bool:
    """Whether the token is the verb's own object, or that of a preposition on the verb.

    Or of *of* on its object: *Roth thought little of him*, *made fun of him*.
    """
    if token.dep_ != "pobj":
        return token.head.i == verb.i
    through = token.head.head
    is_of_object = token.head.lower_ == "of" and through.dep_ == "dobj" and through.head.i == verb.i
    return through.i == verb.i or is_of_object
