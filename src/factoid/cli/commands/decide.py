"""``factoid decide`` and ``factoid align``: what a person makes of a conflict."""

from __future__ import annotations

from typing import Annotated

import typer

from factoid.cli.commands.judge import FactoidArgument, author_of
from factoid.cli.libraries import opened_to_judge
from factoid.cli.options import DEFAULT_LIBRARY, AuthorOption, LibraryOption, ReasonOption
from factoid.errors import UsageError
from factoid.model import Anchor, Judgement, Ruling, Verdict, utc_now
from factoid.pipeline.disputes import decide as write_decision

_OTHERS = {str(ruling): ruling for ruling in Ruling if ruling is not Ruling.SIDE}


def decide(
    conflict: Annotated[
        str, typer.Argument(metavar="CONFLICT", show_default=False, help="An id that `conflicts` prints.")
    ],
    verdict: Annotated[
        list[str],
        typer.Argument(
            metavar="VERDICT",
            show_default=False,
            help="The side that is right (A, B, …); or both (they speak of different events), neither, undecided.",
        ),
    ],
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    reason: ReasonOption = "",
    author: AuthorOption = "",
) -> None:
    """Decide on a conflict, with your reason. Every claim stays; undo takes the decision back.

    It stands until you undo it, also when the sources are read anew. When a source that is new says something
    on the matter, the conflict is open again.

    \b
    Examples
      factoid decide c-0123456789abcdef A --reason "the frontier report is of that day"
      factoid decide c-0123456789abcdef undecided --reason "the archive may tell"
    """
    ruling, side = _ruling(verdict)
    if not reason.strip():
        raise UsageError("A decision needs its reason. Say why with --reason TEXT.")
    with opened_to_judge(library) as shelf:
        made = Judgement(verdict=Verdict.DECIDED, author=author_of(author), made=utc_now(), reason=reason)
        found, judgement = write_decision(shelf, conflict, ruling, side, made)
    decision = judgement.decision
    typer.echo(
        f"decided: {judgement.id} {decision.verdict if decision else ''} on {found.id} by {judgement.author}"
    )


def _ruling(words: list[str]) -> tuple[Ruling, str | None]:
    """Return what ``A``, ``accept A`` or ``both`` means."""
    said = [word for word in words if word.casefold() != "accept"]
    if len(said) != 1:
        raise UsageError("Give one verdict: a side (A, B, …), both, neither or undecided.")
    if said[0].casefold() in _OTHERS:
        return _OTHERS[said[0].casefold()], None
    return Ruling.SIDE, said[0].upper()


def align(
    a: FactoidArgument,
    b: FactoidArgument,
    *,
    library: LibraryOption = DEFAULT_LIBRARY,
    apart: Annotated[bool, typer.Option("--apart", help="They speak of two different things.")] = False,
    reason: ReasonOption = "",
    author: AuthorOption = "",
) -> None:
    """Judge that two factoids speak of one and the same thing, or with --apart that they do not.

    Conflicts follow: only what speaks of the same thing can disagree.

    \b
    Examples
      factoid align f-0123456789abcdef f-fedcba9876543210 --reason "both tell of the second arrest"
      factoid align f-0123456789abcdef f-fedcba9876543210 --apart --reason "two stints in one post"
    """
    with opened_to_judge(library) as shelf:
        left, right = (shelf.factoid(factoid).factoid for factoid in (a, b))
        if left.id == right.id:
            raise UsageError(f"{a} and {b} are the same factoid. Name two.")
        judgement = shelf.judge(
            Judgement(
                verdict=Verdict.TWO_EVENTS if apart else Verdict.ONE_EVENT,
                author=author_of(author),
                made=utc_now(),
                reason=reason,
                left=Anchor(left.source, left.span),
                right=Anchor(right.source, right.span),
            )
        )
    typer.echo(f"judged: {judgement.id} {judgement.verdict} {left.id} and {right.id} by {judgement.author}")
