"""What every page needs: the library, the words of the interface, the templates, who judges and when."""

from __future__ import annotations

import getpass
import re
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from factoid.errors import LibraryFull
from factoid.model.when import iso_of
from factoid.store import Library, LibraryView
from factoid.web import addresses
from factoid.web.adding import Reading
from factoid.web.dates import alternatives, alternatives_in_words, edtf_in_words, when_in_words, year_in_words
from factoid.web.desk import Desk
from factoid.web.guard import FormToken
from factoid.web.marks import plain
from factoid.web.statements import shortened, statement_pieces
from factoid.web.wording import Catalogue, catalogue_of, languages


@dataclass(frozen=True, slots=True)
class Site:
    """One library as a web application."""

    library: LibraryView
    path: Path
    author: str  #: who judges: ``human:ab``
    words: Catalogue = field(default_factory=catalogue_of)
    token: FormToken = field(default_factory=FormToken)
    desk: Desk = field(default_factory=Desk)
    postponed: dict[str, None] = field(default_factory=dict)  #: what somebody put off, in that order
    reading: Reading = field(init=False)
    templates: Environment = field(init=False)

    def __post_init__(self) -> None:
        """Make the templates once."""
        object.__setattr__(self, "reading", Reading(self.path))
        object.__setattr__(self, "templates", _environment(self))

    @property
    def is_writable(self) -> bool:
        """Whether anything can be judged or added."""
        return isinstance(self.library, Library)

    @property
    def writable(self) -> Library:
        """The library to write in; `LibraryFull` where it can only be read."""
        if not isinstance(self.library, Library):
            raise LibraryFull(
                f"{self.path.name}: can only be read. Check the rights of the file and its folder."
            )
        return self.library

    def speaking(self, language: str) -> Site:
        """Return the same site in another language: one library, one desk, one token."""
        twin = copy(self)
        object.__setattr__(twin, "words", catalogue_of(language))
        object.__setattr__(twin, "templates", _environment(twin))
        return twin

    def page(self, template: str, /, *, status: int = 200, **values: object) -> HTMLResponse:
        """Return a page made by a template."""
        html = self.templates.get_template(template).render(**values)
        # A lone surrogate has no UTF-8 form: as a reference a browser shows it as a replacement character.
        return HTMLResponse(html.encode("utf-8", "xmlcharrefreplace"), status)

    def error(self, status: int, title: str, text: str, *, is_outside: bool = False) -> HTMLResponse:
        """Return a page that says what is the matter; to strangers, without anything of this site's own."""
        return self.page("error.html", status=status, title=title, text=text, is_outside=is_outside)


def site_of(request: Request) -> Site:
    """Return the site that a request is for, in the language chosen before, else in one the browser asks for."""
    sites: dict[str, Site] = request.app.state.sites
    wanted = (
        request.cookies.get(LANGUAGE_COOKIE, ""),
        *_asked_for(request.headers.get("accept-language", "")),
    )
    return sites[next((language for language in wanted if language in sites), "en")]


def _asked_for(header: str) -> Iterator[str]:
    """Yield the languages of an ``Accept-Language`` header, the most wanted first."""
    found: list[tuple[float, str]] = []
    for part in header[:500].split(","):
        matched = _RANGE.fullmatch(part.strip())
        if matched:
            found.append((-float(matched[2] or 1), matched[1].lower()))
    return (language for _, language in sorted(found, key=lambda held: held[0]))


_RANGE = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z0-9-]+)?(?:\s*;\s*q=([01](?:\.\d{1,3})?))?")
LANGUAGE_COOKIE = "factoid-language"


def in_every_language(site: Site) -> dict[str, Site]:
    """Return the site by language."""
    return {language: site.speaking(language) for language in languages()}


TheSite = Annotated[Site, Depends(site_of)]


def local_author() -> str:
    """Return who sits at this machine."""
    try:
        return f"human:{getpass.getuser()}"
    except (KeyError, OSError):
        return "human:local"


def utc_now() -> str:
    """Return the time as judgements note it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def isolated(words: str | None) -> Markup:
    """Return words of a source as HTML that cannot disturb what stands around them."""
    return Markup(f"<bdi>{plain(words or '')}</bdi>")  # `plain` escapes


def _environment(site: Site) -> Environment:
    templates = Environment(
        loader=PackageLoader("factoid.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    words = site.words
    filters: dict[str, Callable[..., object]] = {
        "isolated": isolated,
        "iso": iso_of,
        "one_line": addresses.one_line,
        "shortened": shortened,
        "year": partial(year_in_words, words=words),
        "when": partial(when_in_words, words=words),
        "edtf": partial(edtf_in_words, words=words),
        "alternatives": alternatives,
        "dates": partial(alternatives_in_words, words=words),
    }
    templates.filters.update(filters)
    templates.globals.update(
        {
            "say": words.say,
            "label": words.label,
            "language": words.language,
            "languages": [(code, catalogue_of(code).endonym) for code in languages()],
            "library_name": addresses.one_line(site.path.name),
            "token": site.token.value,
            "is_writable": site.is_writable,
            "version": metadata.version("factoid"),
            "pieces": lambda line: statement_pieces(line, words),
            "person_url": addresses.address_of_person,
            "source_url": addresses.address_of_source,
            "quote_url": addresses.address_of_quote,
            "mention_url": addresses.address_of_mention,
            "factoid_url": addresses.address_of_factoid,
            "conflict_url": addresses.address_of_conflict,
        }
    )
    return templates
