"""Passwords and secrets: hashed with argon2id, or, where they are long and random, with SHA-256."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from importlib.util import find_spec
from threading import BoundedSemaphore, Lock
from typing import Any

from factoid.errors import UsageError
from factoid.late import late

SHORTEST = 12  #: characters of a password; beyond that nothing is asked of it (NIST SP 800-63B-4, 3.1.1.2)
LONGEST = 1000
_AT_ONCE = 2  # each takes 64 MiB while it works: a flood of logins must not take the memory


class Passwords:
    """Hashes passwords and checks them. ``cost`` overrides argon2's own (RFC 9106, the second recommendation)."""

    def __init__(self, **cost: int) -> None:
        self._cost = cost
        self._hasher: Any = None
        self._nobody = ""  #: what the password of an account that does not exist is compared with
        self._lock = Lock()
        self._turns = BoundedSemaphore(_AT_ONCE)

    def hash(self, password: str) -> str:
        """Return the hash of a new password; `UsageError` where it is too short or too long."""
        whole = normal(password)
        if not SHORTEST <= len(whole) <= LONGEST:
            raise UsageError(
                f"a password has at least {SHORTEST} characters (and at most {LONGEST}); any will do. "
                "Several words are easy to remember."
            )
        return self._hash(whole)

    def fits(self, held: str | None, password: str) -> bool:
        """Say whether a password is the one of a hash; for no hash the same work is done in vain."""
        _, nobody = self._ready()
        given = normal(password[: LONGEST + 1])
        is_it = self._verify(held or nobody, given)
        return is_it and held is not None and len(given) <= LONGEST

    def _verify(self, held: str, given: str) -> bool:
        hasher, _ = self._ready()
        wrong = late("argon2.exceptions:VerificationError"), late("argon2.exceptions:InvalidHashError")
        with self._turns:
            try:
                return bool(hasher.verify(held, given))
            except wrong:
                return False

    def _hash(self, whole: str) -> str:
        hasher, _ = self._ready()
        with self._turns:
            return str(hasher.hash(whole))

    def _ready(self) -> tuple[Any, str]:
        with self._lock:
            if self._hasher is None:
                if find_spec("argon2") is None:
                    raise UsageError('Accounts need argon2: python -m pip install "factoid[team]".')
                self._hasher = late("argon2:PasswordHasher")(**self._cost)
                self._nobody = self._hasher.hash(secrets.token_urlsafe(16))
            return self._hasher, self._nobody


def normal(password: str) -> str:
    """Return a password as it is hashed: the same however a keyboard composes its characters (NFKC)."""
    return unicodedata.normalize("NFKC", password)


def new_secret(prefix: str = "") -> str:
    """Return 256 random bits as text."""
    return prefix + secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """Return what is kept of a random secret."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
