"""An OpenAI-compatible endpoint: the one module that uses the ``openai`` client, and a network."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Callable, Iterable
from typing import Any, cast

import openai
from openai.types.chat import ChatCompletionMessageParam

from factoid.errors import OwnModelError
from factoid.model import OwnModel
from factoid.reading.own_model.asking import Answer, End, NoAnswer, Request

KEY = "FACTOID_MODEL_KEY"  #: the environment variable that holds the key, for endpoints that want one
MOST_BYTES = 1_000_000  #: of one answer
MOST_SECONDS = 600.0  #: for one answer
_CUT_CONTENT = re.compile(r'"content"\s*:\s*"((?:[^"\\]|\\.)*)')
_ENDS = {"length": End.LENGTH, "content_filter": End.REFUSED}


class Endpoint:
    """Asks over the network. The key is taken from the environment, and kept nowhere."""

    def __init__(
        self, own: OwnModel, *, most_bytes: int = MOST_BYTES, most_seconds: float = MOST_SECONDS
    ) -> None:
        self._url = own.url
        self._most_bytes, self._most_seconds = most_bytes, most_seconds
        self._manner, self._is_settled = 0, False  # how this endpoint wants to be asked
        try:
            self._client = openai.OpenAI(
                base_url=own.url,
                api_key=os.environ.get(KEY) or "none",
                organization="",  # what the environment holds for another service stays here
                project="",
                max_retries=0,
                timeout=most_seconds,
            )
        except Exception as error:  # whatever is wrong with the address
            raise OwnModelError(f"{own.url}: cannot be an address ({error}).") from error

    def ask(self, request: Request) -> Answer:
        """Return the answer, or as much of it as the bounds allow."""
        manners = _manners(request)
        try:
            answer = self._asked(request, manners[self._manner])
        except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
            reason = f"refused as a bad request: {_said(error)}"
            if self._is_settled or self._manner + 1 == len(manners):
                raise NoAnswer(reason, again=False) from error
            self._manner += 1  # some know no schemas, some no `max_tokens`
            raise NoAnswer(reason, wait=0) from error
        self._is_settled = True
        return answer

    def _asked(self, request: Request, manner: dict[str, Any]) -> Answer:
        messages = [{"role": role, "content": words} for role, words in request.messages]
        create = self._client.chat.completions.with_streaming_response.create
        try:
            with create(
                model=request.model,
                messages=cast("list[ChatCompletionMessageParam]", messages),
                extra_body=manner,
            ) as response:
                body, is_whole = self._body(response.iter_bytes)
        except (openai.BadRequestError, openai.UnprocessableEntityError):
            raise
        except (openai.AuthenticationError, openai.PermissionDeniedError) as error:
            raise OwnModelError(
                f"{self._url}: the key is not accepted ({_said(error)}). Set {KEY} in the environment."
            ) from error
        except openai.NotFoundError as error:
            raise OwnModelError(
                f"{self._url}: no model {request.model!r} there ({_said(error)}). "
                "Check the address, which mostly ends in /v1, and the name."
            ) from error
        except openai.APIStatusError as error:
            raise NoAnswer(f"HTTP {error.status_code}.", wait=_wait_of(error)) from error
        except openai.APITimeoutError as error:
            raise NoAnswer("no answer in time.") from error
        except openai.APIConnectionError as error:
            raise NoAnswer("no connection.", silent=True) from error
        return _answer_of(body) if is_whole else _cut_answer_of(body)

    def _body(self, pieces: Callable[[], Iterable[bytes]]) -> tuple[bytes, bool]:
        """Return what is sent, and whether it is all there is."""
        body, until = bytearray(), time.monotonic() + self._most_seconds
        try:
            for piece in pieces():
                body += piece
                if len(body) > self._most_bytes or time.monotonic() > until:
                    return bytes(body[: self._most_bytes]), False
        except Exception as error:  # the client passes its transport's own errors on here
            raise NoAnswer(f"the answer broke off ({type(error).__name__}).") from error
        return bytes(body), True


def _manners(request: Request) -> list[dict[str, Any]]:
    """Return the ways of asking, the best one first."""
    shape = {
        "type": "json_schema",
        "json_schema": {"name": "statements", "strict": True, "schema": request.schema},
    }
    plain = {"max_tokens": request.most_tokens, "temperature": 0, "seed": 0}
    return [
        plain | {"response_format": shape},
        {"max_completion_tokens": request.most_tokens, "response_format": shape},
        {"max_tokens": request.most_tokens, "temperature": 0},
    ]


def _answer_of(body: bytes) -> Answer:
    try:
        data = json.loads(body)
        choice, usage = data["choices"][0], data.get("usage") or {}
        text, refusal = choice["message"].get("content"), choice["message"].get("refusal")
        return Answer(
            text="".join([text or refusal or ""]),  # a TypeError where that is no text
            end=End.REFUSED if refusal else _ENDS.get(choice.get("finish_reason"), End.STOP),
            tokens_sent=_count(usage.get("prompt_tokens")),
            tokens_received=_count(usage.get("completion_tokens")),
        )
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise NoAnswer("not the answer of such an endpoint.") from error


def _cut_answer_of(body: bytes) -> Answer:
    found = _CUT_CONTENT.search(body.decode("utf-8", "replace"))
    try:
        text = json.loads(f'"{found[1]}"', strict=False) if found else ""
    except ValueError:
        text = ""
    return Answer(text=text, end=End.ENDLESS)


def _count(tokens: object) -> int:
    return tokens if isinstance(tokens, int) and tokens >= 0 else 0


def _said(error: openai.APIStatusError) -> str:
    """Return what the endpoint says is wrong, on one line and not too much of it."""
    said = " ".join(str(error.message).split())
    return said if len(said) <= 160 else f"{said[:160]}…"


def _wait_of(error: openai.APIStatusError) -> float | None:
    try:
        wait = float(error.response.headers.get("retry-after", ""))
    except ValueError:
        return None
    return max(0.0, wait) if wait < float("inf") else None
