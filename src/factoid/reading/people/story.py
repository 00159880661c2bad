"""A text read in order: who each description and each pronoun means, given who has been spoken of before."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from factoid.model import MentionForm
from factoid.names import PartKind, fold, title_of
from factoid.reading.entities import Entities
from factoid.reading.lexicons import around_names, kin_qualifiers, kin_terms, person_nouns
from factoid.reading.parse import Doc, ParsedText, Token, TokenSpan, offset_of, span_of
from factoid.reading.people.aliases import same_as
from factoid.reading.people.antecedents import (
    FEMININE,
    FIRST,
    MASCULINE,
    REFLEXIVE,
    RELATIVE,
    Scene,
    best,
    clause_of,
    role_of,
    sex_of_pronoun,
)
from factoid.reading.people.descriptions import Description, find_descriptions, wide_words
from factoid.reading.people.figures import Cast, Figure, Mark
from factoid.reading.people.fitting import agree, name_of
from factoid.reading.people.kinship import Family, Tie
from factoid.reading.people.narrator import author_of, quoted_tokens, speaker_of

_PERSONAL = MASCULINE | FEMININE | FIRST


class Story:
    """The reading of one text from its first sentence to its last."""

    def __init__(
        self, parsed: ParsedText, entities: Entities, cast: Cast, names: list[Mark], sentences: dict[int, int]
    ) -> None:
        self._parsed, self._entities, self._cast, self._sentences = parsed, entities, cast, sentences
        self._names = names
        self._quoted = quoted_tokens(parsed)
        self._found = {
            id(segment.doc): {d.mark.head.i: d for d in find_descriptions(segment.doc, entities, sentences)}
            for segment in parsed.segments
        }
        self._narrates, self.narrator = author_of(parsed, names, self._quoted)
        self.author: str | None = None  #: who is said to have written the text
        self._figures_named = len(cast.figures)
        self.ties: list[Tie] = []
        self._family = Family()
        self._at: dict[int, Mark] = {}
        self.scene = Scene()

    def _start(self, main: Figure | None) -> None:
        self._at.clear()
        for mark in self._names:
            self._at.update((offset_of(token), mark) for token in mark.words)
            if mark.figure is not None:
                mark.figure.nouns |= _titles_of(mark)
        self.ties.clear()
        self._family.forget()
        self.scene = Scene(main=main, named=dict(self._at))
        if self._narrates and (self.narrator is None or self.narrator.number >= self._figures_named):
            self.narrator = self._written_by() or self._cast.new()
            self.narrator.label = self.narrator.label or "narrator"
            if self.author and not self.narrator.names:
                self.narrator.names.append(name_of(self.author))

    def _written_by(self) -> Figure | None:
        """Return who of the persons named is the author."""
        if self.author is None:
            return None
        name = name_of(self.author)
        return next(
            (f for f in self._cast.figures if any(n.text == name.text or agree(name, n) for n in f.names)),
            None,
        )

    def _most_spoken_of(self) -> Figure | None:
        """Return whom the text is about: who is mentioned most, pronouns among the mentions, and early."""
        figures = self._cast.present()
        return max(figures, key=lambda f: (self._prominence(f), -f.number)) if figures else None

    def _prominence(self, figure: Figure) -> float:
        """How much the text is about the figure: what opens a text, or stands over it, weighs double."""
        first = min(figure.marks, key=lambda m: m.at)
        weight = 1.0 if first.sentence <= max(2, self._last_sentence * 0.12) else 0.5
        if first.sentence <= 2 and role_of(first.head) == "subject":
            weight *= 1.3
        commoner = self._commoner_pronoun
        if commoner and figure.sex and figure.sex != commoner:
            weight *= 0.3
        return weight * (len(figure.marks) + 2 * figure.is_named + 2 * (first.sentence == 0))

    @cached_property
    def _last_sentence(self) -> int:
        return max(self._sentences.values(), default=0)

    def _most_named(self) -> Figure | None:
        """Return whom the text seems to be about before anything but names is read."""
        figures = self._cast.present()
        if not figures:
            return None
        top = max(figures, key=lambda f: (self._prominence(f), -f.marks[0].at))
        if top.sex is None:
            top.sexes[self._commoner_pronoun] += 2
        return top if len(top.marks) >= 2 or len(figures) == 1 else None

    @cached_property
    def _commoner_pronoun(self) -> str:
        """Return ``m`` or ``f`` where nearly all pronouns of the text are he or she, else an empty string."""
        words = [t.lower_ for segment in self._parsed.segments for t in segment.doc if t.pos_ == "PRON"]
        men, women = sum(w in MASCULINE for w in words), sum(w in FEMININE for w in words)
        if men + women < 3:
            return ""
        return "m" if men > 3 * women else "f" if women > 3 * men or (women > 1.5 * men and women > 8) else ""

    def read(self) -> None:
        """Give descriptions and pronouns their figures: once to learn whom it is about, then for good."""
        self._start(self._most_named())
        self._read_all()
        main = self._most_spoken_of()
        if main is not None and main.number >= self._figures_named:
            main = self.scene.main
        self._cast.only_names(self._figures_named)
        self._start(main)
        self._read_all()

    def _read_all(self) -> None:
        by_doc: dict[int, list[Mark]] = defaultdict(list)
        for mark in self._names:
            by_doc[id(mark.words.doc)].append(mark)
        for segment in self._parsed.segments:
            self._read_segment(segment.doc, by_doc[id(segment.doc)])

    def _read_segment(self, doc: Doc, names: list[Mark]) -> None:
        found = self._found[id(doc)]
        starts = {mark.head.i: mark for mark in names}
        for token in doc:
            if token.i in starts:
                self._read_name(starts[token.i])
            elif token.i in found:
                self._read_description(found[token.i])
            elif token.lower_ in _PERSONAL or token.lower_ in RELATIVE:
                self._read_pronoun(token)

    def _read_name(self, mark: Mark) -> None:
        other = same_as(mark, self._figure_at)
        if other is not None and mark.figure is not None and other is not mark.figure:
            keep = other if other.number < self._figures_named else mark.figure
            self._cast.unite(keep, mark.figure if keep is other else other)
        self.scene.note(mark)
        self._note_marriage(mark)

    # --- descriptions

    def _read_description(self, found: Description) -> None:
        if found.is_nobody:
            return
        owner = self._owner_of(found)
        figure = self._said_of(found)
        if figure is None and found.subject is not None:
            return  # said of somebody who is not known
        if figure is None and self._is_entry_kin(found, owner):
            figure = self.scene.main
        if figure is owner:
            owner = None
        figure = figure or self._kin_or_described(found, owner)
        if figure is None:
            return
        self._enter(found, figure)
        if owner is not None and owner is not figure:
            self._tie(found, owner, figure)
            self._note_second_parent(found, figure)

    def _owner_of(self, found: Description) -> Figure | None:
        is_ours = found.owner is not None and found.kin is None and found.owner.lower_ in ("our", "my")
        if is_ours and self.narrator is None:
            found.owner = None  # our hero: nobody's in particular
        return self._figure_at(found.owner)

    def _said_of(self, found: Description) -> Figure | None:
        """Return of whom the description is said by its place: beside a name, as a predicate."""
        figure = self._beside_name(found) or self._before_pronoun(found) or self._figure_at(found.subject)
        is_appended = found.mark.head.dep_ == "appos" and found.determiner == "indefinite"
        if figure is None and found.subject is None and is_appended:
            return self._figure_at(found.mark.head.head)
        return figure

    def _kin_or_described(self, found: Description, owner: Figure | None) -> Figure | None:
        is_tied = found.kin is not None or found.determiner == "possessive"
        if owner is not None and is_tied and found.determiner != "indefinite":
            return self._kin_of(owner, found)
        return self._described(found, owner)

    def _enter(self, found: Description, figure: Figure) -> None:
        mark = found.mark
        sex = self._sex_of(found)
        if sex:
            figure.sexes[sex] += 2
        figure.nouns.add(found.noun)
        if found.name_after is not None:
            named = self._at.get(offset_of(found.name_after[0]))
            if named is not None:
                named.wide = wide_words(found)
            self._at.setdefault(offset_of(mark.head), named or mark)
            return
        mark.wide = wide_words(found)
        mark.is_form = found.is_form
        self._cast.give(mark, figure)
        self._at[mark.at] = mark
        self.scene.note(mark)
        self._note_marriage(mark)

    def _sex_of(self, found: Description) -> str | None:
        if found.kin is not None:
            return found.kin.sex
        return _noun_sex(found.noun)

    def _beside_name(self, found: Description) -> Figure | None:
        for token in (found.name_after[0] if found.name_after is not None else None, found.apposed):
            figure = self._figure_at(token)
            if figure is not None and not self._clashes(found, figure):
                return figure
        return None

    def _is_entry_kin(self, found: Description, owner: Figure | None) -> bool:
        """*Son of the tailor Samuil*, in an entry or before its clause: the one the text is about."""
        is_bare = found.determiner == "bare" and found.kin is not None and found.name_after is None
        return is_bare and owner is not None and self._fits_main(found, bare=True)

    def _before_pronoun(self, found: Description) -> Figure | None:
        """*The only child of a miller, he was ...*: the pronoun after the comma is the one described."""
        words = wide_words(found)
        doc, end = words.doc, words.end
        if found.name_after is not None or not words[0].is_sent_start or end + 1 >= len(doc):
            return None
        end += doc[end].lower_ == "of" and found.owner is not None and found.owner.right_edge.i + 1 - end
        if end + 1 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in ("he", "she"):
            return None
        self._read_pronoun(doc[end + 1])
        return self._figure_at(doc[end + 1])

    def _clashes(self, found: Description, figure: Figure) -> bool:
        sex = self._sex_of(found)
        return bool(sex and figure.sex and sex != figure.sex)

    def _kin_of(self, owner: Figure, found: Description) -> Figure:
        """Return who the owner's wife, father, deputy is: as known before, else somebody new."""
        known = self._family.find(owner, found.noun, found.kin, _role_words(found))
        if known is None and found.kin is not None:
            known = self._kin_by_name(owner, found) or self._foretold_kin(owner, found)
        if known is None or self._clashes(found, known):
            known = self._cast.new()
            known.label = (
                f"{_role_words(found)} of {self._called(owner)}"
                if found.kin and owner.is_named
                else _without_article(found.mark.words)
            )
        return known

    def _foretold_kin(self, owner: Figure, found: Description) -> Figure | None:
        """Find the wife who is named elsewhere in the text."""
        if found.kin is None or found.mark.head.text.startswith("ex-"):
            return None
        figure = self._family.foretold(owner, found.noun, found.kin, _role_words(found))
        return figure if figure is not None and figure.number < self._figures_named else None

    def _kin_by_name(self, owner: Figure, found: Description) -> Figure | None:
        """Find the father by his given name in the patronymic, or by the surname, just spoken of."""
        if found.kin is None or found.kin.role != "father":
            return None
        patronymics = [fold(n.patronymic or n.bare.split()[-1]) for n in owner.names]
        surnames = {fold(n.surname) for n in owner.names if n.surname}
        for figure in self._cast.present():
            if figure is owner or figure.sex == "f" or not figure.is_named:
                continue
            first = next((fold(n.given[0]) for n in figure.names if n.given), "")
            if len(first) > 2 and any(
                p.startswith(first[:-1]) and p.endswith(("ich", "vna", "chna")) for p in patronymics
            ):
                return figure
            spoken = [
                m for m in figure.marks if 0 <= found.mark.sentence - m.sentence <= 2 and m.at < found.mark.at
            ]
            if (
                spoken
                and first
                and surnames & {fold(n.surname) for n in figure.names if n.surname}
                and figure.sex == "m"
            ):
                return figure
        return None

    def _called(self, owner: Figure) -> str:
        """Return given name and surname of the owner, as far as they are known."""
        if not owner.names:
            return owner.label or "somebody"
        best = max(owner.names, key=lambda n: (bool(n.given and n.surname), len(n.bare.split()), len(n.bare)))
        if best.given and best.surname:
            return f"{best.given[0]} {best.surname}"
        return best.bare

    def _tie(self, found: Description, owner: Figure, relative: Figure) -> None:
        words = _role_words(found)
        self._family.learn(owner, relative, found.noun, found.kin, words)
        if found.kin is not None:
            self.ties.append(Tie(owner, relative, words, found.mark.head, span_of(wide_words(found))))

    def _note_second_parent(self, found: Description, relative: Figure) -> None:
        """*Daughter of the painter Orazio and of Prudenzia*: both are parents."""
        if found.kin is None or found.kin.role not in ("son", "daughter", "child") or found.owner is None:
            return
        for other in found.owner.rights:
            at = next((t for t in other.rights if t.dep_ == "pobj"), other) if other.dep_ == "prep" else other
            figure = self._figure_at(at) if other.dep_ in ("conj", "prep") else None
            if figure is not None and figure is not relative:
                self._tie(found, figure, relative)

    def _note_marriage(self, mark: Mark) -> None:
        """*She married a sailor*, *married to Ann*: from then on *her husband* is known."""
        verb = _marrying_before(mark)
        if verb is None or mark.figure is None:
            return
        other = self._figure_at(_subject_of(verb))
        if verb.lower_ in ("m.", "m") and other is None:
            other = self.scene.main
        if other is None or other is mark.figure or (other.sex and other.sex == mark.figure.sex):
            return
        is_wife = mark.figure.sex == "f" or (mark.figure.sex is None and other.sex == "m")
        term = kin_terms()["wife" if is_wife else "husband"]
        self._family.learn(other, mark.figure, term.word, term)

    def _described(self, found: Description, owner: Figure | None) -> Figure | None:
        """Return whom a description without a name means."""
        if found.determiner in ("definite", "possessive") or (
            found.determiner == "bare" and found.kin is not None
        ):
            is_to_be = any(t.lower_ == "future" for t in found.mark.words)
            known = None if is_to_be else self._known_as(found)
            if known is not None:
                return known
            is_figurative = found.owner is not None and owner is None and found.determiner == "definite"
            if (found.kin is None or is_figurative) and self._fits_main(found):
                return self.scene.main
        if found.determiner == "bare" and found.kin is None:
            return None
        if (
            found.kin is not None
            and owner is None
            and self.scene.main is not None
            and found.determiner != "indefinite"
        ):
            meant = self._kin_at_large(found)
            if meant is not None:
                return meant
            self_owner = self.scene.main
            if found.kin.role not in ("child", "son", "daughter"):
                figure = self._kin_of(self_owner, found)
                self._tie(found, self_owner, figure)
                return figure
        figure = self._cast.new()
        figure.label = (
            f"{_role_words(found)} of {self._called(owner)}"
            if owner is not None and owner.is_named and found.kin
            else _without_article(wide_words(found))
        )
        return figure

    def _kin_at_large(self, found: Description) -> Figure | None:
        """Return whom *the father*, *the child*, *the widow* means where nobody's is said."""
        main = self.scene.main
        if found.kin is None or main is None or found.determiner != "definite":
            return None
        holders = self._family.holders(found.noun, found.kin)
        for mark in reversed(self.scene.recent):
            if mark.figure is not None and mark.figure.number in holders:
                return mark.figure
        is_state = found.noun in around_names("kin_states") and not _role_words(found).count(" ")
        return main if is_state and found.kin.sex in (None, main.sex) else None

    def _known_as(self, found: Description) -> Figure | None:
        """Return who was called so before, the one spoken of last."""
        for mark in reversed(self.scene.recent):
            figure = mark.figure
            if figure is not None and found.noun in figure.nouns and not self._clashes(found, figure):
                return figure
        return None

    def _fits_main(self, found: Description, *, bare: bool = False) -> bool:
        """Whether a description that nobody else answers to can mean whom the text is about."""
        main = self.scene.main
        if main is None or self._clashes(found, main) or found.mark.head.text.isupper():
            return False
        if found.owner is not None and found.determiner != "definite" and not bare:
            return False
        if any(t.lower_ == "future" for t in found.mark.words):
            return True
        return not _is_post(found.noun)

    def _figure_at(self, token: Token | None) -> Figure | None:
        if token is None:
            return None
        mark = self._at.get(offset_of(token))
        return mark.figure if mark is not None else None

    # --- pronouns

    def _read_pronoun(self, token: Token) -> None:
        lower = token.lower_
        at = offset_of(token)
        if at in self._at:
            return
        mark = Mark(token.doc[token.i : token.i + 1], token, MentionForm.PRONOUN, at, self._sentences[at])
        if lower in RELATIVE:
            figure = self._figure_before_relative(token)
        elif lower in FIRST:
            figure = self._first_person(token, at)
        elif lower in REFLEXIVE:
            figure = self._subject_of_clause(token) or best(mark, self.scene, self._cast.figures)
        else:
            figure = best(mark, self.scene, self._cast.figures)
        if figure is None:
            return
        sex = sex_of_pronoun(lower)
        if sex:
            figure.sexes[sex] += 1
        self._cast.give(mark, figure)
        self._at[at] = mark
        self.scene.note(mark)

    def _first_person(self, token: Token, at: int) -> Figure | None:
        if token.tag_ == "NNP":
            return None
        if at not in self._quoted:
            return self.narrator
        return speaker_of(token, self._figure_at)

    def _figure_before_relative(self, token: Token) -> Figure | None:
        verb = clause_of(token)
        if verb.dep_ == "relcl":
            found = self._figure_at(verb.head)
            if found is not None:
                return found
        before = token.i - 1
        while before >= 0 and (token.doc[before].text == "," or token.doc[before].pos_ == "ADP"):
            before -= 1
        return self._figure_at(token.doc[before]) if before >= 0 else None

    def _subject_of_clause(self, token: Token) -> Figure | None:
        verb = clause_of(token)
        for _ in range(4):
            subject = next((t for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass")), None)
            if subject is not None:
                figure = self._figure_at(subject)
                clash = figure is not None and figure.sex and figure.sex != sex_of_pronoun(token.lower_)
                return None if clash else figure
            if verb.head.i == verb.i:
                return None
            verb = verb.head
        return None


def _marrying_before(mark: Mark) -> Token | None:
    """Return the verb of marrying that leads up to the name or description, if one does."""
    doc, start = mark.words.doc, mark.words.start
    for at in range(start - 1, max(-1, start - 10), -1):
        token = doc[at]
        if token.lemma_ in around_names("marrying") or (token.lower_ in ("m.", "m") and at > 0):
            return token
        is_crossed = token.is_sent_start or token.pos_ in ("VERB", "PRON", "AUX") or token.text in ";."
        if is_crossed or (token.ent_type_ == "PERSON" and token.i != start - 1):
            return None
    return None


def _subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb, or of the one that it goes on from: *he came, settled and married*."""
    for _ in range(3):
        subject = next((t for t in verb.lefts if t.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None or verb.dep_ not in ("conj", "advcl", "xcomp", "acl", "relcl"):
            return subject
        verb = verb.head
    return None


def _titles_of(mark: Mark) -> set[str]:
    """Return the titles within a name as nouns: *King William* is a king."""
    words = [t.lower_.strip(".") for t in mark.words[:-1]]
    return {word for word in words if word in person_nouns()}


def _is_post(noun: str) -> bool:
    """Whether the noun is a post or title, of which a text may have many holders: king, bishop, editor."""
    title = title_of(noun)
    return noun in around_names("posts") or (
        title is not None and title.kind in (PartKind.TITLE, PartKind.RANK)
    )


def _without_article(words: TokenSpan) -> str:
    first = words[0].lower_ in ("a", "an", "the", "this", "that", "one")
    return str(words[1:].text if first and len(words) > 1 else words.text)


def _noun_sex(noun: str) -> str | None:
    return person_nouns().get(noun)


def _role_words(found: Description) -> str:
    """Return the noun with its adjectives: ``older brother``."""
    words: TokenSpan = found.mark.words
    adjectives = [
        t.lower_
        for t in words
        if t.i < found.mark.head.i and (t.lower_ in kin_qualifiers() or t.pos_ == "ADJ") and "-" not in t.text
    ]
    before = [a for a in adjectives if a not in found.noun.split("-")]
    return " ".join([*before, found.noun])
