"""A local server that answers as an OpenAI-compatible endpoint does, or as none should."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

ENOUGH = b"<more>"  #: in an endless answer, where it begins not to end
EMPTY: dict[str, Any] = {
    "role": None,
    "organisation": None,
    "place": None,
    "value": None,
    "related": [],
    "date": None,
    "certainty": "asserted",
    "said_by": None,
}


def said(quote: str, person: str, type_: str, **fields: Any) -> dict[str, Any]:
    return {"quote": quote, "person": person, "type": type_} | EMPTY | fields


def listed(*statements: dict[str, Any]) -> str:
    return json.dumps({"statements": statements}, ensure_ascii=False)


@dataclass
class Reply:
    """One way to answer."""

    content: str = ""
    status: int = 200
    finish: str = "stop"
    refusal: str | None = None
    retry_after: str = ""
    body: bytes | None = None  #: in place of an answer
    is_endless: bool = False


@dataclass
class Server:
    """What it has been told to say, in turn, the last one for ever; and what it has been asked."""

    replies: list[Reply] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    url: str = ""

    def next(self) -> Reply:
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


@contextmanager
def serving(*replies: Reply) -> Iterator[Server]:
    server = Server(list(replies))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            server.asked.append(json.loads(self.rfile.read(length)))
            server.keys.append(self.headers["Authorization"])
            with suppress(ConnectionError):
                self._answer(server.next())

        def _answer(self, reply: Reply) -> None:
            self.send_response(reply.status)
            self.send_header("Content-Type", "application/json")
            if reply.retry_after:
                self.send_header("Retry-After", reply.retry_after)
            self.end_headers()
            if reply.is_endless:
                self.wfile.write(_whole(reply).partition(ENOUGH)[0])
                while True:
                    self.wfile.write(b"and so on, " * 1_000)
            self.wfile.write(reply.body if reply.body is not None else _whole(reply))

        def log_message(self, format: str, *args: Any) -> None:
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.url = f"http://127.0.0.1:{httpd.server_address[1]}/v1"
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        httpd.shutdown()
        thread.join()
        httpd.server_close()


def _whole(reply: Reply) -> bytes:
    if reply.status != 200:
        return json.dumps({"error": {"message": reply.content or "no"}}).encode()
    message = {"role": "assistant", "content": reply.content, "refusal": reply.refusal}
    usage = {"prompt_tokens": 100, "completion_tokens": 20}
    answer = {"usage": usage, "choices": [{"index": 0, "finish_reason": reply.finish, "message": message}]}
    return json.dumps(answer).encode()
