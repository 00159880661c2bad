"""What clauses state of the people in them."""

from __future__ import annotations

from collections.abc import Iterator

from factoid.model import Span
from factoid.reading.russian.clauses import Argument, Clause
from factoid.reading.russian.dating import Times
from factoid.reading.russian.drafts import Draft
from factoid.reading.russian.frames import Frame, frames_of, phrase_type
from factoid.reading.russian.lexicon import plain, words
from factoid.reading.russian.marriage import MARRYING
from factoid.reading.russian.meaning import Meant
from factoid.reading.russian.persons import Person
from factoid.reading.russian.phrases import body_kind, is_person_noun, is_place, is_prison, phrase_of, trimmed
from factoid.reading.russian.words import Word, span_of

Who = tuple[Person, Word | None]
_BY_BODY = {"school": "education", "army": "service", "party": "membership", "security": "membership", "office": "office"}
_POSTS = frozenset(["должность", "пост", "обязанность", "место", "кафедра", "дело", "служба", "работа"])
_MOST_WORDS = 16  #: of an event in words
_SELDOM = frozenset(["быть", "являться", "стать", "мочь", "иметь", "оказаться", "считаться", "состояться", "начаться", "следовать", "казаться", "называться", "значить", "идти", "длиться", "продлиться"])


class Teller:
    """Reads the clauses of one sentence."""

    def __init__(self, meant: Meant, times: Times) -> None:
        self.meant, self.times = meant, times

    def drafts(self, clause: Clause) -> Iterator[Draft]:
        """Yield what the clause states."""
        if clause.verb.person in ("1", "2") and not clause.subjects:
            return
        beside = frozenset(plain(w.lemma) for w in clause.words) | frozenset(plain(w.text) for w in clause.words)
        special = phrase_type(clause.lemma, beside)
        if special is not None:
            yield from self._special(clause, special)
            return
        if clause.lemma in MARRYING or beside & {"замуж", "замужем"}:
            return
        for frame in frames_of(clause.lemma):
            found = list(self._of_frame(clause, frame))
            if found:
                yield from found
                return
        yield from self._plain(clause)

    # verbs with a frame

    def _of_frame(self, clause: Clause, frame: Frame) -> Iterator[Draft]:
        whom = self._whom(clause, frame)
        if not whom:
            return
        found = self._fields(clause, frame)
        if found is None:
            return
        type_, rows = found
        for slots in rows:
            for person, at in whom:
                draft = self._draft(clause, type_, person, at, slots.pop("_", None))
                related = slots.get("related")
                for name, words_ in slots.items():
                    if name in ("related", "doer", "teacher"):
                        continue
                    draft.slots[name] = words_
                if frame.code and "value" not in draft.slots and type_ in ("office", "membership"):
                    code = frame.code if frame.code != "joined" or type_ == "membership" else "appointed"
                    draft.slots["value"] = (code, clause.verb.text)
                yield from self._with_others(clause, frame, draft, related)

    def _with_others(self, clause: Clause, frame: Frame, draft: Draft, related: object) -> Iterator[Draft]:
        """Yield a statement and what it says of the others in it."""
        others = self._others(clause, frame, draft.person) if isinstance(related, list) or "related" in frame.slots else []
        draft.related = others
        if draft.type in ("meeting", "association"):
            if not others:
                return
            if frame.role_code:
                draft.slots["role"] = (frame.role_code, clause.verb.text)
            for other, span in others:
                back = self._draft(clause, draft.type, other, None, None)
                back.who, back.quote, back.related = span, draft.quote, [(draft.person, draft.who)]
                back.slots = {k: v for k, v in draft.slots.items() if k != "role"}
                if frame.back:
                    back.slots["role"] = (frame.back, clause.verb.text)
                yield back
        doers = self._doers(clause, frame)
        for doer, at in doers:
            if doer is not draft.person:
                act = self._draft(clause, "action", doer, at, None)
                act.slots["value"] = self._phrase(clause)
                act.related = [(draft.person, draft.who)]
                yield act
                if draft.type == "death":
                    draft.related.append((doer, at.span if at else None))
        yield draft
        for teacher, span in self._teachers(clause, frame):
            yield from self._both(clause, draft, teacher, span)

    def _both(self, clause: Clause, draft: Draft, teacher: Person, span: Span) -> Iterator[Draft]:
        if teacher is draft.person:
            return
        one = self._draft(clause, "association", draft.person, None, None)
        one.who, one.related, one.slots = draft.who, [(teacher, span)], {"role": ("teacher", clause.verb.text)}
        other = self._draft(clause, "association", teacher, None, None)
        other.who, other.related, other.slots = span, [(draft.person, draft.who)], {"role": ("pupil", clause.verb.text)}
        yield one
        yield other

    def _whom(self, clause: Clause, frame: Frame) -> list[Who]:
        """Return of whom the frame is told: the subject; of verbs that happen to somebody, the object."""
        if not frame.by_object:
            return [] if clause.is_passive and not frame.slots.get("passive") else clause.subjects
        if clause.is_passive:
            return clause.subjects
        return [(p, w) for p, w in clause.objects]

    def _doers(self, clause: Clause, frame: Frame) -> list[Who]:
        if not frame.by_object:
            return []
        if clause.is_passive:
            return [(p, a.word) for a in clause.arguments if a.marker == "ins" for p in self.meant.persons(a.word)]
        return clause.subjects if clause.subject_word is not None or clause.above is not None else []

    def _others(self, clause: Clause, frame: Frame, person: Person) -> list[tuple[Person, Span | None]]:
        found: list[tuple[Person, Span | None]] = []
        for argument in clause.arguments:
            if argument.marker in frame.slots.get("related", ()) or (argument.marker in ("acc", "gen") and "acc" in frame.slots.get("related", ())):
                for other in self.meant.persons(argument.word):
                    if other is not person:
                        found.append((other, argument.word.span))
        return found

    def _teachers(self, clause: Clause, frame: Frame) -> list[tuple[Person, Span]]:
        return [
            (p, a.word.span) for a in clause.arguments if a.marker in frame.slots.get("teacher", ())
            for p in self.meant.persons(a.word)
        ]  # fmt: skip

    # fields

    def _fields(self, clause: Clause, frame: Frame) -> tuple[str, list[dict[str, object]]] | None:
        """Return the type and the fields, one row for each statement; None where the frame does not fit."""
        where = self._where(clause, frame)
        base: dict[str, object] = {}
        type_ = frame.type
        if not type_:
            type_, where = self._type_by_body(clause, frame, where)
            if not type_:
                return None
        for kind, row in where:
            name = "organisation" if kind == "body" else "place"
            if type_ == "rank" and kind == "body":
                name = "organisation"
            base.setdefault(name, span_of(row))
        if not self._fits(clause, frame, base, where):
            return None
        for name in ("organisation", "role"):
            if name in frame.slots and name not in base and (row := self._slot(clause, frame, name, base)):
                self._put(name, row, base)
        if frame.needs in ("role_or_body",) and not ({"role", "organisation"} & set(base)):
            return None
        if type_ == "office" and "role" not in base and clause.lemma in ("служить", "прослужить") and self._army(where):
            type_ = "service"
        values = self._values(clause, frame, base)
        if type_ == "travel":
            base["value"] = clause.verb.span
            if "place" not in base and "organisation" in base:
                base["place"] = base.pop("organisation")
        if not values:
            return (type_, [base])
        return (type_, [base | {"value": value} | ({"_": at} if at else {}) for value, at in values])

    def _army(self, where: list[tuple[str, list[Word]]]) -> bool:
        return any(kind == "body" and body_kind(row) == "army" for kind, row in where)

    def _where(self, clause: Clause, frame: Frame) -> list[tuple[str, list[Word]]]:
        """Return the places and bodies of a clause, each as it stands."""
        found = []
        markers = (*frame.slots.get("where", ()), *frame.slots.get("place", ()))
        for argument in clause.arguments:
            if argument.marker not in markers or argument.word.start in self.times.words or argument.word in self.meant.at:
                continue
            row = self._row(argument.word)
            kind = self._place_or_body(row, argument, frame)
            if kind:
                found.append((kind, row))
        return found

    def _row(self, head: Word) -> list[Word]:
        return trimmed(phrase_of(head, self.times.words)) or [head]

    def _place_or_body(self, row: list[Word], argument: Argument, frame: Frame) -> str:
        head = argument.word
        if frame.needs in ("prison", "prison_or_freedom"):
            return "place" if is_prison(row) or is_place(row, head) else ""
        if is_place(row, head):
            return "place"
        if body_kind(row) is not None:
            return "place" if frame.place_only else "body"
        if is_person_noun(head) or head.pos in ("PRON", "DET", "NUM", "ADJ"):
            return ""
        if frame.type in ("travel", "birth", "death", "burial", "residence") and (head.is_name_like or argument.marker.startswith(("к+", "за+"))):
            return "place"
        if frame.type in ("service",) and plain(head.lemma) not in words("wars"):
            return ""
        return "place" if head.is_name_like else ""

    def _type_by_body(
        self, clause: Clause, frame: Frame, where: list[tuple[str, list[Word]]]
    ) -> tuple[str, list[tuple[str, list[Word]]]]:
        """Return what entering or being sent to a body is: a school, an army, a party."""
        for kind, row in where:
            if kind == "body":
                return _BY_BODY[body_kind(row) or "office"], where
            if any(plain(w.lemma) == "фронт" for w in row):
                return "service", where
        for argument in clause.arguments:
            if argument.marker == "к+dat" and plain(argument.word.lemma) in words("party_people"):
                return "membership", [("body", self._row(argument.word))]
            if argument.marker in ("в+acc", "на+acc") and plain(argument.word.lemma) in ("служба", "работа"):
                return "office", where
        if any(kind == "place" for kind, _ in where):
            return frame.otherwise, where
        if frame.otherwise == "office" and "role" in frame.slots:
            return "office", where
        return "", where

    def _fits(self, clause: Clause, frame: Frame, base: dict[str, object], where: list[tuple[str, list[Word]]]) -> bool:
        """Whether what the frame needs is there."""
        lemmas = {plain(w.lemma) for w in clause.words}
        match frame.needs:
            case "place":
                return "place" in base
            case "prison":
                return any(is_prison(row) for _, row in where)
            case "prison_or_freedom":
                return bool(lemmas & {"свобода", "воля", "заключение", "тюрьма", "лагерь", "плен"}) or any(is_prison(r) for _, r in where)
            case "post":
                return bool(lemmas & _POSTS)
            case "post_or_body":
                return bool(lemmas & _POSTS) or any(body_kind([w]) for w in clause.words)
            case "retirement":
                return bool(lemmas & {"отставка", "пенсия", "запас", "престол"}) or (bool(lemmas & _POSTS) and clause.lemma != "выйти")
            case "award":
                return bool(lemmas & words("awards")) or bool(lemmas & words("award_titles"))
            case "rank":
                return any(self._is_rank(a.word) for a in clause.arguments)
            case "name_object":
                return bool(lemmas & {"фамилия", "имя", "псевдоним", "кличка", "прозвище"})
            case "faith":
                return bool(lemmas & {"православие", "христианство", "католичество", "лютеранство", "ислам", "иудаизм", "протестантизм"})
            case "journey":
                return bool(lemmas & {"путешествие", "поездка", "экспедиция", "плавание", "перелет", "рейс", "паломничество"})
            case "place_object":
                return any(a.marker == "acc" and is_place(self._row(a.word), a.word) for a in clause.arguments)
            case "work_object":
                return self._is_work(clause)
            case "nation":
                return bool(lemmas & (words("nations") | words("nation_adjectives") | {"казак", "крестьянин", "дворянин"}))
            case "name_value":
                return any(a.marker in ("ins", "nom") and a.word.is_name_like for a in clause.arguments)
        return True

    def _is_rank(self, word: Word) -> bool:
        return plain(word.lemma) in words("ranks") or plain(word.lemma).split("-")[0] in words("ranks")

    def _is_work(self, clause: Clause) -> bool:
        things = [a for a in clause.arguments if a.marker in ("acc", "gen", "nom", "в+loc") and a.word not in self.meant.at]
        if clause.lemma == "сняться":
            return bool(things)
        if clause.lemma in ("сыграть", "исполнить"):
            return any(a.marker in ("acc", "gen") for a in clause.arguments)
        if clause.lemma in ("перевести", "снять", "выпустить", "оставить", "открыть", "составить", "поставить", "писать", "исполнять"):
            return any(plain(a.word.lemma) in words("works") or "«" in {w.text for w in self._row(a.word)} or (clause.lemma == "открыть" and a.marker == "acc") for a in things)
        return any(a.marker in ("acc", "gen", "nom") for a in things)

    def _slot(self, clause: Clause, frame: Frame, name: str, base: dict[str, object]) -> list[Word] | None:
        """Return the words of the first argument that fills a slot."""
        for marker in frame.slots[name]:
            if marker == "subject":
                word = clause.subject_word
                if word is not None and word not in self.meant.at and body_kind(self._row(word)):
                    return self._row(word)
                continue
            if marker == "headed":
                return self._headed(clause)
            if marker == "post":
                marker_words = [a.word for a in clause.arguments if plain(a.word.lemma) in _POSTS]
                if marker_words:
                    return self._row(marker_words[0])
                continue
            for argument in clause.arguments:
                word = argument.word
                if argument.marker != marker or word.start in self.times.words or word in self.meant.at:
                    continue
                if name == "organisation" and body_kind(self._row(word)) is None and not word.is_name_like:
                    continue
                if name == "role" and not (is_person_noun(word) or plain(word.lemma) in _POSTS):
                    continue
                return self._row(word)
        return None

    def _headed(self, clause: Clause) -> list[Word] | None:
        """Return *командовал полком*: the verb with what is headed."""
        for argument in clause.arguments:
            if argument.marker in ("ins", "acc") and argument.word not in self.meant.at and argument.word.start not in self.times.words:
                row = self._row(argument.word)
                if row[0].i > clause.verb.i and row[0].i - clause.verb.i <= 2:
                    return clause.verb.sentence.words[clause.verb.i : row[-1].i + 1]
        return [clause.verb]

    def _put(self, name: str, row: list[Word], base: dict[str, object]) -> None:
        """Put the words of a post or body into their fields: the post, its body, its place."""
        if name != "role":
            base[name] = span_of(row)
            return
        from_role = split_role(row)
        for key, part in from_role.items():
            base.setdefault(key, span_of(part))

    def _values(self, clause: Clause, frame: Frame, base: dict[str, object]) -> list[tuple[object, Word | None]]:
        found: list[tuple[object, Word | None]] = []
        for marker in frame.slots.get("value", ()):
            if marker == "verb":
                found.append((clause.verb.span, None))
            elif marker == "phrase":
                found.append((self._phrase(clause), None))
            else:
                for argument in clause.arguments:
                    if argument.marker != marker or argument.word.start in self.times.words or argument.word in self.meant.at and frame.type not in ("name",):
                        continue
                    row = self._row(argument.word)
                    span = span_of(row)
                    if frame.type not in ("award",) and span in base.values():
                        continue
                    if frame.type == "rank" and not self._is_rank(argument.word):
                        continue
                    if frame.type == "name" and not argument.word.is_name_like:
                        continue
                    found.append((span, argument.word))
            if found:
                break
        return found if frame.each or frame.type == "award" else found[:1]

    def _phrase(self, clause: Clause) -> Span:
        """Return the verb with what belongs to it, without the subject and the date before it."""
        row = [w for w in clause.words if w.i >= clause.verb.i or w.rel in ("obj", "obl")]
        row = [w for w in row if w.start not in self.times.words or w.i > clause.verb.i]
        start = clause.verb
        for word in reversed(clause.verb.sentence.words[: clause.verb.i]):
            if word.pos not in ("ADV", "PART") or word.start in self.times.words:
                break
            start = word
        inside = {w.i for w in clause.words}
        if clause.subject_word is not None:
            stop = clause.subject_word.i
        else:
            stop = -1
        last = clause.verb
        for word in clause.verb.sentence.words[clause.verb.i + 1 :]:
            if word.i not in inside or (word.i == stop) or word.i - clause.verb.i > _MOST_WORDS:
                break
            if word.text in (",", ";", ":", "—", "–", "("):
                break
            last = word
        while last.i > clause.verb.i and last.pos in ("PUNCT", "ADP", "CCONJ") and last.text not in "»\"":
            last = clause.verb.sentence.words[last.i - 1]
        return Span(start.start, last.end)

    # verbs without a frame

    def _special(self, clause: Clause, type_: str) -> Iterator[Draft]:
        """Yield what a verb states with a certain word beside it."""
        whom = clause.subjects or [(p, w) for p, w in clause.objects]
        if type_ in ("rank", "arrest", "imprisonment") and clause.objects and (clause.is_impersonal or clause.verb.is_plural):
            whom = list(clause.objects)
        if type_ == "rank":
            whom = self._given_rank(clause)
        if type_ == "death" and clause.lemma == "привести":
            whom = [(self.meant.main, None)] if self.meant.main else []
        for person, at in whom:
            for value in self._special_values(clause, type_):
                draft = self._draft(clause, type_, person, at, None)
                if type_ == "rank" and self._is_award_title(value):
                    draft.type = "award"
                if isinstance(value, Span):
                    draft.slots["value"] = value
                for argument in clause.arguments:
                    row = self._row(argument.word)
                    if argument.marker.startswith(("в+", "на+", "под+", "у+")) and argument.word.start not in self.times.words:
                        if is_place(row, argument.word) or (type_ == "service" and plain(argument.word.lemma) == "фронт"):
                            draft.slots.setdefault("place", span_of(row))
                yield draft

    def _given_rank(self, clause: Clause) -> list[Who]:
        dative = [(p, a.word) for a in clause.arguments if a.marker == "dat" for p in self.meant.persons(a.word)]
        if dative:
            return list(dative)
        if clause.lemma == "получить":
            return clause.subjects
        return list(clause.objects) or ([(self.meant.main, None)] if self.meant.main else [])

    def _special_values(self, clause: Clause, type_: str) -> list[Span | None]:
        if type_ != "rank":
            return [self._phrase(clause)] if type_ in ("death", "imprisonment") else [None]
        title = next((w for w in clause.words if plain(w.lemma) in ("звание", "чин")), None)
        if title is None:
            return [None]
        row = [w for w in self._row(title) if w.i > title.i]
        return [span_of(row)] if row else [None]

    def _is_award_title(self, value: Span | None) -> bool:
        if value is None or self.meant.main is None:
            return False
        return any(value.start <= w.start < value.end and plain(w.lemma) in words("award_titles") for w in self._all_words(value))

    def _all_words(self, value: Span) -> list[Word]:
        return [w for w in self.sentence_words if value.start <= w.start < value.end]

    sentence_words: list[Word] = []

    def _plain(self, clause: Clause) -> Iterator[Draft]:
        """Yield an action or an event: what a verb without a frame says of its subject."""
        if clause.lemma in _SELDOM or not clause.subjects or clause.verb.form == "conv":
            whom = clause.objects if clause.is_impersonal and clause.lemma not in _SELDOM else []
        else:
            whom = [] if clause.verb.form == "part" and not clause.is_passive else clause.subjects
        for person, at in whom:
            if at is None and clause.verb.form == "inf" and clause.above is None:
                continue
            others = [(p, w.span) for p, w in clause.objects if p is not person]
            others += [(p, a.word.span) for a in clause.arguments if a.marker == "dat" for p in self.meant.persons(a.word) if p is not person]
            groups = any(is_person_noun(a.word) and a.marker in ("acc", "gen", "dat") for a in clause.arguments)
            draft = self._draft(clause, "action" if others or groups else "event", person, at, None)
            draft.confidence = 0.45
            draft.slots["value"] = self._phrase(clause)
            draft.related = list(others)
            yield draft

    def _draft(self, clause: Clause, type_: str, person: Person, at: Word | None, last: object) -> Draft:
        quote = self._quote(clause, at)
        if isinstance(last, Word):
            row = self._row(last)
            quote = Span(min(quote.start, row[0].start), max(quote.end, row[-1].end)) if row[-1].end <= quote.end else quote
        who = self._who(at)
        time = self.times.of_clause(clause)
        return Draft(person=person, type=type_, rule=f"verb:{type_}", quote=quote, anchor=clause.verb, who=who, time=time)

    def _who(self, at: Word | None) -> Span | None:
        if at is None:
            return None
        mention = self.meant.names.get(at)
        return span_of(mention.words) if mention is not None else at.span

    def _quote(self, clause: Clause, at: Word | None) -> Span:
        """Return the words of the clause from first to last, as far as they stand together."""
        row = clause.verb.sentence.words
        inside = {w.i for w in clause.words}
        first = last = clause.verb.i
        while first > 0 and (first - 1 in inside) and row[first - 1].text not in (";", ":"):
            first -= 1
        while last + 1 < len(row) and (last + 1) in inside and row[last + 1].text not in (";", ":", "."):
            last += 1
        while first < clause.verb.i and (row[first].pos in ("PUNCT", "CCONJ", "SCONJ") and row[first].text not in "«\"("):
            first += 1
        while last > clause.verb.i and row[last].pos in ("PUNCT", "CCONJ", "ADP") and row[last].text not in "»\")":
            last -= 1
        return Span(row[first].start, row[last].end)


def split_role(row: list[Word]) -> dict[str, list[Word]]:
    """Return the post, the body and the place in the words of a post: *начальник УНКВД по Одесской области*."""
    parts: dict[str, list[Word]] = {}
    cut = next((n for n, w in enumerate(row) if n and _begins_body(row, n)), None)
    role = row if cut is None else row[:cut]
    parts["role"] = trimmed(role)
    rest = [] if cut is None else row[cut:]
    place = next((n for n, w in enumerate(rest) if w.entity == "LOC" and n), None)
    if rest and rest[0].entity == "LOC":
        parts["place"] = trimmed(rest)
    elif rest and place is not None and rest[0].is_acronym:
        start = place - 1 if rest[place - 1].pos in ("ADJ",) and rest[place - 1].entity == "LOC" else place
        body = trimmed(rest[:start])
        if body:
            parts["organisation"] = body
            parts["place"] = trimmed(rest[start:])
    elif rest:
        parts["organisation"] = trimmed(rest)
    return {name: words_ for name, words_ in parts.items() if words_}


def _begins_body(row: list[Word], n: int) -> bool:
    word = row[n]
    if word.pos == "ADP":
        return False
    if word.is_acronym or word.entity in ("ORG", "LOC"):
        return True
    if plain(word.lemma) in ("штаб", "отдел", "отделение", "отряд", "кафедра"):
        return n > 1
    following = next((w for w in row[n:] if w.pos in ("NOUN", "PROPN")), None)
    return following is not None and body_kind([following]) is not None and (word.pos == "ADJ" or word is following)
