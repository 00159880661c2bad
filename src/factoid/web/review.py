"""What waits for a person: unsure identities, open conflicts, weak and damaged statements, one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from factoid.errors import NotAllowed, NotInLibrary, UsageError
from factoid.model import (
    Anchor,
    Conflict,
    ConflictStatus,
    DossierLine,
    Judgement,
    PersonaInSource,
    Verdict,
    utc_now,
)
from factoid.model.access import action_to_withdraw
from factoid.pipeline.damage import damage_of
from factoid.pipeline.doubts import Doubt, doubts_of
from factoid.pipeline.long_work import Work
from factoid.store import LibraryView
from factoid.web.docket import Side, docket_of, sides_of
from factoid.web.site import Site
from factoid.web.texts.passages import passage_of
from factoid.web.work.desk import LONGEST_SECONDS

QUEUES = ("people", "conflicts", "weak", "damaged")
MOST_WAITING = 200
MOST_PUT_OFF = 1000  #: by one reviewer
MOST_PAIRS = 200  #: of personas told apart at once
WEAK = 0.6  #: statements read with less confidence wait to be checked
_OF_PEOPLE = {"same": Verdict.SAME, "different": Verdict.DIFFERENT, "unsure": Verdict.UNSURE}
OF_STATEMENTS = {"accept": Verdict.ACCEPTED, "reject": Verdict.REJECTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to decide. Exactly one of the three is set."""

    key: str
    doubt: Doubt | None = None
    conflict: Conflict | None = None
    line: DossierLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """What waits, the most telling first; what was put off stands at its end."""

    items: tuple[Item, ...] = ()
    is_ready: bool = True

    @property
    def first(self) -> Item | None:
        """What is to be decided now."""
        return next(iter(self.items), None)


def queue_of(site: Site, name: str, *, patience: float | None = None) -> Queue:
    """Return a queue, as far as it is worked out."""
    library = site.library
    if name == "conflicts":
        docket = docket_of(site, patience=patience)
        waiting = [c for c in docket.shown if c.status is not ConflictStatus.DECIDED][:MOST_WAITING]
        items = [Item(key=c.id, conflict=c) for c in waiting]
        return Queue(items=_put_off(items, site), is_ready=docket.is_ready)
    work = {"people": _doubtful, "weak": _weak, "damaged": _damaged}[name]
    answer = site.desk.ask(
        f"review {name}",
        library.state_of_persons if name == "people" else library.revision,
        lambda: work(site),
        patience=patience,
        is_apart=name == "people",
    )
    if not answer.is_current or answer.value is None:
        return Queue(is_ready=False)
    return Queue(items=_put_off(answer.value, site))


def put_off(site: Site, key: str) -> None:
    """Put something at the end of its queue, for as long as the server runs."""
    site.board.drop(_shelf_of(site), key)
    site.board.put(_shelf_of(site), key, {}, most=MOST_PUT_OFF)


def judge_people(site: Site, left: str, right: str, said: str, reason: str) -> None:
    """Write whether two personas are one person, and let the persons follow."""
    library = site.writable
    if said not in _OF_PEOPLE:
        raise UsageError(site.words.say("errors.no_verdict"))
    library.judge(_on_pair(site, _OF_PEOPLE[said], _anchor(library, left), _anchor(library, right), reason))
    link_anew(site)


def judge_apart(
    site: Site, some: Sequence[PersonaInSource], others: Sequence[PersonaInSource], reason: str
) -> None:
    """Write that some personas are nobody of the others, in one judgement and one step back."""
    if len(some) * len(others) > MOST_PAIRS:
        raise UsageError(site.words.say("errors.too_many_apart", most=MOST_PAIRS))
    first, *more = (
        _on_pair(site, Verdict.DIFFERENT, _anchor_of(left), _anchor_of(right), reason)
        for left in some
        for right in others
    )
    library = site.writable
    library.judge(first, with_it=more)
    link_anew(site)


def _on_pair(site: Site, verdict: Verdict, left: Anchor, right: Anchor, reason: str) -> Judgement:
    return Judgement(
        verdict=verdict, author=site.author, made=utc_now(), reason=reason, left=left, right=right
    )


def link_anew(site: Site) -> None:
    """Let the persons follow what was judged."""
    site.see_to(Work.LINK)


def has_linked_anew(site: Site, *, wait: bool = False) -> bool:
    """Let the persons follow in the background, and say whether they do by now; ``wait`` for that."""
    patience = LONGEST_SECONDS if wait else max(site.desk.patience, _A_MOMENT)
    link = partial(link_anew, site)
    return site.desk.ask(
        "link", site.library.state_of_persons, link, patience=patience, is_apart=True
    ).is_current


_A_MOMENT = 0.5  #: seconds for which a form may keep its page waiting, in which most libraries are linked


def judge_statement(site: Site, factoid: str, said: str, reason: str) -> None:
    """Write whether a source says what was read."""
    library = site.writable
    if said not in OF_STATEMENTS:
        raise UsageError(site.words.say("errors.no_verdict"))
    held = library.factoid(factoid).factoid
    library.judge(
        Judgement(
            verdict=OF_STATEMENTS[said],
            author=site.author,
            made=utc_now(),
            reason=reason,
            left=Anchor(held.source, held.span),
            factoid=held.id,
        )
    )


def last_of(site: Site) -> Judgement | None:
    """Return the last judgement of this author that stands: what undo would withdraw."""
    own = [
        j
        for j in site.library.judgements()
        if j.author == site.author and (j.follows, j.removal) == (None, None)
    ]
    return max(own, key=lambda j: j.id or 0, default=None)


def check_withdrawal(site: Site, judgement: Judgement) -> None:
    """Raise `NotAllowed` where somebody would withdraw a judgement that they may not make."""
    if not site.may(action_to_withdraw(judgement.verdict)):
        raise NotAllowed("a judgement is withdrawn by those who may make it.")


def undo(site: Site, number: str) -> None:
    """Withdraw a judgement; the persons follow where it was on them."""
    library = site.writable
    held = next((j for j in library.judgements() if str(j.id) == number), None)
    if held is None or held.id is None:
        raise UsageError(f"judgement {number[:20]}: none that could be withdrawn")
    check_withdrawal(site, held)
    library.withdraw(held.id, at=utc_now())
    if held.verdict in (*_OF_PEOPLE.values(), Verdict.STATED, Verdict.MEANT):
        link_anew(site)


def passage_of_line(library: LibraryView, line: DossierLine) -> Markup:
    """Return the quote of a statement in its place, with the words of every field marked."""
    factoid = line.factoid
    words = [*factoid.spans.values(), *(span for span in factoid.related_spans if span)]
    return passage_of(library, line.source, factoid.span, words)


def sides_in(library: LibraryView, conflict: Conflict | None) -> tuple[Side, ...]:
    """Return the columns of a conflict, if there is one."""
    return sides_of(library, conflict) if conflict else ()


def _doubtful(site: Site) -> tuple[Item, ...]:
    site.see_to(Work.DOUBT)
    doubts = doubts_of(site.library, limit=MOST_WAITING)
    return tuple(Item(key=f"{d.left.found.persona.id} {d.right.found.persona.id}", doubt=d) for d in doubts)


def _weak(site: Site) -> tuple[Item, ...]:
    return _items(site.library.weakest(below=WEAK, limit=MOST_WAITING))


def _damaged(site: Site) -> tuple[Item, ...]:
    library = site.library
    lines = library.on_findings(limit=2 * MOST_WAITING)
    damaged = damage_of(library, lines)
    return _items(line for line in lines if line.factoid.id in damaged)[:MOST_WAITING]


def _items(lines: Iterable[DossierLine]) -> tuple[Item, ...]:
    return tuple(Item(key=line.factoid.id, line=line) for line in lines)


def _put_off(items: Sequence[Item], site: Site) -> tuple[Item, ...]:
    order = {key: place for place, key in enumerate(site.board.on(_shelf_of(site)), start=1)}
    return tuple(sorted(items, key=lambda item: order.get(item.key, 0)))


def _shelf_of(site: Site) -> str:
    return f"put off {site.title} {site.author}"


def _anchor(library: LibraryView, persona_id: str) -> Anchor:
    """Return the place in its source where a persona is first named: it outlives any reading."""
    dossier = library.dossier(persona_id)
    found = next((p for p in dossier.personas if p.persona.id == persona_id), None)
    if found is None:
        raise NotInLibrary(f"{persona_id[:40]}: no words mention this person, so nothing can be judged.")
    return _anchor_of(found)


def _anchor_of(found: PersonaInSource) -> Anchor:
    if found.anchor is None:
        raise NotInLibrary(
            f"{found.persona.id[:40]}: no words mention this person, so nothing can be judged."
        )
    return found.anchor
