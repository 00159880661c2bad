"""What one source says of a person again and again: told once, with the places where it is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factoid.model import SLOTS, DossierLine
from factoid.resources import load


@dataclass(frozen=True, slots=True)
class Telling:
    """A line of a dossier, and the lines of the same source that say no more than it."""

    line: DossierLine
    again: tuple[DossierLine, ...] = ()


def told_once(lines: Iterable[DossierLine]) -> list[Telling]:
    """Return the lines in their order, without those that say again what lasts: *the Chekist*, five times over.

    Only of lasting things (``lasting`` in the statement types) is the same word no other happening. Lines with
    dates of their own in the source's words stand for themselves, and so do those on which a person decided.
    """
    told = list(lines)
    alike: dict[tuple[object, ...], list[DossierLine]] = {}
    for line in told:
        if line.verdict is None and load("statement_types")["types"].get(line.factoid.type, {}).get(
            "lasting"
        ):
            alike.setdefault(_said(line), []).append(line)
    again: dict[str, tuple[DossierLine, ...]] = {}
    for group in alike.values():
        dated = [line for line in group if _is_dated(line)]
        kept = dated or [line for line in group if line.factoid.when][:1] or group[:1]
        again[kept[0].factoid.id] = tuple(line for line in group if line not in kept)
    left_out = {line.factoid.id for repeats in again.values() for line in repeats}
    return [Telling(line, again.get(line.factoid.id, ())) for line in told if line.factoid.id not in left_out]


def _said(line: DossierLine) -> tuple[object, ...]:
    """Return what a line says but for its date."""
    factoid = line.factoid
    words = [" ".join((getattr(factoid, slot) or "").split()).casefold() for slot in SLOTS]
    others = sorted(person for person, _ in line.related)
    return (line.source, factoid.type, factoid.certainty, factoid.said_by, *words, *others)


def _is_dated(line: DossierLine) -> bool:
    return line.factoid.when is not None and "date" not in line.factoid.inference
