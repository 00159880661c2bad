"""Files read by the rules and by a model of the user's own, with what that costs. Imported late, like `desk`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from factoid.errors import FactoidError
from factoid.pipeline.desk import ReadingDesk
from factoid.pipeline.tasks import Advance, Desk, Estimate, Result, Task, Tell
from factoid.reading.own_model import OwnModelReader, passages_of, request_for
from factoid.sources import open_document

CHARACTERS_PER_TOKEN = 3.5  #: of Latin letters, by rule of thumb
CHARACTERS_PER_TOKEN_ELSE = 2.0
SHARE_ANSWERED = 1.0  #: tokens of an answer for each of the passage


class AskingDesk(ReadingDesk):
    """Reads one task after the other, and tells the cost as it goes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        if desk.own_model is None:
            raise ValueError("this desk asks a model: name one")
        self._asking = OwnModelReader(self._reader, desk.own_model)
        self._reader = self._asking

    def read(self, task: Task, tell: Tell) -> Result:
        """Return what became of the task; the reasons why passages have no answer are among its notes."""
        account = self._asking.account
        before = account.failures.copy()

        def tell_too(step: Advance) -> None:
            tell(replace(step, asked=(account.calls, account.tokens_sent + account.tokens_received)))

        result = super().read(task, tell_too)
        failed = account.failures - before
        notes = tuple(f"{count:,} without the model: {reason}" for reason, count in sorted(failed.items()))
        return replace(result, report=replace(result.report, notes=result.report.notes + notes))


def estimate_of(tasks: Sequence[Task]) -> Estimate:
    """Return what asking about the tasks takes at most. An input that cannot be opened counts nothing."""
    sources = passages = sent = received = 0
    for task in tasks:
        try:
            document = open_document(Path(task.path)) if not task.problem else None
        except (FactoidError, OSError):
            document = None  # reading it says why
        if document is None:
            continue
        sources += 1
        for passage in passages_of(document.text):
            words = passage.words(document.text.content)
            passages += 1
            sent += sum(_tokens(said) for _, said in request_for("", words, ()).messages)
            received += int(_tokens(words) * SHARE_ANSWERED)
    return Estimate(sources, passages, sent, received)


def _tokens(words: str) -> int:
    ascii_ = sum(map(str.isascii, words))
    return int(ascii_ / CHARACTERS_PER_TOKEN + (len(words) - ascii_) / CHARACTERS_PER_TOKEN_ELSE) + 1
