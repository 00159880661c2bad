"""The words of a parsed piece as plain objects: what they are, what they hang on, where they stand.

A model's own tokens are made anew, and their strings looked up anew, each time that they are asked for, and the
rules ask some eighty times for every word of a text. So all that the rules want is taken over once. The names
are spaCy's, and so is what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import SupportsIndex, overload


@dataclass(slots=True, eq=False)
class Token:
    """A word or a mark. A token is equal to itself alone."""

    doc: Doc
    i: int  #: its place in the document
    idx: int  #: its place in the document's text
    text: str
    whitespace_: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    is_punct: bool
    is_space: bool
    like_num: bool
    is_sent_start: bool
    start: int  #: where it stands in the whole source
    end: int
    head: Token = field(init=False)  #: what it hangs on; a root's is the root itself
    lefts: tuple[Token, ...] = ()  #: those that hang on it, before it
    rights: tuple[Token, ...] = ()
    children: tuple[Token, ...] = ()  #: all that hang on it

    def __post_init__(self) -> None:
        """Let it be a root until it is hung on another."""
        self.head = self

    def nbor(self, steps: int = 1) -> Token:
        """Return the token so many places on; `IndexError` if there is none."""
        at = self.i + steps
        if at < 0:
            raise IndexError(at)
        return self.doc.tokens[at]

    @property
    def left_edge(self) -> Token:
        """The first of the tokens below it and itself."""
        return self.doc.tokens[self.doc.edges[0][self.i]]

    @property
    def right_edge(self) -> Token:
        """The last of the tokens below it and itself."""
        return self.doc.tokens[self.doc.edges[1][self.i]]

    @property
    def ancestors(self) -> Iterator[Token]:
        """What it hangs on, what that hangs on, up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all below it."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    def __repr__(self) -> str:
        """Show the words."""
        return self.text


class TokenSpan(Sequence[Token]):
    """Tokens in a row, from ``start`` to before ``end``, as far as the document has them."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    @property
    def tokens(self) -> list[Token]:
        """The tokens, as a list."""
        return self.doc.tokens[self.start : self.end]

    @property
    def text(self) -> str:
        """The words as they were parsed."""
        if self.start == self.end:
            return ""
        last = self.doc.tokens[self.end - 1]
        return self.doc.text[self.doc.tokens[self.start].idx : last.idx + len(last.text)]

    @property
    def root(self) -> Token:
        """The token that is nearest to the root of its sentence, the first of several; no mark if there is a word."""
        tokens = self.tokens
        nearest = None
        fewest = len(self.doc)
        for token in tokens:
            if token.head is token:
                return token
        for token in tokens:
            if not self.start <= token.head.i < self.end:
                steps = self._steps_to_root(token)
                if steps < fewest:
                    nearest, fewest = token, steps
        return nearest if nearest is not None else tokens[0]

    def _steps_to_root(self, token: Token) -> int:
        if (token.is_space or token.is_punct) and not token.children:
            return len(self.doc) - 1
        return sum(1 for _ in token.ancestors)

    def __len__(self) -> int:
        """Count the tokens."""
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        """Yield the tokens in order."""
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: SupportsIndex) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> TokenSpan: ...
    def __getitem__(self, at: SupportsIndex | slice) -> Token | TokenSpan:
        """Return the token at a place, or the tokens of a slice."""
        if isinstance(at, slice):
            start, end, _ = at.indices(self.end - self.start)
            return TokenSpan(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[self.start : self.end][at]

    def _key(self) -> tuple[int, int, int, str]:
        return id(self.doc), self.start, self.end, self.label_

    def __eq__(self, other: object) -> bool:
        """Whether it is the same stretch under the same label."""
        return isinstance(other, TokenSpan) and self._key() == other._key()

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(self._key())

    def __repr__(self) -> str:
        """Show the words."""
        return self.text


class Doc(Sequence[Token]):
    """A parsed piece of a text. ``offset``: where the piece starts in the whole source."""

    __slots__ = ("_edges", "clauses", "ends", "ents", "offset", "sentences", "starts", "text", "tokens")

    def __init__(self, text: str, offset: int) -> None:
        self.text, self.offset = text, offset
        self.tokens: list[Token] = []
        self.starts: list[int] = []  #: where each token stands in the source
        self.ends: list[int] = []
        self.sentences: list[int] = []  #: the first token of each sentence
        self.ents: list[TokenSpan] = []  #: what the model calls names, with their labels
        #: the tokens of clauses by their verbs, as far as asked for
        self.clauses: dict[int, list[Token]] = {}
        self._edges: tuple[list[int], list[int]] | None = None

    def append(self, token: Token) -> None:
        """Add the next token."""
        self.tokens.append(token)
        self.starts.append(token.start)
        self.ends.append(token.end)
        if token.is_sent_start or token.i == 0:
            self.sentences.append(token.i)

    def hang(self, heads: Sequence[int]) -> None:
        """Hang each token on its head."""
        below: dict[int, list[Token]] = {}
        for token, head in zip(self.tokens, heads, strict=True):
            if token.i != head:
                token.head = self.tokens[head]
                below.setdefault(head, []).append(token)
        for head, children in below.items():
            lefts = tuple([child for child in children if child.i < head])
            token = self.tokens[head]
            token.children, token.lefts, token.rights = tuple(children), lefts, tuple(children[len(lefts) :])

    @property
    def edges(self) -> tuple[list[int], list[int]]:
        """Where what hangs on each token begins, and where it ends."""
        if self._edges is None:
            self._edges = _edges([token.head.i for token in self.tokens])
        return self._edges

    @property
    def sents(self) -> Iterator[TokenSpan]:
        """The sentences."""
        for start, end in zip(self.sentences, [*self.sentences[1:], len(self.tokens)], strict=True):
            yield TokenSpan(self, start, end)

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        """Yield the tokens in order."""
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: SupportsIndex) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> TokenSpan: ...
    def __getitem__(self, at: SupportsIndex | slice) -> Token | TokenSpan:
        """Return the token at a place, or the tokens of a slice."""
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return TokenSpan(self, start, max(start, end))
        return self.tokens[at]


def _edges(heads: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the first and the last place below each place; links may cross."""
    first, last = list(range(len(heads))), list(range(len(heads)))
    is_open, order = True, range(len(heads))
    while is_open:
        is_open = False
        for at in order:
            head = heads[at]
            if first[at] < first[head]:
                first[head], is_open = first[at], True
            if last[at] > last[head]:
                last[head], is_open = last[at], True
        order = order[::-1]
    return first, last
