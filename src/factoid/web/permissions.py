"""What each address of a library asks for, in a house with accounts. An address that is not here answers nobody."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from starlette.requests import Request

from factoid.errors import NotAllowed
from factoid.model.access import Action
from factoid.web.visitor import visitor_of
from factoid.web.watch.told import told_of


class By(StrEnum):
    """What somebody may come with."""

    SESSION = "session"  #: a browser that logged in
    TOKEN = "token"  #: a program with a token
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Permission:
    """What an address asks for."""

    action: Action
    by: By = By.SESSION

    def takes(self, *, is_program: bool) -> bool:
        """Say whether a program, or a browser, may come here at all."""
        return self.by is By.EITHER or (self.by is By.TOKEN) is is_program


_READ = Permission(Action.READ)
_JUDGE = Permission(Action.JUDGE)
_STATE = Permission(Action.STATE)
_ADD = Permission(Action.ADD)
_REMOVE = Permission(Action.REMOVE)
_PROTECT = Permission(Action.PROTECT)
_MANAGE = Permission(Action.MANAGE)
_ASK = Permission(Action.ASK_IPIF, By.EITHER)
_WRITE = Permission(Action.WRITE_IPIF, By.TOKEN)

PERMISSIONS: Mapping[tuple[str, str], Permission] = {
    **{
        ("GET", path): _READ
        for path in (
            "/", "/people", "/people/{person}", "/people/{person}/why/{event}", "/people/{person}/compare",
            "/factoids/{factoid}", "/factoids/{factoid}/when", "/sources", "/sources/{step}",
            "/sources/{step}/witness", "/conflicts", "/conflicts/{conflict_id}", "/judgements",
            "/search", "/help", "/timeline", "/network", "/map", "/health",
        )
    },
    ("POST", "/language"): _READ,
    ("GET", "/export"): Permission(Action.EXPORT),
    ("GET", "/export/file"): Permission(Action.EXPORT, By.EITHER),
    ("GET", "/review"): _JUDGE,
    ("GET", "/people/{person}/identity"): _JUDGE,
    ("POST", "/people/{person}/identity"): _JUDGE,
    **{
        ("POST", path): _JUDGE
        for path in (
            "/factoids/{factoid}/verdict", "/factoids/{factoid}/withdraw", "/conflicts/{conflict_id}/verdict",
            "/conflicts/{conflict_id}/withdraw", "/review", "/review/undo",
        )
    },
    ("GET", "/sources/{step}/state"): _STATE,
    ("POST", "/sources/{step}/state"): _STATE,
    ("GET", "/sources/{step}/meant"): _STATE,
    ("POST", "/sources/{step}/meant"): _STATE,
    ("GET", "/add"): _ADD,
    ("POST", "/add"): _ADD,
    ("GET", "/add/progress"): _ADD,
    ("GET", "/add/{key}"): _ADD,
    ("GET", "/sources/{step}/remove"): _REMOVE,
    ("POST", "/sources/{step}/remove"): _REMOVE,
    ("GET", "/removed"): _REMOVE,
    ("POST", "/removed"): _REMOVE,
    ("GET", "/ipif/"): _ASK,
    ("GET", "/ipif/describe"): _ASK,
    **{("GET", f"/ipif/{kind}"): _ASK for kind in ("factoids", "persons", "sources", "statements")},
    **{("GET", f"/ipif/{kind}/{{id:path}}"): _ASK for kind in ("factoids", "persons", "sources", "statements")},
    **{("POST", f"/ipif/{kind}"): _WRITE for kind in ("factoids", "persons", "sources")},
    **{("PUT", f"/ipif/{kind}/{{id:path}}"): _WRITE for kind in ("factoids", "persons", "sources")},
    **{("DELETE", f"/ipif/{kind}/{{id:path}}"): _WRITE for kind in ("factoids", "persons", "sources")},
    ("GET", "/protected"): _PROTECT,
    ("POST", "/protected"): _PROTECT,
    ("POST", "/protected/withdraw"): _PROTECT,
    ("GET", "/members"): _MANAGE,
    **{
        ("POST", f"/members/{word}"): _MANAGE for word in ("role", "remove", "invite", "withdraw", "revoke")
    },
}  # fmt: skip


def permitted(below: str = "") -> Callable[[Request], Awaitable[None]]:
    """Return the check that every address of an application, ``below`` an address of the library, goes through."""

    async def check(request: Request) -> None:
        visitor, path = visitor_of(request), below + request.scope["route"].path
        told_of(request.scope).route = path
        if visitor is None:  # without accounts, who sits at the machine may do everything
            return
        asked = PERMISSIONS.get((request.method, path))
        if asked is None or not asked.takes(is_program=visitor.is_program) or not visitor.may(asked.action):
            raise NotAllowed("Your role in this library does not allow this. Its admins can change that.")

    return check
