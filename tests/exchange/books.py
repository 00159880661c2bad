"""Sources of any content, by hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from factoid.dates import when_of_edtf
from factoid.exchange.records import Book, Saying, Who
from factoid.model import Certainty, Document, Page, Reading, Source, sha256_of_text

LETTERS = "abcÄжй 中'\"=+-@,\n<&\\"
TEXT = st.text(LETTERS, min_size=1, max_size=12).filter(lambda t: bool(t.strip()))
TYPES = ("birth", "office", "kinship", "event", "name", "occupation")
EDTF = (
    "1938",
    "1938-06",
    "1938-06-09",
    "1938~",
    "1937/1938",
    "../1937",
    "193X",
    "-0043-03-15",
    "[1936,1938]",
)
WHENS = st.builds(
    lambda edtf, words: when_of_edtf(edtf, words=words, basis="stated" if words else "the year before"),
    st.sampled_from(EDTF),
    st.sampled_from(("", "in that year")),
)
FIELDS = st.dictionaries(st.sampled_from(("role", "organisation", "place", "value")), TEXT, max_size=4)


@st.composite
def books(draw: st.DrawFn, name: str = "s1") -> tuple[Document, Reading]:
    """A source with a few people and what it says of them."""
    names = draw(st.lists(TEXT.map(str.strip), min_size=1, max_size=3, unique=True))
    source = Source(
        name=name,
        content_sha256=sha256_of_text(name),
        origin=draw(st.sampled_from(("a.txt", "https://x.test/a"))),
        media_type="text/plain",
        title=draw(st.none() | TEXT),
        published=draw(st.none() | st.just("1999-05")),
    )
    book = Book(source, reader="invented@1")
    keys = {f"k{number}": words for number, words in enumerate(names)}
    for key, words in keys.items():
        book.person(
            Who(key=key, name=words, gender=draw(st.sampled_from((None, "f", "m"))), addresses=("urn:x:1",))
        )
    for _ in range(draw(st.integers(0, 4))):
        who = draw(st.sampled_from(sorted(keys)))
        book.say(
            Saying(
                who=who,
                type=draw(st.sampled_from(TYPES)),
                fields=draw(FIELDS),
                related=tuple(draw(st.lists(st.sampled_from(sorted(keys)), max_size=2, unique=True))),
                when=draw(st.none() | WHENS),
                certainty=draw(st.sampled_from(list(Certainty))),
                said_by=draw(st.none() | TEXT),
                page=draw(st.just("") | TEXT),
                words=draw(st.just("") | TEXT),
                confidence=draw(st.sampled_from((1.0, 0.25))),
                reader=draw(st.sampled_from(("", "rule:office@1"))),
            ),
            keys,
        )
    document, reading = book.done()
    first = (Page(0, "p. 1"),) if draw(st.booleans()) else ()
    pages = (*first, *document.pages)
    return Document(
        document.source, document.text, draw(st.sampled_from(((), ("doubtful",)))), pages
    ), reading
