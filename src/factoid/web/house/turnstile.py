"""How many requests are worked on at once.

A page is worked out by Python, which does one thing at a time: forty begun together take longer than one after the
other, for they take turns at every row, and each of them keeps its connection, or the library's turn to write, all the
while. So few are begun, and the others wait their turn without holding anything.

Those who change something stand in a queue of their own: a library takes one change at a time, and who waits for that
would take the place of somebody who only reads.
"""

from __future__ import annotations

from asyncio import Semaphore
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

READING = 4  #: at once, in one process that serves alone
WRITING = 2  #: at once, in each process
_READING_OF_SEVERAL = 2  # in each of several: one works while the other waits for the database
_READS = ("GET", "HEAD")
_TAKING_LONG = (["export"], ["add"])  #: below a library: what brings or takes away much


class Turnstile:
    """Lets in so many requests at once. Who has got the beginning of an answer holds nobody up any more."""

    def __init__(self, app: ASGIApp, *, reading: int = READING, writing: int = WRITING) -> None:
        self.app, self._reading, self._writing = app, Semaphore(reading), Semaphore(writing)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on when it is its turn."""
        if scope["type"] != "http" or takes_long(scope):
            await self.app(scope, receive, send)
            return
        free = self._reading if scope["method"] in _READS else self._writing
        await free.acquire()
        is_held = True

        def let_go() -> None:
            nonlocal is_held
            if is_held:
                is_held = False
                free.release()

        async def send_on(message: Message) -> None:
            let_go()
            await send(message)

        try:
            await self.app(scope, receive, send_on)
        finally:
            let_go()


def reading_at_once(processes: int) -> int:
    """Return how many requests that read each of several processes works on at once."""
    return READING if processes == 1 else _READING_OF_SEVERAL


def takes_long(scope: Scope) -> bool:
    """Say whether a request may take long by its nature: it waits for work in the background, brings or takes much."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    return "wait" in asked or scope["path"].split("/")[2:3] in _TAKING_LONG
