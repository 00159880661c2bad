"""What a model is asked, what it answers, and who can be asked: one small protocol."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from factoid.model.ids import sha256_of_text


class End(StrEnum):
    """Why an answer ended."""

    STOP = "stop"  #: the model was done
    LENGTH = "length"  #: cut by the endpoint at the number of tokens allowed
    ENDLESS = "endless"  #: cut by us, as it went on for too long
    REFUSED = "refused"  #: the endpoint says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A question, whole: the same request has the same digest on any machine."""

    model: str
    messages: tuple[tuple[str, str], ...]  #: (role, words)
    schema: Mapping[str, Any] = field(hash=False)
    most_tokens: int

    @property
    def digest(self) -> str:
        """The SHA-256 of all of it."""
        return sha256_of_text(json.dumps(asdict(self), ensure_ascii=False, sort_keys=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back, untouched."""

    text: str
    end: End = End.STOP
    tokens_sent: int = 0
    tokens_received: int = 0


@dataclass(slots=True)
class Account:
    """What asking has cost so far."""

    calls: int = 0  #: that went to the endpoint, repeated ones too
    kept: int = 0  #: answers that were kept from before
    tokens_sent: int = 0
    tokens_received: int = 0
    failures: Counter[str] = field(default_factory=Counter)  #: why there was no answer -> passages


class NoAnswer(Exception):
    """A call brought no answer. ``again``: it may, if repeated, after so many seconds if the endpoint says."""

    def __init__(
        self, reason: str, *, again: bool = True, wait: float | None = None, silent: bool = False
    ) -> None:
        super().__init__(reason)
        self.reason, self.again, self.wait = reason, again, wait
        self.silent = silent  #: nobody is there


class Model(Protocol):
    """Whoever can be asked."""

    def ask(self, request: Request) -> Answer:
        """Return the answer to one call; `NoAnswer` if there is none, `OwnModelError` if there never will be."""
