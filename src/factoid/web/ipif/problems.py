"""What is amiss, as RFC 9457 (7807) problems."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from factoid.errors import (
    FactoidError,
)
from factoid.exchange import json_bytes
from factoid.web.statuses import status_of

MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """A request that cannot be answered, and why."""

    def __init__(self, status: HTTPStatus, detail: str) -> None:
        super().__init__(detail)
        self.status, self.detail = status, detail


def answer_problems(app: FastAPI) -> None:
    """Let the application answer every error with a problem."""
    for kind in (Problem, FactoidError, HTTPException, RequestValidationError):
        app.add_exception_handler(kind, _answer)


async def _answer(request: Request, error: Exception) -> Response:
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    if isinstance(error, Problem):
        status, detail = error.status, error.detail
    elif isinstance(error, RequestValidationError):
        status, detail = HTTPStatus.BAD_REQUEST, "; ".join(_words_of(fault) for fault in error.errors())
    elif isinstance(error, HTTPException):
        status, detail = HTTPStatus(error.status_code), _of_http(error, request)
    else:
        status = status_of(error)
        detail = request.app.state.service.site.discreet(str(error))
    return problem(status, detail, request.url.path, headers)


def _words_of(fault: dict[str, object]) -> str:
    place = fault.get("loc")
    name = place[-1] if isinstance(place, tuple) else ""
    return f"{name}: {fault.get('msg')}"


def _of_http(error: HTTPException, request: Request) -> str:
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED and "/statements" in request.url.path:
        return "Statements are written with the factoid that holds them: POST or PUT /factoids."
    if error.status_code == HTTPStatus.NOT_FOUND:
        return "There is nothing at this address. See /ipif/describe and /ipif/openapi.json."
    return str(error.detail)


def problem(
    status: HTTPStatus, detail: str, instance: str, headers: dict[str, str] | None = None
) -> Response:
    """Return a problem as an answer."""
    body = {"type": "about:blank", "title": status.phrase, "status": int(status), "detail": detail}
    return Response(
        json_bytes(body | {"instance": instance}), int(status), media_type=MEDIA_TYPE, headers=headers
    )
