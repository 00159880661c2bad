"""The reader that asks a model of the user's own, beside the rules."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from typing import Any, TypeVar

from factoid.dates import TimePhrase
from factoid.errors import OwnModelError
from factoid.late import late
from factoid.model import Document, Factoid, Finding, Mention, OwnModel, Persona, Reading, Span, packed
from factoid.reading.grounding import Ground, sift
from factoid.reading.own_model.agreement import compared
from factoid.reading.own_model.asking import Account, Answer, Model
from factoid.reading.own_model.cast import Cast
from factoid.reading.own_model.composing import Composer, Declined
from factoid.reading.own_model.parsing import told_by
from factoid.reading.own_model.passages import Passage, passages_of
from factoid.reading.own_model.patience import Asker
from factoid.reading.own_model.prompt import request_for, version
from factoid.reading.parts import parts_of
from factoid.reading.reader import Progress, Reader
from factoid.reading.times import times_in

MOST_FORMS = 4  #: of a name, beside the fullest, that a model is told

Row = TypeVar("Row")
Connect = Callable[[OwnModel], Model]


class OwnModelReader:
    """Reads with another reader, then asks a model about each passage, and believes only what the text bears out.

    Persons, places and times are the other reader's; the model gives statements. The same document and the same
    kept answers give the same reading. `OwnModelError` if calls are allowed and the ``openai`` client is not
    installed, or if the endpoint cannot be used at all.
    """

    def __init__(self, rules: Reader, own: OwnModel, *, connect: Connect | None = None) -> None:
        if connect is None and own.most_calls and find_spec("openai") is None:
            raise OwnModelError(
                'To ask a model of your own, install the client: python -m pip install "factoid[model]".'
            )
        self._rules, self._own = rules, own
        self._asker = Asker(own, connect or _connect)
        self.version = self.version_for(None)

    @property
    def account(self) -> Account:
        """What asking has cost so far."""
        return self._asker.account

    def version_for(self, language: str | None) -> str:
        """Return the version of the other reader, that of the task, and the name of the model."""
        return f"{self._rules.version_for(language)}+own-model@{version()}:{self._own.name}"

    def read(self, document: Document, *, progress: Progress | None = None) -> Reading:
        """Return what the rules and the model read. A passage without an answer has the rules' statements alone."""
        reading, tell = self._rules.read(document), progress or _unwatched
        gathered = _Gathered(document, reading)
        for passage in passages_of(document.text) if reading.personas else ():
            gathered.passages += 1
            self._read_passage(passage, gathered)
            tell(passage.span.end)
        return gathered.reading(self.version_for(document.source.language))

    def _read_passage(self, passage: Passage, gathered: _Gathered) -> None:
        document = gathered.document
        cast, times = gathered.cast_of(passage), gathered.times_of(passage)
        question = request_for(
            self._own.name, passage.words(document.text.content), [_names_of(persona) for persona in cast]
        )
        answer = self._asker.answer(question)
        if answer is None:
            gathered.miss(passage)
            return
        composer = Composer(
            document,
            passage.span,
            Cast(document.text.content, passage.stretches, cast),
            times,
            reader=f"own-model@{version()}",
            model=self._own.name,
        )
        gathered.ground.go_on_to(cast, times)
        declined: Counter[str] = Counter()
        found = sift(_statements(answer, composer, gathered.declined), gathered.ground, declined)
        gathered.take(passage, list(found))
        gathered.declined.update({f"model: {reason}": count for reason, count in declined.items()})


class _Gathered:
    """What the passages read so far have brought, over what the rules have read."""

    def __init__(self, document: Document, rules: Reading) -> None:
        self.document, self._rules = document, rules
        self.ground = Ground(document.text, {})
        self.declined: Counter[str] = Counter(rules.declined)
        self.passages = 0
        self._missed = 0
        self._factoids = {f.id: f for f in rules.factoids}
        self._by_place = sorted((f.start, f.id) for f in rules.factoids)
        self._findings = list(rules.findings)
        self._mentions = sorted(
            (m.start, m.end, number, m) for number, p in enumerate(rules.personas) for m in p.mentions
        )
        language = document.source.language
        self._times = [t for part in parts_of(document.text) for t in times_in(document.text, part, language)]

    def cast_of(self, passage: Passage) -> list[Persona]:
        """Return who is spoken of in a passage, in the order of coming up, with their mentions there alone."""
        mentions: dict[int, list[Mention]] = defaultdict(list)
        for _, end, number, mention in _between(self._mentions, passage.span, _start_of_row):
            if end <= passage.span.end:
                mentions[number].append(mention)
        return [replace(self._rules.personas[n], mentions=tuple(found)) for n, found in mentions.items()]

    def times_of(self, passage: Passage) -> list[TimePhrase]:
        """Return the words about time in a passage."""
        return list(_between(self._times, passage.span, _start_of_time))

    def take(self, passage: Passage, told: Sequence[Factoid]) -> None:
        """Put what the model says of a passage beside what the rules say of it."""
        ids = [f for _, f in _between(self._by_place, passage.span, _start_of_row)]
        both = compared([self._factoids[f] for f in ids], told, self.document.text.content)
        for replaced in ids:
            self._factoids.pop(replaced, None)
        self._factoids |= {f.id: f for f in both.factoids}
        self._findings.extend(both.findings)

    def miss(self, passage: Passage) -> None:
        """Note a passage without an answer."""
        self._missed += 1
        note = "The model gave no answer for this passage: it is read by the rules alone."
        self._findings.append(
            Finding(kind="model-unanswered", note=note, start=passage.span.start, end=passage.span.end)
        )

    def reading(self, version: str) -> Reading:
        """Return everything. What is not complete is of another version, so that it is read again."""
        answered = self.passages - self._missed
        if self._missed:
            version += f" ({answered} of {self.passages} passages)"
            missed = f"{self._missed:,} of {self.passages:,} passages"
            note = f"The model gave no answer for {missed}: they are read by the rules alone."
            self._findings.append(Finding(kind="model-unanswered", note=note))
        return replace(
            self._rules,
            reader=version,
            factoids=packed(sorted(self._factoids.values(), key=_place_of)),
            findings=tuple(self._findings),
            declined=dict(sorted(self.declined.items())),
        )


def _statements(answer: Answer, composer: Composer, declined: Counter[str]) -> Iterator[Factoid]:
    """Yield what an answer says and the text bears out, each statement once; count the rest."""
    told = told_by(answer)
    declined.update(told.troubles)
    seen = set()
    for statement in told.statements:
        try:
            factoid = composer.factoid(statement)
        except Declined as error:
            declined[f"model: {error.reason}"] += 1
            continue
        if factoid.id in seen:
            declined["model: repeated"] += 1
        else:
            seen.add(factoid.id)
            yield factoid


def _names_of(persona: Persona) -> str:
    """Return how to speak of somebody: the name, and other forms of it."""
    others = [form for form in persona.forms if form != persona.name][:MOST_FORMS]
    return f"{persona.name} (also {', '.join(others)})" if others else persona.name


def _between(rows: Sequence[Row], stretch: Span, start_of: Callable[[Row], int]) -> Sequence[Row]:
    """Return the rows, which are in order, that begin in a stretch."""
    return rows[bisect_left(rows, stretch.start, key=start_of) : bisect_left(rows, stretch.end, key=start_of)]


def _start_of_row(row: tuple[Any, ...]) -> int:
    start: int = row[0]
    return start


def _start_of_time(time: TimePhrase) -> int:
    return time.start


def _place_of(factoid: Factoid) -> tuple[int, int]:
    return factoid.start, factoid.end


def _connect(own: OwnModel) -> Model:
    model: Model = late("factoid.reading.own_model.endpoint:Endpoint")(own)
    return model


def _unwatched(position: int) -> None:
    """Let it pass."""
