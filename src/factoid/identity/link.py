"""Personas of many sources made persons: names first, people's judgements above all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factoid.identity.cluster import Groups
from factoid.identity.judged import describe, rulings_of
from factoid.model import Judgement, PersonaInSource, PersonLink, Verdict
from factoid.names import Finding, PartKind, compare_names, fold_surname, parse_name


def link_personas(personas: Sequence[PersonaInSource], judgements: Sequence[Judgement]) -> list[PersonLink]:
    """Return every person: the personas held to be one, and why. Each persona is in exactly one.

    Where nothing is sure, personas stay apart. The result does not depend on the order of the input.
    """
    found = {p.persona.id: p for p in sorted(personas, key=lambda p: p.persona.id)}
    groups = Groups({id_: p.source_id for id_, p in found.items()})
    reasons: list[tuple[str, str]] = []
    for ruling in rulings_of(found.values(), judgements):
        if ruling.judgement.verdict is Verdict.SAME and groups.join(*ruling.pair):
            reasons.append((ruling.left, describe(ruling, [_called(found[i]) for i in ruling.pair])))
        elif ruling.judgement.verdict is Verdict.DIFFERENT:
            groups.part(*ruling.pair)
        elif ruling.judgement.verdict is Verdict.UNSURE:
            groups.doubt(*ruling.pair)
    for a, b, why in _pairs(list(found.values())):
        if groups.may_join(a.persona.id, b.persona.id):
            groups.join(a.persona.id, b.persona.id)
            reasons.append((a.persona.id, f"{_called(a)} = {_called(b)}: {why}"))
    by_group = defaultdict(list)
    for persona, reason in reasons:
        by_group[id(groups.of(persona))].append(reason)
    return [
        PersonLink(person=ids[0], personas=ids, reasons=tuple(by_group[id(groups.of(ids[0]))]))
        for ids in groups.all()
    ]


def _called(found: PersonaInSource) -> str:
    return f"{found.persona.name} ({found.source})"


def _pairs(personas: list[PersonaInSource]) -> Iterator[tuple[PersonaInSource, PersonaInSource, str]]:
    blocks = defaultdict(list)
    for persona in personas:
        name = parse_name(persona.persona.name)
        if persona.persona.is_named and name.given and name.surname:
            blocks[fold_surname(name.surname)].append(persona)
    for block in blocks.values():
        for a, b in combinations(block, 2):
            names = compare_names(a.persona.name, b.persona.name)
            both = names.has(Finding.SAME, PartKind.SURNAME) and names.has(Finding.SAME, PartKind.GIVEN)
            if a.source_id != b.source_id and both and not names.has(Finding.CONTRADICTED):
                yield a, b, "; ".join(names.reasons)
