"""Who may write: tokens out of a file, until there are accounts."""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

from starlette.requests import Request

from factoid.errors import UsageError
from factoid.web.ipif.problems import Problem

SHORTEST = 16  #: characters of a token
_NAME = re.compile(r"[\w.@-]{1,60}")


@dataclass(frozen=True, slots=True)
class Writers:
    """Names by their tokens; nobody where there is none."""

    by_token: Mapping[str, str] = field(default_factory=dict, repr=False)

    def writer_of(self, request: Request) -> str:
        """Return who sends the request; `Problem` 403 for anybody without a token."""
        if not self.by_token:
            raise Problem(
                HTTPStatus.FORBIDDEN,
                "This server was started without tokens, so nobody may write. "
                "Start it with: factoid serve --ipif-token-file FILE",
            )
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        named = ""
        for token, name in self.by_token.items():  # each is compared, in a time that tells nothing
            if hmac.compare_digest(token.encode(), given.strip().encode("utf-8", "replace")):
                named = name
        if scheme.lower() != "bearer" or not named:
            raise Problem(
                HTTPStatus.FORBIDDEN,
                "Writing needs the header Authorization: Bearer TOKEN, with a known token.",
            )
        return named


def read_writers(path: Path) -> Writers:
    """Return who may write, from lines ``NAME TOKEN`` (or a token alone, for ``ipif``); `# …` is a remark."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"--ipif-token-file {path}: cannot be read ({error}).") from error
    found: dict[str, str] = {}
    for line in lines:
        name, _, token = line.strip().rpartition(" ")
        if not token or line.lstrip().startswith("#"):
            continue
        name = name.strip() or "ipif"
        if len(token) < SHORTEST or not _NAME.fullmatch(name):
            raise UsageError(
                f"--ipif-token-file {path}: each line is NAME TOKEN; a token has {SHORTEST} characters or more."
            )
        found[token] = name
    if not found:
        raise UsageError(f"--ipif-token-file {path}: holds no token. Write NAME TOKEN in a line.")
    return Writers(found)
