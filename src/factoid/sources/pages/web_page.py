"""HTML into labelled pieces: the votes on what is furniture, and what the page says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factoid.model import SegmentKind
from factoid.sources.pages.body import BodyVote, metadata_of_page, vote_on_body
from factoid.sources.pages.markup import PageText, metadata_of_markup, parse_page, text_of_page
from factoid.sources.plain.pieces import Piece, is_prose
from factoid.sources.plain.publication import first_of, published_of

_ENOUGH_VOTES = 2
_DATES = (
    "article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "date",
    "citation_publication_date",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author")
_LINKED_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class WebPage:
    """The text of a page in pieces, and its metadata."""

    content: str
    pieces: list[Piece]
    title: str | None = None
    creator: str | None = None
    published: str | None = None
    language: str | None = None


def read_page(html: str) -> WebPage:
    """Return the page; its content is empty where the page shows no text."""
    tree = parse_page(html)
    if tree is None:
        return WebPage("", [])
    meta = metadata_of_markup(tree)
    page = text_of_page(tree)
    if not page.content.strip():
        return WebPage("", [])
    said = metadata_of_page(html)
    _vote(page, vote_on_body(html))
    title = _heading_as_title(page)
    author = first_of([*(meta.get(name) for name in _AUTHORS), said.author])
    return WebPage(
        page.content,
        page.pieces,
        title=title or said.title,
        creator=author if author and "://" not in author else said.author,
        published=first_of(
            [*(_edtf_of_meta(meta.get(name)) for name in _DATES), _edtf_of_meta(_in_linked_data(html))]
        ),
        language=(meta.get("lang") or "")[:2].casefold() or None,
    )


def _edtf_of_meta(said: str | None) -> str | None:
    found = _DAY.match(said or "")
    return published_of(found[0]) if found and len(found[0]) > 4 else (found[0] if found else None)


def _in_linked_data(html: str) -> str | None:
    """Return the date of publication in the page's JSON-LD.

    What htmldate guesses from the body is not asked for: it takes the dates of events for it.
    """
    found = _LINKED_DATA.search(html)
    return found[1] if found else None


def _heading_as_title(page: PageText) -> str | None:
    for piece, labels in zip(page.pieces, page.labels, strict=True):
        if "title" in labels and not piece.is_furniture:
            piece.judge(SegmentKind.TITLE, "element: h1")
            return " ".join(piece.words(page.content).split())
    return None


def _vote(page: PageText, body: BodyVote) -> None:
    """Label as furniture what at least two of markup, links and trafilatura hold for furniture."""
    for piece, labels, linked in zip(page.pieces, page.labels, page.link_share, strict=True):
        words = piece.words(page.content)
        reasons = _reasons(piece, words, labels, linked, body)
        weight = sum(reasons.values()) - (is_prose(words) and "furniture" not in labels)
        if weight >= _ENOUGH_VOTES:
            piece.judge(SegmentKind.FURNITURE, "furniture: " + ", ".join(reasons))


def _reasons(
    piece: Piece, words: str, labels: frozenset[str], linked: float, body: BodyVote
) -> dict[str, int]:
    """Return who votes for furniture, and how much the vote counts."""
    is_body = body.is_body(words)
    reasons: dict[str, int] = {}
    if "furniture" in labels:
        reasons["its element"] = 1 if is_body and is_prose(words) else 2
    if "header" in labels and "title" not in labels:
        reasons["in a header"] = 1
    if linked > 0.6 and not is_prose(words):
        reasons["links"] = 1
    if is_body is False and piece.kind is not SegmentKind.CAPTION:
        reasons["not in the body"] = 1
    return reasons
