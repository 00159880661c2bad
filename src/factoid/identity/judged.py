"""What people judged: pairs of personas that must be, or must not be, one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factoid.model import Anchor, Judgement, Mention, PersonaInSource, Verdict

_OF_IDENTITY = frozenset({Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE})


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement, with the personas that its anchors mean in the present readings."""

    left: str  #: persona id; the smaller of the two
    right: str
    judgement: Judgement

    @property
    def pair(self) -> tuple[str, str]:
        """The two persona ids, the smaller first."""
        return self.left, self.right


def rulings_of(personas: Iterable[PersonaInSource], judgements: Iterable[Judgement]) -> list[Ruling]:
    """Return the rulings that hold, the weightiest first: people before rules, then the latest first.

    Of several on one pair only the first counts. A judgement is left out if it is withdrawn, if an anchor
    meets no persona, or if both anchors mean one persona of one source: a view of persons cannot split it.
    """
    by_source = _by_source(personas)
    held: dict[tuple[str, str], Ruling] = {}
    for judgement in sorted(_standing(judgements), key=_weight, reverse=True):
        left, right = judgement.left, judgement.right
        if left is None or right is None:
            continue
        a, b = _persona_at(by_source, left), _persona_at(by_source, right)
        if a is not None and b is not None and a != b:
            pair = (min(a, b), max(a, b))
            held.setdefault(pair, Ruling(*pair, judgement))
    return list(held.values())


def _standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    return [j for j in judgements if j.withdrawn is None and j.verdict in _OF_IDENTITY]


def _weight(judgement: Judgement) -> tuple[bool, int, str, str, str]:
    """Rank judgements; the number in the library is the surer clock, the rest settles what has none."""
    number = -1 if judgement.id is None else judgement.id
    anchors = f"{judgement.left} {judgement.right}"
    return judgement.author.startswith("human:"), number, judgement.made, str(judgement.verdict), anchors


def _by_source(personas: Iterable[PersonaInSource]) -> dict[str, list[PersonaInSource]]:
    found: dict[str, list[PersonaInSource]] = defaultdict(list)
    for persona in personas:
        found[persona.source_id].append(persona)
    return found


def _persona_at(by_source: dict[str, list[PersonaInSource]], anchor: Anchor) -> str | None:
    """Return the persona whose mention meets the anchor best: the largest share of its words."""
    best: tuple[float, str] | None = None
    for found in by_source.get(anchor.source, ()):
        share = max((_share(m, anchor) for m in found.persona.mentions), default=0.0)
        if share > 0 and (best is None or (-share, found.persona.id) < best):
            best = (-share, found.persona.id)
    return best[1] if best else None


def _share(mention: Mention, anchor: Anchor) -> float:
    start, end = anchor.span.start, anchor.span.end
    common = min(mention.end, end) - max(mention.start, start)
    return max(common, 0) / (max(mention.end, end) - min(mention.start, start) or 1)


def describe(ruling: Ruling, names: Sequence[str]) -> str:
    """Return the ruling as one line of the reasons of a person."""
    judgement = ruling.judgement
    why = f": {judgement.reason}" if judgement.reason else ""
    who = judgement.author.partition(":")[2] or judgement.author
    return f"{names[0]} = {names[1]}: judged so by {who} on {judgement.made[:10]}{why}"
