"""The application at ``/ipif``: lists, single objects, and what the service says of itself."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.responses import StreamingResponse

from factoid.web.ipif import writing
from factoid.web.ipif.problems import Problem, answer_problems
from factoid.web.ipif.questions import Question, order_of, question
from factoid.web.ipif.service import KINDS, Service, TheService, answer_of
from factoid.web.ipif.tokens import Writers
from factoid.web.permissions import permitted
from factoid.web.site import Site

VERSION = "0.3.3"
_ERRORS: dict[int | str, dict[str, Any]] = {
    400: {"description": "A parameter that does not exist, or makes no sense."},
    406: {"description": "Answers are JSON."},
    404: {"description": "There is no such object."},
}

TheQuestion = Annotated[Question, Depends(question)]


def ipif_app(site: Site, writers: Writers) -> FastAPI:
    """Return the application over the library of a site."""
    app = FastAPI(
        title="IPIF", version=VERSION, docs_url=None, redoc_url=None, openapi_url="/openapi.json",
        dependencies=[Depends(permitted("/ipif")), Depends(_accepts_json)],
    )  # fmt: skip
    app.state.service = Service(site, writers)
    router = APIRouter()
    router.add_api_route("/describe", describe, methods=["GET"], responses=_of(406))
    router.add_api_route("/", describe, methods=["GET"], include_in_schema=False)
    for resource in KINDS:
        router.add_api_route(
            f"/{resource}",
            _lists(resource),
            methods=["GET"],
            name=f"list {resource}",
            responses=_of(400, 406),
        )
        router.add_api_route(
            f"/{resource}/{{id:path}}", _single(resource), methods=["GET"], name=f"get {resource}",
            responses=_of(400, 404, 406),
        )  # fmt: skip
    app.include_router(router)
    app.include_router(writing.writing_router())
    answer_problems(app)
    return app


def _of(*statuses: int) -> dict[int | str, dict[str, Any]]:
    content = {"application/problem+json": {"schema": {"type": "object", "required": ["status", "title"]}}}
    return {status: _ERRORS[status] | {"content": content} for status in statuses}


def _accepts_json(request: Request) -> None:
    accepted = request.headers.get("accept", "*/*").lower()
    if request.method == "GET" and not any(kind in accepted for kind in ("*/*", "json", "application/*")):
        raise Problem(HTTPStatus.NOT_ACCEPTABLE, "Answers are application/json.")


def describe(service: TheService) -> StreamingResponse:
    """Say what is served, by whom, and at which level of compliance."""
    library = service.site.library
    writes = "Writing needs a token." if service.writers.by_token else "Nobody may write to this server."
    return answer_of(
        {
            "description": (
                f"What {len(library.sources())} sources say about {library.count_people()} people, each "
                "statement in the source's words. Statements that a source denies or a person rejected are not served. "
                f"A factoid has one statement. {writes}"
            ),
            "provider": "Factoid",
            "contact": "",
            "complianceLevel": 2,
            "ipifVersion": VERSION,
            "vocabs": ["urn:factoid:type:"],
            "formats": ["application/json"],
        }
    )


def _lists(resource: str) -> Callable[[TheService, TheQuestion], StreamingResponse]:
    def list_objects(service: TheService, question: TheQuestion) -> StreamingResponse:
        order = order_of(question.sort_by, resource)
        total = service.count(KINDS[resource], question.asked)
        protocol = {"size": question.size, "page": question.page, "totalHits": total}
        objects = service.objects(resource, question.asked, order, (question.size, question.offset))
        return answer_of({"protocol": protocol, resource: objects})

    return list_objects


def _single(resource: str) -> Callable[[TheService, str], StreamingResponse]:
    def get_object(service: TheService, id: str) -> StreamingResponse:
        return answer_of(service.single(resource, id))

    return get_object
