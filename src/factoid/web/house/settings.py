"""How a house is reached from outside."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from factoid.errors import UsageError
from factoid.web.guard import is_own_name
from factoid.web.login import LoginService
from factoid.web.watch.limits import Limits

_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*")


@dataclass(frozen=True, slots=True)
class Settings:
    """The names under which a house answers, beside those of this machine, and whether a proxy stands before it."""

    names: tuple[str, ...] = ()
    is_behind_proxy: bool = False
    limits: Limits = field(default_factory=Limits)
    metrics_token: str = field(default="", repr=False)
    login_service: LoginService | None = None

    def __post_init__(self) -> None:
        """Refuse what is no name of a host."""
        for name in self.names:
            if not _HOST.fullmatch(name):
                raise UsageError(
                    f"--public-name {name[:80]}: the name of a host alone, in small letters, like archive.example.org."
                )

    def answers_to(self, host: str) -> bool:
        """Say whether a ``Host`` header names this house."""
        return is_own_name(host) or ("@" not in host and _name_of(host) in self.names)


def _name_of(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""
