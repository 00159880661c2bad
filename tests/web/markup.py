"""A page read back: what it holds that could run, lead away or load something."""

from __future__ import annotations

import re
from html.parser import HTMLParser

ELEMENTS = frozenset(
    [
        "html",
        "head",
        "meta",
        "noscript",
        "title",
        "link",
        "script",
        "body",
        "a",
        "header",
        "nav",
        "form",
        "label",
        "input",
        "button",
        "main",
        "footer",
        "p",
        "h1",
        "h2",
        "h3",
        "ol",
        "ul",
        "li",
        "details",
        "summary",
        "aside",
        "section",
        "article",
        "blockquote",
        "bdi",
        "mark",
        "span",
        "div",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "q",
        "dl",
        "dt",
        "dd",
        "code",
        "b",
        "kbd",
        "fieldset",
        "legend",
        "caption",
        "textarea",
        "strong",
        "svg",
        "g",
        "defs",
        "lineargradient",
        "clippath",
        "marker",
        "output",
        "stop",
        "line",
        "select",
        "option",
        "rect",
        "circle",
        "path",
        "text",
    ]
)
SAME_PAGE = re.compile(r"refresh \d+; url=\?[\w%&=.*~+-]*")  # asked for again, and nothing else
ADDRESSES = frozenset({"href", "src", "action", "formaction", "srcset", "data", "poster", "background"})


class Reader(HTMLParser):
    """Collects the words of a page, its links, and everything that has no business in it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.links: list[str] = []
        self.amiss: list[str] = []
        self.ids: list[str] = []
        self.scripts = 0
        self.feed(html)
        self.close()

    @property
    def text(self) -> str:
        return "".join(self.words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        if tag not in ELEMENTS:
            self.amiss.append(f"<{tag}>")
        told = dict(attrs)
        if "http-equiv" in told and not SAME_PAGE.fullmatch(f"{told['http-equiv']} {told.get('content')}"):
            self.amiss.append(f"{tag}[http-equiv={told}]")
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.amiss.append(f"{tag}[{name}]")
            if name in ADDRESSES:
                self.links.append(value or "")
                if not (value or "").startswith(("/", "?", "#")) or (value or "").startswith("//"):
                    self.amiss.append(f"{tag}[{name}={value}]")
            if name == "id":
                self.ids.append(value or "")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def assert_harmless(html: str) -> Reader:
    """Fail if a page holds anything that no template of ours put there; return the page read back."""
    page = Reader(html)
    assert page.amiss == []
    assert page.scripts == 1
    assert len(page.ids) == len(set(page.ids))
    return page
