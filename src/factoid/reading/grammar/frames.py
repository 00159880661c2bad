"""Verb frames: what a verb states of whom, and where its fields stand. Data: ``resources/LANGUAGE/verbs.yaml``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from factoid.resources import load

#: what entering a body of a kind is
TYPE_BY_BODY = {
    "school": "education", "army": "service", "party": "membership", "security": "membership", "office": "office",
}  # fmt: skip
_SLOTS = ("where", "place", "organisation", "role", "value", "related", "teacher", "doer")


@dataclass(frozen=True, slots=True)
class Frame:
    """What verbs of one kind state."""

    type: str  #: a statement type; nothing where it hangs on the body
    by_object: bool  #: it is told of the object of the verb
    slots: dict[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    code: str = ""
    needs: str = ""
    role_code: str = ""
    back: str = ""
    only_body: str = ""
    otherwise: str = ""  #: the type where no body decides
    place_only: bool = False
    each: bool = False  #: one statement for each of several values


class Frames:
    """The frames of a language's verbs. ``plain``: how its lemmas are compared."""

    def __init__(self, resource: str, plain: Callable[[str], str]) -> None:
        data = load(resource)
        self._frames: dict[str, list[Frame]] = {}
        for row in data["frames"]:
            frame = Frame(
                type=row.get("type", ""),
                by_object=row.get("who") == "object",
                slots={name: tuple(row[name]) for name in _SLOTS if name in row},
                code=row.get("code", ""),
                needs=row.get("needs", ""),
                role_code=row.get("role_code", ""),
                back=row.get("back", ""),
                only_body=row.get("only_body", ""),
                otherwise=row.get("else", ""),
                place_only=bool(row.get("place_only")),
                each=bool(row.get("each")),
            )
            for verb in row["verbs"]:
                self._frames.setdefault(plain(verb), []).append(frame)
        self._phrases: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for type_, rows in data["phrases"].items():
            for row in rows:
                beside = frozenset(map(plain, row["beside"]))
                self._phrases.setdefault(plain(row["verb"]), []).append((type_, beside))

    def of(self, lemma: str) -> list[Frame]:
        """Return what the verb may state, likelier frames first as the data have them."""
        return self._frames.get(lemma, [])

    def phrase_type(self, lemma: str, beside: frozenset[str]) -> str | None:
        """Return the type that a verb has with a certain word beside it: *take one's life* is a death."""
        for type_, words in self._phrases.get(lemma, ()):
            if words & beside:
                return type_
        return None
