"""Forms of our own pages, read once it is sure that they are."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from factoid.web.site import TheSite

LONGEST_REASON = 2000


async def _form_of(site: TheSite, request: Request) -> dict[str, str]:
    return await site.token.read(request)


OwnForm = Annotated[dict[str, str], Depends(_form_of)]


def reason_in(form: dict[str, str]) -> str:
    """Return the reason that was given, if any."""
    return form.get("reason", "").strip()[:LONGEST_REASON]
