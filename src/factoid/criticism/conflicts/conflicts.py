"""Conflicts: where accounts of one thing do not agree, as objects with both sides in their exact words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from factoid.criticism.accounts.accounts import Account, accounts_of
from factoid.criticism.conflicts.claims import claim_of, conflict_of, letter
from factoid.criticism.conflicts.denials import denial_in
from factoid.criticism.conflicts.lives import against_a_life
from factoid.criticism.conflicts.posts import Tenure, tenures_of
from factoid.criticism.conflicts.ranks_and_posts import ranks_unfit
from factoid.criticism.conflicts.relation import Comparison, Relation
from factoid.criticism.conflicts.setting import Setting
from factoid.criticism.conflicts.sides import Disagreement, Field, Value
from factoid.criticism.conflicts.sureness import sureness_of
from factoid.criticism.events.events import Event, events_of, told_alike
from factoid.criticism.events.misread import misread_in, without
from factoid.criticism.events.rulings import Rulings
from factoid.model import Attestation, Claim, Conflict, ConflictKind

VERSION = "11"  #: of the rules, and of what is kept: conflicts found by another one are found anew
WORTH_SHOWING = 0.2  #: confidence below which a disagreement is likelier one of the reader with the source


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in what the sources say of one person."""

    conflicts: list[Conflict]  #: the surest first
    events: list[Event]  #: what the sources tell, each thing once
    tenures: list[tuple[str, Tenure]]  #: posts that only one can hold, by what they are known by


def examine(attestation: Attestation, setting: Setting | None = None) -> Examined:
    """Return the conflicts in what the sources say of one person, and which posts the person held."""
    setting = setting or Setting()
    accounts = accounts_of(attestation)
    events = events_of(accounts, Rulings(setting.judgements))
    court = _Court(attestation, setting)
    found = [conflict for event in events for conflict in court.heard(event)]
    found += ranks_unfit(attestation, accounts)
    found = _with(found, against_a_life(attestation, accounts, setting))
    if setting.with_agreeing:
        found += [court.of_two_occasions(*pair) for pair in told_alike(events)]
    found.sort(key=lambda c: (not c.kind.is_disagreement, -c.confidence, c.id))
    return Examined(found, events, list(tenures_of(attestation, accounts)))


def _with(found: list[Conflict], more: Iterable[Conflict]) -> list[Conflict]:
    """Return the conflicts with some more, each matter of the same words once: as the surer of two."""
    for conflict in more:
        told = {claim.factoid for claim in conflict.claims}
        same = [c for c in found if c.field == conflict.field and told <= {x.factoid for x in c.claims}]
        if all(c.confidence < conflict.confidence for c in same):
            found = [*(c for c in found if c not in same), conflict]
    return found


_MISREAD = 0.1  #: confidence in a conflict that rests on what was probably misread


class _Court:
    """Draws up the conflicts of one person."""

    def __init__(self, attestation: Attestation, setting: Setting) -> None:
        self._attestation, self._setting = attestation, setting

    def heard(self, event: Event) -> Iterator[Conflict]:
        """Yield the conflicts in an event; what was probably misread makes doubtful ones of its own."""
        misread = misread_in(event) if len(event.accounts) > 1 else frozenset()
        sound = list(self.conflicts_in(without(event, misread) if misread else event))
        yield from sound
        if misread:
            known = {conflict.id for conflict in sound}
            told = {account.factoid.id for account in misread}
            for conflict in self.conflicts_in(event):
                if conflict.id not in known and told & {claim.factoid for claim in conflict.claims}:
                    yield replace(conflict, confidence=min(conflict.confidence, _MISREAD))

    def conflicts_in(self, event: Event) -> Iterator[Conflict]:
        """Yield the conflicts among the accounts of one thing."""
        if len(event.accounts) <= 1:
            return
        family = event.accounts[0].family
        for name, how in family.tests.items():
            if event.is_at_odds and name not in family.keys:
                continue
            tested = Field(name, how, event.accounts)
            disagreements = list(tested.disagreements(Relation.DIFFERENT))
            for disagreement in disagreements:
                yield self._drawn_up(event, tested, disagreement, ConflictKind.INCOMPATIBLE)
            if disagreements:
                continue
            for kind, relation in _SHOWN.items():
                yield from self._of_several_sources(event, tested, kind, relation)
            if self._setting.with_agreeing:
                yield from self._agreeing(event, tested)
        denial = denial_in(event)
        if denial:
            tested = Field("certainty", "certainty", ())
            yield self._drawn_up(event, tested, denial, ConflictKind.INCOMPATIBLE)

    def of_two_occasions(self, one: Event, other: Event) -> Conflict:
        """Return what is told alike but of two occasions, as no conflict."""
        tested = Field("date", "date", (*one.accounts, *other.accounts))
        sides = tuple((Value(str(e.accounts[0].factoid.date), e.accounts),) for e in (one, other))
        apart = Comparison(Relation.DIFFERENT, "they are too far apart in time to be one")
        found = Disagreement(sides, (apart,))
        return self._drawn_up(one, tested, found, ConflictKind.DIFFERENT_EVENTS)

    def _agreeing(self, event: Event, tested: Field) -> Iterator[Conflict]:
        for kind, relations in _SEEMING.items():
            yield from self._of_several_sources(event, tested, kind, *relations)

    def _of_several_sources(
        self, event: Event, tested: Field, kind: ConflictKind, *relations: Relation
    ) -> Iterator[Conflict]:
        found = next(tested.disagreements(*relations), None)
        if found and not _is_of_one_source(found):
            yield self._drawn_up(event, tested, found, kind)

    def _drawn_up(self, event: Event, tested: Field, found: Disagreement, kind: ConflictKind) -> Conflict:
        claims = tuple(self._claims(tested, found))
        if kind is ConflictKind.INCOMPATIBLE and len({claim.source for claim in claims}) == 1:
            kind = ConflictKind.SELF_CONTRADICTION
        reasons = dict.fromkeys((*event.reasons[:3], *(clash.reason for clash in found.clashes[:3])))
        return conflict_of(
            (self._attestation.person, self._attestation.name),
            (event.accounts[0].family.main_type, tested.field),
            kind,
            claims,
            reasons=filter(None, reasons),
            confidence=sureness_of(tested.field, found),
        )

    def _claims(self, tested: Field, found: Disagreement) -> Iterator[Claim]:
        for number, side in enumerate(found.sides):
            accounts: dict[tuple[str, int, int], Account] = {}
            for account in (account for value in side for account in value.accounts):
                accounts.setdefault((account.source, account.factoid.start, account.factoid.end), account)
            for account in _fullest(accounts.values()):
                yield claim_of(
                    account,
                    letter(number),
                    (tested.field, tested.how),
                    witness_group=self._setting.witness_group(account.source),
                    published=self._attestation.published.get(account.source),
                )


def _fullest(accounts: Iterable[Account]) -> list[Account]:
    """Return the accounts without those whose words stand in those of another; by source and place."""
    kept: list[Account] = []
    for account in sorted(accounts, key=lambda a: (a.source, a.factoid.start, -a.factoid.end)):
        last = kept[-1] if kept else None
        if last is None or last.source != account.source or not last.factoid.span.holds(account.factoid.span):
            kept.append(account)
    return kept


_SHOWN: Mapping[ConflictKind, Relation] = {
    ConflictKind.EQUIVALENT: Relation.EQUIVALENT,
    ConflictKind.NEIGHBOURING: Relation.NEIGHBOURING,
}
_SEEMING: Mapping[ConflictKind, tuple[Relation, ...]] = {
    ConflictKind.MORE_PRECISE: (Relation.FINER, Relation.COARSER),
    ConflictKind.VARIANT: (Relation.VARIANT,),
}


def _is_of_one_source(found: Disagreement) -> bool:
    return len({account.source for side in found.sides for value in side for account in value.accounts}) == 1
