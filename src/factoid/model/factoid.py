"""A factoid: this source says this about this person, in these exact words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from factoid.model.ids import digest
from factoid.model.text import Span, Text
from factoid.model.when import When

SLOTS = ("role", "organisation", "place", "value")  #: the fields that hold words of the source


class Certainty(StrEnum):
    """How the source commits itself."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    ATTRIBUTED = "attributed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Factoid:
    """One statement of one source about one person. Never edited: a correction is another factoid.

    Every field stands at its own span in the text, or has an inference that names the words it rests on.
    """

    source: str  #: id of the source
    person: str  #: id of the persona in that source
    type: str  #: a statement type of ``resources/statement_types.yaml``
    quote: str  #: the source's own words, untouched
    start: int
    end: int
    role: str | None = None
    organisation: str | None = None
    place: str | None = None
    value: str | None = None
    related: tuple[str, ...] = ()  #: ids of the other personas in the statement
    when: When | None = None
    certainty: Certainty = Certainty.ASSERTED
    said_by: str | None = None
    spans: Mapping[str, Span] = field(default_factory=dict, hash=False)  #: person, role, …, date, said_by
    related_spans: tuple[Span | None, ...] = ()  #: where each of `related` is meant
    #: field -> the inference behind it
    inference: Mapping[str, str] = field(default_factory=dict, hash=False)
    reader: str = ""  #: who read it so, with a version: ``rule:office@1``, ``human:ab``
    model: str = ""  #: the language model behind the reader: ``en_core_web_sm@3.8.0``
    confidence: float = 1.0
    _id: str = field(default="", init=False, repr=False, compare=False)  # once it was asked for

    @property
    def id(self) -> str:
        """The same claim from the same words has the same id, whoever reads it."""
        if not self._id:
            object.__setattr__(self, "_id", self._digest())
        return self._id

    def _digest(self) -> str:
        claim = (self.role, self.organisation, self.place, self.value, *sorted(self.related))
        return digest(
            "f", self.source, self.start, self.end, self.type, self.person, self.certainty, self.said_by,
            self.when.edtf if self.when else None, *claim,
        )  # fmt: skip

    @property
    def span(self) -> Span:
        """Where the quote stands."""
        return Span(self.start, self.end)

    @property
    def date(self) -> str | None:
        """The time as EDTF."""
        return self.when.edtf if self.when else None

    def check(self, text: Text) -> None:
        """Raise `QuoteError` unless the quote stands at its offsets and each span lies in the text."""
        text.check(self.span, self.quote, source=self.source)
