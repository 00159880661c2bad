"""A small login service on loopback, which can be told to answer wrongly."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "the-house", "a secret of the house"
KEY, OTHER_KEY = (RSAKey.generate_key(2048, {"kid": "one", "use": "sig"}) for _ in range(2))


@dataclass
class FakeService:
    """Says who somebody is: ``claims`` change what it would say, None takes a claim out."""

    issuer: str
    claims: dict[str, Any] = field(default_factory=dict)
    signs: str = "RS256"
    description: dict[str, Any] = field(default_factory=dict)
    faults: dict[str, tuple[int, bytes]] = field(default_factory=dict)  #: by path: what is answered instead
    asked: list[str] = field(default_factory=list)
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def signs_in(self, address: str) -> dict[str, str]:
        """What the browser brings back from the address that it was sent to."""
        given = {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}
        assert given["response_type"] == "code"
        assert given["code_challenge_method"] == "S256"
        assert (given["client_id"], set(given["scope"].split())) == (CLIENT, {"openid", "email"})
        code = secrets.token_urlsafe(8)
        self._codes[code] = given
        return {"code": code, "state": given["state"]}

    def answer(self, path: str, body: str, authorization: str) -> tuple[int, bytes]:
        self.asked.append(path)
        if path in self.faults:
            return self.faults[path]
        if path == "/.well-known/openid-configuration":
            return 200, json.dumps(self._description()).encode()
        if path == "/keys":
            return 200, json.dumps({"keys": [KEY.as_dict(private=False)]}).encode()
        if path.startswith("/authorize"):  # a browser of flesh and blood: it asks, and somebody agrees
            back = parse_qs(urlsplit(path).query)["redirect_uri"][0]
            link = f"{back}?{urlencode(self.signs_in(path))}".replace("&", "&amp;")
            return 200, f'<!doctype html><title>Service</title><a href="{link}">Agree</a>'.encode()
        return self._token({key: values[0] for key, values in parse_qs(body).items()}, authorization)

    def _description(self) -> dict[str, Any]:
        places = {"authorization_endpoint": "/authorize", "token_endpoint": "/token", "jwks_uri": "/keys"}
        told = {name: f"{self.issuer}{path}" for name, path in places.items()}
        return {"issuer": self.issuer, **told, **self.description}

    def _token(self, given: dict[str, str], authorization: str) -> tuple[int, bytes]:
        expected = base64.b64encode(b"the-house:a+secret+of+the+house").decode()
        asked = self._codes.pop(given["code"], None)  # a code is good once
        made = base64.urlsafe_b64encode(hashlib.sha256(given["code_verifier"].encode()).digest()).rstrip(b"=")
        if authorization != f"Basic {expected}" or not asked or asked["code_challenge"] != made.decode():
            return 400, b'{"error": "invalid_grant", "error_description": "the code is secret"}'
        assert asked["redirect_uri"] == given["redirect_uri"]
        return 200, json.dumps({"access_token": "x", "id_token": self._signed(asked["nonce"])}).encode()

    def _signed(self, nonce: str) -> str:
        now = int(time.time())
        said = {
            "iss": self.issuer, "aud": CLIENT, "sub": "4711", "nonce": nonce, "iat": now, "exp": now + 300,
            "email": "bela@example.org", "email_verified": True, **self.claims,
        }  # fmt: skip
        claims = {key: value for key, value in said.items() if value is not None}
        if self.signs == "none":
            return f"{_encoded({'alg': 'none', 'kid': 'one'})}.{_encoded(claims)}."
        if self.signs == "HS256":  # the public key, which everybody has, taken for a shared one
            head = f"{_encoded({'alg': 'HS256', 'kid': 'one'})}.{_encoded(claims)}"
            seal = hmac.digest(KEY.as_pem(private=False), head.encode(), "sha256")
            return f"{head}.{base64.urlsafe_b64encode(seal).rstrip(b'=').decode()}"
        key = OTHER_KEY if self.signs == "another key" else KEY
        return jwt.encode({"alg": "RS256", "kid": "one"}, claims, key)


def _encoded(part: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()


@contextmanager
def login_service() -> Iterator[FakeService]:
    """Run one."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            status, answer = service.answer(self.path, body, self.headers.get("Authorization", ""))
            self.send_response(status)
            if status == 302:
                self.send_header("Location", f"{service.issuer}/elsewhere")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service = FakeService(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
