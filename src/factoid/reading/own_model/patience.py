"""Asking with patience and within bounds: what is kept is not asked again, what fails is repeated, but not for ever."""

from __future__ import annotations

import time
from collections.abc import Callable

from factoid.errors import OwnModelError
from factoid.model import OwnModel
from factoid.reading.own_model.answers import KeptAnswers
from factoid.reading.own_model.asking import Account, Answer, Model, NoAnswer, Request

ATTEMPTS = 5  #: at one passage
FIRST_WAIT_SECONDS = 1.0  #: doubled from attempt to attempt
LONGEST_WAIT_SECONDS = 60.0
FAILURES_IN_A_ROW = 3  #: passages without an answer after which nothing more is asked in this run


class Asker:
    """Asks one model for many passages, and keeps account."""

    def __init__(
        self,
        own: OwnModel,
        connect: Callable[[OwnModel], Model],
        *,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._own, self._connect, self._sleep = own, connect, sleep
        self._answers = KeptAnswers(own.answers)
        self._model: Model | None = None
        self._has_answered = False
        self._failures = 0
        self.account = Account()

    def answer(self, request: Request) -> Answer | None:
        """Return the answer, kept or new; None if there is none, which the account gives the reason for.

        `OwnModelError` if the endpoint cannot be used at all.
        """
        kept = self._answers.find(request)
        if kept is not None:
            self.account.kept += 1
            return kept
        try:
            answer = self._asked(request)
        except NoAnswer as error:
            if error.silent and not self._has_answered:
                raise OwnModelError(
                    f"{self._own.url}: {error.reason} Is the server running there?"
                ) from error
            self._failures += error.again
            self.account.failures[error.reason] += 1
            return None
        self._failures, self._has_answered = 0, True
        self._answers.keep(request, answer)
        return answer

    def _asked(self, request: Request) -> Answer:
        if self._failures >= FAILURES_IN_A_ROW:
            raise NoAnswer("not asked: the endpoint had failed too often.", again=False)
        wait = FIRST_WAIT_SECONDS
        for attempt in range(1, ATTEMPTS + 1):
            if self.account.calls >= self._own.most_calls:
                raise NoAnswer(
                    f"not asked: no more calls than {self._own.most_calls:,} are allowed (--most-calls).",
                    again=False,
                )
            try:
                return self._called(request)
            except NoAnswer as error:
                if not error.again or attempt == ATTEMPTS or (error.silent and not self._has_answered):
                    raise
                self._sleep(min(error.wait if error.wait is not None else wait, LONGEST_WAIT_SECONDS))
                wait *= 2
        raise AssertionError  # the last attempt returns or raises

    def _called(self, request: Request) -> Answer:
        self._model = self._model or self._connect(self._own)
        self.account.calls += 1
        answer = self._model.ask(request)
        self.account.tokens_sent += answer.tokens_sent
        self.account.tokens_received += answer.tokens_received
        return answer
