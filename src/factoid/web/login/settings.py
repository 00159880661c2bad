"""Which login service a house trusts, as its owner writes it in a file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from factoid.errors import UsageError
from factoid.web.guard import is_loopback

_ASKED = ("issuer", "client_id", "client_secret")
_LARGEST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class LoginService:
    """A login service, and what the house is called and proves itself by there."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    domains: frozenset[str] = frozenset()  #: of addresses that come in without an invitation, to no library

    @property
    def name(self) -> str:
        """What visitors read: the host."""
        return urlsplit(self.issuer).hostname or ""

    def trusts(self, address: str) -> bool:
        """Say whether an address may be asked or led to: https; http only where the issuer is on this machine."""
        try:
            parts = urlsplit(address)
            host = parts.hostname or ""
        except ValueError:
            return False
        is_here = is_loopback(host) and is_loopback(self.name)
        is_safe = parts.scheme == "https" or (parts.scheme == "http" and is_here)
        return bool(is_safe and host and "@" not in parts.netloc and not parts.fragment)


def login_service_in(path: Path) -> LoginService:
    """Return the login service of a TOML file; `UsageError` says what does not fit, and never a secret."""
    if find_spec("authlib") is None:
        raise UsageError('--login-service needs authlib: python -m pip install "factoid[oidc]".')
    try:
        with path.open("rb") as file:
            held = tomllib.loads(file.read(_LARGEST_BYTES).decode("utf-8"))
    except OSError as error:
        raise UsageError(f"--login-service {path}: cannot be read ({error.strerror}).") from error
    except ValueError:  # its words may hold the secret
        raise UsageError(
            f'--login-service {path}: no TOML file. Write lines like issuer = "https://…".'
        ) from None
    if unknown := sorted(set(held) - {*_ASKED, "allow_domains"}):
        raise UsageError(
            f"--login-service {path}: {unknown[0][:40]!r} is not known; {', '.join(_ASKED)}, allow_domains are."
        )
    domains = held.get("allow_domains", [])
    for key in _ASKED:
        if not isinstance(held.get(key), str) or not held[key].strip():
            raise UsageError(f"--login-service {path}: {key} is missing, or is no text.")
    if not isinstance(domains, list) or not all(isinstance(d, str) and d and "@" not in d for d in domains):
        raise UsageError(f'--login-service {path}: allow_domains is a list like ["example.org"].')
    issuer, client_id, secret = (str(held[key]).strip() for key in _ASKED)
    service = LoginService(issuer, client_id, secret, frozenset(d.strip().lower() for d in domains))
    if not service.trusts(service.issuer) or urlsplit(service.issuer).query:
        raise UsageError(
            f"--login-service {path}: issuer is an address with https, without query or fragment "
            "(http only on this machine)."
        )
    return service
