"""POST, PUT and DELETE: what is written lands as evidence of a source of its own, never in a text that was read.

Such a source only grows: what was changed or taken back stays in its words, and its reading says what holds now.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from functools import partial
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse
from starlette.concurrency import run_in_threadpool

from factoid.errors import ReadingError, RecordError
from factoid.exchange import Json
from factoid.web.ipif import ledger
from factoid.web.ipif.problems import Problem
from factoid.web.ipif.service import Service, TheService, answer_of

RESOURCES = ("factoids", "persons", "sources")
LARGEST_BODY_BYTES = 1024 * 1024
_BODY = {
    "requestBody": {"required": True, "content": {"application/json": {"schema": {"type": "object"}}}},
}
_REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {"description": text, "content": {"application/problem+json": {"schema": {"type": "object"}}}}
    for status, text in (
        (400, "The body is not in IPIF's shape."),
        (403, "No token that may write, or a record that was read and not written here."),
        (404, "There is no such object."),
        (409, "Something else refers to the object."),
        (413, "The body is too large."),
        (415, "The body is not JSON."),
    )
}


def writing_router() -> APIRouter:
    """Return the routes that write; statements are written with the factoid that holds them."""
    router = APIRouter()
    for resource in RESOURCES:
        add = partial(router.add_api_route, responses=_REFUSALS)
        add(f"/{resource}", _creates(resource), methods=["POST"], name=f"create {resource}",
            openapi_extra=_BODY, status_code=201)  # fmt: skip
        add(f"/{resource}/{{id:path}}", _updates(resource), methods=["PUT"], name=f"update {resource}",
            openapi_extra=_BODY, status_code=201)  # fmt: skip
        add(f"/{resource}/{{id:path}}", _deletes(resource), methods=["DELETE"], name=f"delete {resource}",
            status_code=204)  # fmt: skip
    return router


def _creates(resource: str) -> Callable[..., Awaitable[StreamingResponse]]:
    async def create(service: TheService, request: Request) -> StreamingResponse:
        who, data = await _written(service, request)
        return await run_in_threadpool(_create, service, resource, who, data)

    return create


def _updates(resource: str) -> Callable[..., Awaitable[StreamingResponse]]:
    async def update(service: TheService, id: str, request: Request) -> StreamingResponse:
        who, data = await _written(service, request)
        return await run_in_threadpool(_update, service, resource, who, data | {"@id": id})

    return update


def _deletes(resource: str) -> Callable[..., Response]:
    def delete(service: TheService, id: str, request: Request) -> Response:
        who = service.writers.writer_of(request)
        with service.writing:
            _kept(ledger.delete, service, resource, who, {"@id": _known(service, resource, id)})
        return Response(status_code=204)

    return delete


def _create(service: Service, resource: str, who: str, data: Json) -> StreamingResponse:
    with service.writing:
        key = _kept(ledger.create, service, resource, who, data)
    return _answer(service, resource, key)


def _update(service: Service, resource: str, who: str, data: Json) -> StreamingResponse:
    with service.writing:
        known = _known(service, resource, data["@id"])
        key = _kept(ledger.update, service, resource, who, data | {"@id": known})
    return _answer(service, resource, key)


async def _written(service: Service, request: Request) -> tuple[str, Json]:
    """Return who writes and what: a JSON object. `Problem` for anything else."""
    who = service.writers.writer_of(request)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json" and not kind.endswith("+json"):
        raise Problem(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Send application/json, not {kind[:60] or 'nothing'!r}."
        )
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY_BYTES:
            raise Problem(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"A record has at most {LARGEST_BODY_BYTES:,} bytes."
            )
    try:
        data = json.loads(bytes(body))
    except (ValueError, RecursionError) as error:
        raise Problem(HTTPStatus.BAD_REQUEST, f"The body is no JSON: {error}") from error
    if not isinstance(data, dict):
        raise Problem(HTTPStatus.BAD_REQUEST, f"The body is {type(data).__name__}, not an object.")
    return who, data


def _kept(write: Any, service: Service, resource: str, who: str, data: Json) -> str:
    try:
        key: str = write(service.site.writable, resource, who, data)
    except (RecordError, ReadingError) as error:
        raise Problem(HTTPStatus.BAD_REQUEST, str(error)) from error
    return key


def _known(service: Service, resource: str, wanted: str) -> str:
    found = service.single(resource, wanted)
    return str(found["@id"])


def _answer(service: Service, resource: str, key: str) -> StreamingResponse:
    return answer_of(
        service.single(resource, key), status=201, location=service.site.at(f"/ipif/{resource}/{key}")
    )
