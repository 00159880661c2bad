"""How many requests are worked on at once.

A page is worked out by Python, which does one thing at a time: forty begun together take as long as one after the
other, and each of them keeps its connection, or the library's turn to write, all the while. So few are begun, and the
others wait their turn without holding anything.
"""

from __future__ import annotations

from asyncio import Semaphore
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

AT_ONCE = 12
_TAKING_LONG = (["export"], ["add"])  #: below a library: what brings or takes away much


class Turnstile:
    """Lets in so many requests at once. Who has got the beginning of an answer holds nobody up any more."""

    def __init__(self, app: ASGIApp, *, at_once: int = AT_ONCE) -> None:
        self.app, self._free = app, Semaphore(at_once)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on when it is its turn."""
        if scope["type"] != "http" or takes_long(scope):
            await self.app(scope, receive, send)
            return
        await self._free.acquire()
        is_held = True

        def let_go() -> None:
            nonlocal is_held
            if is_held:
                is_held = False
                self._free.release()

        async def send_on(message: Message) -> None:
            let_go()
            await send(message)

        try:
            await self.app(scope, receive, send_on)
        finally:
            let_go()


def takes_long(scope: Scope) -> bool:
    """Say whether a request may take long by its nature: it waits for work in the background, brings or takes much."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    return "wait" in asked or scope["path"].split("/")[2:3] in _TAKING_LONG
