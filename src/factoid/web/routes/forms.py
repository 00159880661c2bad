"""Forms of our own pages, read once it is sure that they are."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from factoid.web.pages import ThePages

LONGEST_REASON = 2000


async def _form_of(pages: ThePages, request: Request) -> dict[str, str]:
    return await pages.token.read(request)


OwnForm = Annotated[dict[str, str], Depends(_form_of)]


def reason_in(form: dict[str, str]) -> str:
    """Return the reason that was given, if any."""
    return form.get("reason", "").strip()[:LONGEST_REASON]
