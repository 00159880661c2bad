from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factoid.web.texts.marks import MOST_NESTED, Mark, cut_out, marked, plain


class Page(HTMLParser):
    """Reads HTML back: its text, its elements, and whether they nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.stack: list[str] = []
        self.ids: list[str] = []
        self.covered: dict[str, str] = {}
        self.open_names: list[str] = []
        self.deepest = 0
        self.is_nested = True
        self.has_link_in_link = False
        self.feed(html)
        self.close()
        self.is_nested &= not self.stack

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.has_link_in_link |= tag == "a" and "a" in self.stack
        self.stack.append(tag)
        self.deepest = max(self.deepest, len(self.stack))
        named = dict(attrs)
        self.ids += [named["id"] or ""] if "id" in named else []
        self.open_names.append(named.get("class") or "")

    def handle_endtag(self, tag: str) -> None:
        self.is_nested &= bool(self.stack) and self.stack.pop() == tag
        self.open_names.pop()

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        for name in set(self.open_names):
            self.covered[name] = self.covered.get(name, "") + data

    @property
    def text(self) -> str:
        return "".join(self.words)


# HTML cannot carry control characters, and Python's own reader treats U+FFFD and lone surrogates its own way.
CONTENT = st.text(
    st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("<>&\"'\t\n\r"), max_size=60
)


@st.composite
def texts_with_marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    content = draw(CONTENT)
    places = st.integers(-3, len(content) + 3)
    spans = draw(st.lists(st.tuples(places, places, st.sampled_from(["a", "mark", "span"])), max_size=12))
    marks = [
        Mark(start=start, end=end, tag=tag, layer=layer % 3, attributes=(("class", f"m{layer}"),),
             once=(("id", f"i{layer}"),))
        for layer, (start, end, tag) in enumerate(spans)
    ]  # fmt: skip
    return content, marks


@given(texts_with_marks())
def test_the_text_content_is_the_source_text(case: tuple[str, list[Mark]]) -> None:
    content, marks = case
    assert Page(str(marked(content, marks))).text == content


@given(texts_with_marks())
def test_elements_nest_and_no_link_stands_in_a_link(case: tuple[str, list[Mark]]) -> None:
    page = Page(str(marked(*case)))
    assert page.is_nested
    assert not page.has_link_in_link
    assert page.deepest <= MOST_NESTED
    assert len(page.ids) == len(set(page.ids))


@given(texts_with_marks())
def test_every_mark_covers_exactly_its_span(case: tuple[str, list[Mark]]) -> None:
    content, marks = case
    spans = [m for m in marks if m.tag != "a"][:MOST_NESTED]  # links give way to shorter links
    page = Page(str(marked(content, spans)))
    for mark in spans:
        wanted = content[max(mark.start, 0) : max(mark.end, 0)]
        assert page.covered.get(mark.attributes[0][1], "") == wanted


@given(texts_with_marks(), st.integers(0, 60), st.integers(0, 60))
def test_a_section_shows_its_own_characters(case: tuple[str, list[Mark]], start: int, end: int) -> None:
    content, marks = case
    assert Page(str(marked(content, marks, start=start, end=end))).text == content[start:end]


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("a\x00b", "a␀b"),
        ("a\x1bb\x7f", "a␛b␡"),
        ("one\r\ntwo\tthree", "one\r\ntwo\tthree"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("]]><!--", "]]><!--"),
    ],
)
def test_what_html_cannot_carry_is_shown_one_for_one(content: str, shown: str) -> None:
    page = Page(str(plain(content)))
    assert page.text == shown
    assert len(shown) == len(content)
    assert not page.open_names


def test_attributes_are_escaped() -> None:
    mark = Mark(start=0, end=1, tag="a", attributes=(("href", '"><script>'),))
    assert str(marked("x", [mark])) == '<a href="&#34;&gt;&lt;script&gt;">x</a>'


def test_of_two_links_the_shorter_wins() -> None:
    marks = [
        Mark(start=0, end=15, tag="a", attributes=(("class", "brother"),)),
        Mark(start=0, end=3, tag="a", attributes=(("class", "his"),)),
    ]
    assert str(marked("his old brother", marks)) == (
        '<a class="his">his</a><a class="brother"> old brother</a>'
    )


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (0, 10, "One. Two.\n"),
        (0, 9, "One. Two."),
        (5, 9, "…Two."),
        (0, 5, "One. …"),
        (11, 17, "Three."),
        (11, 14, "Thr…"),
    ],
)
def test_a_piece_says_where_its_paragraph_has_more(start: int, end: int, shown: str) -> None:
    page = Page(cut_out("One. Two.\n\nThree.", [], start=start, end=end))
    assert "".join(page.words) == shown
