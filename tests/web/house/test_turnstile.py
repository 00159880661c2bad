"""Few requests are worked on at once; what takes long by its nature stands beside them."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from factoid.web.house.turnstile import Turnstile, takes_long


async def nothing(*_: Any) -> Any:
    return None


class Workshop:
    """An application that counts who is in it before an answer begins, and sends what follows when it is told to."""

    def __init__(self) -> None:
        self.inside = self.most = self.done = 0
        self.leave = asyncio.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.inside += 1
        self.most = max(self.most, self.inside)
        await asyncio.sleep(0)
        if scope["path"] == "/broken":
            self.inside -= 1
            raise RuntimeError("halfway")
        self.inside -= 1
        await send({"type": "http.response.start"})
        await self.leave.wait()
        self.done += 1


def visit(path: str, query: str = "", method: str = "GET") -> dict[str, Any]:
    return {"type": "http", "method": method, "path": path, "query_string": query.encode()}


def test_so_many_at_once_and_slow_readers_hold_nobody_up() -> None:
    async def run() -> Workshop:
        shop = Workshop()
        turnstile = Turnstile(shop, reading=2)
        crowd = [asyncio.create_task(turnstile(visit("/lives/people"), nothing, nothing)) for _ in range(9)]
        for _ in range(60):
            await asyncio.sleep(0)
        shop.leave.set()  # all have got the beginning of their answer by now, though none has got the rest
        await asyncio.gather(*crowd)
        return shop

    shop = asyncio.run(run())
    assert (shop.most, shop.done) == (2, 9)


def test_who_waits_to_write_keeps_nobody_from_reading() -> None:
    async def run() -> list[str]:
        held, entered = asyncio.Event(), []

        async def shop(scope: Any, receive: Any, send: Any) -> None:
            entered.append(scope["method"])
            if scope["method"] == "POST":
                await held.wait()

        turnstile = Turnstile(shop, reading=1, writing=2)
        writers = [
            asyncio.create_task(turnstile(visit("/lives/review", method="POST"), nothing, nothing))
            for _ in range(5)
        ]
        await asyncio.sleep(0)
        await asyncio.wait_for(turnstile(visit("/lives/people"), nothing, nothing), 60)
        held.set()
        await asyncio.gather(*writers)
        return entered

    assert asyncio.run(run()) == ["POST", "POST", "GET", "POST", "POST", "POST"]


def test_an_error_gives_the_turn_back() -> None:
    async def run() -> None:
        turnstile = Turnstile(Workshop(), reading=1)
        for _ in range(3):
            with pytest.raises(RuntimeError):
                await asyncio.wait_for(turnstile(visit("/broken"), nothing, nothing), 60)

    asyncio.run(run())


@pytest.mark.parametrize(
    ("path", "query", "is_long"),
    [
        ("/lives/people/p-1", "wait=true", True),
        ("/lives/people/p-1", "", False),
        ("/lives/export/file", "to=json", True),
        ("/lives/add", "", True),
        ("/lives/address", "", False),
        ("/login", "", False),
        ("/", "q=wait", False),
    ],
)
def test_what_takes_long_is_known_by_its_address(path: str, query: str, is_long: object) -> None:
    assert takes_long(visit(path, query)) is is_long
