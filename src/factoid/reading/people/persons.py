"""The persons of one text, and which of its words mean whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factoid.model import Mention, Persona, Span
from factoid.reading.parse import Token, offset_of


@dataclass(frozen=True, slots=True)
class KinTie:
    """Words that say that one person is kin to another: ``his older brother``, ``widow of Aldred``."""

    owner: str  #: id of the persona whose kin it is
    relative: str  #: id of the persona described
    role: str  #: what the relative is to the owner, in the text's words: ``older brother``
    span: Span  #: where the role noun stands
    quote: Span  #: the whole description


@dataclass(frozen=True)
class People:
    """The personas of one text. Tokens are asked for by where they start in the text."""

    personas: tuple[Persona, ...] = ()
    kin: tuple[KinTie, ...] = ()
    main: str | None = None  #: id of the persona the text is about, where one stands out
    narrator: str | None = None  #: id of the persona that says "I"
    _persona_at: Mapping[int, str] = field(default_factory=dict)
    _mention_at: Mapping[int, Mention] = field(default_factory=dict)
    _by_id: Mapping[str, Persona] = field(default_factory=dict)

    def of(self, token: Token) -> str | None:
        """Return the id of the persona that the token means.

        True of every token of a name; of the head of a description (``father`` in ``his father``: the
        father); of pronouns (``his``: the owner). None where nobody, or nobody known, is meant.
        """
        return self._persona_at.get(offset_of(token))

    def persona(self, persona: str) -> Persona:
        """Return the persona of that id; `KeyError` if there is none."""
        return self._by_id[persona]

    def mention_at(self, token: Token) -> Mention | None:
        """Return the mention that the token is the head, or part of the name, of."""
        return self._mention_at.get(offset_of(token))


def people_of(
    personas: tuple[Persona, ...],
    heads: Mapping[int, tuple[str, Mention]],
    *,
    kin: tuple[KinTie, ...] = (),
    main: str | None = None,
    narrator: str | None = None,
) -> People:
    """Put the persons of a text together. ``heads``: where a token starts -> (persona id, its mention)."""
    return People(
        personas=personas,
        kin=kin,
        main=main,
        narrator=narrator,
        _persona_at={at: persona for at, (persona, _) in heads.items()},
        _mention_at={at: mention for at, (_, mention) in heads.items()},
        _by_id={p.id: p for p in personas},
    )
