"""A login service (OpenID Connect Core 1.0 and Discovery 1.0): where to send a browser, and whom it vouches for."""

from __future__ import annotations

import base64
import hashlib
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote_plus, urlencode

from factoid.late import late
from factoid.store.register.passports import Vouched
from factoid.web.login.asking import ServiceFails, answer_of
from factoid.web.login.settings import LoginService

#: Signatures by a key that only the service has. Not `none`, and no HS*: whoever knows the key could sign.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
LEEWAY_SECONDS = 60  #: that two clocks may differ
OLDEST_SECONDS = 600  #: since a token was issued: it was asked for just now
_KNOWN_SECONDS = 600.0  # that what the service tells of itself is believed

__all__ = ["Attempt", "NotVouched", "Provider", "ServiceFails"]


class NotVouched(Exception):
    """What the service answered proves nobody. The reason is for the owner of the house."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One login that was begun: everything it is bound to comes of the secret in one browser's cookie."""

    secret: str = field(repr=False)

    def _of(self, what: str) -> str:
        return hashlib.sha256(f"factoid login {what} {self.secret}".encode()).hexdigest()

    @property
    def state(self) -> str:
        """What comes back with the browser."""
        return self._of("state")

    @property
    def nonce(self) -> str:
        """What stands in the token."""
        return self._of("nonce")

    @property
    def verifier(self) -> str:
        """What shows that the code was asked for here (RFC 7636)."""
        return self._of("verifier")


@dataclass(slots=True)
class Provider:
    """A login service as it is asked. `ServiceFails` where it does not answer as it should."""

    service: LoginService
    _told: tuple[float, dict[str, Any]] = field(default=(0.0, {}), init=False, repr=False)

    def address(self, attempt: Attempt, back: str) -> str:
        """Return where a browser logs in; it comes ``back`` to this address."""
        challenge = hashlib.sha256(attempt.verifier.encode()).digest()
        asked = {
            "response_type": "code",
            "client_id": self.service.client_id,
            "redirect_uri": back,
            "scope": "openid email",
            "state": attempt.state,
            "nonce": attempt.nonce,
            "code_challenge": base64.urlsafe_b64encode(challenge).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        there = self._endpoint("authorization_endpoint")
        return f"{there}{'&' if '?' in there else '?'}{urlencode(asked)}"

    def vouched(self, attempt: Attempt, code: str, back: str) -> Vouched:
        """Return who came back with a code; `NotVouched` where its token does not prove it."""
        sent = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back,
            "client_id": self.service.client_id,
            "code_verifier": attempt.verifier,
        }
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        known = self._description().get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        if "client_secret_basic" in known:  # RFC 6749, 2.3.1: each half is encoded first
            pair = f"{quote_plus(self.service.client_id)}:{quote_plus(self.service.client_secret)}"
            headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
        else:
            sent["client_secret"] = self.service.client_secret
        answer = answer_of(self._endpoint("token_endpoint"), urlencode(sent).encode(), headers)
        keys = answer_of(self._endpoint("jwks_uri"))
        return self._proved(answer.get("id_token"), keys, attempt.nonce)

    def _proved(self, token: object, keys: dict[str, Any], nonce: str) -> Vouched:
        if not isinstance(token, str) or token.count(".") != 2:
            raise NotVouched("no signed token")
        wrong = late("joserfc.errors:JoseError")
        try:
            claims = self._claims(token, keys, nonce)
        except wrong as error:
            raise NotVouched(f"token: {type(error).__name__}") from None
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
            raise NotVouched("token: broken") from None
        subject, address = claims["sub"], claims.get("email")
        if not isinstance(subject, str) or not 0 < len(subject) <= 255:
            raise NotVouched("token: no subject")
        if claims.get("email_verified") is not True or not isinstance(address, str):
            raise NotVouched("address not verified")
        return Vouched(issuer=self.service.issuer, subject=subject, address=address)

    def _claims(self, token: str, keys: dict[str, Any], nonce: str) -> dict[str, Any]:
        """Return the claims of a token once its signature and all that binds it hold (Core 1.0, 3.1.3.7)."""
        public = [k for k in keys["keys"] if k.get("kty") in ("RSA", "EC") and k.get("use", "sig") == "sig"]
        known = late("joserfc.jwk:KeySet").import_key_set({"keys": public})
        read = late("joserfc.jwt:decode")(token, known, algorithms=list(ALGORITHMS))
        wanted = {
            "iss": {"essential": True, "value": self.service.issuer},
            "aud": {"essential": True, "value": self.service.client_id},
            "exp": {"essential": True},
            "iat": {"essential": True},
        }
        bound = {"nonce": nonce, "client_id": self.service.client_id}
        claims = late("authlib.oidc.core:CodeIDToken")(read.claims, read.header, wanted, bound)
        claims.validate(leeway=LEEWAY_SECONDS)
        if claims["iat"] < time.time() - OLDEST_SECONDS - LEEWAY_SECONDS:
            raise ValueError
        return dict(claims)

    def _endpoint(self, name: str) -> str:
        address = self._description().get(name)
        if not isinstance(address, str) or not self.service.trusts(address):
            raise ServiceFails(f"names no {name} with https")
        return address

    def _description(self) -> dict[str, Any]:
        """Return what the service tells of itself; asked again after some minutes."""
        then, told = self._told
        if told and time.monotonic() - then < _KNOWN_SECONDS:
            return told
        told = answer_of(f"{self.service.issuer.rstrip('/')}/.well-known/openid-configuration")
        if told.get("issuer") != self.service.issuer:
            raise ServiceFails("calls itself by another name than the issuer that was named")
        self._told = time.monotonic(), told
        return told
