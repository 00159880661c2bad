"""What every page needs: the words of the interface, the templates, who looks at it, and where it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from functools import partial
from importlib import metadata
from typing import Annotated, Any, Self
from urllib.parse import parse_qsl, urlencode

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from factoid.dates.in_words import (
    alternatives,
    alternatives_in_words,
    edtf_in_words,
    when_in_words,
    year_in_words,
)
from factoid.model.access import Action, action_to_withdraw
from factoid.model.when import iso_of
from factoid.resources.catalogue import Catalogue, catalogue_of, languages
from factoid.web import addresses
from factoid.web.guard import FormToken
from factoid.web.interpreter import interpreter_of
from factoid.web.lives.statements import in_words, shortened, statement_pieces
from factoid.web.lives.times import sentence_in_words
from factoid.web.texts.marks import plain
from factoid.web.visitor import Visitor, at_this_machine, visitor_of

_WRITES = frozenset(
    {
        *(Action.JUDGE, Action.STATE, Action.ADD, Action.REMOVE, Action.IMPORT, Action.WRITE_IPIF),
        Action.PROTECT,
    }
)
LANGUAGE_COOKIE = "factoid-language"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Pages in one language, below one address, for one visitor."""

    root: str = ""  #: what stands before every address: nothing, or ``/NAME`` of a library in a house
    visitor: Visitor = field(default_factory=at_this_machine)
    words: Catalogue = field(default_factory=catalogue_of)
    query: str = ""  #: what was asked of the page that is being made: its address from the question mark on
    templates: Environment = field(init=False)

    def __post_init__(self) -> None:
        """Make the templates once."""
        object.__setattr__(self, "templates", environment(self.words, self.root, self.title))

    @property
    def title(self) -> str:
        """What the pages are about: the name of a library, or nothing."""
        return ""

    @property
    def is_writable(self) -> bool:
        """Whether anything can be judged or added."""
        return False

    @property
    def author(self) -> str:
        """Who judges."""
        return self.visitor.author

    @property
    def token(self) -> FormToken:
        """What the forms of these pages must carry."""
        return FormToken(self.visitor.form_token)

    def discreet(self, message: str) -> str:
        """Return the message of an error without what it says of the machine."""
        return message

    def may(self, action: str) -> bool:
        """Say whether the visitor may do this here."""
        return self.visitor.may(action) and (self.is_writable or Action(action) not in _WRITES)

    def speaking(self, language: str) -> Self:
        """Return the same pages in another language."""
        twin = copy(self)
        words = catalogue_of(language)
        object.__setattr__(twin, "words", words)
        object.__setattr__(twin, "templates", environment(words, self.root, self.title))
        return twin

    def seen_by(self, visitor: Visitor) -> Self:
        """Return the same pages for somebody else."""
        twin = copy(self)
        object.__setattr__(twin, "visitor", visitor)
        return twin

    def asked(self, query: str) -> Self:
        """Return the same pages for a request with this query."""
        twin = copy(self)
        object.__setattr__(twin, "query", query)
        return twin

    def at(self, path: str) -> str:
        """Return the whole address of one of these pages."""
        return f"{self.root}{path}"

    def go(self, path: str) -> RedirectResponse:
        """Send the browser to one of these pages."""
        return RedirectResponse(self.at(path), 303)

    def page(self, template: str, /, *, status: int = 200, **values: object) -> HTMLResponse:
        """Return a page made by a template."""
        seen: dict[str, Any] = {
            "token": self.visitor.form_token,
            "may": self.may,
            "may_withdraw": lambda verdict: self.may(action_to_withdraw(verdict)),
            "account": self.visitor.account,
            "is_writable": self.is_writable,
            "whole_address": self._whole_address,
        }
        html = self.templates.get_template(template).render(**seen, **values)
        # A lone surrogate has no UTF-8 form: as a reference a browser shows it as a replacement character.
        return HTMLResponse(html.encode("utf-8", "xmlcharrefreplace"), status)

    @property
    def _whole_address(self) -> str:
        """The page as it will be when all is worked out that it shows."""
        kept = [(name, value) for name, value in parse_qsl(self.query) if name != "wait"]
        return f"?{urlencode([*kept, ('wait', 'true')])}"

    def error(self, status: int, title: str, text: str, *, is_outside: bool = False) -> HTMLResponse:
        """Return a page that says what is the matter; to strangers, without anything of this site's own."""
        return self.page(
            "error.html",
            status=status,
            may_go_back=status == 400,
            title=title,
            text=text,
            is_outside=is_outside,
        )


def in_every_language(pages: Pages) -> dict[str, Pages]:
    """Return the pages by language."""
    return {language: pages.speaking(language) for language in languages()}


def pages_of(request: Request) -> Any:
    """Return the pages that a request is for, as the visitor sees them.

    In the language chosen before, else in one the browser asks for.
    """
    pages: Mapping[str, Pages] = request.app.state.sites
    wanted = (
        request.cookies.get(LANGUAGE_COOKIE, ""),
        *_asked_for(request.headers.get("accept-language", "")),
    )
    found = pages[next((language for language in wanted if language in pages), "en")]
    found = found.asked(request.url.query)
    visitor = visitor_of(request)
    return found.seen_by(visitor) if visitor else found


ThePages = Annotated[Pages, Depends(pages_of)]


def _asked_for(header: str) -> Iterator[str]:
    """Yield the languages of an ``Accept-Language`` header, the most wanted first."""
    found: list[tuple[float, str]] = []
    for part in header[:500].split(","):
        matched = _RANGE.fullmatch(part.strip())
        if matched:
            found.append((-float(matched[2] or 1), matched[1].lower()))
    return (language for _, language in sorted(found, key=lambda held: held[0]))


_RANGE = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z0-9-]+)?(?:\s*;\s*q=([01](?:\.\d{1,3})?))?")


def isolated(words: str | None) -> Markup:
    """Return words of a source as HTML that cannot disturb what stands around them."""
    return Markup(f"<bdi>{plain(words or '')}</bdi>")  # `plain` escapes


class _Compiled(BytecodeCache):
    """What the templates were compiled to, once for the pages of every library and language of this process."""

    def __init__(self) -> None:
        self._code: dict[str, Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.code


_COMPILED = _Compiled()


def environment(words: Catalogue, root: str, title: str) -> Environment:
    """Return the templates of pages in a language, below an address."""
    templates = Environment(
        loader=PackageLoader("factoid.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_COMPILED,
    )
    told = interpreter_of(words.language).said
    filters: dict[str, Callable[..., object]] = {
        "isolated": isolated,
        "iso": iso_of,
        "one_line": addresses.one_line,
        "shortened": shortened,
        "author": addresses.author,
        "told": told,
        "dated": lambda sentence: sentence_in_words(told(sentence), words),
        "year": partial(year_in_words, words=words),
        "when": partial(when_in_words, words=words),
        "edtf": partial(edtf_in_words, words=words),
        "alternatives": alternatives,
        "dates": partial(alternatives_in_words, words=words),
    }
    templates.filters.update(filters)
    templates.globals.update(
        {
            "root": root,
            "say": words.say,
            "label": words.label,
            "matter": words.matter,
            "number": words.number,
            "language": words.language,
            "languages": [(code, catalogue_of(code).endonym) for code in languages()],
            "library_name": addresses.one_line(title),
            "version": metadata.version("factoid"),
            "in_words": partial(in_words, words=words),
            "pieces": lambda line: statement_pieces(line, words),
            "person_url": _below(root, addresses.address_of_person),
            "beside_url": _below(root, addresses.address_of_comparison),
            "source_url": _below(root, addresses.address_of_source),
            "quote_url": _below(root, addresses.address_of_quote),
            "mention_url": _below(root, addresses.address_of_mention),
            "factoid_url": _below(root, addresses.address_of_factoid),
            "conflict_url": _below(root, addresses.address_of_conflict),
        }
    )
    return templates


def _below(root: str, address_of: Callable[..., str]) -> Callable[..., str]:
    return lambda *named: f"{root}{address_of(*named)}"
