"""One parsed segment with all that the families of rules share: clauses, dates, the person it is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from factoid.dates import TimePhrase
from factoid.model import Mention, MentionForm, Persona, SegmentKind, Span
from factoid.reading.clause import is_subject_after_opening
from factoid.reading.dated_lines import place_behind_date
from factoid.reading.entities import Entities
from factoid.reading.lexicons import person_nouns
from factoid.reading.parse import ParsedSegment, ParsedText, Token, TokenSpan, sentence_of, span_of
from factoid.reading.people import KinTie, People
from factoid.reading.statements.clauses.clauses import Clause, verb_over
from factoid.reading.statements.clauses.find import find_clauses
from factoid.reading.statements.notes.headwords import entry_person, person_on_form
from factoid.reading.statements.notes.leads import is_card
from factoid.reading.statements.notes.pedigree_lines import PedigreeTie, ties_of_pedigrees
from factoid.reading.statements.notes.roll_lines import RollLine, lines_of_rolls
from factoid.reading.statements.when.dated import Dated
from factoid.reading.statements.when.dating import Dates
from factoid.reading.statements.when.storyline import Storyline
from factoid.reading.tables import Cell, cell_at, cells_of_people

_WEDDING = frozenset(["marry", "wed", "divorce", "married", "divorced", "husband"])
_SPOUSES = frozenset(
    ["wife", "husband", "spouse", "bride", "groom", "bridegroom", "fianc\u00e9e", "fianc\u00e9", "cousin"]
)
_IN_BRACKETS = frozenset(("born", "died", "buried", "killed", "deceased", "baptised", "baptized"))
_ELDERS = frozenset(("father", "mother", "parent", "uncle", "aunt", "grandfather", "grandmother", "guardian"))
_TOGETHER = frozenset(["they", "them", "both", "couple", "pair", "two", "spouses", "newlyweds"])


@dataclass(frozen=True)
class Passage:
    """A segment ready to be read."""

    segment: ParsedSegment
    clauses: dict[int, Clause]
    dates: Dates
    entities: Entities
    people: People
    main: str | None  #: whom a sentence without a subject is about
    is_entry: bool  #: whether the passage belongs to an entry under a headword
    personas: dict[str, Persona]
    content: str  #: the whole text
    cell: Cell | None  #: which cell of a table of people it is
    head: str | None  #: the head of the household whom its row of a table belongs to
    row: list[Dated]  #: the date that a table's row, or the note before, gives what follows it
    born: dict[str, int]  #: years of birth read so far, from which ages give dates
    roll: RollLine | None  #: the line of a roll that it is
    pedigree: Sequence[PedigreeTie]  #: whose child its place in a pedigree makes whom it begins with
    couples: list[tuple[int, str, str]]  #: who married whom, as the families find them, and where it is told
    #: what speaks for what clauses tell, by their verbs, as far as asked for
    speaking: dict[int, list[str]] = field(default_factory=dict)

    def person(self, token: Token) -> str | None:
        """Return the persona that a word means; a noun before a name, who bears it: *their daughter Zofia*."""
        found = self.people.of(token)
        if found is None and token.pos_ == "NOUN":
            bearer = _bearer(token)
            return self.people.of(bearer) if bearer is not None else None
        return found

    def tie_at(self, token: Token) -> KinTie | None:
        """Return whose kin the noun describes, where the persons of the text were found with it."""
        at = span_of(token)
        return next((tie for tie in self.people.kin if tie.span.overlaps(at)), None)

    def persons(self, tokens: Sequence[Token]) -> list[tuple[str, Token]]:
        """Return the personas that some words mean, each once, with the word."""
        found: dict[str, Token] = {}
        for token in tokens:
            persona = self.person(token)
            if persona is not None:
                found.setdefault(persona, token)
        return list(found.items())

    def doers(self, clause: Clause) -> list[tuple[str, Token | None]]:
        """Return who the clause says it of: its subjects, or the person of the passage where none is said."""
        bracketed = self._before_bracket(clause.verb)
        if bracketed is not None:
            return [bracketed]
        if clause.left_out:
            behind = self.named_behind(clause.verb)
            if behind is not None:
                return [behind]
            return [(self.main, None)] if self.main is not None else []
        found: list[tuple[str, Token | None]] = list(self.persons(clause.subjects))
        return found or [(p, None) for t in clause.subjects for p in self.meant_together(t)]

    def _before_bracket(self, verb: Token) -> tuple[str, Token] | None:
        """Return who is named right before a bracket that opens with a participle: *Ida Berg (died 1949)*."""
        doc, at = verb.doc, verb.i - 2
        if at >= 0 and doc[at + 1].text == ",":  # *(1890-1915, fell in Galicia)*
            while at > 0 and (doc[at].like_num or doc[at].text in ("-", "\u2013", "c.")):
                at -= 1
            is_within = at < verb.i - 2 and doc[at].text == "("
            at -= 1
        else:
            is_within = opens_bracket(verb)
        if not is_within or at < 0:
            return None
        behind = next((n for n in range(at, max(at - 5, 0), -1) if doc[n].text == ","), None)
        names = (doc[at], *((doc[behind - 1],) if behind is not None and behind > 0 else ()))
        named = (t for t in names if t.pos_ == "PROPN" and self.people.of(t) is not None)
        token = next(named, None)
        person = self.people.of(token) if token is not None else None
        return (person, token) if person is not None and token is not None else None

    def clause_over(self, token: Token) -> Clause | None:
        """Return the clause that a word stands in."""
        return self.clauses.get(verb_over(token, self.clauses).i)

    def named_behind(self, verb: Token) -> tuple[str, Token] | None:
        """Return who is told behind the verb to have died: *On 2 May died, aged 40, Ida Berg*, *Died at sea: Karl Low*.

        The name stands right behind the verb, a comma or a colon, and no clause or noun that it belongs to.
        """
        if verb.lower_ not in ("died", "departed") or verb.tag_ not in ("VBD", "VBN"):
            return None
        doc, sentence = verb.doc, sentence_of(verb)
        for token in doc[verb.i + 1 : sentence.end]:
            if token.text == ";" or token.tag_ in ("VBD", "VBZ", "VBP", "WP", "WRB"):
                return None
            mention = self.people.mention_at(token)
            if mention is None or mention.form is not MentionForm.NAME:
                continue
            words = self.segment.words(mention.span)
            person = self.people.of(token)
            if words is None or person is None or not self._may_be_subject_behind(words, verb):
                return None
            return person, token
        return None

    def _may_be_subject_behind(self, name: TokenSpan, verb: Token) -> bool:
        """Whether a name stands as the subject of a verb before it: not *in the arms of his friend, Ida Berg*."""
        doc = name.doc
        before, after = doc[name.start - 1], doc[name.end] if name.end < len(doc) else None
        if after is not None and (after.tag_ in ("VBG", "VBN", "VBD", "POS") or after.text == "and"):
            return False
        if before.i == verb.i or before.text == ":":
            return True
        is_told = before.text == "," and doc[before.i - 1].lower_ not in person_nouns()
        return is_told and doc[before.i - 1].pos_ != "PROPN"

    def of_that_age(self, anchor: Token) -> str | None:
        """Return whose age dates what a word says: *when he was twelve, his father died*; None where nobody's is."""
        told = self.dates.ages.told_at(anchor)
        clause = self.clauses.get(told[1].i) if told is not None else None
        if told is None or clause is None:
            return None
        doers = self.doers(clause)
        if len(doers) != 1:
            return None
        return self._child_of_that_age(told[0], doers[0][1], clause) or doers[0][0]

    def _child_of_that_age(self, age: TimePhrase, doer: Token | None, clause: Clause) -> str | None:
        """Return who is of the age before a parent of hers: *At sixteen her father took her out of school*."""
        if doer is None or age.start > span_of(doer).start or doer.lemma_.lower() not in _ELDERS:
            return None
        owners = {self.people.of(c) for c in doer.children if c.dep_ == "poss"}
        suffering = {person for person, _ in self.persons(clause.objects)}
        return next(iter(owners & suffering), None) if len(owners) == 1 else None

    def couple(self, before: Token) -> list[str]:
        """Return the two who married last before a word: whose child *their son* is."""
        at = span_of(before).start
        return next(([a, b] for told, a, b in reversed(self.couples) if told < at), [])

    def named_together(self, before: Token) -> list[str]:
        """Return the two whom the words before name last as *Tom and Ann Low*: whose son *their son* is."""
        for second in reversed(self.segment.doc[max(before.i - 40, 0) : before.i]):
            first = second.head
            if second.dep_ != "conj" or second.pos_ != "PROPN" or first.pos_ != "PROPN":
                continue
            two = [p for t in (first, second) if (p := self.people.of(t)) is not None]
            if len(two) == 2 and first.dep_ != "conj" and not any(c.dep_ == "conj" for c in second.children):
                return two
        return []

    def meant_together(self, token: Token) -> list[str]:
        """Return whom *they*, *both*, *the couple* mean: who married last, else the last two named."""
        word = token.lower_
        if word in ("we", "us"):
            return [self.people.narrator] if self.people.narrator is not None else []
        if word not in _TOGETHER or self.people.of(token) is not None:
            return []
        couple = self.couple(token)
        if word in ("couple", "pair", "spouses", "newlyweds") and len(couple) == 2:
            return couple
        is_of_wedding = any(t.lemma_ in _WEDDING for t in (token.head, *token.head.rights))
        found: list[str] = []
        seen: set[str] = set()
        for before in reversed(self.segment.doc[max(token.i - 40, 0) : token.i]):
            person = self.people.of(before)
            if person is None or person in seen or before.tag_ in ("NNS", "NNPS"):
                continue
            if person == self.people.narrator or (is_of_wedding and _is_named_in_passing(before)):
                continue
            seen.add(person)
            found.append(person)
            if len(found) == 2 and is_of_wedding and not self._may_wed(*found):
                found = [p for p in found if p == self.main] or self._brought_in_first(*found)[:1]
            if len(found) == 2:
                wed = word != "both" and len(couple) == 2 and not set(couple).isdisjoint(found)
                return couple if wed else found[::-1]
        return couple

    def _brought_in_first(self, one: str, other: str) -> list[str]:
        """Return who is rather meant first: named, not *a smith*; not the other's kin, *his uncle Otto*."""
        ties = [t for t in self.people.kin if {t.owner, t.relative} == {one, other}]
        is_kin = {p: any(t.relative == p for t in ties) for p in (one, other)}
        return sorted((one, other), key=lambda p: (not self._is_named(p), is_kin[p]))

    def _is_named(self, persona: str) -> bool:
        """Whether the text calls somebody by a name, and not only by what they are: *a smith*."""
        return any(m.form is MentionForm.NAME for m in self.personas[persona].mentions)

    def _may_wed(self, one: str, other: str) -> bool:
        """Whether *they married* can mean the two: not of one sex, so far as is known, and not father and daughter."""
        sexes = {self.gender(one), self.gender(other)}
        ties = (t.role.split()[-1:] for t in self.people.kin if {t.owner, t.relative} == {one, other})
        return (len(sexes) == 2 or None in sexes) and not any(_SPOUSES.isdisjoint(words) for words in ties)

    def mention(self, token: Token) -> Span:
        """Return the span of the mention whose head the word is."""
        mention = self._mention_at(token)
        return mention.span if mention is not None else span_of(token)

    def _mention_at(self, token: Token) -> Mention | None:
        found = self.people.mention_at(token)
        if found is None and token.pos_ == "NOUN":
            bearer = _bearer(token)
            return self.people.mention_at(bearer) if bearer is not None else None
        return found

    def gender(self, persona: str) -> str | None:
        """Return f, m or None."""
        found = self.personas.get(persona)
        return found.gender if found else None


def _is_named_in_passing(token: Token) -> bool:
    """Whether somebody is told of only in a clause on another: *Karl, who was then an assistant of Otto Low*."""
    at = token
    while at.head.i != at.i:
        if at.dep_ == "relcl":
            return token.tag_ != "WP"
        at = at.head
    return False


def opens_bracket(verb: Token) -> bool:
    """Whether a bracket opens with a participle that tells of whoever stands before it: *(died 1949)*."""
    return verb.i > 0 and verb.nbor(-1).text == "(" and verb.lower_ in _IN_BRACKETS


def find_passages(
    parsed: ParsedText, entities: Entities, people: People, times: Sequence[TimePhrase]
) -> Iterator[Passage]:
    """Yield the passages of a text in order; the narrative's date and person go on from one to the next."""
    personas = {p.id: p for p in people.personas}
    main = people.main or _protagonist(people)
    main = None if main is not None and _is_met_only(personas[main], parsed) else main
    content = parsed.text.content
    in_entry = is_card(content)
    table = cells_of_people(parsed.text)
    names = sorted((*m.span, p.id) for p in people.personas for m in p.mentions if m.form is MentionForm.NAME)
    couples: list[tuple[int, str, str]] = []
    born: dict[str, int] = {}
    row: list[Dated] = []
    carried: Dated | None = None
    ordered = sorted(times, key=lambda t: t.start)
    captions = [(s.start, s.end) for s in parsed.text.segments if s.kind is SegmentKind.CAPTION]
    story = Storyline(ordered, content, captions)
    rolls, pedigrees = lines_of_rolls(parsed, people, ordered), ties_of_pedigrees(parsed, people)
    at = 0
    for segment in parsed.segments:
        end = segment.doc.ends[-1] if len(segment.doc) else segment.offset
        within = []
        while at < len(ordered) and ordered[at].start < end:
            if ordered[at].start >= segment.offset:
                within.append(ordered[at])
            at += 1
        clauses = find_clauses(segment.doc)
        dates = Dates(segment, within, clauses, carried, story)
        carried = dates.after
        cell = table.get(cell_at(segment.segment, content).start)
        headword = (
            (entry_person(segment, people, content) or person_on_form(segment, people, content))
            if cell is None
            else None
        )
        main, in_entry = headword or main, in_entry or headword is not None
        yield Passage(
            segment,
            clauses,
            dates,
            entities,
            people,
            main if cell is None or cell.is_of_main else _named_in(cell.bearers, names),
            in_entry or cell is not None,
            personas,
            content,
            cell,
            _named_in(cell.head, names) if cell is not None else None,
            row,
            born,
            rolls.get(segment.offset) if cell is None else None,
            pedigrees.get(segment.offset, ()),
            couples,
        )


def _is_met_only(person: Persona, parsed: ParsedText) -> bool:
    """Whether somebody is but met by the unnamed hero of a chronology: *1912: Meets the painter Emil Roth*."""
    lines = 0
    for segment in parsed.segments:
        doc = segment.doc
        named = [m.start for m in person.mentions if doc.ends and doc.starts[0] <= m.start < doc.ends[-1]]
        told = place_behind_date(doc.text)
        if named and (told is None or min(named) <= doc.starts[0] + told - doc[0].idx):
            return False
        lines += told is not None
    return lines >= _FEWEST_LINES


_FEWEST_LINES = 3  #: that make a chronology


def _named_in(cells: Sequence[Span], names: Sequence[tuple[int, int, str]]) -> str | None:
    """Return whom some cells name. ``names``: where each name starts and ends in order, and whose it is."""
    for cell in cells:
        at = bisect_left(names, cell.start, key=itemgetter(0))
        if at < len(names) and names[at][0] < cell.end:
            return names[at][2]
    return None


def _protagonist(people: People) -> str | None:
    counted = Counter({p.id: len(p.mentions) for p in people.personas if p.is_named})
    return max(counted, key=lambda p: counted[p]) if counted else None


def _bearer(token: Token) -> Token | None:
    """Return the name that stands right behind a noun, as one with it."""
    beside = (c for c in token.rights if c.dep_ == "appos" and c.left_edge.i == token.i + 1)
    return next((c for c in beside if not is_subject_after_opening(c)), None)
