"""Who else says the same: for each statement on a person, its sources and how many of them are independent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from factoid.criticism.accounts import accounts_of
from factoid.criticism.events import events_of
from factoid.criticism.rulings import Rulings
from factoid.model import ON_STATEMENTS
from factoid.pipeline.witnesses import witness_of
from factoid.store import LibraryView


@dataclass(frozen=True, slots=True)
class Corroboration:
    """The sources that tell of one thing."""

    sources: tuple[str, ...]  #: short names
    witnesses: int  #: of them that do not depend on one another


def corroborations_of(
    library: LibraryView, person: str, witness: Callable[[str], str] | None = None
) -> Mapping[str, Corroboration]:
    """Return, for each statement on a person of whose matter several sources tell, who they are.

    Whether they agree is another question: that is for the conflicts to say. Who has it already gives what says
    which ``witness`` a source is.
    """
    rulings = Rulings(library.judgements(but=ON_STATEMENTS))
    found: dict[str, Corroboration] = {}
    for attestation in library.attestations([person]):
        for event in events_of(accounts_of(attestation), rulings):
            sources = tuple(sorted({account.source for account in event.accounts}))
            if len(sources) <= 1:
                continue
            witness = witness or witness_of(library)
            held = Corroboration(sources, len({witness(source) for source in sources}))
            for account in event.accounts:
                known = found.get(account.factoid.id)
                if known is None or known.witnesses < held.witnesses:
                    found[account.factoid.id] = held
    return found
